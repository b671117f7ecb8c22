//! A letter to a resident: asked for, made once, and told of by the way that they chose (C2-L1, X-32).
//!
//! What it says is kept whole beside this stream (a `NieuwStuk` of the record); which bytes those are stands here, so that nobody changes them
//! unseen. Its version is its own: what becomes of a letter changes nothing under the hands of who works on the zaak.

mod decide;
#[cfg(test)]
mod tests;
mod words;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::besluit::Versiehash;
use super::ids::{BriefId, PersoonId, ZaakId};
use crate::clock::Moment;
pub use words::{BriefCommand, BriefEvent, BriefRefusal, Vastgelegd};

/// Which letter.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Briefsoort {
    /// That a melding came in, under which number, and what comes next (Awb 4:3a; C2-L1).
    Ontvangstbevestiging,
}

impl Briefsoort {
    /// What people call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Ontvangstbevestiging => "Ontvangstbevestiging",
        }
    }
}

/// How a resident wants to hear that there is something for them.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Berichtweg {
    /// They look in the portal by themselves.
    Portaal,
    /// A mail without content says that there is something in the portal.
    Email,
    /// On paper, in the letterbox.
    Post,
}

/// In which form a letter is read.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Briefvorm {
    /// As it goes on paper.
    Pdf,
    /// As a page.
    Html,
}

impl Briefvorm {
    /// Every form.
    pub const ALLE: [Self; 2] = [Self::Pdf, Self::Html];

    /// The word in an address and in a line of the trail.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Html => "html",
        }
    }
}

/// One form of a letter, as it was kept.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Stuk {
    /// Under which id.
    pub id: Uuid,
    /// SHA-256 of its bytes.
    pub hash: Versiehash,
    /// How many they are.
    pub bytes: u32,
}

/// Why a message did not arrive.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NietAangekomen {
    /// The mail server of the resident does not take it: there is no such address, or its box is closed.
    Geweigerd,
    /// For days nobody there took it.
    Onbereikbaar,
}

/// Where the telling of a letter is.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Bezorging {
    /// It stands in the portal and nobody is told more.
    InPortaal,
    /// A mail is about to go.
    Onderweg,
    /// The mail went.
    Verstuurd {
        /// When the other side took it.
        op: Moment,
    },
    /// The mail did not arrive, and is not tried again.
    NietAangekomen {
        /// When that was clear.
        op: Moment,
        /// Why.
        waarom: NietAangekomen,
    },
    /// Somebody is to print it and post it, or hand it over.
    TePosten,
    /// Somebody did.
    Gepost {
        /// When.
        op: Moment,
    },
}

/// A letter that was made.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gemaakt {
    /// When.
    pub op: Moment,
    /// By which template and which version of it, such as `ontvangstbevestiging/1`.
    pub sjabloon: String,
    /// By which way it is told.
    pub weg: Berichtweg,
    /// As it goes on paper.
    pub pdf: Stuk,
    /// As a page.
    pub html: Stuk,
    /// Where the telling is.
    pub bezorging: Bezorging,
    /// When the mail about it was found not to arrive, also when it went on paper since.
    #[serde(default)]
    pub mail_mislukt_op: Option<Moment>,
}

impl Gemaakt {
    /// The one of this form.
    #[must_use]
    pub fn stuk(&self, vorm: Briefvorm) -> Stuk {
        match vorm {
            Briefvorm::Pdf => self.pdf,
            Briefvorm::Html => self.html,
        }
    }
}

/// What the journal knows of a letter.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
pub enum Brief {
    /// Nothing happened under this id.
    #[default]
    Onbekend,
    /// It is to be made.
    Gevraagd(Vraag),
    /// It is there, and does not change any more.
    Gemaakt(Vraag, Box<Gemaakt>),
}

/// What was asked for.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Vraag {
    /// To which zaak it belongs.
    pub zaak: ZaakId,
    /// To whom it goes.
    pub persoon: PersoonId,
    /// Which letter.
    pub briefsoort: Briefsoort,
}

impl Brief {
    /// What was asked for.
    #[must_use]
    pub fn vraag(&self) -> Option<&Vraag> {
        match self {
            Self::Onbekend => None,
            Self::Gevraagd(vraag) | Self::Gemaakt(vraag, _) => Some(vraag),
        }
    }

    /// The letter, when it was made.
    #[must_use]
    pub fn gemaakt(&self) -> Option<&Gemaakt> {
        match self {
            Self::Onbekend | Self::Gevraagd(_) => None,
            Self::Gemaakt(_, gemaakt) => Some(gemaakt),
        }
    }
}

/// The id under which a form of a letter is kept: the same on every node and after every start.
#[must_use]
pub fn stuk_id(brief: BriefId, vorm: Briefvorm) -> Uuid {
    use sha2::{Digest, Sha256};
    let digest: [u8; 32] =
        Sha256::new().chain_update(brief.0.as_bytes()).chain_update(vorm.word()).finalize().into();
    let mut half = [0; 16];
    half.copy_from_slice(digest.split_at(16).0);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}
