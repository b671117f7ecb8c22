//! Everything as JSON lines, for a copy that outlives this program. Bodies stay closed; one document can be opened.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::{Row, SqlitePool};

use super::failed::fault;
use super::heads::key_line;
use super::rows::{LogRow, key, log_rows};
use super::sql;
use crate::domain::ids::{DocumentId, GemeenteId};
use crate::store::Fault;
use crate::store::admit::document_stream;
use crate::store::crypto::{Keys, hex};

/// Rows of a document that are held in memory at a time.
const PAGE_ROWS: usize = 1_000;

pub(super) async fn export(readers: &SqlitePool, head_key: &[u8; 32], to: &Path) -> Result<(), Fault> {
    let failed = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    std::fs::DirBuilder::new().mode(0o700).create(to).map_err(failed)?;
    // One transaction, so that all tables are of the same moment.
    let mut tx = readers.begin().await.map_err(fault)?;
    for (table, statement) in sql::EXPORT.iter().copied() {
        let mut file = new_file(&to.join(format!("{table}.jsonl"))).map_err(failed)?;
        let mut rows = sqlx::query(statement).fetch(&mut *tx);
        while let Some(row) = rows.try_next().await.map_err(fault)? {
            let line: &str = row.try_get(0).map_err(fault)?;
            writeln!(file, "{line}").map_err(failed)?;
        }
        finish(file).map_err(failed)?;
    }
    let mut file = new_file(&to.join("audit_head_key.jsonl")).map_err(failed)?;
    writeln!(file, "{}", key_line(head_key)).map_err(failed)?;
    finish(file).map_err(failed)
}

pub(super) async fn export_document(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    document: DocumentId,
    to: &Path,
) -> Result<u64, Fault> {
    let failed = |error: std::io::Error| Fault::Unavailable(format!("{}: {error}", to.display()));
    let mut file = new_file(to).map_err(failed)?;
    let mut tx = readers.begin().await.map_err(fault)?;
    let state = key(&mut tx, keys, gemeente, document_stream(document)).await?;
    let mut after = 0;
    if let Some(key) = state.held() {
        loop {
            let rows = log_rows(&mut tx, key, gemeente, document, after, PAGE_ROWS).await?;
            for row in &rows {
                writeln!(file, "{}", line(row)).map_err(failed)?;
            }
            after += rows.len() as u64;
            if rows.len() < PAGE_ROWS {
                break;
            }
        }
    }
    finish(file).map_err(failed)?;
    Ok(after)
}

fn line(row: &LogRow) -> serde_json::Value {
    serde_json::json!({
        "seq": row.header.seq,
        "door": row.header.door,
        "sessie": row.header.sessie,
        "at": row.header.at,
        "update": hex(&row.bytes),
    })
}

fn new_file(path: &Path) -> std::io::Result<BufWriter<File>> {
    File::options().write(true).create_new(true).mode(0o600).open(path).map(BufWriter::new)
}

fn finish(file: BufWriter<File>) -> std::io::Result<()> {
    file.into_inner()?.sync_all()
}
