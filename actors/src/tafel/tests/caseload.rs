//! How much work there is, live: who sees it, how often, and that it is right.

use jiff::civil::date;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::zaaktype::Domein;
use keukentafel::protocol::view::CaseloadWat;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::limits::{CASELOAD_REFRESH, LATEST_EVERY};
use crate::overzicht::caseload::klopt;
use keukentafel::protocol::topic::Topic;

const BORD: Topic = Topic::Caseload(GEMEENTE);
const DAY_MICROS: i64 = 86_400_000_000;

/// The next round has passed, and what it sent has arrived.
async fn ronde(huis: &Huis) {
    for _ in 0..2 {
        tokio::time::advance(LATEST_EVERY).await;
        huis.tafel.projector.catch_up().await;
    }
}

/// The dashboards that a tab was sent since the last look.
fn borden(tab: &mut Tafelgenoot) -> Vec<CaseloadWat> {
    let latest = tab.gehoord().into_iter().filter(|frame| frame["t"] == "latest");
    latest.map(|frame| serde_json::from_value(frame["b"].clone()).unwrap()).collect()
}

fn van(bord: &CaseloadWat, wie: &Wie) -> (u64, u64) {
    let row = bord.medewerkers.iter().find(|row| row.id == wie.id).unwrap();
    (row.telling.aantal, row.telling.gewicht)
}

fn toewijzen(zaak: ZaakId, wie: &[&Wie]) -> Opdracht {
    Opdracht::WijsToe { zaak, behandelaars: wie.iter().map(|who| who.id).collect(), reden: None }
}

// shows C2-L5, KING-R4a, N-3
#[tokio::test(start_paused = true)]
async fn both_boards_move_when_a_melding_comes_in_and_is_assigned() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let (mut first, mut second) = (Tafelgenoot::new(werkverdeler()), Tafelgenoot::new(manager()));
    for tab in [&mut first, &mut second] {
        tab.volgt(&huis, BORD).await.unwrap();
        let bord = borden(tab).pop().unwrap();
        assert_eq!((bord.totaal.aantal, bord.medewerkers.len()), (0, 9), "everybody who can have a zaak");
        assert_eq!(bord.verloop.len(), 31);
    }
    let wmo = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let jeugd = huis.melding(maria, Zaaktype::AanvraagJeugdhulp).await;
    ronde(&huis).await;
    for tab in [&mut first, &mut second] {
        let bord = borden(tab).pop().unwrap();
        assert_eq!((bord.totaal.aantal, bord.wachtend.aantal, bord.wachtend.gewicht), (2, 2, 240));
        assert_eq!(bord.verloop.last().unwrap().aantal, 2);
        assert!(bord.positie > 0);
    }
    huis.doet(&werkverdeler(), toewijzen(wmo, &[&kevin(), &emma()])).await.unwrap();
    huis.doet(&manager(), toewijzen(jeugd, &[&kevin()])).await.unwrap();
    ronde(&huis).await;
    for tab in [&mut first, &mut second] {
        let bord = borden(tab).pop().unwrap();
        assert_eq!((bord.totaal.aantal, bord.wachtend.aantal), (2, 0));
        assert_eq!(van(&bord, &kevin()), (2, 54 + 150));
        assert_eq!(van(&bord, &emma()), (1, 54));
        let jeugd = bord.teams.iter().find(|team| team.domein == Domein::Jeugd).unwrap();
        assert_eq!((jeugd.telling.aantal, jeugd.telling.gewicht), (1, 150));
    }
}

// shows N-3
#[tokio::test(start_paused = true)]
async fn many_events_make_few_frames_and_the_last_one_is_right() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut tab = Tafelgenoot::new(werkverdeler());
    tab.volgt(&huis, BORD).await.unwrap();
    borden(&mut tab);
    let begun = tokio::time::Instant::now();
    for _ in 0..300 {
        huis.melding(maria, Zaaktype::MeldingWmo).await;
    }
    ronde(&huis).await;
    let rounds = begun.elapsed().as_millis() / LATEST_EVERY.as_millis() + 1;
    let borden = borden(&mut tab);
    assert!(
        borden.len() as u128 <= rounds && borden.len() < 100,
        "{} frames in {rounds} rounds",
        borden.len()
    );
    assert_eq!(borden.last().unwrap().totaal.aantal, 300);
    assert!(borden.is_sorted_by_key(|bord| (bord.positie, bord.bijgewerkt_op)));
}

// shows C2-L5
#[tokio::test(start_paused = true)]
async fn the_day_changes_and_the_board_says_who_is_late_though_nothing_happened() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let mut tab = Tafelgenoot::new(werkverdeler());
    tab.volgt(&huis, BORD).await.unwrap();
    assert_eq!(borden(&mut tab).pop().unwrap().totaal.te_laat, 0);
    let events = huis.journal.committed().len();
    huis.clock.advance(43 * DAY_MICROS);
    // The projector looks at the clock at least once a second.
    tokio::time::advance(std::time::Duration::from_secs(1)).await;
    ronde(&huis).await;
    let bord = borden(&mut tab).pop().unwrap();
    assert_eq!((bord.dag, bord.totaal.te_laat), (date(2027, 1, 7), 1));
    assert_eq!(bord.medewerkers.iter().map(|row| row.telling.te_laat).sum::<u64>(), 1);
    assert_eq!(huis.journal.committed().len(), events);
}

// shows N-3
#[tokio::test(start_paused = true)]
async fn a_quiet_board_is_sent_again_so_that_silence_means_something() {
    let huis = Huis::open().await;
    huis.maria().await;
    let mut tab = Tafelgenoot::new(werkverdeler());
    tab.volgt(&huis, BORD).await.unwrap();
    let was = borden(&mut tab).pop().unwrap();
    ronde(&huis).await;
    assert_eq!(borden(&mut tab), []);
    huis.clock.advance(11_000_000);
    tokio::time::advance(CASELOAD_REFRESH).await;
    ronde(&huis).await;
    let is = borden(&mut tab).pop().unwrap();
    assert!(is.bijgewerkt_op > was.bijgewerkt_op);
    assert_eq!(CaseloadWat { bijgewerkt_op: was.bijgewerkt_op, ..is }, was);
}

// shows C2-L5, KING-R4c
#[tokio::test]
async fn nobody_else_sees_the_board_and_nothing_of_content_is_on_it() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let elders = Wie { gemeente: ELDERS, ..werkverdeler() };
    for wie in [linda(), kevin(), emma(), peter(), bestuur(), elders.clone()] {
        let mut tab = Tafelgenoot::new(wie.clone());
        assert_eq!(tab.volgt(&huis, BORD).await, Err(Weigering::NIET_GEVONDEN), "{}", wie.naam);
        assert!(tab.gehoord().is_empty());
        if wie != elders {
            assert_eq!(huis.tafel.caseload(&wie).await, Ok(None));
            assert_eq!(huis.tafel.caseload_van(&wie, emma().id, None, 50).await, Ok(None));
        }
    }
    let other = huis.tafel.caseload(&elders).await.unwrap().unwrap();
    assert_eq!((other.gemeente, other.totaal.aantal, other.medewerkers.len()), (ELDERS, 0, 0));
    let mut tab = Tafelgenoot::new(werkverdeler());
    tab.volgt(&huis, BORD).await.unwrap();
    let shown = tab.gehoord().pop().unwrap().to_string();
    let (_, _, rows, _) =
        huis.tafel.caseload_van(&werkverdeler(), emma().id, None, 50).await.unwrap().unwrap();
    let listed = serde_json::to_string(&rows).unwrap();
    assert!(listed.contains("ZAAK-2026-000001") && !shown.contains("ZAAK-2026"));
    for hidden in ["Maria", "Verhoef", "Hulp in huis", "Geheim verhaal", "urgentie", "123456782"] {
        assert!(!shown.contains(hidden) && !listed.contains(hidden), "{hidden}");
    }
}

// shows C2-L5
#[tokio::test]
async fn a_count_opens_the_zaken_that_it_counts() {
    let huis = Huis::open().await;
    let (maria, kevin, emma) = (huis.maria().await, kevin(), emma());
    for n in 0..5 {
        let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[if n < 3 { &emma } else { &kevin }]).await;
    }
    let mut seen = Vec::new();
    let mut na = None;
    loop {
        let page = huis.tafel.caseload_van(&werkverdeler(), emma.id, na, 2).await.unwrap().unwrap();
        let (medewerker, _, rows, next) = page;
        assert_eq!(medewerker.telling.aantal, 3);
        seen.extend(rows.into_iter().map(|row| row.id));
        na = next;
        if na.is_none() {
            break;
        }
    }
    assert_eq!(seen.len(), 3);
    let nobody = MedewerkerId(Uuid::from_u128(404));
    assert_eq!(huis.tafel.caseload_van(&werkverdeler(), nobody, None, 50).await, Ok(None));
}

// shows C2-L5
#[tokio::test]
async fn after_another_start_the_board_is_a_recount() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.melding(maria, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let away =
        Opdracht::MeldAfwezig { medewerker: emma().id, vanaf: "2026-11-25".to_owned(), tot_en_met: None };
    huis.doet(&werkverdeler(), away).await.unwrap();
    let before = huis.tafel.caseload(&werkverdeler()).await.unwrap().unwrap();
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!(again.tafel.caseload(&werkverdeler()).await.unwrap().unwrap(), before);
    let all = again.tafel.overzicht().lees();
    assert!(klopt(all.gemeente(GEMEENTE).unwrap(), date(2026, 11, 25)));
}

// shows C2-L4
#[tokio::test]
async fn of_two_who_assign_at_once_one_wins_and_the_other_hears_who_and_when() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let (one, other) = (werkverdeler(), manager());
    let seen = || Kop { if_v: Some(1), ..huis.kop() };
    let (a, b) = tokio::join!(
        huis.tafel.voer_uit(&one, toewijzen(zaak, &[&kevin()]), seen()),
        huis.tafel.voer_uit(&other, toewijzen(zaak, &[&emma()]), seen()),
    );
    let (won, lost, winner, naam) = if a.is_ok() { (a, b, &one, "Kevin") } else { (b, a, &other, "Emma") };
    assert_eq!(won.unwrap().antwoord.versie, 2);
    let Err(Weigering::Conflict { versie: 2, eerder: Some(eerder) }) = lost else { unreachable!("{lost:?}") };
    assert_eq!(eerder.door.as_ref().unwrap().id, winner.id);
    assert_eq!((eerder.soort.as_str(), eerder.namen), ("ZaakToegewezen", vec![naam.to_owned()]));
    assert_eq!(eerder.at, Moment::from("2026-11-25T08:00:00Z".parse::<jiff::Timestamp>().unwrap()));
}

// shows C2-L4
#[tokio::test]
async fn of_two_who_take_a_waiting_zaak_one_has_it() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let take = Opdracht::NeemZaak { zaak };
    let taken = huis.doet(&emma(), take.clone()).await.unwrap();
    assert_eq!(huis.doet(&emma(), take.clone()).await.unwrap().versie, taken.versie, "it is hers already");
    let late = huis.doet(&emil(), take.clone()).await.unwrap_err();
    let Weigering::Conflict { eerder: Some(eerder), .. } = late else { unreachable!("{late:?}") };
    assert_eq!(eerder.door.unwrap().naam, "Emma");
    // Kevin, of another field, does not know that it is there, taken or not.
    assert_eq!(huis.doet(&kevin(), take.clone()).await, Err(Weigering::NIET_GEVONDEN));
    let stale = huis.tafel.voer_uit(&kevin(), take, Kop { if_v: Some(1), ..huis.kop() }).await;
    assert_eq!(stale.unwrap_err(), Weigering::NIET_GEVONDEN);
}

// shows C2-L5
#[tokio::test]
async fn absence_stands_on_the_board_and_only_some_may_report_it() {
    let huis = Huis::open().await;
    let away = |medewerker: MedewerkerId| Opdracht::MeldAfwezig {
        medewerker,
        vanaf: "2026-11-26".to_owned(),
        tot_en_met: Some("2026-12-04".to_owned()),
    };
    assert_eq!(huis.doet(&kevin(), away(emma().id)).await.unwrap_err().code(), "niet_bevoegd");
    let nobody = MedewerkerId(Uuid::from_u128(404));
    assert_eq!(huis.doet(&werkverdeler(), away(nobody)).await, Err(Weigering::NIET_GEVONDEN));
    let elders = Wie { gemeente: ELDERS, ..werkverdeler() };
    assert_eq!(huis.doet(&elders, away(emma().id)).await, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&emma(), away(emma().id)).await.unwrap();
    let away_now = async || {
        let bord = huis.tafel.caseload(&werkverdeler()).await.unwrap().unwrap();
        bord.medewerkers.into_iter().find(|row| row.id == emma().id).unwrap().afwezig
    };
    let seen = away_now().await.unwrap();
    assert_eq!((seen.vanaf, seen.nu), (date(2026, 11, 26), false));
    huis.clock.advance(DAY_MICROS);
    assert!(away_now().await.unwrap().nu);
    huis.doet(&manager(), Opdracht::MeldTerug { medewerker: emma().id }).await.unwrap();
    assert_eq!(away_now().await, None);
}

// shows KING-R4a, KING-RG3, N-3
#[tokio::test(start_paused = true)]
async fn the_plans_that_run_are_counted_live_per_regisseur_and_are_a_recount() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let mut tab = Tafelgenoot::new(manager());
    tab.volgt(&huis, BORD).await.unwrap();
    borden(&mut tab);
    let mut then = async |expected: (u64, u64, u64)| {
        ronde(&huis).await;
        let bord = borden(&mut tab).pop().unwrap();
        let of = |wie: Wie| bord.medewerkers.iter().find(|row| row.id == wie.id).unwrap().plannen;
        assert_eq!((bord.plannen, of(rianne()), of(ruben())), expected);
        let all = huis.tafel.overzicht().lees();
        assert!(klopt(all.gemeente(GEMEENTE).unwrap(), date(2026, 11, 25)));
        assert_eq!(
            bord.medewerkers.iter().map(|row| row.telling.aantal).sum::<u64>(),
            0,
            "a plan is no zaak"
        );
    };
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let first = huis.plan(&rianne(), groep).await;
    then((1, 1, 0)).await;
    let other = huis.groep(&ruben(), &[dylan]).await;
    huis.plan(&ruben(), other).await;
    let join = Opdracht::VoegRegisseurToe { plan: first, regisseur: ruben().id };
    huis.doet(&rianne(), join).await.unwrap();
    then((2, 1, 2)).await;
    let hand_over = Opdracht::DraagRegieOver { plan: first, regisseur: ruben().id };
    huis.doet(&rianne(), hand_over).await.unwrap();
    let leave = Opdracht::VerwijderRegisseur { plan: first, regisseur: rianne().id };
    huis.doet(&ruben(), leave).await.unwrap();
    then((2, 0, 2)).await;
    let close = Opdracht::SluitPlan { plan: first, resultaat: "Klaar".to_owned() };
    huis.doet(&ruben(), close).await.unwrap();
    then((1, 0, 1)).await;
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    let bord = again.tafel.caseload(&manager()).await.unwrap().unwrap();
    assert_eq!(bord.medewerkers.iter().map(|row| row.plannen).sum::<u64>(), 1);
    let all = again.tafel.overzicht().lees();
    assert!(klopt(all.gemeente(GEMEENTE).unwrap(), date(2026, 11, 25)));
}
