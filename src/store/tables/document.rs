//! Text: rows of a document's log, and snapshots of its state.

use super::{Batch, Conn, Failed, sql, values};
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::admit::document_stream;
use crate::store::chain::{Canon, RowHeader, START, binding, link, row_header, sha256};
use crate::store::crypto::StreamKey;
use crate::store::{DocumentUpdate, Fault, Position, Write};

/// Level of zstd: beyond it a document shrinks by little and takes twice the time.
pub(crate) const ZSTD_LEVEL: i32 = 3;
/// Bytes that a stored state may have when unpacked, against a length that was tampered with: ten documents of the
/// largest size, as a state also holds what was deleted.
const UNPACKED_BYTES_MAX: u64 = 10 * crate::limits::DOCUMENT_BYTES_MAX as u64;
/// Bytes above which packing leaves the thread that serves others.
const PACK_ASIDE_BYTES: usize = 32 * 1024;

/// A write with what was prepared for it outside the transaction.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) write: Write,
    /// Of a snapshot its packed state, whose bytes are then gone from `write`; else empty.
    pub(crate) state: Vec<u8>,
}

/// Packs the snapshots of a batch, so that the transaction does not wait for it.
pub(crate) async fn pack(batch: Vec<Write>) -> Vec<Packed> {
    let mut packed = Vec::with_capacity(batch.len());
    for mut write in batch {
        let state = match write.kaal_mut() {
            Write::Snapshot { bytes, .. } => pack_one(std::mem::take(bytes)).await,
            Write::Append(_)
            | Write::Document(_)
            | Write::Audit { .. }
            | Write::Compact { .. }
            | Write::Projection { .. }
            | Write::Concept(_)
            | Write::Onder { .. }
            | Write::SignHead { .. } => Vec::new(),
        };
        packed.push(Packed { write, state });
    }
    packed
}

async fn pack_one(bytes: Vec<u8>) -> Vec<u8> {
    if bytes.len() < PACK_ASIDE_BYTES {
        return squeeze(&bytes);
    }
    match tokio::task::spawn_blocking(move || squeeze(&bytes)).await {
        Ok(state) => state,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// `sha256 of the content ‖ its length ‖ zstd`.
fn squeeze(bytes: &[u8]) -> Vec<u8> {
    let mut state = sha256(bytes).to_vec();
    state.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
    let zstd = zstd::bulk::compress(bytes, ZSTD_LEVEL);
    // Memory is all that compressing into memory can lack.
    state.extend(zstd.unwrap_or_else(|error| unreachable!("zstd in memory: {error}")));
    state
}

/// What `squeeze` was given; `None` when it is anything else.
fn expand(state: &[u8]) -> Option<Vec<u8>> {
    let (sha, rest) = state.split_at_checked(32)?;
    let (length, zstd) = rest.split_at_checked(8)?;
    let length = u64::from_be_bytes(length.try_into().ok()?);
    let room = usize::try_from(length).ok().filter(|_| length <= UNPACKED_BYTES_MAX)?;
    let bytes = zstd::bulk::decompress(zstd, room).ok()?;
    (sha256(&bytes) == *sha).then_some(bytes)
}

impl<C: Conn> Batch<'_, C> {
    pub(super) fn document_rows(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq_first: u64,
        updates: &[DocumentUpdate],
    ) {
        let key = self.stream_key(gemeente, document_stream(document));
        let (mut chain, packed) = self.known.logs.get(&(gemeente, document)).copied().unwrap_or((START, 0));
        for (seq, update) in (seq_first..).zip(updates) {
            let row = RowHeader { seq, door: update.door, sessie: update.sessie, at: update.at };
            let header = row_header(gemeente, document, &row);
            let body = key.close(self.rng, &header, &update.bytes);
            let body_sha = sha256(&body);
            chain = link(&chain, &header, &body_sha);
            let door = update.door.map(|door| door.0);
            let row = values![gemeente.0, document.0, seq, door, row.sessie, row.at, body, body_sha, chain];
            self.pending.document_rows.push(row);
            self.bind_clients(gemeente, document, update);
        }
        self.known.logs.insert((gemeente, document), (chain, packed));
        self.changed.insert((gemeente, document));
    }

    fn bind_clients(&mut self, gemeente: GemeenteId, document: DocumentId, update: &DocumentUpdate) {
        for client in &update.binds {
            if self.known.bound.insert((gemeente, document, *client)) {
                let door = update.door.map(|door| door.0);
                self.pending.clients.push(values![gemeente.0, document.0, client.cast_signed(), door]);
            }
        }
    }

    pub(super) async fn snapshot(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq: u64,
        older_seq: u64,
        state: &[u8],
    ) -> Result<(), Failed> {
        let key = self.stream_key(gemeente, document_stream(document));
        let body = key.close(self.rng, &snapshot_binding(gemeente, document, seq), state);
        let body_sha = sha256(&body);
        self.conn.run(sql::INSERT_SNAPSHOT, values![gemeente.0, document.0, seq, body, body_sha]).await?;
        self.conn.run(sql::DELETE_SNAPSHOTS, values![gemeente.0, document.0, older_seq]).await?;
        self.changed.insert((gemeente, document));
        Ok(())
    }

    pub(super) async fn projection(
        &mut self,
        name: &'static str,
        position: Position,
        bytes: &[u8],
    ) -> Result<(), Failed> {
        let body = self.keys.own().close(self.rng, &projection_binding(name, position), bytes);
        self.conn.run(sql::PUT_PROJECTION, values![name, position.0, body]).await?;
        Ok(())
    }
}

/// A snapshot's state from how it is stored; `None` when it does not open.
pub(crate) fn open_snapshot(
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    seq: u64,
    closed: &[u8],
) -> Option<Vec<u8>> {
    expand(&key.open(&snapshot_binding(gemeente, document, seq), closed)?)
}

/// A projection's state from how it is stored.
pub(crate) fn open_projection(
    key: &StreamKey,
    name: &'static str,
    position: Position,
    closed: &[u8],
) -> Result<(Position, Vec<u8>), Fault> {
    let opened = key.open(&projection_binding(name, position), closed);
    let opened =
        opened.ok_or_else(|| Fault::Corrupt(format!("the state of projection {name} does not open")))?;
    Ok((position, opened))
}

fn snapshot_binding(gemeente: GemeenteId, document: DocumentId, seq: u64) -> Vec<u8> {
    binding("kt.snapshot.1", gemeente, document.0, &[seq])
}

fn projection_binding(name: &str, position: Position) -> Vec<u8> {
    let mut canon = Canon::new("kt.projection.1");
    canon.text(name).number(position.0);
    canon.done()
}
