//! From columns to our types, and the one way in which a document's log is read: packed rows first, then the others.

use uuid::Uuid;

use super::compact::unpack;
use super::{Columns, Conn, sql, values};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId};
use crate::store::chain::{Link, RowHeader, event_header, row_header};
use crate::store::crypto::{Keys, StreamKey};
use crate::store::{EventHeader, Fault, Position, StoredEvent, StoredUpdate, StreamId, StreamKind};

/// A row of a document's log, opened.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct LogRow {
    pub(crate) header: RowHeader,
    pub(crate) bytes: Vec<u8>,
    /// The hash of its ciphertext, as it was chained.
    pub(crate) body_sha: Link,
}

impl LogRow {
    pub(crate) fn into_update(self) -> StoredUpdate {
        StoredUpdate { seq: self.header.seq, door: self.header.door, at: self.header.at, bytes: self.bytes }
    }
}

/// A stored number that is never below zero.
pub(crate) fn number(value: i64) -> Result<u64, Fault> {
    u64::try_from(value).map_err(|_| Fault::Corrupt(format!("a number below zero: {value}")))
}

/// A number as stored. Those that count rows and versions stay far below 2⁶³.
pub(crate) fn stored(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(crate) fn link_of(bytes: &[u8]) -> Result<Link, Fault> {
    bytes.try_into().map_err(|_| Fault::Corrupt("a hash is not 32 bytes".into()))
}

pub(crate) fn uuid_of(bytes: &[u8]) -> Result<Uuid, Fault> {
    Uuid::from_slice(bytes).map_err(|_| Fault::Corrupt("an id is not 16 bytes".into()))
}

pub(crate) fn stream_of(kind: &str, id: &[u8]) -> Result<StreamId, Fault> {
    let kind = StreamKind::from_word(kind)
        .ok_or_else(|| Fault::Corrupt(format!("unknown kind of stream {kind}")))?;
    Ok(StreamId { kind, id: uuid_of(id)? })
}

/// Version and header from the first ten columns of an event.
pub(crate) fn header_of(row: &impl Columns) -> Result<(u64, EventHeader), Fault> {
    let schema = row.long(2)?;
    let schema = u16::try_from(schema).map_err(|_| Fault::Corrupt(format!("schema {schema}")))?;
    let header = EventHeader {
        soort: row.text(1)?.to_owned(),
        schema,
        at: row.moment(3)?,
        geldig_op: row.maybe_long(4)?.map(Moment::from_micros),
        door: row.maybe_id(5)?.map(MedewerkerId),
        namens: row.maybe_id(6)?.map(MedewerkerId),
        rol: row.maybe_text(7)?.map(str::to_owned),
        cmd_id: CommandId(row.id(8)?),
        oorzaak: row.maybe_long(9)?.map(number).transpose()?.map(Position),
    };
    Ok((row.number(0)?, header))
}

/// An event from its columns; `key` is `None` when it was destroyed.
pub(crate) fn event_of(
    row: &impl Columns,
    gemeente: GemeenteId,
    stream: StreamId,
    key: Option<&StreamKey>,
) -> Result<StoredEvent, Fault> {
    let (version, header) = header_of(row)?;
    let body = match (row.maybe_bytes(10)?, key) {
        (Some(closed), Some(key)) => {
            let opened = key.open(&event_header(gemeente, stream, version, &header), closed);
            Some(
                opened.ok_or_else(|| {
                    Fault::Corrupt(format!("event {version} of stream {stream} does not open"))
                })?,
            )
        }
        (None, None) => None,
        (Some(_), None) | (None, Some(_)) => {
            return Err(Fault::Corrupt(format!("event {version} of stream {stream} and its key disagree")));
        }
    };
    Ok(StoredEvent { version, header, body })
}

/// Whether a stream has a key, and which.
pub(crate) enum KeyState {
    /// It never wrote anything.
    Absent,
    /// It was erased.
    Destroyed,
    Held(StreamKey),
}

impl KeyState {
    pub(crate) fn of(
        keys: &Keys,
        gemeente: GemeenteId,
        stream: StreamId,
        wrapped: Option<Option<&[u8]>>,
    ) -> Result<Self, Fault> {
        match wrapped {
            None => Ok(Self::Absent),
            Some(None) => Ok(Self::Destroyed),
            Some(Some(wrapped)) => Ok(Self::Held(keys.unwrap(gemeente, stream, wrapped)?)),
        }
    }

    pub(crate) fn held(&self) -> Option<&StreamKey> {
        match self {
            Self::Held(key) => Some(key),
            Self::Absent | Self::Destroyed => None,
        }
    }
}

pub(crate) async fn key<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
) -> Result<KeyState, Fault> {
    let row = conn.row(sql::KEY, values![gemeente.0, stream.kind.word(), stream.id]).await?;
    let wrapped = row.as_ref().map(|row| row.maybe_bytes(0)).transpose()?;
    KeyState::of(keys, gemeente, stream, wrapped)
}

/// The plain fields of a document row from its first four columns.
pub(crate) fn row_header_of(row: &impl Columns) -> Result<RowHeader, Fault> {
    Ok(RowHeader {
        seq: row.number(0)?,
        door: row.maybe_id(1)?.map(MedewerkerId),
        sessie: row.maybe_id(2)?,
        at: row.moment(3)?,
    })
}

/// Unpacked rows after `after`, at most `limit`.
pub(crate) async fn plain_rows<C: Conn>(
    conn: &mut C,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<LogRow>, Fault> {
    let found = conn.rows(sql::LOG_ROWS, values![gemeente.0, document.0, after, limit as u64]).await?;
    found
        .iter()
        .map(|row| {
            let header = row_header_of(row)?;
            let bytes =
                key.open(&row_header(gemeente, document, &header), row.bytes(4)?).ok_or_else(|| {
                    Fault::Corrupt(format!("row {} of document {document} does not open", header.seq))
                })?;
            Ok(LogRow { header, bytes, body_sha: row.link(5)? })
        })
        .collect()
}

/// Rows after `after`, packed ones too, at most `limit`. They must be dense, or it is a fault.
pub(crate) async fn log_rows<C: Conn>(
    conn: &mut C,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<LogRow>, Fault> {
    let mut rows: Vec<LogRow> = Vec::new();
    let mut at = after;
    while rows.len() < limit {
        let Some(chunk) = conn.row(sql::LOG_CHUNK, values![gemeente.0, document.0, at]).await? else { break };
        let (first, last) = (chunk.number(0)?, chunk.number(1)?);
        let packed = unpack(key, gemeente, document, (first, last), chunk.bytes(2)?)?;
        let room = limit - rows.len();
        rows.extend(packed.into_iter().filter(|row| row.header.seq > at).take(room));
        at = last;
    }
    if rows.len() < limit {
        let room = limit - rows.len();
        rows.extend(plain_rows(conn, key, gemeente, document, at, room).await?);
    }
    match (after + 1..).zip(&rows).find(|(seq, row)| row.header.seq != *seq) {
        None => Ok(rows),
        Some((seq, _)) => Err(Fault::Corrupt(format!("row {seq} of document {document} is missing"))),
    }
}
