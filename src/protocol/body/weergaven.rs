//! The body of one's own views.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::weergaven::Weergave;

/// `PUT /mijn/weergaven`: all of them, in their order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Weergavenlijst {
    /// At most twelve.
    pub weergaven: Vec<Weergave>,
}
