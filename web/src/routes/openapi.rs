//! The description of the interface, from which the browser client's types are made.

use axum::Json;
use axum::response::IntoResponse;
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::{body, rt, view};
use utoipa::OpenApi;

use super::{
    acties, caseload, contacten, documenten, gesprekken, groepen, hint, huishoudens, ik, medewerkers,
    meldingen, ops, personen, persoon_verder, plannen, rekeningen, signalen, tijdlijn, zaaktypen, zaken,
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
        persoon_verder::onbekend,
        persoon_verder::uit_brp,
        persoon_verder::opnieuw_uit_brp,
        persoon_verder::identiteit,
        persoon_verder::gezag,
        persoon_verder::gezag_einde,
        persoon_verder::adres,
        huishoudens::nieuw,
        huishoudens::huishouden,
        huishoudens::van_persoon,
        huishoudens::voorstel,
        huishoudens::lid,
        huishoudens::vertrek,
        huishoudens::verblijf,
        contacten::nieuw,
        contacten::contact,
        contacten::aanvullen,
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
        groepen::vorm,
        groepen::groep,
        groepen::participant,
        groepen::participant_weg,
        groepen::start_plan,
        acties::lijst,
        plannen::lijst,
        tijdlijn::tijdlijn,
        plannen::plan,
        plannen::doel,
        plannen::doel_wijzigen,
        plannen::doel_afronden,
        plannen::actie,
        plannen::actie_gedaan,
        plannen::actie_heropenen,
        plannen::zaak,
        plannen::zaak_los,
        plannen::regisseur,
        plannen::regisseur_weg,
        plannen::overdragen,
        plannen::sluiten,
        signalen::soorten,
        signalen::lijst,
        signalen::meld,
        signalen::inkomend,
        signalen::signaal,
        signalen::persoon,
        signalen::afhandelen,
        signalen::groepstraject,
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
        view::ContactWat,
        view::HuishoudenWat,
        view::Aanwezige,
        view::SaldoWat,
        view::GroepWat,
        view::PlanWat,
        view::PlanRij,
        view::PlanDeelnemer,
        view::PlanLid,
        view::SignaalRij,
        view::SignaalWat,
        view::AandachtWat,
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
