//! Documents, as the edge and the other actors know them.

use std::sync::Arc;

use bytes::Bytes;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{DocumentId, GemeenteId};
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::view::{Auteur, Documentstatus};
use keukentafel::store::DocumentStatus;
use uuid::Uuid;

use super::actor::{Documenten, Msg};
use super::stands::Awake;
use crate::bus::Caret;
use crate::deps::{Deps, Rechten};
use crate::directory::Directory;
use crate::hub::{Conn, ConnId, TopicNumber};
use crate::weigering::Weigering;

/// What is known of a document beside its text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Stand {
    /// Whether it takes text.
    pub status: Documentstatus,
    /// Who writes under which client id, as committed.
    pub auteurs: Vec<Auteur>,
}

/// The committed text, plain, with its place in the log.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Tekstversie {
    /// The last row it holds.
    pub seq: u64,
    /// The text.
    pub tekst: String,
    /// Whether it takes text.
    pub status: DocumentStatus,
    /// Whether somebody proposes something in it that nobody took over or turned down.
    pub voorstellen: bool,
}

/// All documents of this node.
#[derive(Clone)]
pub struct Documents {
    directory: Directory<Documenten>,
    rechten: Arc<dyn Rechten>,
    awake: Awake,
}

impl Documents {
    /// None is awake yet. Must be called inside a runtime.
    #[must_use]
    pub fn start(deps: Deps) -> Self {
        let rechten = Arc::clone(&deps.rechten);
        let awake = Awake::default();
        Self { directory: Directory::start(Documenten { deps, awake: awake.clone() }), rechten, awake }
    }

    /// Who watches over the directory.
    pub(crate) fn cell(&self) -> ractor::ActorCell {
        self.directory.cell()
    }

    /// `conn` follows the document from now on. `/rt` is sent `ok`, rows or a snapshot, `auteurs`, who is present and SyncStep1;
    /// `/yjs` SyncStep1 and who is present. A document in quarantine says so on both. `r` and `pos` only mean something on `/rt`. Answers the topic's number.
    ///
    /// # Errors
    /// [`Weigering::NIET_GEVONDEN`] without the right to read, as when there is no such document; [`Weigering::Bezig`] and
    /// [`Weigering::Onbekend`] when it cannot be opened now.
    pub async fn open(
        &self,
        conn: &Arc<Conn>,
        document: DocumentId,
        r: u64,
        pos: Option<Pos>,
    ) -> Result<TopicNumber, Weigering> {
        // Before anything is loaded: what one may not see costs one nothing to ask for, and us neither.
        if self.rechten.op_document(conn.wie(), document) < Toegang::Wat {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let make = |reply| Msg::Open { conn: Arc::clone(conn), r, pos: pos.clone(), reply };
        self.directory.ask(document, &conn.wie().gemeente, make).await
    }

    /// A frame of y-protocols messages; `nr` is the client's own number of it on `/rt` and 0 on `/yjs`. Waits for room in the
    /// document's mailbox: the reader of the socket waits with it.
    ///
    /// # Errors
    /// [`Weigering::Bezig`] when the document cannot be woken now. How the frame fared, the connection hears itself.
    pub async fn sync(
        &self,
        conn: &Arc<Conn>,
        document: DocumentId,
        nr: u64,
        messages: Vec<Bytes>,
    ) -> Result<(), Weigering> {
        let msg = Msg::Sync { conn: Arc::clone(conn), nr, messages };
        self.directory.send(document, &conn.wie().gemeente, msg).await
    }

    /// A presence frame, without its envelope.
    ///
    /// # Errors
    /// As [`Documents::sync`].
    pub async fn awareness(
        &self,
        conn: &Arc<Conn>,
        document: DocumentId,
        update: Bytes,
    ) -> Result<(), Weigering> {
        let msg = Msg::Awareness { conn: Arc::clone(conn), update };
        self.directory.send(document, &conn.wie().gemeente, msg).await
    }

    /// `conn` follows no more.
    pub async fn leave(&self, conn: ConnId, document: DocumentId) {
        self.directory.notify(document, Msg::Leave(conn));
    }

    /// The outbox of `conn` is empty after it lost something: it is sent what it misses.
    pub async fn resync(&self, conn: &Arc<Conn>, document: DocumentId) {
        self.directory.notify(document, Msg::Resync(Arc::clone(conn)));
    }

    /// Rights changed: whoever lost theirs is put out. A document that sleeps has nobody in it.
    pub fn recheck(&self, document: DocumentId) {
        self.directory.notify(document, Msg::Recheck);
    }

    /// The same for every document that is awake, for when no event tells which.
    pub fn recheck_all(&self) {
        self.directory.awake().into_iter().for_each(|document| self.recheck(document));
    }

    /// The committed text, plain. Who may read it, the caller has asked.
    ///
    /// # Errors
    /// [`Weigering::NIET_GEVONDEN`] when there is no such document in this municipality; [`Weigering::QUARANTAINE`] when a row of
    /// its log does not apply: a part of the text, alone and without a word, would pass for the whole.
    pub async fn tekst(&self, gemeente: GemeenteId, document: DocumentId) -> Result<String, Weigering> {
        self.directory.ask(document, &gemeente, |reply| Msg::Tekst { gemeente, reply }).await
    }

    /// What is known of it beside its text. Who may read it, the caller has asked.
    ///
    /// # Errors
    /// [`Weigering::NIET_GEVONDEN`] when there is no such document in this municipality.
    pub async fn stand(&self, gemeente: GemeenteId, document: DocumentId) -> Result<Stand, Weigering> {
        self.directory.ask(document, &gemeente, |reply| Msg::Stand { gemeente, reply }).await
    }

    /// The committed text with its place in the log, to rest something on. Who may read it, the caller has asked.
    ///
    /// # Errors
    /// As [`Documents::tekst`].
    pub async fn versie(&self, gemeente: GemeenteId, document: DocumentId) -> Result<Tekstversie, Weigering> {
        self.directory.ask(document, &gemeente, |reply| Msg::Versie { gemeente, reply }).await
    }

    /// It may have closed or opened: it reads that anew. One that sleeps reads it when it wakes.
    pub fn ververs(&self, document: DocumentId) {
        self.directory.notify(document, Msg::Ververs);
    }

    /// Its log stands at this row: one that is awake reads on when it holds less.
    pub(crate) fn bij(&self, document: DocumentId, seq: u64) {
        self.directory.notify(document, Msg::Bij(seq));
    }

    /// Those that are awake, with the last row that each holds.
    pub(crate) fn standen(&self) -> Vec<((GemeenteId, DocumentId), u64)> {
        self.awake.all()
    }

    /// Who has it open at another node, all of them.
    pub(crate) fn elders(&self, document: DocumentId, process: Uuid, carets: Vec<Caret>) {
        self.directory.notify(document, Msg::Elders { process, carets });
    }

    /// Another node asks who has it open here.
    pub(crate) fn wie_is_daar(&self, document: DocumentId) {
        self.directory.notify(document, Msg::WieIsDaar);
    }

    /// Every document finishes what is on its way to the journal and ends; nothing is opened any more.
    pub async fn stop(&self) {
        self.directory.stop().await;
    }

    /// Makes the document's handler fail.
    #[cfg(test)]
    pub(super) fn panic(&self, document: DocumentId) {
        self.directory.notify(document, Msg::Panic);
    }
}
