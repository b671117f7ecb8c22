//! Who has the document open at other nodes. Each node says now and again who is there, all of them at once; of whom nothing is said any
//! more leaves after [`PRESENCE_ELDERS_GONE`]. Who is here and at another node at once is here.

use std::collections::{BTreeMap, BTreeSet};

use keukentafel::domain::ids::MedewerkerId;
use keukentafel::guard::{ClientId, encode_awareness};
use keukentafel::protocol::topic::Topic;
use serde_json::Value;
use tokio::time::Instant;
use uuid::Uuid;

use super::actor::Msg;
use super::live::Live;
use super::presence::Told;
use crate::bus::{Caret, Present};
use crate::directory::Admitted;
use crate::limits::{PRESENCE_AGAIN, PRESENCE_ELDERS_GONE};

struct Entry {
    process: Uuid,
    caret: Caret,
    state: Value,
}

/// Everybody at other nodes.
#[derive(Default)]
pub(super) struct Elders {
    entries: BTreeMap<ClientId, Entry>,
    /// When each node last said who is there.
    heard: BTreeMap<Uuid, Instant>,
}

impl Elders {
    /// Takes what a node says; `shown` draws somebody, or does not when they are here. Answers what to relay.
    fn take(
        &mut self,
        process: Uuid,
        carets: Vec<Caret>,
        mut shown: impl FnMut(&Caret) -> Option<Value>,
        now: Instant,
    ) -> Told {
        let still: BTreeSet<ClientId> = carets.iter().map(|caret| caret.client).collect();
        let mut told = self.gone(|entry| entry.process == process && !still.contains(&entry.caret.client));
        if carets.is_empty() {
            self.heard.remove(&process);
        } else {
            self.heard.insert(process, now);
        }
        for caret in carets {
            let known = self.entries.get(&caret.client);
            // A client that moved to another node is said there with a later clock.
            if known.is_some_and(|known| known.caret == caret || known.caret.clock > caret.clock) {
                continue;
            }
            let Some(state) = shown(&caret) else { continue };
            told.push((caret.client, caret.clock, Some(state.clone())));
            self.entries.insert(caret.client, Entry { process, caret, state });
        }
        told
    }

    /// Nothing was heard of these for too long.
    fn expire(&mut self, now: Instant) -> Told {
        self.heard.retain(|_, heard| now.saturating_duration_since(*heard) < PRESENCE_ELDERS_GONE);
        let heard: BTreeSet<Uuid> = self.heard.keys().copied().collect();
        self.gone(|entry| !heard.contains(&entry.process))
    }

    fn gone(&mut self, goes: impl Fn(&Entry) -> bool) -> Told {
        let mut told = Told::new();
        self.entries.retain(|client, entry| {
            let stays = !goes(entry);
            if !stays {
                told.push((*client, entry.caret.clock, None));
            }
            stays
        });
        told
    }

    /// Whose this client id is at another node.
    pub(super) fn wie(&self, client: ClientId) -> Option<MedewerkerId> {
        self.entries.get(&client).map(|entry| entry.caret.wie)
    }

    /// It is here now.
    pub(super) fn forget(&mut self, client: ClientId) {
        self.entries.remove(&client);
    }

    /// Everybody, for who comes in.
    pub(super) fn all(&self) -> Told {
        let one =
            |(client, entry): (&ClientId, &Entry)| (*client, entry.caret.clock, Some(entry.state.clone()));
        self.entries.iter().map(one).collect()
    }

    fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Live {
    /// Another node says who is there.
    pub(super) fn elders(&mut self, process: Uuid, carets: Vec<Caret>) {
        if self.followers.is_empty() {
            return;
        }
        let (presence, namen, owner) = (&mut self.presence, &self.deps.namen, &self.vooruit);
        let shown = |caret: &Caret| {
            let taken = owner.owner(caret.client).is_some_and(|writer| writer.0 != caret.wie.0);
            (!taken).then(|| presence.drawn(caret, &namen.door(caret.wie).naam))?
        };
        let told = self.elders.take(process, carets, shown, Instant::now());
        self.tell_elders(&told);
        self.watch_presence();
    }

    /// Says to the other nodes who is here.
    pub(super) fn announce(&self) {
        if self.deps.bus.reaches_others() {
            let room = (self.gemeente, Topic::Document(self.document));
            self.deps.bus.present(room, Present::Tekst(self.presence.carets()));
        }
    }

    /// Asks the other nodes who is there: somebody is here now who wants to see them.
    pub(super) fn ask_who_is_there(&self) {
        self.deps.bus.ask((self.gemeente, Topic::Document(self.document)));
    }

    /// Who is here is said again; who is not heard of any more goes.
    pub(super) fn presence_again(&mut self) {
        self.timers.again = false;
        let told = self.elders.expire(Instant::now());
        self.tell_elders(&told);
        if !self.presence.is_empty() {
            self.announce();
        }
        self.watch_presence();
    }

    /// Sets the alarm for the next time, as long as somebody is anywhere.
    pub(super) fn watch_presence(&mut self) {
        let anybody = !self.presence.is_empty() || !self.elders.is_empty();
        if anybody && self.deps.bus.reaches_others() && !self.timers.again {
            self.timers.again = true;
            self.myself.send_after(PRESENCE_AGAIN, || Admitted::internal(Msg::PresenceAgain));
        }
    }

    fn tell_elders(&self, told: &Told) {
        if !told.is_empty() {
            self.followers.tell_presence(&encode_awareness(told));
        }
    }
}
