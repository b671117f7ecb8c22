//! Topics: who may follow which, and which actor sends it.

use std::collections::BTreeSet;
use std::sync::Arc;

use keukentafel::domain::bevoegdheid::{Toegang, op_inzage};
use keukentafel::domain::ids::PersoonId;
use keukentafel::protocol::rt::Pos;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Zaakdeel;
use uuid::Uuid;

use super::Tafel;
use super::lezen::toegang_caseload;
use crate::directory::Directory;
use crate::entity::{Concept, Entity, EntityKey, Msg};
use crate::hub::{Conn, TopicNumber};
use crate::overzicht::Gemeenteoverzicht;
use crate::projector::may_follow;
use crate::weigering::Weigering;

/// A look at what is live, as it stands in the trail.
pub(crate) const VOLGEN: &str = "topic.volgen";

impl Tafel {
    /// `conn` follows `topic` from now on; the `ok` and what belongs to it are in its outbox when this returns.
    ///
    /// # Errors
    /// What may not be seen does not exist. The trail has the look, and the refusal.
    pub async fn sub(
        &self,
        conn: &Arc<Conn>,
        r: u64,
        topic: Topic,
        pos: Option<Pos>,
    ) -> Result<TopicNumber, Weigering> {
        self.met_zicht().await?;
        let (toegang, named) = self.gekeken_bij_volgen(conn, topic).await?;
        if toegang == Toegang::Niets {
            return Err(Weigering::NIET_GEVONDEN);
        }
        match topic {
            Topic::ZaakDat(_)
            | Topic::ZaakVerdeling(_)
            | Topic::ZaakRij(_)
            | Topic::Werkvoorraad(_)
            | Topic::Nieuw(_)
            | Topic::Gesprekken(_)
            | Topic::Caseload(_)
            | Topic::Groep(_)
            | Topic::PlanRij(_)
            | Topic::PlanDeelnemer(_)
            | Topic::PlanLid(..)
            | Topic::PlanPortaal(_)
            | Topic::PlanMeekijken(_)
            | Topic::Meekijken(_)
            | Topic::PlanPortaalLid(..)
            | Topic::PlanBijdragen(..)
            | Topic::PlanActie(..)
            | Topic::ZaakTaak(..)
            | Topic::Afspraak(_)
            | Topic::ZaakBrieven(_)
            | Topic::Acties(_)
            | Topic::Plan(_)
            | Topic::Plannen(_)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_)
            | Topic::ZaakHuishouden(_)
            | Topic::HuishoudenWat(_)
            | Topic::Huishouden(_)
            | Topic::Thuis(_)
            | Topic::ZaakBesluit(_)
            | Topic::ZaakTeAccorderen(_)
            | Topic::Toekenningen(_)
            | Topic::Toestemmingen(_)
            | Topic::Glazen(_)
            | Topic::Leiding(_)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::Aandacht(..) => self.projector.volg(conn, topic, r, pos, named).await,
            Topic::PlanWat(plan) => volg(&self.actors.plannen, conn, plan.0, r, pos).await,
            Topic::SignaalWat(signaal) => volg(&self.actors.signalen, conn, signaal.0, r, pos).await,
            Topic::ZaakWat(zaak) => volg(&self.actors.zaken, conn, zaak.0, r, pos).await,
            Topic::Persoon(persoon) => volg(&self.actors.personen, conn, persoon.0, r, pos).await,
            Topic::Gesprek(gesprek) => volg(&self.actors.gesprekken, conn, gesprek.0, r, pos).await,
            Topic::Kantlijn(document) => volg(&self.actors.kantlijnen, conn, document.0, r, pos).await,
            Topic::ZaakTafel(_) | Topic::PlanTafel(_) => self.actors.aanwezigheid.volg(conn, topic, r).await,
            Topic::Contact(contact) => volg(&self.actors.contacten, conn, contact.0, r, pos).await,
            Topic::Document(document) => self.actors.documents.open(conn, document, r, pos).await,
            Topic::Saldo(rekening) => self.actors.saldi.volg(conn, rekening, r).await,
            Topic::Inzage(persoon) => self.inzagebel.volg(conn, persoon, r).await,
        }
    }

    /// The line of it, and whom that names. Whoever sends the topic asks rights again when it is read and followed.
    async fn gekeken_bij_volgen(
        &self,
        conn: &Conn,
        topic: Topic,
    ) -> Result<(Toegang, BTreeSet<PersoonId>), Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.toegang(conn, topic);
            let named = self.gekeken_naar(&look, conn.wie(), VOLGEN, topic.to_string(), toegang).await?;
            Ok((toegang, named))
        })
        .await
    }

    /// How far the one at the other end may look into what a topic shows: *niets* when not far enough for this topic.
    fn toegang(&self, conn: &Conn, topic: Topic) -> Toegang {
        let (wie, rechten) = (conn.wie(), &self.deps.rechten);
        let has = match topic {
            Topic::ZaakDat(zaak) | Topic::ZaakRij(zaak) | Topic::ZaakWat(zaak) | Topic::ZaakTafel(zaak) => {
                rechten.op_zaak(wie, zaak)
            }
            Topic::Persoon(persoon) => rechten.op_persoon(wie, persoon),
            Topic::Gesprek(gesprek) => rechten.op_gesprek(wie, gesprek),
            Topic::Contact(contact) => rechten.op_contact(wie, contact),
            Topic::Thuis(_) => own(may_follow(&self.overzicht, wie, topic)),
            Topic::HuishoudenWat(id) | Topic::Huishouden(id) => rechten.op_huishouden(wie, id),
            Topic::ZaakHuishouden(zaak) => self.als_huisgenoot(conn, zaak),
            Topic::Document(document) | Topic::Kantlijn(document) => rechten.op_document(wie, document),
            Topic::Saldo(rekening) => rechten.op_rekening(wie, rekening),
            Topic::PlanWat(plan) | Topic::PlanTafel(plan) => rechten.op_plan(wie, plan),
            Topic::SignaalWat(signaal) => rechten.op_signaal(wie, signaal),
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
            | Topic::ZaakTaak(..)
            | Topic::Afspraak(_)
            | Topic::ZaakBrieven(_)
            | Topic::Acties(_)
            | Topic::Plan(_)
            | Topic::Plannen(_)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_)
            | Topic::ZaakBesluit(_)
            | Topic::ZaakTeAccorderen(_)
            | Topic::ZaakVerdeling(_)
            | Topic::Toekenningen(_)
            | Topic::Toestemmingen(_)
            | Topic::Glazen(_)
            | Topic::Leiding(_)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::Aandacht(..) => own(may_follow(&self.overzicht, wie, topic)),
            Topic::Werkvoorraad(who) | Topic::Nieuw(who) | Topic::Gesprekken(who) => own(who == wie.id),
            Topic::Inzage(persoon) => own(op_inzage(wie, persoon)),
            Topic::Caseload(gemeente) if gemeente == wie.gemeente => toegang_caseload(wie),
            Topic::Caseload(_) => Toegang::Niets,
        };
        if has >= topic.eis().toegang() { has } else { Toegang::Niets }
    }

    fn als_huisgenoot(&self, conn: &Conn, zaak: keukentafel::domain::ids::ZaakId) -> Toegang {
        let (wie, all) = (conn.wie(), self.overzicht.lees());
        let known = |all: &Gemeenteoverzicht| {
            all.toegang_als_huisgenoot(wie, zaak).max(all.toegang_als_medelid(wie, zaak))
        };
        all.gemeente(wie.gemeente).map_or(Toegang::Niets, known)
    }

    /// It follows `topic` no more.
    pub async fn unsub(&self, conn: &Arc<Conn>, topic: Topic) {
        let gemeente = conn.wie().gemeente;
        let key = |id| EntityKey { gemeente, id };
        match topic {
            Topic::ZaakDat(_)
            | Topic::ZaakVerdeling(_)
            | Topic::ZaakRij(_)
            | Topic::Werkvoorraad(_)
            | Topic::Nieuw(_)
            | Topic::Gesprekken(_)
            | Topic::Caseload(_)
            | Topic::ZaakHuishouden(_)
            | Topic::HuishoudenWat(_)
            | Topic::Huishouden(_)
            | Topic::Thuis(_) => {
                self.projector.verlaat(conn, topic);
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
            | Topic::ZaakTaak(..)
            | Topic::Afspraak(_)
            | Topic::ZaakBrieven(_)
            | Topic::Acties(_)
            | Topic::Plan(_)
            | Topic::Plannen(_)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_)
            | Topic::ZaakBesluit(_)
            | Topic::ZaakTeAccorderen(_)
            | Topic::Toekenningen(_)
            | Topic::Toestemmingen(_)
            | Topic::Glazen(_)
            | Topic::Leiding(_)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::Aandacht(..) => self.projector.verlaat(conn, topic),
            Topic::PlanWat(plan) => drop(self.actors.plannen.notify(key(plan.0), Msg::Verlaat(conn.id()))),
            Topic::SignaalWat(signaal) => {
                self.actors.signalen.notify(key(signaal.0), Msg::Verlaat(conn.id()));
            }
            Topic::ZaakWat(zaak) => drop(self.actors.zaken.notify(key(zaak.0), Msg::Verlaat(conn.id()))),
            Topic::Persoon(persoon) => {
                self.actors.personen.notify(key(persoon.0), Msg::Verlaat(conn.id()));
            }
            Topic::Gesprek(gesprek) => {
                self.actors.gesprekken.notify(key(gesprek.0), Msg::Verlaat(conn.id()));
            }
            Topic::Kantlijn(document) => {
                self.actors.kantlijnen.notify(key(document.0), Msg::Verlaat(conn.id()));
            }
            Topic::ZaakTafel(_) | Topic::PlanTafel(_) => self.actors.aanwezigheid.verlaat(conn, topic),
            Topic::Contact(contact) => {
                self.actors.contacten.notify(key(contact.0), Msg::Verlaat(conn.id()));
            }
            Topic::Document(document) => self.actors.documents.leave(conn.id(), document).await,
            Topic::Saldo(rekening) => self.actors.saldi.verlaat(conn, rekening),
            Topic::Inzage(persoon) => self.inzagebel.verlaat(conn, persoon),
        }
    }

    /// At which part of a zaak `conn` looks, which sits at it; of another topic it says nothing.
    pub fn kijkt_naar(&self, conn: &Arc<Conn>, topic: Topic, deel: Option<Zaakdeel>) {
        if let Topic::ZaakTafel(_) = topic {
            self.actors.aanwezigheid.kijkt_naar(conn, topic, deel);
        }
    }

    /// The connection is gone; `topics` are those it followed.
    pub async fn vertrek(&self, conn: &Arc<Conn>, topics: &[Topic]) {
        for topic in topics {
            self.unsub(conn, *topic).await;
        }
        self.projector.vertrek(conn.id());
        self.actors.aanwezigheid.vertrek(conn);
    }

    /// Frames with numbers that stand for no topic that the reader asked for were dropped: members of its bundles, or of `onderweg`,
    /// which it asks for just now. Each page that was hit is to be asked for again, once.
    pub async fn resync_van(&self, conn: &Arc<Conn>, verloren: Vec<TopicNumber>, onderweg: Option<Topic>) {
        let Some(first) = verloren.first().copied() else { return };
        self.projector.resync_van(conn, verloren);
        // Its actor knows whether `conn` follows it, and under which number. What the projector sends is among the above.
        if let Some(topic) = onderweg.filter(|topic| !is_van_projector(*topic)) {
            self.resync(conn, topic, first).await;
        }
    }

    /// Frames of topic `a` were dropped while the reader was slow, and there is room again.
    pub async fn resync(&self, conn: &Arc<Conn>, topic: Topic, a: TopicNumber) {
        let gemeente = conn.wie().gemeente;
        let key = |id| EntityKey { gemeente, id };
        match topic {
            Topic::ZaakDat(_)
            | Topic::ZaakVerdeling(_)
            | Topic::ZaakRij(_)
            | Topic::ZaakHuishouden(_)
            | Topic::HuishoudenWat(_)
            | Topic::Huishouden(_)
            | Topic::Thuis(_)
            | Topic::Werkvoorraad(_)
            | Topic::Nieuw(_)
            | Topic::Gesprekken(_)
            | Topic::Caseload(_)
            | Topic::ZaakTafel(_)
            | Topic::PlanTafel(_)
            | Topic::Groep(_)
            | Topic::PlanRij(_)
            | Topic::PlanDeelnemer(_)
            | Topic::PlanLid(..)
            | Topic::PlanPortaal(_)
            | Topic::PlanMeekijken(_)
            | Topic::Meekijken(_)
            | Topic::PlanPortaalLid(..)
            | Topic::PlanBijdragen(..)
            | Topic::PlanActie(..)
            | Topic::ZaakTaak(..)
            | Topic::Afspraak(_)
            | Topic::ZaakBrieven(_)
            | Topic::Acties(_)
            | Topic::Plan(_)
            | Topic::Plannen(_)
            | Topic::SignaalDat(_)
            | Topic::SignaalRij(_)
            | Topic::Signaal(_)
            | Topic::Signalen(_)
            | Topic::ZaakBesluit(_)
            | Topic::ZaakTeAccorderen(_)
            | Topic::Toekenningen(_)
            | Topic::Toestemmingen(_)
            | Topic::Glazen(_)
            | Topic::Leiding(_)
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
            | Topic::Aandacht(..) => {
                self.projector.resync(conn, a);
            }
            Topic::PlanWat(plan) => {
                self.actors.plannen.notify(key(plan.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::SignaalWat(signaal) => {
                self.actors.signalen.notify(key(signaal.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::ZaakWat(zaak) => {
                self.actors.zaken.notify(key(zaak.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::Persoon(persoon) => {
                self.actors.personen.notify(key(persoon.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::Gesprek(gesprek) => {
                self.actors.gesprekken.notify(key(gesprek.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::Kantlijn(document) => {
                self.actors.kantlijnen.notify(key(document.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::Contact(contact) => {
                self.actors.contacten.notify(key(contact.0), Msg::Resync(Arc::clone(conn)));
            }
            Topic::Document(document) => self.actors.documents.resync(conn, document).await,
            Topic::Saldo(rekening) => self.actors.saldi.resync(conn, rekening),
            Topic::Inzage(persoon) => self.inzagebel.resync(conn, persoon),
        }
    }
}

/// Of what is there for whoever may follow it and for nobody else.
fn own(may: bool) -> Toegang {
    if may { Toegang::Wat } else { Toegang::Niets }
}

/// Whether the projector sends this topic.
fn is_van_projector(topic: Topic) -> bool {
    match topic {
        Topic::ZaakDat(_)
        | Topic::ZaakVerdeling(_)
        | Topic::ZaakRij(_)
        | Topic::ZaakHuishouden(_)
        | Topic::HuishoudenWat(_)
        | Topic::Huishouden(_)
        | Topic::Thuis(_)
        | Topic::Werkvoorraad(_)
        | Topic::Nieuw(_)
        | Topic::Gesprekken(_)
        | Topic::Caseload(_)
        | Topic::Groep(_)
        | Topic::PlanRij(_)
        | Topic::PlanDeelnemer(_)
        | Topic::PlanLid(..)
        | Topic::PlanPortaal(_)
        | Topic::PlanMeekijken(_)
        | Topic::Meekijken(_)
        | Topic::PlanPortaalLid(..)
        | Topic::PlanBijdragen(..)
        | Topic::PlanActie(..)
        | Topic::ZaakTaak(..)
        | Topic::Afspraak(_)
        | Topic::ZaakBrieven(_)
        | Topic::Acties(_)
        | Topic::Plan(_)
        | Topic::Plannen(_)
        | Topic::SignaalDat(_)
        | Topic::SignaalRij(_)
        | Topic::Signaal(_)
        | Topic::Signalen(_)
        | Topic::ZaakBesluit(_)
        | Topic::ZaakTeAccorderen(_)
        | Topic::Toekenningen(_)
        | Topic::Toestemmingen(_)
        | Topic::Glazen(_)
        | Topic::Leiding(_)
        | Topic::Beschermd(_)
        | Topic::Nazicht(_)
        | Topic::Aandacht(..) => true,
        Topic::ZaakWat(_)
        | Topic::ZaakTafel(_)
        | Topic::Persoon(_)
        | Topic::Gesprek(_)
        | Topic::Kantlijn(_)
        | Topic::Contact(_)
        | Topic::Document(_)
        | Topic::Saldo(_)
        | Topic::PlanWat(_)
        | Topic::PlanTafel(_)
        | Topic::Inzage(_)
        | Topic::SignaalWat(_) => false,
    }
}

async fn volg<C: Concept>(
    directory: &Directory<Entity<C>>,
    conn: &Arc<Conn>,
    id: Uuid,
    r: u64,
    pos: Option<Pos>,
) -> Result<TopicNumber, Weigering> {
    let key = EntityKey { gemeente: conn.wie().gemeente, id };
    let ask = |reply| Msg::Volg { conn: Arc::clone(conn), r, pos: pos.clone(), reply };
    directory.ask(key, &(), ask).await
}
