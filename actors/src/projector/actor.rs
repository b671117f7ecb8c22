//! The projector's actor.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::limits::FEED_PAGE_ROWS;
use keukentafel::protocol::rt::{How, Pos, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{Fault, FeedEvent, Journal, Position, Write};
use ractor::{Actor, ActorProcessingErr, ActorRef, ActorRuntime};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::{Notify, watch};

use super::Herzien;
use super::lists::{Werkvoorraden, view};
use super::topics::{Aanleiding, Key, Lines, View};
use crate::deps::{Deps, Namen, Rechten};
use crate::directory::Reply;
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId, TopicNumber};
use crate::overzicht::{GedeeldOverzicht, Overzicht, Wijziging};
use crate::weigering::Weigering;

/// The name under which the read side keeps its state.
const NAME: &str = "overzicht";

/// Events after which the state is kept, so that a start reads at most so many.
const KEEP_AFTER: u64 = 2000;

/// Without word from the committer the feed is looked at this often: another node may have written.
const POLL: Duration = Duration::from_secs(1);

/// A topic that the projector publishes.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Volgbaar {
    /// A zaak's line.
    Dat(ZaakId),
    /// A zaak's line with person and subject.
    Rij(ZaakId),
    /// Somebody's werkvoorraad.
    Werkvoorraad(MedewerkerId),
}

enum Msg {
    Wake,
    Volg { conn: Arc<Conn>, wat: Volgbaar, r: u64, pos: Option<Pos>, reply: Reply<TopicNumber> },
    Verlaat { conn: Arc<Conn>, wat: Volgbaar },
    Resync { conn: Arc<Conn>, a: TopicNumber },
    Vertrek(ConnId),
    Keep(tokio::sync::oneshot::Sender<()>),
}

/// Hands messages to the projector.
#[derive(Clone)]
pub struct Projector {
    actor: ActorRef<Msg>,
    positie: watch::Receiver<Position>,
    healthy: Arc<AtomicBool>,
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

    /// Catches up with the feed and starts following it.
    ///
    /// # Errors
    /// When the feed cannot be read: without it no right can be decided.
    pub async fn start(
        deps: Deps,
        overzicht: GedeeldOverzicht,
        herzien: Arc<dyn Herzien>,
        new_events: Arc<Notify>,
    ) -> Result<Self, Fault> {
        let (tell, positie) = watch::channel(overzicht.lees().positie());
        let healthy = Arc::new(AtomicBool::new(true));
        let mut state = State {
            deps,
            overzicht,
            herzien,
            lines: Lines::default(),
            werkvoorraden: Werkvoorraden::default(),
            revisies: HashMap::new(),
            tell,
            healthy: Arc::clone(&healthy),
            since_kept: 0,
        };
        state.catch_up().await?;
        let Ok((actor, _)) = ActorRuntime::spawn_instant(None, ProjectorActor, state) else {
            unreachable!("an actor without a name always spawns")
        };
        let waker = actor.clone();
        tokio::spawn(async move {
            loop {
                drop(tokio::time::timeout(POLL, new_events.notified()).await);
                if waker.cast(Msg::Wake).is_err() {
                    return;
                }
            }
        });
        Ok(Self { actor, positie, healthy })
    }

    /// Waits until the read side shows `positie`, at most `within`. `false` when it does not by then.
    pub async fn passed(&self, positie: Position, within: Duration) -> bool {
        let mut seen = self.positie.clone();
        let reached = seen.wait_for(|now| *now >= positie);
        matches!(tokio::time::timeout(within, reached).await, Ok(Ok(_)))
    }

    /// Whether it follows the feed.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        self.healthy.load(Ordering::Acquire)
    }

    /// `conn` follows a list from now on.
    ///
    /// # Errors
    /// What may not be seen does not exist.
    pub async fn volg(
        &self,
        conn: &Arc<Conn>,
        wat: Volgbaar,
        r: u64,
        pos: Option<Pos>,
    ) -> Result<TopicNumber, Weigering> {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let ask = Msg::Volg { conn: Arc::clone(conn), wat, r, pos, reply };
        self.actor.cast(ask).map_err(|_| Weigering::Bezig)?;
        answer.await.unwrap_or(Err(Weigering::Bezig))
    }

    /// It follows that no more.
    pub fn verlaat(&self, conn: &Arc<Conn>, wat: Volgbaar) {
        drop(self.actor.cast(Msg::Verlaat { conn: Arc::clone(conn), wat }));
    }

    /// It lost frames of this topic and has room again.
    pub fn resync(&self, conn: &Arc<Conn>, a: TopicNumber) {
        drop(self.actor.cast(Msg::Resync { conn: Arc::clone(conn), a }));
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

struct ProjectorActor;

struct State {
    deps: Deps,
    overzicht: GedeeldOverzicht,
    herzien: Arc<dyn Herzien>,
    lines: Lines,
    werkvoorraden: Werkvoorraden,
    /// How often a zaak's line changed since this node started: the versions of its topics.
    revisies: HashMap<(GemeenteId, ZaakId), u64>,
    tell: watch::Sender<Position>,
    healthy: Arc<AtomicBool>,
    since_kept: u64,
}

impl Actor for ProjectorActor {
    type Msg = Msg;
    type State = State;
    type Arguments = State;

    async fn pre_start(&self, _: ActorRef<Msg>, state: State) -> Result<State, ActorProcessingErr> {
        Ok(state)
    }

    async fn handle(&self, _: ActorRef<Msg>, msg: Msg, state: &mut State) -> Result<(), ActorProcessingErr> {
        match msg {
            Msg::Wake => {
                if let Err(fault) = state.catch_up().await {
                    tracing::error!(fault = %fault, "the read side cannot follow the feed");
                }
            }
            Msg::Volg { conn, wat, r, pos, reply } => {
                drop(reply.send(state.volg(&conn, wat, r, pos.as_ref())))
            }
            Msg::Verlaat { conn, wat } => state.verlaat(&conn, wat),
            Msg::Resync { conn, a } => {
                conn.send(Class::Control, encode(&ServerMessage::Resync { a, v: 0 }));
            }
            Msg::Vertrek(conn) => {
                state.werkvoorraden.remove(conn);
                state.lines.leave_all(conn);
            }
            Msg::Keep(done) => {
                state.keep().await;
                // Whoever asked may have given up.
                let _ = done.send(());
            }
        }
        Ok(())
    }
}

impl State {
    /// Takes in everything that the feed has.
    async fn catch_up(&mut self) -> Result<(), Fault> {
        let caught = self.read_feed().await;
        self.healthy.store(caught.is_ok(), Ordering::Release);
        caught
    }

    async fn read_feed(&mut self) -> Result<(), Fault> {
        loop {
            let after = self.overzicht.lees().positie();
            let page = self.deps.journal.feed(after, FEED_PAGE_ROWS).await?;
            let full = page.len() == FEED_PAGE_ROWS;
            for event in &page {
                let change = self.overzicht.schrijf(|all| all.apply(event))?;
                if let Some(change) = change {
                    self.tell_change(event, &change);
                }
            }
            self.since_kept += page.len() as u64;
            self.tell.send_replace(self.overzicht.lees().positie());
            if self.since_kept >= KEEP_AFTER {
                self.keep().await;
            }
            if !full {
                return Ok(());
            }
        }
    }

    async fn keep(&mut self) {
        self.since_kept = 0;
        let overzicht = self.overzicht.clone();
        let encoded = tokio::task::spawn_blocking(move || {
            let all = overzicht.lees();
            all.to_bytes().map(|bytes| (all.positie(), bytes))
        });
        if let Ok(Some((position, bytes))) = encoded.await {
            // Only a cache: without it the next start reads more.
            drop(self.deps.committer.write(Write::Projection { name: NAME, position, bytes }).await);
        }
    }

    fn tell_change(&mut self, event: &FeedEvent, change: &Wijziging) {
        let header = &event.event.header;
        let why = Aanleiding {
            soort: header.soort.clone(),
            at: header.at,
            door: header.door.map(|who| self.deps.namen.door(who)),
        };
        let gemeente = event.gemeente;
        match change {
            Wijziging::Zaak { zaak, voorheen } => self.zaak_changed(gemeente, *zaak, voorheen, &why),
            Wijziging::Persoon { persoon } => {
                for zaak in self.zaken_van(gemeente, *persoon) {
                    self.publish(gemeente, zaak, &why);
                }
            }
            Wijziging::Gesprek { gesprek } => {
                let documenten = {
                    let all = self.overzicht.lees();
                    let regel = all.gemeente(gemeente).and_then(|all| all.gesprek(*gesprek));
                    regel.map(|regel| regel.documenten().to_vec()).unwrap_or_default()
                };
                self.herzien.gesprek(gemeente, *gesprek, &documenten);
            }
            Wijziging::Document { .. } => {}
        }
    }

    fn zaken_van(&self, gemeente: GemeenteId, persoon: PersoonId) -> Vec<ZaakId> {
        let all = self.overzicht.lees();
        all.gemeente(gemeente).map(|all| all.zaken_van(persoon).collect()).unwrap_or_default()
    }

    fn zaak_changed(
        &mut self,
        gemeente: GemeenteId,
        zaak: ZaakId,
        voorheen: &[MedewerkerId],
        why: &Aanleiding,
    ) {
        let (persoon, nu) = {
            let all = self.overzicht.lees();
            let Some(lopend) = all.gemeente(gemeente).and_then(|all| all.zaak(zaak)?.lopend()) else {
                return;
            };
            (lopend.persoon, lopend.behandelaars.clone())
        };
        let relatives = self.zaken_van(gemeente, persoon);
        if voorheen != nu {
            self.expel(gemeente, &relatives);
            self.herzien.zaak(gemeente, &relatives, persoon);
        }
        let waits = voorheen.is_empty() || nu.is_empty();
        let touched = self.werkvoorraden.touched(|wie| {
            wie.gemeente == gemeente && (waits || voorheen.contains(&wie.id) || nu.contains(&wie.id))
        });
        for conn in &touched {
            self.leave_where_changed(*conn, gemeente, zaak);
        }
        self.publish(gemeente, zaak, why);
        for conn in touched {
            self.enter(conn, gemeente, zaak);
        }
    }

    /// Rights before content: who may not look at these lines any more is off before the next frame.
    fn expel(&mut self, gemeente: GemeenteId, zaken: &[ZaakId]) {
        for zaak in zaken {
            for which in View::BOTH {
                let overzicht = &self.overzicht;
                let may = |conn: &Conn| view_allowed(overzicht.op_zaak(conn.wie(), *zaak), which);
                for (conn, a) in self.lines.expel((gemeente, *zaak, which), may) {
                    conn.forget(a);
                    if let Some(open) = self.werkvoorraden.get_mut(conn.id()) {
                        open.leden.remove(zaak);
                    }
                    conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
                }
            }
        }
    }

    fn leave_where_changed(&mut self, conn: ConnId, gemeente: GemeenteId, zaak: ZaakId) {
        let Some(open) = self.werkvoorraden.get_mut(conn) else { return };
        let wanted = wanted(&self.overzicht, open.conn.wie(), zaak);
        let Some(present) = open.leden.get(&zaak).copied().filter(|present| Some(*present) != wanted) else {
            return;
        };
        open.leden.remove(&zaak);
        let conn = Arc::clone(&open.conn);
        let bij = self.werkvoorraden.number(conn.wie().id, &self.deps.numbers);
        if let Some(a) = self.lines.leave(conn.id(), (gemeente, zaak, present)) {
            conn.send(Class::Control, encode(&ServerMessage::Eraf { a, bij }));
        }
    }

    fn enter(&mut self, conn: ConnId, gemeente: GemeenteId, zaak: ZaakId) {
        let Some(open) = self.werkvoorraden.get_mut(conn) else { return };
        let Some(which) = wanted(&self.overzicht, open.conn.wie(), zaak) else { return };
        if open.leden.contains_key(&zaak) {
            return;
        }
        open.leden.insert(zaak, which);
        let conn = Arc::clone(&open.conn);
        let bij = self.werkvoorraden.number(conn.wie().id, &self.deps.numbers);
        let key = (gemeente, zaak, which);
        let Some(line) = self.render(key) else { return };
        let v = self.revisie(gemeente, zaak);
        let a = self.lines.follow(&conn, key, &self.deps.numbers);
        let topic = which.topic(zaak).to_string();
        let e = self.deps.epoch.to_string();
        conn.send(Class::Bulk(bij), encode(&ServerMessage::Lid { a, bij, topic, e, v, b: &line }));
    }

    fn publish(&mut self, gemeente: GemeenteId, zaak: ZaakId, why: &Aanleiding) {
        *self.revisies.entry((gemeente, zaak)).or_default() += 1;
        let v = self.revisie(gemeente, zaak);
        for which in View::BOTH {
            let key = (gemeente, zaak, which);
            if self.lines.fanout(&key).is_some()
                && let Some(line) = self.render(key)
            {
                self.lines.publish(key, v, &line, why);
            }
        }
    }

    fn revisie(&self, gemeente: GemeenteId, zaak: ZaakId) -> u64 {
        self.revisies.get(&(gemeente, zaak)).copied().unwrap_or(0)
    }

    /// A line as everybody under this view may see it.
    fn render(&self, (gemeente, zaak, which): Key) -> Option<Box<RawValue>> {
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente)?;
        let regel = all.zaak(zaak)?;
        let namen: &dyn Namen = &*self.deps.namen;
        match which {
            View::Dat => to_raw_value(&regel.rij(zaak, Toegang::Dat, None, namen)?).ok(),
            View::Rij => {
                let persoon = all.persoon(regel.lopend()?.persoon);
                to_raw_value(&regel.rij(zaak, Toegang::Wat, persoon, namen)?).ok()
            }
        }
    }

    fn volg(
        &mut self,
        conn: &Arc<Conn>,
        wat: Volgbaar,
        r: u64,
        pos: Option<&Pos>,
    ) -> Result<TopicNumber, Weigering> {
        if conn.is_closing() {
            return Err(Weigering::NIET_GEVONDEN);
        }
        match wat {
            Volgbaar::Dat(zaak) => self.volg_line(conn, zaak, View::Dat, r, pos),
            Volgbaar::Rij(zaak) => self.volg_line(conn, zaak, View::Rij, r, pos),
            Volgbaar::Werkvoorraad(who) => self.volg_werkvoorraad(conn, who, r),
        }
    }

    fn volg_line(
        &mut self,
        conn: &Arc<Conn>,
        zaak: ZaakId,
        which: View,
        r: u64,
        pos: Option<&Pos>,
    ) -> Result<TopicNumber, Weigering> {
        if !view_allowed(self.overzicht.op_zaak(conn.wie(), zaak), which) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let key = (conn.wie().gemeente, zaak, which);
        let line = self.render(key).ok_or(Weigering::NIET_GEVONDEN)?;
        let v = self.revisie(key.0, zaak);
        let a = self.lines.follow(conn, key, &self.deps.numbers);
        let current = pos.is_some_and(|pos| *pos.e == *self.deps.epoch && pos.v == v);
        let how = if current { How::Current } else { How::Snapshot };
        let (topic, e) = (which.topic(zaak).to_string(), self.deps.epoch.to_string());
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how }));
        if !current {
            conn.push(Class::Bulk(a), encode(&ServerMessage::Snap { a, v, b: &line }));
        }
        conn.flush();
        Ok(a)
    }

    fn volg_werkvoorraad(
        &mut self,
        conn: &Arc<Conn>,
        who: MedewerkerId,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        if conn.wie().id != who {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let a = self.werkvoorraden.number(who, &self.deps.numbers);
        self.verlaat(conn, Volgbaar::Werkvoorraad(who));
        self.werkvoorraden.insert(conn);
        let (topic, e) = (Topic::Werkvoorraad(who).to_string(), self.deps.epoch.to_string());
        let ok = ServerMessage::Ok { r, a, topic, e, v: 0, how: How::Snapshot };
        conn.push(Class::Control, encode(&ok));
        let gemeente = conn.wie().gemeente;
        let leden = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).map(|all| all.werkvoorraad(conn.wie())).unwrap_or_default()
        };
        for (zaak, _) in leden {
            self.enter(conn.id(), gemeente, zaak);
        }
        // The list is whole from here: an empty value of the bundle itself says so.
        let whole = to_raw_value(&()).map_err(|_| Weigering::Onbekend)?;
        conn.send(Class::Bulk(a), encode(&ServerMessage::Snap { a, v: 0, b: &whole }));
        Ok(a)
    }

    fn verlaat(&mut self, conn: &Arc<Conn>, wat: Volgbaar) {
        let gemeente = conn.wie().gemeente;
        match wat {
            Volgbaar::Dat(zaak) => drop(self.lines.leave(conn.id(), (gemeente, zaak, View::Dat))),
            Volgbaar::Rij(zaak) => drop(self.lines.leave(conn.id(), (gemeente, zaak, View::Rij))),
            Volgbaar::Werkvoorraad(_) => {
                let Some(open) = self.werkvoorraden.remove(conn.id()) else { return };
                for (zaak, which) in open.leden {
                    self.lines.leave(conn.id(), (gemeente, zaak, which));
                }
            }
        }
    }
}

/// Whether this much access allows this line.
fn view_allowed(toegang: Toegang, which: View) -> bool {
    match which {
        View::Dat => toegang >= Toegang::Dat,
        View::Rij => toegang >= Toegang::Wat,
    }
}

/// Under which view a zaak belongs in somebody's werkvoorraad, if it does.
fn wanted(overzicht: &GedeeldOverzicht, wie: &Wie, zaak: ZaakId) -> Option<View> {
    let all = overzicht.lees();
    view(all.gemeente(wie.gemeente)?.in_werkvoorraad(wie, zaak)?)
}
