//! Where a browser goes on after coming in: a page of ours and nothing else (an address of somebody else's would make of our login page their
//! decoy).

use keukentafel::protocol::view::Deur;

/// Characters of a way back. Ours are below 60.
const PAD_CHARS_MAX: usize = 200;

/// The page that was asked for; `None` for what is no page of ours behind this door.
pub(super) fn pagina(text: &str, deur: Deur) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
    let ours = text.starts_with('/')
        && !text.contains("//")
        && !text.contains("..")
        && text.len() <= PAD_CHARS_MAX
        && text.chars().all(plain);
    let first = text.trim_start_matches('/').split('/').next().unwrap_or_default();
    let behind = match deur {
        // And the page that says that a fresh proof was given: who asked for it waits in another tab.
        Deur::Inwoner => first == "portaal" || text == "/stap-op",
        Deur::Medewerker | Deur::Demo => {
            !matches!(first, "portaal" | "inloggen" | "api" | "demo" | "rt" | "yjs")
        }
    };
    (ours && behind).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, deur: Deur, then: bool) {
        assert_eq!(pagina(text, deur).is_some(), then, "{text}");
    }

    // shows H21
    #[test]
    fn only_a_page_of_ours_is_a_way_on() {
        for good in ["/", "/plannen", "/zaken/019ab000-0000-7000-8000-00000000000a"] {
            check(good, Deur::Medewerker, true);
        }
        check("/portaal/geld", Deur::Inwoner, true);
        check("/plannen", Deur::Inwoner, false);
        check("/stap-op", Deur::Inwoner, true);
        check("/stap-op", Deur::Medewerker, true);
        check("/portaal", Deur::Medewerker, false);
        for wrong in [
            "",
            "plannen",
            "//evil.nl",
            "/\\evil.nl",
            "https://evil.nl",
            "/\tevil",
            "/%2f%2fevil.nl",
            "/a//b",
            "/../x",
            "/x?y=1",
            "/x#y",
            "/api/v1/ik",
            "/inloggen/medewerker",
            "/é",
            &format!("/{}", "x".repeat(300)),
        ] {
            check(wrong, Deur::Medewerker, false);
        }
    }
}
