//! Protected dossiers, for who looks after them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Door, PersoonKort, SpoorRegel};
use crate::clock::Moment;
use crate::domain::persoon::Beschermgrond;

/// A protected dossier.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BeschermdRij {
    /// Whose: the name and nothing beside it.
    pub persoon: PersoonKort,
    /// Why.
    pub grond: Beschermgrond,
    /// From this moment on.
    #[schema(value_type = String, format = DateTime)]
    pub van: Moment,
    /// The last day; without an end when absent.
    pub tot_en_met: Option<Date>,
    /// Who may work on it.
    pub medewerkers: Vec<Door>,
    /// Whether it holds now.
    pub geldt: bool,
    /// Zaken on which nobody works who is named: whoever is named must see to them, for nobody else knows of them.
    pub wachtend: usize,
}

/// The protected dossiers.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BeschermdWat {
    /// The oldest first.
    pub items: Vec<BeschermdRij>,
    /// How many there are.
    pub aantal: usize,
    /// How often somebody looked at one, or tried to, as the trail has it: that it rose says that there is something to read.
    pub geopend: u64,
    /// When that was last.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub laatst_geopend: Option<Moment>,
}

/// Who looked at protected dossiers, or tried to.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Openingen {
    /// The newest first.
    pub items: Vec<SpoorRegel>,
}
