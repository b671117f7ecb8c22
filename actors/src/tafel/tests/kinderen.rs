use keukentafel::domain::persoon::{Gezagsgrond, Persoon};
use keukentafel::protocol::body::{GezagEinde, GezagHerroeping, HouderKeuze, NieuwGezag, Uitspraak};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::{Journal, StreamId, StreamKind};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::entity::{Grens, toestand};

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
        self.huis.tafel.heeft_gevonden(&kevin(), [self.maria]);
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

// shows C2-N1, KING-R1e, G27
#[tokio::test]
async fn gezag_that_was_wrong_ends_at_once_on_the_open_portal_and_the_past_reads_as_it_was_known() {
    let casus = casus().await;
    let maria = casus.zelf();
    let mut tab = Tafelgenoot::new(maria.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(maria.id)).await.unwrap();
    casus.gezag().await;
    tab.gehoord();
    let known = keukentafel::clock::Clock::now(&*casus.huis.clock);
    casus.later(1).await;
    let herroeping = |grond| GezagHerroeping {
        houder: HouderKeuze::Persoon { persoon: casus.maria },
        grond,
        uitspraak: Some(Uitspraak {
            gerecht: "Rechtbank Noord".to_owned(),
            uitspraak_op: "2026-05-01".to_owned(),
            kenmerk: None,
        }),
        vanaf: Some("2026-05-01".to_owned()),
        reden: "Dit was een ander kind".to_owned(),
    };
    let back = |grond| Opdracht::HerroepGezag { persoon: casus.dylan, herroeping: herroeping(grond) };
    let code = |refused: Result<_, Weigering>| refused.unwrap_err().code();
    let huis = &casus.huis;
    assert_eq!(code(huis.doet(&linda(), back(Gezagsgrond::Voogdij)).await), "niet_bevoegd");
    assert_eq!(code(huis.doet(&peter(), back(Gezagsgrond::Voogdij)).await), "niet_gevonden");
    let mut short = herroeping(Gezagsgrond::Voogdij);
    short.reden = "Fout, nee".to_owned();
    let short = Opdracht::HerroepGezag { persoon: casus.dylan, herroeping: short };
    let too_short = Err(Weigering::Velden(vec![("reden", "invoer.reden_kort")]));
    assert_eq!(huis.doet(&kevin(), short).await, too_short);
    let wrong = back(Gezagsgrond::OuderlijkGezag);
    assert_eq!(code(huis.doet(&kevin(), wrong).await), "persoon.gezag_onbekend");
    assert!(casus.ziet(&maria).await);
    huis.doet(&kevin(), back(Gezagsgrond::Voogdij)).await.unwrap();
    assert!(!casus.ziet(&maria).await);
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    assert!(!heard.contains(&"ev".to_owned()), "{heard:?}");
    assert_eq!(huis.tafel.kinderen(&maria).await.unwrap(), []);
    // Once more is done already.
    huis.doet(&kevin(), back(Gezagsgrond::Voogdij)).await.unwrap();
    // What was known then is still to be read, and why it is not so.
    let stream = StreamId { kind: StreamKind::Persoon, id: casus.dylan.0 };
    let events = huis.journal.load(GEMEENTE, stream, 0).await.unwrap();
    let now = keukentafel::clock::Clock::now(&*huis.clock);
    for (moment, held) in [(known, 1), (now, 0)] {
        let then = toestand::<Persoon>(&events, Grens { op: moment, bekend_op: moment }).unwrap();
        assert_eq!(then.bekend().unwrap().gezag.len(), held);
    }
    let soorten: Vec<_> = events.iter().map(|event| event.header.soort.as_str()).collect();
    assert_eq!(soorten, ["PersoonGeregistreerd", "GezagVastgelegd", "GezagHerroepen"]);
    assert_eq!(events.last().unwrap().header.door, Some(kevin().id));
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

// shows KING-R1e, X-26
#[tokio::test]
async fn the_look_of_who_has_gezag_has_that_for_its_ground() {
    let casus = casus().await;
    casus.gezag().await;
    assert!(casus.ziet(&casus.zelf()).await);
    let trail = casus.huis.journal.audit();
    let row = trail.iter().map(|(_, row)| row).rfind(|row| row.handeling == "zaak.lezen").unwrap();
    assert_eq!((row.grond.as_deref(), &row.betrokkenen[..]), (Some("gezaghouder"), &[casus.dylan][..]));
    // And so at the child's part of a plan.
    let huis = &casus.huis;
    let groep = huis.groep(&rianne(), &[casus.maria, casus.dylan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    let part = Topic::PlanPortaalLid(plan, casus.dylan);
    Tafelgenoot::new(casus.zelf()).volgt(huis, part).await.unwrap();
    let trail = huis.journal.audit();
    let row = trail.iter().map(|(_, row)| row).rfind(|row| row.handeling == "topic.volgen").unwrap();
    assert_eq!((row.grond.as_deref(), &row.betrokkenen[..]), (Some("gezaghouder"), &[casus.dylan][..]));
}
