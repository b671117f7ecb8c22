//! Signed heads of the trail: written, read back, and held against the chain as it stands.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::commit::Batch;
use super::failed::{Failed, fault};
use super::rows::{link_of, number, stored};
use super::sql;
use super::verify::{Stop, bad};
use crate::clock::Moment;
use crate::store::chain::{Link, START};
use crate::store::crypto::{hex, unhex};
use crate::store::heads::{LastHead, TrailEnd};
use crate::store::{Fault, SignedHead};

/// Bytes of a file of heads: one of 400 bytes a day for a hundred nodes and more than ten years.
const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;

impl Batch<'_> {
    /// Signs where the trail ends now, when that was asked for.
    pub(super) async fn put_head(&mut self, node: &str) -> Result<(), Failed> {
        let Some(at) = self.sign.take() else { return Ok(()) };
        let end = &mut self.known.audit;
        let head = self.keys.head().sign(
            node,
            TrailEnd { link: end.link, lines: end.n, chain: end.chain },
            end.signed,
            at,
        );
        end.signed = Some(LastHead { day: head.day, sealed: head.sealed() });
        sqlx::query(sql::INSERT_AUDIT_HEAD)
            .bind(head.node)
            .bind(head.day)
            .bind(stored(head.link))
            .bind(stored(head.lines))
            .bind(head.chain.to_vec())
            .bind(head.at.micros())
            .bind(head.previous.to_vec())
            .bind(head.signature.to_vec())
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}

pub(super) async fn read(readers: &SqlitePool, day: i64, limit: usize) -> Result<Vec<SignedHead>, Fault> {
    let found = sqlx::query(sql::HEADS).bind(day).bind(stored(limit as u64)).fetch_all(readers).await;
    found.map_err(fault)?.iter().map(head_of).collect()
}

fn head_of(row: &SqliteRow) -> Result<SignedHead, Fault> {
    let signature: &[u8] = row.try_get(7).map_err(fault)?;
    Ok(SignedHead {
        node: row.try_get(0).map_err(fault)?,
        day: row.try_get(1).map_err(fault)?,
        link: number(row.try_get(2).map_err(fault)?)?,
        lines: number(row.try_get(3).map_err(fault)?)?,
        chain: link_of(row.try_get(4).map_err(fault)?)?,
        at: Moment::from_micros(row.try_get(5).map_err(fault)?),
        previous: link_of(row.try_get(6).map_err(fault)?)?,
        signature: signature.try_into().map_err(|_| Fault::Corrupt("a signature is not 64 bytes".into()))?,
    })
}

/// Reads the heads of an earlier export (`audit_head.jsonl`), which was kept elsewhere.
pub(super) fn read_file(path: &Path) -> Result<Vec<SignedHead>, Fault> {
    let failed = |why: &str| Fault::Unavailable(format!("{}: {why}", path.display()));
    let size = std::fs::metadata(path).map_err(|error| failed(&error.to_string()))?.len();
    if size > FILE_BYTES_MAX {
        return Err(failed("too large for a file of heads"));
    }
    let text = std::fs::read_to_string(path).map_err(|error| failed(&error.to_string()))?;
    let heads = text.lines().zip(1..);
    heads
        .map(|(line, n): (_, u64)| from_line(line).ok_or_else(|| failed(&format!("line {n} is no head"))))
        .collect()
}

fn from_line(line: &str) -> Option<SignedHead> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let bytes = |name: &str| unhex(value.get(name)?.as_str()?);
    let count = |name: &str| value.get(name)?.as_u64();
    Some(SignedHead {
        node: value.get("node")?.as_str()?.to_owned(),
        day: value.get("day")?.as_i64()?,
        link: count("link")?,
        lines: count("lines")?,
        chain: bytes("chain")?.try_into().ok()?,
        at: Moment::from_micros(value.get("at")?.as_i64()?),
        previous: bytes("previous")?.try_into().ok()?,
        signature: bytes("signature")?.try_into().ok()?,
    })
}

/// Heads on their way to the links that they were made of.
pub(super) struct Meeting {
    /// By link, the last first.
    ahead: Vec<SignedHead>,
    met: u64,
}

impl Meeting {
    /// The stored heads, each with a signature of ours and one after the other, and those that were `seen` before.
    pub(super) async fn of(
        conn: &mut SqliteConnection,
        public_key: &[u8; 32],
        seen: &[SignedHead],
    ) -> Result<Self, Stop> {
        let rows = sqlx::query(sql::VERIFY_HEADS_SIGNED).fetch_all(&mut *conn).await?;
        let mut ahead = Vec::with_capacity(rows.len() + seen.len());
        let mut sealed: BTreeMap<String, Link> = BTreeMap::new();
        for row in &rows {
            let head = head_of(row)?;
            signed(&head, public_key)?;
            let before = sealed.insert(head.node.clone(), head.sealed()).unwrap_or(START);
            if head.previous != before {
                return Err(wrong(&head, "the head before it is missing"));
            }
            ahead.push(head);
        }
        for head in seen {
            signed(head, public_key)?;
            if !ahead.contains(head) {
                ahead.push(head.clone());
            }
        }
        ahead.sort_by_key(|head| std::cmp::Reverse((head.link, head.day)));
        Ok(Self { ahead, met: 0 })
    }

    /// The walk over the trail is at this link, which ends with this line and makes this chain.
    pub(super) fn at(&mut self, link: u64, lines: u64, chain: &Link) -> Result<(), Stop> {
        while let Some(head) = self.ahead.pop_if(|head| head.link <= link) {
            if head.link != link || head.lines != lines || head.chain != *chain {
                return Err(wrong(&head, "the trail up to there is not the one that was signed"));
            }
            self.met += 1;
        }
        Ok(())
    }

    /// The trail ends at `link`. Answers how many heads it met.
    pub(super) fn end(mut self, link: u64) -> Result<u64, Stop> {
        match self.ahead.pop() {
            None => Ok(self.met),
            Some(head) => {
                Err(wrong(&head, &format!("the trail ends at link {link}, before what was signed")))
            }
        }
    }
}

fn signed(head: &SignedHead, public_key: &[u8; 32]) -> Result<(), Stop> {
    if head.is_signed_by(public_key) { Ok(()) } else { Err(wrong(head, "the signature is not ours")) }
}

fn wrong(head: &SignedHead, why: &str) -> Stop {
    bad("audit_head", format!("{} day {} (link {})", head.node, head.day, head.link), why)
}

/// How the public key stands in an export.
pub(super) fn key_line(public_key: &[u8; 32]) -> String {
    serde_json::json!({ "algorithm": "ed25519", "public_key": hex(public_key) }).to_string()
}
