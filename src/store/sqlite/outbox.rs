//! Messages for outside, as whoever sends them reads and marks them.

use sqlx::{Row, SqlitePool};
use uuid::Uuid;

use super::append::open_outbox;
use super::failed::{Failed, fault};
use super::rows::{KeyState, blob, stored, stream_of, uuid_of};
use super::sql;
use super::writer::Writer;
use crate::domain::ids::GemeenteId;
use crate::store::crypto::Keys;
use crate::store::{Fault, OutboxRow, Unsent};

pub(super) async fn unsent(readers: &SqlitePool, keys: &Keys, limit: usize) -> Result<Vec<Unsent>, Fault> {
    let found =
        sqlx::query(sql::UNSENT).bind(stored(limit as u64)).fetch_all(readers).await.map_err(fault)?;
    found
        .iter()
        .map(|row| {
            let gemeente = GemeenteId(uuid_of(row.try_get(0).map_err(fault)?)?);
            let id = uuid_of(row.try_get(1).map_err(fault)?)?;
            let kind: Option<&str> = row.try_get(3).map_err(fault)?;
            let stream: Option<&[u8]> = row.try_get(4).map_err(fault)?;
            let closed: &[u8] = row.try_get(5).map_err(fault)?;
            let wrapped: Option<&[u8]> = row.try_get(6).map_err(fault)?;
            let body = match (kind, stream) {
                (Some(kind), Some(stream)) => {
                    let state = KeyState::of(keys, gemeente, stream_of(kind, stream)?, Some(wrapped))?;
                    let key = state.held();
                    let key = key.ok_or_else(|| Fault::Corrupt(format!("message {id} outlived its key")))?;
                    open_outbox(key, gemeente, id, closed)?
                }
                (None, None) => open_outbox(keys.own(), gemeente, id, closed)?,
                (Some(_), None) | (None, Some(_)) => {
                    return Err(Fault::Corrupt(format!("message {id} has half a stream")));
                }
            };
            let kanaal = row.try_get(2).map_err(fault)?;
            Ok(Unsent { gemeente, row: OutboxRow { id, kanaal, body } })
        })
        .collect()
}

impl Writer {
    pub(super) async fn mark_sent(&mut self, gemeente: GemeenteId, id: Uuid) -> Result<(), Failed> {
        let now = self.clock.now();
        self.begin().await?;
        let done = sqlx::query(sql::MARK_SENT)
            .bind(blob(gemeente.0))
            .bind(blob(id))
            .bind(now.micros())
            .execute(&mut self.conn)
            .await
            .map(|_| ())
            .map_err(Into::into);
        self.finish(done).await
    }
}
