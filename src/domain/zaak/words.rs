//! Commands, events and refusals of a zaak.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::klantcontact::{Klantcontact, KlantcontactRefusal, NoteerContact};
use crate::domain::aggregate::RefusalCode;
use crate::domain::besluit::{BesluitCommand, BesluitRefusal, Bijdrager, Versiehash, Voorgesteld};
use crate::domain::ids::{ContactId, MedewerkerId, PersoonId, TaakId};
use crate::domain::wat::Wat;
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
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Melding {
    /// One line.
    pub onderwerp: Wat,
    /// The short report (C2-L2).
    pub toelichting: Option<Wat>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    pub urgentie: Urgentie,
}

/// How somebody who reported is told that it came in (C2-L1).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bevestigingsweg {
    /// It stands in the portal, with its number and what happens next. What there is of a letter and a mail is with the brief.
    Portaal,
    /// They cannot log in, having no BSN here: whoever registered it gives them the number.
    Geen,
}

/// What may be asked of the taken of a zaak.
#[derive(Clone, Debug)]
pub enum TaakCommand {
    /// Something is to be done.
    ZetKlaar {
        /// Its id.
        taak: TaakId,
        /// What, in one line.
        omschrijving: Wat,
        /// Which behandelaar does it.
        eigenaar: MedewerkerId,
        /// The day on which it should be done.
        dag: Date,
    },
    /// It is done.
    RondAf {
        /// Which.
        taak: TaakId,
    },
    /// It is to be done after all.
    Heropen {
        /// Which.
        taak: TaakId,
    },
    /// Another behandelaar does it.
    WijsToe {
        /// Which.
        taak: TaakId,
        /// Who.
        eigenaar: MedewerkerId,
    },
    /// It need not be done any more.
    LaatVervallen {
        /// Which.
        taak: TaakId,
    },
}

/// Why a taak is not changed.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TaakRefusal {
    /// No such taak in this zaak.
    #[error("no such taak")]
    Onbekend,
    /// Whose it is to be does not work on this zaak.
    #[error("the owner is no behandelaar")]
    Eigenaar,
    /// It is done, or not to be done any more.
    #[error("not open")]
    NietOpen,
    /// It is not to be done any more.
    #[error("lapsed")]
    Vervallen,
    /// A zaak holds no more.
    #[error("too many taken")]
    Vol,
    /// Nothing can be agreed for that day.
    #[error("the day lies before today or too far off")]
    Dag,
}

impl RefusalCode for TaakRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "taak.onbekend",
            Self::Eigenaar => "taak.eigenaar",
            Self::NietOpen => "taak.niet_open",
            Self::Vervallen => "taak.vervallen",
            Self::Vol => "taak.vol",
            Self::Dag => "taak.dag",
        }
    }
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
        /// How the person whom it is about can be told.
        bevestiging: Bevestigingsweg,
    },
    /// These are the behandelaars from now on.
    WijsToe {
        /// The whole new set.
        behandelaars: Vec<MedewerkerId>,
        /// Why, where it needs saying.
        reden: Option<Wat>,
    },
    /// What one has in it goes to another: the zaak, and what they were still to do in it (KING-R4b).
    DraagOver {
        /// From whom.
        van: MedewerkerId,
        /// To whom.
        aan: MedewerkerId,
        /// Why.
        reden: Wat,
    },
    /// Somebody takes a zaak of their team that nobody has yet (C2-L4).
    NeemZaak,
    /// It waits for somebody again, as long as nobody began.
    GeefVrij {
        /// Why.
        reden: Wat,
    },
    /// A behandelaar begins.
    NeemInBehandeling,
    /// Something with the besluit on it.
    Besluit(BesluitCommand),
    /// Something with its taken.
    Taak(TaakCommand),
    /// Somebody was spoken to.
    NoteerContact(NoteerContact),
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
        reden: Option<Wat>,
    },
    /// It is nobody's any more, and waits.
    ZaakVrijgegeven {
        /// Why.
        reden: Wat,
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
        reden: Wat,
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
    /// Something is to be done.
    TaakKlaargezet {
        /// Its id.
        taak: TaakId,
        /// What, in one line.
        omschrijving: Wat,
        /// Which behandelaar does it.
        eigenaar: MedewerkerId,
        /// The day on which it should be done.
        dag: Date,
    },
    /// It was done.
    TaakAfgerond {
        /// Which.
        taak: TaakId,
        /// Who did it.
        door: MedewerkerId,
        /// For whom they stood in. Absent for what they did as themselves, and in what was recorded before it was kept.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        namens: Option<MedewerkerId>,
    },
    /// It is to be done after all.
    TaakHeropend {
        /// Which.
        taak: TaakId,
        /// Who says so.
        door: MedewerkerId,
    },
    /// Another behandelaar does it.
    TaakToegewezen {
        /// Which.
        taak: TaakId,
        /// Who does it from now on.
        eigenaar: MedewerkerId,
    },
    /// It need not be done any more.
    TaakVervallen {
        /// Which.
        taak: TaakId,
        /// Who says so.
        door: MedewerkerId,
    },
    /// Somebody was spoken to, or was not reached.
    KlantcontactGenoteerd(Box<Klantcontact>),
}

/// What who took a melding in hears when it is somebody's already.
pub const AL_TOEGEWEZEN: &str = "zaak.al_toegewezen";

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
    /// Nobody takes what is about themselves.
    #[error("it is about themselves")]
    EigenZaak,
    /// It was handed to somebody: who only took it in says no more who works on it.
    #[error("it is somebody's already")]
    AlToegewezen,
    /// Somebody began on it: it is handed over to a colleague, and does not go back to the pile.
    #[error("somebody began on it")]
    AlBegonnen,
    /// About its besluit.
    #[error("{0}")]
    Besluit(#[from] BesluitRefusal),
    /// About one of its taken.
    #[error("{0}")]
    Taak(#[from] TaakRefusal),
    /// About a klantcontact.
    #[error("{0}")]
    Klantcontact(#[from] KlantcontactRefusal),
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
            Self::EigenZaak => "zaak.eigen_zaak",
            Self::AlToegewezen => AL_TOEGEWEZEN,
            Self::AlBegonnen => "zaak.al_begonnen",
            Self::Besluit(refusal) => refusal.code(),
            Self::Taak(refusal) => refusal.code(),
            Self::Klantcontact(refusal) => refusal.code(),
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
            | Self::EigenZaak
            | Self::AlToegewezen
            | Self::AlBegonnen
            | Self::Besluit(_)
            | Self::Taak(_)
            | Self::Klantcontact(_) => false,
        }
    }

    fn gaat_voor(&self) -> bool {
        matches!(self.code(), "niet_gevonden" | "niet_bevoegd" | AL_TOEGEWEZEN)
    }
}
