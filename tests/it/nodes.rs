//! Two nodes at one PostgreSQL, with a Redis between them: people at one table, each at another node.

use futures_util::SinkExt;
use keukentafel_tests::{Mens, Opening, Plek, Socket, TestApp, alinea};
use serde_json::{Value, json};
use tokio_tungstenite::tungstenite::Message;

/// Kevin at the first node, Emma at the second, and between them a zaak and its report.
struct Tafel {
    een: TestApp,
    twee: TestApp,
    kevin: Mens,
    emma: Mens,
    zaak: String,
    document: String,
    gesprek: String,
}

impl Tafel {
    async fn dek(plek: &Plek) -> Self {
        let een = plek.node("n1").await;
        let kevin = een.login("kevin").await;
        let zaak = een.gedeelde_zaak(&kevin).await;
        let soort = json!({ "soort": "gespreksverslag" });
        let made = een.post(&kevin, &format!("/api/v1/zaken/{zaak}/documenten"), &soort).await;
        assert_eq!(made.status, 201, "{}", made.body);
        let document = made.json()["id"].as_str().unwrap().to_owned();
        let about = een.get(&kevin, &format!("/api/v1/documenten/{document}")).await.json();
        let gesprek = about["gesprek"].as_str().unwrap().to_owned();
        // Reads the record as it stands, and is up to date when it takes connections.
        let twee = plek.node("n2").await;
        let emma = twee.login("emma").await;
        // What is shown below goes over the bus: without this the looks of before it is up would do it too.
        tokio::join!(een.hoort_anderen(), twee.hoort_anderen());
        Self { een, twee, kevin, emma, zaak, document, gesprek }
    }

    /// Ends both in good order: a node that is dropped with its runtime takes a part of it for broken.
    async fn af(self) {
        self.een.stop().await;
        self.twee.stop().await;
    }

    async fn papier(&self, app: &TestApp, mens: &Mens) -> Socket {
        let path = format!("/yjs/{}", self.document);
        let opening = Opening { path: &path, mens: Some(mens), origin: Some("") };
        app.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"))
    }

    /// Each writes a line, and the other has it on screen.
    async fn schrijven_samen(&self, what: &str) {
        let mut hier = self.papier(&self.een, &self.kevin).await;
        let mut daar = self.papier(&self.twee, &self.emma).await;
        // Who is asked what they have has joined.
        hier.binary().await;
        daar.binary().await;
        for (from, to) in [(0, 1), (1, 0)] {
            let line = format!("{what} van {from}");
            let pair = [&mut hier, &mut daar];
            let [hier, daar] = pair;
            let (writes, reads) = if from < to { (hier, daar) } else { (daar, hier) };
            writes.0.send(Message::binary(alinea(&line))).await.unwrap();
            reads.tot_bytes(line.as_bytes()).await;
        }
    }

    /// Kevin does something, and Emma's page of the zaak has it.
    async fn zien_elkaars_werk(&self, what: &str) {
        let topic = format!("zaak/{}@wat", self.zaak);
        let shows = |zaak: &Value| zaak["taken"].to_string().contains(what);
        let taak = json!({ "omschrijving": what, "eigenaar": self.kevin.id, "dag": keukentafel_tests::over_een_week() });
        let path = format!("/api/v1/zaken/{}/taken", self.zaak);
        let (_, done) = tokio::join!(
            self.twee.wacht_op(&self.emma, &topic, shows),
            self.een.post(&self.kevin, &path, &taak)
        );
        assert_eq!(done.status, 200, "{}", done.body);
    }
}

// shows N-1, N-2, N-3, G09
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_nodes_are_one_table() {
    let Some(plek) = Plek::begin().await else { return };
    let tafel = Tafel::dek(&plek).await;
    tafel.schrijven_samen("eerst").await;
    tafel.zien_elkaars_werk("School bellen").await;
    let topic = format!("zaak/{}@tafel", tafel.zaak);
    let both = |here: &Value| here.as_array().unwrap().len() == 2;
    tokio::join!(
        tafel.een.wacht_op(&tafel.kevin, &topic, both),
        tafel.twee.wacht_op(&tafel.emma, &topic, both)
    );
    tafel.af().await;
}

// shows G11
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn redis_may_go_and_come_back() {
    let Some(mut plek) = Plek::begin().await else { return };
    let tafel = Tafel::dek(&plek).await;
    tafel.schrijven_samen("met").await;
    plek.redis().dood();
    tafel.schrijven_samen("zonder").await;
    tafel.zien_elkaars_werk("Zonder Redis").await;
    let ready = tafel.twee.send(keukentafel_tests::Request::get("/readyz")).await;
    assert_eq!(ready.status, 200, "a node without hints is slower, and ready");
    plek.redis().weer_op();
    tokio::join!(tafel.een.hoort_anderen(), tafel.twee.hoort_anderen());
    tafel.schrijven_samen("weer met").await;
    tafel.zien_elkaars_werk("Weer met Redis").await;
    tafel.af().await;
}

// shows G27
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_right_taken_at_one_node_leaves_the_screens_of_the_other() {
    let Some(mut plek) = Plek::begin().await else { return };
    let tafel = Tafel::dek(&plek).await;
    let mut rt = tafel.twee.rt(&tafel.emma).await;
    for (r, topic) in [(1, format!("document/{}", tafel.document)), (2, format!("zaak/{}@wat", tafel.zaak))] {
        rt.send(&json!({ "t": "sub", "r": r, "topic": topic })).await;
        rt.until("ok").await;
    }
    let yjs = tafel.papier(&tafel.twee, &tafel.emma).await;
    let path = format!("/api/v1/gesprekken/{}/deelnemers", tafel.gesprek);
    let off = tafel.een.post(&tafel.kevin, &path, &json!({ "eraf": [tafel.emma.id] })).await;
    assert_eq!(off.status, 200, "{}", off.body);
    rt.until("revoked").await;
    assert_eq!(yjs.closed().await, 4403);
    let gone = tafel.twee.get(&tafel.emma, &format!("/api/v1/documenten/{}", tafel.document)).await;
    assert_eq!(gone.status, 404);
    // And without hints.
    plek.redis().dood();
    let verdeler = tafel.een.login("werkverdeler").await;
    let path = format!("/api/v1/zaken/{}/toewijzen", tafel.zaak);
    let off = tafel.een.post(&verdeler, &path, &json!({ "behandelaars": [tafel.kevin.id] })).await;
    assert_eq!(off.status, 200, "{}", off.body);
    rt.until("revoked").await;
    tafel.af().await;
}
