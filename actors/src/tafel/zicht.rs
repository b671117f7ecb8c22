//! How far this node is: what it saw of the feed, whether it sees it, and whether it hears of others.

use keukentafel::store::{Journal, Position};
use tokio::sync::watch;

use super::Tafel;
use crate::bus::Mode;
use crate::limits::{BLIND_PATIENCE, POSITIE_VOORUIT_MAX, READ_SIDE_WAIT};
use crate::projector::{Feedstand, Zicht};
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
    pub(super) async fn met_zicht(&self) -> Result<Zicht, Weigering> {
        // Nothing could be written down of it either: who asks hears so at once, and nobody inside is broken by it.
        if self.deps.journal.is_away() {
            return Err(Weigering::GeenZicht);
        }
        self.projector.sight().sees_within(BLIND_PATIENCE).await.ok_or(Weigering::GeenZicht)
    }

    /// As [`Self::met_zicht`] for who asked rights already: without waiting.
    pub(super) fn zicht_nu(&self) -> Result<Zicht, Weigering> {
        if self.deps.journal.is_away() {
            return Err(Weigering::GeenZicht);
        }
        self.projector.sight().now().ok_or(Weigering::GeenZicht)
    }

    /// Whether what was decided with this sight may go out, after whatever was waited for meanwhile (G27).
    pub(super) fn nog_in_zicht(&self, zicht: Zicht) -> Result<(), Weigering> {
        if self.projector.sight().holds(zicht) { Ok(()) } else { Err(Weigering::GeenZicht) }
    }
}
