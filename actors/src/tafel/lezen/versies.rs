//! What stands beside a document, and its versions: who took part when something stood there looks back at it, and whoever came later does
//! not, as with every look back (`tijdreis.rs`).

use std::collections::{BTreeMap, BTreeSet};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::document::Document;
use keukentafel::domain::gesprek::{Gesprek, GesprekEvent};
use keukentafel::domain::ids::{DocumentId, MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Zaak, ZaakEvent};
use keukentafel::protocol::view::{KantlijnWat, VersieRij, VersiesWat, Versiesoort};
use keukentafel::store::{Journal, StoredEvent, StreamId, StreamKind, codec};

use crate::document::{Logboek, logboek, staat_toen};
use crate::entity::{Grens, toestand};
use crate::limits::VERSIES_MAX;
use crate::tafel::Tafel;
use crate::weigering::Weigering;

/// When somebody took part: from, and until when, for those who went.
type Deelname = Vec<(Moment, Option<Moment>)>;

impl Tafel {
    /// What stands beside the text of a document. `None` as when it is not there.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn kantlijn(&self, wie: &Wie, id: DocumentId) -> Result<Option<KantlijnWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_document(wie, id);
            self.gekeken(&look, wie, "document.kantlijn", format!("document/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            self.bekijk(&self.actors.kantlijnen, wie, id.0).await
        })
        .await
    }

    /// The versions of a document that `wie` may look back at, newest first. `None` as when it is not there.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn versies(&self, wie: &Wie, id: DocumentId) -> Result<Option<VersiesWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_document(wie, id);
            self.gekeken(&look, wie, "document.versies", format!("document/{id}"), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let benoemd = self.benoemde(wie, id).await?;
            let vast = self.vastgelegd(wie, id).await?;
            let vraag = benoemd.keys().chain(&vast).copied().collect();
            let log = logboek(&self.deps.journal, wie.gemeente, id, &vraag).await?;
            let deelname = self.deelname(wie, id).await?;
            let namen = &self.deps.namen;
            let door = |wie: &BTreeSet<MedewerkerId>| wie.iter().map(|who| namen.door(*who)).collect();
            let mut items: Vec<_> = rijen(log, &benoemd, &vast)
                .into_iter()
                .filter(|rij| deelname_op(&deelname, rij.op))
                .map(|Rij { seq, op, wie, soort, naam }| {
                    let naam = naam.map(|naam| naam.lees(&recht).clone());
                    VersieRij { seq, op, door: door(&wie), soort, naam }
                })
                .collect();
            items.reverse();
            let meer = items.len() > VERSIES_MAX;
            items.truncate(VERSIES_MAX);
            Ok(Some(VersiesWat { items, meer }))
        })
        .await
    }

    /// A version of a document, as one Yjs update. `None` as when it is not there, also when it is beyond what is played again.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn versie(&self, wie: &Wie, id: DocumentId, seq: u64) -> Result<Option<Vec<u8>>, Weigering> {
        self.in_zicht(async |look| {
            let has = self.deps.rechten.op_document(wie, id);
            let seen = has >= Toegang::Wat && self.zag_versie(wie, id, seq).await?;
            let toegang = if seen { has } else { Toegang::Niets };
            self.gekeken(&look, wie, "document.versie", format!("document/{id}"), toegang).await?;
            if !seen {
                return Ok(None);
            }
            staat_toen(&self.deps.journal, wie.gemeente, id, seq).await
        })
        .await
    }

    /// Whether there is such a row and `wie` took part when it was written.
    pub(in crate::tafel) async fn zag_versie(
        &self,
        wie: &Wie,
        id: DocumentId,
        seq: u64,
    ) -> Result<bool, Weigering> {
        let Some(before) = seq.checked_sub(1) else { return Ok(false) };
        let rows = self.deps.journal.document_rows(wie.gemeente, id, before, 1).await?;
        let Some(row) = rows.first() else { return Ok(false) };
        Ok(deelname_op(&self.deelname(wie, id).await?, row.at))
    }

    /// The names of versions.
    async fn benoemde(&self, wie: &Wie, id: DocumentId) -> Result<BTreeMap<u64, Wat>, Weigering> {
        let stream = StreamId { kind: StreamKind::Document, id: id.0 };
        let events = self.deps.journal.load(wie.gemeente, stream, 0).await?;
        let now = self.deps.clock.now();
        let document = toestand::<Document>(&events, Grens { op: now, bekend_op: now })?;
        let named = document.kantlijn().into_iter().flat_map(|kantlijn| &kantlijn.versies);
        Ok(named.map(|versie| (versie.seq, versie.naam.clone())).collect())
    }

    /// The rows at which it was laid down for a besluit. Of the besluit itself nothing is told.
    async fn vastgelegd(&self, wie: &Wie, id: DocumentId) -> Result<BTreeSet<u64>, Weigering> {
        let zaken: Vec<ZaakId> = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let gesprek = all.and_then(|all| all.gesprek(all.document(id)?.gesprek()?));
            gesprek.map(|gesprek| gesprek.zaken().to_vec()).unwrap_or_default()
        };
        let mut found = BTreeSet::new();
        for zaak in zaken {
            let stream = StreamId { kind: StreamKind::Zaak, id: zaak.0 };
            for event in self.deps.journal.load(wie.gemeente, stream, 0).await? {
                found.extend(legt_vast(&event, id)?);
            }
        }
        Ok(found)
    }

    async fn deelname(&self, wie: &Wie, id: DocumentId) -> Result<Deelname, Weigering> {
        let gesprek = {
            let all = self.overzicht.lees();
            all.gemeente(wie.gemeente).and_then(|all| all.document(id)?.gesprek())
        };
        let Some(gesprek) = gesprek else { return Ok(Vec::new()) };
        let stream = StreamId { kind: StreamKind::Gesprek, id: gesprek.0 };
        deelname_van(&self.deps.journal.load(wie.gemeente, stream, 0).await?, wie.id)
    }
}

/// The row at which an event of a zaak lays this document down.
fn legt_vast(event: &StoredEvent, document: DocumentId) -> Result<Option<u64>, Weigering> {
    let offered = match codec::decode::<Zaak>(event)? {
        Some(ZaakEvent::BesluitVoorgesteld(offered) | ZaakEvent::VoorstelGewijzigd(offered)) => offered,
        Some(_) | None => return Ok(None),
    };
    Ok(offered.inhoud.verslag.filter(|verslag| verslag.document == document).map(|verslag| verslag.seq))
}

/// When `who` took part, by the events of the talk. Who stands in for somebody took no part then.
fn deelname_van(events: &[StoredEvent], who: MedewerkerId) -> Result<Deelname, Weigering> {
    let mut found = Deelname::new();
    for event in events {
        let at = event.header.at;
        match codec::decode::<Gesprek>(event)? {
            Some(GesprekEvent::GesprekGeopend { deelnemers, .. }) if deelnemers.contains(&who) => {
                // Who was there from the start: nothing stood there before.
                found.push((Moment::from_micros(i64::MIN), None));
            }
            Some(GesprekEvent::DeelnemerToegevoegd { deelnemer }) if deelnemer == who => {
                found.push((at, None));
            }
            Some(GesprekEvent::DeelnemerVerwijderd { deelnemer }) if deelnemer == who => {
                if let Some(last) = found.last_mut() {
                    last.1.get_or_insert(at);
                }
            }
            Some(
                GesprekEvent::GesprekGeopend { .. }
                | GesprekEvent::DeelnemerToegevoegd { .. }
                | GesprekEvent::DeelnemerVerwijderd { .. }
                | GesprekEvent::GesprekGepland { .. }
                | GesprekEvent::GesprekVerplaatst { .. }
                | GesprekEvent::GesprekAfgezegd { .. },
            )
            | None => {}
        }
    }
    Ok(found)
}

fn deelname_op(deelname: &Deelname, op: Moment) -> bool {
    deelname.iter().any(|(van, tot)| *van <= op && tot.is_none_or(|tot| op < tot))
}

/// A version, before people have names.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Rij {
    seq: u64,
    op: Moment,
    wie: BTreeSet<MedewerkerId>,
    soort: Versiesoort,
    naam: Option<Wat>,
}

/// One line per row of the log that ends a round, has a name or was laid down; oldest first.
fn rijen(log: Logboek, benoemd: &BTreeMap<u64, Wat>, vast: &BTreeSet<u64>) -> Vec<Rij> {
    let rondes = log.rondes.into_iter().map(|ronde| (ronde.seq, (ronde.tot, ronde.door)));
    // A row that was asked for knows better who wrote since the one before it.
    let all: BTreeMap<_, _> = rondes.chain(log.gevraagd).collect();
    let rij = |(seq, (op, wie))| {
        let naam = benoemd.get(&seq).cloned();
        let soort = match (vast.contains(&seq), &naam) {
            (true, _) => Versiesoort::Vastgelegd,
            (false, Some(_)) => Versiesoort::Benoemd,
            (false, None) => Versiesoort::Geschreven,
        };
        Rij { seq, op, wie, soort, naam }
    };
    all.into_iter().map(rij).collect()
}
