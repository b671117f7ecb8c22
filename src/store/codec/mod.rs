//! Events to and from the journal's bytes. Each event is `{"soort": …, "gegevens": …}`; the word goes in the plain header, the
//! rest is the body that is stored encrypted.

use serde::Serialize;
use serde_json::Value;

use super::{Fault, StoredEvent};
use crate::domain::aggregate::Aggregate;
use crate::domain::wat;

/// The word of `event` and its body as JSON text.
///
/// # Errors
/// [`Fault::Corrupt`] when the type does not serialise to the agreed shape, which a test of each variant rules out.
pub fn encode<A: Aggregate>(event: &A::Event) -> Result<(String, Vec<u8>), Fault> {
    let corrupt = |why: String| Fault::Corrupt(format!("an event does not serialise: {why}"));
    let value = wat::bewaard(|| serde_json::to_value(event)).map_err(|e| corrupt(e.to_string()))?;
    let Value::Object(mut fields) = value else { return Err(corrupt("not an object".into())) };
    let Some(Value::String(soort)) = fields.remove("soort") else { return Err(corrupt("no soort".into())) };
    let body = fields.remove("gegevens").unwrap_or(Value::Null);
    Ok((soort, body.to_string().into_bytes()))
}

/// What is kept of folded events, for a [`Write::Projection`](super::Write::Projection), which the journal stores encrypted as it does events:
/// with the content that is in it. For nothing else.
///
/// # Errors
/// [`Fault::Corrupt`] when the type does not serialise, which a test of it rules out.
pub fn encode_state(state: &impl Serialize) -> Result<Vec<u8>, Fault> {
    let corrupt =
        |e: serde_json::Error| Fault::Corrupt(format!("a state does not serialise: {}", position_only(&e)));
    wat::bewaard(|| serde_json::to_vec(state)).map_err(corrupt)
}

/// The event that was stored, brought to the present schema.
///
/// # Errors
/// [`Fault::Corrupt`] for a word or schema that this version does not know: never skipped, because what follows was decided
/// on it. A destroyed body is `Ok(None)`.
pub fn decode<A: Aggregate>(stored: &StoredEvent) -> Result<Option<A::Event>, Fault> {
    let Some(body) = &stored.body else { return Ok(None) };
    let soort = &stored.header.soort;
    let corrupt = |why: String| Fault::Corrupt(format!("event {soort} at version {}: {why}", stored.version));
    if stored.header.schema > A::SCHEMA {
        return Err(corrupt(format!("schema {} is newer than {}", stored.header.schema, A::SCHEMA)));
    }
    let gegevens: Value = serde_json::from_slice(body).map_err(|e| corrupt(position_only(&e)))?;
    let whole = serde_json::json!({ "soort": soort, "gegevens": gegevens });
    serde_json::from_value(whole).map(Some).map_err(|e| corrupt(position_only(&e)))
}

/// What a JSON error says without the value that it may quote.
fn position_only(error: &serde_json::Error) -> String {
    format!("{:?} error at column {}", error.classify(), error.column())
}

#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod tests;
