use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::check::check;
use crate::domain::medewerker::Rol;
use crate::domain::zaaktype::Zaaktype;

const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(2));

fn over(zaken: usize) -> OverdrachtCommand {
    OverdrachtCommand::DraagOver {
        van: KEVIN,
        aan: vec![],
        zaken,
        plannen: 0,
        rekeningen: 0,
        acties: 0,
        resterend: 0,
        reden: "Ziek".into(),
    }
}

// shows KING-R4b
#[test]
fn who_distributes_the_work_hands_it_over_and_nobody_else() {
    let done = OverdrachtEvent::WerkvoorraadOvergedragen {
        van: KEVIN,
        aan: vec![],
        zaken: 2,
        plannen: 0,
        rekeningen: 0,
        acties: 0,
        resterend: 0,
        reden: "Ziek".into(),
    };
    for rol in Rol::ALLE {
        let may = matches!(rol, Rol::Werkverdeler | Rol::Wijkteammanager);
        let then = if may { Ok(vec![done.clone()]) } else { Err(OverdrachtRefusal::NietBevoegd) };
        check::<Overdracht>(rol, &[], over(2), then);
    }
    check::<Overdracht>(Rol::Wijkteammanager, &[], over(0), Err(OverdrachtRefusal::Leeg));
    check::<Overdracht>(Rol::Wijkteammanager, &[done], over(2), Err(OverdrachtRefusal::BestaatAl));
}

fn kandidaat(n: u128, rol: Rol, heeft: usize) -> Kandidaat {
    Kandidaat { id: MedewerkerId(Uuid::from_u128(n)), rol, heeft }
}

// shows KING-R4b
#[test]
fn each_item_goes_to_who_can_do_it_and_has_the_least() {
    let (emma, emil) = (kandidaat(3, Rol::Wmoconsulent, 5), kandidaat(4, Rol::Wmoconsulent, 3));
    let wmo = Werk::Zaak(Zaaktype::MeldingWmo);
    let given = verdeel(&[wmo; 4], Rol::Wmoconsulent, &[emma, emil]);
    assert_eq!(given, Some(vec![emil.id, emil.id, emma.id, emil.id]));
    assert_eq!(verdeel(&[wmo, Werk::Plan], Rol::Regisseur, &[emma]), None, "nobody of these leads a plan");
    let manager = kandidaat(5, Rol::Wijkteammanager, 0);
    assert_eq!(verdeel(&[wmo], Rol::Wijkteammanager, &[manager]), None, "who distributes handles no zaken");
}

proptest! {
    // shows N-34
    #[test]
    fn every_item_goes_to_exactly_one_who_fits(
        werk in proptest::collection::vec(0..Zaaktype::ALLE.len(), 0..40),
        rollen in proptest::collection::vec(0..Rol::ALLE.len(), 0..6),
        van in 0..Rol::ALLE.len(),
    ) {
        let werk: Vec<Werk> = werk.into_iter().map(|n| Werk::Zaak(Zaaktype::ALLE[n])).collect();
        let mensen: Vec<Kandidaat> =
            rollen.into_iter().enumerate().map(|(n, rol)| kandidaat(n as u128, Rol::ALLE[rol], 0)).collect();
        let van = Rol::ALLE[van];
        let fits = |item: &Werk, one: &Kandidaat| match item {
            Werk::Zaak(zaaktype) => {
                one.rol.behandelt() && (one.rol == van || one.rol.domein() == Some(zaaktype.domein()))
            }
            Werk::Plan => one.rol == Rol::Regisseur,
            Werk::Rekening => one.rol == Rol::MedewerkerBudgetbeheer,
        };
        match verdeel(&werk, van, &mensen) {
            None => prop_assert!(werk.iter().any(|item| !mensen.iter().any(|one| fits(item, one)))),
            Some(given) => {
                prop_assert_eq!(given.len(), werk.len());
                for (item, who) in werk.iter().zip(given) {
                    let one = mensen.iter().find(|one| one.id == who).unwrap();
                    prop_assert!(fits(item, one));
                }
            }
        }
    }
}
