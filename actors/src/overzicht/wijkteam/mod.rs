//! What the wijkteam works with beside zaken: groepen, their plans, and signalen; and what follows from one of these to the next.

mod aangaand;
mod acties;
mod apply;
mod bijdragen;
mod groepen;
mod leiding;
mod plannen;
mod portaal;
mod reacties;
mod signalen;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use keukentafel::domain::groep::{Gevormd, Groep};
use keukentafel::domain::ids::{GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, ZaakId};
use keukentafel::domain::plan::{Inhoud, Plan};
use keukentafel::domain::signaal::{Gemeld, Signaal};
use keukentafel::store::Position;
use serde::{Deserialize, Serialize};

pub(crate) use plannen::{actie_wat, doel_wat};
pub use reacties::Reactie;
pub use signalen::{Plek, Signaalstand, SignalenFilter};

/// A groep.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GroepRegel {
    groep: Groep,
    positie: Position,
}

/// A plan. Its goals and actions are lines, and stand here; longer texts stay with the actors.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlanRegel {
    plan: Plan,
    versie: u64,
    positie: Position,
}

/// A signaal, without what its sources wrote.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignaalRegel {
    signaal: Signaal,
    positie: Position,
}

impl GroepRegel {
    /// The groep; rows are kept only of those that are there.
    #[must_use]
    pub fn gevormd(&self) -> Option<&Gevormd> {
        self.groep.gevormd()
    }
}

impl PlanRegel {
    /// Its version.
    #[must_use]
    pub fn versie(&self) -> u64 {
        self.versie
    }

    /// What the plan holds, running or not.
    #[must_use]
    pub fn inhoud(&self) -> Option<&Inhoud> {
        self.plan.inhoud()
    }

    /// What it holds, while it runs.
    #[must_use]
    pub fn lopend(&self) -> Option<&Inhoud> {
        self.plan.lopend()
    }
}

impl SignaalRegel {
    /// The signaal; rows are kept only of those that are there.
    #[must_use]
    pub fn gemeld(&self) -> Option<&Gemeld> {
        self.signaal.gemeld()
    }
}

/// Groepen, plans and signalen of one municipality.
#[derive(Debug, Default)]
pub(super) struct Wijkteam {
    pub(super) groepen: HashMap<GroepId, GroepRegel>,
    pub(super) plannen: HashMap<PlanId, PlanRegel>,
    pub(super) signalen: HashMap<SignaalId, SignaalRegel>,
    /// The groep of exactly these persons.
    op_samenstelling: HashMap<Vec<PersoonId>, GroepId>,
    /// The groepen that somebody made.
    op_vormer: HashMap<MedewerkerId, BTreeSet<GroepId>>,
    /// The groepen of which somebody is or was a lid.
    groepen_van: HashMap<PersoonId, BTreeSet<GroepId>>,
    /// The plans of which somebody is or was regisseur.
    op_regisseur: HashMap<MedewerkerId, BTreeSet<PlanId>>,
    /// The plans in which a zaak is.
    op_zaak: HashMap<ZaakId, BTreeSet<PlanId>>,
    /// The plans of a person's groepen.
    plannen_van: HashMap<PersoonId, BTreeSet<PlanId>>,
    /// The signalen about the same, by the key that is claimed for it. One that was about somebody unknown stays there too.
    op_betreft: HashMap<String, BTreeSet<SignaalId>>,
    /// The plans in which a signaal landed, those that ended too.
    geland: HashMap<SignaalId, BTreeSet<PlanId>>,
    /// Signalen that are open and lie in no plan that runs: the register.
    register: BTreeSet<SignaalId>,
    /// How many signalen are not kept any more. A place that one of those claimed is not claimed again ([`Plek`]).
    pub(super) vernietigd: u64,
    /// What the system still has to do, with the event that led to it.
    reacties: BTreeMap<Reactie, Position>,
}
