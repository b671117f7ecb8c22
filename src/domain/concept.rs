//! A concept: what somebody typed in a form and did not hand in yet. It is no record of anything: nobody decided it, only who types it
//! sees it, and it ends by itself (ADR 12).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bevoegdheid::Handeling;

/// Days after its last change that a concept is kept: whoever works two days a week and has a week off finds it again, and what was
/// told at the desk and led to nothing is gone within a month.
pub const CONCEPT_DAGEN: i64 = 14;

/// Which form it is of.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Conceptsoort {
    /// A contact at the desk: the short report, and the meldingen that come of it (C2-L2).
    Contact,
    /// One melding (C2-L1).
    Melding,
    /// A besluit that is about to be offered: its motivation above all. Its subject is the zaak.
    Besluit,
    /// A signaal about a person (KING-SI3): also of a resident, who has no other form that is kept.
    Signaal,
    /// No form: somebody's own views of the zaken in one role, which are kept like one (`weergaven.rs`).
    Weergaven,
}

impl Conceptsoort {
    /// All of them.
    pub const ALLE: [Self; 5] = [Self::Contact, Self::Melding, Self::Besluit, Self::Signaal, Self::Weergaven];

    /// The word in the address, the database and the trail.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Contact => "contact",
            Self::Melding => "melding",
            Self::Besluit => "besluit",
            Self::Signaal => "signaal",
            Self::Weergaven => "weergaven",
        }
    }

    /// The kind for a word; `None` when there is none.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|soort| soort.word() == word)
    }

    /// What one must be allowed to do to hand it in. Who may not do that has nothing to keep.
    #[must_use]
    pub fn handeling(self) -> Option<Handeling> {
        match self {
            Self::Contact | Self::Melding => Some(Handeling::MeldingRegistreren),
            Self::Signaal => Some(Handeling::SignaalMelden),
            // Whoever may write in the zaak.
            Self::Besluit => None,
            // Nobody hands them in.
            Self::Weergaven => None,
        }
    }

    /// Whether it is about a thing that is there already, which is then named with it.
    #[must_use]
    pub fn heeft_onderwerp(self) -> bool {
        match self {
            Self::Contact | Self::Melding | Self::Signaal => false,
            // Under the role that they are of.
            Self::Besluit | Self::Weergaven => true,
        }
    }

    /// Whether it is a form that somebody hands in.
    #[must_use]
    pub fn is_formulier(self) -> bool {
        match self {
            Self::Contact | Self::Melding | Self::Besluit | Self::Signaal => true,
            Self::Weergaven => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_names_one_kind() {
        for soort in Conceptsoort::ALLE {
            assert_eq!(Conceptsoort::from_word(soort.word()), Some(soort));
        }
        assert_eq!(Conceptsoort::from_word("Contact"), None);
    }
}
