//! A concept, for whoever typed it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::PersoonKort;
use crate::clock::Moment;
use crate::domain::concept::Conceptsoort;

/// That a concept is on disk, as which version, and until when.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConceptBewaard {
    /// The version, for the next change.
    pub versie: u64,
    /// When it was kept.
    #[schema(value_type = String, format = DateTime)]
    pub bewaard_op: Moment,
    /// From when it is not there any more.
    #[schema(value_type = String, format = DateTime)]
    pub verloopt_op: Moment,
}

/// A concept as it is offered back.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConceptWat {
    /// Of which form.
    pub soort: Conceptsoort,
    /// The thing that it is about, where the form is about one.
    pub onderwerp: Option<Uuid>,
    /// The version, for the next change.
    pub versie: u64,
    /// When it was kept.
    #[schema(value_type = String, format = DateTime)]
    pub bewaard_op: Moment,
    /// From when it is not there any more.
    #[schema(value_type = String, format = DateTime)]
    pub verloopt_op: Moment,
    /// About whom it is, as they are named now.
    pub personen: Vec<PersoonKort>,
    /// Name of a field → what was typed.
    pub velden: BTreeMap<String, String>,
}

/// `GET /concepten/{soort}`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ConceptAntwoord {
    /// One's own; `null` when there is none.
    pub concept: Option<ConceptWat>,
}
