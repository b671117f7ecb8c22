//! On what kind of device a session is, in the few words in which its owner knows it again. Neither the address nor the whole text
//! that a browser sends about itself is kept.

use http::{HeaderMap, header};
use keukentafel::protocol::view::{Apparaat, Browser, Toestel};

use crate::origin::{One, one};

/// What the browser says of itself, coarsely.
pub(crate) fn toestel(headers: &HeaderMap) -> Toestel {
    let One::Value(text) = one(headers, &header::USER_AGENT) else { return Toestel::default() };
    let has = |word| text.contains(word);
    let apparaat = if has("iPad") || has("Tablet") || (has("Android") && !has("Mobile")) {
        Apparaat::Tablet
    } else if has("Mobi") || has("iPhone") {
        Apparaat::Telefoon
    } else if has("Windows") || has("Macintosh") || has("X11") || has("CrOS") {
        Apparaat::Computer
    } else {
        Apparaat::Onbekend
    };
    // The order matters: most of them also say that they are Chrome or Safari.
    let browser = if has("Edg") {
        Browser::Edge
    } else if has("Firefox/") || has("FxiOS/") {
        Browser::Firefox
    } else if has("Chrome/") || has("CriOS/") {
        Browser::Chrome
    } else if has("Safari/") {
        Browser::Safari
    } else {
        Browser::Anders
    };
    Toestel { apparaat, browser }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;

    use super::*;

    fn check(text: &'static str, apparaat: Apparaat, browser: Browser) {
        let headers = HeaderMap::from_iter([(header::USER_AGENT, HeaderValue::from_static(text))]);
        assert_eq!(toestel(&headers), Toestel { apparaat, browser }, "{text}");
    }

    #[test]
    fn a_device_is_known_again_by_two_words() {
        let windows =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36";
        check(windows, Apparaat::Computer, Browser::Chrome);
        check(
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0",
            Apparaat::Computer,
            Browser::Edge,
        );
        check("Mozilla/5.0 (X11; Linux) Gecko/20100101 Firefox/144.0", Apparaat::Computer, Browser::Firefox);
        check(
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Mobile Safari/604.1",
            Apparaat::Telefoon,
            Browser::Safari,
        );
        check(
            "Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Safari/537.36",
            Apparaat::Tablet,
            Browser::Chrome,
        );
        check("curl/8.9", Apparaat::Onbekend, Browser::Anders);
        assert_eq!(toestel(&HeaderMap::new()), Toestel::default());
    }
}
