//! Why nothing came of asking the source about one rekening, and whose trouble that is.

use keukentafel::poort::{Onjuist, PoortFout, Storing};
use keukentafel::protocol::view::Saldostoring;

/// Why there is no good answer.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Mis {
    /// The source is not there for anybody: no connection, or it is left alone. Whoever else is asked for gets the same.
    Zwijgt,
    /// It failed or was too late with this one. When that is everybody's trouble the adapter leaves the source alone after a few, and
    /// then it is [`Mis::Zwijgt`].
    Hapert,
    /// It refuses the question.
    Geweigerd,
    /// Its answer cannot be right.
    Onjuist,
    /// The parts that it names do not make up its balance.
    KloptNiet,
    /// It does not know this customer. That is an answer, and when it changes the source says so.
    KlantOnbekend,
    /// The answer is good and could not be recorded.
    NietVastgelegd,
}

impl Mis {
    /// As people are told.
    pub(super) fn storing(self) -> Saldostoring {
        match self {
            Self::Zwijgt | Self::Hapert | Self::Geweigerd => Saldostoring::BronWeg,
            Self::Onjuist => Saldostoring::OnjuistAntwoord,
            Self::KloptNiet => Saldostoring::KloptNiet,
            Self::KlantOnbekend => Saldostoring::KlantOnbekend,
            Self::NietVastgelegd => Saldostoring::NietVastgelegd,
        }
    }
}

impl From<&PoortFout> for Mis {
    fn from(fout: &PoortFout) -> Self {
        match fout {
            PoortFout::Storing(Storing::Onbereikbaar | Storing::Onderbroken | Storing::Druk) => Self::Zwijgt,
            PoortFout::Storing(Storing::TeLaat | Storing::Serverfout) => Self::Hapert,
            PoortFout::Geweigerd { .. } => Self::Geweigerd,
            PoortFout::OnjuistAntwoord(Onjuist::SomKloptNiet) => Self::KloptNiet,
            PoortFout::OnjuistAntwoord(_) => Self::Onjuist,
        }
    }
}
