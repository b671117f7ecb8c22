//! Which looks are looked back at, by whom, and that none is skipped.

use jiff::civil::date;
use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::medewerker::Rol;
use crate::domain::mens::Mens;

const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(2));
const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));
const HIER: GemeenteId = GemeenteId(Uuid::from_u128(9));

fn blik() -> Blik<'static> {
    Blik {
        rol: Some(Rol::Jeugdconsulent),
        handeling: "zaak.lezen",
        object: "zaak/1",
        grond: None,
        namens: false,
        gelukt: true,
    }
}

fn geval(medewerker: MedewerkerId) -> Geval {
    Geval::eerste(medewerker, MARIA, date(2026, 11, 25), Nazichtsoort::Collega)
}

fn geopend(medewerker: MedewerkerId) -> NazichtEvent {
    NazichtEvent::NazichtGeopend(geval(medewerker))
}

fn gezien(regels: u32) -> Gezien {
    Gezien { regels, tot: now() }
}

fn beoordeel(oordeel: Nazichtoordeel, maatregel: Option<&str>) -> NazichtCommand {
    NazichtCommand::Beoordeel {
        oordeel,
        toelichting: "Zij behandelt de zaak".into(),
        maatregel: maatregel.map(Into::into),
        regels: 3,
        nu: gezien(3),
        eigen_kring: false,
    }
}

fn gedaan(oordeel: Nazichtoordeel, maatregel: Option<&str>) -> NazichtEvent {
    NazichtEvent::NazichtGedaan {
        oordeel,
        toelichting: "Zij behandelt de zaak".into(),
        maatregel: maatregel.map(Into::into),
        door: ik(),
        gezien: gezien(3),
    }
}

// shows X-24, N-9: own family, colleagues, protected dossiers, glass, standing in
#[test]
fn a_look_is_looked_back_at_by_how_one_stands_to_the_person_and_by_its_ground() {
    use Nazichtsoort::{Beschermd, Collega, EigenKring, Glas, Vervanging};
    let none = Band::default();
    let kring = Band { eigen_kring: true, ..none };
    let collega = Band { collega: true, ..none };
    let beschermd = Band { beschermd: true, ..none };
    for (band, grond, namens, then) in [
        (none, Some("behandelaar"), false, vec![]),
        (none, None, false, vec![]),
        (kring, Some("behandelaar"), false, vec![EigenKring]),
        (collega, None, false, vec![Collega]),
        (beschermd, None, false, vec![Beschermd]),
        // Who is both is close to them.
        (Band { collega: true, ..kring }, None, false, vec![EigenKring]),
        (Band { beschermd: true, ..collega }, None, false, vec![Collega, Beschermd]),
        (none, Some("glas"), false, vec![Glas]),
        (none, Some("vervanger"), false, vec![Vervanging]),
        (none, Some("behandelaar"), true, vec![Vervanging]),
        (kring, Some("glas"), false, vec![EigenKring, Glas]),
    ] {
        assert_eq!(soorten(&Blik { grond, namens, ..blik() }, band), then, "{band:?} {grond:?} {namens}");
    }
}

// shows X-24: who was refused tried to; a ground that was not given is none
#[test]
fn a_look_that_was_refused_counts_where_who_it_is_about_does() {
    let refused = Blik { gelukt: false, namens: true, grond: Some("glas"), ..blik() };
    let close = Band { eigen_kring: true, ..Band::default() };
    assert_eq!(soorten(&refused, close), vec![Nazichtsoort::EigenKring]);
    assert_eq!(soorten(&refused, Band::default()), vec![]);
}

// shows X-26
#[test]
fn a_resident_the_program_a_list_and_looking_after_are_no_looks_of_that_kind() {
    let all = Band { eigen_kring: true, collega: true, beschermd: true };
    let nobody =
        [None, Some(Rol::Inwoner), Some(Rol::Systeem), Some(Rol::Signaalbron), Some(Rol::Groepsparticipant)];
    for rol in nobody {
        assert_eq!(
            soorten(&Blik { rol, namens: true, grond: Some("glas"), ..blik() }, all),
            vec![],
            "{rol:?}"
        );
    }
    for object in TOEZICHT.iter().chain(LIJSTEN) {
        let whole = format!("{object}/{}@wat", Uuid::nil());
        for object in [*object, whole.as_str()] {
            assert_eq!(soorten(&Blik { object, ..blik() }, all), vec![], "{object}");
        }
    }
    for handeling in TOEZICHT_HANDELINGEN {
        assert_eq!(soorten(&Blik { handeling, object: "persoon/1", ..blik() }, all), vec![], "{handeling}");
    }
    assert_eq!(soorten(&Blik { object: "personen", ..blik() }, all).len(), 2, "a search is a look");
}

// shows N-9: the same looks are one item
#[test]
fn an_item_has_one_id_by_whom_about_whom_when_and_why() {
    let one = geval(KEVIN);
    assert_eq!(one.id(HIER), geval(KEVIN).id(HIER));
    let others = [
        geval(ik()),
        Geval { persoon: PersoonId(Uuid::from_u128(6)), ..one },
        Geval { dag: date(2026, 11, 26), ..one },
        Geval { soort: Nazichtsoort::Beschermd, ..one },
        one.volgende(now()),
    ];
    for other in others {
        assert_ne!(one.id(HIER), other.id(HIER), "{other:?}");
    }
    assert_ne!(one.id(HIER), one.id(GemeenteId(Uuid::from_u128(8))));
    assert_eq!(Geval { na: Some(now()), ..one }.id(HIER), one.id(HIER));
}

// shows N-9
#[test]
fn only_the_program_opens_one_and_once() {
    let open = || NazichtCommand::Open(geval(KEVIN));
    for rol in Rol::ALLE {
        let then = if rol == Rol::Systeem { Ok(vec![geopend(KEVIN)]) } else { Err(NazichtRefusal::Onbekend) };
        check::<Nazicht>(rol, &[], open(), then);
    }
    check::<Nazicht>(Rol::Systeem, &[geopend(KEVIN)], open(), Ok(vec![]));
    let done = [geopend(KEVIN), gedaan(Nazichtoordeel::Gegrond, None)];
    check::<Nazicht>(Rol::Systeem, &done, open(), Ok(vec![]));
}

// shows N-9, G28: by the privacy officer, never by who looked, once, and with what is done where there was no reason
#[test]
fn a_look_is_judged_once_by_somebody_else() {
    use Nazichtoordeel::{Gegrond, NietGegrond};
    let fg = Rol::Privacyfunctionaris;
    let given = [geopend(KEVIN)];
    for rol in Rol::ALLE {
        let then = if rol == fg { Ok(vec![gedaan(Gegrond, None)]) } else { Err(NazichtRefusal::Onbekend) };
        check::<Nazicht>(rol, &given, beoordeel(Gegrond, None), then);
    }
    let talk = Some("Gesprek met de leidinggevende");
    check::<Nazicht>(fg, &given, beoordeel(NietGegrond, talk), Ok(vec![gedaan(NietGegrond, talk)]));
    check::<Nazicht>(fg, &given, beoordeel(NietGegrond, None), Err(NazichtRefusal::MaatregelNodig));
    check::<Nazicht>(fg, &[], beoordeel(Gegrond, None), Err(NazichtRefusal::Onbekend));
    check::<Nazicht>(fg, &[geopend(ik())], beoordeel(Gegrond, None), Err(NazichtRefusal::EigenBlik));
    let twice = [geopend(KEVIN), gedaan(Gegrond, None)];
    check::<Nazicht>(fg, &twice, beoordeel(NietGegrond, talk), Err(NazichtRefusal::AlGedaan));
    let NazichtCommand::Beoordeel { oordeel, toelichting, maatregel, regels, nu, .. } =
        beoordeel(Gegrond, None)
    else {
        panic!("a judgement")
    };
    let close = NazichtCommand::Beoordeel { oordeel, toelichting, maatregel, regels, nu, eigen_kring: true };
    check::<Nazicht>(fg, &given, close, Err(NazichtRefusal::EigenKring));
}

// shows N-9: nobody judges what they did not see
#[test]
fn lines_that_came_after_the_list_was_read_are_read_first() {
    for regels in [2, 4] {
        let when = NazichtCommand::Beoordeel {
            oordeel: Nazichtoordeel::Gegrond,
            toelichting: "Goed".into(),
            maatregel: None,
            regels,
            nu: gezien(3),
            eigen_kring: false,
        };
        check::<Nazicht>(Rol::Privacyfunctionaris, &[geopend(KEVIN)], when, Err(NazichtRefusal::MeerRegels));
    }
}

// shows N-9: a verdict is final
#[test]
fn a_verdict_stays() {
    let first = gedaan(Nazichtoordeel::Gegrond, None);
    let history = [geopend(KEVIN), first, gedaan(Nazichtoordeel::NietGegrond, Some("Gesprek"))];
    let state = history.iter().fold(Nazicht::default(), |state, event| state.evolve(event, now()));
    assert_eq!(state.uitspraak().map(|it| it.oordeel), Some(Nazichtoordeel::Gegrond));
    assert_eq!(state.geval(), Some((&geval(KEVIN), now())));
}

#[test]
fn what_people_wrote_is_in_no_debug_output() {
    let talk = Some("Gesprek met de leidinggevende");
    let event = gedaan(Nazichtoordeel::NietGegrond, talk);
    let state = Nazicht::default().evolve(&geopend(KEVIN), now()).evolve(&event, now());
    let when = beoordeel(Nazichtoordeel::NietGegrond, talk);
    let told = format!("{state:?} {event:?} {when:?}");
    assert!(!told.contains("Gesprek") && !told.contains("behandelt"), "{told}");
    let context =
        Context { wie: wie(Rol::Privacyfunctionaris), now: now(), namens: None, mens: Mens::default() };
    assert!(state.decide(&when, &context).is_err());
}

// shows N-9: a term with a name
#[test]
fn it_is_late_after_two_weeks() {
    assert_eq!(uiterlijk(now()), date(2026, 12, 9));
}
