//! The trail: its chain is signed once a day, and what was signed stays.

use super::*;
use crate::domain::ids::PersoonId;
use crate::store::{AuditFilter, AuditUitkomst, SignedHead, head_day};

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

pub(crate) async fn lines_are_found_by_what_is_asked(journal: &impl Journal) {
    let person = |n: u128| PersoonId(Uuid::from_u128(n));
    let row = |n: i64| AuditRow {
        wie: Some(if n % 2 == 0 { EMMA } else { KEVIN }),
        betrokkenen: if n % 3 == 0 { vec![person(1), person(2)] } else { vec![person(2)] },
        handeling: if n == 4 { "WijsToe".to_owned() } else { "zaak.lezen".to_owned() },
        ..audit_row(n / 2, "zaak/1").met_code((n == 5).then_some("niet_gevonden"))
    };
    let rows: Vec<_> = (0..8).map(row).collect();
    for gemeente in [GEMEENTE, ANDERE] {
        commit(journal, Write::Audit { gemeente, rows: rows.clone() }).await.unwrap();
    }
    let all = AuditFilter::periode(GEMEENTE, moment(0), moment(100), 100);
    let numbers = async |filter: AuditFilter| {
        let lines = journal.read_audit(&filter).await.unwrap();
        lines.iter().for_each(|line| assert_eq!(line.row, rows[usize::try_from(line.n - 1).unwrap()]));
        lines.into_iter().map(|line| line.n).collect::<Vec<_>>()
    };
    assert_eq!(numbers(all.clone()).await, [1, 2, 3, 4, 5, 6, 7, 8]);
    let down = AuditFilter { nieuwste_eerst: true, ..all.clone() };
    assert_eq!(numbers(down.clone()).await, [8, 7, 6, 5, 4, 3, 2, 1]);
    let about = AuditFilter { persoon: Some(person(1)), ..down.clone() };
    assert_eq!(numbers(about.clone()).await, [7, 4, 1]);
    assert_eq!(numbers(AuditFilter { wie: Some(KEVIN), ..about.clone() }).await, [4]);
    assert_eq!(numbers(AuditFilter { persoon: Some(person(9)), ..all.clone() }).await, [0; 0]);
    assert_eq!(
        numbers(AuditFilter { wie: Some(EMMA), object: Some("zaak/1".into()), ..all.clone() }).await,
        [1, 3, 5, 7]
    );
    assert_eq!(numbers(AuditFilter { object: Some("zaak/2".into()), ..all.clone() }).await, [0; 0]);
    assert_eq!(numbers(AuditFilter { handeling: Some("WijsToe".into()), ..all.clone() }).await, [5]);
    let refused = AuditFilter { uitkomst: Some(AuditUitkomst::Geweigerd), ..all.clone() };
    assert_eq!(numbers(refused).await, [6]);
    let window = AuditFilter { from: moment(1), until: moment(3), ..all };
    assert_eq!(numbers(window).await, [3, 4, 5, 6]);
    // Page by page, both ways, also where several lines are of one moment.
    for (filter, expected) in [(down, [8, 7, 6, 5, 4, 3, 2, 1].as_slice()), (about, &[7, 4, 1])] {
        let (mut na, mut found) = (None, Vec::new());
        loop {
            let page = journal.read_audit(&AuditFilter { na, limit: 2, ..filter.clone() }).await.unwrap();
            found.extend(page.iter().map(|line| line.n));
            match page.last() {
                Some(last) => na = Some(last.plek()),
                None => break,
            }
        }
        assert_eq!(found, expected);
    }
}
