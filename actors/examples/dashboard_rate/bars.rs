//! What a viewer saw, what came of the run, and whether that is enough.

use std::io;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel_actors::hub::{Conn, ConnEvent, ConnId, Dialect, Wire};

use crate::{Feeder, GEMEENTE, id};

/// N-3. That a round never comes sooner is a test of the hub's with a clock of its own; here real frames are counted.
const FRAMES_PER_SECOND_MAX: usize = 10;
/// Where times are not judged: a taker that was kept waiting notes one frame late, and so one more falls within a second of it.
const FRAMES_PER_SECOND_BUSY: usize = 11;
/// Of what was asked: the last of them are under way still when the time is over.
const RATE_SHARE_MIN: f64 = 0.98;

/// What is judged.
#[derive(Copy, Clone)]
pub(crate) enum Judged {
    CountsAndRate,
    Counts,
}

/// A viewer: takes every byte at once and remembers when each frame came.
pub(crate) struct Screen {
    pub(crate) conn: Arc<Conn>,
    frames: Arc<Mutex<Vec<(Instant, Vec<u8>)>>>,
}

struct Taker(Arc<Mutex<Vec<(Instant, Vec<u8>)>>>);

impl Wire for Taker {
    fn try_write(&self, slices: &[io::IoSlice<'_>]) -> io::Result<usize> {
        let mut frames = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        frames.extend(slices.iter().map(|slice| (now, slice.to_vec())));
        Ok(slices.iter().map(|slice| slice.len()).sum())
    }

    fn notify(&self, _: ConnEvent) {}
}

impl Screen {
    pub(crate) fn open(n: u64) -> Self {
        let frames = Arc::default();
        let wie = Wie {
            id: MedewerkerId(uuid::Uuid::from_u128(1000 + u128::from(n))),
            naam: format!("Kijker {n}"),
            rol: if n.is_multiple_of(2) { Rol::Werkverdeler } else { Rol::Wijkteammanager },
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
            sessie: id(),
        };
        let conn = Conn::new(ConnId(n), wie, Dialect::Rt, Box::new(Taker(Arc::clone(&frames))));
        Self { conn, frames }
    }

    fn boards(&self) -> Vec<Board> {
        self.frames.lock().unwrap_or_else(PoisonError::into_inner).iter().filter_map(Board::read).collect()
    }

    /// Up to which place the last dashboard counts.
    pub(crate) fn last_position(&self) -> Option<u64> {
        let frames = self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        frames.iter().rev().find_map(Board::read).map(|board| board.position)
    }
}

/// A dashboard that came.
struct Board {
    at: Instant,
    /// The last place in the feed that it counts.
    position: u64,
    bytes: usize,
}

impl Board {
    /// Of a frame; `None` of one that is something else.
    fn read((at, bytes): &(Instant, Vec<u8>)) -> Option<Self> {
        let json = bytes.iter().position(|byte| *byte == b'{').map(|begin| &bytes[begin..])?;
        let value: serde_json::Value = serde_json::from_slice(json).ok()?;
        Some(Self { at: *at, position: value["b"]["positie"].as_u64()?, bytes: bytes.len() })
    }
}

/// What came of a run, and what is judged of it.
pub(crate) struct Measured {
    events: u64,
    pub(crate) recorded: Duration,
    pub(crate) caught_up: Duration,
    pub(crate) late: Duration,
    refused: u64,
    viewers: usize,
    frames: usize,
    /// To one viewer within any second, the most.
    most: usize,
    /// Viewers whose last frame counts all that was recorded.
    whole: usize,
    bytes: usize,
    /// From durable to shown, in order.
    waits: Vec<Duration>,
    /// Another start agrees with this one and with a recount of the journal.
    pub(crate) same: bool,
}

/// The most frames that came within any second.
fn busiest_second(boards: &[Board]) -> usize {
    let within = |from: Instant| {
        boards.iter().filter(|board| board.at >= from && board.at - from < Duration::from_secs(1)).count()
    };
    boards.iter().map(|board| within(board.at)).max().unwrap_or(0)
}

/// How long each append waited until this viewer was shown a board that counts it.
fn staleness(durable: &[(u64, Instant)], boards: &[Board]) -> Vec<Duration> {
    let mut next = 0;
    let mut waits = Vec::with_capacity(durable.len());
    for (position, since) in durable {
        while boards.get(next).is_some_and(|board| board.position < *position) {
            next += 1;
        }
        let Some(board) = boards.get(next) else { break };
        waits.push(board.at.saturating_duration_since(*since));
    }
    waits
}

impl Measured {
    pub(crate) fn of(feeder: &Feeder, screens: &[Screen]) -> Self {
        let durable = feeder.durable();
        let last = durable.iter().map(|(position, _)| *position).max();
        let boards: Vec<_> = screens.iter().map(Screen::boards).collect();
        let mut waits: Vec<_> = boards.iter().flat_map(|seen| staleness(&durable, seen)).collect();
        waits.sort_unstable();
        let whole = boards.iter().filter(|seen| seen.last().map(|board| board.position) == last);
        Self {
            events: feeder.assigned,
            recorded: Duration::ZERO,
            caught_up: Duration::ZERO,
            late: Duration::ZERO,
            refused: feeder.refused.load(Ordering::Relaxed),
            viewers: screens.len(),
            frames: boards.iter().map(Vec::len).sum(),
            most: boards.iter().map(|seen| busiest_second(seen)).max().unwrap_or(0),
            whole: whole.count(),
            bytes: boards.iter().filter_map(|seen| seen.last().map(|board| board.bytes)).max().unwrap_or(0),
            waits,
            same: false,
        }
    }

    pub(crate) fn print(&self) {
        let (events, recorded) = (self.events as f64, self.recorded.as_secs_f64());
        println!("events durable: {events:.0} in {recorded:.2} s = {:.0}/s", events / recorded);
        println!("feeder behind its schedule, at most: {} ms", self.late.as_millis());
        println!("read side caught up after the last: {} ms", (self.caught_up - self.recorded).as_millis());
        println!("frames: {} to {} viewers; bytes of one: {}", self.frames, self.viewers, self.bytes);
        let at = |share: usize| {
            let last = self.waits.len().saturating_sub(1);
            let wait = self.waits.get((self.waits.len() * share / 100).min(last));
            wait.map_or(f64::NAN, |wait| wait.as_secs_f64() * 1000.0)
        };
        let (p50, p99, max) = (at(50), at(99), at(100));
        println!("staleness (durable to shown): p50 {p50:.0} ms, p99 {p99:.0} ms, max {max:.0} ms");
    }

    /// Prints each bar and whether it is met; how fast it went is judged when that was asked.
    pub(crate) fn judge(&self, asked: u64, judged: Judged) -> bool {
        let behind = self.viewers - self.whole;
        let most = match judged {
            Judged::CountsAndRate => FRAMES_PER_SECOND_MAX,
            Judged::Counts => FRAMES_PER_SECOND_BUSY,
        };
        let rate = self.events as f64 / self.recorded.as_secs_f64();
        let counts = [
            ("appends refused", self.refused as f64, 0.0, self.refused == 0),
            (
                "values to one viewer in any second, most",
                self.most as f64,
                most as f64,
                (1..=most).contains(&self.most),
            ),
            ("viewers without the last value", behind as f64, 0.0, self.viewers > 0 && behind == 0),
            ("starts that differ from a recount of the journal", f64::from(!self.same), 0.0, self.same),
        ];
        let mut met = true;
        for (what, figure, bar, is_met) in counts {
            met &= is_met;
            println!("{what}: {figure:.0} (bar: {bar:.0}): {}", if is_met { "MET" } else { "NOT MET" });
        }
        let least = asked as f64 * RATE_SHARE_MIN;
        let fast = rate >= least;
        let word = if fast { "MET" } else { "NOT MET" };
        match judged {
            Judged::CountsAndRate => {
                println!("events recorded a second: {rate:.0} (bar: {least:.0}): {word}");
                met && fast
            }
            Judged::Counts => {
                println!("events recorded a second: {rate:.0} (bar: {least:.0}): {word}, not judged");
                met
            }
        }
    }
}
