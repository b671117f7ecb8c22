//! Keeps the line up: connects, speaks, listens, notices within a second when it is dead, and begins anew.
//!
//! What this node says comes back to it, as it subscribes to what it speaks on. So it says something several times a second, and a line on
//! which nothing of that comes back is not up, whatever its sockets say.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use bytes::Bytes;
use keukentafel::clock::Moment;
use keukentafel::rng::Rng;
use keukentafel::store::Position;
use tokio::sync::watch;
use tokio::time::{Instant, timeout};
use uuid::Uuid;

use super::message::{Message, room};
use super::{Broken, Hears, Inward, Mode, Outward, Shared, Transport};
use crate::limits::{
    BUS_BEAT, BUS_ECHO_WAIT, BUS_OPEN_WAIT, BUS_REOPEN_MAX, BUS_REOPEN_MIN, BUS_SEND_EVERY, BUS_SEND_WAIT,
    PRESENCE_EVERY,
};

/// Who speaks.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    /// The epoch of the record: who reads another is no other node of ours.
    pub(crate) epoch: Uuid,
    /// The name of this node.
    pub(crate) node: String,
    /// This process.
    pub(crate) process: Uuid,
}

/// Ends when nobody hears any more.
pub(super) async fn keep(
    shared: &Shared,
    transport: &dyn Transport,
    who: &Who,
    hears: &dyn Hears,
    rng: &dyn Rng,
) {
    let (mut pause, mut said) = (BUS_REOPEN_MIN, false);
    while hears.is_there() {
        let line = Line { shared, who, hears, was_up: AtomicBool::new(false) };
        let why = match timeout(BUS_OPEN_WAIT, transport.open()).await {
            Ok(Ok((outward, inward))) => line.run(outward, inward).await,
            Ok(Err(broken)) => broken,
            Err(_) => Broken("no answer".to_owned()),
        };
        if line.was_up.into_inner() {
            (pause, said) = (BUS_REOPEN_MIN, false);
            metrics::counter!("keukentafel_bus_lost_total").increment(1);
        }
        if !std::mem::replace(&mut said, true) && hears.is_there() {
            tracing::warn!(why = %why, "the bus is away: the record is looked at often until it is back");
        }
        set(&shared.mode, Mode::LogTail);
        tokio::time::sleep(jittered(pause, rng)).await;
        pause = (pause * 2).min(BUS_REOPEN_MAX);
    }
}

/// Half of it at least, so that nodes that lost it together do not come back together.
fn jittered(pause: Duration, rng: &dyn Rng) -> Duration {
    pause / 2 + (pause / 2).mul_f64(f64::from(rng.u32()) / f64::from(u32::MAX))
}

/// Told when it changed, and only then.
fn set(mode: &watch::Sender<Mode>, now: Mode) {
    mode.send_if_modified(|before| std::mem::replace(before, now) != now);
}

struct Line<'a> {
    shared: &'a Shared,
    who: &'a Who,
    hears: &'a dyn Hears,
    /// Something of ours came back.
    was_up: AtomicBool,
}

impl Line<'_> {
    /// Until it breaks.
    async fn run(&self, mut outward: Box<dyn Outward>, mut inward: Box<dyn Inward>) -> Broken {
        let (echo, echoed) = watch::channel(Instant::now());
        let broken = tokio::select! {
            broken = self.speak(&mut *outward) => broken,
            broken = self.listen(&mut *inward, &echo) => broken,
            broken = self.watch(echoed) => broken,
        };
        // What was under way may have gone nowhere.
        self.shared.slate.alles();
        broken
    }

    async fn speak(&self, outward: &mut dyn Outward) -> Broken {
        let mut presence_at = Instant::now();
        let mut beat_at = Instant::now();
        loop {
            let due = if self.shared.slate.has_presence() { presence_at.min(beat_at) } else { beat_at };
            tokio::select! {
                () = self.shared.slate.news() => {}
                () = tokio::time::sleep_until(due) => {}
            }
            let now = Instant::now();
            let presence = now >= presence_at;
            let message = match self.shared.slate.wipe(presence) {
                Some(message) => message,
                None if now >= beat_at => Message::default(),
                None => continue,
            };
            if !message.aanwezig.is_empty() {
                presence_at = now + PRESENCE_EVERY;
            }
            beat_at = now + BUS_BEAT;
            let Who { epoch, node, process } = self.who.clone();
            let bytes = Message { epoch, node, process, ..message }.bytes();
            match timeout(BUS_SEND_WAIT, outward.send(Bytes::from(bytes))).await {
                Ok(Ok(())) => {
                    metrics::counter!("keukentafel_bus_messages_total", "weg" => "uit").increment(1)
                }
                Ok(Err(broken)) => return broken,
                Err(_) => return Broken("nothing is taken".to_owned()),
            }
            // What comes meanwhile goes in one.
            tokio::time::sleep(BUS_SEND_EVERY).await;
        }
    }

    async fn listen(&self, inward: &mut dyn Inward, echo: &watch::Sender<Instant>) -> Broken {
        loop {
            let bytes = match inward.next().await {
                Ok(bytes) => bytes,
                Err(broken) => return broken,
            };
            match Message::read(&bytes, self.who.epoch) {
                Ok(message) if message.process == self.who.process => drop(echo.send_replace(Instant::now())),
                Ok(message) => self.hear(message),
                Err(unfit) => {
                    metrics::counter!("keukentafel_bus_dropped_total", "reden" => unfit.word()).increment(1)
                }
            }
        }
    }

    /// The line is up with the first thing of ours that comes back, and dead when nothing did for a while.
    async fn watch(&self, mut echoed: watch::Receiver<Instant>) -> Broken {
        loop {
            match timeout(BUS_ECHO_WAIT, echoed.changed()).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) | Err(_) => return Broken("nothing comes back".to_owned()),
            }
            if !self.hears.is_there() {
                return Broken("nobody hears".to_owned());
            }
            if !self.was_up.swap(true, Ordering::AcqRel) {
                tracing::info!(node = self.who.node, "the bus is up");
                set(&self.shared.mode, Mode::Together);
            }
        }
    }

    fn hear(&self, message: Message) {
        let hears = self.hears;
        metrics::counter!("keukentafel_bus_messages_total", "weg" => "in").increment(1);
        if message.alles {
            self.shared.look.notify_one();
        }
        if let Some(at) = message.feed {
            hears.feed(Some(Position(at)));
        }
        for (_, document, seq) in message.documenten {
            hears.document(document, seq);
        }
        for one in message.aanwezig {
            if let Some(room) = room(one.gemeente, &one.kamer) {
                hears.present(message.process, room, one.wie);
            }
        }
        for (gemeente, persoon, at) in message.gezien {
            hears.gezien(gemeente, persoon, Moment::from_micros(at));
        }
        for (gemeente, at) in message.geopend {
            hears.geopend(gemeente, Moment::from_micros(at));
        }
        for (gemeente, kamer) in message.vragen {
            if let Some(room) = room(gemeente, &kamer) {
                hears.asked(room);
            }
        }
    }
}
