//! The trail: its chain is signed once a day, and what was signed stays.

use super::*;
use crate::store::{SignedHead, head_day};

const DAY: i64 = 24 * 60 * 60 * 1_000_000;

async fn sign(journal: &impl Journal, at: Moment) -> Result<Appended, Refusal> {
    commit(journal, Write::SignHead { at }).await
}

async fn looks(journal: &impl Journal, n: i64) {
    let rows = vec![audit_row(n, "zaak/1")];
    commit(journal, Write::Audit { gemeente: GEMEENTE, rows }).await.unwrap();
}

async fn heads(journal: &impl Journal) -> Vec<SignedHead> {
    journal.signed_heads(-1, 100).await.unwrap()
}

pub(crate) async fn an_empty_trail_has_no_head(journal: &impl Journal) {
    assert_eq!(sign(journal, moment(0)).await, Err(Refusal::Missing));
    append(journal, adds(1, zaak(1), 0, &["without a line"])).await.unwrap();
    assert_eq!(sign(journal, moment(0)).await, Err(Refusal::Missing));
    assert_eq!(heads(journal).await, []);
    // The refusal does not take the day.
    looks(journal, 1).await;
    sign(journal, moment(1)).await.unwrap();
    assert_eq!(heads(journal).await.len(), 1);
}

// shows G29
pub(crate) async fn a_head_is_signed_once_a_day(journal: &impl Journal) {
    looks(journal, 1).await;
    assert_eq!(sign(journal, moment(2)).await, Ok(Appended::Kept));
    looks(journal, 3).await;
    for at in [moment(4), moment(0), moment(-DAY)] {
        assert_eq!(sign(journal, at).await, Ok(Appended::Kept), "that day is signed, and the one before it");
    }
    let first = heads(journal).await;
    assert_eq!(first.iter().map(|head| (head.link, head.lines)).collect::<Vec<_>>(), [(1, 1)]);
    sign(journal, moment(DAY)).await.unwrap();
    // On the third day nothing was added, and that is said too.
    sign(journal, moment(2 * DAY)).await.unwrap();
    let all = heads(journal).await;
    assert_eq!(all[..1], first, "what was signed stays");
    let day = head_day(moment(0));
    let seen: Vec<_> = all.iter().map(|head| (head.day, head.link, head.lines)).collect();
    assert_eq!(seen, [(day, 1, 1), (day + 1, 2, 2), (day + 2, 2, 2)]);
    assert_eq!(all[1].chain, all[2].chain);
    assert_eq!([all[0].previous, all[1].previous], [[0; 32], all[0].sealed()]);
    assert!(all.iter().all(|head| head.is_signed_by(&journal.head_key())));
    assert_eq!(journal.signed_heads(day, 1).await.unwrap(), all[1..2]);
}

pub(crate) async fn a_head_holds_all_lines_of_its_batch(journal: &impl Journal) {
    let look = |n| Write::Audit { gemeente: GEMEENTE, rows: vec![audit_row(n, "zaak/1")] };
    let batch = vec![look(1), Write::SignHead { at: moment(2) }, look(3), Write::SignHead { at: moment(4) }];
    commit_all(journal, batch).await.into_iter().for_each(|done| assert_eq!(done, Ok(Appended::Kept)));
    let heads = heads(journal).await;
    assert_eq!(heads.iter().map(|head| (head.link, head.lines)).collect::<Vec<_>>(), [(1, 2)]);
}

pub(crate) async fn a_signature_is_over_every_field(journal: &impl Journal) {
    looks(journal, 1).await;
    sign(journal, moment(2)).await.unwrap();
    let key = journal.head_key();
    let head = heads(journal).await.remove(0);
    let changed: [fn(&mut SignedHead); 8] = [
        |head| head.node.push('x'),
        |head| head.day += 1,
        |head| head.link += 1,
        |head| head.lines += 1,
        |head| head.chain[0] ^= 1,
        |head| head.at = head.at.plus_micros(1),
        |head| head.previous[31] ^= 1,
        |head| head.signature[0] ^= 1,
    ];
    for (field, change) in changed.iter().enumerate() {
        let mut other = head.clone();
        change(&mut other);
        assert!(!other.is_signed_by(&key), "field {field}");
    }
    assert!(head.is_signed_by(&key));
    assert!(!head.is_signed_by(&[9; 32]), "nor by another key");
}
