//! The words of a letter, and how facts are put in them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::Blok;

/// A template as it stands in its file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sjabloon {
    pub(crate) versie: u32,
    pub(crate) titel: String,
    pub(crate) aanhef: String,
    pub(crate) aanhef_ouders: String,
    pub(crate) groet: Vec<String>,
    pub(crate) voet: String,
    blok: Vec<Sjabloonblok>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Sjabloonblok {
    als: Option<String>,
    kop: Option<String>,
    alinea: Option<String>,
    stappen: Option<Vec<String>>,
    gegevens: Option<Vec<(String, String)>>,
}

/// Facts by name. One that is absent makes a condition of that name fail.
pub(crate) type Feiten = BTreeMap<&'static str, String>;

impl Sjabloon {
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn lees(tekst: &str) -> Result<Self, String> {
        let read: Self = toml::from_str(tekst).map_err(|error| error.message().to_owned())?;
        match read.blok.iter().position(|blok| blok.soorten() != 1) {
            None => Ok(read),
            Some(at) => Err(format!("part {} is not of one kind", at + 1)),
        }
    }

    /// The parts whose condition holds, filled in.
    pub(crate) fn blokken(&self, feiten: &Feiten) -> Result<Vec<Blok>, String> {
        let there = |blok: &&Sjabloonblok| blok.als.as_deref().is_none_or(|name| feiten.contains_key(name));
        self.blok.iter().filter(there).map(|blok| blok.gevuld(feiten)).collect()
    }
}

impl Sjabloonblok {
    fn soorten(&self) -> usize {
        let there =
            [self.kop.is_some(), self.alinea.is_some(), self.stappen.is_some(), self.gegevens.is_some()];
        there.into_iter().filter(|there| *there).count()
    }

    fn gevuld(&self, feiten: &Feiten) -> Result<Blok, String> {
        if let Some(kop) = &self.kop {
            return vul(kop, feiten).map(Blok::Kop);
        }
        if let Some(alinea) = &self.alinea {
            return vul(alinea, feiten).map(Blok::Alinea);
        }
        if let Some(stappen) = &self.stappen {
            return stappen.iter().map(|stap| vul(stap, feiten)).collect::<Result<_, _>>().map(Blok::Stappen);
        }
        let pair = |(naam, waarde): &(String, String)| Ok((vul(naam, feiten)?, vul(waarde, feiten)?));
        self.gegevens.iter().flatten().map(pair).collect::<Result<_, _>>().map(Blok::Gegevens)
    }
}

/// The text with every `{name}` filled in. What is filled in is not looked at again.
///
/// # Errors
/// The name for which there is no fact.
pub(crate) fn vul(tekst: &str, feiten: &Feiten) -> Result<String, String> {
    let mut out = String::with_capacity(tekst.len());
    let mut rest = tekst;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, next) =
            after.split_once('}').ok_or_else(|| format!("'{tekst}' opens and does not close"))?;
        let fact = feiten.get(name).ok_or_else(|| format!("no fact for '{name}'"))?;
        out.push_str(before);
        out.push_str(fact);
        rest = next;
    }
    out.push_str(rest);
    Ok(out)
}
