//! What is to be done in zaken.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, GedaanDoor, PersoonKort};
use crate::domain::ids::{TaakId, ZaakId};

/// How a taak stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaakStap {
    /// It waits.
    Open,
    /// It is done.
    Gedaan,
    /// It need not be done after all.
    Vervallen,
}

/// A taak, for who sees the content of its zaak.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TaakWat {
    /// Which.
    pub id: TaakId,
    /// In one line.
    pub omschrijving: String,
    /// Which behandelaar does it; absent when that one works on the zaak no more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eigenaar: Option<Door>,
    /// The day on which it should be done.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
    /// How it stands.
    pub stap: TaakStap,
    /// Who did it and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gedaan: Option<GedaanDoor>,
}

/// A taak that waits for its owner, who is the only one to see this line.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TaakRij {
    /// In which zaak.
    pub zaak: ZaakId,
    /// Its number.
    pub zaaknummer: String,
    /// What people call its zaaktype.
    pub zaaktype_naam: String,
    /// Who it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub persoon: Option<PersoonKort>,
    /// Which.
    pub id: TaakId,
    /// In one line.
    pub omschrijving: String,
    /// The day on which it should be done.
    #[schema(value_type = String, format = Date)]
    pub dag: Date,
}

/// `GET /taken`: what one is to do in zaken, by day.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MijnTaken {
    /// The taken, the earliest first.
    pub items: Vec<TaakRij>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}
