//! What every request and socket can reach.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::bevoegdheid::GROND_GEMACHTIGDE;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::{Machtiging, Medewerker, Rol, Wie};
use keukentafel::protocol::view::{GemeenteKort, Ik, RolKort, SessieWat, Vertegenwoordigde};
use keukentafel::rng::Rng;
use keukentafel::store::{AuditRow, SharedJournal};
use keukentafel_actors::boek::{Medewerkersboek, initiaal};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use keukentafel_actors::tafel::Tafel;
use keukentafel_actors::weigering::Weigering;

use crate::bronnen::Bronnen;
use crate::demo::Demo;
use crate::figures::Figures;
use crate::identiteit::Deuren;
use crate::limits::{TOELATING_BURST, TOELATING_PER_SECOND};
use crate::origin::Origins;
use crate::problem::Fout;
use crate::rate::Bucket;
use crate::routes::hint::Hints;
use crate::session::{Session, Sessions};
use crate::ws::Lines;

/// The server, as the edge sees it.
pub(crate) struct App {
    /// Everything that lives.
    pub(crate) tafel: Tafel,
    /// To ask whether the record can be reached.
    pub(crate) journal: SharedJournal,
    /// Who works here.
    pub(crate) boek: Medewerkersboek,
    /// Who is logged in.
    pub(crate) sessions: Sessions,
    /// Who has a socket open.
    pub(crate) lines: Lines,
    /// Which pages may speak to us.
    pub(crate) origins: Origins,
    /// Which outside systems may report signalen.
    pub(crate) bronnen: Bronnen,
    /// The time in which cases live; demo mode can move it.
    pub(crate) clock: Arc<SystemClock>,
    /// The machine's own time: sessions and allowances do not travel with demo mode's clock.
    pub(crate) wall: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
    /// Demo mode, when it is on.
    pub(crate) demo: Option<Demo>,
    /// The providers of identities, when they were set up.
    pub(crate) deuren: Option<Deuren>,
    /// Under which number residents reach the municipality.
    telefoon: Option<String>,
    pub(crate) figures: Figures,
    /// Who may tell us that a balance changed, when that was set up.
    pub(crate) hints: Option<Hints>,
    /// Sockets and whatever else must end before the process may.
    pub(crate) tasks: TaskTracker,
    draining: AtomicBool,
    /// How many sockets may still come in just now.
    toelating: Mutex<Bucket>,
}

/// Who stands in a line of the trail, as far as it is known.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Door {
    pub(crate) wie: Option<MedewerkerId>,
    pub(crate) rol: Option<Rol>,
    pub(crate) sessie: Option<Uuid>,
    /// For whom they come in.
    pub(crate) machtiging: Option<Machtiging>,
}

/// The roles of somebody, by name.
pub(crate) fn rollen_kort(who: &Medewerker) -> Vec<RolKort> {
    let kort = |rol: &Rol| RolKort { rol: *rol, naam: rol.naam().to_owned() };
    who.rollen.alle().iter().map(kort).collect()
}

/// What an [`App`] is made of.
pub(crate) struct Parts {
    pub(crate) tafel: Tafel,
    pub(crate) journal: SharedJournal,
    pub(crate) boek: Medewerkersboek,
    pub(crate) sessions: Sessions,
    pub(crate) origins: Origins,
    pub(crate) bronnen: Bronnen,
    pub(crate) clock: Arc<SystemClock>,
    pub(crate) wall: Arc<dyn Clock>,
    pub(crate) rng: Arc<dyn Rng>,
    pub(crate) demo: Option<Demo>,
    pub(crate) deuren: Option<Deuren>,
    pub(crate) telefoon: Option<String>,
    pub(crate) figures: Figures,
    pub(crate) lines: Lines,
    pub(crate) hints: Option<Hints>,
}

impl App {
    pub(crate) fn new(parts: Parts) -> Arc<Self> {
        let Parts {
            tafel,
            journal,
            boek,
            sessions,
            origins,
            bronnen,
            clock,
            wall,
            rng,
            demo,
            deuren,
            telefoon,
            figures,
            lines,
            hints,
        } = parts;
        let (tasks, draining) = (TaskTracker::new(), AtomicBool::new(false));
        let toelating = Mutex::new(Bucket::full(TOELATING_BURST, TOELATING_PER_SECOND, wall.now()));
        Arc::new(Self {
            tafel,
            journal,
            boek,
            sessions,
            lines,
            origins,
            bronnen,
            clock,
            wall,
            rng,
            demo,
            deuren,
            telefoon,
            figures,
            hints,
            tasks,
            draining,
            toelating,
        })
    }

    /// Whether one more socket may come in now; else after how long.
    pub(crate) fn mag_binnen(&self) -> Result<(), Duration> {
        self.toelating.lock().unwrap_or_else(PoisonError::into_inner).take(self.wall.now())
    }

    /// No new work is to come here.
    pub(crate) fn drain(&self) {
        self.draining.store(true, Ordering::Release);
    }

    /// Whether the node is going away.
    pub(crate) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Acquire)
    }

    /// Somebody who may come in; `None` when they no longer work here.
    pub(crate) fn medewerker(&self, id: MedewerkerId) -> Option<Medewerker> {
        let who = self.boek.medewerker(id)?;
        let persoon = who.persoon.or_else(|| self.demo.as_ref()?.persoon_van(id));
        let machtiging = who.machtiging.or_else(|| self.demo.as_ref()?.machtiging_van(id));
        Some(Medewerker { persoon, machtiging, ..who })
    }

    /// Whether a session is of the same human being as `wie`: what somebody does for another is a session of theirs too, and they must be
    /// able to end it.
    pub(crate) fn is_eigen(&self, wie: &Wie, session: &Session) -> bool {
        let mens = |persoon: Option<PersoonId>, machtiging: Option<Machtiging>| {
            persoon.or(machtiging.map(|it| it.gemachtigde))
        };
        let own = mens(wie.persoon, wie.machtiging);
        let theirs = || self.medewerker(session.medewerker).and_then(|who| mens(who.persoon, who.machtiging));
        session.medewerker == wie.id || (own.is_some() && own == theirs())
    }

    /// Whether `wie` sees a session in the list of their own. In a session for another that list holds no other affairs.
    pub(crate) fn ziet_sessie(&self, wie: &Wie, session: &Session) -> bool {
        session.medewerker == wie.id || (wie.machtiging.is_none() && self.is_eigen(wie, session))
    }

    /// For whom a session is, by name, when it is one for another.
    pub(crate) fn sessie_namens(&self, session: &Session) -> Option<Vertegenwoordigde> {
        let who = self.medewerker(session.medewerker)?;
        Some(self.vertegenwoordigde(who.gemeente, who.machtiging?.voor))
    }

    /// Whether a session may go on: whose it is still works here, in its role.
    pub(crate) fn mag_blijven(&self, session: &Session) -> bool {
        let may = |who: &Medewerker| session.rol.is_none_or(|rol| who.rollen.bevat(rol));
        self.boek.medewerker(session.medewerker).as_ref().is_some_and(may)
    }

    /// Who is logged in, as they see themselves.
    pub(crate) fn ik(&self, wie: &Wie, session: &Session) -> Ik {
        Ik {
            id: wie.id,
            naam: wie.naam.clone(),
            rol: wie.rol,
            rol_naam: wie.rol.naam().to_owned(),
            rollen: self.boek.medewerker(wie.id).map(|who| rollen_kort(&who)).unwrap_or_default(),
            initiaal: initiaal(&wie.naam),
            gemeente: GemeenteKort {
                id: wie.gemeente,
                naam: self.boek.gemeente(wie.gemeente).to_owned(),
                telefoon: self.telefoon.clone(),
            },
            team: wie.rol.domein(),
            persoon: wie.persoon,
            namens: wie.machtiging.map(|it| self.vertegenwoordigde(wie.gemeente, it.voor)),
            sessie: SessieWat {
                deur: session.deur,
                opgestapt_tot: session.opgestapt_tot.filter(|until| *until > self.wall.now()),
                verloopt_op: self.sessions.verloopt_op(session),
                uiterlijk_op: session.uiterlijk_op,
            },
        }
    }

    /// For whom somebody comes in, as the portal says it on every page.
    fn vertegenwoordigde(&self, gemeente: GemeenteId, persoon: PersoonId) -> Vertegenwoordigde {
        let all = self.tafel.overzicht().lees();
        let kort = all.gemeente(gemeente).and_then(|all| all.persoon(persoon)?.kort(persoon));
        Vertegenwoordigde { persoon, naam: kort.map_or_else(|| "–".to_owned(), |kort| kort.naam) }
    }

    /// Puts an act or refusal of the edge itself in the trail; it is there before this returns.
    pub(crate) async fn audit(&self, wie: &Wie, handeling: &str, object: &str, code: Option<&str>) {
        let door = Door {
            wie: Some(wie.id),
            rol: Some(wie.rol),
            sessie: Some(wie.sessie),
            machtiging: wie.machtiging,
        };
        self.audit_door(wie.gemeente, door, handeling, object, code).await;
    }

    /// As [`Self::audit`], of whom less is known than who acts: they are at the door. For what closes or was refused: that stands also without
    /// its line, and the log says that there is none.
    pub(crate) async fn audit_door(
        &self,
        gemeente: GemeenteId,
        door: Door,
        handeling: &str,
        object: &str,
        code: Option<&str>,
    ) {
        if self.in_spoor(gemeente, door, handeling, object, code).await.is_ok() {
            return;
        }
        match code {
            // Nothing was shown or done that the trail would have to tell.
            Some(_) => tracing::warn!(handeling, "a line of the trail could not be written"),
            None => {
                tracing::error!(handeling, "this was done, and its line of the trail could not be written")
            }
        }
    }

    /// A line of the trail for what opens something, which must not happen without it.
    ///
    /// # Errors
    /// When it could not be written: then nothing may open.
    pub(crate) async fn in_spoor(
        &self,
        gemeente: GemeenteId,
        door: Door,
        handeling: &str,
        object: &str,
        code: Option<&str>,
    ) -> Result<(), Weigering> {
        let row = AuditRow {
            wie: door.wie,
            rol: door.rol.map(|rol| rol.word().to_owned()),
            sessie: door.sessie,
            namens: door.machtiging.map(|it| it.namens()),
            // Whom it is for is told that somebody came in for them.
            betrokkenen: door.machtiging.map(|it| it.voor).into_iter().collect(),
            grond: door.machtiging.filter(|_| code.is_none()).map(|_| GROND_GEMACHTIGDE.to_owned()),
            ..AuditRow::new(self.clock.now(), handeling, object)
        };
        self.tafel.audit(gemeente, vec![row.met_code(code)]).await
    }

    /// Makes the sessions of this moment outlive the process.
    pub(crate) async fn save_sessions(&self) -> Result<(), Fout> {
        Ok(self.sessions.save().await?)
    }
}
