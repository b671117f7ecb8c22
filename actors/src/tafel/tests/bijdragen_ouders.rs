//! Two parents who both speak for a child in its plan.

use keukentafel::domain::plan::Voor;
use keukentafel::protocol::body::NieuweDoorvraag;

use super::bijdragen::{actie_van, bijdragen, gedaan};
use super::plan_portaal::casus;
use super::*;

// shows KING-R1e
#[tokio::test]
async fn what_one_parent_said_of_their_childs_action_stays_with_them_when_the_other_says_it_anew() {
    let casus = casus().await;
    let (maria, jan, dylan) = (casus.maria(), casus.jan(), casus.dylan().persoon.unwrap());
    casus.gezag().await;
    casus.gezag_van(jan.persoon.unwrap()).await;
    actie_van(&casus, dylan, Voor::Lid(dylan)).await;
    let actie = casus.huis.wat(&rianne(), casus.plan).await.acties[0].id;
    let said = [(&maria, "Gebeld"), (&jan, "Geweest")];
    for (wie, words) in said {
        let step = casus.mijn(wie).await[0].leden.iter().find_map(|deel| deel.acties.first()).unwrap().id;
        casus.huis.doet(wie, gedaan(&casus, step, Some(words))).await.unwrap();
        let vraag = NieuweDoorvraag { actie, vraag: format!("{words}?") };
        casus.huis.doet(&rianne(), Opdracht::VraagDoorOverActie { plan: casus.plan, vraag }).await.unwrap();
    }
    for (wie, words) in said {
        let own = bijdragen(&casus, wie).await.meldingen;
        let told: Vec<_> = own.iter().map(|it| (it.toelichting.as_deref(), it.vraag.as_ref())).collect();
        let [(text, Some(vraag))] = told[..] else { panic!("{} said it once", wie.naam) };
        assert_eq!((text, vraag.tekst.as_str()), (Some(words), format!("{words}?").as_str()));
        assert_eq!(own[0].eerder, vec![], "and of the other they read nothing");
    }
}
