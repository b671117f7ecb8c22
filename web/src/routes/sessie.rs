//! One's own sessions: what one works as, and where one is logged in.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use keukentafel::domain::bevoegdheid::ROL_WISSELEN;
use keukentafel::protocol::body::{GekozenRol, Leeg};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{Rolkeuze, SessieRij, Sessielijst, Verder};

use super::PadId;
use crate::app::{App, rollen_kort};
use crate::auth::{Aangemeld, Ingelogd, Lichaam, stap_op_nodig};
use crate::inloggen::{start, with_cookie};
use crate::problem::Fout;
use crate::session::{self, Session};

/// What one can work as.
#[utoipa::path(get, operation_id = "rollen", path = "/api/v1/sessie/rol", tag = "sessie",
    responses((status = 200, body = Rolkeuze), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn rollen(wie: Aangemeld) -> Json<Rolkeuze> {
    let Aangemeld { medewerker, session, .. } = wie;
    Json(Rolkeuze { naam: medewerker.naam.clone(), nu: session.rol, items: rollen_kort(&medewerker) })
}

/// Chooses what to work as. The cookie is another one from here on, and open sockets close with 4501; changing a role that was chosen
/// before asks for a fresh proof of who one is.
#[utoipa::path(post, operation_id = "kies_rol", path = "/api/v1/sessie/rol", tag = "sessie", request_body = GekozenRol,
    responses((status = 200, body = Verder), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn kies_rol(
    State(app): State<Arc<App>>,
    wie: Aangemeld,
    Lichaam(GekozenRol { rol }): Lichaam<GekozenRol>,
) -> Result<Response, Fout> {
    if !wie.medewerker.rollen.bevat(rol) {
        return Err(Fout::veld("sessie.rol_onbekend", "rol"));
    }
    let verder = Json(Verder { ga_naar: start(Some(rol)).to_owned() });
    if wie.session.rol == Some(rol) {
        return Ok(verder.into_response());
    }
    if wie.session.rol.is_some() {
        stap_op_nodig(&app, &wie.session, ROL_WISSELEN)?;
    }
    let cookie = app.kies_rol(&wie.medewerker, wie.key, rol).await?;
    Ok(with_cookie(cookie, verder))
}

/// Where one is logged in.
#[utoipa::path(get, operation_id = "sessies", path = "/api/v1/sessies", tag = "sessie",
    responses((status = 200, body = Sessielijst), (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(State(app): State<Arc<App>>, wie: Ingelogd) -> Result<Json<Sessielijst>, Fout> {
    app.sessions.kijk_nu().await?;
    let rij = |session: Session| SessieRij {
        id: session.id,
        deze: session.id == wie.session.id,
        begonnen_op: session.begonnen_op,
        actief_op: session.actief_op,
        toestel: session.toestel,
        rol_naam: session.rol.map(|rol| rol.naam().to_owned()),
        namens: app.sessie_namens(&session),
    };
    let own = app.sessions.van(|session| app.ziet_sessie(&wie.wie, session));
    Ok(Json(Sessielijst { items: own.into_iter().map(rij).collect() }))
}

/// Ends one of one's own sessions. One that is not there, or somebody else's, is not found.
#[utoipa::path(post, operation_id = "beeindig_sessie", path = "/api/v1/sessies/{id}/beeindigen", tag = "sessie",
    params(("id" = uuid::Uuid, Path)), request_body = Leeg,
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beeindig(
    State(app): State<Arc<App>>,
    wie: Ingelogd,
    PadId(id): PadId,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let own = |session: &Session| session.id == id && app.ziet_sessie(&wie.wie, session);
    let (ended, saved) = app.eindig_sessies(own).await;
    if ended.is_empty() {
        saved?;
        // Not one of the actors' refusals: the edge writes it down itself.
        return Err(Fout::geen_adres());
    }
    app.audit(&wie.wie, "sessie.beeindigd", &format!("sessie/{id}"), None).await;
    saved?;
    let mut response = StatusCode::NO_CONTENT.into_response();
    if id == wie.session.id {
        response.headers_mut().insert(header::SET_COOKIE, session::clear());
    }
    Ok(response)
}

/// Ends all of one's own sessions but this one, those in which one comes in for another among them.
#[utoipa::path(post, operation_id = "beeindig_andere", path = "/api/v1/sessies/beeindig-andere", tag = "sessie",
    request_body = Leeg,
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn beeindig_andere(
    State(app): State<Arc<App>>,
    wie: Ingelogd,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let other = |session: &Session| session.id != wie.session.id && app.is_eigen(&wie.wie, session);
    let (ended, saved) = app.eindig_sessies(other).await;
    for session in &ended {
        app.audit(&wie.wie, "sessie.beeindigd", &format!("sessie/{}", session.id), None).await;
    }
    saved?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
