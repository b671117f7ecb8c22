//! Time as an argument. The only place that asks the machine what time it is.

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A moment in UTC, in whole microseconds since 1970.
///
/// Written as RFC 3339 on the wire and in the journal; the integer is for arithmetic and the database.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(into = "Timestamp", from = "Timestamp")]
pub struct Moment(i64);

impl Moment {
    /// From microseconds since 1970, clamped to what a calendar can hold (the years -9999 to 9999).
    #[must_use]
    pub fn from_micros(micros: i64) -> Self {
        Self(micros.clamp(Timestamp::MIN.as_microsecond(), Timestamp::MAX.as_microsecond()))
    }

    /// Microseconds since 1970.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0
    }

    /// As a calendar timestamp.
    #[must_use]
    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_microsecond(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// This moment and `micros` more (or less, when negative).
    #[must_use]
    pub fn plus_micros(self, micros: i64) -> Self {
        Self::from_micros(self.0.saturating_add(micros))
    }

    /// The first moment of a calendar day in the Netherlands.
    #[must_use]
    pub fn start_of(day: jiff::civil::Date) -> Self {
        // Days at the edges of the calendar, which no rule lets through, have no first moment: then the far end counts.
        day.to_zoned(amsterdam()).map_or(Self::from(Timestamp::MAX), |start| Self::from(start.timestamp()))
    }

    /// The calendar day in the Netherlands.
    #[must_use]
    pub fn day(self) -> jiff::civil::Date {
        self.timestamp().to_zoned(amsterdam()).date()
    }
}

/// The zone in which terms and days are counted. Falls back to UTC only on a machine without zone data, which
/// `keukentafel check` reports.
#[must_use]
pub fn amsterdam() -> jiff::tz::TimeZone {
    jiff::tz::TimeZone::get("Europe/Amsterdam").unwrap_or(jiff::tz::TimeZone::UTC)
}

impl From<Timestamp> for Moment {
    fn from(value: Timestamp) -> Self {
        Self(value.as_microsecond())
    }
}

impl From<Moment> for Timestamp {
    fn from(value: Moment) -> Self {
        value.timestamp()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Tells the time. Everything that needs it gets one of these.
pub trait Clock: Send + Sync + 'static {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's clock, plus what demo mode has been told to add.
#[derive(Debug, Default)]
pub struct SystemClock {
    ahead_micros: AtomicI64,
}

impl SystemClock {
    /// Moves this clock forward for good (demo mode's test clock).
    pub fn advance(&self, micros: i64) {
        self.ahead_micros.fetch_add(micros.max(0), Ordering::Relaxed);
    }
}

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        #[expect(clippy::disallowed_methods, reason = "this is the one place that asks the machine")]
        let now = Timestamp::now();
        Moment::from(now).plus_micros(self.ahead_micros.load(Ordering::Relaxed))
    }
}

/// A clock that stands still until it is moved. For looking back, for tests and the simulation.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `start`.
    #[must_use]
    pub fn at(start: Moment) -> Self {
        Self(AtomicI64::new(start.micros()))
    }

    /// Moves it by `micros`, backwards too.
    pub fn advance(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> Moment {
        Moment::from_micros(self.0.load(Ordering::Relaxed))
    }
}
