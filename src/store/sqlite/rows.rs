//! From columns to our types, and the one way in which a document's log is read: packed rows first, then the others.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};
use uuid::Uuid;

use super::compact::unpack;
use super::failed::fault;
use super::sql;
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId};
use crate::store::admit::document_stream;
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
pub(super) fn number(value: i64) -> Result<u64, Fault> {
    u64::try_from(value).map_err(|_| Fault::Corrupt(format!("a number below zero: {value}")))
}

/// A number as stored. Those that count rows and versions stay far below 2⁶³.
pub(super) fn stored(value: u64) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

pub(super) fn link_of(bytes: &[u8]) -> Result<Link, Fault> {
    bytes.try_into().map_err(|_| Fault::Corrupt("a hash is not 32 bytes".into()))
}

pub(super) fn uuid_of(bytes: &[u8]) -> Result<Uuid, Fault> {
    Uuid::from_slice(bytes).map_err(|_| Fault::Corrupt("an id is not 16 bytes".into()))
}

pub(super) fn maybe_uuid(bytes: Option<&[u8]>) -> Result<Option<Uuid>, Fault> {
    bytes.map(uuid_of).transpose()
}

pub(super) fn medewerker(bytes: Option<&[u8]>) -> Result<Option<MedewerkerId>, Fault> {
    Ok(maybe_uuid(bytes)?.map(MedewerkerId))
}

pub(super) fn stream_of(kind: &str, id: &[u8]) -> Result<StreamId, Fault> {
    let kind = StreamKind::from_word(kind)
        .ok_or_else(|| Fault::Corrupt(format!("unknown kind of stream {kind}")))?;
    Ok(StreamId { kind, id: uuid_of(id)? })
}

/// An id as bound.
pub(super) fn blob(id: Uuid) -> Vec<u8> {
    id.as_bytes().to_vec()
}

/// Version and header from the first ten columns of an event.
pub(super) fn header_of(row: &SqliteRow) -> Result<(u64, EventHeader), Fault> {
    let columns = || -> Result<_, sqlx::Error> {
        Ok((
            row.try_get::<i64, _>(0)?,
            row.try_get::<String, _>(1)?,
            row.try_get::<i64, _>(2)?,
            row.try_get::<i64, _>(3)?,
            row.try_get::<Option<i64>, _>(4)?,
            row.try_get::<Option<&[u8]>, _>(5)?,
            row.try_get::<Option<&[u8]>, _>(6)?,
            row.try_get::<Option<String>, _>(7)?,
            row.try_get::<&[u8], _>(8)?,
            row.try_get::<Option<i64>, _>(9)?,
        ))
    };
    let (version, soort, schema, at, geldig_op, door, namens, rol, cmd_id, oorzaak) =
        columns().map_err(fault)?;
    let schema = u16::try_from(schema).map_err(|_| Fault::Corrupt(format!("schema {schema}")))?;
    let header = EventHeader {
        soort,
        schema,
        at: Moment::from_micros(at),
        geldig_op: geldig_op.map(Moment::from_micros),
        door: medewerker(door)?,
        namens: medewerker(namens)?,
        rol,
        cmd_id: CommandId(uuid_of(cmd_id)?),
        oorzaak: oorzaak.map(number).transpose()?.map(Position),
    };
    Ok((number(version)?, header))
}

/// An event from its columns; `key` is `None` when it was destroyed.
pub(super) fn event_of(
    row: &SqliteRow,
    gemeente: GemeenteId,
    stream: StreamId,
    key: Option<&StreamKey>,
) -> Result<StoredEvent, Fault> {
    let (version, header) = header_of(row)?;
    let body = match (row.try_get::<Option<&[u8]>, _>(10).map_err(fault)?, key) {
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
pub(super) enum KeyState {
    /// It never wrote anything.
    Absent,
    /// It was erased.
    Destroyed,
    Held(StreamKey),
}

impl KeyState {
    pub(super) fn of(
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

    pub(super) fn held(&self) -> Option<&StreamKey> {
        match self {
            Self::Held(key) => Some(key),
            Self::Absent | Self::Destroyed => None,
        }
    }
}

pub(super) async fn key(
    conn: &mut SqliteConnection,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
) -> Result<KeyState, Fault> {
    let row = sqlx::query(sql::KEY)
        .bind(blob(gemeente.0))
        .bind(stream.kind.word())
        .bind(blob(stream.id))
        .fetch_optional(&mut *conn)
        .await
        .map_err(fault)?;
    let wrapped = row.as_ref().map(|row| row.try_get::<Option<&[u8]>, _>(0)).transpose().map_err(fault)?;
    KeyState::of(keys, gemeente, stream, wrapped)
}

/// The plain fields of a document row from its first four columns.
pub(super) fn row_header_of(row: &SqliteRow) -> Result<RowHeader, Fault> {
    Ok(RowHeader {
        seq: number(row.try_get(0).map_err(fault)?)?,
        door: medewerker(row.try_get(1).map_err(fault)?)?,
        sessie: maybe_uuid(row.try_get(2).map_err(fault)?)?,
        at: Moment::from_micros(row.try_get(3).map_err(fault)?),
    })
}

/// Unpacked rows after `after`, at most `limit`.
pub(super) async fn plain_rows(
    conn: &mut SqliteConnection,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<LogRow>, Fault> {
    let found = sqlx::query(sql::LOG_ROWS)
        .bind(blob(gemeente.0))
        .bind(blob(document.0))
        .bind(stored(after))
        .bind(stored(limit as u64))
        .fetch_all(&mut *conn)
        .await
        .map_err(fault)?;
    found
        .iter()
        .map(|row| {
            let header = row_header_of(row)?;
            let closed: &[u8] = row.try_get(4).map_err(fault)?;
            let bytes = key.open(&row_header(gemeente, document, &header), closed).ok_or_else(|| {
                Fault::Corrupt(format!("row {} of document {document} does not open", header.seq))
            })?;
            Ok(LogRow { header, bytes, body_sha: link_of(row.try_get(5).map_err(fault)?)? })
        })
        .collect()
}

/// Rows after `after`, packed ones too, at most `limit`. They must be dense, or it is a fault.
pub(super) async fn log_rows(
    conn: &mut SqliteConnection,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<LogRow>, Fault> {
    let mut rows: Vec<LogRow> = Vec::new();
    let mut at = after;
    while rows.len() < limit {
        let chunk = sqlx::query(sql::LOG_CHUNK)
            .bind(blob(gemeente.0))
            .bind(blob(document.0))
            .bind(stored(at))
            .fetch_optional(&mut *conn)
            .await
            .map_err(fault)?;
        let Some(chunk) = chunk else { break };
        let first = number(chunk.try_get(0).map_err(fault)?)?;
        let last = number(chunk.try_get(1).map_err(fault)?)?;
        let closed: &[u8] = chunk.try_get(2).map_err(fault)?;
        let packed = unpack(key, gemeente, document, (first, last), closed)?;
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

/// As [`log_rows`], in a read transaction of its own. A document that is absent or erased has no rows.
pub(super) async fn read_log(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<LogRow>, Fault> {
    let mut tx = readers.begin().await.map_err(fault)?;
    let state = key(&mut tx, keys, gemeente, document_stream(document)).await?;
    match state.held() {
        Some(key) => log_rows(&mut tx, key, gemeente, document, after, limit).await,
        None => Ok(Vec::new()),
    }
}
