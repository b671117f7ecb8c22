//! The policy, for who looks after it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::BeleidWat;

use super::eisen::ingangen;
use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// Which role may go how far, and what each way in asks, as this server has it loaded.
#[utoipa::path(get, path = "/api/v1/beleid", tag = "beheer",
    responses((status = 200, body = BeleidWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beleid(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Json<BeleidWat>, Fout> {
    app.tafel.beleid(&ingelogd.wie, ingangen()).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}
