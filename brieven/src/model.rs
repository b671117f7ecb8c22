//! A letter, whatever it is written on.

use serde::Serialize;

/// Who sends it.
#[derive(Clone, Debug, Serialize)]
pub struct Afzender {
    /// The municipality.
    pub naam: String,
    /// Where it is and how to reach it, a line each.
    pub regels: Vec<String>,
    /// Its colour, `#rrggbb`, dark enough on white.
    pub kleur: String,
}

/// The day above it.
#[derive(Copy, Clone, Debug, Serialize)]
pub struct Dag {
    /// Year.
    pub jaar: i16,
    /// Month, from 1.
    pub maand: i8,
    /// Day of the month, from 1.
    pub dag: i8,
}

/// A part of a letter.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[serde(tag = "soort", content = "inhoud", rename_all = "snake_case")]
pub enum Blok {
    /// A heading.
    Kop(String),
    /// A paragraph.
    Alinea(String),
    /// What happens, in this order.
    Stappen(Vec<String>),
    /// Facts by name.
    Gegevens(Vec<(String, String)>),
}

/// A letter.
#[derive(Clone, Debug, Serialize)]
pub struct Brief {
    /// What it says in one line; also the title of the file.
    pub titel: String,
    /// The day above it.
    pub dag: Dag,
    /// The same in words.
    pub datum: String,
    /// Who sends it.
    pub afzender: Afzender,
    /// To whom, a line each.
    pub aan: Vec<String>,
    /// What to mention when one answers.
    pub kenmerk: String,
    /// How it begins.
    pub aanhef: String,
    /// What it says.
    pub blokken: Vec<Blok>,
    /// How it ends, a line each.
    pub groet: Vec<String>,
    /// Below it.
    pub voet: String,
}

impl Brief {
    /// Everything that it says, in the order in which one reads it.
    #[must_use]
    pub fn teksten(&self) -> Vec<&str> {
        let mut all = vec![self.afzender.naam.as_str()];
        all.extend(self.afzender.regels.iter().map(String::as_str));
        all.extend(self.aan.iter().map(String::as_str));
        all.extend([self.datum.as_str(), &self.titel, &self.aanhef]);
        for blok in &self.blokken {
            match blok {
                Blok::Kop(tekst) | Blok::Alinea(tekst) => all.push(tekst),
                Blok::Stappen(stappen) => all.extend(stappen.iter().map(String::as_str)),
                Blok::Gegevens(paren) => {
                    all.extend(paren.iter().flat_map(|(naam, waarde)| [naam.as_str(), waarde.as_str()]));
                }
            }
        }
        all.extend(self.groet.iter().map(String::as_str));
        all.push(&self.voet);
        all
    }
}
