use keukentafel::domain::persoon::Gezagsgrond;
use keukentafel::protocol::body::{GezagEinde, HouderKeuze, NieuwGezag, Uitspraak};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 3600 * 1_000_000;

/// Dylan is nine; Maria has gezag over him by a court.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    dylan: PersoonId,
    jeugd: ZaakId,
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    Casus { huis, maria, dylan, jeugd }
}

impl Casus {
    async fn gezag(&self) {
        let gezag = NieuwGezag {
            houder: HouderKeuze::Persoon { persoon: self.maria },
            grond: Gezagsgrond::Voogdij,
            uitspraak: Uitspraak {
                gerecht: "Rechtbank Noord".to_owned(),
                uitspraak_op: "2026-05-01".to_owned(),
                kenmerk: None,
            },
            vanaf: Some("2026-05-01".to_owned()),
            tot: None,
        };
        self.huis.doet(&kevin(), Opdracht::LegGezagVast { persoon: self.dylan, gezag }).await.unwrap();
    }

    fn zelf(&self) -> Wie {
        maria_zelf(self.maria)
    }

    fn kind(&self) -> Wie {
        Wie { persoon: Some(self.dylan), id: MedewerkerId(Uuid::from_u128(99)), ..maria_zelf(self.maria) }
    }

    async fn ziet(&self, wie: &Wie) -> bool {
        match self.huis.tafel.zaak(wie, self.jeugd).await.unwrap() {
            Some(ZaakAntwoord::Dat(_)) => true,
            None => false,
            other => unreachable!("in the portal only that it runs: {other:?}"),
        }
    }

    async fn later(&self, dagen: i64) {
        self.huis.clock.advance(dagen * DAY);
        self.huis.tafel.klok_verzet();
        self.huis.tafel.projector.catch_up().await;
    }
}

// shows C2-R1, KING-R1e
#[tokio::test]
async fn gezag_brings_the_childs_matters_apart_and_takes_them_away_live() {
    let casus = casus().await;
    let maria = casus.zelf();
    let mut tab = Tafelgenoot::new(maria.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(maria.id)).await.unwrap();
    assert!(!casus.ziet(&maria).await);
    tab.gehoord();
    casus.gezag().await;
    assert!(casus.ziet(&maria).await);
    assert_eq!(tab.soorten(), ["lid"], "it comes on her open page");
    let kinderen = casus.huis.tafel.kinderen(&maria).await.unwrap();
    assert_eq!((kinderen[0].naam.as_str(), &kinderen[0].zaken), ("Dylan Verhoef", &vec![casus.jeugd]));
    assert!(!casus.ziet(&casus.kind()).await, "under twelve who has gezag looks");
    let einde =
        GezagEinde { houder: HouderKeuze::Persoon { persoon: casus.maria }, op: "2026-11-25".to_owned() };
    casus.huis.doet(&kevin(), Opdracht::BeeindigGezag { persoon: casus.dylan, einde }).await.unwrap();
    assert!(!casus.ziet(&maria).await);
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    assert_eq!(casus.huis.tafel.kinderen(&maria).await.unwrap(), []);
}

// shows KING-R1e: born on 22 May 2017
#[tokio::test]
async fn it_switches_on_the_birthday_by_the_clock_alone() {
    let casus = casus().await;
    casus.gezag().await;
    let maria = casus.zelf();
    // 25 November 2026 to 21 May 2029, a day later to 22 May, and on to 22 May 2033.
    casus.later(908).await;
    assert!(casus.ziet(&maria).await && !casus.ziet(&casus.kind()).await, "eleven");
    casus.later(1).await;
    assert!(casus.ziet(&maria).await && casus.ziet(&casus.kind()).await, "twelve: both");
    let mut tab = Tafelgenoot::new(maria.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(maria.id)).await.unwrap();
    tab.gehoord();
    casus.later(1461).await;
    assert!(!casus.ziet(&maria).await && casus.ziet(&casus.kind()).await, "sixteen: the minor alone");
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
}
