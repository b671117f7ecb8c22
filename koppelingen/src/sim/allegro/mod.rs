//! The simulated Allegro: our own contract (`docs/koppelingen/allegro.md`) over a few made-up accounts.

mod boeking;
mod hints;
mod klanten;
mod rekening;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::bail;
use http::{Method, StatusCode};
use keukentafel::clock::{Clock, Moment, SystemClock};
use keukentafel::poort::limits::{MUTATIES_PAGE_MAX, TRANSACTIES_MAX};
use keukentafel::rng::{Rng, SystemRng};
use serde::Deserialize;
use serde_json::{Value, json};

use super::bestand::Bestand;
use super::server::{Reply, Request, Source, run as serve};
use super::storing::{Fout, Storing};
use super::{SimArgs, secret};
use crate::allegro::hint::HintKey;
use boeking::{Boekverzoek, Geboekt, Klantverzoek};
use hints::Hints;
use rekening::{Boekhouding, Rekening};

/// Where it listens when nobody says.
const ADDR: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8092);

/// Where the simulated Allegro sends its hints.
#[derive(Clone, Debug, clap::Args)]
pub struct HintArgs {
    /// The address that hints are posted to. Without it, none are.
    #[arg(long, value_name = "URL", requires = "hint_key_env")]
    pub hint: Option<String>,
    /// The environment variable that holds the key with which hints are signed.
    #[arg(long, value_name = "NAME")]
    pub hint_key_env: Option<String>,
}

/// Runs the simulator until the process ends.
///
/// # Errors
/// When a key is not in the environment or too short, its file is in use or damaged, or its address cannot be taken.
pub fn run(args: &SimArgs, hint: &HintArgs) -> anyhow::Result<()> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock::default());
    let hints = match (&hint.hint, &hint.hint_key_env) {
        (Some(url), Some(name)) => {
            let Some(key) = HintKey::new(secret(name)?.as_bytes()) else {
                bail!("the key in {name} is too short: 16 bytes at least");
            };
            Some(Hints::start(url, key, Arc::clone(&clock))?)
        }
        _ => None,
    };
    let mut bron = [0; 8];
    SystemRng.fill(&mut bron);
    let bestand = Bestand::open(&args.data, || Boekhouding::nieuw(u64::from_le_bytes(bron), clock.now()))?;
    let sim =
        SimAllegro { key: args.key()?, clock, hints, bestand: Mutex::new(bestand), shown: Mutex::default() };
    serve(args.addr.unwrap_or(ADDR), sim)
}

/// What was shown of an account last, for the faults that repeat.
#[derive(Default)]
struct Shown {
    /// The last picture.
    last: Option<Value>,
    /// An older picture goes next.
    turn: bool,
}

struct SimAllegro {
    key: Option<String>,
    clock: Arc<dyn Clock>,
    hints: Option<Hints>,
    bestand: Mutex<Bestand<Boekhouding>>,
    shown: Mutex<BTreeMap<String, Shown>>,
}

#[derive(Deserialize)]
struct Overzichtvraag {
    klant: String,
    transacties: usize,
}

impl SimAllegro {
    fn bestand(&self) -> MutexGuard<'_, Bestand<Boekhouding>> {
        self.bestand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Never before what was booked last, whatever the machine's clock does.
    fn now(&self, boekhouding: &Boekhouding) -> Moment {
        self.clock.now().max(boekhouding.laatst.plus_micros(1))
    }

    fn overzicht(&self, request: &Request, storing: &Storing) -> Reply {
        let vraag: Overzichtvraag = match request.read() {
            Ok(vraag) => vraag,
            Err(reply) => return reply,
        };
        if vraag.transacties > TRANSACTIES_MAX {
            return Reply::problem(StatusCode::BAD_REQUEST, "te_veel_transacties");
        }
        let bestand = self.bestand();
        let boekhouding = bestand.stand();
        let Some(rekening) = boekhouding.rekeningen.get(&vraag.klant) else {
            return Reply::problem(StatusCode::NOT_FOUND, "klant_onbekend");
        };
        let picture = |rekening: &Rekening, as_of| rekening.beeld(&vraag.klant, as_of, vraag.transacties);
        let mut value = picture(rekening, self.now(boekhouding));
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        let shown = shown.entry(vraag.klant.clone()).or_default();
        if storing.dubbel
            && let Some(last) =
                shown.last.as_ref().filter(|last| last.get("source_seq") == value.get("source_seq"))
        {
            value = last.clone();
        }
        shown.last = Some(value.clone());
        shown.turn = storing.volgorde && !shown.turn;
        if storing.volgorde
            && !shown.turn
            && let Some(vorige) = &rekening.vorige
        {
            value = picture(vorige, vorige.sinds);
        }
        drop(bestand);
        spoil(&mut value, storing);
        Reply::json(&value)
    }

    fn mutaties(&self, request: &Request, storing: &Storing) -> Reply {
        let parameter = |name: &str| {
            request.query.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)
        };
        let max = parameter("max").and_then(|(_, max)| max.parse().ok()).unwrap_or(MUTATIES_PAGE_MAX);
        if !(1..=MUTATIES_PAGE_MAX).contains(&max) {
            return Reply::problem(StatusCode::BAD_REQUEST, "max");
        }
        let bestand = self.bestand();
        let boekhouding = bestand.stand();
        let na = match parameter("na") {
            None => 0,
            Some((_, cursor)) => match boekhouding.lees_cursor(cursor) {
                Some(na) => na,
                None => return Reply::problem(StatusCode::GONE, "cursor_onbekend"),
            },
        };
        let (mut klanten, tot, meer) = boekhouding.gewijzigd(na, max);
        if storing.dubbel {
            // Who was named already, and everybody twice.
            let (again, _, _) = boekhouding.gewijzigd(0, max - klanten.len().min(max - 1));
            klanten.extend(again);
        }
        if storing.volgorde {
            klanten.reverse();
        }
        Reply::json(&json!({"cursor": boekhouding.cursor(tot), "klanten": klanten, "meer": meer}))
    }

    fn boek(&self, request: &Request, storing: &Storing) -> Reply {
        let verzoek: Boekverzoek = match request.read() {
            Ok(verzoek) => verzoek,
            Err(reply) => return reply,
        };
        let mut bestand = self.bestand();
        let at = self.now(bestand.stand());
        let stap = match boeking::beoordeel(bestand.stand(), &verzoek, at) {
            Ok(Geboekt::Nieuw(stap)) => stap,
            Ok(Geboekt::Al(seq)) => return Reply::json(&json!({"source_seq": seq, "herhaald": true})),
            Err((status, code)) => return Reply::problem(status, code),
        };
        self.gedaan(&mut bestand, &stap, &verzoek.klant, storing)
    }

    fn klant(&self, request: &Request, storing: &Storing) -> Reply {
        let verzoek: Klantverzoek = match request.read() {
            Ok(verzoek) => verzoek,
            Err(reply) => return reply,
        };
        let klant = verzoek.klant.clone();
        let mut bestand = self.bestand();
        let at = self.now(bestand.stand());
        match boeking::nieuwe_klant(bestand.stand(), verzoek, at) {
            Ok(stap) => self.gedaan(&mut bestand, &stap, &klant, storing),
            Err((status, code)) => Reply::problem(status, code),
        }
    }

    /// Keeps a step, then tells.
    fn gedaan(
        &self,
        bestand: &mut Bestand<Boekhouding>,
        stap: &rekening::Stap,
        klant: &str,
        storing: &Storing,
    ) -> Reply {
        if bestand.stap(stap).is_err() {
            return Reply::problem(StatusCode::INTERNAL_SERVER_ERROR, "opslag");
        }
        if let (Some(hints), false) = (&self.hints, storing.zonder_hint) {
            for _ in 0..=u8::from(storing.dubbel) {
                hints.send(klant);
            }
        }
        let boekhouding = bestand.stand();
        Reply::json(&json!({"source_seq": boekhouding.seq, "as_of": boekhouding.laatst, "herhaald": false}))
    }
}

/// The faults that need to know what an answer is about.
fn spoil(value: &mut Value, storing: &Storing) {
    let Some(fields) = value.as_object_mut() else { return };
    match storing.fout {
        Some(Fout::Ander) => drop(fields.insert("klant".to_owned(), "KT-999999".into())),
        Some(Fout::Som) => {
            let saldo = fields.get("saldo_cents").and_then(Value::as_i64).unwrap_or_default();
            fields.insert("saldo_cents".to_owned(), (saldo + 1).into());
        }
        Some(Fout::Vorm | Fout::Html | Fout::Type | Fout::Leeg | Fout::Groot) | None => {}
    }
}

impl Source for SimAllegro {
    fn can_be(&self, _: Fout) -> bool {
        true
    }

    fn answer(&self, request: &Request, storing: &Storing) -> Reply {
        let given = request.header("authorization").and_then(|value| value.strip_prefix("Bearer "));
        if self.key.as_deref().is_some_and(|key| given != Some(key)) {
            return Reply::problem(StatusCode::UNAUTHORIZED, "niet_aangemeld");
        }
        match (&request.method, request.path.as_str()) {
            (&Method::POST, "/v1/overzicht") => self.overzicht(request, storing),
            (&Method::GET, "/v1/mutaties") => self.mutaties(request, storing),
            _ => Reply::problem(StatusCode::NOT_FOUND, "niet_gevonden"),
        }
    }

    fn manage(&self, request: &Request, storing: &Storing) -> Option<Reply> {
        match (&request.method, request.path.as_str()) {
            (&Method::POST, "/_boek") => Some(self.boek(request, storing)),
            (&Method::POST, "/_klant") => Some(self.klant(request, storing)),
            _ => None,
        }
    }
}
