//! What the edge talks to: commands in, views out, topics to follow. Rights and the trail are seen to here, for every way in.

mod invoer;
mod lezen;
mod opdrachten;
mod uit_brp;
mod volgen;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

use keukentafel::clock::Clock;
use keukentafel::domain::contact::Contact;
use keukentafel::domain::gesprek::Gesprek;
use keukentafel::domain::huishouden::Huishouden;
use keukentafel::domain::ids::{CommandId, ContactId, DocumentId, GemeenteId, GesprekId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::Persoon;
use keukentafel::domain::zaak::Zaak;
use keukentafel::poort::brp::Brp;
use keukentafel::rng::Rng;
use keukentafel::store::{AuditRow, AuditUitkomst, Fault, SharedJournal, Write};
use tokio::sync::Notify;

use crate::aanwezigheid::Aanwezigheid;
use crate::boek::Medewerkersboek;
use crate::committer::{Committer, OnFatal, sign_daily};
use crate::deps::Deps;
use crate::directory::Directory;
use crate::document::Documents;
use crate::entity::{Entity, EntityKey, Msg};
use crate::hub::TopicNumbers;
use crate::limits::RECHECK;
use crate::overzicht::GedeeldOverzicht;
use crate::projector::{Herzien, Projector};
use crate::toezicht::Toezicht;
use crate::weigering::Weigering;

pub use self::lezen::ZakenPagina;
pub use crate::entity::{Gedaan, Kop};

/// What a node is started with.
pub struct TafelConfig {
    /// The record.
    pub journal: SharedJournal,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// Who works here.
    pub boek: Medewerkersboek,
    /// The BRP, where this installation has one.
    pub brp: Option<Arc<dyn Brp>>,
    /// What happens when the disk cannot be believed any more.
    pub on_fatal: OnFatal,
}

/// Everything alive on this node.
#[derive(Clone)]
pub struct Tafel {
    deps: Deps,
    boek: Arc<Medewerkersboek>,
    overzicht: GedeeldOverzicht,
    actors: Arc<Actors>,
    projector: Projector,
    toezicht: Toezicht,
    zaaknummers: Arc<Mutex<Zaaknummers>>,
    brp: Option<Arc<dyn Brp>>,
}

/// The last zaaknummer that this node handed out per municipality and year, so that two meldingen at once do not want the same.
type Zaaknummers = HashMap<(GemeenteId, i16), u32>;

struct Actors {
    personen: Directory<Entity<Persoon>>,
    zaken: Directory<Entity<Zaak>>,
    gesprekken: Directory<Entity<Gesprek>>,
    contacten: Directory<Entity<Contact>>,
    huishoudens: Directory<Entity<Huishouden>>,
    documents: Documents,
    aanwezigheid: Aanwezigheid,
}

impl Tafel {
    /// Brings a node to life: the read side first, then whoever asks rights of it.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn start(config: TafelConfig) -> Result<Self, Fault> {
        let TafelConfig { journal, clock, rng, boek, brp, on_fatal } = config;
        let new_events = Arc::new(Notify::new());
        let toezicht = Toezicht::new(Arc::clone(&on_fatal));
        let committer = Committer::start(journal.clone(), Arc::clone(&new_events), on_fatal);
        sign_daily(&committer, Arc::clone(&clock));
        let overzicht = GedeeldOverzicht::new(Projector::restore(&journal).await?);
        let boek = Arc::new(boek);
        let epoch: Arc<str> = rng.uuid(clock.now()).simple().to_string().into();
        let deps = Deps {
            journal,
            committer,
            clock,
            rng,
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::new(overzicht.clone()),
            namen: Arc::clone(&boek) as Arc<dyn crate::deps::Namen>,
            epoch,
        };
        let actors = Arc::new(Actors {
            personen: Directory::start(Entity::new(deps.clone())),
            zaken: Directory::start(Entity::new(deps.clone())),
            gesprekken: Directory::start(Entity::new(deps.clone())),
            contacten: Directory::start(Entity::new(deps.clone())),
            huishoudens: Directory::start(Entity::new(deps.clone())),
            documents: Documents::start(deps.clone()),
            aanwezigheid: Aanwezigheid::start(deps.clone()),
        });
        tokio::spawn(recheck(Arc::downgrade(&actors)));
        let herzien = Arc::clone(&actors) as Arc<dyn Herzien>;
        let projector = Projector::start(deps.clone(), overzicht.clone(), herzien, new_events).await?;
        for (naam, cell) in [
            ("directory of personen", actors.personen.cell()),
            ("directory of zaken", actors.zaken.cell()),
            ("directory of gesprekken", actors.gesprekken.cell()),
            ("directory of contacten", actors.contacten.cell()),
            ("directory of huishoudens", actors.huishoudens.cell()),
            ("directory of documenten", actors.documents.cell()),
            ("aanwezigheid", actors.aanwezigheid.cell()),
            ("projector", projector.cell()),
        ] {
            toezicht.bewaak(naam, cell);
        }
        Ok(Self { deps, boek, overzicht, actors, projector, toezicht, zaaknummers: Arc::default(), brp })
    }

    /// The documents.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.actors.documents
    }

    /// The read side.
    #[must_use]
    pub fn overzicht(&self) -> &GedeeldOverzicht {
        &self.overzicht
    }

    /// Who works here.
    #[must_use]
    pub fn boek(&self) -> &Medewerkersboek {
        &self.boek
    }

    /// Whether this node follows the feed. While it does not, rights stand still; when it cannot any more, the node ends.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        self.projector.is_healthy()
    }

    /// Writes lines of the trail; they are durable when this returns.
    ///
    /// # Errors
    /// When the trail cannot take them: what they were to tell must then not happen.
    pub async fn audit(&self, gemeente: GemeenteId, rows: Vec<AuditRow>) -> Result<(), Weigering> {
        match self.deps.committer.write(Write::Audit { gemeente, rows }).await {
            Ok(Ok(Ok(_))) => Ok(()),
            Ok(Ok(Err(refusal))) => Err(refusal.into()),
            Ok(Err(fault)) => Err(fault.into()),
            Err(_) => Err(Weigering::Bezig),
        }
    }

    /// A line of the trail for `wie`, now.
    pub(crate) fn regel(&self, wie: &Wie, handeling: &str, object: String, code: Option<&str>) -> AuditRow {
        AuditRow {
            at: self.deps.clock.now(),
            wie: Some(wie.id),
            rol: Some(wie.rol.word().to_owned()),
            sessie: Some(wie.sessie),
            handeling: handeling.to_owned(),
            object,
            uitkomst: if code.is_some() { AuditUitkomst::Geweigerd } else { AuditUitkomst::Gelukt },
            code: code.map(str::to_owned),
            cmd_id: None,
        }
    }

    /// A line for a command that was refused before it reached an actor.
    pub(crate) fn regel_opdracht(
        &self,
        wie: &Wie,
        handeling: &str,
        command: CommandId,
        code: &str,
    ) -> AuditRow {
        AuditRow { cmd_id: Some(command), ..self.regel(wie, handeling, "opdracht".to_owned(), Some(code)) }
    }

    /// Lets everything finish: what was accepted is committed and answered.
    pub async fn stop(&self) {
        self.toezicht.stop();
        self.actors.aanwezigheid.stop();
        self.actors.documents.stop().await;
        self.actors.personen.stop().await;
        self.actors.zaken.stop().await;
        self.actors.gesprekken.stop().await;
        self.actors.contacten.stop().await;
        self.actors.huishoudens.stop().await;
        self.projector.stop().await;
    }
}

/// Looks at everybody's rights once in a while, though every event that changes one is told: what was missed must not last. Ends
/// with the node.
async fn recheck(actors: Weak<Actors>) {
    loop {
        tokio::time::sleep(RECHECK).await;
        let Some(actors) = actors.upgrade() else { return };
        actors.documents.recheck_all();
    }
}

impl std::fmt::Debug for Tafel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Tafel({})", self.deps.epoch)
    }
}

impl Herzien for Actors {
    fn zaak(&self, gemeente: GemeenteId, zaken: &[ZaakId], persoon: PersoonId) {
        for zaak in zaken {
            self.zaken.notify(EntityKey { gemeente, id: zaak.0 }, Msg::Recheck);
        }
        self.personen.notify(EntityKey { gemeente, id: persoon.0 }, Msg::Recheck);
        self.aanwezigheid.recheck(gemeente, zaken);
    }

    fn contacten(&self, gemeente: GemeenteId, contacten: &[ContactId]) {
        for contact in contacten {
            self.contacten.notify(EntityKey { gemeente, id: contact.0 }, Msg::Recheck);
        }
    }

    fn gesprek(&self, gemeente: GemeenteId, gesprek: GesprekId, documenten: &[DocumentId]) {
        self.gesprekken.notify(EntityKey { gemeente, id: gesprek.0 }, Msg::Recheck);
        for document in documenten {
            self.documents.recheck(*document);
        }
    }
}
