//! What a command answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::domain::ids::GesprekId;

/// What a command answers.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Uitgevoerd {
    /// What it was done to, or what it made.
    pub id: Uuid,
    /// Its version now.
    pub versie: u64,
    /// The place in the feed that a reader must have passed to see it.
    pub positie: u64,
    /// The number of a new zaak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zaaknummer: Option<String>,
    /// The talk of a new document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gesprek: Option<GesprekId>,
}
