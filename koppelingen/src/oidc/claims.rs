//! What an id token says of somebody, besides what every id token says.

use std::fmt;

use openidconnect::AdditionalClaims;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::limits::{OIDC_GROEPEN_MAX, OIDC_SUBJECT_BYTES_MAX};

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

/// Somebody comes for another (`represents` in the NL GOV profile). `Debug` does not say for whom.
#[derive(Clone, Eq, PartialEq)]
pub enum Vertegenwoordigt {
    /// Only for themselves.
    Niemand,
    /// For a resident, straight: by a mandate, or because a judge said so.
    Inwoner {
        /// What stands there as their BSN.
        bsn: String,
    },
    /// For another whom this door does not know: an organisation, a pseudonym, or by way of somebody in between.
    AndereSoort,
    /// For another, and it cannot be read for whom.
    Onleesbaar,
}

impl fmt::Debug for Vertegenwoordigt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Niemand => "Niemand",
            Self::Inwoner { .. } => "Inwoner(***)",
            Self::AndereSoort => "AndereSoort",
            Self::Onleesbaar => "Onleesbaar",
        })
    }
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

    /// Whether somebody comes for another, and for whom. Whatever stands there: a claim that we cannot read is not nobody.
    pub(super) fn vertegenwoordigt(&self) -> Vertegenwoordigt {
        // With `act` (RFC 8693) the subject is whom it is for, and somebody else came: not as this profile says it.
        if self.alle.contains_key("act") {
            return Vertegenwoordigt::AndereSoort;
        }
        match self.alle.get("represents") {
            None | Some(Value::Null) => Vertegenwoordigt::Niemand,
            Some(Value::Object(claim)) => voor_wie(claim),
            Some(_) => Vertegenwoordigt::Onleesbaar,
        }
    }
}

/// What belongs to a token and never to somebody who is represented.
const NIET_VAN_IEMAND: [&str; 3] = ["aud", "exp", "nbf"];

fn voor_wie(claim: &Map<String, Value>) -> Vertegenwoordigt {
    let text = |naam: &str| claim.get(naam).map(Value::as_str);
    let (Some(Some(sub)), soort, issuer) = (text("sub"), text("sub_id_type"), text("iss")) else {
        return Vertegenwoordigt::Onleesbaar;
    };
    let misplaced = NIET_VAN_IEMAND.iter().any(|naam| claim.contains_key(*naam));
    if misplaced || soort == Some(None) || issuer == Some(None) || sub.len() > OIDC_SUBJECT_BYTES_MAX {
        return Vertegenwoordigt::Onleesbaar;
    }
    // Somebody in between is an organisation, of whom we know nothing.
    if claim.contains_key("represents") || soort != Some(Some(SUBJECT_BSN)) {
        return Vertegenwoordigt::AndereSoort;
    }
    Vertegenwoordigt::Inwoner { bsn: sub.to_owned() }
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

    const BSN: &str = "urn:nl-eid-gdi:1.0:id:BSN";

    fn check(represents: Value, then: &Vertegenwoordigt) {
        let found = claims(json!({ "represents": represents.clone() })).vertegenwoordigt();
        assert!(found == *then, "{represents}: {found:?}");
        assert!(!format!("{found:?}").contains("9999"), "nothing of it is shown");
    }

    // shows X-11
    #[test]
    fn who_comes_for_a_resident_says_so_in_one_way() {
        let then = Vertegenwoordigt::Inwoner { bsn: "999990019".into() };
        check(json!({ "sub": "999990019", "sub_id_type": BSN }), &then);
        check(
            json!({ "sub": "999990019", "sub_id_type": BSN, "iss": "https://machtigen", "email": 1 }),
            &then,
        );
        check(Value::Null, &Vertegenwoordigt::Niemand);
        assert_eq!(claims(json!({})).vertegenwoordigt(), Vertegenwoordigt::Niemand);
    }

    // shows X-11
    #[test]
    fn for_whom_this_door_does_not_know_is_no_mandate() {
        let other = &Vertegenwoordigt::AndereSoort;
        for soort in ["RSIN", "KvKnr", "pseudonym", "bsn"] {
            check(
                json!({ "sub": "999990019", "sub_id_type": format!("urn:nl-eid-gdi:1.0:id:{soort}") }),
                other,
            );
        }
        check(json!({ "sub": "999990019" }), other);
        let behind = json!({ "sub": "999990020", "sub_id_type": BSN });
        check(json!({ "sub": "999990019", "sub_id_type": BSN, "represents": behind }), other);
        check(json!({ "sub": "999990019", "sub_id_type": BSN, "represents": null }), other);
        assert_eq!(&claims(json!({ "act": { "sub": "999990020" } })).vertegenwoordigt(), other);
    }

    // shows X-11
    #[test]
    fn what_cannot_be_read_is_no_mandate_and_not_nobody() {
        let unread = &Vertegenwoordigt::Onleesbaar;
        for wrong in
            [json!(1), json!(true), json!("999990019"), json!([]), json!([{ "sub": "999990019" }]), json!({})]
        {
            check(wrong, unread);
        }
        check(json!({ "sub": 999_990_019, "sub_id_type": BSN }), unread);
        check(json!({ "sub": ["999990019"], "sub_id_type": BSN }), unread);
        check(json!({ "sub": "999990019", "sub_id_type": [BSN] }), unread);
        check(json!({ "sub": "999990019", "sub_id_type": BSN, "iss": 1 }), unread);
        check(json!({ "sub": "9".repeat(OIDC_SUBJECT_BYTES_MAX + 1), "sub_id_type": BSN }), unread);
        for token in NIET_VAN_IEMAND {
            check(json!({ "sub": "999990019", "sub_id_type": BSN, token: 1 }), unread);
        }
    }

    #[test]
    fn nothing_of_the_claims_is_shown() {
        let other = claims(json!({ "represents": { "sub": "999990020" } }));
        assert!(!format!("{other:?}").contains("9999"));
    }
}
