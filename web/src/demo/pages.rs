//! The addresses of demo mode.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use jiff::{Span, SpanRelativeTo};
use keukentafel::clock::Clock;
use keukentafel::domain::medewerker::Rol;
use keukentafel::protocol::body::Leeg;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::view::{Deur, Verder};
use keukentafel_actors::boek::initiaal;
use serde::{Deserialize, Serialize};

use super::personas::{Persona, persona};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::inloggen::{start, with_cookie};
use crate::problem::Fout;

/// Days that the clock can be moved in one go.
const DAYS_MAX: i64 = 3660;

#[derive(Serialize)]
pub(super) struct PersonaKort {
    persona: &'static str,
    naam: &'static str,
    rol: Rol,
    rol_naam: String,
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
        rol_naam: persona.rol_naam(),
        initiaal: initiaal(persona.naam),
        start: persona.start(),
        omschrijving: persona.omschrijving,
    }
}

/// `GET /demo/personas`.
pub(super) async fn personas() -> Json<Personalijst> {
    Json(Personalijst { items: super::personas::personas().map(kort).collect() })
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
    let who = app.medewerker(persona.id()).ok_or_else(|| Fout::new("server.fout"))?;
    if let Some(machtiging) = who.machtiging {
        // As when a provider says so: the trail must know for whom.
        app.tafel.neem_vertegenwoordigde_op(who.gemeente, machtiging.voor).await?;
    }
    let (cookie, _) = app.begin_sessie(&headers, &who, Deur::Demo, None).await?;
    Ok(with_cookie(cookie, Json(kort(persona))))
}

/// `POST /demo/stap-op`: what a provider asks for again elsewhere, one says here in so many words.
pub(super) async fn stap_op(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Lichaam(Leeg {}): Lichaam<Leeg>,
) -> Result<Response, Fout> {
    let who = app.medewerker(ingelogd.wie.id).ok_or_else(|| Fout::new("sessie.geen"))?;
    let cookie = app.stap_op(&who, ingelogd.key, None).await?;
    Ok(with_cookie(cookie, Json(Verder { ga_naar: start(Some(ingelogd.wie.rol)).to_owned() })))
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
