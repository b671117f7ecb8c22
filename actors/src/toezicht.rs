//! Supervision of the few actors and loops that a node cannot do without.
//!
//! The actors of one zaak or document may die: their directory starts them anew. Without the projector no right ends any more, without
//! a directory nothing of its kind answers, without the committer nothing is kept; and a loop that broke leaves undone what nobody
//! waits for, such as a signaal that should land in a plan. When one of those ends though nobody asked, the node must not go on: it
//! stops, and whoever started it starts it again from the journal.

use std::sync::{Arc, Mutex, PoisonError};

use keukentafel::store::Fault;
use ractor::ActorCell;
use tokio::task::{AbortHandle, JoinHandle};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::committer::OnFatal;
use crate::limits::STOP_WAIT;

/// Watches over actors until the node stops.
#[derive(Clone)]
pub(crate) struct Toezicht {
    einde: CancellationToken,
    /// Loops that do for all what one node does.
    werk: TaskTracker,
    af_te_breken: Arc<Mutex<Vec<AbortHandle>>>,
    on_fatal: OnFatal,
}

impl Toezicht {
    pub(crate) fn new(on_fatal: OnFatal) -> Self {
        let (einde, werk) = (CancellationToken::new(), TaskTracker::new());
        Self { einde, werk, af_te_breken: Arc::default(), on_fatal }
    }

    /// Says when the node stops: who works in turns begins nothing from then on.
    pub(crate) fn einde(&self) -> CancellationToken {
        self.einde.clone()
    }

    /// Ends the node when `actor` ends by itself.
    pub(crate) fn bewaak(&self, naam: &'static str, actor: ActorCell) {
        let this = self.clone();
        tokio::spawn(async move {
            // Without a time limit this answers only when the actor has ended.
            drop(actor.wait(None).await);
            if !this.einde.is_cancelled() {
                (this.on_fatal)(&Fault::Unavailable(format!("the {naam} ended")));
            }
        });
    }

    /// Runs a loop that does for all what one node does, as [`Self::laat_lopen`]. [`Self::werk_af`] waits for it.
    pub(crate) fn laat_werken(&self, naam: &'static str, lus: impl Future<Output = ()> + Send + 'static) {
        let running = tokio::spawn(self.werk.track_future(lus));
        self.af_te_breken.lock().unwrap_or_else(PoisonError::into_inner).push(running.abort_handle());
        self.watch(naam, running);
    }

    /// The node stops: what these loops are busy with is finished, and cut off when that takes longer than [`STOP_WAIT`]. After this nothing is
    /// done in a turn any more.
    pub(crate) async fn werk_af(&self) {
        self.stop();
        self.werk.close();
        if tokio::time::timeout(STOP_WAIT, self.werk.wait()).await.is_err() {
            tracing::warn!("what this node does for all did not come to its end in time, and is cut off");
            let running =
                std::mem::take(&mut *self.af_te_breken.lock().unwrap_or_else(PoisonError::into_inner));
            running.iter().for_each(AbortHandle::abort);
            self.werk.wait().await;
        }
    }

    /// Runs a loop of the node's own, and ends the node when it breaks. One that comes to its end has seen the node end.
    pub(crate) fn laat_lopen(&self, naam: &'static str, lus: impl Future<Output = ()> + Send + 'static) {
        self.watch(naam, tokio::spawn(lus));
    }

    fn watch(&self, naam: &'static str, running: JoinHandle<()>) {
        let this = self.clone();
        tokio::spawn(async move {
            let broke = running.await.is_err_and(|ended| ended.is_panic());
            if broke && !this.einde.is_cancelled() {
                (this.on_fatal)(&Fault::Unavailable(format!("the {naam} broke")));
            }
        });
    }

    /// From now on an end is no surprise.
    pub(crate) fn stop(&self) {
        self.einde.cancel();
    }
}

#[cfg(test)]
mod tests {
    use ractor::{Actor, ActorProcessingErr, ActorRef, ActorRuntime};
    use tokio::sync::mpsc;

    use super::*;

    struct Breekt;

    impl Actor for Breekt {
        type Msg = ();
        type State = ();
        type Arguments = ();
        async fn pre_start(&self, _: ActorRef<()>, (): ()) -> Result<(), ActorProcessingErr> {
            Ok(())
        }
        async fn handle(&self, _: ActorRef<()>, (): (), (): &mut ()) -> Result<(), ActorProcessingErr> {
            unreachable!("this actor panics at its first message")
        }
    }

    fn watched(tell: mpsc::UnboundedSender<String>) -> (Toezicht, ActorRef<()>) {
        let toezicht = Toezicht::new(Arc::new(move |fault: &Fault| drop(tell.send(fault.to_string()))));
        let (actor, _) = ActorRuntime::spawn_instant(None, Breekt, ()).unwrap();
        toezicht.bewaak("projector", actor.get_cell());
        (toezicht, actor)
    }

    #[tokio::test]
    async fn an_actor_that_the_node_needs_takes_the_node_along() {
        let (tell, mut told) = mpsc::unbounded_channel();
        let (_toezicht, actor) = watched(tell);
        actor.cast(()).unwrap();
        assert!(told.recv().await.unwrap().contains("the projector ended"));
    }

    #[tokio::test]
    async fn a_loop_that_breaks_takes_the_node_along_and_one_that_ends_does_not() {
        let (tell, mut told) = mpsc::unbounded_channel();
        let toezicht = Toezicht::new(Arc::new(move |fault: &Fault| drop(tell.send(fault.to_string()))));
        toezicht.laat_lopen("quiet loop", std::future::ready(()));
        let (go, wait) = tokio::sync::oneshot::channel::<()>();
        toezicht.laat_lopen("loop of reactions", async move {
            drop(wait.await);
            unreachable!("this loop breaks at its first turn")
        });
        drop(go);
        assert!(told.recv().await.unwrap().contains("the loop of reactions broke"));
        drop(toezicht);
        assert_eq!(told.recv().await, None, "nothing was said of the loop that ended");
    }

    // shows G10
    #[tokio::test(start_paused = true)]
    async fn work_is_finished_before_the_node_goes_on_to_its_end_and_is_cut_off_when_that_takes_too_long() {
        let toezicht = Toezicht::new(Arc::new(|_: &Fault| unreachable!("nothing breaks")));
        let (einde, slow) = (toezicht.einde(), Arc::new(()));
        let (tell, mut told) = mpsc::unbounded_channel();
        toezicht.laat_werken("loop of letters", async move {
            einde.cancelled().await;
            tokio::time::sleep(STOP_WAIT / 2).await;
            tell.send("the letter is made").unwrap();
        });
        let held = Arc::clone(&slow);
        toezicht.laat_werken("loop of messages", async move {
            let _held = held;
            std::future::pending::<()>().await;
        });
        toezicht.werk_af().await;
        assert_eq!(told.try_recv(), Ok("the letter is made"));
        assert_eq!(Arc::strong_count(&slow), 1, "what does not end is gone too");
    }

    #[tokio::test]
    async fn an_end_that_was_asked_for_is_none() {
        let (tell, mut told) = mpsc::unbounded_channel();
        let (toezicht, actor) = watched(tell);
        toezicht.stop();
        actor.stop(None);
        drop(toezicht);
        assert_eq!(told.recv().await, None, "the watcher ended without a word");
    }
}
