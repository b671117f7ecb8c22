//! A besluit on a zaak: as who sees the content of the zaak sees it, and as the second pair of eyes does.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, PersoonKort};
use crate::clock::Moment;
use crate::domain::besluit::Besluitsoort;
use crate::domain::geld::Eurocent;
use crate::domain::ids::{DocumentId, ZaakId};

/// How far a besluit is.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BesluitStap {
    /// Waits for a second pair of eyes.
    TerAccordering,
    /// Somebody agreed with this version.
    Geaccordeerd,
    /// Somebody did not agree.
    Afgewezen,
    /// It was decided.
    Genomen,
}

/// One thing that is given.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BesluitregelWat {
    /// What.
    pub omschrijving: String,
    /// How much in whole cents, where it is money.
    #[schema(value_type = Option<i64>)]
    pub bedrag_cents: Option<Eurocent>,
}

/// The report that it rests on, as it stood.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct VerslagversieWat {
    /// Which document; who may read it is another question.
    pub document: DocumentId,
    /// The last row of its log.
    pub seq: u64,
    /// SHA-256 over its plain text there.
    pub hash: String,
}

/// Who did something, and when.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GedaanDoor {
    /// Who.
    pub door: Door,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
}

/// A version of a besluit, and how far it is.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BesluitWat {
    /// How far it is.
    pub stap: BesluitStap,
    /// Which version of this zaak.
    pub nummer: u32,
    /// SHA-256 over what is in it (`docs/PROTOCOL.md`).
    pub hash: String,
    /// What is decided.
    pub soort: Besluitsoort,
    /// Why.
    pub motivering: String,
    /// What is given.
    pub regels: Vec<BesluitregelWat>,
    /// What it rests on.
    pub verslag: Option<VerslagversieWat>,
    /// Who offered it.
    pub voorgesteld: GedaanDoor,
    /// Who contributed to it, and so cannot agree with it.
    pub bijdragers: Vec<Door>,
    /// Whether somebody must agree before it can be taken.
    pub akkoord_verplicht: bool,
    /// Who agreed with it.
    pub akkoord: Option<GedaanDoor>,
    /// Who did not agree.
    pub afgewezen: Option<GedaanDoor>,
    /// Why not.
    pub reden: Option<String>,
    /// Who decided.
    pub genomen: Option<GedaanDoor>,
}

/// `GET /zaken/{id}/besluit` and `zaak/<id>@besluit`: what waits for a second pair of eyes, for who may be that. Nothing else of the
/// zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ZaakBesluit {
    /// Which zaak.
    pub id: ZaakId,
    /// Who it is about.
    pub persoon: Option<PersoonKort>,
    /// What is proposed.
    pub besluit: BesluitWat,
}
