//! What people type, made into what the domain takes. Each wrong field is named, with its code; nothing is done then.

mod besluit;
mod contact;
mod huishouden;

use jiff::civil::{Date, Time};
use keukentafel::domain::brief::Berichtweg;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::persoon::{Adres, Berichtvoorkeur, Beschrijving, Persoonsgegevens};
use keukentafel::domain::tekst::{TekstFout, alinea, regel};
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::Melding;
use keukentafel::limits::{
    BESCHRIJVING_CHARS_MAX, EMAIL_CHARS_MAX, EMAIL_NAAM_MAX, NAAM_CHARS_MAX, ONDERWERP_CHARS_MAX,
    TOELICHTING_CHARS_MAX,
};
use keukentafel::protocol::body::{NieuweBerichtweg, NieuweMelding, NieuweOnbekende, NieuwePersoon};
use keukentafel::protocol::view::AdresWat;

use crate::weigering::Weigering;

pub(super) use besluit::{afwijsreden, besluit, versiehash};
pub(super) use contact::{aanvulling, contactmeldingen, spreker_ander, spreker_persoon, verslag};
pub(super) use huishouden::{dag, gezag, herroep_reden, herroepen_gezag, houder_ander, lid, verblijf};

/// Characters of a telephone number with spaces, plus and extension.
const TELEFOON_CHARS_MAX: usize = 30;

/// Gathers what is wrong, so that a form can show all of it at once.
#[derive(Debug, Default)]
pub(super) struct Velden(Vec<(&'static str, &'static str)>);

impl Velden {
    pub(super) fn alinea<T: From<String>>(&mut self, veld: &'static str, text: &str, max: usize) -> T {
        let text = alinea(text, max).unwrap_or_else(|fout| {
            self.fout(veld, tekst_code(fout));
            String::new()
        });
        text.into()
    }

    pub(super) fn fout(&mut self, veld: &'static str, code: &'static str) {
        self.0.push((veld, code));
    }

    pub(super) fn klaar<T>(self, value: T) -> Result<T, Weigering> {
        if self.0.is_empty() { Ok(value) } else { Err(Weigering::Velden(self.0)) }
    }

    /// One line, as plain text or as content, by where it goes.
    pub(super) fn line<T: From<String>>(&mut self, veld: &'static str, text: &str, max: usize) -> T {
        let text = regel(text, max).unwrap_or_else(|fout| {
            self.fout(veld, tekst_code(fout));
            String::new()
        });
        text.into()
    }

    /// An empty optional field is an absent one.
    pub(super) fn line_opt<T: From<String>>(
        &mut self,
        veld: &'static str,
        text: Option<&str>,
        max: usize,
    ) -> Option<T> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(self.line(veld, text, max))
    }

    /// Text of several lines; an empty one is an absent one.
    pub(super) fn alinea_opt<T: From<String>>(
        &mut self,
        veld: &'static str,
        text: Option<&str>,
        max: usize,
    ) -> Option<T> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        alinea(text, max).map(T::from).map_err(|fout| self.fout(veld, tekst_code(fout))).ok()
    }

    pub(super) fn datum(&mut self, veld: &'static str, text: Option<&str>) -> Option<Date> {
        let parsed = datum(text?);
        if parsed.is_none() {
            self.fout(veld, "invoer.datum_ongeldig");
        }
        parsed
    }

    /// A time of day, `10:30`.
    pub(super) fn tijd(&mut self, veld: &'static str, text: &str) -> Option<Time> {
        let parsed = tijd(text);
        if parsed.is_none() {
            self.fout(veld, "invoer.tijd_ongeldig");
        }
        parsed
    }

    pub(super) fn bsn(&mut self, veld: &'static str, text: Option<&str>) -> Option<Bsn> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        let parsed = Bsn::parse(text);
        if parsed.is_err() {
            self.fout(veld, "invoer.bsn_ongeldig");
        }
        parsed.ok()
    }

    pub(super) fn telefoon(&mut self, veld: &'static str, text: Option<&str>) -> Option<Wat> {
        let line: String = self.line_opt(veld, text, TELEFOON_CHARS_MAX)?;
        let digits = line.chars().filter(char::is_ascii_digit).count();
        let fits = line.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '(' | ')'));
        if !line.is_empty() && (!fits || !(8..=15).contains(&digits)) {
            self.fout(veld, "invoer.telefoon_ongeldig");
        }
        Some(line.into())
    }

    fn adres(&mut self, adres: Option<&AdresWat>) -> Option<Adres> {
        let adres = adres?;
        let postcode: String = self.line("adres.postcode", &adres.postcode, NAAM_CHARS_MAX);
        let postcode = postcode_nl(&postcode).unwrap_or_else(|| {
            if !postcode.is_empty() {
                self.fout("adres.postcode", "invoer.postcode_ongeldig");
            }
            postcode
        });
        Some(Adres {
            straat: self.line("adres.straat", &adres.straat, NAAM_CHARS_MAX),
            huisnummer: self.line("adres.huisnummer", &adres.huisnummer, NAAM_CHARS_MAX),
            postcode,
            plaats: self.line("adres.plaats", &adres.plaats, NAAM_CHARS_MAX),
        })
    }
}

/// `2026-11-25`, a day that is in the calendar.
fn datum(text: &str) -> Option<Date> {
    let shaped = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    if shaped { text.parse().ok() } else { None }
}

/// `10:30`, and nothing but that.
fn tijd(text: &str) -> Option<Time> {
    let (uur, minuut) = text.split_once(':')?;
    let figures = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    if !figures(uur) || !figures(minuut) {
        return None;
    }
    Time::new(uur.parse().ok()?, minuut.parse().ok()?, 0, 0).ok()
}

/// `1234ab` → `1234 AB`.
fn postcode_nl(text: &str) -> Option<String> {
    let packed: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let shaped = packed.len() == 6
        && packed.is_ascii()
        && packed.bytes().take(4).all(|b| b.is_ascii_digit())
        && !packed.starts_with('0')
        && packed.bytes().skip(4).all(|b| b.is_ascii_uppercase());
    shaped.then(|| format!("{} {}", &packed[..4], &packed[4..]))
}

pub(super) fn tekst_code(fout: TekstFout) -> &'static str {
    match fout {
        TekstFout::Leeg => "invoer.leeg",
        TekstFout::TeLang => "invoer.te_lang",
        TekstFout::Tekens => "invoer.tekens",
    }
}

/// A person as typed.
pub(super) fn persoon(typed: &NieuwePersoon) -> Result<Persoonsgegevens, Weigering> {
    let mut velden = Velden::default();
    let gegevens = Persoonsgegevens {
        bsn: velden.bsn("bsn", typed.bsn.as_deref()),
        voornamen: velden.line("voornamen", &typed.voornamen, NAAM_CHARS_MAX),
        voorvoegsel: velden.line_opt("voorvoegsel", typed.voorvoegsel.as_deref(), NAAM_CHARS_MAX),
        achternaam: velden.line("achternaam", &typed.achternaam, NAAM_CHARS_MAX),
        geboortedatum: velden.datum("geboortedatum", typed.geboortedatum.as_deref()),
        telefoon: velden.telefoon("telefoon", typed.telefoon.as_deref()),
        adres: velden.adres(typed.adres.as_ref()),
    };
    velden.klaar(gegevens)
}

/// What is known of somebody of whom nobody knows who it is, as typed.
pub(super) fn onbekende(typed: &NieuweOnbekende) -> Result<Beschrijving, Weigering> {
    let mut velden = Velden::default();
    let beschrijving = Beschrijving {
        tekst: velden.alinea("beschrijving", &typed.beschrijving, BESCHRIJVING_CHARS_MAX),
        telefoon: velden.telefoon("telefoon", typed.telefoon.as_deref()),
    };
    velden.klaar(beschrijving)
}

/// A BSN as typed.
pub(super) fn bsn(typed: &str) -> Result<Bsn, Weigering> {
    Bsn::parse(typed).map_err(|_| Weigering::Velden(vec![("bsn", "invoer.bsn_ongeldig")]))
}

/// A telephone number as typed; `None` takes it away.
pub(super) fn telefoon(typed: Option<&str>) -> Result<Option<Wat>, Weigering> {
    let mut velden = Velden::default();
    let telefoon = velden.telefoon("telefoon", typed);
    velden.klaar(telefoon)
}

/// How somebody wants to hear that there is something for them, as typed. An address is kept for mail only.
pub(super) fn berichtweg(typed: &NieuweBerichtweg) -> Result<Berichtvoorkeur, Weigering> {
    let mut velden = Velden::default();
    let email = match typed.weg {
        Berichtweg::Email => {
            let line: String =
                velden.line("email", typed.email.as_deref().unwrap_or_default(), EMAIL_CHARS_MAX);
            if !line.is_empty() && !is_emailadres(&line) {
                velden.fout("email", "invoer.email_ongeldig");
            }
            Some(line)
        }
        Berichtweg::Portaal | Berichtweg::Post => None,
    };
    velden.klaar(Berichtvoorkeur { weg: typed.weg, email })
}

/// Whether mail can go there: a name, an at sign and a host with a dot, without a character that means something in a mail's head.
fn is_emailadres(text: &str) -> bool {
    let Some((name, host)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~.".contains(c);
    let dots = |part: &str| !part.starts_with('.') && !part.ends_with('.') && !part.contains("..");
    let label = |label: &str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    !name.is_empty()
        && name.len() <= EMAIL_NAAM_MAX
        && name.chars().all(plain)
        && dots(name)
        && host.contains('.')
        && host.split('.').all(label)
}

/// A melding as typed.
pub(super) fn melding(typed: &NieuweMelding) -> Result<Melding, Weigering> {
    let mut velden = Velden::default();
    let onderwerp = velden.line("onderwerp", &typed.onderwerp, ONDERWERP_CHARS_MAX);
    let toelichting = velden.alinea_opt("toelichting", typed.toelichting.as_deref(), TOELICHTING_CHARS_MAX);
    velden.klaar(Melding { onderwerp, toelichting, kanaal: typed.kanaal, urgentie: typed.urgentie })
}

/// A reason as typed.
pub(super) fn reden(typed: Option<&str>) -> Result<Option<Wat>, Weigering> {
    let mut velden = Velden::default();
    let reden = velden.line_opt("reden", typed, ONDERWERP_CHARS_MAX);
    velden.klaar(reden)
}

/// Why, where it must be said.
pub(super) fn waarom(typed: &str) -> Result<Wat, Weigering> {
    let mut velden = Velden::default();
    let reden = velden.line("reden", typed, ONDERWERP_CHARS_MAX);
    velden.klaar(reden)
}

/// A period as typed, of which the end may be open.
pub(super) fn periode(vanaf: &str, tot_en_met: Option<&str>) -> Result<(Date, Option<Date>), Weigering> {
    let mut velden = Velden::default();
    let from = velden.datum("vanaf", Some(vanaf));
    let until = velden.datum("tot_en_met", tot_en_met.filter(|text| !text.trim().is_empty()));
    velden.klaar((from.unwrap_or_default(), until))
}

/// People as chosen, each of whom must pass `known`.
pub(super) fn mensen(
    veld: &'static str,
    chosen: &[MedewerkerId],
    known: impl Fn(MedewerkerId) -> bool,
) -> Result<(), Weigering> {
    if chosen.iter().all(|who| known(*who)) {
        Ok(())
    } else {
        Err(Weigering::Velden(vec![(veld, "invoer.medewerker_onbekend")]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows C2-L1
    #[test]
    fn impossible_days_are_refused() {
        for wrong in [
            "2026-02-30",
            "2027-02-29",
            "0000-00-00",
            "2026-1-1",
            "25-11-2026",
            "9999-99-99",
            " 2026-11-25",
            "",
        ] {
            assert_eq!(datum(wrong), None, "{wrong}");
        }
        assert!(datum("2028-02-29").is_some());
    }

    #[test]
    fn a_postcode_is_written_in_one_way() {
        assert_eq!(postcode_nl("7511 hn"), Some("7511 HN".into()));
        for wrong in ["0511HN", "7511H", "75 11", "7511HNN", "７５11HN"] {
            assert_eq!(postcode_nl(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn every_wrong_field_is_named_at_once() {
        let typed = NieuwePersoon {
            bsn: Some("123456789".into()),
            voornamen: " ".into(),
            voorvoegsel: Some(String::new()),
            achternaam: "Verhoef".into(),
            geboortedatum: Some("2026-02-30".into()),
            telefoon: Some("geen".into()),
            adres: None,
        };
        let wrong = vec![
            ("bsn", "invoer.bsn_ongeldig"),
            ("voornamen", "invoer.leeg"),
            ("geboortedatum", "invoer.datum_ongeldig"),
            ("telefoon", "invoer.telefoon_ongeldig"),
        ];
        assert_eq!(persoon(&typed), Err(Weigering::Velden(wrong)));
    }
}
