//! Whether everything is as it was written. Of each table the first row is named that is not, and of the trail each of them.
//!
//! The caller holds one moment to read at, so that heads and rows belong together. Nothing is held in memory but a page.

mod documents;
mod events;
pub(crate) mod heads;
pub(crate) mod sql;
mod trail;

pub(crate) use trail::ketens;

use self::heads::Meeting;
use super::rows::{link_of, stream_of, uuid_of};
use super::{Columns, Conn, Failed, Value, concept, stuk, values};
use crate::domain::ids::GemeenteId;
use crate::store::chain::sha256;
use crate::store::crypto::Keys;
use crate::store::{Fault, SignedHead, StreamId};

/// Rows that are held in memory at a time.
pub(super) const PAGE_ROWS: u64 = 500;
/// Letters and the like that are held in memory at a time: one can be some megabytes.
const PAGE_STUKKEN: u64 = 16;

/// A row that is not as it was written.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BadRow {
    /// In which table.
    pub table: &'static str,
    /// Which row, by its key.
    pub row: String,
    /// What is wrong with it.
    pub why: String,
}

/// What a verification went through, and where it ended.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Verified {
    /// Events whose chain and body hold.
    pub events: u64,
    /// Documents whose log holds.
    pub documents: u64,
    /// Rows in them.
    pub document_rows: u64,
    /// Lines of the trail whose chain holds.
    pub audit: u64,
    /// Signed heads that the trail meets.
    pub heads: u64,
    /// Rows that do not, of the trail all of them (up to a bound); empty when all is well.
    pub bad: Vec<BadRow>,
}

impl Verified {
    /// What a part of it came to: what it named is kept, and the next part goes on.
    fn note(&mut self, part: Result<(), Stop>) -> Result<(), Fault> {
        match part {
            Ok(()) => Ok(()),
            Err(Stop::Bad(row)) => {
                self.bad.push(row);
                Ok(())
            }
            Err(Stop::Fault(fault)) => Err(fault),
        }
    }
}

/// Why a part of a verification ends early.
pub(crate) enum Stop {
    Bad(BadRow),
    Fault(Fault),
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Corrupt(why) => bad("database", "file", why),
            Fault::Unavailable(_) | Fault::SyncFailed(_) => Self::Fault(fault),
        }
    }
}

impl From<Failed> for Stop {
    fn from(failed: Failed) -> Self {
        failed.fault().into()
    }
}

pub(super) fn bad(table: &'static str, row: impl Into<String>, why: impl Into<String>) -> Stop {
    Stop::Bad(BadRow { table, row: row.into(), why: why.into() })
}

/// What guards the tables of a database, and where a missing one is named.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Guards {
    pub(crate) count: usize,
    pub(crate) table: &'static str,
}

/// All of it; `seen` are heads of the trail that were kept elsewhere.
pub(crate) async fn all<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    guards: Guards,
    seen: &[SignedHead],
) -> Result<Verified, Fault> {
    let mut verified = Verified::default();
    let part = data_keys(conn, keys).await;
    verified.note(part)?;
    let part = events::events(conn, keys, &mut verified).await;
    verified.note(part)?;
    let part = events::order(conn).await;
    verified.note(part)?;
    let part = events::heads(conn).await;
    verified.note(part)?;
    let part = documents::documents(conn, keys, &mut verified).await;
    verified.note(part)?;
    let part = keys_alone(conn).await;
    verified.note(part)?;
    let part = concepten(conn, keys).await;
    verified.note(part)?;
    let part = stukken(conn, keys).await;
    verified.note(part)?;
    trail(conn, keys, guards, seen, verified).await
}

/// The trail alone, after what was found before.
pub(crate) async fn trail<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    guards: Guards,
    seen: &[SignedHead],
    mut verified: Verified,
) -> Result<Verified, Fault> {
    let part = signed_trail(conn, keys, seen, &mut verified).await;
    verified.note(part)?;
    let part = triggers(conn, guards).await;
    verified.note(part)?;
    Ok(verified)
}

async fn signed_trail<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    seen: &[SignedHead],
    verified: &mut Verified,
) -> Result<(), Stop> {
    let heads = Meeting::of(conn, &keys.head().public(), seen, verified).await?;
    trail::trail(conn, heads, verified).await
}

/// A table without its guards is a table that somebody meant to change.
async fn triggers<C: Conn>(conn: &mut C, guards: Guards) -> Result<(), Stop> {
    let row = conn.row(sql::VERIFY_TRIGGERS, Vec::new()).await?;
    let found = row.map_or(Ok(0), |row| row.number(0))?;
    if found == guards.count as u64 {
        return Ok(());
    }
    let why = format!("{found} triggers guard the tables, it should be {}", guards.count);
    Err(bad(guards.table, "triggers", why))
}

async fn data_keys<C: Conn>(conn: &mut C, keys: &Keys) -> Result<(), Stop> {
    let mut after = before_streams();
    loop {
        let found = conn.rows(sql::VERIFY_KEYS, with(&after, PAGE_ROWS)).await?;
        for row in &found {
            let (gemeente, stream) = stream_at(row, 0)?;
            if let Some(wrapped) = row.maybe_bytes(3)? {
                keys.unwrap(gemeente, stream, wrapped)
                    .map_err(|_| bad("data_key", stream.to_string(), "the key does not open"))?;
            }
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = stream_key(last, 0)?;
    }
}

/// What was said under a key can be taken away with all that tells of it, save the key.
async fn keys_alone<C: Conn>(conn: &mut C) -> Result<(), Stop> {
    match conn.row(sql::VERIFY_KEYS_ALONE, Vec::new()).await? {
        None => Ok(()),
        Some(row) => {
            let (_, stream) = stream_at(&row, 0)?;
            Err(bad("data_key", stream.to_string(), "what was written under it is missing"))
        }
    }
}

/// They are in no chain; what can be shown is that each is whole and where it belongs.
async fn concepten<C: Conn>(conn: &mut C, keys: &Keys) -> Result<(), Stop> {
    let mut after = values![vec![0], vec![0], "", vec![0]];
    loop {
        let found = conn.rows(sql::VERIFY_CONCEPTEN, with(&after, PAGE_ROWS)).await?;
        for row in &found {
            let sleutel = concept::sleutel_of(row)?;
            let whose = format!("{} of {}", sleutel.soort.word(), sleutel.medewerker);
            let opened = concept::open(conn, keys, sleutel, row, 4).await;
            opened.map_err(|fault| bad("concept", whose, fault.to_string()))?;
        }
        let Some(last) = found.last() else { return Ok(()) };
        after =
            values![last.bytes(0)?.to_vec(), last.bytes(1)?.to_vec(), last.text(2)?, last.bytes(3)?.to_vec()];
    }
}

/// Each is whole and where it belongs; that it is the one that was made is in the event that tells of it.
async fn stukken<C: Conn>(conn: &mut C, keys: &Keys) -> Result<(), Stop> {
    let mut after = values![vec![0], vec![0]];
    loop {
        let found = conn.rows(sql::VERIFY_STUKKEN, with(&after, PAGE_STUKKEN)).await?;
        for row in &found {
            let (gemeente, id) = (GemeenteId(row.id(0)?), row.id(1)?);
            let stream = stream_of(row.text(2)?, row.bytes(3)?)?;
            let Some(closed) = row.maybe_bytes(4)? else {
                // Erased goes with its key.
                if row.maybe_bytes(6)?.is_some() {
                    return Err(bad("stuk", id.to_string(), "the body is gone and its key is not"));
                }
                continue;
            };
            if sha256(closed) != link_of(row.bytes(5)?)? {
                return Err(bad("stuk", id.to_string(), "the body is not the one that was written"));
            }
            stuk::open(keys, (gemeente, stream, id), row.maybe_bytes(6)?, closed)
                .map_err(|fault| bad("stuk", id.to_string(), fault.to_string()))?;
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = values![last.bytes(0)?.to_vec(), last.bytes(1)?.to_vec()];
    }
}

/// Before the first stream there is.
pub(super) fn before_streams() -> Vec<Value> {
    values![vec![0], "", vec![0]]
}

/// The key of a page, and how many rows it may have.
pub(super) fn with(after: &[Value], limit: u64) -> Vec<Value> {
    let mut asked = after.to_vec();
    asked.extend(values![limit]);
    asked
}

/// Municipality and stream from the three columns that begin at `first`.
pub(super) fn stream_at(row: &impl Columns, first: usize) -> Result<(GemeenteId, StreamId), Stop> {
    let gemeente = GemeenteId(uuid_of(row.bytes(first)?)?);
    Ok((gemeente, stream_of(row.text(first + 1)?, row.bytes(first + 2)?)?))
}

/// The same columns, to go on from.
pub(super) fn stream_key(row: &impl Columns, first: usize) -> Result<Vec<Value>, Stop> {
    Ok(values![row.bytes(first)?.to_vec(), row.text(first + 1)?, row.bytes(first + 2)?.to_vec()])
}
