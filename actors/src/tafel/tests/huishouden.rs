//! Who lives together, what one may know by it, and that open pages follow.

use std::sync::atomic::{AtomicBool, Ordering};

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::huishouden::{Lidbron, Verblijfsbron};
use keukentafel::domain::ids::HuishoudenId;
use keukentafel::protocol::body::{
    HouderKeuze, LidKeuze, NieuwGezag, NieuwHuishouden, Uitspraak, Verblijf, VerblijfHerroeping, Vertrek,
};
use keukentafel::protocol::topic::Topic;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::deps::Rechten;

fn lid(persoon: PersoonId) -> LidKeuze {
    LidKeuze { persoon, bron: Lidbron::Handmatig, vanaf: None }
}

pub(super) fn samen(leden: &[PersoonId]) -> Opdracht {
    Opdracht::StelHuishoudenVast(NieuwHuishouden { leden: leden.iter().map(|one| lid(*one)).collect() })
}

pub(super) fn woont_feitelijk(huishouden: HuishoudenId, persoon: PersoonId) -> Opdracht {
    let verblijf = Verblijf {
        persoon,
        vanaf: "2026-05-01".to_owned(),
        toelichting: "Woont bij zijn oma".to_owned(),
        bron: Verblijfsbron::RechterlijkeUitspraak,
    };
    Opdracht::VerblijfWijktAf { huishouden, verblijf }
}

pub(super) fn vertrekt(huishouden: HuishoudenId, persoon: PersoonId) -> Opdracht {
    Opdracht::LidVertrekt { huishouden, vertrek: Vertrek { persoon, op: "2026-11-25".to_owned() } }
}

/// Maria with her bijstand (Peter) and an investigation (Peter), Dylan with his jeugdhulp (Kevin); they do not live together yet.
pub(super) struct Casus {
    pub(super) maria: PersoonId,
    pub(super) dylan: PersoonId,
    pub(super) bijstand: ZaakId,
    geheim: ZaakId,
    pub(super) jeugd: ZaakId,
    pub(super) thuis: HuishoudenId,
}

pub(super) async fn casus(huis: &Huis) -> Casus {
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let geheim = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    let thuis = HuishoudenId(huis.doet(&linda(), samen(&[maria])).await.unwrap().id);
    Casus { maria, dylan, bijstand, geheim, jeugd, thuis }
}

fn op(huis: &Huis, wie: &Wie, zaak: ZaakId) -> Toegang {
    huis.tafel.overzicht().op_zaak(wie, zaak)
}

fn topics(frames: &[Value]) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    frames.iter().map(|frame| (word(&frame["t"]), word(&frame["topic"]))).collect()
}

// shows C2-K2, C2-N2, C2-N3, C2-N7, N-17
#[tokio::test]
async fn living_together_shows_that_it_runs_and_not_what() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    assert_eq!(op(&huis, &kevin(), casus.bijstand), Toegang::Niets);
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert_eq!(op(&huis, &kevin(), casus.bijstand), Toegang::Dat);
    // A confidential matter stays what it was, and who works on income does not learn of the child's care.
    assert_eq!(op(&huis, &kevin(), casus.geheim), Toegang::Niets);
    assert_eq!(op(&huis, &peter(), casus.jeugd), Toegang::Niets);
    let seen = huis.tafel.huishouden(&kevin(), casus.thuis).await.unwrap().unwrap();
    let names: Vec<_> =
        seen.huishouden.unwrap().leden.into_iter().map(|lid| (lid.persoon.naam, lid.verblijf)).collect();
    assert_eq!(names[0].0, "Maria Verhoef");
    assert_eq!(names[1].0, "Dylan Verhoef");
    assert_eq!(names[1].1.as_ref().unwrap().toelichting, "Woont bij zijn oma");
    let rows: Vec<_> =
        seen.zaken.iter().map(|rij| (rij.id, rij.toegang, rij.persoon.as_ref().unwrap().id)).collect();
    let mut then =
        vec![(casus.bijstand, Toegang::Dat, casus.maria), (casus.jeugd, Toegang::Wat, casus.dylan)];
    then.iter_mut().filter(|row| row.1 == Toegang::Wat).for_each(|row| row.1 = Toegang::Schrijven);
    assert_eq!(rows, then);
    assert!(seen.zaken.iter().all(|rij| rij.toegang >= Toegang::Wat || rij.onderwerp.is_none()));
    let dat = seen.zaken.iter().find(|rij| rij.id == casus.bijstand).unwrap();
    assert_eq!(dat.behandelaars[0].naam, "Peter");
}

// shows C2-K2, N-17
#[tokio::test]
async fn what_peter_does_moves_in_kevins_open_page_and_a_hidden_matter_does_not() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Huishouden(casus.thuis)).await.unwrap();
    let opened = topics(&tab.gehoord());
    let own = ("lid".to_owned(), format!("zaak/{}@rij", casus.jeugd));
    let dat = ("lid".to_owned(), format!("zaak/{}@huishouden", casus.bijstand));
    assert_eq!(opened.len(), 4, "ok, two members, whole: {opened:?}");
    assert!(opened.contains(&own) && opened.contains(&dat), "{opened:?}");
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: casus.bijstand }).await.unwrap();
    let heard = tab.gehoord();
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(heard[0]["k"], "InBehandelingGenomen");
    assert_eq!(heard[0]["b"]["status"], "onderzoek");
    assert_eq!(heard[0]["b"]["persoon"]["id"], casus.maria.to_string());
    assert!(heard[0]["b"].get("onderwerp").is_none(), "{heard:?}");
    // Neither a frame, nor a version that moved, tells of the other one.
    let assign = Opdracht::WijsToe { zaak: casus.geheim, behandelaars: vec![peter().id], reden: None };
    let verdeler = Wie { rol: Rol::Werkverdeler, ..bestuur() };
    huis.doet(&verdeler, assign).await.unwrap();
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: casus.geheim }).await.unwrap();
    let new = melding(casus.maria, Zaaktype::OnderzoekRechtmatigheid);
    huis.doet(&peter(), new).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
    // A new matter that he may know of comes in by itself.
    let wmo = huis.melding(casus.maria, Zaaktype::MeldingWmo).await;
    assert_eq!(topics(&tab.gehoord()), [("lid".to_owned(), format!("zaak/{wmo}@huishouden"))]);
}

// shows C2-N2, C2-K2, G27
#[tokio::test]
async fn a_residence_that_was_wrong_ends_what_followed_from_it_at_once() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    let known = keukentafel::clock::Clock::now(&*huis.clock);
    let (mut kevins, mut peters) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(peter()));
    for tab in [&kevins, &peters] {
        tab.volgt(&huis, Topic::Huishouden(casus.thuis)).await.unwrap();
        tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await.unwrap();
    }
    let (_, _) = (kevins.gehoord(), peters.gehoord());
    huis.clock.advance(3_600_000_000);
    let back = |persoon| Opdracht::HerroepVerblijf {
        huishouden: casus.thuis,
        herroeping: VerblijfHerroeping { persoon, reden: "Dit was een ander kind".to_owned() },
    };
    let code = |refused: Result<_, Weigering>| refused.unwrap_err().code();
    assert_eq!(code(huis.doet(&emma(), back(casus.dylan)).await), "niet_gevonden");
    assert_eq!(code(huis.doet(&linda(), back(casus.maria)).await), "huishouden.geen_verblijf");
    huis.doet(&kevin(), back(casus.dylan)).await.unwrap();
    let heard = kevins.soorten();
    assert!(heard.iter().all(|kind| kind == "revoked" || kind == "eraf") && heard.len() >= 2, "{heard:?}");
    assert_eq!(op(&huis, &kevin(), casus.bijstand), Toegang::Niets);
    let heard = peters.gehoord();
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert_eq!(
        (&heard[0]["k"], heard[0]["b"]["leden"].as_array().unwrap().len()),
        (&"VerblijfHerroepen".into(), 1)
    );
    // Once more is done already; and he can come to live there, or elsewhere.
    huis.doet(&linda(), back(casus.dylan)).await.unwrap();
    let now = keukentafel::clock::Clock::now(&*huis.clock);
    for (op, knew) in [(known, true), (now, false)] {
        let doel = keukentafel::domain::bevoegdheid::Tijdreisdoel::Bezwaar;
        let seen = huis.tafel.tijdreis(&pieter(), casus.bijstand, (Some(op), Some(op)), doel).await;
        let zicht = seen.unwrap().unwrap().zicht;
        assert_eq!(zicht.iter().any(|one| one.wie.naam == "Kevin"), knew, "{zicht:?}");
    }
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert_eq!(op(&huis, &kevin(), casus.bijstand), Toegang::Dat);
}

// shows C2-K2, C2-N2, G27
#[tokio::test]
async fn who_comes_to_live_there_and_leaves_takes_the_lines_along() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    // Peter works for Maria, so he sees her home; Dylan's care he does not learn of there.
    let (mut peter_tab, mut linda_tab) = (Tafelgenoot::new(peter()), Tafelgenoot::new(linda()));
    for tab in [&peter_tab, &linda_tab] {
        tab.volgt(&huis, Topic::Huishouden(casus.thuis)).await.unwrap();
        tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await.unwrap();
    }
    let before = topics(&peter_tab.gehoord());
    assert!(before.contains(&("lid".to_owned(), format!("zaak/{}@rij", casus.bijstand))), "{before:?}");
    linda_tab.gehoord();
    let mut kevin_tab = Tafelgenoot::new(kevin());
    assert_eq!(
        kevin_tab.volgt(&huis, Topic::Huishouden(casus.thuis)).await,
        Err(Weigering::NIET_GEVONDEN),
        "Dylan does not live there yet"
    );
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert!(
        topics(&peter_tab.gehoord()).iter().all(|(kind, _)| kind == "ev"),
        "who lives there, and no line"
    );
    let jeugd = ("lid".to_owned(), format!("zaak/{}@rij", casus.jeugd));
    assert!(topics(&linda_tab.gehoord()).contains(&jeugd), "she took it in herself");
    kevin_tab.volgt(&huis, Topic::Huishouden(casus.thuis)).await.unwrap();
    kevin_tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await.unwrap();
    kevin_tab.volgt(&huis, Topic::ZaakHuishouden(casus.bijstand)).await.unwrap();
    kevin_tab.volgt(&huis, Topic::ZaakDat(casus.bijstand)).await.unwrap();
    kevin_tab.gehoord();
    huis.doet(&linda(), vertrekt(casus.thuis, casus.dylan)).await.unwrap();
    let heard = kevin_tab.soorten();
    assert!(heard.iter().all(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    assert!(heard.iter().filter(|kind| *kind == "revoked").count() >= 4, "{heard:?}");
    assert_eq!(op(&huis, &kevin(), casus.bijstand), Toegang::Niets);
    assert!(linda_tab.soorten().contains(&"eraf".to_owned()));
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: casus.bijstand }).await.unwrap();
    assert_eq!(kevin_tab.soorten(), Vec::<String>::new());
}

// shows C2-K2, G27
#[tokio::test]
async fn whoever_works_for_nobody_there_any_more_loses_the_page() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    let mut tab = Tafelgenoot::new(kevin());
    for topic in [Topic::Huishouden(casus.thuis), Topic::HuishoudenWat(casus.thuis)] {
        tab.volgt(&huis, topic).await.unwrap();
    }
    tab.gehoord();
    huis.toewijzen(casus.jeugd, &[&emma()]).await;
    let heard = tab.soorten();
    assert!(heard.iter().all(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: casus.bijstand }).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
    assert_eq!(huis.tafel.huishouden(&kevin(), casus.thuis).await, Ok(None));
    // Emma came in by the same event.
    assert_eq!(op(&huis, &emma(), casus.bijstand), Toegang::Dat);
    assert!(huis.tafel.huishouden(&emma(), casus.thuis).await.unwrap().is_some());
}

// shows C2-N1, C2-K2
#[tokio::test]
async fn custody_by_court_shows_in_the_huishouden_at_once() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    let mut tab = Tafelgenoot::new(peter());
    tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await.unwrap();
    tab.gehoord();
    let gezag = |houder| Opdracht::LegGezagVast {
        persoon: casus.dylan,
        gezag: NieuwGezag {
            houder: HouderKeuze::Persoon { persoon: houder },
            grond: keukentafel::domain::persoon::Gezagsgrond::Voogdij,
            uitspraak: Uitspraak {
                gerecht: "Rechtbank Overijssel".to_owned(),
                uitspraak_op: "2026-04-20".to_owned(),
                kenmerk: None,
            },
            vanaf: Some("2026-05-01".to_owned()),
            tot: None,
        },
    };
    huis.doet(&kevin(), gezag(casus.maria)).await.unwrap();
    let heard = tab.gehoord();
    let shown = &heard[0]["b"]["leden"][1]["gezag"][0];
    assert_eq!(
        (&shown["naam"], &shown["bron"]["gerecht"]),
        (&"Maria Verhoef".into(), &"Rechtbank Overijssel".into())
    );
    // Another telephone number is nobody's business there.
    let contact = Opdracht::WijzigContact { persoon: casus.dylan, telefoon: Some("06 1234 5678".into()) };
    huis.doet(&kevin(), contact).await.unwrap();
    assert_eq!(tab.soorten(), Vec::<String>::new());
    let code = |refused: Result<_, Weigering>| refused.unwrap_err().code();
    assert_eq!(code(huis.doet(&kevin(), gezag(casus.dylan)).await), "persoon.gezag_zelf");
    assert_eq!(code(huis.doet(&linda(), gezag(casus.maria)).await), "niet_bevoegd");
    assert_eq!(code(huis.doet(&emma(), gezag(casus.maria)).await), "niet_gevonden");
}

// shows C2-K2
#[tokio::test]
async fn somebody_lives_in_one_huishouden_at_a_time_also_on_two_nodes() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let other = Huis::on(Arc::clone(&huis.journal)).await;
    let desk = linda();
    let elsewhere = huis.doet(&desk, woont_feitelijk(casus.thuis, casus.dylan));
    let here = other.doet(&desk, samen(&[casus.dylan]));
    let (one, two) = tokio::join!(elsewhere, here);
    let refused = [&one, &two].into_iter().filter_map(|done| done.as_ref().err()).collect::<Vec<_>>();
    assert_eq!(refused, [&Weigering::Geweigerd { code: "huishouden.lid_elders" }]);
    // Said again where it is so already changes nothing and uses nothing up: who left can come again.
    let thuis = {
        huis.tafel.projector.catch_up().await;
        let all = huis.tafel.overzicht().lees();
        all.gemeente(GEMEENTE).unwrap().huishouden_van(casus.dylan).unwrap()
    };
    let again = Opdracht::VoegLidToe { huishouden: thuis, lid: lid(casus.dylan) };
    for node in [&huis, &other] {
        node.tafel.projector.catch_up().await;
        node.doet(&linda(), again.clone()).await.unwrap();
    }
    huis.doet(&linda(), vertrekt(thuis, casus.dylan)).await.unwrap();
    huis.doet(&linda(), again).await.unwrap();
    other.tafel.projector.catch_up().await;
    let all = other.tafel.overzicht().lees();
    assert_eq!(all.gemeente(GEMEENTE).unwrap().huishouden_van(casus.dylan), Some(thuis));
}

// shows C2-K2
#[tokio::test]
async fn another_start_knows_who_lives_where() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    let before = huis.tafel.huishouden(&kevin(), casus.thuis).await.unwrap();
    let journal = Arc::clone(&huis.journal);
    huis.tafel.stop().await;
    let after = Huis::on(journal).await;
    assert_eq!(after.tafel.huishouden(&kevin(), casus.thuis).await.unwrap(), before);
    let claim = after.doet(&linda(), samen(&[casus.dylan])).await;
    assert_eq!(claim, Err(Weigering::Geweigerd { code: "huishouden.lid_elders" }));
}

// shows C2-K2
#[tokio::test]
async fn nobody_sees_or_changes_a_huishouden_that_is_not_theirs() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let absent = HuishoudenId(Uuid::from_u128(404));
    for wie in [kevin(), emma(), bestuur()] {
        assert_eq!(huis.tafel.huishouden(&wie, casus.thuis).await, Ok(None));
        assert_eq!(huis.tafel.huishouden_van(&wie, casus.maria).await, Ok(None));
        for there in [casus.thuis, absent] {
            let refused = huis.doet(&wie, woont_feitelijk(there, casus.dylan)).await.unwrap_err();
            assert_eq!(refused, Weigering::NIET_GEVONDEN);
            let tab = Tafelgenoot::new(wie.clone());
            for topic in [Topic::Huishouden(there), Topic::HuishoudenWat(there)] {
                assert_eq!(tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN));
            }
        }
        let tab = Tafelgenoot::new(wie.clone());
        let line = Topic::ZaakHuishouden(casus.bijstand);
        assert_eq!(tab.volgt(&huis, line).await, Err(Weigering::NIET_GEVONDEN));
    }
    // Emma may not make a home of people none of whom she works for.
    let (sam, noor) = (huis.dylan_alike("Sam").await, huis.dylan_alike("Noor").await);
    huis.tafel.heeft_gevonden(&emma(), [sam, noor]);
    let by_the_desk = Weigering::Geweigerd { code: "huishouden.lid_via_balie" };
    assert_eq!(huis.doet(&emma(), samen(&[sam, noor])).await, Err(by_the_desk.clone()));
    // Nor bring somebody into a home that is hers to see: she would learn what runs for them.
    let own = huis.melding(sam, Zaaktype::MeldingWmo).await;
    huis.toewijzen(own, &[&emma()]).await;
    assert_eq!(huis.doet(&emma(), samen(&[sam, noor])).await, Err(by_the_desk));
    huis.doet(&emma(), samen(&[sam])).await.unwrap();
}

// shows C2-K2, C2-N2: who works for one lid sees the huishouden, and says nothing of where another lid lives
#[tokio::test]
async fn who_works_for_one_lid_does_not_write_another_out() {
    let huis = Huis::open().await;
    let Casus { maria, dylan, thuis, .. } = casus(&huis).await;
    huis.doet(&linda(), woont_feitelijk(thuis, dylan)).await.unwrap();
    let not_theirs = Err(Weigering::Geweigerd { code: "huishouden.niet_uw_persoon" });
    // The page says it before somebody tries: who has income records no gezag, and who works for the child says nothing of the other.
    for (wie, verblijf, gezag) in [
        (linda(), vec![maria, dylan], vec![]),
        (kevin(), vec![dylan], vec![dylan]),
        (peter(), vec![maria], vec![]),
    ] {
        let mag = huis.tafel.huishouden(&wie, thuis).await.unwrap().unwrap().mag;
        assert_eq!((mag.verblijf, mag.gezag), (verblijf, gezag), "{}", wie.naam);
    }
    let herroeping = VerblijfHerroeping { persoon: dylan, reden: "Woonde er nooit".to_owned() };
    let back = || Opdracht::HerroepVerblijf { huishouden: thuis, herroeping: herroeping.clone() };
    assert_eq!(huis.doet(&peter(), back()).await, not_theirs);
    assert_eq!(huis.doet(&peter(), vertrekt(thuis, dylan)).await, not_theirs);
    assert_eq!(huis.doet(&kevin(), vertrekt(thuis, maria)).await, not_theirs);
    let herroeping = VerblijfHerroeping { persoon: dylan, reden: "Fout, nee".to_owned() };
    let short = Opdracht::HerroepVerblijf { huishouden: thuis, herroeping };
    let too_short = Err(Weigering::Velden(vec![("reden", "invoer.reden_kort")]));
    assert_eq!(huis.doet(&kevin(), short).await, too_short);
    huis.doet(&kevin(), back()).await.unwrap();
}

// shows C2-K2: somebody who looks takes the read side once. Who took it twice would wait for a write that came between, and that one for them.
#[tokio::test]
async fn a_look_goes_on_while_others_write() {
    let huis = Huis::open().await;
    let Casus { thuis, .. } = casus(&huis).await;
    let overzicht = huis.tafel.overzicht().clone();
    let (klaar, stop) = (Arc::new(AtomicBool::new(false)), Ordering::Relaxed);
    let until = Arc::clone(&klaar);
    let writer = std::thread::spawn(move || {
        while !until.load(stop) {
            overzicht.schrijf(|_| ());
        }
    });
    for _ in 0..500 {
        assert!(huis.tafel.huishouden(&peter(), thuis).await.unwrap().is_some());
    }
    klaar.store(true, stop);
    writer.join().unwrap();
}
