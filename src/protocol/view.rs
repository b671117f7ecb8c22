//! What is shown. One type per view: whoever may see the view may see all of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::clock::Moment;
use crate::domain::bevoegdheid::Toegang;
use crate::domain::document::Documentsoort;
use crate::domain::ids::{DocumentId, GemeenteId, GesprekId, MedewerkerId, PersoonId, ZaakId};
use crate::domain::medewerker::Rol;
use crate::domain::zaak::{Kanaal, Urgentie, Zaakstatus};
use crate::domain::zaaktype::{Domein, Zaaktype};

/// Somebody, as named beside an act.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Door {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
}

/// A colleague one may choose.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MedewerkerKort {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// Their role.
    pub rol: Rol,
    /// What people call the role.
    pub rol_naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// The field of law they work in.
    pub team: Option<Domein>,
}

/// A municipality, by name.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GemeenteKort {
    /// Which.
    pub id: GemeenteId,
    /// Its name.
    pub naam: String,
}

/// When the session ends.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct SessieWat {
    /// When nothing is done until then.
    #[schema(value_type = String, format = DateTime)]
    pub verloopt_op: Moment,
    /// In any case.
    #[schema(value_type = String, format = DateTime)]
    pub uiterlijk_op: Moment,
}

/// Who is logged in.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Ik {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// The role of this session.
    pub rol: Rol,
    /// What people call the role.
    pub rol_naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// For which municipality.
    pub gemeente: GemeenteKort,
    /// The field of law they work in.
    pub team: Option<Domein>,
    /// For a resident: which person they are.
    pub persoon: Option<PersoonId>,
    /// The session.
    pub sessie: SessieWat,
}

/// *Dat*: that a zaak runs. Type, state, handlers, dates; no person and no content.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ZaakDat {
    /// Which zaak.
    pub id: ZaakId,
    /// The number that people use.
    pub zaaknummer: String,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// What people call the zaaktype.
    pub zaaktype_naam: String,
    /// The field of law.
    pub domein: Domein,
    /// How far it is.
    pub status: Zaakstatus,
    /// Who works on it.
    pub behandelaars: Vec<Door>,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
    /// The last day of the legal term.
    #[schema(value_type = String, format = Date)]
    pub uiterlijk_op: Date,
    /// The version of the zaak.
    pub versie: u64,
}

/// The person of a zaak, as in a list.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonKort {
    /// Who.
    pub id: PersoonId,
    /// Their name.
    pub naam: String,
    /// Their date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
}

/// One line of a list of zaken: *dat*, and for who has *wat* the person and the subject too.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ZaakRij {
    /// How far the reader may look.
    pub toegang: Toegang,
    /// Which zaak.
    pub id: ZaakId,
    /// The number that people use.
    pub zaaknummer: String,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// What people call the zaaktype.
    pub zaaktype_naam: String,
    /// The field of law.
    pub domein: Domein,
    /// How far it is.
    pub status: Zaakstatus,
    /// Who works on it.
    pub behandelaars: Vec<Door>,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
    /// The last day of the legal term.
    #[schema(value_type = String, format = Date)]
    pub uiterlijk_op: Date,
    /// The version of the zaak.
    pub versie: u64,
    /// Who it is about; absent under *dat*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persoon: Option<PersoonKort>,
    /// The subject; absent under *dat*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onderwerp: Option<String>,
    /// How soon; absent under *dat*.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub urgentie: Option<Urgentie>,
}

/// One act in a zaak's timeline.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Tijdlijnregel {
    /// The version it made.
    pub versie: u64,
    /// What happened, such as `ZaakToegewezen`.
    pub soort: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Moment,
    /// Who did it.
    pub door: Option<Door>,
    /// To whom, where people are named in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub namen: Vec<String>,
    /// The reason that was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reden: Option<String>,
}

/// *Wat*: a zaak with its content.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct ZaakWat {
    /// Which zaak.
    pub id: ZaakId,
    /// The number that people use.
    pub zaaknummer: String,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// What people call the zaaktype.
    pub zaaktype_naam: String,
    /// The field of law.
    pub domein: Domein,
    /// How far it is.
    pub status: Zaakstatus,
    /// Who works on it.
    pub behandelaars: Vec<Door>,
    /// When it came in.
    #[schema(value_type = String, format = DateTime)]
    pub ontvangen_op: Moment,
    /// The last day of the legal term.
    #[schema(value_type = String, format = Date)]
    pub uiterlijk_op: Date,
    /// The version of the zaak.
    pub versie: u64,
    /// Who it is about; the name comes with `persoon/<id>@wat`.
    pub persoon: PersoonId,
    /// One line.
    pub onderwerp: String,
    /// The short report.
    pub toelichting: Option<String>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    pub urgentie: Urgentie,
    /// What happened, newest first.
    pub tijdlijn: Vec<Tijdlijnregel>,
}

/// `GET /zaken/{id}`: as far as the reader may look.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "toegang", rename_all = "snake_case")]
pub enum ZaakAntwoord {
    /// Only that it runs.
    Dat(ZaakDat),
    /// The content.
    Wat(ZaakWat),
    /// The content, which the reader may change.
    Schrijven(ZaakWat),
}

/// Where somebody lives.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdresWat {
    /// Street.
    pub straat: String,
    /// House number with letter or addition.
    pub huisnummer: String,
    /// Postcode.
    pub postcode: String,
    /// Place.
    pub plaats: String,
}

/// A person with all that is known.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonWat {
    /// Who.
    pub id: PersoonId,
    /// The name as one says it.
    pub naam: String,
    /// BSN.
    pub bsn: Option<String>,
    /// First names.
    pub voornamen: String,
    /// Prefix.
    pub voorvoegsel: Option<String>,
    /// Family name.
    pub achternaam: String,
    /// Date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// Telephone.
    pub telefoon: Option<String>,
    /// Address.
    pub adres: Option<AdresWat>,
    /// The version of the person.
    pub versie: u64,
}

/// A talk.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct GesprekWat {
    /// Which.
    pub id: GesprekId,
    /// The zaken it is about.
    pub zaken: Vec<ZaakId>,
    /// Who takes part.
    pub deelnemers: Vec<Door>,
    /// What is written about it.
    pub documenten: Vec<DocumentId>,
    /// The version of the gesprek.
    pub versie: u64,
}

/// A document in a list.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentKort {
    /// Which.
    pub id: DocumentId,
    /// What kind of text.
    pub soort: Documentsoort,
    /// What people call it.
    pub titel: String,
    /// The talk it belongs to.
    pub gesprek: GesprekId,
    /// Who may read and write it.
    pub deelnemers: Vec<Door>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub geopend_op: Moment,
}

/// Whether a document takes text.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Documentstatus {
    /// People write.
    Open,
    /// Being signed.
    Bevroren,
    /// Signed.
    Getekend,
    /// A stored row does not apply: it is shown as it stood before, for reading only.
    Quarantaine,
}

/// Who writes under a Yjs client id.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Auteur {
    /// The Yjs client id.
    pub client: u64,
    /// Whose it is; `null` for the template.
    pub door: Option<Door>,
}

/// A document, without its text.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct DocumentWat {
    /// Which.
    pub id: DocumentId,
    /// What kind of text.
    pub soort: Documentsoort,
    /// What people call it.
    pub titel: String,
    /// Whether it takes text.
    pub status: Documentstatus,
    /// The talk it belongs to.
    pub gesprek: GesprekId,
    /// The zaken it is about.
    pub zaken: Vec<ZaakId>,
    /// Who may read and write it.
    pub deelnemers: Vec<Door>,
    /// Who writes under which client id.
    pub auteurs: Vec<Auteur>,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub geopend_op: Moment,
}

/// Somebody who has a zaak or a document open.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Aanwezige {
    /// Who.
    pub id: MedewerkerId,
    /// Their name.
    pub naam: String,
    /// What stands on their chair.
    pub initiaal: String,
    /// The colour of their chair in this room: place 1 to 8.
    pub plek: u8,
}

/// What a command answers.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Uitgevoerd {
    /// What it was done to, or what it made.
    pub id: Uuid,
    /// Its version now.
    pub versie: u64,
    /// The place in the feed that a reader must have passed to see it.
    pub positie: u64,
    /// The number of a new zaak.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zaaknummer: Option<String>,
    /// The talk of a new document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gesprek: Option<GesprekId>,
}
