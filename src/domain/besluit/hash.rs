//! The hash of a version: what somebody agrees with.
//!
//! SHA-256 over a canonical form that anybody can make again from what the screen shows. It is a row of fields, each written as its
//! length in bytes (decimal), a colon, its UTF-8 bytes and a comma, so that no two contents have one form:
//!
//! 1. `keukentafel.besluit.1`
//! 2. the zaaknummer
//! 3. the kind: `toekennen`, `deels`, `afwijzen` or `buiten_behandeling`
//! 4. the motivation, as stored: trimmed, line ends as `\n`
//! 5. the number of lines; then per line its text, and its amount in cents or nothing
//! 6. the id of the report and the `seq` of its last row and the hash of its text in hexadecimal, or three times nothing

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Besluitinhoud;

/// The form of the canonical text. Another form is another word here, and old hashes stay what they are.
const VORM: &str = "keukentafel.besluit.1";

/// A SHA-256, written as 64 hexadecimal digits in lower case.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Versiehash([u8; 32]);

impl Versiehash {
    /// The hash that is written so; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        let mut bytes = [0; 32];
        for (at, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * at..2 * at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl Versiehash {
    /// Over these bytes.
    #[must_use]
    pub fn over(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Versiehash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Versiehash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Versiehash({self})")
    }
}

impl From<Versiehash> for String {
    fn from(hash: Versiehash) -> Self {
        hash.to_string()
    }
}

/// Not the hash of a version.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("not 64 hexadecimal digits in lower case")]
pub struct VersiehashFout;

impl TryFrom<String> for Versiehash {
    type Error = VersiehashFout;

    fn try_from(text: String) -> Result<Self, VersiehashFout> {
        Self::parse(&text).ok_or(VersiehashFout)
    }
}

/// The hash of what is in a version, for this zaak and no other.
#[must_use]
pub fn versiehash(zaaknummer: &str, inhoud: &Besluitinhoud) -> Versiehash {
    Versiehash(Sha256::digest(canoniek(zaaknummer, inhoud)).into())
}

/// The hash of a report's plain text.
#[must_use]
pub fn teksthash(tekst: &str) -> Versiehash {
    Versiehash(Sha256::digest(tekst).into())
}

pub(super) fn canoniek(zaaknummer: &str, inhoud: &Besluitinhoud) -> Vec<u8> {
    let mut form = Vec::new();
    let mut field = |text: &str| form.extend(format!("{}:{text},", text.len()).into_bytes());
    field(VORM);
    field(zaaknummer);
    field(inhoud.soort.word());
    field(inhoud.motivering.voor_regel());
    field(&inhoud.regels.len().to_string());
    for regel in &inhoud.regels {
        field(regel.omschrijving.voor_regel());
        let bedrag = regel.bedrag.as_ref().map(|bedrag| bedrag.voor_regel().cents().to_string());
        field(&bedrag.unwrap_or_default());
    }
    let verslag = inhoud
        .verslag
        .map(|verslag| [verslag.document.to_string(), verslag.seq.to_string(), verslag.hash.to_string()]);
    verslag.unwrap_or_default().iter().for_each(|text| field(text));
    form
}
