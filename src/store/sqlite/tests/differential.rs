//! The same batches, drawn at random, into memory and into SQLite: the same outcomes and the same content.

use super::*;
use crate::rng::{Rng, SeededRng};
use crate::store::conformance::concepten::{bewaar, nieuw};
use crate::store::conformance::{ANDERE, EMMA, hash};
use crate::store::{
    ConceptSleutel, ConceptWeg, ConceptWrite, Concepten, DocumentStatus, Journal, MemoryJournal, StatusChange,
};

const SEEDS: u64 = 12;
const BATCHES: usize = 25;

/// Draws small numbers, so that commands, streams, claims and client ids meet often.
struct Dice(SeededRng);

impl Dice {
    fn below(&self, n: u32) -> u32 {
        self.0.u32() % n
    }

    fn write(&self) -> Write {
        let gemeente = if self.below(6) == 0 { ANDERE } else { GEMEENTE };
        let document = document(self.below(3).into());
        match self.below(15) {
            0 => Write::Snapshot { gemeente, document, seq: self.below(12).into(), bytes: vec![7; 9] },
            1 => Write::Compact { gemeente, document },
            2 => Write::Audit { gemeente, rows: vec![audit_row(1, "zaak/1")] },
            3 => {
                Write::Projection { name: "lijst", position: Position(self.below(9).into()), bytes: vec![1] }
            }
            4 => Write::SignHead { at: moment(i64::from(self.below(3)) * 86_400_000_000) },
            5..=8 => {
                let door = if self.below(2) == 0 { KEVIN } else { EMMA };
                let binds: Vec<u64> = (0..self.below(2)).map(|_| self.below(4).into()).collect();
                let updates = (0..self.below(3)).map(|n| update(door, n.into(), &[9], &binds)).collect();
                Write::Document(crate::store::DocumentAppend { gemeente, document, updates })
            }
            9 | 10 => self.concept(gemeente),
            11.. => Write::Append(self.append(gemeente, document)),
        }
    }

    /// Of two people, about one of two things or nothing, on top of a version that may be the last one.
    fn concept(&self, gemeente: crate::domain::ids::GemeenteId) -> Write {
        let medewerker = if self.below(2) == 0 { KEVIN } else { EMMA };
        let onderwerp = Some(Uuid::from_u128(self.below(3).into())).filter(|id| !id.is_nil());
        let sleutel = ConceptSleutel { gemeente, medewerker, onderwerp, ..van(KEVIN) };
        let basis = |n: u32| if n == 0 { 0 } else { nieuw(sleutel, 0, n.into(), "").versie() };
        match self.below(8) {
            0 => Write::Concept(ConceptWrite::Opruimen { at: moment(i64::from(self.below(9)) + 1_000) }),
            1 => {
                let versie = basis(1 + self.below(3));
                Write::Concept(ConceptWrite::Weg(ConceptWeg { sleutel, versie }, vec![]))
            }
            2.. => bewaar(nieuw(sleutel, basis(self.below(4)), (1 + self.below(3)).into(), "x")),
        }
    }

    fn append(&self, gemeente: crate::domain::ids::GemeenteId, id: crate::domain::ids::DocumentId) -> Append {
        let n = self.below(80).into();
        let mut append = Append { gemeente, ..adds(n, zaak(1), 0, &[]) };
        append.streams.clear();
        for _ in 0..self.below(3) {
            let bodies = &["a", "b", "c"][..usize::try_from(self.below(3)).unwrap()];
            let stream = zaak(self.below(3).into());
            append.streams.extend(adds(n, stream, self.below(5).into(), bodies).streams);
        }
        if self.below(3) == 0 {
            append.claims =
                claims(n, "scope", &[["a", "b", "c"][usize::try_from(self.below(3)).unwrap()]]).claims;
        }
        if self.below(4) == 0 {
            append.documents = begins(n, id, vec![update(KEVIN, 1, b"t", &[1])]).documents;
        }
        if self.below(6) == 0 {
            let words = [DocumentStatus::Open, DocumentStatus::Bevroren];
            let (from, to) = if self.below(2) == 0 { (words[0], words[1]) } else { (words[1], words[0]) };
            append.statuses = vec![StatusChange { document: id, from, to, seq: None }];
        }
        if self.below(8) == 0 {
            append.request_hash = hash(1_000);
        }
        append
    }
}

#[tokio::test]
async fn memory_and_sqlite_agree() {
    for seed in 0..SEEDS {
        let dice = Dice(SeededRng::new(seed));
        let memory = MemoryJournal::new(Uuid::from_u128(1));
        let (sqlite, _folder) = fresh().await;
        let mut done = 0;
        for turn in 0..BATCHES {
            let batch: Vec<Write> = (0..1 + dice.below(8)).map(|_| dice.write()).collect();
            let ours = commit_all(&sqlite, batch.clone()).await;
            assert_eq!(ours, commit_all(&memory, batch.clone()).await, "seed {seed} turn {turn} {batch:#?}");
            done += ours.iter().filter(|outcome| outcome.is_ok()).count();
        }
        assert!(done > BATCHES, "seed {seed}: nearly all was refused");
        let after = Position(0);
        assert_eq!(sqlite.feed(after, 9_999).await.unwrap(), memory.feed(after, 9_999).await.unwrap());
        let (ours, theirs) = (sqlite.signed_heads(-1, 99).await, memory.signed_heads(-1, 99).await);
        let ends = |heads: Vec<crate::store::SignedHead>| -> Vec<_> {
            heads.iter().map(|head| (head.day, head.link, head.lines)).collect()
        };
        assert_eq!(ends(ours.unwrap()), ends(theirs.unwrap()), "seed {seed}");
        for gemeente in [GEMEENTE, ANDERE] {
            for (medewerker, n) in [(KEVIN, 0), (KEVIN, 1), (KEVIN, 2), (EMMA, 0), (EMMA, 1), (EMMA, 2)] {
                let onderwerp = Some(Uuid::from_u128(n)).filter(|id| !id.is_nil());
                let sleutel = ConceptSleutel { gemeente, medewerker, onderwerp, ..van(KEVIN) };
                let (ours, theirs) =
                    (sqlite.concept(sleutel, moment(0)).await, memory.concept(sleutel, moment(0)).await);
                assert_eq!(ours.unwrap(), theirs.unwrap(), "seed {seed} {sleutel:?}");
            }
            for n in 0..3 {
                let (ours, theirs) =
                    (sqlite.load(gemeente, zaak(n), 0).await, memory.load(gemeente, zaak(n), 0).await);
                assert_eq!(ours.unwrap(), theirs.unwrap());
                let id = document(n);
                let (ours, theirs) =
                    (sqlite.open_document(gemeente, id).await, memory.open_document(gemeente, id).await);
                assert_eq!(ours.unwrap(), theirs.unwrap(), "seed {seed}");
            }
        }
        assert_eq!(sqlite.verify().await.unwrap().bad, [], "seed {seed}");
    }
}
