//! One's own views of the zaken, in the role of the session; there is no address for somebody else's.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::protocol::body::Weergavenlijst;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{ConceptBewaard, WeergavenWat};

use super::antwoord::{if_match, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// One's own views.
#[utoipa::path(get, operation_id = "weergaven", path = "/api/v1/mijn/weergaven", tag = "weergaven",
    responses((status = 200, body = WeergavenWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn weergaven(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Response, Fout> {
    let weergaven = app.tafel.weergaven(&ingelogd.wie).await?;
    Ok(with_etag(weergaven.versie, &weergaven))
}

/// Keeps all of them, in the place of the version in `If-Match`; without one there must be none yet.
#[utoipa::path(put, operation_id = "bewaarWeergaven", path = "/api/v1/mijn/weergaven", tag = "weergaven",
    request_body = Weergavenlijst,
    params(("If-Match" = Option<String>, Header)),
    responses((status = 200, body = ConceptBewaard),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn bewaar(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(Weergavenlijst { weergaven }): Lichaam<Weergavenlijst>,
) -> Result<Response, Fout> {
    let basis = if_match(&headers)?.unwrap_or(0);
    let kept = app.tafel.bewaar_weergaven(&ingelogd.wie, &weergaven, basis).await;
    let kept = kept.map_err(|weigering| Fout::from(weigering).op_versie(Some(basis)))?;
    Ok(with_etag(kept.versie, &kept))
}
