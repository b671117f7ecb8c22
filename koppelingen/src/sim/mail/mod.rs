//! The simulated mail server: speaks SMTP on a port of its own, keeps what it gets, and passes nothing on.
//!
//! The port for its tester is the one that is asked for; where SMTP is, it prints first: `smtp op smtp://127.0.0.1:PORT`.

mod gesprek;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Context;
use http::Method;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::SimArgs;
use super::bestand::{Bestand, Stand};
use super::server::{Reply, Request, Source, run as serve};
use super::storing::{Fout, Storing};
use crate::limits::SIM_MAILS_MAX;

/// Where its tester finds it when nobody says.
const ADDR: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8093);

/// Runs the simulator until the process ends.
///
/// # Errors
/// When its file is in use or damaged, or an address cannot be taken.
pub fn run(args: &SimArgs) -> anyhow::Result<()> {
    let addr = args.addr.unwrap_or(ADDR);
    let bestand = Mutex::new(Bestand::open(&args.data, Mails::default)?);
    let postbus = Arc::new(Postbus { bestand, storing: Mutex::default() });
    let listener = std::net::TcpListener::bind((addr.ip(), 0)).context("no port for SMTP")?;
    let mut out = std::io::stdout();
    writeln!(out, "smtp op smtp://{}", listener.local_addr()?)?;
    out.flush()?;
    let other = Arc::clone(&postbus);
    let smtp = std::thread::Builder::new().name("smtp".to_owned());
    smtp.spawn(move || {
        if let Err(error) = gesprek::ontvang(listener, &other) {
            // Without its door there is no mail server.
            tracing::error!(%error, "the simulated mail server ends");
            std::process::exit(1);
        }
    })?;
    serve(addr, SimMail(postbus))
}

/// One mail, however often it came.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Mail {
    /// To whom, as the envelope says.
    aan: Vec<String>,
    /// Heads and body, as they came.
    tekst: String,
    /// How often it came.
    keren: u32,
}

/// What it got, by the id in the head: a mail that comes again under one id is the same.
#[derive(Default, Serialize, Deserialize)]
struct Mails {
    op_id: BTreeMap<String, Mail>,
    volgorde: Vec<String>,
}

/// A mail came.
#[derive(Serialize, Deserialize)]
struct Ontvangen {
    id: String,
    aan: Vec<String>,
    tekst: String,
}

impl Stand for Mails {
    type Stap = Ontvangen;

    fn stap(&mut self, stap: &Ontvangen) {
        if let Some(known) = self.op_id.get_mut(&stap.id) {
            known.keren += 1;
            return;
        }
        let mail = Mail { aan: stap.aan.clone(), tekst: stap.tekst.clone(), keren: 1 };
        self.op_id.insert(stap.id.clone(), mail);
        self.volgorde.push(stap.id.clone());
    }
}

/// What both doors share.
struct Postbus {
    bestand: Mutex<Bestand<Mails>>,
    storing: Mutex<Storing>,
}

impl Postbus {
    fn bestand(&self) -> MutexGuard<'_, Bestand<Mails>> {
        self.bestand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn storing(&self) -> Storing {
        self.storing.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps a mail; on the disk when this returns.
    fn bewaar(&self, aan: Vec<String>, tekst: String) -> anyhow::Result<()> {
        let id = kop(&tekst, "message-id").context("a mail without an id")?;
        let mut bestand = self.bestand();
        anyhow::ensure!(bestand.stand().volgorde.len() < SIM_MAILS_MAX, "full");
        bestand.stap(&Ontvangen { id, aan, tekst })
    }
}

/// A field of the head of a mail.
fn kop(tekst: &str, name: &str) -> Option<String> {
    let heads = tekst.split("\r\n\r\n").next()?;
    let field = |line: &str| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    };
    heads.split("\r\n").find_map(field)
}

struct SimMail(Arc<Postbus>);

impl Source for SimMail {
    fn can_be(&self, _: Fout) -> bool {
        false
    }

    fn answer(&self, _: &Request, _: &Storing) -> Reply {
        Reply::problem(http::StatusCode::NOT_FOUND, "notFound")
    }

    fn gezet(&self, storing: &Storing) {
        *self.0.storing.lock().unwrap_or_else(PoisonError::into_inner) = storing.clone();
    }

    fn manage(&self, request: &Request, _: &Storing) -> Option<Reply> {
        if request.path != "/_mails" || request.method != Method::GET {
            return None;
        }
        let bestand = self.0.bestand();
        let Mails { op_id, volgorde } = bestand.stand();
        let mails: Vec<_> =
            volgorde.iter().filter_map(|id| Some(json!({"id": id, "mail": op_id.get(id)?}))).collect();
        Some(Reply::json(&json!({"mails": mails})))
    }
}
