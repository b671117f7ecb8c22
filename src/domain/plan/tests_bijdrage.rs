//! What a lid brings into a plan, and what who leads it does with it.

use std::collections::BTreeSet;

use jiff::ToSpan;
use uuid::Uuid;

use super::tests::{ACTIE, ANDER, DOEL, DYLAN, MARIA, actie, afspraak, begonnen, doel};
use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::DoelreactieId;
use crate::domain::medewerker::{Machtiging, Rol, Wie};
use crate::domain::mens::Mens;
use crate::domain::wat::Wat;
use crate::limits::{
    ACTIEMELDINGEN_WACHTEND_MAX, DOELREACTIES_MAX, DOELREACTIES_WACHTEND_MAX, EERDERE_MELDINGEN_MAX,
};

const REACTIE: DoelreactieId = DoelreactieId(Uuid::from_u128(50));
const JAN: PersoonId = PersoonId(Uuid::from_u128(7));

fn inwoner(persoon: PersoonId) -> Wie {
    Wie { id: ANDER, persoon: Some(persoon), ..wie(Rol::Inwoner) }
}

/// Given these events, when this resident asks this, then that.
#[track_caller]
fn zegt(wie: Wie, given: &[PlanEvent], when: Bijdrage, then: Result<Vec<PlanEvent>, PlanRefusal>) {
    let state = given.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
    let context = Context { wie, now: now(), namens: None, mens: Mens::default() };
    assert_eq!(state.decide(&PlanCommand::Bijdrage(when), &context), then);
}

fn reageer(spreekt_voor: &[PersoonId]) -> Bijdrage {
    Bijdrage::ReageerOpDoel {
        reactie: REACTIE,
        doel: DOEL,
        instemming: Instemming::Oneens,
        tekst: Some("Niet op maandag".into()),
        spreekt_voor: spreekt_voor.iter().copied().collect(),
    }
}

fn gereageerd(n: u128, door: PersoonId) -> PlanEvent {
    PlanEvent::DoelreactieGegeven {
        reactie: DoelreactieId(Uuid::from_u128(n)),
        doel: DOEL,
        door,
        instemming: Instemming::Oneens,
        tekst: Some("Niet op maandag".into()),
    }
}

fn meld() -> Bijdrage {
    Bijdrage::MeldEigenActieGedaan { actie: ACTIE, toelichting: None, spreekt_voor: BTreeSet::from([MARIA]) }
}

fn gemeld() -> PlanEvent {
    PlanEvent::ActieGemeld { actie: ACTIE, door: MARIA, toelichting: None }
}

fn away(onderdeel: Onderdeel) -> PlanEvent {
    let dag = now().day().saturating_add(9.days());
    let achterhouding = Achterhouding { reden: "Eerst bespreken".into(), tot_en_met: dag, herzien_op: dag };
    PlanEvent::OnderdeelAchtergehouden { onderdeel, achterhouding }
}

// shows KING-R1b, KING-R1e
#[test]
fn a_lid_speaks_of_what_is_for_the_groep_for_themselves_or_for_their_child() {
    let of = |voor| [begonnen(ik()), doel(voor)];
    let said = Ok(vec![gereageerd(50, MARIA)]);
    zegt(inwoner(MARIA), &of(Voor::Groep), reageer(&[MARIA]), said.clone());
    zegt(inwoner(MARIA), &of(Voor::Lid(MARIA)), reageer(&[MARIA]), said.clone());
    zegt(inwoner(MARIA), &of(Voor::Lid(DYLAN)), reageer(&[MARIA, DYLAN]), said);
    // Who is let see it reads it.
    zegt(inwoner(MARIA), &of(Voor::Lid(DYLAN)), reageer(&[MARIA]), Err(PlanRefusal::NietBevoegd));
    let ended = [begonnen(ik()), doel(Voor::Groep), PlanEvent::PlanAfgesloten { resultaat: "Klaar".into() }];
    zegt(inwoner(MARIA), &ended, reageer(&[MARIA]), Err(PlanRefusal::Afgesloten));
}

// shows KING-R1b, X-11
#[test]
fn nobody_else_speaks_as_a_lid() {
    let given = [begonnen(ik()), doel(Voor::Groep), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA)))];
    let voor = Machtiging { gemachtigde: JAN, voor: MARIA };
    let broer = Wie { machtiging: Some(voor), ..wie(Rol::Inwoner) };
    let regisseur = Wie { persoon: Some(MARIA), ..wie(Rol::Regisseur) };
    for other in [inwoner(JAN), broer, regisseur, wie(Rol::Regisseur)] {
        zegt(other.clone(), &given, reageer(&[MARIA]), Err(PlanRefusal::Onbekend));
        zegt(other, &given, meld(), Err(PlanRefusal::Onbekend));
    }
}

// shows KING-R1c
#[test]
fn of_what_is_kept_from_the_leden_none_of_them_speaks() {
    let mut step = afspraak(Voor::Groep, Eigenaar::Lid(MARIA));
    step.doel = Some(DOEL);
    let given = vec![begonnen(ik()), doel(Voor::Groep), actie(step)];
    let goal_away = [given.clone(), vec![away(Onderdeel::Doel(DOEL))]].concat();
    zegt(inwoner(MARIA), &goal_away, reageer(&[MARIA]), Err(PlanRefusal::Onbekend));
    zegt(inwoner(MARIA), &goal_away, meld(), Err(PlanRefusal::Onbekend));
    let step_away = [given.clone(), vec![away(Onderdeel::Actie(ACTIE))]].concat();
    zegt(inwoner(MARIA), &step_away, meld(), Err(PlanRefusal::Onbekend));
    zegt(inwoner(MARIA), &given, meld(), Ok(vec![gemeld()]));
}

// shows KING-R1b
#[test]
fn so_much_is_said_as_somebody_can_read() {
    let said = |n: usize, door| (0..n).map(move |n| gereageerd(100 + n as u128, door));
    let base = [begonnen(ik()), doel(Voor::Groep)];
    let given = |events: Vec<PlanEvent>| [base.to_vec(), events].concat();
    let full = given(said(DOELREACTIES_WACHTEND_MAX, MARIA).collect());
    zegt(inwoner(MARIA), &full, reageer(&[MARIA]), Err(PlanRefusal::ReactiesWachten));
    zegt(inwoner(DYLAN), &full, reageer(&[DYLAN]), Ok(vec![gereageerd(50, DYLAN)]));
    let read = PlanEvent::DoelreactieGelezen { reactie: DoelreactieId(Uuid::from_u128(100)), door: ik() };
    let room = [full, vec![read]].concat();
    zegt(inwoner(MARIA), &room, reageer(&[MARIA]), Ok(vec![gereageerd(50, MARIA)]));
    let all = given(said(DOELREACTIES_MAX, JAN).collect());
    zegt(inwoner(MARIA), &all, reageer(&[MARIA]), Err(PlanRefusal::ReactiesVol));
}

// shows KING-R1b, KING-PL7
#[test]
fn who_leads_the_plan_reads_and_answers_once() {
    let given = [begonnen(ik()), doel(Voor::Groep), gereageerd(50, MARIA)];
    let lees = PlanCommand::Bijdrage(Bijdrage::LeesDoelreactie { reactie: REACTIE });
    let tekst = Wat::from("Dinsdag dan");
    let antwoord =
        PlanCommand::Bijdrage(Bijdrage::BeantwoordDoelreactie { reactie: REACTIE, tekst: tekst.clone() });
    let read = PlanEvent::DoelreactieGelezen { reactie: REACTIE, door: ik() };
    let answered = PlanEvent::DoelreactieBeantwoord { reactie: REACTIE, door: ik(), tekst };
    check::<Plan>(Rol::Regisseur, &given, lees.clone(), Ok(vec![read.clone()]));
    check::<Plan>(Rol::Regisseur, &given, antwoord.clone(), Ok(vec![answered.clone()]));
    let both = [given.to_vec(), vec![read, answered]].concat();
    check::<Plan>(Rol::Regisseur, &both, lees.clone(), Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &both, antwoord.clone(), Err(PlanRefusal::AlBeantwoord));
    check::<Plan>(Rol::Regisseur, &given[..2], antwoord.clone(), Err(PlanRefusal::Onbekend));
    let theirs = [begonnen(ANDER), doel(Voor::Groep), gereageerd(50, MARIA)];
    check::<Plan>(Rol::Regisseur, &theirs, antwoord, Err(PlanRefusal::Onbekend));
    check::<Plan>(Rol::Jeugdconsulent, &theirs, lees, Err(PlanRefusal::Onbekend));
}

// shows KING-AC1
#[test]
fn what_a_lid_says_is_done_waits_for_who_leads_the_plan() {
    let step = |eigenaar| [begonnen(ik()), actie(afspraak(Voor::Groep, eigenaar))];
    let given = step(Eigenaar::Lid(MARIA)).to_vec();
    let vraag = Wat::from("Met wie sprak u?");
    let ask = PlanCommand::Bijdrage(Bijdrage::VraagDoorOverActie { actie: ACTIE, vraag: vraag.clone() });
    let asked = PlanEvent::ActieDoorgevraagd { actie: ACTIE, door: ik(), vraag };
    check::<Plan>(Rol::Regisseur, &given, ask.clone(), Err(PlanRefusal::NietGemeld));
    let waits = [given.clone(), vec![gemeld()]].concat();
    let plan = waits.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
    assert_eq!(plan.inhoud().unwrap().actie(ACTIE).unwrap().gedaan_op, None, "who leads it says so");
    zegt(inwoner(MARIA), &waits, meld(), Ok(vec![]));
    let words = Bijdrage::MeldEigenActieGedaan {
        actie: ACTIE,
        toelichting: Some(Wat::from("Gisteren")),
        spreekt_voor: BTreeSet::from([MARIA]),
    };
    zegt(inwoner(MARIA), &waits, words, Err(PlanRefusal::AlGemeld));
    check::<Plan>(Rol::Regisseur, &waits, ask.clone(), Ok(vec![asked.clone()]));
    let again = [waits.clone(), vec![asked]].concat();
    check::<Plan>(Rol::Regisseur, &again, ask.clone(), Err(PlanRefusal::NietGemeld));
    zegt(inwoner(MARIA), &again, meld(), Ok(vec![gemeld()]));
    let done = PlanEvent::ActieGedaan { actie: ACTIE };
    check::<Plan>(
        Rol::Regisseur,
        &waits,
        PlanCommand::MeldActieGedaan { actie: ACTIE },
        Ok(vec![done.clone()]),
    );
    let confirmed = [waits, vec![done]].concat();
    zegt(inwoner(MARIA), &confirmed, meld(), Ok(vec![]));
    check::<Plan>(Rol::Regisseur, &confirmed, ask, Err(PlanRefusal::NietGemeld));
    // Not theirs to say.
    for eigenaar in [Eigenaar::Lid(DYLAN), Eigenaar::Medewerker(ik())] {
        zegt(inwoner(MARIA), &step(eigenaar), meld(), Err(PlanRefusal::NietBevoegd));
    }
    // Not done after all: what was said of it stays to be read, and can be said again.
    let reopened = [confirmed, vec![PlanEvent::ActieHeropend { actie: ACTIE }]].concat();
    zegt(inwoner(MARIA), &reopened, meld(), Ok(vec![gemeld()]));
}

// shows KING-R1b
#[test]
fn what_was_said_of_a_goal_before_it_was_put_in_other_words_says_so() {
    let rewritten = PlanEvent::DoelGewijzigd { doel: DOEL, omschrijving: "Op dinsdag".into() };
    let given = [begonnen(ik()), doel(Voor::Groep), gereageerd(50, MARIA), rewritten, gereageerd(51, MARIA)];
    let plan = given.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
    let said: Vec<_> = plan.inhoud().unwrap().reacties.iter().map(|it| it.herschreven).collect();
    assert_eq!(said, [Some(now()), None], "what was said at one moment with it too, by which came first");
}

// shows KING-R1d, KING-AC1
#[test]
fn that_something_was_asked_on_is_not_told_in_what_the_groep_sees() {
    let given = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA))), gemeld()];
    let asked = PlanEvent::ActieDoorgevraagd { actie: ACTIE, door: ik(), vraag: "Met wie?".into() };
    let shown = |events: &[PlanEvent]| {
        let plan = events.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
        let inhoud = plan.inhoud().unwrap();
        inhoud.gemeld_in_portaal(inhoud.actie(ACTIE).unwrap())
    };
    assert!(!shown(&given[..2]));
    assert!(shown(&given));
    assert!(shown(&[given.to_vec(), vec![asked]].concat()));
    assert!(!shown(&[given.to_vec(), vec![PlanEvent::ActieGedaan { actie: ACTIE }]].concat()));
    // Who said so says that it is not: their own word takes it away.
    assert!(!shown(&[given.to_vec(), vec![nog_niet(None)]].concat()));
}

fn nog_niet(toelichting: Option<Wat>) -> PlanEvent {
    PlanEvent::ActieNogNietGedaan { actie: ACTIE, door: MARIA, toelichting }
}

fn zegt_nog_niet(toelichting: Option<&str>) -> Bijdrage {
    let toelichting = toelichting.map(Wat::from);
    Bijdrage::MeldEigenActieNogNiet { actie: ACTIE, toelichting, spreekt_voor: BTreeSet::from([MARIA]) }
}

fn melding(events: &[PlanEvent]) -> Actie {
    let plan = events.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
    plan.inhoud().unwrap().actie(ACTIE).unwrap().clone()
}

// shows KING-AC1, KING-R1b
#[test]
fn who_is_asked_whether_it_is_done_can_say_that_it_is_not_yet() {
    let given = vec![begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA)))];
    // Nobody said that it is done: it is no news that it is not, and words are not taken for it.
    zegt(inwoner(MARIA), &given, zegt_nog_niet(None), Ok(vec![]));
    zegt(inwoner(MARIA), &given, zegt_nog_niet(Some("Morgen")), Err(PlanRefusal::AlGemeld));
    let asked = PlanEvent::ActieDoorgevraagd { actie: ACTIE, door: ik(), vraag: "Met wie?".into() };
    let asked = [given.clone(), vec![gemeld(), asked]].concat();
    let said = nog_niet(Some("Morgen".into()));
    zegt(inwoner(MARIA), &asked, zegt_nog_niet(Some("Morgen")), Ok(vec![said.clone()]));
    let spreekt_voor = BTreeSet::from([DYLAN]);
    let other = Bijdrage::MeldEigenActieNogNiet { actie: ACTIE, toelichting: None, spreekt_voor };
    zegt(inwoner(DYLAN), &asked, other, Err(PlanRefusal::NietBevoegd));
    let open = [asked, vec![said]].concat();
    let actie = melding(&open);
    assert!(!actie.wacht_op_bevestiging() && actie.nog_niet_ongezien() == Some(now()));
    zegt(inwoner(MARIA), &open, zegt_nog_niet(None), Ok(vec![]));
    zegt(inwoner(MARIA), &open, meld(), Ok(vec![gemeld()]));
    // Who leads the plan sees it, once, and the action stays open with all that was said.
    let see = PlanCommand::HeropenActie { actie: ACTIE };
    let seen = PlanEvent::ActieHeropend { actie: ACTIE };
    check::<Plan>(Rol::Regisseur, &open, see.clone(), Ok(vec![seen.clone()]));
    let after = [open, vec![seen]].concat();
    check::<Plan>(Rol::Regisseur, &after, see, Ok(vec![]));
    let actie = melding(&after);
    let gemeld = actie.gemeld.as_ref().unwrap();
    assert_eq!((actie.nog_niet_ongezien(), gemeld.heropend), (None, None));
    assert!(gemeld.vraag.is_some() && gemeld.nog_niet.as_ref().unwrap().toelichting == Some("Morgen".into()));
}

// shows KING-AC1
#[test]
fn what_was_said_of_an_action_stays_when_it_is_opened_again() {
    let words = PlanEvent::ActieGemeld { actie: ACTIE, door: MARIA, toelichting: Some("Gisteren".into()) };
    let done = PlanEvent::ActieGedaan { actie: ACTIE };
    let given = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA))), words, done];
    // Done is done: the words of who did not know that are not dropped.
    zegt(inwoner(MARIA), &given, zegt_nog_niet(Some("Toch niet")), Err(PlanRefusal::AlGemeld));
    let actie = melding(&[given.to_vec(), vec![PlanEvent::ActieHeropend { actie: ACTIE }]].concat());
    let gemeld = actie.gemeld.as_ref().unwrap();
    assert_eq!((actie.gedaan_op, gemeld.heropend), (None, Some(now())));
    assert_eq!(gemeld.toelichting, Some("Gisteren".into()));
    assert!(!actie.wacht_op_bevestiging(), "it waits for nobody");
}

// shows KING-AC1: nothing that somebody wrote is put in the place of something else
#[test]
fn what_was_said_of_an_action_before_stays_to_be_read_when_it_is_reported_once_more() {
    let given = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA)))].to_vec();
    let said = |words: &str| PlanEvent::ActieGemeld {
        actie: ACTIE,
        door: MARIA,
        toelichting: Some(Wat::from(words)),
    };
    let asked = PlanEvent::ActieDoorgevraagd { actie: ACTIE, door: ik(), vraag: "Met wie sprak u?".into() };
    let reopened = [PlanEvent::ActieGedaan { actie: ACTIE }, PlanEvent::ActieHeropend { actie: ACTIE }];
    let words = |events: &[PlanEvent]| {
        let plan = events.iter().fold(Plan::default(), |state, event| state.evolve(event, now()));
        let found = plan.inhoud().unwrap().actie(ACTIE).unwrap().clone();
        let told = |it: &Actiemelding| (it.toelichting.clone(), it.vraag.as_ref().map(|it| it.tekst.clone()));
        (found.eerder_gemeld.iter().map(told).collect::<Vec<_>>(), found.gemeld.as_ref().map(told))
    };
    let wat = |words: &str| Some(Wat::from(words));
    let first = (wat("Gebeld"), wat("Met wie sprak u?"));
    let events = [given, vec![said("Gebeld"), asked]].concat();
    assert_eq!(words(&events), (vec![], Some(first.clone())));
    let events = [events, vec![said("Met de school")]].concat();
    assert_eq!(words(&events), (vec![first.clone()], Some((wat("Met de school"), None))));
    let events = [events, reopened.to_vec()].concat();
    assert_eq!(words(&events), (vec![first], Some((wat("Met de school"), None))), "what was said stays");
    let many = [events, std::iter::repeat_n(said("Weer"), EERDERE_MELDINGEN_MAX + 2).collect()].concat();
    assert_eq!(words(&many).0.len(), EERDERE_MELDINGEN_MAX);
}

// shows KING-AC1, KING-R1d, KING-R1e
#[test]
fn of_two_who_may_speak_of_one_child_neither_takes_back_what_the_other_said() {
    let both = BTreeSet::from([DYLAN, MARIA]);
    let says = |words: Option<&str>| Bijdrage::MeldEigenActieNogNiet {
        actie: ACTIE,
        toelichting: words.map(Wat::from),
        spreekt_voor: both.clone(),
    };
    let of_dylan = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(DYLAN)))].to_vec();
    let reported = [of_dylan, vec![gemeld()]].concat();
    for words in [None, Some("Ik was ziek")] {
        zegt(inwoner(DYLAN), &reported, says(words), Err(PlanRefusal::NietBevoegd));
    }
    zegt(inwoner(MARIA), &reported, says(None), Ok(vec![nog_niet(None)]));
    // Nor is it put in hers by what was recorded.
    let his = PlanEvent::ActieNogNietGedaan { actie: ACTIE, door: DYLAN, toelichting: Some("Ziek".into()) };
    let after = melding(&[reported.clone(), vec![his]].concat());
    assert_eq!(after.gemeld, melding(&reported).gemeld);
    // What she took back he can report, and then it is his to take back.
    let theirs = PlanEvent::ActieGemeld { actie: ACTIE, door: DYLAN, toelichting: None };
    let again = [reported, vec![nog_niet(None), theirs]].concat();
    zegt(inwoner(MARIA), &again, says(None), Err(PlanRefusal::NietBevoegd));
    let back = PlanEvent::ActieNogNietGedaan { actie: ACTIE, door: DYLAN, toelichting: None };
    zegt(inwoner(DYLAN), &again, says(None), Ok(vec![back]));
}

// shows KING-AC1
#[test]
fn that_it_is_not_done_yet_is_seen_by_who_confirms_or_opens_the_action() {
    let given = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA))), gemeld()].to_vec();
    let open = [given, vec![nog_niet(Some("Morgen".into()))]].concat();
    let seen = |events: &[PlanEvent]| melding(events).gemeld.unwrap().nog_niet.unwrap().gezien;
    assert_eq!(seen(&open), None);
    let confirmed = [open, vec![PlanEvent::ActieGedaan { actie: ACTIE }]].concat();
    assert_eq!(seen(&confirmed), Some(now()));
    let reopened = [confirmed, vec![PlanEvent::ActieHeropend { actie: ACTIE }]].concat();
    let actie = melding(&reopened);
    assert_eq!((actie.nog_niet_ongezien(), actie.gemeld.unwrap().heropend), (None, Some(now())));
}

// shows KING-AC1
#[test]
fn an_action_is_reported_so_often_as_somebody_looks() {
    let given = [begonnen(ik()), actie(afspraak(Voor::Groep, Eigenaar::Lid(MARIA)))].to_vec();
    let to_and_fro =
        |times| std::iter::repeat_n([gemeld(), nog_niet(None)], times).flatten().collect::<Vec<_>>();
    let full = [given.clone(), to_and_fro(ACTIEMELDINGEN_WACHTEND_MAX)].concat();
    zegt(inwoner(MARIA), &full, meld(), Err(PlanRefusal::MeldingenWachten));
    let almost = [given, to_and_fro(ACTIEMELDINGEN_WACHTEND_MAX - 1)].concat();
    zegt(inwoner(MARIA), &almost, meld(), Ok(vec![gemeld()]));
    // The last of them can still be taken back.
    zegt(inwoner(MARIA), &[almost, vec![gemeld()]].concat(), zegt_nog_niet(None), Ok(vec![nog_niet(None)]));
    let asked = PlanEvent::ActieDoorgevraagd { actie: ACTIE, door: ik(), vraag: "Met wie?".into() };
    for looked in [PlanEvent::ActieHeropend { actie: ACTIE }, asked] {
        zegt(inwoner(MARIA), &[full.clone(), vec![looked]].concat(), meld(), Ok(vec![gemeld()]));
    }
    // Since it was kept from the leden and shown again it is another one to them: how often it was reported is not told.
    let portaal = Onderdeel::Actie(ACTIE);
    let other = [away(portaal), PlanEvent::OnderdeelGedeeld { onderdeel: portaal }].to_vec();
    zegt(inwoner(MARIA), &[full, other].concat(), meld(), Ok(vec![gemeld()]));
}
