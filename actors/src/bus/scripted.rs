//! A bus in memory that does what a test says: carries, drops, doubles, reorders, breaks.

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use keukentafel::rng::{Rng, SeededRng};
use tokio::sync::{mpsc, watch};

use super::{Broken, Inward, Later, Outward, Transport};

/// What the bus does to what is said.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Weather {
    /// Of a hundred messages to one listener so many are dropped …
    pub(crate) dropped: u32,
    /// … so many come twice …
    pub(crate) doubled: u32,
    /// … and so many wait for the next one to pass.
    pub(crate) late: u32,
}

struct Listener {
    to: mpsc::UnboundedSender<Bytes>,
    kept: Option<Bytes>,
}

struct Inside {
    weather: Weather,
    rng: SeededRng,
    listeners: Vec<Listener>,
}

/// A server for any number of nodes.
#[derive(Clone)]
pub(crate) struct Scripted {
    inside: Arc<Mutex<Inside>>,
    /// Rises with each break; a line that was opened before is dead.
    broken: watch::Sender<u64>,
    away: Arc<Mutex<bool>>,
}

impl Scripted {
    pub(crate) fn new(seed: u64) -> Self {
        let inside = Inside { weather: Weather::default(), rng: SeededRng::new(seed), listeners: Vec::new() };
        Self { inside: Arc::new(Mutex::new(inside)), broken: watch::Sender::new(0), away: Arc::default() }
    }

    pub(crate) fn weather(&self, weather: Weather) {
        self.inside.lock().unwrap().weather = weather;
    }

    /// Every line breaks.
    pub(crate) fn cut(&self) {
        self.inside.lock().unwrap().listeners.clear();
        self.broken.send_modify(|n| *n += 1);
    }

    /// Every line breaks, and none can be opened.
    pub(crate) fn leave(&self) {
        *self.away.lock().unwrap() = true;
        self.cut();
    }

    /// Lines can be opened again.
    pub(crate) fn come_back(&self) {
        *self.away.lock().unwrap() = false;
    }

    /// Says this to all, as anybody who has the password can.
    pub(crate) fn say(&self, message: &[u8]) {
        self.inside.lock().unwrap().carry(&Bytes::copy_from_slice(message));
    }
}

impl Inside {
    fn carry(&mut self, message: &Bytes) {
        let Self { weather, rng, listeners } = self;
        for listener in listeners {
            let one = |of: u32| rng.u32() % 100 < of;
            if one(weather.dropped) {
                continue;
            }
            if one(weather.late) && listener.kept.is_none() {
                listener.kept = Some(message.clone());
                continue;
            }
            for _ in 0..1 + u32::from(one(weather.doubled)) {
                // Who listens no more opens another line.
                drop(listener.to.send(message.clone()));
            }
            if let Some(kept) = listener.kept.take() {
                drop(listener.to.send(kept));
            }
        }
    }
}

impl Transport for Scripted {
    fn open(&self) -> Later<'_, (Box<dyn Outward>, Box<dyn Inward>)> {
        Box::pin(async {
            if *self.away.lock().unwrap() {
                return Err(Broken("away".into()));
            }
            let (to, from) = mpsc::unbounded_channel();
            self.inside.lock().unwrap().listeners.push(Listener { to, kept: None });
            let outward: Box<dyn Outward> = Box::new(Speaks { bus: self.clone(), at: *self.broken.borrow() });
            let inward: Box<dyn Inward> = Box::new(Listens(from));
            Ok((outward, inward))
        })
    }
}

struct Speaks {
    bus: Scripted,
    at: u64,
}

impl Outward for Speaks {
    fn send(&mut self, message: Bytes) -> Later<'_, ()> {
        Box::pin(async move {
            if *self.bus.broken.borrow() != self.at {
                return Err(Broken("cut".into()));
            }
            self.bus.inside.lock().unwrap().carry(&message);
            Ok(())
        })
    }
}

struct Listens(mpsc::UnboundedReceiver<Bytes>);

impl Inward for Listens {
    fn next(&mut self) -> Later<'_, Bytes> {
        Box::pin(async { self.0.recv().await.ok_or_else(|| Broken("cut".into())) })
    }
}
