//! A zaak, in each of its views.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{BesluitWat, Door, GedaanDoor, KlantcontactWat, PersoonKort, TaakWat};
use crate::clock::Moment;
use crate::domain::bevoegdheid::Toegang;
use crate::domain::ids::{ContactId, PersoonId, ZaakId};
use crate::domain::zaak::{Bevestigingsweg, Kanaal, Urgentie, Zaakstatus};
use crate::domain::zaaktype::{Domein, Zaaktype};

/// *Dat*: that a zaak runs. Type, state, handlers, dates; no person and no content.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// By which day who reported must have been spoken to, as long as nobody was: for who distributes the work, may take it or reads
    /// it, and absent for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub contact_uiterlijk: Option<Date>,
    /// The version of the zaak.
    pub versie: u64,
}

/// One line of a list of zaken: *dat*, and for who has *wat* the person and the subject too.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// By which day who reported must have been spoken to, as long as nobody was: for who distributes the work, may take it or reads
    /// it, and absent for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub contact_uiterlijk: Option<Date>,
    /// When the person whom it is about was told that it came in; absent when they were not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub bevestigd_op: Option<Moment>,
    /// How that person is told: by the portal, or not at all, so that somebody must give them the number. Absent where they may not know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bevestiging: Option<Bevestigingsweg>,
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
    /// The days of the taken that wait in it, the earliest first; absent under *dat*, and when nothing waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>)]
    pub open_taken: Vec<Date>,
    /// For who may be the second pair of eyes of the besluit that waits in it: who asks, and since when. Absent everywhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub te_accorderen: Option<GedaanDoor>,
}

/// One act in a zaak's timeline.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// What was written down, where the line is about that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tekst: Option<String>,
    /// The goal, action, zaak or signaal that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub over: Option<Uuid>,
}

/// *Wat*: a zaak with its content.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// By which day who reported must have been spoken to, as long as nobody was: for who distributes the work, may take it or reads
    /// it, and absent for everybody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    pub contact_uiterlijk: Option<Date>,
    /// The version of the zaak.
    pub versie: u64,
    /// Who it is about; the name comes with `persoon/<id>@wat`.
    pub persoon: PersoonId,
    /// One line.
    pub onderwerp: String,
    /// The short report, of a melding that was registered by itself.
    pub toelichting: Option<String>,
    /// The contact in which it was reported; its report comes with `contact/<id>@wat`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<ContactId>,
    /// The way in.
    pub kanaal: Kanaal,
    /// How soon.
    pub urgentie: Urgentie,
    /// What is decided, or about to be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub besluit: Option<BesluitWat>,
    /// What its behandelaars are to do, and did, in the order in which it was set down.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<TaakWat>,
    /// Who was spoken to, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub klantcontacten: Vec<KlantcontactWat>,
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
