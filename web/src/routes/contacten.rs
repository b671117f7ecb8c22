//! Contacts: one contact, its report, and the meldingen that come of it.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::ContactId;
use keukentafel::protocol::body::{NieuwContactmoment, NieuweAanvulling, Opdracht};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{ContactAntwoord, Uitgevoerd};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Registers a contact with all its meldingen, or nothing. The answer names the new zaken with their numbers.
#[utoipa::path(post, operation_id = "nieuwContact", path = "/api/v1/contacten", tag = "contacten",
    request_body = NieuwContactmoment,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn nieuw(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(contact): Lichaam<NieuwContactmoment>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RegistreerContact(contact);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/contacten")).await
}

/// A contact with its report, and those of its zaken that one may know of.
#[utoipa::path(get, path = "/api/v1/contacten/{id}", tag = "contacten", params(("id" = ContactId, Path)),
    responses((status = 200, body = ContactAntwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn contact(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let found = app.tafel.contact(&ingelogd.wie, ContactId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(found.contact.versie, &found))
}

/// Adds to the report; only its author may.
#[utoipa::path(post, path = "/api/v1/contacten/{id}/aanvullingen", tag = "contacten", request_body = NieuweAanvulling,
    params(("id" = ContactId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn aanvullen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuweAanvulling { tekst }): Lichaam<NieuweAanvulling>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VulVerslagAan { contact: ContactId(id), tekst };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
