//! Refused frames of each connection, within a window. They outlast a subscription: whoever is put out, or subscribes once
//! more, does not begin anew.

use std::collections::{BTreeMap, VecDeque};

use tokio::time::Instant;

use crate::hub::ConnId;
use crate::limits::{STRIKE_WINDOW, STRIKES_MAX};

/// Times within the last [`STRIKE_WINDOW`], at most [`STRIKES_MAX`] of them.
#[derive(Debug, Default)]
struct Recent(VecDeque<Instant>);

impl Recent {
    fn forget_old(&mut self, now: Instant) {
        self.0.retain(|when| now - *when < STRIKE_WINDOW);
    }

    /// Adds one unless it is full; answers how many there are.
    fn add(&mut self, now: Instant) -> usize {
        if self.0.len() < STRIKES_MAX {
            self.0.push_back(now);
        }
        self.0.len()
    }
}

#[derive(Debug, Default)]
struct Offences {
    strikes: Recent,
    trailed: Recent,
}

/// As many entries as connections that were refused something within the window.
#[derive(Debug, Default)]
pub(super) struct Strikes(BTreeMap<ConnId, Offences>);

impl Strikes {
    /// Counts a frame that breaks the rules. `true` when it was one too many.
    pub(super) fn strike(&mut self, conn: ConnId, now: Instant) -> bool {
        self.of(conn, now).strikes.add(now) >= STRIKES_MAX
    }

    /// Whether one more refusal of this connection goes in the trail. A refusal that is no strike may come with every key
    /// pressed, and the trail is kept for years.
    pub(super) fn goes_in_the_trail(&mut self, conn: ConnId, now: Instant) -> bool {
        let trailed = &mut self.of(conn, now).trailed;
        let room = trailed.0.len() < STRIKES_MAX;
        trailed.add(now);
        room
    }

    fn of(&mut self, conn: ConnId, now: Instant) -> &mut Offences {
        self.0.retain(|_, offences| {
            offences.strikes.forget_old(now);
            offences.trailed.forget_old(now);
            !offences.strikes.0.is_empty() || !offences.trailed.0.is_empty()
        });
        self.0.entry(conn).or_default()
    }
}
