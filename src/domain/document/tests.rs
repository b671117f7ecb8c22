use uuid::Uuid;

use super::*;
use crate::domain::aggregate::Aggregate;
use crate::domain::check::{check, ik};
use crate::domain::ids::{GesprekId, MedewerkerId, OpmerkingId};
use crate::domain::medewerker::Rol;
use crate::domain::wat::Wat;
use crate::limits::{GENOEMDEN_MAX, KANTLIJN_BYTES_MAX, OPMERKING_CHARS_MAX, REACTIES_MAX};

const EMMA: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const DIE: OpmerkingId = OpmerkingId(Uuid::from_u128(40));

fn geopend() -> DocumentEvent {
    let (documentsoort, gesprek) = (Documentsoort::Gespreksverslag, GesprekId(Uuid::from_u128(3)));
    DocumentEvent::DocumentGeopend { documentsoort, gesprek, sjabloon: 1 }
}

fn maak(genoemd: &[MedewerkerId]) -> DocumentCommand {
    DocumentCommand::MaakOpmerking {
        opmerking: DIE,
        citaat: "drie trappen".into(),
        tekst: "Klopt dit?".into(),
        genoemd: genoemd.to_vec(),
    }
}

fn gemaakt(genoemd: &[MedewerkerId]) -> DocumentEvent {
    DocumentEvent::OpmerkingGemaakt {
        opmerking: DIE,
        door: ik(),
        citaat: "drie trappen".into(),
        tekst: "Klopt dit?".into(),
        genoemd: genoemd.to_vec(),
    }
}

fn antwoord(tekst: &str) -> DocumentCommand {
    DocumentCommand::BeantwoordOpmerking { opmerking: DIE, tekst: tekst.into(), genoemd: vec![] }
}

fn beantwoord(door: MedewerkerId) -> DocumentEvent {
    DocumentEvent::OpmerkingBeantwoord { opmerking: DIE, door, tekst: "Ja.".into(), genoemd: vec![] }
}

fn afgehandeld() -> DocumentEvent {
    DocumentEvent::OpmerkingAfgehandeld { opmerking: DIE, door: ik() }
}

fn na(events: &[DocumentEvent]) -> Document {
    let at = crate::domain::check::now();
    events.iter().fold(Document::default(), |document, event| document.evolve(event, at))
}

fn zet(given: &[DocumentEvent], when: DocumentCommand, then: Result<Vec<DocumentEvent>, DocumentRefusal>) {
    check::<Document>(Rol::Jeugdconsulent, given, when, then);
}

#[test]
fn a_document_begins_once() {
    let gesprek = GesprekId(Uuid::from_u128(3));
    let documentsoort = Documentsoort::Gespreksverslag;
    let open = DocumentCommand::Open { documentsoort, gesprek, sjabloon: 1 };
    zet(&[], open.clone(), Ok(vec![geopend()]));
    zet(&[geopend()], open, Err(DocumentRefusal::BestaatAl));
}

// shows C9
#[test]
fn a_remark_names_others_once_and_never_oneself() {
    zet(&[geopend()], maak(&[EMMA, EMMA, ik()]), Ok(vec![gemaakt(&[EMMA])]));
    zet(&[], maak(&[]), Err(DocumentRefusal::Onbekend));
    zet(&[geopend(), gemaakt(&[])], maak(&[]), Err(DocumentRefusal::BestaatAl));
    let crowd: Vec<_> = (0..=GENOEMDEN_MAX as u128).map(|n| MedewerkerId(Uuid::from_u128(100 + n))).collect();
    zet(&[geopend()], maak(&crowd), Err(DocumentRefusal::TeVeelGenoemd));
}

// shows C9
#[test]
fn a_remark_is_answered_until_it_was_dealt_with_and_is_kept_then() {
    let open = [geopend(), gemaakt(&[EMMA])];
    let door = ik();
    let reply =
        DocumentEvent::OpmerkingBeantwoord { opmerking: DIE, door, tekst: "Ja.".into(), genoemd: vec![] };
    zet(&open, antwoord("Ja."), Ok(vec![reply]));
    zet(&[geopend()], antwoord("Ja."), Err(DocumentRefusal::OpmerkingOnbekend));
    let full: Vec<_> =
        open.iter().cloned().chain(std::iter::repeat_n(beantwoord(EMMA), REACTIES_MAX)).collect();
    zet(&full, antwoord("Ja."), Err(DocumentRefusal::TeVeelReacties));

    let done = [geopend(), gemaakt(&[EMMA]), afgehandeld()];
    zet(&done, antwoord("Ja."), Err(DocumentRefusal::Afgehandeld));
    zet(&open, DocumentCommand::HandelOpmerkingAf { opmerking: DIE }, Ok(vec![afgehandeld()]));
    zet(&done, DocumentCommand::HandelOpmerkingAf { opmerking: DIE }, Ok(vec![]));
    let heropend = DocumentEvent::OpmerkingHeropend { opmerking: DIE, door };
    zet(&done, DocumentCommand::HeropenOpmerking { opmerking: DIE }, Ok(vec![heropend]));
    let kept = na(&done);
    let kept = kept.kantlijn().and_then(|kantlijn| kantlijn.opmerking(DIE)).cloned();
    assert_eq!(kept.map(|it| (it.citaat, it.ongelezen)), Some(("drie trappen".into(), vec![])));
}

// shows C9
#[test]
fn who_was_named_reads_it_once_and_whoever_answers_has_read_it() {
    let lees = DocumentCommand::LeesOpmerking { opmerking: DIE };
    let gelezen = DocumentEvent::OpmerkingGelezen { opmerking: DIE, door: ik() };
    let genoemd = [geopend(), gemaakt(&[ik()])];
    zet(&genoemd, lees.clone(), Ok(vec![gelezen.clone()]));
    zet(&[geopend(), gemaakt(&[ik()]), gelezen], lees.clone(), Ok(vec![]));
    zet(&[geopend(), gemaakt(&[ik()]), beantwoord(ik())], lees.clone(), Ok(vec![]));
    zet(&[geopend(), gemaakt(&[EMMA])], lees, Ok(vec![]));
}

#[test]
fn the_margin_has_an_end() {
    let long = |n: u128| DocumentEvent::OpmerkingGemaakt {
        opmerking: OpmerkingId(Uuid::from_u128(1000 + n)),
        door: EMMA,
        citaat: Wat::default(),
        tekst: "x".repeat(OPMERKING_CHARS_MAX).into(),
        genoemd: vec![],
    };
    let many = (KANTLIJN_BYTES_MAX / OPMERKING_CHARS_MAX) as u128;
    let full: Vec<_> = std::iter::once(geopend()).chain((0..many).map(long)).collect();
    zet(&full, maak(&[]), Err(DocumentRefusal::KantlijnVol));
    let naam = DocumentCommand::BenoemVersie { seq: 4, naam: "Concept".into() };
    zet(&full, naam, Err(DocumentRefusal::KantlijnVol));
}

// shows C7
#[test]
fn a_version_has_one_name_at_a_time() {
    let naam = |naam: &str| DocumentCommand::BenoemVersie { seq: 4, naam: naam.into() };
    let benoemd = |naam: &str| DocumentEvent::VersieBenoemd { seq: 4, naam: naam.into(), door: ik() };
    zet(&[geopend()], naam("Concept"), Ok(vec![benoemd("Concept")]));
    let once = [geopend(), benoemd("Concept")];
    zet(&once, naam("Concept"), Ok(vec![]));
    zet(&once, naam("Besproken"), Ok(vec![benoemd("Besproken")]));
    let both = na(&[geopend(), benoemd("Concept"), benoemd("Besproken")]);
    let names: Vec<_> =
        both.kantlijn().into_iter().flat_map(|it| &it.versies).map(|it| it.naam.clone()).collect();
    assert_eq!(names, ["Besproken".into()]);
}
