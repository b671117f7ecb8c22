//! The stored form of every event, typed by hand: what is written today must be read for as long as a dossier is kept. A line that
//! changes here is a decision about old journals, with an upcaster, and not a mend.

mod beheerrekening;
mod bescherming;
mod besluit;
mod brief;
mod huishouden;
mod identiteit;
mod nazicht;
mod taken;
mod toekenning;

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::clock::Moment;
use crate::domain::beschikbaarheid::{Beschikbaarheid, BeschikbaarheidEvent};
use crate::domain::document::{Document, DocumentEvent, Documentsoort};
use crate::domain::gesprek::{Gesprek, GesprekEvent, Gesprekplek};
use crate::domain::ids::{CommandId, DocumentId, GesprekId, MedewerkerId, OpmerkingId, PersoonId, ZaakId};
use crate::domain::persoon::{Adres, Persoon, PersoonEvent, Persoonsgegevens};
use crate::domain::zaak::{Kanaal, Melding, Urgentie, Zaak, ZaakEvent};
use crate::domain::zaaktype::Zaaktype;
use crate::store::EventHeader;

const KEVIN: &str = "00000000-0000-0000-0000-000000000002";

fn stored(soort: &str, schema: u16, body: &str) -> StoredEvent {
    let header = EventHeader {
        soort: soort.to_owned(),
        schema,
        at: Moment::from_micros(0),
        geldig_op: None,
        door: None,
        namens: None,
        rol: None,
        cmd_id: CommandId(Uuid::nil()),
        oorzaak: None,
    };
    StoredEvent { version: 1, header, body: Some(body.as_bytes().to_vec()) }
}

/// Written as this, and read back from this.
#[track_caller]
pub(super) fn golden<A: Aggregate>(event: &A::Event, soort: &str, body: &str)
where
    A::Event: PartialEq + std::fmt::Debug,
{
    let (word, bytes) = encode::<A>(event).unwrap();
    assert_eq!((word.as_str(), String::from_utf8(bytes).unwrap().as_str()), (soort, body));
    assert_eq!(decode::<A>(&stored(soort, 1, body)).unwrap().as_ref(), Some(event));
}

fn kevin() -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(2))
}

#[test]
fn events_of_a_zaak() {
    let melding = Melding {
        onderwerp: "Hulp in huis".into(),
        toelichting: Some("Lukt niet meer".into()),
        kanaal: Kanaal::Balie,
        urgentie: Urgentie::Spoed,
    };
    golden::<Zaak>(
        &ZaakEvent::MeldingGeregistreerd {
            zaaknummer: "ZAAK-2026-000001".into(),
            zaaktype: Zaaktype::MeldingWmo,
            persoon: PersoonId(Uuid::from_u128(5)),
            melder: kevin(),
            melding,
            contact: None,
            bevestiging: None,
            uiterlijk_op: date(2027, 1, 6),
        },
        "MeldingGeregistreerd",
        &format!(
            r#"{{"melder":"{KEVIN}","melding":{{"kanaal":"balie","onderwerp":"Hulp in huis","toelichting":"Lukt niet meer","urgentie":"spoed"}},"persoon":"00000000-0000-0000-0000-000000000005","uiterlijk_op":"2027-01-06","zaaknummer":"ZAAK-2026-000001","zaaktype":"MELDING-WMO"}}"#
        ),
    );
    golden::<Zaak>(
        &ZaakEvent::ZaakToegewezen { behandelaars: vec![kevin()], reden: None },
        "ZaakToegewezen",
        &format!(r#"{{"behandelaars":["{KEVIN}"],"reden":null}}"#),
    );
    golden::<Zaak>(
        &ZaakEvent::ZaakVrijgegeven { reden: "Toch een ander".into() },
        "ZaakVrijgegeven",
        r#"{"reden":"Toch een ander"}"#,
    );
    golden::<Zaak>(
        &ZaakEvent::InBehandelingGenomen { door: kevin() },
        "InBehandelingGenomen",
        &format!(r#"{{"door":"{KEVIN}"}}"#),
    );
}

#[test]
fn events_of_a_persoon() {
    let gegevens = Persoonsgegevens {
        bsn: Some("123456782".to_owned().try_into().unwrap()),
        voornamen: "Maria".into(),
        voorvoegsel: None,
        achternaam: "Verhoef".into(),
        geboortedatum: Some(date(1958, 3, 14)),
        telefoon: None,
        adres: Some(Adres {
            straat: "Turfkade".into(),
            huisnummer: "18".into(),
            postcode: "9999 XA".into(),
            plaats: "Wiedermeer".into(),
        }),
    };
    golden::<Persoon>(
        &PersoonEvent::PersoonGeregistreerd(gegevens),
        "PersoonGeregistreerd",
        r#"{"achternaam":"Verhoef","adres":{"huisnummer":"18","plaats":"Wiedermeer","postcode":"9999 XA","straat":"Turfkade"},"bsn":"123456782","geboortedatum":"1958-03-14","telefoon":null,"voornamen":"Maria","voorvoegsel":null}"#,
    );
    golden::<Persoon>(
        &PersoonEvent::TelefoonGewijzigd { telefoon: Some("06 1234 5678".into()) },
        "TelefoonGewijzigd",
        r#"{"telefoon":"06 1234 5678"}"#,
    );
}

/// Half past ten in the Netherlands, in winter.
fn tien_uur_dertig() -> Moment {
    "2026-12-01T09:30:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

#[test]
fn events_of_a_gesprek_and_a_document() {
    golden::<Gesprek>(
        &GesprekEvent::GesprekGeopend {
            zaken: vec![ZaakId(Uuid::from_u128(6))],
            deelnemers: vec![kevin()],
            document: DocumentId(Uuid::from_u128(7)),
        },
        "GesprekGeopend",
        &format!(
            r#"{{"deelnemers":["{KEVIN}"],"document":"00000000-0000-0000-0000-000000000007","zaken":["00000000-0000-0000-0000-000000000006"]}}"#
        ),
    );
    golden::<Gesprek>(
        &GesprekEvent::DeelnemerToegevoegd { deelnemer: kevin() },
        "DeelnemerToegevoegd",
        &format!(r#"{{"deelnemer":"{KEVIN}"}}"#),
    );
    golden::<Gesprek>(
        &GesprekEvent::DeelnemerVerwijderd { deelnemer: kevin() },
        "DeelnemerVerwijderd",
        &format!(r#"{{"deelnemer":"{KEVIN}"}}"#),
    );
    golden::<Gesprek>(
        &GesprekEvent::GesprekGepland { begin: tien_uur_dertig(), plek: Gesprekplek::Thuis },
        "GesprekGepland",
        r#"{"begin":"2026-12-01T09:30:00Z","plek":"thuis"}"#,
    );
    golden::<Gesprek>(
        &GesprekEvent::GesprekVerplaatst { begin: tien_uur_dertig(), plek: Gesprekplek::Bellen },
        "GesprekVerplaatst",
        r#"{"begin":"2026-12-01T09:30:00Z","plek":"bellen"}"#,
    );
    golden::<Gesprek>(
        &GesprekEvent::GesprekAfgezegd { reden: "Maria is ziek".into() },
        "GesprekAfgezegd",
        r#"{"reden":"Maria is ziek"}"#,
    );
    golden::<Document>(
        &DocumentEvent::DocumentGeopend {
            documentsoort: Documentsoort::Gespreksverslag,
            gesprek: GesprekId(Uuid::from_u128(8)),
            sjabloon: 1,
        },
        "DocumentGeopend",
        r#"{"documentsoort":"gespreksverslag","gesprek":"00000000-0000-0000-0000-000000000008","sjabloon":1}"#,
    );
    beside_a_document();
}

fn beside_a_document() {
    let opmerking = OpmerkingId(Uuid::from_u128(9));
    let die = r#""opmerking":"00000000-0000-0000-0000-000000000009""#;
    golden::<Document>(
        &DocumentEvent::OpmerkingGemaakt {
            opmerking,
            door: kevin(),
            citaat: "drie trappen".into(),
            tekst: "Klopt dit?".into(),
            genoemd: vec![kevin()],
        },
        "OpmerkingGemaakt",
        &format!(
            r#"{{"citaat":"drie trappen","door":"{KEVIN}","genoemd":["{KEVIN}"],{die},"tekst":"Klopt dit?"}}"#
        ),
    );
    golden::<Document>(
        &DocumentEvent::OpmerkingBeantwoord {
            opmerking,
            door: kevin(),
            tekst: "Ja.".into(),
            genoemd: vec![],
        },
        "OpmerkingBeantwoord",
        &format!(r#"{{"door":"{KEVIN}","genoemd":[],{die},"tekst":"Ja."}}"#),
    );
    for (event, soort) in [
        (DocumentEvent::OpmerkingAfgehandeld { opmerking, door: kevin() }, "OpmerkingAfgehandeld"),
        (DocumentEvent::OpmerkingHeropend { opmerking, door: kevin() }, "OpmerkingHeropend"),
        (DocumentEvent::OpmerkingGelezen { opmerking, door: kevin() }, "OpmerkingGelezen"),
    ] {
        golden::<Document>(&event, soort, &format!(r#"{{"door":"{KEVIN}",{die}}}"#));
    }
    golden::<Document>(
        &DocumentEvent::VersieBenoemd { seq: 4, naam: "Concept".into(), door: kevin() },
        "VersieBenoemd",
        &format!(r#"{{"door":"{KEVIN}","naam":"Concept","seq":4}}"#),
    );
}

#[test]
fn events_of_a_medewerker() {
    golden::<Beschikbaarheid>(
        &BeschikbaarheidEvent::AfwezigGemeld { vanaf: date(2026, 11, 25), tot_en_met: None },
        "AfwezigGemeld",
        r#"{"tot_en_met":null,"vanaf":"2026-11-25"}"#,
    );
    golden::<Beschikbaarheid>(&BeschikbaarheidEvent::TerugGemeld {}, "TerugGemeld", "{}");
    golden::<Beschikbaarheid>(
        &BeschikbaarheidEvent::ZaakGezien { zaak: ZaakId(Uuid::from_u128(6)), versie: 3 },
        "ZaakGezien",
        r#"{"versie":3,"zaak":"00000000-0000-0000-0000-000000000006"}"#,
    );
}

#[test]
fn what_this_version_does_not_know_it_does_not_skip() {
    let unknown = decode::<Zaak>(&stored("ZaakOpgegeten", 1, "{}"));
    assert!(matches!(unknown, Err(Fault::Corrupt(_))), "{unknown:?}");
    let newer = decode::<Zaak>(&stored("InBehandelingGenomen", 2, &format!(r#"{{"door":"{KEVIN}"}}"#)));
    assert!(matches!(newer, Err(Fault::Corrupt(_))), "{newer:?}");
    let half = decode::<Zaak>(&stored("InBehandelingGenomen", 1, r#"{"door":"#));
    assert!(matches!(half, Err(Fault::Corrupt(_))), "{half:?}");
}

#[test]
fn what_was_erased_is_gone_and_not_an_error() {
    let mut erased = stored("InBehandelingGenomen", 1, "");
    erased.body = None;
    assert_eq!(decode::<Zaak>(&erased).unwrap(), None);
}

#[test]
fn a_fault_does_not_quote_what_it_could_not_read() {
    let Err(Fault::Corrupt(why)) =
        decode::<Persoon>(&stored("TelefoonGewijzigd", 1, r#"{"telefoon":123456782}"#))
    else {
        unreachable!("a number is no telephone")
    };
    assert!(!why.contains("123456782"), "{why}");
}
