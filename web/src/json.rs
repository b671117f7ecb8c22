//! Reads JSON from outside: strictly, bounded, and without ever repeating a value.
//!
//! Doubled keys, unknown fields, depth beyond the bound, lone surrogates and anything after the end are refused, because each of
//! them lets two readers see two different things in the same bytes.

use std::fmt;

use keukentafel::limits::JSON_DEPTH_MAX;
use serde::de::{DeserializeOwned, DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::limits::FIELD_CHARS_MAX;

/// Why the bytes are not taken.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct JsonFout {
    /// The stable code.
    pub(crate) code: &'static str,
    /// The field it is about, when one can be named.
    pub(crate) veld: Option<String>,
}

impl JsonFout {
    fn new(code: &'static str, veld: &str) -> Self {
        Self { code, veld: name_of(veld) }
    }
}

/// The bytes as a `T`.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, JsonFout> {
    typed(value(bytes)?)
}

/// The bytes as a JSON value, strictly.
pub(crate) fn value(bytes: &[u8]) -> Result<Value, JsonFout> {
    let text = std::str::from_utf8(bytes).map_err(|_| JsonFout::new("invoer.geen_json", ""))?;
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Strict { depth: 0 }.deserialize(&mut reader).map_err(|e| syntax(&e))?;
    reader.end().map_err(|_| JsonFout::new("invoer.geen_json", ""))?;
    Ok(value)
}

/// Refuses what is not an object. Serde takes a list for a struct, by place; whoever reads the same bytes by name reads nothing.
pub(crate) fn object(value: &Value) -> Result<(), JsonFout> {
    if value.is_object() { Ok(()) } else { Err(JsonFout::new("invoer.waarde_ongeldig", "")) }
}

/// A value, which is an object, as a `T`.
pub(crate) fn typed<T: DeserializeOwned>(value: Value) -> Result<T, JsonFout> {
    object(&value)?;
    serde_path_to_error::deserialize(value).map_err(|e| {
        let path = e.path().to_string();
        shape(&e.into_inner().to_string(), &path)
    })
}

/// Marks of our own in serde's messages. A client's text cannot forge them: it is never part of a message before them.
const DUBBEL: &str = "kt-dubbel:";
const DIEP: &str = "kt-diep";

fn syntax(error: &serde_json::Error) -> JsonFout {
    let text = error.to_string();
    if let Some(rest) = text.strip_prefix(DUBBEL) {
        let veld = rest.split('\n').next().unwrap_or_default();
        return JsonFout::new("invoer.dubbele_sleutel", veld);
    }
    if text.starts_with(DIEP) || text.starts_with("recursion limit exceeded") {
        return JsonFout::new("invoer.te_diep", "");
    }
    JsonFout::new("invoer.geen_json", "")
}

/// What serde says about a shape, as a code. Only field names are taken out of it, never a value.
fn shape(message: &str, path: &str) -> JsonFout {
    let quoted = message.split('`').nth(1).unwrap_or_default();
    if message.starts_with("unknown field") {
        return JsonFout::new("invoer.onbekend_veld", quoted);
    }
    if message.starts_with("missing field") {
        return JsonFout::new("invoer.veld_ontbreekt", quoted);
    }
    if message.starts_with("duplicate field") {
        return JsonFout::new("invoer.dubbele_sleutel", quoted);
    }
    if message.starts_with("unknown variant") {
        return JsonFout::new("invoer.keuze_onbekend", path);
    }
    JsonFout::new("invoer.waarde_ongeldig", path)
}

/// A field's name, when it looks like one: what is longer or stranger is somebody's text.
fn name_of(veld: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '[' | ']' | '-');
    let named = !veld.is_empty() && veld != "." && veld.len() <= FIELD_CHARS_MAX && veld.chars().all(plain);
    // A path such as `.zaken[0]` starts with serde's own dot.
    named.then(|| veld.trim_start_matches('.').to_owned())
}

/// Builds a value and looks at each key and level while doing so.
#[derive(Copy, Clone)]
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= JSON_DEPTH_MAX { Err(E::custom(DIEP)) } else { Ok(Self { depth: self.depth + 1 }) }
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(deeper)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let deeper = self.deeper()?;
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            if fields.contains_key(&key) {
                return Err(A::Error::custom(format!("{DUBBEL}{key}\n")));
            }
            let value = map.next_value_seed(deeper)?;
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::protocol::body::{Leeg, NieuweMelding, NieuwePersoon, Opdracht, Toewijzing};

    use super::*;

    #[track_caller]
    fn check<T: DeserializeOwned>(text: &str, code: &'static str, veld: Option<&str>) {
        let got = read::<T>(text.as_bytes()).err();
        assert_eq!(got, Some(JsonFout { code, veld: veld.map(str::to_owned) }), "{text}");
    }

    #[test]
    fn good_bodies_are_read() {
        assert!(read::<NieuwePersoon>(br#"{"voornamen":"Maria","achternaam":"Verhoef"}"#).is_ok());
        assert!(read::<Toewijzing>(br#" {"behandelaars":[]} "#).is_ok());
    }

    // shows H3, H4, H5
    #[test]
    fn what_two_readers_could_read_differently_is_refused() {
        check::<NieuwePersoon>(
            r#"{"voornamen":"a","achternaam":"b","rol":"bestuur"}"#,
            "invoer.onbekend_veld",
            Some("rol"),
        );
        check::<NieuwePersoon>(
            r#"{"voornamen":"a","voornamen":"b","achternaam":"c"}"#,
            "invoer.dubbele_sleutel",
            Some("voornamen"),
        );
        check::<NieuwePersoon>(r#"{"voornamen":"a"}"#, "invoer.veld_ontbreekt", Some("achternaam"));
        check::<NieuwePersoon>(
            r#"{"voornamen":7,"achternaam":"b"}"#,
            "invoer.waarde_ongeldig",
            Some("voornamen"),
        );
        check::<NieuwePersoon>(
            r#"{"voornamen":"a","achternaam":"b","adres":{"straat":1}}"#,
            "invoer.waarde_ongeldig",
            Some("adres.straat"),
        );
        check::<NieuwePersoon>(r#"[null,"a",null,"b"]"#, "invoer.waarde_ongeldig", None);
        check::<Leeg>("[]", "invoer.waarde_ongeldig", None);
        check::<NieuweMelding>(
            r#"{"persoon":"019ab000-0000-7000-8000-00000000000a","zaaktype":"MELDING-XYZ","onderwerp":"x","kanaal":"balie"}"#,
            "invoer.keuze_onbekend",
            Some("zaaktype"),
        );
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            "{",
            "{}x",
            "{} {}",
            r#"{"voornamen":"\ud800","achternaam":"b"}"#,
            r#"{voornamen:"a"}"#,
            "{\"voornamen\":\"a\u{0}\"}",
            "NaN",
            "\u{FEFF}{}",
        ] {
            check::<NieuwePersoon>(text, "invoer.geen_json", None);
        }
        assert_eq!(value(b"{\"a\":\"\xFF\"}"), Err(JsonFout::new("invoer.geen_json", "")));
    }

    #[test]
    fn depth_is_bounded_before_the_stack_is() {
        let nested = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
        assert!(value(nested(JSON_DEPTH_MAX).as_bytes()).is_ok());
        check::<Value>(&nested(JSON_DEPTH_MAX + 1), "invoer.te_diep", None);
        check::<Value>(&nested(100_000), "invoer.te_diep", None);
        check::<Value>(&"[".repeat(100_000), "invoer.te_diep", None);
    }

    #[test]
    fn a_value_is_never_repeated() {
        let secret = "Maria Verhoef woont hier";
        for text in [
            format!(r#"{{"voornamen":"a","achternaam":"b","{secret}":1}}"#),
            format!(r#"{{"voornamen":"a","achternaam":"b","geboortedatum":["{secret}"]}}"#),
            format!(r#"{{"name":"{secret}","b":{{}}}}"#),
            format!(r#"{{"{secret}":1,"{secret}":2}}"#),
        ] {
            let person = format!("{:?}", read::<NieuwePersoon>(text.as_bytes()).err());
            let command = format!("{:?}", read::<Opdracht>(text.as_bytes()).err());
            assert!(!person.contains("Maria") && !command.contains("Maria"), "{text}");
        }
    }
}
