//! The shape that every stream's rules share: decide, then evolve.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::ids::MedewerkerId;
use super::medewerker::Wie;
use super::mens::Mens;
use crate::clock::Moment;

/// What a decision may know besides the state: who asks, and when.
#[derive(Clone, Debug)]
pub struct Context {
    /// Who gives the command, with the role they work in now.
    pub wie: Wie,
    /// The present moment.
    pub now: Moment,
    /// For whom they stand in with this command, by a toekenning that holds now, or for whom they come in, by a mandate; `None` for what
    /// they do in their own right.
    pub namens: Option<MedewerkerId>,
    /// What the record knows of who they are beside this account.
    pub mens: Mens,
}

impl Context {
    /// Whether the asker is one of these, or stands in for one of them. Who comes in for a resident stands in for nobody.
    #[must_use]
    pub fn is_een_van(&self, mensen: &[MedewerkerId]) -> bool {
        let vervangt = self.namens.filter(|_| self.wie.machtiging.is_none());
        mensen.contains(&self.wie.id) || vervangt.is_some_and(|who| mensen.contains(&who))
    }
}

/// A refusal: the command was understood and is not done. Its code crosses the wire; the Dutch sentence is chosen at the edge.
pub trait RefusalCode {
    /// The stable code, such as `zaak.geen_behandelaars`.
    fn code(&self) -> &'static str;

    /// Whether somebody else was first. The asker then hears who and when.
    fn is_conflict(&self) -> bool {
        false
    }

    /// Whether this holds whatever happened in the meantime: who hears it does not hear by a conflict who did what.
    fn gaat_voor(&self) -> bool {
        matches!(self.code(), "niet_gevonden" | "niet_bevoegd")
    }
}

/// The rules of one kind of stream. Both functions are pure.
pub trait Aggregate: Clone + Default + Send + Sync + 'static {
    /// What may be asked.
    type Command: Clone + Send + Sync + 'static;
    /// What can have happened. Serialised as `{"soort": …, "gegevens": …}`.
    type Event: Clone + Serialize + DeserializeOwned + Send + Sync + 'static;
    /// Why something is not done.
    type Refusal: RefusalCode + Clone + std::fmt::Debug + std::fmt::Display + Send + Sync + 'static;

    /// Decides what `command` leads to. No events means: it is so already.
    ///
    /// # Errors
    /// A refusal when right or rule forbids it.
    fn decide(&self, command: &Self::Command, context: &Context) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// The state after `event`. Cannot refuse: it has happened.
    #[must_use]
    fn evolve(self, event: &Self::Event, at: Moment) -> Self;

    /// The schema number with which events are written now.
    const SCHEMA: u16;
}
