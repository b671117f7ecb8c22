//! Everything that a batch names: what must be known to judge it, and what no other node may change meanwhile.

use std::collections::BTreeSet;

use super::document::Packed;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId};
use crate::store::admit::document_stream;
use crate::store::chain::{Canon, sha256};
use crate::store::crypto::Keys;
use crate::store::{Append, DocumentUpdate, StreamId, Write};

#[derive(Default)]
pub(crate) struct Touched {
    pub(super) streams: BTreeSet<(GemeenteId, StreamId)>,
    pub(super) documents: BTreeSet<(GemeenteId, DocumentId)>,
    pub(super) commands: BTreeSet<(GemeenteId, CommandId)>,
    pub(super) claims: BTreeSet<(GemeenteId, &'static str, [u8; 32])>,
    pub(super) clients: BTreeSet<(GemeenteId, DocumentId, u64)>,
    pub(super) projections: BTreeSet<&'static str>,
    /// Whose concepten.
    pub(super) concepten: BTreeSet<(GemeenteId, MedewerkerId)>,
    /// Turns in which something is written.
    pub(crate) leases: BTreeSet<&'static str>,
    /// Something goes onto the feed, or asks where it ends.
    pub(crate) feed: bool,
}

impl Touched {
    pub(crate) fn of<'a>(batch: impl IntoIterator<Item = &'a Packed>, keys: &Keys) -> Self {
        let mut touched = Self::default();
        for packed in batch {
            touched.write(&packed.write, keys);
        }
        touched
    }

    /// One stream, and nothing else.
    pub(crate) fn stream(gemeente: GemeenteId, stream: StreamId) -> Self {
        Self { streams: BTreeSet::from([(gemeente, stream)]), ..Self::default() }
    }

    /// One turn, and nothing else.
    pub(crate) fn lease(naam: &'static str) -> Self {
        Self { leases: BTreeSet::from([naam]), ..Self::default() }
    }

    /// Numbers for what it names, in one order for everybody, so that no two wait for each other. Two things may share a number; they then
    /// wait in vain, and that is all. A document's clients go with the document.
    pub(crate) fn locks(&self) -> Vec<i64> {
        let mut locks = BTreeSet::new();
        let mut lock = |canon: &Canon| {
            let [a, b, c, d, e, f, g, h, ..] = sha256(canon.bytes());
            locks.insert(i64::from_be_bytes([a, b, c, d, e, f, g, h]));
        };
        for (gemeente, stream) in &self.streams {
            lock(Canon::new("kt.lock.stream").id(gemeente.0).text(stream.kind.word()).id(stream.id));
        }
        for (gemeente, command) in &self.commands {
            lock(Canon::new("kt.lock.command").id(gemeente.0).id(command.0));
        }
        for (gemeente, scope, key) in &self.claims {
            lock(Canon::new("kt.lock.claim").id(gemeente.0).text(scope).hash(key));
        }
        for (gemeente, medewerker) in &self.concepten {
            lock(Canon::new("kt.lock.concepten").id(gemeente.0).id(medewerker.0));
        }
        for naam in &self.leases {
            lock(Canon::new("kt.lock.lease").text(naam));
        }
        for name in &self.projections {
            lock(Canon::new("kt.lock.projection").text(name));
        }
        locks.into_iter().collect()
    }

    fn write(&mut self, write: &Write, keys: &Keys) {
        match write {
            Write::Append(append) => self.append(append, keys),
            Write::Document(append) => {
                self.document(append.gemeente, append.document, &append.updates);
            }
            Write::Snapshot { gemeente, document, .. } | Write::Compact { gemeente, document } => {
                self.document(*gemeente, *document, &[]);
            }
            Write::Projection { name, .. } => {
                self.projections.insert(name);
            }
            Write::Concept(change) => self.concepten.extend(change.van()),
            Write::Onder { lease, write } => {
                self.leases.insert(lease.naam);
                self.write(write, keys);
            }
            Write::Audit { .. } | Write::SignHead { .. } => {}
        }
    }

    fn append(&mut self, append: &Append, keys: &Keys) {
        let gemeente = append.gemeente;
        self.feed = true;
        self.commands.insert((gemeente, append.command));
        self.streams.extend(append.streams.iter().map(|stream| (gemeente, stream.stream)));
        self.streams.extend(append.wist.iter().map(|stream| (gemeente, *stream)));
        self.concepten.extend(append.concepten.iter().map(|weg| (gemeente, weg.sleutel.medewerker)));
        let claims = append.claims.iter();
        self.claims.extend(
            claims.map(|claim| (gemeente, claim.scope, keys.claim(gemeente, claim.scope, &claim.key))),
        );
        for document in &append.documents {
            self.document(gemeente, document.id, &document.updates);
        }
        for change in &append.statuses {
            self.document(gemeente, change.document, &[]);
        }
    }

    fn document(&mut self, gemeente: GemeenteId, document: DocumentId, updates: &[DocumentUpdate]) {
        self.documents.insert((gemeente, document));
        self.streams.insert((gemeente, document_stream(document)));
        let binds = updates.iter().flat_map(|update| &update.binds);
        self.clients.extend(binds.map(|client| (gemeente, document, *client)));
    }
}
