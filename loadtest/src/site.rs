//! What differs between servers: Keukentafel (log in, make documents by its public API) and any other y-websocket server.

use std::collections::BTreeSet;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::args::Soort;
use crate::http;
use crate::metrics::Buckets;
use crate::target::Target;

/// Commits as Keukentafel counts them.
const COMMIT_HISTOGRAM: &str = "keukentafel_commit_seconds";

/// A session holds at most 64 sockets; some of them may still be on their way out.
const SOCKETS_PER_SESSION: usize = 56;
/// The server lets one person log in five times a second after a first burst.
const LOGIN_TRIES: u32 = 20;

/// Who is logged in.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// The whole `Cookie` header.
    pub(crate) cookie: String,
    /// The medewerker's id.
    pub(crate) id: String,
}

/// A server and those who are logged in to it.
#[derive(Clone, Debug)]
pub(crate) enum Site {
    /// Keukentafel, its nodes; never without one and without a session.
    Keukentafel { nodes: Vec<Target>, sessions: Vec<Session> },
    /// Another Yjs server: no login.
    Vreemd { target: Target, prefix: String, soort: Soort },
}

impl Site {
    /// Logs everybody in, as often as so many sockets need.
    pub(crate) async fn keukentafel(nodes: Vec<Target>, personas: &[String], sockets: usize) -> Result<Self> {
        if personas.is_empty() {
            bail!("--persona: at least one");
        }
        let target = nodes.first().context("--url: at least one")?;
        let rounds = sockets.div_ceil(SOCKETS_PER_SESSION * personas.len()).max(1);
        let mut sessions = Vec::with_capacity(rounds * personas.len());
        for _ in 0..rounds {
            for persona in personas {
                sessions.push(login(target, persona).await?);
            }
        }
        Ok(Self::Keukentafel { nodes, sessions })
    }

    /// Names carry the moment of the run, so that every run begins with empty documents.
    pub(crate) fn vreemd(target: Target, soort: Soort) -> Self {
        let boot = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
        let uptime = boot.split_whitespace().next().unwrap_or("0").replace('.', "");
        Self::Vreemd { target, prefix: format!("kt-load-{}-{uptime}", std::process::id()), soort }
    }

    /// Fresh sessions, but the document names of before.
    pub(crate) fn named_like(self, before: Self) -> Self {
        match self {
            Self::Keukentafel { .. } => self,
            Self::Vreemd { .. } => before,
        }
    }

    /// Where requests go.
    pub(crate) fn target(&self) -> &Target {
        self.node(0)
    }

    /// Where the sockets of the client with this number go; they go round over the nodes.
    pub(crate) fn node(&self, client: usize) -> &Target {
        match self {
            Self::Keukentafel { nodes, .. } => &nodes[client % nodes.len()],
            Self::Vreemd { target, .. } => target,
        }
    }

    /// The session of the client with this number; clients go round over the personas.
    pub(crate) fn session(&self, client: usize) -> Option<&Session> {
        match self {
            Self::Keukentafel { sessions, .. } => sessions.get(client % sessions.len()),
            Self::Vreemd { .. } => None,
        }
    }

    /// Whether its frames carry the document's name.
    pub(crate) fn names_frames(&self) -> bool {
        matches!(self, Self::Vreemd { soort: Soort::Hocuspocus, .. })
    }

    pub(crate) fn path(&self, document: &str) -> String {
        match self {
            Self::Keukentafel { .. } => format!("/yjs/{document}"),
            Self::Vreemd { soort: Soort::YWebsocket, .. } => format!("/{document}"),
            Self::Vreemd { soort: Soort::Hocuspocus, .. } => "/".to_owned(),
            Self::Vreemd { soort: Soort::YSweet, .. } => format!("/d/{document}/ws/{document}"),
        }
    }

    /// New, empty documents that every persona may write.
    pub(crate) async fn documents(&self, count: usize, label: &str) -> Result<Vec<String>> {
        match self {
            Self::Vreemd { target, prefix, soort } => {
                let names: Vec<String> = (0..count).map(|n| format!("{prefix}-{label}-{n}")).collect();
                if *soort == Soort::YSweet {
                    for name in &names {
                        let answer = http::post(target, "/doc/new", None, &json!({ "docId": name })).await?;
                        answer.json(200, "POST /doc/new")?;
                    }
                }
                Ok(names)
            }
            Self::Keukentafel { sessions, .. } => {
                let target = self.target();
                let session = sessions.first().context("no session")?;
                let people: BTreeSet<&str> = sessions.iter().map(|session| session.id.as_str()).collect();
                let people: Vec<&str> = people.into_iter().collect();
                let zaak = self.zaak_to_write(target, session, &people).await?;
                let mut made = Vec::with_capacity(count);
                for _ in 0..count {
                    made.push(make_document(target, session, &zaak, &people).await?);
                }
                Ok(made)
            }
        }
    }

    /// The first zaak on which the server lets this persona make a document.
    async fn zaak_to_write(&self, target: &Target, session: &Session, people: &[&str]) -> Result<String> {
        let zaken = self.zaken().await?;
        let mut last = None;
        for zaak in &zaken {
            match make_document(target, session, zaak, people).await {
                Ok(_) => return Ok(zaak.clone()),
                Err(fault) => last = Some(fault),
            }
        }
        Err(last.unwrap_or_else(|| anyhow::anyhow!("no zaken")).context("no zaak takes a document"))
    }

    /// Ids of the zaken in the first persona's list.
    async fn zaken(&self) -> Result<Vec<String>> {
        let cookie = self.session(0).map(|session| session.cookie.as_str());
        let answer = http::get(self.target(), "/api/v1/zaken?aantal=200", cookie).await?;
        let list = answer.json(200, "GET /api/v1/zaken")?;
        let items = list["items"].as_array().context("zaken without items")?;
        let id = |item: &Value| item["id"].as_str().map(str::to_owned);
        Ok(items.iter().filter(|item| item["toegang"] != "dat").filter_map(id).collect())
    }

    /// Topics of a tab: the own list, then zaken in two views, then what else is one's own.
    pub(crate) async fn topics(&self, count: usize) -> Result<Vec<String>> {
        let own = |kind: &str| self.session(0).map(|session| format!("{kind}/{}", session.id));
        let zaken = self.zaken().await?;
        let views = zaken.iter().flat_map(|id| [format!("zaak/{id}@wat"), format!("zaak/{id}@rij")]);
        let others = ["nieuw", "gesprekken", "acties", "plannen", "toekenningen"].into_iter().filter_map(own);
        let topics: Vec<String> =
            own("werkvoorraad").into_iter().chain(views).chain(others).take(count).collect();
        if topics.len() < count {
            bail!("--topics {count}: the first persona may see only {} topics", topics.len());
        }
        Ok(topics)
    }

    /// The text as the server has committed it; nothing where there is no such answer.
    pub(crate) async fn text(&self, document: &str) -> Result<Option<String>> {
        let Self::Keukentafel { .. } = self else { return Ok(None) };
        let cookie = self.session(0).map(|session| session.cookie.as_str());
        let answer =
            http::get(self.target(), &format!("/api/v1/documenten/{document}/tekst"), cookie).await?;
        if answer.status != 200 {
            bail!("GET tekst: HTTP {}", answer.status);
        }
        Ok(Some(answer.text()))
    }

    /// The commit histogram over all nodes, where the server has one.
    pub(crate) async fn commits(&self) -> Option<Buckets> {
        match self {
            Self::Vreemd { .. } => None,
            Self::Keukentafel { nodes, .. } => {
                // One text: what it says twice is added up.
                let mut texts = String::new();
                for node in nodes {
                    texts.push_str(&http::get(node, "/metrics", None).await.ok()?.text());
                }
                Buckets::parse(&texts, COMMIT_HISTOGRAM)
            }
        }
    }
}

async fn login(target: &Target, persona: &str) -> Result<Session> {
    let body = json!({ "persona": persona });
    let mut answer = http::post(target, "/demo/login", None, &body).await?;
    for _ in 0..LOGIN_TRIES {
        if answer.status != 429 {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        answer = http::post(target, "/demo/login", None, &body).await?;
    }
    if answer.status >= 400 {
        bail!("login of {persona}: HTTP {}: {}", answer.status, answer.text());
    }
    let cookie = answer
        .cookies
        .iter()
        .find(|cookie| cookie.starts_with("__Host-kt="))
        .and_then(|cookie| cookie.split(';').next())
        .with_context(|| format!("login of {persona}: no cookie __Host-kt"))?
        .to_owned();
    let ik = http::get(target, "/api/v1/ik", Some(&cookie)).await?.json(200, "GET /api/v1/ik")?;
    let id = ik["id"].as_str().context("ik without id")?.to_owned();
    Ok(Session { cookie, id })
}

async fn make_document(target: &Target, session: &Session, zaak: &str, people: &[&str]) -> Result<String> {
    let path = format!("/api/v1/zaken/{zaak}/documenten");
    let body = json!({ "soort": "gespreksverslag", "deelnemers": people });
    let answer = http::post(target, &path, Some(&session.cookie), &body).await?;
    // 202: stored, the read side is behind; the id is the same.
    let status = if answer.status == 202 { 202 } else { 201 };
    let made = answer.json(status, &format!("POST {path}"))?;
    Ok(made["id"].as_str().context("document without id")?.to_owned())
}
