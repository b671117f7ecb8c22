//! Enters the demonstration's data through the interface, once.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use serde_json::{Value, json};

use super::data::{ELDERS, GESPREK_OVER, HUISHOUDENS, INWONERS, Inwoner, PLAATS, ZAKEN, Zaak};
use super::loopback::Client;
use super::personas::{GEMEENTE, command_id, persona};
use crate::app::App;

// Command ids per kind of step. A start that was cut off goes on where it was: what was done before is not done again.
const PERSOON: u8 = 1;
const MELDING: u8 = 50;
const TOEWIJZING: u8 = 100;
const GESPREK: u8 = 150;
const HUISHOUDEN: u8 = 160;
const VERBLIJF: u8 = 170;
const GEZAG: u8 = 171;

/// Fills an empty database, and finds out which persons the residents are.
pub(crate) async fn fill(app: &Arc<App>, address: SocketAddr, wanted: bool) -> anyhow::Result<()> {
    let complete = INWONERS.last().is_some_and(|last| persoon(app, last).is_some());
    let empty = app.tafel.overzicht().lees().gemeente(GEMEENTE).is_none();
    let begun = INWONERS.first().is_some_and(|first| persoon(app, first).is_some());
    if wanted && !complete && (empty || begun) {
        enter(address).await?;
    }
    if wanted {
        super::budgetbeheer::fill(app, address).await?;
        super::samen::fill(app, address).await?;
    }
    let Some(demo) = &app.demo else { return Ok(()) };
    for inwoner in INWONERS.iter().chain(&super::samen::PAAR) {
        let who = inwoner.persona.and_then(persona);
        if let (Some(who), Some(persoon)) = (who, persoon(app, inwoner)) {
            demo.is_persoon(who.id(), persoon);
        }
    }
    Ok(())
}

pub(super) fn persoon(app: &App, inwoner: &Inwoner) -> Option<PersoonId> {
    let bsn = Bsn::parse(inwoner.bsn).ok()?;
    app.tafel.overzicht().lees().gemeente(GEMEENTE)?.op_bsn(&bsn)
}

async fn enter(address: SocketAddr) -> anyhow::Result<()> {
    let linda = Client::log_in(address, "linda").await?;
    let verdeler = Client::log_in(address, "werkverdeler").await?;
    let kevin = Client::log_in(address, "kevin").await?;
    let mut personen = Vec::new();
    let (last, first) = INWONERS.split_last().context("no persons")?;
    for (at, inwoner) in (0..).zip(first) {
        personen.push(registreer(&linda, PERSOON + at, inwoner).await?);
    }
    let mut zaken = Vec::new();
    for (at, zaak) in (0..).zip(ZAKEN) {
        let persoon = personen.get(zaak.inwoner).context("a zaak of nobody")?;
        let id = melding(&linda, MELDING + at, zaak, persoon).await?;
        if !zaak.behandelaars.is_empty() {
            toewijzen(&verdeler, TOEWIJZING + at, &id, zaak.behandelaars).await?;
        }
        zaken.push(id);
    }
    let over: Vec<_> = GESPREK_OVER.iter().filter_map(|at| zaken.get(*at)).collect();
    let eerste = over.first().context("a talk about nothing")?;
    let body = json!({ "soort": "gespreksverslag", "zaken": over });
    kevin.post(&format!("/api/v1/zaken/{eerste}/documenten"), command_id(GESPREK), &body).await?;
    super::wijkteam::enter(address, &personen).await?;
    samen(&linda, &kevin, &personen).await?;
    registreer(&linda, PERSOON + 40, last).await?;
    for client in [linda, verdeler, kevin] {
        client.log_out().await?;
    }
    Ok(())
}

pub(super) async fn registreer(linda: &Client, step: u8, inwoner: &Inwoner) -> anyhow::Result<String> {
    let (straat, huisnummer, postcode) = inwoner.adres;
    let body = json!({
        "bsn": inwoner.bsn,
        "voornamen": inwoner.voornamen,
        "voorvoegsel": inwoner.voorvoegsel,
        "achternaam": inwoner.achternaam,
        "geboortedatum": inwoner.geboortedatum,
        "telefoon": inwoner.telefoon,
        "adres": { "straat": straat, "huisnummer": huisnummer, "postcode": postcode, "plaats": PLAATS },
    });
    id_of(&linda.post("/api/v1/personen", command_id(step), &body).await?)
}

pub(super) async fn melding(linda: &Client, step: u8, zaak: &Zaak, persoon: &str) -> anyhow::Result<String> {
    let body = json!({
        "persoon": persoon,
        "zaaktype": zaak.zaaktype,
        "onderwerp": zaak.onderwerp,
        "toelichting": zaak.toelichting,
        "kanaal": zaak.kanaal,
        "urgentie": zaak.urgentie,
    });
    id_of(&linda.post("/api/v1/meldingen", command_id(step), &body).await?)
}

/// Who live together, who lives there though the BRP does not know, and who decides for a minor by a court.
async fn samen(linda: &Client, kevin: &Client, personen: &[String]) -> anyhow::Result<()> {
    let persoon = |at: usize| personen.get(at).context("a member of nobody");
    let mut thuis = Vec::new();
    for (step, leden) in (HUISHOUDEN..).zip(HUISHOUDENS) {
        let leden: anyhow::Result<Vec<_>> =
            leden.iter().map(|at| Ok(json!({ "persoon": persoon(*at)?, "bron": "brp" }))).collect();
        let body = json!({ "leden": leden? });
        thuis.push(id_of(&linda.post("/api/v1/huishoudens", command_id(step), &body).await?)?);
    }
    let (wie, daar) = (persoon(ELDERS.inwoner)?, thuis.get(ELDERS.huishouden).context("no such home")?);
    let body = json!({
        "persoon": wie,
        "vanaf": ELDERS.vanaf,
        "toelichting": ELDERS.toelichting,
        "bron": "rechterlijke_uitspraak",
    });
    linda.post(&format!("/api/v1/huishoudens/{daar}/verblijf"), command_id(VERBLIJF), &body).await?;
    let body = json!({
        "houder": { "soort": "persoon", "persoon": persoon(ELDERS.voogd)? },
        "grond": "voogdij",
        "uitspraak": {
            "gerecht": ELDERS.gerecht,
            "uitspraak_op": ELDERS.uitspraak_op,
            "kenmerk": ELDERS.kenmerk,
        },
        "vanaf": ELDERS.vanaf,
    });
    kevin.post(&format!("/api/v1/personen/{wie}/gezag"), command_id(GEZAG), &body).await.map(drop)
}

pub(super) async fn toewijzen(verdeler: &Client, step: u8, zaak: &str, wie: &[&str]) -> anyhow::Result<()> {
    let behandelaars: Vec<_> = wie.iter().filter_map(|woord| persona(woord)).map(|who| who.id()).collect();
    let body = json!({ "behandelaars": behandelaars });
    verdeler.post(&format!("/api/v1/zaken/{zaak}/toewijzen"), command_id(step), &body).await.map(drop)
}

pub(super) fn id_of(answer: &Value) -> anyhow::Result<String> {
    let id = answer.get("id").and_then(Value::as_str).context("an answer without id")?;
    Ok(id.to_owned())
}
