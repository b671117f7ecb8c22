//! A protected dossier: of a colleague, of somebody whom everybody knows, of who hides. Only whoever is named works on it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Bekend, PersoonEvent, PersoonRefusal};
use crate::clock::Moment;
use crate::domain::aggregate::Context;
use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::ids::MedewerkerId;
use crate::limits::BESCHERMING_MEDEWERKERS_MAX;

/// Why a dossier is protected.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Beschermgrond {
    /// They work for the gemeente, or belong to who does.
    EigenMedewerker,
    /// Everybody knows them.
    BekendPersoon,
    /// Where they are must not come out. That an address is kept from others in the BRP is something else, and does not lead here by itself.
    VeiligVerblijf,
}

/// From when until when a dossier is protected, why, and who may work on it.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Bescherming {
    /// Why.
    pub grond: Beschermgrond,
    /// From this moment on.
    pub van: Moment,
    /// The first moment at which it does not hold any more; without an end when absent.
    pub tot: Option<Moment>,
    /// Who may work on it, in order, each once.
    pub medewerkers: Vec<MedewerkerId>,
}

impl Bescherming {
    /// With these people, in order and each once.
    #[must_use]
    pub fn new(
        grond: Beschermgrond,
        van: Moment,
        tot: Option<Moment>,
        mut medewerkers: Vec<MedewerkerId>,
    ) -> Self {
        medewerkers.sort_unstable();
        medewerkers.dedup();
        Self { grond, van, tot, medewerkers }
    }

    /// Whether it holds at this moment.
    #[must_use]
    pub fn geldt_op(&self, now: Moment) -> bool {
        self.van <= now && self.loopt_nog(now)
    }

    /// Whether it holds at this moment or will.
    #[must_use]
    pub fn loopt_nog(&self, now: Moment) -> bool {
        self.tot.is_none_or(|tot| now < tot)
    }

    /// Whether this medewerker may work on it.
    #[must_use]
    pub fn noemt(&self, medewerker: MedewerkerId) -> bool {
        self.medewerkers.contains(&medewerker)
    }
}

type Besluit = Result<Vec<PersoonEvent>, PersoonRefusal>;

pub(super) fn bescherm(bekend: &Bekend, nieuw: Bescherming, context: &Context) -> Besluit {
    bevoegd(context)?;
    if lopend(bekend, context).is_some() {
        return Err(PersoonRefusal::AlBeschermd);
    }
    past(&nieuw, context)?;
    if nieuw.van < context.now {
        return Err(PersoonRefusal::BeschermingPeriode);
    }
    Ok(vec![PersoonEvent::DossierBeschermd(nieuw)])
}

/// Who may work on it, why and until when; it began when it began.
pub(super) fn wijzig(
    bekend: &Bekend,
    grond: Beschermgrond,
    tot: Option<Moment>,
    medewerkers: &[MedewerkerId],
    context: &Context,
) -> Besluit {
    bevoegd(context)?;
    let now = lopend(bekend, context).ok_or(PersoonRefusal::NietBeschermd)?;
    let nieuw = Bescherming::new(grond, now.van, tot, medewerkers.to_vec());
    past(&nieuw, context)?;
    if nieuw == *now {
        return Ok(Vec::new());
    }
    Ok(vec![PersoonEvent::BeschermingGewijzigd(nieuw)])
}

pub(super) fn hef_op(bekend: &Bekend, context: &Context) -> Besluit {
    bevoegd(context)?;
    match lopend(bekend, context) {
        Some(_) => Ok(vec![PersoonEvent::BeschermingOpgeheven {}]),
        None => Err(PersoonRefusal::NietBeschermd),
    }
}

fn bevoegd(context: &Context) -> Result<(), PersoonRefusal> {
    let may = mag(context.wie.rol, Handeling::DossierBeschermen);
    if may { Ok(()) } else { Err(PersoonRefusal::NietBevoegd) }
}

fn lopend<'a>(bekend: &'a Bekend, context: &Context) -> Option<&'a Bescherming> {
    bekend.bescherming.as_deref().filter(|it| it.loopt_nog(context.now))
}

fn past(bescherming: &Bescherming, context: &Context) -> Result<(), PersoonRefusal> {
    // With nobody named, nobody could do the work.
    if bescherming.medewerkers.is_empty() || bescherming.medewerkers.len() > BESCHERMING_MEDEWERKERS_MAX {
        return Err(PersoonRefusal::BeschermingMedewerkers);
    }
    if bescherming.tot.is_some_and(|tot| tot <= bescherming.van || tot <= context.now) {
        return Err(PersoonRefusal::BeschermingPeriode);
    }
    Ok(())
}
