//! The effect of one command: events, claims, documents, outbox, its answer.

use super::{Batch, Conn, Failed, sql, values};
use crate::clock::Moment;
use crate::domain::ids::{CommandId, GemeenteId};
use crate::store::chain::{START, binding, event_header, link, sha256};
use crate::store::crypto::{Keys, StreamKey};
use crate::store::{Append, Fault, OutboxRow, StreamAppend, StreamId};

impl<C: Conn> Batch<'_, C> {
    pub(super) async fn append(&mut self, append: &Append, mut position: u64) -> Result<(), Failed> {
        let gemeente = append.gemeente;
        for stream in append.streams.iter().filter(|stream| !stream.events.is_empty()) {
            self.events(gemeente, stream, &mut position);
        }
        self.claims(append);
        for document in &append.documents {
            self.changed.insert((gemeente, document.id));
            self.document_rows(gemeente, document.id, 1, &document.updates);
        }
        self.changed.extend(append.statuses.iter().map(|change| (gemeente, change.document)));
        let first = append.streams.first().map(|stream| stream.stream);
        for row in &append.outbox {
            self.outbox(gemeente, append.command, first, row);
        }
        for stuk in &append.stukken {
            // Without a stream there is nothing that tells of it, and no key of its own.
            if let Some(stream) = first {
                self.stuk(gemeente, append.command, stream, stuk);
            }
        }
        self.answer(append);
        for weg in &append.concepten {
            self.concept_weg(weg).await?;
        }
        for stream in &append.wist {
            self.erase(gemeente, *stream).await?;
        }
        if !append.wist.is_empty() {
            let end = self.known.facts.end;
            self.conn.run(sql::EMPTY_PROJECTIONS, values![end]).await?;
        }
        self.sporen(gemeente, &append.audit);
        Ok(())
    }

    fn events(&mut self, gemeente: GemeenteId, append: &StreamAppend, position: &mut u64) {
        let stream = append.stream;
        let key = self.stream_key(gemeente, stream);
        let mut chain = self.known.chains.get(&(gemeente, stream)).copied().unwrap_or(START);
        for (version, event) in (append.expected + 1..).zip(&append.events) {
            *position += 1;
            let plain = &event.header;
            let header = event_header(gemeente, stream, version, plain);
            let body = key.close(self.rng, &header, &event.body);
            let body_sha = sha256(&body);
            chain = link(&chain, &header, &body_sha);
            self.pending.events.push(values![
                *position,
                gemeente.0,
                stream.kind.word(),
                stream.id,
                version,
                plain.soort.clone(),
                i64::from(plain.schema),
                plain.at,
                plain.geldig_op.map(Moment::micros),
                plain.door.map(|door| door.0),
                plain.namens.map(|namens| namens.0),
                plain.rol.clone(),
                plain.cmd_id.0,
                plain.oorzaak.map(|position| position.0.cast_signed()),
                body,
                body_sha,
                chain,
            ]);
        }
        self.known.chains.insert((gemeente, stream), chain);
        self.moved.insert((gemeente, stream));
    }

    fn claims(&mut self, append: &Append) {
        for claim in &append.claims {
            let key = self.keys.claim(append.gemeente, claim.scope, &claim.key);
            self.pending.claims.push(values![append.gemeente.0, claim.scope, key, self.now]);
        }
    }

    /// A message is closed under the key of the command's first stream, so that it goes when that is erased.
    fn outbox(
        &mut self,
        gemeente: GemeenteId,
        command: CommandId,
        stream: Option<StreamId>,
        row: &OutboxRow,
    ) {
        let key = match stream {
            Some(stream) => self.stream_key(gemeente, stream),
            None => self.keys.own().clone(),
        };
        self.pending.outbox.push(values![
            gemeente.0,
            row.id,
            row.kanaal.clone(),
            stream.map(|stream| stream.kind.word()),
            stream.map(|stream| stream.id),
            command.0,
            key.close(self.rng, &outbox_binding(gemeente, row.id), &row.body),
        ]);
    }

    fn answer(&mut self, append: &Append) {
        let binding = answer_binding(append.gemeente, append.command);
        let answer = self.keys.own().close(self.rng, &binding, &append.answer);
        self.pending.commands.push(values![
            append.gemeente.0,
            append.command.0,
            append.request_hash,
            answer,
            self.now,
        ]);
    }
}

/// The answer of a command from how it is stored; empty when it was erased.
pub(crate) fn open_answer(
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
pub(crate) fn open_outbox(
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
