//! How far this node is: what it saw of the feed, whether it sees it, and whether it hears of others.

use keukentafel::store::{Journal, Position};
use tokio::sync::watch;

use super::Tafel;
use crate::bus::Mode;
use crate::limits::{BLIND_PATIENCE, POSITIE_VOORUIT_MAX, READ_SIDE_WAIT};
use crate::projector::Feedstand;
use crate::weigering::Weigering;

impl Tafel {
    /// Reads on: what was committed before this was asked, on whichever node, is shown after it. `false` when that takes longer than a second or the
    /// feed cannot be read.
    pub async fn lees_bij(&self) -> bool {
        matches!(tokio::time::timeout(READ_SIDE_WAIT, self.projector.catch_up()).await, Ok(true))
    }

    /// What is shown after this is of that place on the feed or later, as after a command: unless that takes longer than a second, or there is
    /// no such place in this history. One that is further than can be makes no work.
    pub async fn gezien_tot(&self, positie: Position) {
        let here = self.overzicht.lees().positie();
        if here < positie && positie.0 - here.0 <= POSITIE_VOORUIT_MAX {
            self.lees_bij().await;
        }
    }

    /// How far this node is on the feed, and how far behind its end, for who watches over it.
    #[must_use]
    pub fn feedstand(&self) -> (Position, Feedstand) {
        (self.overzicht.lees().positie(), self.projector.sight().stand(self.deps.clock.now()))
    }

    /// How this node hears of others, now and whenever that changes. `None` when there can be none.
    #[must_use]
    pub fn met_elkaar(&self) -> Option<watch::Receiver<Mode>> {
        self.deps.bus.mode()
    }

    /// Whether this node follows the feed. While it does not, rights stand still; when it cannot any more, the node ends.
    #[must_use]
    pub fn is_healthy(&self) -> bool {
        self.projector.is_healthy()
    }

    /// `true` from when this node sees the feed no more, `false` from when it sees it again: who has doors closes them meanwhile.
    #[must_use]
    pub fn blind(&self) -> watch::Receiver<bool> {
        self.projector.sight().watch()
    }

    /// Waits a moment when this node does not see the feed just now, as that mostly passes. Asked before rights are: what was decided without sight
    /// is not given out after it.
    pub async fn wacht_op_zicht(&self) {
        let _ = self.projector.sight().sees_within(BLIND_PATIENCE).await;
    }

    /// Nothing that rights guard goes out, and nothing is done by them, while nobody knows whether they still hold.
    /// Who asks just then waits a moment.
    pub(super) async fn met_zicht(&self) -> Result<(), Weigering> {
        // Nothing could be written down of it either: who asks hears so at once, and nobody inside is broken by it.
        if self.deps.journal.is_away() {
            return Err(Weigering::GeenZicht);
        }
        self.projector.sight().sees_within(BLIND_PATIENCE).await.map(drop).ok_or(Weigering::GeenZicht)
    }

    /// A whole look: `kijk` asks rights, has its line of the trail written and reads what there is to read. What comes of it goes out when the sight with
    /// which it began still holds after all of that, however long any of it took: what was allowed then may have ended since (G27).
    ///
    /// A line of a look is written with a [`Look`], and nobody else gives one out: so there is no way to look that is not asked this at its end.
    pub(super) async fn in_zicht<T>(
        &self,
        kijk: impl AsyncFnOnce(Look) -> Result<T, Weigering>,
    ) -> Result<T, Weigering> {
        if self.deps.journal.is_away() {
            return Err(Weigering::GeenZicht);
        }
        let sight = self.projector.sight();
        let zicht = sight.now().ok_or(Weigering::GeenZicht)?;
        let found = kijk(Look(())).await;
        // A refusal too: it was decided with the same sight.
        if sight.holds(zicht) { found } else { Err(Weigering::GeenZicht) }
    }
}

/// What somebody looks with, inside [`Tafel::in_zicht`] and nowhere else.
pub(super) struct Look(());
