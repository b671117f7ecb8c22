//! The global feed and projections.

use super::*;
use crate::store::{FeedEvent, Position};

async fn whole_feed(journal: &impl Journal, page: usize) -> Vec<FeedEvent> {
    let mut feed = Vec::new();
    let mut after = Position(0);
    loop {
        let events = journal.feed(after, page).await.unwrap();
        let Some(last) = events.last() else { return feed };
        after = last.position;
        feed.extend(events);
    }
}

pub(crate) async fn the_feed_is_every_event_once_in_order(journal: &impl Journal) {
    append(journal, adds(1, zaak(1), 0, &["a", "b"])).await.unwrap();
    append(journal, Append { gemeente: ANDERE, ..adds(2, zaak(2), 0, &["c"]) }).await.unwrap();
    append(journal, adds(3, zaak(1), 2, &["d"])).await.unwrap();
    let feed = whole_feed(journal, 100).await;
    let seen: Vec<_> = feed.iter().map(|event| (event.gemeente, event.stream, event.event.version)).collect();
    let expected =
        [(GEMEENTE, zaak(1), 1), (GEMEENTE, zaak(1), 2), (ANDERE, zaak(2), 1), (GEMEENTE, zaak(1), 3)];
    assert_eq!(seen, expected);
    assert_eq!(feed[2].event.body.as_deref(), Some(b"c".as_slice()));
}

/// 64 writers race for 8 streams while a reader follows. Nobody commits behind the reader's back.
pub(crate) async fn the_feed_holds_under_concurrent_writers(journal: &impl Journal) {
    const WRITERS: u128 = 64;
    const EACH: u128 = 4;
    let writers = (0..WRITERS).map(|writer| async move {
        let stream = zaak(1 + writer % 8);
        for turn in 0..EACH {
            let n = 1 + writer * EACH + turn;
            let mut expected = 0;
            while let Err(refusal) = append(journal, adds(n, stream, expected, &["x", "y"])).await {
                let Refusal::Conflict { actual, .. } = refusal else { panic!("{refusal}") };
                expected = actual;
            }
        }
    });
    let total = usize::try_from(WRITERS * EACH * 2).unwrap();
    let reader = async {
        let mut seen: Vec<FeedEvent> = Vec::new();
        while seen.len() < total {
            let after = seen.last().map_or(Position(0), |event| event.position);
            seen.extend(journal.feed(after, 7).await.unwrap());
            tokio::task::yield_now().await;
        }
        seen
    };
    let (seen, _) = tokio::join!(reader, futures_util::future::join_all(writers));
    assert_eq!(seen, whole_feed(journal, 1000).await);
    assert!(seen.windows(2).all(|pair| pair[0].position < pair[1].position));
    for stream in (1..=8).map(zaak) {
        let versions: Vec<u64> =
            seen.iter().filter(|event| event.stream == stream).map(|event| event.event.version).collect();
        assert!(versions.iter().copied().eq(1..=versions.len() as u64), "{versions:?}");
    }
}

pub(crate) async fn pages_of_the_feed_join(journal: &impl Journal) {
    for n in 1..=7 {
        append(journal, adds(n, zaak(n), 0, &["x", "y"])).await.unwrap();
    }
    let whole = whole_feed(journal, 1000).await;
    for page in [1, 3, 14] {
        assert_eq!(whole_feed(journal, page).await, whole);
    }
    assert_eq!(whole.len(), 14);
    assert_eq!(journal.feed(whole[13].position, 10).await.unwrap(), []);
}

pub(crate) async fn positions_name_the_last_event(journal: &impl Journal) {
    let mut positions = Vec::new();
    let batch = vec![
        Write::Append(adds(1, zaak(1), 0, &["a", "b"])),
        Write::Append(adds(2, zaak(1), 9, &["refused"])),
        Write::Append(adds(3, zaak(2), 0, &["c"])),
    ];
    for outcome in commit_all(journal, batch).await.into_iter().flatten() {
        let Appended::Done { position } = outcome else { panic!("{outcome:?}") };
        positions.push(position);
    }
    let feed = whole_feed(journal, 10).await;
    assert_eq!(positions, [feed[1].position, feed[2].position]);
}

pub(crate) async fn a_projection_comes_back(journal: &impl Journal) {
    assert_eq!(journal.projection("werkvoorraad").await.unwrap(), None);
    let state = |position, bytes: &[u8]| Write::Projection {
        name: "werkvoorraad",
        position: Position(position),
        bytes: bytes.to_vec(),
    };
    for (position, bytes) in [(3, b"three".as_slice()), (9, b"nine")] {
        assert_eq!(commit(journal, state(position, bytes)).await, Ok(Appended::Kept));
        let stored = journal.projection("werkvoorraad").await.unwrap();
        assert_eq!(stored, Some((Position(position), bytes.to_vec())));
    }
    assert_eq!(journal.projection("dashboard").await.unwrap(), None);
}

pub(crate) async fn a_projection_never_goes_back(journal: &impl Journal) {
    for (position, bytes) in [(9, b"nine".as_slice()), (3, b"three")] {
        let bytes = bytes.to_vec();
        let write = Write::Projection { name: "dashboard", position: Position(position), bytes };
        assert_eq!(commit(journal, write).await, Ok(Appended::Kept));
    }
    assert_eq!(journal.projection("dashboard").await.unwrap(), Some((Position(9), b"nine".to_vec())));
}
