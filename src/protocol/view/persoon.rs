//! A person.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::GezagWat;
use crate::clock::Moment;
use crate::domain::ids::{PersoonId, ZaakId};
use crate::domain::persoon::BrpVeld;
use crate::poort::Doel;

/// The person of a zaak, as in a list.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonKort {
    /// Who.
    pub id: PersoonId,
    /// Their name.
    pub naam: String,
    /// Their date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// What is known of them when nobody knows who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beschrijving: Option<String>,
}

/// From where somebody was found.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Herkomst {
    /// Known here.
    Bekend,
    /// Only in the BRP; to be taken over before anything can be registered for them.
    Brp,
}

/// Whether the BRP was asked, and what came of it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BrpStand {
    /// It answered; nobody found there is nobody there.
    Geantwoord,
    /// It could not be reached or gave no answer to go on. Who is known here was found all the same.
    NietBereikbaar,
    /// It wants a better question: too many have this name.
    TeVeel,
    /// There was no need: somebody with this BSN is known here.
    NietGevraagd,
    /// This installation has no BRP.
    NietIngericht,
}

/// Somebody who was found.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct PersoonTreffer {
    /// From where.
    pub bron: Herkomst,
    /// Who, when known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<PersoonId>,
    /// Their BSN, to take them over; only of who is not known here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bsn: Option<String>,
    /// Their name.
    pub naam: String,
    /// Their date of birth.
    #[schema(value_type = Option<String>, format = Date)]
    pub geboortedatum: Option<Date>,
    /// Street and number, to tell namesakes apart. Absent when they keep it from others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adresregel: Option<String>,
    /// Whether they keep their address from others.
    pub adres_geheim: bool,
    /// Not found by the name as asked; the name sounds like it.
    pub klinkt_als: bool,
    /// Died, moved abroad, …: the BRP keeps their data up to date no longer.
    pub opgeschort: bool,
}

/// `POST /personen/zoek`: who was found, the exact ones first.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Zoekantwoord {
    /// At most fifty known here and sixty of the BRP.
    pub items: Vec<PersoonTreffer>,
    /// Whether the BRP was asked, and what came of it.
    pub brp: BrpStand,
}

/// What the BRP said of somebody when it was last taken over.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct BrpWat {
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub op: Moment,
    /// For what it was asked.
    #[schema(value_type = String)]
    pub doel: Doel,
    /// Where they are registered. Absent when they keep it from others.
    pub adres: Option<AdresWat>,
    /// In what our own data differ from it.
    pub wijkt_af: Vec<BrpVeld>,
    /// The municipality doubts some of it.
    pub in_onderzoek: bool,
    /// Why it is kept up to date no longer (`overlijden`, …).
    pub opschorting: Option<String>,
}

/// Where somebody lives.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
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
    /// Address. Absent when they keep it from others: see `GET /personen/{id}/adres`.
    pub adres: Option<AdresWat>,
    /// Whether they keep their address from others.
    pub adres_geheim: bool,
    /// What is known of them when nobody knows who they are; the names are then empty.
    pub beschrijving: Option<String>,
    /// Who has or had gezag over them.
    pub gezag: Vec<GezagWat>,
    /// What the BRP said.
    pub brp: Option<BrpWat>,
    /// The version of the person.
    pub versie: u64,
}

/// A minor over whom the reader has gezag, with what runs for them as far as the age allows: `GET /mijn/kinderen`.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct KindWat {
    /// Who.
    pub persoon: PersoonId,
    /// Their name.
    pub naam: String,
    /// What runs, of the zaken in the reader's werkvoorraad.
    pub zaken: Vec<ZaakId>,
}
