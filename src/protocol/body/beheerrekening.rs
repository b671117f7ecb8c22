//! What is sent about a beheerrekening.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::beheerrekening::Beheervorm;
use crate::domain::ids::PersoonId;

/// A new beheerrekening.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweRekening {
    /// Whose money it is.
    pub persoon: PersoonId,
    /// Under which number Allegro knows them.
    pub klant: String,
    /// How much of it the gemeente keeps.
    pub vorm: Beheervorm,
}

impl fmt::Debug for NieuweRekening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NieuweRekening(***)")
    }
}
