//! Which pages may speak to us: an exact list, no patterns.
//!
//! A browser sends `Origin` with every WebSocket and every cross-site write. Whoever's page it is decides; the cookie alone
//! would let any page act for whoever is logged in.

use std::collections::BTreeSet;

use http::{HeaderMap, HeaderName, Uri, header};

/// What a request said about where it comes from.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Herkomst {
    /// One of ours.
    Eigen,
    /// No `Origin`.
    Afwezig,
    /// Somebody else's, `null`, or more than one.
    Vreemd,
}

/// Our own origins and the hosts they stand for.
#[derive(Clone, Debug)]
pub(crate) struct Origins {
    origins: BTreeSet<String>,
    hosts: BTreeSet<String>,
    policy: String,
}

impl Origins {
    /// The loopback addresses at `port`, and what was configured (`https://keukentafel.voorbeeld.nl`, no path).
    pub(crate) fn new(port: u16, configured: &[String]) -> Self {
        let mut origins: BTreeSet<String> =
            [format!("http://127.0.0.1:{port}"), format!("http://localhost:{port}")].into();
        origins.extend(configured.iter().map(|origin| origin.trim_end_matches('/').to_ascii_lowercase()));
        let hosts =
            origins.iter().filter_map(|origin| Some(origin.split_once("://")?.1.to_owned())).collect();
        let policy = policy(&origins);
        Self { origins, hosts, policy }
    }

    /// What `headers` say about where the request comes from.
    pub(crate) fn herkomst(&self, headers: &HeaderMap) -> Herkomst {
        match one(headers, &header::ORIGIN) {
            One::None => Herkomst::Afwezig,
            One::Value(origin) if self.origins.contains(origin) => Herkomst::Eigen,
            One::Value(_) | One::Many => Herkomst::Vreemd,
        }
    }

    /// The `Content-Security-Policy` of every answer.
    pub(crate) fn content_security_policy(&self) -> &str {
        &self.policy
    }

    /// Whether the request was meant for us (a name that somebody else pointed at our address is not).
    pub(crate) fn is_own_host(&self, headers: &HeaderMap) -> bool {
        match one(headers, &header::HOST) {
            One::Value(host) => self.hosts.contains(&host.to_ascii_lowercase()),
            One::None | One::Many => false,
        }
    }
}

impl Origins {
    /// Whether the address on the request line, where it names a host at all, names us: there it outweighs `Host`.
    pub(crate) fn is_own_target(&self, uri: &Uri) -> bool {
        uri.authority().is_none_or(|host| self.hosts.contains(&host.as_str().to_ascii_lowercase()))
    }
}

/// What a page of ours may do in a browser. Sockets are named one by one: `ws:` alone would let a page talk to anybody.
fn policy(origins: &BTreeSet<String>) -> String {
    let sockets: Vec<_> =
        origins.iter().filter_map(|origin| Some(format!("ws{}", origin.strip_prefix("http")?))).collect();
    format!(
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' {}; \
         object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        sockets.join(" ")
    )
}

/// A header that must not be there twice.
pub(crate) enum One<'a> {
    None,
    Value(&'a str),
    Many,
}

/// The only value of a header. What is not text counts as too many.
pub(crate) fn one<'a>(headers: &'a HeaderMap, name: &HeaderName) -> One<'a> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (None, _) => One::None,
        (Some(only), None) => only.to_str().map_or(One::Many, One::Value),
        (Some(_), Some(_)) => One::Many,
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn headers(name: HeaderName, values: &[&'static str]) -> HeaderMap {
        values.iter().map(|value| (name.clone(), HeaderValue::from_static(value))).collect()
    }

    // shows G36, H21
    #[test]
    fn the_origin_matrix() {
        let origins = Origins::new(8080, &["https://keukentafel.nl/".to_owned()]);
        let eigen = ["http://127.0.0.1:8080", "http://localhost:8080", "https://keukentafel.nl"];
        for origin in eigen {
            assert_eq!(origins.herkomst(&headers(header::ORIGIN, &[origin])), Herkomst::Eigen, "{origin}");
        }
        let vreemd = [
            "null",
            "",
            "http://127.0.0.1:8081",
            "http://127.0.0.1",
            "https://127.0.0.1:8080",
            "http://localhost:8080/",
            "HTTP://LOCALHOST:8080",
            "https://keukentafel.nl.evil.nl",
            "https://evilkeukentafel.nl",
            "https://keukentafel.nl:443",
            "https://keukentafel.nl@evil.nl",
            "http://keukentafel.nl",
            "https://www.keukentafel.nl",
        ];
        for origin in vreemd {
            assert_eq!(origins.herkomst(&headers(header::ORIGIN, &[origin])), Herkomst::Vreemd, "{origin}");
        }
        assert_eq!(origins.herkomst(&HeaderMap::new()), Herkomst::Afwezig);
        let twice = headers(header::ORIGIN, &["http://localhost:8080", "http://localhost:8080"]);
        assert_eq!(origins.herkomst(&twice), Herkomst::Vreemd);
    }

    // shows H15
    #[test]
    fn a_foreign_host_is_not_us() {
        let origins = Origins::new(8080, &["https://keukentafel.nl".to_owned()]);
        for (host, own) in [
            ("127.0.0.1:8080", true),
            ("LOCALHOST:8080", true),
            ("keukentafel.nl", true),
            ("127.0.0.1", false),
            ("127.0.0.1:80", false),
            ("evil.nl", false),
            ("keukentafel.nl.evil.nl", false),
        ] {
            assert_eq!(origins.is_own_host(&headers(header::HOST, &[host])), own, "{host}");
        }
        assert!(!origins.is_own_host(&HeaderMap::new()));
        assert!(origins.is_own_target(&Uri::from_static("/api/v1/ik")));
        assert!(origins.is_own_target(&Uri::from_static("http://keukentafel.nl/api/v1/ik")));
        assert!(!origins.is_own_target(&Uri::from_static("http://evil.nl/api/v1/ik")));
    }
}
