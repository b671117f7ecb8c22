//! Which fields are asked for which purpose: no more than it needs. Names are the BRP's.
//!
//! Fields that the BRP sends unasked (geheimhouding, opschorting, in onderzoek) may not be named.

use keukentafel::poort::Doel;

macro_rules! velden {
    ($name:ident, $($more:literal),* $(,)?) => {
        const $name: &[&str] = &[
            "burgerservicenummer",
            "naam.voornamen",
            "naam.voorletters",
            "naam.voorvoegsel",
            "naam.geslachtsnaam",
            "naam.volledigeNaam",
            "geboorte.datum",
            "geslacht",
            "overlijden.datum",
            "gemeenteVanInschrijving",
            "verblijfplaats.functieAdres",
            "verblijfplaats.adresseerbaarObjectIdentificatie",
            "verblijfplaats.datumVan",
            "verblijfplaats.indicatieVastgesteldVerblijftNietOpAdres",
            "verblijfplaats.verblijfadres.officieleStraatnaam",
            "verblijfplaats.verblijfadres.korteStraatnaam",
            "verblijfplaats.verblijfadres.huisnummer",
            "verblijfplaats.verblijfadres.huisletter",
            "verblijfplaats.verblijfadres.huisnummertoevoeging",
            "verblijfplaats.verblijfadres.postcode",
            "verblijfplaats.verblijfadres.woonplaats",
            $($more),*
        ];
    };
}

// Who is this?
velden!(WIE,);

// Whose child, and who decides.
velden!(
    JEUGDHULP,
    "ouders.burgerservicenummer",
    "ouders.naam.voornamen",
    "ouders.naam.voorvoegsel",
    "ouders.naam.geslachtsnaam",
    "gezag",
);

// With whom somebody shares a life.
velden!(
    WMO,
    "partners.burgerservicenummer",
    "partners.naam.voornamen",
    "partners.naam.voorvoegsel",
    "partners.naam.geslachtsnaam",
    "partners.ontbindingHuwelijkPartnerschap.datum",
);

// On whom an income or a debt depends.
velden!(
    GEZIN,
    "partners.burgerservicenummer",
    "partners.naam.voornamen",
    "partners.naam.voorvoegsel",
    "partners.naam.geslachtsnaam",
    "partners.geboorte.datum",
    "partners.ontbindingHuwelijkPartnerschap.datum",
    "kinderen.burgerservicenummer",
    "kinderen.naam.voornamen",
    "kinderen.naam.voorvoegsel",
    "kinderen.naam.geslachtsnaam",
    "kinderen.geboorte.datum",
);

// How the people at one address belong together: by number, as their names come from their own records.
velden!(
    HUISHOUDEN,
    "partners.burgerservicenummer",
    "partners.ontbindingHuwelijkPartnerschap.datum",
    "kinderen.burgerservicenummer",
    "ouders.burgerservicenummer",
    "gezag",
);

/// What is asked about a person for this purpose.
pub(super) fn persoon(doel: Doel) -> &'static [&'static str] {
    match doel {
        Doel::Intake | Doel::Regie => WIE,
        Doel::Jeugdhulp => JEUGDHULP,
        Doel::Wmo => WMO,
        Doel::Inkomen | Doel::Schuldhulp => GEZIN,
        Doel::Huishouden => HUISHOUDEN,
    }
}

/// What tells hits of a search apart.
pub(super) const TREFFER: &[&str] = &[
    "burgerservicenummer",
    "naam.voornamen",
    "naam.voorletters",
    "naam.voorvoegsel",
    "naam.geslachtsnaam",
    "naam.volledigeNaam",
    "geboorte.datum",
    "geslacht",
    "adressering.adresregel1",
];

/// Who is registered at an address: their numbers only, as they are looked up next.
pub(super) const OP_ADRES: &[&str] = &["burgerservicenummer"];

/// What tells whether somebody lives at an address, and who they are.
pub(super) const BEWONER: &[&str] = &[
    "burgerservicenummer",
    "naam.voornamen",
    "naam.voorletters",
    "naam.voorvoegsel",
    "naam.geslachtsnaam",
    "naam.volledigeNaam",
    "geboorte.datum",
    "geslacht",
    "adressering.adresregel1",
    "verblijfplaats.functieAdres",
    "verblijfplaats.adresseerbaarObjectIdentificatie",
    "verblijfplaats.indicatieVastgesteldVerblijftNietOpAdres",
    "verblijfplaats.verblijfadres.huisnummer",
];
