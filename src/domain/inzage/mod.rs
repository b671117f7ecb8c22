//! Inzage: what a resident is told of who looked at their dossier (N-8, X-26).
//!
//! From lines of the trail to days: what is no look of somebody else is left out, what a rule withholds too, and what somebody did over
//! and over at one part on one day is one entry. Pure: the lines and what is known of their zaken are handed in.

mod regels;
mod woorden;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::bevoegdheid::GROND_GEMACHTIGDE;
use super::ids::MedewerkerId;
use super::medewerker::Rol;
// `Wat` is what a rule withholds, here.
use super::wat::Wat as Inhoud;
use crate::clock::Moment;
pub use regels::{ACHTERHOUDREGELS, Achterhoudregel, NAAM_BIJ_GROND, Wat, grond_voor_een};
pub use woorden::{Deel, GEMACHTIGDE_VOOR_INWONER, HANDELINGEN, handeling_naam, rol_voor_inwoner, waarom};

/// A line of the trail about somebody, as far as what they are told depends on it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Kijk {
    /// When.
    pub at: Moment,
    /// Who.
    pub wie: Option<MedewerkerId>,
    /// In which role.
    pub rol: Option<Rol>,
    /// On whose behalf.
    pub namens: Option<MedewerkerId>,
    /// What was done, as it stands in the trail.
    pub handeling: String,
    /// On which object, as it stands in the trail.
    pub object: String,
    /// On which ground, as it stands in the trail.
    pub grond: Option<String>,
    /// It was shown or done.
    pub gelukt: bool,
    /// It was a command: something was changed.
    pub opdracht: bool,
    /// The object, or the zaak by which they might, is of a confidential zaaktype.
    pub vertrouwelijk: bool,
    /// What who did it wrote for whom it is about.
    pub toelichting: Option<Inhoud>,
}

/// What somebody did at one part of the dossier on one day.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inzageregel {
    /// Who, where the resident may know by name.
    pub wie: Option<MedewerkerId>,
    /// In which role.
    pub rol: Rol,
    /// At which part.
    pub deel: Deel,
    /// On which ground, as a word of the policy.
    pub grond: Option<String>,
    /// It was changed, and not only looked at.
    pub gewijzigd: bool,
    /// Glass was broken for it.
    pub glas: bool,
    /// The first time that day …
    pub van: Moment,
    /// … and the last.
    pub tot: Moment,
    /// How often.
    pub keer: u32,
    /// What who did it wrote for whom it is about.
    pub toelichting: Option<Inhoud>,
}

/// A day on which somebody looked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Inzagedag {
    /// Which day in the Netherlands.
    pub dag: Date,
    /// The last first.
    pub regels: Vec<Inzageregel>,
}

/// The ground of somebody who broke glass.
pub const GROND_GLAS: &str = "glas";

/// Whether the one whom it is about is told of this line: somebody else's, that came to something, and that no rule withholds.
#[must_use]
pub fn wordt_getoond(kijk: &Kijk) -> bool {
    gaat_hen_aan(kijk) && !regels::achtergehouden(kijk)
}

/// Whether only a rule keeps this line from the one whom it is about.
#[must_use]
pub fn houdt_een_regel_achter(kijk: &Kijk) -> bool {
    gaat_hen_aan(kijk) && regels::achtergehouden(kijk)
}

/// Somebody else's look that came to something. Who came in for them is somebody else.
fn gaat_hen_aan(kijk: &Kijk) -> bool {
    let ander = match kijk.rol {
        Some(Rol::Inwoner) => kijk.grond.as_deref() == Some(GROND_GEMACHTIGDE),
        Some(rol) => rol != Rol::Systeem,
        None => false,
    };
    kijk.gelukt && kijk.wie.is_some() && ander
}

/// The days of these lines, the last first.
#[must_use]
pub fn per_dag(kijken: impl IntoIterator<Item = Kijk>) -> Vec<Inzagedag> {
    type Sleutel =
        (Option<MedewerkerId>, Option<MedewerkerId>, Rol, Deel, Option<String>, bool, Option<Inhoud>);
    let mut days: BTreeMap<Date, BTreeMap<Sleutel, Inzageregel>> = BTreeMap::new();
    for kijk in kijken {
        let (true, Some(rol)) = (wordt_getoond(&kijk), kijk.rol) else { continue };
        let deel = Deel::bij(&kijk.handeling, &kijk.object);
        let said = kijk.toelichting.clone();
        let key = (kijk.wie, kijk.namens, rol, deel, kijk.grond.clone(), kijk.opdracht, said);
        let regel = days.entry(kijk.at.day()).or_default().entry(key).or_insert_with(|| Inzageregel {
            wie: kijk.wie.filter(|_| regels::bij_naam(kijk.grond.as_deref())),
            rol,
            deel,
            glas: kijk.grond.as_deref() == Some(GROND_GLAS),
            grond: kijk.grond,
            gewijzigd: kijk.opdracht,
            van: kijk.at,
            tot: kijk.at,
            keer: 0,
            toelichting: kijk.toelichting,
        });
        regel.van = regel.van.min(kijk.at);
        regel.tot = regel.tot.max(kijk.at);
        regel.keer = regel.keer.saturating_add(1);
    }
    let day = |(dag, regels): (Date, BTreeMap<Sleutel, Inzageregel>)| {
        let mut regels: Vec<_> = regels.into_values().collect();
        regels.sort_by_key(|regel| std::cmp::Reverse((regel.tot, regel.van)));
        Inzagedag { dag, regels }
    };
    days.into_iter().rev().map(day).collect()
}
