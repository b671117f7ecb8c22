//! Zaken.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{PersoonId, ZaakId};
use keukentafel::domain::zaak::Zaakstatus;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::body::{Leeg, Opdracht, Toewijzing, Vrijgave};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{NieuwWat, Uitgevoerd, ZaakAntwoord, ZaakRij};
use keukentafel_actors::overzicht::{Lijst, ZakenFilter};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::antwoord::{Nieuw, voer_uit, with_etag};
use super::pagina::{aantal, cursor, from_cursor};
use super::{PadId, path_id};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Which zaken.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ZakenVraag {
    /// `mijn`, `team`, `wachtend` or `alle`; mine and my team's when absent.
    lijst: Option<String>,
    /// Only of this zaaktype.
    zaaktype: Option<String>,
    /// Only in this state.
    status: Option<String>,
    /// Only about this person.
    persoon: Option<String>,
    /// The cursor that the page before ended with.
    na: Option<String>,
    /// 1 to 200.
    aantal: Option<String>,
}

/// A page of zaken.
#[derive(Serialize, ToSchema)]
pub(crate) struct Zakenpagina {
    /// By legal date.
    items: Vec<ZaakRij>,
    /// Where the next page begins; `null` when there is none.
    volgende: Option<String>,
}

/// The zaken that one may know of.
#[utoipa::path(get, operation_id = "zaken", path = "/api/v1/zaken", tag = "zaken", params(ZakenVraag),
    responses((status = 200, body = Zakenpagina),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<ZakenVraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Zakenpagina>, Fout> {
    let Query(vraag) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let (items, next) = app.tafel.zaken(&ingelogd.wie, &filter(&vraag)?).await?;
    Ok(Json(Zakenpagina { items, volgende: next.map(cursor) }))
}

/// A zaak, with what the reader may do with it now.
#[derive(Serialize, ToSchema)]
pub(crate) struct ZaakOpen {
    /// As far as one may look.
    #[serde(flatten)]
    zaak: ZaakAntwoord,
    /// Whether the reader may say who works on it.
    mag_toewijzen: bool,
}

/// A zaak, as far as one may look.
#[utoipa::path(get, path = "/api/v1/zaken/{id}", tag = "zaken", params(("id" = ZaakId, Path)),
    responses((status = 200, body = ZaakOpen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn zaak(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let zaak = app.tafel.zaak(&ingelogd.wie, ZaakId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    let versie = match &zaak {
        ZaakAntwoord::Dat(dat) => dat.versie,
        ZaakAntwoord::Wat(wat) | ZaakAntwoord::Schrijven(wat) => wat.versie,
    };
    let mag_toewijzen = app.tafel.mag_toewijzen(&ingelogd.wie, ZaakId(id));
    Ok(with_etag(versie, &ZaakOpen { zaak, mag_toewijzen }))
}

/// Says who works on a zaak.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/toewijzen", tag = "zaken", request_body = Toewijzing,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn toewijzen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Toewijzing { behandelaars, reden }): Lichaam<Toewijzing>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsToe { zaak: ZaakId(id), behandelaars, reden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes a zaak of one's team that nobody has.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/neem", tag = "zaken", request_body = Leeg,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn neem(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    voer_uit(&app, &ingelogd, &headers, Opdracht::NeemZaak { zaak: ZaakId(id) }, Nieuw::Nee).await
}

/// Gives a zaak back to the pile, as long as nobody began on it.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/vrijgeven", tag = "zaken", request_body = Vrijgave,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vrijgeven(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Vrijgave { reden }): Lichaam<Vrijgave>,
) -> Result<Response, Fout> {
    voer_uit(&app, &ingelogd, &headers, Opdracht::GeefZaakVrij { zaak: ZaakId(id), reden }, Nieuw::Nee).await
}

/// Begins on a zaak.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/in-behandeling", tag = "zaken", request_body = Leeg,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn in_behandeling(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    voer_uit(&app, &ingelogd, &headers, Opdracht::NeemInBehandeling { zaak: ZaakId(id) }, Nieuw::Nee).await
}

/// Says that one opened a zaak that was new for oneself.
#[utoipa::path(post, operation_id = "zaak_gezien", path = "/api/v1/zaken/{id}/gezien", tag = "zaken", request_body = Leeg,
    params(("id" = ZaakId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gezien(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    voer_uit(&app, &ingelogd, &headers, Opdracht::MerkGezien { zaak: ZaakId(id) }, Nieuw::Nee).await
}

/// What is new for oneself in one's werkvoorraad.
#[utoipa::path(get, operation_id = "werkvoorraad_nieuw", path = "/api/v1/werkvoorraad/nieuw", tag = "zaken",
    responses((status = 200, body = NieuwWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Json<NieuwWat>, Fout> {
    Ok(Json(app.tafel.nieuw(&ingelogd.wie).await?))
}

fn filter(vraag: &ZakenVraag) -> Result<ZakenFilter, Fout> {
    let wrong = |veld| move || Fout::veld("invoer.vraag_ongeldig", veld);
    let lijst = match vraag.lijst.as_deref() {
        None => Lijst::MijnEnTeam,
        Some("mijn") => Lijst::Mijn,
        Some("team") => Lijst::Team,
        Some("wachtend") => Lijst::Wachtend,
        Some("alle") => Lijst::Alle,
        Some(_) => return Err(wrong("lijst")()),
    };
    let zaaktype =
        vraag.zaaktype.as_deref().map(|code| Zaaktype::from_code(code).ok_or_else(wrong("zaaktype")));
    let status = vraag.status.as_deref().map(|word| status(word).ok_or_else(wrong("status")));
    let persoon = vraag.persoon.as_deref().map(|id| path_id(id).map(PersoonId).ok_or_else(wrong("persoon")));
    let na = vraag.na.as_deref().map(|text| from_cursor(text).ok_or_else(wrong("na")));
    Ok(ZakenFilter {
        lijst,
        zaaktype: zaaktype.transpose()?,
        status: status.transpose()?,
        persoon: persoon.transpose()?,
        behandelaar: None,
        na: na.transpose()?,
        aantal: aantal(vraag.aantal.as_deref())?,
    })
}

fn status(word: &str) -> Option<Zaakstatus> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vraag(veld: &str, waarde: &str) -> Result<ZakenFilter, Fout> {
        let map = serde_json::json!({ veld: waarde });
        filter(&serde_json::from_value(map).unwrap())
    }

    // shows H18
    #[test]
    fn questions_are_answered_or_refused_by_field() {
        for (veld, waarde) in [
            ("lijst", "mijn"),
            ("lijst", "wachtend"),
            ("aantal", "200"),
            ("zaaktype", "MELDING-WMO"),
            ("status", "ontvangen"),
            ("persoon", "019ab000-0000-7000-8000-00000000000a"),
        ] {
            assert!(vraag(veld, waarde).is_ok(), "{veld}={waarde}");
        }
        for (veld, waarde) in [
            ("lijst", "alles"),
            ("aantal", "-1"),
            ("aantal", "0"),
            ("aantal", "+5"),
            ("aantal", "201"),
            ("aantal", "1000000000"),
            ("zaaktype", "melding-wmo"),
            ("status", "*"),
            ("persoon", "%"),
            ("na", "MjAyNi0xMi0zMS94"),
            ("na", "%00"),
            ("na", ""),
        ] {
            assert!(vraag(veld, waarde).is_err(), "{veld}={waarde}");
        }
    }
}
