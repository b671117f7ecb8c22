//! Turns, and what is written in them.

use std::time::Duration;

use super::*;
use crate::store::{Lease, Leases, Position};

const LANG: Duration = Duration::from_secs(600);

async fn neem(journal: &impl Leases, houder: &str, duur: Duration) -> Option<Lease> {
    journal.take_lease("brieven", houder, duur).await.unwrap()
}

fn in_beurt(lease: Lease, write: Append) -> Write {
    Write::Append(write).onder(Some(lease))
}

// shows G10
pub(crate) async fn a_turn_is_of_one_node_until_it_ends(journal: &(impl Journal + Leases)) {
    let first = neem(journal, "n1", LANG).await.unwrap();
    assert_eq!(neem(journal, "n2", LANG).await, None);
    assert!(
        journal.take_lease("berichten", "n2", LANG).await.unwrap().is_some(),
        "other work is another turn"
    );
    // Who has it keeps it, and may give it up by keeping it no longer.
    assert_eq!(neem(journal, "n1", Duration::ZERO).await, Some(first));
    let second = neem(journal, "n2", LANG).await.unwrap();
    assert!(second.epoch > first.epoch);
    assert_eq!(neem(journal, "n1", LANG).await, None);
}

// shows G10, G15
pub(crate) async fn what_is_written_in_a_turn_that_went_on_is_refused(journal: &(impl Journal + Leases)) {
    let stale = neem(journal, "n1", Duration::ZERO).await.unwrap();
    // Over, and not another's: nobody did it meanwhile.
    commit(journal, in_beurt(stale, adds(1, zaak(1), 0, &["een"]))).await.unwrap();
    let lease = neem(journal, "n2", LANG).await.unwrap();
    let state = |name| Write::Projection { name, position: Position(1), bytes: b"x".to_vec() };
    let outcomes = commit_all(
        journal,
        vec![
            in_beurt(stale, adds(2, zaak(1), 1, &["oud"])),
            in_beurt(lease, adds(3, zaak(1), 1, &["twee"])),
            Write::Append(adds(4, zaak(2), 0, &["van iedereen"])),
            state("oud").onder(Some(stale)),
            state("nieuw").onder(Some(lease)),
        ],
    )
    .await;
    let voorbij = Err(Refusal::LeaseVoorbij { naam: "brieven" });
    let refused: Vec<_> = outcomes.iter().map(|outcome| *outcome == voorbij).collect();
    assert_eq!(refused, [true, false, false, true, false], "{outcomes:?}");
    assert_eq!(bodies(journal, zaak(1)).await, ["een", "twee"]);
    assert_eq!(bodies(journal, zaak(2)).await, ["van iedereen"]);
    assert_eq!(journal.projection("oud").await.unwrap(), None);
    assert!(journal.projection("nieuw").await.unwrap().is_some());
    // In a turn that nobody took nothing is written either.
    let never = Lease { naam: "nooit", epoch: 1 };
    assert!(commit(journal, in_beurt(never, adds(5, zaak(3), 0, &["x"]))).await.is_err());
}
