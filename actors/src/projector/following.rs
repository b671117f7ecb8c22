//! Who follows which list, from when, and whether they may.

use std::sync::Arc;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::{How, Pos, ServerMessage};
use keukentafel::protocol::topic::Topic;
use serde_json::value::to_raw_value;

use super::actor::State;
use super::gesprekken::greet;
use super::handle::Volgbaar;
use super::lists::view;
use super::topics::{View, Why};
use crate::deps::Rechten;
use crate::entity::encode;
use crate::hub::{Class, Conn, TopicNumber};
use crate::overzicht::GedeeldOverzicht;
use crate::weigering::Weigering;

impl State {
    pub(super) fn volg(
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
            Volgbaar::Gesprekken(who) => self.volg_gesprekken(conn, who, r),
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
        let v = self.revisie(key);
        let a = self.lines.follow(conn, key, Why::Zelf, &self.deps.numbers);
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

    fn volg_gesprekken(
        &mut self,
        conn: &Arc<Conn>,
        who: MedewerkerId,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        if conn.wie().id != who {
            return Err(Weigering::NIET_GEVONDEN);
        }
        let (a, v) = self.gesprekken.follow(conn, &self.deps.numbers);
        let (topic, e) = (Topic::Gesprekken(who).to_string(), self.deps.epoch.to_string());
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how: How::Snapshot }));
        greet(conn, a, v);
        Ok(a)
    }

    pub(super) fn verlaat(&mut self, conn: &Arc<Conn>, wat: Volgbaar) {
        let gemeente = conn.wie().gemeente;
        match wat {
            Volgbaar::Dat(zaak) => drop(self.lines.leave(conn.id(), (gemeente, zaak, View::Dat), Why::Zelf)),
            Volgbaar::Rij(zaak) => drop(self.lines.leave(conn.id(), (gemeente, zaak, View::Rij), Why::Zelf)),
            Volgbaar::Gesprekken(_) => self.gesprekken.leave(conn.id()),
            Volgbaar::Werkvoorraad(_) => {
                let Some(open) = self.werkvoorraden.remove(conn.id()) else { return };
                for (zaak, which) in open.leden {
                    self.lines.leave(conn.id(), (gemeente, zaak, which), Why::Bundel);
                }
            }
        }
    }
}

/// Whether this much access allows this line.
pub(super) fn view_allowed(toegang: Toegang, which: View) -> bool {
    match which {
        View::Dat => toegang >= Toegang::Dat,
        View::Rij => toegang >= Toegang::Wat,
    }
}

/// Under which view a zaak belongs in somebody's werkvoorraad, if it does.
pub(super) fn wanted(overzicht: &GedeeldOverzicht, wie: &Wie, zaak: ZaakId) -> Option<View> {
    let all = overzicht.lees();
    view(all.gemeente(wie.gemeente)?.in_werkvoorraad(wie, zaak)?)
}
