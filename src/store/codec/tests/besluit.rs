//! The stored form of what happens to a besluit.

use super::*;
use crate::domain::besluit::{
    Besluitinhoud, Besluitregel, Besluitsoort, Bijdrager, Verslagversie, Voorgesteld, teksthash,
};
use crate::domain::geld::Eurocent;
use crate::domain::wat::Wat;

const PAUL: &str = "00000000-0000-0000-0000-000000000003";
/// SHA-256 of "x".
const X: &str = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881";

fn voorgesteld() -> Voorgesteld {
    let door = Bijdrager { medewerker: kevin(), persoon: None };
    let paul = Bijdrager {
        medewerker: MedewerkerId(Uuid::from_u128(3)),
        persoon: Some(PersoonId(Uuid::from_u128(5))),
    };
    let verslag = Verslagversie {
        document: DocumentId(Uuid::from_u128(7)),
        seq: 12,
        hash: teksthash("x"),
        vast: false,
    };
    let inhoud = Besluitinhoud {
        soort: Besluitsoort::Deels,
        motivering: "Omdat".into(),
        regels: vec![Besluitregel {
            omschrijving: "Bril".into(),
            bedrag: Some(Wat::van(Eurocent::van(15_000))),
        }],
        verslag: Some(verslag),
    };
    Voorgesteld { nummer: 2, inhoud, hash: teksthash("x"), door, bijdragers: vec![door, paul] }
}

#[test]
fn events_of_a_besluit() {
    let version = format!(
        r#"{{"bijdragers":[{{"medewerker":"{KEVIN}"}},{{"medewerker":"{PAUL}","persoon":"00000000-0000-0000-0000-000000000005"}}],"door":{{"medewerker":"{KEVIN}"}},"hash":"{X}","inhoud":{{"motivering":"Omdat","regels":[{{"bedrag":15000,"omschrijving":"Bril"}}],"soort":"deels","verslag":{{"document":"00000000-0000-0000-0000-000000000007","hash":"{X}","seq":12,"vast":false}}}},"nummer":2}}"#
    );
    golden::<Zaak>(&ZaakEvent::BesluitVoorgesteld(voorgesteld()), "BesluitVoorgesteld", &version);
    golden::<Zaak>(&ZaakEvent::VoorstelGewijzigd(voorgesteld()), "VoorstelGewijzigd", &version);
    let (nummer, hash) = (2, teksthash("x"));
    let door = Bijdrager { medewerker: kevin(), persoon: None };
    golden::<Zaak>(
        &ZaakEvent::BesluitGeaccordeerd { nummer, hash, door },
        "BesluitGeaccordeerd",
        &format!(r#"{{"door":{{"medewerker":"{KEVIN}"}},"hash":"{X}","nummer":2}}"#),
    );
    golden::<Zaak>(
        &ZaakEvent::VoorstelAfgewezen { nummer, hash, door, reden: "Onvolledig".into() },
        "VoorstelAfgewezen",
        &format!(r#"{{"door":{{"medewerker":"{KEVIN}"}},"hash":"{X}","nummer":2,"reden":"Onvolledig"}}"#),
    );
    let plain = format!(r#"{{"door":"{KEVIN}","hash":"{X}","nummer":2}}"#);
    golden::<Zaak>(
        &ZaakEvent::VoorstelIngetrokken { nummer, hash, door: kevin() },
        "VoorstelIngetrokken",
        &plain,
    );
    golden::<Zaak>(&ZaakEvent::BesluitGenomen { nummer, hash, door: kevin() }, "BesluitGenomen", &plain);
}
