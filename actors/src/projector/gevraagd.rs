//! Looks at the feed that somebody asked for and that did not begin yet: one is on its way at most, and it is for all who asked by then.
//!
//! Who asks is a client too, by saying how far it was told: what that costs must not rise with how many ask.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use crate::limits::BIJLEZERS_MAX;

/// What whoever asks is to do.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Wil {
    /// Tell the projector: nobody did yet.
    Vraag,
    /// Wait for the look that is on its way.
    Wacht,
    /// As many wait as can.
    Vol,
}

/// See the module.
#[derive(Debug, Default)]
pub(super) struct Gevraagd {
    wek: AtomicBool,
    wachters: Mutex<Vec<oneshot::Sender<()>>>,
}

impl Gevraagd {
    /// There may be something on the feed. Whether the projector is to be told.
    pub(super) fn wek(&self) -> bool {
        !self.wek.swap(true, Ordering::AcqRel)
    }

    /// The look that this was asked for begins.
    pub(super) fn gewekt(&self) {
        self.wek.store(false, Ordering::Release);
    }

    /// Somebody waits for a look that begins after this.
    pub(super) fn wil(&self, done: oneshot::Sender<()>) -> Wil {
        let mut wachters = self.lock();
        if wachters.len() >= BIJLEZERS_MAX {
            wachters.retain(|one| !one.is_closed());
        }
        if wachters.len() >= BIJLEZERS_MAX {
            return Wil::Vol;
        }
        wachters.push(done);
        if wachters.len() == 1 { Wil::Vraag } else { Wil::Wacht }
    }

    /// A look begins: for all of these, and for nobody who asks from now on.
    pub(super) fn begin(&self) -> Vec<oneshot::Sender<()>> {
        std::mem::take(&mut *self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Vec<oneshot::Sender<()>>> {
        self.wachters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows G11
    #[test]
    fn all_who_ask_before_a_look_begins_are_served_by_it_and_their_number_is_bounded() {
        let gevraagd = Gevraagd::default();
        let ask = || {
            let (tell, told) = oneshot::channel();
            (gevraagd.wil(tell), told)
        };
        let (first, _one) = ask();
        let (second, _two) = ask();
        assert_eq!((first, second), (Wil::Vraag, Wil::Wacht));
        assert_eq!(gevraagd.begin().len(), 2);
        let mut waiting: Vec<_> = (0..BIJLEZERS_MAX).map(|_| ask().1).collect();
        assert_eq!(ask().0, Wil::Vol);
        // Who gave up makes room.
        waiting.pop();
        assert_eq!(ask().0, Wil::Wacht);
        assert!(gevraagd.wek() && !gevraagd.wek(), "told once");
        gevraagd.gewekt();
        assert!(gevraagd.wek());
    }
}
