//! A journal with something in every table.

use super::concepten::{nieuw, van};
use super::*;
use crate::domain::ids::PersoonId;
use crate::store::{ConceptWrite, NieuwStuk, OutboxRow, Position};

/// Something in every table; `mark` stands wherever content can.
pub(crate) async fn fill(journal: &impl Journal, mark: &str) {
    for n in 1..=3 {
        let stream = zaak(n);
        let outbox =
            OutboxRow { id: Uuid::from_u128(n), kanaal: "mail".into(), body: mark.as_bytes().to_vec() };
        let command = Append {
            claims: claims(1, "bsn", &[&format!("{mark}{n}")]).claims,
            outbox: vec![outbox],
            stukken: vec![NieuwStuk { id: Uuid::from_u128(100 + n), bytes: mark.as_bytes().to_vec() }],
            audit: vec![audit_row(1, &format!("zaak/{n}")), audit_row(2, &format!("zaak/{n}"))],
            answer: mark.as_bytes().to_vec(),
            ..adds(n, stream, 0, &[mark, mark])
        };
        append(journal, command).await.unwrap();
    }
    let row = |n| update(KEVIN, n, mark.as_bytes(), &[5]);
    append(journal, begins(10, document(1), vec![row(1)])).await.unwrap();
    let state = |seq| Write::Snapshot {
        gemeente: GEMEENTE,
        document: document(1),
        seq,
        bytes: mark.as_bytes().to_vec(),
    };
    let rows = (2..=2_100).map(row).collect();
    let compact = Write::Compact { gemeente: GEMEENTE, document: document(1) };
    let projection =
        Write::Projection { name: "lijst", position: Position(2), bytes: mark.as_bytes().to_vec() };
    for outcome in
        commit_all(journal, vec![text(document(1), rows), state(2_050), state(2_090), compact, projection])
            .await
    {
        outcome.unwrap();
    }
    let concept = nieuw(van(KEVIN), 0, 4, mark);
    let concept = Write::Concept(ConceptWrite::Bewaar(concept, vec![]));
    let about = AuditRow { betrokkenen: vec![PersoonId(Uuid::from_u128(7))], ..audit_row(3, "zaak/1") };
    let look = Write::Audit { gemeente: GEMEENTE, rows: vec![about] };
    for outcome in commit_all(journal, vec![look, concept, Write::SignHead { at: moment(3) }]).await {
        outcome.unwrap();
    }
}
