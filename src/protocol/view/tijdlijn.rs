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

/// Which moments of a time line one asks for.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Momentkeuze {
    /// The plan itself: its goals, who leads it, what landed in it.
    Plan,
    /// Of the plan itself: its goals.
    Doelen,
    /// Of the plan itself: what landed in it.
    Signalen,
    /// Of the plan itself: who leads it, and that it began or ended.
    Regie,
    /// Actions.
    Acties,
    /// Zaken that belong to it.
    Zaken,
    /// Contacts with somebody of the groep.
    Contacten,
}

impl Momentkeuze {
    /// Whether this moment is one of them.
    #[must_use]
    pub fn neemt(self, moment: &PlanMoment) -> bool {
        let starts = |words: &[&str]| {
            moment.over == Momentsoort::Plan && words.iter().any(|word| moment.soort.starts_with(word))
        };
        match self {
            Self::Plan => moment.over == Momentsoort::Plan,
            Self::Doelen => starts(&["Doel"]),
            Self::Signalen => starts(&["Signaal"]),
            Self::Regie => starts(&["Reg", "Plan"]),
            Self::Acties => moment.over == Momentsoort::Acties,
            Self::Zaken => moment.over == Momentsoort::Zaken,
            Self::Contacten => moment.over == Momentsoort::Contacten,
        }
    }
}

/// One moment, as far as its reader may know of it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PlanTijdlijn {
    /// The moments.
    pub items: Vec<PlanMoment>,
    /// Where the next page begins; `null` when there is none.
    pub volgende: Option<String>,
}
