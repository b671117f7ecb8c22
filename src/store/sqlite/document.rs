//! Text: rows of a document's log, and snapshots of its state.

use super::commit::Batch;
use super::failed::Failed;
use super::rows::{blob, number, stored};
use super::sql;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::admit::document_stream;
use crate::store::chain::{Canon, Link, RowHeader, START, binding, link, row_header, sha256};
use crate::store::crypto::StreamKey;
use crate::store::{DocumentUpdate, Fault, Position, Write};

/// Level of zstd: beyond it a document shrinks by little and takes twice the time.
pub(super) const ZSTD_LEVEL: i32 = 3;
/// Bytes that a stored state may have when unpacked, against a length that was tampered with: ten documents of the
/// largest size, as a state also holds what was deleted.
const UNPACKED_BYTES_MAX: u64 = 10 * crate::limits::DOCUMENT_BYTES_MAX as u64;
/// Bytes above which packing leaves the thread that serves others.
const PACK_ASIDE_BYTES: usize = 32 * 1024;

/// Rows that go in with one statement; `INSERT_DOCUMENT_ROWS` has as many groups of values.
const ROWS_PER_INSERT: usize = 16;

/// A document row ready to be inserted.
pub(super) struct SealedRow {
    gemeente: GemeenteId,
    document: DocumentId,
    row: RowHeader,
    body: Vec<u8>,
    body_sha: Link,
    chain: Link,
}

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, sqlx::sqlite::SqliteArguments>;

impl SealedRow {
    fn bind(self, query: Query<'_>) -> Query<'_> {
        query
            .bind(blob(self.gemeente.0))
            .bind(blob(self.document.0))
            .bind(stored(self.row.seq))
            .bind(self.row.door.map(|door| blob(door.0)))
            .bind(self.row.sessie.map(blob))
            .bind(self.row.at.micros())
            .bind(self.body)
            .bind(self.body_sha.to_vec())
            .bind(self.chain.to_vec())
    }
}

/// A write with what was prepared for it outside the transaction.
#[derive(Debug)]
pub(crate) struct Packed {
    pub(crate) write: Write,
    /// Of a snapshot its packed state, whose bytes are then gone from `write`; else empty.
    pub(crate) state: Vec<u8>,
}

/// Packs the snapshots of a batch, so that the transaction does not wait for it.
pub(super) async fn pack(batch: Vec<Write>) -> Vec<Packed> {
    let mut packed = Vec::with_capacity(batch.len());
    for mut write in batch {
        let state = match &mut write {
            Write::Snapshot { bytes, .. } => pack_one(std::mem::take(bytes)).await,
            Write::Append(_)
            | Write::Document(_)
            | Write::Audit { .. }
            | Write::Compact { .. }
            | Write::Projection { .. }
            | Write::Concept(_)
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

impl Batch<'_> {
    pub(super) async fn document_rows(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq_first: u64,
        updates: &[DocumentUpdate],
    ) -> Result<(), Failed> {
        let key = self.stream_key(gemeente, document_stream(document)).await?;
        let (mut chain, packed) = self.known.logs.get(&(gemeente, document)).copied().unwrap_or((START, 0));
        for (seq, update) in (seq_first..).zip(updates) {
            let row = RowHeader { seq, door: update.door, sessie: update.sessie, at: update.at };
            let header = row_header(gemeente, document, &row);
            let body = key.close(self.rng, &header, &update.bytes);
            let body_sha = sha256(&body);
            chain = link(&chain, &header, &body_sha);
            self.waiting.push(SealedRow { gemeente, document, row, body, body_sha, chain });
            if self.waiting.len() == ROWS_PER_INSERT {
                self.insert_group().await?;
            }
            self.bind_clients(gemeente, document, update).await?;
        }
        self.known.logs.insert((gemeente, document), (chain, packed));
        self.changed.insert((gemeente, document));
        Ok(())
    }

    /// Inserts as many rows as one statement takes: going to the database costs more than a row in it.
    async fn insert_group(&mut self) -> Result<(), Failed> {
        let mut query = sqlx::query(sql::INSERT_DOCUMENT_ROWS);
        for row in self.waiting.drain(..) {
            query = row.bind(query);
        }
        let done = query.execute(&mut *self.conn).await?;
        self.rows += done.rows_affected();
        Ok(())
    }

    /// Inserts the rows that did not fill a group.
    pub(super) async fn insert_waiting(&mut self) -> Result<(), Failed> {
        for row in std::mem::take(&mut self.waiting) {
            row.bind(sqlx::query(sql::INSERT_DOCUMENT_ROW)).execute(&mut *self.conn).await?;
            self.rows += 1;
        }
        Ok(())
    }

    async fn bind_clients(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        update: &DocumentUpdate,
    ) -> Result<(), Failed> {
        for client in &update.binds {
            if !self.known.bound.insert((gemeente, document, *client)) {
                continue;
            }
            sqlx::query(sql::INSERT_CLIENT)
                .bind(blob(gemeente.0))
                .bind(blob(document.0))
                .bind(client.cast_signed())
                .bind(update.door.map(|door| blob(door.0)))
                .execute(&mut *self.conn)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn snapshot(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq: u64,
        older_seq: u64,
        state: &[u8],
    ) -> Result<(), Failed> {
        let key = self.stream_key(gemeente, document_stream(document)).await?;
        let body = key.close(self.rng, &snapshot_binding(gemeente, document, seq), state);
        let body_sha = sha256(&body).to_vec();
        sqlx::query(sql::INSERT_SNAPSHOT)
            .bind(blob(gemeente.0))
            .bind(blob(document.0))
            .bind(stored(seq))
            .bind(body)
            .bind(body_sha)
            .execute(&mut *self.conn)
            .await?;
        sqlx::query(sql::DELETE_SNAPSHOTS)
            .bind(blob(gemeente.0))
            .bind(blob(document.0))
            .bind(stored(older_seq))
            .execute(&mut *self.conn)
            .await?;
        self.changed.insert((gemeente, document));
        Ok(())
    }

    pub(super) async fn projection(
        &mut self,
        name: &'static str,
        position: Position,
        bytes: &[u8],
    ) -> Result<(), Failed> {
        sqlx::query(sql::PUT_PROJECTION)
            .bind(name)
            .bind(stored(position.0))
            .bind(self.keys.own().close(self.rng, &projection_binding(name, position), bytes))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}

/// A snapshot's state from how it is stored; `None` when it does not open.
pub(super) fn open_snapshot(
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    seq: u64,
    closed: &[u8],
) -> Option<Vec<u8>> {
    expand(&key.open(&snapshot_binding(gemeente, document, seq), closed)?)
}

/// A projection's state from how it is stored.
pub(super) fn open_projection(
    key: &StreamKey,
    name: &'static str,
    position: i64,
    closed: &[u8],
) -> Result<(Position, Vec<u8>), Fault> {
    let position = Position(number(position)?);
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
