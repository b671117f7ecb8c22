//! Templates of documents as data: locked headings, fields filled from the dossier, room to write (C2-K5).

use std::fmt;

/// A field that the dossier fills when the document begins.
#[derive(Clone, Eq, PartialEq)]
pub struct Veld {
    /// Its name, such as `datum_gesprek`.
    pub naam: &'static str,
    /// What stands before it on paper.
    pub label: &'static str,
    /// What it was filled with; empty when the dossier does not know.
    pub waarde: String,
    /// Where that came from, such as `dossier`.
    pub bron: &'static str,
    /// Of which day it is, `2026-11-25`.
    pub datum: String,
}

impl fmt::Debug for Veld {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Veld({}, ***)", self.naam)
    }
}

/// A part under a locked heading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Sectie {
    /// Its name in the document, stable over versions.
    pub id: &'static str,
    /// The heading, which nobody can take away.
    pub kop: &'static str,
    /// Fields on its first lines.
    pub velden: Vec<Veld>,
}

/// What the dossier knows when a gespreksverslag begins.
#[derive(Clone, Eq, PartialEq)]
pub struct VerslagGegevens {
    /// Who the talk is with.
    pub persoon: String,
    /// Their date of birth, when known.
    pub geboortedatum: String,
    /// Where they live, when known.
    pub adres: String,
    /// The zaken, by number.
    pub zaken: String,
    /// Who comes from the municipality.
    pub deelnemers: String,
    /// The day on which the document began.
    pub vandaag: String,
}

impl fmt::Debug for VerslagGegevens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("VerslagGegevens(***)")
    }
}

/// The version of the gespreksverslag that new documents begin with.
pub const GESPREKSVERSLAG_VERSIE: u32 = 1;

/// The gespreksverslag.
#[must_use]
pub fn gespreksverslag(gegevens: &VerslagGegevens) -> Vec<Sectie> {
    let veld = |naam, label, waarde: &str| Veld {
        naam,
        label,
        waarde: waarde.to_owned(),
        bron: "dossier",
        datum: gegevens.vandaag.clone(),
    };
    vec![
        Sectie {
            id: "aanwezig",
            kop: "1. Wie waren erbij",
            velden: vec![
                veld("persoon", "Over", &gegevens.persoon),
                veld("geboortedatum", "Geboren op", &gegevens.geboortedatum),
                veld("adres", "Adres", &gegevens.adres),
                veld("zaken", "Zaak", &gegevens.zaken),
                veld("deelnemers", "Van de gemeente", &gegevens.deelnemers),
            ],
        },
        Sectie { id: "verhaal", kop: "2. Wat de inwoner zelf vertelt", velden: Vec::new() },
        Sectie { id: "kracht", kop: "3. Wat gaat goed, wat is nodig", velden: Vec::new() },
        Sectie { id: "netwerk", kop: "4. Wie helpt er al", velden: Vec::new() },
        Sectie { id: "afspraken", kop: "5. Wat spreken we af", velden: Vec::new() },
    ]
}
