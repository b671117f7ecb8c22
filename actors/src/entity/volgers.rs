//! Who follows an entity: what they are told, from where, and until when they may look.

use std::sync::Arc;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::protocol::rt::{How, Pos, ServerMessage};
use keukentafel::store::{EventHeader, StreamId};
use serde_json::value::RawValue;

use super::actor::{Bekeken, State};
use super::answer::encode;
use super::concept::{self, Concept};
use crate::hub::{Class, Conn, Fanout, TopicNumber};
use crate::weigering::Weigering;

impl<C: Concept> State<C> {
    /// Tells what just became true: rights before content.
    pub(super) fn tell(&mut self, header: &EventHeader) {
        self.recheck();
        let Some(view) = self.view() else { return };
        let frame = ServerMessage::Ev {
            a: self.fanout.number(),
            v: self.live.versie,
            k: &header.soort,
            at: header.at,
            door: concept::door(&self.live.state, header, &*self.deps.namen),
            b: &view,
        };
        self.fanout.publish(self.live.versie, &encode(&frame));
    }

    pub(super) fn bekijk(&self) -> Bekeken {
        self.view().map(|view| (self.live.versie, view))
    }

    /// Its content, as far as all who may see it may.
    fn view(&self) -> Option<Box<RawValue>> {
        let (id, namen) = (self.key.id, &*self.deps.namen);
        if C::verhuld(&self.deps, self.key) {
            self.live.render_verhuld(id, namen)
        } else {
            self.live.render(id, namen)
        }
    }

    /// Of what is kept back now and was not, or the other way round, no version tells: whoever follows asks again, and no frame from before
    /// is played to who comes back.
    fn herzie_verhulling(&mut self) {
        let now = C::verhuld(&self.deps, self.key);
        if now != self.verhuld {
            self.verhuld = now;
            // The old one tells its followers when it goes.
            self.fanout = Fanout::new(self.deps.numbers.next());
        }
    }

    /// Of what was drawn otherwise nothing that is held is true.
    fn epoch(&self) -> String {
        if self.verhuld { format!("{}.verhuld", self.deps.epoch) } else { self.deps.epoch.to_string() }
    }

    pub(super) fn volg(
        &mut self,
        conn: &Arc<Conn>,
        r: u64,
        pos: Option<&Pos>,
    ) -> Result<TopicNumber, Weigering> {
        self.herzie_verhulling();
        let Some((v, view)) = self.bekijk() else { return Err(Weigering::NIET_GEVONDEN) };
        let a = self.fanout.number();
        // Looked at again, now that nothing can come in between: the right may have ended while the trail took the look.
        if conn.is_closing() || !self.may(conn) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        self.fanout.add(conn);
        let held = pos.filter(|pos| pos.e == self.epoch()).map(|pos| pos.v);
        let missed = held.filter(|held| *held < v).and_then(|held| self.fanout.since(held));
        let how = match (held, &missed) {
            (Some(held), _) if held == v => How::Current,
            (_, Some(_)) => How::Replay,
            _ => How::Snapshot,
        };
        let topic = C::topic(self.key.id).to_string();
        let ok = ServerMessage::Ok { r, a, topic, e: self.epoch(), v, how };
        conn.push(Class::Control, encode(&ok));
        match how {
            How::Current => {}
            How::Replay => missed.into_iter().flatten().for_each(|frame| {
                conn.push(Class::Bulk(a), frame);
            }),
            How::Snapshot => {
                conn.push(Class::Bulk(a), encode(&ServerMessage::Snap { a, v, b: &view }));
            }
        }
        conn.flush();
        Ok(a)
    }

    pub(super) fn resync(&self, conn: &Arc<Conn>) {
        if self.fanout.subscribers().iter().any(|other| other.id() == conn.id()) {
            let a = self.fanout.number();
            conn.send(Class::Control, encode(&ServerMessage::Resync { a, v: self.live.versie }));
        }
    }

    /// Whoever follows it, but who did it, gets no more of it before they asked again.
    pub(super) fn vraag_opnieuw(&mut self, door: Option<MedewerkerId>) {
        let a = self.fanout.number();
        for conn in self.fanout.expel(|conn| Some(conn.wie().id) == door) {
            conn.send(Class::Control, encode(&ServerMessage::Resync { a, v: self.live.versie }));
        }
    }

    pub(super) fn recheck(&mut self) {
        self.herzie_verhulling();
        let number = self.fanout.number();
        let mut fanout = std::mem::replace(&mut self.fanout, Fanout::new(number));
        let gone = fanout.expel(|conn| self.may(conn));
        self.fanout = fanout;
        let a = self.fanout.number();
        for conn in gone {
            conn.forget(a);
            conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
        }
    }

    /// Whether the content may be shown there now. The state is newer than the read side; where it can tell, it decides.
    fn may(&self, conn: &Conn) -> bool {
        if self.live.state.sluit_uit(conn.wie(), self.deps.clock.now())
            || self.deps.rechten.afgeschermd(conn.wie(), StreamId { kind: C::KIND, id: self.key.id })
        {
            return false;
        }
        let verkregen = C::verkregen(&self.deps, conn.wie(), self.key.id);
        let own = self.live.state.eigen_toegang(conn.wie(), &verkregen);
        let now = || self.live.state.toegang_nu(&self.deps, conn.wie(), self.key.id);
        own.unwrap_or_else(now) >= Toegang::Wat
    }
}
