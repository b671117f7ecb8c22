//! For tests: holds JSON against the BRP's OpenAPI where the standards are at hand (`../shared/standards` beside the project, or
//! where `KEUKENTAFEL_STANDAARDEN` says). Stricter than the standard: a field that it does not know is wrong.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use regex::Regex;
use serde_json::Value;

/// The folder of standards; `None`, said out loud, where there is none.
pub(crate) fn standards(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/standards");
    let folder = std::env::var_os("KEUKENTAFEL_STANDAARDEN").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("{test}: skipped, no standards in {}", folder.display());
    None
}

/// The OpenAPI document of the BRP.
pub(crate) struct OpenApi(Value);

impl OpenApi {
    pub(crate) fn brp(test: &str) -> Option<Self> {
        let path = standards(test)?.join("openapi/brp-personen-v2.yaml");
        Some(Self(serde_yaml_ng::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()))
    }

    /// Everything in `value` that is not as the schema called `name` wants it.
    pub(crate) fn wrong(&self, name: &str, value: &Value) -> Vec<String> {
        let mut wrong = Vec::new();
        self.check(self.schema(name), value, name, &mut wrong);
        wrong
    }

    /// Whether a path of `fields` leads to something in the schema called `name`.
    pub(crate) fn has_field(&self, name: &str, path: &str) -> bool {
        let mut here = vec![self.schema(name)];
        for part in path.split('.') {
            let mut next = Vec::new();
            for schema in here {
                for flat in self.every(schema) {
                    next.extend(flat.pointer(&format!("/properties/{part}")));
                    next.extend(flat.pointer(&format!("/items/properties/{part}")));
                }
            }
            here = next;
        }
        !here.is_empty()
    }

    fn schema(&self, name: &str) -> &Value {
        let found = self.0.pointer(&format!("/components/schemas/{name}"));
        found.unwrap_or_else(|| panic!("the standard has no schema {name}"))
    }

    fn by_ref(&self, reference: &str) -> &Value {
        self.schema(reference.rsplit('/').next().unwrap())
    }

    /// What a schema is made of for this value: references followed, `allOf` taken apart, the discriminator obeyed.
    fn parts<'a>(
        &'a self,
        schema: &'a Value,
        value: &Value,
        seen: &mut BTreeSet<String>,
        parts: &mut Vec<&'a Value>,
    ) {
        if let Some(reference) = schema["$ref"].as_str()
            && seen.insert(reference.to_owned())
        {
            self.parts(self.by_ref(reference), value, seen, parts);
        }
        for part in schema["allOf"].as_array().into_iter().flatten() {
            self.parts(part, value, seen, parts);
        }
        if let Some(property) = schema["discriminator"]["propertyName"].as_str() {
            let kind = value[property].as_str().unwrap_or_default();
            match schema["discriminator"]["mapping"][kind].as_str() {
                Some(reference) if seen.insert(reference.to_owned()) => {
                    self.parts(self.by_ref(reference), value, seen, parts);
                }
                Some(_) | None => {}
            }
        }
        parts.push(schema);
    }

    /// All that a schema can be made of, whatever the value.
    fn every<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        let mut todo = vec![schema];
        let mut found: Vec<&Value> = Vec::new();
        while let Some(next) = todo.pop() {
            if found.iter().any(|known| std::ptr::eq(*known, next)) {
                continue;
            }
            found.push(next);
            todo.extend(next["$ref"].as_str().map(|reference| self.by_ref(reference)));
            todo.extend(next["allOf"].as_array().into_iter().flatten());
            let mapping = next["discriminator"]["mapping"].as_object().into_iter().flatten();
            todo.extend(mapping.map(|(_, reference)| self.by_ref(reference.as_str().unwrap())));
            if next["items"].is_object() {
                todo.push(&next["items"]);
            }
        }
        found
    }

    fn check(&self, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
        let mut parts = Vec::new();
        self.parts(schema, value, &mut BTreeSet::new(), &mut parts);
        for part in &parts {
            if let Some(fault) = simple(part, value) {
                wrong.push(format!("{at}: {fault}"));
            }
            if let (Some(items), Some(list)) = (part.get("items"), value.as_array()) {
                for (index, item) in list.iter().enumerate() {
                    self.check(items, item, &format!("{at}[{index}]"), wrong);
                }
            }
        }
        for (name, field) in value.as_object().into_iter().flatten() {
            let known: Vec<&Value> = parts.iter().filter_map(|part| part["properties"].get(name)).collect();
            if known.is_empty() {
                wrong.push(format!("{at}.{name}: unknown"));
            }
            for schema in known {
                self.check(schema, field, &format!("{at}.{name}"), wrong);
            }
        }
    }
}

/// What is wrong with a value by itself.
fn simple(schema: &Value, value: &Value) -> Option<String> {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_i64() || number.is_u64() => "integer",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    match schema["type"].as_str() {
        Some(wanted) if wanted != kind => return Some(format!("is {kind}, not {wanted}")),
        Some(_) | None => {}
    }
    for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        if value.get(name).is_none() {
            return Some(format!("has no {name}"));
        }
    }
    if let Some(text) = value.as_str() {
        if schema["pattern"].as_str().is_some_and(|pattern| !matches(pattern, text)) {
            return Some(format!("does not match {}", schema["pattern"]));
        }
        if schema["format"] == "date" && text.parse::<jiff::civil::Date>().is_err() {
            return Some("is no date".to_owned());
        }
        if schema["maxLength"].as_u64().is_some_and(|most| text.chars().count() as u64 > most) {
            return Some("is too long".to_owned());
        }
        if schema["enum"].as_array().is_some_and(|words| !words.contains(value)) {
            return Some("is none of the words".to_owned());
        }
    }
    let number = value.as_i64();
    let many = value.as_array().map(|list| list.len() as u64);
    let outside = number.is_some_and(|number| schema["minimum"].as_i64().is_some_and(|least| number < least))
        || number.is_some_and(|number| schema["maximum"].as_i64().is_some_and(|most| number > most))
        || many.is_some_and(|many| schema["minItems"].as_u64().is_some_and(|least| many < least))
        || many.is_some_and(|many| schema["maxItems"].as_u64().is_some_and(|most| many > most));
    outside.then(|| "is out of bounds".to_owned())
}

thread_local! {
    static PATTERNS: RefCell<BTreeMap<String, Regex>> = RefCell::default();
}

fn matches(pattern: &str, text: &str) -> bool {
    // The one thing in the standard's patterns that this engine cannot do.
    let bare = pattern.replace("(?!0{16})", "");
    if bare != pattern && text == "0".repeat(16) {
        return false;
    }
    PATTERNS.with_borrow_mut(|known| {
        known.entry(bare.clone()).or_insert_with(|| Regex::new(&bare).unwrap()).is_match(text)
    })
}
