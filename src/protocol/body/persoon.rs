//! Bodies about a person.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::protocol::view::AdresWat;

/// `POST /personen/zoek`: a BSN, or a name with a date of birth.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
}

/// `POST /personen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
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
