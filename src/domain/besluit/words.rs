//! What may be asked of a besluit on a zaak, what is recorded of a version, and why something is not done.

use serde::{Deserialize, Serialize};

use super::{Besluitinhoud, Bijdrager, Versiehash};
use crate::domain::aggregate::RefusalCode;
use crate::domain::wat::Wat;

/// What may be asked. Everything but a first proposal names the version that it is about: who looked at another one did not mean this.
#[derive(Clone, Debug)]
pub enum BesluitCommand {
    /// Offer a first version.
    StelVoor {
        /// What is in it.
        inhoud: Besluitinhoud,
        /// Who wrote in the report that it rests on.
        auteurs: Vec<Bijdrager>,
    },
    /// Offer another version. An agreement with the one before is void.
    Wijzig {
        /// The version that it takes the place of.
        hash: Versiehash,
        /// What is in it.
        inhoud: Besluitinhoud,
        /// Who wrote in the report that it rests on.
        auteurs: Vec<Bijdrager>,
    },
    /// Agree.
    Accordeer {
        /// With which version.
        hash: Versiehash,
    },
    /// Do not agree.
    WijsAf {
        /// With which version.
        hash: Versiehash,
        /// Why; never empty.
        reden: Wat,
    },
    /// Take a proposal back.
    TrekIn {
        /// Which version.
        hash: Versiehash,
    },
    /// Decide so.
    Neem {
        /// As in which version.
        hash: Versiehash,
    },
}

/// A version that was offered, as recorded.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Voorgesteld {
    /// Which one of this zaak, from 1.
    pub nummer: u32,
    /// What is in it.
    pub inhoud: Besluitinhoud,
    /// The hash of that.
    pub hash: Versiehash,
    /// Who offered it.
    pub door: Bijdrager,
    /// Everybody who contributed to it or to a version before it, whoever offered it among them.
    pub bijdragers: Vec<Bijdrager>,
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum BesluitRefusal {
    /// The zaak is not under investigation.
    #[error("nobody works on the zaak yet")]
    NogNiet,
    /// There is a proposal, so that no first one can be offered.
    #[error("there is a proposal already")]
    StaatAl,
    /// There is nothing to do this with.
    #[error("there is no proposal")]
    GeenVoorstel,
    /// Another version than the one that was looked at.
    #[error("another version stands now")]
    AndereVersie,
    /// By somebody who contributed to it (C1-P7).
    #[error("made by the asker")]
    EigenWerk,
    /// By the person whom the zaak is about.
    #[error("about the asker")]
    EigenZaak,
    /// It does not wait for a second pair of eyes.
    #[error("does not wait for agreement")]
    WachtNiet,
    /// For this besluit somebody must agree first (C2-N11).
    #[error("nobody agreed")]
    ZonderAkkoord,
    /// It was decided.
    #[error("decided already")]
    StaatVast,
    /// The same as the version that was not agreed with.
    #[error("nothing changed")]
    Ongewijzigd,
    /// Lines that say what is given, where nothing is.
    #[error("lines without a grant")]
    Regels,
    /// More versions, or more people, than a besluit can have.
    #[error("too many versions or contributors")]
    TeVaak,
}

impl RefusalCode for BesluitRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NogNiet => "besluit.nog_niet",
            Self::StaatAl => "besluit.staat_al",
            Self::GeenVoorstel => "besluit.geen_voorstel",
            Self::AndereVersie => "besluit.andere_versie",
            Self::EigenWerk => "besluit.eigen_werk",
            Self::EigenZaak => "besluit.eigen_zaak",
            Self::WachtNiet => "besluit.wacht_niet",
            Self::ZonderAkkoord => "besluit.zonder_akkoord",
            Self::StaatVast => "besluit.staat_vast",
            Self::Ongewijzigd => "besluit.ongewijzigd",
            Self::Regels => "besluit.regels",
            Self::TeVaak => "besluit.te_vaak",
        }
    }
}
