//! Bodies about a person.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::brief::Berichtweg;
use crate::domain::persoon::BrpVeld;
use crate::poort::Doel;
use crate::protocol::view::AdresWat;

/// `POST /personen/zoek`: a BSN, or a name with a date of birth.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PersoonVraag {
    /// BSN.
    #[serde(default)]
    pub bsn: Option<String>,
    /// (Part of) a name.
    #[serde(default)]
    pub naam: Option<String>,
    /// Date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
    /// What for; for a talk at the desk when it is not said.
    #[serde(default)]
    pub voor: Zoekdoel,
}

/// `POST /zoek`: a zaaknummer, a zaaktype, words of a subject, or a name.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Werkzoekvraag {
    /// As it was typed.
    pub tekst: String,
}

/// What somebody is looked for. It goes along to the BRP as the purpose of the question.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Zoekdoel {
    /// Somebody is at the desk or calls.
    #[default]
    Intake,
    /// To be in a groep, or around it.
    Groep,
}

/// `POST /personen/{id}/berichtweg`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweBerichtweg {
    /// By which way somebody wants to hear that there is something for them.
    pub weg: Berichtweg,
    /// Where mail goes; needed for mail, and kept for nothing else.
    #[serde(default)]
    pub email: Option<String>,
}

/// `POST /personen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwePersoon {
    /// BSN; some people have none.
    #[serde(default)]
    pub bsn: Option<String>,
    /// First names.
    pub voornamen: String,
    /// Prefix.
    #[serde(default)]
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
    /// Telephone.
    #[serde(default)]
    pub telefoon: Option<String>,
    /// Address.
    #[serde(default)]
    pub adres: Option<AdresWat>,
}

/// `POST /personen/{id}/contact`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwContact {
    /// Telephone; `null` takes it away.
    pub telefoon: Option<String>,
}

/// `POST /personen/onbekend`: somebody of whom nobody knows who it is.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweOnbekende {
    /// What is known of them.
    pub beschrijving: String,
    /// Telephone.
    #[serde(default)]
    pub telefoon: Option<String>,
}

/// How somebody's identity came to be known, when not by the BRP.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdentificatieKeuze {
    /// They showed a passport, identity card or the like.
    Identiteitsbewijs,
    /// They say so.
    EigenOpgave,
}

/// `POST /personen/{id}/identiteit`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweIdentiteit {
    /// Who it is.
    pub persoon: NieuwePersoon,
    /// How that came to be known.
    pub wijze: IdentificatieKeuze,
}

/// What the BRP is asked for.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DoelKeuze {
    /// Somebody is at the desk: who is this?
    #[default]
    Intake,
    /// Help for a minor: also gezag.
    Jeugdhulp,
    /// Wmo.
    Wmo,
    /// Participatiewet.
    Inkomen,
    /// Who live together.
    Huishouden,
}

impl From<DoelKeuze> for Doel {
    fn from(keuze: DoelKeuze) -> Self {
        match keuze {
            DoelKeuze::Intake => Self::Intake,
            DoelKeuze::Jeugdhulp => Self::Jeugdhulp,
            DoelKeuze::Wmo => Self::Wmo,
            DoelKeuze::Inkomen => Self::Inkomen,
            DoelKeuze::Huishouden => Self::Huishouden,
        }
    }
}

/// `POST /personen/uit-brp`: somebody who is not known here.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwUitBrp {
    /// BSN.
    pub bsn: String,
    /// For what.
    #[serde(default)]
    pub doel: DoelKeuze,
}

/// `POST /personen/{id}/uit-brp`: what the BRP says now of somebody who is known here.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpnieuwUitBrp {
    /// For what.
    #[serde(default)]
    pub doel: DoelKeuze,
    /// What of it becomes our own data; the rest is kept beside them.
    #[serde(default)]
    pub velden: Vec<BrpVeld>,
    /// BSN of somebody of whom we did not know it.
    #[serde(default)]
    pub bsn: Option<String>,
}
