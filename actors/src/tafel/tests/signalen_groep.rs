//! A signaal and a groep: about one, or leading to one; and where it went, for who may know.

use keukentafel::domain::ids::{GroepId, PlanId, SignaalId};
use keukentafel::domain::inzage::Deel;
use keukentafel::domain::signaal::Afhandeling;
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BetreftWat, InzageRegelWat, PlanAntwoord};

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::SignalenFilter;

fn over_groep(groep: GroepId) -> Opdracht {
    Opdracht::MeldSignaal(NieuwSignaal { groep: Some(groep), ..signaal(soort_van("overlast")) })
}

// shows KING-SI1, KING-SI5, KING-G5
#[tokio::test]
async fn a_signaal_about_a_groep_is_for_who_may_know_of_the_groep_and_lands_in_its_plan() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let unknown = || Err(Weigering::Velden(vec![("groep", "invoer.groep_onbekend")]));
    for stranger in [emma(), ruben(), buurman(), wendy()] {
        assert_eq!(huis.doet(&stranger, over_groep(groep)).await, unknown(), "{}", stranger.naam);
        let made_up = over_groep(GroepId(Uuid::from_u128(404)));
        assert_eq!(huis.doet(&stranger, made_up).await, unknown(), "{}", stranger.naam);
    }
    huis.doet(&rianne(), over_groep(groep)).await.unwrap();
    let rows = huis.register(&rianne()).await;
    assert_eq!(
        rows.iter().map(|row| row.betreft.clone()).collect::<Vec<_>>(),
        [Some(BetreftWat::Groep(groep))]
    );
    for stranger in [emma(), ruben(), wendy()] {
        assert_eq!(huis.register(&stranger).await, [], "{}", stranger.naam);
    }
    let start = Opdracht::StartPlan { groep, aanleiding: Some(rows[0].id) };
    let plan = PlanId(huis.doet(&rianne(), start).await.unwrap().id);
    huis.rust().await;
    let wat = huis.wat(&rianne(), plan).await;
    assert_eq!((wat.aanleiding, wat.signalen), (Some(rows[0].id), vec![rows[0].id]));
    huis.doet(&rianne(), over_groep(groep)).await.unwrap();
    assert_eq!(huis.lees(&rianne(), rows[0].id).await.inzendingen.len(), 2, "again it is a repeat");
}

/// The plans on the page of a signaal, for somebody who opens it now.
async fn ligt_in(huis: &Huis, wie: &Wie, id: SignaalId) -> Vec<PlanId> {
    let mut tab = Tafelgenoot::new(wie.clone());
    tab.volgt(huis, Topic::Signaal(id)).await.unwrap();
    let heard = tab.gehoord().into_iter().filter(|frame| frame["t"] == "lid");
    heard.map(|frame| PlanId(frame["b"]["id"].as_str().unwrap().parse().unwrap())).collect()
}

// shows KING-SI4, KING-G4
#[tokio::test]
async fn where_a_signaal_went_shows_live_and_of_another_s_plan_nothing() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let id = huis.register(&rianne()).await[0].id;
    let mut hers = Tafelgenoot::new(rianne());
    hers.volgt(&huis, Topic::Signaal(id)).await.unwrap();
    let mut emmas = Tafelgenoot::new(emma());
    emmas.volgt(&huis, Topic::Signaal(id)).await.unwrap();
    let managers = Tafelgenoot::new(wendy());
    assert_eq!(managers.volgt(&huis, Topic::Signaal(id)).await, Err(Weigering::NIET_GEVONDEN));
    hers.gehoord();
    emmas.gehoord();
    let start = Opdracht::StartGroepstraject { signaal: id, leden: vec![maria], waarom: waarom() };
    let plan = PlanId(huis.doet(&rianne(), start).await.unwrap().id);
    huis.rust().await;
    let came: Vec<_> = hers.gehoord().into_iter().filter(|frame| frame["t"] == "lid").collect();
    assert_eq!((came.len(), &came[0]["b"]["id"]), (1, &plan.to_string().into()));
    assert!(emmas.soorten().iter().all(|soort| soort == "revoked"), "it is with the regisseur now");
    assert_eq!(ligt_in(&huis, &rianne(), id).await, [plan]);
    // In a second groep of hers, that another leads: each sees the own plan.
    let dylan = huis.dylan().await;
    let other = huis.groep(&ruben(), &[maria, dylan]).await;
    let second = huis.plan(&ruben(), other).await;
    huis.rust().await;
    assert_eq!(ligt_in(&huis, &ruben(), id).await, [second]);
    assert_eq!(ligt_in(&huis, &rianne(), id).await, [plan]);
    assert_eq!(hers.soorten(), Vec::<String>::new());
}

// shows KING-G4, KING-SI5
#[tokio::test]
async fn who_leads_one_plan_of_a_child_does_not_notice_the_other() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let one = huis.groep(&rianne(), &[maria, dylan]).await;
    huis.plan(&rianne(), one).await;
    let about =
        Opdracht::MeldSignaal(NieuwSignaal { persoon: Some(dylan), ..signaal(soort_van("schoolverzuim")) });
    huis.tafel.heeft_gevonden(&kevin(), [dylan]);
    huis.doet(&kevin(), about).await.unwrap();
    huis.rust().await;
    let id = huis.tafel.overzicht.lees().gemeente(GEMEENTE).unwrap().signalen_over(dylan).next().unwrap();
    let mut tab = Tafelgenoot::new(rianne());
    tab.volgt(&huis, Topic::SignaalWat(id)).await.unwrap();
    tab.volgt(&huis, Topic::SignaalRij(id)).await.unwrap();
    tab.gehoord();
    let before = huis.lees(&rianne(), id).await;
    let other = huis.groep(&ruben(), &[dylan]).await;
    huis.plan(&ruben(), other).await;
    huis.rust().await;
    assert_eq!(huis.lees(&ruben(), id).await, before, "he has it too");
    assert_eq!(huis.lees(&rianne(), id).await, before, "with the same version");
    assert_eq!(tab.soorten(), Vec::<String>::new());
    assert!(!serde_json::to_string(&before).unwrap().contains(&other.to_string()));
}

// shows KING-SI4
#[tokio::test]
async fn from_a_signaal_to_a_groepstraject_is_one_action_and_the_link_stays() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let id = huis.register(&rianne()).await[0].id;
    let start = |leden: &[PersoonId]| Opdracht::StartGroepstraject {
        signaal: id,
        leden: leden.to_vec(),
        waarom: waarom(),
    };
    let without = Err(Weigering::Velden(vec![("leden", "signaal.persoon_ontbreekt")]));
    assert_eq!(huis.doet(&rianne(), start(&[dylan])).await, without);
    let not_his = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    assert_eq!(huis.doet(&kevin(), start(&[maria])).await, not_his);
    huis.tafel.heeft_gevonden(&rianne(), [dylan]);
    let done = huis.doet(&rianne(), start(&[maria, dylan])).await.unwrap();
    huis.rust().await;
    let plan = huis.tafel.plan(&rianne(), PlanId(done.id)).await.unwrap();
    let Some(PlanAntwoord::Schrijven(plan)) = plan else { unreachable!() };
    assert_eq!((plan.aanleiding, plan.signalen), (Some(id), vec![id]));
    let groep = huis.tafel.groep(&rianne(), plan.groep).await.unwrap().unwrap();
    assert_eq!((groep.aanleiding, groep.plan), (Some(id), Some(plan.id)));
}

// shows KING-ZT22, N-21
#[tokio::test]
async fn three_about_a_groep_and_its_leden_ask_for_attention_live_with_which() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let about_dylan = || {
        Opdracht::MeldSignaal(NieuwSignaal { persoon: Some(dylan), ..signaal(soort_van("schoolverzuim")) })
    };
    // One that came in before the window.
    huis.doet(&bron(90), over_maria(soort_van("overig"))).await.unwrap();
    let early = huis.register(&rianne()).await[0].id;
    huis.clock.advance(190 * 24 * 60 * 60 * 1_000_000);
    let mut hers = Tafelgenoot::new(rianne());
    hers.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    let mut emmas = Tafelgenoot::new(emma());
    emmas.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    let of_the_groep = |tab: &mut Tafelgenoot| {
        let topic = format!("aandacht/{}@", groep.0);
        let heard = tab.gehoord().into_iter();
        heard
            .filter(|frame| frame["topic"].as_str().is_some_and(|at| at.starts_with(&topic)))
            .collect::<Vec<_>>()
    };
    huis.doet(&rianne(), over_groep(groep)).await.unwrap();
    huis.clock.advance(3_600_000_000);
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    huis.clock.advance(3_600_000_000);
    assert_eq!(of_the_groep(&mut hers), Vec::<serde_json::Value>::new(), "two, and one of long ago");
    huis.tafel.heeft_gevonden(&kevin(), [dylan]);
    huis.doet(&kevin(), about_dylan()).await.unwrap();
    let item = of_the_groep(&mut hers);
    assert_eq!(item.len(), 1, "live");
    let why = &item[0]["b"];
    assert_eq!(why["betreft"], serde_json::json!({ "groep": groep }));
    let kinds: Vec<_> =
        why["signalen"].as_array().unwrap().iter().map(|one| one["signaalsoort"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["overlast", "huurachterstand", "schoolverzuim"], "with which, oldest first");
    assert!(!why.to_string().contains(&early.to_string()));
    assert_eq!(why["maanden"], 6);
    // A repeat is no fourth, and for who may not know of the groep there is no item about it.
    huis.tafel.heeft_gevonden(&kevin(), [dylan]);
    huis.doet(&kevin(), about_dylan()).await.unwrap();
    let items = huis.tafel.signalen(&rianne(), &SignalenFilter::default()).await.unwrap().unwrap().1;
    assert_eq!(items.iter().find(|item| item.id == groep.0).unwrap().signalen.len(), 3);
    assert_eq!(of_the_groep(&mut emmas), Vec::<serde_json::Value>::new());
}

// shows KING-ZT22, N-8
#[tokio::test]
async fn whoever_a_signaal_warns_of_reads_nothing_of_the_groep_that_came_of_it() {
    let huis = Huis::open().await;
    let (maria, partner) = (huis.maria().await, huis.dylan().await);
    let leest = async || {
        let inzage = huis.tafel.mijn_inzage(&maria_zelf(partner), None).await.unwrap().unwrap();
        inzage.dagen.into_iter().flat_map(|dag| dag.regels).collect::<Vec<_>>()
    };
    let over_groep = |regels: &[InzageRegelWat]| {
        let of = |regel: &&InzageRegelWat| regel.toelichting.is_some() || regel.deel == Deel::Groep;
        regels.iter().filter(of).count()
    };
    huis.doet(&bron(90), over_maria(soort_van("partnergeweld"))).await.unwrap();
    let id = huis.register(&rianne()).await[0].id;
    huis.tafel.heeft_gevonden(&rianne(), [maria, partner]);
    let start = Opdracht::StartGroepstraject { signaal: id, leden: vec![maria, partner], waarom: waarom() };
    let plan = PlanId(huis.doet(&rianne(), start).await.unwrap().id);
    assert_eq!(over_groep(&leest().await), 0, "not that she has him in it, nor why");
    // The event keeps it, for who may read it.
    let groep = huis.wat(&rianne(), plan).await.groep;
    let kept = huis.tafel.groep(&rianne(), groep).await.unwrap().unwrap().waarom;
    assert_eq!(kept, waarom());
    // Beside the signaal no other groep with her says more, whoever makes it: that one is told once the signaal is closed.
    let kind = keukentafel::protocol::body::NieuwePersoon {
        bsn: None,
        voornamen: "Sanne".to_owned(),
        voorvoegsel: None,
        achternaam: "Verhoef".to_owned(),
        geboortedatum: Some("2019-05-22".to_owned()),
        telefoon: None,
        adres: None,
    };
    let kind = PersoonId(huis.doet(&linda(), Opdracht::RegistreerPersoon(kind)).await.unwrap().id);
    huis.groep(&ruben(), &[maria, partner, kind]).await;
    assert_eq!(over_groep(&leest().await), 0);
    let done = Opdracht::HandelSignaalAf { signaal: id, afhandeling: Afhandeling::Onjuist };
    huis.doet(&rianne(), done).await.unwrap();
    assert_eq!(over_groep(&leest().await), 1, "and of the groep that the signaal led to still nothing");
}
