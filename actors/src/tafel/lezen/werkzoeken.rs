//! Searching in one's own work: the search and each hit are in the trail before anything of it is shown.

use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::{WERK_TREFFERS_MAX, WERK_ZOEK_CHARS_MAX};
use keukentafel::protocol::body::Werkzoekvraag;
use keukentafel::protocol::view::Werkzoekantwoord;

use crate::overzicht::{Gemeenteoverzicht, Vondsten, Zicht, Zoektekst};
use crate::tafel::Tafel;
use crate::tafel::invoer::Velden;
use crate::weigering::Weigering;

impl Tafel {
    /// Zaken that `wie` may know of and persons for whom they work. Not as [`Tafel::personen_zoek`]: whoever is shown here is there for
    /// `wie` by their work, and no longer than that.
    ///
    /// # Errors
    /// When the question is not one, the role has no work to search in, or the trail cannot be reached.
    pub async fn werk_zoek(&self, wie: &Wie, vraag: &Werkzoekvraag) -> Result<Werkzoekantwoord, Weigering> {
        self.met_zicht().await?;
        let tekst = match zoektekst(wie, vraag) {
            Ok(tekst) => tekst,
            Err(weigering) => {
                let row = self.regel(wie, "werk.zoeken", "werk".to_owned(), Some(weigering.code()));
                self.audit(wie.gemeente, vec![row]).await?;
                return Err(weigering);
            }
        };
        self.in_zicht(async |_| {
            let found = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map(|all| self.vondsten(all, wie, &tekst)).unwrap_or_default()
            };
            let asked = self.regel(wie, "werk.zoeken", "werk".to_owned(), None);
            let zaken = found.zaken.iter().map(|rij| format!("zaak/{}", rij.id));
            let personen = found.personen.iter().map(|hit| format!("persoon/{}", hit.persoon.id));
            let hits = zaken.chain(personen);
            let shown = hits.flat_map(|object| self.deps.regels(wie, "werk.gevonden", object, None));
            let rows = std::iter::once(asked).chain(shown).collect();
            self.audit(wie.gemeente, rows).await?;
            Ok(found)
        })
        .await
    }

    fn vondsten(&self, all: &Gemeenteoverzicht, wie: &Wie, tekst: &Zoektekst) -> Werkzoekantwoord {
        let Vondsten { eerste, meer: meer_zaken } = all.vind_zaken(wie, tekst, WERK_TREFFERS_MAX);
        let mens = all.mens(wie);
        let rij = |(id, toegang)| {
            let regel = all.zaak(id)?;
            let zaak = regel.lopend()?;
            regel.rij(id, Zicht::van(wie, &mens, zaak, toegang), all.persoon(zaak.persoon), &*self.deps.namen)
        };
        let zaken = eerste.into_iter().filter_map(rij).collect();
        let Vondsten { eerste, meer: meer_personen } = all.vind_personen(wie, tekst, WERK_TREFFERS_MAX);
        Werkzoekantwoord { zaken, meer_zaken, personen: eerste, meer_personen }
    }
}

fn zoektekst(wie: &Wie, vraag: &Werkzoekvraag) -> Result<Zoektekst, Weigering> {
    if !mag(wie.rol, Handeling::WerkDoorzoeken) {
        return Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    }
    let mut velden = Velden::default();
    let tekst: String = velden.line("tekst", &vraag.tekst, WERK_ZOEK_CHARS_MAX);
    Ok(Zoektekst::new(&velden.klaar(tekst)?))
}
