//! What an export says of itself: how many rows each file has, which bytes they are, and where feed and trail end. Signed with the key that signs the heads
//! of the trail: whoever can write in the folder can count hashes as well as we can.

use serde::{Deserialize, Serialize};

use super::RestoreError;
use crate::clock::Moment;
use crate::store::chain::{Canon, Link};
use crate::store::crypto::{Keys, hex, unhex};
use crate::store::opening::SCHEMA;

/// The form of an export that this program writes and reads.
const VORM: u32 = 1;
/// What is signed begins with this: no head of the trail does.
const WHAT: &str = "kt.export.1";

/// The name of its file.
pub(super) const FILE: &str = "manifest.json";

/// What an export says of itself.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    vorm: u32,
    /// The schema of the database that it was made of.
    pub(crate) schema: i64,
    /// In which database that was.
    pub(crate) uit: String,
    /// Which history it is a copy of.
    pub(crate) tijdperk: String,
    pub(crate) gemaakt_op: Moment,
    /// The last event.
    pub(crate) positie: u64,
    /// Where each chain of the trail ends.
    pub(crate) ketens: Vec<Einde>,
    pub(crate) bestanden: Vec<Bestand>,
    /// Of the heads and of this.
    openbare_sleutel: String,
    handtekening: String,
}

/// The end of a chain of the trail.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Einde {
    pub(crate) keten: u64,
    pub(crate) node: String,
    pub(crate) link: u64,
    pub(crate) n: u64,
    pub(crate) chain: String,
}

/// A file of the export.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Bestand {
    pub(crate) naam: String,
    pub(crate) rijen: u64,
    pub(crate) bytes: u64,
    pub(crate) sha256: String,
}

/// What is known of an export before it is signed.
pub(super) struct Unsigned {
    pub(super) schema: i64,
    pub(super) uit: &'static str,
    pub(super) tijdperk: String,
    pub(super) gemaakt_op: Moment,
    pub(super) positie: u64,
    pub(super) ketens: Vec<Einde>,
    pub(super) bestanden: Vec<Bestand>,
}

impl Manifest {
    pub(super) fn signed(about: Unsigned, keys: &Keys) -> Self {
        let Unsigned { schema, uit, tijdperk, gemaakt_op, positie, ketens, bestanden } = about;
        let mut manifest = Self {
            vorm: VORM,
            schema,
            uit: uit.to_owned(),
            tijdperk,
            gemaakt_op,
            positie,
            ketens,
            bestanden,
            openbare_sleutel: hex(&keys.head().public()),
            handtekening: String::new(),
        };
        manifest.handtekening = hex(&keys.head().sign_bytes(&manifest.bytes()));
        manifest
    }

    /// From the text of its file, when these keys signed it.
    pub(super) fn read(text: &str, keys: &Keys) -> Result<Self, RestoreError> {
        let manifest: Self = serde_json::from_str(text).map_err(|_| RestoreError::Manifest("is none"))?;
        if manifest.vorm != VORM {
            return Err(RestoreError::Manifest("has a form that this program does not know"));
        }
        if manifest.openbare_sleutel != hex(&keys.head().public()) {
            return Err(RestoreError::OtherKey);
        }
        let signature = unhex(&manifest.handtekening).and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
        if !signature.is_some_and(|signature| keys.head().signed_bytes(&manifest.bytes(), &signature)) {
            return Err(RestoreError::Manifest("is not the one that was signed"));
        }
        if manifest.schema > SCHEMA {
            return Err(RestoreError::NewerSchema { found: manifest.schema });
        }
        Ok(manifest)
    }

    /// What is signed: all of it but the signature.
    fn bytes(&self) -> Vec<u8> {
        let Self {
            vorm,
            schema,
            uit,
            tijdperk,
            gemaakt_op,
            positie,
            ketens,
            bestanden,
            openbare_sleutel,
            ..
        } = self;
        let mut canon = Canon::new(WHAT);
        canon.number(u64::from(*vorm)).number(schema.cast_unsigned()).text(uit).text(tijdperk);
        canon.number(gemaakt_op.micros().cast_unsigned()).number(*positie).text(openbare_sleutel);
        canon.number(ketens.len() as u64);
        for Einde { keten, node, link, n, chain } in ketens {
            canon.number(*keten).text(node).number(*link).number(*n).text(chain);
        }
        canon.number(bestanden.len() as u64);
        for Bestand { naam, rijen, bytes, sha256 } in bestanden {
            canon.text(naam).number(*rijen).number(*bytes).text(sha256);
        }
        canon.done()
    }
}

impl Bestand {
    pub(super) fn new(naam: String, rijen: u64, bytes: u64, sha256: &Link) -> Self {
        Self { naam, rijen, bytes, sha256: hex(sha256) }
    }
}
