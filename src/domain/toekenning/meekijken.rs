//! Meekijken: a lid of a groep lets another see something of theirs, for a time (KING-R1f, KING-R1g). Nobody asks for it; it is given on one's
//! own page, begins after a time to think, and ends at once when it is taken back or a regisseur stops it.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ToekenningEvent, ToekenningRefusal, Verleend, Voorwerp};
use crate::domain::aggregate::Context;
use crate::domain::bevoegdheid::{Meekijkfeiten, mag_laten_meekijken, vervangt_regie};
use crate::domain::identiteit::medewerker_van_inwoner;
use crate::domain::ids::{MedewerkerId, PersoonId, PlanId, ZaakId};
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::wat::Wat;
use crate::limits::{BEDENKTIJD_UREN, TOESTEMMING_DAGEN_MAX};

/// Microseconds in an hour.
const UUR: i64 = 3_600_000_000;

/// What somebody lets another lid see.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Meekijkwat {
    /// What of the plan is about them alone.
    EigenDeel,
    /// That this zaak of theirs runs.
    Zaak(ZaakId),
}

/// Who lets whom see what, in which plan.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Meekijken {
    /// Of which plan both are leden.
    pub plan: PlanId,
    /// Whose it is.
    pub van: PersoonId,
    /// Who sees it.
    pub aan: PersoonId,
    /// What.
    pub wat: Meekijkwat,
}

/// Where it stands at a moment.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Meekijkstand {
    /// It was given and has yet to begin: nobody sees anything, and nobody hears when it is taken back.
    Bedenktijd,
    /// It holds.
    Geldt,
    /// A regisseur stopped it.
    Gestopt,
}

impl Verleend {
    /// Who lets whom see what; `None` for another toekenning.
    #[must_use]
    pub fn meekijken(&self) -> Option<Meekijken> {
        match self.voorwerp {
            Voorwerp::Meekijken { plan, van, aan, wat } => Some(Meekijken { plan, van, aan, wat }),
            Voorwerp::Vervanging { .. } | Voorwerp::Glas { .. } | Voorwerp::Inzage { .. } => None,
        }
    }
}

/// Where nothing was given before.
pub(super) fn geef(
    (plan, wat): (PlanId, Meekijkwat),
    feiten: &Meekijkfeiten,
    tot_en_met: Date,
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let Context { wie, now, .. } = context;
    if !mag_laten_meekijken(wie, feiten) {
        return Err(ToekenningRefusal::Onbekend);
    }
    let van = now.plus_micros(BEDENKTIJD_UREN * UUR);
    let tot = crate::clock::Moment::start_of(tot_en_met.saturating_add(1.day()));
    if tot <= van {
        return Err(ToekenningRefusal::BinnenBedenktijd);
    }
    if tot_en_met > now.day().saturating_add(TOESTEMMING_DAGEN_MAX.days()) {
        return Err(ToekenningRefusal::MeekijkenTeVer);
    }
    Ok(vec![ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Meekijken { plan, van: feiten.van, aan: feiten.aan, wat },
        aan: medewerker_van_inwoner(feiten.aan),
        rol: Rol::Inwoner,
        van,
        tot,
        reden: Wat::default(),
        door: wie.id,
        verklaard: false,
        gever: None,
    }])
}

/// Whether `wie` may end what was given: whose it is. Who sees it is not told that it is something that ends.
pub(super) fn mag_terugnemen(wie: &Wie, van: PersoonId) -> bool {
    wie.rol == Rol::Inwoner && wie.persoon == Some(van)
}

/// A regisseur of the plan, or who stands in for one, ends it for a reason.
pub(super) fn stop(
    verleend: &Verleend,
    regisseurs: &[MedewerkerId],
    reden: &Wat,
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let leads = context.is_een_van(regisseurs) && vervangt_regie(context.wie.rol);
    if verleend.meekijken().is_none() || !leads {
        return Err(ToekenningRefusal::Onbekend);
    }
    let stopped = ToekenningEvent::MeekijkenGestopt { door: context.wie.id, reden: reden.clone() };
    Ok(verleend.loopt_nog(context.now).then_some(stopped).into_iter().collect())
}
