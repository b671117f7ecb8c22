//! A socket for tests.

use std::io;
use std::sync::{Arc, Mutex};

use tokio::time::Instant;

use super::{ConnEvent, Wire};

/// A socket that takes `room` bytes and then blocks.
#[derive(Clone, Default)]
pub(crate) struct Pipe(Arc<Mutex<PipeState>>);

#[derive(Default)]
struct PipeState {
    room: usize,
    cut: bool,
    taken: Vec<u8>,
    /// Up to where `taken` was there at which moment.
    at: Vec<(usize, Instant)>,
    events: Vec<ConnEvent>,
}

impl Wire for Pipe {
    fn try_write(&self, slices: &[io::IoSlice<'_>]) -> io::Result<usize> {
        let mut state = self.0.lock().unwrap();
        if state.cut {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let mut written = 0;
        for slice in slices {
            let n = slice.len().min(state.room);
            state.taken.extend_from_slice(&slice[..n]);
            state.room -= n;
            written += n;
        }
        let end = state.taken.len();
        state.at.push((end, Instant::now()));
        if written == 0 { Err(io::ErrorKind::WouldBlock.into()) } else { Ok(written) }
    }

    fn notify(&self, event: ConnEvent) {
        self.0.lock().unwrap().events.push(event);
    }
}

impl Pipe {
    pub(crate) fn with_room(room: usize) -> Self {
        let pipe = Self::default();
        pipe.0.lock().unwrap().room = room;
        pipe
    }
    pub(crate) fn more(&self, room: usize) {
        self.0.lock().unwrap().room = room;
    }
    /// The other end is gone.
    pub(crate) fn cut(&self) {
        self.0.lock().unwrap().cut = true;
    }
    pub(crate) fn taken(&self) -> Vec<u8> {
        let mut state = self.0.lock().unwrap();
        state.at.clear();
        std::mem::take(&mut state.taken)
    }
    /// The frames that were taken since the last look, each as opcode and payload. The server sends them whole and without a mask.
    pub(crate) fn frames(&self) -> Vec<(u8, Vec<u8>)> {
        self.frames_at().into_iter().map(|(_, opcode, payload)| (opcode, payload)).collect()
    }

    /// The same, with when the socket took each.
    pub(crate) fn frames_at(&self) -> Vec<(Instant, u8, Vec<u8>)> {
        let at = self.0.lock().unwrap().at.clone();
        let taken = self.taken();
        let (mut rest, mut frames) = (&taken[..], Vec::new());
        while let [first, len, ..] = rest {
            let (len, head) = match len {
                126 => (usize::from(u16::from_be_bytes([rest[2], rest[3]])), 4),
                127 => (usize::try_from(u64::from_be_bytes(rest[2..10].try_into().unwrap())).unwrap(), 10),
                short => (usize::from(*short), 2),
            };
            assert_eq!(first & 0x80, 0x80, "a whole frame");
            let payload = rest[head..head + len].to_vec();
            rest = &rest[head + len..];
            let end = taken.len() - rest.len();
            let when = at.iter().find(|(upto, _)| *upto >= end).unwrap().1;
            frames.push((when, first & 0xF, payload));
        }
        frames
    }
    pub(crate) fn events(&self) -> Vec<ConnEvent> {
        std::mem::take(&mut self.0.lock().unwrap().events)
    }
}
