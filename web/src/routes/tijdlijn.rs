//! The one time line of a plan.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::PlanId;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{Momentkeuze, PlanTijdlijn};
use keukentafel_actors::tafel::{TijdlijnPlek, Tijdlijnvraag};
use serde::Deserialize;
use utoipa::IntoParams;

use super::PadId;
use super::pagina::aantal;
use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// Which part of a time line.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TijdlijnVraag {
    /// `plan` (or of it only `doelen`, `signalen` or `regie`), `acties`, `zaken` or `contacten`; everything when absent.
    over: Option<String>,
    /// From this day on, `2026-11-25`.
    vanaf: Option<String>,
    /// Until the end of this day.
    tot_en_met: Option<String>,
    /// The cursor that the page before ended with.
    na: Option<String>,
    /// 1 to 200.
    aantal: Option<String>,
}

/// What happened in a plan that one leads, to its zaken and in contacts, as far as one may know of each; newest first.
#[utoipa::path(get, operation_id = "plan_tijdlijn", path = "/api/v1/plannen/{id}/tijdlijn", tag = "plannen",
    params(("id" = PlanId, Path), TijdlijnVraag),
    responses((status = 200, body = PlanTijdlijn),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn tijdlijn(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    vraag: Result<Query<TijdlijnVraag>, QueryRejection>,
) -> Result<Json<PlanTijdlijn>, Fout> {
    let Query(vraag) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let wrong = |veld| move || Fout::veld("invoer.vraag_ongeldig", veld);
    let over = vraag.over.as_deref().map(|word| over(word).ok_or_else(wrong("over"))).transpose()?;
    let na = vraag.na.as_deref().map(|text| from_cursor(text).ok_or_else(wrong("na"))).transpose()?;
    let aantal = aantal(vraag.aantal.as_deref())?;
    let vanaf = vraag.vanaf.as_deref().map(|text| dag(text).ok_or_else(wrong("vanaf"))).transpose()?;
    let tot_en_met =
        vraag.tot_en_met.as_deref().map(|text| dag(text).ok_or_else(wrong("tot_en_met"))).transpose()?;
    let vraag = Tijdlijnvraag { over, vanaf, tot_en_met };
    let page = app.tafel.plan_tijdlijn(&ingelogd.wie, PlanId(id), vraag, na, aantal).await?;
    let (items, next) = page.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(PlanTijdlijn { items, volgende: next.map(cursor) }))
}

fn over(word: &str) -> Option<Momentkeuze> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

/// A day in its one spelling.
fn dag(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (day.to_string() == text).then_some(day)
}

/// A place in the line. It is no secret and opens nothing: rights are looked at for each moment.
fn cursor((at, given): TijdlijnPlek) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(format!("{}/{given}", at.micros()))
}

fn from_cursor(text: &str) -> Option<TijdlijnPlek> {
    let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).ok()?;
    let (micros, given) = std::str::from_utf8(&bytes).ok()?.split_once('/')?;
    let place = (Moment::from_micros(micros.parse().ok()?), given.parse().ok()?);
    (cursor(place) == text).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_reads_back_and_has_one_spelling() {
        let place = (Moment::from_micros(1_700_000_000_000_001), 3);
        assert_eq!(from_cursor(&cursor(place)), Some(place));
        for other in ["", "%", "MjAyNg", &BASE64_URL_SAFE_NO_PAD.encode("+7/3")] {
            assert_eq!(from_cursor(other), None, "{other}");
        }
        assert_eq!((over("zaken"), over("regie")), (Some(Momentkeuze::Zaken), Some(Momentkeuze::Regie)));
        assert_eq!((over("alles"), over("Zaken")), (None, None));
        assert_eq!(dag("2026-11-25"), Some(jiff::civil::date(2026, 11, 25)));
        for wrong in ["", "25-11-2026", "2026-11-31", "20261125", "2026-11-25T00:00"] {
            assert_eq!(dag(wrong), None, "{wrong}");
        }
    }
}
