//! A pile of zaken, counted in each way that somebody looks at it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use keukentafel::domain::caseload::zondag;
use keukentafel::domain::zaak::{Lopend, Zaakstatus};
use keukentafel::protocol::view::Telling;

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Stapel {
    aantal: u64,
    gewicht: u64,
    per_status: BTreeMap<Zaakstatus, u64>,
    per_uiterste_dag: BTreeMap<Date, u64>,
    per_dag_van_ontvangst: BTreeMap<Date, u64>,
}

impl Stapel {
    pub(super) fn erbij(&mut self, zaak: &Lopend, gewicht: u64) {
        self.aantal += 1;
        self.gewicht += gewicht;
        *self.per_status.entry(zaak.status).or_default() += 1;
        *self.per_uiterste_dag.entry(zaak.uiterlijk_op).or_default() += 1;
        *self.per_dag_van_ontvangst.entry(zaak.ontvangen_op.day()).or_default() += 1;
    }

    /// Takes off what was put on before, with the same weight.
    pub(super) fn eraf(&mut self, zaak: &Lopend, gewicht: u64) {
        self.aantal -= 1;
        self.gewicht -= gewicht;
        een_minder(&mut self.per_status, zaak.status);
        een_minder(&mut self.per_uiterste_dag, zaak.uiterlijk_op);
        een_minder(&mut self.per_dag_van_ontvangst, zaak.ontvangen_op.day());
    }

    pub(super) fn is_leeg(&self) -> bool {
        self.aantal == 0
    }

    /// Adds this pile, as it stands on `vandaag`, to a count.
    pub(super) fn tel_op(&self, telling: &mut Telling, vandaag: Date) {
        let sum = |dagen: &mut dyn Iterator<Item = (&Date, &u64)>| dagen.map(|(_, n)| n).sum::<u64>();
        telling.aantal += self.aantal;
        telling.gewicht += self.gewicht;
        telling.te_laat += sum(&mut self.per_uiterste_dag.range(..vandaag));
        telling.deze_week += sum(&mut self.per_uiterste_dag.range(vandaag..=zondag(vandaag)));
        for (status, n) in &self.per_status {
            *telling.per_status.entry(*status).or_default() += n;
        }
        let oudste = self.per_dag_van_ontvangst.keys().next().copied();
        telling.oudste = telling.oudste.into_iter().chain(oudste).min();
    }
}

pub(super) fn een_minder<K: Ord>(counts: &mut BTreeMap<K, u64>, key: K) {
    if let Some(n) = counts.get_mut(&key) {
        *n -= 1;
        if *n == 0 {
            counts.remove(&key);
        }
    }
}
