//! Looks that begin on an open page without anybody asking: somebody comes on it who was not there when it was opened. The trail has that
//! before the first byte, as any look (ADR 1, ADR 8), once per page that is open and person.
//!
//! The projector waits for no commit. What would show somebody new stays off the page, a line goes to who writes the trail, and when it is there
//! the page is looked at again; rights are asked then, as always. Meanwhile nobody is told that the feed was passed up to there, so who asks
//! after a command finds it on every page. What the trail does not take is not shown: who has the page open is to ask for it again.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use keukentafel::domain::ids::{GemeenteId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::Position;
use tokio::sync::{mpsc, oneshot};

use super::actor::{State, resync};
use super::bundles::{Subject, members, wanted};
use super::following::is_bundle;
use super::topics::{Aanleiding, Key, Why};
use crate::directory::Reply;
use crate::hub::{Conn, ConnId, TopicNumber};
use crate::limits::BIJLEZERS_MAX;
use crate::overzicht::Gemeenteoverzicht;
use crate::weigering::Weigering;

/// One line for the trail: `conn` is about to see these persons by this line of a page that it has open.
pub struct Blik {
    pub(crate) conn: Arc<Conn>,
    pub(crate) line: Topic,
    pub(crate) personen: BTreeSet<PersoonId>,
    /// What was asked for: the page, or the line itself.
    pagina: Topic,
    /// A page that is only just opened goes on from here.
    vraag: Option<Vraag>,
}

impl std::fmt::Debug for Blik {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Blik({}, {} new)", self.line, self.personen.len())
    }
}

/// Somebody wants to follow a topic of the projector.
pub(super) struct Vraag {
    pub(super) conn: Arc<Conn>,
    pub(super) topic: Topic,
    pub(super) r: u64,
    pub(super) pos: Option<Pos>,
    /// Whom the trail has for this look.
    pub(super) gezien: BTreeSet<PersoonId>,
    pub(super) reply: Reply<TopicNumber>,
}

/// Of one page that somebody has open.
#[derive(Default)]
struct Pagina {
    /// Whom the trail has for it; `false` while a line is under way.
    gezien: BTreeMap<PersoonId, bool>,
    /// What comes on it when that line is there.
    wacht: BTreeSet<Subject>,
}

impl Pagina {
    /// Who of these is not in the trail yet, and of whom no line is under way; `None` when all are there.
    fn ontbreekt(&self, personen: &[PersoonId]) -> Option<BTreeSet<PersoonId>> {
        let all_there = personen.iter().all(|who| self.gezien.get(who) == Some(&true));
        let new = || personen.iter().copied().filter(|who| !self.gezien.contains_key(who)).collect();
        (!all_there).then(new)
    }
}

/// What the trail has of whoever has a page open.
pub(super) struct Blikken {
    open: HashMap<ConnId, HashMap<Topic, Pagina>>,
    /// Lines of which a follower may not see yet how they read now, and why they changed last.
    lijnen: HashMap<Key, Aanleiding>,
    uit: mpsc::Sender<Blik>,
    /// How far the feed was passed when each of those began that are under way; they come back in this order.
    onderweg: VecDeque<Position>,
    /// Who wants to hear when none is.
    wachters: Vec<oneshot::Sender<()>>,
}

impl Blikken {
    pub(super) fn new(uit: mpsc::Sender<Blik>) -> Self {
        Self {
            open: HashMap::new(),
            lijnen: HashMap::new(),
            uit,
            onderweg: VecDeque::new(),
            wachters: Vec::new(),
        }
    }

    /// `conn` has this open from now on, and the trail has these persons for it.
    pub(super) fn opent(&mut self, conn: ConnId, pagina: Topic, gezien: BTreeSet<PersoonId>) {
        let gezien = gezien.into_iter().map(|who| (who, true)).collect();
        self.open.entry(conn).or_default().insert(pagina, Pagina { gezien, wacht: BTreeSet::new() });
    }

    /// It has it open no more.
    pub(super) fn sluit(&mut self, conn: ConnId, pagina: Topic) {
        if let Some(of_conn) = self.open.get_mut(&conn) {
            of_conn.remove(&pagina);
            if of_conn.is_empty() {
                self.open.remove(&conn);
            }
        }
    }

    /// It has nothing open any more.
    pub(super) fn vertrek(&mut self, conn: ConnId) {
        self.open.remove(&conn);
    }

    /// As far as may be told that the feed was passed, when it was passed up to `nu`.
    pub(super) fn tot(&self, nu: Position) -> Position {
        self.onderweg.front().map_or(nu, |before| nu.min(*before))
    }

    /// Answers when none is under way.
    pub(super) fn wanneer_klaar(&mut self, done: oneshot::Sender<()>) {
        if self.wachters.len() >= BIJLEZERS_MAX {
            self.wachters.retain(|one| !one.is_closed());
        }
        self.wachters.push(done);
        self.meld_klaar();
    }

    fn meld_klaar(&mut self) {
        if self.onderweg.is_empty() {
            for done in self.wachters.drain(..) {
                // Whoever asked may have given up.
                let _ = done.send(());
            }
        }
    }

    fn stuur(&mut self, blik: Blik, voor: Position) -> Result<(), Box<Blik>> {
        match self.uit.try_send(blik) {
            Ok(()) => {
                self.onderweg.push_back(voor);
                Ok(())
            }
            Err(mpsc::error::TrySendError::Full(blik) | mpsc::error::TrySendError::Closed(blik)) => {
                Err(Box::new(blik))
            }
        }
    }
}

/// Whom `wie` sees by opening this now.
fn personen_op(all: &Gemeenteoverzicht, wie: &Wie, topic: Topic) -> BTreeSet<PersoonId> {
    if !is_bundle(topic) {
        return all.personen_op_lijn(topic).into_iter().collect();
    }
    let lines = members(all, wie, topic).into_iter().filter_map(|subject| wanted(all, wie, topic, subject));
    lines.flat_map(|line| all.personen_op_lijn(line)).collect()
}

/// Whether others can come on this line while it is open: of the rest the first look says it all.
fn kan_groeien(line: Topic) -> bool {
    matches!(
        line,
        Topic::HuishoudenWat(_)
            | Topic::SignaalRij(_)
            | Topic::PlanActie(..)
            | Topic::Aandacht(..)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::Glazen(_)
    )
}

impl State {
    /// Whoever wants to follow something does so when the trail has everybody who is on it: between their look and now others can have
    /// come on it.
    pub(super) fn volg_of_meld(&mut self, mut vraag: Vraag) {
        let wie = vraag.conn.wie();
        let new: BTreeSet<PersoonId> = match self.mag_volgen(&vraag.conn, vraag.topic) {
            false => BTreeSet::new(),
            true => {
                let all = self.overzicht.lees();
                let all = all.gemeente(wie.gemeente);
                let on_it = all.map(|all| personen_op(all, wie, vraag.topic)).unwrap_or_default();
                on_it.difference(&vraag.gezien).copied().collect()
            }
        };
        if new.is_empty() {
            let Vraag { conn, topic, r, pos, gezien, reply } = vraag;
            self.blikken.opent(conn.id(), topic, gezien);
            let answer = self.volg(&conn, topic, r, pos.as_ref());
            if answer.is_err() {
                self.blikken.sluit(conn.id(), topic);
            }
            // Whoever asked may have given up.
            drop(reply.send(answer));
            return;
        }
        vraag.gezien.extend(&new);
        let (conn, topic) = (Arc::clone(&vraag.conn), vraag.topic);
        let blik = Blik { conn, line: topic, personen: new, pagina: topic, vraag: Some(vraag) };
        if let Err(blik) = self.blikken.stuur(blik, self.voor)
            && let Some(vraag) = blik.vraag
        {
            drop(vraag.reply.send(Err(Weigering::Bezig)));
        }
    }

    /// Whether the trail has everybody on this line for who has the page open, so that it can come on it now. Otherwise it does when the
    /// trail has.
    pub(super) fn mag_erop(
        &mut self,
        conn: &Arc<Conn>,
        pagina: Topic,
        subject: Subject,
        line: Topic,
    ) -> bool {
        let personen = {
            let all = self.overzicht.lees();
            all.gemeente(conn.wie().gemeente).map(|all| all.personen_op_lijn(line)).unwrap_or_default()
        };
        let open = self.blikken.open.entry(conn.id()).or_default().entry(pagina).or_default();
        let Some(new) = open.ontbreekt(&personen) else { return true };
        open.wacht.insert(subject);
        self.meld(conn, pagina, line, new);
        false
    }

    /// Whether everybody who follows this line may see it as it reads now. Otherwise they do when the trail has whom it shows.
    pub(super) fn mag_verteld(&mut self, key: Key, why: &Aanleiding) -> bool {
        let (gemeente, line) = key;
        if !kan_groeien(line) {
            return true;
        }
        let personen = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente).map(|all| all.personen_op_lijn(line)).unwrap_or_default()
        };
        let mut free = true;
        for (conn, follows) in self.lines.volgers(key) {
            let pagina = match follows {
                Why::Zelf => line,
                Why::Bundel(bundle) => bundle,
            };
            let open = self.blikken.open.entry(conn.id()).or_default().entry(pagina).or_default();
            if let Some(new) = open.ontbreekt(&personen) {
                free &= !self.meld(&conn, pagina, line, new);
            }
        }
        if !free {
            self.blikken.lijnen.insert(key, why.clone());
        }
        free
    }

    /// Sends a line to who writes the trail, where there is somebody new in it. `false` when it cannot be sent: the page is to be asked for
    /// again.
    fn meld(&mut self, conn: &Arc<Conn>, pagina: Topic, line: Topic, personen: BTreeSet<PersoonId>) -> bool {
        if personen.is_empty() {
            return true;
        }
        if let Some(open) = self.blikken.open.get_mut(&conn.id()).and_then(|all| all.get_mut(&pagina)) {
            open.gezien.extend(personen.iter().map(|who| (*who, false)));
        }
        let blik = Blik { conn: Arc::clone(conn), line, personen, pagina, vraag: None };
        match self.blikken.stuur(blik, self.voor) {
            Ok(()) => true,
            Err(blik) => {
                self.niet_geboekt(&blik);
                false
            }
        }
    }

    /// The trail has it, or would not take it.
    pub(super) fn geboekt(&mut self, blik: Blik, uitkomst: Result<(), Weigering>) {
        self.blikken.onderweg.pop_front();
        let gemeente = blik.conn.wie().gemeente;
        match (uitkomst, blik.vraag) {
            (Ok(()), Some(vraag)) => self.volg_of_meld(vraag),
            (Err(refused), Some(vraag)) => drop(vraag.reply.send(Err(refused))),
            (Ok(()), None) => self.verder(&blik.conn, blik.pagina, &blik.personen),
            (Err(_), None) => {
                self.niet_geboekt(&Blik { vraag: None, ..blik });
                self.vertel_wachtende(gemeente);
            }
        }
        self.zeg();
        self.blikken.meld_klaar();
    }

    /// What waited for these persons on this page comes on it.
    fn verder(&mut self, conn: &Arc<Conn>, pagina: Topic, personen: &BTreeSet<PersoonId>) {
        let gemeente = conn.wie().gemeente;
        // Closed in the meantime, or opened anew: then the trail had them at that look.
        if let Some(open) = self.blikken.open.get_mut(&conn.id()).and_then(|all| all.get_mut(&pagina)) {
            open.gezien.extend(personen.iter().map(|who| (*who, true)));
            for subject in std::mem::take(&mut open.wacht) {
                self.enter(conn.id(), pagina, gemeente, subject);
            }
        }
        self.vertel_wachtende(gemeente);
    }

    /// Lines that waited are told to those who follow them now, when the trail has all of them.
    fn vertel_wachtende(&mut self, gemeente: GemeenteId) {
        let (waits, others) = std::mem::take(&mut self.blikken.lijnen)
            .into_iter()
            .partition::<HashMap<_, _>, _>(|((of, _), _)| *of == gemeente);
        self.blikken.lijnen = others;
        for (key, why) in waits {
            // As it reads now, also when that is as it read before: somebody may have begun with what the others did not get.
            self.publish(key, &why);
        }
    }

    /// Nothing of it is shown. Who has the page open asks for it again, and is told then why not.
    fn niet_geboekt(&mut self, blik: &Blik) {
        let (conn, gemeente) = (blik.conn.id(), blik.conn.wie().gemeente);
        if let Some(open) = self.blikken.open.get_mut(&conn).and_then(|all| all.get_mut(&blik.pagina)) {
            open.gezien.retain(|who, there| *there || !blik.personen.contains(who));
            open.wacht.clear();
        }
        let number = if is_bundle(blik.pagina) {
            // A line that stands on it already reads otherwise now, and is not told so to this one.
            if let Some(open) = self.bundles.get_mut(conn, blik.pagina) {
                open.leden.retain(|_, present| *present != blik.line);
            }
            self.lines.leave(conn, (gemeente, blik.line), Why::Bundel(blik.pagina));
            self.bundles.number(blik.pagina)
        } else {
            self.lines.leave(conn, (gemeente, blik.line), Why::Zelf)
        };
        if let Some(a) = number {
            resync(&blik.conn, a);
        }
    }
}
