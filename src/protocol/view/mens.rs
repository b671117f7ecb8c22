//! Who works here, who is logged in, who is at the table.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::sessie::{Deur, RolKort};
use crate::clock::Moment;
use crate::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use crate::domain::medewerker::Rol;
use crate::domain::zaaktype::Domein;

/// Somebody, as named beside an act.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Door {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// For whom they stood in with this act: `Vera namens Kevin`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namens: Option<String>,
}

/// A colleague one may choose.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MedewerkerKort {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// Their role.
    pub rol: Rol,
    /// What people call the role.
    pub rol_naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// The field of law they work in.
    pub team: Option<Domein>,
}

/// A municipality, by name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GemeenteKort {
    /// Which.
    pub id: GemeenteId,
    /// Its name.
    pub naam: String,
    /// Under which number residents reach it; absent when that was not set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telefoon: Option<String>,
}

/// The session.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SessieWat {
    /// Through which door it came in.
    pub deur: Deur,
    /// Until when acts are open that ask for a fresh proof of who one is; absent when that is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub opgestapt_tot: Option<Moment>,
    /// When nothing is done until then.
    #[schema(value_type = String, format = DateTime)]
    pub verloopt_op: Moment,
    /// In any case.
    #[schema(value_type = String, format = DateTime)]
    pub uiterlijk_op: Moment,
}

/// Who is logged in.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ik {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// The role of this session.
    pub rol: Rol,
    /// What people call the role.
    pub rol_naam: String,
    /// Every role that is theirs, this one too: with more than one they can change.
    pub rollen: Vec<RolKort>,
    /// What stands on their chair.
    pub initiaal: String,
    /// For which municipality.
    pub gemeente: GemeenteKort,
    /// The field of law they work in.
    pub team: Option<Domein>,
    /// For a resident: which person they are.
    pub persoon: Option<PersoonId>,
    /// For who comes in for a resident: for whom.
    pub namens: Option<Vertegenwoordigde>,
    /// The session.
    pub sessie: SessieWat,
}

/// For whom somebody comes in.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Vertegenwoordigde {
    /// Which person.
    pub persoon: PersoonId,
    /// Their name.
    pub naam: String,
}

/// A part of the page of a zaak.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Zaakdeel {
    /// What is written about it.
    Documenten,
    /// What is to be done.
    Taken,
    /// The besluit.
    Besluit,
    /// What was reported, and by whom.
    Contacten,
}

/// Somebody who has a zaak or a document open.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Aanwezige {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// The colour of their chair in this room: place 1 to 8.
    pub plek: u8,
    /// At which part of the page of a zaak they look, as their page says; never kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deel: Option<Zaakdeel>,
}
