//! Under which number residents reach the municipality.

use crate::config::{ConfigError, Mode};

/// Of a made-up municipality: no number begins so, and nobody is called by it.
const DEMO_TELEFOON: &str = "000 123 45 67";

/// The number that was given, when one can call it; a made-up one among made-up people, and nowhere else.
pub(crate) fn gekozen(given: Option<String>, mode: Mode) -> Result<Option<String>, ConfigError> {
    let given = given.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let Some(text) = given else { return Ok((mode == Mode::Demo).then(|| DEMO_TELEFOON.to_owned())) };
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')'));
    // From 14 0xx of a municipality to a number with its country.
    if fits && (5..=15).contains(&digits) { Ok(Some(text)) } else { Err(ConfigError::Telefoon(text)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Settings;

    // shows C2-R1
    #[test]
    fn a_number_is_the_one_that_was_set_and_made_up_only_among_made_up_people() {
        let of = |given: Option<&str>, mode| {
            let set = Settings { telefoon: given.map(str::to_owned), ..Settings::default() };
            set.over(None, mode).unwrap().telefoon
        };
        assert_eq!(of(Some(" 14 0299 "), Mode::Serve).as_deref(), Some("14 0299"));
        assert_eq!(of(None, Mode::Serve), None);
        assert_eq!(of(Some(""), Mode::Serve), None);
        assert_eq!(of(None, Mode::Demo).as_deref(), Some(DEMO_TELEFOON));
        assert_eq!(of(Some("+31 299 123 456"), Mode::Demo).as_deref(), Some("+31 299 123 456"));
        let words = Settings { telefoon: Some("de balie".into()), ..Settings::default() };
        assert!(matches!(words.over(None, Mode::Serve), Err(ConfigError::Telefoon(_))));
    }
}
