//! What a lid says of an action that is theirs: that it is done, or not yet, and what became of that.

use serde::{Deserialize, Serialize};

use super::{Actie, Inhoud, Woord};
use crate::clock::Moment;
use crate::domain::ids::PersoonId;
use crate::domain::wat::Wat;
use crate::limits::EERDERE_MELDINGEN_MAX;

/// That a lid, who said that something is done, says that it is not yet.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct NogNiet {
    /// What they say with it.
    pub toelichting: Option<Wat>,
    /// When.
    pub op: Moment,
    /// When somebody who leads the plan saw it, and left the action open.
    pub gezien: Option<Moment>,
}

/// That a lid says that something is done.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Actiemelding {
    /// Who says so.
    pub door: PersoonId,
    /// What they say with it.
    pub toelichting: Option<Wat>,
    /// When.
    pub op: Moment,
    /// As with a [`Doelreactie`].
    pub keer: Option<Moment>,
    /// What was asked of them since; it waits for them then.
    pub vraag: Option<Woord>,
    /// That they said since that it is not done yet.
    #[serde(default)]
    pub nog_niet: Option<NogNiet>,
    /// When who leads the plan opened the action again after it was confirmed: what was said stays to be read.
    #[serde(default)]
    pub heropend: Option<Moment>,
}

impl Actiemelding {
    /// Whether it still says that the action is done.
    #[must_use]
    pub fn geldt(&self) -> bool {
        self.nog_niet.is_none() && self.heropend.is_none()
    }
}

impl Actie {
    /// What a lid says of it that is not established: that it is done, or that it is not yet.
    fn open_melding(&self) -> Option<&Actiemelding> {
        self.gemeld.as_ref().filter(|_| self.gedaan_op.is_none())
    }

    /// Something newer comes in the place of what was reported: what was written with it, asked of it and answered stays to be read.
    pub(super) fn melding_wordt_eerder(&mut self) {
        self.eerder_gemeld.extend(self.gemeld.take());
        let over = self.eerder_gemeld.len().saturating_sub(EERDERE_MELDINGEN_MAX);
        self.eerder_gemeld.drain(..over);
    }

    /// Whether it was reported done and nobody said whether it is.
    #[must_use]
    pub fn wacht_op_bevestiging(&self) -> bool {
        self.open_melding().is_some_and(|melding| melding.geldt() && melding.vraag.is_none())
    }

    /// When a lid said that it is not done yet, as long as nobody who leads the plan saw that.
    #[must_use]
    pub fn nog_niet_ongezien(&self) -> Option<Moment> {
        let said = self.open_melding()?.nog_niet.as_ref()?;
        said.gezien.is_none().then_some(said.op)
    }

    /// It is open: after it was done, or as a lid said that it is not done yet.
    pub(super) fn heropen(&mut self, at: Moment) {
        let was_done = self.gedaan_op.take().is_some();
        let Some(melding) = &mut self.gemeld else { return };
        match &mut melding.nog_niet {
            Some(said) if !was_done => said.gezien = Some(at),
            Some(_) | None => melding.heropend = Some(at),
        }
    }
}

impl Inhoud {
    /// Whether it was reported done and nobody said whether it is, since the leden see it: of what was kept from them meanwhile that would tell that it
    /// is the same.
    #[must_use]
    pub fn wacht_in_portaal(&self, actie: &Actie) -> bool {
        let melding = actie.gemeld.as_ref().filter(|_| actie.wacht_op_bevestiging());
        melding.is_some_and(|melding| melding.keer == self.keer_van(actie))
    }

    /// Whether it was reported done since the leden see it, and nobody confirmed it. What was asked on is between who leads the plan and who said so:
    /// for the other leden it stays reported, until who said so says that it is not done yet.
    #[must_use]
    pub fn gemeld_in_portaal(&self, actie: &Actie) -> bool {
        let melding = actie.open_melding();
        melding.is_some_and(|melding| melding.geldt() && melding.keer == self.keer_van(actie))
    }
}
