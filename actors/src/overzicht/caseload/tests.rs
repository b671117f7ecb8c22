use jiff::civil::date;
use keukentafel::domain::bevoegdheid::{Toegang, op_rol};
use keukentafel::domain::ids::{MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::Rol;
use keukentafel::domain::zaak::{Kanaal, Melding, Urgentie, Zaakstatus};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn moment(day: i64) -> Moment {
    let noon = date(2026, 10, 1).saturating_add(day.days()).at(12, 0, 0, 0);
    noon.to_zoned(keukentafel::clock::amsterdam()).unwrap().timestamp().into()
}

fn zaak(zaaktype: Zaaktype, urgentie: Urgentie, at: Moment) -> Lopend {
    Lopend {
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype,
        status: Zaakstatus::Ontvangen,
        melding: Melding { onderwerp: "Hulp".into(), toelichting: None, kanaal: Kanaal::Balie, urgentie },
        melder: None,
        persoon: PersoonId(Uuid::from_u128(1)),
        contact: None,
        bevestigd: None,
        behandelaars: Vec::new(),
        ontvangen_op: at,
        uiterlijk_op: at.day().saturating_add(i64::from(zaaktype.doorlooptijd_dagen()).days()),
        besluit: None,
        taken: Vec::new(),
        klantcontacten: Vec::new(),
    }
}

/// What happens to one of a handful of zaken.
#[derive(Clone, Debug)]
enum Stap {
    Begin(Zaaktype, Urgentie),
    Toewijzen(Vec<u128>),
    Onderzoek,
    Verleng(i64),
    Einde,
    Dagen(i64),
}

fn stap() -> impl Strategy<Value = (usize, Stap)> {
    let zaaktype = prop::sample::select(Zaaktype::ALLE.to_vec());
    let urgentie = prop::sample::select(vec![Urgentie::Gewoon, Urgentie::Spoed, Urgentie::Crisis]);
    let what = prop_oneof![
        4 => (zaaktype, urgentie).prop_map(|(zaaktype, urgentie)| Stap::Begin(zaaktype, urgentie)),
        4 => prop::collection::btree_set(1_u128..5, 0..4).prop_map(|who| Stap::Toewijzen(who.into_iter().collect())),
        2 => Just(Stap::Onderzoek),
        1 => (-40_i64..60).prop_map(Stap::Verleng),
        1 => Just(Stap::Einde),
        3 => (0_i64..12).prop_map(Stap::Dagen),
    ];
    (0_usize..6, what)
}

type Geschiedenis = Vec<(Zaaktype, Date, Option<Date>)>;

/// The zaak after a step, where the step can be taken.
fn na(voor: Option<&Lopend>, stap: &Stap, at: Moment) -> Option<Option<Lopend>> {
    let mut zaak = match (voor, stap) {
        (None, Stap::Begin(zaaktype, urgentie)) => return Some(Some(zaak(*zaaktype, *urgentie, at))),
        (Some(_), Stap::Einde) => return Some(None),
        (None, _) | (Some(_), Stap::Begin(..) | Stap::Dagen(_)) => return None,
        (Some(zaak), Stap::Toewijzen(_) | Stap::Onderzoek | Stap::Verleng(_)) => zaak.clone(),
    };
    match stap {
        Stap::Toewijzen(who) => {
            zaak.behandelaars = who.iter().map(|n| MedewerkerId(Uuid::from_u128(*n))).collect();
        }
        Stap::Onderzoek => zaak.status = Zaakstatus::Onderzoek,
        Stap::Verleng(days) => zaak.uiterlijk_op = zaak.uiterlijk_op.saturating_add(days.days()),
        Stap::Begin(..) | Stap::Einde | Stap::Dagen(_) => {}
    }
    Some(Some(zaak))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    // shows C2-L5, KING-R4a, N-3
    #[test]
    fn what_is_kept_is_what_a_recount_gives(steps in vec(stap(), 1..60)) {
        let mut caseload = Caseload::default();
        let mut zaken: Vec<Option<Lopend>> = vec![None; 6];
        let mut history: Geschiedenis = Vec::new();
        let mut open: Vec<usize> = vec![0; 6];
        let mut day = 0;
        for (which, step) in steps {
            if let Stap::Dagen(days) = step {
                day += days;
            }
            let at = moment(day);
            if let Some(after) = na(zaken[which].as_ref(), &step, at) {
                caseload.wijzig(zaken[which].as_ref(), after.as_ref(), at);
                match (&zaken[which], &after) {
                    (None, Some(new)) => {
                        open[which] = history.len();
                        history.push((new.zaaktype, at.day(), None));
                    }
                    (Some(_), None) => history[open[which]].2 = Some(at.day()),
                    (None, None) | (Some(_), Some(_)) => {}
                }
                zaken[which] = after;
            }
            let now: Vec<&Lopend> = zaken.iter().flatten().collect();
            // Today, at the end of a term, and long after: without any event between.
            for ahead in [0, 1, 7, 42, 90] {
                let vandaag = moment(day + ahead).day();
                for rol in [Rol::Werkverdeler, Rol::Frontoffice, Rol::Wmoconsulent, Rol::Bestuur] {
                    let may = |zaaktype| op_rol(rol, zaaktype) >= Toegang::Dat;
                    let kept = caseload.beeld(may, vandaag);
                    prop_assert_eq!(&kept, &hertel(&now, &[], &history, may, vandaag));
                    for (who, telling) in &kept.medewerkers {
                        prop_assert_eq!(telling, &caseload.van(*who, may, vandaag));
                    }
                }
            }
        }
    }
}

// shows C2-L5
#[test]
fn midnight_makes_a_zaak_late_without_any_event() {
    let mut caseload = Caseload::default();
    let mut wmo = zaak(Zaaktype::MeldingWmo, Urgentie::Gewoon, moment(0));
    wmo.behandelaars = vec![MedewerkerId(Uuid::from_u128(1)), MedewerkerId(Uuid::from_u128(2))];
    caseload.wijzig(None, Some(&wmo), moment(0));
    let on = |dag: Date| {
        let beeld = caseload.beeld(|_| true, dag);
        (
            beeld.totaal.te_laat,
            beeld.totaal.deze_week,
            beeld.medewerkers.values().map(|one| one.te_laat).sum(),
        )
    };
    // The term ends on Thursday 12 November.
    assert_eq!(on(date(2026, 11, 8)), (0, 0, 0_u64));
    assert_eq!(on(date(2026, 11, 9)), (0, 1, 0));
    assert_eq!(on(date(2026, 11, 12)), (0, 1, 0));
    assert_eq!(on(date(2026, 11, 13)), (1, 0, 2));
    assert_eq!(caseload.beeld(|_| true, date(2026, 11, 13)).totaal.gewicht, 108);
}

// shows KING-R4c, KING-R5c
#[test]
fn a_zaaktype_that_a_role_may_not_know_of_is_counted_nowhere_for_it() {
    let mut caseload = Caseload::default();
    let mut jeugd = zaak(Zaaktype::AanvraagJeugdhulp, Urgentie::Crisis, moment(0));
    jeugd.behandelaars = vec![MedewerkerId(Uuid::from_u128(1))];
    caseload.wijzig(None, Some(&jeugd), moment(0));
    let may = |zaaktype| op_rol(Rol::Frontoffice, zaaktype) >= Toegang::Dat;
    let (seen, nothing) = (caseload.beeld(may, date(2027, 1, 1)), Caseload::default());
    assert_eq!(seen, nothing.beeld(may, date(2027, 1, 1)));
    assert!(!seen.teams.contains_key(&Domein::Jeugd));
    assert_eq!(caseload.beeld(|_| true, date(2027, 1, 1)).totaal.aantal, 1);
}
