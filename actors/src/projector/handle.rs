//! What others hold of the projector.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, PersoonId};
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{Fault, Journal, Position};
use ractor::{ActorCell, ActorRef, ActorRuntime, ActorStatus};
use tokio::sync::{Notify, mpsc, watch};

use super::Herzien;
use super::actor::{NAME, ProjectorActor, State};
use super::blikken::{Blik, Blikken};
use super::bundles::Bundles;
use super::caseload::{Dashboards, Klasse};
use super::gevraagd::{Gevraagd, Wil};
use super::latest::LatestTopics;
use super::sight::Sight;
use super::topics::{Key, Lines};
use super::wekker::Wekker;
use crate::deps::Deps;
use crate::directory::Reply;
use crate::hub::{Conn, ConnId, TopicNumber};
use crate::limits::{BLIKKEN_MAX, CALL_WAIT};
use crate::overzicht::{GedeeldOverzicht, Overzicht};
use crate::weigering::Weigering;

/// Without word from the committer the feed is looked at this often: another node may have written.
const POLL: Duration = Duration::from_secs(1);

pub(super) enum Msg {
    Wake,
    Volg {
        conn: Arc<Conn>,
        topic: Topic,
        r: u64,
        pos: Option<Pos>,
        /// Whom the trail has for this look.
        gezien: BTreeSet<PersoonId>,
        reply: Reply<TopicNumber>,
    },
    /// The trail has this, or would not take it.
    Geboekt {
        blik: Box<Blik>,
        uitkomst: Result<(), Weigering>,
    },
    Verlaat {
        conn: Arc<Conn>,
        topic: Topic,
    },
    Resync {
        conn: Arc<Conn>,
        a: TopicNumber,
    },
    ResyncVan {
        conn: Arc<Conn>,
        verloren: Vec<TopicNumber>,
    },
    Vertrek(ConnId),
    Ronde(Key),
    RondeCaseload(Klasse),
    Grens,
    /// So often protected dossiers were looked at, and when last.
    Geopend {
        gemeente: GemeenteId,
        keren: u64,
        laatst: Option<Moment>,
    },
    /// Read the feed to its end, for all who wait for that by now.
    CatchUp,
    Keep(tokio::sync::oneshot::Sender<()>),
}

/// Hands messages to the projector.
#[derive(Clone)]
pub struct Projector {
    actor: ActorRef<Msg>,
    positie: watch::Receiver<Position>,
    healthy: Arc<AtomicBool>,
    sight: Arc<Sight>,
    gevraagd: Arc<Gevraagd>,
}

impl Projector {
    /// Reads what was kept of the read side.
    ///
    /// # Errors
    /// What the journal says.
    pub async fn restore(journal: &keukentafel::store::SharedJournal) -> Result<Overzicht, Fault> {
        let kept = journal.projection(NAME).await?;
        Ok(kept.and_then(|(positie, bytes)| Overzicht::from_bytes(positie, &bytes)).unwrap_or_default())
    }

    /// Catches up with the feed and starts following it. What the trail must have before it is shown comes out of the queue; each is
    /// answered, in this order, by [`Projector::geboekt`].
    ///
    /// # Errors
    /// When the feed cannot be read: without it no right can be decided.
    pub async fn start(
        deps: Deps,
        overzicht: GedeeldOverzicht,
        herzien: Arc<dyn Herzien>,
        new_events: Arc<Notify>,
    ) -> Result<(Self, mpsc::Receiver<Blik>), Fault> {
        let (uit, blikken) = mpsc::channel(BLIKKEN_MAX);
        let (tell, positie) = watch::channel(overzicht.lees().positie());
        let healthy = Arc::new(AtomicBool::new(true));
        let sight = Arc::new(Sight::new());
        let gevraagd = Arc::new(Gevraagd::default());
        let mut state = State {
            deps,
            overzicht,
            herzien,
            lines: Lines::default(),
            bundles: Bundles::default(),
            latest: LatestTopics::default(),
            dashboards: Dashboards::default(),
            blikken: Blikken::new(uit),
            voor: Position::default(),
            up_to_date: false,
            last_event: None,
            tell,
            healthy: Arc::clone(&healthy),
            sight: Arc::clone(&sight),
            gevraagd: Arc::clone(&gevraagd),
            since_kept: 0,
            keep_soon: false,
            wekker: Wekker::default(),
            dag: None,
            bewaarmoment: Arc::default(),
        };
        state.catch_up().await?;
        let Ok((actor, _)) = ActorRuntime::spawn_instant(None, ProjectorActor, state) else {
            unreachable!("an actor without a name always spawns")
        };
        let (waker, asked) = (actor.clone(), Arc::clone(&gevraagd));
        tokio::spawn(async move {
            loop {
                drop(tokio::time::timeout(POLL, new_events.notified()).await);
                if asked.wek() && waker.cast(Msg::Wake).is_err() {
                    return;
                }
            }
        });
        Ok((Self { actor, positie, healthy, sight, gevraagd }, blikken))
    }

    /// Waits until the read side shows `positie`, at most `within`. `false` when it does not by then.
    pub async fn passed(&self, positie: Position, within: Duration) -> bool {
        let mut seen = self.positie.clone();
        let reached = seen.wait_for(|now| *now >= positie);
        matches!(tokio::time::timeout(within, reached).await, Ok(Ok(_)))
    }

    /// Reads the feed to its end: what was committed before this call is shown after it. `false` when the feed cannot be read now; whoever
    /// shows only what it shows goes on all the same.
    pub async fn catch_up(&self) -> bool {
        let (tell, told) = tokio::sync::oneshot::channel();
        let asked = match self.gevraagd.wil(tell) {
            Wil::Vraag => self.actor.cast(Msg::CatchUp).is_ok(),
            Wil::Wacht => true,
            Wil::Vol => false,
        };
        asked && matches!(tokio::time::timeout(CALL_WAIT, told).await, Ok(Ok(()))) && self.is_healthy()
    }

    /// The clock was moved: what begins or ends by it is told now and not at the next look.
    pub fn klok_verzet(&self) {
        // When it ended nobody hears anything any more.
        drop(self.actor.cast(Msg::Grens));
    }

    /// So often protected dossiers of this municipality were looked at, as the trail has it, and when last.
    pub(crate) fn dossiers_geopend(&self, gemeente: GemeenteId, keren: u64, laatst: Option<Moment>) {
        drop(self.actor.cast(Msg::Geopend { gemeente, keren, laatst }));
    }

    /// How far it is, now and whenever that changes; ends with the projector.
    pub(crate) fn vooruitgang(&self) -> watch::Receiver<Position> {
        self.positie.clone()
    }

    /// Whether it follows the feed.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        let runs = self.actor.get_status() == ActorStatus::Running;
        self.healthy.load(Ordering::Acquire) && runs && !self.sight.is_blind()
    }

    /// Whether it sees the feed.
    pub(crate) fn sight(&self) -> &Arc<Sight> {
        &self.sight
    }

    /// Who watches over it.
    pub(crate) fn cell(&self) -> ActorCell {
        self.actor.get_cell()
    }

    /// The trail has this, or would not take it.
    pub(crate) fn geboekt(&self, blik: Blik, uitkomst: Result<(), Weigering>) {
        // When it ended nobody sees anything any more.
        drop(self.actor.cast(Msg::Geboekt { blik: Box::new(blik), uitkomst }));
    }

    /// `conn` follows a list from now on; the trail has these persons for that.
    ///
    /// # Errors
    /// What may not be seen does not exist.
    pub async fn volg(
        &self,
        conn: &Arc<Conn>,
        topic: Topic,
        r: u64,
        pos: Option<Pos>,
        gezien: BTreeSet<PersoonId>,
    ) -> Result<TopicNumber, Weigering> {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let ask = Msg::Volg { conn: Arc::clone(conn), topic, r, pos, gezien, reply };
        self.actor.cast(ask).map_err(|_| Weigering::Bezig)?;
        answer.await.unwrap_or(Err(Weigering::Bezig))
    }

    /// It follows that no more.
    pub fn verlaat(&self, conn: &Arc<Conn>, topic: Topic) {
        drop(self.actor.cast(Msg::Verlaat { conn: Arc::clone(conn), topic }));
    }

    /// It lost frames of this topic and has room again.
    pub fn resync(&self, conn: &Arc<Conn>, a: TopicNumber) {
        drop(self.actor.cast(Msg::Resync { conn: Arc::clone(conn), a }));
    }

    /// It lost frames of topics that it did not name: members of its bundles, or what it began to follow just now. Each page, and not each
    /// of its members, is to be asked for again.
    pub fn resync_van(&self, conn: &Arc<Conn>, verloren: Vec<TopicNumber>) {
        drop(self.actor.cast(Msg::ResyncVan { conn: Arc::clone(conn), verloren }));
    }

    /// It is gone.
    pub fn vertrek(&self, conn: ConnId) {
        drop(self.actor.cast(Msg::Vertrek(conn)));
    }

    /// Keeps the read side's state and stops.
    pub async fn stop(&self) {
        let (tell, told) = tokio::sync::oneshot::channel();
        if self.actor.cast(Msg::Keep(tell)).is_ok() {
            drop(told.await);
        }
        self.actor.stop(None);
    }
}
