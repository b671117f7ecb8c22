//! Searching in one's own work.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use keukentafel::protocol::body::Werkzoekvraag;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::Werkzoekantwoord;

use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Finds zaken that one may know of, as far as one may, and persons for whom one works. What is looked for stands in no URL.
#[utoipa::path(post, operation_id = "werk_zoek", path = "/api/v1/zoek", tag = "zaken", request_body = Werkzoekvraag,
    responses((status = 200, body = Werkzoekantwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn zoek(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Lichaam(vraag): Lichaam<Werkzoekvraag>,
) -> Result<Json<Werkzoekantwoord>, Fout> {
    Ok(Json(app.tafel.werk_zoek(&ingelogd.wie, &vraag).await?))
}
