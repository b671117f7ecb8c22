//! How a document comes alive: from the journal, whole; else as it stood before the first row that does not apply, and then for
//! reading only; else not at all.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use keukentafel::domain::ids::{DocumentId, GemeenteId, MedewerkerId};
use keukentafel::guard::{Bounds, ClientId, Known, Refusal, Writer, parse_update};
use keukentafel::store::{DocumentState, DocumentStatus, Fault, Journal, SharedJournal, StoredUpdate};
use tokio::sync::Semaphore;
use uuid::Uuid;
use yrs::updates::decoder::Decode;
use yrs::{Doc, ReadTxn, Transact, Update};

use super::bij::NietGelezen;
use super::sjabloon;
use super::tekst::ROOT;
use crate::limits::{DOCUMENT_LOADS_MAX, LOG_PAGE_ROWS};
use crate::weigering::Weigering;

/// What the journal says of a document, in the forms that the actor works with.
pub(super) struct Opened {
    pub(super) doc: Doc,
    pub(super) known: Known,
    pub(super) clients: BTreeMap<ClientId, Option<MedewerkerId>>,
    pub(super) status: DocumentStatus,
    /// Why it is not all of the document.
    pub(super) quarantine: Option<Quarantine>,
    /// The last row it holds.
    pub(super) seq: u64,
    pub(super) snapshot_seq: u64,
    pub(super) snapshot_bytes: usize,
    pub(super) tail_bytes: usize,
}

/// Documents that are built at the same moment on this node: building is work for a core.
static BUILDING: Semaphore = Semaphore::const_new(DOCUMENT_LOADS_MAX);

/// Reads and builds. `client` is the id under which the live document would write; it never does.
///
/// A row of the log that does not apply puts the document in quarantine: it opens as it stood before that row, and
/// [`Opened::quarantine`] names it. A snapshot that does not apply only costs time, as the log makes it again.
///
/// # Errors
/// [`Weigering::NIET_GEVONDEN`] when there is no such document here; [`Weigering::Onbekend`] when the journal cannot be reached
/// or holds what cannot be read. Never an empty document instead.
pub(super) async fn open(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    client: u32,
) -> Result<Opened, NietGelezen> {
    let state = journal.open_document(gemeente, document).await.inspect_err(|fault| {
        tracing::error!(document.id = %document, %fault, "document {document} could not be read");
    })?;
    let state = state.ok_or(Weigering::NIET_GEVONDEN)?;
    let _turn = BUILDING.acquire().await.map_err(|_closed| Weigering::Bezig)?;
    let (mut built, state) = aside(state, client).await?;
    if let Err(Unbuilt::Snapshot { seq, why }) = built {
        tracing::error!(
            document.id = %document, seq, why,
            "snapshot {seq} of document {document} does not apply; the log is read instead"
        );
        let tail = whole_log(journal, gemeente, document, state.seq).await?;
        (built, _) = aside(DocumentState { snapshot: None, tail, ..state }, client).await?;
    }
    let opened = built.map_err(|unbuilt| {
        let why = unbuilt.to_string();
        tracing::error!(document.id = %document, why, "document {document} could not be built");
        Weigering::Onbekend
    })?;
    if let Some(Quarantine { row, why }) = opened.quarantine {
        metrics::counter!("keukentafel_documents_quarantined_total").increment(1);
        tracing::error!(
            document.id = %document, row, why,
            "document {document} is in quarantine: row {row} of its log does not apply"
        );
    }
    Ok(opened)
}

/// What the state before a row may be shown as, and nothing more.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct Quarantine {
    /// The first row that does not apply.
    pub(super) row: u64,
    /// Why, in words of ours: nothing of what the row holds.
    pub(super) why: &'static str,
}

/// Why there is no document.
#[derive(Debug, thiserror::Error)]
enum Unbuilt {
    #[error("snapshot {seq} does not apply: {why}")]
    Snapshot { seq: u64, why: &'static str },
    #[error("row {seq} does not apply: {why}")]
    Row {
        seq: u64,
        /// Its place in the tail.
        at: usize,
        why: &'static str,
    },
    #[error("{0}")]
    Log(String),
}

/// Builds on a thread that serves nobody else meanwhile, and gives back what it was built of.
async fn aside(
    state: DocumentState,
    client: u32,
) -> Result<(Result<Opened, Unbuilt>, DocumentState), Weigering> {
    let built = tokio::task::spawn_blocking(move || (build(&state, client), state));
    built.await.map_err(|_| Weigering::Onbekend)
}

/// Every row from the first to `seq`.
async fn whole_log(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    seq: u64,
) -> Result<Vec<StoredUpdate>, NietGelezen> {
    let mut rows: Vec<StoredUpdate> = Vec::new();
    loop {
        let after = rows.last().map_or(0, |row| row.seq);
        let missing = usize::try_from(seq.saturating_sub(after)).map_err(|_| Weigering::Onbekend)?;
        if missing == 0 {
            return Ok(rows);
        }
        let page = journal.document_rows(gemeente, document, after, missing.min(LOG_PAGE_ROWS)).await?;
        if page.is_empty() {
            return Err(Weigering::Onbekend.into());
        }
        rows.extend(page);
    }
}

/// The document with all its rows; else as it stood before the first that does not apply.
///
/// Before it, and not without it: what a later row builds on would be missing, and what a later row took away would be back. That
/// is a text that nobody ever saw. The one before the row did stand there.
fn build(state: &DocumentState, client: u32) -> Result<Opened, Unbuilt> {
    match attempt(state, state.tail.len(), client) {
        // Before the first row there is nothing, and nothing must not look like a document.
        Err(Unbuilt::Row { seq, at, why }) if at > 0 || state.snapshot.is_some() => {
            // What did not apply may have done so in part: begin anew.
            let opened = attempt(state, at, client)?;
            Ok(Opened { quarantine: Some(Quarantine { row: seq, why }), ..opened })
        }
        built => built,
    }
}

/// The document with the first `rows` rows of its tail.
fn attempt(state: &DocumentState, rows: usize, client: u32) -> Result<Opened, Unbuilt> {
    let doc = Doc::with_options(sjabloon::options(client));
    let _root = doc.get_or_insert_xml_fragment(ROOT);
    let mut known = Known::default();
    let (snapshot_seq, snapshot) = match &state.snapshot {
        Some((seq, bytes)) => (*seq, bytes.as_slice()),
        None => (0, [].as_slice()),
    };
    if !snapshot.is_empty() {
        take(&doc, &mut known, snapshot, &Bounds::snapshot())
            .map_err(|why| Unbuilt::Snapshot { seq: snapshot_seq, why })?;
    }
    let mut seq = snapshot_seq;
    for (at, row) in state.tail[..rows].iter().enumerate() {
        if row.seq != seq + 1 {
            return Err(Unbuilt::Log(format!("row {} follows row {seq}", row.seq)));
        }
        seq = row.seq;
        take(&doc, &mut known, &row.bytes, &Bounds::frame()).map_err(|why| Unbuilt::Row { seq, at, why })?;
    }
    if rows == state.tail.len() && seq != state.seq {
        return Err(Unbuilt::Log(format!("the log ends at {seq} and should at {}", state.seq)));
    }
    for (client, door) in &state.clients {
        known.bind(*client, writer(*door));
    }
    Ok(Opened {
        doc,
        known,
        clients: state.clients.iter().copied().collect(),
        status: state.status,
        quarantine: None,
        seq,
        snapshot_seq,
        snapshot_bytes: snapshot.len(),
        tail_bytes: state.tail[..rows].iter().map(|row| row.bytes.len()).sum(),
    })
}

/// Takes stored bytes into the guard's memory and the document.
fn take(doc: &Doc, known: &mut Known, bytes: &[u8], bounds: &Bounds) -> Result<(), &'static str> {
    admit(known, bytes, bounds).map_err(Refusal::code)?;
    apply(doc, bytes).map_err(|_| "the CRDT code does not take it")?;
    if doc.transact().has_missing_updates() {
        return Err("it leans on what is not there");
    }
    Ok(())
}

/// Who writes, as the guard compares it; the server itself is the nil id.
pub(super) fn writer(door: Option<MedewerkerId>) -> Writer {
    Writer(door.map_or(Uuid::nil(), |id| id.0))
}

/// Takes stored bytes into the guard's memory.
///
/// # Errors
/// What the guard says of them: a row that another node wrote, or that this version reads otherwise than the one that stored it.
pub(super) fn admit(known: &mut Known, bytes: &[u8], bounds: &Bounds) -> Result<(), Refusal> {
    let admitted = parse_update(bytes, bounds).and_then(|parsed| known.admit(&parsed));
    // The proof without the guard stores what the guard would never have let in.
    #[cfg(feature = "proef-zonder-wacht")]
    let admitted = admitted.or(Ok(()));
    admitted
}

/// Applies stored bytes, each update in a transaction of its own (many in one is nine times slower). A panic of the CRDT code
/// is a fault of this document and of nothing else.
pub(super) fn apply(doc: &Doc, bytes: &[u8]) -> Result<(), Fault> {
    let applied = catch_unwind(AssertUnwindSafe(|| {
        let update = Update::decode_v1(bytes).map_err(|error| error.to_string())?;
        doc.transact_mut().apply_update(update).map_err(|error| error.to_string())
    }));
    match applied {
        Ok(Ok(())) => Ok(()),
        Ok(Err(why)) => Err(Fault::Corrupt(why)),
        Err(_) => Err(Fault::Corrupt("the CRDT code panicked".into())),
    }
}
