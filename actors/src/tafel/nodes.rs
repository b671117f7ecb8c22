//! Other nodes: what they say goes to whom it is for, and what is awake is held against the record.
//!
//! What they say is a hint; each of these reads the record for itself. The feed tells entities what their streams gained, so they are
//! right once it is read to its end. Documents have a log of their own, of which the ends are asked with one question.

use std::sync::{Arc, Weak};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId, PersoonId};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{Journal, Position, SharedJournal};
use tokio::sync::{Notify, watch};
use tokio::time::Instant;
use uuid::Uuid;

use super::openingen::Openingen;
use super::{Actors, Tafel};
use crate::bus::{Bus, Hears, Mode, Present, Room, Who};
use crate::deps::Deps;
use crate::inzagebel::Inzagebel;
use crate::limits::{BUS_SWEEP, LOG_TAIL_MAX, LOG_TAIL_MIN};

impl Tafel {
    /// From now on other nodes are heard, and what is awake is held against the record.
    pub(super) fn met_anderen(&self, bus: Bus, new_events: Arc<Notify>) {
        if bus.mode().is_none() {
            return;
        }
        let Deps { journal, rng, clock, .. } = &self.deps;
        let nodes = Arc::new(Nodes {
            actors: Arc::downgrade(&self.actors),
            journal: journal.clone(),
            new_events,
            openingen: Arc::clone(&self.openingen),
            inzagebel: self.inzagebel.clone(),
            positie: self.projector.vooruitgang(),
        });
        let who = Who { epoch: journal.epoch(), node: self.node.to_string(), process: rng.uuid(clock.now()) };
        let hears: Arc<dyn Hears> = Arc::<Nodes>::clone(&nodes);
        self.toezicht.laat_lopen("look at what other nodes record", nodes.look(bus.clone()));
        let rng = Arc::clone(rng);
        let line = async move { bus.listen(who, hears, rng).await };
        self.toezicht.laat_lopen("line to other nodes", line);
    }
}

/// What other nodes reach of this one.
pub(super) struct Nodes {
    pub(super) actors: Weak<Actors>,
    pub(super) journal: SharedJournal,
    /// Rings for the projector.
    pub(super) new_events: Arc<Notify>,
    /// Rings for who counts looks at protected dossiers.
    pub(super) openingen: Arc<Openingen>,
    /// Rings for residents.
    pub(super) inzagebel: Inzagebel,
    /// How far the projector is.
    pub(super) positie: watch::Receiver<Position>,
}

impl Hears for Nodes {
    fn is_there(&self) -> bool {
        self.actors.strong_count() > 0
    }

    fn feed(&self, at: Option<Position>) {
        if at.is_none_or(|at| at > *self.positie.borrow()) {
            self.new_events.notify_one();
        }
    }

    fn document(&self, document: DocumentId, seq: u64) {
        if let Some(actors) = self.actors.upgrade() {
            actors.documents.bij(document, seq);
        }
    }

    fn present(&self, process: Uuid, room: Room, who: Present) {
        let Some(actors) = self.actors.upgrade() else { return };
        match (who, room) {
            (Present::Tekst(carets), (_, Topic::Document(document))) => {
                actors.documents.elders(document, process, carets);
            }
            // What does not belong together was said by no node of ours.
            (Present::Tekst(_), _) => {}
            (Present::Tafel(wie), room) => actors.aanwezigheid.elders(process, room, wie),
        }
    }

    fn asked(&self, room: Room) {
        let Some(actors) = self.actors.upgrade() else { return };
        let (_, topic) = room;
        if let Topic::Document(document) = topic {
            actors.documents.wie_is_daar(document);
        } else {
            actors.aanwezigheid.wie_is_daar(room);
        }
    }

    fn gezien(&self, gemeente: GemeenteId, persoon: PersoonId, _: Moment) {
        if self.inzagebel.luistert(gemeente, persoon) {
            self.openingen.merk(gemeente, persoon);
        }
    }

    fn geopend(&self, _: GemeenteId, _: Moment) {
        self.openingen.bel.notify_one();
    }
}

impl Nodes {
    /// Holds what is awake against the record: once in a while when hints come, often when none do, and at once when that changes or
    /// another node asks for it. Ends with the node; comes back at once when there are no others.
    pub(super) async fn look(self: Arc<Self>, bus: Bus) {
        let Some(mut mode) = bus.mode() else { return };
        let mut positie = self.positie.clone();
        let mut pace = LOG_TAIL_MIN;
        let mut begun = Instant::now();
        loop {
            let wait = match *mode.borrow_and_update() {
                Mode::Together => BUS_SWEEP,
                Mode::LogTail => pace,
            };
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = bus.look() => {}
                changed = mode.changed() => if changed.is_err() { return },
            }
            // However often others ask for it, as when the database fails all of them.
            tokio::time::sleep_until(begun + LOG_TAIL_MIN).await;
            begun = Instant::now();
            let Some(actors) = self.actors.upgrade() else { return };
            // The projector takes its time: what came by the last look counts for this one.
            let came = match positie.has_changed() {
                Ok(came) => came,
                Err(_) => return,
            };
            positie.mark_unchanged();
            self.new_events.notify_one();
            let came = self.documents(&actors).await || came;
            pace = next_pace(pace, came);
        }
    }

    /// Tells documents that are behind where their log stands. `true` when there were any.
    async fn documents(&self, actors: &Actors) -> bool {
        let held = actors.documents.standen();
        if held.is_empty() {
            return false;
        }
        let keys: Vec<_> = held.iter().map(|(key, _)| *key).collect();
        let ends: std::collections::HashMap<_, _> = match self.journal.document_seqs(&keys).await {
            Ok(ends) => ends.into_iter().collect(),
            // Asked again at the next look.
            Err(fault) => {
                tracing::warn!(fault = %fault, "the ends of documents cannot be read");
                return false;
            }
        };
        let mut behind = false;
        for (key, seq) in held {
            if let Some(end) = ends.get(&key).filter(|end| **end > seq) {
                let (_, document) = key;
                actors.documents.bij(document, *end);
                behind = true;
            }
        }
        behind
    }
}

fn next_pace(pace: Duration, came: bool) -> Duration {
    if came { LOG_TAIL_MIN } else { (pace * 2).min(LOG_TAIL_MAX) }
}
