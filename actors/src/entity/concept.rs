//! What makes a persoon, zaak or gesprek an actor: its stream, its topic, its view and who may follow it.

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Tijdlijnregel;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

/// An aggregate that lives as an actor.
pub trait Concept: Aggregate {
    /// For metrics and logs.
    const NAME: &'static str;

    /// Its kind of stream.
    const KIND: StreamKind;

    /// The topic that shows its content.
    fn topic(id: Uuid) -> Topic;

    /// How far `wie` may look.
    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang;

    /// How far `wie` may look, when the state alone can tell.
    fn eigen_toegang(&self, wie: &Wie) -> Option<Toegang>;

    /// Its content as shared by all who may see it; `None` while nothing is there, and for what only the read side shows.
    fn render(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Tijdlijnregel],
        namen: &dyn Namen,
    ) -> Option<Box<RawValue>>;

    /// About whom it is, for the trail.
    fn over(&self, id: Uuid) -> Vec<Onderwerp>;

    /// The line that an event adds to the timeline, where there is one.
    fn regel(
        event: &Self::Event,
        header: &EventHeader,
        versie: u64,
        namen: &dyn Namen,
    ) -> Option<Tijdlijnregel>;
}

/// A line of a timeline with the fields that every event has.
pub(super) fn regel(header: &EventHeader, versie: u64, namen: &dyn Namen) -> Tijdlijnregel {
    Tijdlijnregel {
        versie,
        soort: header.soort.clone(),
        at: header.at,
        door: header.door.map(|who| namen.door(who)),
        namen: Vec::new(),
        reden: None,
        tekst: None,
        over: None,
    }
}
