//! Commands: from what was asked to the one actor that decides it.

use std::sync::PoisonError;

use keukentafel::domain::aggregate::{Aggregate, Context};
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::document::{Document, DocumentCommand, Documentsoort};
use keukentafel::domain::gesprek::GesprekCommand;
use keukentafel::domain::ids::{DocumentId, GesprekId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::PersoonCommand;
use keukentafel::domain::sjabloon::{GESPREKSVERSLAG_VERSIE, VerslagGegevens, gespreksverslag};
use keukentafel::domain::zaak::ZaakCommand;
use keukentafel::protocol::body::{NieuweMelding, NieuwePersoon, Opdracht};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{
    Claim, DocumentUpdate, EventHeader, Journal, NewDocument, NewEvent, Position, StreamAppend, StreamId,
    StreamKind, codec,
};
use uuid::Uuid;

use super::{Gedaan, Kop, Tafel, invoer};
use crate::directory::Directory;
use crate::document::eerste_update;
use crate::entity::{AntwoordDelen, Ask, Bijvangst, Concept, Entity, EntityKey, Msg};
use crate::limits::READ_SIDE_WAIT;
use crate::weigering::Weigering;

/// How often a number is tried that another node took first.
const ZAAKNUMMER_TRIES: usize = 8;

impl Tafel {
    /// Does what was asked, or says why not. The same command id does it once.
    ///
    /// # Errors
    /// A refusal (nothing was done, the trail has it) or *outcome unknown* (ask again with the same command id).
    pub async fn voer_uit(&self, wie: &Wie, opdracht: Opdracht, kop: Kop) -> Result<Gedaan, Weigering> {
        let antwoord = match self.doe(wie, opdracht, kop).await {
            // What was refused now may have been done before: a right that ended meanwhile does not undo that.
            Err(refused @ (Weigering::Geweigerd { .. } | Weigering::Velden(_))) => {
                self.eerder_gedaan(wie, kop).await?.ok_or(refused)
            }
            done => done,
        }?;
        let gezien = self.projector.passed(Position(antwoord.positie), READ_SIDE_WAIT).await;
        Ok(Gedaan { antwoord, gezien })
    }

    /// What this command answered when it was done; `None` when it never was.
    async fn eerder_gedaan(&self, wie: &Wie, kop: Kop) -> Result<Option<Uitgevoerd>, Weigering> {
        let Some(stored) = self.deps.journal.answer(wie.gemeente, kop.command).await? else {
            return Ok(None);
        };
        if stored.request_hash != kop.request_hash {
            return Err(Weigering::Geweigerd { code: "opdracht.sleutel_hergebruikt" });
        }
        if stored.answer.is_empty() {
            // What it told was erased.
            return Ok(None);
        }
        let antwoord: Uitgevoerd = serde_json::from_slice(&stored.answer).map_err(|_| Weigering::Onbekend)?;
        Ok(Some(self.met_positie(antwoord).await))
    }

    /// A repeat: what it did is in the feed already, at a place that its answer did not know.
    async fn met_positie(&self, antwoord: Uitgevoerd) -> Uitgevoerd {
        if antwoord.positie != 0 {
            return antwoord;
        }
        self.projector.catch_up().await;
        Uitgevoerd { positie: self.overzicht.lees().positie().0, ..antwoord }
    }

    async fn doe(&self, wie: &Wie, opdracht: Opdracht, kop: Kop) -> Result<Uitgevoerd, Weigering> {
        let naam = opdracht.naam();
        match opdracht {
            Opdracht::RegistreerPersoon(typed) => self.registreer_persoon(wie, naam, &typed, kop).await,
            Opdracht::WijzigContact { persoon, telefoon } => {
                self.wijzig_contact(wie, naam, persoon, telefoon.as_deref(), kop).await
            }
            Opdracht::RegistreerMelding(typed) => self.registreer_melding(wie, naam, &typed, kop).await,
            Opdracht::WijsToe { zaak, behandelaars, reden } => {
                self.wijs_toe(wie, naam, zaak, behandelaars, reden.as_deref(), kop).await
            }
            Opdracht::NeemInBehandeling { zaak } => {
                self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
                let command = ZaakCommand::NeemInBehandeling;
                self.vraag(&self.actors.zaken, wie, naam, zaak.0, command, Bijvangst::default(), kop).await
            }
            Opdracht::OpenDocument { zaak, soort, zaken, deelnemers } => {
                self.open_document(wie, naam, zaak, soort, zaken, deelnemers, kop).await
            }
            Opdracht::WijzigDeelnemers { gesprek, erbij, eraf } => {
                self.wijzig_deelnemers(wie, naam, gesprek, erbij, eraf, kop).await
            }
        }
    }

    async fn registreer_persoon(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuwePersoon,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let gegevens = self.gekeurd(wie, naam, kop, invoer::persoon(typed)).await?;
        let claims =
            gegevens.bsn.iter().map(|bsn| Claim { scope: "bsn", key: bsn.digits().to_owned() }).collect();
        let id = self.nieuw_id();
        let command = PersoonCommand::Registreer(gegevens);
        let bijvangst = Bijvangst { claims, ..Bijvangst::default() };
        self.vraag(&self.actors.personen, wie, naam, id, command, bijvangst, kop).await
    }

    async fn wijzig_contact(
        &self,
        wie: &Wie,
        naam: &'static str,
        persoon: PersoonId,
        telefoon: Option<&str>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let telefoon = self.gekeurd(wie, naam, kop, invoer::telefoon(telefoon)).await?;
        let zicht = if self.deps.rechten.op_persoon(wie, persoon) >= Toegang::Wat {
            Ok(())
        } else {
            Err(Weigering::NIET_GEVONDEN)
        };
        self.gekeurd(wie, naam, kop, zicht).await?;
        let command = PersoonCommand::WijzigTelefoon(telefoon);
        self.vraag(&self.actors.personen, wie, naam, persoon.0, command, Bijvangst::default(), kop).await
    }

    async fn registreer_melding(
        &self,
        wie: &Wie,
        naam: &'static str,
        typed: &NieuweMelding,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let melding = self.gekeurd(wie, naam, kop, invoer::melding(typed)).await?;
        self.gekeurd(wie, naam, kop, self.mag_melden_over(wie, typed.persoon)).await?;
        let year = self.deps.clock.now().day().year();
        let mut last = Err(Weigering::Bezig);
        for _ in 0..ZAAKNUMMER_TRIES {
            let zaaknummer = self.volgend_zaaknummer(wie, year);
            let bijvangst = Bijvangst {
                claims: vec![Claim { scope: "zaaknummer", key: zaaknummer.clone() }],
                antwoord: AntwoordDelen { zaaknummer: Some(zaaknummer.clone()), ..AntwoordDelen::default() },
                ..Bijvangst::default()
            };
            let command = ZaakCommand::RegistreerMelding {
                zaaknummer,
                zaaktype: typed.zaaktype,
                persoon: typed.persoon,
                melding: melding.clone(),
            };
            last = self.vraag(&self.actors.zaken, wie, naam, self.nieuw_id(), command, bijvangst, kop).await;
            if last != Err(Weigering::Bezig) {
                break;
            }
        }
        last
    }

    /// A melding is about somebody who is known here; to whom one may not look, that person is not there.
    fn mag_melden_over(&self, wie: &Wie, persoon: PersoonId) -> Result<(), Weigering> {
        let bestaat =
            self.overzicht.lees().gemeente(wie.gemeente).is_some_and(|all| all.persoon(persoon).is_some());
        if bestaat && mag(wie.rol, Handeling::PersoonZoeken) {
            return Ok(());
        }
        Err(Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")]))
    }

    /// The next number: after the highest that this node has seen or handed out.
    fn volgend_zaaknummer(&self, wie: &Wie, year: i16) -> String {
        let seen = self.overzicht.lees().gemeente(wie.gemeente).map_or(0, |all| all.laatste_zaaknummer(year));
        let mut handed_out = self.zaaknummers.lock().unwrap_or_else(PoisonError::into_inner);
        let last = handed_out.entry((wie.gemeente, year)).or_default();
        *last = seen.max(*last) + 1;
        let next = *last;
        format!("ZAAK-{year}-{next:06}")
    }

    async fn wijs_toe(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        behandelaars: Vec<MedewerkerId>,
        reden: Option<&str>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let reden = self.gekeurd(wie, naam, kop, invoer::reden(reden)).await?;
        self.gekeurd(wie, naam, kop, self.weet_van(wie, zaak)).await?;
        let known = |who| self.boek.behandelt(wie.gemeente, who);
        self.gekeurd(wie, naam, kop, invoer::mensen("behandelaars", &behandelaars, known)).await?;
        let command = ZaakCommand::WijsToe { behandelaars, reden };
        self.vraag(&self.actors.zaken, wie, naam, zaak.0, command, Bijvangst::default(), kop).await
    }

    async fn wijzig_deelnemers(
        &self,
        wie: &Wie,
        naam: &'static str,
        gesprek: GesprekId,
        erbij: Vec<MedewerkerId>,
        eraf: Vec<MedewerkerId>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let hier = self.deps.rechten.op_gesprek(wie, gesprek) > Toegang::Niets;
        self.gekeurd(wie, naam, kop, if hier { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }).await?;
        let known = |who| self.boek.werkt_hier(wie.gemeente, who);
        self.gekeurd(wie, naam, kop, invoer::mensen("erbij", &erbij, known)).await?;
        let command = GesprekCommand::WijzigDeelnemers { erbij, eraf };
        self.vraag(&self.actors.gesprekken, wie, naam, gesprek.0, command, Bijvangst::default(), kop).await
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one command")]
    async fn open_document(
        &self,
        wie: &Wie,
        naam: &'static str,
        zaak: ZaakId,
        soort: Documentsoort,
        zaken: Option<Vec<ZaakId>>,
        deelnemers: Option<Vec<MedewerkerId>>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let mut zaken = zaken.unwrap_or_default();
        if !zaken.contains(&zaak) {
            zaken.insert(0, zaak);
        }
        let deelnemers = deelnemers.unwrap_or_else(|| self.behandelaars(wie, zaak));
        let known = |who| self.boek.werkt_hier(wie.gemeente, who);
        let keuring =
            self.mag_schrijven(wie, &zaken).and_then(|()| invoer::mensen("deelnemers", &deelnemers, known));
        self.gekeurd(wie, naam, kop, keuring).await?;
        let (gesprek, document) = (GesprekId(self.nieuw_id()), DocumentId(self.nieuw_id()));
        let bijvangst = self.nieuw_document(wie, soort, &zaken, &deelnemers, gesprek, document, kop)?;
        let command = GesprekCommand::Open { zaken, deelnemers, document };
        self.vraag(&self.actors.gesprekken, wie, naam, gesprek.0, command, bijvangst, kop).await
    }

    /// A zaak that somebody may not know of is not there for them, and no actor is woken for it.
    fn weet_van(&self, wie: &Wie, zaak: ZaakId) -> Result<(), Weigering> {
        let bekend = self.deps.rechten.op_zaak(wie, zaak) > Toegang::Niets;
        if bekend { Ok(()) } else { Err(Weigering::NIET_GEVONDEN) }
    }

    fn behandelaars(&self, wie: &Wie, zaak: ZaakId) -> Vec<MedewerkerId> {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map(|all| all.behandelaars(zaak).to_vec()).unwrap_or_default()
    }

    fn mag_schrijven(&self, wie: &Wie, zaken: &[ZaakId]) -> Result<(), Weigering> {
        let laagste =
            zaken.iter().map(|zaak| self.deps.rechten.op_zaak(wie, *zaak)).min().unwrap_or(Toegang::Niets);
        match laagste {
            Toegang::Niets => Err(Weigering::NIET_GEVONDEN),
            Toegang::Dat | Toegang::Wat => Err(Weigering::Geweigerd { code: "niet_bevoegd" }),
            Toegang::Schrijven => Ok(()),
        }
    }

    /// The document's own stream and its first row, recorded with the gesprek that opens it.
    #[expect(clippy::too_many_arguments, reason = "everything that a document begins with")]
    fn nieuw_document(
        &self,
        wie: &Wie,
        soort: Documentsoort,
        zaken: &[ZaakId],
        deelnemers: &[MedewerkerId],
        gesprek: GesprekId,
        document: DocumentId,
        kop: Kop,
    ) -> Result<Bijvangst, Weigering> {
        let context = self.context(wie);
        let command =
            DocumentCommand::Open { documentsoort: soort, gesprek, sjabloon: GESPREKSVERSLAG_VERSIE };
        let events = Document::default().decide(&command, &context).map_err(|_| Weigering::Onbekend)?;
        let recorded: Result<Vec<_>, Weigering> = events
            .iter()
            .map(|event| {
                let (soort, body) = codec::encode::<Document>(event)?;
                Ok(NewEvent { header: kop_van(&context, kop, soort), body })
            })
            .collect();
        let secties = gespreksverslag(&self.verslag_gegevens(wie, zaken, deelnemers));
        let client = self.deps.rng.u32();
        let update = DocumentUpdate {
            door: None,
            sessie: None,
            at: context.now,
            bytes: eerste_update(&secties, client),
            binds: vec![u64::from(client)],
        };
        let stream = StreamId { kind: StreamKind::Document, id: document.0 };
        Ok(Bijvangst {
            streams: vec![StreamAppend { stream, expected: 0, events: recorded? }],
            documents: vec![NewDocument { id: document, updates: vec![update] }],
            antwoord: AntwoordDelen { id: Some(document.0), gesprek: Some(gesprek), zaaknummer: None },
            claims: Vec::new(),
        })
    }

    fn verslag_gegevens(&self, wie: &Wie, zaken: &[ZaakId], deelnemers: &[MedewerkerId]) -> VerslagGegevens {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let lopend = |zaak: &ZaakId| all.and_then(|all| all.zaak(*zaak)?.lopend());
        let persoon = zaken.first().and_then(lopend).and_then(|zaak| all?.persoon(zaak.persoon)?.gegevens());
        let namen = |who: &MedewerkerId| self.deps.namen.door(*who).naam;
        VerslagGegevens {
            persoon: persoon.map(|wie| wie.volledige_naam()).unwrap_or_default(),
            geboortedatum: persoon
                .and_then(|wie| wie.geboortedatum)
                .map(keukentafel::domain::tekst::dag)
                .unwrap_or_default(),
            adres: persoon
                .and_then(|wie| wie.adres.as_ref())
                .map(|adres| {
                    format!("{} {}, {} {}", adres.straat, adres.huisnummer, adres.postcode, adres.plaats)
                })
                .unwrap_or_default(),
            zaken: zaken
                .iter()
                .filter_map(|zaak| Some(lopend(zaak)?.zaaknummer.clone()))
                .collect::<Vec<_>>()
                .join(", "),
            deelnemers: deelnemers.iter().map(namen).collect::<Vec<_>>().join(", "),
            vandaag: self.deps.clock.now().day().to_string(),
        }
    }

    fn context(&self, wie: &Wie) -> Context {
        Context { wie: wie.clone(), now: self.deps.clock.now() }
    }

    fn nieuw_id(&self) -> Uuid {
        self.deps.rng.uuid(self.deps.clock.now())
    }

    /// A refusal before any actor was asked goes in the trail too.
    async fn gekeurd<T>(
        &self,
        wie: &Wie,
        naam: &'static str,
        kop: Kop,
        keuring: Result<T, Weigering>,
    ) -> Result<T, Weigering> {
        if let Err(weigering) = &keuring {
            let row = self.regel_opdracht(wie, naam, kop.command, weigering.code());
            // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
            drop(self.audit(wie.gemeente, vec![row]).await);
        }
        keuring
    }

    #[expect(clippy::too_many_arguments, reason = "who, what, to which and with what")]
    async fn vraag<C: Concept>(
        &self,
        directory: &Directory<Entity<C>>,
        wie: &Wie,
        handeling: &'static str,
        id: Uuid,
        command: C::Command,
        bijvangst: Bijvangst,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let key = EntityKey { gemeente: wie.gemeente, id };
        let context = self.context(wie);
        let make = |reply| {
            Msg::Execute(Box::new(Ask {
                command: command.clone(),
                handeling,
                context: context.clone(),
                kop,
                bijvangst: bijvangst.clone(),
                reply,
            }))
        };
        let antwoord = directory.ask(key, &(), make).await?;
        Ok(self.met_positie(antwoord).await)
    }
}

fn kop_van(context: &Context, kop: Kop, soort: String) -> EventHeader {
    EventHeader {
        soort,
        schema: Document::SCHEMA,
        at: context.now,
        geldig_op: None,
        door: Some(context.wie.id),
        namens: None,
        rol: Some(context.wie.rol.word().to_owned()),
        cmd_id: kop.command,
        oorzaak: None,
    }
}
