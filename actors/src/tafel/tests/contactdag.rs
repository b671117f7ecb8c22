//! By which day somebody must have been spoken to: for who distributes the work or may take it, and told to nobody else (C2-L4, ADR 15).

use keukentafel::domain::toekenning::Meekijkwat;
use keukentafel::domain::zaak::{Contactuitkomst, Contactweg, Urgentie};
use keukentafel::protocol::body::{NieuwKlantcontact, NieuwMeekijken, NieuweMelding};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use serde_json::Value;

use super::huishouden::samen;
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::{Lijst, ZakenFilter};

const DAG: &str = "contact_uiterlijk";

/// Maria and Dylan live together; of Maria came in what cannot wait, for the Wmo, and Kevin works for Dylan.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    crisis: ZaakId,
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap();
    let crisis = meld(&huis, maria, Urgentie::Crisis).await;
    Casus { huis, maria, crisis }
}

async fn meld(huis: &Huis, persoon: PersoonId, urgentie: Urgentie) -> ZaakId {
    let Opdracht::RegistreerMelding(plain) = melding(persoon, Zaaktype::MeldingWmo) else {
        unreachable!("that is what it is")
    };
    let command = Opdracht::RegistreerMelding(NieuweMelding { urgentie, ..plain });
    ZaakId(huis.doet(&linda(), command).await.unwrap().id)
}

/// What comes in on a topic that this one follows, as text.
async fn ziet(huis: &Huis, wie: &Wie, topic: Topic) -> Option<String> {
    let mut tab = Tafelgenoot::new(wie.clone());
    tab.volgt(huis, topic).await.ok()?;
    Some(tab.gehoord().iter().map(Value::to_string).collect())
}

/// Somebody of this role notes that they spoke to Maria, or did not.
fn gesproken(zaak: ZaakId, rol: Rol, uitkomst: Contactuitkomst) -> Opdracht {
    let contact = NieuwKlantcontact {
        weg: Contactweg::Telefoon,
        uitkomst,
        met: "Maria".to_owned(),
        verslag: "Over de trap".to_owned(),
        dag: "2026-11-25".to_owned(),
    };
    if rol == Rol::Frontoffice {
        Opdracht::GeefContactDoor { zaak, contact }
    } else {
        Opdracht::NoteerContact { zaak, contact }
    }
}

// shows C2-L4, C2-R6
#[tokio::test]
async fn who_distributes_and_who_may_take_it_see_by_when_on_their_open_list() {
    let Casus { huis, maria, .. } = casus().await;
    let mut open = [werkverdeler(), manager(), emma()].map(Tafelgenoot::new);
    for tab in &open {
        tab.volgt(&huis, Topic::Werkvoorraad(tab.conn.wie().id)).await.unwrap();
    }
    for tab in &mut open {
        let heard = tab.gehoord();
        let crisis = heard.iter().find(|frame| frame["b"][DAG] == "2026-11-25");
        let line = crisis.unwrap_or_else(|| panic!("{:?} hears of it: {heard:?}", tab.conn.wie().rol));
        assert!(line["topic"].as_str().unwrap().ends_with("@verdeling"));
        assert!(line["b"].get("urgentie").is_none() && line["b"].get("persoon").is_none(), "{line}");
    }
    let spoed = meld(&huis, maria, Urgentie::Spoed).await;
    meld(&huis, maria, Urgentie::Gewoon).await;
    for tab in &mut open {
        let days: Vec<_> = tab.gehoord().iter().map(|frame| frame["b"][DAG].clone()).collect();
        assert_eq!(days, [Value::from("2026-11-26"), Value::Null], "{:?}", tab.conn.wie().rol);
    }
    // Handed on and begun it still stands; spoken to it is gone.
    let mut line = Tafelgenoot::new(werkverdeler());
    line.volgt(&huis, Topic::ZaakVerdeling(spoed)).await.unwrap();
    huis.toewijzen(spoed, &[&emil()]).await;
    assert_eq!(line.gehoord().last().unwrap()["b"][DAG], "2026-11-26");
    huis.doet(&emil(), Opdracht::NeemInBehandeling { zaak: spoed }).await.unwrap();
    let begun = line.gehoord();
    assert_eq!(begun.last().unwrap()["b"]["status"], "onderzoek");
    assert_eq!(begun.last().unwrap()["b"][DAG], "2026-11-26", "to begin is no call");
    let mut fellow = Tafelgenoot::new(kevin());
    fellow.volgt(&huis, Topic::ZaakDat(spoed)).await.unwrap();
    fellow.gehoord();
    for (wie, uitkomst, over) in [
        (linda(), Contactuitkomst::Gesproken, false),
        (emil(), Contactuitkomst::NietBereikt, false),
        (emil(), Contactuitkomst::Gesproken, true),
    ] {
        huis.doet(&wie, gesproken(spoed, wie.rol, uitkomst)).await.unwrap();
        let told = line.gehoord().pop();
        assert_eq!(told.is_some_and(|told| told["b"].get(DAG).is_none()), over, "{:?} {uitkomst:?}", wie.rol);
    }
    assert_eq!(fellow.gehoord(), Vec::<Value>::new(), "that somebody was spoken to is no part of *dat*");
}

// shows C2-L4, C2-K2, KING-R1f
#[tokio::test]
async fn beside_a_person_and_to_the_person_it_is_not_there() {
    let Casus { huis, maria, crisis } = casus().await;
    let thuis = huis.tafel.huishouden_van(&linda(), maria).await.unwrap().unwrap().huishouden.unwrap().id;
    // Emma may take it, and has it under *dat*; where the line stands beside a name it is not.
    let sees = |wie: Wie, topic| {
        let huis = &huis;
        async move { ziet(huis, &wie, topic).await }
    };
    let shown = sees(emma(), Topic::ZaakVerdeling(crisis)).await.unwrap();
    assert!(shown.contains(DAG), "{shown}");
    for (wie, topic) in [
        (kevin(), Topic::Huishouden(thuis)),
        (kevin(), Topic::ZaakHuishouden(crisis)),
        (kevin(), Topic::ZaakDat(crisis)),
        (emma(), Topic::ZaakDat(crisis)),
        (maria_zelf(maria), Topic::Werkvoorraad(maria_zelf(maria).id)),
        (maria_zelf(maria), Topic::ZaakDat(crisis)),
        (pieter(), Topic::ZaakDat(crisis)),
    ] {
        let shown = sees(wie.clone(), topic).await.unwrap_or_else(|| panic!("{:?} {topic}", wie.rol));
        assert!(
            shown.contains(&crisis.to_string()) && !shown.contains(DAG),
            "{:?} {topic}: {shown}",
            wie.rol
        );
    }
    for wie in [kevin(), maria_zelf(maria), pieter(), peter(), bestuur()] {
        assert_eq!(sees(wie.clone(), Topic::ZaakVerdeling(crisis)).await, None, "{:?}", wie.rol);
    }
    // The same over HTTP: one zaak, a list, a list of one person, a huishouden.
    for (wie, may) in [(werkverdeler(), true), (emma(), true), (kevin(), false), (maria_zelf(maria), false)] {
        let Some(ZaakAntwoord::Dat(dat)) = huis.tafel.zaak(&wie, crisis).await.unwrap() else {
            unreachable!("{:?} may know that it runs", wie.rol)
        };
        assert_eq!(dat.contact_uiterlijk.is_some(), may, "{:?}", wie.rol);
        for (persoon, may) in [(None, may), (Some(maria), false)] {
            let filter = ZakenFilter { lijst: Lijst::Alle, persoon, aantal: 9, ..ZakenFilter::default() };
            let (rows, _) = huis.tafel.zaken(&wie, &filter).await.unwrap();
            let row = rows.iter().find(|row| row.id == crisis);
            // A list of one person is there only for whom that person is.
            assert!(row.is_some() || persoon.is_some(), "{:?}", wie.rol);
            let day = row.and_then(|row| row.contact_uiterlijk);
            assert_eq!(day.is_some(), may, "{:?} {persoon:?}", wie.rol);
        }
    }
    let home = huis.tafel.huishouden(&kevin(), thuis).await.unwrap().unwrap();
    assert!(home.zaken.iter().any(|row| row.id == crisis && row.contact_uiterlijk.is_none()));
}

// shows C2-L4, N-12: who works here and may take it can be the one whom it is about
#[tokio::test]
async fn who_turns_out_to_be_the_person_sees_it_no_more_under_their_account() {
    let Casus { huis, maria, crisis } = casus().await;
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(&huis, Topic::Werkvoorraad(emma().id)).await.unwrap();
    let shown: String = tab.gehoord().iter().map(Value::to_string).collect();
    assert!(shown.contains(DAG), "{shown}");
    huis.is_collega(maria, &emma()).await;
    let now = tab.gehoord();
    let there = now.iter().find(|frame| frame["t"] == "lid").unwrap_or_else(|| panic!("{now:?}"));
    assert!(there["topic"].as_str().unwrap().ends_with("@dat") && there["b"].get(DAG).is_none(), "{there}");
    assert_eq!(now[0]["t"], "revoked", "rights before content: {now:?}");
    assert_eq!(ziet(&huis, &emma(), Topic::ZaakVerdeling(crisis)).await, None);
    let Some(ZaakAntwoord::Dat(dat)) = huis.tafel.zaak(&emma(), crisis).await.unwrap() else {
        unreachable!("it is in her field")
    };
    assert_eq!(dat.contact_uiterlijk, None);
    let filter = ZakenFilter { lijst: Lijst::Alle, aantal: 9, ..ZakenFilter::default() };
    let (rows, _) = huis.tafel.zaken(&emma(), &filter).await.unwrap();
    let row = rows.iter().find(|row| row.id == crisis).unwrap();
    assert_eq!(row.contact_uiterlijk, None);
}

// shows KING-R1f
#[tokio::test]
async fn a_fellow_lid_who_knows_that_it_runs_does_not_learn_how_soon() {
    let Casus { huis, maria, crisis } = casus().await;
    let jan = huis.met_naam("Jan", "Verhoef", Some("1960-02-03")).await;
    huis.melding(jan, Zaaktype::MeldingWmo).await;
    let groep = huis.groep(&rianne(), &[maria, jan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    let tot_en_met = "2026-12-20".to_owned();
    let meekijken = NieuwMeekijken { aan: jan, wat: Meekijkwat::Zaak(crisis), tot_en_met };
    huis.doet(&maria_zelf(maria), Opdracht::LaatMeekijken { plan, meekijken }).await.unwrap();
    huis.clock.advance(25 * 3600 * 1_000_000);
    huis.tafel.klok_verzet();
    huis.tafel.projector.catch_up().await;
    let fellow = Wie { id: MedewerkerId(Uuid::from_u128(97)), ..maria_zelf(jan) };
    for topic in [Topic::Plannen(fellow.id), Topic::ZaakHuishouden(crisis)] {
        let shown = ziet(&huis, &fellow, topic).await.unwrap();
        assert!(shown.contains(&crisis.to_string()) && !shown.contains(DAG), "{topic}: {shown}");
    }
    assert_eq!(ziet(&huis, &fellow, Topic::ZaakVerdeling(crisis)).await, None);
}
