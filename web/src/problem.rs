//! A refusal as it leaves over HTTP: RFC 9457, with the text from the catalogue.

use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use keukentafel::protocol::problem::{Problem, Veldfout};
use keukentafel_actors::weigering::{Eerder, Weigering};

use crate::json::JsonFout;
use crate::session::SessieFout;
use crate::teksten::tekst;

/// Why a request is not done.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Fout {
    code: &'static str,
    velden: Box<[(String, &'static str)]>,
    versie: Option<u64>,
    /// With a conflict: on which version it was asked.
    verwacht: Option<u64>,
    /// With a conflict: who was first.
    eerder: Option<Box<Eerder>>,
    /// The one that is there already.
    naar: Option<uuid::Uuid>,
    /// Whose it is, as far as the asker may know that.
    van: Box<[String]>,
    /// Seconds after which it makes sense to try again.
    later: Option<u32>,
    /// The actors have put it in the trail.
    in_trail: bool,
}

/// Stands in the extensions of an answer that refuses, so that the trail can hold it.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Geweigerd {
    pub(crate) code: &'static str,
    /// It is there already.
    pub(crate) in_trail: bool,
}

impl Fout {
    /// With this code.
    pub(crate) fn new(code: &'static str) -> Self {
        let later = matches!(tekst(code).status, 503).then_some(2);
        Self {
            code,
            velden: Box::default(),
            versie: None,
            verwacht: None,
            eerder: None,
            naar: None,
            van: Box::default(),
            later,
            in_trail: false,
        }
    }

    /// What one may not see does not exist. The actors have looked, and written down that somebody asked.
    pub(crate) fn niet_gevonden() -> Self {
        Self { in_trail: true, ..Self::new("niet_gevonden") }
    }

    /// There is no such address; the answer is the same.
    pub(crate) fn geen_adres() -> Self {
        Self::new("niet_gevonden")
    }

    /// Because of this field.
    pub(crate) fn veld(code: &'static str, veld: &str) -> Self {
        Self { velden: Box::new([(veld.to_owned(), code)]), ..Self::new(code) }
    }

    /// Too often; come back after so many seconds.
    pub(crate) fn later(code: &'static str, seconds: u64) -> Self {
        Self { later: Some(u32::try_from(seconds.max(1)).unwrap_or(u32::MAX)), ..Self::new(code) }
    }

    /// It was asked on this version; who learns of another one is told both.
    pub(crate) fn op_versie(self, verwacht: Option<u64>) -> Self {
        Self { verwacht: self.versie.and(verwacht), ..self }
    }

    /// The stable code.
    pub(crate) fn code(&self) -> &'static str {
        self.code
    }

    /// With a conflict: the present version.
    pub(crate) fn versie(&self) -> Option<u64> {
        self.versie
    }

    /// With a conflict: who was first, when, and what they did.
    pub(crate) fn eerder(&self) -> Option<&Eerder> {
        self.eerder.as_deref()
    }
    /// It is in the trail by now.
    pub(crate) fn opgeschreven(self) -> Self {
        Self { in_trail: true, ..self }
    }

    /// Whether it is in the trail by now.
    pub(crate) fn in_trail(&self) -> bool {
        self.in_trail
    }

    /// The one that is there already, when the asker may see it.
    pub(crate) fn verwijst_naar(&self) -> Option<uuid::Uuid> {
        self.naar
    }

    /// Who are named in the refusal: whose it is, or to whom it went just before.
    pub(crate) fn namen(&self) -> Vec<String> {
        self.eerder().map_or_else(|| self.van.to_vec(), |eerder| eerder.namen.clone())
    }

    /// What to do next, with whose it is where that is why.
    pub(crate) fn uitleg(&self) -> String {
        let uitleg = tekst(self.code).uitleg;
        match self.van.split_last() {
            None => uitleg.to_owned(),
            Some((only, [])) => format!("{uitleg} Nu werkt hieraan: {only}."),
            Some((last, rest)) => format!("{uitleg} Nu werken hieraan: {} en {last}.", rest.join(", ")),
        }
    }

    fn problem(&self) -> Problem {
        let tekst = tekst(self.code);
        let velden = self.velden.iter().map(|(veld, code)| Veldfout {
            veld: veld.clone(),
            code: (*code).to_owned(),
            uitleg: crate::teksten::tekst(code).uitleg.to_owned(),
        });
        Problem {
            r#type: format!("urn:keukentafel:fout:{}", self.code),
            title: tekst.titel.to_owned(),
            status: tekst.status,
            detail: self.uitleg(),
            code: self.code.to_owned(),
            bewaard: tekst.bewaard,
            velden: velden.collect(),
            versie: self.versie,
            verwacht: self.verwacht,
            door: self.eerder().and_then(|eerder| eerder.door.clone()),
            at: self.eerder().map(|eerder| eerder.at),
            soort: self.eerder().map(|eerder| eerder.soort.clone()),
            namen: self.namen(),
            verwijst_naar: self.naar,
            ga_naar: ga_naar(self.code).map(str::to_owned),
        }
    }
}

/// The page where what is missing can be done.
fn ga_naar(code: &str) -> Option<&'static str> {
    match code {
        "sessie.geen" => Some("/inloggen"),
        "sessie.rol_kiezen" => Some("/rol"),
        "sessie.stap_op" => Some("/stap-op"),
        _ => None,
    }
}

impl From<Weigering> for Fout {
    fn from(weigering: Weigering) -> Self {
        // Verdicts are in the trail by then. That there was no room or no answer is none: the edge writes that down.
        let verdict = matches!(
            weigering,
            Weigering::Geweigerd { .. }
                | Weigering::Verwezen { .. }
                | Weigering::VanIemand { .. }
                | Weigering::Velden(_)
                | Weigering::Conflict { .. }
        );
        let fout = Self { in_trail: verdict, ..Self::new(weigering.code()) };
        match weigering {
            Weigering::Conflict { versie, eerder } => Self { versie: Some(versie), eerder, ..fout },
            Weigering::Verwezen { naar, .. } => Self { naar, ..fout },
            Weigering::VanIemand { namen, .. } => Self { van: namen.into(), ..fout },
            Weigering::Velden(velden) => {
                let velden = velden.into_iter().map(|(veld, code)| (veld.to_owned(), code)).collect();
                Self { velden, ..fout }
            }
            Weigering::Geweigerd { .. }
            | Weigering::Bezig
            | Weigering::GeenZicht
            | Weigering::AlOntvangen
            | Weigering::OpslagVol
            | Weigering::Onbekend => fout,
        }
    }
}

impl From<SessieFout> for Fout {
    fn from(fout: SessieFout) -> Self {
        match fout {
            SessieFout::Vol => Self::new("server.bezig"),
            SessieFout::GeenZicht => Self::new("server.geen_zicht"),
            SessieFout::Bestand(_) | SessieFout::Tabel(_) => {
                tracing::error!(%fout, "a session could not be kept: {fout}");
                Self::new("opslag.vol")
            }
        }
    }
}

impl From<JsonFout> for Fout {
    fn from(fout: JsonFout) -> Self {
        match &fout.veld {
            Some(veld) => Self::veld(fout.code, veld),
            None => Self::new(fout.code),
        }
    }
}

impl IntoResponse for Fout {
    fn into_response(self) -> Response {
        let problem = self.problem();
        let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static("nl"));
        if let Some(seconds) = self.later {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if let Some(versie) = self.versie
            && let Ok(etag) = HeaderValue::from_str(&format!("\"{versie}\""))
        {
            headers.insert(header::ETAG, etag);
        }
        if matches!(status, StatusCode::PAYLOAD_TOO_LARGE | StatusCode::REQUEST_TIMEOUT) {
            // What is still under way belongs to nobody: the connection cannot be used again.
            headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
        }
        response.extensions_mut().insert(Geweigerd { code: self.code, in_trail: self.in_trail });
        response
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_it_is_stands_in_the_refusal_as_far_as_it_may() {
        let detail = |namen: &[&str]| {
            let namen = namen.iter().map(|naam| (*naam).to_owned()).collect();
            Fout::from(Weigering::VanIemand { code: "zaak.al_toegewezen", namen }).problem().detail
        };
        assert!(detail(&["Kevin"]).ends_with("Nu werkt hieraan: Kevin."));
        assert!(detail(&["Kevin", "Emma", "Emil"]).ends_with("Nu werken hieraan: Kevin, Emma en Emil."));
        assert!(!detail(&[]).contains("hieraan:"));
    }

    #[test]
    fn a_conflict_tells_the_present_version_and_a_wait_its_seconds() {
        let eerder = Eerder {
            soort: "ZaakToegewezen".into(),
            at: keukentafel::clock::Moment::from_micros(0),
            door: None,
            namen: vec!["Emma".into()],
        };
        let conflict = Weigering::Conflict { versie: 58, eerder: Some(Box::new(eerder)) };
        let conflict = Fout::from(conflict).op_versie(Some(57));
        let told = serde_json::to_value(conflict.problem()).unwrap();
        assert_eq!((&told["versie"], &told["at"]), (&58.into(), &"1970-01-01T00:00:00Z".into()));
        assert_eq!((&told["namen"], &told["verwacht"]), (&serde_json::json!(["Emma"]), &57.into()));
        let conflict = conflict.into_response();
        assert_eq!(conflict.status(), 409);
        assert_eq!(conflict.headers()[header::ETAG], "\"58\"");
        let busy = Fout::from(Weigering::Bezig).into_response();
        assert_eq!(
            (busy.status().as_u16(), &busy.headers()[header::RETRY_AFTER]),
            (503, &HeaderValue::from(2))
        );
        assert_eq!(Fout::from(Weigering::Bezig).op_versie(Some(57)).verwacht, None);
        assert_eq!(Fout::later("te_vaak", 0).into_response().headers()[header::RETRY_AFTER], "1");
    }
}
