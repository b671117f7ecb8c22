//! The addresses that a browser visits on its way in. Each answers with a redirect: to the provider, into the house, or back to the page that
//! says why not. What comes back stands in the address once and is written nowhere.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::medewerker::Medewerker;
use keukentafel::protocol::view::Deur;
use keukentafel_actors::tafel::Aanmelding;
use keukentafel_koppelingen::oidc::{Bevestigd, Geheimen, Provider, Vertegenwoordigt, Vraag};
use serde::Deserialize;

use super::koekje::{self, Onderweg};
use super::{Deuren, terug, word};
use crate::app::{App, Door};
use crate::auth::Ingelogd;
use crate::inloggen::{GEEN_SPOOR, start};
use crate::problem::Fout;
use crate::session::Binnenkomst;

/// What a page of ours asks.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Begin {
    terug: Option<String>,
}

/// What a provider sends a browser back with. No `Debug`: the code is in it.
#[derive(Default, Deserialize)]
pub(super) struct Antwoord {
    code: Option<String>,
    state: Option<String>,
    iss: Option<String>,
    error: Option<String>,
}

/// `GET /inloggen/medewerker`.
pub(super) async fn medewerker(
    State(app): State<Arc<App>>,
    Query(begin): Query<Begin>,
) -> Result<Response, Fout> {
    naar_provider(&app, Deur::Medewerker, begin, None).await
}

/// `GET /inloggen/inwoner`.
pub(super) async fn inwoner(
    State(app): State<Arc<App>>,
    Query(begin): Query<Begin>,
) -> Result<Response, Fout> {
    naar_provider(&app, Deur::Inwoner, begin, None).await
}

/// `GET /inloggen/stap-op`: a fresh proof of who one is, at the door where one came in.
pub(super) async fn stap_op(
    State(app): State<Arc<App>>,
    ingelogd: Ingelogd,
    Query(begin): Query<Begin>,
) -> Result<Response, Fout> {
    naar_provider(&app, ingelogd.session.deur, begin, Some(&ingelogd)).await
}

/// `GET /inloggen/medewerker/terug`.
pub(super) async fn medewerker_terug(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Query(antwoord): Query<Antwoord>,
) -> Result<Response, Fout> {
    van_provider(&app, Deur::Medewerker, &headers, antwoord).await
}

/// `GET /inloggen/inwoner/terug`.
pub(super) async fn inwoner_terug(
    State(app): State<Arc<App>>,
    headers: HeaderMap,
    Query(antwoord): Query<Antwoord>,
) -> Result<Response, Fout> {
    van_provider(&app, Deur::Inwoner, &headers, antwoord).await
}

fn door_of(app: &App, deur: Deur) -> Result<(&Deuren, &Provider), Fout> {
    let deuren = app.deuren.as_ref().ok_or_else(Fout::geen_adres)?;
    Ok((deuren, deuren.provider(deur).ok_or_else(Fout::geen_adres)?))
}

async fn naar_provider(
    app: &Arc<App>,
    deur: Deur,
    begin: Begin,
    opnieuw: Option<&Ingelogd>,
) -> Result<Response, Fout> {
    let (deuren, provider) = door_of(app, deur)?;
    let terug = begin.terug.and_then(|text| terug::pagina(&text, deur));
    let now = app.wall.now();
    let onderweg = Onderweg::new(deur, terug, opnieuw.map(|who| who.session.id), now, &*app.rng);
    let vraag = vraag(&onderweg);
    match provider.begin(&onderweg.geheimen(), vraag).await {
        Ok(address) => {
            let cookie = deuren.zegel.set(&onderweg, &*app.rng).ok_or_else(|| Fout::new("server.fout"))?;
            Ok(naar(&address, [Some(cookie), None]))
        }
        Err(fout) => Ok(geweigerd(app, deuren, &Wie::onbekend(deur, Some(&onderweg)), fout.code()).await),
    }
}

fn vraag(onderweg: &Onderweg) -> Vraag {
    match onderweg.stap_op {
        None => Vraag::Inloggen,
        Some(_) => Vraag::StapOp { sinds: onderweg.begonnen_op },
    }
}

async fn van_provider(
    app: &Arc<App>,
    deur: Deur,
    headers: &HeaderMap,
    antwoord: Antwoord,
) -> Result<Response, Fout> {
    let (deuren, provider) = door_of(app, deur)?;
    let onderweg = deuren.zegel.open(headers, app.wall.now()).filter(|onderweg| onderweg.deur == deur);
    let Some(onderweg) = onderweg else {
        return Ok(geweigerd(app, deuren, &Wie::onbekend(deur, None), "inloggen.verlopen").await);
    };
    let believed = match code_of(&onderweg, provider, antwoord) {
        Ok(code) => bevestigd(provider, &code, &onderweg.geheimen(), vraag(&onderweg)).await,
        Err(code) => Err(code),
    };
    let aanmelding = believed.and_then(|who| {
        let binnenkomst = deuren.binnenkomst(&who, deur, app.wall.now(), &*app.rng);
        aanmelding(deuren, deur, who).map(|aanmelding| (aanmelding, binnenkomst))
    });
    let mut wie = Wie::onbekend(deur, Some(&onderweg));
    let (aanmelding, binnenkomst) = match aanmelding {
        Ok(believed) => believed,
        Err(code) => return Ok(geweigerd(app, deuren, &wie, code).await),
    };
    match app.tafel.meld_aan(deuren.gemeente, &aanmelding).await {
        Ok(who) => binnen(app, deuren, headers, (&who, binnenkomst), &onderweg).await,
        Err(weigering) => {
            // Who had a role until now may have sessions open.
            // What could not be told now is asked again within a second.
            app.end_sessions_without_role().await;
            wie.id = aanmelding.medewerker();
            Ok(geweigerd(app, deuren, &wie, weigering.code()).await)
        }
    }
}

/// The code, when it belongs to the login that this browser began.
fn code_of(onderweg: &Onderweg, provider: &Provider, antwoord: Antwoord) -> Result<String, &'static str> {
    let Antwoord { code, state, iss, error } = antwoord;
    if state.as_deref() != Some(&onderweg.state) {
        return Err("inloggen.verlopen");
    }
    // The answer of one provider that is brought to the door of another (RFC 9207).
    if iss.is_some_and(|iss| iss != provider.issuer()) {
        return Err("inloggen.onjuist");
    }
    match (error.as_deref(), code) {
        (None, Some(code)) => Ok(code),
        (Some("access_denied"), _) => Err("inloggen.afgebroken"),
        (Some(_), _) | (None, None) => Err("inloggen.onjuist"),
    }
}

async fn bevestigd(
    provider: &Provider,
    code: &str,
    geheimen: &Geheimen,
    vraag: Vraag,
) -> Result<Bevestigd, &'static str> {
    let outcome = provider.rond_af(code, geheimen, vraag).await;
    let word = outcome.as_ref().map_or_else(|fout| fout.word(), |_| "bevestigd");
    metrics::counter!("keukentafel_inloggen_total", "uitkomst" => word).increment(1);
    outcome.map_err(|fout| {
        tracing::info!(reden = word, "a login did not hold");
        fout.code()
    })
}

pub(super) fn aanmelding(deuren: &Deuren, deur: Deur, who: Bevestigd) -> Result<Aanmelding, &'static str> {
    match deur {
        Deur::Inwoner => {
            let bsn = who.bsn.and_then(|text| Bsn::parse(&text).ok()).ok_or("inloggen.onjuist")?;
            match who.vertegenwoordigt {
                Vertegenwoordigt::Niemand => Ok(Aanmelding::Inwoner { bsn }),
                Vertegenwoordigt::Inwoner { bsn: voor } => {
                    let voor = Bsn::parse(&voor).map_err(|_| "inloggen.machtiging_onjuist")?;
                    Ok(Aanmelding::Gemachtigde { bsn, voor })
                }
                Vertegenwoordigt::AndereSoort => Err("inloggen.machtiging_soort"),
                Vertegenwoordigt::Onleesbaar => Err("inloggen.machtiging_onjuist"),
            }
        }
        // Who works here does that for the gemeente, and for nobody else.
        Deur::Medewerker | Deur::Demo if who.vertegenwoordigt != Vertegenwoordigt::Niemand => {
            Err("inloggen.machtiging")
        }
        Deur::Medewerker | Deur::Demo => {
            let rollen = deuren.groepen.rollen(&who.groepen);
            let naam = who.naam.ok_or("inloggen.geen_naam")?;
            let naam = naam.split_whitespace().collect::<Vec<_>>().join(" ");
            Ok(Aanmelding::Medewerker { issuer: who.issuer, subject: who.subject, naam, rollen })
        }
    }
}

async fn binnen(
    app: &Arc<App>,
    deuren: &Deuren,
    headers: &HeaderMap,
    (who, binnenkomst): (&Medewerker, Binnenkomst),
    onderweg: &Onderweg,
) -> Result<Response, Fout> {
    let Some(session) = onderweg.stap_op else {
        let begun = app.begin_sessie(headers, who, onderweg.deur, Some(binnenkomst)).await;
        let (cookie, session) = match begun {
            // A browser that comes back from the provider is shown a page, and not a problem in JSON.
            Err(fout) if fout.code() == GEEN_SPOOR => {
                let wie = Wie { id: Some(who.id), ..Wie::onbekend(onderweg.deur, Some(onderweg)) };
                return Ok(geweigerd(app, deuren, &wie, GEEN_SPOOR).await);
            }
            begun => begun?,
        };
        // What could not be told now is asked again within a second.
        app.end_sessions_without_role().await;
        let wanted = onderweg.terug.as_deref().filter(|_| session.rol.is_some());
        return Ok(naar(wanted.unwrap_or_else(|| start(session.rol)), [Some(cookie), Some(koekje::clear())]));
    };
    // The proof counts for the session that asked for it, and only when it is the same person.
    let wie = Wie { id: Some(who.id), ..Wie::onbekend(onderweg.deur, Some(onderweg)) };
    let ours = Ingelogd::from_headers(app, headers).await.ok().filter(|now| now.session.id == session);
    let Some(ours) = ours else {
        return Ok(geweigerd(app, deuren, &wie, "inloggen.verlopen").await);
    };
    if ours.wie.id != who.id {
        return Ok(geweigerd(app, deuren, &wie, "inloggen.andere_persoon").await);
    }
    let cookie = match app.stap_op(who, ours.key, Some(binnenkomst)).await {
        // The session has ended: nothing is gone on with that the trail does not tell of.
        Err(fout) if fout.code() == GEEN_SPOOR => {
            let out = Wie { is_binnen: false, ..wie };
            return Ok(geweigerd(app, deuren, &out, GEEN_SPOOR).await);
        }
        stepped => stepped?,
    };
    let back = onderweg.terug.as_deref().unwrap_or_else(|| start(ours.session.rol));
    Ok(naar(back, [Some(cookie), Some(koekje::clear())]))
}

/// Who is not let in, as far as it is known.
struct Wie {
    id: Option<MedewerkerId>,
    deur: Deur,
    /// They are in already, and did not prove anew who they are.
    is_binnen: bool,
}

impl Wie {
    fn onbekend(deur: Deur, onderweg: Option<&Onderweg>) -> Self {
        Self { id: None, deur, is_binnen: onderweg.is_some_and(|onderweg| onderweg.stap_op.is_some()) }
    }
}

/// Not let in: in the trail, and to the page that says so.
async fn geweigerd(app: &App, deuren: &Deuren, wie: &Wie, code: &'static str) -> Response {
    // Anybody can knock. Who did not even begin a login with a provider fills no trail.
    if wie.id.is_some() || deuren.mag_opschrijven(app.wall.now()) {
        let door = Door { wie: wie.id, ..Door::default() };
        let handeling = if wie.is_binnen { "sessie.stap_op" } else { "sessie.begin" };
        let object = format!("inloggen/{}", word(wie.deur));
        app.audit_door(deuren.gemeente, door, handeling, &object, Some(code)).await;
    }
    // Only our own words: nothing of what the provider said.
    let reason = code.rsplit('.').next().unwrap_or_default();
    let page = if wie.is_binnen { "/stap-op" } else { "/inloggen" };
    naar(&format!("{page}?fout={reason}"), [None, Some(koekje::clear())])
}

fn naar(address: &str, cookies: [Option<HeaderValue>; 2]) -> Response {
    let Ok(location) = HeaderValue::from_str(address) else {
        return Fout::new("server.fout").into_response();
    };
    let mut response = StatusCode::SEE_OTHER.into_response();
    let headers = response.headers_mut();
    headers.insert(header::LOCATION, location);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    for cookie in cookies.into_iter().flatten() {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}
