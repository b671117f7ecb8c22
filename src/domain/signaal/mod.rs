//! A signaal: a worry that somebody reported about a person or a groep. It is no zaak and makes none (KING-ZT21).

mod decide;
mod patroon;
mod soorten;
mod words;

#[cfg(test)]
mod tests;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::ids::{PlanId, SignaalId};
use crate::clock::Moment;
pub use patroon::{PATROON_AANTAL, PATROON_MAANDEN, patroon};
pub use soorten::{
    BEWAARJAREN, BEWAARJAREN_MAX, Betrouwbaarheid, Broninschrijving, Bronsoort, SOORTEN_MAX, Signaalsoort,
    Soorten, SoortenFout, Soortgegevens, soorten,
};
pub use words::{
    Aanduiding, Afhandeling, Betreft, Bron, Inzending, Samengaan, SignaalCommand, SignaalEvent,
    SignaalRefusal,
};

/// Days after the first report within which the same about the same person is a repeat (KING-ZT24). A rent that is not paid next
/// month either is a signaal of its own.
pub const HERHALING_DAGEN: i64 = 28;

/// What the journal knows of a signaal.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Signaal {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It was reported.
    Gemeld(Box<Gemeld>),
}

/// A signaal that was reported.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gemeld {
    /// Whom it is about.
    pub betreft: Betreft,
    /// What it is about.
    pub signaalsoort: Signaalsoort,
    /// Each report, the first one first.
    pub inzendingen: Vec<Inzending>,
    /// When the first one came in.
    pub ontvangen_op: Moment,
    /// The plan with which it went to a regisseur. A child can be in two groepen: that it landed in a second plan too is kept with that
    /// plan only, so that who leads the one cannot notice the other (KING-G4).
    pub plan: Option<PlanId>,
    /// What was done with it.
    pub afgehandeld: Option<Afhandeling>,
    /// The signaal in which all of it is since they turned out to be the same. Whoever may see that one may see this one.
    pub opgegaan_in: Option<SignaalId>,
    /// The signalen of which it has the reports too.
    pub samengevoegd: Vec<SignaalId>,
    /// When it last changed: a report, who it is about, what was done. That it landed in a plan changes nothing of it.
    pub gewijzigd_op: Moment,
}

impl Signaal {
    /// The signaal, when it is one.
    #[must_use]
    pub fn gemeld(&self) -> Option<&Gemeld> {
        match self {
            Self::Onbekend => None,
            Self::Gemeld(gemeld) => Some(gemeld),
        }
    }
}

impl Gemeld {
    /// The last day on which it is kept: the term of its kind after its last change (KING-ZT21). A term of its own, which no zaak or plan
    /// makes longer.
    #[must_use]
    pub fn bewaren_tot(&self) -> Date {
        self.gewijzigd_op.day().saturating_add(self.signaalsoort.bewaarjaren().years())
    }

    /// Whether its term is over on this day.
    #[must_use]
    pub fn is_over_termijn(&self, vandaag: Date) -> bool {
        self.bewaren_tot() < vandaag
    }

    /// Whether somebody must still do something with it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.afgehandeld.is_none() && self.opgegaan_in.is_none()
    }

    /// Whether this one, about somebody who was not known, and that one, about the person it turns out to be, are the same: both wait, are of
    /// one kind, and the later came in when it would have been a repeat of the earlier (KING-ZT24).
    #[must_use]
    pub fn is_hetzelfde(&self, ander: &Self) -> bool {
        let apart = (self.ontvangen_op.day() - ander.ontvangen_op.day()).get_days().abs();
        self.signaalsoort == ander.signaalsoort
            && self.is_open()
            && ander.is_open()
            && i64::from(apart) < HERHALING_DAGEN
            && self.inzendingen.len() + ander.inzendingen.len() <= crate::limits::INZENDINGEN_MAX
    }

    /// Whether a report at `now` of the same about the same person is a repeat of this one.
    #[must_use]
    pub fn neemt_herhaling_op(&self, now: Moment) -> bool {
        let since = (now.day() - self.ontvangen_op.day()).get_days();
        self.open_voor_inzending() && i64::from(since) < HERHALING_DAGEN
    }

    fn open_voor_inzending(&self) -> bool {
        self.is_open() && self.inzendingen.len() < crate::limits::INZENDINGEN_MAX
    }
}
