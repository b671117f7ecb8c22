//! Beheerrekeningen.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::BeheerrekeningId;
use keukentafel::limits::PAGE_ROWS_MAX;
use keukentafel::poort::limits::BRON_TEKST_CHARS_MAX;
use keukentafel::protocol::body::{NieuweRekening, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{RekeningKort, RekeningWat, TransactieWat, Uitgevoerd};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Rows of a page when nobody says how many.
const AANTAL: usize = 25;

/// One's own rekeningen.
#[derive(Serialize, ToSchema)]
pub(crate) struct Rekeningenlijst {
    /// Oldest first.
    items: Vec<RekeningKort>,
}

/// Which transactions.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct TransactiesVraag {
    /// The transaction that the page before ended with.
    na: Option<String>,
    /// 1 to 200.
    aantal: Option<String>,
}

/// A page of transactions.
#[derive(Serialize, ToSchema)]
pub(crate) struct Transactiepagina {
    /// Newest first.
    items: Vec<TransactieWat>,
    /// Where the next page begins; `null` when there is none.
    volgende: Option<String>,
}

/// The rekeningen that are one's own or that one looks after.
#[utoipa::path(get, operation_id = "rekeningen", path = "/api/v1/rekeningen", tag = "rekeningen",
    responses((status = 200, body = Rekeningenlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<Rekeningenlijst>, Fout> {
    Ok(Json(Rekeningenlijst { items: app.tafel.rekeningen(&ingelogd.wie).await? }))
}

/// Begins to keep somebody's money.
#[utoipa::path(post, operation_id = "open_rekening", path = "/api/v1/rekeningen", tag = "rekeningen",
    request_body = NieuweRekening,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(rekening): Lichaam<NieuweRekening>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::OpenRekening(rekening);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/rekeningen")).await
}

/// A rekening, and how it stood when it was last seen. Live: `saldo/<id>`.
#[utoipa::path(get, path = "/api/v1/rekeningen/{id}", tag = "rekeningen", params(("id" = BeheerrekeningId, Path)),
    responses((status = 200, body = RekeningWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn rekening(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let found = app.tafel.rekening(&ingelogd.wie, BeheerrekeningId(id)).await?;
    let rekening = found.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(rekening.saldo.versie, &rekening))
}

/// What was booked, newest first.
#[utoipa::path(get, path = "/api/v1/rekeningen/{id}/transacties", tag = "rekeningen",
    params(("id" = BeheerrekeningId, Path), TransactiesVraag),
    responses((status = 200, body = Transactiepagina),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn transacties(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    vraag: Result<Query<TransactiesVraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Transactiepagina>, Fout> {
    let Query(TransactiesVraag { na, aantal }) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let aantal = match aantal {
        None => AANTAL,
        Some(text) => text
            .parse()
            .ok()
            .filter(|aantal| (1..=PAGE_ROWS_MAX).contains(aantal))
            .ok_or_else(|| Fout::veld("invoer.aantal", "aantal"))?,
    };
    if na.as_ref().is_some_and(|na| na.chars().count() > BRON_TEKST_CHARS_MAX) {
        return Err(Fout::new("invoer.vraag_ongeldig"));
    }
    let id = BeheerrekeningId(id);
    let page = app.tafel.transacties(&ingelogd.wie, id, na.as_deref(), aantal).await?;
    let page = page.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(Transactiepagina { items: page.items, volgende: page.volgende }))
}
