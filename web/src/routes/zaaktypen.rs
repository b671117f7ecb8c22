//! The zaaktypen that a melding can start.

use axum::Json;
use keukentafel::domain::zaaktype::{Domein, Zaaktype};
use keukentafel::protocol::problem::Problem;
use serde::Serialize;
use utoipa::ToSchema;

use crate::auth::Ingelogd;

/// A zaaktype, as in a form.
#[derive(Serialize, ToSchema)]
pub(crate) struct ZaaktypeKort {
    /// The identification in the catalogue.
    code: Zaaktype,
    /// What people call it.
    naam: &'static str,
    /// The field of law.
    wet: Domein,
    /// Days within which it must be finished.
    doorlooptijd_dagen: i32,
}

/// The zaaktypen.
#[derive(Serialize, ToSchema)]
pub(crate) struct Zaaktypelijst {
    /// In the order of a form.
    items: Vec<ZaaktypeKort>,
}

/// The zaaktypen that a melding can start. Confidential ones only for who works in that field of law.
#[utoipa::path(get, operation_id = "zaaktypen", path = "/api/v1/zaaktypen", tag = "zaken",
    responses((status = 200, body = Zaaktypelijst),
        (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(Ingelogd { wie, .. }: Ingelogd) -> Json<Zaaktypelijst> {
    let kort = |zaaktype: Zaaktype| ZaaktypeKort {
        code: zaaktype,
        naam: zaaktype.naam(),
        wet: zaaktype.domein(),
        doorlooptijd_dagen: zaaktype.doorlooptijd_dagen(),
    };
    let open = |zaaktype: &Zaaktype| !zaaktype.vertrouwelijk() || wie.rol.domein() == Some(zaaktype.domein());
    Json(Zaaktypelijst { items: Zaaktype::ALLE.into_iter().filter(open).map(kort).collect() })
}
