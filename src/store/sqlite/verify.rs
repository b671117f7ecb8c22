//! Whether everything is as it was written. Names the first row that is not, and of the trail each of them.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection, SqlitePool};

use super::failed::fault;
use super::heads::Meeting;
use super::open::TRIGGERS;
use super::rows::{KeyState, blob, header_of, key, link_of, number, stream_of, uuid_of};
use super::{concept, sql, stuk, verify_document, verify_trail};
use crate::domain::ids::GemeenteId;
use crate::store::chain::{Link, START, event_header, link, sha256};
use crate::store::crypto::Keys;
use crate::store::{Fault, SignedHead, StreamId};

/// Rows that are held in memory at a time.
pub(super) const PAGE_ROWS: i64 = 500;

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

/// Why a verification ends early.
pub(super) enum Stop {
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

impl From<sqlx::Error> for Stop {
    fn from(error: sqlx::Error) -> Self {
        fault(error).into()
    }
}

pub(super) fn bad(table: &'static str, row: impl Into<String>, why: impl Into<String>) -> Stop {
    Stop::Bad(BadRow { table, row: row.into(), why: why.into() })
}

pub(super) async fn verify(
    readers: &SqlitePool,
    keys: &Keys,
    seen: &[SignedHead],
) -> Result<Verified, Fault> {
    let mut verified = Verified::default();
    let ended = run(readers, keys, seen, &mut verified).await;
    named(ended, verified)
}

pub(super) async fn verify_trail(
    readers: &SqlitePool,
    keys: &Keys,
    seen: &[SignedHead],
) -> Result<Verified, Fault> {
    let mut verified = Verified::default();
    let ended = async {
        let mut tx = readers.begin().await?;
        signed_trail(&mut tx, keys, seen, &mut verified).await?;
        triggers(&mut tx).await
    }
    .await;
    named(ended, verified)
}

fn named(ended: Result<(), Stop>, mut verified: Verified) -> Result<Verified, Fault> {
    match ended {
        Ok(()) => Ok(verified),
        Err(Stop::Bad(row)) => {
            verified.bad.push(row);
            Ok(verified)
        }
        Err(Stop::Fault(fault)) => Err(fault),
    }
}

async fn signed_trail(
    conn: &mut SqliteConnection,
    keys: &Keys,
    seen: &[SignedHead],
    verified: &mut Verified,
) -> Result<(), Stop> {
    let heads = Meeting::of(&mut *conn, &keys.head().public(), seen).await?;
    verify_trail::trail(conn, heads, verified).await
}

/// A table without its guards is a table that somebody meant to change.
async fn triggers(conn: &mut SqliteConnection) -> Result<(), Stop> {
    let triggers: i64 = sqlx::query_scalar(sql::VERIFY_TRIGGERS).fetch_one(&mut *conn).await?;
    if triggers == TRIGGERS as i64 {
        return Ok(());
    }
    let why = format!("{triggers} triggers guard the tables, it should be {TRIGGERS}");
    Err(bad("sqlite_schema", "triggers", why))
}

async fn run(
    readers: &SqlitePool,
    keys: &Keys,
    seen: &[SignedHead],
    verified: &mut Verified,
) -> Result<(), Stop> {
    // One transaction, so that heads and rows are of the same moment.
    let mut tx = readers.begin().await?;
    let found: String = sqlx::query_scalar(sql::INTEGRITY).fetch_one(&mut *tx).await?;
    if found != "ok" {
        return Err(bad("database", "file", found));
    }
    data_keys(&mut tx, keys).await?;
    events(&mut tx, keys, verified).await?;
    heads(&mut tx).await?;
    verify_document::documents(&mut tx, keys, verified).await?;
    concepten(&mut tx, keys).await?;
    stuk::verify(&mut tx, keys).await?;
    signed_trail(&mut tx, keys, seen, verified).await?;
    triggers(&mut tx).await
}

async fn data_keys(conn: &mut SqliteConnection, keys: &Keys) -> Result<(), Stop> {
    let mut after = (vec![0], String::new(), vec![0]);
    loop {
        let found = sqlx::query(sql::VERIFY_KEYS)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(after.2.clone())
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let (gemeente, stream) = stream_at(row, 0)?;
            if let Some(wrapped) = row.try_get::<Option<&[u8]>, _>(3)? {
                keys.unwrap(gemeente, stream, wrapped)
                    .map_err(|_| bad("data_key", stream.to_string(), "the key does not open"))?;
            }
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = (last.try_get(0)?, last.try_get(1)?, last.try_get(2)?);
    }
}

/// They are in no chain; what can be shown is that each is whole and where it belongs.
async fn concepten(conn: &mut SqliteConnection, keys: &Keys) -> Result<(), Stop> {
    let mut after = (vec![0], vec![0], String::new(), vec![0]);
    loop {
        let found = sqlx::query(sql::VERIFY_CONCEPTEN)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(after.2.clone())
            .bind(after.3.clone())
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let sleutel = concept::sleutel_of(row)?;
            let whose = format!("{} of {}", sleutel.soort.word(), sleutel.medewerker);
            let opened = concept::open(conn, keys, sleutel, row, 4).await;
            opened.map_err(|fault| bad("concept", whose, fault.to_string()))?;
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = (last.try_get(0)?, last.try_get(1)?, last.try_get(2)?, last.try_get(3)?);
    }
}

/// Where the walk over the events is.
struct Walk {
    at: Option<(GemeenteId, StreamId)>,
    version: u64,
    position: u64,
    chain: Link,
    key: KeyState,
}

async fn events(conn: &mut SqliteConnection, keys: &Keys, verified: &mut Verified) -> Result<(), Stop> {
    let mut walk = Walk { at: None, version: 0, position: 0, chain: START, key: KeyState::Absent };
    let mut after = (vec![0], String::new(), vec![0], 0);
    loop {
        let found = sqlx::query(sql::VERIFY_EVENTS)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(after.2.clone())
            .bind(after.3)
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let at = stream_at(row, 12)?;
            if walk.at != Some(at) {
                let key = key(conn, keys, at.0, at.1).await?;
                walk = Walk { at: Some(at), version: 0, position: 0, chain: START, key };
            }
            walk.event(at, row)?;
            verified.events += 1;
        }
        let Some(last) = found.last() else { break };
        after = (last.try_get(12)?, last.try_get(13)?, last.try_get(14)?, last.try_get(0)?);
    }
    let gap: Option<i64> = sqlx::query_scalar(sql::VERIFY_GAP).fetch_optional(&mut *conn).await?;
    match gap {
        None => Ok(()),
        Some(position) => Err(bad("event", format!("position {position}"), "the one before it is missing")),
    }
}

impl Walk {
    fn event(&mut self, (gemeente, stream): (GemeenteId, StreamId), row: &SqliteRow) -> Result<(), Stop> {
        let stored_version: i64 = row.try_get(0)?;
        let wrong = |why: &str| bad("event", format!("{stream} version {stored_version}"), why);
        let (version, header) = header_of(row).map_err(|fault| wrong(&fault.to_string()))?;
        if version != self.version + 1 {
            return Err(wrong("the version before it is missing"));
        }
        let position = number(row.try_get(11)?)?;
        if position <= self.position {
            return Err(wrong("it stands before its predecessor in the feed"));
        }
        let header = event_header(gemeente, stream, version, &header);
        let body_sha = link_of(row.try_get(15)?)?;
        let chain = link(&self.chain, &header, &body_sha);
        if chain != link_of(row.try_get(16)?)? {
            return Err(wrong("header or chain was changed"));
        }
        match (row.try_get::<Option<&[u8]>, _>(10)?, self.key.held()) {
            (Some(body), _) if sha256(body) != body_sha => return Err(wrong("the body was changed")),
            (Some(body), Some(key)) if key.open(&header, body).is_none() => {
                return Err(wrong("the body does not open"));
            }
            (Some(_), Some(_)) | (None, None) => {}
            (Some(_), None) => return Err(wrong("the body outlived its key")),
            (None, Some(_)) => return Err(wrong("the body is gone and its key is not")),
        }
        (self.version, self.position, self.chain) = (version, position, chain);
        Ok(())
    }
}

async fn heads(conn: &mut SqliteConnection) -> Result<(), Stop> {
    let mut after = (vec![0], String::new(), vec![0]);
    loop {
        let found = sqlx::query(sql::VERIFY_HEADS)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(after.2.clone())
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let (_, stream) = stream_at(row, 0)?;
            let version: i64 = row.try_get(3)?;
            let wrong = |why: &str| bad("stream_head", format!("{stream} version {version}"), why);
            if row.try_get::<Option<i64>, _>(6)? != Some(version) {
                return Err(wrong("it is not at the version of its last event"));
            }
            if Some(row.try_get::<&[u8], _>(4)?) != row.try_get::<Option<&[u8]>, _>(5)? {
                return Err(wrong("its chain is not that of its last event"));
            }
        }
        let Some(last) = found.last() else { break };
        after = (last.try_get(0)?, last.try_get(1)?, last.try_get(2)?);
    }
    let headless = sqlx::query(sql::VERIFY_HEADLESS).fetch_optional(&mut *conn).await?;
    match headless {
        None => Ok(()),
        Some(row) => Err(bad("stream_head", stream_at(&row, 0)?.1.to_string(), "it is missing")),
    }
}

/// Municipality and stream from the three columns that begin at `first`.
fn stream_at(row: &SqliteRow, first: usize) -> Result<(GemeenteId, StreamId), Stop> {
    let gemeente = GemeenteId(uuid_of(row.try_get(first)?)?);
    Ok((gemeente, stream_of(row.try_get(first + 1)?, row.try_get(first + 2)?)?))
}

/// What a document is asked by.
pub(super) fn ids(gemeente: GemeenteId, document: crate::domain::ids::DocumentId) -> (Vec<u8>, Vec<u8>) {
    (blob(gemeente.0), blob(document.0))
}
