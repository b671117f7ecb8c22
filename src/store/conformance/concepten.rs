//! Concepten, and what a command takes with it when it ends something.

use super::*;
use crate::domain::concept::Conceptsoort;
use crate::domain::ids::PersoonId;
use crate::limits::CONCEPTEN_MAX;
use crate::store::{
    ConceptSleutel, ConceptWeg, ConceptWrite, Concepten, NieuwConcept, Position, StoredConcept,
};

const MARIA: PersoonId = PersoonId(Uuid::from_u128(0x3a));
const DYLAN: PersoonId = PersoonId(Uuid::from_u128(0x3b));
/// How long those of this suite last.
const TERM: i64 = 1_000;

pub(crate) fn van(medewerker: MedewerkerId) -> ConceptSleutel {
    ConceptSleutel { gemeente: GEMEENTE, medewerker, soort: Conceptsoort::Contact, onderwerp: None }
}

fn over(n: u128) -> ConceptSleutel {
    let onderwerp = Some(Uuid::from_u128(n));
    ConceptSleutel { soort: Conceptsoort::Besluit, onderwerp, ..van(KEVIN) }
}

pub(crate) fn nieuw(sleutel: ConceptSleutel, basis: u64, n: i64, inhoud: &str) -> NieuwConcept {
    NieuwConcept {
        sleutel,
        basis,
        personen: vec![DYLAN, MARIA, DYLAN],
        sessie: Uuid::from_u128(0x5e55),
        at: moment(n),
        verloopt_op: moment(n + TERM),
        inhoud: inhoud.as_bytes().to_vec(),
    }
}

pub(crate) fn bewaar(nieuw: NieuwConcept) -> Write {
    Write::Concept(ConceptWrite::Bewaar(nieuw, vec![audit_row(1, "concept/contact")]))
}

fn weg(sleutel: ConceptSleutel, versie: u64) -> Write {
    Write::Concept(ConceptWrite::Weg(ConceptWeg { sleutel, versie }, vec![]))
}

/// The version at which it is kept now.
async fn kept(journal: &impl Journal, concept: NieuwConcept) -> u64 {
    let versie = concept.versie();
    assert_eq!(commit(journal, bewaar(concept)).await, Ok(Appended::Kept));
    versie
}

async fn read(journal: &impl Concepten, sleutel: ConceptSleutel, n: i64) -> Option<StoredConcept> {
    journal.concept(sleutel, moment(n)).await.unwrap()
}

async fn tekst(journal: &impl Concepten, sleutel: ConceptSleutel, n: i64) -> Option<String> {
    read(journal, sleutel, n).await.map(|concept| String::from_utf8(concept.inhoud).unwrap())
}

// shows C2-L2
pub(crate) async fn a_concept_comes_back_to_its_owner(journal: &(impl Journal + Concepten)) {
    let versie = kept(journal, nieuw(van(KEVIN), 0, 5, "De trap")).await;
    let expected = StoredConcept {
        versie,
        personen: vec![MARIA, DYLAN],
        sessie: Uuid::from_u128(0x5e55),
        at: moment(5),
        verloopt_op: moment(5 + TERM),
        inhoud: b"De trap".to_vec(),
    };
    assert_eq!(read(journal, van(KEVIN), 6).await, Some(expected));
    for other in [van(EMMA), ConceptSleutel { gemeente: ANDERE, ..van(KEVIN) }, over(1)] {
        assert_eq!(read(journal, other, 6).await, None, "{other:?}");
    }
    // One kind about two things is two.
    kept(journal, nieuw(over(1), 0, 7, "een")).await;
    kept(journal, nieuw(over(2), 0, 8, "twee")).await;
    assert_eq!(tekst(journal, over(1), 9).await.as_deref(), Some("een"));
    assert_eq!(tekst(journal, over(2), 9).await.as_deref(), Some("twee"));
    // And the trail has what happened, and no word of it.
    let filter = crate::store::AuditFilter::periode(GEMEENTE, moment(0), moment(99), 99);
    assert_eq!(journal.read_audit(&filter).await.unwrap().len(), 3);
}

pub(crate) async fn a_concept_moves_from_what_was_read(journal: &(impl Journal + Concepten)) {
    let first = kept(journal, nieuw(van(KEVIN), 0, 5, "een")).await;
    let elders = |versie| Err(Refusal::ConceptElders { versie });
    // Another browser, which saw none, or an older one.
    assert_eq!(commit(journal, bewaar(nieuw(van(KEVIN), 0, 6, "blind"))).await, elders(first));
    let second = kept(journal, nieuw(van(KEVIN), first, 7, "twee")).await;
    assert!(second > first);
    assert_eq!(commit(journal, bewaar(nieuw(van(KEVIN), first, 8, "oud"))).await, elders(second));
    assert_eq!(commit(journal, weg(van(KEVIN), first)).await, elders(second));
    assert_eq!(tekst(journal, van(KEVIN), 9).await.as_deref(), Some("twee"));
    // Within one batch too.
    let third = nieuw(van(KEVIN), second, 10, "drie");
    let then = nieuw(van(KEVIN), third.versie(), 10, "vier");
    let last = then.versie();
    assert!(last > third.versie(), "also within one microsecond");
    for outcome in commit_all(journal, vec![bewaar(third), bewaar(then)]).await {
        outcome.unwrap();
    }
    assert_eq!(tekst(journal, van(KEVIN), 11).await.as_deref(), Some("vier"));
    assert_eq!(commit(journal, weg(van(KEVIN), last)).await, Ok(Appended::Kept));
    assert_eq!(commit(journal, weg(van(KEVIN), last)).await, Ok(Appended::Kept), "it is gone already");
    assert_eq!(read(journal, van(KEVIN), 12).await, None);
    // Who still has the one that went is not taken for who has the next one.
    let next = kept(journal, nieuw(van(KEVIN), 0, 13, "vijf")).await;
    assert_eq!(commit(journal, bewaar(nieuw(van(KEVIN), last, 14, "spook"))).await, elders(next));
}

pub(crate) async fn a_concept_ends_by_itself(journal: &(impl Journal + Concepten)) {
    kept(journal, nieuw(van(KEVIN), 0, 5, "een")).await;
    assert!(read(journal, van(KEVIN), 4 + TERM).await.is_some());
    assert_eq!(read(journal, van(KEVIN), 5 + TERM).await, None);
    // What ended is in nobody's way, and is cleared away.
    let next = kept(journal, nieuw(van(KEVIN), 0, 5 + TERM, "twee")).await;
    kept(journal, nieuw(van(EMMA), 0, 6 + TERM, "van Emma")).await;
    let clean = |n| Write::Concept(ConceptWrite::Opruimen { at: moment(n) });
    commit(journal, clean(5 + 2 * TERM)).await.unwrap();
    assert_eq!(read(journal, van(KEVIN), 0).await, None, "also for who looks with an old clock");
    assert_eq!(tekst(journal, van(EMMA), 0).await.as_deref(), Some("van Emma"));
    // A change begins the term anew.
    let again = kept(journal, nieuw(van(KEVIN), 0, 2 * TERM, "drie")).await;
    assert!(again > next);
    kept(journal, nieuw(van(KEVIN), again, 3 * TERM - 1, "vier")).await;
    commit(journal, clean(3 * TERM)).await.unwrap();
    assert_eq!(tekst(journal, van(KEVIN), 3 * TERM).await.as_deref(), Some("vier"));
}

pub(crate) async fn somebody_has_so_many_concepten(journal: &(impl Journal + Concepten)) {
    let last = CONCEPTEN_MAX as u128;
    let batch = (1..=last + 1).map(|n| bewaar(nieuw(over(n), 0, 5, "x"))).collect();
    let outcomes = commit_all(journal, batch).await;
    let (refused, done) = outcomes.split_last().unwrap();
    assert!(done.iter().all(Result::is_ok));
    assert_eq!(*refused, Err(Refusal::ConceptenVol));
    // Those that are there go on, others' too, and one that goes makes room.
    let versie = kept(journal, nieuw(over(1), nieuw(over(1), 0, 5, "x").versie(), 6, "y")).await;
    kept(journal, nieuw(van(EMMA), 0, 6, "van Emma")).await;
    assert_eq!(commit(journal, bewaar(nieuw(over(last + 1), 0, 7, "x"))).await, Err(Refusal::ConceptenVol));
    commit(journal, weg(over(1), versie)).await.unwrap();
    kept(journal, nieuw(over(last + 1), 0, 8, "x")).await;
}

// shows C2-L2
pub(crate) async fn what_is_handed_in_is_no_concept_any_more(journal: &(impl Journal + Concepten)) {
    let hand_in = |n: u128, expected, versie| Append {
        concepten: vec![ConceptWeg { sleutel: van(KEVIN), versie }],
        ..adds(n, zaak(1), expected, &["melding"])
    };
    let versie = kept(journal, nieuw(van(KEVIN), 0, 5, "een")).await;
    assert!(append(journal, hand_in(1, 7, versie)).await.is_err());
    assert_eq!(tekst(journal, van(KEVIN), 6).await.as_deref(), Some("een"), "what was refused took nothing");
    append(journal, hand_in(2, 0, versie)).await.unwrap();
    assert_eq!(read(journal, van(KEVIN), 6).await, None);
    // Once: the same from another tab would be recorded twice. The same command again is answered as before.
    assert_eq!(append(journal, hand_in(3, 1, versie)).await, Err(Refusal::ConceptWeg));
    assert!(matches!(append(journal, hand_in(2, 0, versie)).await, Ok(Appended::Repeated { .. })));
    // What was typed on meanwhile, elsewhere, is not in what would be handed in.
    let next = kept(journal, nieuw(van(KEVIN), 0, 7, "twee")).await;
    let last = kept(journal, nieuw(van(KEVIN), next, 8, "drie")).await;
    assert_eq!(append(journal, hand_in(3, 1, next)).await, Err(Refusal::ConceptWeg));
    assert_eq!(tekst(journal, van(KEVIN), 9).await.as_deref(), Some("drie"));
    append(journal, hand_in(4, 1, last)).await.unwrap();
}

// shows KING-ZT21
pub(crate) async fn what_a_command_erases_is_gone_with_it(journal: &(impl Journal + Concepten)) {
    let persoon = StreamId { kind: StreamKind::Persoon, id: MARIA.0 };
    append(journal, adds(1, persoon, 0, &["Maria"])).await.unwrap();
    let before = append(journal, adds(2, zaak(1), 0, &["blijft"])).await;
    let Ok(Appended::Done { position: Position(before) }) = before else { panic!("{before:?}") };
    kept(journal, nieuw(van(KEVIN), 0, 5, "over Maria")).await;
    kept(journal, nieuw(over(MARIA.0.as_u128()), 0, 5, "van Maria")).await;
    let other = NieuwConcept { personen: vec![DYLAN], ..nieuw(van(EMMA), 0, 5, "over Dylan") };
    kept(journal, other).await;
    let state =
        |name, position| Write::Projection { name, position: Position(position), bytes: b"x".to_vec() };
    for (name, position) in [("lijst", before), ("klok", before + (1 << 40))] {
        commit(journal, state(name, position)).await.unwrap();
    }

    let ends = Append { wist: vec![persoon], ..adds(3, persoon, 1, &[""]) };
    let done = append(journal, ends.clone()).await;
    let Ok(Appended::Done { position: Position(end) }) = done else { panic!("{done:?}") };
    assert!(end > before && end < before + (1 << 40));
    let said = journal.load(GEMEENTE, persoon, 0).await.unwrap();
    assert!(said.len() == 2 && said.iter().all(|event| event.body.is_none()), "{said:?}");
    assert_eq!(bodies(journal, zaak(1)).await, ["blijft"]);
    let feed = journal.feed(Position(0), 9).await.unwrap();
    assert_eq!(feed.iter().map(|event| event.event.body.is_some()).collect::<Vec<_>>(), [false, true, false]);
    for sleutel in [van(KEVIN), over(MARIA.0.as_u128())] {
        assert_eq!(read(journal, sleutel, 6).await, None);
    }
    assert_eq!(tekst(journal, van(EMMA), 6).await.as_deref(), Some("over Dylan"));
    // Whoever follows the feed and was kept before has nothing kept any more, and cannot bring it back; the others keep theirs.
    assert_eq!(journal.projection("lijst").await.unwrap(), None);
    commit(journal, state("lijst", before)).await.unwrap();
    assert_eq!(journal.projection("lijst").await.unwrap(), None);
    commit(journal, state("lijst", end)).await.unwrap();
    assert!(journal.projection("lijst").await.unwrap().is_some());
    assert!(journal.projection("klok").await.unwrap().is_some());

    assert_eq!(append(journal, adds(4, persoon, 2, &["terug"])).await, Err(Refusal::Missing));
    assert_eq!(append(journal, Append { wist: vec![persoon], ..bare(5) }).await, Err(Refusal::Missing));
    // Asked again it was done, with an answer that tells nothing.
    assert_eq!(append(journal, ends).await, Ok(Appended::Repeated { answer: Vec::new() }));
}
