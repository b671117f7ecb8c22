//! The feed at its hardest: the transactions of the journal itself take long after they drew their number, and many are undone, some at their very
//! end. `make proof-feed` runs it larger (`LONG=1`, `SEED=n`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use futures_util::future::join_all;
use sqlx::Row;

use super::*;
use crate::domain::ids::{CommandId, Version};
use crate::rng::SeededRng;
use crate::store::conformance::command;
use crate::store::{Appended, Fault, Journal, Position, Refusal, Write};

const WRITERS: u128 = 64;
/// A node writes events over one connection: so many transactions are under way at a time.
const NODES: usize = 6;
const STREAMS: u32 = 8;
/// Of a hundred commands that failed so many are given up; the others are given to another node again.
const OPGEGEVEN_PERCENT: u32 = 25;

/// A transaction that inserted events waits up to 15 ms, and is undone by chance: at once, as when another is in its way or its time is over,
/// or at its commit, so that whoever waits for it knows nothing. What a sequence counts is not undone.
const HINDER: &str = "
    create sequence ongedaan;
    create function hinder() returns trigger language plpgsql as $$
    begin
        perform pg_sleep(random() * 0.015);
        if random() < tg_argv[0]::float then
            perform nextval('ongedaan');
            raise exception 'undone' using errcode = case when random() < 0.5 then '40001' else '57014' end;
        end if;
        return null;
    end $$;
    create trigger hinder after insert on event for each statement execute function hinder('0.15');
    create constraint trigger hinder_late after insert on event deferrable initially deferred
        for each row execute function hinder('0.02')";

/// What the feed says of an event.
type Told = (Position, u128, Version, CommandId);

struct Run {
    nodes: Vec<PostgresJournal>,
    url: String,
    seed: u64,
    each: u128,
    done: AtomicBool,
    faults: AtomicUsize,
}

impl Run {
    async fn begin() -> Option<Self> {
        let number = |name| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        let url = database().await?;
        let nodes = join_all((0..NODES).map(|n| {
            let url = url.clone();
            async move { open(&url, &format!("n{n}")).await }
        }))
        .await;
        sqlx::raw_sql(HINDER).execute(&mut beside(&url).await).await.unwrap();
        let each = if number("LONG") == Some(1) { 60 } else { 3 };
        let (done, faults) = (AtomicBool::new(false), AtomicUsize::new(0));
        Some(Self { nodes, url, seed: number("SEED").unwrap_or(1), each, done, faults })
    }

    fn dice(&self, who: u128) -> SeededRng {
        SeededRng::new(self.seed.wrapping_mul(1_000) + u64::try_from(who).unwrap())
    }

    fn node(&self, dice: &SeededRng) -> &PostgresJournal {
        &self.nodes[usize::try_from(dice.u32()).unwrap() % NODES]
    }

    /// Gives commands of two events each to streams that all others write too. Gives back which were acknowledged.
    async fn writer(&self, who: u128) -> Vec<CommandId> {
        let dice = self.dice(who);
        let mut acknowledged = Vec::new();
        for turn in 0..self.each {
            let (n, stream) = (1 + who * self.each + turn, zaak(u128::from(dice.u32() % STREAMS)));
            let mut expected = 0;
            loop {
                let write = Write::Append(adds(n, stream, expected, &["x", "y"]));
                match self.node(&dice).commit(vec![write]).await.remove(0) {
                    Ok(Ok(Appended::Done { .. } | Appended::Repeated { .. })) => {
                        acknowledged.push(command(n));
                        break;
                    }
                    Ok(Err(Refusal::Conflict { actual, .. })) => expected = actual,
                    Err(Fault::Unavailable(_)) => {
                        self.faults.fetch_add(1, Ordering::Relaxed);
                        if dice.u32() % 100 < OPGEGEVEN_PERCENT {
                            break;
                        }
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
        acknowledged
    }

    /// Follows the feed at a node in pages of any size, all the while and then to its end.
    async fn consumer(&self, node: usize) -> Vec<Told> {
        let dice = self.dice(10_000 + node as u128);
        let mut seen: Vec<Told> = Vec::new();
        loop {
            let (last, after) = (self.done.load(Ordering::Acquire), end_of(&seen));
            let page = 1 + usize::try_from(dice.u32() % 40).unwrap();
            // Held up by a transaction for longer than it waits: asked again.
            let Ok(events) = self.nodes[node].feed(after, page).await else { continue };
            if events.is_empty() && last {
                return seen;
            }
            seen.extend(events.into_iter().map(|event| {
                (event.position, event.stream.id.as_u128(), event.event.version, event.event.header.cmd_id)
            }));
        }
    }

    /// As a consumer, but takes what it finds: it does not wait for whoever drew a number before.
    async fn hasty(&self) -> Vec<Told> {
        let (mut conn, mut seen) = (beside(&self.url).await, Vec::new());
        loop {
            let last = self.done.load(Ordering::Acquire);
            let more = committed(&mut conn, end_of(&seen)).await;
            if more.is_empty() && last {
                return seen;
            }
            seen.extend(more);
        }
    }
}

fn end_of(seen: &[Told]) -> Position {
    seen.last().map_or(Position(0), |told| told.0)
}

/// What stands in the table beyond a place.
async fn committed(conn: &mut PgConnection, after: Position) -> Vec<Told> {
    let text = "select position, stream, version, cmd_id from event where position > $1 order by position";
    let rows = sqlx::query(text).bind(i64::try_from(after.0).unwrap()).fetch_all(conn).await.unwrap();
    let id = |bytes: Vec<u8>| uuid::Uuid::from_slice(&bytes).unwrap();
    let told = rows.iter().map(|row| {
        let (position, version): (i64, i64) = (row.get(0), row.get(2));
        let position = Position(u64::try_from(position).unwrap());
        (position, id(row.get(1)).as_u128(), u64::try_from(version).unwrap(), CommandId(id(row.get(3))))
    });
    told.collect()
}

/// 64 writers at six nodes, whose transactions are held up and undone: every consumer gets exactly what was committed, once, and of each stream
/// in order.
// shows G09, G12
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_consumer_gets_exactly_what_was_committed_whatever_is_held_up_or_undone() {
    let Some(run) = Run::begin().await else { return };
    let writers = async {
        let acknowledged = join_all((0..WRITERS).map(|who| run.writer(who))).await.concat();
        run.done.store(true, Ordering::Release);
        acknowledged
    };
    let consumers = join_all((0..NODES).map(|node| run.consumer(node)));
    let (acknowledged, consumers, hasty) = tokio::join!(writers, consumers, run.hasty());
    let mut conn = beside(&run.url).await;
    let truth = committed(&mut conn, Position(0)).await;
    let undone: i64 =
        sqlx::query_scalar("select last_value from ongedaan").fetch_one(&mut conn).await.unwrap();
    let skipped = truth.len() - hasty.len();
    println!(
        "FEED seed {} writers {WRITERS} nodes {NODES} acknowledged {} events {} undone {undone} unknown {} skipped {skipped}",
        run.seed,
        acknowledged.len(),
        truth.len(),
        run.faults.load(Ordering::Relaxed)
    );
    if std::env::var("FAALT").as_deref() == Ok("1") {
        assert_eq!(hasty, truth, "who does not wait");
    }
    for (node, seen) in consumers.iter().enumerate() {
        assert!(*seen == truth, "the consumer at node {node}: {} of {}", seen.len(), truth.len());
    }
    whole(&truth, &acknowledged);
    assert!(undone > 0, "nothing was undone");
}

/// Of each stream the versions are dense and in order, and each command is there once with both its events, or not at all.
fn whole(truth: &[Told], acknowledged: &[CommandId]) {
    let mut streams: BTreeMap<u128, Vec<Version>> = BTreeMap::new();
    let mut commands: BTreeMap<CommandId, Vec<(u128, Version)>> = BTreeMap::new();
    for (_, stream, version, command) in truth {
        streams.entry(*stream).or_default().push(*version);
        commands.entry(*command).or_default().push((*stream, *version));
    }
    for (stream, versions) in &streams {
        assert!(versions.iter().copied().eq(1..=versions.len() as u64), "stream {stream}: {versions:?}");
    }
    for (command, events) in &commands {
        let [(stream, first), (other, second)] = events[..] else { panic!("{command:?}: {events:?}") };
        assert!(stream == other && second == first + 1, "{command:?}: {events:?}");
    }
    let lost: BTreeSet<_> = acknowledged.iter().filter(|id| !commands.contains_key(id)).collect();
    assert!(lost.is_empty(), "acknowledged and not there: {lost:?}");
}
