//! Bodies about a contact.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::contact::{Identiteitscontrole, Verslagvraag};
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::zaak::{Kanaal, Urgentie};
use crate::domain::zaaktype::Zaaktype;

/// Who speaks.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "soort", rename_all = "snake_case", deny_unknown_fields)]
pub enum SprekerKeuze {
    /// Somebody who is known here.
    Persoon {
        /// Who.
        persoon: PersoonId,
        /// Under which number they can be called back.
        #[serde(default)]
        telefoon: Option<String>,
    },
    /// Somebody else.
    Ander {
        /// Their name.
        naam: String,
        /// How they stand to the persons whom it is about.
        #[serde(default)]
        relatie: Option<String>,
        /// Under which number they can be called back.
        #[serde(default)]
        telefoon: Option<String>,
    },
    /// Somebody who does not say who they are.
    Anoniem {},
}

/// An answer in the short report. An empty one counts as none.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwAntwoord {
    /// To which question.
    pub vraag: Verslagvraag,
    /// What was said.
    pub tekst: String,
}

/// One melding of a contact.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweContactmelding {
    /// Who it is about.
    pub persoon: PersoonId,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// One line.
    pub onderwerp: String,
    /// How soon.
    #[serde(default)]
    pub urgentie: Urgentie,
    /// Who works on it from the start; nobody (the werkvoorraad) when empty.
    #[serde(default)]
    pub behandelaars: Vec<MedewerkerId>,
}

/// `POST /contacten`: one contact, its short report and the meldingen that come of it, all or nothing.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwContactmoment {
    /// The way in.
    pub kanaal: Kanaal,
    /// Who speaks.
    pub spreker: SprekerKeuze,
    /// How it was seen that they are who they say.
    pub controle: Identiteitscontrole,
    /// The short report.
    pub verslag: Vec<NieuwAntwoord>,
    /// The meldingen, at least one.
    pub meldingen: Vec<NieuweContactmelding>,
    /// The version of one's concept that this was: with this command it is no concept any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<u64>,
}

/// `POST /contacten/{id}/aanvullingen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweAanvulling {
    /// What is added.
    pub tekst: String,
}
