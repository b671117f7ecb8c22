//! What goes on in the house whatever an outside system does: a login, a zaak, a talk with its document, a plan, and a server that is ready.

use futures_util::{SinkExt, StreamExt};
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::protocol::frame::write_varint;
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;
use yrs::types::xml::{XmlElementPrelim, XmlFragment, XmlTextPrelim};
use yrs::{Doc, Transact};

use super::{Mens, Opening, Request, Socket, TestApp};

/// The house of one test: what is worked on there again and again.
pub struct Huis {
    zaak: String,
    document: String,
    gesprek: String,
    plan: String,
    doelen: usize,
}

impl Huis {
    /// A talk on the zaak of Kevin and Emma, and a plan of Rianne's for Maria and Dylan.
    pub async fn open(app: &TestApp) -> Self {
        let (kevin, rianne) = (app.login("kevin").await, app.login("regisseur").await);
        let zaak = app.gedeelde_zaak(&kevin).await;
        let soort = json!({ "soort": "gespreksverslag" });
        let document = gemaakt(app, &kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &soort).await;
        let about = app.get(&kevin, &format!("/api/v1/documenten/{document}")).await.json();
        let gesprek = about["gesprek"].as_str().unwrap().to_owned();
        let mut leden = Vec::new();
        for bsn in ["999990019", "999990020"] {
            let found = app.post(&rianne, "/api/v1/personen/zoek", &json!({ "bsn": bsn })).await.json();
            leden.push(found["items"][0]["id"].clone());
        }
        let groep = json!({ "leden": leden, "waarom": "Wij willen samen beter helpen." });
        let groep = gemaakt(app, &rianne, "/api/v1/groepen", &groep).await;
        let plan = gemaakt(app, &rianne, &format!("/api/v1/groepen/{groep}/plan"), &json!({})).await;
        Self { zaak, document, gesprek, plan, doelen: 0 }
    }

    /// Everything that has nothing to do with the outside systems is done once more; `why` says under which fault.
    pub async fn werkt(&mut self, app: &TestApp, why: &str) {
        let (kevin, emma, rianne) =
            (app.login("kevin").await, app.login("emma").await, app.login("regisseur").await);
        self.doelen += 1;
        let zin = format!("Afspraak nummer {}", self.doelen);
        let taak = json!({ "omschrijving": zin, "eigenaar": kevin.id, "dag": over_een_week() });
        let path = format!("/api/v1/zaken/{}", self.zaak);
        let done = app.post(&kevin, &format!("{path}/taken"), &taak).await;
        assert_eq!(done.status, 200, "{why}: {}", done.body);
        let seen = app.get(&emma, &path).await;
        assert!(seen.status == 200 && seen.body.contains(&zin), "{why}: {}", seen.body);
        let talk = app.get(&emma, &format!("/api/v1/gesprekken/{}", self.gesprek)).await;
        assert_eq!(talk.status, 200, "{why}: {}", talk.body);
        self.schrijf(app, [&kevin, &emma], &zin, why).await;
        let doel = json!({ "voor": "groep", "omschrijving": zin });
        let set = app.post(&rianne, &format!("/api/v1/plannen/{}/doelen", self.plan), &doel).await;
        assert!((200..300).contains(&set.status), "{why}: {}", set.body);
        let plan = app.get(&rianne, &format!("/api/v1/plannen/{}", self.plan)).await;
        assert_eq!(plan.json()["doelen"].as_array().unwrap().len(), self.doelen, "{why}: {}", plan.body);
        let ready = app.send(Request::get("/readyz")).await;
        assert_eq!(ready.status, 200, "{why}: a source that is away is no fault of ours");
    }

    /// The first writes a paragraph, the second has it on screen, and it is in the text that was committed.
    async fn schrijf(&self, app: &TestApp, [een, ander]: [&Mens; 2], zin: &str, why: &str) {
        let path = format!("/yjs/{}", self.document);
        let opening = |mens| Opening { path: &path, mens: Some(mens), origin: Some("") };
        let (mut writes, mut reads) = (open(app, opening(een)).await, open(app, opening(ander)).await);
        // Whoever is asked what it has, has joined.
        reads.0.next().await.unwrap().unwrap();
        writes.0.send(Message::binary(alinea(zin))).await.unwrap();
        reads.tot_bytes(zin.as_bytes()).await;
        let text = app.get(ander, &format!("/api/v1/documenten/{}/tekst", self.document)).await;
        assert!(text.body.lines().any(|line| line == zin), "{why}: {}", text.body);
    }
}

impl Socket {
    /// The next binary frame.
    pub async fn binary(&mut self) {
        self.tot_bytes(&[]).await;
    }

    /// Reads until a binary frame holds these bytes.
    pub async fn tot_bytes(&mut self, bytes: &[u8]) {
        loop {
            match self.0.next().await.unwrap().unwrap() {
                Message::Binary(frame) if holds(&frame, bytes) => return,
                Message::Close(frame) => unreachable!("closed ({frame:?})"),
                Message::Text(_)
                | Message::Binary(_)
                | Message::Ping(_)
                | Message::Pong(_)
                | Message::Frame(_) => {}
            }
        }
    }
}

fn holds(frame: &[u8], bytes: &[u8]) -> bool {
    bytes.is_empty() || frame.windows(bytes.len()).any(|part| part == bytes)
}

async fn open(app: &TestApp, opening: Opening<'_>) -> Socket {
    app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"))
}

async fn gemaakt(app: &TestApp, mens: &Mens, path: &str, body: &Value) -> String {
    let answer = app.post(mens, path, body).await;
    assert_eq!(answer.status, 201, "{path}: {}", answer.body);
    answer.json()["id"].as_str().unwrap().to_owned()
}

/// A day on which something may be due.
#[must_use]
pub fn over_een_week() -> String {
    SystemClock::default().now().plus_micros(7 * 24 * 3600 * 1_000_000).day().to_string()
}

/// A y-websocket frame with one new paragraph.
#[must_use]
pub fn alinea(zin: &str) -> Vec<u8> {
    let doc = Doc::new();
    let root = doc.get_or_insert_xml_fragment("default");
    let mut txn = doc.transact_mut();
    let paragraph = root.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
    paragraph.push_back(&mut txn, XmlTextPrelim::new(zin));
    let update = txn.encode_update_v1();
    // A sync message (0) that is an update (2).
    let mut frame = vec![0, 2];
    write_varint(&mut frame, update.len() as u64);
    frame.extend_from_slice(&update);
    frame
}
