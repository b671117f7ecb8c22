use keukentafel::domain::bevoegdheid::Kring;
use keukentafel::domain::ids::SignaalId;
use keukentafel::domain::signaal::{Afhandeling, Bronsoort, Signaalsoort};
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{SignaalAntwoord, SignaalRij, SignaalWat};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::SignalenFilter;

pub(super) fn bron(n: u128) -> Wie {
    Wie {
        id: MedewerkerId(Uuid::from_u128(n)),
        naam: "Woningstichting De Brink".to_owned(),
        rol: Rol::Signaalbron,
        gemeente: GEMEENTE,
        persoon: None,
        machtiging: None,
        sessie: Uuid::nil(),
    }
}

/// A kind of the list as delivered.
pub(super) fn soort_van(word: &str) -> Signaalsoort {
    Signaalsoort::from_word(word).unwrap()
}

pub(super) fn signaal(soort: Signaalsoort) -> NieuwSignaal {
    NieuwSignaal {
        soort,
        persoon: None,
        groep: None,
        bsn: None,
        naam: None,
        geboortedatum: None,
        toelichting: Some("Geheim verhaal".to_owned()),
        waargenomen_op: None,
        betrouwbaarheid: None,
        kenmerk: None,
        concept: None,
    }
}

pub(super) fn over_maria(soort: Signaalsoort) -> Opdracht {
    Opdracht::MeldSignaal(NieuwSignaal { bsn: Some("123456782".to_owned()), ..signaal(soort) })
}

impl Huis {
    pub(super) async fn register(&self, wie: &Wie) -> Vec<SignaalRij> {
        let filter = SignalenFilter { aantal: 100, ..SignalenFilter::default() };
        self.tafel.signalen(wie, &filter).await.unwrap().map(|(rows, ..)| rows).unwrap_or_default()
    }

    pub(super) async fn lees(&self, wie: &Wie, id: SignaalId) -> SignaalWat {
        match self.tafel.signaal(wie, id).await.unwrap() {
            Some(SignaalAntwoord::Schrijven(wat)) => wat,
            other => unreachable!("the content is there for {}: {other:?}", wie.naam),
        }
    }

    /// The system has done what there was to do.
    pub(super) async fn rust(&self) {
        let mut progress = self.tafel.projector.vooruitgang();
        while !self.tafel.overzicht.lees().te_doen().is_empty() {
            progress.changed().await.unwrap();
        }
    }

    /// How often something happened, over all streams.
    pub(super) fn keren(&self, soort: &str) -> usize {
        let all = self.journal.committed().into_iter().flatten();
        let appended =
            |write| if let keukentafel::store::Write::Append(append) = write { Some(append) } else { None };
        let events = all.filter_map(appended);
        let events = events.flat_map(|append| append.streams).flat_map(|stream| stream.events);
        events.filter(|event| event.header.soort == soort).count()
    }
}

// shows KING-SI1, KING-SI3, KING-ZT21, KING-ZT23, KING-R4c
#[tokio::test]
async fn a_signaal_shows_live_to_the_wijkteam_and_makes_no_zaak() {
    let huis = Huis::open().await;
    huis.maria().await;
    let mut tabs = [kevin(), emma(), rianne(), wendy()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
        assert_eq!(tab.soorten(), ["ok", "snap"]);
    }
    for out in [linda(), peter(), buurman(), bestuur()] {
        let mut tab = Tafelgenoot::new(out.clone());
        assert_eq!(tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await, Err(Weigering::NIET_GEVONDEN));
        assert_eq!(huis.tafel.signalen(&out, &SignalenFilter::default()).await, Ok(None), "{}", out.naam);
        assert_eq!(tab.soorten(), Vec::<String>::new());
    }
    let answer = huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    assert_eq!(answer.versie, 0);
    for tab in &mut tabs {
        let manager = tab.conn.wie().rol == Rol::Wijkteammanager;
        let heard = tab.gehoord();
        assert_eq!((heard.len(), &heard[0]["t"]), (1, &"lid".into()), "{}", tab.conn.wie().naam);
        let text = heard[0].to_string();
        assert!(!text.contains("Geheim") && !text.contains("Brink") && !text.contains("123456782"), "{text}");
        assert_eq!(text.contains("Maria"), !manager, "{text}");
        assert_eq!(heard[0]["b"].get("bronnen").is_some(), !manager);
        assert_ne!(heard[0]["b"]["id"], answer.id.to_string(), "the source knows its report and no more");
    }
    let id = huis.register(&kevin()).await[0].id;
    let wat = huis.lees(&kevin(), id).await;
    assert_eq!(wat.inzendingen[0].bron, "Woningstichting De Brink");
    assert!(matches!(huis.tafel.signaal(&wendy(), id).await, Ok(Some(SignaalAntwoord::Dat(_)))));
    assert_eq!(huis.tafel.signaal(&bron(90), id).await, Ok(None), "nor for who reported it");
    assert_eq!(huis.keren("MeldingGeregistreerd"), 0);
}

// shows KING-SI2, KING-ZT25
#[tokio::test]
async fn who_may_not_see_a_kind_sees_no_trace_of_it() {
    let huis = Huis::open().await;
    huis.maria().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    tab.gehoord();
    for soort in [soort_van("partnergeweld"), soort_van("zorgmijding"), soort_van("schoolverzuim")] {
        huis.doet(&bron(90), over_maria(soort)).await.unwrap();
    }
    let heard = tab.gehoord();
    assert_eq!((heard.len(), &heard[0]["b"]["signaalsoort"]), (1, &"schoolverzuim".into()));
    assert_eq!(huis.register(&kevin()).await.len(), 1);
    assert_eq!(huis.register(&rianne()).await.len(), 3);
    let hidden: Vec<_> = huis
        .register(&rianne())
        .await
        .into_iter()
        .filter(|rij| rij.signaalsoort != soort_van("schoolverzuim"))
        .map(|rij| rij.id)
        .collect();
    for id in hidden {
        assert_eq!(huis.tafel.signaal(&kevin(), id).await, Ok(None));
        for topic in [Topic::SignaalDat(id), Topic::SignaalRij(id), Topic::SignaalWat(id)] {
            assert_eq!(tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN));
        }
        let done = Opdracht::HandelSignaalAf { signaal: id, afhandeling: Afhandeling::Onjuist };
        assert_eq!(huis.doet(&kevin(), done).await, Err(Weigering::NIET_GEVONDEN));
    }
}

// shows KING-ZT25
#[tokio::test]
async fn the_register_is_filtered_within_what_one_may_see() {
    let huis = Huis::open().await;
    huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    huis.doet(&buurman(), over("Iemand Anders", soort_van("overlast"))).await.unwrap();
    let count = async |wie: &Wie, filter: SignalenFilter| {
        let filter = SignalenFilter { aantal: 100, ..filter };
        huis.tafel.signalen(wie, &filter).await.unwrap().unwrap().0.len()
    };
    let all = SignalenFilter::default();
    let day = |d| Some(jiff::civil::date(2026, 11, d));
    for (filter, hers, managers) in [
        (all.clone(), 2, 2),
        (SignalenFilter { soort: Some(soort_van("overlast")), ..all.clone() }, 1, 1),
        (SignalenFilter { bron: Some(Bronsoort::Burger), ..all.clone() }, 1, 0),
        (SignalenFilter { van: day(25), tot: day(25), ..all.clone() }, 2, 2),
        (SignalenFilter { van: day(26), ..all.clone() }, 0, 0),
        (SignalenFilter { plaats: Some("9999".to_owned()), ..all.clone() }, 0, 0),
    ] {
        assert_eq!(count(&rianne(), filter.clone()).await, hers, "{filter:?}");
        assert_eq!(count(&wendy(), filter.clone()).await, managers, "{filter:?}");
    }
}

fn over(naam: &str, soort: Signaalsoort) -> Opdracht {
    Opdracht::MeldSignaal(NieuwSignaal { naam: Some(naam.to_owned()), ..signaal(soort) })
}

// shows KING-ZT24
#[tokio::test]
async fn the_same_within_weeks_is_one_signaal_also_when_two_report_at_the_same_instant() {
    let huis = Huis::open().await;
    huis.maria().await;
    let (one, other) = (bron(90), bron(91));
    let (a, b) = tokio::join!(
        huis.doet(&one, over_maria(soort_van("huurachterstand"))),
        huis.doet(&other, over_maria(soort_van("huurachterstand"))),
    );
    assert_ne!(a.unwrap().id, b.unwrap().id, "each has a report of its own");
    huis.doet(&buurman(), over_unknown_maria()).await.unwrap();
    let rows = huis.register(&rianne()).await;
    assert_eq!((rows.len(), rows[0].keren), (1, 3), "{rows:?}");
    assert_eq!(huis.lees(&rianne(), rows[0].id).await.inzendingen.len(), 3, "each report is kept");
    huis.doet(&one, over_maria(soort_van("overlast"))).await.unwrap();
    assert_eq!(huis.register(&rianne()).await.len(), 2, "another kind is another signaal");
}

/// As a neighbour says it: by name and day of birth, without knowing whether she is known here.
fn over_unknown_maria() -> Opdracht {
    Opdracht::MeldSignaal(NieuwSignaal {
        naam: Some("maria verhoef".to_owned()),
        geboortedatum: Some("1958-03-14".to_owned()),
        ..signaal(soort_van("huurachterstand"))
    })
}

#[tokio::test]
async fn the_same_command_again_is_the_same_report() {
    let huis = Huis::open().await;
    huis.maria().await;
    let kop = huis.kop();
    let report = || over_maria(soort_van("huurachterstand"));
    let first = huis.tafel.voer_uit(&bron(90), report(), kop).await.unwrap().antwoord;
    let again = huis.tafel.voer_uit(&bron(90), report(), kop).await.unwrap().antwoord;
    assert_eq!((first.id, first.versie), (again.id, again.versie));
    assert_eq!(huis.register(&rianne()).await[0].keren, 1);
}

// shows KING-SI3
#[tokio::test]
async fn who_is_not_known_is_found_by_the_wijkteam() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    for typed in ["M. Verhoef", "m. verhoef"] {
        huis.doet(&buurman(), over(typed, soort_van("zorgmijding"))).await.unwrap();
    }
    let with_bsn = over_maria(soort_van("zorgmijding"));
    let refused = Err(Weigering::Velden(vec![("bsn", "signaal.bsn_niet_nodig")]));
    assert_eq!(huis.doet(&buurman(), with_bsn).await, refused);
    let rows = huis.register(&emma()).await;
    let each: Vec<_> = rows.iter().map(|row| row.keren).collect();
    assert_eq!(each, [1, 1], "two of one name may be two people");
    let find = Opdracht::WijsPersoonAan { signaal: rows[0].id, persoon: maria };
    assert_eq!(huis.doet(&kevin(), find.clone()).await, Err(Weigering::NIET_GEVONDEN));
    let only_dat = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    assert_eq!(huis.doet(&wendy(), find.clone()).await, only_dat);
    huis.tafel.heeft_gevonden(&emma(), [maria]);
    huis.doet(&emma(), find).await.unwrap();
    assert_eq!(huis.lees(&emma(), rows[0].id).await.persoon, Some(maria));
    huis.doet(&buurman(), over("M. Verhoef", soort_van("zorgmijding"))).await.unwrap();
    let found = huis.lees(&emma(), rows[0].id).await;
    assert_eq!(
        found.inzendingen.len(),
        1,
        "what is said of another of that name never lands in the dossier of Maria"
    );
    assert_eq!(huis.register(&emma()).await.len(), 3);
}

// shows KING-ZT22, N-21
#[tokio::test]
async fn three_within_months_ask_for_attention_with_why_and_count_only_what_one_may_see() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    for soort in [soort_van("huurachterstand"), soort_van("partnergeweld"), soort_van("energie_afsluiting")] {
        huis.doet(&bron(90), over_maria(soort)).await.unwrap();
    }
    let lines = |tab: &mut Tafelgenoot| {
        let heard = tab.gehoord();
        heard
            .into_iter()
            .filter(|frame| frame["topic"].as_str().is_some_and(|topic| topic.starts_with("aandacht/")))
            .collect::<Vec<_>>()
    };
    assert_eq!(lines(&mut tab).len(), 0, "two that he may see");
    let (_, items, _) = huis.tafel.signalen(&rianne(), &SignalenFilter::default()).await.unwrap().unwrap();
    assert_eq!((items.len(), items[0].signalen.len(), items[0].kring), (1, 3, Kring::Regie));
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let item = lines(&mut tab);
    assert_eq!((item.len(), item[0]["b"]["signalen"].as_array().unwrap().len()), (1, 3));
    assert_eq!(item[0]["topic"], format!("aandacht/{}@jeugd", maria.0));
    assert!(!item[0].to_string().contains("artnergeweld"), "{}", item[0]);
    assert!(!item[0].to_string().contains("score"));
    let other = Topic::Aandacht(maria.0, Kring::Regie);
    assert_eq!(tab.volgt(&huis, other).await, Err(Weigering::NIET_GEVONDEN));
    // A repeat is no fourth, and when all were handled nothing asks for attention.
    huis.doet(&bron(91), over_maria(soort_van("overlast"))).await.unwrap();
    let (rows, items, _) = huis
        .tafel
        .signalen(&kevin(), &SignalenFilter { aantal: 9, ..Default::default() })
        .await
        .unwrap()
        .unwrap();
    assert_eq!(items[0].signalen.len(), 3);
    for rij in rows {
        let done = Opdracht::HandelSignaalAf { signaal: rij.id, afhandeling: Afhandeling::HulpLoopt };
        huis.doet(&kevin(), done).await.unwrap();
    }
    assert_eq!(huis.tafel.signalen(&kevin(), &SignalenFilter::default()).await.unwrap().unwrap().1, []);
    assert_eq!(tab.soorten().iter().filter(|kind| *kind == "eraf").count(), 4, "three lines and the item");
    assert_eq!(huis.tafel.signalen(&wendy(), &SignalenFilter::default()).await.unwrap().unwrap().1, []);
}

// shows KING-ZT25, KING-SI2
#[tokio::test]
async fn what_was_handled_is_in_the_register_again_unless_the_same_came_in_anew() {
    let huis = Huis::open().await;
    huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let id = huis.register(&emma()).await[0].id;
    let handle = Opdracht::HandelSignaalAf { signaal: id, afhandeling: Afhandeling::Onjuist };
    let again = |reden: &str| Opdracht::HeropenSignaal { signaal: id, reden: reden.to_owned() };
    huis.doet(&emma(), handle.clone()).await.unwrap();
    assert!(huis.register(&emma()).await.is_empty());
    let empty = Weigering::Velden(vec![("reden", "invoer.leeg")]);
    assert_eq!(huis.doet(&emma(), again(" ")).await, Err(empty));
    assert_eq!(huis.doet(&linda(), again("Toch wel")).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&emma(), again("Toch wel")).await.unwrap();
    assert_eq!(huis.register(&emma()).await[0].id, id);
    let line = huis.lees(&emma(), id).await.tijdlijn.remove(0);
    assert_eq!((line.soort.as_str(), line.reden.as_deref()), ("SignaalHeropend", Some("Toch wel")));
    huis.doet(&emma(), handle).await.unwrap();
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let refused = huis.doet(&emma(), again("Toch wel")).await.unwrap_err();
    assert_eq!(refused.code(), "signaal.loopt_al");
}

// shows KING-SI5
#[tokio::test]
async fn with_a_running_plan_it_lands_with_the_regisseurs_and_leaves_the_register() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let early = huis.register(&emma()).await[0].id;
    let mut emma_tab = Tafelgenoot::new(emma());
    emma_tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    emma_tab.volgt(&huis, Topic::SignaalWat(early)).await.unwrap();
    emma_tab.gehoord();
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.rust().await;
    // What was there is with her now; the open screen of the wijkteam has lost it.
    assert_eq!(huis.register(&emma()).await, []);
    assert_eq!(huis.tafel.signaal(&emma(), early).await, Ok(None));
    emma_tab.volgt(&huis, Topic::SignaalWat(early)).await.unwrap_err();
    let gone = emma_tab.soorten();
    assert_eq!(gone.iter().filter(|kind| *kind == "revoked").count(), 2, "{gone:?}");
    // And what comes after lands at once.
    let mut tab = Tafelgenoot::new(rianne());
    tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    tab.gehoord();
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    huis.rust().await;
    let landed: Vec<_> = tab.gehoord().into_iter().filter(|frame| frame["t"] == "lid").collect();
    assert_eq!((landed.len(), &landed[0]["b"]["signaalsoort"]), (1, &"overlast".into()));
    assert_eq!(huis.lees(&rianne(), early).await.inzendingen[0].bron, "Woningstichting De Brink");
    assert_eq!(huis.tafel.signaal(&ruben(), early).await, Ok(None), "he leads no plan of hers");
    // A repeat of it reaches her, and nobody else.
    huis.doet(&bron(91), over_maria(soort_van("overlast"))).await.unwrap();
    assert!(tab.soorten().contains(&"ev".to_owned()));
    let later = emma_tab.soorten();
    assert!(later.iter().all(|kind| kind != "ev"), "{later:?}");
    assert_eq!(huis.keren("SignaalGeland"), 2);
}

/// The events that the system made, with the event that led to each.
async fn oorzaken(huis: &Huis) -> Vec<(String, Option<MedewerkerId>, bool)> {
    use keukentafel::store::{Journal, Position};
    let feed = huis.journal.feed(Position(0), 500).await.unwrap();
    let made = feed.into_iter().map(|event| event.event.header).filter(|header| header.oorzaak.is_some());
    made.map(|header| (header.soort, header.door, header.oorzaak.is_some())).collect()
}

// shows KING-SI5
#[tokio::test]
async fn landing_is_done_exactly_once_also_after_a_crash_between_its_steps() {
    for through in 0..3 {
        let huis = Huis::open().await;
        let maria = huis.maria().await;
        let groep = huis.groep(&rianne(), &[maria]).await;
        let plan = huis.plan(&rianne(), groep).await;
        huis.journal.hold();
        let (tafel, kop) = (huis.tafel.clone(), huis.kop());
        // The report itself is let through, and then so many of the steps that follow from it.
        let report = tokio::spawn(async move {
            drop(tafel.voer_uit(&bron(90), over_maria(soort_van("huurachterstand")), kop).await);
        });
        huis.journal.let_through(1);
        report.await.unwrap();
        let steps = ["SignaalGemeld", "SignaalGeland", "SignaalGekoppeld"];
        huis.journal.let_through(through);
        while huis.keren(steps[through]) == 0 {
            tokio::task::yield_now().await;
        }
        // The process is gone, with whatever it held in memory and had not written.
        let journal = Arc::clone(&huis.journal);
        drop(huis);
        journal.release();
        let next = Huis::on(Arc::clone(&journal)).await;
        next.rust().await;
        for soort in steps {
            assert_eq!(next.keren(soort), 1, "{soort}, crashed after {through} steps");
        }
        let rows = next.register(&emma()).await;
        assert_eq!(rows, []);
        let made = oorzaken(&next).await;
        let words: Vec<_> = made.iter().map(|(soort, ..)| soort.as_str()).collect();
        assert_eq!(words, ["SignaalGeland", "SignaalGekoppeld"]);
        assert!(made.iter().all(|(_, door, _)| door.is_none()), "the system did it: {made:?}");
        assert!(matches!(next.tafel.plan(&rianne(), plan).await, Ok(Some(_))));
    }
}
