//! Huub is in budgetbeheer: a zaak for it, and the rekening that the simulated Allegro keeps for him.

use std::net::SocketAddr;
use std::sync::Arc;

use keukentafel::domain::beheerrekening::KlantId;
use serde_json::json;

use super::data::{INWONERS, Zaak};
use super::fill::{id_of, melding, persoon, toewijzen};
use super::loopback::Client;
use super::personas::command_id;
use crate::app::App;

// Command ids of these steps, after those of `fill`.
const MELDING: u8 = 200;
const TOEWIJZING: u8 = 201;
const REKENING: u8 = 202;

/// Under which number the simulated Allegro knows Huub.
const KLANT: &str = "KT-000068";

const ZAAK: Zaak = Zaak {
    inwoner: 5,
    zaaktype: "AANVRAAG-BIJZONDERE-BIJSTAND",
    onderwerp: "Kosten van budgetbeheer",
    toelichting: "Meneer is in budgetbeheer. Hij vraagt bijzondere bijstand voor de kosten daarvan.",
    kanaal: "balie",
    urgentie: "gewoon",
    behandelaars: &["medewerker-budgetbeheer"],
};

/// Opens Huub's rekening, once. What was done before is not done again.
pub(super) async fn fill(app: &Arc<App>, address: SocketAddr) -> anyhow::Result<()> {
    let huub = INWONERS.get(ZAAK.inwoner).and_then(|huub| persoon(app, huub));
    let (Some(huub), Some(klant)) = (huub, KlantId::parse(KLANT)) else { return Ok(()) };
    if !app.tafel.overzicht().lees().rekeningen_van_klant(&klant).is_empty() {
        return Ok(());
    }
    let linda = Client::log_in(address, "linda").await?;
    let verdeler = Client::log_in(address, "werkverdeler").await?;
    let budgetbeheer = Client::log_in(address, "medewerker-budgetbeheer").await?;
    let zaak = melding(&linda, MELDING, &ZAAK, &huub.to_string()).await?;
    toewijzen(&verdeler, TOEWIJZING, &zaak, ZAAK.behandelaars).await?;
    let body = json!({ "persoon": huub, "klant": KLANT, "vorm": "plus" });
    id_of(&budgetbeheer.post("/api/v1/rekeningen", command_id(REKENING), &body).await?)?;
    for client in [linda, verdeler, budgetbeheer] {
        client.log_out().await?;
    }
    Ok(())
}
