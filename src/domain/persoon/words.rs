//! Commands, events and refusals of a person.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::bescherming::{Beschermgrond, Bescherming};
use super::brp::{BrpMomentopname, BrpVeld};
use super::gezag::{Gezag, Gezaghouder};
use crate::clock::Moment;
use crate::domain::aggregate::RefusalCode;
use crate::domain::brief::Berichtweg;
use crate::domain::bsn::Bsn;
use crate::domain::ids::MedewerkerId;
use crate::domain::wat::Wat;

/// Where somebody lives.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Adres {
    /// Street.
    pub straat: String,
    /// House number with letter or addition.
    pub huisnummer: String,
    /// Postcode, `1234 AB`.
    pub postcode: String,
    /// Place.
    pub plaats: String,
}

/// Who somebody is. `Debug` shows nothing of it.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Persoonsgegevens {
    /// BSN; some people have none, or not yet (C2-L1).
    pub bsn: Option<Bsn>,
    /// First names.
    pub voornamen: String,
    /// Prefix, such as `van 't`.
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth, when known.
    pub geboortedatum: Option<Date>,
    /// Telephone.
    pub telefoon: Option<Wat>,
    /// Address.
    pub adres: Option<Adres>,
}

impl Persoonsgegevens {
    /// The name as one says it.
    #[must_use]
    pub fn volledige_naam(&self) -> String {
        let parts = [Some(self.voornamen.as_str()), self.voorvoegsel.as_deref(), Some(&self.achternaam)];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

impl fmt::Debug for Persoonsgegevens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Persoonsgegevens(***)")
    }
}

impl fmt::Debug for Adres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Adres(***)")
    }
}

/// How somebody wants to hear that there is something for them. `Debug` shows no address.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Berichtvoorkeur {
    /// By which way.
    pub weg: Berichtweg,
    /// Where mail goes; with [`Berichtweg::Email`] only.
    pub email: Option<String>,
}

impl fmt::Debug for Berichtvoorkeur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Berichtvoorkeur({:?}, ***)", self.weg)
    }
}

/// What is known of somebody of whom nobody knows who it is (C2-L1).
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize)]
pub struct Beschrijving {
    /// In the words of who spoke with them.
    pub tekst: String,
    /// How to reach them, where that is known.
    pub telefoon: Option<Wat>,
}

impl fmt::Debug for Beschrijving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Beschrijving(***)")
    }
}

/// How somebody's identity came to be known.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Identificatie {
    /// They showed a passport, identity card or the like.
    Identiteitsbewijs,
    /// The BRP, by their BSN.
    Brp,
    /// They say so.
    EigenOpgave,
}

/// What may be asked of a person's stream.
#[derive(Clone, Debug)]
pub enum PersoonCommand {
    /// Begin.
    Registreer(Persoonsgegevens),
    /// Begin with somebody of whom nobody knows who it is.
    RegistreerOnbekende(Beschrijving),
    /// Now it is known who this is; or somebody without a BSN turns out to have one.
    StelIdentiteitVast {
        /// Who it is.
        gegevens: Persoonsgegevens,
        /// How that came to be known.
        wijze: Identificatie,
    },
    /// Keep what the BRP says of this person, and make these parts of it our own.
    NeemOverUitBrp {
        /// What it says.
        momentopname: Box<BrpMomentopname>,
        /// What becomes our own. For somebody who is new or unknown here: all of it.
        velden: Vec<BrpVeld>,
        /// Gezag over this person as it says.
        gezag: Vec<Gezag>,
    },
    /// Somebody has gezag over this person.
    LegGezagVast(Gezag),
    /// The gezag of this holder ends.
    BeeindigGezag {
        /// Whose.
        houder: Gezaghouder,
        /// The first day on which it does not hold.
        op: Date,
    },
    /// This gezag was wrongly recorded: it never was so.
    HerroepGezag {
        /// Which; its end does not matter.
        gezag: Gezag,
        /// Why it was wrong.
        reden: Wat,
    },
    /// Another telephone number.
    WijzigTelefoon(Option<Wat>),
    /// How they want to hear that there is something for them.
    KiesBerichtweg(Berichtvoorkeur),
    /// Protect the dossier.
    Bescherm {
        /// Why.
        grond: Beschermgrond,
        /// From this moment on; from now on when absent.
        van: Option<Moment>,
        /// The first moment at which it does not hold any more.
        tot: Option<Moment>,
        /// Who may work on it.
        medewerkers: Vec<MedewerkerId>,
    },
    /// Change who may work on a protected dossier, why it is one, and until when.
    WijzigBescherming {
        /// Why.
        grond: Beschermgrond,
        /// The first moment at which it does not hold any more.
        tot: Option<Moment>,
        /// Who may work on it.
        medewerkers: Vec<MedewerkerId>,
    },
    /// Protect it no more.
    HefBeschermingOp,
    /// This person is this colleague, under one account more when they are one already.
    LegMedewerkerVast {
        /// Which account.
        medewerker: MedewerkerId,
    },
    /// This person is this colleague no more; without one, no colleague at all.
    MaakMedewerkerLos {
        /// Which account; all when absent.
        medewerker: Option<MedewerkerId>,
    },
}

/// What can have happened to a person's stream.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum PersoonEvent {
    /// The person is known here from now on.
    PersoonGeregistreerd(Persoonsgegevens),
    /// Somebody is known here by a description only.
    OnbekendeGeregistreerd(Beschrijving),
    /// It came to be known who this is.
    IdentiteitVastgesteld {
        /// Who.
        gegevens: Persoonsgegevens,
        /// How.
        wijze: Identificatie,
    },
    /// What the BRP said was kept.
    UitBrpOvergenomen {
        /// What it said.
        momentopname: Box<BrpMomentopname>,
        /// What became our own data.
        velden: Vec<BrpVeld>,
    },
    /// Somebody has gezag over this person.
    GezagVastgelegd(Gezag),
    /// The gezag of this holder ended.
    GezagBeeindigd {
        /// Whose.
        houder: Gezaghouder,
        /// The first day on which it does not hold.
        op: Date,
    },
    /// This gezag was wrongly recorded. That it was stays in the record.
    GezagHerroepen {
        /// As it stood.
        gezag: Gezag,
        /// Why it was wrong.
        reden: Wat,
    },
    /// The telephone number changed.
    TelefoonGewijzigd {
        /// The new one; `None` when it was taken away.
        telefoon: Option<Wat>,
    },
    /// How they want to hear that there is something for them; who said so stands with the event.
    BerichtwegGekozen(Berichtvoorkeur),
    /// The dossier is protected.
    DossierBeschermd(Bescherming),
    /// Others may work on it, for another reason, or until another moment.
    BeschermingGewijzigd(Bescherming),
    /// It is protected no more.
    BeschermingOpgeheven {},
    /// Which colleague this person is.
    MedewerkerVastgelegd {
        /// Who; `None` when it is nobody (any more).
        medewerker: Option<MedewerkerId>,
    },
    /// The same colleague works under another account too.
    OokMedewerkerVastgelegd {
        /// Which account.
        medewerker: MedewerkerId,
    },
    /// One of the accounts is not theirs (any more).
    MedewerkerLosgemaakt {
        /// Which.
        medewerker: MedewerkerId,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PersoonRefusal {
    /// No such person.
    #[error("no such person")]
    Onbekend,
    /// The id is in use.
    #[error("registered already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// Who this is was known already.
    #[error("the identity is known")]
    IdentiteitStaatVast,
    /// The BSN is not the one that is known.
    #[error("another BSN")]
    AnderBsn,
    /// The BRP gives no name.
    #[error("no name in the BRP")]
    ZonderNaam,
    /// Nobody has gezag over themselves.
    #[error("gezag over oneself")]
    GezagZelf,
    /// Gezag is over minors only.
    #[error("gezag over somebody of age")]
    GezagMeerderjarig,
    /// It would end before it began, or began before the person did.
    #[error("impossible period")]
    GezagPeriode,
    /// The ruling is still to come, or came after what it decided began, or that is too far away.
    #[error("impossible ruling")]
    GezagUitspraak,
    /// More relations of gezag than one person can have had.
    #[error("too many relations of gezag")]
    GezagTeVeel,
    /// No such gezag, or none that still holds where it is to end.
    #[error("no such gezag")]
    GezagOnbekend,
    /// Born in the future, or before 1880.
    #[error("impossible date of birth")]
    Geboortedatum,
    /// More accounts than one person works under.
    #[error("too many accounts of one person")]
    MedewerkersTeVeel,
    /// The dossier is protected already.
    #[error("protected already")]
    AlBeschermd,
    /// It is not protected.
    #[error("not protected")]
    NietBeschermd,
    /// It would begin before now, or end before it began.
    #[error("impossible period of protection")]
    BeschermingPeriode,
    /// Nobody would be named, or too many.
    #[error("nobody named, or too many")]
    BeschermingMedewerkers,
}

impl RefusalCode for PersoonRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "persoon.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::IdentiteitStaatVast => "persoon.identiteit_staat_vast",
            Self::AnderBsn => "persoon.ander_bsn",
            Self::ZonderNaam => "persoon.zonder_naam",
            Self::GezagZelf => "persoon.gezag_zelf",
            Self::GezagMeerderjarig => "persoon.gezag_meerderjarig",
            Self::GezagPeriode => "persoon.gezag_periode",
            Self::GezagUitspraak => "persoon.gezag_uitspraak",
            Self::GezagTeVeel => "persoon.gezag_te_veel",
            Self::GezagOnbekend => "persoon.gezag_onbekend",
            Self::Geboortedatum => "invoer.geboortedatum",
            Self::MedewerkersTeVeel => "nazicht.collega_te_veel",
            Self::AlBeschermd => "bescherming.bestaat_al",
            Self::NietBeschermd => "bescherming.geen",
            Self::BeschermingPeriode => "bescherming.periode",
            Self::BeschermingMedewerkers => "bescherming.medewerkers",
        }
    }
}
