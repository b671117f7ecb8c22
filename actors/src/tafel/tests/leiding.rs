//! What waits for who leads the team: plans that nobody is responsible for, and groepen that somebody wanted to make once more.

use keukentafel::domain::ids::PlanId;
use keukentafel::protocol::body::NieuweGroep;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{PlanAntwoord, SignaalAntwoord};
use serde_json::Value;

use super::signalen::{bron, over_maria, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::tafel::Aanmelding;

fn leest(frames: &[Value]) -> Vec<Value> {
    frames.iter().filter(|frame| frame.get("b").is_some()).map(|frame| frame["b"].clone()).collect()
}

impl Huis {
    /// Somebody comes in by a provider, with these roles now; `None` when there are none left.
    async fn komt_binnen(&self, naam: &str, rollen: Option<Rollen>) -> Option<Wie> {
        let issuer = "https://idp.example".to_owned();
        let (subject, naam) = (naam.to_owned(), naam.to_owned());
        let at_the_door = Aanmelding::Medewerker { issuer, subject, naam, rollen: rollen.clone() };
        let rol = *rollen?.alle().first()?;
        let who = self.tafel.meld_aan(GEMEENTE, &at_the_door).await.unwrap();
        Some(Wie {
            id: who.id,
            naam: who.naam,
            rol,
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
            sessie: Uuid::from_u128(77),
        })
    }

    async fn verliest_alles(&self, naam: &str) {
        let at_the_door = Aanmelding::Medewerker {
            issuer: "https://idp.example".to_owned(),
            subject: naam.to_owned(),
            naam: naam.to_owned(),
            rollen: None,
        };
        let refused = self.tafel.meld_aan(GEMEENTE, &at_the_door).await;
        assert_eq!(refused.err(), Some(Weigering::Geweigerd { code: "inloggen.geen_rol" }));
    }
}

// shows KING-RG1, KING-R4c, N-34
#[tokio::test]
async fn a_plan_whose_regisseur_is_one_no_more_waits_live_with_the_team_until_it_is_handed_over() {
    for gone_altogether in [true, false] {
        let huis = Huis::open().await;
        let (maria, dylan) = (huis.maria().await, huis.dylan().await);
        let nadia = huis.komt_binnen("Nadia", Rollen::een(Rol::Regisseur).ok()).await.unwrap();
        let groep = huis.groep(&nadia, &[maria, dylan]).await;
        let plan = huis.plan(&nadia, groep).await;
        huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
        huis.rust().await;
        let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        huis.toewijzen(jeugd, &[&kevin()]).await;
        huis.doet(&nadia, Opdracht::KoppelZaak { plan, zaak: jeugd }).await.unwrap();
        let mut tab = Tafelgenoot::new(wendy());
        tab.volgt(&huis, Topic::Leiding(GEMEENTE)).await.unwrap();
        assert_eq!(leest(&tab.gehoord())[0]["zonder_regisseur"], Value::Array(vec![]));
        let mut deel = Tafelgenoot::new(kevin());
        deel.volgt(&huis, Topic::PlanDeelnemer(plan)).await.unwrap();
        assert_eq!(leest(&deel.gehoord())[0]["zonder_regisseur"], false);
        let give = |regisseur: &Wie| Opdracht::WijsRegisseurAan { plan, regisseur: regisseur.id };
        assert_eq!(huis.doet(&wendy(), give(&ruben())).await, Err(Weigering::NIET_GEVONDEN), "she leads it");
        if gone_altogether {
            huis.verliest_alles("Nadia").await;
        } else {
            huis.komt_binnen("Nadia", Rollen::een(Rol::Wmoconsulent).ok()).await;
        }
        let now = leest(&tab.gehoord()).pop().unwrap();
        let waits = &now["zonder_regisseur"][0];
        assert_eq!((&waits["plan"], &waits["was"]["naam"]), (&plan.to_string().into(), &"Nadia".into()));
        assert!(!now.to_string().contains("Verhoef"), "of whom it is about nothing: {now}");
        assert_eq!(
            leest(&deel.gehoord()).pop().unwrap()["zonder_regisseur"],
            true,
            "the team is responsible"
        );
        assert_eq!(huis.tafel.plan(&wendy(), plan).await, Ok(None), "and she looks into none of it");
        // Who hands over work does so, to who may lead, once.
        let not_his = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
        assert_eq!(huis.doet(&rianne(), give(&rianne())).await, not_his);
        let none = Err(Weigering::Velden(vec![("regisseur", "invoer.medewerker_onbekend")]));
        assert_eq!(huis.doet(&wendy(), give(&kevin())).await, none);
        huis.doet(&wendy(), give(&ruben())).await.unwrap();
        assert_eq!(leest(&tab.gehoord()).pop().unwrap()["zonder_regisseur"], Value::Array(vec![]));
        assert_eq!(huis.doet(&wendy(), give(&rianne())).await, Err(Weigering::NIET_GEVONDEN));
        let Ok(Some(PlanAntwoord::Schrijven(wat))) = huis.tafel.plan(&ruben(), plan).await else {
            unreachable!("it is his now")
        };
        assert_eq!((wat.verantwoordelijk, wat.regisseurs.len()), (ruben().id, 1));
        let landed = huis.tafel.signaal(&ruben(), wat.signalen[0]).await;
        assert!(matches!(landed, Ok(Some(SignaalAntwoord::Schrijven(_)))), "with the signaal in it");
        assert_eq!(leest(&deel.gehoord()).pop().unwrap()["zonder_regisseur"], false);
    }
}

// shows KING-RG1
#[tokio::test]
async fn who_leads_it_too_goes_on_and_whoever_comes_back_has_it_again() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let nadia = huis.komt_binnen("Nadia", Rollen::een(Rol::Regisseur).ok()).await.unwrap();
    let groep = huis.groep(&nadia, &[maria]).await;
    let plan: PlanId = huis.plan(&nadia, groep).await;
    huis.doet(&nadia, Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id }).await.unwrap();
    let mut tab = Tafelgenoot::new(wendy());
    tab.volgt(&huis, Topic::Leiding(GEMEENTE)).await.unwrap();
    tab.gehoord();
    huis.verliest_alles("Nadia").await;
    let now = leest(&tab.gehoord()).pop().unwrap();
    assert_eq!(now["zonder_regisseur"][0]["ook"][0]["naam"], "Ruben");
    huis.komt_binnen("Nadia", Rollen::een(Rol::Regisseur).ok()).await;
    assert_eq!(leest(&tab.gehoord()).pop().unwrap()["zonder_regisseur"], Value::Array(vec![]));
    huis.verliest_alles("Nadia").await;
    huis.doet(&ruben(), Opdracht::DraagRegieOver { plan, regisseur: ruben().id }).await.unwrap();
    assert_eq!(leest(&tab.gehoord()).pop().unwrap()["zonder_regisseur"], Value::Array(vec![]));
    for out in [rianne(), kevin(), linda(), bestuur()] {
        let mut tab = Tafelgenoot::new(out);
        assert_eq!(tab.volgt(&huis, Topic::Leiding(GEMEENTE)).await, Err(Weigering::NIET_GEVONDEN));
        assert!(tab.gehoord().is_empty());
    }
}

// shows KING-G3, KING-G4, KING-G5
#[tokio::test]
async fn who_may_not_know_of_a_groep_is_told_nothing_and_the_manager_sees_that_they_tried() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let mut tab = Tafelgenoot::new(wendy());
    tab.volgt(&huis, Topic::Leiding(GEMEENTE)).await.unwrap();
    tab.gehoord();
    let mut hers = Tafelgenoot::new(rianne());
    hers.volgt(&huis, Topic::Groep(groep)).await.unwrap();
    hers.gehoord();
    let kop = huis.kop();
    huis.tafel.heeft_gevonden(&ruben(), [maria]);
    let make = || Opdracht::VormGroep(NieuweGroep { leden: vec![maria], waarom: waarom() });
    let told = Weigering::Geweigerd { code: "groep.overleg" };
    for _ in 0..2 {
        // The same command again is still refused: what was noted is not its answer.
        assert_eq!(huis.tafel.voer_uit(&ruben(), make(), kop).await, Err(told.clone()));
    }
    huis.tafel.projector.catch_up().await;
    assert_eq!(huis.keren("PogingGeweigerd"), 1, "once a day");
    let now = leest(&tab.gehoord()).pop().unwrap();
    let tried = &now["pogingen"][0];
    assert_eq!((&tried["door"]["naam"], &tried["bij"][0]["naam"]), (&"Ruben".into(), &"Rianne".into()));
    for hidden in [groep.to_string(), maria.to_string(), "Verhoef".to_owned()] {
        assert!(!now.to_string().contains(&hidden), "{hidden} in {now}");
    }
    assert_eq!(hers.soorten(), Vec::<String>::new(), "who looks after it reads nothing else than before");
}
