//! Text that comes from people: trimmed, bounded, without what can deceive a reader.

/// Why a text is not taken.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum TekstFout {
    /// Nothing but white space.
    #[error("empty")]
    Leeg,
    /// More characters than the field holds.
    #[error("too long")]
    TeLang,
    /// Control characters, or marks that turn the direction of writing: they make a line read otherwise than it is.
    #[error("not allowed characters")]
    Tekens,
}

/// A single line: trimmed, inner white space folded to one space, at most `max` characters.
///
/// # Errors
/// [`TekstFout`] when empty, too long, or with characters that do not belong in a line.
pub fn regel(text: &str, max: usize) -> Result<String, TekstFout> {
    let folded = text.split_whitespace().collect::<Vec<_>>().join(" ");
    keur(&folded, max, false)?;
    Ok(folded)
}

/// Text of several lines: trimmed at the ends, line ends as `\n`, at most `max` characters.
///
/// # Errors
/// As [`regel`]; line ends and tabs are allowed.
pub fn alinea(text: &str, max: usize) -> Result<String, TekstFout> {
    let plain = text.replace("\r\n", "\n").replace('\r', "\n");
    let trimmed = plain.trim();
    keur(trimmed, max, true)?;
    Ok(trimmed.to_owned())
}

fn keur(text: &str, max: usize, lines: bool) -> Result<(), TekstFout> {
    if text.is_empty() {
        return Err(TekstFout::Leeg);
    }
    if text.chars().count() > max {
        return Err(TekstFout::TeLang);
    }
    let foul = |c: char| {
        let control = c.is_control() && !(lines && matches!(c, '\n' | '\t'));
        let turning =
            matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}');
        let invisible = matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
        control || turning || invisible
    };
    if text.chars().any(foul) { Err(TekstFout::Tekens) } else { Ok(()) }
}

/// A day as people write it: `14 maart 1958`.
#[must_use]
pub fn dag(day: jiff::civil::Date) -> String {
    const MAANDEN: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let maand =
        usize::try_from(day.month() - 1).ok().and_then(|at| MAANDEN.get(at)).copied().unwrap_or_default();
    format!("{} {maand} {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_in_full() {
        assert_eq!(dag(jiff::civil::date(1958, 3, 14)), "14 maart 1958");
        assert_eq!(dag(jiff::civil::date(2026, 12, 1)), "1 december 2026");
    }

    #[test]
    fn lines_are_folded_and_bounded() {
        assert_eq!(regel("  van  't   Hoff ", 20), Ok("van 't Hoff".to_owned()));
        assert_eq!(regel("   ", 20), Err(TekstFout::Leeg));
        assert_eq!(regel("abcdef", 5), Err(TekstFout::TeLang));
        assert_eq!(regel("a\u{202E}b", 5), Err(TekstFout::Tekens));
        assert_eq!(regel("a\u{0}b", 5), Err(TekstFout::Tekens));
        assert_eq!(alinea("een\r\ntwee\u{0}", 50), Err(TekstFout::Tekens));
        assert_eq!(alinea(" een\r\ntwee ", 50), Ok("een\ntwee".to_owned()));
    }
}
