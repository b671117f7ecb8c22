//! Values: lib0's `Any` and JSON text. They are walked and judged, never built before their depth is known.

use super::Refusal;
use super::bounds::VALUE_DEPTH_MAX;
use super::reader::Reader;
use serde_json::Value;

/// Walks one `Any` and shows each string value to `see`, with the key it stands under.
pub(super) fn walk_any<'a>(
    reader: &mut Reader<'a>,
    key: Option<&'a str>,
    depth: usize,
    see: &mut dyn FnMut(Option<&'a str>, &'a str) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    if depth > VALUE_DEPTH_MAX {
        return Err(Refusal::TooDeep);
    }
    match reader.byte()? {
        // undefined, null, false, true
        127 | 126 | 121 | 120 => Ok(()),
        125 => reader.signed(),
        124 => reader.take(4).map(drop),
        123 | 122 => reader.take(8).map(drop),
        119 => {
            let text = reader.string()?;
            see(key, text)
        }
        118 => {
            for _ in 0..reader.count(2)? {
                let name = reader.string()?;
                walk_any(reader, Some(name), depth + 1, see)?;
            }
            Ok(())
        }
        117 => {
            for _ in 0..reader.count(1)? {
                walk_any(reader, key, depth + 1, see)?;
            }
            Ok(())
        }
        // A buffer: no attribute of ours is one, and it would carry a file past the document store.
        116 => Err(Refusal::ContentKind),
        _ => Err(Refusal::StructKind),
    }
}

/// Parses JSON text after its depth was measured, so that no parser recurses further than the bound.
pub(super) fn parse_json(text: &str) -> Result<Value, Refusal> {
    if json_depth(text) > VALUE_DEPTH_MAX {
        return Err(Refusal::TooDeep);
    }
    serde_json::from_str(text).map_err(|_| Refusal::Json)
}

fn json_depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0_usize);
    let (mut quoted, mut escaped) = (false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
