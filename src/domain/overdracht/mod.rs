//! An overdracht: a whole werkvoorraad goes from one medewerker to colleagues, in one action and unread (KING-R4b, N-34).
//!
//! What changes hands changes in its own stream and by its own rules, in the same transaction; this is the record of the action.

mod verdeling;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::aggregate::{Aggregate, Context, RefusalCode};
use super::bevoegdheid::{Handeling, mag};
use super::ids::MedewerkerId;
use super::wat::Wat;
use crate::clock::Moment;
pub use verdeling::{Kandidaat, Werk, verdeel, verdeel_onder};

/// What the journal knows of an overdracht.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Overdracht {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It was done.
    Gedaan,
}

/// What may be asked of an overdracht.
#[derive(Clone, Debug)]
pub enum OverdrachtCommand {
    /// Do it.
    DraagOver {
        /// Whose work it was.
        van: MedewerkerId,
        /// Who have it now.
        aan: Vec<MedewerkerId>,
        /// How many zaken.
        zaken: usize,
        /// How many plans.
        plannen: usize,
        /// How many rekeningen of budgetbeheer.
        rekeningen: usize,
        /// How many actions in plans.
        acties: usize,
        /// How many zaken, plans and rekeningen are left for a next part.
        resterend: usize,
        /// Why.
        reden: Wat,
    },
}

/// What can have happened to an overdracht.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum OverdrachtEvent {
    /// Work went from one to others.
    WerkvoorraadOvergedragen {
        /// Whose work it was.
        van: MedewerkerId,
        /// Who have it now.
        aan: Vec<MedewerkerId>,
        /// How many zaken.
        zaken: usize,
        /// How many plans.
        plannen: usize,
        /// How many rekeningen of budgetbeheer. Of before these went along: none.
        #[serde(default, skip_serializing_if = "geen")]
        rekeningen: usize,
        /// How many actions in plans. Of before these went along: none.
        #[serde(default, skip_serializing_if = "geen")]
        acties: usize,
        /// How many zaken, plans and rekeningen were left for a next part.
        resterend: usize,
        /// Why.
        reden: Wat,
    },
}

fn geen(aantal: &usize) -> bool {
    *aantal == 0
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum OverdrachtRefusal {
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// There is nothing to hand over.
    #[error("nothing to hand over")]
    Leeg,
    /// For something none of the colleagues fits.
    #[error("nobody fits")]
    NiemandPast,
}

impl RefusalCode for OverdrachtRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::BestaatAl => "toekenning.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Leeg => "overdracht.leeg",
            Self::NiemandPast => "overdracht.niemand_past",
        }
    }
}

impl Aggregate for Overdracht {
    type Command = OverdrachtCommand;
    type Event = OverdrachtEvent;
    type Refusal = OverdrachtRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &OverdrachtCommand,
        context: &Context,
    ) -> Result<Vec<OverdrachtEvent>, OverdrachtRefusal> {
        let OverdrachtCommand::DraagOver { van, aan, zaken, plannen, rekeningen, acties, resterend, reden } =
            command;
        if !mag(context.wie.rol, Handeling::WerkvoorraadOverdragen) {
            return Err(OverdrachtRefusal::NietBevoegd);
        }
        if *self == Self::Gedaan {
            return Err(OverdrachtRefusal::BestaatAl);
        }
        if zaken + plannen + rekeningen + acties == 0 {
            return Err(OverdrachtRefusal::Leeg);
        }
        Ok(vec![OverdrachtEvent::WerkvoorraadOvergedragen {
            van: *van,
            aan: aan.clone(),
            zaken: *zaken,
            plannen: *plannen,
            rekeningen: *rekeningen,
            acties: *acties,
            resterend: *resterend,
            reden: reden.clone(),
        }])
    }

    fn evolve(self, _: &OverdrachtEvent, _: Moment) -> Self {
        Self::Gedaan
    }
}
