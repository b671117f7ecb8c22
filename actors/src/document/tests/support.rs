//! A node with documents, and clients that speak either dialect over a socket of memory.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use keukentafel::clock::{ManualClock, Moment};
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::*;
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::protocol::view::Door;
use keukentafel::rng::SeededRng;
use keukentafel::store::*;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::bus::Bus;
use crate::committer::Committer;
use crate::deps::{Deps, Namen, Rechten};
use crate::document::Documents;
use crate::hub::TopicNumbers;

pub(super) const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));
pub(super) const DOC: DocumentId = DocumentId(Uuid::from_u128(0xD0C));
pub(super) const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(1));
pub(super) const EMMA: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
/// The client id under which the server wrote the template.
pub(super) const SERVER: u32 = 77;

/// The journal of memory, which counts how often a document is read, whole or from a row on, and can refuse it.
pub(super) struct Counted {
    pub(super) journal: MemoryJournal,
    pub(super) loads: AtomicUsize,
    pub(super) failing: AtomicBool,
}

impl Concepten for Counted {
    async fn concept(&self, sleutel: ConceptSleutel, now: Moment) -> Result<Option<StoredConcept>, Fault> {
        self.journal.concept(sleutel, now).await
    }
}

impl Leases for Counted {
    async fn take_lease(
        &self,
        naam: &'static str,
        houder: &str,
        duur: std::time::Duration,
    ) -> Result<Option<Lease>, Fault> {
        self.journal.take_lease(naam, houder, duur).await
    }
}

impl Journal for Counted {
    async fn commit(&self, batch: Vec<Write>) -> Vec<Outcome> {
        self.journal.commit(batch).await
    }
    async fn load(&self, g: GemeenteId, s: StreamId, after: Version) -> Result<Vec<StoredEvent>, Fault> {
        self.journal.load(g, s, after).await
    }
    async fn answer(&self, g: GemeenteId, c: CommandId) -> Result<Option<StoredAnswer>, Fault> {
        self.journal.answer(g, c).await
    }
    async fn prune_answers(&self, before: Moment) -> Result<u64, Fault> {
        self.journal.prune_answers(before).await
    }
    async fn open_document(&self, g: GemeenteId, d: DocumentId) -> Result<Option<DocumentState>, Fault> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        tokio::task::yield_now().await;
        if self.failing.load(Ordering::SeqCst) {
            return Err(Fault::Unavailable("asked to".into()));
        }
        self.journal.open_document(g, d).await
    }
    async fn document_rows(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Vec<StoredUpdate>, Fault> {
        self.journal.document_rows(g, d, after, limit).await
    }
    async fn document_tail(
        &self,
        g: GemeenteId,
        d: DocumentId,
        after: u64,
        limit: usize,
    ) -> Result<Option<DocumentTail>, Fault> {
        self.loads.fetch_add(1, Ordering::SeqCst);
        self.journal.document_tail(g, d, after, limit).await
    }
    async fn document_seqs(
        &self,
        documents: &[(GemeenteId, DocumentId)],
    ) -> Result<Vec<((GemeenteId, DocumentId), u64)>, Fault> {
        self.journal.document_seqs(documents).await
    }
    async fn feed(&self, after: Position, limit: usize) -> Result<Vec<FeedEvent>, Fault> {
        self.journal.feed(after, limit).await
    }
    async fn projection(&self, name: &'static str) -> Result<Option<(Position, Vec<u8>)>, Fault> {
        self.journal.projection(name).await
    }
    async fn read_audit(&self, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
        self.journal.read_audit(filter).await
    }
    async fn signed_heads(&self, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
        self.journal.signed_heads(day, limit).await
    }
    async fn stuk(&self, g: GemeenteId, s: StreamId, id: Uuid) -> Result<Option<Vec<u8>>, Fault> {
        self.journal.stuk(g, s, id).await
    }
    async fn unsent(&self, limit: usize) -> Result<Vec<Unsent>, Fault> {
        self.journal.unsent(limit).await
    }
    async fn mark_sent(&self, g: GemeenteId, id: Uuid) -> Result<(), Fault> {
        self.journal.mark_sent(g, id).await
    }
    fn head_key(&self) -> [u8; 32] {
        self.journal.head_key()
    }
    fn epoch(&self) -> Uuid {
        self.journal.epoch()
    }
}

/// Rights as a test gives them.
#[derive(Default)]
pub(super) struct Gegeven(Mutex<BTreeMap<MedewerkerId, Toegang>>);

impl Gegeven {
    pub(super) fn set(&self, wie: MedewerkerId, toegang: Toegang) {
        self.0.lock().unwrap().insert(wie, toegang);
    }
}

impl Rechten for Gegeven {
    fn op_zaak(&self, _: &Wie, _: ZaakId) -> Toegang {
        Toegang::Niets
    }
    fn op_persoon(&self, _: &Wie, _: PersoonId) -> Toegang {
        Toegang::Niets
    }
    fn op_gesprek(&self, _: &Wie, _: GesprekId) -> Toegang {
        Toegang::Niets
    }
    fn op_contact(&self, _: &Wie, _: ContactId) -> Toegang {
        Toegang::Niets
    }
    fn op_huishouden(&self, _: &Wie, _: HuishoudenId) -> Toegang {
        Toegang::Niets
    }
    fn op_document(&self, wie: &Wie, _: DocumentId) -> Toegang {
        self.0.lock().unwrap().get(&wie.id).copied().unwrap_or(Toegang::Niets)
    }
    fn op_rekening(&self, _: &Wie, _: BeheerrekeningId) -> Toegang {
        Toegang::Niets
    }
}

struct Boek;

impl Namen for Boek {
    fn door(&self, id: MedewerkerId) -> Door {
        Door { id, naam: naam(id).into(), namens: None }
    }

    fn mag_leiden(&self, _: MedewerkerId) -> bool {
        true
    }

    fn heeft_rol(&self, _: MedewerkerId, _: keukentafel::domain::medewerker::Rol) -> bool {
        true
    }

    fn toe_te_wijzen(&self, _: GemeenteId) -> Vec<keukentafel::protocol::view::MedewerkerKort> {
        Vec::new()
    }
}

pub(super) fn naam(id: MedewerkerId) -> &'static str {
    match id {
        KEVIN => "Kevin",
        EMMA => "Emma",
        MedewerkerId(_) => "-",
    }
}

/// One node.
pub(super) struct Node {
    pub(super) journal: Arc<Counted>,
    pub(super) rechten: Arc<Gegeven>,
    pub(super) documents: Documents,
    deps: Deps,
}

impl Node {
    /// A node whose journal holds [`DOC`] with these first rows; Kevin and Emma may write in it.
    pub(super) async fn with(rows: Vec<Vec<u8>>) -> Self {
        let journal = Arc::new(Counted {
            journal: MemoryJournal::new(Uuid::from_u128(0xE)),
            loads: AtomicUsize::new(0),
            failing: AtomicBool::new(false),
        });
        let rechten = Arc::new(Gegeven::default());
        rechten.set(KEVIN, Toegang::Schrijven);
        rechten.set(EMMA, Toegang::Schrijven);
        let shared = SharedJournal::from_arc(Arc::clone(&journal));
        let committer =
            Committer::start(shared.clone(), Arc::new(Notify::new()), Bus::none(), Arc::new(|_| {}));
        let deps = Deps {
            journal: shared,
            committer,
            clock: Arc::new(ManualClock::at(Moment::from_micros(1))),
            rng: Arc::new(SeededRng::new(7)),
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::clone(&rechten) as Arc<dyn Rechten>,
            namen: Arc::new(Boek),
            bus: Bus::none(),
            epoch: "e".into(),
        };
        let documents = Documents::start(deps.clone());
        let node = Self { journal, rechten, documents, deps };
        node.begin(DOC, rows).await;
        node
    }

    /// A node with the template that the rest of the tests write in.
    pub(super) async fn start() -> Self {
        let sectie =
            keukentafel::domain::sjabloon::Sectie { id: "verhaal", kop: "1. Verhaal", velden: Vec::new() };
        Self::with(vec![crate::document::eerste_update(&[sectie], SERVER)]).await
    }

    /// Another document in the same journal.
    pub(super) async fn begin(&self, id: DocumentId, rows: Vec<Vec<u8>>) {
        let at = Moment::from_micros(1);
        let update =
            |bytes| DocumentUpdate { door: None, sessie: None, at, bytes, binds: vec![u64::from(SERVER)] };
        let append = Append {
            gemeente: GEMEENTE,
            command: CommandId(id.0),
            request_hash: [0; 32],
            streams: Vec::new(),
            claims: Vec::new(),
            documents: vec![NewDocument { id, updates: rows.into_iter().map(update).collect() }],
            statuses: Vec::new(),
            outbox: Vec::new(),
            stukken: Vec::new(),
            concepten: Vec::new(),
            wist: Vec::new(),
            audit: Vec::new(),
            answer: Vec::new(),
        };
        self.journal.journal.commit(vec![Write::Append(append)]).await.remove(0).unwrap().unwrap();
    }

    /// The document takes no text any more.
    pub(super) async fn closes(&self, to: DocumentStatus) {
        let append = Append {
            gemeente: GEMEENTE,
            command: CommandId(Uuid::from_u128(0xC105E)),
            request_hash: [0; 32],
            streams: Vec::new(),
            claims: Vec::new(),
            documents: Vec::new(),
            statuses: vec![StatusChange { document: DOC, from: DocumentStatus::Open, to, seq: None }],
            outbox: Vec::new(),
            stukken: Vec::new(),
            concepten: Vec::new(),
            wist: Vec::new(),
            audit: Vec::new(),
            answer: Vec::new(),
        };
        self.memory().commit(vec![Write::Append(append)]).await.remove(0).unwrap().unwrap();
    }

    /// Another node over the same journal.
    pub(super) fn second(&self) -> Self {
        let committer = Committer::start(
            self.deps.journal.clone(),
            Arc::new(Notify::new()),
            Bus::none(),
            Arc::new(|_| {}),
        );
        let numbers = Arc::new(TopicNumbers::default());
        let deps = Deps { committer, numbers, ..self.deps.clone() };
        Self {
            journal: Arc::clone(&self.journal),
            rechten: Arc::clone(&self.rechten),
            documents: Documents::start(deps.clone()),
            deps,
        }
    }

    pub(super) fn memory(&self) -> &MemoryJournal {
        &self.journal.journal
    }

    pub(super) fn loads(&self) -> usize {
        self.journal.loads.load(Ordering::SeqCst)
    }

    /// Everything sent before this is handled.
    pub(super) async fn barrier(&self) {
        self.documents.stand(GEMEENTE, DOC).await.unwrap();
    }

    pub(super) async fn tekst(&self) -> String {
        self.documents.tekst(GEMEENTE, DOC).await.unwrap()
    }

    /// What somebody reads who opens the journal's rows from the first on.
    pub(super) async fn replayed(&self) -> Vec<u8> {
        let doc = yrs::Doc::new();
        let rows = self.memory().document_rows(GEMEENTE, DOC, 0, usize::MAX).await.unwrap();
        for row in &rows {
            crate::document::open::apply(&doc, &row.bytes).unwrap();
        }
        super::klant::whole(&doc)
    }

    pub(super) async fn rows(&self) -> u64 {
        self.memory().document_rows(GEMEENTE, DOC, 0, usize::MAX).await.unwrap().len() as u64
    }
}

pub(super) fn wie(id: MedewerkerId) -> Wie {
    Wie {
        id,
        naam: naam(id).into(),
        rol: Rol::Jeugdconsulent,
        gemeente: GEMEENTE,
        persoon: None,
        machtiging: None,
        sessie: Uuid::from_u128(5),
    }
}

pub(super) fn bytes(of: &[u8]) -> Bytes {
    Bytes::copy_from_slice(of)
}

/// Waits until `done`, for what happens without a call to wait on.
pub(super) async fn until(node: &Node, done: impl Fn() -> bool) {
    for _ in 0..1000 {
        if done() {
            return;
        }
        drop(node.documents.stand(GEMEENTE, DOC).await);
        tokio::task::yield_now().await;
    }
    panic!("it never happened");
}

/// Waits until so many rows are stored and told.
pub(super) async fn until_rows(node: &Node, rows: u64) {
    for _ in 0..1000 {
        node.barrier().await;
        if node.rows().await >= rows {
            node.barrier().await;
            return;
        }
    }
    panic!("no {rows} rows");
}
