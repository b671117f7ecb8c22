//! What leden of a groep let each other see: after a time to think, until it is taken back or stopped, and without a word to who saw it
//! (KING-R1f, KING-R1g, N-33).

use keukentafel::clock::Clock;
use keukentafel::domain::bevoegdheid::{Tijdreisdoel, Toegang};
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::{PlanId, ToekenningId};
use keukentafel::domain::plan::Voor;
use keukentafel::domain::toekenning::{Meekijkstand, Meekijkwat};
use keukentafel::protocol::body::NieuwMeekijken;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{MeekijkRij, ZaakAntwoord};
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::tafel::Aanmelding;

const UUR: i64 = 3600 * 1_000_000;
const TOT: &str = "2026-12-20";

/// A plan of Maria and Jan, led by Rianne; a zaak of Maria that may be told of and one that may not.
struct Casus {
    huis: Huis,
    plan: PlanId,
    maria: PersoonId,
    jan: PersoonId,
    wmo: ZaakId,
    geheim: ZaakId,
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let typed = NieuwePersoon {
        bsn: Some("999990032".to_owned()),
        voornamen: "Jan".to_owned(),
        voorvoegsel: None,
        achternaam: "Verhoef".to_owned(),
        geboortedatum: Some("1960-02-03".to_owned()),
        telefoon: None,
        adres: None,
    };
    let jan = PersoonId(huis.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id);
    let wmo = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(wmo, &[&emma()]).await;
    huis.tafel.heeft_gevonden(&peter(), [maria]);
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let geheim = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    huis.melding(jan, Zaaktype::MeldingWmo).await;
    let groep = huis.groep(&rianne(), &[maria, jan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    huis.doel(&rianne(), plan, Voor::Lid(maria), "Een avond voor Maria").await;
    Casus { huis, plan, maria, jan, wmo, geheim }
}

impl Casus {
    fn maria(&self) -> Wie {
        maria_zelf(self.maria)
    }

    fn jan(&self) -> Wie {
        let id = MedewerkerId(Uuid::from_u128(97));
        Wie { id, sessie: Uuid::from_u128(1097), ..maria_zelf(self.jan) }
    }

    async fn laat(&self, wie: &Wie, aan: PersoonId, wat: Meekijkwat) -> Result<ToekenningId, Weigering> {
        let meekijken = NieuwMeekijken { aan, wat, tot_en_met: TOT.to_owned() };
        let done = self.huis.doet(wie, Opdracht::LaatMeekijken { plan: self.plan, meekijken }).await?;
        Ok(ToekenningId(done.id))
    }

    async fn neemt_terug(&self, wie: &Wie, toekenning: ToekenningId) -> Result<(), Weigering> {
        self.huis.doet(wie, Opdracht::TrekToekenningIn { toekenning }).await.map(drop)
    }

    async fn stopt(&self, wie: &Wie, toekenning: ToekenningId) -> Result<(), Weigering> {
        let reden = "Zij stond onder druk".to_owned();
        self.huis.doet(wie, Opdracht::StopMeekijken { toekenning, reden }).await.map(drop)
    }

    async fn tekst(&self, wie: &Wie) -> String {
        serde_json::to_string(&self.huis.tafel.mijn_plannen(wie).await.unwrap()).unwrap()
    }

    async fn weet(&self, wie: &Wie, zaak: ZaakId) -> bool {
        match self.huis.tafel.zaak(wie, zaak).await.unwrap() {
            Some(ZaakAntwoord::Dat(_)) => true,
            None => false,
            other => unreachable!("no more than that it runs: {other:?}"),
        }
    }

    async fn later(&self, uren: i64) {
        self.huis.clock.advance(uren * UUR);
        self.huis.tafel.klok_verzet();
        self.huis.tafel.projector.catch_up().await;
    }

    /// What a view with rows says of this one now.
    async fn rijen(&self, wie: &Wie, topic: Topic) -> Vec<MeekijkRij> {
        let mut tab = Tafelgenoot::new(wie.clone());
        tab.volgt(&self.huis, topic).await.unwrap();
        let frames = tab.gehoord();
        let snap = frames.iter().find(|frame| frame["t"] == "snap").unwrap();
        serde_json::from_value(snap["b"]["items"].clone()).unwrap()
    }

    async fn open(&self, wie: &Wie) -> Tafelgenoot {
        let mut tab = Tafelgenoot::new(wie.clone());
        for topic in [Topic::Plannen(wie.id), Topic::Werkvoorraad(wie.id)] {
            tab.volgt(&self.huis, topic).await.unwrap();
        }
        tab.gehoord();
        tab
    }
}

fn texts(frames: &[Value]) -> String {
    frames.iter().map(Value::to_string).collect()
}

// shows KING-R1f, KING-R1g
#[tokio::test]
async fn after_the_time_to_think_the_other_sees_it_and_when_it_is_taken_back_it_is_not_there() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    let mut his = casus.open(&jan).await;
    let deel = casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    let zaak = casus.laat(&maria, casus.jan, Meekijkwat::Zaak(casus.wmo)).await.unwrap();
    let stands = |rows: &[MeekijkRij]| rows.iter().map(|row| row.stand).collect::<Vec<_>>();
    let rows = casus.rijen(&maria, Topic::Meekijken(casus.maria)).await;
    assert_eq!(stands(&rows), [Meekijkstand::Bedenktijd; 2]);
    casus.later(23).await;
    assert_eq!(his.gehoord(), Vec::<Value>::new(), "not a frame before it begins");
    assert!(!casus.tekst(&jan).await.contains("Een avond") && !casus.weet(&jan, casus.wmo).await);
    casus.later(1).await;
    let heard = texts(&his.gehoord());
    assert!(heard.contains("Een avond voor Maria") && heard.contains(&casus.wmo.to_string()), "{heard}");
    assert!(casus.tekst(&jan).await.contains("Een avond voor Maria") && casus.weet(&jan, casus.wmo).await);
    assert!(!heard.contains("Geheim verhaal") && !heard.contains(TOT), "nor until when: {heard}");
    let rows = casus.rijen(&rianne(), Topic::PlanMeekijken(casus.plan)).await;
    assert_eq!(stands(&rows), [Meekijkstand::Geldt; 2]);
    let zaken: Vec<_> =
        rows.iter().filter_map(|row| row.zaak.as_ref()).map(|zaak| &*zaak.zaaktype_naam).collect();
    assert_eq!(zaken, [Zaaktype::MeldingWmo.naam()]);
    // Back, both: what he saw goes, and that is all that is said.
    for id in [deel, zaak] {
        casus.neemt_terug(&maria, id).await.unwrap();
    }
    let heard = his.gehoord();
    assert!(heard.iter().all(|frame| matches!(frame["t"].as_str(), Some("eraf" | "revoked"))), "{heard:?}");
    assert!(!casus.tekst(&jan).await.contains("Een avond") && !casus.weet(&jan, casus.wmo).await);
    assert_eq!(casus.rijen(&maria, Topic::Meekijken(casus.maria)).await, []);
    assert_eq!(casus.rijen(&rianne(), Topic::PlanMeekijken(casus.plan)).await, []);
}

// shows KING-R1g
#[tokio::test]
async fn what_is_taken_back_within_the_time_to_think_nobody_hears_of() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    let mut his = casus.open(&jan).await;
    let before = casus.tekst(&jan).await;
    let told = async || casus.huis.tafel.mijn_inzage(&jan, None).await.unwrap().unwrap().dagen;
    let log = told().await;
    let id = casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    casus.later(12).await;
    casus.neemt_terug(&maria, id).await.unwrap();
    casus.later(48).await;
    assert_eq!(his.gehoord(), Vec::<Value>::new());
    assert_eq!((casus.tekst(&jan).await, told().await), (before, log));
    casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
}

// shows KING-R1g
#[tokio::test]
async fn the_regisseur_sees_it_and_stops_it_with_a_reason_that_nobody_of_the_groep_reads() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    let id = casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    casus.later(24).await;
    let mut his = casus.open(&jan).await;
    let mut hers = Tafelgenoot::new(maria.clone());
    hers.volgt(&casus.huis, Topic::Meekijken(casus.maria)).await.unwrap();
    hers.gehoord();
    for who in [ruben(), kevin(), jan.clone(), maria.clone()] {
        assert_eq!(casus.stopt(&who, id).await, Err(Weigering::NIET_GEVONDEN), "{}", who.naam);
    }
    assert_eq!(casus.neemt_terug(&jan, id).await, Err(Weigering::NIET_GEVONDEN));
    assert_eq!(casus.neemt_terug(&rianne(), id).await, Err(Weigering::NIET_GEVONDEN));
    let empty = Opdracht::StopMeekijken { toekenning: id, reden: String::new() };
    let refused = Err(Weigering::Velden(vec![("reden", "invoer.leeg")]));
    assert_eq!(casus.huis.doet(&rianne(), empty).await, refused);
    casus.stopt(&rianne(), id).await.unwrap();
    let heard = his.gehoord();
    assert!(heard.iter().all(|frame| matches!(frame["t"].as_str(), Some("eraf" | "revoked"))), "{heard:?}");
    assert!(!casus.tekst(&jan).await.contains("Een avond"));
    let heard = hers.gehoord();
    let [frame] = &heard[..] else { panic!("one frame: {heard:?}") };
    assert_eq!((&frame["b"]["items"][0]["stand"], &frame["door"]), (&"gestopt".into(), &Value::Null));
    assert!(!frame.to_string().contains("druk"));
    // Who stands in for the regisseur does so too.
    let again = casus.laat(&maria, casus.jan, Meekijkwat::Zaak(casus.wmo)).await.unwrap();
    let stand_in = keukentafel::protocol::body::NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-26".to_owned(),
        tot_en_met: "2026-11-30".to_owned(),
        reden: "Ziek".to_owned(),
    };
    let name = Opdracht::WijsVervangerAan { medewerker: rianne().id, vervanging: stand_in };
    casus.huis.doet(&werkverdeler(), name).await.unwrap();
    casus.stopt(&vera(), again).await.unwrap();
}

// shows KING-R1f, KING-R1d
#[tokio::test]
async fn each_lets_another_lid_see_their_own_and_nothing_else() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    let nowhere = Err(Weigering::NIET_GEVONDEN);
    for (wie, aan, wat) in [
        (&maria, casus.maria, Meekijkwat::EigenDeel),
        (&maria, PersoonId(Uuid::from_u128(700)), Meekijkwat::EigenDeel),
        (&maria, casus.jan, Meekijkwat::Zaak(casus.geheim)),
        (&jan, casus.maria, Meekijkwat::Zaak(casus.wmo)),
        (&maria, casus.jan, Meekijkwat::Zaak(ZaakId(Uuid::from_u128(700)))),
        (&rianne(), casus.jan, Meekijkwat::EigenDeel),
        (&kevin(), casus.jan, Meekijkwat::EigenDeel),
    ] {
        assert_eq!(casus.laat(wie, aan, wat).await, nowhere, "{} {wat:?}", wie.naam);
    }
    casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    let twice = Err(Weigering::Geweigerd { code: "meekijken.loopt_al" });
    assert_eq!(casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await, twice);
    // That she lets him see hers shows him nothing of what she chose, and gives her nothing of his.
    casus.huis.doel(&rianne(), casus.plan, Voor::Lid(casus.jan), "Iets van Jan").await;
    casus.later(24).await;
    assert!(!casus.tekst(&maria).await.contains("Iets van Jan"));
    let tab = Tafelgenoot::new(jan.clone());
    for topic in [Topic::Meekijken(casus.maria), Topic::PlanMeekijken(casus.plan)] {
        assert_eq!(tab.volgt(&casus.huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    // What else she has is not his, and hers is not in his list of zaken.
    assert!(!casus.weet(&jan, casus.wmo).await && !casus.weet(&jan, casus.geheim).await);
}

// shows KING-R1f, N-33
#[tokio::test]
async fn it_ends_with_its_last_day_and_with_the_plan() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    casus.laat(&maria, casus.jan, Meekijkwat::Zaak(casus.wmo)).await.unwrap();
    casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    casus.later(24).await;
    let mut his = casus.open(&jan).await;
    assert!(casus.weet(&jan, casus.wmo).await);
    casus.later(25 * 24).await;
    assert!(!casus.weet(&jan, casus.wmo).await && !casus.tekst(&jan).await.contains("Een avond"));
    let heard = his.gehoord();
    assert!(heard.iter().all(|frame| matches!(frame["t"].as_str(), Some("eraf" | "revoked"))), "{heard:?}");
    let meekijken = NieuwMeekijken {
        aan: casus.jan,
        wat: Meekijkwat::Zaak(casus.wmo),
        tot_en_met: "2027-02-20".to_owned(),
    };
    casus.huis.doet(&maria, Opdracht::LaatMeekijken { plan: casus.plan, meekijken }).await.unwrap();
    casus.later(24).await;
    assert!(casus.weet(&jan, casus.wmo).await);
    his.gehoord();
    let close = Opdracht::SluitPlan { plan: casus.plan, resultaat: "Klaar".to_owned() };
    casus.huis.doet(&rianne(), close).await.unwrap();
    assert!(!casus.weet(&jan, casus.wmo).await);
    assert!(his.gehoord().iter().any(|frame| matches!(frame["t"].as_str(), Some("eraf" | "revoked"))));
    assert_eq!(casus.rijen(&maria, Topic::Meekijken(casus.maria)).await, []);
}

// shows KING-R1f: two tabs, one consent
#[tokio::test]
async fn of_two_tabs_that_give_the_same_at_once_one_wins_and_it_can_be_given_again_later() {
    let casus = casus().await;
    let maria = casus.maria();
    let journal = &casus.huis.journal;
    let before = journal.committed().len();
    journal.hold();
    let (one, other, ()) = tokio::join!(
        casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel),
        casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel),
        async {
            journal.arrived(before + 1).await;
            journal.release();
        }
    );
    let (given, refused) = if one.is_ok() { (one, other) } else { (other, one) };
    let given = given.unwrap();
    assert_eq!(refused, Err(Weigering::Geweigerd { code: "meekijken.loopt_al" }));
    assert_eq!(casus.rijen(&maria, Topic::Meekijken(casus.maria)).await.len(), 1);
    casus.neemt_terug(&maria, given).await.unwrap();
    casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
}

/// The ground and the persons of the last look of this kind.
fn grond(huis: &Huis, handeling: &str) -> (Option<String>, Vec<PersoonId>) {
    let trail = huis.journal.audit();
    let row = trail.iter().map(|(_, row)| row).rfind(|row| row.handeling == handeling).unwrap();
    (row.grond.clone(), row.betrokkenen.clone())
}

// shows KING-R1f, X-26: the trail says that a fellow member looked as one who was let
#[tokio::test]
async fn the_look_of_a_fellow_member_has_its_own_ground_in_the_trail_and_is_about_whose_it_is() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    casus.laat(&maria, casus.jan, Meekijkwat::EigenDeel).await.unwrap();
    casus.laat(&maria, casus.jan, Meekijkwat::Zaak(casus.wmo)).await.unwrap();
    casus.later(24).await;
    let then = |ground: &str| (Some(ground.to_owned()), vec![casus.maria]);
    assert!(casus.weet(&jan, casus.wmo).await);
    assert_eq!(grond(&casus.huis, "zaak.lezen"), then("medelid"));
    let part = Topic::PlanPortaalLid(casus.plan, casus.maria);
    for (wie, ground) in [(&jan, "medelid"), (&maria, "lid")] {
        Tafelgenoot::new(wie.clone()).volgt(&casus.huis, part).await.unwrap();
        assert_eq!(grond(&casus.huis, "topic.volgen"), then(ground));
    }
}

// shows KING-R1f, N-7: looking back knows of it, from when it held and until it was taken back
#[tokio::test]
async fn who_was_let_see_a_zaak_stands_in_what_could_be_seen_then() {
    let casus = casus().await;
    let (huis, maria) = (&casus.huis, casus.maria());
    let jan = Aanmelding::Inwoner { bsn: Bsn::parse("999990032").unwrap() };
    let jan = huis.tafel.meld_aan(GEMEENTE, &jan).await.unwrap().id;
    let given = casus.laat(&maria, casus.jan, Meekijkwat::Zaak(casus.wmo)).await.unwrap();
    let thinking = huis.clock.now();
    casus.later(25).await;
    let holds = huis.clock.now();
    casus.later(1).await;
    casus.neemt_terug(&maria, given).await.unwrap();
    casus.later(1).await;
    let over = huis.clock.now();
    for (op, known) in [(thinking, false), (holds, true), (over, false)] {
        let when = (Some(op), Some(over));
        let then = huis.tafel.tijdreis(&pieter(), casus.wmo, when, Tijdreisdoel::Bezwaar).await.unwrap();
        let zicht = then.unwrap().zicht;
        let seen = zicht.iter().find(|zicht| zicht.wie.id == jan).map(|zicht| zicht.toegang);
        assert_eq!(seen, known.then_some(Toegang::Dat), "{zicht:?}");
    }
}
