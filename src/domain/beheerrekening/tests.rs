use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::geld::Eurocent;
use crate::domain::medewerker::Rol;
use crate::domain::mens::Mens;

const HUUB: PersoonId = PersoonId(Uuid::from_u128(6));

fn klant() -> KlantId {
    KlantId::parse("KT-000001").unwrap()
}

fn geopend() -> BeheerrekeningEvent {
    BeheerrekeningEvent::RekeningGeopend {
        persoon: HUUB,
        klant: klant(),
        vorm: Beheervorm::Plus,
        behandelaar: ik(),
    }
}

fn peil(seconds: i64, source_seq: u64) -> Peil {
    Peil { as_of: now().plus_micros(seconds * 1_000_000), source_seq }
}

/// Pots by code with their cents, then free, then under way; the balance is what they make together.
fn waarneming(peil: Peil, potten: &[(&str, i64)], vrij: i64, onderweg: i64, ids: &[&str]) -> Waarneming {
    let pot = |(code, cents): &(&str, i64)| Reservering {
        code: (*code).to_owned(),
        naam: format!("Pot {code}"),
        doel: "Sparen".to_owned(),
        saldo: Eurocent::van(*cents),
        streef: Some(Eurocent::van(50_000)),
    };
    let transactie = |id: &&str| Transactie {
        id: (*id).to_owned(),
        datum: now().day(),
        omschrijving: "Boodschappen".to_owned(),
        bedrag: Eurocent::van(-100),
        gat: false,
    };
    let binnen: i64 = potten.iter().map(|(_, cents)| cents).sum();
    Waarneming {
        peil,
        saldo: Eurocent::van(binnen + vrij + onderweg),
        reserveringen: potten.iter().map(pot).collect(),
        vrij: Eurocent::van(vrij),
        onderweg: Eurocent::van(onderweg),
        lening: None,
        transacties: ids.iter().map(transactie).collect(),
    }
}

fn given(events: &[BeheerrekeningEvent]) -> Beheerrekening {
    events.iter().fold(Beheerrekening::default(), |state, event| state.evolve(event, now()))
}

/// The event that an observation makes; it must make one.
#[track_caller]
fn gezien(given_events: &[BeheerrekeningEvent], seen: &Waarneming) -> BeheerrekeningEvent {
    nieuws(given(given_events).verwerk_waarneming(seen, None)).expect("this is news")
}

fn nieuws(verdict: Result<Verwerking, BeheerrekeningRefusal>) -> Option<BeheerrekeningEvent> {
    match verdict.unwrap() {
        Verwerking::Nieuws(event) => Some(event),
        Verwerking::Zelfde | Verwerking::Voorbij => None,
    }
}

fn waargenomen(event: &BeheerrekeningEvent) -> &Waargenomen {
    match event {
        BeheerrekeningEvent::SaldoWaargenomen(seen) => seen,
        BeheerrekeningEvent::RekeningGeopend { .. } | BeheerrekeningEvent::RekeningOvergedragen { .. } => {
            unreachable!("an observation")
        }
    }
}

fn lines(event: &BeheerrekeningEvent) -> Vec<(Rekeningdeel, i64)> {
    waargenomen(event).boeking.iter().map(|line| (line.deel.clone(), line.bedrag.cents())).collect()
}

fn pot(code: &str) -> Rekeningdeel {
    Rekeningdeel::Reservering(code.to_owned())
}

// shows SHV1-PRE1, SHV1-A2r
#[test]
fn a_rekening_is_opened_once_and_by_budgetbeheer() {
    let open = BeheerrekeningCommand::OpenRekening { persoon: HUUB, klant: klant(), vorm: Beheervorm::Plus };
    let rol = Rol::MedewerkerBudgetbeheer;
    check::<Beheerrekening>(rol, &[], open.clone(), Ok(vec![geopend()]));
    check::<Beheerrekening>(rol, &[geopend()], open.clone(), Err(BeheerrekeningRefusal::BestaatAl));
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != Rol::MedewerkerBudgetbeheer) {
        check::<Beheerrekening>(rol, &[], open.clone(), Err(BeheerrekeningRefusal::NietBevoegd));
    }
}

fn context(rol: Rol) -> Context {
    Context { wie: wie(rol), now: now(), namens: None, mens: Mens::default() }
}

// shows KING-R4b, SHV1-A2r
#[test]
fn it_changes_hands_by_who_distributes_the_work_and_has_somebody_ever() {
    let (ander, derde) = (MedewerkerId(Uuid::from_u128(71)), MedewerkerId(Uuid::from_u128(72)));
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let event = BeheerrekeningEvent::RekeningOvergedragen { van: ik(), aan: ander };
        let then = if may { Ok(vec![event]) } else { Err(BeheerrekeningRefusal::NietBevoegd) };
        assert_eq!(draag_over(&[ik()], (ik(), ander), &context(rol)), then, "{rol:?}");
    }
    let manager = context(Rol::Wijkteammanager);
    assert_eq!(draag_over(&[derde], (ik(), ander), &manager), Ok(vec![]), "it is with somebody else already");
    assert_eq!(draag_over(&[ik()], (ik(), ik()), &manager), Ok(vec![]));
    let over = |van, aan| BeheerrekeningEvent::RekeningOvergedragen { van, aan };
    let held = given(&[geopend(), over(ik(), ander), over(ander, derde)]);
    assert_eq!(held.rekening().unwrap().behandelaars, [derde]);
}

// shows SHV1-C4, N-4
#[test]
fn the_first_observation_is_booked_as_money_that_came_in() {
    let seen = waarneming(peil(0, 1), &[("HUUR", 70_000), ("VAKANTIE", 0)], 12_500, 2_500, &["t1"]);
    let event = gezien(&[geopend()], &seen);
    assert_eq!(
        lines(&event),
        [
            (pot("HUUR"), 70_000),
            (Rekeningdeel::Vrij, 12_500),
            (Rekeningdeel::Onderweg, 2_500),
            (Rekeningdeel::Buiten, -85_000),
        ]
    );
    let state = given(&[geopend(), event]);
    let rekening = state.rekening().unwrap();
    let stand = &rekening.laatst.as_ref().unwrap().waarneming;
    assert!(stand.klopt() && stand.staat_als(&seen));
    assert_eq!(rekening.transacties.len(), 1);
}

#[test]
fn a_transaction_that_moves_between_pots_leaves_the_outside_alone() {
    let first = gezien(&[geopend()], &waarneming(peil(0, 1), &[("HUUR", 500)], 1_000, 0, &["t1"]));
    let moved = waarneming(peil(1, 2), &[("HUUR", 800)], 700, 0, &["t2", "t1"]);
    let event = gezien(&[geopend(), first.clone()], &moved);
    assert_eq!(lines(&event), [(pot("HUUR"), 300), (Rekeningdeel::Vrij, -300)]);
    assert_eq!(waargenomen(&event).transacties.len(), 1, "only what is new");
    // A pot that is gone gives back what was in it.
    let gone = waarneming(peil(2, 3), &[], 1_500, 0, &["t2", "t1"]);
    let events = [geopend(), first, event];
    assert_eq!(lines(&gezien(&events, &gone)), [(pot("HUUR"), -800), (Rekeningdeel::Vrij, 800)]);
}

// shows SHV1-C4, N-4
#[test]
fn what_is_older_equal_or_the_same_makes_no_event() {
    let seen = waarneming(peil(10, 5), &[("HUUR", 500)], 1_000, 0, &["t1"]);
    let state = given(&[geopend(), gezien(&[geopend()], &seen)]);
    let other = |peil| waarneming(peil, &[("HUUR", 0)], 0, 0, &["t1"]);
    let check = |said: &Waarneming, then| assert_eq!(state.verwerk_waarneming(said, None), Ok(then));
    check(&other(peil(9, 99)), Verwerking::Voorbij);
    check(&Waarneming { peil: peil(9, 99), ..seen.clone() }, Verwerking::Voorbij);
    check(&other(peil(10, 4)), Verwerking::Voorbij);
    check(&other(peil(10, 5)), Verwerking::Voorbij);
    check(&seen, Verwerking::Zelfde);
    let same = Waarneming { peil: peil(60, 6), ..seen.clone() };
    check(&same, Verwerking::Zelfde);
    let is_news = |said: &Waarneming, gezien| nieuws(state.verwerk_waarneming(said, gezien)).is_some();
    assert!(is_news(&other(peil(10, 6)), None), "same moment, higher counter");
    let only_text = Waarneming {
        peil: peil(60, 6),
        transacties: waarneming(peil(0, 0), &[], 0, 0, &["t2", "t1"]).transacties,
        ..seen
    };
    assert!(is_news(&only_text, None), "a transaction of nothing is news too");
    // What was believed and not recorded counts as much.
    let believed = Some(peil(60, 6));
    for late in [other(peil(30, 6)), other(peil(60, 6)), only_text] {
        assert_eq!(state.verwerk_waarneming(&late, believed), Ok(Verwerking::Voorbij));
    }
    assert_eq!(state.verwerk_waarneming(&same, believed), Ok(Verwerking::Zelfde));
    assert!(is_news(&other(peil(60, 7)), believed));
}

// shows N-4
#[test]
fn what_does_not_add_up_is_refused_whenever_it_is_from() {
    let good = waarneming(peil(10, 5), &[("HUUR", 500)], 1_000, 0, &[]);
    let state = given(&[geopend(), gezien(&[geopend()], &good)]);
    let wrong = |peil| Waarneming { saldo: Eurocent::van(1_501), peil, ..good.clone() };
    for peil in [peil(9, 1), peil(10, 5), peil(11, 6)] {
        assert_eq!(state.verwerk_waarneming(&wrong(peil), None), Err(BeheerrekeningRefusal::KloptNiet));
    }
    let mut twice = waarneming(peil(11, 6), &[("HUUR", 500), ("HUUR", 500)], 0, 0, &[]);
    assert_eq!(
        state.verwerk_waarneming(&twice, None),
        Err(BeheerrekeningRefusal::KloptNiet),
        "one pot, two amounts"
    );
    twice = waarneming(peil(11, 6), &[("HUUR", 1)], 0, 0, &[]);
    twice.vrij = Eurocent::van(i64::MAX);
    assert_eq!(
        state.verwerk_waarneming(&twice, None),
        Err(BeheerrekeningRefusal::KloptNiet),
        "more than fits"
    );
    assert_eq!(
        Beheerrekening::default().verwerk_waarneming(&good, None),
        Err(BeheerrekeningRefusal::Onbekend),
        "of nobody"
    );
}

// shows SHV1-C4
#[test]
fn more_transactions_between_two_observations_than_the_source_names_leave_a_gap_that_says_so() {
    let full = crate::limits::TRANSACTIES_PER_ANTWOORD;
    let names = |from: usize, count: usize| -> Vec<String> {
        (from..from + count).rev().map(|n| format!("t{n}")).collect()
    };
    let said = |seq: u64, ids: &[String]| {
        let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
        waarneming(peil(0, seq), &[], i64::try_from(seq).unwrap(), 0, &ids)
    };
    let gaps = |event: &BeheerrekeningEvent| -> Vec<String> {
        waargenomen(event).transacties.iter().filter(|one| one.gat).map(|one| one.id.clone()).collect()
    };
    let first = gezien(&[geopend()], &said(1, &names(0, full)));
    assert_eq!(gaps(&first), [""; 0], "the list begins here");
    let seen = [geopend(), first];
    let then = |ids: &[String]| gaps(&gezien(&seen, &said(2, ids)));
    assert_eq!(
        then(&names(full + 50, full)),
        [format!("t{}", full + 50)],
        "below the oldest of the new ones"
    );
    assert_eq!(then(&names(full - 1, full)), [""; 0], "one of them was known");
    assert_eq!(then(&names(full + 50, full - 1)), [""; 0], "it would have named more");
    // It stays, and is read back as it was.
    let event = gezien(&seen, &said(2, &names(full + 50, full)));
    let state = given(&[seen[0].clone(), seen[1].clone(), event]);
    let kept = &state.rekening().unwrap().transacties;
    assert_eq!(kept.iter().position(|one| one.gat), Some(full - 1));
}

#[test]
fn transactions_are_kept_newest_first_and_bounded() {
    let mut events = vec![geopend()];
    let total = crate::limits::TRANSACTIES_BEWAARD_MAX + 10;
    let mut state = given(&events);
    for n in 0..total {
        let (newest, before) = (format!("t{n}"), format!("t{}", n.saturating_sub(1)));
        let ids: Vec<&str> = if n == 0 { vec![&newest] } else { vec![&newest, &before] };
        let cents = i64::try_from(n).unwrap();
        let seen = waarneming(peil(cents, 0), &[], cents, 0, &ids);
        let event = nieuws(state.verwerk_waarneming(&seen, None)).unwrap();
        assert_eq!(waargenomen(&event).transacties.len(), 1);
        state = state.evolve(&event, now());
        events.truncate(1);
    }
    let kept = &state.rekening().unwrap().transacties;
    assert_eq!(kept.len(), crate::limits::TRANSACTIES_BEWAARD_MAX);
    assert_eq!(kept.front().unwrap().id, format!("t{}", total - 1));
}

#[test]
fn a_customer_number_is_no_bsn_and_does_not_show() {
    assert!(KlantId::parse("KT-000001").is_some());
    for wrong in ["", "999990068", "KT 1", "KT/1", &"x".repeat(33)] {
        assert_eq!(KlantId::parse(wrong), None, "{wrong}");
    }
    let shown =
        format!("{:?}", geopend()) + &format!("{:?}", waarneming(peil(0, 1), &[("HUUR", 5)], 1, 0, &["t1"]));
    assert!(!shown.contains("KT-") && !shown.contains("HUUR"), "{shown}");
}

proptest! {
    // shows N-4, SHV1-POST1a
    #[test]
    fn whatever_arrives_in_whatever_order_the_ledger_is_what_was_seen_last(
        seen in prop::collection::vec(
            (0..20_i64, 0..3_u64, prop::collection::btree_map(0..4_u8, -500..500_i64, 0..4), -500..500_i64, 0..100_i64, -1..2_i64),
            1..40,
        )
    ) {
        let mut state = given(&[geopend()]);
        let mut ledger = std::collections::BTreeMap::<Rekeningdeel, i64>::new();
        let mut newest: Option<Waarneming> = None;
        for (seconds, seq, potten, vrij, onderweg, off) in seen {
            let codes: Vec<(String, i64)> = potten.into_iter().map(|(n, cents)| (format!("P{n}"), cents)).collect();
            let potten: Vec<(&str, i64)> = codes.iter().map(|(code, cents)| (code.as_str(), *cents)).collect();
            let mut now_seen = waarneming(peil(seconds, seq), &potten, vrij, onderweg, &[]);
            now_seen.saldo = now_seen.saldo.plus(Eurocent::van(off)).unwrap();
            let verdict = state.verwerk_waarneming(&now_seen, None);
            prop_assert_eq!(verdict.is_err(), off != 0);
            if let Ok(Verwerking::Nieuws(event)) = verdict {
                let lines = lines(&event);
                prop_assert_eq!(lines.iter().map(|(_, cents)| cents).sum::<i64>(), 0);
                for (deel, cents) in lines {
                    *ledger.entry(deel).or_default() += cents;
                }
                prop_assert!(newest.as_ref().is_none_or(|before| before.peil < now_seen.peil));
                newest = Some(now_seen);
                state = state.evolve(&event, now());
            }
        }
        let Some(newest) = newest else { return Ok(()) };
        let held = &state.rekening().unwrap().laatst.as_ref().unwrap().waarneming;
        prop_assert!(held.klopt() && held.staat_als(&newest));
        for pot in &newest.reserveringen {
            prop_assert_eq!(ledger.remove(&Rekeningdeel::Reservering(pot.code.clone())).unwrap_or(0), pot.saldo.cents());
        }
        prop_assert_eq!(ledger.remove(&Rekeningdeel::Vrij).unwrap_or(0), newest.vrij.cents());
        prop_assert_eq!(ledger.remove(&Rekeningdeel::Onderweg).unwrap_or(0), newest.onderweg.cents());
        prop_assert_eq!(ledger.remove(&Rekeningdeel::Buiten).unwrap_or(0), -newest.saldo.cents());
        prop_assert!(ledger.values().all(|cents| *cents == 0), "nothing is left in a pot that is gone");
    }
}
