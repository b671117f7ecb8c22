//! Commands, events and refusals of a zaak.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::aggregate::RefusalCode;
use crate::domain::besluit::{BesluitCommand, BesluitRefusal, Bijdrager, Versiehash, Voorgesteld};
use crate::domain::ids::{ContactId, MedewerkerId, PersoonId};
use crate::domain::zaaktype::Zaaktype;

/// The way in.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kanaal {
    /// At the desk.
    Balie,
    /// By telephone.
    Telefoon,
    /// From the portal.
    Portaal,
    /// By post or mail.
    Post,
    /// From a partner.
    Ketenpartner,
}

/// How soon somebody must look.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgentie {
    /// Within the usual term.
    #[default]
    Gewoon,
    /// This week.
    Spoed,
    /// Today: somebody is not safe.
    Crisis,
}

/// How far a zaak is (`docs/bronnen.md`, MELDING-WMO and AANVRAAG-JEUGDHULP).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Zaakstatus {
    /// Came in; nobody works on it.
    Ontvangen,
    /// Has behandelaars who have not begun.
    Verdeeld,
    /// Somebody is on it.
    Onderzoek,
    /// It was decided.
    Besloten,
}

impl Zaakstatus {
    /// Every state, in the order in which a zaak goes through them.
    pub const ALLE: [Self; 4] = [Self::Ontvangen, Self::Verdeeld, Self::Onderzoek, Self::Besloten];
}

/// What was reported, in the words of who took it in.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Melding {
    /// One line.
    pub onderwerp: String,
    /// The short report (C2-L2).
    pub toelichting: Option<String>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    pub urgentie: Urgentie,
}

impl fmt::Debug for Melding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Melding(***, {:?}, {:?})", self.kanaal, self.urgentie)
    }
}

/// How somebody who reported is told that it came in (C2-L1).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bevestigingsweg {
    /// It stands in the portal, with its number and what happens next. A letter or mail comes when there is a port for it.
    Portaal,
}

/// What may be asked of a zaak.
#[derive(Clone, Debug)]
pub enum ZaakCommand {
    /// Begin, with a number that was claimed for it.
    RegistreerMelding {
        /// The claimed number.
        zaaknummer: String,
        /// What kind of matter.
        zaaktype: Zaaktype,
        /// Who it is about.
        persoon: PersoonId,
        /// What was reported.
        melding: Melding,
        /// The contact in which it was reported, with the report that belongs to all its zaken.
        contact: Option<ContactId>,
    },
    /// These are the behandelaars from now on.
    WijsToe {
        /// The whole new set.
        behandelaars: Vec<MedewerkerId>,
        /// Why, where it needs saying.
        reden: Option<String>,
    },
    /// Somebody takes a zaak of their team that nobody has yet (C2-L4).
    NeemZaak,
    /// A behandelaar begins.
    NeemInBehandeling,
    /// Something with the besluit on it.
    Besluit(BesluitCommand),
}

/// What can have happened to a zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum ZaakEvent {
    /// It began.
    MeldingGeregistreerd {
        /// Its number.
        zaaknummer: String,
        /// Its zaaktype.
        zaaktype: Zaaktype,
        /// Who it is about.
        persoon: PersoonId,
        /// Who registered it.
        melder: MedewerkerId,
        /// What was reported.
        melding: Melding,
        /// The contact in which it was reported. Absent in what was recorded before there were contacts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<ContactId>,
        /// How the person whom it is about is told. Absent for a zaak that they may not know of, and in what was recorded before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        bevestiging: Option<Bevestigingsweg>,
        /// The last day of the legal term.
        uiterlijk_op: Date,
    },
    /// The behandelaars changed.
    ZaakToegewezen {
        /// The whole new set.
        behandelaars: Vec<MedewerkerId>,
        /// Why.
        reden: Option<String>,
    },
    /// Somebody began.
    InBehandelingGenomen {
        /// Who.
        door: MedewerkerId,
    },
    /// A first version of a besluit was offered.
    BesluitVoorgesteld(Voorgesteld),
    /// Another version was offered; an agreement with the one before is void.
    VoorstelGewijzigd(Voorgesteld),
    /// Somebody who did not contribute to it agreed with this version.
    BesluitGeaccordeerd {
        /// Which version of this zaak.
        nummer: u32,
        /// The hash of what is in it.
        hash: Versiehash,
        /// Who.
        door: Bijdrager,
    },
    /// Somebody did not agree.
    VoorstelAfgewezen {
        /// Which version of this zaak.
        nummer: u32,
        /// The hash of what is in it.
        hash: Versiehash,
        /// Who.
        door: Bijdrager,
        /// Why.
        reden: String,
    },
    /// The proposal was taken back.
    VoorstelIngetrokken {
        /// Which version of this zaak.
        nummer: u32,
        /// The hash of what is in it.
        hash: Versiehash,
        /// Who.
        door: MedewerkerId,
    },
    /// It was decided so.
    BesluitGenomen {
        /// Which version of this zaak.
        nummer: u32,
        /// The hash of what is in it.
        hash: Versiehash,
        /// Who.
        door: MedewerkerId,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ZaakRefusal {
    /// No such zaak, or none that this person may know of.
    #[error("no such zaak")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// Known to this person, but not theirs to change.
    #[error("not allowed")]
    NietBevoegd,
    /// A zaak without behandelaars is nobody's.
    #[error("no behandelaars")]
    GeenBehandelaars,
    /// More behandelaars than a zaak can have.
    #[error("too many behandelaars")]
    TeVeelBehandelaars,
    /// It is somebody's already: it can be taken no more.
    #[error("somebody was first")]
    AlVergeven,
    /// About its besluit.
    #[error("{0}")]
    Besluit(#[from] BesluitRefusal),
}

impl RefusalCode for ZaakRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "zaak.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::GeenBehandelaars => "zaak.geen_behandelaars",
            Self::TeVeelBehandelaars => "zaak.te_veel_behandelaars",
            Self::AlVergeven => "opdracht.conflict",
            Self::Besluit(refusal) => refusal.code(),
        }
    }

    fn is_conflict(&self) -> bool {
        match self {
            Self::AlVergeven => true,
            Self::Onbekend
            | Self::BestaatAl
            | Self::NietBevoegd
            | Self::GeenBehandelaars
            | Self::TeVeelBehandelaars
            | Self::Besluit(_) => false,
        }
    }
}
