//! The sessions that this node holds. Nothing here waits for anything.

use std::collections::{HashMap, HashSet};

use keukentafel::clock::Moment;
use keukentafel::store::{Sessiestand, Sessiewijziging};
use uuid::Uuid;

use super::tabel::met_navraag;
use super::vorm::hoogstens_actief;
use super::{Afloop, Lifetime, Session, SessionKey, micros};

/// See the module.
#[derive(Default)]
pub(super) struct Geheugen {
    open: HashMap<SessionKey, Entry>,
    /// Ended here, and to be taken out of the table. They open nothing any more, also while that cannot be done.
    pub(super) weg: HashSet<SessionKey>,
    /// How far the table was read.
    pub(super) stand: Sessiestand,
    /// Sessions that another node let go, whose sockets here are to close.
    pub(super) losgelaten: Vec<(Uuid, Afloop)>,
}

struct Entry {
    session: Session,
    /// When something was last done in it on this node.
    hier: Option<Moment>,
    /// The last activity that the table has.
    geschreven: Moment,
}

impl Geheugen {
    /// Holds these, of before a start.
    pub(super) fn van(kept: Vec<(SessionKey, Session)>) -> Self {
        let mut geheugen = Self::default();
        for (key, session) in kept {
            let geschreven = session.actief_op;
            geheugen.open.insert(key, Entry { session, hier: None, geschreven });
        }
        geheugen
    }

    pub(super) fn len(&self) -> usize {
        self.open.len()
    }

    pub(super) fn get(&self, key: SessionKey) -> Option<&Session> {
        self.open.get(&key).map(|entry| &entry.session)
    }

    pub(super) fn alle(&self) -> impl Iterator<Item = (SessionKey, &Session)> {
        self.open.iter().map(|(key, entry)| (*key, &entry.session))
    }

    /// One that began here, or goes on here.
    pub(super) fn neem_op(&mut self, key: SessionKey, session: Session) {
        let op = session.actief_op;
        self.open.insert(key, Entry { session, hier: Some(op), geschreven: op });
    }

    /// Something was done in it. `None` when it is not there, or its time has come.
    pub(super) fn raak(&mut self, key: SessionKey, now: Moment, lifetime: Lifetime) -> Option<Session> {
        let entry = self.open.get_mut(&key)?;
        if lifetime.is_voorbij(&entry.session, now) {
            return None;
        }
        entry.session.actief_op = entry.session.actief_op.max(now);
        entry.hier = entry.hier.max(Some(now));
        Some(entry.session.clone())
    }

    pub(super) fn neem_weg(&mut self, key: SessionKey) -> Option<Session> {
        self.open.remove(&key).map(|entry| entry.session)
    }

    /// Takes every session away that `which` points out.
    pub(super) fn neem_weg_waar(&mut self, which: impl Fn(&Session) -> bool) -> Vec<(SessionKey, Session)> {
        let gone = self.open.extract_if(|_, entry| which(&entry.session));
        gone.map(|(key, entry)| (key, entry.session)).collect()
    }

    /// Whose time has come, each with the last activity that the table has of it.
    pub(super) fn voorbij(&self, now: Moment, lifetime: Lifetime) -> Vec<(SessionKey, Moment)> {
        let over = self.open.iter().filter(|(_, entry)| lifetime.is_voorbij(&entry.session, now));
        over.map(|(key, entry)| (*key, entry.geschreven)).collect()
    }

    /// What was done on this node and does not stand in the table yet.
    pub(super) fn te_schrijven(&self) -> Vec<(SessionKey, Moment)> {
        let done = self.open.iter().filter_map(|(key, entry)| Some((*key, entry.hier?, entry.geschreven)));
        done.filter(|(_, hier, geschreven)| hier > geschreven).map(|(key, hier, _)| (key, hier)).collect()
    }

    /// It stands there now.
    pub(super) fn geschreven(&mut self, written: &[(SessionKey, Moment)]) {
        for (key, op) in written {
            if let Some(entry) = self.open.get_mut(key) {
                entry.geschreven = entry.geschreven.max(*op);
            }
        }
    }

    /// Takes in what the table has that is new. What ended here stays ended, whatever another node did to it meanwhile.
    pub(super) fn neem_over(&mut self, wijziging: Sessiewijziging, gelezen: Vec<Option<Session>>) {
        for (rij, gelezen) in wijziging.rijen.into_iter().zip(gelezen) {
            let key = SessionKey(rij.sleutel);
            if self.weg.contains(&key) {
                continue;
            }
            let before = self.open.remove(&key);
            let Some(session) = gelezen else {
                tracing::error!("a row of the table of sessions cannot be read");
                continue;
            };
            let mut session = met_navraag(&rij, session, before.as_ref().map(|entry| &entry.session));
            let hier = before.as_ref().and_then(|entry| entry.hier);
            // Of another node not everything is written yet.
            let eigen = hier.is_some_and(|hier| rij.actief_op <= hier);
            let op = if eigen { rij.actief_op } else { hoogstens_actief(rij.actief_op) };
            session.actief_op = before.map_or(op, |entry| entry.session.actief_op.max(op));
            self.open.insert(key, Entry { session, hier, geschreven: rij.actief_op });
        }
        let gone: Vec<Session> =
            wijziging.weg.iter().filter_map(|key| self.neem_weg(SessionKey(*key))).collect();
        self.stand = wijziging.stand;
        if gone.is_empty() {
            return;
        }
        let goes_on: HashSet<Uuid> = self.open.values().map(|entry| entry.session.reeks).collect();
        self.losgelaten.extend(gone.into_iter().map(|session| {
            let on = goes_on.contains(&session.reeks);
            (session.id, if on { Afloop::Vervangen } else { Afloop::Geeindigd })
        }));
    }
}

impl Lifetime {
    /// When a session ends if nothing more is done.
    pub(super) fn verloopt_op(self, session: &Session) -> Moment {
        session.actief_op.plus_micros(micros(self.idle)).min(session.uiterlijk_op)
    }

    pub(super) fn is_voorbij(self, session: &Session, now: Moment) -> bool {
        now >= self.verloopt_op(session)
    }
}
