//! Two nodes at one database.

use std::collections::BTreeMap;
use std::time::Duration;

use futures_util::future::join_all;

use super::*;
use crate::domain::ids::Version;
use crate::rng::SeededRng;
use crate::store::conformance::{EMMA, KEVIN, begins, claims, document, text, update};
use crate::store::{Appended, AuditFilter, FeedEvent, Journal, Leases, Position, Refusal, Write};

async fn two() -> Option<([PostgresJournal; 2], String)> {
    let url = database().await?;
    Some(([open(&url, "een").await, open(&url, "twee").await], url))
}

/// Adds to `stream` until it is done, going by what the refusal says.
async fn insist(
    journal: &PostgresJournal,
    n: u128,
    stream: crate::store::StreamId,
    bodies: &[&str],
) -> Version {
    let mut expected = 0;
    loop {
        match append(journal, adds(n, stream, expected, bodies)).await {
            Ok(_) => return expected + bodies.len() as u64,
            Err(Refusal::Conflict { actual, .. }) => expected = actual,
            Err(refusal) => panic!("{refusal}"),
        }
    }
}

// shows G10, G12
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_64_writers_on_two_nodes_nothing_is_lost_or_double() {
    let Some((nodes, _url)) = two().await else { return };
    const WRITERS: u128 = 64;
    let writers = (0..WRITERS).map(|writer| {
        let journal = &nodes[usize::from(writer % 2 == 1)];
        async move {
            for turn in 0..4 {
                let n = 1 + writer * 4 + turn;
                insist(journal, n, zaak(1 + writer % 4), &["x", "y"]).await;
                // The same command on the other node, as when an answer got lost: the old answer and nothing more.
                let again = append(journal, adds(n, zaak(1 + writer % 4), 0, &["x", "y"])).await;
                assert!(matches!(again, Ok(Appended::Repeated { .. })), "{again:?}");
            }
        }
    });
    join_all(writers).await;
    for stream in (1..=4).map(zaak) {
        let [ours, theirs] =
            [nodes[0].load(GEMEENTE, stream, 0).await, nodes[1].load(GEMEENTE, stream, 0).await];
        let (ours, theirs) = (ours.unwrap(), theirs.unwrap());
        assert_eq!(ours, theirs);
        assert!(ours.iter().map(|event| event.version).eq(1..=128), "dense, and all of them");
        let mut commands: Vec<_> = ours.iter().map(|event| event.header.cmd_id).collect();
        commands.dedup();
        assert_eq!(commands.len(), 64, "each command once, its events together");
    }
}

// shows G12
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_command_on_both_nodes_at_once_is_done_once() {
    let Some((nodes, _url)) = two().await else { return };
    for n in 1..=20 {
        let (a, b) = tokio::join!(
            append(&nodes[0], adds(n, zaak(n), 0, &["x"])),
            append(&nodes[1], adds(n, zaak(n), 0, &["x"]))
        );
        let done =
            [a, b].into_iter().map(Result::unwrap).filter(|done| matches!(done, Appended::Done { .. }));
        assert_eq!(done.count(), 1);
        let (a, b) = tokio::join!(
            append(&nodes[0], claims(100 + n, "bsn", &[&n.to_string()])),
            append(&nodes[1], claims(200 + n, "bsn", &[&n.to_string()]))
        );
        assert_eq!([a, b].iter().filter(|done| **done == Err(Refusal::Claimed { scope: "bsn" })).count(), 1);
    }
}

// shows G10
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_conflict_leaves_its_neighbours_alone() {
    let Some((nodes, _url)) = two().await else { return };
    append(&nodes[0], adds(1, zaak(1), 0, &["first"])).await.unwrap();
    let batch = (0..20).map(|n| {
        let stream = if n % 2 == 0 { zaak(1) } else { zaak(10 + n) };
        Write::Append(adds(100 + n, stream, 0, &["x"]))
    });
    let outcomes = commit_all(&nodes[1], batch.collect()).await;
    for (n, outcome) in outcomes.iter().enumerate() {
        let conflict = Err(Refusal::Conflict { stream: zaak(1), actual: 1 });
        assert!(if n % 2 == 0 { *outcome == conflict } else { outcome.is_ok() }, "{n}: {outcome:?}");
    }
}

// shows G09, G10
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_that_both_nodes_hold_has_one_log() {
    let Some((nodes, _url)) = two().await else { return };
    append(&nodes[0], begins(1, document(1), vec![update(KEVIN, 1, b"t", &[1])])).await.unwrap();
    let writers = (0..40_i64).map(|n| {
        let (journal, door) = if n % 2 == 0 { (&nodes[0], KEVIN) } else { (&nodes[1], EMMA) };
        commit(journal, text(document(1), vec![update(door, n, &[7; 40], &[]); 3]))
    });
    let mut firsts: Vec<_> = join_all(writers)
        .await
        .into_iter()
        .map(
            |done| {
                if let Ok(Appended::Document { seq_first }) = done { seq_first } else { panic!("{done:?}") }
            },
        )
        .collect();
    firsts.sort_unstable();
    assert!(firsts.iter().copied().eq((0..40).map(|n| 2 + 3 * n)), "{firsts:?}");
    let state = nodes[1].open_document(GEMEENTE, document(1)).await.unwrap().unwrap();
    assert_eq!((state.seq, state.tail.len()), (121, 121));
    let taken = commit(&nodes[1], text(document(1), vec![update(EMMA, 1, b"u", &[1])])).await;
    assert_eq!(taken, Err(Refusal::ClientTaken { document: document(1), client: 1 }));
}

/// Each node has a chain of its own, and whoever reads the trail gets the lines of both, page by page.
// shows G29
#[tokio::test]
async fn each_node_has_its_own_trail_and_they_are_read_as_one() {
    let Some((nodes, _url)) = two().await else { return };
    for (node, journal) in nodes.iter().enumerate() {
        for n in 0..5 {
            let rows = vec![audit_row(n, &format!("zaak/{node}"))];
            commit(journal, Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
        }
        commit(journal, Write::SignHead { at: moment(9) }).await.unwrap();
    }
    let heads = nodes[0].signed_heads(-1, 10).await.unwrap();
    let ends: Vec<_> = heads.iter().map(|head| (head.node.as_str(), head.link, head.lines)).collect();
    assert_eq!(ends, [("een", 5, 5), ("twee", 5, 5)]);
    for nieuwste_eerst in [false, true] {
        let (mut na, mut found) = (None, Vec::new());
        loop {
            let all = AuditFilter::periode(GEMEENTE, moment(0), moment(9), 3);
            let page = nodes[1].read_audit(&AuditFilter { na, nieuwste_eerst, ..all }).await.unwrap();
            let Some(last) = page.last() else { break };
            na = Some(last.plek());
            found.extend(page.into_iter().map(|line| (line.n, line.node)));
        }
        let mut expected: Vec<_> =
            (1..=5).flat_map(|n| ["een", "twee"].map(|node| (n, node.to_owned()))).collect();
        if nieuwste_eerst {
            expected.reverse();
        }
        assert_eq!(found, expected);
    }
}

/// Writers on two nodes, with others beside them whose transactions take long or are undone: whoever follows the feed gets exactly what was
/// committed, once, and of each stream in order.
// shows G09
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_feed_is_what_was_committed_under_delays_and_rollbacks() {
    let Some((nodes, url)) = two().await else { return };
    const WRITERS: u128 = 32;
    const EACH: u128 = 6;
    let writers = join_all((0..WRITERS).map(|writer| {
        let nodes = &nodes;
        async move {
            let dice = SeededRng::new(u64::try_from(writer).unwrap());
            for turn in 0..EACH {
                let journal = &nodes[usize::from(dice.u32() % 2 == 1)];
                let (n, stream) = (1 + writer * EACH + turn, zaak(u128::from(dice.u32() % 6)));
                insist(journal, n, stream, &["x", "y"]).await;
            }
        }
    }));
    let disturbers = join_all((0..4).map(|who| disturb(&url, who)));
    let total = usize::try_from(WRITERS * EACH * 2).unwrap();
    let reader = async {
        let mut seen: Vec<FeedEvent> = Vec::new();
        while seen.len() < total {
            let after = seen.last().map_or(Position(0), |event| event.position);
            seen.extend(nodes[0].feed(after, 5).await.unwrap());
        }
        seen
    };
    let (seen, _, _) = tokio::join!(reader, writers, disturbers);
    assert!(seen.windows(2).all(|pair| pair[0].position < pair[1].position));
    let mut streams: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for event in &seen {
        streams.entry(event.stream).or_default().push(event.event.clone());
    }
    for (stream, told) in streams {
        assert_eq!(told, nodes[1].load(GEMEENTE, stream, 0).await.unwrap(), "{stream}");
    }
    let last = seen.last().unwrap().position;
    assert_eq!(nodes[1].feed(last, 5).await.unwrap(), []);
}

/// Transactions of somebody else, that get a number, take a while and are undone or not. None of them is on the feed, each holds it up.
async fn disturb(url: &str, who: u64) {
    let (mut conn, dice) = (beside(url).await, SeededRng::new(1_000 + who));
    for _ in 0..12 {
        sqlx::raw_sql("begin; select pg_current_xact_id()").execute(&mut conn).await.unwrap();
        let pause = f64::from(dice.u32() % 30) / 1_000.0;
        sqlx::query("select pg_sleep($1)").bind(pause).execute(&mut conn).await.unwrap();
        let end = if dice.u32() % 2 == 0 { "commit" } else { "rollback" };
        sqlx::raw_sql(end).execute(&mut conn).await.unwrap();
    }
}

/// A transaction that does not end is told, and what was committed after it is not taken for the end of the feed.
#[tokio::test]
async fn a_feed_that_is_held_up_says_so() {
    let Some((nodes, url)) = two().await else { return };
    append(&nodes[0], adds(1, zaak(1), 0, &["a"])).await.unwrap();
    let first = nodes[0].feed(Position(0), 9).await.unwrap().pop().unwrap().position;
    let mut conn = beside(&url).await;
    sqlx::raw_sql("begin; select pg_current_xact_id()").execute(&mut conn).await.unwrap();
    append(&nodes[1], adds(2, zaak(1), 1, &["b"])).await.unwrap();
    assert!(nodes[0].feed(first, 9).await.is_err());
    sqlx::raw_sql("rollback").execute(&mut conn).await.unwrap();
    assert_eq!(nodes[0].feed(first, 9).await.unwrap().len(), 1);
}

/// A node stands still in its turn, another takes it, and the first goes on where it was: what it wrote is written before, and nothing after.
// shows G10, G15
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_that_stood_still_in_its_turn_writes_nothing_in_it_any_more() {
    let Some(([een, twee], _url)) = two().await else { return };
    let stale = een.take_lease("brieven", "een", Duration::ZERO).await.unwrap().unwrap();
    let writer = async {
        for n in 0.. {
            let write = Write::Append(adds(1 + n, zaak(1), u64::try_from(n).unwrap(), &["x"]));
            match commit(&een, write.onder(Some(stale))).await {
                Ok(_) => {}
                Err(refusal) => return refusal,
            }
        }
        unreachable!("it ends")
    };
    let taker = async {
        // Something was written in it first.
        while twee.load(GEMEENTE, zaak(1), 0).await.unwrap().len() < 5 {}
        let lease = twee.take_lease("brieven", "twee", Duration::from_secs(600)).await.unwrap().unwrap();
        (lease, twee.load(GEMEENTE, zaak(1), 0).await.unwrap().len())
    };
    let (refusal, (lease, count)) = tokio::join!(writer, taker);
    assert_eq!(refusal, Refusal::LeaseVoorbij { naam: "brieven" });
    assert_eq!(twee.load(GEMEENTE, zaak(1), 0).await.unwrap().len(), count, "not one after it");
    let next = Write::Append(adds(9_999, zaak(1), count as u64, &["y"])).onder(Some(lease));
    commit(&twee, next).await.unwrap();
}
