//! A toekenning: rights that somebody gets from a moment to a moment, for a reason, and not by their role.
//!
//! Begin and end are moments; whether it holds is a function of the state and the time, so that nothing has to happen for it to
//! begin or to end (N-9, N-12).

mod decide;
mod meekijken;
mod toestemming;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_meekijken;
#[cfg(test)]
mod tests_toestemming;

use serde::{Deserialize, Serialize};

use super::ids::{MedewerkerId, PersoonId, PlanId, ZaakId};
use super::medewerker::Rol;
use super::wat::Wat;
use crate::clock::Moment;
pub use meekijken::{Meekijken, Meekijkstand, Meekijkwat};
pub use toestemming::{Gevraagd, Geweigerd, Toestemming, Toestemmingstand};
pub use words::{Oordeel, ToekenningCommand, ToekenningEvent, ToekenningRefusal};

/// What the journal knows of a toekenning.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Toekenning {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// Somebody asked the person whom it is about.
    Gevraagd(Box<Gevraagd>),
    /// Somebody has it, had it, or is going to.
    Verleend(Box<Verleend>),
    /// That person said no.
    Geweigerd(Box<Geweigerd>),
}

/// What somebody gets.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub enum Voorwerp {
    /// What a colleague who is away works on, leads and takes part in (KING-R4d, X-25).
    Vervanging {
        /// Who is away.
        afwezige: MedewerkerId,
    },
    /// The content of one plan, to read, because nobody who may can (KING-R4e, N-9).
    Glas {
        /// Which.
        plan: PlanId,
    },
    /// The content of one zaak, to read, because the person it is about said so (KING-R6e, N-33).
    Inzage {
        /// Which.
        zaak: ZaakId,
    },
    /// What one lid of a groep lets another see in the portal (KING-R1f).
    Meekijken {
        /// Of which plan both are leden.
        plan: PlanId,
        /// Whose it is.
        van: PersoonId,
        /// Who sees it.
        aan: PersoonId,
        /// What.
        wat: Meekijkwat,
    },
}

/// A toekenning as it was given.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Verleend {
    /// What.
    pub voorwerp: Voorwerp,
    /// To whom.
    pub aan: MedewerkerId,
    /// It counts in a session in this role and in no other.
    pub rol: Rol,
    /// From this moment on.
    pub van: Moment,
    /// Until this moment: at it, it holds no more.
    pub tot: Moment,
    /// Why.
    pub reden: Wat,
    /// Who gave it.
    pub door: MedewerkerId,
    /// It was stated that nobody of the chain before can act, although the record does not say so.
    pub verklaard: bool,
    /// Of consent: which resident gave it, for themselves or by gezag.
    #[serde(default)]
    pub gever: Option<PersoonId>,
    /// When it was ended before its time, and by whom.
    pub ingetrokken: Option<(Moment, MedewerkerId)>,
    /// Why, when it was a regisseur who ended it.
    #[serde(default)]
    pub gestopt: Option<Wat>,
    /// What the privacy officer said of it afterwards.
    pub beoordeling: Option<Beoordeling>,
}

/// What came of looking back at a glas.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Beoordeling {
    /// Whether it was right.
    pub oordeel: Oordeel,
    /// In a line or two.
    pub toelichting: Wat,
    /// Who judged.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// Where a toekenning stands in its life at a moment.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Loop {
    /// It has yet to begin.
    Komt,
    /// It holds.
    Geldt,
    /// Its time is over.
    Voorbij,
    /// It was ended before its time.
    Ingetrokken,
}

impl Toekenning {
    /// What was given; `None` while nothing was.
    #[must_use]
    pub fn verleend(&self) -> Option<&Verleend> {
        match self {
            Self::Onbekend | Self::Gevraagd(_) | Self::Geweigerd(_) => None,
            Self::Verleend(verleend) => Some(verleend),
        }
    }
}

impl Verleend {
    /// Where it stands at `now`.
    #[must_use]
    pub fn loop_op(&self, now: Moment) -> Loop {
        match self.ingetrokken {
            Some((since, _)) if since <= now => Loop::Ingetrokken,
            Some(_) | None if now < self.van => Loop::Komt,
            Some(_) | None if now < self.tot => Loop::Geldt,
            Some(_) | None => Loop::Voorbij,
        }
    }

    /// Whether it is consent of the person it is about.
    #[must_use]
    pub fn is_inzage(&self) -> bool {
        matches!(self.voorwerp, Voorwerp::Inzage { .. })
    }

    /// Whether it gives anything at `now`.
    #[must_use]
    pub fn geldt_op(&self, now: Moment) -> bool {
        self.loop_op(now) == Loop::Geldt
    }

    /// Whether it can still give anything, at `now` or later.
    #[must_use]
    pub fn loopt_nog(&self, now: Moment) -> bool {
        matches!(self.loop_op(now), Loop::Komt | Loop::Geldt)
    }
}
