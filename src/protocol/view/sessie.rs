//! Sessions, as their owner sees them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::Vertegenwoordigde;
use crate::clock::Moment;
use crate::domain::medewerker::Rol;

/// Through which door a session came in.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deur {
    /// The page of the demonstration.
    Demo,
    /// The municipality's provider of identities.
    Medewerker,
    /// DigiD, by way of a broker.
    Inwoner,
}

/// A kind of device.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Apparaat {
    /// On or under a desk, or a laptop.
    Computer,
    /// A phone.
    Telefoon,
    /// A tablet.
    Tablet,
    /// It did not say.
    #[default]
    Onbekend,
}

/// A browser.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Browser {
    /// Chrome, and what is built on it without saying so.
    Chrome,
    /// Edge.
    Edge,
    /// Firefox.
    Firefox,
    /// Safari.
    Safari,
    /// Another, or none.
    #[default]
    Anders,
}

/// Through which doors one can come in here.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ingangen {
    /// The page of the demonstration.
    pub demo: bool,
    /// The municipality's provider of identities.
    pub medewerker: bool,
    /// DigiD, by way of a broker.
    pub inwoner: bool,
}

/// On what a session is, coarsely: enough for its owner to know it again.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Toestel {
    /// What kind of device.
    pub apparaat: Apparaat,
    /// Which browser.
    pub browser: Browser,
}

/// A role by name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct RolKort {
    /// Which.
    pub rol: Rol,
    /// What people call it.
    pub naam: String,
}

/// What one can choose to work as.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Rolkeuze {
    /// Whose roles.
    pub naam: String,
    /// The role of this session; absent until one is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nu: Option<Rol>,
    /// All of them.
    pub items: Vec<RolKort>,
}

/// Where to go on after something changed in the session.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Verder {
    /// A page of ours, or the address where a provider ends its own session.
    pub ga_naar: String,
}

/// One of one's own sessions.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SessieRij {
    /// To end it by; opens nothing.
    pub id: Uuid,
    /// Whether it is the one that asks.
    pub deze: bool,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub begonnen_op: Moment,
    /// When something was last done in it.
    #[schema(value_type = String, format = DateTime)]
    pub actief_op: Moment,
    /// On what.
    pub toestel: Toestel,
    /// What people call the role it works in; absent until one is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rol_naam: Option<String>,
    /// For whom, when it is a session for another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub namens: Option<Vertegenwoordigde>,
}

/// One's own sessions.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Sessielijst {
    /// The one that was last active first.
    pub items: Vec<SessieRij>,
}
