//! A signaal, in each of its views.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{PersoonKort, Tijdlijnregel};
use crate::clock::Moment;
use crate::domain::bevoegdheid::{Kring, Toegang};
use crate::domain::ids::{GroepId, InzendingId, PersoonId, SignaalId};
use crate::domain::signaal::{Afhandeling, Betrouwbaarheid, Bronsoort, Signaalsoort};
use crate::domain::zaak::Urgentie;

/// A kind of signaal, for a form.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SoortWat {
    /// The word.
    pub code: Signaalsoort,
    /// What people call it.
    pub naam: String,
    /// Years that a signaal of this kind is kept after its last change.
    pub bewaarjaren: i16,
    /// Nobody reports one any more: only to look for.
    pub gestopt: bool,
}

/// Whom a signaal is about.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BetreftWat {
    /// A person.
    Persoon(PersoonKort),
    /// A groep.
    Groep(GroepId),
    /// Somebody who is not known here yet.
    NogOnbekend(NogOnbekendWat),
}

/// What a source said of somebody who is not known here.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NogOnbekendWat {
    /// Name.
    pub naam: Option<String>,
    /// Date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// BSN, for finding out who it is; only with the content.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bsn: Option<String>,
}

/// A signaal's line in the register: *dat*, and for who has *wat* whom it is about and from what kind of source.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SignaalRij {
    /// How far the reader may look.
    pub toegang: Toegang,
    /// Which.
    pub id: SignaalId,
    /// What it is about.
    pub signaalsoort: Signaalsoort,
    /// What people call that.
    pub soort_naam: String,
    /// How soon somebody must look.
    pub urgentie: Urgentie,
    /// When the first report came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
    /// When the last one came in.
    #[schema(value_type = String, format = DateTime)]
    pub laatst_op: Moment,
    /// How often it was reported.
    pub keren: usize,
    /// What was done with it; `null` while it is open.
    pub afgehandeld: Option<Afhandeling>,
    /// The signaal in which all of it is, since they turned out to be the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opgegaan_in: Option<SignaalId>,
    /// Postcode and place of whom it is about; absent under *dat*, and when the address is kept from others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plaats: Option<String>,
    /// Whom it is about; absent under *dat*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub betreft: Option<BetreftWat>,
    /// From which kinds of source; absent under *dat*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bronnen: Option<Vec<Bronsoort>>,
}

/// One report with its source, which is protected: this view is for the wijkteam and the regisseur only.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct InzendingWat {
    /// Which.
    pub id: InzendingId,
    /// What kind of source.
    pub bronsoort: Bronsoort,
    /// Who.
    pub bron: String,
    /// How far it can be relied on.
    pub betrouwbaarheid: Betrouwbaarheid,
    /// The source's own reference.
    pub kenmerk: Option<String>,
    /// In their words.
    pub toelichting: Option<String>,
    /// When they saw it.
    #[schema(value_type = String, format = Date)]
    pub waargenomen_op: Date,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
}

/// *Wat*: a signaal with its reports. The name of whom it is about comes with `signaal/<id>@rij`.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SignaalWat {
    /// Which.
    pub id: SignaalId,
    /// What it is about.
    pub signaalsoort: Signaalsoort,
    /// What people call that.
    pub soort_naam: String,
    /// How soon somebody must look.
    pub urgentie: Urgentie,
    /// The person, once known.
    pub persoon: Option<PersoonId>,
    /// The groep, when it is about one.
    pub groep: Option<GroepId>,
    /// What was said of somebody who is not known here yet.
    pub nog_onbekend: Option<NogOnbekendWat>,
    /// Each report, the first one first.
    pub inzendingen: Vec<InzendingWat>,
    /// What was done with it; `null` while it is open.
    pub afgehandeld: Option<Afhandeling>,
    /// The signaal in which all of it is, since they turned out to be the same. Whoever may see that one may see this one.
    pub opgegaan_in: Option<SignaalId>,
    /// The signalen of which it has the reports too.
    pub samengevoegd: Vec<SignaalId>,
    /// The last day on which it is kept, when nothing changes any more.
    #[schema(value_type = String, format = Date)]
    pub bewaren_tot: Date,
    /// The version of the signaal.
    pub versie: u64,
    /// What happened, newest first.
    pub tijdlijn: Vec<Tijdlijnregel>,
}

/// `GET /signalen/{id}`: as far as the reader may look.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "toegang", rename_all = "snake_case")]
pub enum SignaalAntwoord {
    /// Only that it is there.
    Dat(SignaalRij),
    /// The content, with which the reader may do something.
    Schrijven(SignaalWat),
}

/// Several signalen within months about one person or groep: the item, with why it is there (KING-ZT22).
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AandachtWat {
    /// The person or the groep.
    pub id: Uuid,
    /// As which part of the wijkteam sees it.
    pub kring: Kring,
    /// Whom it is about.
    pub betreft: BetreftWat,
    /// The signalen that made it, oldest first.
    pub signalen: Vec<AandachtSignaal>,
    /// The months within which they came in.
    pub maanden: i32,
}

/// One of the signalen that made an item.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct AandachtSignaal {
    /// Which.
    pub id: SignaalId,
    /// What it is about.
    pub signaalsoort: Signaalsoort,
    /// What people call that.
    pub soort_naam: String,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
}

/// What a source hears: that it came in. Not whether others reported the same, nor whether the person is known.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ontvangen {
    /// The report.
    pub inzending: InzendingId,
    /// The source's own reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kenmerk: Option<String>,
}
