//! The global feed and the projections that follow it. One writer numbers events as it commits them, so that their order is
//! the order of commits and nothing can appear behind a reader.

use sqlx::{Row, SqlitePool};

use super::failed::fault;
use super::rows::{KeyState, event_of, number, stored, stream_of, uuid_of};
use super::{document, sql};
use crate::domain::ids::GemeenteId;
use crate::store::crypto::Keys;
use crate::store::{Fault, FeedEvent, Position};

pub(super) async fn feed(
    readers: &SqlitePool,
    keys: &Keys,
    after: Position,
    limit: usize,
) -> Result<Vec<FeedEvent>, Fault> {
    let found = sqlx::query(sql::FEED)
        .bind(stored(after.0))
        .bind(stored(limit as u64))
        .fetch_all(readers)
        .await
        .map_err(fault)?;
    found
        .iter()
        .map(|row| {
            let position = Position(number(row.try_get(11).map_err(fault)?)?);
            let gemeente = GemeenteId(uuid_of(row.try_get(12).map_err(fault)?)?);
            let stream = stream_of(row.try_get(13).map_err(fault)?, row.try_get(14).map_err(fault)?)?;
            let wrapped: Option<&[u8]> = row.try_get(15).map_err(fault)?;
            let key = KeyState::of(keys, gemeente, stream, Some(wrapped))?;
            Ok(FeedEvent { position, gemeente, stream, event: event_of(row, gemeente, stream, key.held())? })
        })
        .collect()
}

pub(super) async fn projection(
    readers: &SqlitePool,
    keys: &Keys,
    name: &'static str,
) -> Result<Option<(Position, Vec<u8>)>, Fault> {
    let row = sqlx::query(sql::PROJECTION).bind(name).fetch_optional(readers).await.map_err(fault)?;
    let Some(row) = row else { return Ok(None) };
    let position: i64 = row.try_get(0).map_err(fault)?;
    let closed: &[u8] = row.try_get(1).map_err(fault)?;
    if closed.is_empty() {
        // It was emptied by an erasure.
        return Ok(None);
    }
    document::open_projection(keys.own(), name, position, closed).map(Some)
}
