use jiff::civil::date;
use uuid::Uuid;

use super::tests::{geregistreerd, toegewezen};
use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::check::{check, ik, now, wie};
use crate::domain::ids::KlantcontactId;
use crate::domain::medewerker::Rol;
use crate::domain::mens::Mens;
use crate::limits::KLANTCONTACTEN_MAX;

fn contact(als: Noteerder, dag: Date) -> NoteerContact {
    NoteerContact {
        id: KlantcontactId(Uuid::from_u128(71)),
        als,
        weg: Contactweg::Huisbezoek,
        uitkomst: Contactuitkomst::Gesproken,
        met: "Maria".into(),
        verslag: "De trap gaat niet meer".into(),
        dag,
    }
}

fn genoteerd(door: MedewerkerId, doorgegeven: bool) -> ZaakEvent {
    let NoteerContact { id, weg, uitkomst, met, verslag, dag, .. } =
        contact(Noteerder::Behandelaar, now().day());
    ZaakEvent::KlantcontactGenoteerd(Box::new(Klantcontact {
        id,
        weg,
        uitkomst,
        met,
        verslag,
        dag,
        door,
        namens: None,
        doorgegeven,
    }))
}

// shows KING-KC1, KING-R5e
#[test]
fn who_works_on_it_notes_it_and_the_desk_passes_it_on() {
    let given = [geregistreerd(MedewerkerId(Uuid::from_u128(8))), toegewezen(&[ik()])];
    let note = |als| ZaakCommand::NoteerContact(contact(als, now().day()));
    check::<Zaak>(Rol::Wmoconsulent, &given, note(Noteerder::Behandelaar), Ok(vec![genoteerd(ik(), false)]));
    check::<Zaak>(Rol::Kcc, &given, note(Noteerder::Balie), Ok(vec![genoteerd(ik(), true)]));
    check::<Zaak>(Rol::Kcc, &given[..1], note(Noteerder::Behandelaar), Err(ZaakRefusal::NietBevoegd));
    // Who knows of it by the huishouden is no stranger to whoever calls about it.
    check::<Zaak>(Rol::Jeugdconsulent, &given[..1], note(Noteerder::Balie), Ok(vec![genoteerd(ik(), true)]));
    for rol in [Rol::Werkverdeler, Rol::Wijkteammanager] {
        check::<Zaak>(rol, &given, note(Noteerder::Balie), Err(ZaakRefusal::NietBevoegd));
    }
}

// shows KING-KC1
#[test]
fn it_lies_between_the_melding_and_today() {
    let given = [geregistreerd(MedewerkerId(Uuid::from_u128(8))), toegewezen(&[ik()])];
    let on = |dag| ZaakCommand::NoteerContact(contact(Noteerder::Behandelaar, dag));
    for wrong in [date(2026, 11, 24), date(2026, 11, 26), date(9999, 12, 31)] {
        let refused = Err(KlantcontactRefusal::Dag.into());
        check::<Zaak>(Rol::Wmoconsulent, &given, on(wrong), refused);
    }
}

#[test]
fn a_zaak_holds_so_many() {
    let begun = [geregistreerd(MedewerkerId(Uuid::from_u128(8))), toegewezen(&[ik()])];
    let many = std::iter::repeat_n(genoteerd(ik(), false), KLANTCONTACTEN_MAX);
    let full: Vec<_> = begun.into_iter().chain(many).collect();
    let note = ZaakCommand::NoteerContact(contact(Noteerder::Behandelaar, now().day()));
    check::<Zaak>(Rol::Wmoconsulent, &full, note, Err(KlantcontactRefusal::Vol.into()));
}

// shows X-25
#[test]
fn who_stands_in_notes_it_for_whom() {
    let afwezig = MedewerkerId(Uuid::from_u128(2));
    let given = [geregistreerd(MedewerkerId(Uuid::from_u128(8))), toegewezen(&[ik()])];
    let zaak = given.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()));
    let context =
        Context { wie: wie(Rol::Wmoconsulent), now: now(), namens: Some(afwezig), mens: Mens::default() };
    let note = ZaakCommand::NoteerContact(contact(Noteerder::Behandelaar, now().day()));
    let events = zaak.decide(&note, &context).unwrap();
    assert!(
        matches!(&events[..], [ZaakEvent::KlantcontactGenoteerd(noted)] if noted.namens == Some(afwezig))
    );
}
