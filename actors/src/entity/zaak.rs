//! The zaak as an actor.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{Klantcontact, Taak, Taakstand, Zaak, ZaakEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{Door, GedaanDoor, KlantcontactWat, TaakStap, TaakWat, ZaakWat};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::besluit::{self, besluit_wat};
use super::bijkomend::Bijkomend;
use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::{OnderDat, Onderwerp};

impl Concept for Zaak {
    const NAME: &'static str = "zaak";
    const KIND: StreamKind = StreamKind::Zaak;

    fn topic(id: Uuid) -> Topic {
        Topic::ZaakWat(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_zaak(wie, id.into())
    }

    fn eigen_toegang(&self, wie: &Wie, verkregen: &Verkregen) -> Option<Toegang> {
        // Content is for behandelaars and the desk that took it in: both stand in the zaak itself; and for who has it for a while.
        let zaak = self.lopend()?;
        let vervanger = zaak.behandelaars.iter().any(|who| verkregen.vervangt.contains(who));
        let (toestemming, mens) = (verkregen.toestemming, &verkregen.mens);
        let verband =
            bevoegdheid::Verband { mens, vervanger, toestemming, ..bevoegdheid::Verband::default() };
        Some(bevoegdheid::op_zaak(wie, &zaak.feiten(), verband))
    }

    fn verkregen(deps: &Deps, wie: &Wie, id: Uuid) -> Verkregen {
        let toestemming = deps.rechten.leest_met_toestemming(wie, id.into());
        let (vervangt, mens) = (deps.rechten.vervangt(wie), deps.rechten.mens(wie));
        Verkregen { vervangt, toestemming, mens, ..Verkregen::default() }
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&wat(self, id, versie, tijdlijn, (recht, namen))?).ok()
    }

    fn onder_dat(&self) -> Option<OnderDat> {
        self.lopend().map(OnderDat::from)
    }

    fn alleen_dat(&self, deps: &Deps, wie: &Wie, id: Uuid) -> bool {
        let own = self.eigen_toegang(wie, &Self::verkregen(deps, wie, id));
        own.is_none_or(|own| own < Toegang::Wat)
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.lopend().map(|zaak| Onderwerp::Persoon(zaak.persoon)).into_iter().collect()
    }

    fn regel(
        event: &ZaakEvent,
        header: &EventHeader,
        versie: u64,
        namen: &dyn Namen,
    ) -> Option<Geschiedregel> {
        let mut line = Geschiedregel::van(header, versie, namen);
        match event {
            ZaakEvent::MeldingGeregistreerd { .. } | ZaakEvent::InBehandelingGenomen { .. } => {}
            ZaakEvent::ZaakToegewezen { behandelaars, reden } => {
                line.namen = behandelaars.iter().map(|who| namen.door(*who).naam).collect();
                line.reden.clone_from(reden);
            }
            ZaakEvent::ZaakVrijgegeven { reden } => line.reden = Some(reden.clone()),
            ZaakEvent::BesluitVoorgesteld(_)
            | ZaakEvent::VoorstelGewijzigd(_)
            | ZaakEvent::BesluitGeaccordeerd { .. }
            | ZaakEvent::VoorstelAfgewezen { .. }
            | ZaakEvent::VoorstelIngetrokken { .. }
            | ZaakEvent::BesluitGenomen { .. } => (line.tekst, line.reden) = besluit::regel(event),
            ZaakEvent::TaakKlaargezet { taak, omschrijving, eigenaar, .. } => {
                line.over = Some(taak.0);
                line.tekst = Some(omschrijving.clone());
                line.namen = vec![namen.door(*eigenaar).naam];
            }
            ZaakEvent::TaakToegewezen { taak, eigenaar } => {
                line.over = Some(taak.0);
                line.namen = vec![namen.door(*eigenaar).naam];
            }
            ZaakEvent::TaakAfgerond { taak, .. }
            | ZaakEvent::TaakHeropend { taak, .. }
            | ZaakEvent::TaakVervallen { taak, .. } => line.over = Some(taak.0),
            ZaakEvent::KlantcontactGenoteerd(contact) => line.over = Some(contact.id.0),
        }
        Some(line)
    }

    fn bijkomend<'a>(&self, id: Uuid, events: impl Iterator<Item = &'a ZaakEvent>) -> Bijkomend {
        besluit::bijkomend(self.lopend(), id, events)
    }
}

fn wat(
    zaak: &Zaak,
    id: Uuid,
    versie: u64,
    tijdlijn: &[Geschiedregel],
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Option<ZaakWat> {
    let lopend = zaak.lopend()?;
    Some(ZaakWat {
        id: id.into(),
        zaaknummer: lopend.zaaknummer.clone(),
        zaaktype: lopend.zaaktype,
        zaaktype_naam: lopend.zaaktype.naam().to_owned(),
        domein: lopend.zaaktype.domein(),
        status: lopend.status,
        behandelaars: lopend.behandelaars.iter().map(|who| namen.door(*who)).collect(),
        ontvangen_op: lopend.ontvangen_op,
        uiterlijk_op: lopend.uiterlijk_op,
        contact_uiterlijk: lopend.contact_uiterlijk(),
        versie,
        persoon: lopend.persoon,
        onderwerp: lopend.melding.onderwerp.lees(recht).clone(),
        toelichting: lopend.melding.toelichting.as_ref().map(|wat| wat.lees(recht).clone()),
        contact: lopend.contact,
        kanaal: lopend.melding.kanaal,
        urgentie: lopend.melding.urgentie,
        besluit: besluit_wat(lopend, recht, namen),
        taken: lopend.taken.iter().map(|taak| taak_wat(taak, recht, namen)).collect(),
        klantcontacten: lopend
            .klantcontacten
            .iter()
            .rev()
            .map(|contact| klantcontact_wat(contact, recht, namen))
            .collect(),
        tijdlijn: tijdlijn.iter().rev().map(|line| line.toon(recht)).collect(),
    })
}

fn taak_wat(taak: &Taak, recht: &Leesrecht, namen: &dyn Namen) -> TaakWat {
    let (stap, gedaan) = match taak.stand {
        Taakstand::Open => (TaakStap::Open, None),
        Taakstand::Gedaan { door, namens, op } => {
            let namens = namens.map(|who| namen.door(who).naam);
            (TaakStap::Gedaan, Some(GedaanDoor { door: Door { namens, ..namen.door(door) }, op }))
        }
        Taakstand::Vervallen => (TaakStap::Vervallen, None),
    };
    TaakWat {
        id: taak.id,
        omschrijving: taak.omschrijving.lees(recht).clone(),
        eigenaar: taak.eigenaar.map(|who| namen.door(who)),
        dag: taak.dag,
        stap,
        gedaan,
    }
}

fn klantcontact_wat(contact: &Klantcontact, recht: &Leesrecht, namen: &dyn Namen) -> KlantcontactWat {
    let namens = contact.namens.map(|who| namen.door(who).naam);
    KlantcontactWat {
        id: contact.id,
        weg: contact.weg,
        uitkomst: contact.uitkomst,
        met: contact.met.lees(recht).clone(),
        verslag: contact.verslag.lees(recht).clone(),
        dag: contact.dag,
        door: Door { namens, ..namen.door(contact.door) },
        doorgegeven: contact.doorgegeven,
    }
}
