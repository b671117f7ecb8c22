//! What is noted of a conversation in a running zaak.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::zaak::{Contactuitkomst, Contactweg};

/// `POST /zaken/{id}/klantcontacten`, and `…/doorgeven` for the desk.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwKlantcontact {
    /// By which way.
    pub weg: Contactweg,
    /// Whether they were reached.
    pub uitkomst: Contactuitkomst,
    /// With whom, in one line.
    pub met: String,
    /// What it was about: a few lines.
    pub verslag: String,
    /// On which day, `2026-11-30`: not after today.
    pub dag: String,
}
