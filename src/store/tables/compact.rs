//! Packing: rows of a log that a kept snapshot covers twice over move into one row per thousand. Nothing of who wrote what
//! and when is lost; every row still goes into the chain.

use super::document::ZSTD_LEVEL;
use super::rows::{LogRow, plain_rows};
use super::{Batch, Columns, Conn, Failed, sql, values};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId, MedewerkerId};
use crate::limits::CHUNK_ROWS;
use crate::store::Fault;
use crate::store::admit::document_stream;
use crate::store::chain::{Link, RowHeader, START, binding, link, row_header, sha256};
use crate::store::crypto::StreamKey;

/// Bytes of rows at which a chunk ends before it has its number of rows: one chunk is held in memory twice.
const CHUNK_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Chunks that one write packs, so that others do not wait long; the rest is for the next time.
const CHUNKS_PER_WRITE: usize = 4;
/// Bytes of a row beside its update: seq, two times a mark and an id, at, hash, length.
const ROW_OVERHEAD: u64 = 8 + 17 + 17 + 8 + 32 + 4;

impl<C: Conn> Batch<'_, C> {
    /// Packs rows up to `through`, whole chunks only.
    pub(super) async fn compact(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        through: u64,
    ) -> Result<(), Failed> {
        self.insert_pending().await?;
        let (chain, mut packed) = self.known.logs.get(&(gemeente, document)).copied().unwrap_or((START, 0));
        for _ in 0..CHUNKS_PER_WRITE {
            let Some(last) = self.chunk_end(gemeente, document, packed, through).await? else { break };
            self.pack_chunk(gemeente, document, packed, last).await?;
            packed = last;
            self.known.logs.insert((gemeente, document), (chain, packed));
            self.changed.insert((gemeente, document));
        }
        Ok(())
    }

    /// The last row of the chunk that begins after `packed`; `None` while there are too few rows for one.
    async fn chunk_end(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        packed: u64,
        through: u64,
    ) -> Result<Option<u64>, Failed> {
        let asked = values![gemeente.0, document.0, packed, through, CHUNK_ROWS];
        let sizes = self.conn.rows(sql::PACK_SIZES, asked).await?;
        let mut bytes = 0;
        for row in &sizes {
            bytes += row.number(1)?;
            if bytes >= CHUNK_BYTES_MAX {
                return Ok(Some(row.number(0)?));
            }
        }
        match sizes.last() {
            Some(row) if sizes.len() as u64 == CHUNK_ROWS => Ok(Some(row.number(0)?)),
            Some(_) | None => Ok(None),
        }
    }

    async fn pack_chunk(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        packed: u64,
        last: u64,
    ) -> Result<(), Failed> {
        let key = self.stream_key(gemeente, document_stream(document));
        let count = last - packed;
        let limit = usize::try_from(count).unwrap_or(usize::MAX);
        let rows = plain_rows(self.conn, &key, gemeente, document, packed, limit).await?;
        let before = self.chain_at(gemeente, document, packed).await?;
        let after = self.chain_at(gemeente, document, last).await?;
        if chained(&before, gemeente, document, &rows) != after {
            let text = format!("rows {} to {last} of document {document} are not as chained", packed + 1);
            return Err(Fault::Corrupt(text).into());
        }
        let squeezed = squeeze(&rows);
        let body = key.close(self.rng, &chunk_binding(gemeente, document, (packed + 1, last)), &squeezed);
        let body_sha = sha256(&body);
        let row = values![gemeente.0, document.0, packed + 1, last, body, body_sha, before, after];
        self.conn.run(sql::INSERT_CHUNK, row).await?;
        self.drop_packed(gemeente, document, (packed + 1, last), &key, &rows).await
    }

    /// Reads the chunk back and only then lets its rows go.
    async fn drop_packed(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        (first, last): (u64, u64),
        key: &StreamKey,
        rows: &[LogRow],
    ) -> Result<(), Failed> {
        let stored = self.conn.row(sql::READ_CHUNK, values![gemeente.0, document.0, first]).await?;
        let closed = stored.as_ref().map(|row| row.bytes(0)).transpose()?.unwrap_or_default();
        if unpack(key, gemeente, document, (first, last), closed)? != rows {
            let text =
                format!("the chunk of rows {first} to {last} of document {document} differs from them");
            return Err(Fault::Corrupt(text).into());
        }
        let gone = self.conn.run(sql::DELETE_PACKED, values![gemeente.0, document.0, first, last]).await?;
        if gone != rows.len() as u64 {
            return Err(Fault::Corrupt(format!("rows of document {document} are not dense")).into());
        }
        Ok(())
    }

    async fn chain_at(
        &mut self,
        gemeente: GemeenteId,
        document: DocumentId,
        seq: u64,
    ) -> Result<Link, Failed> {
        if seq == 0 {
            return Ok(START);
        }
        let row = self.conn.row(sql::PACK_CHAIN, values![gemeente.0, document.0, seq]).await?;
        let row =
            row.ok_or_else(|| Fault::Corrupt(format!("row {seq} of document {document} is missing")))?;
        Ok(row.link(0)?)
    }
}

/// The end of the chain over `rows`, begun at `before`.
pub(crate) fn chained(before: &Link, gemeente: GemeenteId, document: DocumentId, rows: &[LogRow]) -> Link {
    rows.iter()
        .fold(*before, |chain, row| link(&chain, &row_header(gemeente, document, &row.header), &row.body_sha))
}

/// The rows of a chunk from how it is stored.
pub(crate) fn unpack(
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    range: (u64, u64),
    closed: &[u8],
) -> Result<Vec<LogRow>, Fault> {
    let rows = key.open(&chunk_binding(gemeente, document, range), closed);
    let rows = rows.and_then(|squeezed| expand(&squeezed));
    let whole = |rows: &Vec<LogRow>| rows.iter().map(|row| row.header.seq).eq(range.0..=range.1);
    rows.filter(whole).ok_or_else(|| {
        Fault::Corrupt(format!(
            "the chunk of rows {} to {} of document {document} does not open",
            range.0, range.1
        ))
    })
}

fn chunk_binding(gemeente: GemeenteId, document: DocumentId, (first, last): (u64, u64)) -> Vec<u8> {
    binding("kt.chunk.1", gemeente, document.0, &[first, last])
}

/// `length ‖ zstd` of the rows one after the other.
fn squeeze(rows: &[LogRow]) -> Vec<u8> {
    let mut plain = Vec::new();
    for row in rows {
        plain.extend_from_slice(&row.header.seq.to_be_bytes());
        for id in [row.header.door.map(|door| door.0), row.header.sessie] {
            plain.push(u8::from(id.is_some()));
            plain.extend_from_slice(id.unwrap_or_default().as_bytes());
        }
        plain.extend_from_slice(&row.header.at.micros().to_be_bytes());
        plain.extend_from_slice(&row.body_sha);
        // A row is at most a frame, far below 4 GiB.
        plain.extend_from_slice(&u32::try_from(row.bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        plain.extend_from_slice(&row.bytes);
    }
    let mut squeezed = (plain.len() as u64).to_be_bytes().to_vec();
    let zstd = zstd::bulk::compress(&plain, ZSTD_LEVEL);
    squeezed.extend(zstd.unwrap_or_else(|error| unreachable!("zstd in memory: {error}")));
    squeezed
}

fn expand(squeezed: &[u8]) -> Option<Vec<LogRow>> {
    let (length, zstd) = squeezed.split_first_chunk::<8>()?;
    let length = u64::from_be_bytes(*length);
    // The last row of a chunk may be as long as a frame.
    let most =
        CHUNK_BYTES_MAX + CHUNK_ROWS * ROW_OVERHEAD + 2 * crate::limits::DOCUMENT_FRAME_BYTES_MAX as u64;
    let room = usize::try_from(length).ok().filter(|_| length <= most)?;
    let plain = zstd::bulk::decompress(zstd, room).ok()?;
    let mut rest = plain.as_slice();
    let mut rows = Vec::new();
    while !rest.is_empty() {
        rows.push(take_row(&mut rest)?);
    }
    Some(rows)
}

fn take_row(rest: &mut &[u8]) -> Option<LogRow> {
    let seq = u64::from_be_bytes(take(rest)?);
    let mut id = || {
        let [mark] = take(rest)?;
        let id = uuid::Uuid::from_bytes(take(rest)?);
        Some((mark == 1).then_some(id))
    };
    let (door, sessie) = (id()?.map(MedewerkerId), id()?);
    let at = Moment::from_micros(i64::from_be_bytes(take(rest)?));
    let body_sha = take(rest)?;
    let length = usize::try_from(u32::from_be_bytes(take(rest)?)).ok()?;
    let (bytes, tail) = rest.split_at_checked(length)?;
    *rest = tail;
    Some(LogRow { header: RowHeader { seq, door, sessie, at }, bytes: bytes.to_vec(), body_sha })
}

fn take<const N: usize>(rest: &mut &[u8]) -> Option<[u8; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    Some(*head)
}
