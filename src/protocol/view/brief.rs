//! Letters, and how a resident wants to hear of them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::clock::Moment;
use crate::domain::brief::{Berichtweg, Briefsoort, NietAangekomen};
use crate::domain::ids::BriefId;

/// Where a letter is.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Briefstap {
    /// It is being made.
    Gevraagd,
    /// It stands in the portal, and nobody is told more.
    InPortaal,
    /// A mail about it is about to go.
    Onderweg,
    /// The mail went.
    Verstuurd,
    /// The mail did not arrive, and is not tried again.
    NietAangekomen,
    /// Somebody is to print it and post it or hand it over.
    TePosten,
    /// Somebody did.
    Gepost,
}

/// A letter of a zaak. Its text has an address of its own.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BriefWat {
    /// Which.
    pub id: BriefId,
    /// Which letter.
    pub briefsoort: Briefsoort,
    /// What people call it.
    pub naam: String,
    /// Where it is.
    pub stap: Briefstap,
    /// When it was made; absent until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub gemaakt_op: Option<Moment>,
    /// By which way it is told; absent until it is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weg: Option<Berichtweg>,
    /// When the mail went, did not arrive, or the letter was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub op: Option<Moment>,
    /// When the mail was found not to arrive, also when the letter went on paper since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub mail_mislukt_op: Option<Moment>,
    /// Why the mail did not arrive.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waarom: Option<NietAangekomen>,
}

/// The letters of a zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BrievenWat {
    /// In the order in which they were asked for.
    pub items: Vec<BriefWat>,
}

/// How somebody wants to hear that there is something for them.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BerichtwegWat {
    /// By which way: what they chose, or what holds while they chose nothing.
    pub weg: Berichtweg,
    /// Where mail goes.
    pub email: Option<String>,
    /// Whether somebody chose this.
    pub gekozen: bool,
    /// The version of the person, for who changes it.
    pub versie: u64,
}
