//! Whether the events of each stream are as they were written, and the feed has each of them in its place.

use super::{PAGE_ROWS, Stop, Verified, bad, before_streams, sql, stream_at, stream_key, with};
use crate::domain::ids::GemeenteId;
use crate::store::StreamId;
use crate::store::chain::{Link, START, event_header, link, sha256};
use crate::store::crypto::Keys;
use crate::store::tables::rows::{KeyState, header_of, key, link_of};
use crate::store::tables::{Columns, Conn, values};

/// Places on the feed that are held in memory at a time.
const PAGE_POSITIONS: u64 = 5_000;

/// Places that a transaction of PostgreSQL has (ADR 19): its first event has the first of them, and the next ones follow. In a file each event has the
/// place after the one before it.
const PLACES: u64 = 8_192;

/// Where the walk over the events is.
struct Walk {
    at: Option<(GemeenteId, StreamId)>,
    version: u64,
    position: u64,
    chain: Link,
    key: KeyState,
}

pub(super) async fn events<C: Conn>(conn: &mut C, keys: &Keys, verified: &mut Verified) -> Result<(), Stop> {
    let mut walk = Walk { at: None, version: 0, position: 0, chain: START, key: KeyState::Absent };
    let mut after = before_streams();
    after.extend(values![0_u64]);
    loop {
        let found = conn.rows(sql::VERIFY_EVENTS, with(&after, PAGE_ROWS)).await?;
        for row in &found {
            let at = stream_at(row, 12)?;
            if walk.at != Some(at) {
                let key = key(conn, keys, at.0, at.1).await?;
                walk = Walk { at: Some(at), version: 0, position: 0, chain: START, key };
            }
            walk.event(at, row)?;
            verified.events += 1;
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = stream_key(last, 12)?;
        after.extend(values![last.long(0)?]);
    }
}

impl Walk {
    fn event(&mut self, (gemeente, stream): (GemeenteId, StreamId), row: &impl Columns) -> Result<(), Stop> {
        let stored_version = row.long(0)?;
        let wrong = |why: &str| bad("event", format!("{stream} version {stored_version}"), why);
        let (version, header) = header_of(row).map_err(|fault| wrong(&fault.to_string()))?;
        if version != self.version + 1 {
            return Err(wrong("the version before it is missing"));
        }
        let position = row.number(11)?;
        if position <= self.position {
            return Err(wrong("it stands before its predecessor in the feed"));
        }
        let header = event_header(gemeente, stream, version, &header);
        let body_sha = link_of(row.bytes(15)?)?;
        let chain = link(&self.chain, &header, &body_sha);
        if chain != link_of(row.bytes(16)?)? {
            return Err(wrong("header or chain was changed"));
        }
        match (row.maybe_bytes(10)?, self.key.held()) {
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

/// An event that is not the first of its transaction has the one before it. Where places of a whole history are counted from is a multiple of [`PLACES`]
/// (ADR 19, 23); one that was counted from elsewhere cannot be told from one of which something was taken out, and is as bad.
pub(super) async fn order<C: Conn>(conn: &mut C) -> Result<(), Stop> {
    let mut before = 0;
    loop {
        let found = conn.rows(sql::VERIFY_POSITIONS, values![before, PAGE_POSITIONS]).await?;
        for row in &found {
            let position = row.number(0)?;
            if position != before + 1 && position % PLACES != 1 {
                return Err(bad("event", format!("position {position}"), "the one before it is missing"));
            }
            before = position;
        }
        if found.is_empty() {
            return Ok(());
        }
    }
}

pub(super) async fn heads<C: Conn>(conn: &mut C) -> Result<(), Stop> {
    let mut after = before_streams();
    loop {
        let found = conn.rows(sql::VERIFY_HEADS, with(&after, PAGE_ROWS)).await?;
        for row in &found {
            let (_, stream) = stream_at(row, 0)?;
            let version = row.long(3)?;
            let wrong = |why: &str| bad("stream_head", format!("{stream} version {version}"), why);
            if row.maybe_long(6)? != Some(version) {
                return Err(wrong("it is not at the version of its last event"));
            }
            if Some(row.bytes(4)?) != row.maybe_bytes(5)? {
                return Err(wrong("its chain is not that of its last event"));
            }
        }
        let Some(last) = found.last() else { break };
        after = stream_key(last, 0)?;
    }
    match conn.row(sql::VERIFY_HEADLESS, Vec::new()).await? {
        None => Ok(()),
        Some(row) => Err(bad("stream_head", stream_at(&row, 0)?.1.to_string(), "it is missing")),
    }
}
