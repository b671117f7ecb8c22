//! The committed state of one entity, and how it grows.

use keukentafel::limits::TIJDLIJN_ENTRIES_MAX;
use keukentafel::protocol::view::Tijdlijnregel;
use keukentafel::store::{EventHeader, Fault, StoredEvent, codec};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::Concept;
use crate::deps::{Namen, door_van};
use crate::weigering::{Eerder, Weigering};

/// What is committed.
pub(super) struct Live<C: Concept> {
    pub(super) state: C,
    pub(super) versie: u64,
    /// Oldest first, the last [`TIJDLIJN_ENTRIES_MAX`].
    tijdlijn: Vec<Tijdlijnregel>,
    /// The last thing that happened: what whoever comes too late hears.
    laatste: Option<Eerder>,
}

impl<C: Concept> Default for Live<C> {
    fn default() -> Self {
        Self { state: C::default(), versie: 0, tijdlijn: Vec::new(), laatste: None }
    }
}

impl<C: Concept> Live<C> {
    /// Takes in an event as read from the journal.
    pub(super) fn read(&mut self, stored: &StoredEvent, namen: &dyn Namen) -> Result<(), Fault> {
        if stored.version != self.versie + 1 {
            return Err(Fault::Corrupt(format!("version {} follows {}", stored.version, self.versie)));
        }
        match codec::decode::<C>(stored)? {
            Some(event) => self.take(&event, &stored.header, namen),
            // Erased: that something happened stays, what it was is gone.
            None => self.versie += 1,
        }
        Ok(())
    }

    /// Takes in an event that was just committed.
    pub(super) fn take(&mut self, event: &C::Event, header: &EventHeader, namen: &dyn Namen) {
        self.versie += 1;
        self.state = std::mem::take(&mut self.state).evolve(event, header.at);
        let line = C::regel(event, header, self.versie, namen);
        self.laatste = Some(Eerder {
            soort: header.soort.clone(),
            at: header.at,
            door: door_van(header, namen),
            namen: line.as_ref().map(|line| line.namen.clone()).unwrap_or_default(),
        });
        if let Some(line) = line {
            if self.tijdlijn.len() == TIJDLIJN_ENTRIES_MAX {
                self.tijdlijn.remove(0);
            }
            self.tijdlijn.push(line);
        }
    }

    /// Somebody else was first: who, when, and how it stands now.
    pub(super) fn conflict(&self) -> Weigering {
        Weigering::Conflict { versie: self.versie, eerder: self.laatste.clone().map(Box::new) }
    }

    pub(super) fn render(&self, id: Uuid, namen: &dyn Namen) -> Option<Box<RawValue>> {
        self.state.render(id, self.versie, &self.tijdlijn, namen)
    }
}
