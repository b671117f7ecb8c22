//! Who may propose a besluit and who may agree with it: the policy as data, and the one check that nobody agrees with their own work.
//!
//! Only one's own standing counts here: the role of the session and the field of law. What comes of a grant (substitution, breaking the
//! glass, a regisseur's look, a housemate's zaak) opens neither; the program itself and outside systems have no line.

use super::{Beleidsobject, Relatie, Toegang, ZaakFeiten, beleid};
use crate::domain::besluit::BesluitRefusal;
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::mens::Mens;

/// An act on a besluit.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Besluithandeling {
    /// Propose, change, withdraw, decide.
    Voorstellen,
    /// Agree or not: the second pair of eyes.
    Accorderen,
}

impl Besluithandeling {
    /// Both.
    pub const ALLE: [Self; 2] = [Self::Voorstellen, Self::Accorderen];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Voorstellen => "voorstellen",
            Self::Accorderen => "accorderen",
        }
    }
}

/// Act × role × how they stand to the zaak. What is not here is not allowed. `Behandelaar`, `Vakgenoot` and `Geen` are looked at, nothing
/// else. Sources: C1-P7, C2-K8, C2-E6, C2-N11; rows *Toetser* of the seeds.
pub const BESLUITREGELS: &[(Besluithandeling, Rol, Relatie)] = &[
    (Besluithandeling::Voorstellen, Rol::Jeugdconsulent, Relatie::Behandelaar),
    (Besluithandeling::Voorstellen, Rol::Wmoconsulent, Relatie::Behandelaar),
    (Besluithandeling::Voorstellen, Rol::ConsulentInkomen, Relatie::Behandelaar),
    (Besluithandeling::Accorderen, Rol::Toetser, Relatie::Geen),
    (Besluithandeling::Accorderen, Rol::Jeugdconsulent, Relatie::Vakgenoot),
    (Besluithandeling::Accorderen, Rol::Wmoconsulent, Relatie::Vakgenoot),
    (Besluithandeling::Accorderen, Rol::ConsulentInkomen, Relatie::Vakgenoot),
];

/// Whether `wie` may propose a besluit on this zaak, change it, withdraw it and decide.
#[must_use]
pub fn mag_voorstellen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    in_regels(Besluithandeling::Voorstellen, wie, feiten)
}

/// Whether `wie` works in a role that may be the second pair of eyes on this zaak, whoever made what is proposed.
#[must_use]
pub fn toetst(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    in_regels(Besluithandeling::Accorderen, wie, feiten)
}

/// Why `wie`, who may be a second pair of eyes, may not be that of what waits here. A person, not an account: [`Mens`].
#[must_use]
pub fn bezwaar(wie: &Wie, mens: &Mens, feiten: &ZaakFeiten) -> Option<BesluitRefusal> {
    let bijdragers = feiten.wacht_op_akkoord.iter().flatten();
    if bijdragers.into_iter().any(|one| mens.maakte(wie, one)) {
        return Some(BesluitRefusal::EigenWerk);
    }
    mens.is(wie, feiten.persoon).then_some(BesluitRefusal::EigenZaak)
}

/// Whether something waits here for which `wie` may be the second pair of eyes.
#[must_use]
pub fn te_accorderen(wie: &Wie, mens: &Mens, feiten: &ZaakFeiten) -> bool {
    feiten.wacht_op_akkoord.is_some() && toetst(wie, feiten) && bezwaar(wie, mens, feiten).is_none()
}

fn in_regels(handeling: Besluithandeling, wie: &Wie, feiten: &ZaakFeiten) -> bool {
    let beleidsobject = Beleidsobject::Besluit(handeling);
    let stands = beleidsobject.relaties().iter().copied().filter(|relatie| staat_zo(wie, feiten, *relatie));
    beleid().hoogste(wie.rol, beleidsobject, stands) > Toegang::Niets
}

/// Of the relations only these: they stand in the zaak and the role. Who stands in is never the second pair of eyes by it, and proposes as
/// the role that they have (G20).
fn staat_zo(wie: &Wie, feiten: &ZaakFeiten, relatie: Relatie) -> bool {
    relatie == Relatie::Geen
        || (relatie == Relatie::Behandelaar && feiten.behandelaars.contains(&wie.id))
        || (relatie == Relatie::Vakgenoot && wie.rol.domein() == Some(feiten.zaaktype.domein()))
}
