//! Bodies about a session.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::medewerker::Rol;

/// `POST /sessie/rol`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GekozenRol {
    /// What to work as from here on.
    pub rol: Rol,
}
