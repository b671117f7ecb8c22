//! Reading on: the journal is ahead of what is held, mostly because another node added to it.

use keukentafel::store::{Fault, Journal, codec};

use super::actor::{Me, Msg, State};
use super::concept::Concept;
use crate::directory::{Admitted, Kind};
use crate::entity::Entity;
use crate::weigering::Weigering;

impl<C: Concept> State<C> {
    /// Reads what is committed beyond what is held.
    pub(super) async fn reload(&mut self) -> Result<(), Fault> {
        let tail = self.deps.journal.load(self.key.gemeente, self.stream(), self.live.versie).await?;
        for stored in &tail {
            self.live.read(stored, &*self.deps.namen)?;
        }
        Ok(())
    }

    /// Reads on when the journal is ahead. With an append under way that waits: mostly it is that append of which is told. What cannot be read
    /// now is read later.
    ///
    /// # Errors
    /// When what is there cannot be read.
    pub(super) async fn bij(&mut self, me: &Me<C>, versie: u64) -> Result<(), Fault> {
        self.gezegd = self.gezegd.max(versie);
        if self.is_achter() {
            self.lees_bij(me).await?;
        }
        Ok(())
    }

    /// The same for who asks: `Err` says that the journal is ahead and cannot be read now.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn bijgelezen(&mut self, me: &Me<C>) -> Result<Result<(), Weigering>, Fault> {
        self.bij(me, 0).await?;
        Ok(if self.is_achter() { Err(Weigering::Onbekend) } else { Ok(()) })
    }

    fn is_achter(&self) -> bool {
        self.gezegd > self.live.versie && !self.schrijft()
    }

    /// Reads what is committed beyond what is held, and tells it. Of somebody new in it the trail has no line of those who have it open: they
    /// ask again. `false` when it cannot be read now.
    ///
    /// # Errors
    /// When what is there cannot be read.
    pub(super) async fn lees_bij(&mut self, me: &Me<C>) -> Result<bool, Fault> {
        let read = self.deps.journal.load(self.key.gemeente, self.stream(), self.live.versie).await;
        let tail = match read {
            Ok(tail) => tail,
            Err(fault) => {
                if let Some(wait) = self.herlezen.mislukt(Entity::<C>::NAME, &self.key, fault)? {
                    drop(me.send_after(wait, || Admitted::internal(Msg::Herlees)));
                }
                return Ok(false);
            }
        };
        for stored in &tail {
            let event = codec::decode::<C>(stored)?;
            self.live.read(stored, &*self.deps.namen)?;
            if event.is_some_and(|event| C::nieuw_in_beeld(&event).is_some()) {
                self.vraag_opnieuw(stored.header.door);
            }
            self.tell(&stored.header);
        }
        self.herlezen.gelukt();
        // What was said and is not there is not waited for.
        self.gezegd = self.live.versie;
        Ok(true)
    }
}
