//! Messages for outside, as whoever sends them reads them.

use super::append::open_outbox;
use super::rows::{KeyState, stream_of};
use super::{Columns, Conn, sql, values};
use crate::domain::ids::GemeenteId;
use crate::store::crypto::Keys;
use crate::store::{Fault, OutboxRow, Unsent};

pub(crate) async fn unsent<C: Conn>(conn: &mut C, keys: &Keys, limit: usize) -> Result<Vec<Unsent>, Fault> {
    conn.rows(sql::UNSENT, values![limit as u64]).await?.iter().map(|row| open(keys, row)).collect()
}

fn open(keys: &Keys, row: &impl Columns) -> Result<Unsent, Fault> {
    let (gemeente, id) = (GemeenteId(row.id(0)?), row.id(1)?);
    let closed = row.bytes(5)?;
    let body = match (row.maybe_text(3)?, row.maybe_bytes(4)?) {
        (Some(kind), Some(stream)) => {
            let state = KeyState::of(keys, gemeente, stream_of(kind, stream)?, Some(row.maybe_bytes(6)?))?;
            let key = state.held();
            let key = key.ok_or_else(|| Fault::Corrupt(format!("message {id} outlived its key")))?;
            open_outbox(key, gemeente, id, closed)?
        }
        (None, None) => open_outbox(keys.own(), gemeente, id, closed)?,
        (Some(_), None) | (None, Some(_)) => {
            return Err(Fault::Corrupt(format!("message {id} has half a stream")));
        }
    };
    Ok(Unsent { gemeente, row: OutboxRow { id, kanaal: row.text(2)?.to_owned(), body } })
}
