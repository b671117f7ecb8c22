//! Whether a document's log, its chunks and its snapshots are as they were written.

use super::{PAGE_ROWS, Stop, Verified, bad, sql, with};
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::admit::document_stream;
use crate::store::chain::{Link, START, link, row_header, sha256};
use crate::store::crypto::{Keys, StreamKey};
use crate::store::tables::compact::{chained, unpack};
use crate::store::tables::document::open_snapshot;
use crate::store::tables::rows::{key, link_of, row_header_of};
use crate::store::tables::{Columns, Conn, values};

/// Rows of a document's log that are held in memory at a time: one can be as long as a frame.
const PAGE_LOG_ROWS: u64 = 200;

/// One document under verification: where its chain is by now.
struct Log<'a> {
    gemeente: GemeenteId,
    document: DocumentId,
    key: Option<&'a StreamKey>,
    seq: u64,
    chain: Link,
}

pub(super) async fn documents<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    verified: &mut Verified,
) -> Result<(), Stop> {
    let mut after = values![vec![0], vec![0]];
    loop {
        let found = conn.rows(sql::VERIFY_DOCUMENTS, with(&after, PAGE_ROWS)).await?;
        for row in &found {
            let gemeente = GemeenteId(row.id(0)?);
            let document = DocumentId(row.id(1)?);
            let (seq, packed) = (row.number(2)?, row.number(4)?);
            let state = key(conn, keys, gemeente, document_stream(document)).await?;
            let mut log = Log { gemeente, document, key: state.held(), seq: 0, chain: START };
            log.chunks(conn).await?;
            if log.seq != packed {
                return Err(bad(
                    "document_chunk",
                    document.to_string(),
                    format!("it ends at row {}", log.seq),
                ));
            }
            log.rows(conn).await?;
            if log.seq != seq || log.chain != link_of(row.bytes(3)?)? {
                let why = format!("its log ends at row {}, or with another chain", log.seq);
                return Err(bad("document", format!("{document} seq {seq}"), why));
            }
            log.snapshots(conn).await?;
            verified.documents += 1;
            verified.document_rows += log.seq;
        }
        let Some(last) = found.last() else { break };
        after = values![last.bytes(0)?.to_vec(), last.bytes(1)?.to_vec()];
    }
    match conn.row(sql::VERIFY_ORPHANS, Vec::new()).await? {
        None => Ok(()),
        Some(row) => Err(bad("document", row.id(0)?.to_string(), "it is missing and its log is not")),
    }
}

impl Log<'_> {
    async fn chunks<C: Conn>(&mut self, conn: &mut C) -> Result<(), Stop> {
        loop {
            let asked = values![self.gemeente.0, self.document.0, self.seq];
            let Some(row) = conn.row(sql::VERIFY_CHUNKS, asked).await? else { return Ok(()) };
            let (first, last) = (row.number(0)?, row.number(1)?);
            let name = format!("{} rows {first} to {last}", self.document);
            let wrong = |why: &str| bad("document_chunk", name.clone(), why);
            if first != self.seq + 1 || self.chain != link_of(row.bytes(4)?)? {
                return Err(wrong("it does not follow what stands before it"));
            }
            let body_sha = link_of(row.bytes(3)?)?;
            let chain = link_of(row.bytes(5)?)?;
            match (row.maybe_bytes(2)?, self.key) {
                (Some(body), _) if sha256(body) != body_sha => return Err(wrong("the body was changed")),
                (Some(body), Some(key)) => {
                    let rows = unpack(key, self.gemeente, self.document, (first, last), body)
                        .map_err(|_| wrong("the body does not open"))?;
                    if chained(&self.chain, self.gemeente, self.document, &rows) != chain {
                        return Err(wrong("its rows are not as chained"));
                    }
                }
                (None, None) => {}
                (Some(_), None) => return Err(wrong("the body outlived its key")),
                (None, Some(_)) => return Err(wrong("the body is gone and its key is not")),
            }
            (self.seq, self.chain) = (last, chain);
        }
    }

    async fn rows<C: Conn>(&mut self, conn: &mut C) -> Result<(), Stop> {
        loop {
            let asked = values![self.gemeente.0, self.document.0, self.seq, PAGE_LOG_ROWS];
            let found = conn.rows(sql::VERIFY_ROWS, asked).await?;
            if found.is_empty() {
                return Ok(());
            }
            for row in &found {
                self.row(row)?;
            }
        }
    }

    fn row(&mut self, row: &impl Columns) -> Result<(), Stop> {
        let seq = row.long(0)?;
        let wrong = |why: &str| bad("document_row", format!("{} seq {seq}", self.document), why);
        let header = row_header_of(row).map_err(|fault| wrong(&fault.to_string()))?;
        if header.seq != self.seq + 1 {
            return Err(wrong("the row before it is missing"));
        }
        let binding = row_header(self.gemeente, self.document, &header);
        let body_sha = link_of(row.bytes(5)?)?;
        let chain = link(&self.chain, &binding, &body_sha);
        if chain != link_of(row.bytes(6)?)? {
            return Err(wrong("header or chain was changed"));
        }
        match (row.maybe_bytes(4)?, self.key) {
            (Some(body), _) if sha256(body) != body_sha => return Err(wrong("the body was changed")),
            (Some(body), Some(key)) if key.open(&binding, body).is_none() => {
                return Err(wrong("the body does not open"));
            }
            (Some(_), Some(_)) | (None, None) => {}
            (Some(_), None) => return Err(wrong("the body outlived its key")),
            (None, Some(_)) => return Err(wrong("the body is gone and its key is not")),
        }
        (self.seq, self.chain) = (header.seq, chain);
        Ok(())
    }

    async fn snapshots<C: Conn>(&mut self, conn: &mut C) -> Result<(), Stop> {
        let found = conn.rows(sql::VERIFY_SNAPSHOTS, values![self.gemeente.0, self.document.0]).await?;
        for row in &found {
            let seq = row.number(0)?;
            let wrong = |why: &str| bad("document_snapshot", format!("{} seq {seq}", self.document), why);
            let body = row.bytes(1)?;
            if sha256(body) != link_of(row.bytes(2)?)? {
                return Err(wrong("the body was changed"));
            }
            let opened = self.key.and_then(|key| open_snapshot(key, self.gemeente, self.document, seq, body));
            if opened.is_none() {
                return Err(wrong("the body does not open"));
            }
        }
        Ok(())
    }
}
