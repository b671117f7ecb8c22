//! The zaken in the order in which lists show them, by legal date: a page costs the page and not all zaken there are (N-3).

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter::Peekable;
use std::ops::Bound;

use jiff::civil::Date;
use keukentafel::domain::ids::{MedewerkerId, ZaakId};
use keukentafel::domain::zaak::{Lopend, Zaakstatus};
use keukentafel::domain::zaaktype::Zaaktype;

/// A place in a list.
pub(super) type Plaats = (Date, ZaakId);

/// Zaken in order.
pub(super) type Rij = BTreeSet<Plaats>;

#[derive(Debug, Default)]
pub(super) struct Ordening {
    per_soort: HashMap<(Zaaktype, Zaakstatus), Rij>,
    per_behandelaar: HashMap<MedewerkerId, Rij>,
    per_melder: HashMap<MedewerkerId, Rij>,
    /// Without behandelaars.
    wachtend: HashMap<Zaaktype, Rij>,
}

impl Ordening {
    pub(super) fn erbij(&mut self, id: ZaakId, zaak: &Lopend) {
        let plaats = (zaak.uiterlijk_op, id);
        self.per_soort.entry((zaak.zaaktype, zaak.status)).or_default().insert(plaats);
        for who in &zaak.behandelaars {
            self.per_behandelaar.entry(*who).or_default().insert(plaats);
        }
        if let Some(melder) = zaak.melder {
            self.per_melder.entry(melder).or_default().insert(plaats);
        }
        if zaak.behandelaars.is_empty() {
            self.wachtend.entry(zaak.zaaktype).or_default().insert(plaats);
        }
    }

    pub(super) fn eraf(&mut self, id: ZaakId, zaak: &Lopend) {
        let plaats = (zaak.uiterlijk_op, id);
        uit(&mut self.per_soort, &(zaak.zaaktype, zaak.status), plaats);
        for who in &zaak.behandelaars {
            uit(&mut self.per_behandelaar, who, plaats);
        }
        if let Some(melder) = zaak.melder {
            uit(&mut self.per_melder, &melder, plaats);
        }
        uit(&mut self.wachtend, &zaak.zaaktype, plaats);
    }

    /// Those of a zaaktype, of one state or of all.
    pub(super) fn soort(&self, zaaktype: Zaaktype, status: Option<Zaakstatus>) -> impl Iterator<Item = &Rij> {
        let states = Zaakstatus::ALLE.into_iter().filter(move |one| status.is_none_or(|only| only == *one));
        states.filter_map(move |status| self.per_soort.get(&(zaaktype, status)))
    }

    pub(super) fn van_behandelaar(&self, who: MedewerkerId) -> Option<&Rij> {
        self.per_behandelaar.get(&who)
    }

    pub(super) fn van_melder(&self, who: MedewerkerId) -> Option<&Rij> {
        self.per_melder.get(&who)
    }

    pub(super) fn wachtend(&self, zaaktype: Zaaktype) -> Option<&Rij> {
        self.wachtend.get(&zaaktype)
    }
}

fn uit<K: std::hash::Hash + Eq>(all: &mut HashMap<K, Rij>, key: &K, plaats: Plaats) {
    if let Some(rij) = all.get_mut(key) {
        rij.remove(&plaats);
        if rij.is_empty() {
            all.remove(key);
        }
    }
}

/// Several orders as one, after `na`, each place once.
pub(super) struct Samen<'a>(Vec<Peekable<std::collections::btree_set::Range<'a, Plaats>>>);

impl<'a> Samen<'a> {
    pub(super) fn na(rijen: &'a [Cow<'a, Rij>], na: Option<Plaats>) -> Self {
        let from = na.map_or(Bound::Unbounded, Bound::Excluded);
        Self(rijen.iter().map(|rij| rij.range((from, Bound::Unbounded)).peekable()).collect())
    }
}

impl Iterator for Samen<'_> {
    type Item = Plaats;

    fn next(&mut self) -> Option<Plaats> {
        let next = self.0.iter_mut().filter_map(|rij| rij.peek().map(|plaats| **plaats)).min()?;
        for rij in &mut self.0 {
            rij.next_if(|plaats| **plaats == next);
        }
        Some(next)
    }
}
