//! What makes a persoon, zaak or gesprek an actor: its stream, its topic, its view and who may follow it.

use keukentafel::clock::Moment;
use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::ids::{MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::mens::Mens;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Door;
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::actor::EntityKey;
use super::bijkomend::Bijkomend;
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen, door_van};
use crate::overzicht::{OnderDat, Onderwerp};

/// What somebody has for a while, by toekenningen that hold now.
#[derive(Clone, Debug, Default)]
pub struct Verkregen {
    /// For whom they stand in.
    pub vervangt: Vec<MedewerkerId>,
    /// They broke the glas of this plan.
    pub glas: bool,
    /// The person of this zaak said that they may read it.
    pub toestemming: bool,
    /// Who they are beside their account.
    pub mens: Mens,
}

impl Verkregen {
    /// For whom they stand in where it is about these persons: what somebody has for a while opens nothing about themselves.
    #[must_use]
    pub fn vervangt_voor(&self, wie: &Wie, personen: &[PersoonId]) -> &[MedewerkerId] {
        if personen.iter().any(|persoon| self.mens.is(wie, *persoon)) { &[] } else { &self.vervangt }
    }
}

/// An aggregate that lives as an actor. What only the read side shows says no more than its names, its topic and about whom it is: from its
/// actor nobody sees anything.
pub trait Concept: Aggregate {
    /// For metrics and logs.
    const NAME: &'static str;

    /// Its kind of stream.
    const KIND: StreamKind;

    /// The topic that shows its content.
    fn topic(id: Uuid) -> Topic;

    /// How far `wie` may look; nobody, of what only the read side shows.
    fn toegang(_deps: &Deps, _wie: &Wie, _id: Uuid) -> Toegang {
        Toegang::Niets
    }

    /// How far `wie` may look, when the state and what they have for a while can tell.
    fn eigen_toegang(&self, _wie: &Wie, _verkregen: &Verkregen) -> Option<Toegang> {
        None
    }

    /// As [`Self::toegang`], by what this state knows before the read side does.
    fn toegang_nu(&self, deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        Self::toegang(deps, wie, id)
    }

    /// Whether the state itself says that `wie` is kept out, whatever the read side knew until now.
    fn sluit_uit(&self, _wie: &Wie, _now: Moment) -> bool {
        false
    }

    /// What `wie` has for a while that counts here.
    fn verkregen(deps: &Deps, wie: &Wie, _: Uuid) -> Verkregen {
        Verkregen {
            vervangt: deps.rechten.vervangt(wie),
            mens: deps.rechten.mens(wie),
            ..Verkregen::default()
        }
    }

    /// Whether all who may see it may know who did this, now that it is done. By whom says where it lies, for some.
    fn noemt_wie(&self, _header: &EventHeader) -> bool {
        true
    }

    /// Its content as shared by all who may see it; `None` while nothing is there, and for what only the read side shows.
    fn render(
        &self,
        _id: Uuid,
        _versie: u64,
        _tijdlijn: &[Geschiedregel],
        _namen: &dyn Namen,
        _recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        None
    }

    /// Whether a part of its content is kept back from all who may see it, by what the read side knows of what lies around it.
    fn verhuld(_deps: &Deps, _key: EntityKey) -> bool {
        false
    }

    /// Its content without that part.
    fn render_verhuld(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        self.render(id, versie, tijdlijn, namen, recht)
    }

    /// What of it shows to who may only know that it is there; `None` where nobody knows no more than that.
    fn onder_dat(&self) -> Option<OnderDat> {
        None
    }

    /// Whether `wie` may know no more than that it is there.
    fn alleen_dat(&self, _deps: &Deps, _wie: &Wie, _id: Uuid) -> bool {
        false
    }

    /// About whom it is, for the trail.
    fn over(&self, id: Uuid) -> Vec<Onderwerp>;

    /// Whom its content is about from this event on and was not before: who follows it sees somebody new by it.
    fn nieuw_in_beeld(_event: &Self::Event) -> Option<PersoonId> {
        None
    }

    /// The line that an event adds to the timeline, where there is one.
    fn regel(
        _event: &Self::Event,
        _header: &EventHeader,
        _versie: u64,
        _namen: &dyn Namen,
    ) -> Option<Geschiedregel> {
        None
    }

    /// What must become true together with these events, decided on this state.
    fn bijkomend<'a>(&self, _: Uuid, _: impl Iterator<Item = &'a Self::Event>) -> Bijkomend
    where
        Self::Event: 'a,
    {
        Bijkomend::default()
    }
}

/// Who did this, as all who may see `state` are told; `None` when it is nobody or is kept from them.
pub(super) fn door<C: Concept>(state: &C, header: &EventHeader, namen: &dyn Namen) -> Option<Door> {
    door_van(header, namen).filter(|_| state.noemt_wie(header))
}
