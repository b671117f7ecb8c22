//! What the edge talks to: commands in, views out, topics to follow. Rights and the trail are seen to here, for every way in.

mod berichten;
mod bewaartermijn;
mod blikken;
mod brieven;
mod concepten;
mod gevonden;
mod herzien;
mod identiteit;
mod invoer;
mod lezen;
mod nazicht;
mod nodes;
mod opdrachten;
mod openingen;
mod reacties;
mod uit_brp;
mod volgen;
mod weergaven;
mod wijkteam;
mod zicht;

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, Weak};

use keukentafel::clock::Clock;
use keukentafel::domain::beschikbaarheid::Beschikbaarheid;
use keukentafel::domain::brief::Brief;
use keukentafel::domain::contact::Contact;
use keukentafel::domain::document::Document;
use keukentafel::domain::gesprek::Gesprek;
use keukentafel::domain::groep::Groep;
use keukentafel::domain::huishouden::Huishouden;
use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{CommandId, GemeenteId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::nazicht::Nazicht;
use keukentafel::domain::overdracht::Overdracht;
use keukentafel::domain::persoon::Persoon;
use keukentafel::domain::plan::Plan;
use keukentafel::domain::signaal::Signaal;
use keukentafel::domain::toekenning::Toekenning;
use keukentafel::domain::zaak::Zaak;
use keukentafel::poort::allegro::Allegro;
use keukentafel::poort::brief::Briefdrukker;
use keukentafel::poort::brp::Brp;
use keukentafel::poort::mail::Mail;
use keukentafel::rng::Rng;
use keukentafel::store::{AuditRow, Fault, Journal, Refusal, SharedJournal, Write};
use tokio::sync::Notify;

use crate::aanwezigheid::Aanwezigheid;
use crate::beurt::{self, Beurt};
use crate::boek::Medewerkersboek;
use crate::bus::{Bus, Others};
use crate::committer::{Committer, OnFatal, sign_daily};
use crate::deps::Deps;
use crate::directory::Directory;
use crate::document::Documents;
use crate::entity::Entity;
use crate::hub::TopicNumbers;
use crate::inzagebel::Inzagebel;
use crate::limits::RECHECK;
use crate::overzicht::GedeeldOverzicht;
use crate::projector::{Herzien, Projector, Sight};
use crate::saldo::{Saldi, veeg_nachtelijks};
use crate::toezicht::Toezicht;
use crate::weigering::Weigering;

pub use self::concepten::Conceptplek;
pub use self::identiteit::Aanmelding;
pub use self::lezen::{
    MedewerkerZakenPagina, Sporen, TijdlijnPagina, TijdlijnPlek, Tijdlijnvraag, ZakenPagina,
};
pub(crate) use self::volgen::VOLGEN;
pub use self::wijkteam::Signalenpagina;
pub use crate::entity::{Gedaan, Kop};

/// What a node is started with.
pub struct TafelConfig {
    /// The record.
    pub journal: SharedJournal,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub rng: Arc<dyn Rng>,
    /// The name of this node, under which it has its turn at what one does for all.
    pub node: String,
    /// Who works here.
    pub boek: Medewerkersboek,
    /// Where balances come from, when that was set up.
    pub allegro: Option<Arc<dyn Allegro>>,
    /// The BRP, where this installation has one.
    pub brp: Option<Arc<dyn Brp>>,
    /// Who makes letters. Without one no letter is asked for.
    pub drukker: Option<Arc<dyn Briefdrukker>>,
    /// Who sends mail, where that was set up. Without one what is to go waits in the outbox.
    pub mail: Option<Arc<dyn Mail>>,
    /// How it hears of what other nodes record.
    pub others: Others,
    /// What happens when the disk cannot be believed any more.
    pub on_fatal: OnFatal,
}

/// Everything alive on this node.
#[derive(Clone)]
pub struct Tafel {
    deps: Deps,
    node: Arc<str>,
    boek: Arc<Medewerkersboek>,
    overzicht: GedeeldOverzicht,
    actors: Arc<Actors>,
    projector: Projector,
    toezicht: Toezicht,
    zaaknummers: Arc<Mutex<Zaaknummers>>,
    /// Asks for a sweep of the beheerrekeningen now.
    veeg_nu: Arc<Notify>,
    /// Asks for a look at terms that are over now.
    ruim_nu: Arc<Notify>,
    gevonden: gevonden::Gevonden,
    /// The last day on which answers of old commands were forgotten.
    antwoorden_tot: Arc<Mutex<Option<jiff::civil::Date>>>,
    brp: Option<Arc<dyn Brp>>,
    drukker: Option<Arc<dyn Briefdrukker>>,
    /// Says that there is a message in the outbox.
    berichtbel: Arc<Notify>,
    /// Tells residents that somebody looked.
    inzagebel: Inzagebel,
    /// Says of whom the trail has looks that may be looked back at.
    nazichtbel: Arc<nazicht::Nazichtbel>,
    /// How often protected dossiers were looked at.
    openingen: Arc<openingen::Openingen>,
}

/// The last zaaknummer that this node handed out per municipality and year, so that two meldingen at once do not want the same.
type Zaaknummers = HashMap<(GemeenteId, i16), u32>;

struct Actors {
    personen: Directory<Entity<Persoon>>,
    zaken: Directory<Entity<Zaak>>,
    gesprekken: Directory<Entity<Gesprek>>,
    /// Of each document what stands beside its text.
    kantlijnen: Directory<Entity<Document>>,
    medewerkers: Directory<Entity<Beschikbaarheid>>,
    identiteiten: Directory<Entity<Identiteit>>,
    groepen: Directory<Entity<Groep>>,
    plannen: Directory<Entity<Plan>>,
    signalen: Directory<Entity<Signaal>>,
    contacten: Directory<Entity<Contact>>,
    huishoudens: Directory<Entity<Huishouden>>,
    toekenningen: Directory<Entity<Toekenning>>,
    overdrachten: Directory<Entity<Overdracht>>,
    nazichten: Directory<Entity<Nazicht>>,
    brieven: Directory<Entity<Brief>>,
    documents: Documents,
    aanwezigheid: Aanwezigheid,
    saldi: Saldi,
    boek: Arc<Medewerkersboek>,
}

impl Tafel {
    /// Brings a node to life: the read side first, then whoever asks rights of it.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn start(config: TafelConfig) -> Result<Self, Fault> {
        let TafelConfig { journal, clock, rng, node, boek, allegro, brp, drukker, mail, others, on_fatal } =
            config;
        let node: Arc<str> = node.into();
        let bus = Bus::new(others);
        let new_events = Arc::new(Notify::new());
        let toezicht = Toezicht::new(Arc::clone(&on_fatal));
        let committer = Committer::start(journal.clone(), Arc::clone(&new_events), bus.clone(), on_fatal);
        sign_daily(&committer, Arc::clone(&clock));
        let kept = Projector::restore(&journal).await?;
        let overzicht = GedeeldOverzicht::new(kept.met_klok(Arc::clone(&clock)));
        let boek = Arc::new(boek);
        let epoch: Arc<str> = rng.uuid(clock.now()).simple().to_string().into();
        let deps = Deps {
            journal,
            committer,
            clock,
            rng,
            numbers: Arc::new(TopicNumbers::default()),
            rechten: Arc::new(overzicht.clone()),
            bus: bus.clone(),
            namen: Arc::clone(&boek) as Arc<dyn crate::deps::Namen>,
            epoch,
        };
        let actors = Arc::new(Actors {
            personen: Directory::start(Entity::new(deps.clone())),
            zaken: Directory::start(Entity::new(deps.clone())),
            gesprekken: Directory::start(Entity::new(deps.clone())),
            kantlijnen: Directory::start(Entity::new(deps.clone())),
            medewerkers: Directory::start(Entity::new(deps.clone())),
            identiteiten: Directory::start(Entity::new(deps.clone())),
            groepen: Directory::start(Entity::new(deps.clone())),
            plannen: Directory::start(Entity::new(deps.clone())),
            signalen: Directory::start(Entity::new(deps.clone())),
            contacten: Directory::start(Entity::new(deps.clone())),
            huishoudens: Directory::start(Entity::new(deps.clone())),
            toekenningen: Directory::start(Entity::new(deps.clone())),
            overdrachten: Directory::start(Entity::new(deps.clone())),
            nazichten: Directory::start(Entity::new(deps.clone())),
            brieven: Directory::start(Entity::new(deps.clone())),
            documents: Documents::start(deps.clone()),
            aanwezigheid: Aanwezigheid::start(deps.clone()),
            saldi: Saldi::start(deps.clone(), allegro).await,
            boek: Arc::clone(&boek),
        });
        toezicht.laat_lopen("second look at documents", recheck(Arc::downgrade(&actors)));
        let herzien = Arc::clone(&actors) as Arc<dyn Herzien>;
        let (projector, blikken) =
            Projector::start(deps.clone(), overzicht.clone(), herzien, Arc::clone(&new_events)).await?;
        overzicht.lees().gemeenten().for_each(|(gemeente, all)| {
            all.identiteiten().for_each(|(id, who)| boek.neem_op(gemeente, id, who));
        });
        let awake = Arc::downgrade(&actors);
        let saldi = move || awake.upgrade().map(|actors| actors.saldi.clone());
        let veeg_nu = Arc::new(Notify::new());
        let beurt = Beurt::new(&deps.journal, &node, "allegro", toezicht.einde());
        let veeg = veeg_nachtelijks(deps.clone(), overzicht.clone(), Arc::clone(&veeg_nu), beurt, saldi);
        toezicht.laat_werken("nightly sweep of rekeningen", veeg);
        let inzagebel = Inzagebel::start(deps.clone());
        for (naam, cell) in [
            ("inzagebel", inzagebel.cell()),
            ("directory of personen", actors.personen.cell()),
            ("directory of zaken", actors.zaken.cell()),
            ("directory of gesprekken", actors.gesprekken.cell()),
            ("directory of kantlijnen", actors.kantlijnen.cell()),
            ("directory of medewerkers", actors.medewerkers.cell()),
            ("directory of identiteiten", actors.identiteiten.cell()),
            ("directory of groepen", actors.groepen.cell()),
            ("directory of plannen", actors.plannen.cell()),
            ("directory of signalen", actors.signalen.cell()),
            ("directory of contacten", actors.contacten.cell()),
            ("directory of huishoudens", actors.huishoudens.cell()),
            ("directory of toekenningen", actors.toekenningen.cell()),
            ("directory of overdrachten", actors.overdrachten.cell()),
            ("directory of nazichten", actors.nazichten.cell()),
            ("directory of brieven", actors.brieven.cell()),
            ("directory of documenten", actors.documents.cell()),
            ("aanwezigheid", actors.aanwezigheid.cell()),
            ("directory of beheerrekeningen", actors.saldi.cell()),
            ("projector", projector.cell()),
        ] {
            toezicht.bewaak(naam, cell);
        }
        let tafel = Self {
            deps,
            node,
            boek,
            overzicht,
            actors,
            projector,
            toezicht,
            zaaknummers: Arc::default(),
            gevonden: gevonden::Gevonden::default(),
            antwoorden_tot: Arc::default(),
            veeg_nu,
            ruim_nu: Arc::default(),
            brp,
            drukker,
            berichtbel: Arc::default(),
            inzagebel,
            nazichtbel: Arc::default(),
            openingen: Arc::default(),
        };
        // Before anybody can follow it: what was is no news.
        tafel.tel_openingen().await;
        tafel.met_anderen(bus, new_events);
        let sight = Sight::tend(Arc::downgrade(tafel.projector.sight()));
        tafel.toezicht.laat_lopen("watch over the feed", sight);
        tafel.toezicht.laat_lopen("loop of bells and alarms", openingen::volg(tafel.clone()));
        tafel.toezicht.laat_lopen("loop of looks", blikken::schrijf(tafel.clone(), blikken));
        tafel.toezicht.laat_werken("loop of reactions", reacties::follow(tafel.clone()));
        tafel.toezicht.laat_werken("loop of terms", bewaartermijn::bewaak(tafel.clone()));
        tafel.toezicht.laat_werken("loop of letters", brieven::follow(tafel.clone()));
        if let Some(mail) = mail {
            tafel.toezicht.laat_werken("loop of messages", berichten::follow(tafel.clone(), mail));
        }
        tafel.toezicht.laat_werken("loop of looking back", nazicht::bewaak(tafel.clone()));
        Ok(tafel)
    }

    /// This node's turn at work that one does for all.
    fn beurt(&self, naam: &'static str) -> Beurt {
        Beurt::new(&self.deps.journal, &self.node, naam, self.toezicht.einde())
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

    /// The node's clock was moved: rights that begin or end by it are looked at now, and terms that are over.
    pub fn klok_verzet(&self) {
        self.projector.klok_verzet();
        self.ruim_nu.notify_one();
        self.nazichtbel.luid();
    }

    /// Writes lines of the trail; they are durable when this returns.
    ///
    /// # Errors
    /// When the trail cannot take them: what they were to tell must then not happen.
    pub async fn audit(&self, gemeente: GemeenteId, rows: Vec<AuditRow>) -> Result<(), Weigering> {
        // Whoever is refused meanwhile does not wait for a line that cannot be written.
        if self.deps.journal.is_away() {
            return Err(Weigering::GeenZicht);
        }
        let write = Write::Audit { gemeente, rows: rows.clone() };
        self.schrijf_met_sporen(gemeente, &rows, write).await?.map_err(Weigering::from)
    }

    /// Writes something that has these lines of the trail in it, and rings for who is to hear of them.
    async fn schrijf_met_sporen(
        &self,
        gemeente: GemeenteId,
        rows: &[AuditRow],
        write: Write,
    ) -> Result<Result<(), Refusal>, Weigering> {
        let seen = self.zichtbaar(gemeente, rows);
        let alarm = self.alarm(gemeente, rows);
        match self.deps.committer.write(write).await {
            Ok(Ok(Ok(_))) => {
                let bus = &self.deps.bus;
                seen.iter().for_each(|(persoon, at)| bus.gezien(gemeente, *persoon, *at));
                self.inzagebel.gezien(gemeente, seen);
                alarm.into_iter().for_each(|at| {
                    bus.geopend(gemeente, at);
                    self.openingen.bel.notify_one();
                });
                self.merk_blikken(gemeente, rows);
                Ok(Ok(()))
            }
            Ok(Ok(Err(refusal))) => Ok(Err(refusal)),
            Ok(Err(fault)) => Err(fault.into()),
            Err(_) => Err(Weigering::Bezig),
        }
    }

    /// A line of the trail for `wie`, now, that says nothing yet of about whom it is: what is about one object goes by
    /// [`Deps::regels`].
    pub(crate) fn regel(&self, wie: &Wie, handeling: &str, object: String, code: Option<&str>) -> AuditRow {
        self.deps.regel(wie, handeling, object, code)
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
        // First: what it does for all it asks of the actors below, and its turns are given away when nothing of it is under way.
        self.toezicht.werk_af().await;
        self.inzagebel.stop();
        self.actors.aanwezigheid.stop();
        self.actors.documents.stop().await;
        self.actors.personen.stop().await;
        self.actors.zaken.stop().await;
        self.actors.gesprekken.stop().await;
        self.actors.kantlijnen.stop().await;
        self.actors.saldi.stop().await;
        self.actors.medewerkers.stop().await;
        self.actors.identiteiten.stop().await;
        self.actors.groepen.stop().await;
        self.actors.plannen.stop().await;
        self.actors.signalen.stop().await;
        self.actors.contacten.stop().await;
        self.actors.huishoudens.stop().await;
        self.actors.toekenningen.stop().await;
        self.actors.overdrachten.stop().await;
        self.actors.nazichten.stop().await;
        self.actors.brieven.stop().await;
        self.projector.stop().await;
        beurt::geef_door(&self.deps.journal, &self.node).await;
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
