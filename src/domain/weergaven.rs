//! Views with a name: how somebody looks at the zaken, as they want to look again. A preference of one person in one role: it decides nothing,
//! nobody else sees it, and it is kept beside the record like a concept is.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::medewerker::Rol;
use super::tekst::{TekstFout, regel};
use crate::limits::{WEERGAVE_ADRES_CHARS_MAX, WEERGAVE_NAAM_CHARS_MAX, WEERGAVEN_MAX};

/// Days after their last change that views are kept. The client keeps them anew when half of these are over and they are used.
pub const WEERGAVEN_DAGEN: i64 = 730;

/// One view.
#[derive(Clone, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Weergave {
    /// What its owner calls it.
    pub naam: String,
    /// Which rows, in what order, with which columns: the question of an address, as the client writes it.
    pub adres: String,
}

impl std::fmt::Debug for Weergave {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Weergave(***)")
    }
}

/// What is wrong with a list of views.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum WeergavenFout {
    /// More than one can choose from at a glance.
    #[error("too many")]
    TeVeel,
    /// Two of one name.
    #[error("two of one name")]
    Dubbel,
    /// No name, or one that cannot be one line on a button.
    #[error("not a name")]
    Naam(TekstFout),
    /// No question of an address.
    #[error("not an address")]
    Adres,
}

/// The views as they are kept: names of one line, no two the same, in the order of their owner.
///
/// # Errors
/// [`WeergavenFout`] when there are too many, or one of them is no view.
pub fn keur(typed: &[Weergave]) -> Result<Vec<Weergave>, WeergavenFout> {
    if typed.len() > WEERGAVEN_MAX {
        return Err(WeergavenFout::TeVeel);
    }
    let mut kept: Vec<Weergave> = Vec::new();
    for een in typed {
        let naam = regel(&een.naam, WEERGAVE_NAAM_CHARS_MAX).map_err(WeergavenFout::Naam)?;
        if kept.iter().any(|other| other.naam.to_lowercase() == naam.to_lowercase()) {
            return Err(WeergavenFout::Dubbel);
        }
        let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '/' | ':' | '#' | '<' | '>' | '"' | '\\');
        if een.adres.len() > WEERGAVE_ADRES_CHARS_MAX || !een.adres.chars().all(plain) {
            return Err(WeergavenFout::Adres);
        }
        kept.push(Weergave { naam, adres: een.adres.clone() });
    }
    Ok(kept)
}

/// Under what the views of a role are kept.
#[must_use]
pub fn plek(rol: Rol) -> Uuid {
    use sha2::{Digest, Sha256};
    let digest: [u8; 32] = Sha256::new().chain_update("weergaven").chain_update(rol.word()).finalize().into();
    let mut half = [0; 16];
    half.copy_from_slice(digest.split_at(16).0);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn een(naam: &str, adres: &str) -> Weergave {
        Weergave { naam: naam.to_owned(), adres: adres.to_owned() }
    }

    // shows X-1
    #[test]
    fn names_are_one_line_and_no_two_the_same() {
        let kept = keur(&[een("  Te   laat ", "termijn=laat"), een("Jeugd", "domein=jeugd&kolom=status")]);
        assert_eq!(kept, Ok(vec![een("Te laat", "termijn=laat"), een("Jeugd", "domein=jeugd&kolom=status")]));
        assert_eq!(keur(&[een("Laat", ""), een("LAAT", "termijn=laat")]), Err(WeergavenFout::Dubbel));
        assert_eq!(keur(&[een(" ", "")]), Err(WeergavenFout::Naam(TekstFout::Leeg)));
        let long = "x".repeat(WEERGAVE_NAAM_CHARS_MAX + 1);
        assert_eq!(keur(&[een(&long, "")]), Err(WeergavenFout::Naam(TekstFout::TeLang)));
    }

    // shows X-1
    #[test]
    fn an_address_leads_nowhere_else_and_there_are_not_more_than_one_can_choose_from() {
        for wrong in ["//kwaad.nl", "https:kwaad", "a#b", "termijn=<b>", "termijn laat", &"x".repeat(5_000)] {
            assert_eq!(keur(&[een("Laat", wrong)]), Err(WeergavenFout::Adres), "{wrong}");
        }
        let many: Vec<_> = (0..=WEERGAVEN_MAX).map(|n| een(&format!("W{n}"), "")).collect();
        assert_eq!(keur(&many), Err(WeergavenFout::TeVeel));
        assert!(keur(many.split_last().unwrap().1).is_ok());
    }

    #[test]
    fn each_role_has_views_of_its_own() {
        let places: std::collections::BTreeSet<_> = Rol::ALLE.map(plek).into_iter().collect();
        assert_eq!(places.len(), Rol::ALLE.len());
    }
}
