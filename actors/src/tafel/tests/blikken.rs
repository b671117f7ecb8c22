//! Somebody new on a page that is open: a look that nobody asked for, in the trail before the first byte (G29).

use keukentafel::domain::signaal::Betreft;
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::AuditRow;
use keukentafel::store::memory::Failure;

use super::besluiten::{besluit, bijstand_van};
use super::huishouden::{Casus, casus, vertrekt, woont_feitelijk};
use super::signalen::{signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;

/// The looks of `wie` at what is live that name this person.
fn blikken(huis: &Huis, wie: &Wie, persoon: PersoonId) -> Vec<AuditRow> {
    let rows = huis.journal.audit().into_iter().map(|(_, row)| row);
    let looks = rows.filter(|row| row.wie == Some(wie.id) && row.handeling == "topic.volgen");
    looks.filter(|row| row.betrokkenen.contains(&persoon)).collect()
}

fn noemt(frames: &[serde_json::Value], persoon: PersoonId) -> bool {
    frames.iter().any(|frame| frame.to_string().contains(&persoon.to_string()))
}

/// Peter has the page of the huishouden of Maria open: who lives there, and what runs for them.
async fn peter_kijkt(huis: &Huis, casus: &Casus) -> Tafelgenoot {
    let mut tab = Tafelgenoot::new(peter());
    for topic in [Topic::HuishoudenWat(casus.thuis), Topic::Huishouden(casus.thuis)] {
        tab.volgt(huis, topic).await.unwrap();
    }
    tab.gehoord();
    tab
}

// shows G29, C2-K2, X-26
#[tokio::test]
async fn who_comes_to_live_there_is_named_once_for_each_page_that_somebody_has_open() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let wmo = huis.melding(casus.dylan, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(wmo, &[&peter()]).await;
    let mut tab = peter_kijkt(&huis, &casus).await;
    assert_eq!(blikken(&huis, &peter(), casus.dylan), []);
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert!(noemt(&tab.gehoord(), casus.dylan), "told by the time that the command is answered");
    let seen = blikken(&huis, &peter(), casus.dylan);
    let objects: Vec<_> = seen.iter().map(|row| row.object.clone()).collect();
    assert_eq!(objects.len(), 2, "{objects:?}");
    assert!(objects.contains(&format!("huishouden/{}@wat", casus.thuis)), "{objects:?}");
    // Of what runs for him the first line on the page: which that is goes by their ids.
    let (own, other) = (format!("zaak/{wmo}@rij"), format!("zaak/{}@huishouden", casus.jeugd));
    assert!(objects.contains(&own) != objects.contains(&other), "{objects:?}");
    for row in &seen {
        assert_eq!(row.betrokkenen, [casus.dylan], "about who is new and nobody else");
        let by = row.grond.as_deref();
        assert!(by == Some("behandelaar") || by.is_some() && row.object == other, "{by:?}");
    }
    // What happens to somebody who is on the page already is no new look.
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: wmo }).await.unwrap();
    huis.doet(&linda(), vertrekt(casus.thuis, casus.dylan)).await.unwrap();
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert!(noemt(&tab.gehoord(), casus.dylan));
    assert_eq!(blikken(&huis, &peter(), casus.dylan).len(), 2);
    // Another page of the same is a look of its own.
    peter_kijkt(&huis, &casus).await;
    assert_eq!(blikken(&huis, &peter(), casus.dylan).len(), 4);
}

// shows G29, G02: not a byte before the trail has it
#[tokio::test]
async fn nobody_new_is_shown_before_the_trail_has_them() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let mut tab = peter_kijkt(&huis, &casus).await;
    let before = huis.journal.committed().len();
    huis.journal.hold();
    let desk = linda();
    let command = huis.doet(&desk, woont_feitelijk(casus.thuis, casus.dylan));
    let watch = async {
        huis.journal.arrived(before + 1).await;
        huis.journal.let_through(1);
        huis.journal.arrived(before + 2).await;
        let early = tab.gehoord();
        assert!(!noemt(&early, casus.dylan), "{early:?}");
        assert_eq!(blikken(&huis, &peter(), casus.dylan), []);
        huis.journal.release();
    };
    let (done, ()) = tokio::join!(command, watch);
    done.unwrap();
    assert!(noemt(&tab.gehoord(), casus.dylan));
    assert_eq!(blikken(&huis, &peter(), casus.dylan).len(), 1);
}

// shows G29, G02: a page opens later than the look that the trail has of it
#[tokio::test]
async fn who_came_in_between_the_look_and_the_page_is_named_before_it_opens() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let wmo = huis.melding(casus.dylan, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(wmo, &[&peter()]).await;
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    for topic in [Topic::HuishoudenWat(casus.thuis), Topic::Huishouden(casus.thuis)] {
        let mut tab = Tafelgenoot::new(peter());
        // As it goes on from a look that named Maria alone.
        let opens = || huis.tafel.projector.volg(&tab.conn, topic, 1, None, [casus.maria].into());
        let before = blikken(&huis, &peter(), casus.dylan).len();
        huis.journal.fail_next(1, &Failure::Full);
        assert_eq!(opens().await, Err(Weigering::OpslagVol), "{topic}: not without its line");
        opens().await.unwrap();
        assert_eq!(blikken(&huis, &peter(), casus.dylan).len(), before + 1, "{topic}");
        assert!(noemt(&tab.gehoord(), casus.dylan), "{topic}");
    }
}

// shows G29: fail closed
#[tokio::test]
async fn whom_the_trail_cannot_take_is_not_shown_and_the_page_is_asked_for_again() {
    let huis = Huis::open().await;
    let casus = casus(&huis).await;
    let mut tab = peter_kijkt(&huis, &casus).await;
    let before = huis.journal.committed().len();
    huis.journal.hold();
    let desk = linda();
    let command = huis.doet(&desk, woont_feitelijk(casus.thuis, casus.dylan));
    let full = async {
        huis.journal.arrived(before + 1).await;
        huis.journal.let_through(1);
        huis.journal.arrived(before + 2).await;
        huis.journal.fail_next(2, &Failure::Full);
        huis.journal.release();
    };
    let (done, ()) = tokio::join!(command, full);
    done.unwrap();
    let heard = tab.gehoord();
    assert!(!noemt(&heard, casus.dylan), "{heard:?}");
    assert!(heard.iter().any(|frame| frame["t"] == "resync"), "{heard:?}");
    let refused = tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await;
    assert_eq!(refused, Err(Weigering::OpslagVol));
    // Nothing of it comes later either, until it is asked for and the trail takes that.
    huis.doet(&linda(), vertrekt(casus.thuis, casus.dylan)).await.unwrap();
    huis.doet(&linda(), woont_feitelijk(casus.thuis, casus.dylan)).await.unwrap();
    assert!(!noemt(&tab.gehoord(), casus.dylan));
    tab.volgt(&huis, Topic::HuishoudenWat(casus.thuis)).await.unwrap();
    assert!(noemt(&tab.gehoord(), casus.dylan));
}

// shows G29, C1-P1: a list names whom it shows, also who comes on it and who waits for one
#[tokio::test]
async fn who_comes_on_an_open_list_is_named_and_under_dat_nobody_is() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut tabs = [emma(), werkverdeler(), theo()].map(Tafelgenoot::new);
    for tab in &tabs {
        let own = Topic::Werkvoorraad(tab.conn.wie().id);
        tab.volgt(&huis, own).await.unwrap();
    }
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert!(tabs[1].soorten().contains(&"lid".to_owned()), "there is a zaak to distribute");
    assert_eq!(blikken(&huis, &werkverdeler(), maria), [], "and not whose");
    huis.toewijzen(zaak, &[&emma()]).await;
    let [seen] = &blikken(&huis, &emma(), maria)[..] else { unreachable!("one look") };
    assert_eq!(
        (seen.object.clone(), seen.doel.clone()),
        (format!("zaak/{zaak}@rij"), Some(format!("zaak/{zaak}")))
    );
    assert!(noemt(&tabs[0].gehoord(), maria));
    // Who is the second pair of eyes sees for whom, on an open list and on one that opens.
    let bijstand = bijstand_van(&huis, maria).await;
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak: bijstand, besluit: besluit("Nodig") })
        .await
        .unwrap();
    assert!(noemt(&tabs[2].gehoord(), maria));
    assert_eq!(blikken(&huis, &theo(), maria).len(), 1);
    Tafelgenoot::new(theo()).volgt(&huis, Topic::Werkvoorraad(theo().id)).await.unwrap();
    assert_eq!(blikken(&huis, &theo(), maria).len(), 2);
}

// shows G29, KING-SI5: of whom a signaal turns out to be
#[tokio::test]
async fn who_turns_out_to_be_whom_a_signaal_is_about_is_named_for_everybody_who_has_it_open() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let unknown = NieuwSignaal { naam: Some("Mevrouw op 4".to_owned()), ..signaal(soort_van("overlast")) };
    huis.doet(&buurman(), Opdracht::MeldSignaal(unknown)).await.unwrap();
    let id = huis.register(&rianne()).await[0].id;
    let gemeld = |all: &crate::overzicht::Gemeenteoverzicht| {
        all.signaal(id).and_then(|regel| regel.gemeld()).map(|it| it.betreft.clone())
    };
    assert!(matches!(
        huis.tafel.overzicht().lees().gemeente(GEMEENTE).and_then(gemeld),
        Some(Betreft::NogOnbekend(_))
    ));
    let mut tabs = [rianne(), ruben()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        tab.volgt(&huis, Topic::SignaalWat(id)).await.unwrap();
        tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
        tab.gehoord();
    }
    huis.tafel.heeft_gevonden(&rianne(), [maria]);
    huis.doet(&rianne(), Opdracht::WijsPersoonAan { signaal: id, persoon: maria }).await.unwrap();
    let objects = |wie: &Wie| {
        let mut all: Vec<_> = blikken(&huis, wie, maria).into_iter().map(|row| row.object).collect();
        all.sort_unstable();
        all
    };
    let line = format!("signaal/{id}@rij");
    assert_eq!(objects(&rianne()), std::slice::from_ref(&line), "her act says the rest");
    assert_eq!(objects(&ruben()), [line, format!("signaal/{id}@wat")]);
    for tab in &mut tabs {
        assert!(noemt(&tab.gehoord(), maria));
    }
}
