//! The global feed and the projections that follow it. How a database sees to it that nothing appears behind a reader is its own.

use super::rows::{KeyState, event_of, stream_of};
use super::{Columns, Conn, document, sql, values};
use crate::domain::ids::GemeenteId;
use crate::store::crypto::Keys;
use crate::store::{Fault, FeedEvent, Position};

pub(crate) async fn feed<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    after: Position,
    limit: usize,
) -> Result<Vec<FeedEvent>, Fault> {
    let found = conn.rows(sql::FEED, values![after.0, limit as u64]).await?;
    found
        .iter()
        .map(|row| {
            let (position, gemeente) = (Position(row.number(11)?), GemeenteId(row.id(12)?));
            let stream = stream_of(row.text(13)?, row.bytes(14)?)?;
            let key = KeyState::of(keys, gemeente, stream, Some(row.maybe_bytes(15)?))?;
            Ok(FeedEvent { position, gemeente, stream, event: event_of(row, gemeente, stream, key.held())? })
        })
        .collect()
}

pub(crate) async fn projection<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    name: &'static str,
) -> Result<Option<(Position, Vec<u8>)>, Fault> {
    let Some(row) = conn.row(sql::PROJECTION, values![name]).await? else { return Ok(None) };
    let closed = row.bytes(1)?;
    if closed.is_empty() {
        // It was emptied by an erasure.
        return Ok(None);
    }
    document::open_projection(keys.own(), name, Position(row.number(0)?), closed).map(Some)
}
