//! Looking back: which looks wait for it, on which lines of the trail they rest, and the verdict.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::{NazichtId, PersoonId};
use keukentafel::protocol::body::{Medewerkerkoppeling, Nazichtbeoordeling, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{Collegas, NazichtWat, NazichtenWat, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// The looks that are looked back at: those that wait, the oldest first, and the last that have their verdict.
#[utoipa::path(get, operation_id = "nazichten", path = "/api/v1/nazicht", tag = "nazicht",
    responses((status = 200, body = NazichtenWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<NazichtenWat>, Fout> {
    app.tafel.nazichten(&ingelogd.wie).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Everybody who works here, for who records which of them is which resident.
#[utoipa::path(get, path = "/api/v1/nazicht/collegas", tag = "nazicht",
    responses((status = 200, body = Collegas),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn collegas(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<Collegas>, Fout> {
    let found = app.tafel.collegas(&ingelogd.wie).await?;
    Ok(Json(Collegas { items: found.ok_or_else(Fout::niet_gevonden)? }))
}

/// One of them, with the lines of the trail on which it rests. The reading is a line of the trail itself.
#[utoipa::path(get, operation_id = "nazicht", path = "/api/v1/nazicht/{id}", tag = "nazicht",
    params(("id" = NazichtId, Path)),
    responses((status = 200, body = NazichtWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn een(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Json<NazichtWat>, Fout> {
    app.tafel.nazicht(&ingelogd.wie, NazichtId(id)).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// Judges a look: whether there was a reason, and what is done where there was none. Once, and not one's own.
#[utoipa::path(post, operation_id = "nazicht_beoordelen", path = "/api/v1/nazicht/{id}/beoordelen", tag = "nazicht",
    request_body = Nazichtbeoordeling,
    params(("id" = NazichtId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beoordelen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(beoordeling): Lichaam<Nazichtbeoordeling>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::BeoordeelNazicht { nazicht: NazichtId(id), beoordeling };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Records which colleague a person is, or that they are none.
#[utoipa::path(post, operation_id = "persoon_medewerker", path = "/api/v1/personen/{id}/medewerker", tag = "nazicht",
    request_body = Medewerkerkoppeling,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn koppel(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Medewerkerkoppeling { medewerker, niet_meer }): Lichaam<Medewerkerkoppeling>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::LegMedewerkerVast { persoon: PersoonId(id), medewerker, niet_meer };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
