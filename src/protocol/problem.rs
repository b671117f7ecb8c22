//! How a refusal looks on HTTP (RFC 9457) and the fields it shares with `/rt`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::view::Door;
use crate::clock::Moment;

/// Whether what was sent is kept.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bewaard {
    /// Yes, on the server.
    Ja,
    /// No; nothing changed.
    Nee,
    /// Not on the server; the client still holds it.
    Lokaal,
}

/// A field that is wrong.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Veldfout {
    /// Its name in the body.
    pub veld: String,
    /// Why.
    pub code: String,
    /// Why, in Dutch.
    pub uitleg: String,
}

/// `application/problem+json`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Problem {
    /// `urn:keukentafel:fout:<code>`.
    pub r#type: String,
    /// In a few Dutch words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do next, in Dutch.
    pub detail: String,
    /// The stable code.
    pub code: String,
    /// Whether what was sent is kept.
    pub bewaard: Bewaard,
    /// The fields that are wrong.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub velden: Vec<Veldfout>,
    /// With a conflict: the present version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub versie: Option<u64>,
    /// With a conflict: the version on which it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verwacht: Option<u64>,
    /// With a conflict: who was first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub door: Option<Door>,
    /// With a conflict: when that was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub at: Option<Moment>,
    /// With a conflict: what happened then, such as `ZaakToegewezen`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soort: Option<String>,
    /// With a conflict: to whom, where people are named in it. With `zaak.al_toegewezen`: whose it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub namen: Vec<String>,
    /// The one that is there already, when the asker may see it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verwijst_naar: Option<uuid::Uuid>,
    /// The page of ours where what is missing can be done, such as proving anew who one is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ga_naar: Option<String>,
}
