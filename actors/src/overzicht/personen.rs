//! Searching for a person, in memory: by BSN, or by name with date of birth, also by how the name sounds.

use jiff::civil::Date;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::klank::{klinkt_als, sleutels, woorden};
use keukentafel::domain::persoon::{Gezaghouder, Persoon};
use keukentafel::limits::SEARCH_ROWS_MAX;

use super::{Gemeenteoverzicht, PersoonRegel};

impl Gemeenteoverzicht {
    /// The person with this BSN.
    #[must_use]
    pub fn op_bsn(&self, bsn: &Bsn) -> Option<PersoonId> {
        self.op_bsn.get(bsn).copied()
    }

    /// The one person born on that day whom this name can only mean: it holds the whole family name, and fits nobody else.
    #[must_use]
    pub fn op_volledige_naam(&self, naam: &str, geboortedatum: Date) -> Option<PersoonId> {
        let asked = woorden(naam);
        let found = self.op_naam(naam, geboortedatum);
        let [only] = found.as_slice() else { return None };
        let gegevens = self.persoon(*only)?.gegevens()?;
        let family = woorden(&gegevens.achternaam);
        let whole = family.iter().all(|word| asked.contains(word));
        (whole && gegevens.geboortedatum == Some(geboortedatum)).then_some(*only)
    }

    /// Persons born on that day of whom each word of `naam` begins a word of their name, and after them those of whom the date of
    /// birth is not known. At most [`SEARCH_ROWS_MAX`].
    #[must_use]
    pub fn op_naam(&self, naam: &str, geboortedatum: Date) -> Vec<PersoonId> {
        let asked = woorden(naam);
        let mut found: Vec<_> = self
            .personen
            .iter()
            .filter_map(|(id, regel)| Some((matches(regel, &asked, geboortedatum)?, *id)))
            .collect();
        found.sort_unstable();
        found.truncate(SEARCH_ROWS_MAX);
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Persons born on that day whose name sounds like `naam` and is not it. At most [`SEARCH_ROWS_MAX`].
    #[must_use]
    pub fn op_klank(&self, naam: &str, geboortedatum: Date) -> Vec<PersoonId> {
        let asked = woorden(naam);
        // The family name is said last, and what stands before it may be left out.
        let Some(last) = sleutels(naam).pop() else { return Vec::new() };
        let heard = self.op_klank.get(&(geboortedatum, last)).into_iter().flatten();
        let alike = |id: &&PersoonId| {
            self.persoon(**id).is_some_and(|regel| {
                matches(regel, &asked, geboortedatum).is_none()
                    && regel.persoon.naam().is_some_and(|own| klinkt_als(naam, &own))
            })
        };
        heard.filter(alike).take(SEARCH_ROWS_MAX).copied().collect()
    }

    pub(super) fn index_persoon(&mut self, id: PersoonId, persoon: &Persoon) {
        if let Some(bsn) = persoon.bsn() {
            self.op_bsn.insert(bsn.clone(), id);
        }
        for key in klanken(persoon) {
            self.op_klank.entry(key).or_default().insert(id);
        }
        for houder in gezaghouders(persoon) {
            self.gezag_over.entry(houder).or_default().insert(id);
        }
    }

    /// A name that changed sounds otherwise.
    pub(super) fn vergeet_klank(&mut self, id: PersoonId, voorheen: &Persoon) {
        for key in klanken(voorheen) {
            if let Some(ids) = self.op_klank.get_mut(&key) {
                ids.remove(&id);
                if ids.is_empty() {
                    self.op_klank.remove(&key);
                }
            }
        }
    }
}

/// Under which keys a person is found by sound; a search has a date of birth, so who has none is found by name only.
fn klanken(persoon: &Persoon) -> Vec<(Date, String)> {
    let known =
        persoon.gegevens().and_then(|gegevens| Some((gegevens.geboortedatum?, gegevens.volledige_naam())));
    let Some((born, naam)) = known else { return Vec::new() };
    sleutels(&naam).into_iter().map(|key| (born, key)).collect()
}

/// How well a person matches: 0 with the date of birth, 1 when theirs is not known.
fn matches(regel: &PersoonRegel, asked: &[String], geboortedatum: Date) -> Option<u8> {
    let gegevens = regel.gegevens()?;
    let rank = match gegevens.geboortedatum {
        Some(born) if born == geboortedatum => 0,
        Some(_) => return None,
        None => 1,
    };
    let own = woorden(&gegevens.volledige_naam());
    let all = asked.iter().all(|word| own.iter().any(|name| name.starts_with(word)));
    (!asked.is_empty() && all).then_some(rank)
}

/// The persons known here who have or had gezag over somebody.
pub(super) fn gezaghouders(persoon: &Persoon) -> Vec<PersoonId> {
    let gezag = persoon.bekend().into_iter().flat_map(|known| &known.gezag);
    let mut found: Vec<_> = gezag
        .filter_map(|gezag| match gezag.houder {
            Gezaghouder::Persoon { persoon } => Some(persoon),
            Gezaghouder::Ander { .. } => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
