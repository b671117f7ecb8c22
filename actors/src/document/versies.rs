//! The versions of a document to look back at, read from its log. Who may see them, the caller has asked.

use std::collections::{BTreeMap, BTreeSet};

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId, MedewerkerId};
use keukentafel::store::{Journal, SharedJournal, StoredUpdate};

use crate::limits::{LOG_PAGE_ROWS, VERSIE_LANGST_MICROS, VERSIE_STIL_MICROS};
use crate::weigering::Weigering;

/// A stretch of writing: what was written until nobody wrote for a while.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Schrijfronde {
    /// Its last row.
    pub(crate) seq: u64,
    /// When its first row was written, and its last.
    pub(crate) van: Moment,
    pub(crate) tot: Moment,
    /// Who wrote in it.
    pub(crate) door: BTreeSet<MedewerkerId>,
}

/// A log, as far as a list of versions needs it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Logboek {
    /// Oldest first.
    pub(crate) rondes: Vec<Schrijfronde>,
    /// When each row that was asked for was written, and who wrote since the one before it or the beginning of its round.
    pub(crate) gevraagd: BTreeMap<u64, (Moment, BTreeSet<MedewerkerId>)>,
}

/// Reads the log page by page and keeps nothing of what was written. `vraag` are rows of which the moment is asked.
///
/// # Errors
/// When the journal cannot be read.
pub(crate) async fn logboek(
    journal: &SharedJournal,
    gemeente: GemeenteId,
    document: DocumentId,
    vraag: &BTreeSet<u64>,
) -> Result<Logboek, Weigering> {
    let (mut found, mut seq, mut since) = (Logboek::default(), 0, BTreeSet::new());
    loop {
        let page = journal.document_rows(gemeente, document, seq, LOG_PAGE_ROWS).await?;
        let full = page.len() == LOG_PAGE_ROWS;
        for row in &page {
            seq = row.seq;
            since.extend(row.door);
            if found.neem(row) {
                since = row.door.into_iter().collect();
            }
            if vraag.contains(&row.seq) {
                found.gevraagd.insert(row.seq, (row.at, std::mem::take(&mut since)));
            }
        }
        if !full {
            return Ok(found);
        }
    }
}

impl Logboek {
    /// Takes in a row; `true` when a round begins with it.
    fn neem(&mut self, row: &StoredUpdate) -> bool {
        if let Some(last) = self.rondes.last_mut()
            && row.at <= last.tot.plus_micros(VERSIE_STIL_MICROS)
            && row.at <= last.van.plus_micros(VERSIE_LANGST_MICROS)
        {
            last.seq = row.seq;
            last.tot = row.at;
            last.door.extend(row.door);
            return false;
        }
        let door = row.door.into_iter().collect();
        self.rondes.push(Schrijfronde { seq: row.seq, van: row.at, tot: row.at, door });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(seq: u64, micros: i64, door: u128) -> StoredUpdate {
        let door = Some(MedewerkerId(uuid::Uuid::from_u128(door)));
        StoredUpdate { seq, door, at: Moment::from_micros(micros), bytes: Vec::new() }
    }

    // shows C7
    #[test]
    fn who_writes_on_writes_one_version_and_after_a_pause_another_begins() {
        let mut found = Logboek::default();
        for row in [row(1, 0, 1), row(2, VERSIE_STIL_MICROS, 2), row(3, 2 * VERSIE_STIL_MICROS + 1, 1)] {
            found.neem(&row);
        }
        let rounds: Vec<_> = found.rondes.iter().map(|ronde| (ronde.seq, ronde.door.len())).collect();
        assert_eq!(rounds, [(2, 2), (3, 1)]);
    }

    // shows C7
    #[test]
    fn a_whole_afternoon_is_more_than_one_version() {
        let mut found = Logboek::default();
        for n in 0..=(VERSIE_LANGST_MICROS / VERSIE_STIL_MICROS + 1) {
            found.neem(&row(n.unsigned_abs() + 1, n * VERSIE_STIL_MICROS, 1));
        }
        assert_eq!(found.rondes.len(), 2);
    }
}
