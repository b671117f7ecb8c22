//! Lists by page.

use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::civil::Date;
use keukentafel::limits::PAGE_ROWS_MAX;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

use super::path_id;
use crate::problem::Fout;

/// Rows of a page when nobody says how many.
const AANTAL: usize = 50;

/// Which part of a list.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PaginaVraag {
    /// The cursor that the page before ended with.
    na: Option<String>,
    /// 1 to 200.
    aantal: Option<String>,
}

/// The place after which a page begins, and how many it holds.
pub(super) fn pagina<I: From<Uuid> + std::fmt::Display + Copy>(
    vraag: Result<Query<PaginaVraag>, QueryRejection>,
) -> Result<(Option<(Date, I)>, usize), Fout> {
    let Query(vraag) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let wrong = || Fout::veld("invoer.vraag_ongeldig", "na");
    let na = vraag.na.as_deref().map(|text| from_cursor(text).ok_or_else(wrong)).transpose()?;
    Ok((na, aantal(vraag.aantal.as_deref())?))
}

pub(super) fn aantal(text: Option<&str>) -> Result<usize, Fout> {
    let Some(text) = text else { return Ok(AANTAL) };
    let plain = text.bytes().all(|b| b.is_ascii_digit());
    let number = text.parse().ok().filter(|number| plain && (1..=PAGE_ROWS_MAX).contains(number));
    number.ok_or_else(|| Fout::veld("invoer.aantal", "aantal"))
}

/// A place in a list by day. It is no secret and opens nothing: rights are looked at for each row.
pub(super) fn cursor((day, id): (Date, impl std::fmt::Display)) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{day}/{id}"))
}

pub(super) fn from_cursor<I: From<Uuid> + std::fmt::Display + Copy>(text: &str) -> Option<(Date, I)> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    let (day, id) = std::str::from_utf8(&bytes).ok()?.split_once('/')?;
    let place = (day.parse().ok()?, I::from(path_id(id)?));
    (cursor(place) == text).then_some(place)
}

#[cfg(test)]
mod tests {
    use keukentafel::domain::ids::ZaakId;

    use super::*;

    #[test]
    fn a_cursor_reads_back_and_has_one_spelling() {
        let place = (jiff::civil::date(2026, 12, 31), ZaakId(Uuid::from_u128(7)));
        assert_eq!(from_cursor(&cursor(place)), Some(place));
        let other = BASE64_URL_SAFE_NO_PAD.encode(format!("2026-12-31/{{{}}}", place.1));
        assert_eq!(from_cursor::<ZaakId>(&other), None);
    }
}
