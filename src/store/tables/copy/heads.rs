//! Signed heads of an earlier export, which was kept elsewhere.

use std::path::Path;

use crate::clock::Moment;
use crate::store::crypto::{hex, unhex};
use crate::store::{Fault, SignedHead};

/// Bytes of a file of heads: one of 400 bytes a day for a hundred nodes and more than ten years.
const FILE_BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Reads the heads of an earlier export (`audit_head.jsonl`).
pub(crate) fn read_file(path: &Path) -> Result<Vec<SignedHead>, Fault> {
    let failed = |why: &str| Fault::Unavailable(format!("{}: {why}", path.display()));
    let size = std::fs::metadata(path).map_err(|error| failed(&error.to_string()))?.len();
    if size > FILE_BYTES_MAX {
        return Err(failed("too large for a file of heads"));
    }
    let text = std::fs::read_to_string(path).map_err(|error| failed(&error.to_string()))?;
    let heads = text.lines().zip(1..);
    heads
        .map(|(line, n): (_, u64)| from_line(line).ok_or_else(|| failed(&format!("line {n} is no head"))))
        .collect()
}

fn from_line(line: &str) -> Option<SignedHead> {
    let value: serde_json::Value = serde_json::from_str(line).ok()?;
    let bytes = |name: &str| unhex(value.get(name)?.as_str()?);
    let count = |name: &str| value.get(name)?.as_u64();
    Some(SignedHead {
        node: value.get("node")?.as_str()?.to_owned(),
        day: value.get("day")?.as_i64()?,
        link: count("link")?,
        lines: count("lines")?,
        chain: bytes("chain")?.try_into().ok()?,
        at: Moment::from_micros(value.get("at")?.as_i64()?),
        previous: bytes("previous")?.try_into().ok()?,
        signature: bytes("signature")?.try_into().ok()?,
    })
}

/// How the public key stands in an export.
pub(super) fn key_line(public_key: &[u8; 32]) -> String {
    serde_json::json!({ "algorithm": "ed25519", "public_key": hex(public_key) }).to_string()
}
