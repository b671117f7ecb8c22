//! The committed state of one entity, and how it grows.

use keukentafel::limits::TIJDLIJN_ENTRIES_MAX;
use keukentafel::store::{EventHeader, Fault, StoredEvent, codec};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::{self, Concept};
use super::geschiedregel::Geschiedregel;
use crate::deps::Namen;
use crate::weigering::{Eerder, Weigering};

/// What is committed.
pub(super) struct Live<C: Concept> {
    pub(super) state: C,
    pub(super) versie: u64,
    /// Oldest first, the last [`TIJDLIJN_ENTRIES_MAX`].
    tijdlijn: Vec<Geschiedregel>,
    /// The last thing that happened, when somebody did it: what whoever comes too late hears.
    laatste: Option<Eerder>,
    /// How often something happened that who may only know that it is there was told, and what that was last.
    pub(super) dat_versie: u64,
    laatste_dat: Option<Eerder>,
}

impl<C: Concept> Default for Live<C> {
    fn default() -> Self {
        Self {
            state: C::default(),
            versie: 0,
            tijdlijn: Vec::new(),
            laatste: None,
            dat_versie: 0,
            laatste_dat: None,
        }
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
        let before = self.state.onder_dat();
        self.state = std::mem::take(&mut self.state).evolve(event, header.at);
        let line = C::regel(event, header, self.versie, namen);
        let door = concept::door(&self.state, header, namen);
        // What the system did itself nobody was first with; and that a signaal landed in a plan is not for all who may see the signaal.
        self.laatste = header.door.map(|_| Eerder {
            soort: header.soort.clone(),
            at: header.at,
            door: door.clone(),
            namen: line.as_ref().map(|line| line.namen.clone()).unwrap_or_default(),
        });
        if self.state.onder_dat() != before {
            self.dat_versie += 1;
            self.laatste_dat.clone_from(&self.laatste);
        }
        if let Some(line) = line {
            let line = line.door(door);
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

    /// Somebody else was first, as who may only know that it is there hears it.
    pub(super) fn conflict_dat(&self) -> Weigering {
        Weigering::Conflict { versie: self.dat_versie, eerder: self.laatste_dat.clone().map(Box::new) }
    }

    /// The version that who may only know that it is there holds once these have happened too.
    pub(super) fn dat_versie_na<'a>(
        &self,
        events: impl Iterator<Item = (&'a C::Event, &'a EventHeader)>,
    ) -> u64
    where
        C: Clone,
        C::Event: 'a,
    {
        let (mut state, mut dat) = (self.state.clone(), self.dat_versie);
        for (event, header) in events {
            let before = state.onder_dat();
            state = state.evolve(event, header.at);
            dat += u64::from(state.onder_dat() != before);
        }
        dat
    }

    pub(super) fn render_verhuld(&self, id: Uuid, namen: &dyn Namen) -> Option<Box<RawValue>> {
        let recht = C::topic(id).leesrecht()?;
        self.state.render_verhuld(id, self.versie, &self.tijdlijn, namen, &recht)
    }

    pub(super) fn render(&self, id: Uuid, namen: &dyn Namen) -> Option<Box<RawValue>> {
        let recht = C::topic(id).leesrecht()?;
        self.state.render(id, self.versie, &self.tijdlijn, namen, &recht)
    }
}
