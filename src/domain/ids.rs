//! Ids. All are UUIDv7 and each kind is a type of its own, so that a persoon cannot stand where a zaak is meant.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        #[schema(value_type = String, format = Uuid)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }
    )+};
}

id! {
    /// A municipality that this installation serves.
    GemeenteId,
    /// A resident or anyone else a zaak is about.
    PersoonId,
    /// One matter of one zaaktype.
    ZaakId,
    /// A talk, to which reports belong; its deelnemers are their audience.
    GesprekId,
    /// One text that people write together.
    DocumentId,
    /// Somebody who logs in to work here.
    MedewerkerId,
    /// Who factually live together.
    HuishoudenId,
    /// One contact with a resident: what was said, and the meldingen that came of it.
    ContactId,
    /// Persons that a regisseur looks at together; not the huishouden (KING-G1).
    GroepId,
    /// What a groep and its helpers agreed to do.
    PlanId,
    /// A goal in a plan.
    DoelId,
    /// What a lid of the groep thinks of a goal.
    DoelreactieId,
    /// A remark in the margin of a document, with what was answered to it.
    OpmerkingId,
    /// Something that somebody is going to do for a plan.
    ActieId,
    /// Something that a behandelaar is going to do in a zaak.
    TaakId,
    /// That somebody was spoken to in a running zaak.
    KlantcontactId,
    /// A worry that somebody reported; not a zaak (KING-ZT21).
    SignaalId,
    /// One report of a signaal: of the same worry there can be several.
    InzendingId,
    /// A rekening in budgetbeheer.
    BeheerrekeningId,
    /// Rights that somebody gets from a moment to a moment.
    ToekenningId,
    /// A letter to a resident.
    BriefId,
    /// A look that somebody else looks back at.
    NazichtId,
    /// One command; the same id is the same command, however often it is sent.
    CommandId,
}

/// The position in a stream: how many events it holds. Dense, from 1.
pub type Version = u64;
