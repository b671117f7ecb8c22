//! Bodies about a plan.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::ids::{ActieId, DoelId, DoelreactieId, MedewerkerId, ZaakId};
use crate::domain::plan::{Eigenaar, Instemming, Onderdeel, Uitkomst, Voor};

/// That something is kept from the leden, why and for how long.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweAchterhouding {
    /// Why, in a line or two.
    pub reden: String,
    /// The last day, `2026-12-31`; after it they see it.
    pub tot_en_met: String,
    /// The day on which it is looked at again, at the latest the last one.
    pub herzien_op: String,
}

/// `POST /plannen/{id}/achterhouden`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Achterhoudvraag {
    /// What.
    pub onderdeel: Onderdeel,
    /// Why and for how long.
    pub achterhouden: NieuweAchterhouding,
}

/// `POST /plannen/{id}/delen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenOnderdeel {
    /// What.
    pub onderdeel: Onderdeel,
}

/// `POST /plannen/{id}/doelen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwDoel {
    /// For whom.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: String,
    /// Kept from the leden from the first moment on; only what is for the groep.
    #[serde(default)]
    pub achterhouden: Option<NieuweAchterhouding>,
}

/// `POST /plannen/{id}/doelen/wijzigen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Doelwijziging {
    /// Which.
    pub doel: DoelId,
    /// In a line or two.
    pub omschrijving: String,
}

/// `POST /plannen/{id}/doelen/afronden`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Doelafronding {
    /// Which.
    pub doel: DoelId,
    /// How it ended.
    pub uitkomst: Uitkomst,
}

/// `POST /plannen/{id}/doelen/heropenen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenDoel {
    /// Which.
    pub doel: DoelId,
}

/// `POST /plannen/{id}/acties`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweActie {
    /// The goal that it serves.
    #[serde(default)]
    pub doel: Option<DoelId>,
    /// For whom; with a goal, for whom that is.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: String,
    /// Who does it.
    pub eigenaar: Eigenaar,
    /// When it should be done, `2026-12-10`.
    pub datum: String,
    /// When the owner wants to be reminded.
    #[serde(default)]
    pub herinnering: Option<String>,
    /// Kept from the leden from the first moment on; only what is for the groep.
    #[serde(default)]
    pub achterhouden: Option<NieuweAchterhouding>,
}

/// `POST /plannen/{id}/acties/gedaan` and `…/heropenen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenActie {
    /// Which.
    pub actie: ActieId,
}

/// `POST /plannen/{id}/doelen/reageren`, in the portal.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweDoelreactie {
    /// On which goal, by the id that the portal has for it.
    pub doel: DoelId,
    /// In one word.
    pub instemming: Instemming,
    /// In one's own words; who wants to say something about it does.
    #[serde(default)]
    pub tekst: Option<String>,
}

/// `POST /plannen/{id}/doelreacties/lezen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenDoelreactie {
    /// Which.
    pub reactie: DoelreactieId,
}

/// `POST /plannen/{id}/doelreacties/beantwoorden`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuwReactieantwoord {
    /// To which reaction.
    pub reactie: DoelreactieId,
    /// What is said, to the lid.
    pub tekst: String,
}

/// `POST /plannen/{id}/acties/melden` and `…/nog-niet`, in the portal.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweActiemelding {
    /// Which, by the id that the portal has for it.
    pub actie: ActieId,
    /// What one says with it.
    #[serde(default)]
    pub toelichting: Option<String>,
}

/// `POST /plannen/{id}/acties/doorvragen`.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NieuweDoorvraag {
    /// About which action.
    pub actie: ActieId,
    /// What is asked, of the lid.
    pub vraag: String,
}

/// `POST /plannen/{id}/zaken` and `…/loskoppelen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenZaak {
    /// Which.
    pub zaak: ZaakId,
}

/// `POST /plannen/{id}/regisseurs`, `…/verwijderen` and `/plannen/{id}/overdragen`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EenRegisseur {
    /// Who.
    pub regisseur: MedewerkerId,
}

/// `POST /plannen/{id}/sluiten`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Planafsluiting {
    /// What came of it.
    pub resultaat: String,
}
