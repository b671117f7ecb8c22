//! Test support: the whole server on a free port with demo data of its own, and people who are logged in to it. Everything goes over
//! real sockets and public interfaces; only the trail is read from the record.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod bronnen;
mod client;
mod feed;
mod http;
mod huis;
mod nodes;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::store::{AuditFilter, AuditLine, Journal, SqliteJournal, StoredJournal};
use keukentafel_koppelingen::allegro::hint::{HANDTEKENING, HintKey};
use keukentafel_web::config::{Mode, Settings};
use keukentafel_web::run::{self, Running};
use serde_json::{Value, json};
use tempfile::TempDir;

pub use bronnen::Sim;
pub use client::{Opening, Socket};
pub use http::{Answer, Request};
pub use huis::{Huis, alinea, over_een_week};
pub use nodes::{Node, Plek, Redis, twee_nodes};

/// A server of a test's own.
pub struct TestApp {
    running: Running,
    /// The demo's municipality, as the trail knows it.
    gemeente: GemeenteId,
    data: TempDir,
    /// The outside systems, when this server has them.
    bronnen: Option<Bronnen>,
}

/// The simulators beside a server.
pub struct Bronnen {
    /// Persons.
    pub brp: Sim,
    /// Balances.
    pub allegro: Sim,
}

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct Mens {
    /// The cookie.
    pub cookie: String,
    /// Their id.
    pub id: String,
}

impl TestApp {
    /// A server with the demo's data, without outside systems.
    pub async fn start() -> Self {
        Self::with(Settings::default(), None).await
    }

    /// A server with the demo's data and the simulators of outside systems beside it.
    pub async fn start_met_bronnen() -> Self {
        Self::start_met_bronnen_onder(bronnen::SLEUTEL).await
    }

    /// As [`Self::start_met_bronnen`], showing Allegro this key.
    pub async fn start_met_bronnen_onder(allegro_sleutel: &str) -> Self {
        // Allegro must know where to send its hints before the server is there.
        let adres = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let bronnen = Bronnen { brp: Sim::brp(), allegro: Sim::allegro(&adres.to_string()) };
        let sleutel = |text: &str| Some(text.parse().unwrap_or_else(|never| match never {}));
        let settings = Settings {
            adres: Some(adres),
            allegro_url: Some(bronnen.allegro.url()),
            allegro_sleutel: sleutel(allegro_sleutel),
            allegro_hint_sleutel: sleutel(bronnen::HINT_SLEUTEL),
            brp_url: Some(bronnen.brp.url()),
            brp_sleutel: sleutel(bronnen::SLEUTEL),
            ..Settings::default()
        };
        Self::with(settings, Some(bronnen)).await
    }

    /// A server with the demo's data and this BRP.
    pub async fn start_met_brp(brp: &Sim) -> Self {
        Self::start_met_brp_onder(brp, bronnen::SLEUTEL).await
    }

    /// A server with the demo's data that shows this BRP another key.
    pub async fn start_met_brp_onder(brp: &Sim, sleutel: &str) -> Self {
        let brp_sleutel = sleutel.parse().ok();
        let settings = Settings { brp_url: Some(brp.url()), brp_sleutel, ..Settings::default() };
        Self::with(settings, None).await
    }

    async fn with(settings: Settings, bronnen: Option<Bronnen>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let settings = Settings {
            adres: settings.adres.or(Some(([127, 0, 0, 1], 0).into())),
            data: Some(data.path().to_owned()),
            afbouw_ms: Some(0),
            ..settings
        };
        let running = run::start(settings.over(None, Mode::Demo).unwrap()).await.unwrap();
        let mut app = Self { running, gemeente: uuid::Uuid::nil().into(), data, bronnen };
        let kevin = app.login("kevin").await;
        let ik = app.get(&kevin, "/api/v1/ik").await.json();
        app.gemeente = ik["gemeente"]["id"].as_str().unwrap().parse::<uuid::Uuid>().unwrap().into();
        app
    }

    /// Where it listens, such as `127.0.0.1:40001`.
    #[must_use]
    pub fn address(&self) -> String {
        self.running.address().to_string()
    }

    /// The outside systems.
    pub fn bronnen(&mut self) -> &mut Bronnen {
        self.bronnen.as_mut().unwrap()
    }

    /// A hint as Allegro signs it, `seconds` from now, about this customer.
    pub async fn hint(&self, klant: &str, seconds: i64) -> Answer {
        use keukentafel::clock::{Clock, SystemClock};
        let body = json!({ "klanten": [klant] });
        let key = HintKey::new(bronnen::HINT_SLEUTEL.as_bytes()).unwrap();
        let at = SystemClock::default().now().plus_micros(seconds * 1_000_000);
        let signature = key.teken(body.to_string().as_bytes(), at);
        let request = Request::post("/api/v1/koppelingen/allegro/hint", &body).without("x-keukentafel");
        self.send(request.with(HANDTEKENING, &signature)).await
    }

    /// Becomes one of the personas.
    pub async fn login(&self, persona: &str) -> Mens {
        let answer = self.send(Request::post("/demo/login", &json!({ "persona": persona }))).await;
        assert_eq!(answer.status, 200, "{persona}: {}", answer.body);
        let set = answer.header("set-cookie").unwrap();
        let cookie = set.split(';').next().unwrap().to_owned();
        let mens = Mens { cookie, id: String::new() };
        let ik = self.get(&mens, "/api/v1/ik").await.json();
        Mens { id: ik["id"].as_str().unwrap().to_owned(), ..mens }
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: Request) -> Answer {
        http::send(&self.address(), request).await
    }

    /// Looks at something.
    pub async fn get(&self, mens: &Mens, path: &str) -> Answer {
        self.send(Request::get(path).from(mens)).await
    }

    /// Asks for something to be done.
    pub async fn post(&self, mens: &Mens, path: &str, body: &Value) -> Answer {
        self.send(Request::post(path, body).from(mens)).await
    }

    /// Opens a WebSocket, or hears why not.
    pub async fn socket(&self, opening: Opening<'_>) -> Result<Socket, u16> {
        Socket::open(&self.address(), opening).await
    }

    /// A `/rt` socket that has been greeted.
    pub async fn rt(&self, mens: &Mens) -> Socket {
        let opening = Opening { path: "/rt", mens: Some(mens), origin: Some("") };
        let mut rt = self.socket(opening).await.unwrap_or_else(|status| unreachable!("{status}"));
        rt.send(&json!({ "t": "hallo", "tab": "019ab000-0000-7000-8000-00000000beef" })).await;
        rt.until("welkom").await;
        rt
    }

    /// Follows a topic as somebody until what it shows is as wanted; what is shown at the end.
    pub async fn wacht_op(&self, mens: &Mens, topic: &str, wanted: impl Fn(&Value) -> bool) -> Value {
        let mut rt = self.rt(mens).await;
        rt.send(&json!({ "t": "sub", "r": 1, "topic": topic })).await;
        loop {
            let frame = rt.next().await;
            assert_ne!(frame["t"], "err", "{topic}: {frame}");
            let shows = matches!(frame["t"].as_str(), Some("snap" | "ev" | "latest"));
            if shows && wanted(&frame["b"]) {
                return frame["b"].clone();
            }
        }
    }

    /// The zaak of the demo that Kevin and Emma share.
    pub async fn gedeelde_zaak(&self, kevin: &Mens) -> String {
        let zaken = self.get(kevin, "/api/v1/zaken?lijst=mijn").await.json();
        let items = zaken["items"].as_array().unwrap();
        let shared = |zaak: &&Value| {
            zaak["zaaktype"] == "MELDING-WMO" && zaak["behandelaars"].as_array().unwrap().len() == 2
        };
        items.iter().find(shared).unwrap()["id"].as_str().unwrap().to_owned()
    }

    /// The record itself, for what no interface can do.
    #[must_use]
    pub fn journal(&self) -> &SqliteJournal {
        match self.running.journal() {
            StoredJournal::Sqlite(journal) => journal,
            StoredJournal::Postgres(_) => panic!("the demo of a test is in a file"),
        }
    }

    /// The demo's municipality.
    #[must_use]
    pub fn gemeente(&self) -> GemeenteId {
        self.gemeente
    }

    /// Every line of the trail.
    pub async fn trail(&self) -> Vec<AuditLine> {
        let mut lines = Vec::new();
        loop {
            let until = Moment::from_micros(i64::MAX);
            let filter = AuditFilter {
                na: lines.last().map(AuditLine::plek),
                ..AuditFilter::periode(self.gemeente, Moment::from_micros(0), until, 500)
            };
            let page = self.journal().read_audit(&filter).await.unwrap();
            if page.is_empty() {
                return lines;
            }
            lines.extend(page);
        }
    }

    /// Waits until hints come and go between this node and others.
    pub async fn hoort_anderen(&self) {
        assert!(self.running.met_elkaar().await, "it has a bus");
        assert_eq!(self.figuur("keukentafel_bus_up").await, Some(1.0), "and says so from the first");
    }

    /// A figure of `/metrics`, of all labels together; `None` when it is not there.
    pub async fn figuur(&self, naam: &str) -> Option<f64> {
        let all = self.send(Request::get("/metrics")).await.body;
        let value = |line: &str| {
            let (name, value) = line.rsplit_once(' ')?;
            (name.split('{').next() == Some(naam)).then(|| value.parse::<f64>().ok())?
        };
        let found: Vec<f64> = all.lines().filter_map(value).collect();
        (!found.is_empty()).then(|| found.iter().sum())
    }

    /// Stops, letting everything finish.
    pub async fn stop(self) {
        self.running.stop().await;
    }
}
