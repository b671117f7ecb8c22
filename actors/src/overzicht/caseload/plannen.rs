//! Running plans, counted per regisseur (KING-R4a).

use std::collections::BTreeMap;

use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::plan::Inhoud;

/// How many plans run, and how many of them somebody leads. Who leads none is not in it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Plantelling {
    /// Each once.
    pub totaal: u64,
    /// Per regisseur; a plan that two lead counts for both.
    pub per_regisseur: BTreeMap<MedewerkerId, u64>,
}

impl Plantelling {
    /// A plan that runs, from now on or as it was kept.
    pub(super) fn erbij(&mut self, plan: &Inhoud) {
        self.totaal += 1;
        for regisseur in &plan.regisseurs {
            *self.per_regisseur.entry(*regisseur).or_default() += 1;
        }
    }

    /// A plan that was counted before, with the same regisseurs.
    pub(super) fn eraf(&mut self, plan: &Inhoud) {
        self.totaal -= 1;
        for regisseur in &plan.regisseurs {
            super::stapel::een_minder(&mut self.per_regisseur, *regisseur);
        }
    }
}
