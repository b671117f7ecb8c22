//! Test support: the whole server on a free port with demo data of its own, and people who are logged in to it. Everything goes over
//! real sockets and public interfaces; only the trail is read from the record.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod bronnen;
mod client;
mod http;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::store::SqliteJournal;
use keukentafel::store::sqlite::{AuditFilter, AuditLine};
use keukentafel_web::config::{Mode, Settings};
use keukentafel_web::run::{self, Running};
use serde_json::{Value, json};
use tempfile::TempDir;

pub use bronnen::Sim;
pub use client::{Opening, Socket};
pub use http::{Answer, Request};

/// A server of a test's own.
pub struct TestApp {
    running: Running,
    /// The demo's municipality, as the trail knows it.
    gemeente: GemeenteId,
    _data: TempDir,
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
        Self::with(Settings::default()).await
    }

    /// A server with the demo's data and this BRP.
    pub async fn start_met_brp(brp: &Sim) -> Self {
        let brp_sleutel = bronnen::SLEUTEL.parse().ok();
        Self::with(Settings { brp_url: Some(brp.url()), brp_sleutel, ..Settings::default() }).await
    }

    async fn with(settings: Settings) -> Self {
        let data = tempfile::tempdir().unwrap();
        let settings = Settings {
            adres: Some(([127, 0, 0, 1], 0).into()),
            data: Some(data.path().to_owned()),
            afbouw_ms: Some(0),
            ..settings
        };
        let running = run::start(settings.over(None, Mode::Demo).unwrap()).await.unwrap();
        let mut app = Self { running, gemeente: uuid::Uuid::nil().into(), _data: data };
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
        self.running.journal()
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
            let filter = AuditFilter {
                gemeente: self.gemeente,
                object: None,
                wie: None,
                from: Moment::from_micros(0),
                until: Moment::from_micros(i64::MAX),
                after: lines.last().map_or(0, |line: &AuditLine| line.n),
                limit: 500,
            };
            let page = self.running.journal().read_audit(&filter).await.unwrap();
            if page.is_empty() {
                return lines;
            }
            lines.extend(page);
        }
    }

    /// Stops, letting everything finish.
    pub async fn stop(self) {
        self.running.stop().await;
    }
}
