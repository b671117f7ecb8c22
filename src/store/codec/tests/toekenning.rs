//! The stored form of a toekenning.

use uuid::Uuid;

use super::golden;
use crate::clock::Moment;
use crate::domain::ids::{MedewerkerId, PersoonId, PlanId, ToekenningId, ZaakId};
use crate::domain::medewerker::Rol;
use crate::domain::overdracht::{Overdracht, OverdrachtEvent};
use crate::domain::plan::{Plan, PlanEvent};
use crate::domain::toekenning::{Meekijkwat, Oordeel, Toekenning, ToekenningEvent, Voorwerp};

const A: &str = "00000000-0000-0000-0000-000000000001";
const B: &str = "00000000-0000-0000-0000-000000000002";

#[test]
fn events_of_a_toekenning() {
    let (one, two) = (MedewerkerId(Uuid::from_u128(1)), MedewerkerId(Uuid::from_u128(2)));
    let given = |voorwerp, rol| ToekenningEvent::ToekenningVerleend {
        voorwerp,
        aan: one,
        rol,
        van: Moment::from_micros(0),
        tot: Moment::from_micros(60_000_000),
        reden: "Vakantie".into(),
        door: two,
        verklaard: false,
        gever: None,
    };
    let body = |voorwerp: &str, rol: &str| {
        format!(
            r#"{{"aan":"{A}","door":"{B}","reden":"Vakantie","rol":"{rol}","tot":"1970-01-01T00:01:00Z","van":"1970-01-01T00:00:00Z","verklaard":false,"voorwerp":{voorwerp}}}"#
        )
    };
    golden::<Toekenning>(
        &given(Voorwerp::Vervanging { afwezige: two }, Rol::Vervanger),
        "ToekenningVerleend",
        &body(&format!(r#"{{"Vervanging":{{"afwezige":"{B}"}}}}"#), "vervanger"),
    );
    golden::<Toekenning>(
        &given(Voorwerp::Glas { plan: PlanId(Uuid::from_u128(2)) }, Rol::Wijkteammanager),
        "ToekenningVerleend",
        &body(&format!(r#"{{"Glas":{{"plan":"{B}"}}}}"#), "wijkteammanager"),
    );
    let meekijken = |wat| Voorwerp::Meekijken {
        plan: PlanId(Uuid::from_u128(2)),
        van: PersoonId(Uuid::from_u128(1)),
        aan: PersoonId(Uuid::from_u128(2)),
        wat,
    };
    golden::<Toekenning>(
        &given(meekijken(Meekijkwat::EigenDeel), Rol::Inwoner),
        "ToekenningVerleend",
        &body(
            &format!(r#"{{"Meekijken":{{"aan":"{B}","plan":"{B}","van":"{A}","wat":"eigen_deel"}}}}"#),
            "inwoner",
        ),
    );
    golden::<Toekenning>(
        &given(meekijken(Meekijkwat::Zaak(ZaakId(Uuid::from_u128(1)))), Rol::Inwoner),
        "ToekenningVerleend",
        &body(
            &format!(r#"{{"Meekijken":{{"aan":"{B}","plan":"{B}","van":"{A}","wat":{{"zaak":"{A}"}}}}}}"#),
            "inwoner",
        ),
    );
    golden::<Toekenning>(
        &ToekenningEvent::MeekijkenGestopt { door: one, reden: "Onder druk".into() },
        "MeekijkenGestopt",
        &format!(r#"{{"door":"{A}","reden":"Onder druk"}}"#),
    );
    golden::<Toekenning>(
        &ToekenningEvent::ToekenningIngetrokken { door: one },
        "ToekenningIngetrokken",
        &format!(r#"{{"door":"{A}"}}"#),
    );
    golden::<Toekenning>(
        &ToekenningEvent::GlasBeoordeeld { oordeel: Oordeel::Terecht, toelichting: "Nood".into(), door: one },
        "GlasBeoordeeld",
        &format!(r#"{{"door":"{A}","oordeel":"terecht","toelichting":"Nood"}}"#),
    );
}

#[test]
fn events_of_consent() {
    let (zaak, persoon) = (ZaakId(Uuid::from_u128(2)), PersoonId(Uuid::from_u128(1)));
    golden::<Toekenning>(
        &ToekenningEvent::ToestemmingGevraagd {
            zaak,
            persoon,
            aan: MedewerkerId(Uuid::from_u128(2)),
            rol: Rol::Jeugdconsulent,
            doel: "Hulp op elkaar afstemmen".into(),
            tot: Moment::from_micros(60_000_000),
            vervalt_op: Moment::from_micros(0),
        },
        "ToestemmingGevraagd",
        &format!(
            r#"{{"aan":"{B}","doel":"Hulp op elkaar afstemmen","persoon":"{A}","rol":"jeugdconsulent","tot":"1970-01-01T00:01:00Z","vervalt_op":"1970-01-01T00:00:00Z","zaak":"{B}"}}"#
        ),
    );
    golden::<Toekenning>(
        &ToekenningEvent::ToestemmingGeweigerd { door: MedewerkerId(Uuid::from_u128(1)) },
        "ToestemmingGeweigerd",
        &format!(r#"{{"door":"{A}"}}"#),
    );
    golden::<Toekenning>(
        &ToekenningEvent::ToekenningVerleend {
            voorwerp: Voorwerp::Inzage { zaak },
            aan: MedewerkerId(Uuid::from_u128(2)),
            rol: Rol::Jeugdconsulent,
            van: Moment::from_micros(0),
            tot: Moment::from_micros(60_000_000),
            reden: "Hulp op elkaar afstemmen".into(),
            door: MedewerkerId(Uuid::from_u128(1)),
            verklaard: false,
            gever: Some(PersoonId(Uuid::from_u128(2))),
        },
        "ToekenningVerleend",
        &format!(
            r#"{{"aan":"{B}","door":"{A}","gever":"{B}","reden":"Hulp op elkaar afstemmen","rol":"jeugdconsulent","tot":"1970-01-01T00:01:00Z","van":"1970-01-01T00:00:00Z","verklaard":false,"voorwerp":{{"Inzage":{{"zaak":"{B}"}}}}}}"#
        ),
    );
}

#[test]
fn a_plan_knows_of_a_broken_glass() {
    let broken = PlanEvent::GlasGebroken {
        toekenning: ToekenningId(Uuid::from_u128(1)),
        reden: "Nood".into(),
        tot: Moment::from_micros(0),
    };
    golden::<Plan>(
        &broken,
        "GlasGebroken",
        &format!(r#"{{"reden":"Nood","toekenning":"{A}","tot":"1970-01-01T00:00:00Z"}}"#),
    );
}

#[test]
fn events_of_an_overdracht() {
    let over = OverdrachtEvent::WerkvoorraadOvergedragen {
        van: MedewerkerId(Uuid::from_u128(1)),
        aan: vec![MedewerkerId(Uuid::from_u128(2))],
        zaken: 3,
        plannen: 1,
        rekeningen: 0,
        acties: 0,
        resterend: 0,
        reden: "Ziek".into(),
    };
    let body = format!(r#"{{"aan":["{B}"],"plannen":1,"reden":"Ziek","resterend":0,"van":"{A}","zaken":3}}"#);
    golden::<Overdracht>(&over, "WerkvoorraadOvergedragen", &body);
}
