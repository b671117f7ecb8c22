//! Somebody with a page open, as the browser client is: it follows a zaak and may write in its report, comes back by itself wherever there is a node,
//! says where it was, and keeps what it typed until the server says that it stands.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::frame::{ServerFrame, read_server, write_varint};
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::topic::Topic;
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};
use tokio::time::{Instant, timeout};
use yrs::updates::decoder::Decode;
use yrs::{
    Doc, OffsetKind, Options, ReadTxn, StateVector, Transact, Update, WriteTxn, XmlElementPrelim,
    XmlFragment, XmlTextPrelim,
};

use super::wereld::Gedeeld;
use crate::hub::pipe::Pipe;
use crate::hub::{Conn, ConnId, Dialect};
use crate::tafel::Tafel;

/// Between two looks at what came in.
pub(super) const TIK: Duration = Duration::from_millis(50);
/// Between two attempts to come in.
const OPNIEUW: Duration = Duration::from_millis(300);
/// A browser waits no longer for a node.
const GEDULD: Duration = Duration::from_secs(3);

/// What somebody does.
pub(super) enum Doe {
    Typ(String),
    /// Goes to another node.
    Naar(usize),
    /// Tells what is on the screen.
    Vertel(oneshot::Sender<Gezien>),
}

/// What is on a screen, and was.
pub(super) struct Gezien {
    pub(super) wie: Wie,
    /// The version of the zaak on it, and its taken.
    pub(super) zaak: Option<(u64, Vec<String>)>,
    /// The report in this browser.
    pub(super) doc: Doc,
    /// Up to which row of it.
    pub(super) rij: u64,
    /// Lines that the server never said it has.
    pub(super) onbevestigd: Vec<String>,
    /// Each version of the zaak that came in, and when.
    pub(super) versies: Vec<(Instant, u64)>,
    /// How often it came in somewhere.
    pub(super) binnen: u32,
}

struct Beeld {
    a: u64,
    e: String,
    v: u64,
    taken: Vec<String>,
}

/// A connection to one node, of which the first number says which process it was.
struct Lijn {
    generatie: u64,
    tafel: Tafel,
    conn: Arc<Conn>,
    pipe: Pipe,
    zaak: bool,
    /// It was told that the zaak is not for it any more, and did not come in again.
    gewist: bool,
    /// The number of the report's topic, once it is open.
    document: Option<u64>,
    nr: u64,
    geprobeerd: Instant,
}

pub(super) struct Scherm {
    wie: Wie,
    schrijft: bool,
    node: usize,
    gedeeld: Arc<Gedeeld>,
    lijn: Option<Lijn>,
    beeld: Option<Beeld>,
    doc: Doc,
    rij: u64,
    /// What was typed and not confirmed, with the number of the frame that took it along on this connection.
    getypt: Vec<(Option<u64>, String)>,
    versies: Vec<(Instant, u64)>,
    binnen: u32,
}

static VERBINDINGEN: AtomicU64 = AtomicU64::new(1_000_000);

impl Scherm {
    pub(super) fn new(wie: Wie, schrijft: bool, client: u32, node: usize, gedeeld: Arc<Gedeeld>) -> Self {
        let client = yrs::block::ClientID::new(u64::from(client));
        let doc =
            Doc::with_options(Options { offset_kind: OffsetKind::Utf16, ..Options::with_client_id(client) });
        Self {
            wie,
            schrijft,
            node,
            gedeeld,
            lijn: None,
            beeld: None,
            doc,
            rij: 0,
            getypt: Vec::new(),
            versies: Vec::new(),
            binnen: 0,
        }
    }

    /// Until nobody tells it to do anything any more.
    pub(super) async fn leeft(mut self, mut doe: mpsc::UnboundedReceiver<Doe>) {
        let mut tik = tokio::time::interval(TIK);
        loop {
            let wat = tokio::select! {
                biased;
                wat = doe.recv() => wat,
                _ = tik.tick() => {
                    self.kijkt().await;
                    continue;
                }
            };
            match wat {
                None => return,
                Some(Doe::Typ(regel)) => self.typt(regel).await,
                Some(Doe::Naar(node)) => {
                    self.gaat_weg().await;
                    self.node = node;
                }
                Some(Doe::Vertel(aan)) => drop(aan.send(self.gezien())),
            }
        }
    }

    fn gezien(&self) -> Gezien {
        Gezien {
            wie: self.wie.clone(),
            zaak: self.beeld.as_ref().map(|beeld| (beeld.v, beeld.taken.clone())),
            doc: self.doc.clone(),
            rij: self.rij,
            onbevestigd: self.getypt.iter().map(|(_, regel)| regel.clone()).collect(),
            versies: self.versies.clone(),
            binnen: self.binnen,
        }
    }

    async fn kijkt(&mut self) {
        let Some((generatie, tafel)) = self.gedeeld.node(self.node) else {
            self.verbroken();
            return;
        };
        if self.lijn.as_ref().is_some_and(|lijn| lijn.generatie != generatie) {
            self.verbroken();
        }
        // As the edge does: without a sight of the feed every socket closes.
        if *tafel.blind().borrow() {
            self.gaat_weg().await;
            return;
        }
        if self.lijn.is_none() {
            self.verbindt(generatie, tafel);
        }
        self.leest().await;
        self.volgt().await;
    }

    fn verbindt(&mut self, generatie: u64, tafel: Tafel) {
        let pipe = Pipe::with_room(100_000_000);
        let id = ConnId(VERBINDINGEN.fetch_add(1, Ordering::Relaxed));
        let conn = Conn::new(id, self.wie.clone(), Dialect::Rt, Box::new(pipe.clone()));
        let geprobeerd = Instant::now() - OPNIEUW;
        self.lijn = Some(Lijn {
            generatie,
            tafel,
            conn,
            pipe,
            zaak: false,
            gewist: false,
            document: None,
            nr: 0,
            geprobeerd,
        });
        self.binnen += 1;
    }

    /// The process at the other end is no more.
    fn verbroken(&mut self) {
        if let Some(lijn) = self.lijn.take() {
            lijn.pipe.cut();
        }
        self.getypt.iter_mut().for_each(|(nr, _)| *nr = None);
    }

    async fn gaat_weg(&mut self) {
        if let Some(lijn) = &self.lijn {
            let topics = [Topic::ZaakWat(self.gedeeld.zaak), Topic::Document(self.gedeeld.document)];
            drop(timeout(GEDULD, lijn.tafel.vertrek(&lijn.conn, &topics)).await);
        }
        self.verbroken();
    }

    /// Asks for what it does not follow.
    async fn volgt(&mut self) {
        let Some(lijn) = &mut self.lijn else { return };
        if lijn.geprobeerd.elapsed() < OPNIEUW || (lijn.zaak && (lijn.document.is_some() || !self.schrijft)) {
            return;
        }
        lijn.geprobeerd = Instant::now();
        let (tafel, conn) = (lijn.tafel.clone(), Arc::clone(&lijn.conn));
        if !lijn.zaak {
            let pos = self.beeld.as_ref().map(|beeld| Pos { e: beeld.e.clone(), v: beeld.v });
            let sub = tafel.sub(&conn, 1, Topic::ZaakWat(self.gedeeld.zaak), pos);
            match in_zicht(&tafel, sub).await {
                Ok(Ok(_)) => (lijn.zaak, lijn.gewist) = (true, false),
                Ok(Err(_)) => {}
                Err(_) => return self.gaat_weg().await,
            }
        }
        if self.schrijft && lijn.document.is_none() {
            let e = self.gedeeld.epoch.to_string();
            let pos = (self.rij > 0).then_some(Pos { e, v: self.rij });
            let sub = tafel.sub(&conn, 2, Topic::Document(self.gedeeld.document), pos);
            match in_zicht(&tafel, sub).await {
                Ok(answer) => lijn.document = answer.ok().map(u64::from),
                Err(_) => return self.gaat_weg().await,
            }
        }
        self.leest().await;
    }

    async fn leest(&mut self) {
        let Some(lijn) = &self.lijn else { return };
        for (when, opcode, payload) in lijn.pipe.frames_at() {
            match opcode {
                1 => self.tekst(when, &serde_json::from_slice(&payload).unwrap()),
                2 => self.bytes(&payload).await,
                8 => self.gaat_weg().await,
                other => panic!("opcode {other}"),
            }
            if self.lijn.is_none() {
                return;
            }
        }
    }

    fn tekst(&mut self, when: Instant, frame: &Value) {
        let (a, v) = (frame["a"].as_u64(), frame["v"].as_u64());
        let lijn = self.lijn.as_ref().unwrap();
        let of_zaak = lijn.zaak && self.beeld.as_ref().is_some_and(|beeld| Some(beeld.a) == a);
        match frame["t"].as_str().unwrap() {
            "ok" if frame["r"] == 1 => {
                let e = frame["e"].as_str().unwrap().to_owned();
                let held = self.beeld.take().filter(|beeld| beeld.e == e && frame["how"] != "snapshot");
                let (v, taken) = held.map_or((0, Vec::new()), |beeld| (beeld.v, beeld.taken));
                self.beeld = Some(Beeld { a: a.unwrap(), e, v, taken });
            }
            // The snapshot comes with it.
            "ok" if frame["r"] == 2 && frame["how"] == "snapshot" => self.rij = v.unwrap(),
            "snap" if of_zaak => self.toont(when, v.unwrap(), &frame["b"]),
            "ev" if of_zaak => {
                let (v, held) = (v.unwrap(), self.beeld.as_ref().unwrap().v);
                assert!(v <= held + 1, "{}: a gap, {held} and then {v}", self.wie.naam);
                if v > held {
                    self.toont(when, v, &frame["b"]);
                }
            }
            "ev" | "snap" => assert!(!lijn.gewist, "{}: a frame after the end: {frame}", self.wie.naam),
            "resync" => self.volgt_niet_meer(a.unwrap(), false),
            "revoked" => self.volgt_niet_meer(a.unwrap(), true),
            // What was refused is sent again by coming in again; that it does not come in is seen in the end.
            "geweigerd" => self.verbroken(),
            "ok" | "auteurs" | "let_op" | "latest" | "lid" | "eraf" | "klok" => {}
            other => panic!("{}: {other}", self.wie.naam),
        }
    }

    fn toont(&mut self, when: Instant, v: u64, b: &Value) {
        self.versies.push((when, v));
        let beeld = self.beeld.as_mut().unwrap();
        beeld.v = v;
        let taken = b["taken"].as_array().into_iter().flatten();
        beeld.taken = taken.map(|taak| taak["omschrijving"].as_str().unwrap().to_owned()).collect();
    }

    fn volgt_niet_meer(&mut self, a: u64, gewist: bool) {
        let Some(lijn) = &mut self.lijn else { return };
        if self.beeld.as_ref().is_some_and(|beeld| beeld.a == a) {
            (lijn.zaak, lijn.gewist) = (false, gewist);
            if gewist {
                self.beeld = None;
            }
        }
        if lijn.document == Some(a) {
            lijn.document = None;
        }
    }

    async fn bytes(&mut self, payload: &[u8]) {
        match read_server(payload).unwrap() {
            ServerFrame::Committed { seq_from, updates, .. } => {
                assert!(seq_from <= self.rij + 1, "{}: rows {} to {seq_from} miss", self.wie.naam, self.rij);
                updates.iter().for_each(|update| self.neemt(update));
                self.rij = self.rij.max(seq_from + updates.len() as u64 - 1);
            }
            ServerFrame::Ack { nr, .. } => self.getypt.retain(|(sent, _)| sent.is_none_or(|sent| sent > nr)),
            ServerFrame::Sync { messages, .. } => {
                for message in messages {
                    match message {
                        [0, 0, rest @ ..] => self.antwoordt(body(rest)).await,
                        [0, 1, rest @ ..] => self.neemt(body(rest)),
                        other => panic!("message {other:?}"),
                    }
                }
            }
            ServerFrame::Awareness { .. } => {}
        }
    }

    fn neemt(&self, update: &[u8]) {
        self.doc.transact_mut().apply_update(Update::decode_v1(update).unwrap()).unwrap();
    }

    /// The server says what it has: it is sent the rest.
    async fn antwoordt(&mut self, heeft: &[u8]) {
        let heeft = StateVector::decode_v1(heeft).unwrap();
        let rest = self.doc.transact().encode_diff_v1(&heeft);
        if let Some(nr) = self.stuurt(1, &rest).await {
            self.getypt.iter_mut().for_each(|(sent, _)| *sent = Some(nr));
        }
    }

    async fn typt(&mut self, regel: String) {
        let before = self.doc.transact().state_vector();
        {
            let mut txn = self.doc.transact_mut();
            let root = txn.get_or_insert_xml_fragment("default");
            let paragraph = root.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
            paragraph.push_back(&mut txn, XmlTextPrelim::new(regel.clone()));
        }
        let update = self.doc.transact().encode_diff_v1(&before);
        let nr = self.stuurt(2, &update).await;
        self.getypt.push((nr, regel));
    }

    /// Sends it when the report is open; answers the number of the frame.
    async fn stuurt(&mut self, step: u8, update: &[u8]) -> Option<u64> {
        let lijn = self.lijn.as_mut().filter(|lijn| lijn.document.is_some())?;
        lijn.nr += 1;
        let nr = lijn.nr;
        let mut message = vec![0, step];
        write_varint(&mut message, update.len() as u64);
        message.extend_from_slice(update);
        let (tafel, conn) = (lijn.tafel.clone(), Arc::clone(&lijn.conn));
        let sent = tafel.documents().sync(&conn, self.gedeeld.document, nr, vec![Bytes::from(message)]);
        if matches!(timeout(GEDULD, sent).await, Ok(Ok(()))) {
            return Some(nr);
        }
        self.gaat_weg().await;
        None
    }
}

/// What comes of it while the node sees the feed, and within what a browser waits: the edge closes a socket that is in the middle of something too.
async fn in_zicht<T>(tafel: &Tafel, what: impl Future<Output = T>) -> Result<T, ()> {
    let mut blind = tafel.blind();
    tokio::select! {
        done = timeout(GEDULD, what) => done.map_err(drop),
        _ = blind.wait_for(|blind| *blind) => Err(()),
    }
}

fn body(rest: &[u8]) -> &[u8] {
    let skip = rest.iter().take_while(|byte| **byte & 0x80 != 0).count() + 1;
    &rest[skip..]
}
