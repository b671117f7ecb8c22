//! The one way from a command to its actor, and what every command is asked with.

use keukentafel::domain::aggregate::Context;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::StreamId;
use uuid::Uuid;

use crate::directory::Directory;
use crate::entity::{Ask, Bijvangst, Concept, Entity, EntityKey, Msg};
use crate::tafel::{Kop, Tafel};
use crate::weigering::Weigering;

impl Tafel {
    pub(in crate::tafel) fn context(&self, wie: &Wie) -> Context {
        let mens = self.deps.rechten.mens(wie);
        Context { wie: wie.clone(), now: self.deps.clock.now(), namens: wie.namens(), mens }
    }

    pub(in crate::tafel) fn nieuw_id(&self) -> Uuid {
        self.deps.rng.uuid(self.deps.clock.now())
    }

    /// A refusal before any actor was asked goes in the trail too.
    pub(super) async fn gekeurd<T>(
        &self,
        wie: &Wie,
        naam: &'static str,
        kop: Kop,
        keuring: Result<T, Weigering>,
    ) -> Result<T, Weigering> {
        if let Err(weigering) = &keuring {
            let row = self.regel_opdracht(wie, naam, kop.command, weigering.code());
            // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
            drop(self.audit(wie.gemeente, vec![row]).await);
        }
        keuring
    }

    #[expect(clippy::too_many_arguments, reason = "who, what, to which and with what")]
    pub(super) async fn vraag<C: Concept>(
        &self,
        directory: &Directory<Entity<C>>,
        wie: &Wie,
        handeling: &'static str,
        id: Uuid,
        command: C::Command,
        bijvangst: Bijvangst,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let namens = self.deps.rechten.namens(wie, StreamId { kind: C::KIND, id });
        self.vraag_namens(directory, wie, namens, handeling, id, command, bijvangst, kop).await
    }

    /// As [`Self::vraag`], where what is asked says for whom they stand in.
    #[expect(clippy::too_many_arguments, reason = "who, for whom, what, to which and with what")]
    pub(super) async fn vraag_namens<C: Concept>(
        &self,
        directory: &Directory<Entity<C>>,
        wie: &Wie,
        namens: Option<MedewerkerId>,
        handeling: &'static str,
        id: Uuid,
        command: C::Command,
        bijvangst: Bijvangst,
        kop: Kop,
    ) -> Result<Uitgevoerd, Weigering> {
        let key = EntityKey { gemeente: wie.gemeente, id };
        let context = self.context(wie);
        let context = Context { namens: namens.or(context.namens), ..context };
        let make = |reply| {
            Msg::Execute(Box::new(Ask {
                command: command.clone(),
                handeling,
                context: context.clone(),
                kop,
                bijvangst: bijvangst.clone(),
                oorzaak: None,
                reply,
            }))
        };
        let antwoord = directory.ask(key, &(), make).await?;
        Ok(self.met_positie(antwoord).await)
    }
}
