//! Coming in, catching up and going out.

use std::sync::Arc;

use bytes::Bytes;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::guard::encode_awareness;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::{How, Pos, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::Journal;
use tokio::time::Instant;

use super::followers::Follower;
use super::live::Live;
use super::outgoing;
use super::rows::Row;
use super::snapshot::GROOT;
use crate::hub::{Class, Conn, ConnId, Dialect, TopicNumber};
use crate::limits::{REPLAY_BYTES_MAX, REPLAY_ROWS_MAX};
use crate::weigering::Weigering;

impl Live {
    /// A connection follows from now on. Between what it is sent first and what follows nothing is missing: no other message
    /// is handled in between.
    ///
    /// # Errors
    /// What it may not see does not exist.
    pub(super) async fn open(
        &mut self,
        conn: &Arc<Conn>,
        r: u64,
        pos: Option<Pos>,
    ) -> Result<TopicNumber, Weigering> {
        if !self.leest(conn) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let (a, seq) = (self.followers.a, self.seq);
        let mut follower = Follower::new(conn, Instant::now());
        // What waits of an earlier subscription is older than what this one gets, and would be kept for each time it subscribes.
        conn.forget(a);
        if conn.dialect() == Dialect::Rt {
            // A journal's epoch and not the node's: rows keep their seq over restarts, so a client may go on where it was.
            let e = self.deps.journal.epoch().to_string();
            let held = pos.filter(|pos| pos.e == e).map(|pos| pos.v).filter(|v| self.may_go_on(conn, *v));
            let rows = match held {
                Some(v) => self.rows_after(v).await,
                None => None,
            };
            let (how, frames) = match rows {
                Some(rows) if rows.is_empty() => (How::Current, Vec::new()),
                Some(rows) => (How::Replay, vec![self.rows_frame(&rows)]),
                None => (How::Snapshot, vec![self.snapshot_frame(Dialect::Rt)?]),
            };
            if let (Some(v), How::Replay | How::Current) = (held, how) {
                follower.holds(v);
            }
            self.first_seen.entry(conn.wie().id).or_insert_with(|| (conn.wie().clone(), seq));
            let topic = Topic::Document(self.document).to_string();
            conn.push(Class::Control, outgoing::json(&ServerMessage::Ok { r, a, topic, e, v: seq, how }));
            follower.send_base(a, frames, seq);
            conn.push(Class::Control, outgoing::json(&ServerMessage::Auteurs { a, b: self.auteurs() }));
        }
        if self.followers.is_empty() {
            self.ask_who_is_there();
        }
        self.followers.add(follower);
        self.watch_idle();
        self.give_notice(conn);
        let present = self.everybody();
        if !present.is_empty() {
            let frame = outgoing::awareness(conn.dialect(), a, &encode_awareness(&present));
            conn.push(Class::Presence, frame);
        }
        conn.send(Class::Control, outgoing::step1(conn.dialect(), a, &self.state_vector()));
        Ok(a)
    }

    /// Says what whoever comes in must know of the document: that it is not all of it, or that it grew large.
    fn give_notice(&self, conn: &Conn) {
        let a = self.followers.a;
        match (self.quarantine, conn.dialect()) {
            (Some(_), Dialect::Rt) => {
                let code = Weigering::QUARANTAINE.code();
                conn.push(Class::Control, outgoing::json(&ServerMessage::LetOp { a, code }));
            }
            (Some(_), Dialect::Yjs) => {
                let code = Weigering::QUARANTAINE.code();
                conn.push(Class::Control, outgoing::permission_denied(code));
            }
            (None, Dialect::Rt) if self.snapshots.is_large() && self.schrijft(conn.wie()) => {
                conn.push(Class::Control, outgoing::json(&ServerMessage::LetOp { a, code: GROOT }));
            }
            (None, Dialect::Rt | Dialect::Yjs) => {}
        }
    }

    /// Whether this place in the log is one that another node told, and that is not known here.
    pub(super) fn is_behind(&self, pos: Option<&Pos>) -> bool {
        let epoch = self.deps.journal.epoch().to_string();
        pos.is_some_and(|pos| pos.e == epoch && pos.v > self.seq)
    }

    fn leest(&self, conn: &Conn) -> bool {
        let wie = conn.wie();
        wie.gemeente == self.gemeente && self.deps.rechten.op_document(wie, self.document) >= Toegang::Wat
    }

    /// Rows are raw history: they hold text that was deleted later. Only who was shown the document when that text stood in it
    /// may have them; anybody else gets the text as it is now, whatever `pos` they name.
    fn may_go_on(&self, conn: &Conn, seq: u64) -> bool {
        self.first_seen.get(&conn.wie().id).is_some_and(|(_, first)| seq >= *first)
    }

    /// The rows after `seq`, all of them or none: from memory, else from the journal when they are few.
    async fn rows_after(&self, seq: u64) -> Option<Vec<Row>> {
        let missing = usize::try_from(self.seq.checked_sub(seq)?).ok()?;
        if missing == 0 {
            return Some(Vec::new());
        }
        if let Some(rows) = self.ring.since(seq) {
            return Some(rows);
        }
        if missing > REPLAY_ROWS_MAX {
            return None;
        }
        let stored =
            self.deps.journal.document_rows(self.gemeente, self.document, seq, missing).await.ok()?;
        let bytes: usize = stored.iter().map(|row| row.bytes.len()).sum();
        let whole = stored.len() == missing && stored.iter().zip(seq + 1..).all(|(row, seq)| row.seq == seq);
        (whole && bytes <= REPLAY_BYTES_MAX).then(|| stored.into_iter().map(Row::from).collect())
    }

    fn rows_frame(&self, rows: &[Row]) -> Bytes {
        let first = rows.first().map_or(self.seq, |row| row.seq);
        outgoing::committed(self.followers.a, first, rows.iter().map(|row| row.bytes.as_ref()))
    }

    fn snapshot_frame(&mut self, dialect: Dialect) -> Result<Bytes, Weigering> {
        let whole = self.whole()?;
        Ok(match dialect {
            Dialect::Rt => outgoing::committed(self.followers.a, self.seq, std::iter::once(whole.as_ref())),
            Dialect::Yjs => outgoing::yjs_update(&whole),
        })
    }

    /// A slow reader has room again: it gets what it may be missing, from the last row that it has for certain.
    ///
    /// # Errors
    /// When the text cannot be encoded.
    pub(super) async fn resync(&mut self, conn: &Arc<Conn>) -> Result<(), Weigering> {
        let a = self.followers.a;
        let Some(sure) = self.followers.get_mut(conn.id()).map(|follower| follower.sure()) else {
            return Ok(());
        };
        let rows = match sure {
            Some(sure) => self.rows_after(sure).await,
            None => None,
        };
        let frames = match (rows, conn.dialect()) {
            (Some(rows), _) if rows.is_empty() => Vec::new(),
            (Some(rows), Dialect::Rt) => vec![self.rows_frame(&rows)],
            (Some(rows), Dialect::Yjs) => rows.iter().map(|row| outgoing::yjs_update(&row.bytes)).collect(),
            (None, dialect) => vec![self.snapshot_frame(dialect)?],
        };
        let seq = self.seq;
        if let Some(follower) = self.followers.get_mut(conn.id()) {
            follower.send_base(a, frames, seq);
        }
        Ok(())
    }

    /// A connection follows no more.
    pub(super) fn leave(&mut self, conn: ConnId) {
        if let Some(follower) = self.followers.remove(conn) {
            follower.conn.forget(self.followers.a);
            let told = self.presence.leave(conn);
            self.relay(&told);
            self.watch_idle();
        }
    }

    /// Rights changed: whoever lost theirs goes, at once.
    pub(super) fn recheck(&mut self) {
        let (rechten, document, gemeente) = (self.deps.rechten.clone(), self.document, self.gemeente);
        let gone = self.followers.expel(|conn| {
            let wie = conn.wie();
            wie.gemeente == gemeente && rechten.op_document(wie, document) >= Toegang::Wat
        });
        // Whoever was out in between may come back, and not to the rows of that time; connected or not.
        self.first_seen.retain(|id, (wie, _)| {
            gone.iter().all(|follower| follower.conn.wie().id != *id)
                && rechten.op_document(wie, document) >= Toegang::Wat
        });
        for follower in &gone {
            self.put_out(&follower.conn);
        }
    }

    /// Whoever follows no more hears that it is by our will. `/rt` keeps its socket, which carries more than this document.
    pub(super) fn put_out(&mut self, conn: &Conn) {
        let a = self.followers.a;
        // What waits unsent is text that this reader may not see any more.
        conn.forget(a);
        match conn.dialect() {
            Dialect::Rt => drop(conn.send(Class::Control, outgoing::json(&ServerMessage::Revoked { a }))),
            Dialect::Yjs => conn.close(close::NO_RIGHT),
        }
        let told = self.presence.leave(conn.id());
        self.relay(&told);
        self.watch_idle();
    }
}
