//! What is kept whole, and messages for outside.

use uuid::Uuid;

use super::{ANDERE, GEMEENTE, adds, append, zaak};
use crate::store::{Append, Journal, NieuwStuk, OutboxRow, Refusal};

fn met_brief(n: u128, expected: u64) -> Append {
    Append {
        stukken: vec![NieuwStuk { id: Uuid::from_u128(n), bytes: b"%PDF".to_vec() }],
        outbox: vec![OutboxRow { id: Uuid::from_u128(n), kanaal: "mail".into(), body: b"{}".to_vec() }],
        ..adds(n, zaak(1), expected, &["x"])
    }
}

pub(crate) async fn a_stuk_comes_back_under_its_stream_only(journal: &impl Journal) {
    append(journal, met_brief(1, 0)).await.unwrap();
    let of = |gemeente, stream, n| journal.stuk(gemeente, stream, Uuid::from_u128(n));
    assert_eq!(of(GEMEENTE, zaak(1), 1).await.unwrap().as_deref(), Some(&b"%PDF"[..]));
    assert_eq!(of(GEMEENTE, zaak(2), 1).await.unwrap(), None, "another stream");
    assert_eq!(of(ANDERE, zaak(1), 1).await.unwrap(), None, "another municipality");
    assert_eq!(of(GEMEENTE, zaak(1), 2).await.unwrap(), None, "another id");
}

pub(crate) async fn a_refused_command_keeps_no_stuk_and_sends_nothing(journal: &impl Journal) {
    append(journal, met_brief(1, 0)).await.unwrap();
    let refused = append(journal, met_brief(2, 0)).await;
    assert!(matches!(refused, Err(Refusal::Conflict { .. })), "{refused:?}");
    assert_eq!(journal.stuk(GEMEENTE, zaak(1), Uuid::from_u128(2)).await.unwrap(), None);
    assert_eq!(journal.unsent(9).await.unwrap().len(), 1);
}

pub(crate) async fn a_message_waits_until_it_is_marked(journal: &impl Journal) {
    append(journal, met_brief(1, 0)).await.unwrap();
    append(journal, met_brief(2, 1)).await.unwrap();
    let waiting = async || {
        let rows = journal.unsent(9).await.unwrap();
        rows.iter().map(|one| one.row.id.as_u128()).collect::<Vec<_>>()
    };
    assert_eq!(waiting().await, [1, 2]);
    assert_eq!(journal.unsent(1).await.unwrap().len(), 1, "no more than was asked");
    for _ in 0..2 {
        journal.mark_sent(GEMEENTE, Uuid::from_u128(1)).await.unwrap();
        assert_eq!(waiting().await, [2]);
    }
}

pub(crate) async fn an_erased_stream_takes_its_stukken_and_messages_along(journal: &impl Journal) {
    append(journal, met_brief(1, 0)).await.unwrap();
    append(journal, Append { wist: vec![zaak(1)], ..adds(2, zaak(1), 1, &["weg"]) }).await.unwrap();
    assert_eq!(journal.stuk(GEMEENTE, zaak(1), Uuid::from_u128(1)).await.unwrap(), None);
    assert_eq!(journal.unsent(9).await.unwrap(), []);
}
