//! The Basisregistratie Personen. The types follow Haal Centraal BRP Personen Bevragen v2.
//!
//! `Debug` of everything here shows no personal data. What was not asked for a purpose is `None`; what was asked and is not there is an
//! empty list.

use std::fmt;

use jiff::civil::Date;

use super::{Antwoord, Doel, Doelbinding};
use crate::clock::Moment;
use crate::domain::bsn::Bsn;

/// The BRP as the rest of the program knows it. One question is one look at persons' data: who asks writes the trail first.
pub trait Brp: Send + Sync + 'static {
    /// The person with this BSN; `None` when the BRP does not know the number.
    fn raadpleeg<'a>(&'a self, bsn: &'a Bsn, doelbinding: Doelbinding) -> Antwoord<'a, Option<BrpPersoon>>;

    /// Living persons with this name and date of birth, at most [`super::limits::TREFFERS_MAX`]. When nobody has exactly this name, those
    /// whose name begins with the same three letters, marked [`BrpTreffer::op_klank`]: candidates, of which the domain judges the sound.
    fn zoek<'a>(&'a self, vraag: &'a BrpZoekvraag, doelbinding: Doelbinding)
    -> Antwoord<'a, Vec<BrpTreffer>>;

    /// Living persons who are registered as living at this address. Who only gets mail there (briefadres) is left out.
    fn op_adres<'a>(
        &'a self,
        adres: &'a Adresvraag,
        doelbinding: Doelbinding,
    ) -> Antwoord<'a, Vec<BrpTreffer>>;
}

/// A date as the BRP knows it: parts may be unknown.
#[derive(Copy, Clone, Eq, PartialEq)]
pub enum BrpDatum {
    /// A whole date.
    Datum(Date),
    /// The day is unknown.
    JaarMaand {
        /// Year.
        jaar: i16,
        /// Month, 1 to 12.
        maand: i8,
    },
    /// Day and month are unknown.
    Jaar(i16),
    /// Nothing is known.
    Onbekend,
}

impl BrpDatum {
    /// The date, when all of it is known.
    #[must_use]
    pub fn volledig(self) -> Option<Date> {
        match self {
            Self::Datum(datum) => Some(datum),
            Self::JaarMaand { .. } | Self::Jaar(_) | Self::Onbekend => None,
        }
    }
}

/// The parts of a name.
#[derive(Clone, Default, Eq, PartialEq)]
pub struct BrpNaam {
    /// First names, with spaces between.
    pub voornamen: Option<String>,
    /// Initials.
    pub voorletters: Option<String>,
    /// Prefix, such as `van der`.
    pub voorvoegsel: Option<String>,
    /// Family name without prefix. Some people have one name only, which then stands here.
    pub geslachtsnaam: Option<String>,
    /// The whole name, as the BRP makes it.
    pub volledige_naam: Option<String>,
}

/// Sex as registered.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Geslacht {
    /// `M`
    Man,
    /// `V`
    Vrouw,
    /// `O`
    Onbekend,
}

/// The BAG's id of a home, berth or pitch: 16 digits. Two people live at one address when these are equal, not when texts are.
#[derive(Clone, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct AdresseerbaarObject(String);

impl AdresseerbaarObject {
    /// Reads 16 digits that are not all zero; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let sixteen = text.len() == 16 && text.bytes().all(|b| b.is_ascii_digit());
        (sixteen && text.bytes().any(|b| b != b'0')).then(|| Self(text.to_owned()))
    }

    /// The 16 digits.
    #[must_use]
    pub fn cijfers(&self) -> &str {
        &self.0
    }
}

/// What an address is for its person.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum FunctieAdres {
    /// `W`: lives there.
    Woonadres,
    /// `B`: only gets mail there, and does not count as living there.
    Briefadres,
}

/// A Dutch address.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpAdres {
    /// What it is for; absent when the BRP does not say.
    pub functie: Option<FunctieAdres>,
    /// Which home. Absent for old addresses that the BAG does not know.
    pub object: Option<AdresseerbaarObject>,
    /// Street.
    pub straat: Option<String>,
    /// House number, 1 to 99999.
    pub huisnummer: Option<u32>,
    /// One letter.
    pub huisletter: Option<String>,
    /// Up to four characters, such as `bis`.
    pub toevoeging: Option<String>,
    /// `1234AB`, without a space.
    pub postcode: Option<String>,
    /// Place.
    pub woonplaats: Option<String>,
    /// Since when.
    pub datum_van: Option<BrpDatum>,
    /// The municipality has established that the person does not live here.
    pub verblijft_hier_niet: bool,
}

/// Where somebody is registered.
#[derive(Clone, Eq, PartialEq)]
pub enum Verblijfplaats {
    /// An address.
    Adres(BrpAdres),
    /// A place without an address, such as a boat on open water.
    Locatie,
    /// Abroad.
    Buitenland,
    /// Unknown.
    Onbekend,
}

/// Why the BRP keeps somebody's data no longer up to date.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum OpschortingReden {
    /// `O`: died.
    Overlijden,
    /// `E`: moved abroad.
    Emigratie,
    /// `M`: by order of the minister.
    MinisterieelBesluit,
    /// `R`: a non-resident.
    Rni,
    /// `F`: was registered by mistake.
    Fout,
    /// A reason that this release does not know. The data are out of date all the same.
    Anders,
}

/// The data are kept up to date no longer.
#[derive(Clone, Eq, PartialEq)]
pub struct Opschorting {
    /// Why.
    pub reden: OpschortingReden,
    /// Since when.
    pub datum: Option<BrpDatum>,
}

/// A child, parent or partner as it stands with a person.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpVerwant {
    /// Their BSN; some have none.
    pub bsn: Option<Bsn>,
    /// Their name, where it was asked.
    pub naam: Option<BrpNaam>,
    /// Their birth, where it was asked.
    pub geboorte: Option<BrpDatum>,
}

/// A marriage or registered partnership: the present one, or else the last that was dissolved.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpPartner {
    /// Who.
    pub wie: BrpVerwant,
    /// It was dissolved (then since when, as far as known).
    pub ontbonden: Option<BrpDatum>,
}

/// Somebody who has gezag.
#[derive(Clone, Eq, PartialEq)]
pub struct Gezagdrager {
    /// Their BSN; a parent abroad has none.
    pub bsn: Option<Bsn>,
    /// Their whole name.
    pub naam: Option<String>,
}

/// Somebody who has gezag and is no parent.
#[derive(Clone, Eq, PartialEq)]
pub enum Derde {
    /// Who.
    Bekend(Gezagdrager),
    /// There is somebody; the BRP does not know who.
    Onbekend,
}

/// How the gezag over a minor is arranged; the kinds of the standard.
#[derive(Clone, Eq, PartialEq)]
pub enum Gezagsrelatie {
    /// Both parents.
    GezamenlijkOuderlijkGezag {
        /// The two.
        ouders: Vec<Gezagdrager>,
    },
    /// One parent.
    EenhoofdigOuderlijkGezag {
        /// Which.
        ouder: Gezagdrager,
    },
    /// A parent and somebody else.
    GezamenlijkGezag {
        /// The parent.
        ouder: Gezagdrager,
        /// The other.
        derde: Derde,
    },
    /// A guardian, appointed by a court. No guardians listed means an institution.
    Voogdij {
        /// The guardians, at most two.
        derden: Vec<Gezagdrager>,
    },
    /// Nobody, for now.
    TijdelijkGeenGezag,
    /// The BRP cannot tell: somebody has to find out.
    GezagNietTeBepalen,
}

/// Gezag that somebody is under, or has over a minor.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpGezag {
    /// Over whom.
    pub minderjarige: Bsn,
    /// How.
    pub relatie: Gezagsrelatie,
    /// The municipality doubts it and is looking into it.
    pub in_onderzoek: bool,
}

/// What was looked up, when and for what: kept beside whatever is taken over from the answer.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Raadpleging {
    /// When the answer came.
    pub op: Moment,
    /// For what.
    pub doel: Doel,
    /// The fields that were asked, as the BRP names them.
    pub velden: &'static [&'static str],
}

/// A person as the BRP knows them, as far as it was asked.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpPersoon {
    /// What was asked.
    pub raadpleging: Raadpleging,
    /// Who.
    pub bsn: Bsn,
    /// Name.
    pub naam: BrpNaam,
    /// Sex.
    pub geslacht: Option<Geslacht>,
    /// Date of birth.
    pub geboorte: Option<BrpDatum>,
    /// Died, and when as far as known.
    pub overlijden: Option<BrpDatum>,
    /// Not kept up to date any more. The BRP sends this unasked.
    pub opschorting: Option<Opschorting>,
    /// Asked not to be given to others: the address goes into no letter to a third party. The BRP sends this unasked.
    pub geheimhouding: bool,
    /// The municipality doubts some of it. The BRP sends this unasked.
    pub in_onderzoek: bool,
    /// Where registered.
    pub verblijfplaats: Option<Verblijfplaats>,
    /// Code of the municipality, four digits.
    pub gemeente: Option<String>,
    /// Children; `None` when not asked.
    pub kinderen: Option<Vec<BrpVerwant>>,
    /// Parents; `None` when not asked.
    pub ouders: Option<Vec<BrpVerwant>>,
    /// Partners; `None` when not asked.
    pub partners: Option<Vec<BrpPartner>>,
    /// Gezag that this person is under or has; `None` when not asked.
    pub gezag: Option<Vec<BrpGezag>>,
}

/// Who is looked for.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpZoekvraag {
    /// Family name, without prefix.
    pub geslachtsnaam: String,
    /// The whole date of birth; the BRP does not search on part of one.
    pub geboortedatum: Date,
    /// First names, where known.
    pub voornamen: Option<String>,
    /// Prefix, where known.
    pub voorvoegsel: Option<String>,
}

/// An address that is asked about.
#[derive(Clone, Eq, PartialEq)]
pub enum Adresvraag {
    /// By the BAG's id: the sure way.
    Object(AdresseerbaarObject),
    /// As people write it.
    Postcode {
        /// `1234AB` or `1234 AB`.
        postcode: String,
        /// House number.
        huisnummer: u32,
        /// One letter.
        huisletter: Option<String>,
        /// Up to four characters.
        toevoeging: Option<String>,
    },
}

/// Somebody that a search found. For more, look them up.
#[derive(Clone, Eq, PartialEq)]
pub struct BrpTreffer {
    /// Who.
    pub bsn: Bsn,
    /// Name.
    pub naam: BrpNaam,
    /// Date of birth.
    pub geboorte: Option<BrpDatum>,
    /// Sex.
    pub geslacht: Option<Geslacht>,
    /// First line of the address, to tell namesakes apart. Absent under geheimhouding.
    pub adresregel: Option<String>,
    /// Asked not to be given to others.
    pub geheimhouding: bool,
    /// Not kept up to date any more.
    pub opschorting: Option<Opschorting>,
    /// Not found by the name as asked but by a wider question: a candidate that may sound alike.
    pub op_klank: bool,
}

macro_rules! verborgen {
    ($($name:ident),+ $(,)?) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    )+};
}

verborgen!(
    BrpDatum,
    BrpNaam,
    AdresseerbaarObject,
    BrpAdres,
    Verblijfplaats,
    Opschorting,
    BrpVerwant,
    BrpPartner,
    Gezagdrager,
    Derde,
    Gezagsrelatie,
    BrpGezag,
    BrpPersoon,
    BrpZoekvraag,
    Adresvraag,
    BrpTreffer
);
