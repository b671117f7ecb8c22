//! Plans.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use http::HeaderMap;
use keukentafel::domain::ids::PlanId;
use keukentafel::protocol::body::{
    Achterhoudvraag, Doelafronding, Doelwijziging, EenActie, EenDoel, EenOnderdeel, EenRegisseur, EenZaak,
    NieuwDoel, NieuweActie, Opdracht, Planafsluiting,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{GroepWat, MijnPlan, PlanAntwoord, PlanGezien, PlanRij, Uitgevoerd};
use serde::Serialize;
use utoipa::ToSchema;

use super::PadId;
use super::antwoord::{Nieuw, voer_uit, with_etag};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::problem::Fout;

/// What one leads, and what one has a part in.
#[derive(Serialize, ToSchema)]
pub(crate) struct Plannenlijst {
    /// The groepen that one looks after.
    groepen: Vec<GroepWat>,
    /// The plans that one leads or led.
    regie: Vec<PlanRij>,
    /// The plans in which a zaak is that one works on: the part that one sees.
    deelname: Vec<PlanGezien>,
}

/// What one leads, and what one has a part in.
#[utoipa::path(get, operation_id = "plannen", path = "/api/v1/plannen", tag = "plannen",
    responses((status = 200, body = Plannenlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
) -> Result<Json<Plannenlijst>, Fout> {
    let (groepen, regie, deelname) = app.tafel.plannen(&ingelogd.wie).await?;
    Ok(Json(Plannenlijst { groepen, regie, deelname }))
}

/// The plans of which one is a lid.
#[derive(Serialize, ToSchema)]
pub(crate) struct MijnPlannen {
    /// Each that runs; none for who is no resident.
    items: Vec<MijnPlan>,
}

/// The plans of which one is a lid, as the portal shows them: what is for the groep, what is for oneself and for one's children.
#[utoipa::path(get, operation_id = "mijn_plannen", path = "/api/v1/mijn/plannen", tag = "mijn",
    responses((status = 200, body = MijnPlannen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn mijn(State(app): State<Arc<App>>, ingelogd: Ingelogd) -> Result<Json<MijnPlannen>, Fout> {
    Ok(Json(MijnPlannen { items: app.tafel.mijn_plannen(&ingelogd.wie).await? }))
}

/// A plan, as far as one may look. Who sees a part of it is told no version.
#[utoipa::path(get, path = "/api/v1/plannen/{id}", tag = "plannen", params(("id" = PlanId, Path)),
    responses((status = 200, body = PlanAntwoord),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn plan(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let plan = app.tafel.plan(&ingelogd.wie, PlanId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    match &plan {
        PlanAntwoord::Schrijven(wat) | PlanAntwoord::Wat(wat) => Ok(with_etag(wat.versie, &plan)),
        PlanAntwoord::Dat(_) => Ok(Json(plan).into_response()),
    }
}

/// Sets a goal.
#[utoipa::path(post, operation_id = "plan_doel", path = "/api/v1/plannen/{id}/doelen", tag = "plannen", request_body = NieuwDoel,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn doel(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(NieuwDoel { voor, omschrijving, achterhouden }): Lichaam<NieuwDoel>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StelDoel { plan: PlanId(id), voor, omschrijving, achterhouden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Puts a goal in other words.
#[utoipa::path(post, operation_id = "plan_doel_wijzigen", path = "/api/v1/plannen/{id}/doelen/wijzigen", tag = "plannen", request_body = Doelwijziging,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn doel_wijzigen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Doelwijziging { doel, omschrijving }): Lichaam<Doelwijziging>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijzigDoel { plan: PlanId(id), doel, omschrijving };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Ends a goal.
#[utoipa::path(post, operation_id = "plan_doel_afronden", path = "/api/v1/plannen/{id}/doelen/afronden", tag = "plannen", request_body = Doelafronding,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn doel_afronden(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Doelafronding { doel, uitkomst }): Lichaam<Doelafronding>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::RondDoelAf { plan: PlanId(id), doel, uitkomst };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes a goal up again that had ended.
#[utoipa::path(post, operation_id = "plan_doel_heropenen", path = "/api/v1/plannen/{id}/doelen/heropenen", tag = "plannen", request_body = EenDoel,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn doel_heropenen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenDoel { doel }): Lichaam<EenDoel>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HeropenDoel { plan: PlanId(id), doel };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Sets down an action.
#[utoipa::path(post, operation_id = "plan_actie", path = "/api/v1/plannen/{id}/acties", tag = "plannen", request_body = NieuweActie,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn actie(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(typed): Lichaam<NieuweActie>,
) -> Result<Response, Fout> {
    let NieuweActie { doel, voor, omschrijving, eigenaar, datum, herinnering, achterhouden } = typed;
    let plan = PlanId(id);
    let opdracht =
        Opdracht::LegActieVast { plan, doel, voor, omschrijving, eigenaar, datum, herinnering, achterhouden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Keeps a goal or an action from the leden.
#[utoipa::path(post, operation_id = "plan_achterhouden", path = "/api/v1/plannen/{id}/achterhouden", tag = "plannen", request_body = Achterhoudvraag,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn achterhouden(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Achterhoudvraag { onderdeel, achterhouden }): Lichaam<Achterhoudvraag>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HoudAchter { plan: PlanId(id), onderdeel, achterhouden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Lets the leden see it.
#[utoipa::path(post, operation_id = "plan_delen", path = "/api/v1/plannen/{id}/delen", tag = "plannen", request_body = EenOnderdeel,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn delen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenOnderdeel { onderdeel }): Lichaam<EenOnderdeel>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::DeelOnderdeel { plan: PlanId(id), onderdeel };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that an action is done.
#[utoipa::path(post, operation_id = "plan_actie_gedaan", path = "/api/v1/plannen/{id}/acties/gedaan", tag = "plannen", request_body = EenActie,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn actie_gedaan(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenActie { actie }): Lichaam<EenActie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::MeldActieGedaan { plan: PlanId(id), actie };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says that it is not done after all.
#[utoipa::path(post, operation_id = "plan_actie_heropenen", path = "/api/v1/plannen/{id}/acties/heropenen", tag = "plannen", request_body = EenActie,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn actie_heropenen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenActie { actie }): Lichaam<EenActie>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HeropenActie { plan: PlanId(id), actie };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Lets a running zaak belong to it.
#[utoipa::path(post, operation_id = "plan_zaak", path = "/api/v1/plannen/{id}/zaken", tag = "plannen", request_body = EenZaak,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn zaak(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenZaak { zaak }): Lichaam<EenZaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::KoppelZaak { plan: PlanId(id), zaak };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Lets it belong to it no more.
#[utoipa::path(post, operation_id = "plan_zaak_los", path = "/api/v1/plannen/{id}/zaken/loskoppelen", tag = "plannen", request_body = EenZaak,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn zaak_los(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenZaak { zaak }): Lichaam<EenZaak>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::OntkoppelZaak { plan: PlanId(id), zaak };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Gives a colleague full rights.
#[utoipa::path(post, operation_id = "plan_regisseur", path = "/api/v1/plannen/{id}/regisseurs", tag = "plannen", request_body = EenRegisseur,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn regisseur(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenRegisseur { regisseur }): Lichaam<EenRegisseur>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VoegRegisseurToe { plan: PlanId(id), regisseur };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes a colleague off it.
#[utoipa::path(post, operation_id = "plan_regisseur_weg", path = "/api/v1/plannen/{id}/regisseurs/verwijderen", tag = "plannen", request_body = EenRegisseur,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn regisseur_weg(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenRegisseur { regisseur }): Lichaam<EenRegisseur>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::VerwijderRegisseur { plan: PlanId(id), regisseur };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Makes another regisseur the responsible one.
#[utoipa::path(post, operation_id = "plan_overdragen", path = "/api/v1/plannen/{id}/overdragen", tag = "plannen", request_body = EenRegisseur,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn overdragen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenRegisseur { regisseur }): Lichaam<EenRegisseur>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::DraagRegieOver { plan: PlanId(id), regisseur };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Gives a plan whose regisseur may not lead it any more to another one.
#[utoipa::path(post, operation_id = "plan_regisseur_aanwijzen", path = "/api/v1/plannen/{id}/regisseur", tag = "plannen", request_body = EenRegisseur,
    params(("id" = PlanId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn wijs_aan(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(EenRegisseur { regisseur }): Lichaam<EenRegisseur>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsRegisseurAan { plan: PlanId(id), regisseur };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Ends it.
#[utoipa::path(post, operation_id = "plan_sluiten", path = "/api/v1/plannen/{id}/sluiten", tag = "plannen", request_body = Planafsluiting,
    params(("id" = PlanId, Path), ("If-Match" = Option<String>, Header),
        ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn sluiten(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Planafsluiting { resultaat }): Lichaam<Planafsluiting>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::SluitPlan { plan: PlanId(id), resultaat };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}
