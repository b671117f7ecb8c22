//! The body of a concept.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::PersoonId;

/// `PUT /concepten/{soort}`: what stands in the form, as it stands there. Nothing of it is judged but its size.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Conceptinhoud {
    /// About whom it is, as far as was chosen.
    #[serde(default)]
    pub personen: Vec<PersoonId>,
    /// Name of a field → what was typed.
    pub velden: BTreeMap<String, String>,
}
