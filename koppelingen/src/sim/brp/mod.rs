//! The simulated BRP: Haal Centraal BRP Personen Bevragen v2 for the made-up persons of Wiedermeer.

mod document;
mod personen;
#[cfg(test)]
mod tests;
mod vraag;

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Mutex, PoisonError};

use http::{Method, StatusCode};
use keukentafel::domain::bsn::Bsn;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::SimArgs;
use super::bestand::{Bestand, Stand};
use super::server::{Reply, Request, Source, run as serve};
use super::storing::{Fout, Storing};
use crate::limits::SIM_PERSONS_MAX;

/// Where it listens when nobody says.
const ADDR: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8091);

/// Runs the simulator until the process ends.
///
/// # Errors
/// When its key is not in the environment, its file is in use or damaged, or its address cannot be taken.
pub fn run(args: &SimArgs) -> anyhow::Result<()> {
    let bestand = Bestand::open(&args.data, Gewijzigd::default)?;
    serve(
        args.addr.unwrap_or(ADDR),
        SimBrp { key: args.key()?, born: document::alle(), bestand: Mutex::new(bestand) },
    )
}

/// What differs from the persons it was born with.
#[derive(Default, Serialize, Deserialize)]
struct Gewijzigd {
    /// As they are now, by BSN.
    nu: BTreeMap<String, Value>,
    /// As they were before the last change.
    vorige: BTreeMap<String, Value>,
}

/// A person changed.
#[derive(Serialize, Deserialize)]
struct Wijziging {
    bsn: String,
    nu: Value,
    vorige: Option<Value>,
}

impl Stand for Gewijzigd {
    type Stap = Wijziging;

    fn stap(&mut self, stap: &Wijziging) {
        self.nu.insert(stap.bsn.clone(), stap.nu.clone());
        if let Some(vorige) = &stap.vorige {
            self.vorige.insert(stap.bsn.clone(), vorige.clone());
        }
    }
}

struct SimBrp {
    key: Option<String>,
    born: Vec<Value>,
    bestand: Mutex<Bestand<Gewijzigd>>,
}

impl SimBrp {
    fn bestand(&self) -> std::sync::MutexGuard<'_, Bestand<Gewijzigd>> {
        self.bestand.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everybody as they are; with `old` as they were before their last change.
    fn personen(&self, old: bool) -> Vec<Value> {
        let bestand = self.bestand();
        let Gewijzigd { nu, vorige } = bestand.stand();
        let mut all: BTreeMap<String, &Value> =
            self.born.iter().filter_map(|persoon| Some((bsn(persoon)?, persoon))).collect();
        all.extend(nu.iter().map(|(bsn, persoon)| (bsn.clone(), persoon)));
        if old {
            all.extend(vorige.iter().map(|(bsn, persoon)| (bsn.clone(), persoon)));
        }
        all.into_values().cloned().collect()
    }

    fn wijzig(&self, request: &Request) -> Reply {
        let persoon: Map<String, Value> = match request.read() {
            Ok(persoon) => persoon,
            Err(reply) => return reply,
        };
        let nu = Value::Object(persoon);
        let Some(bsn) = bsn(&nu).filter(|bsn| Bsn::parse(bsn).is_ok_and(|parsed| parsed.digits() == bsn))
        else {
            return Reply::problem(StatusCode::BAD_REQUEST, "paramsValidation");
        };
        let vorige =
            self.personen(false).into_iter().find(|persoon| self::bsn(persoon).as_ref() == Some(&bsn));
        let mut bestand = self.bestand();
        if bestand.stand().nu.len() >= SIM_PERSONS_MAX && !bestand.stand().nu.contains_key(&bsn) {
            return Reply::problem(StatusCode::CONFLICT, "vol");
        }
        match bestand.stap(&Wijziging { bsn, nu, vorige }) {
            Ok(()) => Reply::json(&json!({"gewijzigd": true})),
            Err(_) => Reply::problem(StatusCode::INTERNAL_SERVER_ERROR, "opslag"),
        }
    }
}

fn bsn(persoon: &Value) -> Option<String> {
    persoon.get("burgerservicenummer")?.as_str().map(str::to_owned)
}

impl Source for SimBrp {
    fn can_be(&self, fout: Fout) -> bool {
        fout != Fout::Som
    }

    fn answer(&self, request: &Request, storing: &Storing) -> Reply {
        if self.key.as_deref().is_some_and(|key| request.header("x-api-key") != Some(key)) {
            return Reply::problem(StatusCode::UNAUTHORIZED, "authentication");
        }
        if request.path != "/personen" {
            return Reply::problem(StatusCode::NOT_FOUND, "notFound");
        }
        if request.method != Method::POST {
            return Reply::problem(StatusCode::METHOD_NOT_ALLOWED, "methodNotAllowed");
        }
        let vraag: Map<String, Value> = match request.read() {
            Ok(vraag) => vraag,
            Err(reply) => return reply,
        };
        let reply = vraag::antwoord(&vraag, &self.personen(storing.volgorde));
        spoil(reply, storing)
    }

    fn manage(&self, request: &Request, _: &Storing) -> Option<Reply> {
        (request.path == "/_persoon" && request.method == Method::POST).then(|| self.wijzig(request))
    }
}

/// The faults that need to know what an answer is about.
fn spoil(reply: Reply, storing: &Storing) -> Reply {
    let ander = storing.fout == Some(Fout::Ander);
    if reply.status != StatusCode::OK || !(ander || storing.dubbel) {
        return reply;
    }
    let Ok(mut answer) = serde_json::from_slice::<Value>(&reply.body) else { return reply };
    if let Some(personen) = answer.get_mut("personen").and_then(Value::as_array_mut) {
        if ander {
            let geboorte =
                json!({"datum": {"type": "Datum", "datum": "1901-02-03", "langFormaat": "3 februari 1901"}});
            *personen = vec![json!({"burgerservicenummer": "999990998", "geboorte": geboorte})];
        }
        if storing.dubbel {
            let again = personen.clone();
            personen.extend(again);
        }
    }
    Reply::json(&answer)
}
