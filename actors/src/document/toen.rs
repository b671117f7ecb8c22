//! A document as it stood at a moment: its log replayed in a scratch document. Who may read that, the caller has asked.

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId};
use keukentafel::store::{Journal, SharedJournal, StoredUpdate};
use tokio::sync::Semaphore;
use yrs::{Doc, ReadTxn, StateVector, Transact};

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
    let (rows, seq, whole) = rows_until(journal, gemeente, document, |row| row.at > op).await?;
    if !whole {
        return Ok((seq, None));
    }
    let text = tokio::task::spawn_blocking(move || replay(&rows).map(|doc| tekst::tekst(&doc)));
    let text = text.await.map_err(|_| Weigering::Onbekend)?;
    Ok((seq, text.filter(|text| text.chars().count() <= TIJDREIS_TEKST_CHARS_MAX)))
}

/// The document as it stood with row `tot`, as one update of a document that never had another history: what was taken out before is not
/// in it. `None` when there is no such row, when there was more than can be shown, or when a row does not apply.
///
/// # Errors
/// When the journal cannot be read.
pub(crate) async fn staat_toen(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    tot: u64,
) -> Result<Option<Vec<u8>>, Weigering> {
    let _turn = REPLAYING.acquire().await.map_err(|_closed| Weigering::Bezig)?;
    let (rows, seq, whole) = rows_until(journal, gemeente, document, |row| row.seq > tot).await?;
    if !whole || seq != tot {
        return Ok(None);
    }
    let encode = move || {
        let doc = replay(&rows)?;
        let bytes = doc.transact().encode_state_as_update_v1(&StateVector::default());
        Some(bytes)
    };
    tokio::task::spawn_blocking(encode).await.map_err(|_| Weigering::Onbekend)
}

/// The rows before the first later one, the place of the last, and whether these are all of them.
async fn rows_until(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    is_later: impl Fn(&StoredUpdate) -> bool,
) -> Result<(Vec<StoredUpdate>, u64, bool), Weigering> {
    let (mut rows, mut bytes, mut seq) = (Vec::new(), 0, 0);
    loop {
        let page = journal.document_rows(gemeente, document, seq, LOG_PAGE_ROWS).await?;
        let full = page.len() == LOG_PAGE_ROWS;
        for row in page {
            if is_later(&row) {
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

fn replay(rows: &[StoredUpdate]) -> Option<Doc> {
    let doc = Doc::with_options(sjabloon::options(1));
    let _root = doc.get_or_insert_xml_fragment(ROOT);
    for row in rows {
        open::apply(&doc, &row.bytes).ok()?;
        if doc.transact().has_missing_updates() {
            return None;
        }
    }
    Some(doc)
}
