//! A signaal ends when its term is over (KING-ZT21): for good, from every list, page and count, and the trail keeps that it was.

use keukentafel::domain::ids::{PlanId, SignaalId};
use keukentafel::domain::signaal::BEWAARJAREN;
use keukentafel::limits::COMMAND_ANSWER_DAYS;
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{AuditRow, Journal, StreamId, StreamKind};

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::{Signaalstand, SignalenFilter};

const DAG: i64 = 24 * 60 * 60 * 1_000_000;

impl Huis {
    /// Days pass, and what is due by then is done.
    async fn dagen_later(&self, dagen: i64) {
        self.clock.advance(dagen * DAG);
        self.tafel.ruim_op(None).await;
        self.tafel.projector.catch_up().await;
    }

    /// From now to the last day on which something that changed now is kept.
    async fn laatste_dag(&self) {
        let now = self.clock_day();
        let last = now.saturating_add(jiff::ToSpan::years(BEWAARJAREN));
        self.dagen_later((last - now).get_days().into()).await;
    }

    fn clock_day(&self) -> jiff::civil::Date {
        keukentafel::clock::Clock::now(&*self.clock).day()
    }

    async fn nieuwste(&self) -> SignaalId {
        self.register(&rianne()).await[0].id
    }

    async fn alles(&self, wie: &Wie) -> Vec<SignaalId> {
        let filter = SignalenFilter { aantal: 100, stand: Signaalstand::Alle, ..SignalenFilter::default() };
        let found = self.tafel.signalen(wie, &filter).await.unwrap();
        found.map(|(rows, ..)| rows.into_iter().map(|rij| rij.id).collect()).unwrap_or_default()
    }

    /// What is still to be read in the record of a signaal.
    async fn leesbaar(&self, id: SignaalId) -> (usize, usize) {
        let stream = StreamId { kind: StreamKind::Signaal, id: id.0 };
        let events = self.journal.load(GEMEENTE, stream, 0).await.unwrap();
        (events.len(), events.iter().filter(|event| event.body.is_some()).count())
    }

    fn vernietigd(&self) -> Vec<AuditRow> {
        let all = self.journal.audit().into_iter().map(|(_, row)| row);
        all.filter(|row| row.handeling == "VernietigSignaal").collect()
    }
}

// shows KING-ZT21
#[tokio::test]
async fn after_its_term_it_is_gone_for_good_and_the_trail_keeps_that_it_was() {
    let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
    let huis = Huis::on(Arc::clone(&journal)).await;
    let maria = huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let id = huis.nieuwste().await;
    let mut lijst = Tafelgenoot::new(emma());
    lijst.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    let mut blad = Tafelgenoot::new(emma());
    blad.volgt(&huis, Topic::SignaalWat(id)).await.unwrap();
    blad.volgt(&huis, Topic::SignaalRij(id)).await.unwrap();
    huis.laatste_dag().await;
    lijst.gehoord();
    blad.gehoord();
    assert_eq!((huis.alles(&emma()).await, huis.leesbaar(id).await), (vec![id], (1, 1)), "its last day");

    huis.dagen_later(1).await;
    assert_eq!(lijst.soorten(), ["revoked"]);
    assert_eq!(blad.soorten(), ["revoked", "revoked"]);
    for wie in [emma(), rianne(), wendy()] {
        assert_eq!(huis.alles(&wie).await, [], "{}", wie.naam);
        assert_eq!(huis.tafel.signaal(&wie, id).await, Ok(None), "{}", wie.naam);
    }
    assert_eq!(huis.leesbaar(id).await, (2, 0), "that it was, and no word of what");
    let rows = huis.vernietigd();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].object.as_str(), &rows[0].betrokkenen), (&*format!("signaal/{id}"), &vec![maria]));
    assert_eq!((rows[0].wie, rows[0].rol.as_deref()), (None, Some("systeem")));

    // Nothing is left to do, here or on a node that starts from the record.
    huis.dagen_later(1).await;
    let after = Huis::on(journal).await;
    after.clock.advance(
        keukentafel::clock::Clock::now(&*huis.clock).micros()
            - keukentafel::clock::Clock::now(&*after.clock).micros(),
    );
    after.dagen_later(1).await;
    assert_eq!((after.alles(&emma()).await, after.vernietigd().len()), (vec![], 1));
    // The same about the same is a signaal of its own, as if there had been none; and then again a repeat.
    for keren in [1, 2] {
        after.doet(&bron(91), over_maria(soort_van("huurachterstand"))).await.unwrap();
        let rows = after.register(&emma()).await;
        assert_eq!(rows.iter().map(|row| row.keren).collect::<Vec<_>>(), [keren]);
        assert_ne!(rows[0].id, id);
    }
}

// shows KING-ZT21
#[tokio::test]
async fn a_change_begins_the_term_anew_and_a_plan_does_not() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let early = huis.nieuwste().await;
    huis.dagen_later(20).await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let other = huis.nieuwste().await;
    huis.dagen_later(30).await;
    // That it landed in a plan changes nothing of it.
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan: PlanId = huis.plan(&rianne(), groep).await;
    huis.rust().await;
    let mut page = Tafelgenoot::new(rianne());
    page.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    page.gehoord();
    let to_last =
        (huis.clock_day().saturating_add(jiff::ToSpan::years(BEWAARJAREN)) - huis.clock_day()).get_days();
    huis.dagen_later(i64::from(to_last) - 31).await;
    assert_eq!(huis.alles(&rianne()).await.len(), 2, "both were last changed thirty days before the plan");
    huis.dagen_later(2).await;
    assert_eq!(huis.alles(&rianne()).await, []);
    let off: Vec<_> = page.gehoord().into_iter().filter(|frame| frame["t"] == "revoked").collect();
    assert_eq!(off.len(), 2, "{off:?}");
    for id in [early, other] {
        assert_eq!(huis.leesbaar(id).await.1, 0);
    }
    // What the plan keeps of them is that there were such.
    assert_eq!(huis.wat(&rianne(), plan).await.signalen.len(), 2);
    huis.rust().await;
}

// shows KING-ZT21, KING-ZT24
#[tokio::test]
async fn what_went_up_in_another_goes_with_that_one_and_not_before() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let about = NieuwSignaal { naam: Some("Mevrouw op 4".to_owned()), ..signaal(soort_van("overlast")) };
    huis.doet(&buurman(), Opdracht::MeldSignaal(about)).await.unwrap();
    let stays = huis.nieuwste().await;
    huis.clock.advance(3_600_000_000);
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let goes = huis.nieuwste().await;
    huis.doet(&emma(), Opdracht::WijsPersoonAan { signaal: stays, persoon: maria }).await.unwrap();
    assert_eq!(huis.lees(&emma(), goes).await.opgegaan_in, Some(stays));
    huis.dagen_later(10).await;
    huis.doet(&bron(91), over_maria(soort_van("overlast"))).await.unwrap();
    assert_eq!(huis.lees(&emma(), stays).await.inzendingen.len(), 3);
    let to_last =
        (huis.clock_day().saturating_add(jiff::ToSpan::years(BEWAARJAREN)) - huis.clock_day()).get_days();
    huis.dagen_later(to_last.into()).await;
    assert_eq!(huis.leesbaar(goes).await.1, 2, "its own term was over ten days ago");
    huis.dagen_later(1).await;
    for id in [stays, goes] {
        assert_eq!(huis.leesbaar(id).await.1, 0);
        assert_eq!(huis.tafel.signaal(&rianne(), id).await, Ok(None));
    }
    assert_eq!(huis.vernietigd().len(), 2);
    assert_eq!(huis.alles(&rianne()).await, []);
}

// shows KING-ZT21, KING-ZT22
#[tokio::test]
async fn what_is_gone_counts_for_nothing_any_more() {
    let huis = Huis::open().await;
    huis.maria().await;
    for soort in ["huurachterstand", "energie_afsluiting", "overlast"] {
        huis.doet(&bron(90), over_maria(soort_van(soort))).await.unwrap();
    }
    let mut lijst = Tafelgenoot::new(emma());
    lijst.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    let items =
        async || huis.tafel.signalen(&emma(), &SignalenFilter::default()).await.unwrap().unwrap().1.len();
    assert_eq!(items().await, 1);
    huis.laatste_dag().await;
    lijst.gehoord();
    huis.dagen_later(1).await;
    assert_eq!(items().await, 0);
    let off = lijst.soorten();
    let off = off.iter().filter(|kind| matches!(kind.as_str(), "revoked" | "eraf"));
    assert_eq!(off.count(), 4, "three lines and the item");
}

// shows G9
#[tokio::test]
async fn what_a_command_answered_is_forgotten_once_nobody_can_repeat_it() {
    let huis = Huis::open().await;
    let kop = huis.kop();
    let said = melding(huis.maria().await, Zaaktype::MeldingWmo);
    huis.tafel.voer_uit(&linda(), said, kop).await.unwrap();
    let kept = async || huis.journal.answer(GEMEENTE, kop.command).await.unwrap().is_some();
    huis.dagen_later(COMMAND_ANSWER_DAYS).await;
    assert!(kept().await, "it can be asked again until then");
    huis.clock.advance(DAG / 2);
    huis.tafel.ruim_op(None).await;
    assert!(kept().await, "one look a day");
    huis.dagen_later(1).await;
    assert!(!kept().await);
}

// shows KING-ZT22, KING-ZT24
#[tokio::test]
async fn a_reference_of_a_source_comes_in_once_also_when_its_answer_is_forgotten() {
    let huis = Huis::open().await;
    huis.maria().await;
    let said = || over_maria(soort_van("huurachterstand"));
    // As the interface makes it: of the source and its reference.
    let kop = huis.kop();
    let other = Kop { request_hash: [9; 32], ..kop };
    let first = huis.tafel.voer_uit(&bron(90), said(), kop).await.unwrap().antwoord.id;
    let reused = Err(Weigering::Geweigerd { code: "opdracht.sleutel_hergebruikt" });
    // Past what commands answered, and past the days in which it would be a repeat: then a second signaal would come of it.
    for dagen in [COMMAND_ANSWER_DAYS + 1, 30] {
        huis.dagen_later(dagen).await;
        assert_eq!(huis.journal.answer(GEMEENTE, kop.command).await.unwrap(), None, "forgotten");
        let lines = huis.journal.audit().len();
        let again = huis.tafel.voer_uit(&bron(90), said(), kop).await.unwrap();
        assert_eq!((again.antwoord.id, again.gezien), (first, true), "it hears the same");
        assert_eq!(huis.journal.audit().len(), lines, "as any repeat: nothing was done or refused");
        assert_eq!(huis.tafel.voer_uit(&bron(90), said(), other).await.map(drop), reused);
        let rows = huis.register(&rianne()).await;
        assert_eq!(rows.iter().map(|row| row.keren).collect::<Vec<_>>(), [1], "counted once");
    }
    // Somebody's own key is theirs, and their report the next one.
    huis.tafel.voer_uit(&bron(90), said(), huis.kop()).await.unwrap();
    assert_eq!(huis.alles(&rianne()).await.len(), 2);
}
