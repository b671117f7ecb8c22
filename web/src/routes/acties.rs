//! What one is to do.

use std::sync::Arc;

use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::MijnActies;

use super::pagina::{PaginaVraag, cursor, pagina};
use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// The actions that wait for oneself, over all plans of which one sees the part they are in; by day.
#[utoipa::path(get, operation_id = "acties", path = "/api/v1/acties", tag = "plannen", params(PaginaVraag),
    responses((status = 200, body = MijnActies),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<PaginaVraag>, QueryRejection>,
) -> Result<Json<MijnActies>, Fout> {
    let (na, aantal) = pagina(vraag)?;
    let (items, next, dag) = app.tafel.acties(&ingelogd.wie, na, aantal).await?;
    Ok(Json(MijnActies { dag, items, volgende: next.map(cursor) }))
}
