//! The persoon as an actor.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang, afgeschermd};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::{Identiteit, Persoon, PersoonEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BrpWat, PersoonWat};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::actor::EntityKey;
use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;
use crate::overzicht::{adres_wat, gezag_wat};

impl Concept for Persoon {
    const NAME: &'static str = "persoon";
    const KIND: StreamKind = StreamKind::Persoon;

    fn topic(id: Uuid) -> Topic {
        Topic::Persoon(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_persoon(wie, id.into())
    }

    fn sluit_uit(&self, wie: &Wie, now: Moment) -> bool {
        self.bescherming().is_some_and(|it| afgeschermd(wie, false, it, now))
    }

    fn eigen_toegang(&self, _: &Wie, _: &Verkregen) -> Option<Toegang> {
        None
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        _: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        let wat = wat(self, id, versie, recht)?;
        to_raw_value(&if self.adres_geheim() { zonder_adres(wat) } else { wat }).ok()
    }

    fn verhuld(deps: &Deps, key: EntityKey) -> bool {
        deps.rechten.adres_verraadt_huisgenoot(key.gemeente, key.id.into())
    }

    fn render_verhuld(
        &self,
        id: Uuid,
        versie: u64,
        _: &[Geschiedregel],
        _: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&zonder_adres(wat(self, id, versie, recht)?)).ok()
    }

    fn over(&self, id: Uuid) -> Vec<Onderwerp> {
        vec![Onderwerp::Persoon(id.into())]
    }

    fn regel(_: &PersoonEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Geschiedregel> {
        None
    }
}

/// The person with all that is known, their address too.
fn wat(persoon: &Persoon, id: Uuid, versie: u64, recht: &Leesrecht) -> Option<PersoonWat> {
    let bekend = persoon.bekend()?;
    let (gegevens, beschrijving) = match &bekend.identiteit {
        Identiteit::Beschreven(beschrijving) => (None, Some(beschrijving)),
        Identiteit::Vastgesteld(gegevens) => (Some(gegevens), None),
    };
    let brp = bekend.brp.as_ref().map(|brp| BrpWat {
        op: brp.op,
        doel: brp.doel,
        adres: brp.adres.as_ref().map(adres_wat),
        wijkt_af: gegevens.map(|eigen| brp.wijkt_af(eigen)).unwrap_or_default(),
        in_onderzoek: brp.in_onderzoek,
        opschorting: brp.opschorting.clone(),
    });
    Some(PersoonWat {
        id: id.into(),
        naam: persoon.naam()?,
        bsn: persoon.bsn().map(|bsn| bsn.digits().to_owned()),
        voornamen: gegevens.map(|wie| wie.voornamen.clone()).unwrap_or_default(),
        voorvoegsel: gegevens.and_then(|wie| wie.voorvoegsel.clone()),
        achternaam: gegevens.map(|wie| wie.achternaam.clone()).unwrap_or_default(),
        geboortedatum: gegevens.and_then(|wie| wie.geboortedatum),
        telefoon: gegevens
            .and_then(|wie| wie.telefoon.as_ref())
            .or_else(|| beschrijving.and_then(|known| known.telefoon.as_ref()))
            .map(|telefoon| telefoon.lees(recht).clone()),
        adres: gegevens.and_then(|wie| wie.adres.as_ref()).map(adres_wat),
        adres_geheim: false,
        beschrijving: beschrijving.map(|known| known.tekst.clone()),
        gezag: bekend.gezag.iter().map(|gezag| gezag_wat(gezag, recht)).collect(),
        brp,
        versie,
    })
}

/// Where they live is kept from others: by themselves, or because of who lives with them.
fn zonder_adres(wat: PersoonWat) -> PersoonWat {
    let brp = wat.brp.map(|brp| BrpWat { adres: None, ..brp });
    PersoonWat { adres: None, adres_geheim: true, brp, ..wat }
}
