//! The one time line of a plan: what happened in it, to its zaken and in contacts (KING-PL2).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Door;
use crate::clock::Moment;

/// What a moment is about; the filter of the time line.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Momentsoort {
    /// The plan itself: its goals, who leads it, what landed in it.
    Plan,
    /// An action.
    Acties,
    /// A zaak that belongs to it: that it was linked, and what happened to it as far as *dat* goes.
    Zaken,
    /// A contact with somebody of the groep.
    Contacten,
}

/// One moment, as far as its reader may know of it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanMoment {
    /// What it is about.
    pub over: Momentsoort,
    /// What happened, such as `ActieGedaan`.
    pub soort: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Who did it; absent where that is content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<Door>,
    /// To whom, where people are named in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub namen: Vec<String>,
    /// What was written down, where it is about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tekst: Option<String>,
    /// The goal, action, zaak, signaal or contact that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// Of a zaak: what people call its zaaktype, and its number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zaak: Option<String>,
}

/// `GET /plannen/{id}/tijdlijn`: newest first.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanTijdlijn {
    /// The moments.
    pub items: Vec<PlanMoment>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}
