//! Colleagues.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::MedewerkerKort;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Ingelogd;

/// Colleagues.
#[derive(Serialize, ToSchema)]
pub(crate) struct Medewerkerlijst {
    /// By name.
    items: Vec<MedewerkerKort>,
}

/// Whom one may assign a zaak to.
#[utoipa::path(get, operation_id = "medewerkers", path = "/api/v1/medewerkers", tag = "medewerkers",
    responses((status = 200, body = Medewerkerlijst),
        (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Json<Medewerkerlijst> {
    Json(Medewerkerlijst { items: app.tafel.medewerkers(&ingelogd.wie) })
}
