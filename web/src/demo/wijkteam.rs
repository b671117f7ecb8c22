//! Signalen and a plan of the demonstration, entered through the interface as theirs would.

use std::net::SocketAddr;

use anyhow::Context;
use serde_json::{Value, json};

use super::data::INWONERS;
use super::fill::id_of;
use super::loopback::{Client, report};
use super::personas::{command_id, persona};

// Command ids per kind of step, as in `fill.rs`.
const SIGNAAL: u8 = 180;
const GROEP: u8 = 190;

/// Samira, whom three sources worry about.
const SAMIRA: usize = 2;
/// Her children, whose father lives elsewhere: a groep without her.
const KINDEREN: [usize; 2] = [3, 4];
const DYLAN: usize = 1;

/// Enters it; `personen` are the ids of [`INWONERS`], in that order.
pub(super) async fn enter(address: SocketAddr, personen: &[String]) -> anyhow::Result<()> {
    automatic(address).await?;
    let kcc = Client::log_in(address, "kcc").await?;
    let samira = personen.get(SAMIRA).context("nobody for a signaal")?;
    let body = json!({
        "soort": "energie_afsluiting",
        "persoon": samira,
        "toelichting": "Mevrouw belde: volgende week gaat het gas eraf.",
    });
    kcc.post("/api/v1/signalen", command_id(SIGNAAL), &body).await?;
    let buurman = Client::log_in(address, "buurman").await?;
    let body = json!({
        "soort": "overlast",
        "naam": "Samira Haddad",
        "geboortedatum": INWONERS.get(SAMIRA).map(|one| one.geboortedatum),
        "toelichting": "Er wordt 's nachts aan de deur gebonsd. Ik maak mij zorgen.",
    });
    buurman.post("/api/v1/signalen", command_id(SIGNAAL + 1), &body).await?;
    let rianne = Client::log_in(address, "regisseur").await?;
    plan(&rianne, personen).await?;
    for client in [kcc, buurman, rianne] {
        client.log_out().await?;
    }
    Ok(())
}

/// What comes in with a key, each with a reference of the source's own.
async fn automatic(address: SocketAddr) -> anyhow::Result<()> {
    let bsn = |at: usize| INWONERS.get(at).map(|one| one.bsn);
    let rent = json!({
        "kenmerk": "WB-2026-0417",
        "soort": "huurachterstand",
        "bsn": bsn(SAMIRA),
        "toelichting": "Twee maanden huur open.",
    });
    report(address, "demo-sleutel-woningstichting", &rent).await?;
    let school = json!({
        "kenmerk": "VZ-31",
        "soort": "schoolverzuim",
        "bsn": bsn(DYLAN),
        "toelichting": "Deze maand acht dagen niet op school.",
    });
    report(address, "demo-sleutel-school", &school).await?;
    let unknown = json!({ "kenmerk": "VZ-32", "soort": "zorgen_om_kind", "naam": "Jayden Brouwer" });
    report(address, "demo-sleutel-school", &unknown).await
}

/// The same on every start of one month, so that going on after a break repeats itself.
pub(super) fn eind_volgende_maand() -> String {
    use keukentafel::clock::{Clock, SystemClock};
    let next = SystemClock::default().now().day().saturating_add(jiff::Span::new().months(1));
    next.last_of_month().to_string()
}

async fn plan(rianne: &Client, personen: &[String]) -> anyhow::Result<()> {
    let mut step = GROEP;
    let mut post = async |path: String, body: Value| {
        let answer = rianne.post(&path, command_id(step), &body).await;
        step += 1;
        answer
    };
    let leden: Vec<_> = KINDEREN.iter().filter_map(|at| personen.get(*at)).collect();
    for kind in KINDEREN.iter().filter_map(|at| INWONERS.get(*at)) {
        let vraag = json!({ "bsn": kind.bsn, "voor": "groep" });
        rianne.post("/api/v1/personen/zoek", command_id(GROEP), &vraag).await?;
    }
    let body = json!({ "leden": leden, "waarom": "Wij willen deze kinderen samen beter helpen." });
    let groep = id_of(&post("/api/v1/groepen".to_owned(), body).await?)?;
    let plan = id_of(&post(format!("/api/v1/groepen/{groep}/plan"), json!({})).await?)?;
    let doel =
        json!({ "voor": "groep", "omschrijving": "De kinderen zijn om de week een weekend bij hun vader." });
    post(format!("/api/v1/plannen/{plan}/doelen"), doel).await?;
    let noor = json!({ "lid": leden.first() });
    let eigen = json!({ "voor": noor, "omschrijving": "Noor leest aan het eind van het jaar op het niveau van haar groep." });
    post(format!("/api/v1/plannen/{plan}/doelen"), eigen).await?;
    let who = persona("regisseur").context("no regisseur")?.id();
    let actie = json!({
        "voor": "groep",
        "omschrijving": "Afspreken met beide ouders",
        "eigenaar": { "medewerker": who },
        "datum": eind_volgende_maand(),
    });
    post(format!("/api/v1/plannen/{plan}/acties"), actie).await.map(drop)
}
