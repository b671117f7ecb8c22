//! What an id token says of somebody, besides what every id token says.

use std::fmt;

use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::limits::OIDC_GROEPEN_MAX;

/// In which claims a provider says what we need.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Claimnamen {
    /// The groups of who works here.
    pub groepen: String,
    /// How colleagues call them.
    pub naam: String,
    /// The BSN of a resident, where the subject is not the BSN itself.
    pub bsn: String,
}

impl Default for Claimnamen {
    fn default() -> Self {
        Self { groepen: "groups".into(), naam: "name".into(), bsn: "bsn".into() }
    }
}

/// Somebody comes for another person (`represents` in the NL GOV profile).
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Vertegenwoordigt {
    /// Only for themselves.
    Niemand,
    /// For another: a parent, who has a mandate, a guardian.
    EenAnder,
}

/// The kind of subject that is a BSN itself.
const SUBJECT_BSN: &str = "urn:nl-eid-gdi:1.0:id:BSN";

/// All claims beyond the standard ones. `Debug` shows nothing: a BSN may be among them.
#[derive(Clone, Default, Serialize, Deserialize)]
pub(super) struct Claims {
    #[serde(flatten)]
    alle: Map<String, Value>,
}

impl AdditionalClaims for Claims {}

impl fmt::Debug for Claims {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Claims({})", self.alle.len())
    }
}

impl Claims {
    /// A claim that is one text.
    pub(super) fn tekst(&self, naam: &str) -> Option<&str> {
        self.alle.get(naam).and_then(Value::as_str)
    }

    /// A claim that is a list of texts; one text is a list of one. `None` when it is anything else, or too long a list.
    pub(super) fn lijst(&self, naam: &str) -> Option<Vec<String>> {
        match self.alle.get(naam) {
            None => Some(Vec::new()),
            Some(Value::String(one)) => Some(vec![one.clone()]),
            Some(Value::Array(many)) if many.len() <= OIDC_GROEPEN_MAX => {
                many.iter().map(|one| one.as_str().map(str::to_owned)).collect()
            }
            Some(_) => None,
        }
    }

    /// The BSN: of the claim that holds it, or the subject when that is of this kind.
    pub(super) fn bsn<'a>(&'a self, claim: &str, subject: &'a str) -> Option<&'a str> {
        let by_subject = || (self.tekst("sub_id_type") == Some(SUBJECT_BSN)).then_some(subject);
        self.tekst(claim).or_else(by_subject)
    }

    /// Whether somebody comes for another. Whatever stands there: a claim that we cannot read is not nobody.
    pub(super) fn vertegenwoordigt(&self) -> Vertegenwoordigt {
        match self.alle.get("represents") {
            None | Some(Value::Null) => Vertegenwoordigt::Niemand,
            Some(_) => Vertegenwoordigt::EenAnder,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn claims(value: Value) -> Claims {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn groups_are_texts_and_nothing_else() {
        let of = |value| claims(json!({ "groups": value })).lijst("groups");
        assert_eq!(of(json!(["a", "b"])), Some(vec!["a".into(), "b".into()]));
        assert_eq!(of(json!("a")), Some(vec!["a".into()]));
        assert_eq!(claims(json!({})).lijst("groups"), Some(vec![]));
        assert_eq!(of(json!(["a", 1])), None);
        assert_eq!(of(json!({ "a": true })), None);
        assert_eq!(of(json!(vec!["a"; OIDC_GROEPEN_MAX + 1])), None);
    }

    #[test]
    fn a_bsn_stands_in_its_claim_or_is_the_subject() {
        assert_eq!(claims(json!({ "bsn": "999990019" })).bsn("bsn", "x"), Some("999990019"));
        let kind = "urn:nl-eid-gdi:1.0:id:BSN";
        assert_eq!(claims(json!({ "sub_id_type": kind })).bsn("bsn", "999990019"), Some("999990019"));
        let pseudonym = "urn:nl-eid-gdi:1.0:id:pseudonym";
        assert_eq!(claims(json!({ "sub_id_type": pseudonym })).bsn("bsn", "999990019"), None);
        assert_eq!(claims(json!({})).bsn("bsn", "999990019"), None);
    }

    #[test]
    fn who_comes_for_another_is_seen_and_nothing_of_it_is_shown() {
        let other = claims(json!({ "represents": { "sub": "999990020" } }));
        assert_eq!(other.vertegenwoordigt(), Vertegenwoordigt::EenAnder);
        assert_eq!(claims(json!({ "represents": 1 })).vertegenwoordigt(), Vertegenwoordigt::EenAnder);
        assert_eq!(claims(json!({})).vertegenwoordigt(), Vertegenwoordigt::Niemand);
        assert!(!format!("{other:?}").contains("9999"));
    }
}
