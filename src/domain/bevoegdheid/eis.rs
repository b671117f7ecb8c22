//! What a way in asks of whoever comes by it.

use super::{Beleidsobjectsoort, Handeling, Toegang};

/// The right that an address, a topic, a command or an export asks. Every one of them has a row: topics and commands by a match that
/// leaves none out, addresses and exports by a test.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Eis {
    /// Nothing: it tells nothing of anybody.
    Vrij,
    /// A session, in whichever role. It shows what is one's own, or what each of its lines allows.
    Ingelogd,
    /// The key of an outside system.
    Sleutel,
    /// To be at the machine itself.
    Machine,
    /// To be able to go so far with the thing that is asked for.
    Op(Beleidsobjectsoort, Toegang),
    /// That the role may do this.
    Mag(Handeling),
}

impl Eis {
    /// How far one must be able to go; *dat* where no more is asked than to be somebody.
    #[must_use]
    pub fn toegang(self) -> Toegang {
        match self {
            Self::Vrij | Self::Ingelogd | Self::Sleutel | Self::Machine | Self::Mag(_) => Toegang::Dat,
            Self::Op(_, toegang) => toegang,
        }
    }

    /// As one word, such as `zaak:dat` or `handeling:verdelen`.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Vrij => "vrij".to_owned(),
            Self::Ingelogd => "ingelogd".to_owned(),
            Self::Sleutel => "sleutel".to_owned(),
            Self::Machine => "machine".to_owned(),
            Self::Op(soort, toegang) => format!("{}:{}", soort.word(), toegang.word()),
            Self::Mag(handeling) => format!("handeling:{}", handeling.word()),
        }
    }
}
