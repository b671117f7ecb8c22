//! Ports: outside systems as the rest of the program knows them. Traits and their types, pure: no socket, no clock.
//!
//! The real adapters live in `koppelingen/`; who needs one holds an `Arc<dyn Brp>` or `Arc<dyn Allegro>`.
//!
//! *Invariant: what a port answers was believed by its adapter: complete, typed, within bounds. A failure of the source is a
//! [`PoortFout`], never an empty list and never a zero.*

pub mod allegro;
pub mod brief;
pub mod brp;
pub mod limits;
pub mod mail;
#[cfg(test)]
mod tests;
mod waarneming;

use futures_util::future::BoxFuture;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::ids::{MedewerkerId, ZaakId};

/// What a port's question comes to. Boxed, so that a port is an object.
pub type Antwoord<'a, T> = BoxFuture<'a, Result<T, PoortFout>>;

/// Why an outside system gave nothing to go on. Holds no personal data, so it may be logged.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PoortFout {
    /// The system cannot be reached now. Reading goes on with what was known, with its time; the question may be asked again.
    #[error("the source is out of order: {0}")]
    Storing(Storing),
    /// It answered something that cannot be believed. Nothing of it is used; asking again is likely to give the same.
    #[error("the source gave an answer that cannot be right: {0}")]
    OnjuistAntwoord(Onjuist),
    /// It understood the question and refuses it. The code is the source's own, cut to letters, digits, dots and underscores.
    #[error("the source refuses: {code}")]
    Geweigerd {
        /// Such as `paramsValidation` or `cursor_onbekend`.
        code: String,
    },
}

/// How a system is out of order.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Storing {
    /// No connection, or one that broke off.
    #[error("not reachable")]
    Onbereikbaar,
    /// No complete answer within the time it has.
    #[error("too late")]
    TeLaat,
    /// It answers with a failure of its own (5xx).
    #[error("failing")]
    Serverfout,
    /// It failed so often that it is left alone for a while; it was not asked.
    #[error("left alone")]
    Onderbroken,
    /// So many questions are under way that this one was not asked.
    #[error("too many at once")]
    Druk,
}

/// What is wrong with an answer.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Onjuist {
    /// Larger than an honest answer can be.
    #[error("too large")]
    TeGroot,
    /// Not what the contract says: not JSON, a field absent or of another type, an unknown kind.
    #[error("not in the form of the contract")]
    Vorm,
    /// About somebody or something that was not asked.
    #[error("not what was asked")]
    NietGevraagd,
    /// The pots, the free part and what is under way do not make up the balance.
    #[error("the sum of the pots is not the balance")]
    SomKloptNiet,
    /// A number, a count or a text beyond its bound.
    #[error("beyond a bound")]
    BuitenGrens,
    /// Said for a moment that is still to come.
    #[error("for a moment that is still to come")]
    Toekomst,
    /// The same thing twice where it can be there once.
    #[error("the same thing twice")]
    Dubbel,
}

/// What a person's data are wanted for. A purpose decides which fields are asked.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doel {
    /// Somebody is at the desk: who is this?
    Intake,
    /// A melding or zaak under the Jeugdwet: also parents and gezag.
    Jeugdhulp,
    /// A melding or zaak under the Wmo 2015.
    Wmo,
    /// A zaak under the Participatiewet: also partner and children.
    Inkomen,
    /// Who is registered together: a proposal for a huishouden.
    Huishouden,
    /// Schuldhulp and budgetbeheer.
    Schuldhulp,
    /// Who is to be in the groep of a plan: who is this?
    Regie,
}

impl Doel {
    /// All of them.
    pub const ALLE: [Self; 7] = [
        Self::Intake,
        Self::Jeugdhulp,
        Self::Wmo,
        Self::Inkomen,
        Self::Huishouden,
        Self::Schuldhulp,
        Self::Regie,
    ];

    /// The word for logs and the trail.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Jeugdhulp => "jeugdhulp",
            Self::Wmo => "wmo",
            Self::Inkomen => "inkomen",
            Self::Huishouden => "huishouden",
            Self::Schuldhulp => "schuldhulp",
            Self::Regie => "regie",
        }
    }
}

/// Why a question is asked, by whom and for which zaak. Goes with every question about a person and into the log; holds ids only.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Doelbinding {
    /// What for.
    pub doel: Doel,
    /// For which zaak; none at the first intake.
    pub zaak: Option<ZaakId>,
    /// Who asks.
    pub medewerker: MedewerkerId,
    /// The command or request that leads to this question; the same id in our trail and in the adapter's log.
    pub verzoek: Uuid,
}

/// A refusal code of an outside system as we keep it: only letters, digits, dots and underscores, and bounded. What is left of
/// nothing is `onbekend`.
#[must_use]
pub fn foutcode(text: &str) -> String {
    let code: String = text
        .chars()
        .filter(|c| c.is_ascii_alphabetic() || c.is_ascii_digit() || matches!(c, '.' | '_'))
        .take(limits::FOUTCODE_CHARS_MAX)
        .collect();
    // Nine digits in a row could be somebody's number.
    if code.is_empty() || code.bytes().filter(u8::is_ascii_digit).count() >= 8 {
        return "onbekend".to_owned();
    }
    code
}
