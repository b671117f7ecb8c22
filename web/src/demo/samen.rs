//! Ingrid and Petra have a plan, which Ingrid follows in the portal: what they want to reach, and what she is to do for it.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use keukentafel::domain::ids::PersoonId;
use serde_json::{Value, json};

use super::data::Inwoner;
use super::fill::{id_of, persoon, registreer};
use super::loopback::Client;
use super::personas::{GEMEENTE, command_id};
use super::wijkteam::eind_volgende_maand;
use crate::app::App;

// Command ids of these steps, after those of `budgetbeheer`.
const PERSOON: u8 = 210;
const ZOEKEN: u8 = 215;
const PLAN: u8 = 220;

const SCHANS: (&str, &str, &str) = ("Nieuwe Schans", "80", "9999 XN");

/// The two, apart from the others: they have no zaak, and nobody counts them among those who do.
pub(super) const PAAR: [Inwoner; 2] = [
    Inwoner {
        persona: Some("ingrid"),
        bsn: "999990536",
        voornamen: "Ingrid",
        voorvoegsel: None,
        achternaam: "Maas",
        geboortedatum: "1980-01-13",
        telefoon: Some("06 00 00 00 04"),
        adres: SCHANS,
    },
    Inwoner {
        persona: None,
        bsn: "999990512",
        voornamen: "Petra",
        voorvoegsel: None,
        achternaam: "Smeets",
        geboortedatum: "1981-08-26",
        telefoon: None,
        adres: SCHANS,
    },
];

/// Goals of the two together, and one of Ingrid alone.
const SAMEN: [&str; 2] =
    ["Op dinsdag en vrijdag eten wij samen aan tafel.", "Wij weten elke maand wat er binnenkomt en uitgaat."];
const ALLEEN: &str = "Ingrid heeft elke week een avond voor zichzelf.";
/// What Ingrid is to do, and what Petra is.
const TE_DOEN: [&str; 2] =
    ["De vaste lasten van drie maanden bij elkaar zoeken", "Een avond kiezen en vrijhouden"];

/// Makes their plan, once. What was done before is not done again.
pub(super) async fn fill(app: &Arc<App>, address: SocketAddr) -> anyhow::Result<()> {
    if PAAR.first().and_then(|ingrid| persoon(app, ingrid)).is_some_and(|ingrid| is_klaar(app, ingrid)) {
        return Ok(());
    }
    let linda = Client::log_in(address, "linda").await?;
    let mut leden = Vec::new();
    for (at, one) in (0..).zip(&PAAR) {
        leden.push(match persoon(app, one) {
            // Somebody took them in already, as one can in a demonstration.
            Some(known) => known.to_string(),
            None => registreer(&linda, PERSOON + at, one).await?,
        });
    }
    let ruben = Client::log_in(address, "regisseur2").await?;
    plan(&ruben, &leden).await?;
    for client in [linda, ruben] {
        client.log_out().await?;
    }
    Ok(())
}

/// Whether all of it is there: the actions come last.
fn is_klaar(app: &App, ingrid: PersoonId) -> bool {
    let all = app.tafel.overzicht().lees();
    let Some(all) = all.gemeente(GEMEENTE) else { return false };
    let mut plannen = all.plannen_van(ingrid).filter_map(|id| all.plan(id)?.inhoud());
    plannen.any(|plan| plan.acties.len() >= TE_DOEN.len())
}

async fn plan(ruben: &Client, leden: &[String]) -> anyhow::Result<()> {
    for (at, one) in (0..).zip(&PAAR) {
        let vraag = json!({ "bsn": one.bsn, "voor": "groep" });
        ruben.post("/api/v1/personen/zoek", command_id(ZOEKEN + at), &vraag).await?;
    }
    let mut step = PLAN;
    let mut post = async |path: String, body: Value| {
        let answer = ruben.post(&path, command_id(step), &body).await;
        step += 1;
        answer
    };
    let body = json!({ "leden": leden, "waarom": "Zij vroegen om samen een plan te maken." });
    let groep = id_of(&post("/api/v1/groepen".to_owned(), body).await?)?;
    let plan = id_of(&post(format!("/api/v1/groepen/{groep}/plan"), json!({})).await?)?;
    let [ingrid, petra] = leden else { return Err(anyhow::anyhow!("not two")) };
    let doelen =
        SAMEN.iter().map(|tekst| (json!("groep"), *tekst)).chain([(json!({ "lid": ingrid }), ALLEEN)]);
    for (voor, omschrijving) in doelen {
        let body = json!({ "voor": voor, "omschrijving": omschrijving });
        post(format!("/api/v1/plannen/{plan}/doelen"), body).await.context("a goal")?;
    }
    for (wie, omschrijving) in [ingrid, petra].into_iter().zip(TE_DOEN) {
        let body = json!({
            "voor": "groep",
            "omschrijving": omschrijving,
            "eigenaar": { "lid": wie },
            "datum": eind_volgende_maand(),
        });
        post(format!("/api/v1/plannen/{plan}/acties"), body).await.context("an action")?;
    }
    Ok(())
}
