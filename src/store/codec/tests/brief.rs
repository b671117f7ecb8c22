//! Letters as they are stored.

use uuid::Uuid;

use super::golden;
use crate::domain::besluit::Versiehash;
use crate::domain::brief::{
    Berichtweg, Brief, BriefEvent, Briefsoort, NietAangekomen, Stuk, Vastgelegd, Vraag,
};
use crate::domain::ids::{PersoonId, ZaakId};
use crate::domain::persoon::{Berichtvoorkeur, Persoon, PersoonEvent};

#[test]
fn events_of_a_brief() {
    let vraag = Vraag {
        zaak: ZaakId(Uuid::from_u128(6)),
        persoon: PersoonId(Uuid::from_u128(5)),
        briefsoort: Briefsoort::Ontvangstbevestiging,
    };
    golden::<Brief>(
        &BriefEvent::BriefGevraagd(vraag),
        "BriefGevraagd",
        r#"{"briefsoort":"ontvangstbevestiging","persoon":"00000000-0000-0000-0000-000000000005","zaak":"00000000-0000-0000-0000-000000000006"}"#,
    );
    let hash = "0a".repeat(32);
    let stuk = |n| Stuk { id: Uuid::from_u128(n), hash: Versiehash::parse(&hash).unwrap(), bytes: 20_000 };
    let made = Vastgelegd {
        sjabloon: "ontvangstbevestiging/1".into(),
        weg: Berichtweg::Email,
        pdf: stuk(7),
        html: stuk(8),
    };
    golden::<Brief>(
        &BriefEvent::BriefGemaakt(made),
        "BriefGemaakt",
        &format!(
            r#"{{"html":{{"bytes":20000,"hash":"{hash}","id":"00000000-0000-0000-0000-000000000008"}},"pdf":{{"bytes":20000,"hash":"{hash}","id":"00000000-0000-0000-0000-000000000007"}},"sjabloon":"ontvangstbevestiging/1","weg":"email"}}"#
        ),
    );
    golden::<Brief>(&BriefEvent::BerichtVerstuurd {}, "BerichtVerstuurd", "{}");
    golden::<Brief>(
        &BriefEvent::BerichtNietAangekomen { waarom: NietAangekomen::Geweigerd },
        "BerichtNietAangekomen",
        r#"{"waarom":"geweigerd"}"#,
    );
    golden::<Brief>(&BriefEvent::BriefGepost {}, "BriefGepost", "{}");
}

#[test]
fn how_somebody_hears() {
    let keuze = Berichtvoorkeur { weg: Berichtweg::Email, email: Some("m@voorbeeld.nl".into()) };
    golden::<Persoon>(
        &PersoonEvent::BerichtwegGekozen(keuze),
        "BerichtwegGekozen",
        r#"{"email":"m@voorbeeld.nl","weg":"email"}"#,
    );
}
