//! How the providers of identities are set up: by environment (`KEUKENTAFEL_OIDC_*`) or under `[oidc]` in the settings file.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Duration;

use keukentafel::domain::ids::GemeenteId;
use keukentafel::domain::medewerker::Rol;
use keukentafel::domain::rollen::Rollen;
use serde::Deserialize;
use uuid::Uuid;

use crate::koppelingen::Sleutel;
use crate::limits::{NAVRAAG_GEWOON, NAVRAAG_HOOGSTENS};

/// What was given.
#[derive(Clone, Debug, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct OidcSettings {
    /// The municipality for which people come in, a UUID
    #[arg(long, env = "KEUKENTAFEL_GEMEENTE")]
    pub gemeente: Option<Uuid>,
    /// Its name
    #[arg(long, env = "KEUKENTAFEL_GEMEENTE_NAAM")]
    pub gemeente_naam: Option<String>,
    /// Issuer of the provider for who works here, https
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_URL")]
    pub medewerker_url: Option<String>,
    /// What that provider calls us
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_CLIENT")]
    pub medewerker_client: Option<String>,
    /// The secret that we share with it; by environment or file, as arguments can be seen by everybody on the machine
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_GEHEIM", hide_env_values = true)]
    pub medewerker_geheim: Option<Sleutel>,
    /// Or: file with our private key (PKCS #8, PEM, RSA) for private_key_jwt
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_SLEUTEL_BESTAND")]
    pub medewerker_sleutel_bestand: Option<PathBuf>,
    /// How that provider calls the public half of it
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_SLEUTEL_ID")]
    pub medewerker_sleutel_id: Option<String>,
    /// Levels (acr) with which one may come in, the one to ask for first; empty: whatever the provider does
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_ACR", value_delimiter = ',')]
    pub medewerker_acr: Vec<String>,
    /// Levels for a fresh proof of who one is; empty: as for coming in
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_ACR_STAP_OP", value_delimiter = ',')]
    pub medewerker_acr_stap_op: Vec<String>,
    /// Scopes besides openid (default: profile)
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_SCOPES", value_delimiter = ',')]
    pub medewerker_scopes: Vec<String>,
    /// The claim with somebody's groups (default: groups)
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_GROEPEN_CLAIM")]
    pub medewerker_groepen_claim: Option<String>,
    /// The claim with somebody's name (default: name)
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_NAAM_CLAIM")]
    pub medewerker_naam_claim: Option<String>,
    /// Seconds after which that provider is asked again whether somebody still has their roles, where it gave along with what (default: 300)
    #[arg(long, env = "KEUKENTAFEL_OIDC_MEDEWERKER_NAVRAAG_SECONDEN")]
    pub medewerker_navraag_seconden: Option<u64>,
    /// Issuer of the broker for residents, https
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_URL")]
    pub inwoner_url: Option<String>,
    /// What that broker calls us
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_CLIENT")]
    pub inwoner_client: Option<String>,
    /// The secret that we share with it
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_GEHEIM", hide_env_values = true)]
    pub inwoner_geheim: Option<Sleutel>,
    /// Or, as the NL GOV profile asks: file with our private key (PKCS #8, PEM, RSA) for private_key_jwt
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_SLEUTEL_BESTAND")]
    pub inwoner_sleutel_bestand: Option<PathBuf>,
    /// How that broker calls the public half of it
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_SLEUTEL_ID")]
    pub inwoner_sleutel_id: Option<String>,
    /// Levels (acr) with which a resident may come in (default: eIDAS substantial and high)
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_ACR", value_delimiter = ',')]
    pub inwoner_acr: Vec<String>,
    /// Levels for a fresh proof of who one is; empty: as for coming in
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_ACR_STAP_OP", value_delimiter = ',')]
    pub inwoner_acr_stap_op: Vec<String>,
    /// Scopes besides openid (default: none)
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_SCOPES", value_delimiter = ',')]
    pub inwoner_scopes: Vec<String>,
    /// The claim with the BSN, where the subject is not the BSN itself (default: bsn)
    #[arg(long, env = "KEUKENTAFEL_OIDC_INWONER_BSN_CLAIM")]
    pub inwoner_bsn_claim: Option<String>,
    /// What groups come down to, as group=role; more than once for more. A group that is not named gives nothing
    #[arg(long = "oidc-groep", env = "KEUKENTAFEL_OIDC_GROEPEN", value_delimiter = ',')]
    #[serde(skip)]
    pub groep: Vec<String>,
    /// The same in the file: `[oidc.groepen]`, `"group" = "role"`.
    #[arg(skip)]
    pub groepen: BTreeMap<String, Rol>,
}

/// How people come in.
#[derive(Clone, Debug)]
pub struct Identiteitsconfig {
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// Its name.
    pub gemeente_naam: String,
    /// The provider of who works here.
    pub medewerker: Option<ProviderSetting>,
    /// The broker of residents.
    pub inwoner: Option<ProviderSetting>,
    /// What groups come down to.
    pub groepen: BTreeMap<String, Rol>,
    /// How often the provider of who works here is asked again.
    pub navraag: Duration,
}

/// One provider.
#[derive(Clone, Debug)]
pub struct ProviderSetting {
    /// Its issuer.
    pub url: String,
    /// What it calls us.
    pub client: String,
    /// The secret that we share.
    pub geheim: Option<Sleutel>,
    /// Or our private key.
    pub sleutel_bestand: Option<PathBuf>,
    /// How it calls the public half.
    pub sleutel_id: Option<String>,
    /// Levels to come in with.
    pub acr: Vec<String>,
    /// Levels for a fresh proof.
    pub acr_stap_op: Vec<String>,
    /// Scopes besides openid.
    pub scopes: Vec<String>,
    /// The claim with groups.
    pub groepen_claim: String,
    /// The claim with the name.
    pub naam_claim: String,
    /// The claim with the BSN.
    pub bsn_claim: String,
}

/// Why this cannot be how people come in.
#[derive(Debug, thiserror::Error)]
pub enum OidcFout {
    /// Half a provider.
    #[error(
        "instellingen: van KEUKENTAFEL_OIDC_{0}_URL, _CLIENT en _GEHEIM of _SLEUTEL_BESTAND ontbreekt er een, of er staan een geheim en een sleutel"
    )]
    Half(&'static str),
    /// A provider without a municipality.
    #[error("instellingen: bij OIDC horen KEUKENTAFEL_GEMEENTE (een UUID) en KEUKENTAFEL_GEMEENTE_NAAM")]
    Gemeente,
    /// Not `group=role`.
    #[error("instellingen: '{0}' is geen groep=rol, of er is geen rol met die naam")]
    Groep(String),
    /// Asked never, or all the time.
    #[error("instellingen: KEUKENTAFEL_OIDC_MEDEWERKER_NAVRAAG_SECONDEN is 1 tot en met {NAVRAAG_HOOGSTENS}")]
    Navraag,
    /// Staff would all be refused.
    #[error("instellingen: zonder KEUKENTAFEL_OIDC_GROEPEN komt geen medewerker binnen")]
    GeenGroepen,
}

/// The levels of DigiD with which benefits and care may be seen (standards: at least substantieel).
const SUBSTANTIEEL_EN_HOOG: [&str; 2] =
    ["http://eidas.europa.eu/LoA/substantial", "http://eidas.europa.eu/LoA/high"];

impl OidcSettings {
    /// What holds, with `below` where nothing was given here; `None` when no provider was set up at all.
    ///
    /// # Errors
    /// [`OidcFout`] when it is half, or lets nobody in.
    pub(crate) fn over(self, below: Self) -> Result<Option<Identiteitsconfig>, OidcFout> {
        let text =
            |ours: Option<String>, theirs: Option<String>| ours.or(theirs).filter(|text| !text.is_empty());
        let list = |ours: Vec<String>, theirs: Vec<String>| {
            let all = if ours.iter().any(|one| !one.is_empty()) { ours } else { theirs };
            all.into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>()
        };
        let or = |given: Vec<String>, otherwise: &[String]| {
            if given.is_empty() { otherwise.to_vec() } else { given }
        };
        let acr = list(self.medewerker_acr, below.medewerker_acr);
        let medewerker = Given {
            naam: "MEDEWERKER",
            url: text(self.medewerker_url, below.medewerker_url),
            client: text(self.medewerker_client, below.medewerker_client),
            geheim: self.medewerker_geheim.or(below.medewerker_geheim),
            sleutel_bestand: self.medewerker_sleutel_bestand.or(below.medewerker_sleutel_bestand),
            sleutel_id: text(self.medewerker_sleutel_id, below.medewerker_sleutel_id),
            acr_stap_op: or(list(self.medewerker_acr_stap_op, below.medewerker_acr_stap_op), &acr),
            acr,
            scopes: or(list(self.medewerker_scopes, below.medewerker_scopes), &["profile".to_owned()]),
            groepen_claim: text(self.medewerker_groepen_claim, below.medewerker_groepen_claim),
            naam_claim: text(self.medewerker_naam_claim, below.medewerker_naam_claim),
            bsn_claim: None,
        }
        .whole()?;
        let acr = or(list(self.inwoner_acr, below.inwoner_acr), &SUBSTANTIEEL_EN_HOOG.map(str::to_owned));
        let inwoner = Given {
            naam: "INWONER",
            url: text(self.inwoner_url, below.inwoner_url),
            client: text(self.inwoner_client, below.inwoner_client),
            geheim: self.inwoner_geheim.or(below.inwoner_geheim),
            sleutel_bestand: self.inwoner_sleutel_bestand.or(below.inwoner_sleutel_bestand),
            sleutel_id: text(self.inwoner_sleutel_id, below.inwoner_sleutel_id),
            acr_stap_op: or(list(self.inwoner_acr_stap_op, below.inwoner_acr_stap_op), &acr),
            acr,
            scopes: list(self.inwoner_scopes, below.inwoner_scopes),
            groepen_claim: None,
            naam_claim: None,
            bsn_claim: text(self.inwoner_bsn_claim, below.inwoner_bsn_claim),
        }
        .whole()?;
        let given = self.groep.into_iter().filter(|one| !one.is_empty()).map(groep);
        let given: BTreeMap<_, _> = given.collect::<Result<_, _>>()?;
        let groepen = if given.is_empty() { below.groepen } else { given };
        if medewerker.is_none() && inwoner.is_none() {
            return Ok(None);
        }
        let nobody = |rol: &Rol| Rollen::een(*rol).is_err() || *rol == Rol::Inwoner;
        if let Some((groep, _)) = groepen.iter().find(|(_, rol)| nobody(rol)) {
            return Err(OidcFout::Groep(groep.clone()));
        }
        if medewerker.is_some() && groepen.is_empty() {
            return Err(OidcFout::GeenGroepen);
        }
        let gemeente = self.gemeente.or(below.gemeente).ok_or(OidcFout::Gemeente)?.into();
        let gemeente_naam = text(self.gemeente_naam, below.gemeente_naam).ok_or(OidcFout::Gemeente)?;
        let navraag = navraag(self.medewerker_navraag_seconden.or(below.medewerker_navraag_seconden))?;
        Ok(Some(Identiteitsconfig { gemeente, gemeente_naam, medewerker, inwoner, groepen, navraag }))
    }
}

fn navraag(given: Option<u64>) -> Result<Duration, OidcFout> {
    let seconds = given.unwrap_or(NAVRAAG_GEWOON);
    let may = (1..=NAVRAAG_HOOGSTENS).contains(&seconds);
    may.then(|| Duration::from_secs(seconds)).ok_or(OidcFout::Navraag)
}

fn groep(text: String) -> Result<(String, Rol), OidcFout> {
    let found = text.rsplit_once('=').and_then(|(groep, word)| {
        let rol = Rol::ALLE.into_iter().find(|rol| rol.word() == word.trim())?;
        Some((groep.trim().to_owned(), rol))
    });
    found.filter(|(groep, _)| !groep.is_empty()).ok_or(OidcFout::Groep(text))
}

/// One provider, as far as it was given.
struct Given {
    naam: &'static str,
    url: Option<String>,
    client: Option<String>,
    geheim: Option<Sleutel>,
    sleutel_bestand: Option<PathBuf>,
    sleutel_id: Option<String>,
    acr: Vec<String>,
    acr_stap_op: Vec<String>,
    scopes: Vec<String>,
    groepen_claim: Option<String>,
    naam_claim: Option<String>,
    bsn_claim: Option<String>,
}

impl Given {
    /// All of it or nothing: half of it would look as if it were set up.
    fn whole(self) -> Result<Option<ProviderSetting>, OidcFout> {
        let proofs = usize::from(self.geheim.is_some()) + usize::from(self.sleutel_bestand.is_some());
        match (self.url, self.client, proofs) {
            (None, None, 0) => Ok(None),
            (Some(url), Some(client), 1) => Ok(Some(ProviderSetting {
                url,
                client,
                geheim: self.geheim,
                sleutel_bestand: self.sleutel_bestand,
                sleutel_id: self.sleutel_id,
                acr: self.acr,
                acr_stap_op: self.acr_stap_op,
                scopes: self.scopes,
                groepen_claim: self.groepen_claim.unwrap_or_else(|| "groups".to_owned()),
                naam_claim: self.naam_claim.unwrap_or_else(|| "name".to_owned()),
                bsn_claim: self.bsn_claim.unwrap_or_else(|| "bsn".to_owned()),
            })),
            (Some(_) | None, Some(_) | None, _) => Err(OidcFout::Half(self.naam)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole() -> OidcSettings {
        OidcSettings {
            gemeente: Some(Uuid::from_u128(1)),
            gemeente_naam: Some("Wiedermeer".into()),
            medewerker_url: Some("https://login.example".into()),
            medewerker_client: Some("kt".into()),
            medewerker_geheim: "zeer-geheim".parse().ok(),
            groep: vec!["GRP-Jeugd=jeugdconsulent".into(), "cn=kcc,ou=x=kcc".into()],
            ..OidcSettings::default()
        }
    }

    #[test]
    fn groups_come_down_to_roles_and_defaults_are_safe() {
        let config = whole().over(OidcSettings::default()).unwrap().unwrap();
        assert_eq!(config.groepen["GRP-Jeugd"], Rol::Jeugdconsulent);
        assert_eq!(config.groepen["cn=kcc,ou=x"], Rol::Kcc);
        assert!(config.medewerker.is_some() && config.inwoner.is_none());
        assert!(!format!("{config:?}").contains("zeer-geheim"));
        let inwoner = OidcSettings {
            inwoner_url: Some("https://broker.example".into()),
            inwoner_client: Some("kt".into()),
            inwoner_sleutel_bestand: Some("/k.pem".into()),
            ..whole()
        };
        let inwoner = inwoner.over(OidcSettings::default()).unwrap().unwrap().inwoner.unwrap();
        assert_eq!(inwoner.acr, SUBSTANTIEEL_EN_HOOG);
        assert_eq!(inwoner.acr_stap_op, inwoner.acr);
    }

    #[test]
    fn half_of_it_is_an_error_that_names_itself() {
        let none = OidcSettings::default();
        assert!(none.clone().over(none.clone()).unwrap().is_none());
        let check = |settings: OidcSettings, then: fn(&OidcFout) -> bool| {
            let error = settings.over(OidcSettings::default()).unwrap_err();
            assert!(then(&error), "{error}");
        };
        check(OidcSettings { medewerker_client: None, ..whole() }, |e| matches!(e, OidcFout::Half(_)));
        check(OidcSettings { medewerker_sleutel_bestand: Some("/k".into()), ..whole() }, |e| {
            matches!(e, OidcFout::Half(_))
        });
        check(OidcSettings { gemeente: None, ..whole() }, |e| matches!(e, OidcFout::Gemeente));
        check(OidcSettings { groep: vec![], ..whole() }, |e| matches!(e, OidcFout::GeenGroepen));
        for wrong in [0, NAVRAAG_HOOGSTENS + 1] {
            let asked = OidcSettings { medewerker_navraag_seconden: Some(wrong), ..whole() };
            check(asked, |e| matches!(e, OidcFout::Navraag));
        }
        for wrong in ["kcc", "=kcc", "x=keizer", "x=systeem", "x=inwoner"] {
            check(OidcSettings { groep: vec![wrong.into()], ..whole() }, |e| matches!(e, OidcFout::Groep(_)));
        }
    }
}
