use uuid::Uuid;

use super::*;

const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(1));
const ZAAK: &str = "zaak/019ab000-0000-7000-8000-00000000000a";

fn at(minute: i64) -> Moment {
    // 28 November 2026, 10:00 in the Netherlands.
    Moment::from_micros(1_795_856_400_000_000 + minute * 60_000_000)
}

fn kijk(minute: i64, object: &str, grond: Option<&str>) -> Kijk {
    Kijk {
        toelichting: None,
        at: at(minute),
        wie: Some(KEVIN),
        rol: Some(Rol::Jeugdconsulent),
        namens: None,
        handeling: "zaak.lezen".into(),
        object: object.into(),
        grond: grond.map(str::to_owned),
        gelukt: true,
        opdracht: false,
        vertrouwelijk: false,
    }
}

fn check(given: Vec<Kijk>, when: &str, then: &[(Deel, Option<MedewerkerId>, u32)]) {
    let days = per_dag(given);
    let found: Vec<_> =
        days.iter().flat_map(|day| &day.regels).map(|it| (it.deel, it.wie, it.keer)).collect();
    assert_eq!(found, then, "{when}");
}

// shows N-8, X-26
#[test]
fn a_day_tells_who_looked_at_what_and_how_often() {
    check(
        vec![
            kijk(0, ZAAK, Some("behandelaar")),
            kijk(9, &format!("{ZAAK}@wat"), Some("behandelaar")),
            kijk(5, "persoon/1", Some("rol")),
        ],
        "one part on one day is one entry, the last first; a name only where the resident knows it",
        &[(Deel::Zaak, Some(KEVIN), 2), (Deel::Gegevens, None, 1)],
    );
    let days = per_dag(vec![kijk(0, ZAAK, None), kijk(24 * 60, ZAAK, None)]);
    assert_eq!(days.iter().map(|day| day.dag.day()).collect::<Vec<_>>(), [29, 28]);
    let [regel] = &per_dag(vec![kijk(3, ZAAK, Some("glas")), kijk(1, ZAAK, Some("glas"))])[0].regels[..]
    else {
        panic!("one entry")
    };
    assert_eq!((regel.van, regel.tot, regel.glas), (at(1), at(3), true));
}

#[test]
fn what_is_no_look_of_another_is_not_told() {
    let own = Kijk { rol: Some(Rol::Inwoner), ..kijk(0, ZAAK, Some("betrokkene")) };
    let refused = Kijk { gelukt: false, ..kijk(0, ZAAK, None) };
    let system = Kijk { wie: None, rol: Some(Rol::Systeem), ..kijk(0, ZAAK, None) };
    check(vec![own, refused, system], "own, refused, by the program", &[]);
}

// shows X-11, N-8
#[test]
fn who_came_in_for_somebody_is_told_by_name_and_the_own_looks_are_not() {
    let for_her = Kijk { rol: Some(Rol::Inwoner), ..kijk(0, ZAAK, Some("gemachtigde")) };
    let came_in = Kijk { handeling: "sessie.begin".into(), object: "sessie".into(), ..for_her.clone() };
    let signaal = Kijk { object: "signaal/1".into(), ..for_her.clone() };
    let refused = Kijk { gelukt: false, ..for_her.clone() };
    let gezag = Kijk { grond: Some("gezaghouder".into()), ..for_her.clone() };
    check(
        vec![for_her, came_in, signaal, refused, gezag],
        "somebody else's, and not a word of a signaal",
        &[(Deel::Zaak, Some(KEVIN), 1), (Deel::Overig, Some(KEVIN), 1)],
    );
}

#[test]
fn what_a_rule_withholds_is_not_told() {
    let withheld =
        ["signaal/1", "signaal/1@wat", "signalen/1", "signalen", "aandacht/1@jeugd", "groep/1@wat"];
    check(withheld.iter().map(|object| kijk(0, object, Some("kring"))).collect(), "by kind", &[]);
    for handeling in ["HoudAchter", "DeelOnderdeel"] {
        let kept =
            Kijk { handeling: handeling.into(), opdracht: true, ..kijk(0, "plan/1", Some("regisseur")) };
        check(vec![kept], "what was kept from them in their plan (KING-R1c)", &[]);
    }
    let confidential = Kijk { vertrouwelijk: true, ..kijk(0, "persoon/1", Some("behandelaar")) };
    check(vec![confidential], "by way of a confidential zaak", &[]);
}

#[test]
fn each_handeling_has_one_name() {
    let codes: std::collections::BTreeSet<_> = HANDELINGEN.iter().map(|(code, _)| code).collect();
    assert_eq!(codes.len(), HANDELINGEN.len());
    assert_eq!(handeling_naam("zaak.lezen"), "zaak bekeken");
    assert_eq!(handeling_naam("iets.nieuws"), "iets.nieuws");
}

#[test]
fn the_words_for_a_resident_are_short_and_plain() {
    for (_, grond) in [("", None)].into_iter().chain(["behandelaar", "glas", "rol"].map(|it| ("", Some(it))))
    {
        assert!(waarom(grond).split(['.']).all(|zin| zin.split_whitespace().count() <= 12));
    }
}

// shows N-8, X-26, KING-G1
#[test]
fn what_was_written_for_somebody_is_told_with_the_line_that_it_belongs_to() {
    let said = Some("Wij willen samen beter helpen.".into());
    let formed = Kijk { object: "groep/1".into(), opdracht: true, ..kijk(0, ZAAK, Some("rol")) };
    let with = Kijk { toelichting: said.clone(), ..formed.clone() };
    let days = per_dag([formed, with]);
    let told: Vec<_> = days[0].regels.iter().map(|regel| (regel.deel, regel.toelichting.clone())).collect();
    assert_eq!(told, [(Deel::Groep, said)], "and of the groep nothing else");
}

// shows N-8, C2-L2
#[test]
fn a_concept_is_called_what_it_is() {
    let days = per_dag([kijk(0, "concept/contact", Some("rol"))]);
    assert_eq!(days[0].regels[0].deel, Deel::Concept);
    assert_eq!(Deel::Concept.naam(), "een tekst over u die nog niet af is");
}
