//! How much work there is and who has it: counts that are kept as things happen (C2-L5, KING-R4a, N-3).
//!
//! Pure. What depends on the calendar is not kept but worked out when somebody looks: *te laat* changes at midnight without any event.
//! So zaken are counted per legal date, and a look adds up the dates before its day. Everything is counted per zaaktype: a look adds up
//! the zaaktypen that its reader may know of and no others. [`hertel`] counts the same from nothing, and must always agree.

mod hertelling;
mod plannen;
mod stapel;
#[cfg(test)]
mod tests;
mod wat;

use std::collections::BTreeMap;

use jiff::ToSpan;
use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::caseload::gewicht;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::plan::Inhoud;
use keukentafel::domain::zaak::Lopend;
use keukentafel::domain::zaaktype::{Domein, Zaaktype};
use keukentafel::limits::CASELOAD_DAGEN;
use keukentafel::protocol::view::{DagAantal, Telling};
use serde::{Deserialize, Serialize};

pub use hertelling::{hertel, klopt};
pub use plannen::Plantelling;
use stapel::Stapel;
pub use wat::Blik;

/// The counts of one gemeente.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Caseload {
    zaaktypen: BTreeMap<Zaaktype, Soort>,
    medewerkers: BTreeMap<MedewerkerId, BTreeMap<Zaaktype, Stapel>>,
    plannen: Plantelling,
}

#[derive(Clone, Debug, Default, Eq, PartialEq)]
struct Soort {
    alle: Stapel,
    wachtend: Stapel,
    verloop: Verloop,
}

/// How the number of open zaken changed, per day on which it did: what no look at the present could tell any more.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Verloop(BTreeMap<Date, i64>);

/// What a reader of the counts sees.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Beeld {
    /// Every zaak, once.
    pub totaal: Telling,
    /// Those that nobody has.
    pub wachtend: Telling,
    /// All and waiting ones per field of law.
    pub teams: BTreeMap<Domein, (Telling, Telling)>,
    /// Per medewerker who has any.
    pub medewerkers: BTreeMap<MedewerkerId, Telling>,
    /// Plans that run.
    pub plannen: Plantelling,
    /// Open at the end of each of the last days, the present one last.
    pub verloop: Vec<DagAantal>,
}

impl Caseload {
    /// A zaak changed at this moment: it began, became otherwise, or ended.
    pub(super) fn wijzig(&mut self, voor: Option<&Lopend>, na: Option<&Lopend>, at: Moment) {
        let (was, is) = (voor.map(|zaak| zaak.zaaktype), na.map(|zaak| zaak.zaaktype));
        if let Some(zaak) = voor {
            self.tel(zaak, Stapel::eraf);
        }
        if let Some(zaak) = na {
            self.tel(zaak, Stapel::erbij);
        }
        if was != is {
            for (zaaktype, step) in was.map(|gone| (gone, -1)).into_iter().chain(is.map(|new| (new, 1))) {
                self.zaaktypen.entry(zaaktype).or_default().verloop.stap(at.day(), step);
            }
        }
    }

    /// A zaak is in no count from here on, also not of the days before.
    pub(super) fn verberg(&mut self, zaak: &Lopend) {
        self.tel(zaak, Stapel::eraf);
        self.zaaktypen.entry(zaak.zaaktype).or_default().verloop.stap(zaak.ontvangen_op.day(), -1);
    }

    /// It is counted again, as if it always had been.
    pub(super) fn toon(&mut self, zaak: &Lopend) {
        self.tel(zaak, Stapel::erbij);
        self.zaaktypen.entry(zaak.zaaktype).or_default().verloop.stap(zaak.ontvangen_op.day(), 1);
    }

    /// A plan changed: it began, is led by others, or ended. Given is what it was and is while it runs.
    pub(super) fn wijzig_plan(&mut self, voor: Option<&Inhoud>, na: Option<&Inhoud>) {
        if let Some(plan) = voor {
            self.plannen.eraf(plan);
        }
        if let Some(plan) = na {
            self.plannen.erbij(plan);
        }
    }

    /// A zaak as it was kept, with its history elsewhere.
    pub(super) fn herstel(&mut self, zaak: &Lopend) {
        self.tel(zaak, Stapel::erbij);
    }

    fn tel(&mut self, zaak: &Lopend, change: fn(&mut Stapel, &Lopend, u64)) {
        let each = u64::from(gewicht(zaak.zaaktype, zaak.melding.urgentie, zaak.behandelaars.len()));
        let heads = zaak.behandelaars.len().max(1) as u64;
        let soort = self.zaaktypen.entry(zaak.zaaktype).or_default();
        change(&mut soort.alle, zaak, each * heads);
        if zaak.behandelaars.is_empty() {
            change(&mut soort.wachtend, zaak, each);
        }
        for who in &zaak.behandelaars {
            let own = self.medewerkers.entry(*who).or_default();
            let stapel = own.entry(zaak.zaaktype).or_default();
            change(stapel, zaak, each);
            if stapel.is_leeg() {
                own.remove(&zaak.zaaktype);
            }
            if own.is_empty() {
                self.medewerkers.remove(who);
            }
        }
    }

    /// The history, to be kept.
    pub(super) fn verloop(&self) -> Vec<(Zaaktype, &Verloop)> {
        self.zaaktypen.iter().map(|(zaaktype, soort)| (*zaaktype, &soort.verloop)).collect()
    }

    /// The history as it was kept.
    pub(super) fn herstel_verloop(&mut self, kept: Vec<(Zaaktype, Verloop)>) {
        for (zaaktype, verloop) in kept {
            self.zaaktypen.entry(zaaktype).or_default().verloop = verloop;
        }
    }

    /// What a reader sees on this day who may know of these zaaktypen.
    #[must_use]
    pub fn beeld(&self, mag_weten: impl Fn(Zaaktype) -> bool, vandaag: Date) -> Beeld {
        let plannen = self.plannen.clone();
        let mut beeld = Beeld { verloop: dagen(vandaag), plannen, ..Beeld::default() };
        for zaaktype in Zaaktype::ALLE.into_iter().filter(|zaaktype| mag_weten(*zaaktype)) {
            beeld.teams.entry(zaaktype.domein()).or_default();
        }
        for (zaaktype, soort) in self.zaaktypen.iter().filter(|(zaaktype, _)| mag_weten(**zaaktype)) {
            let (alle, wachtend) = beeld.teams.entry(zaaktype.domein()).or_default();
            soort.alle.tel_op(&mut beeld.totaal, vandaag);
            soort.alle.tel_op(alle, vandaag);
            soort.wachtend.tel_op(&mut beeld.wachtend, vandaag);
            soort.wachtend.tel_op(wachtend, vandaag);
            soort.verloop.tel_op(&mut beeld.verloop);
        }
        for (who, own) in &self.medewerkers {
            for (_, stapel) in own.iter().filter(|(zaaktype, _)| mag_weten(**zaaktype)) {
                stapel.tel_op(beeld.medewerkers.entry(*who).or_default(), vandaag);
            }
        }
        beeld
    }

    /// How many running plans somebody leads.
    #[must_use]
    pub fn plannen_van(&self, who: MedewerkerId) -> u64 {
        self.plannen.per_regisseur.get(&who).copied().unwrap_or(0)
    }

    /// What is counted for one medewerker.
    #[must_use]
    pub fn van(&self, who: MedewerkerId, mag_weten: impl Fn(Zaaktype) -> bool, vandaag: Date) -> Telling {
        let mut telling = Telling::default();
        let own = self.medewerkers.get(&who).into_iter().flatten();
        for (_, stapel) in own.filter(|(zaaktype, _)| mag_weten(**zaaktype)) {
            stapel.tel_op(&mut telling, vandaag);
        }
        telling
    }
}

impl Verloop {
    fn stap(&mut self, dag: Date, step: i64) {
        let net = self.0.entry(dag).or_default();
        *net += step;
        if *net == 0 {
            self.0.remove(&dag);
        }
    }

    /// Adds what was open at the end of each day of `dagen`, which are in order.
    fn tel_op(&self, dagen: &mut [DagAantal]) {
        let mut open = 0;
        let mut steps = self.0.iter().peekable();
        for each in dagen {
            while let Some((_, step)) = steps.next_if(|(dag, _)| **dag <= each.dag) {
                open += step;
            }
            each.aantal += u64::try_from(open).unwrap_or(0);
        }
    }
}

/// The days that are shown, the present one last, with nothing counted yet.
fn dagen(vandaag: Date) -> Vec<DagAantal> {
    (0..CASELOAD_DAGEN)
        .rev()
        .map(|back| DagAantal { dag: vandaag.saturating_sub(back.days()), aantal: 0 })
        .collect()
}
