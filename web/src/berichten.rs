//! Letters and mail as an installation sets them up: who sends, in which colour, and through which mail server.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Context;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::poort::brief::Briefdrukker;
use keukentafel::poort::mail::Mail;
use keukentafel_actors::boek::Medewerkersboek;
use keukentafel_brieven::{Drukker, Huisstijl};
use keukentafel_koppelingen::mail::{MailConfig, MailSmtp};
use serde::Deserialize;
use uuid::Uuid;

use crate::koppelingen::Sleutel;

/// The colour of a municipality that set none: the blue of Dutch government, dark enough on white.
const KLEUR: &str = "#154273";

/// What was given about letters and mail.
#[derive(Clone, Debug, Default, Deserialize, clap::Args)]
#[serde(deny_unknown_fields, default)]
pub struct BerichtSettings {
    /// The mail server: smtps://host:465 (TLS at once) or smtp://host:587 (STARTTLS, which it must have)
    #[arg(long, env = "KEUKENTAFEL_MAIL_URL")]
    pub mail_url: Option<String>,
    /// From which address mail goes, such as geen-antwoord@gemeente.nl
    #[arg(long, env = "KEUKENTAFEL_MAIL_VAN")]
    pub mail_van: Option<String>,
    /// The name with which we log in at the mail server
    #[arg(long, env = "KEUKENTAFEL_MAIL_GEBRUIKER")]
    pub mail_gebruiker: Option<String>,
    /// The password for it
    #[arg(long, env = "KEUKENTAFEL_MAIL_SLEUTEL", hide_env_values = true)]
    pub mail_sleutel: Option<Sleutel>,
    /// Where residents log in, when that is not our own address
    #[arg(long, env = "KEUKENTAFEL_PORTAAL_URL")]
    pub portaal_url: Option<String>,
    /// Who sends letters; only in the file.
    #[arg(skip)]
    pub afzenders: Vec<AfzenderSetting>,
}

/// Who sends letters, as set in the file under `[[berichten.afzenders]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AfzenderSetting {
    /// Which municipality.
    pub gemeente: Uuid,
    /// Its name above a letter.
    pub naam: String,
    /// Where it is and how to reach it, at most four lines.
    #[serde(default)]
    pub regels: Vec<String>,
    /// Its colour, `#rrggbb`.
    #[serde(default)]
    pub kleur: Option<String>,
}

/// Letters and mail as they were set.
#[derive(Clone, Debug, Default)]
pub struct Berichtenconfig {
    mail: Option<Mailserver>,
    portaal: Option<String>,
    afzenders: Vec<AfzenderSetting>,
}

#[derive(Clone, Debug)]
struct Mailserver {
    url: String,
    van: String,
    inlog: Option<(String, Sleutel)>,
}

/// Half of what mail needs, or half of a login.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error(
    "instellingen: voor e-mail zijn KEUKENTAFEL_MAIL_URL en KEUKENTAFEL_MAIL_VAN allebei nodig, en KEUKENTAFEL_MAIL_GEBRUIKER en KEUKENTAFEL_MAIL_SLEUTEL allebei of geen van beide"
)]
pub struct BerichtenFout;

impl BerichtSettings {
    /// These settings on top of those of the file.
    ///
    /// # Errors
    /// [`BerichtenFout`] for half of a setting.
    pub fn over(self, below: Self) -> Result<Berichtenconfig, BerichtenFout> {
        let text = |one: Option<String>, other: Option<String>| one.or(other).filter(|text| !text.is_empty());
        let inlog =
            match (text(self.mail_gebruiker, below.mail_gebruiker), self.mail_sleutel.or(below.mail_sleutel))
            {
                (Some(naam), Some(sleutel)) => Some((naam, sleutel)),
                (None, None) => None,
                (Some(_), None) | (None, Some(_)) => return Err(BerichtenFout),
            };
        let mail = match (text(self.mail_url, below.mail_url), text(self.mail_van, below.mail_van)) {
            (Some(url), Some(van)) => Some(Mailserver { url, van, inlog }),
            (None, None) if inlog.is_none() => None,
            (None, _) | (_, None) => return Err(BerichtenFout),
        };
        let portaal = text(self.portaal_url, below.portaal_url);
        Ok(Berichtenconfig { mail, portaal, afzenders: below.afzenders })
    }
}

impl Berichtenconfig {
    /// Where residents log in; `basis` is our own address.
    fn portaal(&self, basis: &str) -> String {
        self.portaal.clone().unwrap_or_else(|| format!("{}/portaal", basis.trim_end_matches('/')))
    }

    /// Who makes letters, for every municipality that there is.
    ///
    /// # Errors
    /// When a letter would not be readable.
    pub(crate) fn drukker(
        &self,
        boek: &Medewerkersboek,
        telefoon: Option<&str>,
        basis: &str,
    ) -> anyhow::Result<Arc<dyn Briefdrukker>> {
        let portaal = self.portaal(basis);
        let shown = portaal.split_once("://").map_or(portaal.as_str(), |(_, shown)| shown);
        let plain = |naam: &str| Huisstijl {
            naam: format!("Gemeente {naam}"),
            regels: Vec::new(),
            kleur: KLEUR.to_owned(),
            telefoon: telefoon.map(str::to_owned),
            portaal: Some(shown.to_owned()),
        };
        let mut stijlen: BTreeMap<_, _> = boek.gemeenten().map(|(id, naam)| (id, plain(naam))).collect();
        for set in &self.afzenders {
            let AfzenderSetting { gemeente, naam, regels, kleur } = set.clone();
            let kleur = kleur.unwrap_or_else(|| KLEUR.to_owned());
            let id = GemeenteId(gemeente);
            stijlen.insert(id, Huisstijl { naam: naam.clone(), regels, kleur, ..plain(&naam) });
        }
        Ok(Arc::new(Drukker::new(stijlen).context("instellingen: afzender van brieven")?))
    }

    /// Who sends mail, where that was set up.
    ///
    /// # Errors
    /// When address, sender or server cannot be right.
    pub(crate) fn mail(&self, boek: &Medewerkersboek, basis: &str) -> anyhow::Result<Option<Arc<dyn Mail>>> {
        let port = self.smtp(boek, basis)?;
        Ok(port.map(|port| -> Arc<dyn Mail> { Arc::new(port) }))
    }

    /// The mail server itself, for who only wants to know whether it is there.
    ///
    /// # Errors
    /// As [`Berichtenconfig::mail`].
    pub(crate) fn smtp(&self, boek: &Medewerkersboek, basis: &str) -> anyhow::Result<Option<MailSmtp>> {
        let Some(Mailserver { url, van, inlog }) = &self.mail else { return Ok(None) };
        let config = MailConfig {
            url: url.clone(),
            van: van.clone(),
            inlog: inlog.as_ref().map(|(naam, sleutel)| (naam.clone(), sleutel.tekst().to_owned())),
            portaal: self.portaal(basis),
            gemeenten: self.namen(boek),
        };
        Ok(Some(MailSmtp::new(config).context("instellingen: e-mail")?))
    }

    fn namen(&self, boek: &Medewerkersboek) -> BTreeMap<GemeenteId, String> {
        let known = boek.gemeenten().map(|(id, naam)| (id, format!("Gemeente {naam}")));
        let set = self.afzenders.iter().map(|one| (GemeenteId(one.gemeente), one.naam.clone()));
        known.chain(set).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_setting_is_refused_and_a_password_does_not_show() {
        let set = |url: Option<&str>, van: Option<&str>, naam: Option<&str>, sleutel: Option<&str>| {
            let settings = BerichtSettings {
                mail_url: url.map(str::to_owned),
                mail_van: van.map(str::to_owned),
                mail_gebruiker: naam.map(str::to_owned),
                mail_sleutel: sleutel.map(|text| text.parse().unwrap()),
                ..BerichtSettings::default()
            };
            settings.over(BerichtSettings::default())
        };
        let (url, van) = (Some("smtps://mail.nl"), Some("geen-antwoord@gemeente.nl"));
        assert!(set(None, None, None, None).unwrap().mail.is_none());
        assert!(set(url, van, None, None).unwrap().mail.is_some());
        let whole = set(url, van, Some("kt"), Some("niet-om-te-lezen")).unwrap();
        assert!(!format!("{whole:?}").contains("niet-om-te-lezen"));
        for half in [
            set(url, None, None, None),
            set(None, van, None, None),
            set(url, van, Some("kt"), None),
            set(url, van, None, Some("x")),
            set(None, None, Some("kt"), Some("x")),
        ] {
            assert_eq!(half.map(drop), Err(BerichtenFout));
        }
    }

    #[test]
    fn letters_send_people_where_they_log_in() {
        let config = Berichtenconfig::default();
        assert_eq!(config.portaal("https://kt.nl/"), "https://kt.nl/portaal");
        let elders = Berichtenconfig { portaal: Some("https://mijn.nl".into()), ..config };
        assert_eq!(elders.portaal("https://kt.nl"), "https://mijn.nl");
    }
}
