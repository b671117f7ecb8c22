//! What a command answers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Door;
use crate::domain::ids::{GesprekId, PersoonId, ZaakId};
use crate::domain::zaak::Bevestigingsweg;
use crate::domain::zaaktype::Domein;

/// A zaak that began with a command.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NieuweZaak {
    /// Which.
    pub zaak: ZaakId,
    /// The number that people use.
    pub zaaknummer: String,
    /// Who it is about.
    pub persoon: PersoonId,
    /// How that person is told; absent where they may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bevestiging: Option<Bevestigingsweg>,
    /// To whom it went; nobody when it waits for the team.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub behandelaars: Vec<Door>,
    /// The team for which it waits, or in whose field of law it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domein: Option<Domein>,
}

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
    /// Of a new zaak: how the person whom it is about is told; absent where they may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bevestiging: Option<Bevestigingsweg>,
    /// The talk of a new document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gesprek: Option<GesprekId>,
    /// The zaken that a contact began, in the order in which they were asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meldingen: Vec<NieuweZaak>,
    /// Of a werkvoorraad that is handed over in parts: how many zaken and plans are left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resterend: Option<usize>,
}
