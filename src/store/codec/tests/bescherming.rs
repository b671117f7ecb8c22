//! The stored form of the protection of a dossier.

use uuid::Uuid;

use super::golden;
use crate::clock::Moment;
use crate::domain::ids::MedewerkerId;
use crate::domain::persoon::{Beschermgrond, Bescherming, Persoon, PersoonEvent};

#[test]
fn events_of_a_protection() {
    let named = vec![MedewerkerId(Uuid::from_u128(1))];
    let it = |grond, tot| Bescherming::new(grond, Moment::from_micros(0), tot, named.clone());
    let body = |grond: &str, tot: &str| {
        format!(
            r#"{{"grond":"{grond}","medewerkers":["00000000-0000-0000-0000-000000000001"],"tot":{tot},"van":"1970-01-01T00:00:00Z"}}"#
        )
    };
    golden::<Persoon>(
        &PersoonEvent::DossierBeschermd(it(Beschermgrond::EigenMedewerker, None)),
        "DossierBeschermd",
        &body("eigen_medewerker", "null"),
    );
    golden::<Persoon>(
        &PersoonEvent::DossierBeschermd(it(Beschermgrond::BekendPersoon, None)),
        "DossierBeschermd",
        &body("bekend_persoon", "null"),
    );
    let until = Some(Moment::from_micros(60_000_000));
    golden::<Persoon>(
        &PersoonEvent::BeschermingGewijzigd(it(Beschermgrond::VeiligVerblijf, until)),
        "BeschermingGewijzigd",
        &body("veilig_verblijf", r#""1970-01-01T00:01:00Z""#),
    );
    golden::<Persoon>(&PersoonEvent::BeschermingOpgeheven {}, "BeschermingOpgeheven", "{}");
}

#[test]
fn events_of_which_colleague_somebody_is() {
    let medewerker = Some(MedewerkerId(Uuid::from_u128(1)));
    golden::<Persoon>(
        &PersoonEvent::MedewerkerVastgelegd { medewerker },
        "MedewerkerVastgelegd",
        r#"{"medewerker":"00000000-0000-0000-0000-000000000001"}"#,
    );
    let medewerker = MedewerkerId(Uuid::from_u128(1));
    let also = PersoonEvent::OokMedewerkerVastgelegd { medewerker };
    let body = r#"{"medewerker":"00000000-0000-0000-0000-000000000001"}"#;
    golden::<Persoon>(&also, "OokMedewerkerVastgelegd", body);
    golden::<Persoon>(&PersoonEvent::MedewerkerLosgemaakt { medewerker }, "MedewerkerLosgemaakt", body);
    let none = PersoonEvent::MedewerkerVastgelegd { medewerker: None };
    golden::<Persoon>(&none, "MedewerkerVastgelegd", r#"{"medewerker":null}"#);
}
