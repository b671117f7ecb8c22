use openidconnect::JsonWebKeyId;
use openidconnect::core::CoreJsonCurveType;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::json;

use super::*;

const NU: i64 = 1_800_000_000;
const ISSUER: &str = "https://login.example";
const CLIENT: &str = "keukentafel";

/// A provider's key.
struct Sleutel {
    pair: EcdsaKeyPair,
    kid: &'static str,
}

impl Sleutel {
    fn new(kid: &'static str) -> Self {
        let rng = SystemRandom::new();
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &rng).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, made.as_ref(), &rng).unwrap();
        Self { pair, kid }
    }

    fn public(&self) -> CoreJsonWebKey {
        // Uncompressed: 4, x, y.
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        let kid = Some(JsonWebKeyId::new(self.kid.to_owned()));
        CoreJsonWebKey::new_ec(x.to_vec(), y.to_vec(), CoreJsonCurveType::P256, kid)
    }

    fn teken(&self, header: &Value, claims: &Value) -> String {
        let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", part(header), part(claims));
        let signature = self.pair.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        format!("{signed}.{}", BASE64_URL_SAFE_NO_PAD.encode(signature))
    }
}

fn header() -> Value {
    json!({ "alg": "ES256", "kid": "een", "typ": "logout+jwt" })
}

fn claims() -> Value {
    json!({
        "iss": ISSUER, "aud": CLIENT, "iat": NU, "exp": NU + 120, "jti": "uniek", "sub": "999990019", "sid": "zitting",
        "events": { GEBEURTENIS: {} },
    })
}

/// The same with this instead; `null` takes it away.
fn met(value: Value, naam: &str, other: Value) -> Value {
    let Value::Object(mut all) = value else { unreachable!("claims are an object") };
    if other.is_null() {
        all.remove(naam);
    } else {
        all.insert(naam.to_owned(), other);
    }
    Value::Object(all)
}

fn read(token: &str, keys: &[&Sleutel], second: i64) -> Result<Uitgelogd, OidcFout> {
    let keys = CoreJsonWebKeySet::new(keys.iter().map(|key| key.public()).collect());
    let said = Uitlogtoken::lees(token)?.geverifieerd(&keys).map_err(|_| OidcFout::Handtekening)?;
    said.geldt(ISSUER, CLIENT, Moment::from_micros(second * 1_000_000))
}

// shows G36
#[test]
fn a_message_that_holds_says_who_which_session_and_when() {
    let key = Sleutel::new("een");
    let then = Uitgelogd {
        subject: Some("999990019".into()),
        sid: Some("zitting".into()),
        jti: "uniek".into(),
        gezegd_op: Moment::from_micros(NU * 1_000_000),
        verloopt_op: Moment::from_micros((NU + 120 + OIDC_CLOCKS_APART_SECONDS) * 1_000_000),
    };
    assert_eq!(read(&key.teken(&header(), &claims()), &[&key], NU), Ok(then.clone()));
    assert!(!format!("{then:?}").contains("9999"));
    for (claims, subject, sid) in [
        (met(claims(), "sid", Value::Null), true, false),
        (met(claims(), "sub", Value::Null), false, true),
        (met(claims(), "aud", json!([CLIENT])), true, true),
        (met(claims(), "nbf", json!(NU)), true, true),
    ] {
        let found = read(&key.teken(&header(), &claims), &[&key], NU).unwrap();
        assert_eq!((found.subject.is_some(), found.sid.is_some()), (subject, sid), "{claims}");
    }
    for typ in [Value::Null, json!("JWT"), json!("application/logout+jwt"), json!("LOGOUT+JWT")] {
        let header = met(header(), "typ", typ);
        assert!(read(&key.teken(&header, &claims()), &[&key], NU).is_ok(), "{header}");
    }
}

// shows G36
#[test]
fn what_does_not_say_it_as_it_should_ends_nothing() {
    let key = Sleutel::new("een");
    let check = |naam: &str, other: Value, then: OidcFout| {
        let claims = met(claims(), naam, other);
        assert_eq!(read(&key.teken(&header(), &claims), &[&key], NU), Err(then), "{claims}");
    };
    check("nonce", json!("n"), OidcFout::Claim);
    check("nonce", json!(false), OidcFout::Claim);
    for events in
        [Value::Null, json!({}), json!([GEBEURTENIS]), json!({ GEBEURTENIS: true }), json!(GEBEURTENIS)]
    {
        check("events", events, OidcFout::Claim);
    }
    for iss in [Value::Null, json!("https://login.example/"), json!("https://kwaad.example"), json!([ISSUER])]
    {
        check("iss", iss, OidcFout::Token);
    }
    for aud in [Value::Null, json!("ander"), json!([]), json!([CLIENT, "ander"]), json!({ CLIENT: true })] {
        check("aud", aud, OidcFout::Token);
    }
    for jti in [Value::Null, json!(""), json!(7), json!("j".repeat(OIDC_SUBJECT_BYTES_MAX + 1))] {
        check("jti", jti, OidcFout::Claim);
    }
    for wrong in
        [json!(""), json!(999_990_019), json!(["999990019"]), json!("s".repeat(OIDC_SUBJECT_BYTES_MAX + 1))]
    {
        check("sub", wrong.clone(), OidcFout::Claim);
        check("sid", wrong, OidcFout::Claim);
    }
    for naam in ["iat", "exp"] {
        for wrong in [Value::Null, json!("1800000000"), json!(1.5), json!({})] {
            check(naam, wrong, OidcFout::Claim);
        }
    }
    check("nbf", json!("morgen"), OidcFout::Claim);
    let nobody = met(met(claims(), "sub", Value::Null), "sid", Value::Null);
    assert_eq!(read(&key.teken(&header(), &nobody), &[&key], NU), Err(OidcFout::Claim), "of whom?");
    assert_eq!(
        read(&key.teken(&header(), &json!([])), &[&key], NU),
        Err(OidcFout::Handtekening),
        "no claims"
    );
}

// shows G36
#[test]
fn what_is_too_old_or_of_tomorrow_ends_nothing() {
    let key = Sleutel::new("een");
    let apart = OIDC_CLOCKS_APART_SECONDS;
    let check = |naam: &str, other: Value, second: i64, holds: bool| {
        let claims = met(claims(), naam, other);
        let found = read(&key.teken(&header(), &claims), &[&key], second);
        assert_eq!(found.err(), (!holds).then_some(OidcFout::Verlopen), "{claims} at {}", second - NU);
    };
    check("x", Value::Null, NU + 119 + apart, true);
    check("x", Value::Null, NU + 120 + apart, false);
    check("x", Value::Null, NU - apart, true);
    check("x", Value::Null, NU - apart - 1, false);
    check("nbf", json!(NU + apart + 1), NU, false);
    let long = json!(NU + 86_400);
    check("exp", long.clone(), NU + OIDC_UITLOG_SECONDS_MAX + apart - 1, true);
    check("exp", long, NU + OIDC_UITLOG_SECONDS_MAX + apart, false);
    for edge in [i64::MIN, i64::MAX] {
        check("iat", json!(edge), NU, false);
        check("exp", json!(edge), NU, edge == i64::MAX);
    }
}

// shows G36
#[test]
fn only_the_providers_own_key_and_algorithm_sign() {
    let (key, other) = (Sleutel::new("een"), Sleutel::new("een"));
    let good = key.teken(&header(), &claims());
    assert_eq!(read(&good, &[&other], NU), Err(OidcFout::Handtekening), "another key by the same name");
    let keys = CoreJsonWebKeySet::new(vec![other.public()]);
    assert_eq!(Uitlogtoken::lees(&good).unwrap().geverifieerd(&keys).err(), Some(Sleutelfout::Klopt));
    let renamed = CoreJsonWebKeySet::new(vec![Sleutel::new("twee").public()]);
    let unknown = Uitlogtoken::lees(&good).unwrap().geverifieerd(&renamed).err();
    assert_eq!(unknown, Some(Sleutelfout::Onbekend), "then the keys are asked for again");
    let nameless = key.teken(&met(header(), "kid", Value::Null), &claims());
    assert!(read(&nameless, &[&other, &key], NU).is_ok(), "one of them did");
    assert_eq!(Uitlogtoken::lees(&nameless).unwrap().geverifieerd(&keys).err(), Some(Sleutelfout::Onbekend));
    for alg in ["none", "HS256", "RS512", "ES384"] {
        let token = key.teken(&met(header(), "alg", json!(alg)), &claims());
        assert_eq!(read(&token, &[&key], NU), Err(OidcFout::Handtekening), "{alg}");
    }
    for alg in ["RS256", "PS256"] {
        let token = key.teken(&met(header(), "alg", json!(alg)), &claims());
        assert_eq!(read(&token, &[&key], NU), Err(OidcFout::Handtekening), "{alg} by a key of another kind");
    }
    let (signed, signature) = good.rsplit_once('.').unwrap();
    let (head, _) = signed.split_once('.').unwrap();
    let forged = BASE64_URL_SAFE_NO_PAD.encode(met(claims(), "sub", json!("999990020")).to_string());
    for token in [format!("{signed}."), format!("{signed}.AAAA"), format!("{head}.{forged}.{signature}")] {
        assert_eq!(read(&token, &[&key], NU), Err(OidcFout::Handtekening), "{token}");
    }
}

#[test]
fn what_is_no_token_is_none() {
    let key = Sleutel::new("een");
    let crit = met(header(), "crit", json!(["x"]));
    let at = met(header(), "typ", json!("at+jwt"));
    let unknown = met(header(), "alg", json!("ROT13"));
    for token in [
        String::new(),
        ".".into(),
        "..".into(),
        "a.b.c".into(),
        "e30.e30.".into(),
        format!("{}.x", key.teken(&header(), &claims())),
        "a".repeat(OIDC_UITLOG_BYTES_MAX + 1),
        key.teken(&crit, &claims()),
        key.teken(&at, &claims()),
        key.teken(&unknown, &claims()),
        key.teken(&json!("kop"), &claims()),
    ] {
        assert_eq!(read(&token, &[&key], NU), Err(OidcFout::Token), "{token}");
    }
}
