//! The schema: which nodes, marks and values a document may hold. What the editor cannot show is refused here,
//! before a colleague's browser would have to throw it away.

use super::Refusal;
use super::any::{parse_json, walk_any};
use super::bounds::{ATTRIBUTE_BYTES_MAX, ATTRIBUTE_STRING_BYTES_MAX};
use super::parse::Content;
use super::reader::Reader;
use serde_json::Value;

/// Nodes: the editor's own, tables, and ours.
pub const NODES: [&str; 19] = [
    "paragraph",
    "heading",
    "bulletList",
    "orderedList",
    "listItem",
    "taskList",
    "taskItem",
    "blockquote",
    "horizontalRule",
    "hardBreak",
    "codeBlock",
    "table",
    "tableRow",
    "tableCell",
    "tableHeader",
    "sectie",
    "sectieKop",
    "sectieInhoud",
    "veld",
];

/// Marks: the editor's own, remarks, and suggestions. `ychange` is never stored: y-tiptap leaves it out.
pub const MARKS: [&str; 10] = [
    "bold",
    "italic",
    "underline",
    "strike",
    "code",
    "link",
    "opmerking",
    "insertion",
    "deletion",
    "modification",
];

/// Where a link may lead. A link without a scheme stays within the site.
pub const LINK_SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// The one root of a document.
pub const ROOT: &str = "default";

/// Length of the hash that y-tiptap sets behind a mark that may overlap itself.
const MARK_HASH_BYTES: usize = 8;
/// Attributes that hold a link.
const URI_KEYS: [&str; 2] = ["href", "src"];

/// Whether the values of this attribute are links.
pub(super) fn holds_uri(attribute: &str) -> bool {
    URI_KEYS.iter().any(|key| attribute.eq_ignore_ascii_case(key))
}

/// Judges content by itself. `uri` tells whether it is a value of a link attribute.
pub(super) fn check(content: &Content<'_>, uri: bool) -> Result<(), Refusal> {
    match content {
        Content::Deleted | Content::String(_) | Content::Text => Ok(()),
        Content::Element(name) if NODES.contains(name) => Ok(()),
        Content::Element(_) => Err(Refusal::NodeName),
        Content::Format { key, json } => check_mark(key, json),
        Content::Any(values) => check_values(values, uri),
    }
}

fn check_mark(key: &str, json: &str) -> Result<(), Refusal> {
    if !MARKS.contains(&mark_name(key)) {
        return Err(Refusal::MarkName);
    }
    if json.len() > ATTRIBUTE_STRING_BYTES_MAX {
        return Err(Refusal::Attribute);
    }
    check_json(&parse_json(json)?, false)
}

/// The mark's name without the suffix `--xxxxxxxx` of y-tiptap.
pub(super) fn mark_name(key: &str) -> &str {
    match key.rsplit_once("--") {
        Some((name, hash)) if hash.len() == MARK_HASH_BYTES && hash.bytes().all(is_base64) => name,
        Some(_) | None => key,
    }
}

const fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

/// Recurses no deeper than `parse_json` let through.
fn check_json(value: &Value, uri: bool) -> Result<(), Refusal> {
    match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
        Value::String(text) if uri => check_uri(text),
        Value::String(_) => Ok(()),
        Value::Array(values) => values.iter().try_for_each(|value| check_json(value, uri)),
        Value::Object(values) => {
            values.iter().try_for_each(|(key, value)| check_json(value, uri || holds_uri(key)))
        }
    }
}

fn check_values(values: &[u8], uri: bool) -> Result<(), Refusal> {
    if values.len() > ATTRIBUTE_BYTES_MAX {
        return Err(Refusal::Attribute);
    }
    let mut reader = Reader::new(values);
    while reader.left() > 0 {
        walk_any(&mut reader, None, 1, &mut |key, text| {
            if text.len() > ATTRIBUTE_STRING_BYTES_MAX {
                return Err(Refusal::Attribute);
            }
            if uri || key.is_some_and(holds_uri) { check_uri(text) } else { Ok(()) }
        })?;
    }
    Ok(())
}

/// Browsers drop control characters and spaces before they look for a scheme; so does this.
fn check_uri(uri: &str) -> Result<(), Refusal> {
    let mut scheme = String::new();
    for c in uri.chars().filter(|c| !c.is_whitespace() && !c.is_control()) {
        match c {
            ':' if LINK_SCHEMES.contains(&scheme.as_str()) => return Ok(()),
            ':' => return Err(Refusal::Link),
            '/' | '?' | '#' => return Ok(()),
            _ => scheme.push(c.to_ascii_lowercase()),
        }
    }
    Ok(())
}
