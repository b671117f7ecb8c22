//! Reading on: the journal is ahead of what is held, as another transaction changed who looks after it or another node asked the source.

use keukentafel::domain::beheerrekening::Beheerrekening;
use keukentafel::domain::ids::Version;
use keukentafel::store::{Fault, Journal};

use super::actor::{Me, Msg, State};
use crate::directory::{Admitted, Slot};
use crate::entity::Ask;
use crate::weigering::Weigering;

impl State {
    /// Reads what is committed beyond what is held.
    pub(super) async fn reload(&mut self) -> Result<(), Fault> {
        let tail = self.deps.journal.load(self.key.gemeente, self.stream(), self.live.versie).await?;
        for stored in &tail {
            self.live.read(stored)?;
        }
        Ok(())
    }

    /// Reads on when the journal is ahead. With an append under way nothing is read: it conflicts, and reads then. What cannot be read now is
    /// read later.
    ///
    /// # Errors
    /// When what is there cannot be read.
    pub(super) async fn bij(&mut self, me: &Me, versie: Version) -> Result<(), Fault> {
        self.gezegd = self.gezegd.max(versie);
        if self.is_achter() && self.lees_bij(me).await? {
            self.publish(me);
        }
        Ok(())
    }

    /// The same for who asks: `Err` says that the journal is ahead and cannot be read now.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn bijgelezen(&mut self, me: &Me) -> Result<Result<(), Weigering>, Fault> {
        self.bij(me, 0).await?;
        Ok(if self.is_achter() { Err(Weigering::Onbekend) } else { Ok(()) })
    }

    /// Decides on a command, on what is there now.
    pub(super) async fn vraag_bijgelezen(
        &mut self,
        me: &Me,
        ask: Box<Ask<Beheerrekening>>,
        slot: Slot,
    ) -> Result<(), Fault> {
        match self.bijgelezen(me).await? {
            Ok(()) => self.vraag(me, ask, slot),
            // Nothing was done.
            Err(_) => drop(ask.reply.send(Err(Weigering::Bezig))),
        }
        Ok(())
    }

    fn is_achter(&self) -> bool {
        self.gezegd > self.live.versie && !self.schrijven.is_under_way()
    }

    /// Reads what is committed beyond what is held; `false` when it cannot be read now.
    ///
    /// # Errors
    /// When what is there cannot be read.
    pub(super) async fn lees_bij(&mut self, me: &Me) -> Result<bool, Fault> {
        match self.reload().await {
            Ok(()) => {
                self.herlezen.gelukt();
                // What was said and is not there is not waited for.
                self.gezegd = self.live.versie;
                Ok(true)
            }
            Err(fault) => {
                if let Some(wait) = self.herlezen.mislukt("beheerrekening", &self.key, fault)? {
                    drop(me.send_after(wait, || Admitted::internal(Msg::Herlees)));
                }
                Ok(false)
            }
        }
    }
}
