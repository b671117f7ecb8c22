use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now};
use crate::domain::ids::{InzendingId, PersoonId, SignaalId};
use crate::domain::medewerker::Rol;
use crate::domain::mens::Mens;
use crate::domain::zaak::Urgentie;

const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const PLAN: PlanId = PlanId(Uuid::from_u128(8));

fn soort_van(word: &str) -> Signaalsoort {
    Signaalsoort::from_word(word).unwrap()
}

fn inzending(n: u128, waargenomen_op: Date) -> Inzending {
    Inzending {
        id: InzendingId(Uuid::from_u128(n)),
        bron: Bron {
            bronsoort: Bronsoort::Woningstichting,
            naam: "Woningstichting De Brink".into(),
            betrouwbaarheid: Betrouwbaarheid::Vastgesteld,
            wie: ik(),
            kenmerk: Some("WB-1".into()),
        },
        toelichting: None,
        waargenomen_op,
        ontvangen_op: now(),
    }
}

fn vandaag(n: u128) -> Inzending {
    inzending(n, date(2026, 11, 25))
}

fn gemeld(betreft: Betreft) -> SignaalEvent {
    SignaalEvent::SignaalGemeld { betreft, signaalsoort: soort_van("huurachterstand"), inzending: vandaag(1) }
}

fn onbekend() -> Betreft {
    Betreft::NogOnbekend(Aanduiding { bsn: None, naam: Some("M. Verhoef".into()), geboortedatum: None })
}

// shows KING-SI1, KING-SI2, KING-ZT21
#[test]
fn a_signaal_is_reported_by_whoever_comes_across_it() {
    let meld = SignaalCommand::Meld {
        betreft: Betreft::Persoon(MARIA),
        signaalsoort: soort_van("huurachterstand"),
        inzending: vandaag(1),
    };
    for rol in [Rol::Signaalbron, Rol::Inwoner, Rol::Ketenpartner, Rol::Wmoconsulent] {
        check::<Signaal>(rol, &[], meld.clone(), Ok(vec![gemeld(Betreft::Persoon(MARIA))]));
    }
    for rol in [Rol::Bestuur, Rol::Systeem, Rol::Beleidsanalist] {
        check::<Signaal>(rol, &[], meld.clone(), Err(SignaalRefusal::NietBevoegd));
    }
    let tomorrow = SignaalCommand::Meld {
        betreft: Betreft::Persoon(MARIA),
        signaalsoort: soort_van("huurachterstand"),
        inzending: inzending(1, date(2026, 11, 26)),
    };
    check::<Signaal>(Rol::Signaalbron, &[], tomorrow, Err(SignaalRefusal::Waargenomen));
}

// shows KING-ZT24
#[test]
fn the_same_again_is_a_repeat_and_each_report_is_kept() {
    let given = [gemeld(Betreft::Persoon(MARIA))];
    let again = SignaalCommand::Herhaal { inzending: vandaag(2) };
    let repeated = SignaalEvent::SignaalHerhaald { inzending: vandaag(2) };
    check::<Signaal>(Rol::Signaalbron, &given, again.clone(), Ok(vec![repeated.clone()]));
    let state = [given[0].clone(), repeated].iter().fold(Signaal::default(), |state, event| {
        crate::domain::aggregate::Aggregate::evolve(state, event, now())
    });
    assert_eq!(state.gemeld().unwrap().inzendingen.len(), 2);
    let done = SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::ContactGeweest };
    check::<Signaal>(Rol::Signaalbron, &[given[0].clone(), done], again, Err(SignaalRefusal::Gesloten));
}

#[test]
fn next_month_it_is_another_signaal() {
    let state = crate::domain::aggregate::Aggregate::evolve(
        Signaal::default(),
        &gemeld(Betreft::Persoon(MARIA)),
        now(),
    );
    let later = |days: i64| now().plus_micros(days * 86_400_000_000);
    assert!(state.gemeld().unwrap().neemt_herhaling_op(later(27)));
    assert!(!state.gemeld().unwrap().neemt_herhaling_op(later(28)));
}

#[test]
fn the_wijkteam_finds_out_who_it_is_once() {
    let find = |persoon| SignaalCommand::WijsPersoonAan { persoon, samen: None };
    let found = SignaalEvent::PersoonAangewezen { persoon: MARIA };
    check::<Signaal>(Rol::Wmoconsulent, &[gemeld(onbekend())], find(MARIA), Ok(vec![found.clone()]));
    let known = [gemeld(onbekend()), found];
    check::<Signaal>(Rol::Wmoconsulent, &known, find(MARIA), Ok(vec![]));
    let other = PersoonId(Uuid::from_u128(6));
    check::<Signaal>(Rol::Wmoconsulent, &known, find(other), Err(SignaalRefusal::PersoonBekend));
    check::<Signaal>(Rol::Wijkteammanager, &known, find(MARIA), Err(SignaalRefusal::NietBevoegd));
}

// shows KING-SI5, KING-G4
#[test]
fn a_signaal_goes_to_a_regisseur_once_and_tells_nothing_of_a_second_plan() {
    let link = SignaalCommand::KoppelAanPlan { plan: PLAN };
    let linked = SignaalEvent::SignaalGekoppeld { plan: PLAN };
    let given = [gemeld(Betreft::Persoon(MARIA))];
    check::<Signaal>(Rol::Systeem, &given, link.clone(), Ok(vec![linked.clone()]));
    check::<Signaal>(Rol::Systeem, &[given[0].clone(), linked.clone()], link.clone(), Ok(vec![]));
    let second = SignaalCommand::KoppelAanPlan { plan: PlanId(Uuid::from_u128(9)) };
    check::<Signaal>(Rol::Systeem, &[given[0].clone(), linked], second, Ok(vec![]));
    check::<Signaal>(Rol::Regisseur, &given, link, Err(SignaalRefusal::NietBevoegd));
}

#[test]
fn it_is_handled_once() {
    let handle = |afhandeling| SignaalCommand::HandelAf { afhandeling };
    let done = SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::Onjuist };
    let given = [gemeld(Betreft::Persoon(MARIA))];
    check::<Signaal>(Rol::Regisseur, &given, handle(Afhandeling::Onjuist), Ok(vec![done.clone()]));
    let after = [given[0].clone(), done];
    check::<Signaal>(Rol::Regisseur, &after, handle(Afhandeling::Onjuist), Ok(vec![]));
    check::<Signaal>(
        Rol::Regisseur,
        &after,
        handle(Afhandeling::HulpLoopt),
        Err(SignaalRefusal::Afgehandeld),
    );
}

// shows KING-ZT21, KING-ZT25
#[test]
fn what_was_handled_is_taken_up_again_for_a_reason_as_long_as_it_is_kept() {
    let reden = crate::domain::wat::Wat::from("Het gaat weer mis");
    let again = SignaalCommand::Heropen { reden: reden.clone() };
    let done = SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::Onjuist };
    let given = [gemeld(Betreft::Persoon(MARIA))];
    let heropend = SignaalEvent::SignaalHeropend { reden };
    check::<Signaal>(Rol::Regisseur, &given, again.clone(), Ok(vec![]));
    let after = [given[0].clone(), done];
    check::<Signaal>(Rol::Regisseur, &after, again.clone(), Ok(vec![heropend.clone()]));
    check::<Signaal>(Rol::Wijkteammanager, &after, again.clone(), Err(SignaalRefusal::NietBevoegd));
    let gone = SignaalEvent::SignaalOpgegaan { signaal: SignaalId(Uuid::from_u128(9)) };
    let went_up = [given[0].clone(), gone];
    check::<Signaal>(Rol::Regisseur, &went_up, again.clone(), Err(SignaalRefusal::Opgegaan));
    let open = [after[0].clone(), after[1].clone(), heropend];
    let state = open.iter().fold(Signaal::default(), |state, event| state.evolve(event, now()));
    assert!(state.gemeld().unwrap().is_open(), "it waits again");
    let long_ago = now().plus_micros(-30 * 366 * 86_400_000_000);
    let state = after.iter().fold(Signaal::default(), |state, event| state.evolve(event, long_ago));
    let wie = crate::domain::check::wie(Rol::Regisseur);
    let context = Context { wie, now: now(), namens: None, mens: Mens::default() };
    assert_eq!(state.decide(&again, &context), Err(SignaalRefusal::TermijnVoorbij));
}

#[test]
fn the_same_unknown_person_is_the_same_and_no_key_shows_in_debug() {
    let like = |naam: &str| {
        Betreft::NogOnbekend(Aanduiding {
            bsn: None,
            naam: Some(naam.into()),
            geboortedatum: Some(date(1958, 3, 14)),
        })
    };
    assert_eq!(like("Maria Verhoef").sleutel(), like("maria verhoef").sleutel());
    assert_ne!(like("Maria Verhoef").sleutel(), like("Mario Verhoef").sleutel());
    let only_a_name = Aanduiding { bsn: None, naam: Some("J. de Vries".into()), geboortedatum: None };
    assert_eq!(Betreft::NogOnbekend(only_a_name).sleutel(), None, "there are more of that name");
    assert!(!format!("{:?} {:?}", like("Maria"), vandaag(1)).contains("Mari"));
    assert!(!format!("{:?}", vandaag(1)).contains("Brink"));
}

// shows KING-ZT22, N-21
#[test]
fn three_in_six_months_are_looked_at_together() {
    let on = |n: u128, day: Date| (day, SignaalId(Uuid::from_u128(n)));
    let ids = |numbers: &[u128]| numbers.iter().map(|n| SignaalId(Uuid::from_u128(*n))).collect::<Vec<_>>();
    let (a, b) = (on(1, date(2026, 5, 26)), on(2, date(2026, 8, 1)));
    assert_eq!(patroon(&[a, b]), None);
    assert_eq!(patroon(&[a, b, on(3, date(2026, 11, 25))]), Some(ids(&[1, 2, 3])));
    assert_eq!(patroon(&[on(3, date(2026, 11, 26)), a, b]), None, "six months and a day");
    // The newest window that holds enough.
    let more = [a, b, on(3, date(2026, 11, 25)), on(4, date(2027, 1, 1))];
    assert_eq!(patroon(&more), Some(ids(&[2, 3, 4])));
    let later = [a, b, on(3, date(2026, 11, 25)), on(4, date(2028, 1, 1))];
    assert_eq!(patroon(&later), Some(ids(&[1, 2, 3])), "it was so, until somebody looked");
    assert_eq!(patroon(&[a, a, a]), None, "one signaal counts once");
}

// shows KING-ZT21
#[test]
fn a_signaal_has_a_term_of_its_own_from_its_last_change() {
    let day = |n: i64| now().plus_micros(n * 86_400_000_000);
    let reported = Signaal::default().evolve(&gemeld(onbekend()), day(0));
    let tot = |signaal: &Signaal| signaal.gemeld().map(Gemeld::bewaren_tot).unwrap();
    assert_eq!(tot(&reported), date(2031, 11, 25));
    for (event, then) in [
        (SignaalEvent::SignaalHerhaald { inzending: vandaag(2) }, date(2031, 12, 5)),
        (SignaalEvent::PersoonAangewezen { persoon: MARIA }, date(2031, 12, 5)),
        (SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::GeenActie }, date(2031, 12, 5)),
        // Who sees the date may not see in which plan it landed, or when.
        (SignaalEvent::SignaalGekoppeld { plan: PLAN }, date(2031, 11, 25)),
    ] {
        assert_eq!(tot(&reported.clone().evolve(&event, day(10))), then, "{event:?}");
    }
    for soort in Signaalsoort::alle() {
        assert!((1..=20).contains(&soort.bewaarjaren()), "{soort:?}");
    }
}

const ANDER: SignaalId = SignaalId(Uuid::from_u128(12));

// shows KING-ZT24
#[test]
fn two_that_turn_out_to_be_the_same_become_one_and_each_report_is_kept() {
    let find = |samen| SignaalCommand::WijsPersoonAan { persoon: MARIA, samen: Some(samen) };
    let found = SignaalEvent::PersoonAangewezen { persoon: MARIA };
    let gone = SignaalEvent::SignaalOpgegaan { signaal: ANDER };
    let taken = SignaalEvent::SignaalSamengevoegd { signaal: ANDER, inzendingen: vec![vandaag(2)] };
    let met = Samengaan::Met { ander: ANDER, inzendingen: vec![vandaag(2)] };
    let given = [gemeld(onbekend())];
    let both = |last: &SignaalEvent| Ok(vec![found.clone(), last.clone()]);
    check::<Signaal>(Rol::Wmoconsulent, &given, find(Samengaan::In(ANDER)), both(&gone));
    check::<Signaal>(Rol::Wmoconsulent, &given, find(met.clone()), both(&taken));
    let known = [gemeld(Betreft::Persoon(MARIA))];
    check::<Signaal>(
        Rol::Wmoconsulent,
        &known,
        SignaalCommand::GaSamen(met.clone()),
        Ok(vec![taken.clone()]),
    );
    let not_hers = Err(SignaalRefusal::NietBevoegd);
    check::<Signaal>(Rol::Wijkteammanager, &known, SignaalCommand::GaSamen(met.clone()), not_hers);
    // What ended takes and gives no more.
    let done = SignaalEvent::SignaalAfgehandeld { afhandeling: Afhandeling::ContactGeweest };
    for end in [gone.clone(), done] {
        let ended = [known[0].clone(), end];
        let closed = || Err(SignaalRefusal::Gesloten);
        check::<Signaal>(Rol::Wmoconsulent, &ended, SignaalCommand::GaSamen(met.clone()), closed());
        check::<Signaal>(
            Rol::Signaalbron,
            &ended,
            SignaalCommand::Herhaal { inzending: vandaag(3) },
            closed(),
        );
    }
    let ended = [known[0].clone(), gone];
    let handle = SignaalCommand::HandelAf { afhandeling: Afhandeling::Onjuist };
    check::<Signaal>(Rol::Wmoconsulent, &ended, handle, Err(SignaalRefusal::Afgehandeld));
    let state =
        [known[0].clone(), taken].iter().fold(Signaal::default(), |state, event| state.evolve(event, now()));
    assert_eq!(state.gemeld().unwrap().inzendingen.len(), 2);
    assert_eq!(state.gemeld().unwrap().samengevoegd, [ANDER]);
}

// shows KING-ZT24
#[test]
fn only_what_would_have_been_a_repeat_is_the_same() {
    let at = |event: &SignaalEvent, days: i64| {
        let moment = now().plus_micros(days * 86_400_000_000);
        let state = Signaal::default().evolve(event, moment);
        state.gemeld().unwrap().clone()
    };
    let unknown = at(&gemeld(onbekend()), 0);
    let maria = |days| at(&gemeld(Betreft::Persoon(MARIA)), days);
    assert!(unknown.is_hetzelfde(&maria(27)) && unknown.is_hetzelfde(&maria(-27)));
    assert!(!unknown.is_hetzelfde(&maria(28)) && !unknown.is_hetzelfde(&maria(-28)));
    let other = Gemeld { signaalsoort: soort_van("overlast"), ..maria(0) };
    assert!(!unknown.is_hetzelfde(&other));
    assert!(!unknown.is_hetzelfde(&Gemeld { afgehandeld: Some(Afhandeling::GeenActie), ..maria(0) }));
    assert!(!unknown.is_hetzelfde(&Gemeld { opgegaan_in: Some(ANDER), ..maria(0) }));
    let full = Gemeld { inzendingen: vec![vandaag(1); crate::limits::INZENDINGEN_MAX], ..maria(0) };
    assert!(!unknown.is_hetzelfde(&full));
}

// shows KING-ZT21
#[test]
fn only_the_system_ends_it_and_only_when_its_term_is_over() {
    let context = |rol, days: i64| Context {
        mens: Mens::default(),
        wie: crate::domain::check::wie(rol),
        now: now().plus_micros(days * 86_400_000_000),
        namens: None,
    };
    let end = |signaal: &Signaal, rol, days| signaal.decide(&SignaalCommand::Vernietig, &context(rol, days));
    let reported = Signaal::default().evolve(&gemeld(Betreft::Persoon(MARIA)), now());
    let last = i64::from((date(2031, 11, 25) - date(2026, 11, 25)).get_days());
    for rol in Rol::ALLE {
        let ends = Ok(vec![SignaalEvent::SignaalVernietigd {}]);
        let then = if rol == Rol::Systeem { ends } else { Err(SignaalRefusal::NietBevoegd) };
        assert_eq!(end(&reported, rol, last + 1), then, "{rol:?}");
    }
    assert_eq!(end(&reported, Rol::Systeem, last), Err(SignaalRefusal::TermijnLoopt), "its last day");
    // What went up in another one goes when that one does, which is for who asks to see.
    let gone = reported.clone().evolve(&SignaalEvent::SignaalOpgegaan { signaal: ANDER }, now());
    assert!(end(&gone, Rol::Systeem, 0).is_ok());
    let ended = reported.evolve(&SignaalEvent::SignaalVernietigd {}, now());
    assert_eq!(ended, Signaal::Onbekend);
    assert_eq!(end(&ended, Rol::Systeem, last + 1), Err(SignaalRefusal::Onbekend));
}

fn lijn(code: &str) -> Soortgegevens {
    Soortgegevens {
        code: code.to_owned(),
        naam: "Iemand woont er niet echt".to_owned(),
        urgentie: Urgentie::Spoed,
        zichtbaar: vec![Rol::Regisseur],
        bewaarjaren: 2,
        gestopt: false,
    }
}

// shows KING-SI2
#[test]
fn a_line_that_cannot_be_is_named() {
    let with = |line: Soortgegevens| Soorten::meegeleverd().met(vec![line]).map(drop);
    assert_eq!(with(lijn("woonfraude")), Ok(()));
    for code in ["", "Woonfraude", "woon-fraude", "1woon", "woon fraude", &"x".repeat(41)] {
        assert_eq!(with(lijn(code)), Err(SoortenFout::Code(code.to_owned())));
    }
    let same = |change: fn(&mut Soortgegevens)| {
        let mut line = lijn("woonfraude");
        change(&mut line);
        with(line)
    };
    let word = || "woonfraude".to_owned();
    assert_eq!(same(|line| line.naam = "  ".into()), Err(SoortenFout::Naam(word())));
    assert_eq!(same(|line| line.naam = "x".repeat(61)), Err(SoortenFout::Naam(word())));
    for years in [-1, 0, 21] {
        let mut line = lijn("woonfraude");
        line.bewaarjaren = years;
        assert_eq!(with(line), Err(SoortenFout::Bewaarjaren(word())));
    }
    // Somebody can always act, and nobody sees it who sees no signaal.
    for roles in [
        vec![],
        vec![Rol::Jeugdconsulent],
        vec![Rol::Regisseur, Rol::Bestuur],
        vec![Rol::Regisseur, Rol::Wijkteammanager],
    ] {
        let mut line = lijn("woonfraude");
        line.zichtbaar = roles;
        assert_eq!(with(line), Err(SoortenFout::Zichtbaar(word())));
    }
    let twice = Soorten::meegeleverd().met(vec![lijn("woonfraude"), lijn("woonfraude")]);
    assert_eq!(twice, Err(SoortenFout::Dubbel(word())));
    let many = (0..SOORTEN_MAX).map(|n| lijn(&format!("soort{n}"))).collect();
    assert_eq!(Soorten::meegeleverd().met(many), Err(SoortenFout::TeVeel));
}

/// Whether this is a process for one test alone; else the test of this name is run in one, and has to pass there. What it loads holds for a whole process,
/// and a runner may have all tests in one.
fn alleen(test: &str) -> bool {
    const ALLEEN: &str = "KT_TEST_ALLEEN";
    if std::env::var_os(ALLEEN).is_some() {
        return true;
    }
    let program = std::env::current_exe().unwrap();
    let ran = std::process::Command::new(program).args([test, "--exact"]).env(ALLEEN, "1").output().unwrap();
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success() && said.contains("1 passed"), "{test}: {said}");
    false
}

// shows KING-SI2
#[test]
fn a_kind_of_the_gemeente_is_a_line_of_data() {
    if !alleen("domain::signaal::tests::a_kind_of_the_gemeente_is_a_line_of_data") {
        return;
    }
    use crate::domain::bevoegdheid::{Kring, Toegang};
    let stopped = Soortgegevens { gestopt: true, ..lijn("overlast") };
    let list = Soorten::meegeleverd().met(vec![lijn("woonfraude"), stopped]).unwrap();
    list.clone().laad().unwrap();
    assert_eq!(list.laad(), Ok(()), "the same again");
    assert_eq!(Soorten::meegeleverd().laad(), Err(SoortenFout::AlGeladen));
    let own = Signaalsoort::from_word("woonfraude").unwrap();
    assert_eq!(
        (own.naam(), own.urgentie(), own.bewaarjaren()),
        ("Iemand woont er niet echt", Urgentie::Spoed, 2)
    );
    assert_eq!(Signaalsoort::alle().last(), Some(own), "behind what is delivered");
    let sees = [Kring::Jeugd, Kring::Wmo, Kring::Regie, Kring::Leiding].map(|kring| kring.ziet(own));
    assert_eq!(sees, [Toegang::Niets, Toegang::Niets, Toegang::Schrijven, Toegang::Dat]);
    let overlast = soort_van("overlast");
    assert!(overlast.is_gestopt() && !own.is_gestopt());
    assert_eq!(
        Kring::Wmo.ziet(overlast),
        Toegang::Niets,
        "the line stands in the place of the delivered one"
    );
    // As stored and as sent.
    assert_eq!(serde_json::to_string(&own).unwrap(), "\"woonfraude\"");
    assert_eq!(serde_json::from_str::<Signaalsoort>("\"woonfraude\"").unwrap(), own);
    let unknown = serde_json::from_str::<Signaalsoort>("\"spookhuis\"").unwrap_err().to_string();
    assert!(unknown.starts_with("unknown variant"), "{unknown}");
    // Its own term.
    let reported = SignaalEvent::SignaalGemeld {
        betreft: Betreft::Persoon(MARIA),
        signaalsoort: own,
        inzending: vandaag(1),
    };
    let signaal = Signaal::default().evolve(&reported, now());
    assert_eq!(signaal.gemeld().unwrap().bewaren_tot(), date(2028, 11, 25));
}
