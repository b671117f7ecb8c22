//! The addresses of demo mode.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use jiff::{Span, SpanRelativeTo};
use keukentafel::clock::Clock;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel_actors::boek::initiaal;
use serde::{Deserialize, Serialize};

use super::personas::{PERSONAS, Persona, persona};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;
use crate::session;

/// Days that the clock can be moved in one go.
const DAYS_MAX: i64 = 3660;

#[derive(Serialize)]
pub(super) struct PersonaKort {
    persona: &'static str,
    naam: &'static str,
    rol: Rol,
    rol_naam: &'static str,
    initiaal: String,
    start: &'static str,
    omschrijving: &'static str,
}

#[derive(Serialize)]
pub(super) struct Personalijst {
    items: Vec<PersonaKort>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Login {
    persona: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Klok {
    vooruit: String,
}

fn kort(persona: &Persona) -> PersonaKort {
    PersonaKort {
        persona: persona.woord,
        naam: persona.naam,
        rol: persona.rol,
        rol_naam: persona.rol.naam(),
        initiaal: initiaal(persona.naam),
        start: persona.start(),
        omschrijving: persona.omschrijving,
    }
}

/// `GET /demo/personas`.
pub(super) async fn personas() -> Json<Personalijst> {
    Json(Personalijst { items: PERSONAS.iter().map(kort).collect() })
}

/// `POST /demo/login`: begins a session; the one that was there ends.
pub(super) async fn login(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Lichaam(Login { persona: woord }): Lichaam<Login>,
) -> Result<Response, Fout> {
    let persona = persona(&woord).ok_or_else(|| Fout::veld("demo.persona_onbekend", "persona"))?;
    if let Some(demo) = &app.demo {
        let wait = demo.may_log_in(persona.id());
        wait.map_err(|wait| Fout::later("te_vaak", wait.as_secs().max(1)))?;
    }
    if let Some(before) = session::from_headers(&headers).and_then(|secret| app.sessions.end(&secret)) {
        app.lines.end_session(before.id);
    }
    let begun = app.sessions.begin(persona.id());
    let (secret, session, gone) = begun.map_err(|_| Fout::new("server.bezig"))?;
    for old in gone {
        app.lines.end_session(old.id);
    }
    app.save_sessions().await?;
    if let Some(wie) = app.wie(&session) {
        app.audit(&wie, "sessie.begin", "sessie", None).await;
    }
    let cookie = session::set(&secret).ok_or_else(|| Fout::new("server.fout"))?;
    Ok(([(header::SET_COOKIE, cookie)], Json(kort(persona))).into_response())
}

/// `POST /demo/klok`: moves the clock in which cases live. Sessions keep the machine's time.
pub(super) async fn klok(
    State(app): State<Arc<App>>,
    _: Ingelogd,
    Lichaam(Klok { vooruit }): Lichaam<Klok>,
) -> Result<Response, Fout> {
    let micros = vooruit_micros(&vooruit, &app).ok_or_else(|| Fout::veld("demo.klok", "vooruit"))?;
    app.clock.advance(micros);
    app.tafel.klok_verzet();
    let nu = app.clock.now();
    // What is open counts its days from here, too.
    app.lines.tell_all(&ServerMessage::Klok { nu });
    Ok((StatusCode::OK, Json(serde_json::json!({ "nu": nu }))).into_response())
}

fn vooruit_micros(text: &str, app: &App) -> Option<i64> {
    let span: Span = text.parse().ok()?;
    let now = app.clock.now().timestamp().to_zoned(keukentafel::clock::amsterdam());
    let duration = span.to_duration(SpanRelativeTo::from(&now)).ok()?;
    let days = duration.as_secs() / 86_400;
    (duration.is_positive() && days <= DAYS_MAX).then(|| i64::try_from(duration.as_micros()).ok()).flatten()
}
