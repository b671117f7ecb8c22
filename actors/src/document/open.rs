//! How a document comes alive: from the journal, whole or not at all.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use keukentafel::domain::ids::{DocumentId, GemeenteId, MedewerkerId};
use keukentafel::guard::{Bounds, ClientId, Known, Writer, parse_update};
use keukentafel::store::{DocumentState, DocumentStatus, Fault, Journal, SharedJournal};
use tokio::sync::Semaphore;
use uuid::Uuid;
use yrs::updates::decoder::Decode;
use yrs::{Doc, ReadTxn, Transact, Update};

use super::sjabloon;
use super::tekst::ROOT;
use crate::limits::DOCUMENT_LOADS_MAX;
use crate::weigering::Weigering;

/// What the journal says of a document, in the forms that the actor works with.
pub(super) struct Opened {
    pub(super) doc: Doc,
    pub(super) known: Known,
    pub(super) clients: BTreeMap<ClientId, Option<MedewerkerId>>,
    pub(super) status: DocumentStatus,
    pub(super) seq: u64,
    pub(super) snapshot_seq: u64,
    pub(super) snapshot_bytes: usize,
    pub(super) tail_bytes: usize,
}

/// Documents that are built at the same moment on this node: building is work for a core.
static BUILDING: Semaphore = Semaphore::const_new(DOCUMENT_LOADS_MAX);

/// Reads and builds. `client` is the id under which the live document would write; it never does.
///
/// # Errors
/// [`Weigering::NIET_GEVONDEN`] when there is no such document here; [`Weigering::Onbekend`] when the journal cannot be reached
/// or holds what cannot be read. Never an empty document instead.
pub(super) async fn open(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    client: u32,
) -> Result<Opened, Weigering> {
    let state = journal.open_document(gemeente, document).await.inspect_err(|fault| {
        tracing::error!(document.id = %document, %fault, "document {document} could not be read");
    })?;
    let state = state.ok_or(Weigering::NIET_GEVONDEN)?;
    let _turn = BUILDING.acquire().await.map_err(|_closed| Weigering::Bezig)?;
    let built = tokio::task::spawn_blocking(move || build(&state, client)).await;
    match built {
        Ok(Ok(opened)) => Ok(opened),
        Ok(Err(fault)) => {
            tracing::error!(document.id = %document, %fault, "document {document} could not be built");
            Err(fault.into())
        }
        Err(_) => Err(Weigering::Onbekend),
    }
}

fn build(state: &DocumentState, client: u32) -> Result<Opened, Fault> {
    let doc = Doc::with_options(sjabloon::options(client));
    let _root = doc.get_or_insert_xml_fragment(ROOT);
    let mut known = Known::default();
    let (snapshot_seq, snapshot) = match &state.snapshot {
        Some((seq, bytes)) => (*seq, bytes.as_slice()),
        None => (0, [].as_slice()),
    };
    if !snapshot.is_empty() {
        admit(&mut known, snapshot, &Bounds::snapshot())?;
        apply(&doc, snapshot)?;
    }
    let mut seq = snapshot_seq;
    for row in &state.tail {
        if row.seq != seq + 1 {
            return Err(Fault::Corrupt(format!("row {} follows row {seq}", row.seq)));
        }
        admit(&mut known, &row.bytes, &Bounds::frame())?;
        apply(&doc, &row.bytes)?;
        seq = row.seq;
    }
    if seq != state.seq {
        return Err(Fault::Corrupt(format!("the log ends at {seq} and should at {}", state.seq)));
    }
    if doc.transact().has_missing_updates() {
        return Err(Fault::Corrupt("rows lean on what is not there".into()));
    }
    for (client, door) in &state.clients {
        known.bind(*client, writer(*door));
    }
    Ok(Opened {
        doc,
        known,
        clients: state.clients.iter().copied().collect(),
        status: state.status,
        seq,
        snapshot_seq,
        snapshot_bytes: snapshot.len(),
        tail_bytes: state.tail.iter().map(|row| row.bytes.len()).sum(),
    })
}

/// Who writes, as the guard compares it; the server itself is the nil id.
pub(super) fn writer(door: Option<MedewerkerId>) -> Writer {
    Writer(door.map_or(Uuid::nil(), |id| id.0))
}

/// Takes stored bytes into the guard's memory.
pub(super) fn admit(known: &mut Known, bytes: &[u8], bounds: &Bounds) -> Result<(), Fault> {
    let unreadable = |refusal: keukentafel::guard::Refusal| Fault::Corrupt(refusal.to_string());
    let admitted = parse_update(bytes, bounds).and_then(|parsed| known.admit(&parsed)).map_err(unreadable);
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
