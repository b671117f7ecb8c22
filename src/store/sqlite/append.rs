//! The effect of one command: events, claims, documents, outbox, its answer.

use super::commit::Batch;
use super::failed::Failed;
use super::rows::{blob, stored};
use super::sql;
use crate::domain::ids::{CommandId, GemeenteId, Version};
use crate::store::chain::{START, binding, event_header, link, sha256};
use crate::store::crypto::{Keys, StreamKey};
use crate::store::{Append, EventHeader, Fault, OutboxRow, StreamId};

/// An event ready to be inserted.
struct Sealed<'a> {
    position: u64,
    gemeente: GemeenteId,
    stream: StreamId,
    version: Version,
    header: &'a EventHeader,
    body: Vec<u8>,
    body_sha: [u8; 32],
    chain: [u8; 32],
}

impl Batch<'_> {
    pub(super) async fn append(&mut self, append: Append, mut position: u64) -> Result<(), Failed> {
        let gemeente = append.gemeente;
        for stream in &append.streams {
            if stream.events.is_empty() {
                continue;
            }
            let key = self.stream_key(gemeente, stream.stream).await?;
            let mut chain = self.known.chains.get(&(gemeente, stream.stream)).copied().unwrap_or(START);
            for (version, event) in (stream.expected + 1..).zip(&stream.events) {
                position += 1;
                let header = event_header(gemeente, stream.stream, version, &event.header);
                let body = key.close(self.rng, &header, &event.body);
                let body_sha = sha256(&body);
                chain = link(&chain, &header, &body_sha);
                let (stream, header) = (stream.stream, &event.header);
                self.insert_event(Sealed {
                    position,
                    gemeente,
                    stream,
                    version,
                    header,
                    body,
                    body_sha,
                    chain,
                })
                .await?;
            }
            self.known.chains.insert((gemeente, stream.stream), chain);
            self.moved.insert((gemeente, stream.stream));
        }
        self.claims(&append).await?;
        for document in &append.documents {
            self.changed.insert((gemeente, document.id));
            self.document_rows(gemeente, document.id, 1, &document.updates).await?;
        }
        self.changed.extend(append.statuses.iter().map(|change| (gemeente, change.document)));
        let first = append.streams.first().map(|stream| stream.stream);
        for row in &append.outbox {
            self.outbox(gemeente, append.command, first, row).await?;
        }
        for stuk in &append.stukken {
            // Without a stream there is nothing that tells of it, and no key of its own.
            if let Some(stream) = first {
                self.stuk(gemeente, append.command, stream, stuk).await?;
            }
        }
        self.answer(&append).await?;
        for weg in &append.concepten {
            self.concept_weg(weg).await?;
        }
        for stream in &append.wist {
            self.erase(gemeente, *stream).await?;
        }
        if !append.wist.is_empty() {
            let end = stored(self.known.facts.position);
            sqlx::query(sql::EMPTY_PROJECTIONS).bind(end).execute(&mut *self.conn).await?;
        }
        self.audit.extend(append.audit.into_iter().map(|row| (gemeente, row)));
        Ok(())
    }

    async fn insert_event(&mut self, event: Sealed<'_>) -> Result<(), Failed> {
        let header = event.header;
        sqlx::query(sql::INSERT_EVENT)
            .bind(stored(event.position))
            .bind(blob(event.gemeente.0))
            .bind(event.stream.kind.word())
            .bind(blob(event.stream.id))
            .bind(stored(event.version))
            .bind(header.soort.clone())
            .bind(i64::from(header.schema))
            .bind(header.at.micros())
            .bind(header.geldig_op.map(crate::clock::Moment::micros))
            .bind(header.door.map(|door| blob(door.0)))
            .bind(header.namens.map(|namens| blob(namens.0)))
            .bind(header.rol.clone())
            .bind(blob(header.cmd_id.0))
            .bind(header.oorzaak.map(|position| stored(position.0)))
            .bind(event.body)
            .bind(event.body_sha.to_vec())
            .bind(event.chain.to_vec())
            .execute(&mut *self.conn)
            .await?;
        self.rows += 1;
        Ok(())
    }

    async fn claims(&mut self, append: &Append) -> Result<(), Failed> {
        for claim in &append.claims {
            sqlx::query(sql::INSERT_CLAIM)
                .bind(blob(append.gemeente.0))
                .bind(claim.scope)
                .bind(self.keys.claim(append.gemeente, claim.scope, &claim.key).to_vec())
                .bind(self.now.micros())
                .execute(&mut *self.conn)
                .await?;
        }
        Ok(())
    }

    /// A message is closed under the key of the command's first stream, so that it goes when that is erased.
    async fn outbox(
        &mut self,
        gemeente: GemeenteId,
        command: CommandId,
        stream: Option<StreamId>,
        row: &OutboxRow,
    ) -> Result<(), Failed> {
        let key = match stream {
            Some(stream) => self.stream_key(gemeente, stream).await?,
            None => self.keys.own().clone(),
        };
        sqlx::query(sql::INSERT_OUTBOX)
            .bind(blob(gemeente.0))
            .bind(blob(row.id))
            .bind(row.kanaal.clone())
            .bind(stream.map(|stream| stream.kind.word()))
            .bind(stream.map(|stream| blob(stream.id)))
            .bind(blob(command.0))
            .bind(key.close(self.rng, &outbox_binding(gemeente, row.id), &row.body))
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }

    async fn answer(&mut self, append: &Append) -> Result<(), Failed> {
        let binding = answer_binding(append.gemeente, append.command);
        sqlx::query(sql::INSERT_COMMAND)
            .bind(blob(append.gemeente.0))
            .bind(blob(append.command.0))
            .bind(append.request_hash.to_vec())
            .bind(self.keys.own().close(self.rng, &binding, &append.answer))
            .bind(self.now.micros())
            .execute(&mut *self.conn)
            .await?;
        Ok(())
    }
}

/// The answer of a command from how it is stored; empty when it was erased.
pub(super) fn open_answer(
    keys: &Keys,
    gemeente: GemeenteId,
    command: CommandId,
    closed: Option<&[u8]>,
) -> Result<Vec<u8>, Fault> {
    let Some(closed) = closed else { return Ok(Vec::new()) };
    let opened = keys.own().open(&answer_binding(gemeente, command), closed);
    opened.ok_or_else(|| Fault::Corrupt(format!("the answer of command {command} does not open")))
}

/// The body of a message from how it is stored.
pub(super) fn open_outbox(
    key: &StreamKey,
    gemeente: GemeenteId,
    id: uuid::Uuid,
    closed: &[u8],
) -> Result<Vec<u8>, Fault> {
    let opened = key.open(&outbox_binding(gemeente, id), closed);
    opened.ok_or_else(|| Fault::Corrupt(format!("message {id} does not open")))
}

fn answer_binding(gemeente: GemeenteId, command: CommandId) -> Vec<u8> {
    binding("kt.answer.1", gemeente, command.0, &[])
}

fn outbox_binding(gemeente: GemeenteId, id: uuid::Uuid) -> Vec<u8> {
    binding("kt.outbox.1", gemeente, id, &[])
}
