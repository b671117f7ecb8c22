//! Erasure in memory: what was said goes, that it was said stays.

use super::{MemoryJournal, State};
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::{AuditRow, StreamId, StreamKind};

impl MemoryJournal {
    /// Destroys what `stream` said, and its document's text. Headers stay.
    pub fn erase_stream(&self, gemeente: GemeenteId, stream: StreamId, trail: AuditRow) {
        let mut state = self.state();
        state.erase(gemeente, stream);
        state.projections.clear();
        state.facts.projections.clear();
        state.audit.push((gemeente, trail));
        state.facts.lines += 1;
        state.link();
    }
}

impl State {
    pub(super) fn erase(&mut self, gemeente: GemeenteId, stream: StreamId) {
        let Self { facts, events, streams, rows, snapshots, concepten, stukken, outbox, .. } = self;
        facts.erased.insert((gemeente, stream));
        for place in streams.get(&(gemeente, stream)).into_iter().flatten() {
            events[*place].event.body = None;
            let command = events[*place].event.header.cmd_id;
            if let Some(stored) = facts.commands.get_mut(&(gemeente, command)) {
                stored.answer.clear();
            }
        }
        stukken.retain(|(other, of, _), _| (*other, *of) != (gemeente, stream));
        outbox.retain(|(other, of, _)| (*other, *of) != (gemeente, Some(stream)));
        if stream.kind == StreamKind::Document {
            rows.remove(&(gemeente, DocumentId(stream.id)));
            snapshots.remove(&(gemeente, DocumentId(stream.id)));
        }
        concepten.retain(|sleutel, concept| {
            let about = sleutel.onderwerp == Some(stream.id)
                || concept.personen.iter().any(|persoon| persoon.0 == stream.id);
            sleutel.gemeente != gemeente || !about
        });
        facts.concepten.open.retain(|sleutel, _| concepten.contains_key(sleutel));
    }
}
