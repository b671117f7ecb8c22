//! Looking: every look is in the trail before the first byte of its answer, and what may not be seen is not there.

mod beheerrekening;
mod beleid;
mod beschermd;
mod besluit;
mod brieven;
mod caseload;
mod contact;
mod huishouden;
mod kinderen;
mod meekijken;
mod nazicht;
mod sporen;
mod tijdlijn;
mod tijdreis;
mod toekenning;
mod toestemming;
mod versies;
mod werkzoeken;
mod zoeken;

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{GROND_ROL, Handeling, Toegang, mag};
use keukentafel::domain::ids::{DocumentId, GesprekId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{
    DocumentKort, DocumentWat, GesprekWat, MedewerkerKort, NieuwWat, PersoonWat, ZaakAntwoord, ZaakRij,
    ZaakWat,
};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::Tafel;
use super::zicht::Look;
use crate::directory::Directory;
use crate::document::Stand;
use crate::entity::{Concept, Entity, EntityKey, Msg};
use crate::overzicht::{Gemeenteoverzicht, Over, ZakenFilter, Zicht, afspraak_wat};
use crate::weigering::Weigering;

pub(in crate::tafel) use beschermd::alarmeert;
pub use caseload::MedewerkerZakenPagina;
pub(super) use caseload::toegang_caseload;
pub use sporen::Sporen;
pub use tijdlijn::{TijdlijnPagina, TijdlijnPlek, Tijdlijnvraag};

/// A page of zaken, and the place after it when there are more.
pub type ZakenPagina = (Vec<ZaakRij>, Option<(Date, ZaakId)>);

impl Tafel {
    /// A zaak, as far as `wie` may look.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn zaak(&self, wie: &Wie, id: ZaakId) -> Result<Option<ZaakAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_zaak(wie, id);
            self.gekeken(&look, wie, "zaak.lezen", format!("zaak/{id}"), toegang).await?;
            match toegang {
                Toegang::Niets => Ok(None),
                Toegang::Dat => {
                    let all = self.overzicht.lees();
                    let dat = |all: &Gemeenteoverzicht| {
                        let regel = all.zaak(id)?;
                        let zicht = Zicht::van(wie, &all.mens(wie), regel.lopend()?, toegang);
                        regel.dat(id, zicht, &*self.deps.namen)
                    };
                    Ok(all.gemeente(wie.gemeente).and_then(dat).map(ZaakAntwoord::Dat))
                }
                Toegang::Wat => Ok(self.zaak_wat(wie, id).await?.map(ZaakAntwoord::Wat)),
                Toegang::Schrijven => Ok(self.zaak_wat(wie, id).await?.map(ZaakAntwoord::Schrijven)),
            }
        })
        .await
    }

    async fn zaak_wat(&self, wie: &Wie, id: ZaakId) -> Result<Option<ZaakWat>, Weigering> {
        self.bekijk(&self.actors.zaken, wie, id.0).await
    }

    /// A page of zaken that `wie` may know of. By person only for whom that person is there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn zaken(&self, wie: &Wie, filter: &ZakenFilter) -> Result<ZakenPagina, Weigering> {
        self.in_zicht(async |look| {
            if let Some(persoon) = filter.persoon {
                self.herinner(wie, &[persoon]).await?;
                if !self.weet_wie(wie, persoon) {
                    // As if nothing ran for them: it is not told of whom a zaak is to who may only know that it runs (KING-R4c).
                    self.gekeken(&look, wie, "zaken.lijst", format!("persoon/{persoon}"), Toegang::Niets)
                        .await?;
                    return Ok(ZakenPagina::default());
                }
            }
            let (rows, next) = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).map(|all| self.zaken_pagina(all, wie, filter)).unwrap_or_default()
            };
            let shown = rows.iter().filter_map(|rij| rij.persoon.as_ref()).map(|persoon| persoon.id);
            // Asked by person, it is about them, also where no row names anybody or none runs.
            let mut shown: Vec<_> = shown.chain(filter.persoon).collect();
            shown.sort_unstable();
            shown.dedup();
            self.lijst_gekeken(&look, wie, "zaken.lijst", "zaken", shown).await?;
            Ok((rows, next))
        })
        .await
    }

    /// What is new for `wie` in their werkvoorraad.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn nieuw(&self, wie: &Wie) -> Result<NieuwWat, Weigering> {
        self.in_zicht(async |look| {
            self.gekeken(&look, wie, "nieuw.lezen", "nieuw".to_owned(), Toegang::Wat).await?;
            let all = self.overzicht.lees();
            Ok(all
                .gemeente(wie.gemeente)
                .map(|all| all.nieuw_wat(wie.id, &*self.deps.namen))
                .unwrap_or_default())
        })
        .await
    }

    fn zaken_pagina(&self, all: &Gemeenteoverzicht, wie: &Wie, filter: &ZakenFilter) -> ZakenPagina {
        let (found, next) = all.lijst(wie, filter);
        let mens = all.mens(wie);
        let row = |(id, toegang): (ZaakId, Toegang)| {
            let regel = all.zaak(id)?;
            let zaak = regel.lopend()?;
            let zicht = Zicht::van(wie, &mens, zaak, toegang);
            // Asked by person, each line tells of whom it is.
            let zicht = if filter.persoon.is_some() { zicht.bij_persoon() } else { zicht };
            regel.rij(id, zicht, all.persoon(zaak.persoon), &*self.deps.namen)
        };
        (found.into_iter().filter_map(row).collect(), next)
    }

    /// A person.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn persoon(&self, wie: &Wie, id: PersoonId) -> Result<Option<PersoonWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_persoon(wie, id);
            let ver_genoeg = if toegang >= Toegang::Wat { toegang } else { Toegang::Niets };
            self.gekeken(&look, wie, "persoon.lezen", format!("persoon/{id}"), ver_genoeg).await?;
            if ver_genoeg == Toegang::Niets {
                return Ok(None);
            }
            self.bekijk(&self.actors.personen, wie, id.0).await
        })
        .await
    }

    /// A talk.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn gesprek(&self, wie: &Wie, id: GesprekId) -> Result<Option<GesprekWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_gesprek(wie, id);
            self.gekeken(&look, wie, "gesprek.lezen", format!("gesprek/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            self.bekijk(&self.actors.gesprekken, wie, id.0).await
        })
        .await
    }

    /// The documents of a zaak that `wie` may read: those of talks in which they take part. `None` when the zaak is not there for
    /// them.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn documenten(&self, wie: &Wie, zaak: ZaakId) -> Result<Option<Vec<DocumentKort>>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_zaak(wie, zaak);
            self.gekeken(&look, wie, "documenten.lijst", format!("zaak/{zaak}"), toegang).await?;
            if toegang == Toegang::Niets {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Ok(None) };
            let mine =
                all.gesprekken_van(zaak).filter(|(id, _)| all.toegang_gesprek(wie, *id) >= Toegang::Wat);
            let ids = mine.flat_map(|(_, regel)| regel.documenten().iter().copied());
            Ok(Some(ids.filter_map(|id| self.kort(all, wie, id)).collect()))
        })
        .await
    }

    /// `all` is handed in: taking the read lock twice in one call could wait for ever behind the projector.
    fn kort(&self, all: &Gemeenteoverzicht, wie: &Wie, id: DocumentId) -> Option<DocumentKort> {
        let regel = all.document(id)?;
        let (soort, gesprek) = (regel.soort()?, regel.gesprek()?);
        let talk = all.gesprek(gesprek)?;
        let deelnemers = talk.deelnemers();
        let recht = all.toegang_gesprek(wie, gesprek).leesrecht();
        let afspraak = talk.afspraak().zip(recht).map(|(it, recht)| afspraak_wat(it, &recht));
        Some(DocumentKort {
            id,
            soort,
            titel: soort.naam().to_owned(),
            gesprek,
            deelnemers: deelnemers.iter().map(|who| self.deps.namen.door(*who)).collect(),
            geopend_op: regel.geopend_op(),
            afspraak,
        })
    }

    /// A document, without its text.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn document(&self, wie: &Wie, id: DocumentId) -> Result<Option<DocumentWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_document(wie, id);
            self.gekeken(&look, wie, "document.lezen", format!("document/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let Some((kort, zaken)) = self.document_kort(wie, id) else { return Ok(None) };
            let Stand { status, auteurs } = self.actors.documents.stand(wie.gemeente, id).await?;
            Ok(Some(DocumentWat {
                id,
                soort: kort.soort,
                titel: kort.titel,
                status,
                gesprek: kort.gesprek,
                zaken,
                deelnemers: kort.deelnemers,
                auteurs,
                geopend_op: kort.geopend_op,
            }))
        })
        .await
    }

    fn document_kort(&self, wie: &Wie, id: DocumentId) -> Option<(DocumentKort, Vec<ZaakId>)> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente)?;
        let kort = self.kort(all, wie, id)?;
        let zaken = all.gesprek(kort.gesprek)?.zaken().to_vec();
        Some((kort, zaken))
    }

    /// A document's text as committed: its blocks joined by newlines.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn tekst(&self, wie: &Wie, id: DocumentId) -> Result<Option<String>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_document(wie, id);
            self.gekeken(&look, wie, "document.tekst", format!("document/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let tekst = self.actors.documents.tekst(wie.gemeente, id).await;
            if let Err(Weigering::Geweigerd { code }) = &tekst {
                // The look is in the trail as one that was allowed; that nothing was shown belongs there too.
                let rows = self.deps.regels(wie, "document.tekst", format!("document/{id}"), Some(code));
                self.audit(wie.gemeente, rows).await?;
            }
            tekst.map(Some)
        })
        .await
    }

    /// Whom one may assign a zaak to, for who chooses among them.
    ///
    /// # Errors
    /// Who chooses nobody is not shown who works here.
    pub async fn medewerkers(&self, wie: &Wie) -> Result<Vec<MedewerkerKort>, Weigering> {
        self.met_zicht().await?;
        if mag(wie.rol, Handeling::CollegasKiezen) {
            return Ok(self.boek.toe_te_wijzen(wie.gemeente));
        }
        let code = "niet_bevoegd";
        let row = self.regel(wie, "medewerkers.lijst", "medewerkers".to_owned(), Some(code));
        self.audit(wie.gemeente, vec![row]).await?;
        Err(Weigering::Geweigerd { code })
    }

    /// One look at a list, before anything of it is shown: with everybody whose data stand in it.
    pub(super) async fn lijst_gekeken(
        &self,
        look: &Look,
        wie: &Wie,
        handeling: &str,
        object: &str,
        shown: Vec<PersoonId>,
    ) -> Result<(), Weigering> {
        look.lijst(&self.overzicht, wie, (handeling, object), &shown);
        let row = self.deps.regel(wie, handeling, object.to_owned(), None);
        let over = Over { personen: shown, grond: Some(GROND_ROL), doel: None };
        self.audit(wie.gemeente, over.in_sessie_van(wie).in_regel(row)).await
    }

    /// One line of the trail for one look, before anything of it is shown.
    pub(super) async fn gekeken(
        &self,
        look: &Look,
        wie: &Wie,
        handeling: &str,
        object: String,
        toegang: Toegang,
    ) -> Result<(), Weigering> {
        self.gekeken_naar(look, wie, handeling, object, toegang).await.map(drop)
    }

    /// The same; whom the trail names for it.
    pub(in crate::tafel) async fn gekeken_naar(
        &self,
        look: &Look,
        wie: &Wie,
        handeling: &str,
        object: String,
        toegang: Toegang,
    ) -> Result<BTreeSet<PersoonId>, Weigering> {
        let code = (toegang == Toegang::Niets).then_some("niet_gevonden");
        if code.is_none() {
            look.naar(&self.overzicht, wie, handeling, &object);
        }
        let rows = self.deps.regels(wie, handeling, object, code);
        let named = rows.iter().flat_map(|row| row.betrokkenen.iter().copied()).collect();
        self.audit(wie.gemeente, rows).await?;
        Ok(named)
    }

    pub(super) async fn bekijk<C: Concept, T: serde::de::DeserializeOwned>(
        &self,
        directory: &Directory<Entity<C>>,
        wie: &Wie,
        id: Uuid,
    ) -> Result<Option<T>, Weigering> {
        let key = EntityKey { gemeente: wie.gemeente, id };
        let seen: Option<(u64, Box<RawValue>)> = directory.ask(key, &(), Msg::Bekijk).await?;
        match seen {
            None => Ok(None),
            Some((_, view)) => serde_json::from_str(view.get()).map(Some).map_err(|_| Weigering::Onbekend),
        }
    }
}
