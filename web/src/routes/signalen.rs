//! Signalen: two ways in (a form, and an interface with a key per source), and the register.

use std::sync::Arc;

use axum::Json;
use axum::extract::{FromRequest, Query, Request, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode};
use keukentafel::clock::Clock;
use keukentafel::domain::bevoegdheid::hoogste_betrouwbaarheid;
use keukentafel::domain::ids::{CommandId, HuishoudenId, InzendingId, SignaalId};
use keukentafel::domain::medewerker::Rol;
use keukentafel::domain::signaal::{Betrouwbaarheid, Signaalsoort};
use keukentafel::limits::PAGE_ROWS_MAX;
use keukentafel::protocol::body::{
    Groepstraject, InkomendSignaal, NieuwSignaal, Opdracht, Persoonaanwijzing, SignaalAfhandeling,
    Signaalheropening,
};
use keukentafel::protocol::problem::Problem;
use keukentafel::protocol::view::{
    AandachtWat, Ontvangen, SignaalAntwoord, SignaalRij, SoortWat, Uitgevoerd,
};
use keukentafel::store::AuditRow;
use keukentafel_actors::overzicht::{Signaalstand, SignalenFilter};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};

use super::antwoord::{Nieuw, doe, kop_of, voer_uit, with_etag};
use super::{PadId, path_id};
use crate::app::App;
use crate::auth::{Ingelogd, Lichaam};
use crate::bronnen::Signaalbron;
use crate::problem::Fout;

/// Where outside systems report.
pub(super) const INKOMEND: &str = "/api/v1/signalen/inkomend";

/// As in the trail.
const INKOMEND_HANDELING: &str = "signaal.inkomend";

/// The kinds of signaal.
#[derive(Serialize, ToSchema)]
pub(crate) struct Soortenlijst {
    /// In the order in which a form shows them.
    items: Vec<SoortWat>,
    /// What the asker may say of how far a report can be relied on, the most reliable first.
    betrouwbaarheid: Vec<Betrouwbaarheid>,
}

/// The register.
#[derive(Serialize, ToSchema)]
pub(crate) struct Signalenlijst {
    /// Newest first.
    items: Vec<SignaalRij>,
    /// Persons and groepen about whom several came in within months.
    aandacht: Vec<AandachtWat>,
    /// For the next page; `null` when this is the last.
    volgende: Option<SignaalId>,
}

/// Which signalen.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SignalenVraag {
    /// Only of this kind.
    soort: Option<String>,
    /// Only where postcode or place begins so.
    plaats: Option<String>,
    /// Only what came in on this day or later.
    van: Option<String>,
    /// Only what came in on this day or before.
    tot: Option<String>,
    /// Only with a report from this kind of source.
    bron: Option<String>,
    /// `open` (as when absent), `afgehandeld` or `alle`.
    stand: Option<String>,
    /// Only those after this one: `volgende` of the page before.
    na: Option<String>,
    /// 1 to 200; 200 when absent.
    aantal: Option<String>,
}

/// The kinds of signaal, for a form.
#[utoipa::path(get, operation_id = "signaalsoorten", path = "/api/v1/signaalsoorten", tag = "signalen",
    responses((status = 200, body = Soortenlijst),
        (status = 401, body = Problem, content_type = "application/problem+json")))]
pub(super) async fn soorten(ingelogd: Ingelogd) -> Json<Soortenlijst> {
    let soort = |code: Signaalsoort| SoortWat {
        code,
        naam: code.naam().to_owned(),
        bewaarjaren: code.bewaarjaren(),
        gestopt: code.is_gestopt(),
    };
    let most = hoogste_betrouwbaarheid(ingelogd.wie.rol, None);
    let betrouwbaarheid = Betrouwbaarheid::ALLE.into_iter().filter(|it| it.hoogstens(most)).collect();
    Json(Soortenlijst { items: Signaalsoort::alle().map(soort).collect(), betrouwbaarheid })
}

/// The register, as far as one may look; who is not of the wijkteam has none.
#[utoipa::path(get, operation_id = "signalen", path = "/api/v1/signalen", tag = "signalen", params(SignalenVraag),
    responses((status = 200, body = Signalenlijst),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn lijst(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    vraag: Result<Query<SignalenVraag>, axum::extract::rejection::QueryRejection>,
) -> Result<Json<Signalenlijst>, Fout> {
    let Query(vraag) = vraag.map_err(|_| Fout::new("invoer.vraag_ongeldig"))?;
    let found = app.tafel.signalen(&ingelogd.wie, &filter(vraag)?).await?;
    let (items, aandacht, volgende) = found.ok_or_else(Fout::niet_gevonden)?;
    Ok(Json(Signalenlijst { items, aandacht, volgende }))
}

/// Reports a signaal. The answer is the same whether the person is known or not, and whether others reported the same or not.
#[utoipa::path(post, path = "/api/v1/signalen", tag = "signalen", request_body = NieuwSignaal,
    params(("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 201, body = Ontvangen), (status = 202, body = Ontvangen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn meld(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    headers: HeaderMap,
    Lichaam(signaal): Lichaam<NieuwSignaal>,
) -> Result<Response, Fout> {
    if let Err(wait) = app.bronnen.mag_melden(ingelogd.wie.id, app.wall.now()) {
        return Err(Fout::later("te_vaak", wait.as_secs() + 1));
    }
    let kenmerk = signaal.kenmerk.clone();
    let gedaan = doe(&app, &ingelogd, &headers, Opdracht::MeldSignaal(signaal)).await?;
    Ok(ontvangen(gedaan.gezien, InzendingId(gedaan.antwoord.id), kenmerk))
}

/// Takes a report of an outside system, which shows its key in `X-Signaalsleutel`.
#[utoipa::path(post, path = "/api/v1/signalen/inkomend", tag = "signalen", request_body = InkomendSignaal,
    params(("X-Signaalsleutel" = String, Header, description = "The key of the source")),
    responses((status = 201, body = Ontvangen), (status = 202, body = Ontvangen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn inkomend(State(app): State<Arc<App>>, request: Request) -> Result<Response, Fout> {
    // Before the body: whoever has no key gets nothing read.
    let Some(bron) = app.bronnen.herken(request.headers()).cloned() else {
        return Err(zonder_sleutel(&app).await);
    };
    match neem_aan(&app, &bron, request).await {
        Err(fout) if !fout.in_trail() => {
            let object = "POST /api/v1/signalen/inkomend";
            app.audit(&bron.wie(), INKOMEND_HANDELING, object, Some(fout.code())).await;
            Err(fout.opgeschreven())
        }
        done => done,
    }
}

async fn neem_aan(app: &Arc<App>, bron: &Signaalbron, request: Request) -> Result<Response, Fout> {
    let now = app.wall.now();
    if let Err(wait) = app.bronnen.mag_melden(bron.id, now) {
        return Err(Fout::later("te_vaak", wait.as_secs() + 1));
    }
    let Lichaam(body) = Lichaam::<InkomendSignaal>::from_request(request, app).await?;
    let kenmerk = body.kenmerk;
    if kenmerk.trim().is_empty() {
        return Err(Fout::veld("invoer.leeg", "kenmerk"));
    }
    let wie = bron.wie();
    let command = command_van(bron, &kenmerk);
    let signaal = NieuwSignaal {
        soort: body.soort,
        persoon: None,
        groep: None,
        bsn: body.bsn,
        naam: body.naam,
        geboortedatum: body.geboortedatum,
        toelichting: body.toelichting,
        waargenomen_op: body.waargenomen_op,
        betrouwbaarheid: body.betrouwbaarheid,
        kenmerk: Some(kenmerk.clone()),
        concept: None,
    };
    let opdracht = Opdracht::MeldSignaal(signaal);
    let kop = kop_of(&wie, command, &opdracht, None);
    let gedaan = app.tafel.voer_uit(&wie, opdracht, kop).await?;
    Ok(ontvangen(gedaan.gezien, InzendingId(gedaan.antwoord.id), Some(kenmerk)))
}

/// The same reference of the same source is the same command, however often it comes. Of a kind that no client can send.
fn command_van(bron: &Signaalbron, kenmerk: &str) -> CommandId {
    let digest = Sha256::new()
        .chain_update("signaal inkomend")
        .chain_update(bron.gemeente.0.as_bytes())
        .chain_update(bron.id.0.as_bytes())
        .chain_update(kenmerk.trim())
        .finalize();
    let mut half = [0; 16];
    half.copy_from_slice(digest.split_at(16).0);
    CommandId(uuid::Builder::from_custom_bytes(half).into_uuid())
}

async fn zonder_sleutel(app: &Arc<App>) -> Fout {
    if let Err(wait) = app.bronnen.mag_missen(app.wall.now()) {
        // Who floods fills no trail.
        return Fout::later("te_vaak", wait.as_secs() + 1);
    }
    for gemeente in app.bronnen.gemeenten() {
        let at = app.clock.now();
        let row = AuditRow {
            rol: Some(Rol::Signaalbron.word().to_owned()),
            ..AuditRow::new(at, INKOMEND_HANDELING, "POST /api/v1/signalen/inkomend")
        };
        let row = row.met_code(Some("signaal.sleutel"));
        // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
        drop(app.tafel.audit(gemeente, vec![row]).await);
    }
    Fout::new("signaal.sleutel").opgeschreven()
}

fn ontvangen(gezien: bool, inzending: InzendingId, kenmerk: Option<String>) -> Response {
    let status = if gezien { StatusCode::CREATED } else { StatusCode::ACCEPTED };
    (status, Json(Ontvangen { inzending, kenmerk })).into_response()
}

/// A signaal, with the way to whom it is about.
#[derive(Serialize, ToSchema)]
pub(crate) struct SignaalOpen {
    /// As far as one may look.
    #[serde(flatten)]
    signaal: SignaalAntwoord,
    /// Where the person lives whom it is about, when the reader may open that.
    #[serde(skip_serializing_if = "Option::is_none")]
    huishouden: Option<HuishoudenId>,
}

/// A signaal, as far as one may look.
#[utoipa::path(get, path = "/api/v1/signalen/{id}", tag = "signalen", params(("id" = SignaalId, Path)),
    responses((status = 200, body = SignaalOpen),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn signaal(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
) -> Result<Response, Fout> {
    let signaal = app.tafel.signaal(&ingelogd.wie, SignaalId(id)).await?.ok_or_else(Fout::niet_gevonden)?;
    let versie = match &signaal {
        SignaalAntwoord::Schrijven(wat) => Some(wat.versie),
        SignaalAntwoord::Dat(_) => None,
    };
    let huishouden = app.tafel.huis_bij_signaal(&ingelogd.wie, &signaal);
    let open = SignaalOpen { signaal, huishouden };
    Ok(versie.map_or_else(|| Json(&open).into_response(), |versie| with_etag(versie, &open)))
}

/// Says who it is about.
#[utoipa::path(post, operation_id = "signaal_persoon", path = "/api/v1/signalen/{id}/persoon", tag = "signalen",
    request_body = Persoonaanwijzing,
    params(("id" = SignaalId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn persoon(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Persoonaanwijzing { persoon }): Lichaam<Persoonaanwijzing>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::WijsPersoonAan { signaal: SignaalId(id), persoon };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Says what was done with it.
#[utoipa::path(post, path = "/api/v1/signalen/{id}/afhandelen", tag = "signalen",
    request_body = SignaalAfhandeling,
    params(("id" = SignaalId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn afhandelen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(SignaalAfhandeling { afhandeling }): Lichaam<SignaalAfhandeling>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HandelSignaalAf { signaal: SignaalId(id), afhandeling };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Takes up again what was handled, for a reason.
#[utoipa::path(post, operation_id = "signaal_heropenen", path = "/api/v1/signalen/{id}/heropenen", tag = "signalen",
    request_body = Signaalheropening,
    params(("id" = SignaalId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 200, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn heropenen(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Signaalheropening { reden }): Lichaam<Signaalheropening>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::HeropenSignaal { signaal: SignaalId(id), reden };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Nee).await
}

/// Makes a groep and begins its plan because of it, in one action.
#[utoipa::path(post, path = "/api/v1/signalen/{id}/groepstraject", tag = "signalen",
    request_body = Groepstraject,
    params(("id" = SignaalId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header)),
    responses((status = 201, body = Uitgevoerd), (status = 202, body = Uitgevoerd),
        (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub(super) async fn groepstraject(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    PadId(id): PadId,
    headers: HeaderMap,
    Lichaam(Groepstraject { leden, waarom }): Lichaam<Groepstraject>,
) -> Result<Response, Fout> {
    let opdracht = Opdracht::StartGroepstraject { signaal: SignaalId(id), leden, waarom };
    voer_uit(&app, &ingelogd, &headers, opdracht, Nieuw::Onder("/api/v1/plannen")).await
}

fn filter(vraag: SignalenVraag) -> Result<SignalenFilter, Fout> {
    let wrong = |veld| move || Fout::veld("invoer.vraag_ongeldig", veld);
    let SignalenVraag { soort, plaats, van, tot, bron, stand, na, aantal } = vraag;
    let soort = soort.map(|text| word(&text).ok_or_else(wrong("soort")));
    let bron = bron.map(|text| word(&text).ok_or_else(wrong("bron")));
    let day =
        |veld, text: Option<String>| text.map(|text| text.parse().map_err(|_| wrong(veld)())).transpose();
    let na = na.map(|text| path_id(&text).map(SignaalId).ok_or_else(wrong("na")));
    let plaats = plaats.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    Ok(SignalenFilter {
        soort: soort.transpose()?,
        plaats,
        van: day("van", van)?,
        tot: day("tot", tot)?,
        bron: bron.transpose()?,
        stand: match stand.as_deref() {
            None | Some("open") => Signaalstand::Open,
            Some("afgehandeld") => Signaalstand::Afgehandeld,
            Some("alle") => Signaalstand::Alle,
            Some(_) => return Err(wrong("stand")()),
        },
        na: na.transpose()?,
        aantal: aantal.map_or(Ok(PAGE_ROWS_MAX), |text| super::pagina::aantal(Some(&text)))?,
    })
}

fn word<T: serde::de::DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::from(text)).ok()
}
