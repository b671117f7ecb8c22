//! Reading streams, answers and documents.

use std::path::Path;

use sqlx::{Row, SqliteConnection, SqlitePool};

use super::document::open_snapshot;
use super::facts::status_of;
use super::failed::fault;
use super::rows::{KeyState, LogRow, blob, event_of, key, link_of, log_rows, medewerker, number, stored};
use super::{append, sql};
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, Version};
use crate::store::admit::document_stream;
use crate::store::crypto::{Keys, StreamKey};
use crate::store::{DocumentState, Fault, StoredAnswer, StoredEvent, StreamId};

/// What `keukentafel check` tells of the journal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Statistics {
    /// The version of the schema.
    pub schema: i64,
    /// Events.
    pub events: u64,
    /// Streams.
    pub streams: u64,
    /// Documents.
    pub documents: u64,
    /// Rows of all documents' logs, packed ones too.
    pub document_rows: u64,
    /// Lines of the trail.
    pub audit: u64,
    /// Messages that wait to be sent.
    pub outbox: u64,
    /// Concepten, those that ended and were not cleared away yet too.
    pub concepten: u64,
    /// Bytes of the database.
    pub bytes: u64,
    /// Bytes of the write-ahead log beside it.
    pub log_bytes: u64,
}

pub(super) async fn load(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
    after: Version,
) -> Result<Vec<StoredEvent>, Fault> {
    let mut tx = readers.begin().await.map_err(fault)?;
    let state = key(&mut tx, keys, gemeente, stream).await?;
    if matches!(state, KeyState::Absent) {
        return Ok(Vec::new());
    }
    let found = sqlx::query(sql::LOAD)
        .bind(blob(gemeente.0))
        .bind(stream.kind.word())
        .bind(blob(stream.id))
        .bind(stored(after))
        .fetch_all(&mut *tx)
        .await
        .map_err(fault)?;
    let events: Vec<StoredEvent> =
        found.iter().map(|row| event_of(row, gemeente, stream, state.held())).collect::<Result<_, _>>()?;
    // A hole must never be read as a shorter history.
    match (after + 1..).zip(&events).find(|(version, event)| event.version != *version) {
        None => Ok(events),
        Some((version, _)) => Err(Fault::Corrupt(format!("event {version} of stream {stream} is missing"))),
    }
}

pub(super) async fn answer(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    command: CommandId,
) -> Result<Option<StoredAnswer>, Fault> {
    let row = sqlx::query(sql::ANSWER)
        .bind(blob(gemeente.0))
        .bind(blob(command.0))
        .fetch_optional(readers)
        .await
        .map_err(fault)?;
    let Some(row) = row else { return Ok(None) };
    let request_hash = link_of(row.try_get(0).map_err(fault)?)?;
    let answer = append::open_answer(keys, gemeente, command, row.try_get(1).map_err(fault)?)?;
    Ok(Some(StoredAnswer { request_hash, answer }))
}

pub(super) async fn open_document(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Option<DocumentState>, Fault> {
    let mut tx = readers.begin().await.map_err(fault)?;
    let head = sqlx::query(sql::DOCUMENT)
        .bind(blob(gemeente.0))
        .bind(blob(document.0))
        .fetch_optional(&mut *tx)
        .await
        .map_err(fault)?;
    let Some(head) = head else { return Ok(None) };
    let status = status_of(head.try_get(0).map_err(fault)?)?;
    let seq = number(head.try_get(1).map_err(fault)?)?;
    let key = match key(&mut tx, keys, gemeente, document_stream(document)).await? {
        KeyState::Held(key) => key,
        KeyState::Destroyed => return Ok(None),
        KeyState::Absent => return Err(Fault::Corrupt(format!("document {document} has no key"))),
    };
    let clients = clients(&mut tx, gemeente, document).await?;
    let snapshot = snapshot(&mut tx, &key, gemeente, document).await?;
    let after = snapshot.as_ref().map_or(0, |(seq, _)| *seq);
    let tail = log_rows(&mut tx, &key, gemeente, document, after, usize::MAX).await?;
    if tail.last().map_or(after, |row| row.header.seq) != seq {
        return Err(Fault::Corrupt(format!("the log of document {document} does not reach row {seq}")));
    }
    let tail = tail.into_iter().map(LogRow::into_update).collect();
    Ok(Some(DocumentState { status, snapshot, tail, seq, clients }))
}

async fn clients(
    conn: &mut SqliteConnection,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Vec<(u64, Option<crate::domain::ids::MedewerkerId>)>, Fault> {
    let found = sqlx::query(sql::CLIENTS)
        .bind(blob(gemeente.0))
        .bind(blob(document.0))
        .fetch_all(&mut *conn)
        .await
        .map_err(fault)?;
    found
        .iter()
        .map(|row| {
            let client: i64 = row.try_get(0).map_err(fault)?;
            Ok((client.cast_unsigned(), medewerker(row.try_get(1).map_err(fault)?)?))
        })
        .collect()
}

/// The newest snapshot that opens. The log is the authority, so that one that does not open costs time and no text.
async fn snapshot(
    conn: &mut SqliteConnection,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Option<(u64, Vec<u8>)>, Fault> {
    let found = sqlx::query(sql::SNAPSHOTS)
        .bind(blob(gemeente.0))
        .bind(blob(document.0))
        .fetch_all(&mut *conn)
        .await
        .map_err(fault)?;
    for row in &found {
        let seq = number(row.try_get(0).map_err(fault)?)?;
        let closed: &[u8] = row.try_get(1).map_err(fault)?;
        match open_snapshot(key, gemeente, document, seq, closed) {
            Some(state) => return Ok(Some((seq, state))),
            None => tracing::error!(
                document.id = %document,
                seq,
                "Snapshot {seq} of document {document} does not open; an older one or the log is read instead."
            ),
        }
    }
    Ok(None)
}

pub(super) async fn statistics(readers: &SqlitePool, path: &Path) -> Result<Statistics, Fault> {
    let found: (i64, i64, i64, i64, i64, i64, i64, i64, i64) =
        sqlx::query_as(sql::STATISTICS).fetch_one(readers).await.map_err(fault)?;
    let (schema, events, streams, documents, document_rows, audit, outbox, concepten, bytes) = found;
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    Ok(Statistics {
        schema,
        events: number(events)?,
        streams: number(streams)?,
        documents: number(documents)?,
        document_rows: number(document_rows)?,
        audit: number(audit)?,
        outbox: number(outbox)?,
        concepten: number(concepten)?,
        bytes: number(bytes)?,
        // There is no log when nothing was written since the last one was moved.
        log_bytes: std::fs::metadata(log).map_or(0, |log| log.len()),
    })
}
