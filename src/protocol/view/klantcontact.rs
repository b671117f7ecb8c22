//! Who was spoken to in a running zaak.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Door;
use crate::domain::ids::KlantcontactId;
use crate::domain::zaak::{Contactuitkomst, Contactweg};

/// A klantcontact, for who sees the content of its zaak (KING-KC1).
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KlantcontactWat {
    /// Which.
    pub id: KlantcontactId,
    /// By which way.
    pub weg: Contactweg,
    /// Whether they were reached.
    pub uitkomst: Contactuitkomst,
    /// With whom, in one line.
    pub met: String,
    /// What it was about.
    pub verslag: String,
    /// On which day.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// Who noted it.
    pub door: Door,
    /// It was taken at the desk: who works on the zaak is to call back.
    pub doorgegeven: bool,
}
