use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::mens::Mens;
use crate::domain::zaaktype::Zaaktype;

fn melding() -> Melding {
    Melding {
        onderwerp: "Hulp in huis".into(),
        toelichting: None,
        kanaal: Kanaal::Balie,
        urgentie: Urgentie::Gewoon,
    }
}

fn ander(n: u128) -> MedewerkerId {
    MedewerkerId(Uuid::from_u128(n))
}

fn registreer() -> ZaakCommand {
    ZaakCommand::RegistreerMelding {
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype: Zaaktype::MeldingWmo,
        persoon: PersoonId(Uuid::from_u128(5)),
        melding: melding(),
        contact: None,
        bevestiging: Bevestigingsweg::Portaal,
    }
}

pub(super) fn geregistreerd(melder: MedewerkerId) -> ZaakEvent {
    ZaakEvent::MeldingGeregistreerd {
        zaaknummer: "ZAAK-2026-000001".into(),
        zaaktype: Zaaktype::MeldingWmo,
        persoon: PersoonId(Uuid::from_u128(5)),
        melder,
        melding: melding(),
        contact: None,
        bevestiging: Some(Bevestigingsweg::Portaal),
        uiterlijk_op: jiff::civil::date(2027, 1, 6),
    }
}

pub(super) fn toegewezen(behandelaars: &[MedewerkerId]) -> ZaakEvent {
    ZaakEvent::ZaakToegewezen { behandelaars: behandelaars.to_vec(), reden: None }
}

fn wijs_toe(behandelaars: &[MedewerkerId]) -> ZaakCommand {
    ZaakCommand::WijsToe { behandelaars: behandelaars.to_vec(), reden: None }
}

// shows C2-L1, C2-N4
#[test]
fn a_melding_gets_the_legal_term_of_six_weeks() {
    check::<Zaak>(Rol::Frontoffice, &[], registreer(), Ok(vec![geregistreerd(ik())]));
}

// shows C2-L4
#[test]
fn what_cannot_wait_has_a_day_of_first_contact_however_far_it_is() {
    // 25 November 2026 is a Wednesday, 28 a Saturday.
    for (urgentie, at, contact) in [
        (Urgentie::Gewoon, "2026-11-25T09:00:00Z", None),
        (Urgentie::Spoed, "2026-11-25T09:00:00Z", Some(jiff::civil::date(2026, 11, 26))),
        (Urgentie::Spoed, "2026-11-27T16:00:00Z", Some(jiff::civil::date(2026, 11, 30))),
        (Urgentie::Crisis, "2026-11-25T09:00:00Z", Some(jiff::civil::date(2026, 11, 25))),
        (Urgentie::Crisis, "2026-11-28T20:00:00Z", Some(jiff::civil::date(2026, 11, 28))),
        // Half past eleven in the evening in London is the next day here.
        (Urgentie::Crisis, "2026-11-25T23:30:00Z", Some(jiff::civil::date(2026, 11, 26))),
    ] {
        let at = crate::clock::Moment::from(at.parse::<jiff::Timestamp>().unwrap());
        let ZaakEvent::MeldingGeregistreerd { zaaknummer, zaaktype, persoon, melder, melding, .. } =
            geregistreerd(ander(1))
        else {
            unreachable!("that is what it is")
        };
        let begun = ZaakEvent::MeldingGeregistreerd {
            zaaknummer,
            zaaktype,
            persoon,
            melder,
            melding: Melding { urgentie, ..melding },
            contact: None,
            bevestiging: None,
            uiterlijk_op: jiff::civil::date(2027, 1, 6),
        };
        let day = |zaak: &Zaak| zaak.lopend().unwrap().contact_uiterlijk();
        let zaak = Zaak::default().evolve(&begun, at);
        assert_eq!(day(&zaak), contact, "{urgentie:?} {at:?}");
        let zaak = zaak.evolve(&toegewezen(&[ander(2)]), at);
        assert_eq!(day(&zaak), contact, "handed to somebody is not spoken to");
        let zaak = zaak.evolve(&ZaakEvent::InBehandelingGenomen { door: ander(2) }, at);
        assert_eq!(day(&zaak), contact, "to begin is no call");
    }
}

// shows C2-L1, ENS-S5
#[test]
fn who_reported_is_told_that_it_came_in_unless_they_may_not_know_of_it() {
    for zaaktype in Zaaktype::ALLE {
        let ZaakCommand::RegistreerMelding { zaaknummer, persoon, melding, .. } = registreer() else {
            unreachable!("that is what it is")
        };
        let bevestiging = Bevestigingsweg::Portaal;
        let begin = ZaakCommand::RegistreerMelding {
            zaaknummer,
            zaaktype,
            persoon,
            melding,
            contact: None,
            bevestiging,
        };
        let context =
            Context { wie: wie(Rol::ConsulentInkomen), namens: None, now: now(), mens: Mens::default() };
        let events = Zaak::default().decide(&begin, &context).unwrap();
        let zaak = events.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
        let told = (!zaaktype.vertrouwelijk()).then_some((Bevestigingsweg::Portaal, now()));
        assert_eq!(zaak.lopend().unwrap().bevestigd, told, "{zaaktype:?}");
    }
}

#[test]
fn the_privacy_officer_registers_nothing() {
    check::<Zaak>(Rol::Privacyfunctionaris, &[], registreer(), Err(ZaakRefusal::NietBevoegd));
}

// shows C2-L4, C2-N6
#[test]
fn linda_assigns_her_own_melding_to_two_colleagues() {
    let both = [ander(2), ander(3)];
    check::<Zaak>(Rol::Frontoffice, &[geregistreerd(ik())], wijs_toe(&both), Ok(vec![toegewezen(&both)]));
}

// shows C2-L4, C2-R3
#[test]
fn the_desk_hands_its_melding_on_once_and_what_is_somebodys_is_not_its_to_give_away() {
    let given = [geregistreerd(ik()), toegewezen(&[ander(2)])];
    for rol in [Rol::Frontoffice, Rol::Kcc, Rol::Regisseur] {
        let refused = Err(ZaakRefusal::AlToegewezen);
        check::<Zaak>(rol, &given, wijs_toe(&[ander(3)]), refused.clone());
        check::<Zaak>(rol, &given, wijs_toe(&[ander(2), ander(3)]), refused.clone());
        check::<Zaak>(rol, &given, wijs_toe(&[ander(2)]), refused);
    }
    // It is for who distributes the work, and for who works on it.
    let other = Ok(vec![toegewezen(&[ander(3)])]);
    check::<Zaak>(Rol::Werkverdeler, &given, wijs_toe(&[ander(3)]), other.clone());
    let own = [geregistreerd(ik()), toegewezen(&[ik()])];
    check::<Zaak>(Rol::Regisseur, &own, wijs_toe(&[ander(3)]), other);
    // Who did not take it in had no right to lose.
    let not_own = [geregistreerd(ander(4)), toegewezen(&[ander(2)])];
    check::<Zaak>(Rol::Frontoffice, &not_own, wijs_toe(&[ander(3)]), Err(ZaakRefusal::NietBevoegd));
}

#[test]
fn the_order_of_behandelaars_and_doubles_do_not_matter() {
    let given = [geregistreerd(ik()), toegewezen(&[ander(2), ander(3)])];
    check::<Zaak>(Rol::Werkverdeler, &given, wijs_toe(&[ander(3), ander(2), ander(3)]), Ok(vec![]));
}

#[test]
fn a_zaak_is_always_somebodys() {
    check::<Zaak>(
        Rol::Frontoffice,
        &[geregistreerd(ik())],
        wijs_toe(&[]),
        Err(ZaakRefusal::GeenBehandelaars),
    );
    let crowd: Vec<_> = (100..100 + 17).map(ander).collect();
    check::<Zaak>(
        Rol::Frontoffice,
        &[geregistreerd(ik())],
        wijs_toe(&crowd),
        Err(ZaakRefusal::TeVeelBehandelaars),
    );
}

// shows C2-R3
#[test]
fn whoever_may_not_know_of_it_hears_that_it_is_not_there() {
    let given = [geregistreerd(ander(2)), toegewezen(&[ander(3)])];
    check::<Zaak>(Rol::Beleidsanalist, &given, wijs_toe(&[ik()]), Err(ZaakRefusal::Onbekend));
    check::<Zaak>(Rol::Beleidsanalist, &[], wijs_toe(&[ik()]), Err(ZaakRefusal::Onbekend));
}

#[test]
fn a_colleague_of_the_team_sees_that_it_runs_but_does_not_take_it() {
    let given = [geregistreerd(ander(2)), toegewezen(&[ander(3)])];
    check::<Zaak>(Rol::Wmoconsulent, &given, wijs_toe(&[ik()]), Err(ZaakRefusal::NietBevoegd));
    check::<Zaak>(Rol::Wmoconsulent, &given, ZaakCommand::NeemInBehandeling, Err(ZaakRefusal::NietBevoegd));
}

// shows C2-K1, C2-E1
#[test]
fn a_behandelaar_begins_once() {
    let given = [geregistreerd(ander(2)), toegewezen(&[ik()])];
    let begun = ZaakEvent::InBehandelingGenomen { door: ik() };
    check::<Zaak>(Rol::Wmoconsulent, &given, ZaakCommand::NeemInBehandeling, Ok(vec![begun.clone()]));
    let after = [given[0].clone(), given[1].clone(), begun];
    check::<Zaak>(Rol::Wmoconsulent, &after, ZaakCommand::NeemInBehandeling, Ok(vec![]));
}

// shows C2-L4
#[test]
fn a_waiting_zaak_of_the_team_is_taken_by_one() {
    let waits = geregistreerd(ander(2));
    let taken = toegewezen(&[ik()]);
    check::<Zaak>(
        Rol::Wmoconsulent,
        std::slice::from_ref(&waits),
        ZaakCommand::NeemZaak,
        Ok(vec![taken.clone()]),
    );
    check::<Zaak>(Rol::Wmoconsulent, &[waits.clone(), taken], ZaakCommand::NeemZaak, Ok(vec![]));
    let lost = [waits, toegewezen(&[ander(3)])];
    check::<Zaak>(Rol::Wmoconsulent, &lost, ZaakCommand::NeemZaak, Err(ZaakRefusal::AlVergeven));
}

// shows C2-L4, X-2
#[test]
fn what_nobody_began_on_can_wait_for_somebody_again() {
    let geef_vrij = || ZaakCommand::GeefVrij { reden: "Toch een ander".into() };
    let vrij = ZaakEvent::ZaakVrijgegeven { reden: "Toch een ander".into() };
    let gave = [geregistreerd(ander(2)), toegewezen(&[ander(3)])];
    // Who distributes the work, and who has it.
    check::<Zaak>(Rol::Werkverdeler, &gave, geef_vrij(), Ok(vec![vrij.clone()]));
    let mijn = [geregistreerd(ander(2)), toegewezen(&[ik()])];
    check::<Zaak>(Rol::Wmoconsulent, &mijn, geef_vrij(), Ok(vec![vrij.clone()]));
    // A colleague who has it not, who took it in, and who may not know of it.
    check::<Zaak>(Rol::Wmoconsulent, &gave, geef_vrij(), Err(ZaakRefusal::NietBevoegd));
    let ingenomen = [geregistreerd(ik()), toegewezen(&[ander(3)])];
    check::<Zaak>(Rol::Frontoffice, &ingenomen, geef_vrij(), Err(ZaakRefusal::AlToegewezen));
    check::<Zaak>(Rol::Bestuur, &gave, geef_vrij(), Err(ZaakRefusal::Onbekend));
    // From when somebody began it is always somebody's.
    let begun = [gave[0].clone(), gave[1].clone(), ZaakEvent::InBehandelingGenomen { door: ander(3) }];
    check::<Zaak>(Rol::Werkverdeler, &begun, geef_vrij(), Err(ZaakRefusal::AlBegonnen));
    // It waits as it did, so that it can be taken, and letting it go again changes nothing.
    let waits = [gave[0].clone(), gave[1].clone(), vrij];
    check::<Zaak>(Rol::Werkverdeler, &waits, geef_vrij(), Ok(vec![]));
    check::<Zaak>(Rol::Wmoconsulent, &waits, ZaakCommand::NeemZaak, Ok(vec![toegewezen(&[ik()])]));
}

// shows C2-L4, N-13: also by what the record knows of who works here
#[test]
fn nobody_takes_a_zaak_about_themselves() {
    let given = geregistreerd(ander(2));
    let zaak = Zaak::default().evolve(&given, now());
    let persoon = zaak.lopend().unwrap().persoon;
    let emma = wie(Rol::Wmoconsulent);
    let by_record = Mens { personen: [persoon].into(), ..Mens::default() };
    for (wie, mens) in
        [(Wie { persoon: Some(persoon), ..emma.clone() }, Mens::default()), (emma.clone(), by_record)]
    {
        let context = Context { wie, now: now(), namens: None, mens };
        assert_eq!(zaak.decide(&ZaakCommand::NeemZaak, &context), Err(ZaakRefusal::EigenZaak));
    }
    let context = Context { wie: emma, now: now(), namens: None, mens: Mens::default() };
    assert!(zaak.decide(&ZaakCommand::NeemZaak, &context).is_ok());
}

// shows C2-L4, N-13: whoever hands out the work gives themselves nothing about themselves, under no account
#[test]
fn nobody_gives_themselves_a_zaak_about_themselves() {
    let (mij, tweede, collega) = (ik(), ander(7), ander(3));
    let waits = Zaak::default().evolve(&geregistreerd(mij), now());
    let mine = waits.clone().evolve(&toegewezen(&[mij]), now());
    let persoon = waits.lopend().unwrap().persoon;
    let mens = Mens { accounts: [tweede].into(), personen: [persoon].into() };
    let als = |rol, mens: &Mens| Context { wie: wie(rol), now: now(), namens: None, mens: mens.clone() };
    for set in [vec![mij], vec![tweede], vec![mij, collega], vec![collega, tweede]] {
        for rol in [Rol::Regisseur, Rol::Werkverdeler] {
            let done = waits.decide(&wijs_toe(&set), &als(rol, &mens));
            assert_eq!(done, Err(ZaakRefusal::EigenZaak), "{rol:?} {set:?}");
            assert!(waits.decide(&wijs_toe(&set), &als(rol, &Mens::default())).is_ok(), "{rol:?} {set:?}");
        }
    }
    // Whom a colleague gave it gives it away, or asks somebody beside them.
    for set in [vec![collega], vec![mij, collega]] {
        assert!(mine.decide(&wijs_toe(&set), &als(Rol::Wmoconsulent, &mens)).is_ok(), "{set:?}");
    }
    let over = ZaakCommand::DraagOver { van: mij, aan: tweede, reden: "Weg".into() };
    assert_eq!(mine.decide(&over, &als(Rol::Werkverdeler, &mens)), Err(ZaakRefusal::EigenZaak));
}

// shows C2-L4, C2-R3
#[test]
fn nobody_takes_a_zaak_outside_their_own_field() {
    for rol in Rol::ALLE {
        let then = match rol {
            Rol::Wmoconsulent => Ok(vec![toegewezen(&[ik()])]),
            // These know that it runs, and it is not theirs to take.
            Rol::Frontoffice
            | Rol::Kcc
            | Rol::Werkverdeler
            | Rol::Wijkteammanager
            | Rol::Privacyfunctionaris => Err(ZaakRefusal::NietBevoegd),
            Rol::Inwoner
            | Rol::Groepsparticipant
            | Rol::Signaalbron
            | Rol::Systeem
            | Rol::Jeugdconsulent
            | Rol::ConsulentInkomen
            | Rol::Uitkeringsadministratie
            | Rol::Werkcoach
            | Rol::Regisseur
            | Rol::Backoffice
            | Rol::MedewerkerBudgetbeheer
            | Rol::Trajectbegeleider
            | Rol::Ketenpartner
            | Rol::FunctioneelBeheerder
            | Rol::Controller
            | Rol::Beleidsanalist
            | Rol::Inkoper
            | Rol::PlanningEnControl
            | Rol::Bestuur
            | Rol::Vervanger
            | Rol::Toetser => Err(ZaakRefusal::Onbekend),
        };
        check::<Zaak>(rol, &[geregistreerd(ander(2))], ZaakCommand::NeemZaak, then);
    }
}
