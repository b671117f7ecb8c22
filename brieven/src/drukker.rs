//! From facts to both forms of a letter.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use futures_util::future::BoxFuture;
use jiff::civil::Date;
use keukentafel::domain::brief::Briefsoort;
use keukentafel::domain::ids::GemeenteId;
use keukentafel::domain::persoon::Adres;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::limits::STUK_BYTES_MAX;
use keukentafel::poort::brief::{Briefdrukker, Briefgegevens, DrukFout, GedrukteBrief};
use tokio::sync::Semaphore;

use crate::model::{Afzender, Brief, Dag};
use crate::sjabloon::{Feiten, Sjabloon, vul};
use crate::{html, pdf};

/// Letters that are made at once: each takes a core, and nobody waits for one.
const TEGELIJK: usize = 1;

/// Lines under the name of the sender: address, box, telephone, site.
const REGELS_MAX: usize = 4;

/// Characters of a name or line of the sender.
const REGEL_CHARS_MAX: usize = 80;

/// The least contrast of text with its ground (WCAG 2.2, 1.4.3).
const CONTRAST_MIN: f64 = 4.5;

/// How the letters of a municipality look, and how it is reached.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Huisstijl {
    /// Its name, as it stands above and below a letter.
    pub naam: String,
    /// Where it is, a line each.
    pub regels: Vec<String>,
    /// Its colour, `#rrggbb`.
    pub kleur: String,
    /// The number that residents call.
    pub telefoon: Option<String>,
    /// Where residents log in, as they would type it.
    pub portaal: Option<String>,
}

/// Why letters cannot look so.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum HuisstijlFout {
    /// No name, or too many or too long lines.
    #[error(
        "de naam van de afzender en hoogstens {REGELS_MAX} regels, elk hoogstens {REGEL_CHARS_MAX} tekens"
    )]
    Regels,
    /// Not `#rrggbb`, or too light to read on white.
    #[error("'{0}' is geen kleur zoals #154273, of te licht om op wit te lezen")]
    Kleur(String),
}

/// The words of each letter. That each file can be read, a test shows.
static ONTVANGSTBEVESTIGING: LazyLock<Result<Sjabloon, String>> =
    LazyLock::new(|| Sjabloon::lees(include_str!("../sjablonen/ontvangstbevestiging.toml")));

/// Makes letters, in the name of the municipalities that it knows. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Drukker {
    stijlen: Arc<BTreeMap<GemeenteId, Huisstijl>>,
    plaatsen: Arc<Semaphore>,
}

impl Drukker {
    /// For these municipalities.
    ///
    /// # Errors
    /// [`HuisstijlFout`] when letters would not be readable.
    pub fn new(stijlen: BTreeMap<GemeenteId, Huisstijl>) -> Result<Self, HuisstijlFout> {
        stijlen.values().try_for_each(keur)?;
        Ok(Self { stijlen: Arc::new(stijlen), plaatsen: Arc::new(Semaphore::new(TEGELIJK)) })
    }

    /// The letter, whatever it is written on.
    ///
    /// # Errors
    /// [`DrukFout::Sjabloon`] for a municipality that it does not know, and for a template that asks what there is not.
    pub fn brief(&self, gegevens: &Briefgegevens) -> Result<(String, Brief), DrukFout> {
        let stijl = self.stijlen.get(&gegevens.gemeente);
        let stijl = stijl.ok_or_else(|| DrukFout::Sjabloon("no sender for this municipality".to_owned()))?;
        let (naam, sjabloon) = match gegevens.soort {
            Briefsoort::Ontvangstbevestiging => ("ontvangstbevestiging", &*ONTVANGSTBEVESTIGING),
        };
        let sjabloon = sjabloon.as_ref().map_err(|why| DrukFout::Sjabloon(why.clone()))?;
        let made = samen(sjabloon, stijl, gegevens).map_err(DrukFout::Sjabloon)?;
        Ok((format!("{naam}/{}", sjabloon.versie), made))
    }

    fn druk_nu(&self, gegevens: &Briefgegevens) -> Result<GedrukteBrief, DrukFout> {
        let (sjabloon, brief) = self.brief(gegevens)?;
        let pdf = pdf::maak(&brief, &gegevens.brief.to_string()).map_err(DrukFout::Sjabloon)?;
        let html = html::pagina(&brief).into_bytes();
        if pdf.len().max(html.len()) > STUK_BYTES_MAX {
            return Err(DrukFout::Sjabloon(format!("{} bytes is no letter", pdf.len().max(html.len()))));
        }
        Ok(GedrukteBrief { sjabloon, pdf, html })
    }
}

impl Briefdrukker for Drukker {
    fn druk(&self, gegevens: Briefgegevens) -> BoxFuture<'_, Result<GedrukteBrief, DrukFout>> {
        Box::pin(async move {
            // It is never closed.
            let place = Arc::clone(&self.plaatsen).acquire_owned().await.map_err(|_| DrukFout::Afgebroken)?;
            let this = self.clone();
            let made = tokio::task::spawn_blocking(move || {
                let _place = place;
                this.druk_nu(&gegevens)
            });
            made.await.map_err(|_| DrukFout::Afgebroken)?
        })
    }
}

fn samen(sjabloon: &Sjabloon, stijl: &Huisstijl, gegevens: &Briefgegevens) -> Result<Brief, String> {
    let feiten = feiten(stijl, gegevens);
    let aanhef = if gegevens.aan_ouders { &sjabloon.aanhef_ouders } else { &sjabloon.aanhef };
    Ok(Brief {
        titel: vul(&sjabloon.titel, &feiten)?,
        dag: Dag { jaar: gegevens.dag.year(), maand: gegevens.dag.month(), dag: gegevens.dag.day() },
        datum: in_woorden(gegevens.dag),
        afzender: Afzender {
            naam: stijl.naam.clone(),
            regels: stijl.regels.clone(),
            kleur: stijl.kleur.clone(),
        },
        aan: aan(gegevens),
        kenmerk: format!("Zaaknummer {}", gegevens.zaaknummer),
        aanhef: vul(aanhef, &feiten)?,
        blokken: sjabloon.blokken(&feiten)?,
        groet: sjabloon.groet.iter().map(|line| vul(line, &feiten)).collect::<Result<_, _>>()?,
        voet: vul(&sjabloon.voet, &feiten)?,
    })
}

fn feiten(stijl: &Huisstijl, gegevens: &Briefgegevens) -> Feiten {
    let mut all = Feiten::from([
        ("naam", gegevens.naam.clone()),
        ("afzender", stijl.naam.clone()),
        ("zaaknummer", gegevens.zaaknummer.clone()),
        ("wat", wat(gegevens.zaaktype).to_owned()),
        ("onderwerp", onderwerp(gegevens.zaaktype).to_owned()),
        ("ontvangen", in_woorden(gegevens.ontvangen_op)),
        ("uiterlijk", in_woorden(gegevens.uiterlijk_op)),
    ]);
    all.extend(stijl.telefoon.clone().map(|telefoon| ("telefoon", telefoon)));
    all.extend(stijl.portaal.clone().filter(|_| gegevens.kan_inloggen).map(|portaal| ("portaal", portaal)));
    // Of the help that the law promises, who asks for support must be told (Wmo 2015 art. 2.3.2 lid 3; Jeugdwet art. 2.5).
    all.extend(krijgt_ondersteuning(gegevens.zaaktype).then(|| ("ondersteuning", String::new())));
    all
}

fn aan(gegevens: &Briefgegevens) -> Vec<String> {
    let naam = if gegevens.aan_ouders {
        format!("Aan de ouders of verzorgers van {}", gegevens.naam)
    } else {
        gegevens.naam.clone()
    };
    let adres = gegevens.adres.as_ref().map(|Adres { straat, huisnummer, postcode, plaats }| {
        [format!("{straat} {huisnummer}"), format!("{postcode} {plaats}")]
    });
    std::iter::once(naam).chain(adres.into_iter().flatten()).collect()
}

/// What somebody did, in the words of a resident.
fn wat(zaaktype: Zaaktype) -> &'static str {
    match zaaktype {
        Zaaktype::MeldingWmo | Zaaktype::OnderzoekRechtmatigheid => "melding",
        Zaaktype::AanvraagJeugdhulp
        | Zaaktype::AanvraagBijzondereBijstand
        | Zaaktype::AanvraagLevensonderhoud => "aanvraag",
    }
}

/// For what, in the words of a resident.
fn onderwerp(zaaktype: Zaaktype) -> &'static str {
    match zaaktype {
        Zaaktype::MeldingWmo => "Hulp en ondersteuning (Wmo)",
        Zaaktype::AanvraagJeugdhulp => "Jeugdhulp",
        Zaaktype::AanvraagBijzondereBijstand => "Bijzondere bijstand",
        Zaaktype::AanvraagLevensonderhoud => "Bijstandsuitkering",
        Zaaktype::OnderzoekRechtmatigheid => "Onderzoek",
    }
}

fn krijgt_ondersteuning(zaaktype: Zaaktype) -> bool {
    match zaaktype {
        Zaaktype::MeldingWmo | Zaaktype::AanvraagJeugdhulp => true,
        Zaaktype::AanvraagBijzondereBijstand
        | Zaaktype::AanvraagLevensonderhoud
        | Zaaktype::OnderzoekRechtmatigheid => false,
    }
}

/// `25 november 2026`.
fn in_woorden(dag: Date) -> String {
    const MAANDEN: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let maand = usize::try_from(dag.month() - 1).ok().and_then(|at| MAANDEN.get(at));
    format!("{} {} {}", dag.day(), maand.unwrap_or(&""), dag.year())
}

fn keur(stijl: &Huisstijl) -> Result<(), HuisstijlFout> {
    let fits = |line: &String| !line.trim().is_empty() && line.chars().count() <= REGEL_CHARS_MAX;
    if !fits(&stijl.naam) || stijl.regels.len() > REGELS_MAX || !stijl.regels.iter().all(fits) {
        return Err(HuisstijlFout::Regels);
    }
    match contrast_met_wit(&stijl.kleur) {
        Some(contrast) if contrast >= CONTRAST_MIN => Ok(()),
        Some(_) | None => Err(HuisstijlFout::Kleur(stijl.kleur.clone())),
    }
}

/// WCAG 2.2, relative luminance.
fn contrast_met_wit(kleur: &str) -> Option<f64> {
    let digits = kleur.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| {
        let value = f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) })
    };
    let luminance = 0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?;
    Some(1.05 / (luminance + 0.05))
}
