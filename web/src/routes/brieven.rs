//! Letters of a zaak, and how a resident hears of them.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequestParts, Path, State};
use axum::response::{IntoResponse, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use keukentafel::domain::brief::Briefvorm;
use keukentafel::domain::ids::{BriefId, PersoonId, ZaakId};
use keukentafel::protocol::body::{Leeg, NieuweBerichtweg, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{BerichtwegWat, BrievenWat, Uitgevoerd};

use super::antwoord::{Nieuw, voer_uit, with_etag};
use super::{PadId, path_id};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// A zaak and a letter in a path. What is no id does not exist.
#[derive(Copy, Clone, Debug)]
pub(crate) struct PadBrief(ZaakId, BriefId);

impl FromRequestParts<Arc<App>> for PadBrief {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        let path = Path::<(String, String)>::from_request_parts(parts, app).await;
        let ids = path.ok().and_then(|Path((zaak, brief))| Some((path_id(&zaak)?, path_id(&brief)?)));
        ids.map(|(zaak, brief)| Self(ZaakId(zaak), BriefId(brief))).ok_or_else(Fout::geen_adres)
    }
}

/// The letters of a zaak, for who sees its content and for whom they are.
#[utoipa::path(get, operation_id = "brieven", path = "/api/v1/zaken/{id}/brieven", tag = "brieven", params(("id" = ZaakId, Path)),
    responses((status = 200, body = BrievenWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<BrievenWat>, Fout> {
    let items = app.tafel.brieven(&ingelogd.wie, ZaakId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(BrievenWat { items }))
}

/// A letter as it goes on paper: PDF/UA-1 and PDF/A-2a, as it was made.
#[utoipa::path(get, operation_id = "briefPdf", path = "/api/v1/zaken/{id}/brieven/{brief}", tag = "brieven",
    params(("id" = ZaakId, Path), ("brief" = BriefId, Path)),
    responses((status = 200, body = String, content_type = "application/pdf"),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn pdf(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    pad: PadBrief,
) -> Result<Response, Fout> {
    let bytes = bytes(&app, &ingelogd, pad, Briefvorm::Pdf).await?;
    // A name that says nothing of whom or what it is about.
    let name = HeaderValue::from_static("inline; filename=\"brief.pdf\"");
    let kind = HeaderValue::from_static("application/pdf");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, name)], bytes).into_response())
}

/// A letter as a page, with the same words.
#[utoipa::path(get, operation_id = "briefHtml", path = "/api/v1/zaken/{id}/brieven/{brief}/html", tag = "brieven",
    params(("id" = ZaakId, Path), ("brief" = BriefId, Path)),
    responses((status = 200, body = String, content_type = "text/html"),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn html(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    pad: PadBrief,
) -> Result<Response, Fout> {
    let bytes = bytes(&app, &ingelogd, pad, Briefvorm::Html).await?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], bytes)
        .into_response())
}

/// Says that a letter went on paper.
#[utoipa::path(post, path = "/api/v1/zaken/{id}/brieven/{brief}/gepost", tag = "brieven", request_body = Leeg,
    params(("id" = ZaakId, Path), ("brief" = BriefId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gepost(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadBrief(zaak, brief): PadBrief,
    headers: HeaderMap,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldBriefGepost { zaak, brief };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// How somebody wants to hear that there is something for them.
#[utoipa::path(get, path = "/api/v1/personen/{id}/berichtweg", tag = "personen", params(("id" = PersoonId, Path)),
    responses((status = 200, body = BerichtwegWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn berichtweg(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let wat = app.tafel.berichtweg(&ingelogd.wie, PersoonId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(wat.versie, &wat))
}

/// Says how somebody wants to hear that there is something for them: oneself, or who is at the desk.
#[utoipa::path(post, path = "/api/v1/personen/{id}/berichtweg", tag = "personen", request_body = NieuweBerichtweg,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn kies_berichtweg(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(keuze): Lichaam<NieuweBerichtweg>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::KiesBerichtweg { persoon: PersoonId(id), keuze };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

async fn bytes(
    app: &App,
    ingelogd: &Ingelogd,
    PadBrief(zaak, brief): PadBrief,
    vorm: Briefvorm,
) -> Result<Vec<u8>, Fout> {
    let found = app.tafel.brief(&ingelogd.wie, zaak, brief, vorm).await?;
    found.ok_or_else(Fout::niet_gevonden)
}
