use super::*;
use crate::domain::check::{check, gegevens};
use crate::domain::medewerker::Rol;

// shows C2-L1
#[test]
fn linda_registers_a_person_once() {
    let maria = gegevens("Maria", "Verhoef");
    let registered = PersoonEvent::PersoonGeregistreerd(maria.clone());
    check::<Persoon>(
        Rol::Frontoffice,
        &[],
        PersoonCommand::Registreer(maria.clone()),
        Ok(vec![registered.clone()]),
    );
    check::<Persoon>(
        Rol::Frontoffice,
        &[registered],
        PersoonCommand::Registreer(maria),
        Err(PersoonRefusal::BestaatAl),
    );
}

#[test]
fn nobody_is_born_tomorrow_or_in_1799() {
    for (year, month, day) in [(2026, 11, 26), (1799, 1, 1)] {
        let mut born = gegevens("Dylan", "Verhoef");
        born.geboortedatum = Some(jiff::civil::date(year, month, day));
        check::<Persoon>(
            Rol::Frontoffice,
            &[],
            PersoonCommand::Registreer(born),
            Err(PersoonRefusal::Geboortedatum),
        );
    }
}

#[test]
fn the_same_telephone_again_changes_nothing() {
    let given = [PersoonEvent::PersoonGeregistreerd(gegevens("Maria", "Verhoef"))];
    let new = PersoonCommand::WijzigTelefoon(Some("06 1234 5678".into()));
    let changed = PersoonEvent::TelefoonGewijzigd { telefoon: Some("06 1234 5678".into()) };
    check::<Persoon>(Rol::Frontoffice, &given, new.clone(), Ok(vec![changed.clone()]));
    check::<Persoon>(Rol::Frontoffice, &[given[0].clone(), changed], new.clone(), Ok(vec![]));
    check::<Persoon>(Rol::Bestuur, &given, new.clone(), Err(PersoonRefusal::NietBevoegd));
    check::<Persoon>(Rol::Frontoffice, &[], new, Err(PersoonRefusal::Onbekend));
}
