//! The system goes on from what happened: a signaal lands in a plan, a groep is free again.
//!
//! What there is to do stands in the read side, worked out from the record; what was done is known by command ids made from it. So
//! after a crash at any moment, and on several nodes at once, each is done exactly once. The event that led to it is its `oorzaak`.

use std::collections::HashSet;
use std::time::Duration;

use keukentafel::domain::aggregate::Context;
use keukentafel::domain::groep::GroepCommand;
use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::mens::Mens;
use keukentafel::domain::plan::PlanCommand;
use keukentafel::domain::signaal::SignaalCommand;
use keukentafel::store::{Lease, Position};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Kop, Tafel};
use crate::directory::Directory;
use crate::entity::{Ask, Bijvangst, Concept, Entity, EntityKey, Msg};
use crate::limits::LEASE_KIJK;
use crate::overzicht::Reactie;
use crate::weigering::Weigering;

/// Before something is tried again that could not be done now.
const AGAIN: Duration = Duration::from_secs(1);

/// Follows the read side and does what there is to do; ends with the node.
pub(super) async fn follow(tafel: Tafel) {
    let mut progress = tafel.projector.vooruitgang();
    let mut beurt = tafel.beurt("reacties");
    // What a rule refused stays undone until something else happens to it.
    let mut refused: HashSet<(GemeenteId, Reactie, Position)> = HashSet::new();
    loop {
        if beurt.neem().await.is_none() {
            if !beurt.wacht(LEASE_KIJK, std::future::pending()).await {
                return;
            }
            continue;
        }
        progress.borrow_and_update();
        let mut todo = tafel.overzicht.lees().te_doen();
        refused.retain(|one| todo.contains(one));
        todo.retain(|one| !refused.contains(one));
        let mut left = false;
        for (gemeente, reactie, oorzaak) in todo {
            let Some(lease) = beurt.neem().await else {
                left = true;
                break;
            };
            match tafel.reageer(gemeente, reactie, oorzaak, Some(lease)).await {
                Ok(()) => {}
                Err(Weigering::Geweigerd { code }) => {
                    tracing::warn!(code, "what follows from an event was refused");
                    refused.insert((gemeente, reactie, oorzaak));
                }
                Err(_) => left = true,
            }
        }
        // Nothing new need happen for a second try, nor to keep the turn.
        let wait = if left { AGAIN } else { LEASE_KIJK };
        if !beurt.wacht(wait, async { progress.changed().await.is_ok() }).await {
            return;
        }
    }
}

/// Why the system does something, and in which turn.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct Aanleiding {
    /// The event that led to it.
    pub(super) oorzaak: Option<Position>,
    /// Refused when that turn is another node's by now.
    pub(super) onder: Option<Lease>,
}

impl Tafel {
    /// Does one thing that there is to do; done before, it changes nothing.
    pub(super) async fn reageer(
        &self,
        gemeente: GemeenteId,
        reactie: Reactie,
        oorzaak: Position,
        onder: Option<Lease>,
    ) -> Result<(), Weigering> {
        let kop = kop_van(reactie);
        let oorzaak = Aanleiding { oorzaak: Some(oorzaak), onder };
        let (groepen, plannen, signalen) =
            (&self.actors.groepen, &self.actors.plannen, &self.actors.signalen);
        match reactie {
            Reactie::Land { signaal, plan } => {
                let command = PlanCommand::NeemSignaalOp { signaal };
                self.vraag_zelf(plannen, gemeente, "NeemSignaalOp", plan.0, command, kop, oorzaak).await
            }
            Reactie::Koppel { signaal, plan } => {
                let command = SignaalCommand::KoppelAanPlan { plan };
                self.vraag_zelf(signalen, gemeente, "KoppelAanPlan", signaal.0, command, kop, oorzaak).await
            }
            Reactie::MaakVrij { groep, plan } => {
                let command = GroepCommand::MaakVrij { plan };
                self.vraag_zelf(groepen, gemeente, "MaakVrij", groep.0, command, kop, oorzaak).await
            }
        }
    }

    /// Asks this as the system.
    #[expect(clippy::too_many_arguments, reason = "where, what, to which and why")]
    pub(super) async fn vraag_zelf<C: Concept>(
        &self,
        directory: &Directory<Entity<C>>,
        gemeente: GemeenteId,
        handeling: &'static str,
        id: Uuid,
        command: C::Command,
        kop: Kop,
        aanleiding: Aanleiding,
    ) -> Result<(), Weigering> {
        let bijvangst = Bijvangst::default();
        self.vraag_zelf_met(directory, gemeente, handeling, id, command, bijvangst, kop, aanleiding).await
    }

    /// The same, with what else is recorded in its transaction.
    #[expect(clippy::too_many_arguments, reason = "where, what, to which, with what and why")]
    pub(super) async fn vraag_zelf_met<C: Concept>(
        &self,
        directory: &Directory<Entity<C>>,
        gemeente: GemeenteId,
        handeling: &'static str,
        id: Uuid,
        command: C::Command,
        bijvangst: Bijvangst,
        kop: Kop,
        Aanleiding { oorzaak, onder }: Aanleiding,
    ) -> Result<(), Weigering> {
        let bijvangst = Bijvangst { onder, ..bijvangst };
        let wie = Wie {
            id: MedewerkerId(Uuid::nil()),
            naam: String::new(),
            rol: Rol::Systeem,
            gemeente,
            persoon: None,
            machtiging: None,
            sessie: Uuid::nil(),
        };
        let context = Context { wie, now: self.deps.clock.now(), namens: None, mens: Mens::default() };
        let make = |reply| {
            Msg::Execute(Box::new(Ask {
                command: command.clone(),
                handeling,
                context: context.clone(),
                kop,
                bijvangst: bijvangst.clone(),
                oorzaak,
                reply,
            }))
        };
        directory.ask(EntityKey { gemeente, id }, &(), make).await.map(drop)
    }
}

/// The same for the same thing, on every node and after every start. No client can send an id of this kind: theirs are of version 7.
fn kop_van(reactie: Reactie) -> Kop {
    let (kind, one, other) = match reactie {
        Reactie::Land { signaal, plan } => ("land", signaal.0, plan.0),
        Reactie::Koppel { signaal, plan } => ("koppel", signaal.0, plan.0),
        Reactie::MaakVrij { groep, plan } => ("maak vrij", groep.0, plan.0),
    };
    eigen_kop(kind, one, other)
}

/// The head of a command that the system gives once for these.
pub(super) fn eigen_kop(kind: &str, one: Uuid, other: Uuid) -> Kop {
    let request_hash: [u8; 32] = Sha256::new()
        .chain_update(kind)
        .chain_update(one.as_bytes())
        .chain_update(other.as_bytes())
        .finalize()
        .into();
    let mut half = [0; 16];
    half.copy_from_slice(request_hash.split_at(16).0);
    Kop { command: CommandId(uuid::Builder::from_custom_bytes(half).into_uuid()), request_hash, if_v: None }
}
