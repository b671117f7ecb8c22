//! Two signalen that turn out to be the same become one, and no place for a worry is lost or doubled on the way (KING-ZT24).

use keukentafel::domain::ids::SignaalId;
use keukentafel::domain::signaal::Afhandeling;
use keukentafel::protocol::body::NieuwSignaal;
use keukentafel::protocol::topic::Topic;

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::{Signaalstand, SignalenFilter};

impl Huis {
    /// A report about somebody of whom only this is said; the signaal that it became.
    async fn over_onbekende(&self, naam: &str) -> SignaalId {
        let before: Vec<_> = self.register(&rianne()).await.iter().map(|row| row.id).collect();
        let about = NieuwSignaal { naam: Some(naam.to_owned()), ..signaal(soort_van("overlast")) };
        self.doet(&buurman(), Opdracht::MeldSignaal(about)).await.unwrap();
        let after = self.register(&rianne()).await;
        after.iter().map(|row| row.id).find(|id| !before.contains(id)).unwrap()
    }

    async fn wijst_aan(&self, wie: &Wie, signaal: SignaalId, persoon: PersoonId) -> Uitgevoerd {
        self.doet(wie, Opdracht::WijsPersoonAan { signaal, persoon }).await.unwrap()
    }

    async fn afgehandeld(&self, wie: &Wie) -> Vec<SignaalId> {
        let filter =
            SignalenFilter { stand: Signaalstand::Afgehandeld, aantal: 100, ..SignalenFilter::default() };
        let found = self.tafel.signalen(wie, &filter).await.unwrap();
        found.map(|(rows, ..)| rows.iter().map(|row| row.id).collect()).unwrap_or_default()
    }

    fn een_uur_later(&self) {
        self.clock.advance(3_600_000_000);
    }
}

// shows KING-ZT24
#[tokio::test]
async fn the_earlier_stays_with_every_report_and_the_later_says_where_it_went() {
    for unknown_first in [true, false] {
        let huis = Huis::open().await;
        let maria = huis.maria().await;
        let report = async || {
            huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
            huis.register(&rianne()).await[0].id
        };
        let (known, unknown);
        if unknown_first {
            unknown = huis.over_onbekende("Mevrouw op 4").await;
            huis.een_uur_later();
            known = report().await;
        } else {
            known = report().await;
            huis.een_uur_later();
            unknown = huis.over_onbekende("Mevrouw op 4").await;
        }
        let (stays, goes) = if unknown_first { (unknown, known) } else { (known, unknown) };
        let mut tab = Tafelgenoot::new(emma());
        tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
        tab.gehoord();
        huis.wijst_aan(&emma(), unknown, maria).await;
        assert_eq!(
            tab.soorten().iter().filter(|soort| *soort == "eraf").count(),
            1,
            "live, without a reload"
        );
        let rows = huis.register(&emma()).await;
        assert_eq!(rows.iter().map(|row| (row.id, row.keren)).collect::<Vec<_>>(), [(stays, 2)]);
        let whole = huis.lees(&emma(), stays).await;
        let sources: Vec<_> = whole.inzendingen.iter().map(|it| it.bron.clone()).collect();
        let mut order = ["Woningstichting De Brink", "Jan"];
        if unknown_first {
            order.reverse();
        }
        assert_eq!(sources, order, "by when they came in");
        assert!(whole.inzendingen.iter().all(|it| it.toelichting.as_deref() == Some("Geheim verhaal")));
        assert_eq!((whole.persoon, whole.samengevoegd), (Some(maria), vec![goes]));
        let gone = huis.lees(&emma(), goes).await;
        assert_eq!((gone.opgegaan_in, gone.inzendingen.len()), (Some(stays), 1));
        assert_eq!(huis.afgehandeld(&emma()).await, [goes]);
        assert_eq!(huis.afgehandeld(&kevin()).await, [goes]);
        // What comes now is a repeat of the one that is left, also under the name that the other came in with.
        huis.doet(&bron(91), over_maria(soort_van("overlast"))).await.unwrap();
        assert_eq!(huis.register(&emma()).await[0].keren, 3);
        let handle = Opdracht::HandelSignaalAf { signaal: goes, afhandeling: Afhandeling::Onjuist };
        let twice = huis.doet(&emma(), handle).await;
        assert_eq!(twice, Err(Weigering::Geweigerd { code: "signaal.afgehandeld" }));
    }
}

// shows KING-ZT24
#[tokio::test]
async fn what_was_handled_or_is_of_another_month_stays_what_it_is() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let done = huis.register(&emma()).await[0].id;
    let handle = Opdracht::HandelSignaalAf { signaal: done, afhandeling: Afhandeling::HulpLoopt };
    huis.doet(&emma(), handle).await.unwrap();
    let unknown = huis.over_onbekende("Mevrouw op 4").await;
    huis.wijst_aan(&emma(), unknown, maria).await;
    assert_eq!(huis.register(&emma()).await.iter().map(|row| row.keren).collect::<Vec<_>>(), [1]);
    // It has a place of its own among those about her: the next report is a repeat of it.
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    assert_eq!(
        huis.register(&emma()).await.iter().map(|row| (row.id, row.keren)).collect::<Vec<_>>(),
        [(unknown, 2)]
    );
    huis.clock.advance(28 * 86_400_000_000);
    let next = huis.over_onbekende("Mevrouw op 4").await;
    huis.wijst_aan(&emma(), next, maria).await;
    assert_eq!(huis.register(&emma()).await.len(), 2, "a worry of another month is one of its own");
}

// shows KING-ZT24
#[tokio::test]
async fn of_two_at_the_same_instant_one_is_left_whatever_they_are() {
    for both_unknown in [true, false] {
        let huis = Huis::open().await;
        let maria = huis.maria().await;
        let one = huis.over_onbekende("Mevrouw op 4").await;
        let (name, other_report) = (
            Opdracht::WijsPersoonAan { signaal: one, persoon: maria },
            if both_unknown {
                let other = huis.over_onbekende("Iemand").await;
                Opdracht::WijsPersoonAan { signaal: other, persoon: maria }
            } else {
                over_maria(soort_van("overlast"))
            },
        );
        let (emma, other) = (emma(), if both_unknown { kevin() } else { bron(90) });
        for wie in [&emma, &other] {
            huis.tafel.heeft_gevonden(wie, [maria]);
        }
        let (a, b) = tokio::join!(huis.doet(&emma, name), huis.doet(&other, other_report));
        a.unwrap();
        b.unwrap();
        let rows = huis.register(&rianne()).await;
        assert_eq!(rows.iter().map(|row| row.keren).collect::<Vec<_>>(), [2], "both unknown: {both_unknown}");
    }
}

// shows KING-ZT24, KING-SI5, KING-G4
#[tokio::test]
async fn one_that_is_with_a_regisseur_stays_there_and_tells_the_wijkteam_nothing() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let unknown = huis.over_onbekende("Mevrouw op 4").await;
    let plan = huis.plan(&rianne(), groep).await;
    huis.een_uur_later();
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    huis.rust().await;
    let landed = huis.wat(&rianne(), plan).await.signalen[0];
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(&huis, Topic::SignaalWat(unknown)).await.unwrap();
    tab.gehoord();
    let kop = huis.kop();
    huis.tafel.heeft_gevonden(&emma(), [maria]);
    let name = || Opdracht::WijsPersoonAan { signaal: unknown, persoon: maria };
    let done = huis.tafel.voer_uit(&emma(), name(), kop).await.unwrap().antwoord;
    let again = huis.tafel.voer_uit(&emma(), name(), kop).await.unwrap().antwoord;
    assert_eq!((done.versie, again.versie), (0, 0), "no number tells her that there was another");
    let heard = tab.gehoord();
    let kinds: Vec<_> =
        heard.iter().map(|frame| (frame["t"].as_str().unwrap(), frame["k"].as_str())).collect();
    assert_eq!(kinds, [("ev", Some("PersoonAangewezen")), ("revoked", None)], "what she did, and no more");
    assert!(!format!("{heard:?}").contains(&landed.to_string()));
    for id in [unknown, landed] {
        assert_eq!(huis.tafel.signaal(&emma(), id).await, Ok(None));
    }
    assert_eq!((huis.register(&emma()).await, huis.afgehandeld(&emma()).await), (vec![], vec![]));
    let whole = huis.lees(&rianne(), landed).await;
    assert_eq!((whole.inzendingen.len(), whole.samengevoegd), (2, vec![unknown]));
    assert_eq!(huis.lees(&rianne(), unknown).await.opgegaan_in, Some(landed));
    huis.rust().await;
    assert_eq!(huis.wat(&rianne(), plan).await.signalen, [landed], "what ended lands nowhere");
}
