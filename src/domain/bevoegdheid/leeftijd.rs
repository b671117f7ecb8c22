//! What a minor and who has gezag over them may see in the portal, by age, as data (KING-R1e, C2-R1).

use jiff::ToSpan;
use jiff::civil::Date;

use super::Toegang;
use crate::domain::persoon::MEERDERJARIG;

/// The ages at which the law gives a minor more to say (Jeugdwet 7.3.4, 7.3.5; BW 7:450).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Leeftijd {
    /// Who has gezag decides.
    TotTwaalf,
    /// Both decide.
    TwaalfTotZestien,
    /// The minor decides.
    VanafZestien,
    /// Of age; also when the date of birth is not known, so that nobody sees for another by default.
    Meerderjarig,
}

/// What holds at an age: how far somebody looks into a zaak about themselves at most, how far who has gezag over them, and how far who has a
/// mandate of them. A mandate about a minor gives nothing: who decides for them is gezag, which we record with its source and its end.
#[derive(Copy, Clone, Debug)]
pub struct Leeftijdsregel {
    /// At this age.
    pub leeftijd: Leeftijd,
    /// The one themselves.
    pub zelf: Toegang,
    /// Who has gezag.
    pub gezaghouder: Toegang,
    /// Who has a mandate.
    pub gemachtigde: Toegang,
}

const fn regel(
    leeftijd: Leeftijd,
    zelf: Toegang,
    gezaghouder: Toegang,
    gemachtigde: Toegang,
) -> Leeftijdsregel {
    Leeftijdsregel { leeftijd, zelf, gezaghouder, gemachtigde }
}

/// Per age, what holds.
pub const LEEFTIJDEN: &[Leeftijdsregel] = &[
    regel(Leeftijd::TotTwaalf, Toegang::Niets, Toegang::Dat, Toegang::Niets),
    regel(Leeftijd::TwaalfTotZestien, Toegang::Dat, Toegang::Dat, Toegang::Niets),
    regel(Leeftijd::VanafZestien, Toegang::Dat, Toegang::Niets, Toegang::Niets),
    regel(Leeftijd::Meerderjarig, Toegang::Dat, Toegang::Niets, Toegang::Dat),
];

impl Leeftijd {
    /// On a day, of somebody who was born on another. Born on 29 February one is a year older on 1 March.
    #[must_use]
    pub fn op(geboren: Option<Date>, dag: Date) -> Self {
        let Some(geboren) = geboren else { return Self::Meerderjarig };
        let turns = |jaren: i16| {
            let same = Date::new(geboren.year().saturating_add(jaren), geboren.month(), geboren.day());
            same.unwrap_or_else(|_| geboren.saturating_add(i64::from(jaren).years()).saturating_add(1.day()))
        };
        [(MEERDERJARIG, Self::Meerderjarig), (16, Self::VanafZestien), (12, Self::TwaalfTotZestien)]
            .into_iter()
            .find(|(jaren, _)| turns(*jaren) <= dag)
            .map_or(Self::TotTwaalf, |(_, age)| age)
    }

    /// How far the one themselves looks at most.
    #[must_use]
    pub fn zelf(self) -> Toegang {
        self.regel().map_or(Toegang::Niets, |regel| regel.zelf)
    }

    /// Whether the one themselves says yes or no to who asks to read about them. Below that age who has gezag does (Jeugdwet 7.3.4, AVG
    /// art. 8).
    #[must_use]
    pub fn antwoordt_zelf(self) -> bool {
        match self {
            Self::TotTwaalf | Self::TwaalfTotZestien => false,
            Self::VanafZestien | Self::Meerderjarig => true,
        }
    }

    /// How far who has gezag looks at most.
    #[must_use]
    pub fn gezaghouder(self) -> Toegang {
        self.regel().map_or(Toegang::Niets, |regel| regel.gezaghouder)
    }

    /// How far who has a mandate looks at most.
    #[must_use]
    pub fn gemachtigde(self) -> Toegang {
        self.regel().map_or(Toegang::Niets, |regel| regel.gemachtigde)
    }

    fn regel(self) -> Option<&'static Leeftijdsregel> {
        LEEFTIJDEN.iter().find(|regel| regel.leeftijd == self)
    }
}
