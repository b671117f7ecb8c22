//! Bounds on what a port takes and gives, with unit and reason.

use std::time::Duration;

/// Persons that one search in the BRP returns. The BRP itself refuses beyond 30 for most questions; an institution's address has more.
pub const TREFFERS_MAX: usize = 60;

/// Characters of a name or description that comes from outside. The BRP's longest is 200.
pub const BRON_TEKST_CHARS_MAX: usize = 300;

/// Entries of one relation list of a person (children, parents, partners, gezag). The largest family on record is below 40.
pub const RELATIES_MAX: usize = 60;

pub use crate::limits::KLANT_CHARS_MAX;

/// Characters of a cursor of that source; it is theirs, we only hand it back.
pub const CURSOR_CHARS_MAX: usize = 128;

/// Pots of one beheerrekening. A household has five to fifteen.
pub const RESERVERINGEN_MAX: usize = 64;

pub use crate::limits::TRANSACTIES_PER_ANTWOORD as TRANSACTIES_MAX;

/// How far ahead of our clock the moment of an observation may be: two clocks that are each kept by NTP differ by less than a second, and
/// five minutes is what Kerberos allows a clock that is not. Beyond it the moment is wrong, and believed it would make every true answer
/// until then an older one.
pub const PEIL_VOORUIT_MAX: Duration = Duration::from_secs(300);

/// Customers that one answer about changes names; more come with the next cursor.
pub const MUTATIES_PAGE_MAX: usize = 500;

/// Euro cents that one amount can be, either way: a billion euros. Sums of a hundred of them stay far within 64 bits.
pub const BEDRAG_CENTS_MAX: i64 = 100_000_000_000;

/// Characters of a refusal code of an outside system that we keep.
pub const FOUTCODE_CHARS_MAX: usize = 40;
