//! What is to be done in zaken, by whom.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::ZaakId;
use keukentafel::protocol::body::{EenTaak, NieuweTaak, Opdracht, Taaktoewijzing};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{MijnTaken, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use super::pagina::{PaginaVraag, cursor, pagina};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// The taken that wait for oneself, over all zaken on which one works; by day.
#[utoipa::path(get, operation_id = "taken", path = "/api/v1/taken", tag = "zaken", params(PaginaVraag),
    responses((status = 200, body = MijnTaken),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<PaginaVraag>, QueryRejection>,
) -> Result<Json<MijnTaken>, Fout> {
    let (na, aantal) = pagina(vraag)?;
    let (items, next) = app.tafel.taken(&ingelogd.wie, na, aantal).await?;
    Ok(Json(MijnTaken { items, volgende: next.map(cursor) }))
}

/// Sets down what a behandelaar is to do.
#[utoipa::path(post, operation_id = "zaak_taak", path = "/api/v1/zaken/{id}/taken", tag = "zaken", request_body = NieuweTaak,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweTaak { omschrijving, eigenaar, dag }): Lichaam<NieuweTaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::ZetTaakKlaar { zaak: ZaakId(id), omschrijving, eigenaar, dag };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that a taak is done.
#[utoipa::path(post, operation_id = "zaak_taak_gedaan", path = "/api/v1/zaken/{id}/taken/gedaan", tag = "zaken", request_body = EenTaak,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn gedaan(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenTaak { taak }): Lichaam<EenTaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RondTaakAf { zaak: ZaakId(id), taak };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that it is to be done after all.
#[utoipa::path(post, operation_id = "zaak_taak_heropenen", path = "/api/v1/zaken/{id}/taken/heropenen", tag = "zaken", request_body = EenTaak,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn heropenen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenTaak { taak }): Lichaam<EenTaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HeropenTaak { zaak: ZaakId(id), taak };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Gives it to another behandelaar.
#[utoipa::path(post, operation_id = "zaak_taak_toewijzen", path = "/api/v1/zaken/{id}/taken/toewijzen", tag = "zaken", request_body = Taaktoewijzing,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn toewijzen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Taaktoewijzing { taak, eigenaar }): Lichaam<Taaktoewijzing>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsTaakToe { zaak: ZaakId(id), taak, eigenaar };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that it need not be done any more.
#[utoipa::path(post, operation_id = "zaak_taak_vervallen", path = "/api/v1/zaken/{id}/taken/vervallen", tag = "zaken", request_body = EenTaak,
    params(("id" = ZaakId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn vervallen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenTaak { taak }): Lichaam<EenTaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LaatTaakVervallen { zaak: ZaakId(id), taak };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
