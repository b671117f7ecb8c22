//! Commands, events and refusals of a contact.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::aggregate::RefusalCode;
use crate::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use crate::domain::wat::Wat;
use crate::domain::zaak::Kanaal;
use crate::domain::zaaktype::Zaaktype;

/// The version of the questions that a short report is made of (C2-L2).
pub const VERSLAG_SJABLOON: u16 = 1;

/// A question of the short report. Few, so that it is done while somebody speaks.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verslagvraag {
    /// What does somebody ask?
    Hulpvraag,
    /// What goes on at home?
    Situatie,
    /// What was tried, and who helps already?
    EigenKracht,
    /// Is anybody not safe now?
    Veiligheid,
}

/// An answer in the short report.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Antwoord {
    /// To which question.
    pub vraag: Verslagvraag,
    /// In the words of who took it in.
    pub tekst: Wat,
}

/// Who spoke.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", rename_all = "snake_case")]
pub enum Spreker {
    /// Somebody who is known here.
    Persoon {
        /// Who.
        persoon: PersoonId,
        /// As they were named then.
        naam: String,
        /// Under which number they can be called back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        telefoon: Option<Wat>,
    },
    /// Somebody else, for the persons whom the meldingen are about.
    Ander {
        /// Their name.
        naam: String,
        /// How they stand to those persons.
        relatie: Option<Wat>,
        /// Under which number they can be called back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        telefoon: Option<Wat>,
    },
    /// Somebody who does not say who they are.
    Anoniem,
}

/// How it was seen that whoever spoke is who they say (C2-N4).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identiteitscontrole {
    /// They showed a passport, identity card or the like.
    Identiteitsbewijs,
    /// They knew the answers to questions, such as on the telephone.
    Controlevragen,
    /// It was not looked at.
    Geen,
}

/// One melding that came of a contact.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Contactmelding {
    /// The zaak that it began.
    pub zaak: ZaakId,
    /// Who it is about.
    pub persoon: PersoonId,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
}

macro_rules! verborgen {
    ($($name:ident),+) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    )+};
}

verborgen!(Antwoord, Spreker);

/// What may be asked of a contact.
#[derive(Clone, Debug)]
pub enum ContactCommand {
    /// It took place. The zaken begin in the same transaction.
    Registreer {
        /// The way in.
        kanaal: Kanaal,
        /// Who spoke.
        spreker: Spreker,
        /// How it was seen that they are who they say.
        controle: Identiteitscontrole,
        /// The short report.
        verslag: Vec<Antwoord>,
        /// The meldingen.
        meldingen: Vec<Contactmelding>,
    },
    /// Something is added to the report.
    VulVerslagAan(Wat),
}

/// What can have happened to a contact.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum ContactEvent {
    /// It took place.
    ContactGeregistreerd {
        /// The way in.
        kanaal: Kanaal,
        /// Who spoke.
        spreker: Spreker,
        /// How it was seen that they are who they say.
        controle: Identiteitscontrole,
        /// The version of the questions.
        sjabloon: u16,
        /// The short report, in the order of the questions.
        verslag: Vec<Antwoord>,
        /// The meldingen that came of it.
        meldingen: Vec<Contactmelding>,
        /// Who wrote it.
        auteur: MedewerkerId,
    },
    /// Its author added something.
    VerslagAangevuld {
        /// What.
        tekst: Wat,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ContactRefusal {
    /// No such contact, or one that is not there for this person.
    #[error("no such contact")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this, or somebody else wrote the report.
    #[error("not allowed")]
    NietBevoegd,
    /// No melding, or more than a contact can have.
    #[error("impossible number of meldingen")]
    Meldingen,
    /// The same kind of melding about the same person twice.
    #[error("the same melding twice")]
    DubbeleMelding,
    /// A confidential melding has a report of its own: who may see another one of this contact would read why it began.
    #[error("confidential melding beside others")]
    MeldingApart,
    /// Nothing stands in the report.
    #[error("no report")]
    VerslagLeeg,
    /// A question is answered twice.
    #[error("the same question twice")]
    DubbeleVraag,
    /// More additions than a report can have.
    #[error("too many additions")]
    TeVeelAanvullingen,
}

impl RefusalCode for ContactRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "contact.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Meldingen => "contact.meldingen",
            Self::DubbeleMelding => "contact.dubbele_melding",
            Self::MeldingApart => "contact.melding_apart",
            Self::VerslagLeeg => "contact.verslag_leeg",
            Self::DubbeleVraag => "contact.dubbele_vraag",
            Self::TeVeelAanvullingen => "contact.te_veel_aanvullingen",
        }
    }
}
