//! A document as it stood at a moment: its log replayed in a scratch document. Who may read that, the caller has asked.

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId};
use keukentafel::store::{Journal, SharedJournal, StoredUpdate};
use tokio::sync::Semaphore;
use yrs::{Doc, ReadTxn, Transact};

use super::tekst::ROOT;
use super::{open, sjabloon, tekst};
use crate::limits::{LOG_PAGE_ROWS, TIJDREIS_BYTES_MAX, TIJDREIS_TEKST_CHARS_MAX, TIJDREIZEN_MAX};
use crate::weigering::Weigering;

/// Logs that are replayed at the same moment on this node.
static REPLAYING: Semaphore = Semaphore::const_new(TIJDREIZEN_MAX);

/// The last row that was stored at `op`, and the text that stood then; no text when there was more than can be shown, or when a row does
/// not apply: a part alone would pass for the whole.
///
/// # Errors
/// When the journal cannot be read.
pub(crate) async fn tekst_toen(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    op: Moment,
) -> Result<(u64, Option<String>), Weigering> {
    let _turn = REPLAYING.acquire().await.map_err(|_closed| Weigering::Bezig)?;
    let (rows, seq, whole) = rows_until(journal, gemeente, document, op).await?;
    if !whole {
        return Ok((seq, None));
    }
    let text = tokio::task::spawn_blocking(move || replay(&rows)).await.map_err(|_| Weigering::Onbekend)?;
    Ok((seq, text.filter(|text| text.chars().count() <= TIJDREIS_TEKST_CHARS_MAX)))
}

/// The rows stored until `op`, the place of the last, and whether these are all of them.
async fn rows_until(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    op: Moment,
) -> Result<(Vec<StoredUpdate>, u64, bool), Weigering> {
    let (mut rows, mut bytes, mut seq) = (Vec::new(), 0, 0);
    loop {
        let page = journal.document_rows(gemeente, document, seq, LOG_PAGE_ROWS).await?;
        let full = page.len() == LOG_PAGE_ROWS;
        for row in page {
            if row.at > op {
                return Ok((rows, seq, true));
            }
            seq = row.seq;
            bytes += row.bytes.len();
            if bytes > TIJDREIS_BYTES_MAX {
                return Ok((rows, seq, false));
            }
            rows.push(row);
        }
        if !full {
            return Ok((rows, seq, true));
        }
    }
}

fn replay(rows: &[StoredUpdate]) -> Option<String> {
    let doc = Doc::with_options(sjabloon::options(1));
    let _root = doc.get_or_insert_xml_fragment(ROOT);
    for row in rows {
        open::apply(&doc, &row.bytes).ok()?;
        if doc.transact().has_missing_updates() {
            return None;
        }
    }
    Some(tekst::tekst(&doc))
}
