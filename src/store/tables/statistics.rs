//! What the journal says of itself.

use super::sql::each;
use super::{Columns, Conn, Statement};
use crate::store::Fault;

const STATISTICS: Statement = each(
    "select (select max(version) from _sqlx_migrations), (select count(*) from event),
        (select count(*) from stream_head), (select count(*) from document),
        (select coalesce(sum(seq), 0) from document), (select count(*) from audit),
        (select count(*) from outbox where sent_at is null), (select count(*) from concept), (select count(*) from claim),
        (select page_count * page_size from pragma_page_count(), pragma_page_size())",
    "select (select max(version) from _sqlx_migrations), (select count(*) from event),
        (select count(*) from stream_head), (select count(*) from document),
        (select coalesce(sum(seq), 0)::bigint from document), (select count(*) from audit),
        (select count(*) from outbox where sent_at is null), (select count(*) from concept), (select count(*) from claim),
        (select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c
            where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r')",
);

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
    /// Claims.
    pub claims: u64,
    /// Bytes of the database.
    pub bytes: u64,
    /// Bytes of the write-ahead log beside a file.
    pub log_bytes: u64,
}

/// The counts of now; `log_bytes` is for whoever has a file.
pub(crate) async fn statistics<C: Conn>(conn: &mut C) -> Result<Statistics, Fault> {
    let row = conn.row(STATISTICS, Vec::new()).await?;
    let row = row.ok_or_else(|| Fault::Corrupt("a count that is none".into()))?;
    Ok(Statistics {
        schema: row.long(0)?,
        events: row.number(1)?,
        streams: row.number(2)?,
        documents: row.number(3)?,
        document_rows: row.number(4)?,
        audit: row.number(5)?,
        outbox: row.number(6)?,
        concepten: row.number(7)?,
        claims: row.number(8)?,
        bytes: row.number(9)?,
        log_bytes: 0,
    })
}
