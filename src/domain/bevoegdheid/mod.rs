//! Who may see what, and who may do what. The one place that decides it, for every way out.
//!
//! The policy is data: role × what × relation → niets, dat, wat, schrijven ([`Beleid`], made of the lines in `tabel`, `lijnen`,
//! `plan` and `signaal`). What is not in it is *niets*. Here stands only how somebody stands to something. All of it is pure: the
//! facts are handed in.

mod beleid;
mod eis;
mod handeling;
mod lijnen;
mod plan;
mod signaal;
mod tabel;
mod voorwerp;

#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{MedewerkerId, PersoonId};
use super::medewerker::{Rol, Wie};
use super::zaaktype::Zaaktype;
#[cfg(feature = "proef-beleid")]
pub use beleid::laad;
pub use beleid::{Beleid, beleid};
pub use eis::Eis;
pub use handeling::Handeling;
pub use lijnen::{LIJNEN, Lijn};
pub use plan::{PLANREGELS, PlanFeiten, Plandeel, Planregel, Planrelatie, Planzicht, op_groep, op_plan};
pub use signaal::{KRINGEN, Kring, SignaalFeiten, op_signaal};
pub use tabel::{HANDELINGEN, Regel, TABEL};
pub use voorwerp::{Cel, Voorwerp, Voorwerpsoort};

/// How far somebody may look. Each step holds the ones before it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Toegang {
    /// Nothing, not even that it exists.
    Niets,
    /// That it runs: type, state, handler, dates.
    Dat,
    /// The content.
    Wat,
    /// The content, and to change it.
    Schrijven,
}

/// How somebody stands to something.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Relatie {
    /// Works on it.
    Behandelaar,
    /// Registered it.
    Melder,
    /// Works in its field of law.
    Vakgenoot,
    /// Works on another zaak of the same person (C2-N7).
    ZelfdePersoon,
    /// Is regisseur of a running plan of a groep to which its person belongs (KING-R3).
    Regisseur,
    /// Works on a zaak of somebody who lives in the same huishouden (C2-K2, C2-E2).
    ZelfdeHuishouden,
    /// It is about them.
    Betrokkene,
    /// None of these.
    Geen,
    /// May read the content of a zaak that belongs to it.
    ZietInhoud,
    /// May know that a zaak that belongs to it runs.
    WeetErvan,
    /// Works on a zaak of somebody who lives there.
    WerktVoorLid,
    /// Wrote it.
    Auteur,
    /// Takes part in it.
    Deelnemer,
    /// Is one of the groep that a plan is about.
    Lid,
    /// Stands around the groep that a plan is about.
    Participant,
}

impl Relatie {
    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Behandelaar => "behandelaar",
            Self::Melder => "melder",
            Self::Vakgenoot => "vakgenoot",
            Self::ZelfdePersoon => "zelfde_persoon",
            Self::Regisseur => "regisseur",
            Self::ZelfdeHuishouden => "zelfde_huishouden",
            Self::Betrokkene => "betrokkene",
            Self::Geen => "geen",
            Self::ZietInhoud => "ziet_inhoud",
            Self::WeetErvan => "weet_ervan",
            Self::WerktVoorLid => "werkt_voor_lid",
            Self::Auteur => "auteur",
            Self::Deelnemer => "deelnemer",
            Self::Lid => "lid",
            Self::Participant => "participant",
        }
    }
}

/// What the policy asks of a zaak.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ZaakFeiten {
    /// Its zaaktype.
    pub zaaktype: Zaaktype,
    /// Who it is about.
    pub persoon: PersoonId,
    /// Who registered it.
    pub melder: Option<MedewerkerId>,
    /// Who works on it.
    pub behandelaars: Vec<MedewerkerId>,
}

/// What the zaak itself does not know and the read side does.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Verband {
    /// The asker works on another zaak of the same person.
    pub zelfde_persoon: bool,
    /// The asker is regisseur of a running plan of a groep to which the person belongs.
    pub regisseur: bool,
    /// The asker works on a zaak of somebody else in the huishouden of this zaak's person.
    pub zelfde_huishouden: bool,
}

/// How far `wie` may look into a zaak.
#[must_use]
pub fn op_zaak(wie: &Wie, feiten: &ZaakFeiten, verband: Verband) -> Toegang {
    beleid().hoogste(wie.rol, Voorwerp::Zaak(feiten.zaaktype), relaties(wie, feiten, verband))
}

/// Whether `wie` may say who works on this zaak.
#[must_use]
pub fn mag_toewijzen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    let eigen = feiten.melder == Some(wie.id) && mag(wie.rol, Handeling::EigenMeldingToewijzen);
    let behandelaar = feiten.behandelaars.contains(&wie.id) && wie.rol.behandelt();
    eigen || behandelaar || mag(wie.rol, Handeling::Verdelen)
}

/// How far everybody in this role may look into a zaak of this zaaktype, whoever they are and however they stand to it: what a
/// frame that the whole role shares may count.
#[must_use]
pub fn op_rol(rol: Rol, zaaktype: Zaaktype) -> Toegang {
    let vakgenoot = (rol.domein() == Some(zaaktype.domein())).then_some(Relatie::Vakgenoot);
    let relaties = std::iter::once(Relatie::Geen).chain(vakgenoot);
    beleid().hoogste(rol, Voorwerp::Zaak(zaaktype), relaties)
}

/// Whether `wie` may take this zaak themselves, when nobody has it: who handles zaken in its field of law (C2-L4).
#[must_use]
pub fn mag_nemen(wie: &Wie, feiten: &ZaakFeiten) -> bool {
    wie.rol.behandelt() && wie.rol.domein() == Some(feiten.zaaktype.domein())
}

/// Whether `wie` may say that this medewerker is away or back: of oneself, and who distributes the work.
#[must_use]
pub fn mag_afwezig_melden(wie: &Wie, medewerker: MedewerkerId) -> bool {
    wie.id == medewerker || mag(wie.rol, Handeling::AfwezigheidMelden)
}

/// Whether `wie` may begin a zaak of this type: a confidential one only in one's own field of law, so that nobody else learns from
/// a form that there are such.
#[must_use]
pub fn mag_beginnen(wie: &Wie, zaaktype: Zaaktype) -> bool {
    let eigen = wie.rol.domein() == Some(zaaktype.domein());
    mag(wie.rol, Handeling::MeldingRegistreren) && (eigen || !zaaktype.vertrouwelijk())
}

/// How far somebody may look into a contact: its author adds to the report; who may see the content of one of its zaken reads it
/// (C2-N5). *Dat* on a zaak opens nothing of it.
#[must_use]
pub fn op_contact(wie: &Wie, auteur: MedewerkerId, hoogste_zaak: Toegang) -> Toegang {
    let auteur = (wie.id == auteur).then_some(Relatie::Auteur);
    let lezer = (hoogste_zaak >= Toegang::Wat).then_some(Relatie::ZietInhoud);
    beleid().hoogste(wie.rol, Voorwerp::Contact, auteur.into_iter().chain(lezer))
}

/// How far somebody may look at a huishouden (who lives there, gezag, residence): who works on a zaak of one of its members, and the
/// desk. The zaken in it are looked at one by one.
#[must_use]
pub fn op_huishouden(wie: &Wie, werkt_voor_lid: bool) -> Toegang {
    let werkt = werkt_voor_lid.then_some(Relatie::WerktVoorLid);
    beleid().hoogste(wie.rol, Voorwerp::Huishouden, std::iter::once(Relatie::Geen).chain(werkt))
}

/// How far somebody may look into what belongs to a gesprek: its deelnemers write, everybody else sees nothing (design §10.4).
#[must_use]
pub fn op_gesprek(wie: &Wie, deelnemers: &[MedewerkerId]) -> Toegang {
    let deelnemer = deelnemers.contains(&wie.id).then_some(Relatie::Deelnemer);
    beleid().hoogste(wie.rol, Voorwerp::Gesprek, deelnemer)
}

/// How far somebody may look at a beheerrekening: whose money it is, and who looks after it. To all others it is not there, also not
/// *dat*: that somebody is in budgetbeheer is a matter of its own.
#[must_use]
pub fn op_rekening(wie: &Wie, persoon: PersoonId, behandelaars: &[MedewerkerId]) -> Toegang {
    let betrokkene = (wie.persoon == Some(persoon)).then_some(Relatie::Betrokkene);
    let behandelaar = behandelaars.contains(&wie.id).then_some(Relatie::Behandelaar);
    beleid().hoogste(wie.rol, Voorwerp::Rekening, betrokkene.into_iter().chain(behandelaar))
}

/// How far somebody may look at a person: as far as at the zaken of that person, and the desk may always.
#[must_use]
pub fn op_persoon(wie: &Wie, persoon: PersoonId, hoogste_zaak: Toegang) -> Toegang {
    let betrokkene = (wie.persoon == Some(persoon)).then_some(Relatie::Betrokkene);
    let door_zaak = match hoogste_zaak {
        Toegang::Schrijven | Toegang::Wat => Some(Relatie::ZietInhoud),
        Toegang::Dat => Some(Relatie::WeetErvan),
        Toegang::Niets => None,
    };
    let relaties = std::iter::once(Relatie::Geen).chain(betrokkene).chain(door_zaak);
    beleid().hoogste(wie.rol, Voorwerp::Persoon, relaties)
}

/// Whether a role may do this.
#[must_use]
pub fn mag(rol: Rol, handeling: Handeling) -> bool {
    beleid().toegang(rol, Voorwerp::Handeling(handeling), Relatie::Geen) > Toegang::Niets
}

fn is_balie(rol: Rol) -> bool {
    matches!(rol, Rol::Frontoffice | Rol::Kcc)
}

fn relaties(wie: &Wie, feiten: &ZaakFeiten, verband: Verband) -> Vec<Relatie> {
    let mut found = vec![Relatie::Geen];
    let mut add = |when: bool, relatie| {
        if when {
            found.push(relatie);
        }
    };
    add(feiten.behandelaars.contains(&wie.id), Relatie::Behandelaar);
    add(feiten.melder == Some(wie.id), Relatie::Melder);
    add(wie.rol.domein() == Some(feiten.zaaktype.domein()), Relatie::Vakgenoot);
    add(verband.zelfde_persoon, Relatie::ZelfdePersoon);
    add(verband.regisseur, Relatie::Regisseur);
    add(verband.zelfde_huishouden, Relatie::ZelfdeHuishouden);
    add(wie.persoon == Some(feiten.persoon), Relatie::Betrokkene);
    found
}
