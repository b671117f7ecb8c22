//! Why the actors do not do something. The edge turns it into a problem or an `err` frame.

use keukentafel::clock::Moment;
use keukentafel::protocol::view::Door;
use keukentafel::store::{Fault, Refusal};
use uuid::Uuid;

/// What somebody did before: who asks now comes too late.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Eerder {
    /// What happened, such as `ZaakToegewezen`.
    pub soort: String,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub door: Option<Door>,
    /// To whom, where people are named in it.
    pub namen: Vec<String>,
}

/// A refusal or a failure, as far as the asker may know it.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum Weigering {
    /// By right or rule; the code says which. What one may not see is `niet_gevonden`.
    #[error("refused: {code}")]
    Geweigerd {
        /// The stable code.
        code: &'static str,
    },
    /// By rule, because there is another one already.
    #[error("refused: {code}")]
    Verwezen {
        /// The stable code.
        code: &'static str,
        /// The other one, when the asker may see it.
        naar: Option<Uuid>,
    },
    /// By rule, because it is somebody's.
    #[error("refused: {code}")]
    VanIemand {
        /// The stable code.
        code: &'static str,
        /// Whose it is, as far as the asker may know that.
        namen: Vec<String>,
    },
    /// Fields that cannot be so, each with its code. Nothing was done.
    #[error("{} fields are wrong", .0.len())]
    Velden(Vec<(&'static str, &'static str)>),
    /// The condition (`if_v`, `If-Match`) does not hold, or somebody else was first too often.
    #[error("conflict, now at version {versie}")]
    Conflict {
        /// The present version.
        versie: u64,
        /// The last thing that happened, where it is known.
        eerder: Option<Box<Eerder>>,
    },
    /// Too much waits; come back in a moment. Nothing was done.
    #[error("busy")]
    Bezig,
    /// This node does not see what became of rights, so it gives nothing that they guard; it goes on by itself. Nothing was done.
    #[error("the feed cannot be read")]
    GeenZicht,
    /// This very report of an outside system came in before. Nothing was done, and it is answered as it was then: no client hears this.
    #[error("came in before")]
    AlOntvangen,
    /// The disk takes no more. Nothing was done; reading goes on.
    #[error("the disk is full")]
    OpslagVol,
    /// The journal cannot be reached. Nothing is known of the outcome: repeat with the same command id.
    #[error("outcome unknown")]
    Onbekend,
}

impl Weigering {
    /// What one may not see does not exist.
    pub const NIET_GEVONDEN: Self = Self::Geweigerd { code: "niet_gevonden" };

    /// A stored row of the document does not apply, so that its text as a whole cannot be given.
    pub const QUARANTAINE: Self = Self::Geweigerd { code: "document.quarantaine" };

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Geweigerd { code } | Self::Verwezen { code, .. } | Self::VanIemand { code, .. } => code,
            Self::Velden(velden) => match velden.as_slice() {
                [(_, code)] => code,
                _ => "invoer.ongeldig",
            },
            Self::Conflict { .. } => "opdracht.conflict",
            Self::Bezig => "server.bezig",
            Self::GeenZicht => "server.geen_zicht",
            Self::AlOntvangen => "opdracht.sleutel_hergebruikt",
            Self::OpslagVol => "opslag.vol",
            Self::Onbekend => "opdracht.uitkomst_onbekend",
        }
    }
}

impl From<Refusal> for Weigering {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Conflict { actual, .. } => Self::Conflict { versie: actual, eerder: None },
            Refusal::Claimed { scope: "bsn" } => Self::Geweigerd { code: "persoon.bsn_bestaat_al" },
            Refusal::Claimed { scope: "allegro_klant" } => {
                Self::Geweigerd { code: "rekening.klant_bestaat_al" }
            }
            Refusal::Claimed { scope: "groep" } => Self::Geweigerd { code: "groep.bestaat_al" },
            // The scope of a membership (`tafel::opdrachten::huishouden`).
            Refusal::Claimed { scope: "huishoudenlid" } => Self::Geweigerd { code: "huishouden.lid_elders" },
            // The database found one person on both sides (`entity::besluit`).
            Refusal::Claimed { scope: "vier_ogen" } => Self::Geweigerd { code: "besluit.eigen_werk" },
            // A report of an outside system that came in before (`tafel::opdrachten::kenmerk`).
            Refusal::Claimed { scope: "kenmerk_inhoud" } => Self::AlOntvangen,
            Refusal::Claimed { scope: "kenmerk" } => Self::Geweigerd { code: "opdracht.sleutel_hergebruikt" },
            Refusal::Claimed { .. } | Refusal::LeaseVoorbij { .. } => Self::Bezig,
            Refusal::CommandReused => Self::Geweigerd { code: "opdracht.sleutel_hergebruikt" },
            Refusal::DocumentClosed { .. } => Self::Geweigerd { code: "document.vastgesteld" },
            Refusal::ClientTaken { .. } => Self::Geweigerd { code: "document.client_van_ander" },
            Refusal::Missing => Self::NIET_GEVONDEN,
            Refusal::ConceptElders { versie } => Self::Conflict { versie, eerder: None },
            Refusal::ConceptWeg => Self::Geweigerd { code: "concept.al_ingeleverd" },
            Refusal::ConceptenVol => Self::Geweigerd { code: "concept.te_veel" },
            Refusal::Full => Self::OpslagVol,
        }
    }
}

impl From<Fault> for Weigering {
    fn from(_: Fault) -> Self {
        Self::Onbekend
    }
}
