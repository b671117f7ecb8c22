//! Every address, in one table.

mod acties;
mod antwoord;
mod beleid;
mod beschermd;
mod besluiten;
mod bijdragen;
mod brieven;
mod caseload;
mod concepten;
mod contacten;
mod documenten;
mod eisen;
mod foutpagina;
mod gesprekken;
mod groepen;
mod guard;
pub(crate) mod hint;
mod huishoudens;
mod ik;
mod kinderen;
mod klantcontacten;
mod medewerkers;
mod meekijken;
mod meldingen;
mod nazicht;
pub(crate) mod openapi;
mod ops;
mod pagina;
mod personen;
mod persoon_verder;
mod plannen;
mod rekeningen;
mod sessie;
mod signalen;
mod sporen;
mod statics;
mod taken;
#[cfg(test)]
mod tests;
mod tijdlijn;
mod tijdreis;
mod toekenningen;
mod toestemmingen;
mod weergaven;
mod zaaktypen;
mod zaken;
mod zoek;

use std::sync::Arc;

use axum::Router;
use axum::extract::{FromRequestParts, Path};
use axum::routing::{MethodRouter, get, post};
use http::request::Parts;
use uuid::Uuid;

pub(crate) use antwoord::{is_v7, kop_of};

use crate::app::App;
use crate::problem::Fout;
use crate::{demo, identiteit, ws};

/// One address of the interface, with the methods that it takes.
pub(crate) struct Address {
    pub(crate) path: &'static str,
    /// As in the OpenAPI document, which a test holds against this table.
    #[cfg_attr(not(test), expect(dead_code, reason = "only the test reads it"))]
    pub(crate) methods: &'static [&'static str],
    route: MethodRouter<Arc<App>>,
}

fn address(path: &'static str, methods: &'static [&'static str], route: MethodRouter<Arc<App>>) -> Address {
    Address { path, methods, route }
}

/// The interface that `openapi.json` describes.
pub(crate) fn addresses() -> Vec<Address> {
    const GET: &[&str] = &["get"];
    const POST: &[&str] = &["post"];
    let rekeningen_route = get(rekeningen::lijst).post(rekeningen::nieuw);
    let versies = get(documenten::versies).post(documenten::benoemen);
    let documenten_van_zaak = get(documenten::van_zaak).post(documenten::nieuw);
    let meekijken_in_plan = get(meekijken::lijst).post(meekijken::laat);
    let toestemming_op_zaak = get(toestemmingen::mogelijk).post(toestemmingen::vragen);
    let berichtweg_van_persoon = get(brieven::berichtweg).post(brieven::kies_berichtweg);
    let concept_van_mij = get(concepten::concept).put(concepten::bewaar).delete(concepten::weg);
    let weergaven_van_mij = get(weergaven::weergaven).put(weergaven::bewaar);
    let besluit_van_zaak = get(besluiten::besluit).post(besluiten::voorstellen);
    vec![
        address("/api/v1/ik", GET, get(ik::ik)),
        address("/api/v1/inloggen", GET, get(ik::ingangen)),
        address("/api/v1/uitloggen", POST, post(ik::uitloggen)),
        address("/api/v1/sessie/rol", &["get", "post"], get(sessie::rollen).post(sessie::kies_rol)),
        address("/api/v1/sessies", GET, get(sessie::lijst)),
        address("/api/v1/sessies/{id}/beeindigen", POST, post(sessie::beeindig)),
        address("/api/v1/sessies/beeindig-andere", POST, post(sessie::beeindig_andere)),
        address("/api/v1/medewerkers", GET, get(medewerkers::lijst)),
        address("/api/v1/medewerkers/{id}/afwezig", POST, post(medewerkers::afwezig)),
        address("/api/v1/medewerkers/{id}/terug", POST, post(medewerkers::terug)),
        address("/api/v1/caseload", GET, get(caseload::caseload)),
        address("/api/v1/caseload/medewerkers/{id}", GET, get(caseload::medewerker)),
        address("/api/v1/zaaktypen", GET, get(zaaktypen::lijst)),
        address("/api/v1/zoek", POST, post(zoek::zoek)),
        address("/api/v1/personen/zoek", POST, post(personen::zoek)),
        address("/api/v1/personen", POST, post(personen::registreer)),
        address("/api/v1/personen/{id}", GET, get(personen::persoon)),
        address("/api/v1/personen/{id}/contact", POST, post(personen::contact)),
        address("/api/v1/personen/{id}/berichtweg", &["get", "post"], berichtweg_van_persoon),
        address("/api/v1/personen/onbekend", POST, post(persoon_verder::onbekend)),
        address("/api/v1/personen/uit-brp", POST, post(persoon_verder::uit_brp)),
        address("/api/v1/personen/{id}/uit-brp", POST, post(persoon_verder::opnieuw_uit_brp)),
        address("/api/v1/personen/{id}/identiteit", POST, post(persoon_verder::identiteit)),
        address("/api/v1/personen/{id}/gezag", POST, post(persoon_verder::gezag)),
        address("/api/v1/personen/{id}/gezag/einde", POST, post(persoon_verder::gezag_einde)),
        address("/api/v1/personen/{id}/gezag/herroeping", POST, post(persoon_verder::gezag_herroeping)),
        address("/api/v1/personen/{id}/adres", GET, get(persoon_verder::adres)),
        address("/api/v1/personen/{id}/huishouden", GET, get(huishoudens::van_persoon)),
        address("/api/v1/personen/{id}/huishouden/voorstel", GET, get(huishoudens::voorstel)),
        address("/api/v1/huishoudens", POST, post(huishoudens::nieuw)),
        address("/api/v1/huishoudens/{id}", GET, get(huishoudens::huishouden)),
        address("/api/v1/huishoudens/{id}/leden", POST, post(huishoudens::lid)),
        address("/api/v1/huishoudens/{id}/vertrek", POST, post(huishoudens::vertrek)),
        address("/api/v1/huishoudens/{id}/verblijf", POST, post(huishoudens::verblijf)),
        address("/api/v1/huishoudens/{id}/verblijf/herroeping", POST, post(huishoudens::verblijf_herroeping)),
        address("/api/v1/contacten", POST, post(contacten::nieuw)),
        address("/api/v1/contacten/{id}", GET, get(contacten::contact)),
        address("/api/v1/contacten/{id}/aanvullingen", POST, post(contacten::aanvullen)),
        address("/api/v1/concepten/{soort}", &["get", "put", "delete"], concept_van_mij),
        address("/api/v1/mijn/weergaven", &["get", "put"], weergaven_van_mij),
        address("/api/v1/zaken", GET, get(zaken::lijst)),
        address("/api/v1/zaken/{id}", GET, get(zaken::zaak)),
        address("/api/v1/zaken/{id}/toewijzen", POST, post(zaken::toewijzen)),
        address("/api/v1/zaken/{id}/neem", POST, post(zaken::neem)),
        address("/api/v1/zaken/{id}/vrijgeven", POST, post(zaken::vrijgeven)),
        address("/api/v1/zaken/{id}/in-behandeling", POST, post(zaken::in_behandeling)),
        address("/api/v1/zaken/{id}/gezien", POST, post(zaken::gezien)),
        address("/api/v1/werkvoorraad/nieuw", GET, get(zaken::nieuw)),
        address("/api/v1/zaken/{id}/klantcontacten", POST, post(klantcontacten::noteer)),
        address("/api/v1/zaken/{id}/klantcontacten/doorgeven", POST, post(klantcontacten::geef_door)),
        address("/api/v1/zaken/{id}/taken", POST, post(taken::nieuw)),
        address("/api/v1/zaken/{id}/taken/gedaan", POST, post(taken::gedaan)),
        address("/api/v1/zaken/{id}/taken/heropenen", POST, post(taken::heropenen)),
        address("/api/v1/zaken/{id}/taken/toewijzen", POST, post(taken::toewijzen)),
        address("/api/v1/zaken/{id}/taken/vervallen", POST, post(taken::vervallen)),
        address("/api/v1/taken", GET, get(taken::lijst)),
        address("/api/v1/zaken/{id}/brieven", GET, get(brieven::lijst)),
        address("/api/v1/zaken/{id}/brieven/{brief}", GET, get(brieven::pdf)),
        address("/api/v1/zaken/{id}/brieven/{brief}/html", GET, get(brieven::html)),
        address("/api/v1/zaken/{id}/brieven/{brief}/gepost", POST, post(brieven::gepost)),
        address("/api/v1/zaken/{id}/documenten", &["get", "post"], documenten_van_zaak),
        address("/api/v1/zaken/{id}/besluit", &["get", "post"], besluit_van_zaak),
        address("/api/v1/zaken/{id}/besluit/wijzigen", POST, post(besluiten::wijzigen)),
        address("/api/v1/zaken/{id}/besluit/accorderen", POST, post(besluiten::accorderen)),
        address("/api/v1/zaken/{id}/besluit/afwijzen", POST, post(besluiten::afwijzen)),
        address("/api/v1/zaken/{id}/besluit/intrekken", POST, post(besluiten::intrekken)),
        address("/api/v1/zaken/{id}/besluit/nemen", POST, post(besluiten::nemen)),
        address("/api/v1/zaken/{id}/tijdreis", GET, get(tijdreis::tijdreis)),
        address("/api/v1/meldingen", POST, post(meldingen::nieuw)),
        address("/api/v1/documenten/{id}", GET, get(documenten::document)),
        address("/api/v1/documenten/{id}/tekst", GET, get(documenten::tekst)),
        address("/api/v1/documenten/{id}/kantlijn", GET, get(documenten::kantlijn)),
        address("/api/v1/documenten/{id}/opmerkingen", POST, post(documenten::opmerking)),
        address("/api/v1/documenten/{id}/opmerkingen/beantwoorden", POST, post(documenten::beantwoorden)),
        address("/api/v1/documenten/{id}/opmerkingen/afhandelen", POST, post(documenten::afhandelen)),
        address("/api/v1/documenten/{id}/opmerkingen/heropenen", POST, post(documenten::heropenen)),
        address("/api/v1/documenten/{id}/opmerkingen/gelezen", POST, post(documenten::gelezen)),
        address("/api/v1/documenten/{id}/versies", &["get", "post"], versies),
        address("/api/v1/documenten/{id}/versie", GET, get(documenten::versie)),
        address("/api/v1/gesprekken/{id}", GET, get(gesprekken::gesprek)),
        address("/api/v1/gesprekken/{id}/deelnemers", POST, post(gesprekken::deelnemers)),
        address("/api/v1/gesprekken/{id}/afspraak", POST, post(gesprekken::afspraak)),
        address("/api/v1/gesprekken/{id}/afspraak/afzeggen", POST, post(gesprekken::afzeggen)),
        address("/api/v1/rekeningen", &["get", "post"], rekeningen_route),
        address("/api/v1/rekeningen/{id}", GET, get(rekeningen::rekening)),
        address("/api/v1/rekeningen/{id}/transacties", GET, get(rekeningen::transacties)),
        address(hint::PAD, POST, post(hint::hint)),
        address(identiteit::UITGELOGD, POST, post(identiteit::uitgelogd)),
        address("/api/v1/groepen", POST, post(groepen::vorm)),
        address("/api/v1/groepen/{id}", GET, get(groepen::groep)),
        address("/api/v1/groepen/{id}/participanten", POST, post(groepen::participant)),
        address("/api/v1/groepen/{id}/participanten/verwijderen", POST, post(groepen::participant_weg)),
        address("/api/v1/groepen/{id}/plan", POST, post(groepen::start_plan)),
        address("/api/v1/acties", GET, get(acties::lijst)),
        address("/api/v1/plannen", GET, get(plannen::lijst)),
        address("/api/v1/plannen/{id}", GET, get(plannen::plan)),
        address("/api/v1/plannen/{id}/tijdlijn", GET, get(tijdlijn::tijdlijn)),
        address("/api/v1/plannen/{id}/doelen", POST, post(plannen::doel)),
        address("/api/v1/plannen/{id}/doelen/wijzigen", POST, post(plannen::doel_wijzigen)),
        address("/api/v1/plannen/{id}/doelen/afronden", POST, post(plannen::doel_afronden)),
        address("/api/v1/plannen/{id}/doelen/heropenen", POST, post(plannen::doel_heropenen)),
        address("/api/v1/plannen/{id}/acties", POST, post(plannen::actie)),
        address("/api/v1/plannen/{id}/meekijken", &["get", "post"], meekijken_in_plan),
        address("/api/v1/toekenningen/{id}/stoppen", POST, post(meekijken::stop)),
        address("/api/v1/plannen/{id}/achterhouden", POST, post(plannen::achterhouden)),
        address("/api/v1/plannen/{id}/delen", POST, post(plannen::delen)),
        address("/api/v1/plannen/{id}/acties/gedaan", POST, post(plannen::actie_gedaan)),
        address("/api/v1/plannen/{id}/acties/heropenen", POST, post(plannen::actie_heropenen)),
        address("/api/v1/plannen/{id}/doelen/reageren", POST, post(bijdragen::reageer)),
        address("/api/v1/plannen/{id}/doelreacties/lezen", POST, post(bijdragen::lees)),
        address("/api/v1/plannen/{id}/doelreacties/beantwoorden", POST, post(bijdragen::beantwoord)),
        address("/api/v1/plannen/{id}/acties/melden", POST, post(bijdragen::meld)),
        address("/api/v1/plannen/{id}/acties/nog-niet", POST, post(bijdragen::nog_niet)),
        address("/api/v1/plannen/{id}/acties/doorvragen", POST, post(bijdragen::vraag_door)),
        address("/api/v1/plannen/{id}/zaken", POST, post(plannen::zaak)),
        address("/api/v1/plannen/{id}/zaken/loskoppelen", POST, post(plannen::zaak_los)),
        address("/api/v1/plannen/{id}/regisseurs", POST, post(plannen::regisseur)),
        address("/api/v1/plannen/{id}/regisseurs/verwijderen", POST, post(plannen::regisseur_weg)),
        address("/api/v1/plannen/{id}/overdragen", POST, post(plannen::overdragen)),
        address("/api/v1/plannen/{id}/regisseur", POST, post(plannen::wijs_aan)),
        address("/api/v1/plannen/{id}/sluiten", POST, post(plannen::sluiten)),
        address("/api/v1/signaalsoorten", GET, get(signalen::soorten)),
        address("/api/v1/signalen", &["get", "post"], get(signalen::lijst).post(signalen::meld)),
        address(signalen::INKOMEND, POST, post(signalen::inkomend)),
        address("/api/v1/signalen/{id}", GET, get(signalen::signaal)),
        address("/api/v1/signalen/{id}/persoon", POST, post(signalen::persoon)),
        address("/api/v1/signalen/{id}/afhandelen", POST, post(signalen::afhandelen)),
        address("/api/v1/signalen/{id}/heropenen", POST, post(signalen::heropenen)),
        address("/api/v1/signalen/{id}/groepstraject", POST, post(signalen::groepstraject)),
        address("/api/v1/beleid", GET, get(beleid::beleid)),
        address("/api/v1/mijn/kinderen", GET, get(kinderen::mijn)),
        address("/api/v1/mijn/plannen", GET, get(plannen::mijn)),
        address("/api/v1/toestemmingen", GET, get(toestemmingen::lijst)),
        address("/api/v1/toestemmingen/{id}/geven", POST, post(toestemmingen::geven)),
        address("/api/v1/toestemmingen/{id}/weigeren", POST, post(toestemmingen::weigeren)),
        address("/api/v1/zaken/{id}/toestemming", &["get", "post"], toestemming_op_zaak),
        address("/api/v1/toekenningen", GET, get(toekenningen::mijn)),
        address("/api/v1/toekenningen/{id}/intrekken", POST, post(toekenningen::intrekken)),
        address("/api/v1/toekenningen/{id}/beoordelen", POST, post(toekenningen::beoordelen)),
        address("/api/v1/glas", GET, get(toekenningen::glazen)),
        address("/api/v1/plannen/{id}/glas", POST, post(toekenningen::glas)),
        address("/api/v1/medewerkers/{id}/vervangers", GET, get(toekenningen::vervangers)),
        address("/api/v1/medewerkers/{id}/vervanger", POST, post(toekenningen::vervanger)),
        address("/api/v1/medewerkers/{id}/werkvoorraad/overdragen", POST, post(toekenningen::overdragen)),
        address("/api/v1/medewerkers/{id}/plannen", GET, get(toekenningen::plannen)),
        address("/api/v1/beschermd", GET, get(beschermd::lijst)),
        address("/api/v1/beschermd/openingen", GET, get(beschermd::openingen)),
        address("/api/v1/beschermd/personen", POST, post(beschermd::personen)),
        address("/api/v1/personen/{id}/bescherming", POST, post(beschermd::bescherm)),
        address("/api/v1/personen/{id}/bescherming/wijzigen", POST, post(beschermd::wijzig)),
        address("/api/v1/personen/{id}/bescherming/opheffen", POST, post(beschermd::hef_op)),
        address("/api/v1/personen/{id}/medewerker", POST, post(nazicht::koppel)),
        address("/api/v1/nazicht", GET, get(nazicht::lijst)),
        address("/api/v1/nazicht/collegas", GET, get(nazicht::collegas)),
        address("/api/v1/nazicht/{id}", GET, get(nazicht::een)),
        address("/api/v1/nazicht/{id}/beoordelen", POST, post(nazicht::beoordelen)),
        address("/api/v1/audit", GET, get(sporen::lijst)),
        address("/api/v1/audit/personen", POST, post(sporen::personen)),
        address("/api/v1/mijn/inzage", GET, get(sporen::mijn_inzage)),
        address("/api/openapi.json", GET, get(openapi::openapi)),
        address("/healthz", GET, get(ops::healthz)),
        address("/readyz", GET, get(ops::readyz)),
        address("/metrics", GET, get(ops::metrics)),
    ]
}

/// Everything, with what holds for every request around it.
pub(crate) fn router(app: Arc<App>) -> Router {
    let mut router = Router::new();
    for Address { path, route, .. } in addresses() {
        router = router.route(path, route);
    }
    router = router.route("/rt", get(ws::open_rt)).route("/yjs/{document}", get(ws::open_yjs));
    if app.deuren.is_some() {
        router = identiteit::routes(router);
    }
    if app.demo.is_some() {
        router = demo::routes(router);
    }
    router = router.fallback(statics::page).method_not_allowed_fallback(|| async { Fout::new("methode") });
    guard::around(router, &app).with_state(app)
}

/// An id in a path. What is not one does not exist.
#[derive(Copy, Clone, Debug)]
pub(crate) struct PadId(pub(crate) Uuid);

impl FromRequestParts<Arc<App>> for PadId {
    type Rejection = Fout;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Fout> {
        let path = Path::<String>::from_request_parts(parts, app).await;
        path.ok().and_then(|Path(text)| path_id(&text)).map(Self).ok_or_else(Fout::geen_adres)
    }
}

/// An id in its one spelling: lower case, with hyphens.
pub(crate) fn path_id(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text).ok().filter(|id| id.to_string() == text)
}
