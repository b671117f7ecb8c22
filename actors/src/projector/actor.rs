//! The projector's actor.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{GemeenteId, ZaakId};
use keukentafel::limits::FEED_PAGE_ROWS;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{Fault, Journal, Position, Write};
use ractor::{Actor, ActorProcessingErr, ActorRef};
use serde_json::value::{RawValue, to_raw_value};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::Instant;

use super::Herzien;
use super::bewaarmoment::Bewaarmoment;
use super::blikken::{Blikken, Vraag};
use super::bundles::{Bundles, zaak_lines};
use super::caseload::Dashboards;
use super::following::may_follow;
use super::gevraagd::Gevraagd;
use super::handle::Msg;
use super::latest::LatestTopics;
use super::sight::Sight;
use super::topics::{Key, Lines};
use super::wekker::Wekker;
use crate::deps::{Deps, Namen};
use crate::entity::encode;
use crate::hub::{Class, Conn, TopicNumber};
use crate::limits::FEED_PAGES_PER_TURN;
use crate::overzicht::{GedeeldOverzicht, Zicht};

/// The name under which the read side keeps its state.
pub(super) const NAME: &str = "overzicht";

/// Events after which the state is kept, so that a start reads few.
const KEEP_AFTER: u64 = 2000;

pub(super) struct ProjectorActor;

pub(super) struct State {
    pub(super) deps: Deps,
    pub(super) overzicht: GedeeldOverzicht,
    pub(super) herzien: Arc<dyn Herzien>,
    pub(super) lines: Lines,
    pub(super) bundles: Bundles,
    pub(super) latest: LatestTopics,
    pub(super) dashboards: Dashboards,
    pub(super) blikken: Blikken,
    /// How far the feed was passed before what is told now.
    pub(super) voor: Position,
    /// The feed was read to its end at the last look.
    pub(super) up_to_date: bool,
    /// When the last event that was read was recorded.
    pub(super) last_event: Option<Moment>,
    pub(super) tell: watch::Sender<Position>,
    pub(super) healthy: Arc<AtomicBool>,
    pub(super) sight: Arc<Sight>,
    pub(super) gevraagd: Arc<Gevraagd>,
    pub(super) since_kept: u64,
    /// What was kept was emptied by an erasure: a start would read everything again.
    pub(super) keep_soon: bool,
    /// Rings when a toekenning or a protection begins or ends.
    pub(super) wekker: Wekker,
    /// The day by which rights in the portal and lines that change at midnight were last looked at.
    pub(super) dag: Option<jiff::civil::Date>,
    pub(super) bewaarmoment: Arc<Bewaarmoment>,
}

impl Actor for ProjectorActor {
    type Msg = Msg;
    type State = State;
    type Arguments = State;

    async fn pre_start(&self, _: ActorRef<Msg>, state: State) -> Result<State, ActorProcessingErr> {
        Ok(state)
    }

    async fn handle(&self, me: ActorRef<Msg>, msg: Msg, state: &mut State) -> Result<(), ActorProcessingErr> {
        match msg {
            Msg::Wake => {
                state.gevraagd.gewekt();
                // Others first; then on.
                if state.wake(FEED_PAGES_PER_TURN).await && state.gevraagd.wek() {
                    drop(me.cast(Msg::Wake));
                }
            }
            Msg::CatchUp => {
                let wachters = state.gevraagd.begin();
                state.wake(usize::MAX).await;
                wachters.into_iter().for_each(|done| state.blikken.wanneer_klaar(done));
            }
            Msg::Volg { conn, topic, r, pos, gezien, reply } => {
                state.volg_of_meld(Vraag { conn, topic, r, pos, gezien, reply });
            }
            Msg::Geboekt { blik, uitkomst } => state.geboekt(*blik, uitkomst),
            Msg::Verlaat { conn, topic } => state.verlaat(&conn, topic),
            Msg::Resync { conn, a } => resync(&conn, a),
            Msg::ResyncVan { conn, verloren } => state.resync_van(&conn, &verloren),
            Msg::Vertrek(conn) => {
                state.bundles.remove_all(conn);
                state.lines.leave_all(conn);
                state.latest.leave_all(conn);
                state.dashboards.leave_all(conn);
                state.blikken.vertrek(conn);
            }
            Msg::Ronde(key) => state.latest.round(key),
            Msg::RondeCaseload(klasse) => state.caseload_ronde(klasse),
            // What is due is done below, after every message.
            Msg::Grens => state.wekker.ging(),
            Msg::Geopend { gemeente, keren, laatst } => state.dossiers_geopend(gemeente, keren, laatst),
            Msg::Keep(done) => {
                // Only at the end anybody waits for it.
                let _ = state.keep().await;
                // Whoever asked may have given up.
                let _ = done.send(());
            }
        }
        if let Some(wait) = state.grenzen() {
            state.wekker.loopt(me.send_after(wait, || Msg::Grens).abort_handle());
        }
        for (key, wait) in state.latest.take_alarms() {
            drop(me.send_after(wait, move || Msg::Ronde(key)));
        }
        for (klasse, wait) in state.dashboards.take_alarms() {
            drop(me.send_after(wait, move || Msg::RondeCaseload(klasse)));
        }
        Ok(())
    }
}

impl State {
    /// Takes in at most so many pages of the feed. `true` when there is more.
    async fn wake(&mut self, pages: usize) -> bool {
        match self.read(pages).await {
            Ok(more) => more,
            Err(fault) => {
                tracing::error!(fault = %fault, "the read side cannot follow the feed");
                false
            }
        }
    }

    /// Takes in everything that the feed has.
    pub(super) async fn catch_up(&mut self) -> Result<(), Fault> {
        self.read(usize::MAX).await.map(drop)
    }

    async fn read(&mut self, pages: usize) -> Result<bool, Fault> {
        let read = self.read_feed(pages).await;
        self.healthy.store(read.is_ok(), Ordering::Release);
        self.up_to_date = matches!(read, Ok(false));
        if !self.up_to_date {
            self.sight.behind(self.last_event);
        }
        self.caseload_bij();
        read
    }

    async fn read_feed(&mut self, pages: usize) -> Result<bool, Fault> {
        for _ in 0..pages {
            let after = self.overzicht.lees().positie();
            let looked = Instant::now();
            let page = self.deps.journal.feed(after, FEED_PAGE_ROWS).await?;
            let full = page.len() == FEED_PAGE_ROWS;
            for event in &page {
                self.voor = self.overzicht.lees().positie();
                let change = self.overzicht.schrijf(|all| all.apply(event))?;
                self.last_event = Some(event.event.header.at);
                // Also of what the read side has no use for: it may be another node's.
                self.herzien.bij(event.gemeente, event.stream, event.event.version);
                if let Some(change) = change {
                    self.tell_change(event, &change);
                }
            }
            self.since_kept += page.len() as u64;
            self.zeg();
            if (self.keep_soon || self.since_kept >= KEEP_AFTER) && self.bewaarmoment.is_daar() {
                drop(self.keep());
            }
            if !full {
                // Of a part of the feed nobody knows what stands in the rest.
                self.sight.seen(looked);
                return Ok(false);
            }
            self.up_to_date = false;
            self.sight.behind(self.last_event);
            self.caseload_bij();
        }
        Ok(true)
    }

    /// Tells how far the feed was passed, everybody told included.
    pub(super) fn zeg(&mut self) {
        self.voor = self.overzicht.lees().positie();
        let tot = self.blikken.tot(self.voor);
        self.tell.send_modify(|told| *told = tot.max(*told));
    }

    /// Keeps the state. Nothing here waits for its bytes or for the disk: what is told from here ends rights.
    fn keep(&mut self) -> JoinHandle<()> {
        self.since_kept = 0;
        self.keep_soon = false;
        let bezig = self.bewaarmoment.begin();
        let (position, kopie) = {
            let all = self.overzicht.lees();
            (all.positie(), all.kopie())
        };
        let committer = self.deps.committer.clone();
        tokio::task::spawn_blocking(move || {
            if let Some(bytes) = kopie.to_bytes() {
                // Only a cache: without it the next start reads more. One that an erasure overtook is refused by its place.
                let _ = committer.submit(Write::Projection { name: NAME, position, bytes }, drop);
            }
            drop(bezig);
        })
    }

    /// Rights before content: who may not look at these lines any more is off before the next frame.
    pub(super) fn expel(&mut self, gemeente: GemeenteId, zaken: &[ZaakId]) {
        self.expel_lines(gemeente, zaken.iter().flat_map(|zaak| zaak_lines(*zaak)));
        self.expel_lines(gemeente, zaken.iter().map(|zaak| Topic::ZaakBrieven(*zaak)));
    }

    pub(super) fn expel_lines(&mut self, gemeente: GemeenteId, lines: impl Iterator<Item = Topic>) {
        for line in lines {
            let overzicht = &self.overzicht;
            let may = |conn: &Conn| may_follow(overzicht, conn.wie(), line);
            for (conn, a) in self.lines.expel((gemeente, line), may) {
                self.bundles.drop_line(conn.id(), line);
                self.blikken.sluit(conn.id(), line);
                revoke(&conn, a);
            }
        }
    }

    /// A line as everybody under this view may see it.
    pub(super) fn render(&self, (gemeente, topic): Key) -> Option<Box<RawValue>> {
        let all = self.overzicht.lees();
        let all = all.gemeente(gemeente)?;
        let namen: &dyn Namen = &*self.deps.namen;
        match topic {
            Topic::ZaakDat(zaak) => to_raw_value(&all.zaak(zaak)?.rij(zaak, Zicht::DAT, None, namen)?).ok(),
            Topic::ZaakVerdeling(zaak) => {
                to_raw_value(&all.zaak(zaak)?.rij(zaak, Zicht::VERDELING, None, namen)?).ok()
            }
            Topic::ZaakRij(zaak) => {
                let regel = all.zaak(zaak)?;
                let persoon = all.persoon(regel.lopend()?.persoon);
                to_raw_value(&regel.rij(zaak, Zicht::WAT, persoon, namen)?).ok()
            }
            Topic::Groep(_)
            | Topic::PlanRij(_)
            | Topic::PlanDeelnemer(_)
            | Topic::PlanLid(..)
            | Topic::PlanPortaal(_)
            | Topic::PlanMeekijken(_)
            | Topic::Meekijken(_)
            | Topic::PlanPortaalLid(..)
            | Topic::PlanBijdragen(..)
            | Topic::PlanActie(..)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Aandacht(..) => super::wijkteam::render(all, topic, self.deps.clock.now().day(), namen),
            Topic::ZaakHuishouden(zaak) => {
                to_raw_value(&all.rij_in_huishouden(zaak, Toegang::Dat, namen)?).ok()
            }
            Topic::ZaakTaak(zaak, taak) => to_raw_value(&all.taak_rij(zaak, taak, &topic.leesrecht()?)?).ok(),
            Topic::ZaakBrieven(zaak) => to_raw_value(&all.brieven_wat(zaak)?).ok(),
            Topic::Afspraak(gesprek) => to_raw_value(&all.afspraak_rij(gesprek, namen)?).ok(),
            Topic::ZaakBesluit(zaak) => {
                to_raw_value(&all.zaak_besluit(zaak, &topic.leesrecht()?, namen)?).ok()
            }
            Topic::ZaakTeAccorderen(zaak) => to_raw_value(&all.rij_te_accorderen(zaak, namen)?).ok(),
            Topic::HuishoudenWat(id) => {
                let vandaag = self.deps.clock.now().day();
                to_raw_value(&all.huishouden_wat(id, vandaag, &topic.leesrecht()?)?).ok()
            }
            Topic::Toekenningen(who) => {
                to_raw_value(&all.toekenningen_van(who, &topic.leesrecht()?, namen)).ok()
            }
            Topic::Nieuw(who) => to_raw_value(&all.nieuw_wat(who, &*self.deps.namen)).ok(),
            Topic::Leiding(_) => to_raw_value(&all.leiding(self.deps.clock.now().day(), namen)).ok(),
            Topic::Toestemmingen(persoon) => {
                to_raw_value(&all.toestemmingen_van(persoon, &topic.leesrecht()?, namen)?).ok()
            }
            Topic::Glazen(_) => to_raw_value(&all.glazen(&topic.leesrecht()?, namen)).ok(),
            Topic::Beschermd(_) => to_raw_value(&all.beschermde_dossiers(namen)).ok(),
            Topic::Nazicht(_) => to_raw_value(&all.nazichten(&topic.leesrecht()?, namen)).ok(),
            // Content and bundles of lines are not lines.
            Topic::ZaakWat(_)
            | Topic::ZaakTafel(_)
            | Topic::Persoon(_)
            | Topic::Gesprek(_)
            | Topic::Kantlijn(_)
            | Topic::Contact(_)
            | Topic::Huishouden(_)
            | Topic::Thuis(_)
            | Topic::Werkvoorraad(_)
            | Topic::Gesprekken(_)
            | Topic::Document(_)
            | Topic::Saldo(_)
            | Topic::Caseload(_)
            | Topic::Inzage(_)
            | Topic::PlanWat(_)
            | Topic::Plan(_)
            | Topic::PlanTafel(_)
            | Topic::Plannen(_)
            | Topic::Acties(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_)
            | Topic::SignaalWat(_) => None,
        }
    }
}

/// No frame of this topic goes to `conn` any more; what it shows it wipes.
pub(super) fn revoke(conn: &Conn, a: TopicNumber) {
    conn.forget(a);
    conn.send(Class::Control, encode(&ServerMessage::Revoked { a }));
}

/// `conn` asks for this topic again.
pub(super) fn resync(conn: &Conn, a: TopicNumber) {
    conn.send(Class::Control, encode(&ServerMessage::Resync { a, v: 0 }));
}
