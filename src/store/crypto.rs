//! Keys and what they close. A stream has a data key of its own, wrapped by the installation key; destroying the wrapped key
//! makes all that the stream ever said unreadable, in every copy.
//!
//! Closed bytes are `1 ‖ nonce (12) ‖ ciphertext ‖ tag (16)`: AES-256-GCM, the nonce drawn at random. 2³² closings per key is
//! where random nonces end to be safe; the busiest stream, a document of an hour's typing a day, stays a thousand times below.

use std::fmt;
use std::io::{Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use std::sync::Arc;

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use base64::Engine;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use super::heads::HeadKey;
use super::herkomst::Herkomstsleutel;
use super::verlenging::Verlengsleutel;
use super::{Fault, StreamId};
use crate::domain::ids::GemeenteId;
use crate::rng::Rng;
use crate::store::chain::Canon;

/// Bytes of every key.
const KEY_BYTES: usize = 32;
/// Bytes of a nonce of AES-GCM.
const NONCE_BYTES: usize = 12;
/// The one way of closing that there is so far.
const CLOSED_VERSION: u8 = 1;
/// Bytes of a key file above which it is no key file.
const KEY_FILE_BYTES_MAX: u64 = 256;

/// Why there is no installation key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The text is not 32 bytes in hex or base64.
    #[error("an installation key is 32 bytes, as 64 hex digits or 44 characters of base64")]
    Malformed,
    /// Others than the owner may read the file.
    #[error("the key file {path} may be read by others than its owner (mode {mode:o}): it must be 600")]
    Exposed {
        /// Which file.
        path: String,
        /// Its mode.
        mode: u32,
    },
    /// The file cannot be read or made.
    #[error("the key file {path}: {source}")]
    File {
        /// Which file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
}

/// The key of the installation, under which every other key is. Lost is everything lost; it is not in the database.
#[derive(Clone)]
pub struct InstallationKey([u8; KEY_BYTES]);

impl InstallationKey {
    /// From 64 hex digits or 44 characters of base64; space around it is ignored.
    ///
    /// # Errors
    /// [`KeyError::Malformed`] when it is neither; the text is not repeated.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        let bytes = match unhex(text).filter(|bytes| bytes.len() == KEY_BYTES) {
            Some(bytes) => bytes,
            None => {
                base64::engine::general_purpose::STANDARD.decode(text).map_err(|_| KeyError::Malformed)?
            }
        };
        Ok(Self(bytes.try_into().map_err(|_| KeyError::Malformed)?))
    }

    /// A new key.
    #[must_use]
    pub fn generate(rng: &dyn Rng) -> Self {
        let mut bytes = [0; KEY_BYTES];
        rng.fill(&mut bytes);
        Self(bytes)
    }

    /// Reads the key from `path`, or makes one there (mode 600, synced) when there is no such file.
    ///
    /// # Errors
    /// [`KeyError`] when the file cannot be read or made, holds no key, or may be read by others.
    pub fn load_or_create(path: &Path, rng: &dyn Rng) -> Result<Self, KeyError> {
        let failed = |source| KeyError::File { path: path.display().to_string(), source };
        match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Ok(mut file) => {
                let key = Self::generate(rng);
                writeln!(file, "{}", hex(&key.0)).map_err(failed)?;
                file.sync_all().map_err(failed)?;
                let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
                let folder = folder.unwrap_or(Path::new("."));
                std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
                Ok(key)
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Self::load(path),
            Err(error) => Err(failed(error)),
        }
    }

    /// Reads the key from `path`.
    ///
    /// # Errors
    /// [`KeyError`] when the file cannot be read, holds no key, or may be read by others.
    pub fn load(path: &Path) -> Result<Self, KeyError> {
        let failed = |source| KeyError::File { path: path.display().to_string(), source };
        let file = std::fs::File::open(path).map_err(failed)?;
        let mode = file.metadata().map_err(failed)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyError::Exposed { path: path.display().to_string(), mode });
        }
        let mut text = String::new();
        file.take(KEY_FILE_BYTES_MAX).read_to_string(&mut text).map_err(failed)?;
        Self::parse(&text)
    }

    /// With which sessions remember whom a provider logged in.
    #[must_use]
    pub fn herkomstsleutel(&self) -> Herkomstsleutel {
        Herkomstsleutel::new(self.derive("keukentafel herkomst 1"))
    }

    /// With which a login that is under way is sealed while it is with a provider: whichever node it comes back to opens it.
    #[must_use]
    pub fn inlogzegel(&self) -> [u8; 32] {
        self.derive("keukentafel inlogzegel 1")
    }

    /// With which sessions keep what a provider gave along to be asked again.
    #[must_use]
    pub fn verlengsleutel(&self) -> Verlengsleutel {
        Verlengsleutel::new(StreamKey::new(&self.derive("keukentafel verlenging 1")))
    }

    fn derive(&self, purpose: &str) -> [u8; KEY_BYTES] {
        keyed_hash(&self.0, purpose.as_bytes())
    }
}

impl fmt::Debug for InstallationKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InstallationKey(***)")
    }
}

/// The keys for each purpose, derived from the installation key so that no two purposes share one.
#[derive(Clone)]
pub(crate) struct Keys {
    wrap: StreamKey,
    own: StreamKey,
    claim: [u8; KEY_BYTES],
    check: [u8; KEY_BYTES],
    head: HeadKey,
    concept: StreamKey,
    sessie: StreamKey,
}

impl Keys {
    pub(crate) fn new(installation: &InstallationKey) -> Self {
        Self {
            wrap: StreamKey::new(&installation.derive("keukentafel wrap 1")),
            own: StreamKey::new(&installation.derive("keukentafel own 1")),
            claim: installation.derive("keukentafel claim 1"),
            check: installation.derive("keukentafel check 1"),
            head: HeadKey::from_seed(&installation.derive("keukentafel head 1")),
            concept: StreamKey::new(&installation.derive("keukentafel concept 1")),
            sessie: StreamKey::new(&installation.derive("keukentafel sessie 1")),
        }
    }

    /// What tells this installation key from another without giving it away.
    pub(crate) fn check(&self) -> [u8; 32] {
        self.check
    }

    /// What signs the heads of the trail.
    pub(crate) fn head(&self) -> &HeadKey {
        &self.head
    }

    /// The key for what belongs to no stream: answers of commands and states of projections.
    pub(crate) fn own(&self) -> &StreamKey {
        &self.own
    }

    /// The key for concepten, which belong to no stream and are overwritten again and again.
    pub(crate) fn concept(&self) -> &StreamKey {
        &self.concept
    }

    /// The key for who is logged in, where that stands in the database.
    pub(crate) fn sessie(&self) -> &StreamKey {
        &self.sessie
    }

    /// A claimed key as stored. Differs per municipality and scope for the same text.
    pub(crate) fn claim(&self, gemeente: GemeenteId, scope: &str, key: &str) -> [u8; 32] {
        let mut canon = Canon::new("kt.claim.1");
        canon.id(gemeente.0).text(scope).text(key);
        keyed_hash(&self.claim, &canon.done())
    }

    /// A new data key for `stream`, and how it is stored.
    pub(crate) fn make(&self, rng: &dyn Rng, gemeente: GemeenteId, stream: StreamId) -> (StreamKey, Vec<u8>) {
        let mut bytes = [0; KEY_BYTES];
        rng.fill(&mut bytes);
        let wrapped = self.wrap.close(rng, &wrap_binding(gemeente, stream), &bytes);
        (StreamKey::new(&bytes), wrapped)
    }

    /// The data key of `stream` from how it is stored.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] when it does not open.
    pub(crate) fn unwrap(
        &self,
        gemeente: GemeenteId,
        stream: StreamId,
        wrapped: &[u8],
    ) -> Result<StreamKey, Fault> {
        let bytes = self.wrap.open(&wrap_binding(gemeente, stream), wrapped);
        let bytes = bytes.and_then(|bytes| <[u8; KEY_BYTES]>::try_from(bytes).ok());
        let bytes =
            bytes.ok_or_else(|| Fault::Corrupt(format!("the data key of stream {stream} does not open")))?;
        Ok(StreamKey::new(&bytes))
    }
}

/// A key, ready to close and open.
#[derive(Clone)]
pub(crate) struct StreamKey(Arc<Aes256Gcm>);

impl StreamKey {
    fn new(bytes: &[u8; KEY_BYTES]) -> Self {
        Self(Arc::new(Aes256Gcm::new(bytes.into())))
    }

    /// Closes `plain`, bound to `binding`.
    pub(crate) fn close(&self, rng: &dyn Rng, binding: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE_BYTES];
        rng.fill(&mut nonce);
        let sealed = self.0.encrypt(Nonce::from_slice(&nonce), Payload { msg: plain, aad: binding });
        // AES-GCM refuses only plaintext above 64 GiB, a thousand times what any bound here lets through.
        let sealed = sealed.unwrap_or_else(|_| unreachable!("a body of {} bytes", plain.len()));
        let mut closed = Vec::with_capacity(1 + NONCE_BYTES + sealed.len());
        closed.push(CLOSED_VERSION);
        closed.extend_from_slice(&nonce);
        closed.extend_from_slice(&sealed);
        closed
    }

    /// Opens what `close` made with the same `binding`; `None` when it is anything else.
    pub(crate) fn open(&self, binding: &[u8], closed: &[u8]) -> Option<Vec<u8>> {
        let (version, rest) = closed.split_first()?;
        let (nonce, sealed) = rest.split_at_checked(NONCE_BYTES)?;
        if *version != CLOSED_VERSION {
            return None;
        }
        self.0.decrypt(Nonce::from_slice(nonce), Payload { msg: sealed, aad: binding }).ok()
    }
}

/// Lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
        }
        text
    })
}

/// Bytes from pairs of hex digits in either case; `None` when it is anything else.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len() / 2).map(|i| u8::from_str_radix(text.get(2 * i..2 * i + 2)?, 16).ok()).collect()
}

fn wrap_binding(gemeente: GemeenteId, stream: StreamId) -> Vec<u8> {
    let mut canon = Canon::new("kt.key.1");
    canon.id(gemeente.0).text(stream.kind.word()).id(stream.id);
    canon.done()
}

pub(super) fn keyed_hash(key: &[u8; KEY_BYTES], bytes: &[u8]) -> [u8; 32] {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key)
        .unwrap_or_else(|_| unreachable!("HMAC takes keys of any length"));
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}
