//! Whether a document's log, its chunks and its snapshots are as they were written.

use sqlx::{Row, SqliteConnection};

use super::compact::{chained, unpack};
use super::document::open_snapshot;
use super::rows::{key, link_of, number, row_header_of, stored, uuid_of};
use super::sql;
use super::verify::{PAGE_ROWS, Stop, Verified, bad, ids};
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::admit::document_stream;
use crate::store::chain::{Link, START, link, row_header, sha256};
use crate::store::crypto::{Keys, StreamKey};

/// One document under verification: where its chain is by now.
struct Log<'a> {
    gemeente: GemeenteId,
    document: DocumentId,
    key: Option<&'a StreamKey>,
    seq: u64,
    chain: Link,
}

pub(super) async fn documents(
    conn: &mut SqliteConnection,
    keys: &Keys,
    verified: &mut Verified,
) -> Result<(), Stop> {
    let mut after = (vec![0], vec![0]);
    loop {
        let found = sqlx::query(sql::VERIFY_DOCUMENTS)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let gemeente = GemeenteId(uuid_of(row.try_get(0)?)?);
            let document = DocumentId(uuid_of(row.try_get(1)?)?);
            let (seq, packed) = (number(row.try_get(2)?)?, number(row.try_get(4)?)?);
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
            if log.seq != seq || log.chain != link_of(row.try_get(3)?)? {
                let why = format!("its log ends at row {}, or with another chain", log.seq);
                return Err(bad("document", format!("{document} seq {seq}"), why));
            }
            log.snapshots(conn).await?;
            verified.documents += 1;
            verified.document_rows += log.seq;
        }
        let Some(last) = found.last() else { break };
        after = (last.try_get(0)?, last.try_get(1)?);
    }
    match sqlx::query(sql::VERIFY_ORPHANS).fetch_optional(&mut *conn).await? {
        None => Ok(()),
        Some(row) => {
            let document = uuid_of(row.try_get(2)?)?;
            Err(bad("document", document.to_string(), "it is missing and its log is not"))
        }
    }
}

impl Log<'_> {
    async fn chunks(&mut self, conn: &mut SqliteConnection) -> Result<(), Stop> {
        loop {
            let (gemeente, document) = ids(self.gemeente, self.document);
            let found = sqlx::query(sql::VERIFY_CHUNKS)
                .bind(gemeente)
                .bind(document)
                .bind(stored(self.seq))
                .fetch_optional(&mut *conn)
                .await?;
            let Some(row) = found else { return Ok(()) };
            let (first, last) = (number(row.try_get(0)?)?, number(row.try_get(1)?)?);
            let name = format!("{} rows {first} to {last}", self.document);
            let wrong = |why: &str| bad("document_chunk", name.clone(), why);
            if first != self.seq + 1 || self.chain != link_of(row.try_get(4)?)? {
                return Err(wrong("it does not follow what stands before it"));
            }
            let body_sha = link_of(row.try_get(3)?)?;
            let chain = link_of(row.try_get(5)?)?;
            match (row.try_get::<Option<&[u8]>, _>(2)?, self.key) {
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

    async fn rows(&mut self, conn: &mut SqliteConnection) -> Result<(), Stop> {
        loop {
            let (gemeente, document) = ids(self.gemeente, self.document);
            let found = sqlx::query(sql::VERIFY_ROWS)
                .bind(gemeente)
                .bind(document)
                .bind(stored(self.seq))
                .bind(PAGE_ROWS)
                .fetch_all(&mut *conn)
                .await?;
            if found.is_empty() {
                return Ok(());
            }
            for row in &found {
                self.row(row)?;
            }
        }
    }

    fn row(&mut self, row: &sqlx::sqlite::SqliteRow) -> Result<(), Stop> {
        let seq: i64 = row.try_get(0)?;
        let wrong = |why: &str| bad("document_row", format!("{} seq {seq}", self.document), why);
        let header = row_header_of(row).map_err(|fault| wrong(&fault.to_string()))?;
        if header.seq != self.seq + 1 {
            return Err(wrong("the row before it is missing"));
        }
        let binding = row_header(self.gemeente, self.document, &header);
        let body_sha = link_of(row.try_get(5)?)?;
        let chain = link(&self.chain, &binding, &body_sha);
        if chain != link_of(row.try_get(6)?)? {
            return Err(wrong("header or chain was changed"));
        }
        match (row.try_get::<Option<&[u8]>, _>(4)?, self.key) {
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

    async fn snapshots(&mut self, conn: &mut SqliteConnection) -> Result<(), Stop> {
        let (gemeente, document) = ids(self.gemeente, self.document);
        let found =
            sqlx::query(sql::VERIFY_SNAPSHOTS).bind(gemeente).bind(document).fetch_all(&mut *conn).await?;
        for row in &found {
            let seq = number(row.try_get(0)?)?;
            let wrong = |why: &str| bad("document_snapshot", format!("{} seq {seq}", self.document), why);
            let body: &[u8] = row.try_get(1)?;
            if sha256(body) != link_of(row.try_get(2)?)? {
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
