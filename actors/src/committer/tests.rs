use std::sync::Arc;

use keukentafel::clock::{ManualClock, Moment};
use keukentafel::domain::ids::GemeenteId;
use keukentafel::store::memory::Failure;
use keukentafel::store::{AuditRow, Journal, MemoryJournal, SharedJournal, Write, head_day};
use tokio::sync::Notify;
use uuid::Uuid;

use super::{Committer, sign_daily};
use crate::bus::Bus;
use crate::limits::HEAD_LOOK;

const DAY: i64 = 24 * 60 * 60 * 1_000_000;
/// Half a minute before midnight UTC, when it is tomorrow in Amsterdam already.
const START: i64 = 20_717 * DAY - 30_000_000;

struct Node {
    journal: Arc<MemoryJournal>,
    clock: Arc<ManualClock>,
    committer: Committer,
}

impl Node {
    fn start(journal: Arc<MemoryJournal>) -> Self {
        let shared = SharedJournal::from_arc(Arc::clone(&journal));
        let committer = Committer::start(shared, Arc::new(Notify::new()), Bus::none(), Arc::new(|_| {}));
        let clock = Arc::new(ManualClock::at(Moment::from_micros(START)));
        sign_daily(&committer, Arc::<ManualClock>::clone(&clock));
        Self { journal, clock, committer }
    }

    fn fresh() -> Self {
        Self::start(Arc::new(MemoryJournal::new(Uuid::from_u128(1))))
    }

    async fn looks_at_a_zaak(&self) {
        let row = AuditRow::new(Moment::from_micros(START), "zaak.lezen", "zaak/1");
        let write = Write::Audit { gemeente: GemeenteId(Uuid::from_u128(9)), rows: vec![row] };
        self.committer.write(write).await.unwrap().unwrap().unwrap();
    }

    /// Lets a look pass, on the wall clock and on that of the node.
    async fn waits(&self, looks: u32) {
        for _ in 0..looks {
            self.clock.advance(i64::try_from(HEAD_LOOK.as_micros()).unwrap());
            tokio::time::advance(HEAD_LOOK).await;
            for _ in 0..20 {
                tokio::task::yield_now().await;
            }
        }
    }

    /// Day and lines of each head.
    async fn heads(&self) -> Vec<(i64, u64)> {
        let heads = self.journal.signed_heads(-1, 99).await.unwrap();
        heads.iter().map(|head| (head.day, head.lines)).collect()
    }

    fn signings(&self) -> usize {
        let all = self.journal.committed();
        all.iter().flatten().filter(|write| matches!(write, Write::SignHead { .. })).count()
    }
}

// shows G29
#[tokio::test(start_paused = true)]
async fn the_trail_is_signed_once_a_day_by_the_clock_that_was_given() {
    let node = Node::fresh();
    let day = head_day(Moment::from_micros(START));
    node.looks_at_a_zaak().await;
    assert_eq!(node.heads().await, [], "not before the first look");
    node.waits(1).await;
    assert_eq!(node.heads().await, [(day + 1, 1)], "it is past midnight by then");
    node.looks_at_a_zaak().await;
    node.waits(50).await;
    assert_eq!(node.heads().await, [(day + 1, 1)]);
    assert_eq!(node.signings(), 1, "nothing is written where nothing is to be signed");
    node.clock.advance(14 * DAY);
    node.waits(1).await;
    assert_eq!(node.heads().await, [(day + 1, 1), (day + 15, 2)]);
    node.clock.advance(-3 * DAY);
    node.waits(1).await;
    assert_eq!(node.heads().await.len(), 2);
}

#[tokio::test(start_paused = true)]
async fn what_could_not_be_signed_is_tried_again() {
    let node = Node::fresh();
    node.waits(2).await;
    assert_eq!((node.heads().await.len(), node.signings()), (0, 2), "there was no line yet");
    node.looks_at_a_zaak().await;
    node.journal.fail_next(1, &Failure::Full);
    node.waits(1).await;
    assert_eq!(node.heads().await.len(), 0);
    node.waits(1).await;
    assert_eq!(node.heads().await.len(), 1);
    // Another process of the same node finds it signed.
    let again = Node::start(Arc::clone(&node.journal));
    again.waits(3).await;
    assert_eq!(again.heads().await.len(), 1);
}

#[tokio::test(start_paused = true)]
async fn it_keeps_no_committer_going() {
    let node = Node::fresh();
    node.looks_at_a_zaak().await;
    let journal = Arc::clone(&node.journal);
    let clock = Arc::clone(&node.clock);
    drop(node);
    clock.advance(DAY);
    tokio::time::advance(HEAD_LOOK * 2).await;
    for _ in 0..20 {
        tokio::task::yield_now().await;
    }
    assert_eq!(journal.signed_heads(-1, 9).await.unwrap(), []);
    assert_eq!(Arc::strong_count(&clock), 1, "its task has ended");
}
