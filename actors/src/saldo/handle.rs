//! What others hold of the beheerrekeningen.

use std::sync::Arc;

use keukentafel::domain::beheerrekening::Beheerrekening;
use keukentafel::domain::ids::{BeheerrekeningId, GemeenteId, Version};
use keukentafel::poort::allegro::Allegro;
use keukentafel::protocol::view::{SaldoWat, TransactieWat, Uitgevoerd};
use ractor::ActorCell;

use super::actor::{Msg, Saldo};
use super::bron::Bron;
use super::haal::Haaluitslag;
use super::herkans::Herkansingen;
use super::verschil::Verschillen;
use crate::deps::Deps;
use crate::directory::Directory;
use crate::entity::{Ask, EntityKey};
use crate::hub::{Conn, TopicNumber};
use crate::weigering::Weigering;

/// A page of transactions, newest first.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct TransactiePagina {
    /// The transactions.
    pub items: Vec<TransactieWat>,
    /// After which to go on, when there are more.
    pub volgende: Option<String>,
}

/// The beheerrekeningen of this node.
#[derive(Clone)]
pub struct Saldi {
    directory: Directory<Saldo>,
    pub(super) bron: Option<Bron>,
    verschillen: Verschillen,
    pub(super) herkansingen: Herkansingen,
}

impl Saldi {
    /// Starts with nobody looking. Without `allegro` what is recorded is shown, as of when it was.
    pub async fn start(deps: Deps, allegro: Option<Arc<dyn Allegro>>) -> Self {
        let bron = allegro.map(Bron::new);
        let verschillen = Verschillen::lees(deps.clone()).await;
        let herkansingen = Herkansingen::lees(deps.clone()).await;
        let kind = Saldo::new(deps, bron.clone(), verschillen.clone(), herkansingen.clone());
        Self { directory: Directory::start(kind), bron, verschillen, herkansingen }
    }

    /// Whether the parts of this one did not make up its balance the last time the source was asked.
    pub(crate) fn heeft_verschil(&self, gemeente: GemeenteId, id: BeheerrekeningId) -> bool {
        self.verschillen.heeft(gemeente, id)
    }

    /// Whether the last answer about this one was one that cannot be right.
    pub(crate) fn is_onjuist(&self, gemeente: GemeenteId, id: BeheerrekeningId) -> bool {
        self.herkansingen.is_onjuist(gemeente, id)
    }

    /// Who watches over it.
    pub(crate) fn cell(&self) -> ActorCell {
        self.directory.cell()
    }

    /// Asks a rekening to do something.
    pub(crate) async fn vraag(
        &self,
        key: EntityKey,
        make: impl Fn(tokio::sync::oneshot::Sender<Result<Uitgevoerd, Weigering>>) -> Ask<Beheerrekening> + Send,
    ) -> Result<Uitgevoerd, Weigering> {
        self.directory.ask(key, &(), move |reply| Msg::Execute(Box::new(make(reply)))).await
    }

    /// How a rekening stands; `None` when there is none. Rights were looked at by who asks.
    pub(crate) async fn bekijk(&self, key: EntityKey) -> Result<Option<SaldoWat>, Weigering> {
        self.directory.ask(key, &(), Msg::Bekijk).await
    }

    /// What was booked on it.
    pub(crate) async fn transacties(
        &self,
        key: EntityKey,
        na: Option<&str>,
        aantal: usize,
    ) -> Result<Option<TransactiePagina>, Weigering> {
        let ask = |reply| Msg::Transacties { na: na.map(str::to_owned), aantal, reply };
        self.directory.ask(key, &(), ask).await
    }

    /// `conn` follows a rekening from now on.
    pub(crate) async fn volg(
        &self,
        conn: &Arc<Conn>,
        id: BeheerrekeningId,
        r: u64,
    ) -> Result<TopicNumber, Weigering> {
        let ask = |reply| Msg::Volg { conn: Arc::clone(conn), r, reply };
        self.directory.ask(key(conn, id), &(), ask).await
    }

    /// It follows no more.
    pub(crate) fn verlaat(&self, conn: &Conn, id: BeheerrekeningId) {
        self.directory.notify(key(conn, id), Msg::Verlaat(conn.id()));
    }

    /// It lost frames and has room again.
    pub(crate) fn resync(&self, conn: &Arc<Conn>, id: BeheerrekeningId) {
        self.directory.notify(key(conn, id), Msg::Resync(Arc::clone(conn)));
    }

    /// Who may look into it changed.
    pub(crate) fn recheck(&self, key: EntityKey) {
        self.directory.notify(key, Msg::Recheck);
    }

    /// The journal holds this version of it.
    pub(crate) fn bij(&self, key: EntityKey, versie: Version) {
        self.directory.notify(key, Msg::Bij(versie));
    }

    /// The source says that this one changed: asks it at once. Nobody waits for the answer.
    pub(crate) async fn hint(&self, gemeente: GemeenteId, id: BeheerrekeningId) -> Result<(), Weigering> {
        self.directory.try_send(EntityKey { gemeente, id: id.0 }, &(), Msg::Haal(None)).await
    }

    /// Asks the source how this one stands, and waits for what comes of it.
    pub(super) async fn haal(
        &self,
        gemeente: GemeenteId,
        id: BeheerrekeningId,
    ) -> Result<Haaluitslag, Weigering> {
        self.directory.ask(EntityKey { gemeente, id: id.0 }, &(), |reply| Msg::Haal(Some(reply))).await
    }

    /// Lets everything finish.
    pub(crate) async fn stop(&self) {
        self.directory.stop().await;
    }
}

fn key(conn: &Conn, id: BeheerrekeningId) -> EntityKey {
    EntityKey { gemeente: conn.wie().gemeente, id: id.0 }
}
