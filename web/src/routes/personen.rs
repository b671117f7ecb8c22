//! Persons.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use http::HeaderMap;
use keukentafel::domain::ids::PersoonId;
use keukentafel::protocol::body::{NieuwContact, NieuwePersoon, Opdracht, PersoonVraag};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{PersoonWat, Uitgevoerd, Zoekantwoord};

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// Finds persons by BSN, or by name and date of birth: who is known here, and who is in the BRP.
#[utoipa::path(post, path = "/api/v1/personen/zoek", tag = "personen", request_body = PersoonVraag,
    responses((status = 200, body = Zoekantwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn zoek(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Lichaam(vraag): Lichaam<PersoonVraag>,
) -> Result<Json<Zoekantwoord>, Fout> {
    Ok(Json(app.tafel.personen_zoek(&ingelogd.wie, &vraag).await?))
}

/// Registers a person.
#[utoipa::path(post, path = "/api/v1/personen", tag = "personen", request_body = NieuwePersoon,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The command id, a UUIDv7")),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn registreer(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(persoon): Lichaam<NieuwePersoon>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RegistreerPersoon(persoon);
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/personen")).await
}

/// A person.
#[utoipa::path(get, path = "/api/v1/personen/{id}", tag = "personen", params(("id" = PersoonId, Path)),
    responses((status = 200, body = PersoonWat),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn persoon(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let persoon = app.tafel.persoon(&ingelogd.wie, PersoonId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    Ok(with_etag(persoon.versie, &persoon))
}

/// Changes how a person can be reached.
#[utoipa::path(post, path = "/api/v1/personen/{id}/contact", tag = "personen", request_body = NieuwContact,
    params(("id" = PersoonId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn contact(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuwContact { telefoon }): Lichaam<NieuwContact>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijzigContact { persoon: PersoonId(id), telefoon };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
