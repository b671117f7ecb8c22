//! The BRP over Haal Centraal BRP Personen Bevragen v2 (`docs/koppelingen/brp.md`).

mod lees;
#[cfg(test)]
mod tests;
mod velden;
mod vraag;
mod wire;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use keukentafel::clock::Clock;
use keukentafel::domain::bsn::Bsn;
use keukentafel::poort::brp::{
    AdresseerbaarObject, Adresvraag, Brp, BrpPersoon, BrpTreffer, BrpZoekvraag, FunctieAdres, Raadpleging,
    Verblijfplaats,
};
use keukentafel::poort::limits::TREFFERS_MAX;
use keukentafel::poort::{Antwoord, Doel, Doelbinding, Onjuist, PoortFout};

use crate::caller::{Caller, CallerConfig, ConfigFout};
use crate::limits::{ANSWER_WAIT, BRP_BODY_BYTES_MAX, BSN_PER_QUESTION_MAX, CALLS_MAX};
use vraag::Vraag;

/// The path under the base address; there is one.
const PATH: &str = "personen";

/// How to reach the BRP.
#[derive(Clone)]
pub struct BrpConfig {
    /// Where it is, such as `https://…/haalcentraal/api/brp`. `http` only on this machine.
    pub basis_url: String,
    /// The key that goes into `X-API-KEY`.
    pub api_key: String,
    /// Time for one question with its answer.
    pub wacht: Duration,
    /// Questions under way at once.
    pub tegelijk: usize,
}

impl BrpConfig {
    /// With the usual bounds: five seconds, eight questions at once.
    #[must_use]
    pub fn new(basis_url: impl Into<String>, api_key: impl Into<String>) -> Self {
        Self { basis_url: basis_url.into(), api_key: api_key.into(), wacht: ANSWER_WAIT, tegelijk: CALLS_MAX }
    }
}

impl fmt::Debug for BrpConfig {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BrpConfig({}, ***, {:?}, {})", self.basis_url, self.wacht, self.tegelijk)
    }
}

/// The BRP's adapter.
pub struct BrpHaalCentraal {
    caller: Caller,
    clock: Arc<dyn Clock>,
}

impl fmt::Debug for BrpHaalCentraal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BrpHaalCentraal")
    }
}

impl BrpHaalCentraal {
    /// Builds the adapter; nothing is asked yet.
    ///
    /// # Errors
    /// [`ConfigFout`] when the address or the key cannot be right, or TLS does not come up.
    pub fn new(config: BrpConfig, clock: Arc<dyn Clock>) -> Result<Self, ConfigFout> {
        let caller = CallerConfig {
            system: "brp",
            basis_url: config.basis_url,
            key: ("X-API-KEY", config.api_key),
            wait: config.wacht,
            at_once: config.tegelijk,
            body_bytes_max: BRP_BODY_BYTES_MAX,
        };
        Ok(Self { caller: Caller::new(caller, Arc::clone(&clock))?, clock })
    }

    async fn een(&self, bsn: &Bsn, doel: Doel) -> Result<Option<BrpPersoon>, PoortFout> {
        let velden = velden::persoon(doel);
        let mut personen = self.personen(std::slice::from_ref(bsn), velden, doel).await?;
        let persoon = personen.pop();
        if personen.iter().any(|other| Some(other) != persoon.as_ref()) {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::Dubbel));
        }
        Ok(persoon)
    }

    /// Looks up at most [`BSN_PER_QUESTION_MAX`] persons. Who is not known is not in the answer; nobody else is.
    async fn personen(
        &self,
        bsns: &[Bsn],
        velden: &'static [&'static str],
        doel: Doel,
    ) -> Result<Vec<BrpPersoon>, PoortFout> {
        let reply = self.caller.post(PATH, &Vraag::raadpleeg(bsns, velden)).await?;
        let raadpleging = Raadpleging { op: self.clock.now(), doel, velden };
        let personen = lees::personen(&reply.read()?, &raadpleging).map_err(PoortFout::OnjuistAntwoord)?;
        if personen.iter().any(|persoon| !bsns.contains(&persoon.bsn)) {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::NietGevraagd));
        }
        Ok(personen)
    }

    async fn op_naam(&self, vraag: &BrpZoekvraag) -> Result<Vec<BrpTreffer>, PoortFout> {
        let exact = Vraag::zoek(vraag).ok_or_else(ongeldig)?;
        let found = self.treffers(&exact, vraag, false).await?;
        if !found.is_empty() {
            return Ok(found);
        }
        match Vraag::zoek_ruimer(vraag) {
            Some(wider) => self.treffers(&wider, vraag, true).await,
            None => Ok(found),
        }
    }

    async fn treffers(
        &self,
        question: &Vraag<'_>,
        vraag: &BrpZoekvraag,
        op_klank: bool,
    ) -> Result<Vec<BrpTreffer>, PoortFout> {
        let reply = self.caller.post(PATH, question).await?;
        let treffers =
            lees::treffers(&reply.read()?, question.kind(), op_klank).map_err(PoortFout::OnjuistAntwoord)?;
        let other = |treffer: &BrpTreffer| {
            treffer.geboorte.and_then(keukentafel::poort::brp::BrpDatum::volledig)
                != Some(vraag.geboortedatum)
        };
        if treffers.iter().any(other) {
            return Err(PoortFout::OnjuistAntwoord(Onjuist::NietGevraagd));
        }
        Ok(treffers)
    }

    /// Two steps: the search by address says who, and not whether they live there; looking them up does.
    async fn bewoners(&self, adres: &Adresvraag, doel: Doel) -> Result<Vec<BrpTreffer>, PoortFout> {
        let question = Vraag::op_adres(adres).ok_or_else(ongeldig)?;
        let reply = self.caller.post(PATH, &question).await?;
        let bsns = lees::bsns(&reply.read()?, question.kind()).map_err(PoortFout::OnjuistAntwoord)?;
        if bsns.len() > TREFFERS_MAX {
            return Err(PoortFout::Geweigerd { code: "te_veel_treffers".to_owned() });
        }
        let mut bewoners = Vec::with_capacity(bsns.len());
        for some in bsns.chunks(BSN_PER_QUESTION_MAX) {
            let reply = self.caller.post(PATH, &Vraag::raadpleeg(some, velden::BEWONER)).await?;
            let raadpleging = Raadpleging { op: self.clock.now(), doel, velden: velden::BEWONER };
            let found = lees::bewoners(&reply.read()?, &raadpleging).map_err(PoortFout::OnjuistAntwoord)?;
            // The search said that all of them are registered here: who is not has no place in either answer.
            let here = |(persoon, _): &(BrpPersoon, BrpTreffer)| is_ingeschreven(persoon, adres);
            if found.len() != some.len() || !found.iter().all(|pair| some.contains(&pair.0.bsn) && here(pair))
            {
                return Err(PoortFout::OnjuistAntwoord(Onjuist::NietGevraagd));
            }
            bewoners.extend(
                found.into_iter().filter(|(persoon, _)| woont_er(persoon)).map(|(_, treffer)| treffer),
            );
        }
        Ok(bewoners)
    }

    fn log<T>(
        &self,
        what: &'static str,
        doelbinding: Doelbinding,
        outcome: &Result<T, PoortFout>,
        found: usize,
    ) {
        let Doelbinding { doel, zaak, medewerker, verzoek } = doelbinding;
        let zaak = zaak.map(|zaak| zaak.to_string()).unwrap_or_default();
        let fout = outcome.as_ref().err().map(ToString::to_string).unwrap_or_default();
        tracing::info!(
            system = "brp", what, doel = doel.code(), %zaak, %medewerker, %verzoek, found, fout, at = %self.clock.now(),
            "an outside register was asked"
        );
    }
}

/// Whether this person is registered at the address that was asked.
fn is_ingeschreven(persoon: &BrpPersoon, adres: &Adresvraag) -> bool {
    let Some(Verblijfplaats::Adres(eigen)) = &persoon.verblijfplaats else { return false };
    match adres {
        Adresvraag::Object(object) => {
            eigen.object.as_ref().map(AdresseerbaarObject::cijfers) == Some(object.cijfers())
        }
        // Letter and addition are the BRP's to compare; it found this person with them.
        Adresvraag::Postcode { huisnummer, .. } => eigen.huisnummer == Some(*huisnummer),
    }
}

/// Whether who is registered somewhere lives there.
fn woont_er(persoon: &BrpPersoon) -> bool {
    match &persoon.verblijfplaats {
        Some(Verblijfplaats::Adres(eigen)) => {
            eigen.functie != Some(FunctieAdres::Briefadres) && !eigen.verblijft_hier_niet
        }
        Some(Verblijfplaats::Locatie | Verblijfplaats::Buitenland | Verblijfplaats::Onbekend) | None => false,
    }
}

/// The question breaks the BRP's own rules and was not asked.
fn ongeldig() -> PoortFout {
    PoortFout::Geweigerd { code: "zoekvraag_ongeldig".to_owned() }
}

impl Brp for BrpHaalCentraal {
    fn raadpleeg<'a>(&'a self, bsn: &'a Bsn, doelbinding: Doelbinding) -> Antwoord<'a, Option<BrpPersoon>> {
        Box::pin(async move {
            let outcome = self.een(bsn, doelbinding.doel).await;
            let found = outcome.as_ref().map_or(0, |persoon| usize::from(persoon.is_some()));
            self.log("raadpleeg", doelbinding, &outcome, found);
            outcome
        })
    }

    fn zoek<'a>(
        &'a self,
        vraag: &'a BrpZoekvraag,
        doelbinding: Doelbinding,
    ) -> Antwoord<'a, Vec<BrpTreffer>> {
        Box::pin(async move {
            let outcome = self.op_naam(vraag).await;
            self.log("zoek", doelbinding, &outcome, outcome.as_ref().map_or(0, Vec::len));
            outcome
        })
    }

    fn op_adres<'a>(
        &'a self,
        adres: &'a Adresvraag,
        doelbinding: Doelbinding,
    ) -> Antwoord<'a, Vec<BrpTreffer>> {
        Box::pin(async move {
            let outcome = self.bewoners(adres, doelbinding.doel).await;
            self.log("op_adres", doelbinding, &outcome, outcome.as_ref().map_or(0, Vec::len));
            outcome
        })
    }
}
