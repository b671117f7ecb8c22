//! The projector's actor.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::limits::FEED_PAGE_ROWS;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::store::{Fault, FeedEvent, Journal, Position, Write};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::watch;

use super::Herzien;
use super::following::{view_allowed, wanted};
use super::gesprekken::Gesprekkennieuws;
use super::handle::Msg;
use super::lists::Werkvoorraden;
use super::topics::{Aanleiding, Key, Lines, View, Why};
use crate::deps::{Deps, Namen, Rechten};
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId};
use crate::overzicht::{GedeeldOverzicht, Wijziging};

/// The name under which the read side keeps its state.
pub(super) const NAME: &str = "overzicht";

/// Events after which the state is kept, so that a start reads at most so many.
const KEEP_AFTER: u64 = 2000;

pub(super) struct ProjectorActor;

pub(super) struct State {
    pub(super) deps: Deps,
    pub(super) overzicht: GedeeldOverzicht,
    pub(super) herzien: Arc<dyn Herzien>,
    pub(super) lines: Lines,
    pub(super) werkvoorraden: Werkvoorraden,
    pub(super) gesprekken: Gesprekkennieuws,
    /// How often a line changed since this node started: the versions of its topic.
    pub(super) revisies: HashMap<Key, u64>,
    pub(super) tell: watch::Sender<Position>,
    pub(super) healthy: Arc<AtomicBool>,
    pub(super) since_kept: u64,
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
            Msg::Wake => state.wake().await,
            Msg::CatchUp(done) => {
                state.wake().await;
                // Whoever asked may have given up.
                let _ = done.send(());
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
                state.gesprekken.leave(conn);
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
    async fn wake(&mut self) {
        if let Err(fault) = self.catch_up().await {
            tracing::error!(fault = %fault, "the read side cannot follow the feed");
        }
    }

    /// Takes in everything that the feed has.
    pub(super) async fn catch_up(&mut self) -> Result<(), Fault> {
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
            // Only a cache: without it the next start reads more. Not waited for, but at the end: rights must not wait for a disk.
            let _ = self.deps.committer.submit(Write::Projection { name: NAME, position, bytes }, drop);
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
            // Under *dat* nobody hears of the person, not even that something happened (design §4).
            Wijziging::Persoon { persoon, op_regel: true } => {
                for zaak in self.zaken_van(gemeente, *persoon) {
                    self.publish((gemeente, zaak, View::Rij), &why);
                }
            }
            Wijziging::Persoon { op_regel: false, .. } => {}
            Wijziging::Gesprek { gesprek, voorheen } => self.gesprek_changed(gemeente, *gesprek, voorheen),
            // The list of who takes part has the document from its own first event on.
            Wijziging::Document { gesprek: Some(gesprek), .. } => {
                let (_, nu) = self.gesprek_nu(gemeente, *gesprek);
                self.gesprekken.tell(gemeente, &nu);
            }
            Wijziging::Document { gesprek: None, .. } => {}
        }
    }

    /// Rights first; then those who take part, and those who did until now, hear that there is news for them.
    fn gesprek_changed(&mut self, gemeente: GemeenteId, gesprek: GesprekId, voorheen: &[MedewerkerId]) {
        let (documenten, mut who) = self.gesprek_nu(gemeente, gesprek);
        self.herzien.gesprek(gemeente, gesprek, &documenten);
        who.extend(voorheen);
        self.gesprekken.tell(gemeente, &who);
    }

    /// The documents of a talk, and who takes part in it.
    fn gesprek_nu(
        &self,
        gemeente: GemeenteId,
        gesprek: GesprekId,
    ) -> (Vec<DocumentId>, BTreeSet<MedewerkerId>) {
        let all = self.overzicht.lees();
        let regel = all.gemeente(gemeente).and_then(|all| all.gesprek(gesprek));
        let now =
            regel.map(|regel| (regel.documenten().to_vec(), regel.deelnemers().iter().copied().collect()));
        now.unwrap_or_default()
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
        for which in View::BOTH {
            self.publish((gemeente, zaak, which), why);
        }
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
        if let Some(a) = self.lines.leave(conn.id(), (gemeente, zaak, present), Why::Bundel) {
            conn.send(Class::Control, encode(&ServerMessage::Eraf { a, bij }));
        }
    }

    pub(super) fn enter(&mut self, conn: ConnId, gemeente: GemeenteId, zaak: ZaakId) {
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
        let v = self.revisie(key);
        let a = self.lines.follow(&conn, key, Why::Bundel, &self.deps.numbers);
        let topic = which.topic(zaak).to_string();
        let e = self.deps.epoch.to_string();
        // Under the member's own topic: when its right ends, a frame that still waits goes with it.
        conn.send(Class::Bulk(a), encode(&ServerMessage::Lid { a, bij, topic, e, v, b: &line }));
    }

    fn publish(&mut self, key: Key, why: &Aanleiding) {
        *self.revisies.entry(key).or_default() += 1;
        let v = self.revisie(key);
        if self.lines.fanout(&key).is_some()
            && let Some(line) = self.render(key)
        {
            self.lines.publish(key, v, &line, why);
        }
    }

    pub(super) fn revisie(&self, key: Key) -> u64 {
        self.revisies.get(&key).copied().unwrap_or(0)
    }

    /// A line as everybody under this view may see it.
    pub(super) fn render(&self, (gemeente, zaak, which): Key) -> Option<Box<RawValue>> {
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
}
