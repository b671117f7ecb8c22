//! What was kept from the groep and comes back (KING-R1c).

use keukentafel::domain::plan::{Onderdeel, Voor};
use keukentafel::protocol::view::MijnPlan;

use super::plan_portaal::casus;
use super::*;

// shows KING-R1c: by nothing in it does a lid read that it was there all the time
#[tokio::test]
async fn what_comes_back_is_like_what_is_new() {
    let casus = casus().await;
    let (maria, plan) = (casus.maria(), casus.plan);
    casus.stel(Voor::Groep, "Samen eten").await;
    casus.stel(Voor::Groep, "Een rustig huis").await;
    casus.actie_voor("Samen eten").await;
    let own = casus.huis.wat(&rianne(), plan).await;
    let shown = |mijn: Vec<MijnPlan>| {
        let doelen = mijn[0].groep.doelen.iter().map(|doel| (doel.omschrijving.clone(), doel.id));
        (doelen.collect::<Vec<_>>(), mijn[0].groep.acties.clone())
    };
    let (doelen, acties) = shown(casus.mijn(&maria).await);
    assert_eq!(doelen[0].0, "Een rustig huis", "no order in which they were set down");
    assert_eq!(acties[0].doel, Some(doelen[1].1), "an action goes with its goal");
    for id in own.doelen.iter().map(|doel| doel.id.0).chain(own.acties.iter().map(|actie| actie.id.0)) {
        assert!(!casus.tekst(&maria).await.contains(&id.to_string()), "an id with a time in it");
    }
    // Withheld, done meanwhile, and back.
    casus.houd_achter(casus.doel("Samen eten").await, "2026-11-28").await.unwrap();
    casus.houd_achter(Onderdeel::Actie(own.acties[0].id), "2026-11-28").await.unwrap();
    let done = Opdracht::MeldActieGedaan { plan, actie: own.acties[0].id };
    casus.huis.doet(&rianne(), done).await.unwrap();
    assert_eq!(shown(casus.mijn(&maria).await), (vec![doelen[0].clone()], vec![]));
    casus.later(4).await;
    let (again, acted) = shown(casus.mijn(&maria).await);
    assert_eq!(again[0], doelen[0], "what was shown all the time is the same");
    assert_eq!(again[1].0, "Samen eten");
    assert_ne!((again[1].1, acted[0].id), (doelen[1].1, acties[0].id), "and what comes back is another");
    assert_eq!(acted[0].doel, Some(again[1].1));
    assert_eq!(
        (acted[0].gedaan, acted[0].gedaan_op),
        (true, None),
        "not that it was done while nobody saw it"
    );
}
