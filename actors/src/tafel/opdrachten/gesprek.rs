//! Commands about a talk and its documents.

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::document::{Document, DocumentCommand, Documentsoort};
use keukentafel::domain::gesprek::GesprekCommand;
use keukentafel::domain::ids::{DocumentId, GesprekId, MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::sjabloon::{GESPREKSVERSLAG_VERSIE, VerslagGegevens, gespreksverslag};
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{DocumentUpdate, NewDocument, NewEvent, StreamAppend, StreamId, StreamKind, codec};

use super::kop_van;
use crate::document::eerste_update;
use crate::entity::{AntwoordDelen, Bijvangst};
use crate::tafel::{Kop, Tafel, invoer};
use crate::weigering::Weigering;

impl Tafel {
    pub(super) async fn wijzig_deelnemers(
        &self,
        wie: &Wie,
        naam: &'static str,
        gesprek: GesprekId,
        erbij: Vec<MedewerkerId>,
        eraf: Vec<MedewerkerId>,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        self.gekeurd(wie, naam, kop, self.mag_in_gesprek(wie, gesprek)).await?;
        let known = |who| self.boek.werkt_hier(wie.gemeente, who);
        self.gekeurd(wie, naam, kop, invoer::mensen("erbij", &erbij, known)).await?;
        self.gekeurd(wie, naam, kop, self.mogen_in_gesprek(wie, gesprek, &erbij)).await?;
        let command = GesprekCommand::WijzigDeelnemers { erbij, eraf };
        self.vraag(&self.actors.gesprekken, wie, naam, gesprek.0, command, Bijvangst::default(), kop).await
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of one command")]
    pub(super) async fn open_document(
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
        let deelnemers = deelnemers.unwrap_or_else(|| {
            // Who works on it and is kept out of it takes no part.
            let own = self.behandelaars(wie, zaak).into_iter();
            own.filter(|who| self.mogen_aan_zaken(wie, &zaken, &[*who]).is_ok()).collect()
        });
        let known = |who| self.boek.werkt_hier(wie.gemeente, who);
        let keuring =
            self.mag_schrijven(wie, &zaken).and_then(|()| invoer::mensen("deelnemers", &deelnemers, known));
        let keuring = keuring.and_then(|()| self.mogen_aan_zaken(wie, &zaken, &deelnemers));
        self.gekeurd(wie, naam, kop, keuring).await?;
        let of =
            |zaak: &ZaakId| self.deps.rechten.namens(wie, StreamId { kind: StreamKind::Zaak, id: zaak.0 });
        let namens = zaken.iter().find_map(of);
        let (gesprek, document) = (GesprekId(self.nieuw_id()), DocumentId(self.nieuw_id()));
        let bijvangst = self.nieuw_document(wie, soort, &zaken, &deelnemers, gesprek, document, kop)?;
        let command = GesprekCommand::Open { zaken, deelnemers, document };
        self.vraag_namens(&self.actors.gesprekken, wie, namens, naam, gesprek.0, command, bijvangst, kop)
            .await
    }

    pub(super) fn mag_schrijven(&self, wie: &Wie, zaken: &[ZaakId]) -> Result<(), Weigering> {
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
    pub(super) fn nieuw_document(
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
            antwoord: AntwoordDelen {
                id: Some(document.0),
                gesprek: Some(gesprek),
                ..AntwoordDelen::default()
            },
            ..Bijvangst::default()
        })
    }

    pub(in crate::tafel) fn verslag_gegevens(
        &self,
        wie: &Wie,
        zaken: &[ZaakId],
        deelnemers: &[MedewerkerId],
    ) -> VerslagGegevens {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let lopend = |zaak: &ZaakId| all.and_then(|all| all.zaak(*zaak)?.lopend());
        let persoon = zaken.first().and_then(lopend).and_then(|zaak| all?.persoon(zaak.persoon)?.gegevens());
        let geheim = zaken
            .first()
            .and_then(lopend)
            .is_some_and(|zaak| all.is_some_and(|all| all.adres_verraadt(zaak.persoon)));
        let namen = |who: &MedewerkerId| self.deps.namen.door(*who).naam;
        VerslagGegevens {
            persoon: persoon.map(|wie| wie.volledige_naam()).unwrap_or_default(),
            geboortedatum: persoon
                .and_then(|wie| wie.geboortedatum)
                .map(keukentafel::domain::tekst::dag)
                .unwrap_or_default(),
            adres: persoon
                .and_then(|wie| wie.adres.as_ref())
                // A report goes to others too: what somebody keeps from others does not stand in it.
                .filter(|_| !geheim)
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
}
