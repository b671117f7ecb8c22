//! What leden bring into their plan from the portal: who may, who sees it, and what becomes of it.

use keukentafel::domain::ids::{ActieId, DoelId};
use keukentafel::domain::plan::{Eigenaar, Instemming, Onderdeel, Voor};
use keukentafel::protocol::body::{
    GezagEinde, HouderKeuze, NieuwReactieantwoord, NieuweActiemelding, NieuweDoelreactie, NieuweDoorvraag,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{ActiemeldingWat, Bijdragesoort, PlanBijdragen};
use serde_json::Value;

use super::plan_portaal::{Casus, casus};
use super::tafelgenoot::Tafelgenoot;
use super::*;

/// The goal with this text, as the portal of `wie` has it.
async fn doel(casus: &Casus, wie: &Wie, text: &str) -> DoelId {
    let mijn = casus.mijn(wie).await;
    let parts = mijn[0].leden.iter().flat_map(|deel| &deel.doelen);
    let all = mijn[0].groep.doelen.iter().chain(parts);
    all.into_iter().find(|doel| doel.omschrijving == text).expect("they see it").id
}

/// The only action of the groep that the portal of `wie` shows.
async fn actie(casus: &Casus, wie: &Wie) -> ActieId {
    casus.mijn(wie).await[0].groep.acties[0].id
}

fn reactie(casus: &Casus, doel: DoelId, text: &str) -> Opdracht {
    let tekst = Some(text.to_owned()).filter(|text| !text.is_empty());
    let reactie = NieuweDoelreactie { doel, instemming: Instemming::Oneens, tekst };
    Opdracht::ReageerOpDoel { plan: casus.plan, reactie }
}

pub(super) fn gedaan(casus: &Casus, actie: ActieId, text: Option<&str>) -> Opdracht {
    let melding = NieuweActiemelding { actie, toelichting: text.map(str::to_owned) };
    Opdracht::MeldEigenActieGedaan { plan: casus.plan, melding }
}

pub(super) async fn bijdragen(casus: &Casus, wie: &Wie) -> PlanBijdragen {
    casus.mijn(wie).await[0].bijdragen.clone().expect("a lid may")
}

async fn tab(casus: &Casus, wie: &Wie, topic: Topic) -> Tafelgenoot {
    let mut tab = Tafelgenoot::new(wie.clone());
    tab.volgt(&casus.huis, topic).await.unwrap();
    tab.gehoord();
    tab
}

fn noemt(frames: &[Value], text: &str) -> bool {
    frames.iter().any(|frame| frame.to_string().contains(text))
}

/// An action of Maria, for the groep.
async fn actie_van_maria(casus: &Casus) {
    actie_van(casus, casus.maria().persoon.unwrap(), Voor::Groep).await;
}

pub(super) async fn actie_van(casus: &Casus, lid: PersoonId, voor: Voor) {
    let mut set = super::plannen::actie(casus.plan, voor, &rianne());
    let Opdracht::LegActieVast { eigenaar, .. } = &mut set else { panic!("an action") };
    *eigenaar = Eigenaar::Lid(lid);
    casus.huis.doet(&rianne(), set).await.unwrap();
}

// shows KING-R1b, KING-R1d
#[tokio::test]
async fn what_a_lid_says_of_a_goal_is_with_who_works_on_the_plan_and_with_no_other_lid() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let (maria, jan, plan) = (casus.maria(), casus.jan(), casus.plan);
    let mut hers = tab(&casus, &maria, Topic::Plannen(maria.id)).await;
    let mut his = tab(&casus, &jan, Topic::Plannen(jan.id)).await;
    let mut leads = tab(&casus, &rianne(), Topic::PlanWat(plan)).await;
    let mut bell = tab(&casus, &rianne(), Topic::Nieuw(rianne().id)).await;
    let goal = doel(&casus, &maria, "Samen eten").await;
    let done = casus.huis.doet(&maria, reactie(&casus, goal, "Niet op maandag")).await.unwrap();
    assert_eq!(done.versie, 0, "how much happened in the plan is not hers to know");
    assert!(noemt(&hers.gehoord(), "Niet op maandag"));
    assert_eq!(his.gehoord(), Vec::<Value>::new(), "not a frame, not a moment");
    assert!(noemt(&leads.gehoord(), "Niet op maandag"));
    let rang = bell.gehoord();
    assert!(noemt(&rang, "doelreactie") && !noemt(&rang, "maandag") && !noemt(&rang, "Maria"), "{rang:?}");
    let waits = casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen;
    assert_eq!((waits.len(), waits[0].plan, waits[0].soort), (1, plan, Bijdragesoort::Doelreactie));
    assert!(casus.huis.tafel.nieuw(&emma()).await.unwrap().bijdragen.is_empty());
    let wat = casus.huis.wat(&rianne(), plan).await;
    let [said] = &wat.doelen[0].reacties[..] else { panic!("one reaction") };
    assert_eq!((Some(said.door), said.tekst.as_deref()), (maria.persoon, Some("Niet op maandag")));
    // Rianne answers: it is with Maria, and the bell is silent.
    let antwoord = NieuwReactieantwoord { reactie: said.id, tekst: "Dan dinsdag".to_owned() };
    casus.huis.doet(&rianne(), Opdracht::BeantwoordDoelreactie { plan, antwoord }).await.unwrap();
    let heard = hers.gehoord();
    assert!(noemt(&heard, "Dan dinsdag") && noemt(&heard, "Rianne"), "{heard:?}");
    assert!(heard.iter().all(|frame| frame["k"] == "PlanGewijzigd"), "and by what else is not told");
    assert_eq!(his.gehoord(), Vec::<Value>::new());
    assert!(casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen.is_empty());
    let mine = bijdragen(&casus, &maria).await;
    assert_eq!((mine.reacties.len(), mine.reacties[0].doel), (1, goal));
    assert_eq!(bijdragen(&casus, &jan).await.reacties.len(), 0);
    assert!(!casus.tekst(&jan).await.contains("maandag"));
    let hers = Topic::PlanBijdragen(plan, maria.persoon.unwrap());
    for other in [&jan, &rianne(), &emma()] {
        let none = Tafelgenoot::new(other.clone());
        assert_eq!(none.volgt(&casus.huis, hers).await, Err(Weigering::NIET_GEVONDEN), "{other:?}");
    }
}

// shows KING-R1b, KING-R6a
#[tokio::test]
async fn who_works_on_a_zaak_in_the_plan_reads_it_and_answers_nothing() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let zaak = casus.huis.melding(maria.persoon.unwrap(), Zaaktype::MeldingWmo).await;
    casus.huis.toewijzen(zaak, &[&emma()]).await;
    casus.huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak }).await.unwrap();
    let mut works = tab(&casus, &emma(), Topic::Plan(plan)).await;
    let goal = doel(&casus, &maria, "Samen eten").await;
    casus.huis.doet(&maria, reactie(&casus, goal, "Niet op maandag")).await.unwrap();
    assert!(noemt(&works.gehoord(), "Niet op maandag"));
    let wat = casus.huis.wat(&rianne(), plan).await;
    let reactie = wat.doelen[0].reacties[0].id;
    let lees = Opdracht::LeesDoelreactie { plan, reactie };
    assert_eq!(casus.huis.doet(&emma(), lees.clone()).await.unwrap_err().code(), "niet_bevoegd");
    assert_eq!(casus.huis.doet(&peter(), lees.clone()).await, Err(Weigering::NIET_GEVONDEN));
    casus.huis.doet(&rianne(), lees).await.unwrap();
    let read = bijdragen(&casus, &maria).await.reacties[0].gelezen.clone().unwrap();
    assert_eq!(read.door.naam, "Rianne");
}

// shows KING-R1c
#[tokio::test]
async fn of_what_is_kept_from_them_a_lid_says_nothing_and_what_they_said_tells_nothing() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let maria = casus.maria();
    let goal = doel(&casus, &maria, "Samen eten").await;
    casus.huis.doet(&maria, reactie(&casus, goal, "Niet op maandag")).await.unwrap();
    let own = casus.doel("Samen eten").await;
    casus.houd_achter(own, "2026-11-30").await.unwrap();
    assert_eq!(bijdragen(&casus, &maria).await.reacties, vec![]);
    assert_eq!(
        casus.huis.doet(&maria, reactie(&casus, goal, "Nog eens")).await,
        Err(Weigering::NIET_GEVONDEN)
    );
    // By its own id neither, which the portal never tells.
    if let Onderdeel::Doel(id) = own {
        let refused = casus.huis.doet(&maria, reactie(&casus, id, "Nog eens")).await;
        assert_eq!(refused, Err(Weigering::NIET_GEVONDEN));
    }
    let share = Opdracht::DeelOnderdeel { plan: casus.plan, onderdeel: own };
    casus.huis.doet(&rianne(), share).await.unwrap();
    let again = doel(&casus, &maria, "Samen eten").await;
    assert_ne!(again, goal);
    assert_eq!(bijdragen(&casus, &maria).await.reacties, vec![], "it would say that it is the same one");
    casus.huis.doet(&maria, reactie(&casus, again, "Nog eens")).await.unwrap();
    assert_eq!(bijdragen(&casus, &maria).await.reacties.len(), 1);
    let wat = casus.huis.wat(&rianne(), casus.plan).await;
    assert_eq!(wat.doelen[0].reacties.len(), 2, "who leads the plan has both");
}

// shows KING-R1d, KING-R1e
#[tokio::test]
async fn a_lid_speaks_of_their_own_part_and_of_their_childs() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    casus.stel(Voor::Lid(casus.dylan().persoon.unwrap()), "Weer naar school").await;
    casus.stel(Voor::Lid(jan.persoon.unwrap()), "Van Jan alleen").await;
    casus.gezag().await;
    let school = doel(&casus, &maria, "Weer naar school").await;
    casus.huis.doet(&maria, reactie(&casus, school, "Hij wil wel")).await.unwrap();
    assert_eq!(bijdragen(&casus, &maria).await.reacties[0].tekst.as_deref(), Some("Hij wil wel"));
    let own = doel(&casus, &jan, "Van Jan alleen").await;
    casus.huis.doet(&jan, reactie(&casus, own, "")).await.unwrap();
    for (wie, theirs) in [(&jan, school), (&maria, own)] {
        let refused = casus.huis.doet(wie, reactie(&casus, theirs, "")).await;
        assert_eq!(refused, Err(Weigering::NIET_GEVONDEN), "what they do not see is not there");
    }
    // What she said for him goes with her gezag, live, and what is answered then is not hers to read.
    let plan = casus.plan;
    let mut hers = tab(&casus, &maria, Topic::PlanBijdragen(plan, maria.persoon.unwrap())).await;
    let said = casus.huis.wat(&rianne(), plan).await;
    let reactie_id = said.doelen.iter().find_map(|doel| Some(doel.reacties.first()?.id)).unwrap();
    let einde = GezagEinde {
        houder: HouderKeuze::Persoon { persoon: maria.persoon.unwrap() },
        op: "2026-11-25".to_owned(),
    };
    let dylan = casus.dylan().persoon.unwrap();
    casus.huis.doet(&kevin(), Opdracht::BeeindigGezag { persoon: dylan, einde }).await.unwrap();
    assert_eq!(hers.gehoord().last().unwrap()["b"]["reacties"], serde_json::json!([]));
    let antwoord = NieuwReactieantwoord { reactie: reactie_id, tekst: "Wij spreken hem maandag".to_owned() };
    casus.huis.doet(&rianne(), Opdracht::BeantwoordDoelreactie { plan, antwoord }).await.unwrap();
    assert!(!noemt(&hers.gehoord(), "maandag"));
    assert_eq!(bijdragen(&casus, &maria).await.reacties, vec![]);
    // A child of nine speaks through who has gezag.
    let refused = casus.huis.doet(&casus.dylan(), reactie(&casus, school, "")).await;
    assert_eq!(refused, Err(Weigering::NIET_GEVONDEN));
}

// shows KING-AC1, KING-R1b
#[tokio::test]
async fn what_a_lid_says_is_done_is_reported_asked_about_and_confirmed() {
    let casus = casus().await;
    actie_van_maria(&casus).await;
    let (maria, jan, plan) = (casus.maria(), casus.jan(), casus.plan);
    let step = actie(&casus, &maria).await;
    assert_eq!(casus.huis.doet(&jan, gedaan(&casus, step, None)).await.unwrap_err().code(), "niet_bevoegd");
    casus.huis.doet(&maria, gedaan(&casus, step, None)).await.unwrap();
    let seen = casus.mijn(&jan).await[0].groep.acties[0].clone();
    assert!(seen.gemeld && !seen.gedaan, "reported, and not done by it");
    let waits = casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen;
    assert_eq!((waits.len(), waits[0].soort), (1, Bijdragesoort::Actiemelding));
    let wat = casus.huis.wat(&rianne(), plan).await;
    let (actie, melding) = (wat.acties[0].id, wat.acties[0].gemeld.clone().unwrap());
    assert_eq!((wat.acties[0].gedaan_op, Some(melding.door)), (None, maria.persoon));
    let mut his = tab(&casus, &jan, Topic::Plannen(jan.id)).await;
    let vraag = NieuweDoorvraag { actie, vraag: "Met wie sprak u?".to_owned() };
    casus.huis.doet(&rianne(), Opdracht::VraagDoorOverActie { plan, vraag }).await.unwrap();
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert_eq!(mine[0].vraag.as_ref().map(|vraag| vraag.tekst.as_str()), Some("Met wie sprak u?"));
    // To Jan it stays reported: that Rianne asked on, and that Maria answered, is between them.
    assert!(casus.mijn(&jan).await[0].groep.acties[0].gemeld);
    casus.huis.doet(&maria, gedaan(&casus, step, Some("Met de juf"))).await.unwrap();
    assert_eq!(his.gehoord(), Vec::<Value>::new(), "not a frame, not a moment");
    // What was asked stands beside the answer, for both.
    let asked = |before: &[ActiemeldingWat]| before[0].vraag.as_ref().map(|vraag| vraag.tekst.clone());
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert_eq!(asked(&mine[0].eerder).as_deref(), Some("Met wie sprak u?"));
    let wat = casus.huis.wat(&rianne(), plan).await;
    assert_eq!(asked(&wat.acties[0].eerder_gemeld).as_deref(), Some("Met wie sprak u?"));
    casus.huis.doet(&rianne(), Opdracht::MeldActieGedaan { plan, actie }).await.unwrap();
    assert!(casus.mijn(&maria).await[0].groep.acties[0].gedaan);
    // What she said stays with her, with that it was confirmed.
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert_eq!(mine[0].toelichting.as_deref(), Some("Met de juf"));
    assert!(mine[0].bevestigd.is_some() && mine[0].heropend.is_none());
    assert!(casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen.is_empty());
    casus.huis.doet(&rianne(), Opdracht::HeropenActie { plan, actie }).await.unwrap();
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert!(mine[0].bevestigd.is_none() && mine[0].heropend.is_some() && mine[0].toelichting.is_some());
}

// shows KING-AC1, KING-R1b, KING-R1d
#[tokio::test]
async fn that_it_is_not_done_yet_is_with_who_leads_the_plan_until_somebody_saw_it() {
    let casus = casus().await;
    actie_van_maria(&casus).await;
    let (maria, jan, plan) = (casus.maria(), casus.jan(), casus.plan);
    let step = actie(&casus, &maria).await;
    casus.huis.doet(&maria, gedaan(&casus, step, Some("Met de juf"))).await.unwrap();
    let actie = casus.huis.wat(&rianne(), plan).await.acties[0].id;
    let vraag = NieuweDoorvraag { actie, vraag: "Is het klaar?".to_owned() };
    casus.huis.doet(&rianne(), Opdracht::VraagDoorOverActie { plan, vraag }).await.unwrap();
    let nog_niet = |text: Option<&str>| {
        let melding = NieuweActiemelding { actie: step, toelichting: text.map(str::to_owned) };
        Opdracht::MeldEigenActieNogNiet { plan, melding }
    };
    assert_eq!(casus.huis.doet(&jan, nog_niet(None)).await.unwrap_err().code(), "niet_bevoegd");
    let done = casus.huis.doet(&maria, nog_niet(Some("De juf was ziek"))).await.unwrap();
    assert_eq!(done.versie, 0, "how much happened in the plan is not hers to know");
    let again = casus.huis.doet(&maria, nog_niet(Some("Nog eens"))).await;
    assert_eq!(again.unwrap_err().code(), "plan.al_gemeld");
    assert!(!casus.mijn(&jan).await[0].groep.acties[0].gemeld);
    assert!(!casus.tekst(&jan).await.contains("ziek"));
    let waits = casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen;
    assert_eq!((waits.len(), waits[0].soort), (1, Bijdragesoort::NogNiet));
    let gemeld = casus.huis.wat(&rianne(), plan).await.acties[0].gemeld.clone().unwrap();
    let said = gemeld.nog_niet.unwrap();
    assert_eq!((said.toelichting.as_deref(), said.gezien), (Some("De juf was ziek"), None));
    casus.huis.doet(&rianne(), Opdracht::HeropenActie { plan, actie }).await.unwrap();
    assert!(casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen.is_empty());
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert!(mine[0].nog_niet.as_ref().is_some_and(|said| said.gezien.is_some()), "she reads that too");
}

// shows KING-AC1, KING-R1b: nothing that somebody wrote is put in the place of something else
#[tokio::test]
async fn all_that_was_said_of_an_action_stays_to_be_read_by_both() {
    let casus = casus().await;
    actie_van_maria(&casus).await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let step = actie(&casus, &maria).await;
    casus.huis.doet(&maria, gedaan(&casus, step, Some("Gebeld"))).await.unwrap();
    let actie = casus.huis.wat(&rianne(), plan).await.acties[0].id;
    let vraag = NieuweDoorvraag { actie, vraag: "Met wie sprak u?".to_owned() };
    casus.huis.doet(&rianne(), Opdracht::VraagDoorOverActie { plan, vraag }).await.unwrap();
    let melding = NieuweActiemelding { actie: step, toelichting: Some("De juf was ziek".to_owned()) };
    casus.huis.doet(&maria, Opdracht::MeldEigenActieNogNiet { plan, melding }).await.unwrap();
    casus.huis.doet(&rianne(), Opdracht::MeldActieGedaan { plan, actie }).await.unwrap();
    casus.huis.doet(&rianne(), Opdracht::HeropenActie { plan, actie }).await.unwrap();
    let rings = casus.huis.tafel.nieuw(&rianne()).await.unwrap().bijdragen;
    assert_eq!(rings, vec![], "who confirmed it saw what she said");
    casus.huis.doet(&maria, gedaan(&casus, step, Some("Nu wel"))).await.unwrap();
    let told = |it: &ActiemeldingWat| {
        let nog_niet = it.nog_niet.as_ref().and_then(|said| said.toelichting.clone());
        let vraag = it.vraag.as_ref().map(|woord| woord.tekst.clone());
        (it.toelichting.clone(), vraag, nog_niet, it.heropend.is_some())
    };
    let words = |text: &str| Some(text.to_owned());
    let first = (words("Gebeld"), words("Met wie sprak u?"), words("De juf was ziek"), true);
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert_eq!(mine[0].eerder.iter().map(told).collect::<Vec<_>>(), std::slice::from_ref(&first));
    assert_eq!((mine[0].toelichting.as_deref(), mine[0].heropend), (Some("Nu wel"), None));
    let acties = casus.huis.wat(&rianne(), plan).await.acties;
    assert_eq!(acties[0].eerder_gemeld.iter().map(told).collect::<Vec<_>>(), [first]);
    assert_eq!(told(acties[0].gemeld.as_ref().unwrap()), (words("Nu wel"), None, None, false));
}

// shows KING-AC1, KING-RG3
#[tokio::test]
async fn who_saw_that_it_is_not_done_yet_does_not_open_what_a_colleague_confirmed_since() {
    let casus = casus().await;
    actie_van_maria(&casus).await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let step = actie(&casus, &maria).await;
    casus.huis.doet(&maria, gedaan(&casus, step, None)).await.unwrap();
    let melding = NieuweActiemelding { actie: step, toelichting: None };
    casus.huis.doet(&maria, Opdracht::MeldEigenActieNogNiet { plan, melding }).await.unwrap();
    let regisseur = ruben().id;
    casus.huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur }).await.unwrap();
    let seen = casus.huis.wat(&rianne(), plan).await;
    let actie = seen.acties[0].id;
    casus.huis.doet(&ruben(), Opdracht::MeldActieGedaan { plan, actie }).await.unwrap();
    // What her button sends: only of the plan as she had it.
    let kop = Kop { if_v: Some(seen.versie), ..casus.huis.kop() };
    let late = casus.huis.tafel.voer_uit(&rianne(), Opdracht::HeropenActie { plan, actie }, kop).await;
    assert_eq!(late.unwrap_err().code(), "opdracht.conflict");
    assert!(casus.huis.wat(&rianne(), plan).await.acties[0].gedaan_op.is_some());
}

// shows KING-R1c
#[tokio::test]
async fn what_was_reported_of_an_action_that_was_kept_from_them_tells_nothing_of_it() {
    let casus = casus().await;
    actie_van_maria(&casus).await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let first = actie(&casus, &maria).await;
    casus.huis.doet(&maria, gedaan(&casus, first, Some("Met de juf"))).await.unwrap();
    let own = Onderdeel::Actie(casus.huis.wat(&rianne(), plan).await.acties[0].id);
    casus.houd_achter(own, "2026-11-30").await.unwrap();
    casus.huis.doet(&rianne(), Opdracht::DeelOnderdeel { plan, onderdeel: own }).await.unwrap();
    let again = actie(&casus, &maria).await;
    assert_ne!(again, first);
    assert!(!casus.mijn(&maria).await[0].groep.acties[0].gemeld, "it would say that it is the same one");
    assert_eq!(bijdragen(&casus, &maria).await.meldingen, vec![]);
    // And it can be said again.
    casus.huis.doet(&maria, gedaan(&casus, again, Some("Nog eens"))).await.unwrap();
    let mine = bijdragen(&casus, &maria).await.meldingen;
    assert_eq!(mine[0].toelichting.as_deref(), Some("Nog eens"));
    assert_eq!(mine[0].eerder, vec![], "nor that something was said of it before");
    // Who leads the plan reads both: what she wrote first was never answered.
    let wat = casus.huis.wat(&rianne(), plan).await;
    let before: Vec<_> = wat.acties[0].eerder_gemeld.iter().map(|it| it.toelichting.as_deref()).collect();
    assert_eq!(before, [Some("Met de juf")]);
}

// shows KING-RG1, KING-R1b
#[tokio::test]
async fn what_waits_goes_with_who_leads_the_plan() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let goal = doel(&casus, &maria, "Samen eten").await;
    casus.huis.doet(&maria, reactie(&casus, goal, "")).await.unwrap();
    let (mut old, mut new) = (
        tab(&casus, &rianne(), Topic::Nieuw(rianne().id)).await,
        tab(&casus, &ruben(), Topic::Nieuw(ruben().id)).await,
    );
    let regisseur = ruben().id;
    casus.huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur }).await.unwrap();
    casus.huis.doet(&rianne(), Opdracht::DraagRegieOver { plan, regisseur }).await.unwrap();
    casus.huis.doet(&ruben(), Opdracht::VerwijderRegisseur { plan, regisseur: rianne().id }).await.unwrap();
    assert!(noemt(&new.gehoord(), "doelreactie"));
    assert_eq!(old.gehoord().last().unwrap()["b"]["bijdragen"], serde_json::json!([]));
}

// shows KING-R1b
#[tokio::test]
async fn that_a_goal_reads_otherwise_since_stands_with_what_was_said_on_both_sides() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let goal = doel(&casus, &maria, "Samen eten").await;
    casus.huis.doet(&maria, reactie(&casus, goal, "Op zondag niet")).await.unwrap();
    assert_eq!(bijdragen(&casus, &maria).await.reacties[0].herschreven, None);
    let mut hers = tab(&casus, &maria, Topic::Plannen(maria.id)).await;
    let Onderdeel::Doel(own) = casus.doel("Samen eten").await else { panic!("a goal") };
    let other = Opdracht::WijzigDoel { plan, doel: own, omschrijving: "Samen koken op zaterdag".to_owned() };
    casus.huis.doet(&rianne(), other).await.unwrap();
    assert!(noemt(&hers.gehoord(), "herschreven"));
    casus.huis.doet(&maria, reactie(&casus, goal, "Dat kan wel")).await.unwrap();
    let mine = bijdragen(&casus, &maria).await.reacties;
    assert_eq!(mine.iter().map(|it| it.herschreven.is_some()).collect::<Vec<_>>(), [true, false]);
    let wat = casus.huis.wat(&rianne(), plan).await;
    let theirs = wat.doelen[0].reacties.iter();
    assert_eq!(theirs.map(|it| it.herschreven.is_some()).collect::<Vec<_>>(), [true, false]);
}

// shows KING-R4d, KING-R1b
#[tokio::test]
async fn the_bell_of_who_stands_in_rings_for_as_long_as_they_do() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let (maria, plan) = (casus.maria(), casus.plan);
    let goal = doel(&casus, &maria, "Samen eten").await;
    casus.huis.doet(&maria, reactie(&casus, goal, "Op zondag niet")).await.unwrap();
    let mut bell = tab(&casus, &vera(), Topic::Nieuw(vera().id)).await;
    let waits = async || casus.huis.tafel.nieuw(&vera()).await.unwrap().bijdragen;
    assert_eq!(waits().await, vec![]);
    let vervanging = keukentafel::protocol::body::NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-26".to_owned(),
        tot_en_met: "2026-11-27".to_owned(),
        reden: "Ziek".to_owned(),
    };
    let names = Opdracht::WijsVervangerAan { medewerker: rianne().id, vervanging };
    casus.huis.doet(&rianne(), names).await.unwrap();
    casus.later(1).await;
    assert!(noemt(&bell.gehoord(), "doelreactie"));
    assert_eq!(waits().await.iter().map(|it| it.plan).collect::<Vec<_>>(), [plan]);
    // What comes in meanwhile rings too, and what is answered is still.
    casus.huis.doet(&maria, reactie(&casus, goal, "En niet op maandag")).await.unwrap();
    assert_eq!(bell.gehoord().last().unwrap()["b"]["bijdragen"].as_array().map(Vec::len), Some(2));
    let reactie = casus.huis.wat(&rianne(), plan).await.doelen[0].reacties[0].id;
    casus.huis.doet(&vera(), Opdracht::LeesDoelreactie { plan, reactie }).await.unwrap();
    assert_eq!(bell.gehoord().last().unwrap()["b"]["bijdragen"].as_array().map(Vec::len), Some(1));
    casus.later(2).await;
    assert_eq!(bell.gehoord().last().unwrap()["b"]["bijdragen"], serde_json::json!([]));
    assert_eq!(waits().await, vec![]);
}
