//! The one time line of a plan: everything in it, and of everything only what its reader may know.

use keukentafel::domain::plan::Voor;
use keukentafel::protocol::body::Opdracht;
use keukentafel::protocol::view::{Momentkeuze, Momentsoort, PlanMoment};

use super::contact::{VERHAAL, aan_de_balie};
use super::plannen::{Casus, actie, casus};
use super::*;
use crate::tafel::Tijdlijnvraag;

const ALLES: Tijdlijnvraag = Tijdlijnvraag { over: None, vanaf: None, tot_en_met: None };

impl Huis {
    async fn lijn(&self, wie: &Wie, plan: keukentafel::domain::ids::PlanId) -> Vec<PlanMoment> {
        self.tafel.plan_tijdlijn(wie, plan, ALLES, None, 200).await.unwrap().unwrap().0
    }
}

fn soorten(lijn: &[PlanMoment], over: Momentsoort) -> Vec<&str> {
    lijn.iter().filter(|moment| moment.over == over).map(|moment| moment.soort.as_str()).collect()
}

// shows KING-PL2, KING-R3b
#[tokio::test]
async fn plan_acties_and_zaken_stand_in_one_line_and_of_a_zaak_only_that_it_runs() {
    let Casus { huis, plan, wmo, bijstand, .. } = casus().await;
    huis.clock.advance(60_000_000);
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    huis.clock.advance(60_000_000);
    huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    huis.clock.advance(60_000_000);
    huis.doet(&emma(), Opdracht::NeemInBehandeling { zaak: wmo }).await.unwrap();
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: bijstand }).await.unwrap();
    let lijn = huis.lijn(&rianne(), plan).await;
    assert!(lijn.is_sorted_by(|a, b| a.at >= b.at));
    assert_eq!(lijn[0].soort, "InBehandelingGenomen");
    assert_eq!(lijn[0].zaak.as_deref(), Some("Wmo-melding ZAAK-2026-000001"));
    assert_eq!(soorten(&lijn, Momentsoort::Acties), ["ActieVastgelegd"]);
    assert_eq!(soorten(&lijn, Momentsoort::Plan), ["DoelGesteld", "PlanBegonnen"]);
    let zaken = soorten(&lijn, Momentsoort::Zaken);
    let times = |word: &str| zaken.iter().filter(|one| **one == word).count();
    assert_eq!((times("MeldingGeregistreerd"), times("ZaakToegewezen"), times("ZaakGekoppeld")), (2, 2, 2));
    assert_eq!(times("InBehandelingGenomen"), 1, "a zaak that is not in the plan is not in its line");
    let about: Vec<_> = lijn.iter().filter(|one| one.soort == "ZaakToegewezen").collect();
    assert!(about.iter().all(|one| one.door.is_none() && one.namen.len() == 1), "who has it: {about:?}");
    let text = serde_json::to_string(&lijn).unwrap();
    for hidden in ["Hulp in huis", "Geheim verhaal", "Linda", "Verhoef"] {
        assert!(!text.contains(hidden), "{hidden} in {text}");
    }
    let only = Tijdlijnvraag { over: Some(Momentkeuze::Zaken), ..ALLES };
    let (some, next) = huis.tafel.plan_tijdlijn(&rianne(), plan, only, None, 3).await.unwrap().unwrap();
    assert!(some.len() == 3 && some.iter().all(|one| one.over == Momentsoort::Zaken) && next.is_some());
    for wie in [kevin(), emma(), ruben(), linda(), bestuur()] {
        assert_eq!(huis.tafel.plan_tijdlijn(&wie, plan, ALLES, None, 9).await, Ok(None), "{}", wie.naam);
    }
}

// shows KING-PL2, C2-N5
#[tokio::test]
async fn a_contact_is_in_the_line_of_who_may_read_it_and_of_nobody_else() {
    let huis = Huis::open().await;
    let (contact, wmo, jeugd) = aan_de_balie(&huis).await;
    let leden = [wmo, jeugd].map(|zaak| {
        let all = huis.tafel.overzicht().lees();
        all.gemeente(GEMEENTE).unwrap().zaak(zaak).unwrap().lopend().unwrap().persoon
    });
    let groep = huis.groep(&rianne(), &leden).await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id }).await.unwrap();
    for zaak in [wmo, jeugd] {
        huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak }).await.unwrap();
    }
    huis.toewijzen(wmo, &[&emma(), &rianne()]).await;
    let hers = huis.lijn(&rianne(), plan).await;
    let contacts: Vec<_> = hers.iter().filter(|one| one.over == Momentsoort::Contacten).collect();
    assert_eq!(contacts.len(), 1, "once, though two zaken came of it");
    assert_eq!(
        (contacts[0].id, contacts[0].door.as_ref().unwrap().naam.as_str()),
        (Some(contact.0), "Linda")
    );
    assert!(!serde_json::to_string(&hers).unwrap().contains(VERHAAL));
    let his = huis.lijn(&ruben(), plan).await;
    assert_eq!(soorten(&his, Momentsoort::Contacten), Vec::<&str>::new(), "*dat* opens no report");
    assert_eq!(soorten(&his, Momentsoort::Zaken), soorten(&hers, Momentsoort::Zaken));
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!(again.lijn(&rianne(), plan).await, hers, "the same after another start");
}

// shows KING-PL2
#[tokio::test]
async fn of_a_plan_in_which_much_happened_the_line_goes_back_to_its_beginning() {
    let Casus { huis, plan, .. } = casus().await;
    let more = keukentafel::limits::TIJDLIJN_ENTRIES_MAX + 5;
    for _ in 0..more {
        huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    }
    let (mut seen, mut na) = (Vec::new(), None);
    loop {
        let (items, next) = huis.tafel.plan_tijdlijn(&rianne(), plan, ALLES, na, 60).await.unwrap().unwrap();
        seen.extend(items);
        na = next;
        if na.is_none() {
            break;
        }
    }
    assert_eq!(soorten(&seen, Momentsoort::Acties).len(), more);
    assert_eq!(soorten(&seen, Momentsoort::Plan), ["PlanBegonnen"]);
}

// shows KING-PL2
#[tokio::test]
async fn what_one_asks_for_is_selected_before_the_page_is_cut() {
    let Casus { huis, plan, .. } = casus().await;
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    huis.clock.advance(86_400_000_000);
    for _ in 0..5 {
        huis.doet(&rianne(), actie(plan, Voor::Groep, &emma())).await.unwrap();
    }
    huis.doel(&rianne(), plan, Voor::Groep, "Samen wandelen").await;
    let ask = async |vraag: Tijdlijnvraag, aantal| {
        huis.tafel.plan_tijdlijn(&rianne(), plan, vraag, None, aantal).await.unwrap().unwrap()
    };
    // A page of two goals is full of goals, however much else happened between them.
    let (goals, next) = ask(Tijdlijnvraag { over: Some(Momentkeuze::Doelen), ..ALLES }, 2).await;
    assert_eq!((goals.len(), next), (2, None));
    assert!(goals.iter().all(|one| one.soort == "DoelGesteld"));
    let (regie, _) = ask(Tijdlijnvraag { over: Some(Momentkeuze::Regie), ..ALLES }, 50).await;
    assert_eq!(regie.iter().map(|one| one.soort.as_str()).collect::<Vec<_>>(), ["PlanBegonnen"]);
    let (none, _) = ask(Tijdlijnvraag { over: Some(Momentkeuze::Signalen), ..ALLES }, 50).await;
    assert!(none.is_empty());
    let first_day = jiff::civil::date(2026, 11, 25);
    let (early, _) = ask(Tijdlijnvraag { tot_en_met: Some(first_day), ..ALLES }, 50).await;
    assert!(
        early.iter().all(|one| one.at.day() == first_day) && soorten(&early, Momentsoort::Acties).is_empty()
    );
    let second_day = jiff::civil::date(2026, 11, 26);
    let (late, _) = ask(Tijdlijnvraag { vanaf: Some(second_day), ..ALLES }, 50).await;
    assert_eq!(late.len(), 6, "five actions and a goal");
}
