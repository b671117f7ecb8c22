//! Who follows which line or bundle, from when, and whether they may.

use std::sync::Arc;

use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag};
use keukentafel::domain::ids::ZaakId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::rt::{How, Pos, ServerMessage};
use keukentafel::protocol::topic::Topic;
use serde_json::value::RawValue;

use super::actor::State;
use super::leden::Begin;
use super::topics::Why;
use super::wijkteam;
use crate::deps::Rechten;
use crate::entity::encode;
use crate::hub::{Class, Conn, TopicNumber};
use crate::overzicht::GedeeldOverzicht;
use crate::weigering::Weigering;

impl State {
    pub(super) fn volg(
        &mut self,
        conn: &Arc<Conn>,
        topic: Topic,
        r: u64,
        pos: Option<&Pos>,
    ) -> Result<TopicNumber, Weigering> {
        if !self.mag_volgen(conn, topic) {
            return Err(Weigering::NIET_GEVONDEN);
        }
        match kind(topic) {
            Kind::Bundle => self.volg_bundle(conn, topic, r),
            Kind::News => Ok(self.volg_gesprekken(conn, topic, r)),
            Kind::Dashboard => self.volg_caseload(conn, topic, r),
            Kind::Line => self.volg_line(conn, topic, r, pos),
        }
    }

    /// Looked at again here, in the order of the feed: the right may have ended while the trail took the look.
    pub(super) fn mag_volgen(&self, conn: &Conn, topic: Topic) -> bool {
        !conn.is_closing() && may_follow(&self.overzicht, conn.wie(), topic)
    }

    fn volg_line(
        &mut self,
        conn: &Arc<Conn>,
        topic: Topic,
        r: u64,
        pos: Option<&Pos>,
    ) -> Result<TopicNumber, Weigering> {
        let key = (conn.wie().gemeente, topic);
        let Begin { a, e, v, view } = self.begin(conn, key, Why::Zelf).ok_or(Weigering::NIET_GEVONDEN)?;
        let current = pos.is_some_and(|pos| pos.e == e && pos.v == v);
        let how = if current { How::Current } else { How::Snapshot };
        let topic = topic.to_string();
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how }));
        if !current {
            conn.push(Class::Bulk(a), encode(&ServerMessage::Snap { a, v, b: &view }));
        }
        conn.flush();
        Ok(a)
    }

    fn volg_gesprekken(&mut self, conn: &Arc<Conn>, topic: Topic, r: u64) -> TopicNumber {
        let key = (conn.wie().gemeente, topic);
        let (a, v) = self.latest.number(key, &self.deps.numbers);
        let (topic, e) = (topic.to_string(), self.deps.epoch.to_string());
        conn.push(Class::Control, encode(&ServerMessage::Ok { r, a, topic, e, v, how: How::Snapshot }));
        self.latest.follow(conn, key, RawValue::NULL);
        a
    }

    pub(super) fn verlaat(&mut self, conn: &Arc<Conn>, topic: Topic) {
        let gemeente = conn.wie().gemeente;
        self.blikken.sluit(conn.id(), topic);
        match kind(topic) {
            Kind::Line => drop(self.lines.leave(conn.id(), (gemeente, topic), Why::Zelf)),
            Kind::News => self.latest.leave(conn.id(), (gemeente, topic)),
            Kind::Dashboard => self.dashboards.leave(conn.id(), (gemeente, conn.wie().rol)),
            Kind::Bundle => {
                if let Some((_, open)) = self.bundles.remove(conn.id(), topic) {
                    self.let_go(topic, open);
                }
            }
        }
    }
}

/// Whether a topic of the projector is made of lines.
pub(super) fn is_bundle(topic: Topic) -> bool {
    matches!(kind(topic), Kind::Bundle)
}

/// How a topic of the projector is followed.
enum Kind {
    /// One value, replaced with each change.
    Line,
    /// Made of lines.
    Bundle,
    /// Only that there is news.
    News,
    /// Figures, the newest only.
    Dashboard,
}

fn kind(topic: Topic) -> Kind {
    match topic {
        Topic::Werkvoorraad(_)
        | Topic::Huishouden(_)
        | Topic::Thuis(_)
        | Topic::Signaal(_)
        | Topic::Signalen(_)
        | Topic::Plan(_)
        | Topic::Plannen(_)
        | Topic::Acties(_) => Kind::Bundle,
        Topic::Gesprekken(_) => Kind::News,
        Topic::Caseload(_) => Kind::Dashboard,
        Topic::ZaakDat(_)
        | Topic::ZaakVerdeling(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakHuishouden(_)
        | Topic::ZaakWat(_)
        | Topic::ZaakBesluit(_)
        | Topic::ZaakTeAccorderen(_)
        | Topic::ZaakTafel(_)
        | Topic::Afspraak(_)
        | Topic::ZaakBrieven(_)
        | Topic::ZaakTaak(..)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Document(_)
        | Topic::Inzage(_)
        | Topic::Saldo(_)
        | Topic::Groep(_)
        | Topic::PlanWat(_)
        | Topic::PlanRij(_)
        | Topic::PlanDeelnemer(_)
        | Topic::PlanLid(..)
        | Topic::PlanPortaal(_)
        | Topic::PlanMeekijken(_)
        | Topic::Meekijken(_)
        | Topic::PlanPortaalLid(..)
        | Topic::PlanBijdragen(..)
        | Topic::PlanActie(..)
        | Topic::PlanTafel(_)
        | Topic::SignaalDat(_)
        | Topic::SignaalRij(_)
        | Topic::SignaalWat(_)
        | Topic::Aandacht(..)
        | Topic::Contact(_)
        | Topic::Nieuw(_)
        | Topic::Toekenningen(_)
        | Topic::Toestemmingen(_)
        | Topic::Glazen(_)
        | Topic::Leiding(_)
        | Topic::Beschermd(_)
        | Topic::Nazicht(_)
        | Topic::HuishoudenWat(_) => Kind::Line,
    }
}

/// Whether `wie` may follow this line or bundle. What the projector does not send, nobody follows here.
pub(crate) fn may_follow(overzicht: &GedeeldOverzicht, wie: &Wie, topic: Topic) -> bool {
    match topic {
        Topic::ZaakDat(zaak) => overzicht.op_zaak(wie, zaak) >= Toegang::Dat,
        Topic::ZaakVerdeling(zaak) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.ziet_contactdag(wie, zaak))
        }
        Topic::ZaakRij(zaak) => overzicht.op_zaak(wie, zaak) >= Toegang::Wat,
        Topic::ZaakBesluit(zaak) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.toegang_besluit(wie, zaak) >= Toegang::Wat)
        }
        // The line of who agrees, not of everybody who reads what waits.
        Topic::ZaakTeAccorderen(zaak) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.te_accorderen(wie, zaak))
        }
        Topic::ZaakTaak(zaak, taak) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.ziet_eigen_taak(wie, zaak, taak))
        }
        Topic::ZaakBrieven(zaak) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.toegang_brieven(wie, zaak) >= Toegang::Wat)
        }
        Topic::Afspraak(gesprek) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.ziet_afspraak(wie, gesprek))
        }
        Topic::ZaakHuishouden(zaak) => in_huishouden(overzicht, wie, zaak),
        Topic::Thuis(persoon) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.ziet_thuis(wie, persoon))
        }
        Topic::HuishoudenWat(id) | Topic::Huishouden(id) => overzicht.op_huishouden(wie, id) >= Toegang::Wat,
        Topic::Werkvoorraad(who) | Topic::Nieuw(who) | Topic::Gesprekken(who) | Topic::Toekenningen(who) => {
            who == wie.id
        }
        Topic::Leiding(gemeente) => {
            gemeente == wie.gemeente && mag(wie.rol, Handeling::WerkvoorraadOverdragen)
        }
        Topic::Toestemmingen(persoon) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| all.mag_antwoorden(wie, persoon))
        }
        Topic::Glazen(gemeente) => gemeente == wie.gemeente && mag(wie.rol, Handeling::GlasBeoordelen),
        Topic::Beschermd(gemeente) => gemeente == wie.gemeente && mag(wie.rol, Handeling::DossierBeschermen),
        Topic::Nazicht(gemeente) => gemeente == wie.gemeente && mag(wie.rol, Handeling::Nazien),
        Topic::Caseload(gemeente) => gemeente == wie.gemeente && mag(wie.rol, Handeling::CaseloadZien),
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
        | Topic::Acties(_)
        | Topic::Plan(_)
        | Topic::Plannen(_)
        | Topic::SignaalDat(_)
        | Topic::SignaalRij(_)
        | Topic::Signaal(_)
        | Topic::Signalen(_)
        | Topic::Aandacht(..) => {
            let all = overzicht.lees();
            all.gemeente(wie.gemeente).is_some_and(|all| wijkteam::may(all, wie, topic))
        }
        Topic::ZaakWat(_)
        | Topic::ZaakTafel(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Document(_)
        | Topic::Saldo(_)
        | Topic::PlanWat(_)
        | Topic::PlanTafel(_)
        | Topic::SignaalWat(_)
        | Topic::Inzage(_)
        | Topic::Contact(_) => false,
    }
}

/// Whether `wie` may know that this zaak runs, and of whom it is: from the view of the huishouden, or because its person lets another lid of their groep.
fn in_huishouden(overzicht: &GedeeldOverzicht, wie: &Wie, zaak: ZaakId) -> bool {
    let all = overzicht.lees();
    all.gemeente(wie.gemeente).is_some_and(|all| {
        all.toegang_als_huisgenoot(wie, zaak).max(all.toegang_als_medelid(wie, zaak)) >= Toegang::Dat
    })
}
