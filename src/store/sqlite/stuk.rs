//! What is whole when it comes and never changes, such as a letter as it was sent.

use sqlx::{Row, SqliteConnection, SqlitePool};
use uuid::Uuid;

use super::commit::Batch;
use super::failed::{Failed, fault};
use super::rows::{KeyState, blob, link_of, stream_of, uuid_of};
use super::sql;
use super::verify::{PAGE_ROWS, Stop, bad};
use crate::domain::ids::{CommandId, GemeenteId};
use crate::store::chain::{binding, sha256};
use crate::store::crypto::Keys;
use crate::store::{Fault, NieuwStuk, StreamId};

impl Batch<'_> {
    /// Keeps `stuk` under the key of `stream`, so that it goes when that is erased.
    pub(super) async fn stuk(
        &mut self,
        gemeente: GemeenteId,
        command: CommandId,
        stream: StreamId,
        stuk: &NieuwStuk,
    ) -> Result<(), Failed> {
        let key = self.stream_key(gemeente, stream).await?;
        let body = key.close(self.rng, &stuk_binding(gemeente, stuk.id), &stuk.bytes);
        let body_sha = sha256(&body);
        sqlx::query(sql::INSERT_STUK)
            .bind(blob(gemeente.0))
            .bind(blob(stuk.id))
            .bind(stream.kind.word())
            .bind(blob(stream.id))
            .bind(blob(command.0))
            .bind(body)
            .bind(body_sha.to_vec())
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}

pub(super) async fn read(
    readers: &SqlitePool,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
    id: Uuid,
) -> Result<Option<Vec<u8>>, Fault> {
    let row = sqlx::query(sql::STUK)
        .bind(blob(gemeente.0))
        .bind(blob(id))
        .bind(stream.kind.word())
        .bind(blob(stream.id))
        .fetch_optional(readers)
        .await
        .map_err(fault)?;
    let Some(row) = row else { return Ok(None) };
    let (closed, wrapped): (Option<&[u8]>, Option<&[u8]>) =
        (row.try_get(0).map_err(fault)?, row.try_get(1).map_err(fault)?);
    let Some(closed) = closed else { return Ok(None) };
    open(keys, (gemeente, stream, id), wrapped, closed).map(Some)
}

fn open(
    keys: &Keys,
    (gemeente, stream, id): (GemeenteId, StreamId, Uuid),
    wrapped: Option<&[u8]>,
    closed: &[u8],
) -> Result<Vec<u8>, Fault> {
    let state = KeyState::of(keys, gemeente, stream, Some(wrapped))?;
    let key = state.held().ok_or_else(|| Fault::Corrupt(format!("stuk {id} outlived its key")))?;
    let opened = key.open(&stuk_binding(gemeente, id), closed);
    opened.ok_or_else(|| Fault::Corrupt(format!("stuk {id} does not open")))
}

/// Each is whole and where it belongs; that it is the one that was made is in the event that tells of it.
pub(super) async fn verify(conn: &mut SqliteConnection, keys: &Keys) -> Result<(), Stop> {
    let mut after = (vec![0], vec![0]);
    loop {
        let found = sqlx::query(sql::VERIFY_STUKKEN)
            .bind(after.0.clone())
            .bind(after.1.clone())
            .bind(PAGE_ROWS)
            .fetch_all(&mut *conn)
            .await?;
        for row in &found {
            let (gemeente, id) = (GemeenteId(uuid_of(row.try_get(0)?)?), uuid_of(row.try_get(1)?)?);
            let stream = stream_of(row.try_get(2)?, row.try_get(3)?)?;
            let Some(closed) = row.try_get::<Option<&[u8]>, _>(4)? else { continue };
            if sha256(closed) != link_of(row.try_get(5)?)? {
                return Err(bad("stuk", id.to_string(), "the body is not the one that was written"));
            }
            open(keys, (gemeente, stream, id), row.try_get(6)?, closed)
                .map_err(|fault| bad("stuk", id.to_string(), fault.to_string()))?;
        }
        let Some(last) = found.last() else { return Ok(()) };
        after = (last.try_get(0)?, last.try_get(1)?);
    }
}

fn stuk_binding(gemeente: GemeenteId, id: Uuid) -> Vec<u8> {
    binding("kt.stuk.1", gemeente, id, &[])
}
