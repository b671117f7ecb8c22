//! The natural person behind an account.
//!
//! Who works here can be a resident too, and can have more accounts than one (another employer, a second role at the provider). Four eyes are
//! two persons (C1-P7, N-13, G20), and what somebody gets for a while opens nothing about themselves: both ask this, not the account.

use std::collections::BTreeSet;

use super::besluit::Bijdrager;
use super::ids::{MedewerkerId, PersoonId};
use super::medewerker::Wie;

/// What the record knows of who is behind an account, beside what the session says itself.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Mens {
    /// The other accounts of the same person.
    pub accounts: BTreeSet<MedewerkerId>,
    /// As which residents they stand in the record; more than one only where it was recorded wrong.
    pub personen: BTreeSet<PersoonId>,
}

/// Of whom nothing is known beside the session.
static NIEMAND_ANDERS: Mens = Mens { accounts: BTreeSet::new(), personen: BTreeSet::new() };

impl Default for &Mens {
    fn default() -> Self {
        &NIEMAND_ANDERS
    }
}

impl Mens {
    /// Whether `persoon` is who acts as `wie`.
    #[must_use]
    pub fn is(&self, wie: &Wie, persoon: PersoonId) -> bool {
        wie.persoon == Some(persoon) || self.personen.contains(&persoon)
    }

    /// Whether `medewerker` is who acts as `wie`, under this account or another.
    #[must_use]
    pub fn werkt_als(&self, wie: &Wie, medewerker: MedewerkerId) -> bool {
        wie.id == medewerker || self.accounts.contains(&medewerker)
    }

    /// Whether who acts as `wie` made this part of a version. Who they are is asked now: that two accounts are one person can have become
    /// known after the work.
    #[must_use]
    pub fn maakte(&self, wie: &Wie, deel: &Bijdrager) -> bool {
        self.werkt_als(wie, deel.medewerker) || deel.persoon.is_some_and(|persoon| self.is(wie, persoon))
    }
}
