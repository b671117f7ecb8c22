//! When a document looks around by itself: presence that may be relayed, presence that is gone, and sleep.

use keukentafel::guard::encode_awareness;
use tokio::time::Instant;

use super::actor::Msg;
use super::followers::Follower;
use super::live::Live;
use super::presence::Told;
use crate::directory::Admitted;
use crate::hub::ConnId;
use crate::limits::{DOCUMENT_IDLE, PRESENCE_GONE};

/// Which alarms are set; each at most once.
#[derive(Debug, Default)]
pub(super) struct Timers {
    relay: bool,
    gone: bool,
    /// Of [`Msg::PresenceAgain`].
    pub(super) again: bool,
    /// Rises whenever somebody comes or goes, so that an old alarm is known as such.
    pub(super) idle: u64,
}

impl Live {
    /// Sends presence on and sets the alarms for what is left to do.
    pub(super) fn relay(&mut self, told: &Told) {
        if !told.is_empty() {
            self.followers.tell_presence(&encode_awareness(told));
            self.announce();
            self.watch_presence();
        }
        let now = Instant::now();
        if !self.timers.relay
            && let Some(wait) = self.presence.due_in(now)
        {
            self.timers.relay = true;
            self.myself.send_after(wait, || Admitted::internal(Msg::PresenceDue));
        }
        if !self.timers.gone
            && let Some(first) = self.first_to_go()
        {
            self.timers.gone = true;
            let wait = (first + PRESENCE_GONE).saturating_duration_since(now);
            self.myself.send_after(wait, || Admitted::internal(Msg::PresenceGone));
        }
    }

    /// What waited may be relayed.
    pub(super) fn presence_due(&mut self) {
        self.timers.relay = false;
        let told = self.presence.due(Instant::now());
        self.relay(&told);
    }

    /// Whoever was not heard for [`PRESENCE_GONE`] is not in the room any more.
    pub(super) fn presence_gone(&mut self) {
        self.timers.gone = false;
        let now = Instant::now();
        let silent =
            |follower: &Follower| now.saturating_duration_since(sign_of_life(follower)) >= PRESENCE_GONE;
        let gone: Vec<ConnId> = self
            .followers
            .iter()
            .filter(|follower| silent(follower))
            .map(|follower| follower.conn.id())
            .collect();
        let told: Told = gone.into_iter().flat_map(|conn| self.presence.leave(conn)).collect();
        self.relay(&told);
    }

    fn first_to_go(&self) -> Option<Instant> {
        let present = self.followers.iter().filter(|follower| self.presence.shows(follower.conn.id()));
        present.map(sign_of_life).min()
    }

    /// Somebody came or went: the time without anybody starts anew, or ends.
    pub(super) fn watch_idle(&mut self) {
        self.timers.idle += 1;
        if self.followers.is_empty() {
            let idle = self.timers.idle;
            self.myself.send_after(DOCUMENT_IDLE, move || Admitted::internal(Msg::Idle(idle)));
        }
    }
}

/// A frame for this document, or any other that came over the same socket: a pong, a heartbeat.
fn sign_of_life(follower: &Follower) -> Instant {
    follower.last_frame.max(follower.conn.heard_at())
}
