//! The description of the interface, from which the browser client's types are made.

use axum::Json;
use axum::response::IntoResponse;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::{body, rt, view};
use utoipa::OpenApi;

use super::{
    caseload, documenten, gesprekken, hint, ik, medewerkers, meldingen, ops, personen, rekeningen, zaaktypen,
    zaken,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Keukentafel",
        description = "HTTP as described here; the WebSocket /rt carries ClientMessage and ServerMessage. See docs/PROTOCOL.md."
    ),
    paths(
        ik::ik,
        ik::uitloggen,
        medewerkers::lijst,
        medewerkers::afwezig,
        medewerkers::terug,
        caseload::caseload,
        caseload::medewerker,
        zaaktypen::lijst,
        personen::zoek,
        personen::registreer,
        personen::persoon,
        personen::contact,
        zaken::lijst,
        zaken::zaak,
        zaken::toewijzen,
        zaken::neem,
        zaken::in_behandeling,
        meldingen::nieuw,
        documenten::van_zaak,
        documenten::nieuw,
        documenten::document,
        documenten::tekst,
        gesprekken::gesprek,
        gesprekken::deelnemers,
        rekeningen::lijst,
        rekeningen::nieuw,
        rekeningen::rekening,
        rekeningen::transacties,
        hint::hint,
        openapi,
        ops::healthz,
        ops::readyz,
        ops::metrics,
    ),
    components(schemas(
        Problem,
        rt::ClientMessage,
        rt::ServerMessage<'static>,
        body::Opdracht,
        view::ZaakDat,
        view::ZaakRij,
        view::ZaakWat,
        view::PersoonWat,
        view::GesprekWat,
        view::Aanwezige,
        view::SaldoWat,
    ))
)]
struct Interface;

/// The OpenAPI document.
#[must_use]
pub fn document() -> utoipa::openapi::OpenApi {
    Interface::openapi()
}

/// This document.
#[utoipa::path(get, path = "/api/openapi.json", tag = "beheer", responses((status = 200, body = Object)))]
pub(super) async fn openapi() -> impl IntoResponse {
    Json(document())
}
