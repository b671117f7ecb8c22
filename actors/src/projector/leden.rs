//! Members of bundles: who comes in, who leaves, and the end of a page.

use std::sync::Arc;

use keukentafel::domain::ids::GemeenteId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use serde_json::value::{RawValue, to_raw_value};

use super::actor::{State, resync, revoke};
use super::bundles::{Open, Subject, members, wanted};
use super::topics::{Key, Why};
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId, TopicNumber};
use crate::weigering::Weigering;

/// A line at the moment that somebody begins to follow it.
pub(super) struct Begin {
    pub(super) a: TopicNumber,
    pub(super) e: String,
    pub(super) v: u64,
    pub(super) view: Box<RawValue>,
}

impl State {
    /// `conn` follows a line from now on, for this reason; `None` when it is not there.
    pub(super) fn begin(&mut self, conn: &Arc<Conn>, key: Key, why: Why) -> Option<Begin> {
        let view = self.render(key)?;
        let (a, v) = self.lines.follow(conn, key, why, &self.deps.numbers);
        let v = if super::opnieuw::is_quiet(key.1) { self.lines.lees(key, &view) } else { v };
        // Of another life of the line nothing that is held of this one is true.
        Some(Begin { a, e: format!("{}.{a}", self.deps.epoch), v, view })
    }

    pub(super) fn volg_bundle(
        &mut self,
        conn: &Arc<Conn>,
        bundle: Topic,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        let (a, before) = self.bundles.insert(conn, bundle, &self.deps.numbers);
        if let Some(before) = before {
            self.let_go(bundle, before);
        }
        let (topic, e) = (bundle.to_string(), self.deps.epoch.to_string());
        let ok = ServerMessage::Ok { r, a, topic, e, v: 0, how: How::Snapshot };
        conn.push(Class::Control, encode(&ok));
        let gemeente = conn.wie().gemeente;
        for subject in self.members(conn.wie(), bundle) {
            self.enter(conn.id(), bundle, gemeente, subject);
        }
        // The list is whole from here: an empty value of the bundle itself says so.
        let whole = to_raw_value(&()).map_err(|_| Weigering::Onbekend)?;
        conn.send(Class::Bulk(a), encode(&ServerMessage::Snap { a, v: 0, b: &whole }));
        Ok(a)
    }

    /// What has a place in a bundle for `wie` now.
    pub(super) fn members(&self, wie: &Wie, bundle: Topic) -> Vec<Subject> {
        let all = self.overzicht.lees();
        all.gemeente(wie.gemeente).map(|all| members(all, wie, bundle)).unwrap_or_default()
    }

    fn wanted(&self, wie: &Wie, bundle: Topic, subject: Subject) -> Option<Topic> {
        let all = self.overzicht.lees();
        wanted(all.gemeente(wie.gemeente)?, wie, bundle, subject)
    }

    /// Takes a member out that has no place there any more, or another one.
    pub(super) fn leave_where_changed(
        &mut self,
        conn: ConnId,
        bundle: Topic,
        gemeente: GemeenteId,
        subject: Subject,
    ) {
        let Some(open) = self.bundles.get(conn, bundle) else { return };
        let conn = Arc::clone(&open.conn);
        let Some(present) = open.leden.get(&subject).copied() else { return };
        if self.wanted(conn.wie(), bundle, subject) == Some(present) {
            return;
        }
        if let Some(open) = self.bundles.get_mut(conn.id(), bundle) {
            open.leden.remove(&subject);
        }
        let Some(bij) = self.bundles.number(bundle) else { return };
        if let Some(a) = self.lines.leave(conn.id(), (gemeente, present), Why::Bundel(bundle)) {
            conn.send(Class::Control, encode(&ServerMessage::Eraf { a, bij }));
        }
    }

    /// Puts a member in that has a place there and is not in yet.
    pub(super) fn enter(&mut self, conn: ConnId, bundle: Topic, gemeente: GemeenteId, subject: Subject) {
        let Some(open) = self.bundles.get(conn, bundle) else { return };
        if open.leden.contains_key(&subject) {
            return;
        }
        let conn = Arc::clone(&open.conn);
        let Some(line) = self.wanted(conn.wie(), bundle, subject) else { return };
        let Some(bij) = self.bundles.number(bundle) else { return };
        if !self.mag_erop(&conn, bundle, subject, line) {
            return;
        }
        let Some(Begin { a, e, v, view }) = self.begin(&conn, (gemeente, line), Why::Bundel(bundle)) else {
            return;
        };
        if let Some(open) = self.bundles.get_mut(conn.id(), bundle) {
            open.leden.insert(subject, line);
        }
        let topic = line.to_string();
        // Under the member's own topic: when its right ends, a frame that still waits goes with it.
        conn.send(Class::Bulk(a), encode(&ServerMessage::Lid { a, bij, topic, e, v, b: &view }));
    }

    /// Every member of a page, looked at again: who has no place any more is out.
    pub(super) fn leave_all(&mut self, conn: ConnId, bundle: Topic, gemeente: GemeenteId) {
        for subject in self.bundles.subjects(conn, bundle) {
            self.leave_where_changed(conn, bundle, gemeente, subject);
        }
    }

    /// A page entered anew as a whole: whoever has a place and is not in yet comes in.
    pub(super) fn enter_all(&mut self, conn: ConnId, bundle: Topic, gemeente: GemeenteId) {
        let Some(open) = self.bundles.get(conn, bundle) else { return };
        let wie = open.conn.wie().clone();
        for subject in self.members(&wie, bundle) {
            self.enter(conn, bundle, gemeente, subject);
        }
    }

    /// The lines of a page that is not open any more; which of them it held.
    pub(super) fn let_go(&mut self, bundle: Topic, open: Open) -> Vec<TopicNumber> {
        let (conn, gemeente) = (open.conn.id(), open.conn.wie().gemeente);
        let leave = |line| self.lines.leave(conn, (gemeente, line), Why::Bundel(bundle));
        open.leden.into_values().filter_map(leave).collect()
    }

    /// A page that its reader may not look at any more: its members go, and then the page.
    pub(super) fn end_bundle(&mut self, conn: ConnId, bundle: Topic) {
        let Some((bij, open)) = self.bundles.remove(conn, bundle) else { return };
        self.blikken.sluit(conn, bundle);
        let conn = Arc::clone(&open.conn);
        for a in self.let_go(bundle, open) {
            conn.send(Class::Control, encode(&ServerMessage::Eraf { a, bij }));
        }
        revoke(&conn, bij);
    }

    /// Frames with these numbers were lost. Of a page one word is enough, however many of its members were hit: whoever asks for it again
    /// gets all of them.
    pub(super) fn resync_van(&self, conn: &Arc<Conn>, verloren: &[TopicNumber]) {
        let gemeente = conn.wie().gemeente;
        let lost = |a: Option<TopicNumber>| a.is_some_and(|a| verloren.contains(&a));
        let hit = |line: &Topic| lost(self.lines.number((gemeente, *line)));
        for (bundle, open) in self.bundles.of(conn.id()) {
            if let Some(a) = self.bundles.number(bundle).filter(|_| open.leden.values().any(hit)) {
                resync(conn, a);
            }
        }
        for a in self.lines.asked_by(conn.id()).filter(|a| lost(Some(*a))) {
            resync(conn, a);
        }
    }
}
