//! What of a plan its leden see in the portal: what was shared with them, and was not withheld for a reason (KING-R1b, KING-R1c).

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Actie, Doelstelling, Inhoud, PlanEvent, PlanRefusal, Voor};
use crate::clock::Moment;
use crate::domain::ids::{ActieId, DoelId};
use crate::domain::wat::Wat;
use crate::limits::ACHTERHOUDEN_DAGEN_MAX;

/// A goal or an action: what is shared or withheld by itself.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Onderdeel {
    /// A goal, with the actions that serve it.
    Doel(DoelId),
    /// An action.
    Actie(ActieId),
}

/// Why something is kept from the portal, and for how long.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Achterhouding {
    /// Why.
    pub reden: Wat,
    /// The last day.
    pub tot_en_met: Date,
    /// The day on which it is looked at again, at the latest the last one.
    pub herzien_op: Date,
}

/// Whether the leden see it.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Portaal {
    /// It was set down before a plan was in the portal, for who works here alone: it stays so until a regisseur shares it.
    #[default]
    Niet,
    /// They do.
    Gedeeld {
        /// Since when, when they did not from its first moment.
        sinds: Option<Moment>,
    },
    /// They do after the last day.
    Achtergehouden {
        /// Why, and for how long.
        waarom: Box<Achterhouding>,
        /// Since when.
        op: Moment,
    },
}

impl Portaal {
    pub(super) fn van(in_portaal: bool) -> Self {
        if in_portaal { Self::Gedeeld { sinds: None } } else { Self::Niet }
    }

    /// Whether it is shown on this day.
    #[must_use]
    pub fn getoond_op(&self, dag: Date) -> bool {
        match self {
            Self::Niet => false,
            Self::Gedeeld { .. } => true,
            Self::Achtergehouden { waarom, .. } => waarom.tot_en_met < dag,
        }
    }

    /// By what the leden know it from one time that they see it to the next: another moment after each time that it was kept from them.
    #[must_use]
    pub fn keer(&self) -> Option<Moment> {
        match self {
            Self::Niet => None,
            Self::Gedeeld { sinds } => *sinds,
            Self::Achtergehouden { op, .. } => Some(*op),
        }
    }
}

impl Inhoud {
    /// The goals that the portal shows on `dag` of this part of the plan.
    pub fn doelen_in_portaal(&self, voor: Voor, dag: Date) -> impl Iterator<Item = &Doelstelling> {
        self.doelen.iter().filter(move |doel| doel.voor == voor && doel.portaal.getoond_op(dag))
    }

    /// The actions that the portal shows on `dag` of this part of the plan: none of a goal that it does not show, which they would tell of.
    pub fn acties_in_portaal(&self, voor: Voor, dag: Date) -> impl Iterator<Item = &Actie> {
        let own = self
            .acties
            .iter()
            .filter(move |actie| actie.afspraak.voor == voor && actie.portaal.getoond_op(dag));
        own.filter(move |actie| match actie.afspraak.doel {
            None => true,
            Some(doel) => self.doel(doel).is_some_and(|doel| doel.portaal.getoond_op(dag)),
        })
    }

    /// By what the leden know an action from one time that they see it to the next: it is kept from them with its goal too.
    #[must_use]
    pub fn keer_van(&self, actie: &Actie) -> Option<Moment> {
        let goal = actie.afspraak.doel.and_then(|doel| self.doel(doel)?.portaal.keer());
        actie.portaal.keer().max(goal)
    }

    /// For whom something is, and whether it is shown; `None` when it is not there.
    #[must_use]
    pub fn onderdeel(&self, onderdeel: Onderdeel) -> Option<(Voor, &Portaal)> {
        match onderdeel {
            Onderdeel::Doel(id) => self.doel(id).map(|doel| (doel.voor, &doel.portaal)),
            Onderdeel::Actie(id) => self.actie(id).map(|actie| (actie.afspraak.voor, &actie.portaal)),
        }
    }

    pub(super) fn zet_portaal(&mut self, onderdeel: Onderdeel, portaal: &Portaal) {
        match onderdeel {
            Onderdeel::Doel(id) => {
                for doel in self.doelen.iter_mut().filter(|doel| doel.id == id) {
                    doel.portaal.clone_from(portaal);
                }
            }
            Onderdeel::Actie(id) => {
                for actie in self.acties.iter_mut().filter(|actie| actie.id == id) {
                    actie.portaal.clone_from(portaal);
                }
            }
        }
    }
}

/// May this be kept from the portal? What is about one lid that lid sees (KING-R1a).
pub(super) fn mag_achterhouden(voor: Voor, waarom: &Achterhouding, vandaag: Date) -> Result<(), PlanRefusal> {
    let latest = vandaag.saturating_add(ACHTERHOUDEN_DAGEN_MAX.days());
    match voor {
        Voor::Lid(_) => Err(PlanRefusal::AlleenGroep),
        Voor::Groep if waarom.tot_en_met < vandaag || waarom.tot_en_met > latest => {
            Err(PlanRefusal::AchterhoudenTot)
        }
        Voor::Groep if waarom.herzien_op < vandaag || waarom.herzien_op > waarom.tot_en_met => {
            Err(PlanRefusal::AchterhoudenHerzien)
        }
        Voor::Groep => Ok(()),
    }
}

/// It is kept from the portal from now on; the same again is no news.
pub(super) fn houd_achter(
    plan: &Inhoud,
    onderdeel: Onderdeel,
    waarom: &Achterhouding,
    vandaag: Date,
) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let (voor, portaal) = plan.onderdeel(onderdeel).ok_or(PlanRefusal::Onbekend)?;
    mag_achterhouden(voor, waarom, vandaag)?;
    let same = matches!(portaal, Portaal::Achtergehouden { waarom: now, .. } if **now == *waarom);
    Ok((!same).then(|| achtergehouden(onderdeel, waarom)).into_iter().collect())
}

pub(super) fn achtergehouden(onderdeel: Onderdeel, waarom: &Achterhouding) -> PlanEvent {
    PlanEvent::OnderdeelAchtergehouden { onderdeel, achterhouding: waarom.clone() }
}

/// The leden see it from now on.
pub(super) fn deel(plan: &Inhoud, onderdeel: Onderdeel) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let (_, portaal) = plan.onderdeel(onderdeel).ok_or(PlanRefusal::Onbekend)?;
    let shared = PlanEvent::OnderdeelGedeeld { onderdeel };
    Ok((!matches!(portaal, Portaal::Gedeeld { .. })).then_some(shared).into_iter().collect())
}
