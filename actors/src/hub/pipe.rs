//! A socket for tests.

use std::io;
use std::sync::{Arc, Mutex};

use super::{ConnEvent, Wire};

/// A socket that takes `room` bytes and then blocks.
#[derive(Clone, Default)]
pub(crate) struct Pipe(Arc<Mutex<PipeState>>);

#[derive(Default)]
struct PipeState {
    room: usize,
    cut: bool,
    taken: Vec<u8>,
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
        std::mem::take(&mut self.0.lock().unwrap().taken)
    }
    pub(crate) fn events(&self) -> Vec<ConnEvent> {
        std::mem::take(&mut self.0.lock().unwrap().events)
    }
}
