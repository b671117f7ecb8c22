//! A zaak as it was, and as it was known, at a moment (N-7): the zaak, the reports, and who could look into it.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{
    Tijdreisdoel, Toegang, Verband, op_gesprek, op_tijdreis, op_zaak, ziet_alle_verbanden,
};
use keukentafel::domain::gesprek::Gesprek;
use keukentafel::domain::ids::{DocumentId, GesprekId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::Zaak;
use keukentafel::protocol::view::{
    Beleidsversie, BesluitStap, DocumentToen, TaakStap, TijdreisWat, Verschil, ZaakWat, Zicht,
};
use keukentafel::store::{Journal, StoredEvent, StreamId, StreamKind};
use uuid::Uuid;

use crate::document::tekst_toen;
use crate::entity::{Grens, Toen, herspeel, stappen, toestand};
use crate::limits::{
    TIJDREIS_DOCUMENTEN_MAX, TIJDREIS_EVENTS_MAX, TIJDREIS_STAPPEN_MAX, TIJDREIS_STROMEN_MAX,
    TIJDREIS_ZICHT_MAX,
};
use crate::overzicht::Gemeenteoverzicht;
use crate::tafel::Tafel;
use crate::tafel::zicht::Look;
use crate::weigering::Weigering;

/// Events of the streams around a zaak, and whether there are more than were read.
type Omgeving = (Vec<(StreamId, StoredEvent)>, bool);

impl Tafel {
    /// A zaak at a moment, for who may look back at it. `None` as when it is not there.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached, or the history is beyond what is played again.
    pub async fn tijdreis(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        (op, bekend_op): (Option<Moment>, Option<Moment>),
        doel: Tijdreisdoel,
    ) -> Result<Option<TijdreisWat>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = op_tijdreis(wie, self.deps.rechten.op_zaak(wie, zaak));
            self.gekeken(&look, wie, doel.handeling(), format!("zaak/{zaak}"), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let now = self.deps.clock.now();
            let grens =
                Grens { op: op.unwrap_or(now).min(now), bekend_op: bekend_op.unwrap_or(now).min(now) };
            let stream = StreamId { kind: StreamKind::Zaak, id: zaak.0 };
            let events = self.deps.journal.load(wie.gemeente, stream, 0).await?;
            if events.len() > TIJDREIS_EVENTS_MAX {
                return Err(Weigering::Geweigerd { code: "tijdreis.te_groot" });
            }
            let namen = &*self.deps.namen;
            let heden = Grens { op: now, bekend_op: now };
            let Toen { versie, view } = herspeel::<Zaak>(zaak.0, &events, grens, namen)?;
            let toen = view.as_deref().and_then(|view| serde_json::from_str::<ZaakWat>(view.get()).ok());
            let nu = herspeel::<Zaak>(zaak.0, &events, heden, namen)?.view;
            let nu = nu.as_deref().and_then(|view| serde_json::from_str::<ZaakWat>(view.get()).ok());
            let mut lines = stappen::<Zaak>(&events, namen)?;
            let meer_stappen = lines.len() > TIJDREIS_STAPPEN_MAX;
            lines.drain(..lines.len().saturating_sub(TIJDREIS_STAPPEN_MAX));
            let (zicht, zicht_onvolledig) = self.zicht_toen(wie, zaak, &events, grens).await?;
            let (documenten, meer_documenten) = self.documenten_toen(&look, wie, zaak, grens, doel).await?;
            Ok(Some(TijdreisWat {
                op: grens.op,
                bekend_op: grens.bekend_op,
                versie,
                verschillen: verschillen(toen.as_ref(), nu.as_ref()),
                zaak: toen,
                stappen: lines.iter().map(|line| line.toon(&recht)).collect(),
                meer_stappen,
                zicht,
                zicht_onvolledig,
                beleid: Beleidsversie::Huidig,
                documenten,
                meer_documenten,
            }))
        })
        .await
    }

    /// Who could look into the zaak then: the facts of then, the table and the roles of today.
    async fn zicht_toen(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        events: &[StoredEvent],
        grens: Grens,
    ) -> Result<(Vec<Zicht>, bool), Weigering> {
        let Some(lopend) = toestand::<Zaak>(events, grens)?.lopend().cloned() else {
            return Ok((Vec::new(), false));
        };
        let (around, mut onvolledig) = self.omgeving(wie, zaak, lopend.persoon, grens).await?;
        let then = Gemeenteoverzicht::van_stromen(wie.gemeente, grens.op, around)?;
        let (feiten, all) = (lopend.feiten(), ziet_alle_verbanden(wie));
        let mut zicht = Vec::new();
        for (who, rol_naam) in self.boek.iedereen(wie.gemeente) {
            let toegang = then.toegang(&who, zaak);
            // Who had it by another zaak, a huishouden or a plan works for somebody there: that is told to few.
            let by_itself = op_zaak(&who, &feiten, Verband::default());
            let shown =
                toegang >= Toegang::Wat || (toegang == Toegang::Dat && (all || by_itself >= Toegang::Dat));
            if shown {
                zicht.push(Zicht { wie: self.deps.namen.door(who.id), rol_naam, toegang });
            }
        }
        zicht.sort_by(|a, b| (b.toegang, &a.wie.naam, a.wie.id).cmp(&(a.toegang, &b.wie.naam, b.wie.id)));
        onvolledig |= zicht.len() > TIJDREIS_ZICHT_MAX;
        zicht.truncate(TIJDREIS_ZICHT_MAX);
        Ok((zicht, onvolledig))
    }

    /// The events of every stream by which somebody could come to know of a zaak of this person, or was kept out of it, as far as `grens`
    /// goes.
    async fn omgeving(
        &self,
        wie: &Wie,
        zaak: ZaakId,
        persoon: PersoonId,
        grens: Grens,
    ) -> Result<Omgeving, Weigering> {
        let then = |found: &[(StreamId, StoredEvent)]| {
            Gemeenteoverzicht::van_stromen(wie.gemeente, grens.op, found.iter().cloned())
        };
        let around = self.rond(wie, |all| all.verband_stromen(persoon));
        let (mut found, mut onvolledig) = self.stromen(wie, around, grens).await?;
        let at_home = then(&found)?.huisgenoten(persoon);
        let zaken = self.rond(wie, |all| {
            stromen_van(StreamKind::Zaak, all.zaken_van_allen(&at_home).into_iter().map(|id| id.0))
        });
        let (more, too_many) = self.stromen(wie, zaken, grens).await?;
        found.extend(more);
        onvolledig |= too_many;
        let mensen = then(&found)?.wie_eraan_werkt();
        let given = self.rond(wie, |all| {
            stromen_van(
                StreamKind::Toekenning,
                all.toekenningen_rond(zaak, &mensen).into_iter().map(|id| id.0),
            )
        });
        let (more, too_many) = self.stromen(wie, given, grens).await?;
        found.extend(more);
        Ok((found, onvolledig || too_many))
    }

    fn rond(&self, wie: &Wie, vraag: impl FnOnce(&Gemeenteoverzicht) -> Vec<StreamId>) -> Vec<StreamId> {
        self.overzicht.lees().gemeente(wie.gemeente).map(vraag).unwrap_or_default()
    }

    /// What these streams held within `grens`; and whether there are more of them than are read.
    async fn stromen(&self, wie: &Wie, streams: Vec<StreamId>, grens: Grens) -> Result<Omgeving, Weigering> {
        let too_many = streams.len() > TIJDREIS_STROMEN_MAX;
        let mut found = Vec::new();
        for stream in streams.into_iter().take(TIJDREIS_STROMEN_MAX) {
            let events = self.deps.journal.load(wie.gemeente, stream, 0).await?;
            let held = events.into_iter().filter(|event| grens.neemt(&event.header));
            found.extend(held.map(|event| (stream, event)));
        }
        Ok((found, too_many))
    }

    /// The reports of the zaak that the asker takes part in now and took part in then: whoever came later never saw what was taken out
    /// before, and does not see it by looking back either.
    async fn documenten_toen(
        &self,
        look: &Look,
        wie: &Wie,
        zaak: ZaakId,
        grens: Grens,
        doel: Tijdreisdoel,
    ) -> Result<(Vec<DocumentToen>, bool), Weigering> {
        let mut found = Vec::new();
        for gesprek in self.mijn_gesprekken(wie, zaak) {
            let stream = StreamId { kind: StreamKind::Gesprek, id: gesprek.0 };
            let events = self.deps.journal.load(wie.gemeente, stream, 0).await?;
            let Gesprek::Open { deelnemers, documenten, .. } = toestand::<Gesprek>(&events, grens)? else {
                continue;
            };
            // Who stands in now took no part then.
            if op_gesprek(wie, &deelnemers, &[]) < Toegang::Wat {
                continue;
            }
            for document in documenten {
                if found.len() == TIJDREIS_DOCUMENTEN_MAX {
                    return Ok((found, true));
                }
                found.extend(
                    self.document_toen(look, wie, (gesprek, document), &deelnemers, grens, doel).await?,
                );
            }
        }
        Ok((found, false))
    }

    async fn document_toen(
        &self,
        look: &Look,
        wie: &Wie,
        (gesprek, document): (GesprekId, DocumentId),
        deelnemers: &[MedewerkerId],
        grens: Grens,
        doel: Tijdreisdoel,
    ) -> Result<Option<DocumentToen>, Weigering> {
        let moment = grens.op.min(grens.bekend_op);
        self.gekeken(look, wie, doel.handeling(), format!("document/{document}"), Toegang::Wat).await?;
        let (seq, tekst) = tekst_toen(&self.deps.journal, wie.gemeente, document, moment).await?;
        let titel = {
            let all = self.overzicht.lees();
            let soort = all.gemeente(wie.gemeente).and_then(|all| all.document(document)?.soort());
            soort.map(|soort| soort.naam().to_owned())
        };
        let deelnemers = deelnemers.iter().map(|who| self.deps.namen.door(*who)).collect();
        let toen = titel.map(|titel| DocumentToen { id: document, gesprek, titel, deelnemers, seq, tekst });
        Ok(toen.filter(|toen| toen.seq > 0))
    }

    fn mijn_gesprekken(&self, wie: &Wie, zaak: ZaakId) -> Vec<GesprekId> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Vec::new() };
        let mine = all.gesprekken_van(zaak).map(|(id, _)| id);
        mine.filter(|id| all.toegang_gesprek(wie, *id) >= Toegang::Wat).collect()
    }
}

fn stromen_van(kind: StreamKind, ids: impl Iterator<Item = Uuid>) -> Vec<StreamId> {
    ids.map(|id| StreamId { kind, id }).collect()
}

/// What reads otherwise now, field by field.
fn verschillen(toen: Option<&ZaakWat>, nu: Option<&ZaakWat>) -> Vec<Verschil> {
    type Lees = fn(&ZaakWat) -> Option<String>;
    let velden: [(&str, Lees); 7] = [
        ("status", |zaak| word(zaak.status)),
        ("behandelaars", |zaak| {
            let namen: Vec<_> = zaak.behandelaars.iter().map(|who| who.naam.as_str()).collect();
            (!namen.is_empty()).then(|| namen.join(", "))
        }),
        ("uiterlijk_op", |zaak| Some(zaak.uiterlijk_op.to_string())),
        ("urgentie", |zaak| word(zaak.urgentie)),
        ("besluit", |zaak| zaak.besluit.as_ref().and_then(|besluit| word::<BesluitStap>(besluit.stap))),
        ("besluitversie", |zaak| zaak.besluit.as_ref().map(|besluit| besluit.nummer.to_string())),
        ("open_taken", |zaak| {
            let open = zaak.taken.iter().filter(|taak| taak.stap == TaakStap::Open).count();
            (open > 0).then(|| open.to_string())
        }),
    ];
    let differs = |(veld, lees): (&str, Lees)| {
        let (toen, nu) = (toen.and_then(lees), nu.and_then(lees));
        (toen != nu).then(|| Verschil { veld: veld.to_owned(), toen, nu })
    };
    velden.into_iter().filter_map(differs).collect()
}

/// The word of a value, as on the wire.
fn word<T: serde::Serialize>(value: T) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}
