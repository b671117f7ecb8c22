//! Forgetting on purpose: erasing what a stream said.

use super::{Batch, Conn, Failed, sql, values};
use crate::domain::ids::GemeenteId;
use crate::store::{AuditRow, StreamId, StreamKind};

impl<C: Conn> Batch<'_, C> {
    /// Destroys the key of `stream` with all bodies under it, and what was about to be said of it.
    pub(super) async fn erase(&mut self, gemeente: GemeenteId, stream: StreamId) -> Result<(), Failed> {
        self.insert_pending().await?;
        let whole = || values![gemeente.0, stream.kind.word(), stream.id];
        let mut key = whole();
        key.extend(values![self.now]);
        self.conn.run(sql::ERASE_KEY, key).await?;
        for statement in [sql::ERASE_ANSWERS, sql::ERASE_EVENTS, sql::ERASE_OUTBOX, sql::ERASE_STUKKEN] {
            self.conn.run(statement, whole()).await?;
        }
        if stream.kind == StreamKind::Document {
            for statement in [sql::ERASE_ROWS, sql::ERASE_CHUNKS, sql::ERASE_SNAPSHOTS] {
                self.conn.run(statement, values![gemeente.0, stream.id]).await?;
            }
        }
        // Ids are drawn for one thing only, whatever its kind.
        self.conn.run(sql::ERASE_CONCEPTEN, values![gemeente.0, stream.id]).await?;
        self.known.keys.remove(&(gemeente, stream));
        self.wist = true;
        Ok(())
    }

    /// The same by itself, with its line in the trail: stored states of projections go too.
    pub(crate) async fn erase_alone(
        mut self,
        gemeente: GemeenteId,
        stream: StreamId,
        trail: AuditRow,
    ) -> Result<(), Failed> {
        self.erase(gemeente, stream).await?;
        self.conn.run(sql::ERASE_PROJECTIONS, Vec::new()).await?;
        self.audit.push((gemeente, trail));
        self.put_audit().await
    }
}
