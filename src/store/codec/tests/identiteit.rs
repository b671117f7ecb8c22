use uuid::Uuid;

use super::golden;
use crate::domain::identiteit::{Identiteit, IdentiteitEvent, Inschrijving};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::{Machtiging, Rol};
use crate::domain::rollen::Rollen;

#[test]
fn events_of_an_identiteit() {
    golden::<Identiteit>(
        &IdentiteitEvent::Ingeschreven(Inschrijving {
            naam: "Noor Bouwman".into(),
            rollen: Rollen::new([Rol::Regisseur, Rol::Kcc]).unwrap(),
            persoon: None,
            machtiging: None,
        }),
        "Ingeschreven",
        r#"{"naam":"Noor Bouwman","persoon":null,"rollen":["kcc","regisseur"]}"#,
    );
    golden::<Identiteit>(
        &IdentiteitEvent::Ingeschreven(Inschrijving {
            naam: "Maria Verhoef".into(),
            rollen: Rollen::een(Rol::Inwoner).unwrap(),
            persoon: Some(PersoonId(Uuid::from_u128(5))),
            machtiging: None,
        }),
        "Ingeschreven",
        r#"{"naam":"Maria Verhoef","persoon":"00000000-0000-0000-0000-000000000005","rollen":["inwoner"]}"#,
    );
    let machtiging =
        Machtiging { gemachtigde: PersoonId(Uuid::from_u128(6)), voor: PersoonId(Uuid::from_u128(5)) };
    golden::<Identiteit>(
        &IdentiteitEvent::Ingeschreven(Inschrijving {
            naam: "Gerard Verhoef".into(),
            rollen: Rollen::een(Rol::Inwoner).unwrap(),
            persoon: None,
            machtiging: Some(machtiging),
        }),
        "Ingeschreven",
        r#"{"machtiging":{"gemachtigde":"00000000-0000-0000-0000-000000000006","voor":"00000000-0000-0000-0000-000000000005"},"naam":"Gerard Verhoef","persoon":null,"rollen":["inwoner"]}"#,
    );
    golden::<Identiteit>(
        &IdentiteitEvent::NaamGewijzigd { naam: "Noor Jansen".into() },
        "NaamGewijzigd",
        r#"{"naam":"Noor Jansen"}"#,
    );
    golden::<Identiteit>(
        &IdentiteitEvent::RollenGewijzigd { rollen: Rollen::een(Rol::Kcc).unwrap() },
        "RollenGewijzigd",
        r#"{"rollen":["kcc"]}"#,
    );
    golden::<Identiteit>(&IdentiteitEvent::Uitgeschreven {}, "Uitgeschreven", "{}");
}
