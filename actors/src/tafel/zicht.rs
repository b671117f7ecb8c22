//! How far this node is: what it saw of the feed, whether it sees it, and whether it hears of others.

use std::sync::{Arc, Mutex, PoisonError};

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::store::{Journal, Position};
use tokio::sync::watch;

use super::Tafel;
use crate::bus::Mode;
use crate::limits::{BLIND_PATIENCE, POSITIE_VOORUIT_MAX, READ_SIDE_WAIT};
use crate::overzicht::GedeeldOverzicht;
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
    /// which it began still holds after all of that, however long any of it took, and the rights that its lines rest on are there still: what was
    /// allowed then may have ended since (G27).
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
        let look = Look::default();
        let found = kijk(look.clone()).await;
        // A refusal too: it was decided with the same sight.
        if !sight.holds(zicht) {
            return Err(Weigering::GeenZicht);
        }
        match look.verloren(&self.overzicht) {
            None => found,
            Some(Gevraagd { wie, handeling, object, weigering, .. }) => {
                // The look is in the trail as one that was allowed; that nothing was shown belongs there too. Of what is no verdict the edge writes it.
                if let Weigering::Geweigerd { code } = weigering {
                    let rows = self.deps.regels(&wie, &handeling, object, Some(code));
                    self.audit(wie.gemeente, rows).await?;
                }
                Err(weigering)
            }
        }
    }
}

/// What somebody looks with, inside [`Tafel::in_zicht`] and nowhere else. It keeps what was asked of rights before each line was written.
#[derive(Clone, Default)]
pub(super) struct Look(Arc<Mutex<Vec<Gevraagd>>>);

/// What a line of the trail rests on.
struct Gevraagd {
    wie: Wie,
    handeling: String,
    object: String,
    /// What rights are asked about, as objects, and how far they reached.
    rechten: Vec<(String, Toegang)>,
    /// What is answered when they reach less far at the end.
    weigering: Weigering,
}

impl Look {
    /// A line about one thing is to be written: without the right to it, it is not there.
    pub(super) fn naar(&self, all: &GedeeldOverzicht, wie: &Wie, handeling: &str, object: &str) {
        self.vraag(all, wie, (handeling, object), vec![object.to_owned()], Weigering::NIET_GEVONDEN);
    }

    /// A line about a list is to be written on which these stand: asked again, it is another list.
    pub(super) fn lijst(
        &self,
        all: &GedeeldOverzicht,
        wie: &Wie,
        (handeling, object): (&str, &str),
        shown: &[PersoonId],
    ) {
        let objects = shown.iter().map(|persoon| format!("persoon/{persoon}")).collect();
        self.vraag(all, wie, (handeling, object), objects, Weigering::Bezig);
    }

    fn vraag(
        &self,
        all: &GedeeldOverzicht,
        wie: &Wie,
        (handeling, object): (&str, &str),
        objects: Vec<String>,
        weigering: Weigering,
    ) {
        let all = all.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return };
        let far = |object: String| {
            let toegang = all.toegang_object(wie, &object);
            (object, toegang)
        };
        let rechten = objects.into_iter().map(far).filter(|(_, toegang)| *toegang > Toegang::Niets).collect();
        let (wie, handeling, object) = (wie.clone(), handeling.to_owned(), object.to_owned());
        let asked = Gevraagd { wie, handeling, object, rechten, weigering };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(asked);
    }

    /// The first of what was asked of which a right reaches less far now.
    fn verloren(&self, all: &GedeeldOverzicht) -> Option<Gevraagd> {
        let asked = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        let all = all.lees();
        let less = |it: &Gevraagd| {
            let now = |object: &str| {
                all.gemeente(it.wie.gemeente)
                    .map_or(Toegang::Niets, |all| all.toegang_object(&it.wie, object))
            };
            it.rechten.iter().any(|(object, far)| now(object) < *far)
        };
        asked.into_iter().find(less)
    }
}
