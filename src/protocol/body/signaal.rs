//! Bodies about a signaal.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{GroepId, PersoonId};
use crate::domain::signaal::{Afhandeling, Betrouwbaarheid, Signaalsoort};

/// `POST /signalen`: what somebody reports who is logged in. Whom it is about is one of: a person or a groep whom one knows here, a
/// BSN, or a name (with a date of birth, where known).
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwSignaal {
    /// What it is about.
    pub soort: Signaalsoort,
    /// A person.
    #[serde(default)]
    pub persoon: Option<PersoonId>,
    /// A groep.
    #[serde(default)]
    pub groep: Option<GroepId>,
    /// BSN.
    #[serde(default)]
    pub bsn: Option<String>,
    /// Name.
    #[serde(default)]
    pub naam: Option<String>,
    /// Date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
    /// What was seen or heard.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// When; today when absent.
    #[serde(default)]
    pub waargenomen_op: Option<String>,
    /// How far it can be relied on; seen oneself when absent. Not more than `signaalsoorten` offers the asker.
    #[serde(default)]
    pub betrouwbaarheid: Option<Betrouwbaarheid>,
    /// The source's own reference.
    #[serde(default)]
    pub kenmerk: Option<String>,
    /// The version of one's concept that this was: with this command it is no concept any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub concept: Option<u64>,
}

/// `POST /signalen/inkomend`: what an outside system reports with its key. The same `kenmerk` again is the same report.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InkomendSignaal {
    /// The source's own reference.
    pub kenmerk: String,
    /// What it is about.
    pub soort: Signaalsoort,
    /// BSN of whom it is about.
    #[serde(default)]
    pub bsn: Option<String>,
    /// Or their name …
    #[serde(default)]
    pub naam: Option<String>,
    /// … and date of birth, `1958-03-14`.
    #[serde(default)]
    pub geboortedatum: Option<String>,
    /// What the source knows.
    #[serde(default)]
    pub toelichting: Option<String>,
    /// Since when; today when absent.
    #[serde(default)]
    pub waargenomen_op: Option<String>,
    /// How far it can be relied on, when less than the source is in general.
    #[serde(default)]
    pub betrouwbaarheid: Option<Betrouwbaarheid>,
}

/// `POST /signalen/{id}/persoon`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Persoonaanwijzing {
    /// Who it is.
    pub persoon: PersoonId,
}

/// `POST /signalen/{id}/afhandelen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignaalAfhandeling {
    /// What was done.
    pub afhandeling: Afhandeling,
}

/// `POST /signalen/{id}/heropenen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Signaalheropening {
    /// Why.
    pub reden: String,
}

/// `POST /signalen/{id}/groepstraject`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Groepstraject {
    /// The persons of the groep, whom it is about among them.
    pub leden: Vec<PersoonId>,
    /// Why these persons; asked of who has nothing to do with one of them yet, and told to that one.
    #[serde(default)]
    pub waarom: Option<String>,
}
