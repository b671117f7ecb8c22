//! Reading streams, answers and documents. Where several statements belong together, the caller holds one transaction around them.

use super::append::open_answer;
use super::document::open_snapshot;
use super::facts::{at, status_of};
use super::rows::{KeyState, LogRow, event_of, key, log_rows};
use super::{Columns, Conn, sql, values};
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId, Version};
use crate::store::admit::document_stream;
use crate::store::crypto::{Keys, StreamKey};
use crate::store::{DocumentState, DocumentTail, Fault, StoredAnswer, StoredEvent, StoredUpdate, StreamId};

pub(crate) async fn load<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
    after: Version,
) -> Result<Vec<StoredEvent>, Fault> {
    let state = key(conn, keys, gemeente, stream).await?;
    if matches!(state, KeyState::Absent) {
        return Ok(Vec::new());
    }
    let found = conn.rows(sql::LOAD, values![gemeente.0, stream.kind.word(), stream.id, after]).await?;
    let events: Vec<StoredEvent> =
        found.iter().map(|row| event_of(row, gemeente, stream, state.held())).collect::<Result<_, _>>()?;
    // A hole must never be read as a shorter history.
    match (after + 1..).zip(&events).find(|(version, event)| event.version != *version) {
        None => Ok(events),
        Some((version, _)) => Err(Fault::Corrupt(format!("event {version} of stream {stream} is missing"))),
    }
}

pub(crate) async fn answer<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    command: CommandId,
) -> Result<Option<StoredAnswer>, Fault> {
    let Some(row) = conn.row(sql::ANSWER, values![gemeente.0, command.0]).await? else { return Ok(None) };
    let answer = open_answer(keys, gemeente, command, row.maybe_bytes(1)?)?;
    Ok(Some(StoredAnswer { request_hash: row.link(0)?, answer }))
}

/// Rows of a document's log. A document that is absent or erased has none.
pub(crate) async fn document_rows<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Vec<StoredUpdate>, Fault> {
    let state = key(conn, keys, gemeente, document_stream(document)).await?;
    let Some(key) = state.held() else { return Ok(Vec::new()) };
    let rows = log_rows(conn, key, gemeente, document, after, limit).await?;
    Ok(rows.into_iter().map(LogRow::into_update).collect())
}

pub(crate) async fn open_document<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Option<DocumentState>, Fault> {
    let Some(head) = conn.row(sql::DOCUMENT, values![gemeente.0, document.0]).await? else { return Ok(None) };
    let (status, seq) = (status_of(head.text(0)?)?, head.number(1)?);
    let key = match key(conn, keys, gemeente, document_stream(document)).await? {
        KeyState::Held(key) => key,
        KeyState::Destroyed => return Ok(None),
        KeyState::Absent => return Err(Fault::Corrupt(format!("document {document} has no key"))),
    };
    let clients = clients(conn, gemeente, document).await?;
    let snapshot = snapshot(conn, &key, gemeente, document).await?;
    let after = snapshot.as_ref().map_or(0, |(seq, _)| *seq);
    let tail = log_rows(conn, &key, gemeente, document, after, usize::MAX).await?;
    if tail.last().map_or(after, |row| row.header.seq) != seq {
        return Err(Fault::Corrupt(format!("the log of document {document} does not reach row {seq}")));
    }
    let tail = tail.into_iter().map(LogRow::into_update).collect();
    Ok(Some(DocumentState { status, snapshot, tail, seq, clients }))
}

/// What a document has beyond a row. One that is absent or erased is not there.
pub(crate) async fn document_tail<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
    after: u64,
    limit: usize,
) -> Result<Option<DocumentTail>, Fault> {
    let Some(head) = conn.row(sql::DOCUMENT, values![gemeente.0, document.0]).await? else { return Ok(None) };
    let (status, seq) = (status_of(head.text(0)?)?, head.number(1)?);
    let key = match key(conn, keys, gemeente, document_stream(document)).await? {
        KeyState::Held(key) => key,
        KeyState::Destroyed => return Ok(None),
        KeyState::Absent => return Err(Fault::Corrupt(format!("document {document} has no key"))),
    };
    let clients = clients(conn, gemeente, document).await?;
    let rows = log_rows(conn, &key, gemeente, document, after, limit).await?;
    Ok(Some(DocumentTail { status, seq, clients, rows: rows.into_iter().map(LogRow::into_update).collect() }))
}

/// Where the logs of these documents end.
pub(crate) async fn document_seqs<C: Conn>(
    conn: &mut C,
    documents: &[(GemeenteId, DocumentId)],
) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
    let sought = documents.iter().map(|(gemeente, document)| values![gemeente.0, document.0]).collect();
    let found = conn.ask(sql::FACTS_DOCUMENTS, sought).await?;
    found.iter().map(|row| Ok((*at(documents, row)?, row.number(2)?))).collect()
}

async fn clients<C: Conn>(
    conn: &mut C,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Vec<(u64, Option<MedewerkerId>)>, Fault> {
    let found = conn.rows(sql::CLIENTS, values![gemeente.0, document.0]).await?;
    let one = |row: &C::Row| Ok((row.long(0)?.cast_unsigned(), row.maybe_id(1)?.map(MedewerkerId)));
    found.iter().map(one).collect()
}

/// The newest snapshot that opens. The log is the authority, so that one that does not open costs time and no text.
async fn snapshot<C: Conn>(
    conn: &mut C,
    key: &StreamKey,
    gemeente: GemeenteId,
    document: DocumentId,
) -> Result<Option<(u64, Vec<u8>)>, Fault> {
    for row in &conn.rows(sql::SNAPSHOTS, values![gemeente.0, document.0]).await? {
        let seq = row.number(0)?;
        match open_snapshot(key, gemeente, document, seq, row.bytes(1)?) {
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
