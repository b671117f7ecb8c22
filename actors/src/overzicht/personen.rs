//! Searching for a person, in memory: by BSN, or by name with date of birth.

use jiff::civil::Date;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use keukentafel::limits::SEARCH_ROWS_MAX;

use super::{Gemeenteoverzicht, PersoonRegel};

impl Gemeenteoverzicht {
    /// The person with this BSN.
    #[must_use]
    pub fn op_bsn(&self, bsn: &Bsn) -> Option<PersoonId> {
        self.op_bsn.get(bsn).copied()
    }

    /// The one person born on that day whom this name can only mean: it holds the whole family name, and fits nobody else.
    #[must_use]
    pub fn op_volledige_naam(&self, naam: &str, geboortedatum: Date) -> Option<PersoonId> {
        let asked = words(naam);
        let found = self.op_naam(naam, geboortedatum);
        let [only] = found.as_slice() else { return None };
        let family = words(&self.persoon(*only)?.gegevens()?.achternaam);
        family.iter().all(|word| asked.contains(word)).then_some(*only)
    }

    /// Persons born on that day of whom each word of `naam` begins a word of their name. At most [`SEARCH_ROWS_MAX`].
    #[must_use]
    pub fn op_naam(&self, naam: &str, geboortedatum: Date) -> Vec<PersoonId> {
        let asked = words(naam);
        let mut found: Vec<_> = self
            .personen
            .iter()
            .filter(|(_, regel)| matches(regel, &asked, geboortedatum))
            .map(|(id, _)| *id)
            .collect();
        found.sort_unstable();
        found.truncate(SEARCH_ROWS_MAX);
        found
    }
}

fn matches(regel: &PersoonRegel, asked: &[String], geboortedatum: Date) -> bool {
    let Some(gegevens) = regel.gegevens() else { return false };
    if gegevens.geboortedatum != Some(geboortedatum) || asked.is_empty() {
        return false;
    }
    let own = words(&gegevens.volledige_naam());
    asked.iter().all(|word| own.iter().any(|name| name.starts_with(word)))
}

/// In lower case, without accents and apostrophes, so that `Zoe` finds `Zoë`.
fn words(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || c == '-')
        .map(|word| word.to_lowercase().chars().filter_map(plain).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect()
}

fn plain(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è' | 'é' | 'ê' | 'ë' | 'ę' => 'e',
        'ğ' => 'g',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ş' | 'š' | 'ś' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'ž' | 'ź' | 'ż' => 'z',
        // Combining marks, so that both spellings of ë are one.
        '\u{300}'..='\u{36F}' | '\'' | '’' | '.' => return None,
        other => other,
    })
}
