//! One's own views of the zaken.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Moment;
use crate::domain::weergaven::Weergave;

/// `GET /mijn/weergaven`: those of the role of this session.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct WeergavenWat {
    /// The views, in the order of their owner.
    pub weergaven: Vec<Weergave>,
    /// The version, for the next change; 0 when there never were any.
    pub versie: u64,
    /// From when they are not there any more, unless they are kept anew.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub verloopt_op: Option<Moment>,
}
