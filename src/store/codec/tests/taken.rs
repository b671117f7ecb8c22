//! The stored form of what happens to the taken of a zaak.

use super::*;
use crate::domain::ids::{KlantcontactId, TaakId};
use crate::domain::zaak::{Bevestigingsweg, Contactuitkomst, Contactweg, Klantcontact};

const TAAK: &str = "00000000-0000-0000-0000-000000000046";

#[test]
fn events_of_a_taak() {
    let taak = TaakId(Uuid::from_u128(70));
    golden::<Zaak>(
        &ZaakEvent::TaakKlaargezet {
            taak,
            omschrijving: "School bellen".into(),
            eigenaar: kevin(),
            dag: date(2026, 12, 1),
        },
        "TaakKlaargezet",
        &format!(
            r#"{{"dag":"2026-12-01","eigenaar":"{KEVIN}","omschrijving":"School bellen","taak":"{TAAK}"}}"#
        ),
    );
    let by = format!(r#"{{"door":"{KEVIN}","taak":"{TAAK}"}}"#);
    golden::<Zaak>(&ZaakEvent::TaakAfgerond { taak, door: kevin(), namens: None }, "TaakAfgerond", &by);
    golden::<Zaak>(&ZaakEvent::TaakHeropend { taak, door: kevin() }, "TaakHeropend", &by);
    golden::<Zaak>(&ZaakEvent::TaakVervallen { taak, door: kevin() }, "TaakVervallen", &by);
    golden::<Zaak>(
        &ZaakEvent::TaakToegewezen { taak, eigenaar: kevin() },
        "TaakToegewezen",
        &format!(r#"{{"eigenaar":"{KEVIN}","taak":"{TAAK}"}}"#),
    );
}

#[test]
fn events_of_a_klantcontact() {
    let contact = Klantcontact {
        id: KlantcontactId(Uuid::from_u128(71)),
        weg: Contactweg::Huisbezoek,
        uitkomst: Contactuitkomst::NietBereikt,
        met: "Maria".into(),
        verslag: "Deed niet open".into(),
        dag: date(2026, 11, 25),
        door: kevin(),
        namens: None,
        doorgegeven: false,
    };
    golden::<Zaak>(
        &ZaakEvent::KlantcontactGenoteerd(Box::new(contact)),
        "KlantcontactGenoteerd",
        &format!(
            r#"{{"dag":"2026-11-25","door":"{KEVIN}","doorgegeven":false,"id":"00000000-0000-0000-0000-000000000047","met":"Maria","uitkomst":"niet_bereikt","verslag":"Deed niet open","weg":"huisbezoek"}}"#
        ),
    );
}

#[test]
fn the_ways_of_a_confirmation() {
    for (weg, word) in [(Bevestigingsweg::Portaal, "\"portaal\""), (Bevestigingsweg::Geen, "\"geen\"")] {
        assert_eq!(serde_json::to_string(&weg).unwrap(), word);
        assert_eq!(serde_json::from_str::<Bevestigingsweg>(word).unwrap(), weg);
    }
}
