//! Minors in the portal of who has gezag over them.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::KindWat;
use serde::Serialize;
use utoipa::ToSchema;

use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// Minors over whom one has gezag.
#[derive(Serialize, ToSchema)]
pub(crate) struct Kinderlijst {
    /// Each of them; nobody for who is no resident.
    items: Vec<KindWat>,
}

/// The minors over whom one has gezag, and which of the zaken in one's werkvoorraad are theirs.
#[utoipa::path(get, operation_id = "mijn_kinderen", path = "/api/v1/mijn/kinderen", tag = "mijn",
    responses((status = 200, body = Kinderlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mijn(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Json<Kinderlijst>, Fout> {
    Ok(Json(Kinderlijst { items: app.tafel.kinderen(&ingelogd.wie).await? }))
}
