//! How much work there is and who has it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{CaseloadWat, MedewerkerZaken};

use super::PadId;
use super::pagina::{PaginaVraag, cursor, pagina};
use crate::app::App;
use crate::auth::Ingelogd;
use crate::problem::Fout;

/// The dashboard as it stands now, with every medewerker.
#[utoipa::path(get, path = "/api/v1/caseload", tag = "caseload",
    responses((status = 200, body = CaseloadWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn caseload(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<CaseloadWat>, Fout> {
    app.tafel.caseload(&ingelogd.wie).await?.map(Json).ok_or_else(Fout::niet_gevonden)
}

/// The zaken that are counted for one medewerker, as *dat*.
#[utoipa::path(get, operation_id = "caseload_medewerker", path = "/api/v1/caseload/medewerkers/{id}", tag = "caseload",
    params(("id" = MedewerkerId, Path), PaginaVraag),
    responses((status = 200, body = MedewerkerZaken),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn medewerker(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    vraag: Result<Query<PaginaVraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<MedewerkerZaken>, Fout> {
    let (na, aantal) = pagina(vraag)?;
    let page = app.tafel.caseload_van(&ingelogd.wie, MedewerkerId(id), na, aantal).await?;
    let (medewerker, dag, items, next) = page.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(MedewerkerZaken { medewerker, dag, items, volgende: next.map(cursor) }))
}
