//! The made-up persons of Wiedermeer, as data. Their BSNs pass the eleven-test and lie in the range that is never given out; the
//! place, its streets and its municipality code do not exist.

/// A date of which parts may be unknown: `1958-03-14`, `1958-03`, `1958` or nothing.
pub(super) type DeelDatum = &'static str;

/// A home.
pub(super) struct Woning {
    pub(super) straat: &'static str,
    pub(super) huisnummer: u32,
    pub(super) huisletter: Option<&'static str>,
    pub(super) toevoeging: Option<&'static str>,
    pub(super) postcode: &'static str,
}

const fn woning(straat: &'static str, huisnummer: u32, postcode: &'static str) -> Woning {
    Woning { straat, huisnummer, huisletter: None, toevoeging: None, postcode }
}

/// Homes; the place in this list is their number in the BAG.
pub(super) const WONINGEN: &[Woning] = &[
    woning("Turfkade", 18, "9999XA"),
    Woning { toevoeging: Some("bis"), ..woning("Hof van Lindenoord", 42, "9999XB") },
    woning("Wilgenlaan", 7, "9999XC"),
    woning("Bleekveld", 3, "9999XD"),
    woning("Sluiswachtersdijk", 112, "9999XE"),
    Woning { huisletter: Some("A"), ..woning("Molenpad", 26, "9999XG") },
    woning("Hooilaan", 51, "9999XH"),
    woning("Zuiderdwarsvaart", 9, "9999XJ"),
    woning("Pastoriestraat", 14, "9999XK"),
    woning("Veenderij", 233, "9999XL"),
    woning("Kerkebuurt", 1, "9999XM"),
    woning("Nieuwe Schans", 80, "9999XN"),
];

pub(super) const TURFKADE: usize = 0;
const LINDENOORD: usize = 1;
const WILGENLAAN: usize = 2;
const BLEEKVELD: usize = 3;
const SLUISDIJK: usize = 4;
const MOLENPAD: usize = 5;
const HOOILAAN: usize = 6;
const DWARSVAART: usize = 7;
const PASTORIE: usize = 8;
const VEENDERIJ: usize = 9;
const KERKEBUURT: usize = 10;
const SCHANS: usize = 11;

/// Where somebody is registered.
#[derive(Copy, Clone)]
pub(super) enum Plek {
    /// Lives there, by place in [`WONINGEN`].
    Woont(usize),
    /// Gets mail there.
    Briefadres(usize),
    /// Is registered there, and it was established that they are not there.
    Niet(usize),
    /// Abroad: code and name of the country.
    Buitenland(&'static str, &'static str),
    /// Nobody knows.
    Onbekend,
}

/// What is special about somebody.
#[derive(Copy, Clone)]
pub(super) enum Bijzonder {
    /// Nothing.
    Niets,
    /// Asked not to be given to others.
    Geheim,
    /// Died.
    Overleden(DeelDatum),
    /// Moved abroad.
    Vertrokken(DeelDatum),
    /// The municipality is looking into their data since.
    Onderzoek(DeelDatum),
}

/// A person.
pub(super) struct Persoon {
    pub(super) bsn: &'static str,
    pub(super) voornamen: &'static str,
    pub(super) voorvoegsel: &'static str,
    pub(super) geslachtsnaam: &'static str,
    pub(super) geslacht: char,
    pub(super) geboren: DeelDatum,
    pub(super) plek: Plek,
    pub(super) bijzonder: Bijzonder,
}

const fn p(
    bsn: &'static str,
    voornamen: &'static str,
    voorvoegsel: &'static str,
    geslachtsnaam: &'static str,
    geslacht: char,
    geboren: DeelDatum,
    plek: Plek,
) -> Persoon {
    Persoon {
        bsn,
        voornamen,
        voorvoegsel,
        geslachtsnaam,
        geslacht,
        geboren,
        plek,
        bijzonder: Bijzonder::Niets,
    }
}

const fn bijzonder(persoon: Persoon, bijzonder: Bijzonder) -> Persoon {
    Persoon { bijzonder, ..persoon }
}

use Bijzonder::{Geheim, Onderzoek, Overleden, Vertrokken};
use Plek::{Briefadres, Buitenland, Niet, Onbekend, Woont};

/// The persons.
pub(super) const PERSONEN: &[Persoon] = &[
    // The cases: Maria, Dylan, Samira with her children, Huub.
    p("999990019", "Maria", "", "Verhoef", 'V', "1958-03-14", Woont(TURFKADE)),
    p("999990020", "Dylan", "", "Verhoef", 'M', "2017-05-22", Woont(BLEEKVELD)),
    p("999990032", "Samira", "", "Haddad", 'V', "1991-09-02", Woont(LINDENOORD)),
    p("999990044", "Noor", "", "Haddad", 'V', "2016-01-30", Woont(LINDENOORD)),
    p("999990056", "Ilyas", "", "Haddad", 'M', "2019-11-08", Woont(LINDENOORD)),
    p("999990068", "Huub", "van", "Peeters", 'M', "1974-07-19", Woont(WILGENLAAN)),
    p("999990081", "Linde", "", "Verhoef", 'V', "1989-12-03", Woont(BLEEKVELD)),
    p("999990093", "Youssef", "", "Amrani", 'M', "1988-04-17", Woont(SLUISDIJK)),
    bijzonder(
        p("999990159", "Willem Jan", "", "Verhoef", 'M', "1954-10-01", Woont(TURFKADE)),
        Overleden("2019-02-27"),
    ),
    // Gets mail at Maria's and does not live there.
    p("999990202", "Bram", "de", "Ruiter", 'M', "2004-08-11", Briefadres(TURFKADE)),
    // Who sounds like Verhoef, or begins like it, also with Maria's date of birth.
    p("999990111", "Marja", "", "Vermeulen", 'V', "1958-03-14", Woont(HOOILAAN)),
    p("999990123", "Johanna", "", "Verhoeff", 'V', "1961-02-11", Woont(MOLENPAD)),
    p("999990135", "Pieter", "", "Verhoeven", 'M', "1958-03-14", Woont(DWARSVAART)),
    p("999990172", "Maria Elisabeth", "", "Verhoeff", 'V', "1972-06-30", Woont(PASTORIE)),
    // Other names that sound alike.
    p("999990305", "Anneke", "", "Meijer", 'V', "1979-01-21", Woont(VEENDERIJ)),
    p("999990317", "Anke", "", "Meyer", 'V', "1979-01-21", Woont(HOOILAAN)),
    p("999990329", "Koos", "", "Meier", 'M', "1966-05-05", Woont(KERKEBUURT)),
    p("999990330", "Jolanda", "", "Maier", 'V', "1983-09-29", Woont(SCHANS)),
    p("999990342", "Tjeerd", "", "Dijkstra", 'M', "1947-11-16", Woont(DWARSVAART)),
    p("999990354", "Sietske", "", "Dykstra", 'V', "1947-11-16", Woont(SLUISDIJK)),
    p("999990366", "Ruud", "", "Thijssen", 'M', "1995-02-08", Woont(MOLENPAD)),
    p("999990378", "Ruth", "", "Tijssen", 'V', "1995-02-08", Woont(SCHANS)),
    p("999990548", "Tess", "", "Tijssen", 'V', "2018-12-05", Woont(SCHANS)),
    p("999990391", "Bianca", "", "Theissen", 'V', "1970-10-10", Woont(VEENDERIJ)),
    // Geheimhouding.
    bijzonder(p("999990160", "Els", "", "Oosterling", 'V', "1986-07-07", Woont(KERKEBUURT)), Geheim),
    // Dates of which parts are unknown.
    p("999990184", "Abdi", "", "Warsame", 'M', "1984", Woont(VEENDERIJ)),
    p("999990196", "Fadumo", "", "Warsame", 'V', "1990-03", Woont(VEENDERIJ)),
    p("999990214", "Amina", "", "Idris", 'V', "", Woont(SCHANS)),
    // Somewhere else, or not where the register says.
    bijzonder(
        p("999990226", "Joost", "", "Kampen", 'M', "1980-12-24", Buitenland("5010", "België")),
        Vertrokken("2023-08-01"),
    ),
    p("999990408", "Rachid", "el", "Idrissi", 'M', "1969-03-03", Niet(PASTORIE)),
    p("999990238", "Stefan", "", "Kolar", 'M', "1977-04-09", Onbekend),
    // A family with two children and a baby.
    p("999990251", "Mark", "de", "Wit", 'M', "1985-06-15", Woont(HOOILAAN)),
    p("999990263", "Femke", "", "Bakker", 'V', "1987-01-04", Woont(HOOILAAN)),
    p("999990275", "Sem", "de", "Wit", 'M', "2014-03-20", Woont(HOOILAAN)),
    p("999990287", "Evi", "de", "Wit", 'V', "2016-09-12", Woont(HOOILAAN)),
    p("999990299", "Liv", "de", "Wit", 'V', "2026-02-02", Woont(HOOILAAN)),
    // Names that are written with care, and somebody with one name.
    p("999990421", "Zoë Renée", "van 't", "Hoff", 'V', "1999-12-31", Woont(MOLENPAD)),
    p("999990433", "", "", "Suparman", 'M', "1951-08-17", Woont(KERKEBUURT)),
    p("999990445", "Gerrit", "", "Jansen", 'M', "1943-05-10", Woont(PASTORIE)),
    p("999990469", "Truus", "", "Jansen", 'V', "1946-11-02", Woont(PASTORIE)),
    // Gezag that takes thinking.
    p("999990470", "Wendy", "", "Prins", 'V', "1988-02-19", Woont(SLUISDIJK)),
    p("999990482", "Mila", "", "Kampen", 'V', "2015-07-01", Woont(SLUISDIJK)),
    p("999990494", "Kim", "", "Postma", 'V', "2009-10-30", Woont(DWARSVAART)),
    p("999990500", "Jayden", "", "Postma", 'M', "2026-05-18", Woont(DWARSVAART)),
    bijzonder(
        p("999990512", "Petra", "", "Smeets", 'V', "1981-08-26", Woont(SCHANS)),
        Onderzoek("2026-09-01"),
    ),
    p("999990524", "Lotte", "", "Smeets", 'V', "2013-04-14", Woont(SCHANS)),
    p("999990536", "Ingrid", "", "Maas", 'V', "1980-01-13", Woont(SCHANS)),
];

/// Parents, one or two, and their child.
pub(super) const OUDERSCHAP: &[(&[&str], &str)] = &[
    (&["999990019", "999990159"], "999990081"),
    (&["999990081"], "999990020"),
    (&["999990032", "999990093"], "999990044"),
    (&["999990032", "999990093"], "999990056"),
    (&["999990251", "999990263"], "999990275"),
    (&["999990251", "999990263"], "999990287"),
    (&["999990251", "999990263"], "999990299"),
    (&["999990470", "999990226"], "999990482"),
    (&["999990494"], "999990500"),
    (&["999990378"], "999990548"),
    (&["999990512"], "999990524"),
];

/// A marriage (H) or registered partnership (P): the two, since, and until.
pub(super) const VERBINTENISSEN: &[(&str, &str, char, DeelDatum, Option<DeelDatum>)] = &[
    ("999990019", "999990159", 'H', "1982-05-14", Some("2019-02-27")),
    ("999990032", "999990093", 'H', "2014-06-07", Some("2026-03-19")),
    ("999990251", "999990263", 'P', "2013-09-13", None),
    ("999990445", "999990469", 'H', "1968-04-19", None),
    ("999990512", "999990536", 'H', "2011-11-11", None),
];

/// How gezag is arranged.
#[derive(Copy, Clone)]
pub(super) enum Gezag {
    /// Both parents.
    Beide(&'static str, &'static str),
    /// One parent.
    Een(&'static str),
    /// A parent and somebody else.
    Samen(&'static str, &'static str),
    /// Somebody by a court.
    Voogdij(&'static str),
    /// Nobody, and why.
    Niemand(&'static str),
    /// Cannot be told, and why.
    Onduidelijk(&'static str),
}

/// The gezag over each minor.
pub(super) const GEZAG: &[(&str, Gezag)] = &[
    // The court appointed his grandmother. He is registered at his mother's all the same.
    ("999990020", Gezag::Voogdij("999990019")),
    ("999990044", Gezag::Beide("999990032", "999990093")),
    ("999990056", Gezag::Beide("999990032", "999990093")),
    ("999990275", Gezag::Beide("999990251", "999990263")),
    ("999990287", Gezag::Beide("999990251", "999990263")),
    ("999990299", Gezag::Beide("999990251", "999990263")),
    ("999990482", Gezag::Onduidelijk("Een van de ouders is vertrokken naar het buitenland.")),
    ("999990494", Gezag::Onduidelijk("Van deze minderjarige zijn geen ouders bekend.")),
    ("999990500", Gezag::Niemand("De moeder is minderjarig.")),
    ("999990548", Gezag::Een("999990378")),
    ("999990524", Gezag::Samen("999990512", "999990536")),
];
