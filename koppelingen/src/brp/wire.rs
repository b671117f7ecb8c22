//! Answers as the BRP sends them (its OpenAPI, 2.7.0), as far as we ask. Unknown fields are passed over; known ones must fit.

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
pub(super) struct Antwoord {
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// Persons; read one by one, as a person doubted anywhere is a person doubted.
    pub(super) personen: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Persoon {
    pub(super) burgerservicenummer: Option<String>,
    pub(super) naam: Option<Naam>,
    pub(super) geslacht: Option<Code>,
    pub(super) geboorte: Option<MetDatum>,
    pub(super) overlijden: Option<MetDatum>,
    pub(super) opschorting_bijhouding: Option<Opschorting>,
    pub(super) geheimhouding_persoonsgegevens: Option<bool>,
    pub(super) gemeente_van_inschrijving: Option<Code>,
    pub(super) verblijfplaats: Option<Verblijfplaats>,
    pub(super) adressering: Option<Adressering>,
    #[serde(default)]
    pub(super) kinderen: Vec<Verwant>,
    #[serde(default)]
    pub(super) ouders: Vec<Verwant>,
    #[serde(default)]
    pub(super) partners: Vec<Verwant>,
    #[serde(default)]
    pub(super) gezag: Vec<Gezag>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Naam {
    pub(super) voornamen: Option<String>,
    pub(super) voorletters: Option<String>,
    pub(super) voorvoegsel: Option<String>,
    pub(super) geslachtsnaam: Option<String>,
    pub(super) volledige_naam: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Code {
    pub(super) code: String,
}

#[derive(Deserialize)]
pub(super) struct MetDatum {
    pub(super) datum: Option<Datum>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
pub(super) enum Datum {
    #[serde(rename = "Datum")]
    Heel { datum: Date },
    #[serde(rename = "JaarMaandDatum")]
    ZonderDag { jaar: i16, maand: i8 },
    #[serde(rename = "JaarDatum")]
    Jaar { jaar: i16 },
    #[serde(rename = "DatumOnbekend")]
    Onbekend,
}

#[derive(Deserialize)]
pub(super) struct Opschorting {
    pub(super) reden: Option<Code>,
    pub(super) datum: Option<Datum>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
pub(super) enum Verblijfplaats {
    Adres(Box<Adres>),
    Locatie,
    #[serde(rename = "VerblijfplaatsBuitenland")]
    Buitenland,
    #[serde(rename = "VerblijfplaatsOnbekend")]
    Onbekend,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Adres {
    pub(super) functie_adres: Option<Code>,
    pub(super) adresseerbaar_object_identificatie: Option<String>,
    pub(super) datum_van: Option<Datum>,
    pub(super) indicatie_vastgesteld_verblijft_niet_op_adres: Option<bool>,
    pub(super) verblijfadres: Option<Verblijfadres>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Verblijfadres {
    pub(super) officiele_straatnaam: Option<String>,
    pub(super) korte_straatnaam: Option<String>,
    pub(super) huisnummer: Option<u32>,
    pub(super) huisletter: Option<String>,
    pub(super) huisnummertoevoeging: Option<String>,
    pub(super) postcode: Option<String>,
    pub(super) woonplaats: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct Adressering {
    pub(super) adresregel1: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Verwant {
    pub(super) burgerservicenummer: Option<String>,
    pub(super) naam: Option<Naam>,
    pub(super) geboorte: Option<MetDatum>,
    pub(super) ontbinding_huwelijk_partnerschap: Option<MetDatum>,
}

#[derive(Deserialize)]
pub(super) struct Gezag {
    pub(super) minderjarige: Minderjarige,
    #[serde(default, rename = "inOnderzoek")]
    pub(super) in_onderzoek: bool,
    #[serde(flatten)]
    pub(super) relatie: Relatie,
}

#[derive(Deserialize)]
pub(super) struct Minderjarige {
    pub(super) burgerservicenummer: String,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
pub(super) enum Relatie {
    GezamenlijkOuderlijkGezag {
        ouders: Vec<Drager>,
    },
    EenhoofdigOuderlijkGezag {
        ouder: Drager,
    },
    GezamenlijkGezag {
        ouder: Drager,
        derde: Derde,
    },
    Voogdij {
        // Absent or empty: an institution.
        #[serde(default)]
        derden: Vec<Drager>,
    },
    TijdelijkGeenGezag,
    GezagNietTeBepalen,
}

#[derive(Deserialize)]
pub(super) struct Drager {
    pub(super) burgerservicenummer: Option<String>,
    pub(super) naam: Option<VolledigeNaam>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VolledigeNaam {
    pub(super) volledige_naam: Option<String>,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
pub(super) enum Derde {
    BekendeDerde(Drager),
    OnbekendeDerde,
}
