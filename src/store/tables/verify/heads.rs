//! Signed heads of the trail, held against the chains as they stand.

use std::collections::BTreeMap;

use super::{Stop, Verified, bad, sql};
use crate::store::SignedHead;
use crate::store::chain::{Link, START};
use crate::store::tables::Conn;
use crate::store::tables::head::head_of;

/// Heads on their way to the links that they were made of. A head is met by the chain that has just that link, whichever it is: its hash is over all
/// that went before.
pub(super) struct Meeting {
    /// By link.
    ahead: BTreeMap<u64, Vec<SignedHead>>,
    met: u64,
    /// Where the chains of each node end.
    ends: BTreeMap<String, u64>,
}

impl Meeting {
    /// The stored heads, each with a signature of ours and one after the other, and those that were `seen` before. Those that are not are named.
    pub(super) async fn of<C: Conn>(
        conn: &mut C,
        public_key: &[u8; 32],
        seen: &[SignedHead],
        verified: &mut Verified,
    ) -> Result<Self, Stop> {
        let rows = conn.rows(sql::VERIFY_HEADS_SIGNED, Vec::new()).await?;
        let mut all = Vec::with_capacity(rows.len() + seen.len());
        let mut sealed: BTreeMap<String, Link> = BTreeMap::new();
        for row in &rows {
            let head = head_of(row)?;
            if !head.is_signed_by(public_key) {
                verified.note(Err(wrong(&head, "the signature is not ours"))).map_err(Stop::Fault)?;
                continue;
            }
            let before = sealed.insert(head.node.clone(), head.sealed()).unwrap_or(START);
            if head.previous != before {
                verified.note(Err(wrong(&head, "the head before it is missing"))).map_err(Stop::Fault)?;
            }
            all.push(head);
        }
        for head in seen {
            if !head.is_signed_by(public_key) {
                verified.note(Err(wrong(head, "the signature is not ours"))).map_err(Stop::Fault)?;
            } else if !all.contains(head) {
                all.push(head.clone());
            }
        }
        let mut ahead: BTreeMap<u64, Vec<SignedHead>> = BTreeMap::new();
        for head in all {
            ahead.entry(head.link).or_default().push(head);
        }
        Ok(Self { ahead, met: 0, ends: BTreeMap::new() })
    }

    /// The walk over a chain is at this link, which ends with this line.
    pub(super) fn at(&mut self, node: &str, link: u64, lines: u64, chain: &Link) {
        if let Some(heads) = self.ahead.get_mut(&link) {
            let before = heads.len();
            heads.retain(|head| head.lines != lines || head.chain != *chain);
            self.met += (before - heads.len()) as u64;
        }
        match self.ends.get_mut(node) {
            Some(end) => *end = link.max(*end),
            None => {
                self.ends.insert(node.to_owned(), link);
            }
        }
    }

    /// All chains were walked. Answers how many heads were met, and what is wrong with the others.
    pub(super) fn end(self) -> (u64, Vec<Stop>) {
        let Self { ahead, met, ends } = self;
        let unmet = ahead.into_values().flatten().map(|head| {
            let end = ends.get(&head.node).copied().unwrap_or(0);
            if end < head.link {
                wrong(&head, &format!("the trail ends at link {end}, before what was signed"))
            } else {
                wrong(&head, "the trail up to there is not the one that was signed")
            }
        });
        (met, unmet.collect())
    }
}

fn wrong(head: &SignedHead, why: &str) -> Stop {
    bad("audit_head", format!("{} day {} (link {})", head.node, head.day, head.link), why)
}
