//! Supervision of the few actors and loops that a node cannot do without.
//!
//! The actors of one zaak or document may die: their directory starts them anew. Without the projector no right ends any more, without
//! a directory nothing of its kind answers, without the committer nothing is kept; and a loop that broke leaves undone what nobody
//! waits for, such as a signaal that should land in a plan. When one of those ends though nobody asked, the node must not go on: it
//! stops, and whoever started it starts it again from the journal.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keukentafel::store::Fault;
use ractor::ActorCell;

use crate::committer::OnFatal;

/// Watches over actors until the node stops.
#[derive(Clone)]
pub(crate) struct Toezicht {
    stopping: Arc<AtomicBool>,
    on_fatal: OnFatal,
}

impl Toezicht {
    pub(crate) fn new(on_fatal: OnFatal) -> Self {
        Self { stopping: Arc::default(), on_fatal }
    }

    /// Ends the node when `actor` ends by itself.
    pub(crate) fn bewaak(&self, naam: &'static str, actor: ActorCell) {
        let this = self.clone();
        tokio::spawn(async move {
            // Without a time limit this answers only when the actor has ended.
            drop(actor.wait(None).await);
            if !this.stopping.load(Ordering::Acquire) {
                (this.on_fatal)(&Fault::Unavailable(format!("the {naam} ended")));
            }
        });
    }

    /// Runs a loop of the node's own, and ends the node when it breaks. One that comes to its end has seen the node end.
    pub(crate) fn laat_lopen(&self, naam: &'static str, lus: impl Future<Output = ()> + Send + 'static) {
        let this = self.clone();
        let running = tokio::spawn(lus);
        tokio::spawn(async move {
            let broke = running.await.is_err_and(|ended| ended.is_panic());
            if broke && !this.stopping.load(Ordering::Acquire) {
                (this.on_fatal)(&Fault::Unavailable(format!("the {naam} broke")));
            }
        });
    }

    /// From now on an end is no surprise.
    pub(crate) fn stop(&self) {
        self.stopping.store(true, Ordering::Release);
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
