//! The register by state, kind and page: only what one may see is in it, and counts.

use keukentafel::domain::ids::SignaalId;
use keukentafel::domain::signaal::{Afhandeling, Bronsoort};
use keukentafel::protocol::body::NieuwSignaal;

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::*;
use crate::overzicht::{Signaalstand, SignalenFilter};

impl Huis {
    /// The register page by page, as somebody goes through it.
    async fn bladzijden(&self, wie: &Wie, filter: &SignalenFilter) -> Vec<Vec<SignaalId>> {
        let mut pages = Vec::new();
        let mut na = None;
        loop {
            let filter = SignalenFilter { na, ..filter.clone() };
            let (rows, _, next) = self.tafel.signalen(wie, &filter).await.unwrap().unwrap();
            assert!(rows.iter().all(|row| na.is_none_or(|na| row.id < na)), "each once, newest first");
            pages.push(rows.iter().map(|row| row.id).collect());
            na = next;
            if na.is_none() {
                return pages;
            }
        }
    }
}

// shows KING-ZT25, KING-R4c
#[tokio::test]
async fn what_was_handled_is_found_by_what_it_was_and_page_by_page() {
    let huis = Huis::open().await;
    huis.maria().await;
    for soort in [
        soort_van("huurachterstand"),
        soort_van("energie_afsluiting"),
        soort_van("overlast"),
        soort_van("partnergeweld"),
    ] {
        huis.doet(&bron(90), over_maria(soort)).await.unwrap();
    }
    // Later, so that it stands first: in the register by their ids, to the millisecond.
    huis.clock.advance(1_000);
    let neighbour = NieuwSignaal { naam: Some("Iemand".to_owned()), ..signaal(soort_van("overlast")) };
    huis.doet(&buurman(), Opdracht::MeldSignaal(neighbour)).await.unwrap();
    let waits = huis.register(&rianne()).await[0].id;
    for row in huis.register(&rianne()).await.into_iter().filter(|row| row.id != waits) {
        let done = Opdracht::HandelSignaalAf { signaal: row.id, afhandeling: Afhandeling::GeenActie };
        huis.doet(&rianne(), done).await.unwrap();
    }
    let filter = SignalenFilter { stand: Signaalstand::Afgehandeld, aantal: 50, ..SignalenFilter::default() };
    let count = async |wie: &Wie, filter: &SignalenFilter| huis.bladzijden(wie, filter).await.concat().len();
    for (filter, hers, kevins, managers) in [
        (filter.clone(), 4, 3, 4),
        (SignalenFilter { soort: Some(soort_van("partnergeweld")), ..filter.clone() }, 1, 0, 1),
        (SignalenFilter { soort: Some(soort_van("huurachterstand")), ..filter.clone() }, 1, 1, 1),
        // By source only who sees those finds.
        (SignalenFilter { bron: Some(Bronsoort::Professional), ..filter.clone() }, 4, 3, 0),
        (SignalenFilter { van: Some(jiff::civil::date(2026, 11, 26)), ..filter.clone() }, 0, 0, 0),
        (SignalenFilter { stand: Signaalstand::Alle, ..filter.clone() }, 5, 4, 5),
        (SignalenFilter { stand: Signaalstand::Open, ..filter.clone() }, 1, 1, 1),
    ] {
        let seen =
            (count(&rianne(), &filter).await, count(&kevin(), &filter).await, count(&wendy(), &filter).await);
        assert_eq!(seen, (hers, kevins, managers), "{filter:?}");
    }
    // A page is full of what one may see, and the last one says that it is the last: nothing hidden fills a place or a next page.
    let pages = |pages: Vec<Vec<SignaalId>>| pages.iter().map(Vec::len).collect::<Vec<_>>();
    for (wie, aantal, then) in [(rianne(), 3, vec![3, 1]), (kevin(), 3, vec![3]), (kevin(), 2, vec![2, 1])] {
        let filter = SignalenFilter { aantal, ..filter.clone() };
        assert_eq!(pages(huis.bladzijden(&wie, &filter).await), then, "{} {aantal}", wie.naam);
    }
}
