//! The trail: for the privacy officer, and for a resident who looked at their own dossier.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use jiff::civil::Date;
use keukentafel::clock::{Moment, amsterdam};
use keukentafel::domain::ids::{MedewerkerId, PersoonId};
use keukentafel::protocol::body::PersoonVraag;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{InzageWat, SpoorPagina, SpoorPersonen};
use keukentafel::store::{AuditFilter, AuditPlek, AuditUitkomst};
use serde::Deserialize;
use utoipa::IntoParams;

use super::pagina::aantal;
use super::path_id;
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Characters of an act or an object in a question: ours are far shorter.
const WOORD_CHARS_MAX: usize = 120;

/// Which lines of the trail. All that is given must fit.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SporenVraag {
    /// Only about this person.
    persoon: Option<String>,
    /// Only by this medewerker.
    medewerker: Option<String>,
    /// Only on this object, such as `zaak/<id>`.
    object: Option<String>,
    /// Only this act or look, as a code.
    handeling: Option<String>,
    /// `gelukt`, `geweigerd` or `afgebroken`.
    uitkomst: Option<String>,
    /// From this day on …
    van: Option<String>,
    /// … until and with this day.
    tot: Option<String>,
    /// The cursor that the page before ended with.
    na: Option<String>,
    /// 1 to 200.
    aantal: Option<String>,
}

/// Lines of the trail, the newest first. The reading is a line itself.
#[utoipa::path(get, operation_id = "audit", path = "/api/v1/audit", tag = "sporen", params(SporenVraag),
    responses((status = 200, body = SpoorPagina),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<SporenVraag>, QueryRejection>,
) -> Result<Json<SpoorPagina>, Fout> {
    let Query(vraag) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let filter = filter(&ingelogd, vraag)?;
    let (items, next) = app.tafel.sporen(&ingelogd.wie, &filter).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(SpoorPagina { items, volgende: next.map(cursor) }))
}

/// Persons whose lines can be asked for. What is typed stands in no URL.
#[utoipa::path(post, operation_id = "audit_personen", path = "/api/v1/audit/personen", tag = "sporen",
    request_body = PersoonVraag,
    responses((status = 200, body = SpoorPersonen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn personen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Lichaam(vraag): Lichaam<PersoonVraag>,
) -> Result<Json<SpoorPersonen>, Fout> {
    let found = app.tafel.sporen_personen(&ingelogd.wie, &vraag).await?;
    Ok(Json(SpoorPersonen { items: found.ok_or_else(Fout::niet_gevonden)? }))
}

/// Which part of one's log.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct InzageVraag {
    /// The days before this one; up to now when absent.
    tot: Option<String>,
}

/// Who looked at one's own dossier, by day.
#[utoipa::path(get, operation_id = "mijn_inzage", path = "/api/v1/mijn/inzage", tag = "sporen", params(InzageVraag),
    responses((status = 200, body = InzageWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mijn_inzage(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<InzageVraag>, QueryRejection>,
) -> Result<Json<InzageWat>, Fout> {
    let Query(InzageVraag { tot }) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let tot = tot.map(|text| dag("tot", &text)).transpose()?;
    app.tafel.mijn_inzage(&ingelogd.wie, tot).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

fn filter(ingelogd: &Ingelogd, vraag: SporenVraag) -> Result<AuditFilter, Fout> {
    let wrong = |veld| move || Fout::veld("invoer.vraag_ongeldig", veld);
    let id = |veld, text: Option<String>| text.map(|text| path_id(&text).ok_or_else(wrong(veld))).transpose();
    let word = |veld, text: Option<String>| match text {
        Some(text) if text.is_empty() || text.chars().count() > WOORD_CHARS_MAX => Err(wrong(veld)()),
        other => Ok(other),
    };
    let from = vraag.van.map(|text| dag("van", &text)).transpose()?;
    let until = vraag.tot.map(|text| dag("tot", &text)).transpose()?;
    let after = |day: Date| day.saturating_add(jiff::Span::new().days(1));
    let from = from.map_or(Moment::from_micros(i64::MIN), midnight);
    let until = until.map_or(Moment::from_micros(i64::MAX), |day| midnight(after(day)));
    let uitkomst = vraag.uitkomst.map(|text| AuditUitkomst::from_word(&text).ok_or_else(wrong("uitkomst")));
    Ok(AuditFilter {
        persoon: id("persoon", vraag.persoon)?.map(PersoonId),
        wie: id("medewerker", vraag.medewerker)?.map(MedewerkerId),
        object: word("object", vraag.object)?,
        handeling: word("handeling", vraag.handeling)?,
        uitkomst: uitkomst.transpose()?,
        nieuwste_eerst: true,
        na: vraag.na.map(|text| from_cursor(&text).ok_or_else(wrong("na"))).transpose()?,
        ..AuditFilter::periode(ingelogd.wie.gemeente, from, until, aantal(vraag.aantal.as_deref())?)
    })
}

fn dag(veld: &'static str, text: &str) -> Result<Date, Fout> {
    text.parse().map_err(|_| Fout::veld("invoer.vraag_ongeldig", veld))
}

/// When a day begins in the Netherlands.
fn midnight(day: Date) -> Moment {
    day.to_zoned(amsterdam()).map_or_else(|_| Moment::from_micros(i64::MIN), |at| at.timestamp().into())
}

/// Numbers and nothing else: a cursor says where, and not about whom.
fn cursor((at, n): AuditPlek) -> String {
    format!("{}.{n}", at.micros())
}

fn from_cursor(text: &str) -> Option<AuditPlek> {
    let (at, n) = text.split_once('.')?;
    let place = (Moment::from_micros(at.parse().ok()?), n.parse().ok()?);
    (cursor(place) == text).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_has_one_spelling() {
        let place = (Moment::from_micros(1_795_856_400_000_000), 12);
        assert_eq!(from_cursor(&cursor(place)), Some(place));
        for wrong in ["", "1", "1.", ".1", "1.-1", "+1.1", "1.1.1", "01.1", "1.01", "a.1"] {
            assert_eq!(from_cursor(wrong), None, "{wrong}");
        }
    }
}
