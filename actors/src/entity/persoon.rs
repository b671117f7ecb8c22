//! The persoon as an actor.

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::{Persoon, PersoonEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{AdresWat, PersoonWat, Tijdlijnregel};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::Concept;
use crate::deps::{Deps, Namen};

impl Concept for Persoon {
    const NAME: &'static str = "persoon";
    const KIND: StreamKind = StreamKind::Persoon;

    fn topic(id: Uuid) -> Topic {
        Topic::Persoon(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_persoon(wie, id.into())
    }

    fn eigen_toegang(&self, _: &Wie) -> Option<Toegang> {
        None
    }

    fn render(&self, id: Uuid, versie: u64, _: &[Tijdlijnregel], _: &dyn Namen) -> Option<Box<RawValue>> {
        let gegevens = self.gegevens()?;
        let adres = gegevens.adres.as_ref().map(|adres| AdresWat {
            straat: adres.straat.clone(),
            huisnummer: adres.huisnummer.clone(),
            postcode: adres.postcode.clone(),
            plaats: adres.plaats.clone(),
        });
        let wat = PersoonWat {
            id: id.into(),
            naam: gegevens.volledige_naam(),
            bsn: gegevens.bsn.as_ref().map(|bsn| bsn.digits().to_owned()),
            voornamen: gegevens.voornamen.clone(),
            voorvoegsel: gegevens.voorvoegsel.clone(),
            achternaam: gegevens.achternaam.clone(),
            geboortedatum: gegevens.geboortedatum,
            telefoon: gegevens.telefoon.clone(),
            adres,
            versie,
        };
        to_raw_value(&wat).ok()
    }

    fn regel(_: &PersoonEvent, _: &EventHeader, _: u64, _: &dyn Namen) -> Option<Tijdlijnregel> {
        None
    }
}
