//! Transactions that Allegro books, and when each is on every screen that follows the rekening.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio_tungstenite::tungstenite::protocol::Message;

use super::{one, seconds, site};
use crate::args::Saldo;
use crate::cpu::Process;
use crate::http;
use crate::metrics::counter;
use crate::percentile::Histogram;
use crate::report::{Bar, BarKind, Report, Run};
use crate::rt;
use crate::site::Site;
use crate::socket::{self, Buffers};
use crate::target::Target;

/// What is on a new rekening: every booking takes a cent, so what is left says how many are seen.
const BEGIN_CENTS: i64 = 100_000_000;
/// Questions to the source, as the server counts them.
const POLLS: &str = "keukentafel_saldo_gehaald_total";
/// A booked transaction is on the open screen within two seconds (SHV1-C4).
const BAR_MS: f64 = 2000.0;
const LOST: &str = "never seen";
const BACK: &str = "older after newer";
const P99: &str = "booking to phone, p99";

/// A rekening under load, and what became of its bookings.
struct Rekening {
    id: String,
    klant: String,
    /// Bookings of earlier runs.
    before: u64,
    /// When each booking of this run left, in microseconds after the start (0: not yet).
    sent: Vec<AtomicU64>,
}

struct Room {
    rekeningen: Vec<Rekening>,
    start: Instant,
    warm: u64,
    delivery: Histogram,
    back: AtomicU64,
    frames: AtomicU64,
}

impl Room {
    fn now(&self) -> u64 {
        self.start.elapsed().as_micros() as u64
    }
}

pub(crate) async fn run(args: &Saldo) -> Result<Report> {
    let common = &args.common;
    let allegro = Target::parse(&args.allegro)?;
    let budgetbeheer = as_persona(args, "medewerker-budgetbeheer", args.rekeningen * args.apparaten).await?;
    let mut known = lay(args, &allegro, &budgetbeheer).await?;
    let mut runs = Vec::new();
    for n in 0..common.herhaal {
        let label = format!("saldo {}/{}", n + 1, common.herhaal);
        let (run, left) = once(args, &allegro, &budgetbeheer, known, &label).await?;
        runs.push(run);
        known = left;
    }
    Ok(Report {
        scenario: "saldo",
        parameters: json!({
            "rekeningen": args.rekeningen, "devices_per_rekening": args.apparaten, "rate": args.tempo,
            "warm_s": common.opwarmen, "measure_s": common.duur,
        }),
        runs,
    })
}

/// What is promised of it.
pub(crate) fn bars(_: &Saldo, report: &Report) -> Vec<Bar> {
    let bar = |name: &'static str, unit, kind, limit| Bar {
        what: format!("saldo: {name}"),
        unit,
        kind,
        value: report.value(name),
        limit,
    };
    vec![
        bar(LOST, "bookings", BarKind::Countable, 0.0),
        bar(BACK, "values", BarKind::Countable, 0.0),
        bar(P99, "ms", BarKind::Time, BAR_MS),
    ]
}

async fn as_persona(args: &Saldo, persona: &str, sockets: u32) -> Result<Site> {
    let mut who = args.common.clone();
    who.persona = vec![persona.to_owned()];
    site(&who, sockets).await
}

/// A person in budgetbeheer with so many rekeningen at Allegro, each with its number of bookings so far.
async fn lay(args: &Saldo, allegro: &Target, budgetbeheer: &Site) -> Result<Vec<(String, String, u64)>> {
    let (linda, verdeler) = (as_persona(args, "linda", 1).await?, as_persona(args, "werkverdeler", 1).await?);
    let handler = budgetbeheer.session(0).context("no session")?.id.clone();
    let body = json!({ "voornamen": "Last", "achternaam": "Proef", "geboortedatum": "1970-01-01" });
    let persoon = made(&linda, "/api/v1/personen", &body).await?;
    let body = json!({
        "persoon": persoon, "zaaktype": "AANVRAAG-BIJZONDERE-BIJSTAND", "onderwerp": "Kosten van budgetbeheer",
        "kanaal": "balie",
    });
    let zaak = made(&linda, "/api/v1/meldingen", &body).await?;
    let assign = json!({ "behandelaars": [handler] });
    made(&verdeler, &format!("/api/v1/zaken/{zaak}/toewijzen"), &assign).await?;
    let uptime = std::fs::read_to_string("/proc/uptime").unwrap_or_default();
    let mark = uptime.split_whitespace().next().unwrap_or("0").replace('.', "");
    let mut rekeningen = Vec::new();
    for n in 0..args.rekeningen {
        let klant = format!("LAST-{mark}-{n}");
        let body = json!({ "klant": klant, "vrij_cents": BEGIN_CENTS });
        http::post(allegro, "/_klant", None, &body).await?.json(200, "POST /_klant")?;
        let body = json!({ "persoon": persoon, "klant": klant, "vorm": "plus" });
        rekeningen.push((made(budgetbeheer, "/api/v1/rekeningen", &body).await?, klant, 0));
    }
    Ok(rekeningen)
}

/// Sends a command and gives the id of what it made.
async fn made(site: &Site, path: &str, body: &Value) -> Result<String> {
    let cookie = site.session(0).map(|session| session.cookie.as_str());
    let answer = http::post(site.target(), path, cookie, body).await?;
    let status = answer.status.clamp(200, 202);
    let done = answer.json(status, &format!("POST {path}"))?;
    Ok(done["id"].as_str().context("an answer without id")?.to_owned())
}

type Known = Vec<(String, String, u64)>;

async fn once(
    args: &Saldo,
    allegro: &Target,
    budgetbeheer: &Site,
    known: Known,
    label: &str,
) -> Result<(Run, Known)> {
    let common = &args.common;
    let total = (args.tempo * (common.opwarmen + common.duur)).round().max(1.0) as usize;
    let each = total.div_ceil(known.len());
    let rekening = |(id, klant, before)| {
        let sent = (0..each).map(|_| AtomicU64::new(0)).collect();
        Rekening { id, klant, before, sent }
    };
    let room = Arc::new(Room {
        rekeningen: known.into_iter().map(rekening).collect(),
        start: Instant::now(),
        warm: seconds(common.opwarmen).as_micros() as u64,
        delivery: Histogram::new(),
        back: AtomicU64::new(0),
        frames: AtomicU64::new(0),
    });
    // How many bookings have left; a device that has seen as many of its rekening is complete.
    let (over, watching) = watch::channel(None);
    let mut devices: JoinSet<Result<u64>> = JoinSet::new();
    for client in 0..(args.rekeningen * args.apparaten) as usize {
        let (site, room, over) = (budgetbeheer.clone(), Arc::clone(&room), watching.clone());
        devices.spawn(async move { device(&site, &room, client, over).await });
    }
    let polls = polls(budgetbeheer).await?;
    let pid = one(&common.pid)?;
    let cpu = pid.map(|pid| Process::of(pid)?.cpu()).transpose()?;
    let (late, begun) = (Histogram::new(), Instant::now());
    book(args, allegro, &room, total, &late).await?;
    let elapsed = begun.elapsed().as_secs_f64();
    eprintln!("[{label}] {total} booked in {elapsed:.1} s; waiting for the last to arrive");
    over.send(Some(Instant::now() + seconds(common.naloop)))?;
    let mut lost = 0;
    while let Some(ended) = devices.join_next().await {
        lost += ended??;
    }
    let mut run = Run::default();
    run.latency(
        ["booking to phone, p50", "booking to phone, p95", P99, "booking to phone, max"],
        room.delivery.summary(),
    );
    run.latency(
        ["generator late, p50", "generator late, p95", "generator late, p99", "generator late, max"],
        late.summary(),
    );
    run.median("bookings per second", "1/s", total as f64 / elapsed);
    run.median("frames per booking and device", "", {
        let seen = (total * args.apparaten as usize) as f64;
        room.frames.load(Relaxed) as f64 / seen
    });
    run.median(
        "questions to the source per booking",
        "",
        (polls_since(budgetbeheer, polls).await?) / total as f64,
    );
    if let (Some(pid), Some(before)) = (pid, cpu) {
        let spent = Process::of(pid)?.cpu()?.saturating_sub(before).as_secs_f64();
        run.median("server CPU per booking", "ms", spent * 1000.0 / total as f64);
        run.median("server CPU", "% of a core", spent * 100.0 / begun.elapsed().as_secs_f64());
    }
    run.sum(LOST, "bookings", lost);
    run.sum(BACK, "values", room.back.load(Relaxed));
    let room = Arc::into_inner(room).context("a device still reads")?;
    let left = |one: Rekening| {
        let booked = one.sent.iter().filter(|at| at.load(Relaxed) > 0).count() as u64;
        (one.id, one.klant, one.before + booked)
    };
    Ok((run, room.rekeningen.into_iter().map(left).collect()))
}

/// Books at a steady pace, over the rekeningen in turn.
async fn book(args: &Saldo, allegro: &Target, room: &Room, total: usize, late: &Histogram) -> Result<()> {
    let step = Duration::from_secs_f64(1.0 / args.tempo);
    for n in 0..total {
        let due = room.start + step * u32::try_from(n).unwrap_or(u32::MAX);
        tokio::time::sleep_until(due.into()).await;
        late.record(due.elapsed().as_micros() as u64);
        let rekening = &room.rekeningen[n % room.rekeningen.len()];
        let slot = rekening.sent.get(n / room.rekeningen.len()).context("a booking too many")?;
        slot.store(room.now().max(1), Relaxed);
        let body = json!({ "klant": rekening.klant, "omschrijving": "Last", "cents": -1 });
        http::post(allegro, "/_boek", None, &body).await?.json(200, "POST /_boek")?;
    }
    Ok(())
}

/// A device that follows one rekening; gives how many bookings it never saw.
async fn device(
    site: &Site,
    room: &Room,
    client: usize,
    mut over: watch::Receiver<Option<Instant>>,
) -> Result<u64> {
    let rekening = &room.rekeningen[client % room.rekeningen.len()];
    let mut socket = socket::open(site, client, "/rt", Buffers::Small).await?;
    rt::hallo(&mut socket, client).await?;
    rt::subscribe(&mut socket, 1, &format!("saldo/{}", rekening.id)).await?;
    let mut seen = 0;
    loop {
        let end = *over.borrow_and_update();
        let booked = rekening.sent.iter().filter(|at| at.load(Relaxed) > 0).count() as u64;
        if end.is_some_and(|end| seen >= booked || Instant::now() >= end) {
            return Ok(booked.saturating_sub(seen));
        }
        let until = end.unwrap_or_else(|| Instant::now() + Duration::from_secs(3600));
        let message = tokio::select! {
            message = socket::next(&mut socket) => message?,
            _ = over.changed() => continue,
            () = tokio::time::sleep_until(until.into()) => continue,
        };
        let Message::Text(text) = message else { bail!("a binary frame") };
        let frame: Value = serde_json::from_str(&text)?;
        match frame["t"].as_str() {
            Some("ping") => rt::pong(&mut socket, frame["n"].as_u64().context("ping without n")?).await?,
            Some("latest") => seen = take(room, rekening, &frame["b"], seen),
            Some("revoked" | "err") => bail!("thrown out: {text}"),
            _ => {}
        }
    }
}

/// Takes in a value: which bookings it shows for the first time, and whether it went back.
fn take(room: &Room, rekening: &Rekening, b: &Value, seen: u64) -> u64 {
    room.frames.fetch_add(1, Relaxed);
    let Some(saldo) = b["bedragen"]["saldo_cents"].as_i64() else { return seen };
    let shown = u64::try_from(BEGIN_CENTS - saldo).unwrap_or(0).saturating_sub(rekening.before);
    if shown < seen {
        room.back.fetch_add(1, Relaxed);
        return seen;
    }
    let now = room.now();
    for slot in rekening.sent.iter().take(shown as usize).skip(seen as usize) {
        let left = slot.load(Relaxed);
        if left >= room.warm {
            room.delivery.record(now.saturating_sub(left));
        }
    }
    shown
}

async fn polls(site: &Site) -> Result<f64> {
    let text = http::get(site.target(), "/metrics", None).await?.text();
    Ok(counter(&text, POLLS))
}

async fn polls_since(site: &Site, before: f64) -> Result<f64> {
    Ok(polls(site).await? - before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(before: u64) -> Room {
        let sent = [10, 20, 30].map(AtomicU64::new).into();
        Room {
            rekeningen: vec![Rekening { id: String::new(), klant: String::new(), before, sent }],
            start: Instant::now(),
            warm: 15,
            delivery: Histogram::new(),
            back: AtomicU64::new(0),
            frames: AtomicU64::new(0),
        }
    }

    #[test]
    fn a_value_shows_every_booking_up_to_it_once_and_going_back_is_counted() {
        let room = room(2);
        let value = |cents: i64| json!({ "bedragen": { "saldo_cents": BEGIN_CENTS - cents } });
        let rekening = &room.rekeningen[0];
        assert_eq!(take(&room, rekening, &value(2), 0), 0);
        assert_eq!(take(&room, rekening, &value(4), 0), 2);
        assert_eq!(
            room.delivery.summary().map(|summary| summary.count),
            Some(1),
            "the first was in the warm-up"
        );
        assert_eq!(take(&room, rekening, &value(3), 2), 2);
        assert_eq!(room.back.load(Relaxed), 1);
        assert_eq!(take(&room, rekening, &json!({ "bedragen": null }), 2), 2);
        assert_eq!(take(&room, rekening, &value(5), 2), 3);
        assert_eq!(room.delivery.summary().map(|summary| summary.count), Some(2));
    }
}
