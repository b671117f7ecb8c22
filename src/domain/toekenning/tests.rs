use jiff::civil::{Date, date};
use uuid::Uuid;

use super::*;
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::MedewerkerId;
use crate::domain::mens::Mens;

const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const VERA: MedewerkerId = MedewerkerId(Uuid::from_u128(3));
const PLAN: PlanId = PlanId(Uuid::from_u128(4));
const FRIDAY: Date = date(2026, 11, 27);
const MINUTE: i64 = 60_000_000;

fn vervang(
    afwezige: MedewerkerId,
    vervanger: MedewerkerId,
    van: Date,
    tot_en_met: Date,
) -> ToekenningCommand {
    ToekenningCommand::WijsVervangerAan {
        afwezige,
        afwezige_rol: Rol::Jeugdconsulent,
        vervanger,
        rol: Rol::Vervanger,
        van,
        tot_en_met,
        reden: "Vakantie".into(),
    }
}

fn vervangen(afwezige: MedewerkerId, van: Moment, tot: Moment) -> ToekenningEvent {
    ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Vervanging { afwezige },
        aan: VERA,
        rol: Rol::Vervanger,
        van,
        tot,
        reden: "Vakantie".into(),
        door: ik(),
        verklaard: false,
        gever: None,
    }
}

fn glas(reden: &str, minuten: i64, iemand_kan: bool, verklaard: bool) -> ToekenningCommand {
    ToekenningCommand::BreekGlas { plan: PLAN, reden: reden.into(), minuten, iemand_kan, verklaard }
}

fn gebroken(aan: MedewerkerId, verklaard: bool) -> ToekenningEvent {
    ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Glas { plan: PLAN },
        aan,
        rol: Rol::Wijkteammanager,
        van: now(),
        tot: now().plus_micros(60 * MINUTE),
        reden: REDEN.into(),
        door: aan,
        verklaard,
        gever: None,
    }
}

const REDEN: &str = "Melding van geweld, niemand bereikbaar";

fn end_of_friday() -> Moment {
    "2026-11-27T23:00:00Z".parse::<jiff::Timestamp>().unwrap().into()
}

// shows KING-R4d, X-25
#[test]
fn who_is_away_names_who_stands_in_from_a_first_to_a_last_day() {
    let today = now().day();
    let given = vervangen(ik(), now(), end_of_friday());
    check::<Toekenning>(Rol::Jeugdconsulent, &[], vervang(ik(), VERA, today, FRIDAY), Ok(vec![given]));
    let tomorrow = Moment::start_of(date(2026, 11, 26));
    let later = vervangen(ik(), tomorrow, end_of_friday());
    let when = vervang(ik(), VERA, date(2026, 11, 26), FRIDAY);
    check::<Toekenning>(Rol::Jeugdconsulent, &[], when, Ok(vec![later]));
    for (van, tot, then) in [
        (FRIDAY, today, ToekenningRefusal::Periode),
        (date(2026, 11, 1), date(2026, 11, 24), ToekenningRefusal::Periode),
        (today, date(2028, 1, 1), ToekenningRefusal::TeLang),
        (date(2028, 1, 1), date(2028, 1, 2), ToekenningRefusal::TeLang),
    ] {
        check::<Toekenning>(Rol::Jeugdconsulent, &[], vervang(ik(), VERA, van, tot), Err(then));
    }
    check::<Toekenning>(
        Rol::Jeugdconsulent,
        &[],
        vervang(ik(), ik(), today, FRIDAY),
        Err(ToekenningRefusal::Zichzelf),
    );
}

// shows X-25: nobody gives themselves what is another's
#[test]
fn who_distributes_gives_nothing_to_themselves_nor_to_another_account_of_theirs() {
    let today = now().day();
    let own = vervang(VERA, ik(), today, FRIDAY);
    check::<Toekenning>(Rol::Werkverdeler, &[], own, Err(ToekenningRefusal::Zichzelf));
    let mens = Mens { accounts: [KEVIN].into(), ..Mens::default() };
    let context = Context { wie: wie(Rol::Werkverdeler), now: now(), namens: None, mens };
    let other = vervang(VERA, KEVIN, today, FRIDAY);
    assert_eq!(Toekenning::default().decide(&other, &context), Err(ToekenningRefusal::Zichzelf));
    let context = Context { mens: Mens::default(), ..context };
    assert!(Toekenning::default().decide(&other, &context).is_ok(), "a colleague who is somebody else");
}

// shows KING-R4d
#[test]
fn who_distributes_names_for_others_and_nobody_else_does() {
    let today = now().day();
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let refused = Err(ToekenningRefusal::NietBevoegd);
        let then = if may { Ok(vec![vervangen(KEVIN, now(), end_of_friday())]) } else { refused };
        check::<Toekenning>(rol, &[], vervang(KEVIN, VERA, today, FRIDAY), then);
    }
}

// shows KING-R4d: only who does the same work, or is there to stand in
#[test]
fn a_role_that_does_not_fit_stands_in_for_nobody() {
    use crate::domain::bevoegdheid::mag_vervangen;
    for afwezige in Rol::ALLE {
        for vervanger in Rol::ALLE {
            let fits = afwezige.behandelt() && (vervanger == afwezige || vervanger == Rol::Vervanger);
            assert_eq!(mag_vervangen(afwezige, vervanger), fits, "{vervanger:?} for {afwezige:?}");
        }
    }
    let ToekenningCommand::WijsVervangerAan { afwezige, vervanger, van, tot_en_met, reden, .. } =
        vervang(ik(), VERA, now().day(), FRIDAY)
    else {
        unreachable!()
    };
    let (afwezige_rol, rol) = (Rol::Jeugdconsulent, Rol::Wmoconsulent);
    let when = ToekenningCommand::WijsVervangerAan {
        afwezige,
        afwezige_rol,
        vervanger,
        rol,
        van,
        tot_en_met,
        reden,
    };
    check::<Toekenning>(Rol::Jeugdconsulent, &[], when, Err(ToekenningRefusal::PastNiet));
}

// shows KING-R4d, N-9, N-12: at its begin it holds, at its end it does not
#[test]
fn it_holds_from_its_begin_to_its_end_and_no_longer_than_it_is_wanted() {
    let (van, tot) = (now().plus_micros(MINUTE), now().plus_micros(2 * MINUTE));
    let given = Toekenning::default().evolve(&vervangen(KEVIN, van, tot), now());
    let state = given.verleend().unwrap();
    for (at, then) in [
        (now(), Loop::Komt),
        (van.plus_micros(-1), Loop::Komt),
        (van, Loop::Geldt),
        (tot.plus_micros(-1), Loop::Geldt),
        (tot, Loop::Voorbij),
    ] {
        assert_eq!(state.loop_op(at), then, "{at}");
    }
    let half = van.plus_micros(1);
    let ended = given.evolve(&ToekenningEvent::ToekenningIngetrokken { door: KEVIN }, half);
    let state = ended.verleend().unwrap();
    assert!(state.geldt_op(van) && !state.geldt_op(half) && !state.loopt_nog(half));
}

// shows X-25
#[test]
fn it_is_ended_by_whom_it_concerns() {
    let end = || ToekenningCommand::TrekIn { regisseurs: Vec::new(), antwoorder: None };
    let ended = || Ok(vec![ToekenningEvent::ToekenningIngetrokken { door: ik() }]);
    let of_me = vervangen(ik(), now(), end_of_friday());
    check::<Toekenning>(Rol::Jeugdconsulent, std::slice::from_ref(&of_me), end(), ended());
    let of_kevin = vervangen(KEVIN, now(), end_of_friday());
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let then = if may { ended() } else { Err(ToekenningRefusal::Onbekend) };
        check::<Toekenning>(rol, std::slice::from_ref(&of_kevin), end(), then);
    }
    let over = vervangen(ik(), now().plus_micros(-2), now().plus_micros(-1));
    check::<Toekenning>(Rol::Jeugdconsulent, &[over], end(), Ok(vec![]));
}

// shows KING-R4e, N-9, G28
#[test]
fn the_glass_breaks_only_with_a_reason_for_a_while_and_when_nobody_else_can() {
    let manager = Rol::Wijkteammanager;
    check::<Toekenning>(manager, &[], glas(REDEN, 60, false, false), Ok(vec![gebroken(ik(), false)]));
    check::<Toekenning>(manager, &[], glas(REDEN, 60, false, true), Ok(vec![gebroken(ik(), false)]));
    check::<Toekenning>(manager, &[], glas(REDEN, 60, true, true), Ok(vec![gebroken(ik(), true)]));
    for (when, then) in [
        (glas("Nood, nood en nood.", 60, false, false), ToekenningRefusal::RedenTeKort),
        (glas(REDEN, 61, false, false), ToekenningRefusal::Minuten),
        (glas(REDEN, 0, false, false), ToekenningRefusal::Minuten),
        (glas(REDEN, 60, true, false), ToekenningRefusal::IemandKan),
    ] {
        check::<Toekenning>(manager, &[], when, Err(then));
    }
    for rol in Rol::ALLE.into_iter().filter(|rol| *rol != manager) {
        check::<Toekenning>(rol, &[], glas(REDEN, 60, false, false), Err(ToekenningRefusal::NietBevoegd));
    }
}

// shows KING-R4e: regisseur and privacy officer may end it, and the holder
#[test]
fn a_glass_is_ended_by_its_holder_a_regisseur_or_the_privacy_officer() {
    let ended = || Ok(vec![ToekenningEvent::ToekenningIngetrokken { door: ik() }]);
    let none = || ToekenningCommand::TrekIn { regisseurs: vec![KEVIN], antwoorder: None };
    let mine = || ToekenningCommand::TrekIn { regisseurs: vec![KEVIN, ik()], antwoorder: None };
    check::<Toekenning>(Rol::Wijkteammanager, &[gebroken(ik(), false)], none(), ended());
    for rol in Rol::ALLE {
        let may = rol == Rol::Privacyfunctionaris;
        let then = if may { ended() } else { Err(ToekenningRefusal::Onbekend) };
        check::<Toekenning>(rol, &[gebroken(KEVIN, false)], none(), then);
        check::<Toekenning>(rol, &[gebroken(KEVIN, false)], mine(), ended());
    }
}

// shows N-9: looked back at once, by the privacy officer, never by who broke it
#[test]
fn a_glass_is_judged_once_and_not_by_who_broke_it() {
    let judge = || ToekenningCommand::BeoordeelGlas { oordeel: Oordeel::Terecht, toelichting: "Nood".into() };
    let judged = |door| ToekenningEvent::GlasBeoordeeld {
        oordeel: Oordeel::Terecht,
        toelichting: "Nood".into(),
        door,
    };
    for rol in Rol::ALLE {
        let may = rol == Rol::Privacyfunctionaris;
        let then = if may { Ok(vec![judged(ik())]) } else { Err(ToekenningRefusal::Onbekend) };
        check::<Toekenning>(rol, &[gebroken(KEVIN, false)], judge(), then);
    }
    let fg = Rol::Privacyfunctionaris;
    check::<Toekenning>(fg, &[gebroken(ik(), false)], judge(), Err(ToekenningRefusal::EigenGlas));
    let twice = [gebroken(KEVIN, false), judged(KEVIN)];
    check::<Toekenning>(fg, &twice, judge(), Err(ToekenningRefusal::AlBeoordeeld));
    let other = [vervangen(KEVIN, now(), end_of_friday())];
    check::<Toekenning>(fg, &other, judge(), Err(ToekenningRefusal::GeenGlas));
}

#[test]
fn what_people_wrote_is_in_no_debug_output() {
    let state = Toekenning::default().evolve(&gebroken(KEVIN, false), now());
    let context =
        Context { wie: wie(Rol::Privacyfunctionaris), now: now(), namens: None, mens: Mens::default() };
    let told = format!("{state:?} {:?} {:?}", glas(REDEN, 1, false, false), gebroken(KEVIN, false));
    assert!(!told.contains("geweld"), "{told}");
    assert!(state.decide(&glas(REDEN, 1, false, false), &context).is_err());
}
