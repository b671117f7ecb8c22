//! A zaak: one matter of one zaaktype, from melding to result.

mod besluit;
mod decide;
mod evolve;
mod klantcontact;
mod taken;
mod words;

#[cfg(test)]
mod besluit_tests;
#[cfg(test)]
mod klantcontact_tests;
#[cfg(test)]
mod taken_tests;
#[cfg(test)]
mod tests;

use jiff::civil::Date;

use serde::{Deserialize, Serialize};

use super::besluit::Besluitvorming;
use super::bevoegdheid::ZaakFeiten;
use super::ids::{ContactId, MedewerkerId, PersoonId};
use super::werkdag::werkdagen_na;
use super::zaaktype::Zaaktype;
use crate::clock::Moment;
pub use klantcontact::{
    Contactuitkomst, Contactweg, Klantcontact, KlantcontactRefusal, NoteerContact, Noteerder,
};
pub use taken::{Taak, Taakstand};
pub use words::{
    AL_TOEGEWEZEN, Bevestigingsweg, Kanaal, Melding, TaakCommand, TaakRefusal, Urgentie, ZaakCommand,
    ZaakEvent, ZaakRefusal, Zaakstatus,
};

/// What the journal knows of a zaak.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Zaak {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It runs.
    Lopend(Box<Lopend>),
}

/// A running zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Lopend {
    /// The number that people use.
    pub zaaknummer: String,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// How far it is.
    pub status: Zaakstatus,
    /// What was reported.
    pub melding: Melding,
    /// The contact in which it was reported.
    pub contact: Option<ContactId>,
    /// How the person whom it is about is told that it came in, and when it did.
    pub bevestigd: Option<(Bevestigingsweg, Moment)>,
    /// Who registered it.
    pub melder: Option<MedewerkerId>,
    /// Who it is about.
    pub persoon: PersoonId,
    /// Who works on it now.
    pub behandelaars: Vec<MedewerkerId>,
    /// When it came in.
    pub ontvangen_op: Moment,
    /// The last day of the legal term.
    pub uiterlijk_op: Date,
    /// What is decided, or about to be.
    #[serde(default)]
    pub besluit: Option<Box<Besluitvorming>>,
    /// What its behandelaars are to do, and did, in the order in which it was set down.
    #[serde(default)]
    pub taken: Vec<Taak>,
    /// Who was spoken to, in the order in which it was noted.
    #[serde(default)]
    pub klantcontacten: Vec<Klantcontact>,
}

impl Zaak {
    /// The running zaak, when it is one.
    #[must_use]
    pub fn lopend(&self) -> Option<&Lopend> {
        match self {
            Self::Onbekend => None,
            Self::Lopend(lopend) => Some(lopend),
        }
    }
}

impl Lopend {
    /// By which day who reported must have been spoken to: of a crisis on the day on which it came in, also when that is no werkdag
    /// (*onverwijld*, Wmo 2015 art. 2.3.3; Jeugdwet art. 2.6 lid 1 b), of spoed within some werkdagen. `None` of what can wait for its term, and
    /// once who works on it noted that they spoke to somebody: that they began is no call.
    #[must_use]
    pub fn contact_uiterlijk(&self) -> Option<Date> {
        let binnen = self.ontvangen_op.day();
        if self.is_gesproken() {
            return None;
        }
        match (self.status, self.melding.urgentie) {
            (Zaakstatus::Besloten, _) | (_, Urgentie::Gewoon) => None,
            (Zaakstatus::Ontvangen | Zaakstatus::Verdeeld | Zaakstatus::Onderzoek, Urgentie::Crisis) => {
                Some(binnen)
            }
            (Zaakstatus::Ontvangen | Zaakstatus::Verdeeld | Zaakstatus::Onderzoek, Urgentie::Spoed) => {
                Some(werkdagen_na(binnen, self.zaaktype.contact_bij_spoed_werkdagen()))
            }
        }
    }

    /// What the policy asks of a zaak.
    #[must_use]
    pub fn feiten(&self) -> ZaakFeiten {
        ZaakFeiten {
            zaaktype: self.zaaktype,
            persoon: self.persoon,
            melder: self.melder,
            behandelaars: self.behandelaars.clone(),
            wacht_op_akkoord: self
                .besluit
                .as_deref()
                .filter(|besluit| besluit.wacht().is_some())
                .map(|besluit| besluit.bijdragers.clone()),
        }
    }
}
