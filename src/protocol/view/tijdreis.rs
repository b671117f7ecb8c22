//! A zaak as it was, and as it was known, at a moment (N-7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, Tijdlijnregel, ZaakWat};
use crate::clock::Moment;
use crate::domain::bevoegdheid::Toegang;
use crate::domain::ids::{DocumentId, GesprekId};

/// One field that reads otherwise now.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Verschil {
    /// Which field of the zaak.
    pub veld: String,
    /// What it was; absent when the zaak was not there.
    pub toen: Option<String>,
    /// What it is.
    pub nu: Option<String>,
}

/// Somebody who could look into the zaak then.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Zicht {
    /// Who.
    pub wie: Door,
    /// In which role: the one of today.
    pub rol_naam: String,
    /// How far.
    pub toegang: Toegang,
}

/// By which policy it was worked out who could see it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Beleidsversie {
    /// The facts are those of then; the table of rights and the roles of people are those of today.
    Huidig,
}

/// The text of a report as it stood then.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentToen {
    /// Which document.
    pub id: DocumentId,
    /// The talk it belongs to.
    pub gesprek: GesprekId,
    /// What people call it.
    pub titel: String,
    /// Who took part then, and so could read it.
    pub deelnemers: Vec<Door>,
    /// The last row of its log then.
    pub seq: u64,
    /// Its text then, plain; absent when there was more than can be shown or when a row does not apply.
    pub tekst: Option<String>,
}

/// `GET /zaken/{id}/tijdreis`.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TijdreisWat {
    /// For which moment: what held in the world.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// As known at which moment.
    #[schema(value_type = String, format = DateTime)]
    pub bekend_op: Moment,
    /// The version of the zaak then; 0 when it was not there.
    pub versie: u64,
    /// The zaak then; absent when it was not there.
    pub zaak: Option<ZaakWat>,
    /// What reads otherwise now.
    pub verschillen: Vec<Verschil>,
    /// What happened to the zaak until today, oldest first: the moments one can go to.
    pub stappen: Vec<Tijdlijnregel>,
    /// Whether there were more than are here: these are the newest.
    pub meer_stappen: bool,
    /// Who could look into it then.
    pub zicht: Vec<Zicht>,
    /// Who could see it then is worked out for at most so many people, related zaken and toekenningen; beyond it this says that some are missing.
    pub zicht_onvolledig: bool,
    /// By which policy.
    pub beleid: Beleidsversie,
    /// The reports that the asker may read now and could read then.
    pub documenten: Vec<DocumentToen>,
    /// Whether there were more than are here.
    pub meer_documenten: bool,
}
