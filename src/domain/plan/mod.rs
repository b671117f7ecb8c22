//! A plan: what a groep and its helpers want to reach, and who does what for it.

mod actiemelding;
mod agenda;
mod bijdrage;
mod decide;
mod evolve;
mod portaal;
mod refusal;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bijdrage;
#[cfg(test)]
mod tests_portaal;

use serde::{Deserialize, Serialize};

use super::ids::{ActieId, DoelId, GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, ZaakId};
use super::wat::Wat;
use crate::clock::Moment;
pub use actiemelding::{Actiemelding, NogNiet};
pub use agenda::{Actiestand, HERINNERING_DAGEN};
pub use bijdrage::{Bijdrage, Doelreactie, Gelezen, Instemming, Woord};
pub use portaal::{Achterhouding, Onderdeel, Portaal};
pub use refusal::PlanRefusal;
pub use words::{Afspraak, Eigenaar, PlanCommand, PlanEvent, Uitkomst, Voor};

/// What the journal knows of a plan.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Plan {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It runs.
    Lopend(Box<Inhoud>),
    /// It has ended, and stays to be read.
    Afgesloten(Box<Inhoud>),
}

/// What a plan holds.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Inhoud {
    /// Of which groep.
    pub groep: GroepId,
    /// The persons of the groep.
    pub leden: Vec<PersoonId>,
    /// Who have full rights, in the order in which they came (KING-RG3). The responsible one is among them.
    pub regisseurs: Vec<MedewerkerId>,
    /// Who is responsible: always exactly one (KING-RG1).
    pub verantwoordelijk: MedewerkerId,
    /// Goals, in the order in which they were set.
    pub doelen: Vec<Doelstelling>,
    /// Actions, in the order in which they were set down.
    pub acties: Vec<Actie>,
    /// What leden said of goals, in the order in which they did.
    pub reacties: Vec<Doelreactie>,
    /// Zaken that belong to it.
    pub zaken: Vec<Gekoppeld>,
    /// Signalen that landed here.
    pub signalen: Vec<SignaalId>,
    /// The signaal that led to it.
    pub aanleiding: Option<SignaalId>,
    /// The plan that the groep had before.
    pub vorig: Option<PlanId>,
    /// When it began.
    pub begonnen_op: Moment,
    /// What came of it, and when it ended.
    pub einde: Option<Einde>,
}

/// A goal.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Doelstelling {
    /// Which.
    pub id: DoelId,
    /// For whom.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: Wat,
    /// How it ended, when it did.
    pub uitkomst: Option<Uitkomst>,
    /// Whether the leden see it.
    #[serde(default)]
    pub portaal: Portaal,
}

/// An action.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Actie {
    /// Which.
    pub id: ActieId,
    /// What, who and when.
    pub afspraak: Afspraak,
    /// When it was done.
    pub gedaan_op: Option<Moment>,
    /// That a lid says so, with what was asked of them since.
    pub gemeld: Option<Actiemelding>,
    /// What was reported before that, the oldest first, each with what was asked of it.
    #[serde(default)]
    pub eerder_gemeld: Vec<Actiemelding>,
    /// Whether the leden see it.
    #[serde(default)]
    pub portaal: Portaal,
}

impl Actie {
    /// Whether it is not done, and this medewerker's to do.
    #[must_use]
    pub fn wacht_op(&self, who: MedewerkerId) -> bool {
        self.gedaan_op.is_none() && self.afspraak.eigenaar == Eigenaar::Medewerker(who)
    }
}

/// A zaak that belongs to a plan.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gekoppeld {
    /// Which.
    pub zaak: ZaakId,
    /// Whom it is about.
    pub persoon: PersoonId,
}

/// How a plan ended.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Einde {
    /// What came of it.
    pub resultaat: Wat,
    /// When.
    pub op: Moment,
}

impl Plan {
    /// What it holds, running or not.
    #[must_use]
    pub fn inhoud(&self) -> Option<&Inhoud> {
        match self {
            Self::Onbekend => None,
            Self::Lopend(inhoud) | Self::Afgesloten(inhoud) => Some(inhoud),
        }
    }

    /// What it holds, while it runs.
    #[must_use]
    pub fn lopend(&self) -> Option<&Inhoud> {
        match self {
            Self::Lopend(inhoud) => Some(inhoud),
            Self::Onbekend | Self::Afgesloten(_) => None,
        }
    }
}

impl Inhoud {
    /// A goal.
    #[must_use]
    pub fn doel(&self, id: DoelId) -> Option<&Doelstelling> {
        self.doelen.iter().find(|doel| doel.id == id)
    }

    /// An action.
    #[must_use]
    pub fn actie(&self, id: ActieId) -> Option<&Actie> {
        self.acties.iter().find(|actie| actie.id == id)
    }
}
