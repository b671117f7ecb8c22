//! A person.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::PersoonId;

/// The person of a zaak, as in a list.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonKort {
    /// Who.
    pub id: PersoonId,
    /// Their name.
    pub naam: String,
    /// Their date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
}

/// Where somebody lives.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdresWat {
    /// Street.
    pub straat: String,
    /// House number with letter or addition.
    pub huisnummer: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub plaats: String,
}

/// A person with all that is known.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonWat {
    /// Who.
    pub id: PersoonId,
    /// The name as one says it.
    pub naam: String,
    /// BSN.
    pub bsn: Option<String>,
    /// First names.
    pub voornamen: String,
    /// Prefix.
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// Telephone.
    pub telefoon: Option<String>,
    /// Address.
    pub adres: Option<AdresWat>,
    /// The version of the person.
    pub versie: u64,
}
