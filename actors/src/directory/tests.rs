use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use keukentafel::store::MemoryJournal;
use ractor::{Actor, ActorProcessingErr, ActorRef};
use tokio::sync::oneshot;

use super::*;
use crate::limits::STARTS_PER_MINUTE;
use crate::weigering::Weigering;

/// Counts what it is sent; loads by counting loads.
struct Teller;

#[derive(Clone, Default)]
struct Tellers {
    loads: Arc<AtomicUsize>,
    failing: Arc<AtomicBool>,
    /// The store cannot be read.
    unread: Arc<AtomicBool>,
    /// The store cannot be reached.
    away: Arc<AtomicBool>,
}

enum Msg {
    Add(Reply<usize>),
    Panic,
    Sleep,
    WindDown,
    /// Stops the actor's queue until told to go on.
    Hold(oneshot::Sender<()>, oneshot::Receiver<()>),
}

struct State {
    start: Start<Tellers>,
    count: usize,
    leaving: bool,
    failed: bool,
}

impl Kind for Tellers {
    const NAME: &'static str = "teller";
    const MAILBOX: usize = 4;
    type Id = u32;
    type Seed = Tellers;
    type Msg = Msg;
    type Actor = Teller;
    fn actor(&self) -> Teller {
        Teller
    }
    fn wind_down() -> Msg {
        Msg::WindDown
    }
}

impl Actor for Teller {
    type Msg = Admitted<Msg>;
    type State = State;
    type Arguments = Start<Tellers>;

    async fn pre_start(
        &self,
        _: ActorRef<Self::Msg>,
        start: Start<Tellers>,
    ) -> Result<State, ActorProcessingErr> {
        Ok(State { start, count: 0, leaving: false, failed: false })
    }

    async fn post_start(
        &self,
        myself: ActorRef<Self::Msg>,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        tokio::task::yield_now().await;
        state.start.seed.loads.fetch_add(1, Ordering::SeqCst);
        if state.start.seed.failing.load(Ordering::SeqCst) {
            state.failed = true;
            state.start.passivation.failed(&myself);
        } else if state.start.seed.unread.load(Ordering::SeqCst) {
            state.failed = true;
            let journal = MemoryJournal::new(uuid::Uuid::from_u128(42));
            journal.be_away(state.start.seed.away.load(Ordering::SeqCst));
            state.start.passivation.unread(&myself, &journal);
        }
        Ok(())
    }

    async fn handle(
        &self,
        myself: ActorRef<Self::Msg>,
        message: Self::Msg,
        state: &mut State,
    ) -> Result<(), ActorProcessingErr> {
        match message.msg {
            Msg::Add(reply) if state.failed => drop(reply.send(Err(Weigering::Onbekend))),
            Msg::Add(_) if state.leaving => {}
            Msg::Add(reply) => {
                state.count += 1;
                drop(reply.send(Ok(state.count)));
            }
            Msg::Panic => panic!("asked to"),
            Msg::Sleep | Msg::WindDown => {
                state.leaving = true;
                state.start.passivation.ask(&myself);
            }
            Msg::Hold(held, go_on) => {
                let _ = held.send(());
                drop(go_on.await);
            }
        }
        Ok(())
    }
}

async fn add(directory: &Directory<Tellers>, seed: &Tellers, id: u32) -> Result<usize, Weigering> {
    directory.ask(id, seed, Msg::Add).await
}

#[tokio::test(start_paused = true)]
async fn ten_who_ask_at_once_find_one_actor() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    let asked: Vec<_> = (0..10)
        .map(|_| {
            let (directory, seed) = (directory.clone(), seed.clone());
            tokio::spawn(async move { add(&directory, &seed, 1).await })
        })
        .collect();
    let mut answers = Vec::new();
    for one in asked {
        answers.push(one.await.unwrap().unwrap());
    }
    answers.sort_unstable();
    assert_eq!(answers, (1..=10).collect::<Vec<_>>());
    assert_eq!(seed.loads.load(Ordering::SeqCst), 1);
}

#[tokio::test(start_paused = true)]
async fn a_failed_load_answers_and_is_not_kept() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    seed.failing.store(true, Ordering::SeqCst);
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Onbekend));
    seed.failing.store(false, Ordering::SeqCst);
    assert_eq!(add(&directory, &seed, 1).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn who_panics_takes_no_other_along_and_is_started_again() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    assert_eq!(add(&directory, &seed, 1).await, Ok(1));
    assert_eq!(add(&directory, &seed, 2).await, Ok(1));
    directory.send(1, &seed, Msg::Panic).await.unwrap();
    assert_eq!(add(&directory, &seed, 1).await, Ok(1), "anew");
    assert_eq!(add(&directory, &seed, 2).await, Ok(2), "untouched");
}

#[tokio::test(start_paused = true)]
async fn an_id_that_keeps_dying_is_left_alone_for_a_minute() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    for _ in 0..STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Ok(1));
        directory.send(1, &seed, Msg::Panic).await.unwrap();
    }
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Bezig));
    assert_eq!(add(&directory, &seed, 2).await, Ok(1), "others go on");
    tokio::time::advance(Duration::from_secs(61)).await;
    assert_eq!(add(&directory, &seed, 1).await, Ok(1));
}

#[tokio::test(start_paused = true)]
async fn an_id_that_cannot_load_is_left_alone_for_a_minute() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    seed.failing.store(true, Ordering::SeqCst);
    for _ in 0..STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Onbekend));
    }
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Bezig));
    assert_eq!(seed.loads.load(Ordering::SeqCst), STARTS_PER_MINUTE);
}

// shows G11
#[tokio::test(start_paused = true)]
async fn that_the_store_was_away_is_held_against_nobody() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    seed.unread.store(true, Ordering::SeqCst);
    seed.away.store(true, Ordering::SeqCst);
    for _ in 0..4 * STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Onbekend));
    }
    seed.unread.store(false, Ordering::SeqCst);
    seed.away.store(false, Ordering::SeqCst);
    assert_eq!(add(&directory, &seed, 1).await, Ok(1), "at once");
}

/// What always fails to be read is no store that is away.
// shows G11
#[tokio::test(start_paused = true)]
async fn an_id_that_a_store_at_work_cannot_read_is_left_alone_for_a_minute() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    seed.unread.store(true, Ordering::SeqCst);
    for _ in 0..STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Onbekend));
    }
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Bezig));
    assert_eq!(seed.loads.load(Ordering::SeqCst), STARTS_PER_MINUTE);
}

#[tokio::test(start_paused = true)]
async fn who_sleeps_well_may_be_woken_as_often_as_anybody_asks() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    for _ in 0..4 * STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Ok(1));
        directory.send(1, &seed, Msg::Sleep).await.unwrap();
    }
    assert_eq!(seed.loads.load(Ordering::SeqCst), 4 * STARTS_PER_MINUTE);
}

#[tokio::test(start_paused = true)]
async fn who_dies_while_it_falls_asleep_died() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    for _ in 0..STARTS_PER_MINUTE {
        assert_eq!(add(&directory, &seed, 1).await, Ok(1));
        let (held, is_held) = oneshot::channel();
        let (go_on, goes_on) = oneshot::channel();
        directory.send(1, &seed, Msg::Hold(held, goes_on)).await.unwrap();
        is_held.await.unwrap();
        directory.send(1, &seed, Msg::Sleep).await.unwrap();
        directory.send(1, &seed, Msg::Panic).await.unwrap();
        go_on.send(()).unwrap();
    }
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Bezig));
}

#[tokio::test(start_paused = true)]
async fn who_asks_while_it_falls_asleep_waits_for_the_successor() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    assert_eq!(add(&directory, &seed, 1).await, Ok(1));
    let (held, is_held) = oneshot::channel();
    let (go_on, goes_on) = oneshot::channel();
    directory.send(1, &seed, Msg::Hold(held, goes_on)).await.unwrap();
    is_held.await.unwrap();
    directory.send(1, &seed, Msg::Sleep).await.unwrap();
    let asks = add(&directory, &seed, 1);
    let wakes = async { go_on.send(()) };
    let (answer, _) = tokio::join!(asks, wakes);
    assert_eq!(answer, Ok(1), "the successor counts from its own load");
    assert_eq!(seed.loads.load(Ordering::SeqCst), 2);
}

#[tokio::test(start_paused = true)]
async fn a_full_mailbox_says_so_and_a_patient_sender_waits() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    let (held, is_held) = oneshot::channel();
    let (go_on, goes_on) = oneshot::channel();
    directory.send(1, &seed, Msg::Hold(held, goes_on)).await.unwrap();
    is_held.await.unwrap();
    let mut answers = Vec::new();
    for _ in 0..Tellers::MAILBOX - 1 {
        let (reply, answer) = oneshot::channel();
        directory.try_send(1, &seed, Msg::Add(reply)).await.unwrap();
        answers.push(answer);
    }
    let (reply, _) = oneshot::channel();
    assert_eq!(directory.try_send(1, &seed, Msg::Add(reply)).await, Err(Weigering::Bezig));
    let (patient, ()) = tokio::join!(add(&directory, &seed, 1), async {
        let _ = go_on.send(());
    });
    assert_eq!(patient, Ok(Tellers::MAILBOX));
}

#[tokio::test(start_paused = true)]
async fn stopping_waits_for_all_and_starts_nobody() {
    let seed = Tellers::default();
    let directory = Directory::start(seed.clone());
    for id in 0..20 {
        add(&directory, &seed, id).await.unwrap();
    }
    assert_eq!(directory.awake().len(), 20);
    directory.stop().await;
    assert!(directory.awake().is_empty());
    assert_eq!(add(&directory, &seed, 1).await, Err(Weigering::Bezig));
}
