//! The policy as data, for what is no zaak and no plan. What is not here is *niets*.

use super::{Beleidsobject, Relatie, Toegang};
use crate::domain::medewerker::Rol;

/// These roles, standing like this to this, may go so far.
#[derive(Copy, Clone, Debug)]
pub struct Lijn {
    /// For these roles.
    pub rollen: &'static [Rol],
    /// To this.
    pub beleidsobject: Beleidsobject,
    /// Standing to it like this.
    pub relatie: Relatie,
    /// So far.
    pub toegang: Toegang,
}

const fn lijn(
    rollen: &'static [Rol],
    beleidsobject: Beleidsobject,
    relatie: Relatie,
    toegang: Toegang,
) -> Lijn {
    Lijn { rollen, beleidsobject, relatie, toegang }
}

/// The desk: whoever comes there is known to it by name, not by what they came for (C2-L3, KING-R5).
const BALIE: &[Rol] = &[Rol::Frontoffice, Rol::Kcc];

/// Who speaks with residents, apart from the desk.
const CONSULENTEN: &[Rol] = &[Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::ConsulentInkomen, Rol::Regisseur];

/// Who works on what was handed to them, and records nothing of the huishouden.
const ACHTER: &[Rol] =
    &[Rol::Uitkeringsadministratie, Rol::Werkcoach, Rol::Backoffice, Rol::MedewerkerBudgetbeheer];

/// Who can stand in for somebody who works on zaken (`VERVANGERS`).
const VERVANGT: &[Rol] = &[
    Rol::Jeugdconsulent,
    Rol::Wmoconsulent,
    Rol::ConsulentInkomen,
    Rol::Uitkeringsadministratie,
    Rol::Werkcoach,
    Rol::Regisseur,
    Rol::Backoffice,
    Rol::MedewerkerBudgetbeheer,
    Rol::Vervanger,
];

/// Role × what × standing → how far.
pub const LIJNEN: &[Lijn] = &[
    // C1-R1, C2-R1, KING-R1a: oneself.
    lijn(&[Rol::Inwoner, Rol::Groepsparticipant], Beleidsobject::Persoon, Relatie::Betrokkene, Toegang::Wat),
    // who comes in for somebody sees how they are known to us and what is on their rekening. Not the plan: in it stand others too.
    lijn(&[Rol::Inwoner], Beleidsobject::Persoon, Relatie::Gemachtigde, Toegang::Wat),
    lijn(&[Rol::Inwoner], Beleidsobject::Rekening, Relatie::Gemachtigde, Toegang::Wat),
    // C2-L3: the desk sees who somebody is; of what runs for them it sees what each zaak allows.
    lijn(BALIE, Beleidsobject::Persoon, Relatie::Geen, Toegang::Wat),
    // C2-R3, C2-R4: who reads the content of somebody's zaak knows who they are.
    lijn(&Rol::ALLE, Beleidsobject::Persoon, Relatie::ZietInhoud, Toegang::Wat),
    // C2-L3, C2-N7: who may search finds whoever has something running that they may know of.
    lijn(BALIE, Beleidsobject::Persoon, Relatie::WeetErvan, Toegang::Dat),
    lijn(CONSULENTEN, Beleidsobject::Persoon, Relatie::WeetErvan, Toegang::Dat),
    // C2-K2, C2-E2, C2-N1, C2-N2.
    lijn(BALIE, Beleidsobject::Huishouden, Relatie::Geen, Toegang::Schrijven),
    lijn(CONSULENTEN, Beleidsobject::Huishouden, Relatie::WerktVoorLid, Toegang::Schrijven),
    lijn(ACHTER, Beleidsobject::Huishouden, Relatie::WerktVoorLid, Toegang::Wat),
    // KING-R4d: who stands in for somebody who works for a lid sees what they see; who speaks with residents records it, too.
    lijn(CONSULENTEN, Beleidsobject::Huishouden, Relatie::Vervanger, Toegang::Schrijven),
    lijn(ACHTER, Beleidsobject::Huishouden, Relatie::Vervanger, Toegang::Wat),
    lijn(&[Rol::Vervanger], Beleidsobject::Huishouden, Relatie::Vervanger, Toegang::Wat),
    // C2-N5, C2-L2: its author adds to the report; who sees the content of one of its zaken reads it. *Dat* opens nothing of it.
    lijn(&Rol::ALLE, Beleidsobject::Contact, Relatie::Auteur, Toegang::Schrijven),
    lijn(&Rol::ALLE, Beleidsobject::Contact, Relatie::ZietInhoud, Toegang::Wat),
    // C2-N9, C2-K4: its deelnemers, whatever else somebody may see of the zaak.
    lijn(&Rol::ALLE, Beleidsobject::Gesprek, Relatie::Deelnemer, Toegang::Schrijven),
    // KING-R4d: who stands in for a deelnemer goes on with the report: without it the work stands still, and a report names who wrote what.
    lijn(VERVANGT, Beleidsobject::Gesprek, Relatie::Vervanger, Toegang::Schrijven),
    // SHV1-A1r, SHV1-A2r. To all others it is not there, also not *dat*: that somebody is in budgetbeheer is a matter of its own.
    lijn(&[Rol::Inwoner], Beleidsobject::Rekening, Relatie::Betrokkene, Toegang::Wat),
    lijn(&[Rol::MedewerkerBudgetbeheer], Beleidsobject::Rekening, Relatie::Behandelaar, Toegang::Schrijven),
    // SHV1-A2r, KING-R4d.
    lijn(
        &[Rol::MedewerkerBudgetbeheer, Rol::Vervanger],
        Beleidsobject::Rekening,
        Relatie::Vervanger,
        Toegang::Schrijven,
    ),
    // KING-G4, KING-G5, KING-R3; KING-R4d: who stands in reads who they are.
    lijn(&[Rol::Regisseur], Beleidsobject::Groep, Relatie::Regisseur, Toegang::Schrijven),
    lijn(&[Rol::Regisseur, Rol::Vervanger], Beleidsobject::Groep, Relatie::VervangtRegisseur, Toegang::Wat),
];
