//! Questions as the BRP wants them. What it would refuse for its form is not asked.

use jiff::civil::Date;
use keukentafel::domain::bsn::Bsn;
use keukentafel::poort::brp::{Adresvraag, BrpZoekvraag};
use serde::Serialize;

use super::velden;
use crate::limits::WILDCARD_LETTERS;

/// Characters of a name in a question (the BRP's own bound).
const NAAM_CHARS_MAX: usize = 200;

/// Characters of a prefix in a question (the BRP's own bound).
const VOORVOEGSEL_CHARS_MAX: usize = 10;

/// The highest house number.
const HUISNUMMER_MAX: u32 = 99_999;

/// A question.
#[derive(Serialize)]
#[serde(tag = "type")]
pub(super) enum Vraag<'a> {
    RaadpleegMetBurgerservicenummer {
        burgerservicenummer: Vec<&'a str>,
        fields: &'static [&'static str],
    },
    ZoekMetGeslachtsnaamEnGeboortedatum {
        geslachtsnaam: String,
        geboortedatum: Date,
        #[serde(skip_serializing_if = "Option::is_none")]
        voornamen: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        voorvoegsel: Option<&'a str>,
        fields: &'static [&'static str],
    },
    ZoekMetAdresseerbaarObjectIdentificatie {
        #[serde(rename = "adresseerbaarObjectIdentificatie")]
        object: &'a str,
        fields: &'static [&'static str],
    },
    ZoekMetPostcodeEnHuisnummer {
        postcode: &'a str,
        huisnummer: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        huisletter: Option<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        huisnummertoevoeging: Option<&'a str>,
        fields: &'static [&'static str],
    },
}

impl<'a> Vraag<'a> {
    /// Persons by number, at most [`crate::limits::BSN_PER_QUESTION_MAX`].
    pub(super) fn raadpleeg(bsns: &'a [Bsn], fields: &'static [&'static str]) -> Self {
        Self::RaadpleegMetBurgerservicenummer {
            burgerservicenummer: bsns.iter().map(Bsn::digits).collect(),
            fields,
        }
    }

    /// By the name as it was asked. `None` when a part is not what a name can be; an asterisk is not, as only we widen a question.
    pub(super) fn zoek(vraag: &'a BrpZoekvraag) -> Option<Self> {
        let voornamen = vraag.voornamen.as_deref();
        let voorvoegsel = vraag.voorvoegsel.as_deref();
        let good = is_naam(&vraag.geslachtsnaam)
            && voornamen.is_none_or(is_naam)
            && voorvoegsel.is_none_or(is_voorvoegsel);
        good.then(|| Self::ZoekMetGeslachtsnaamEnGeboortedatum {
            geslachtsnaam: vraag.geslachtsnaam.clone(),
            geboortedatum: vraag.geboortedatum,
            voornamen,
            voorvoegsel,
            fields: velden::TREFFER,
        })
    }

    /// By the first letters of the family name and the same date of birth. `None` when the name is too short for it.
    pub(super) fn zoek_ruimer(vraag: &BrpZoekvraag) -> Option<Self> {
        let letters: String = vraag.geslachtsnaam.chars().take(WILDCARD_LETTERS).collect();
        (letters.chars().count() == WILDCARD_LETTERS && is_naam(&letters)).then(|| {
            Self::ZoekMetGeslachtsnaamEnGeboortedatum {
                geslachtsnaam: letters + "*",
                geboortedatum: vraag.geboortedatum,
                voornamen: None,
                voorvoegsel: None,
                fields: velden::TREFFER,
            }
        })
    }

    /// Who is registered at an address. `None` when it is not what an address can be.
    pub(super) fn op_adres(adres: &'a Adresvraag) -> Option<Self> {
        match adres {
            Adresvraag::Object(object) => Some(Self::ZoekMetAdresseerbaarObjectIdentificatie {
                object: object.cijfers(),
                fields: velden::OP_ADRES,
            }),
            Adresvraag::Postcode { postcode, huisnummer, huisletter, toevoeging } => {
                let good = is_postcode(postcode)
                    && (1..=HUISNUMMER_MAX).contains(huisnummer)
                    && huisletter.as_deref().is_none_or(|letter| letter.len() == 1 && is_alnum(letter, ""))
                    && toevoeging
                        .as_deref()
                        .is_none_or(|more| (1..=4).contains(&more.len()) && is_alnum(more, " -"));
                good.then(|| Self::ZoekMetPostcodeEnHuisnummer {
                    postcode,
                    huisnummer: *huisnummer,
                    huisletter: huisletter.as_deref(),
                    huisnummertoevoeging: toevoeging.as_deref(),
                    fields: velden::OP_ADRES,
                })
            }
        }
    }

    /// The kind of question, which its answer must repeat.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::RaadpleegMetBurgerservicenummer { .. } => "RaadpleegMetBurgerservicenummer",
            Self::ZoekMetGeslachtsnaamEnGeboortedatum { .. } => "ZoekMetGeslachtsnaamEnGeboortedatum",
            Self::ZoekMetAdresseerbaarObjectIdentificatie { .. } => "ZoekMetAdresseerbaarObjectIdentificatie",
            Self::ZoekMetPostcodeEnHuisnummer { .. } => "ZoekMetPostcodeEnHuisnummer",
        }
    }
}

/// Letters as the BRP takes them (À to ž), digits, space, dot, dash, apostrophe.
fn is_naam(text: &str) -> bool {
    let known = |c: char| c.is_ascii_alphanumeric() || matches!(c, 'À'..='ž' | ' ' | '.' | '-' | '\'');
    (1..=NAAM_CHARS_MAX).contains(&text.chars().count()) && text.chars().all(known)
}

fn is_voorvoegsel(text: &str) -> bool {
    (1..=VOORVOEGSEL_CHARS_MAX).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b'\''))
}

fn is_postcode(text: &str) -> bool {
    let bytes = text.as_bytes();
    let letters = match bytes {
        [b'1'..=b'9', a, b, c, rest @ ..] if [a, b, c].into_iter().all(u8::is_ascii_digit) => rest,
        _ => return false,
    };
    matches!(letters.strip_prefix(b" ").unwrap_or(letters), [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
}

fn is_alnum(text: &str, more: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
}

impl std::fmt::Debug for Vraag<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}(***)", self.kind())
    }
}
