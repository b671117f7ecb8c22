//! `caseload/<gemeente-id>`: the dashboard of who distributes the work, alive.
//!
//! A value is worked out when it is sent and not when something happens: ten times a second at most for each role that looks,
//! however many events there are. It is sent again when the day changes, because then other zaken are late, and once in a while when
//! nothing happens: a reader who hears nothing for longer knows that the figures may be old.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::limits::CASELOAD_MEDEWERKERS_MAX;
use keukentafel::protocol::rt::{How, ServerMessage};
use keukentafel::protocol::topic::Topic;
use serde_json::value::{RawValue, to_raw_value};
use tokio::time::Instant;

use super::actor::State;
use super::latest::LatestTopics;
use crate::entity::encode;
use crate::hub::{Class, Conn, ConnId, TopicNumber};
use crate::limits::{CASELOAD_REFRESH, LATEST_EVERY};
use crate::overzicht::caseload::Blik;
use crate::weigering::Weigering;

/// Who sees the same: everybody in one role in one gemeente (design §4). What one of them may know beyond that is not counted.
pub(super) type Klasse = (GemeenteId, Rol);

/// The dashboards that somebody has open.
#[derive(Default)]
pub(super) struct Dashboards {
    latest: LatestTopics<Klasse>,
    open: HashMap<Klasse, Stand>,
    /// The day by which the last values were judged.
    dag: Option<Date>,
    alarms: Vec<(Klasse, Duration)>,
}

struct Stand {
    sent: Instant,
    /// Something happened since.
    changed: bool,
    /// A moment to send it is agreed.
    alarm: bool,
}

impl Dashboards {
    pub(super) fn leave(&mut self, conn: ConnId, klasse: Klasse) {
        self.latest.leave(conn, klasse);
        self.forget_empty();
    }

    pub(super) fn leave_all(&mut self, conn: ConnId) {
        self.latest.leave_all(conn);
        self.forget_empty();
    }

    fn forget_empty(&mut self) {
        self.open.retain(|klasse, _| self.latest.is_open(*klasse));
    }

    /// Something in this gemeente is counted otherwise now.
    pub(super) fn changed(&mut self, gemeente: GemeenteId) {
        for (_, stand) in self.open.iter_mut().filter(|((of, _), _)| *of == gemeente) {
            stand.changed = true;
        }
    }

    /// The moments that were asked for since the last time.
    pub(super) fn take_alarms(&mut self) -> Vec<(Klasse, Duration)> {
        let mut alarms = self.latest.take_alarms();
        alarms.append(&mut self.alarms);
        alarms
    }

    /// The dashboards whose turn it is to be sent.
    fn due(&mut self, vandaag: Date, up_to_date: bool) -> Vec<Klasse> {
        let other_day = self.dag.replace(vandaag) != Some(vandaag);
        let mut due = Vec::new();
        for (klasse, stand) in &mut self.open {
            let since = stand.sent.elapsed();
            stand.changed |= other_day || (up_to_date && since >= CASELOAD_REFRESH);
            if !stand.changed {
                continue;
            }
            let wait = LATEST_EVERY.saturating_sub(since);
            if wait.is_zero() {
                due.push(*klasse);
            } else if !std::mem::replace(&mut stand.alarm, true) {
                self.alarms.push((*klasse, wait));
            }
        }
        due
    }
}

impl State {
    pub(super) fn volg_caseload(
        &mut self,
        conn: &Arc<Conn>,
        topic: Topic,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        let klasse = (conn.wie().gemeente, conn.wie().rol);
        let value = self.caseload_wat(klasse).ok_or(Weigering::Onbekend)?;
        let (a, v) = self.dashboards.latest.number(klasse, &self.deps.numbers);
        let (topic, e) = (topic.to_string(), self.deps.epoch.to_string());
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how: How::Snapshot }));
        self.dashboards.latest.follow(conn, klasse, &value);
        let new = Stand { sent: Instant::now(), changed: false, alarm: false };
        self.dashboards.open.entry(klasse).or_insert(new);
        Ok(a)
    }

    /// Sends the dashboards that have something new to show and whose turn it is.
    pub(super) fn caseload_bij(&mut self) {
        let vandaag = self.deps.clock.now().day();
        for klasse in self.dashboards.due(vandaag, self.up_to_date) {
            let Some(value) = self.caseload_wat(klasse) else { continue };
            self.dashboards.latest.set(klasse, &value);
            if let Some(stand) = self.dashboards.open.get_mut(&klasse) {
                *stand = Stand { sent: Instant::now(), changed: false, alarm: stand.alarm };
            }
        }
    }

    /// The agreed moment has come.
    pub(super) fn caseload_ronde(&mut self, klasse: Klasse) {
        if let Some(stand) = self.dashboards.open.get_mut(&klasse) {
            stand.alarm = false;
        }
        self.caseload_bij();
        self.dashboards.latest.round(klasse);
    }

    fn caseload_wat(&self, (gemeente, rol): Klasse) -> Option<Box<RawValue>> {
        let now = self.deps.clock.now();
        let blik = Blik {
            gemeente,
            rol,
            vandaag: now.day(),
            bijgewerkt_op: self.gelezen_tot(now),
            namen: &*self.deps.namen,
        };
        to_raw_value(&blik.caseload(&self.overzicht.lees(), CASELOAD_MEDEWERKERS_MAX)).ok()
    }

    /// Until when everything that was recorded is counted: the last event, while more waits to be read.
    fn gelezen_tot(&self, now: Moment) -> Moment {
        if self.up_to_date { now } else { self.last_event.unwrap_or(now) }
    }
}
