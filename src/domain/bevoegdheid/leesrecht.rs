//! The right to read content, as something that code must have in its hands.

use super::Toegang;

/// That content may be read here: by whom the policy gave *wat*, or in a frame that only they get. [`Wat`] asks it. It cannot be made by
/// hand and not be copied: it comes from a verdict ([`Toegang::leesrecht`]) or from a topic that carries content (`Topic::leesrecht`).
///
/// [`Wat`]: crate::domain::wat::Wat
#[derive(Debug)]
pub struct Leesrecht(());

impl Leesrecht {
    /// For the frame of a topic that carries content: whoever gets it was asked for that right.
    pub(crate) const fn van_onderwerp() -> Self {
        Self(())
    }
}

impl Toegang {
    /// The right to read content, for whom the policy gives so far.
    #[must_use]
    pub const fn leesrecht(self) -> Option<Leesrecht> {
        match self {
            Self::Wat | Self::Schrijven => Some(Leesrecht(())),
            Self::Dat | Self::Niets => None,
        }
    }
}
