//! Who gets what: each item to the colleague who can do it and has the least, so that nobody gets all of it.

use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::Rol;
use crate::domain::zaaktype::Zaaktype;

/// A colleague who can take work over.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Kandidaat {
    /// Who.
    pub id: MedewerkerId,
    /// In which role.
    pub rol: Rol,
    /// How many zaken and rekeningen they have already.
    pub heeft: usize,
}

/// One item of a werkvoorraad.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Werk {
    /// A zaak of this type.
    Zaak(Zaaktype),
    /// A plan to lead.
    Plan,
    /// A rekening of budgetbeheer to look after.
    Rekening,
}

impl Werk {
    /// Whether somebody in this role can do it, coming from somebody in the role `van`.
    fn past(self, rol: Rol, van: Rol) -> bool {
        match self {
            Self::Zaak(zaaktype) => {
                rol.behandelt() && (rol == van || rol.domein() == Some(zaaktype.domein()))
            }
            Self::Plan => mag(rol, Handeling::Regisseren),
            Self::Rekening => mag(rol, Handeling::RekeningOpenen),
        }
    }
}

/// For each item who gets it, in the order of the items; `None` when for one of them nobody fits.
#[must_use]
pub fn verdeel(werk: &[Werk], van: Rol, kandidaten: &[Kandidaat]) -> Option<Vec<MedewerkerId>> {
    verdeel_onder(werk, van, kandidaten, |_, _| true)
}

/// As [`verdeel`], where `mag` says whether the item at this place may go to this medewerker at all: of a protected dossier only to whoever
/// is named.
#[must_use]
pub fn verdeel_onder(
    werk: &[Werk],
    van: Rol,
    kandidaten: &[Kandidaat],
    mag: impl Fn(usize, MedewerkerId) -> bool,
) -> Option<Vec<MedewerkerId>> {
    let mut load: Vec<usize> = kandidaten.iter().map(|one| one.heeft).collect();
    let mut given = Vec::with_capacity(werk.len());
    for (place, item) in werk.iter().enumerate() {
        let fits = kandidaten.iter().enumerate();
        let fits = fits.filter(|(_, one)| item.past(one.rol, van) && mag(place, one.id));
        let (at, one) = fits.min_by_key(|(at, _)| (load.get(*at).copied(), *at))?;
        given.push(one.id);
        if let Some(count) = load.get_mut(at) {
            *count += 1;
        }
    }
    Some(given)
}
