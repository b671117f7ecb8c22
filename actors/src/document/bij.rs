//! Reading on: another node wrote, or may have.

use keukentafel::guard::Bounds;
use keukentafel::store::{Fault, Journal};

use super::actor::Msg;
use super::live::Live;
use super::open;
use super::rows::Row;
use crate::directory::Admitted;
use crate::limits::REPLAY_ROWS_MAX;
use crate::weigering::Weigering;

/// Why the tail of the log was not read.
#[derive(Debug)]
pub(super) enum NietGelezen {
    /// The store is away for now; what is held is as true as it was.
    Nu(Fault),
    /// What is there does not fit with what is held: the actor ends, and its successor reads all of it.
    Ooit(Weigering),
}

impl From<Fault> for NietGelezen {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Unavailable(_) => Self::Nu(fault),
            Fault::Corrupt(_) | Fault::SyncFailed(_) => Self::Ooit(fault.into()),
        }
    }
}

impl From<Weigering> for NietGelezen {
    fn from(why: Weigering) -> Self {
        Self::Ooit(why)
    }
}

impl From<NietGelezen> for Weigering {
    fn from(why: NietGelezen) -> Self {
        match why {
            NietGelezen::Nu(fault) => fault.into(),
            NietGelezen::Ooit(why) => why,
        }
    }
}

impl Live {
    /// The log stands at this row: reads on when that is further than what is held. With a batch under way that waits: mostly it is that
    /// batch of which is told. What cannot be read now is read later. What is in quarantine stays as it is.
    ///
    /// # Errors
    /// When what is there does not fit.
    pub(super) async fn bij(&mut self, seq: u64) -> Result<(), Weigering> {
        self.said = self.said.max(seq);
        if self.said > self.seq && self.in_flight.is_empty() && self.quarantine.is_none() {
            self.lees_bij().await?;
        }
        Ok(())
    }

    /// Whether all is held that the log is said to have, as when it is told to who wrote it that it is stored; reads on first when it is not. What is
    /// in quarantine stays as it is.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn is_bij(&mut self) -> Result<bool, Weigering> {
        Ok(self.said <= self.seq || self.quarantine.is_some() || self.lees_bij().await?)
    }

    /// It may have closed or opened.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn ververs(&mut self) -> Result<(), Weigering> {
        self.te_verversen = true;
        self.lees_bij().await.map(drop)
    }

    /// What could not be read before is tried again.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn herlees(&mut self) -> Result<(), Weigering> {
        self.herlezen.ging();
        if self.te_verversen { self.ververs().await } else { self.bij(0).await }
    }

    /// Reads what the log has now; `false` when it cannot be read now, and is later.
    ///
    /// # Errors
    /// As [`Self::bij`].
    pub(super) async fn lees_bij(&mut self) -> Result<bool, Weigering> {
        match self.read_tail().await {
            Ok(()) => {
                self.herlezen.gelukt();
                self.te_verversen = false;
                // What was said and is not there is not waited for.
                self.said = self.seq;
                if self.followers.iter().any(|follower| follower.put_off) {
                    let state = self.state_vector();
                    self.followers.ask_put_off(&state);
                }
                Ok(true)
            }
            Err(NietGelezen::Nu(fault)) => {
                if let Some(wait) = self.herlezen.mislukt("document", &self.document, fault)? {
                    self.myself.send_after(wait, || Admitted::internal(Msg::Herlees));
                }
                Ok(false)
            }
            Err(NietGelezen::Ooit(why)) => Err(why),
        }
    }

    /// Reads what other nodes wrote after our last row. Waits for a read, never for a commit.
    ///
    /// # Errors
    /// When the journal cannot be read now, or what is there does not fit: memory may then lag behind it for good.
    pub(super) async fn read_tail(&mut self) -> Result<(), NietGelezen> {
        loop {
            let (gemeente, document) = (self.gemeente, self.document);
            let tail = self.deps.journal.document_tail(gemeente, document, self.seq, REPLAY_ROWS_MAX).await?;
            let tail = tail.ok_or(Weigering::NIET_GEVONDEN)?;
            self.status = tail.status;
            if self.quarantine.is_some() {
                return Ok(());
            }
            for (client, door) in &tail.clients {
                self.vooruit.bind(*client, open::writer(*door));
            }
            if tail.rows.is_empty() && self.seq < tail.seq {
                return Err(Weigering::Onbekend.into());
            }
            for row in &tail.rows {
                open::admit(&mut self.vooruit, &row.bytes, &Bounds::frame()).map_err(|refusal| {
                    let code = refusal.code();
                    tracing::error!(document.id = %document, row = row.seq, code, "a row of another node does not apply");
                    Weigering::Onbekend
                })?;
            }
            self.evolve(tail.rows.into_iter().map(Row::from).collect(), tail.clients)?;
            if self.seq >= tail.seq {
                return Ok(());
            }
        }
    }
}
