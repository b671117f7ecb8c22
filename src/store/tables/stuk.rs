//! What is kept whole and never changes.

use uuid::Uuid;

use super::rows::KeyState;
use super::{Batch, Columns, Conn, sql, values};
use crate::domain::ids::{CommandId, GemeenteId};
use crate::store::chain::{binding, sha256};
use crate::store::crypto::Keys;
use crate::store::{Fault, NieuwStuk, StreamId};

impl<C: Conn> Batch<'_, C> {
    /// Closed under the key of the command's first stream, so that it goes when that is erased.
    pub(super) fn stuk(
        &mut self,
        gemeente: GemeenteId,
        command: CommandId,
        stream: StreamId,
        stuk: &NieuwStuk,
    ) {
        let key = self.stream_key(gemeente, stream);
        let body = key.close(self.rng, &stuk_binding(gemeente, stuk.id), &stuk.bytes);
        let body_sha = sha256(&body);
        let (kind, id) = (stream.kind.word(), stream.id);
        self.pending.stukken.push(values![gemeente.0, stuk.id, kind, id, command.0, body, body_sha]);
    }
}

pub(crate) async fn read<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    gemeente: GemeenteId,
    stream: StreamId,
    id: Uuid,
) -> Result<Option<Vec<u8>>, Fault> {
    let asked = values![gemeente.0, id, stream.kind.word(), stream.id];
    let Some(row) = conn.row(sql::STUK, asked).await? else { return Ok(None) };
    let Some(closed) = row.maybe_bytes(0)? else { return Ok(None) };
    open(keys, (gemeente, stream, id), row.maybe_bytes(1)?, closed).map(Some)
}

pub(crate) fn open(
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

fn stuk_binding(gemeente: GemeenteId, id: Uuid) -> Vec<u8> {
    binding("kt.stuk.1", gemeente, id, &[])
}
