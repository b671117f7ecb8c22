//! Commands about a besluit, and the report that it rests on.

use std::collections::BTreeSet;

use keukentafel::domain::besluit::{
    BesluitCommand, Besluitinhoud, Bijdrager, Versiehash, Verslagversie, teksthash,
};
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::concept::Conceptsoort;
use keukentafel::domain::ids::{DocumentId, MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::ZaakCommand;
use keukentafel::protocol::body::NieuwBesluit;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{DocumentStatus, Journal};

use crate::entity::Bijvangst;
use crate::limits::LOG_PAGE_ROWS;
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

/// How often a report is read again that somebody just wrote in: then it is said that somebody was first.
const VERSLAG_TRIES: usize = 4;

/// A report and who wrote in it, as it stands.
type Verslag = (Verslagversie, Vec<Bijdrager>);

impl Tafel {
    pub(super) async fn stel_besluit_voor(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        typed: &NieuwBesluit,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.bied_versie_aan(wie, naam, zaak, typed, None, kop).await
    }

    pub(super) async fn wijzig_voorstel(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        hash: &str,
        typed: &NieuwBesluit,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let hash = self.gekeurd(wie, naam, kop, invoer::versiehash(hash)).await?;
        self.bied_versie_aan(wie, naam, zaak, typed, Some(hash), kop).await
    }

    /// Offers a version: a first one, or one in the place of `van`. What it rests on is fixed as it stands at that moment, or not at all.
    async fn bied_versie_aan(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        typed: &NieuwBesluit,
        van: Option<Versiehash>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let inhoud = self.gekeurd(wie, naam, kop, invoer::besluit(typed)).await?;
        let mut last = Err(Weigering::Bezig);
        for _ in 0..VERSLAG_TRIES {
            let found = match typed.verslag {
                Some(document) => Some(self.verslag(wie, zaak, document).await),
                None => None,
            };
            let verslag = self.gekeurd(wie, naam, kop, found.transpose()).await?;
            let rests = verslag.is_some();
            let command = aanbod(van, inhoud.clone(), verslag);
            let concepten = self.ingeleverd(wie, (Conceptsoort::Besluit, Some(zaak.0)), typed.concept);
            let bijvangst = Bijvangst { concepten, ..Bijvangst::default() };
            let command = ZaakCommand::Besluit(command);
            last = self.vraag_zaak_met(wie, naam, zaak, command, bijvangst, kop).await;
            let wrote_meanwhile = rests && kop.if_v.is_none();
            if !(wrote_meanwhile && matches!(last, Err(Weigering::Conflict { .. }))) {
                break;
            }
        }
        last
    }

    pub(super) async fn accordeer(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        hash: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let hash = self.gekeurd(wie, naam, kop, invoer::versiehash(hash)).await?;
        self.op_besluit(wie, naam, zaak, BesluitCommand::Accordeer { hash }, kop).await
    }

    pub(super) async fn wijs_voorstel_af(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        (hash, reden): (&str, &str),
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let hash = self.gekeurd(wie, naam, kop, invoer::versiehash(hash)).await?;
        let reden = self.gekeurd(wie, naam, kop, invoer::afwijsreden(reden)).await?;
        self.op_besluit(wie, naam, zaak, BesluitCommand::WijsAf { hash, reden }, kop).await
    }

    pub(super) async fn trek_voorstel_in(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        hash: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let hash = self.gekeurd(wie, naam, kop, invoer::versiehash(hash)).await?;
        self.op_besluit(wie, naam, zaak, BesluitCommand::TrekIn { hash }, kop).await
    }

    pub(super) async fn neem_besluit(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        hash: &str,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let hash = self.gekeurd(wie, naam, kop, invoer::versiehash(hash)).await?;
        self.op_besluit(wie, naam, zaak, BesluitCommand::Neem { hash }, kop).await
    }

    async fn op_besluit(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        command: BesluitCommand,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let command = ZaakCommand::Besluit(command);
        self.vraag_zaak(wie, naam, zaak, command, kop).await
    }

    /// The report as it stands and who wrote in it: it must be about this zaak, and the asker must take part in it.
    async fn verslag(&self, wie: &Wie, zaak: ZaakId, document: DocumentId) -> Result<Verslag, Weigering> {
        let veld = |code| Weigering::Velden(vec![("verslag", code)]);
        let mine = self.deps.rechten.op_document(wie, document) >= Toegang::Wat;
        if !mine || !self.is_over(wie, zaak, document) {
            return Err(veld("besluit.verslag_onbekend"));
        }
        let stands = self.actors.documents.versie(wie.gemeente, document).await?;
        if stands.voorstellen {
            // What is proposed in it is neither its text nor not its text.
            return Err(veld("besluit.verslag_voorstellen"));
        }
        let vast = stands.status == DocumentStatus::Getekend;
        let elsewhere =
            stands.status == DocumentStatus::Bevroren && self.verslag_nu(wie, zaak) != Some(document);
        if elsewhere {
            return Err(veld("besluit.verslag_bezet"));
        }
        let hash = teksthash(&stands.tekst);
        let auteurs = self.schrijvers(wie, document, stands.seq).await?;
        let persoon = |id| self.boek.medewerker(id).and_then(|who| who.persoon);
        let auteur = |medewerker| Bijdrager { medewerker, persoon: persoon(medewerker) };
        let versie = Verslagversie { document, seq: stands.seq, hash, vast };
        Ok((versie, auteurs.into_iter().map(auteur).collect()))
    }

    fn is_over(&self, wie: &Wie, zaak: ZaakId, document: DocumentId) -> bool {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return false };
        let gesprek = all.document(document).and_then(|regel| regel.gesprek());
        gesprek.and_then(|id| all.gesprek(id)).is_some_and(|gesprek| gesprek.zaken().contains(&zaak))
    }

    /// Everybody who wrote a row of the log up to `seq`: who only took words away contributed too.
    async fn schrijvers(
        &self,
        wie: &Wie,
        document: DocumentId,
        seq: u64,
    ) -> Result<BTreeSet<MedewerkerId>, Weigering> {
        let mut found = BTreeSet::new();
        let mut after = 0;
        while after < seq {
            let page = self.deps.journal.document_rows(wie.gemeente, document, after, LOG_PAGE_ROWS).await?;
            let Some(last) = page.last() else { return Err(Weigering::Onbekend) };
            after = last.seq;
            found.extend(page.iter().filter(|row| row.seq <= seq).filter_map(|row| row.door));
        }
        Ok(found)
    }

    /// The report that the proposal of this zaak rests on now, as far as the read side knows.
    fn verslag_nu(&self, wie: &Wie, zaak: ZaakId) -> Option<DocumentId> {
        let all = self.overzicht.lees();
        let besluit = all.gemeente(wie.gemeente)?.zaak(zaak)?.lopend()?.besluit.as_deref()?;
        besluit.voorstel()?.inhoud.verslag.map(|verslag| verslag.document)
    }
}

fn aanbod(van: Option<Versiehash>, inhoud: Besluitinhoud, verslag: Option<Verslag>) -> BesluitCommand {
    let (verslag, auteurs) = verslag.map_or((None, Vec::new()), |(versie, auteurs)| (Some(versie), auteurs));
    let inhoud = Besluitinhoud { verslag, ..inhoud };
    match van {
        None => BesluitCommand::StelVoor { inhoud, auteurs },
        Some(hash) => BesluitCommand::Wijzig { hash, inhoud, auteurs },
    }
}
