//! A suggestion in the text: a mark that says who proposes it and when. The name in it is bound to who writes.

use super::content::mark_name;
use super::parse::Content;
use super::{Refusal, Writer};
use serde_json::Value;
use uuid::Uuid;

/// Marks of suggestions.
const SUGGESTIONS: [&str; 3] = ["insertion", "deletion", "modification"];

/// The name of one suggestion: who proposes it, and an id that says when (UUIDv7).
#[derive(Copy, Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Voorstel {
    by: Uuid,
    id: Uuid,
}

impl Voorstel {
    pub(super) fn is_of(self, writer: Writer) -> bool {
        self.by == writer.0
    }
}

/// The suggestion that content begins; `None` for all else, and for the end of one.
///
/// # Errors
/// [`Refusal::Suggestion`] when it does not say whose it is: a page would have nobody to name.
pub(super) fn voorstel_van(content: &Content<'_>) -> Result<Option<Voorstel>, Refusal> {
    let Content::Format { key, json } = content else { return Ok(None) };
    if !SUGGESTIONS.contains(&mark_name(key)) {
        return Ok(None);
    }
    // Its depth was measured with the mark.
    match serde_json::from_str(json) {
        Ok(Value::Null) => Ok(None),
        Ok(Value::Object(mark)) => {
            let named = mark.get("id").and_then(Value::as_str).and_then(read);
            named.map(Some).ok_or(Refusal::Suggestion)
        }
        Ok(Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_)) => {
            Err(Refusal::Suggestion)
        }
        Err(_) => Err(Refusal::Json),
    }
}

/// `<who>:<id>`, each in its one spelling.
fn read(text: &str) -> Option<Voorstel> {
    let (by, id) = text.split_once(':')?;
    let parse = |text: &str| Uuid::try_parse(text).ok().filter(|id| id.to_string() == text);
    let voorstel = Voorstel { by: parse(by)?, id: parse(id)? };
    (voorstel.id.get_version_num() == 7).then_some(voorstel)
}
