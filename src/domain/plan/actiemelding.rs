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
    /// As with a [`super::Doelreactie`].
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

    /// Whether somebody who leads the plan did something with it.
    fn behandeld(&self) -> bool {
        let seen = self.nog_niet.as_ref().is_some_and(|said| said.gezien.is_some());
        self.vraag.is_some() || self.heropend.is_some() || seen
    }

    /// That it is not done yet was seen by who leads the plan, who said since how it is.
    fn zie_nog_niet(&mut self, at: Moment) {
        if let Some(said) = &mut self.nog_niet {
            said.gezien.get_or_insert(at);
        }
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

    /// How often this one reported it, since the leden see it so, and nobody who leads the plan did anything with that.
    pub(super) fn onbehandeld_van(&self, door: PersoonId, keer: Option<Moment>) -> usize {
        let latest_first = self.eerder_gemeld.iter().chain(&self.gemeld).rev();
        let waiting = latest_first.take_while(|melding| !melding.behandeld());
        waiting.filter(|melding| melding.door == door && melding.keer == keer).count()
    }

    /// It is done.
    pub(super) fn voltooi(&mut self, at: Moment) {
        self.gedaan_op = Some(at);
        if let Some(melding) = &mut self.gemeld {
            melding.zie_nog_niet(at);
        }
    }

    /// It is open: after it was done, or as a lid said that it is not done yet.
    pub(super) fn heropen(&mut self, at: Moment) {
        let was_done = self.gedaan_op.take().is_some();
        let Some(melding) = &mut self.gemeld else { return };
        melding.zie_nog_niet(at);
        if was_done {
            melding.heropend = Some(at);
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
