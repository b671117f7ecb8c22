//! The facts, as this test knows them because it entered them (`invoer.rs`): who lives with whom, what runs for whom, and who worries.

use std::collections::BTreeSet;

use keukentafel_tests::{Sim, TestApp};

/// Where Els lives, which only who writes on a zaak of hers may ask.
pub(super) const GEHEIM_STRAAT: &str = "Kerkebuurt";

pub(super) struct Zaak {
    pub(super) id: String,
    /// For who reads a failure.
    pub(super) wat: &'static str,
    pub(super) zaaktype: String,
    pub(super) persoon: String,
    pub(super) melder: &'static str,
    pub(super) behandelaars: Vec<String>,
    pub(super) status: &'static str,
}

impl Zaak {
    pub(super) fn veld(&self) -> &'static str {
        match self.zaaktype.as_str() {
            "MELDING-WMO" => "wmo",
            "AANVRAAG-JEUGDHULP" => "jeugd",
            _ => "inkomen",
        }
    }

    pub(super) fn vertrouwelijk(&self) -> bool {
        self.zaaktype == "ONDERZOEK-RECHTMATIGHEID"
    }
}

pub(super) struct Thuis {
    pub(super) id: String,
    pub(super) leden: Vec<String>,
}

pub(super) struct Plan {
    pub(super) id: String,
    pub(super) groep: String,
    pub(super) leden: Vec<String>,
    pub(super) regisseur: &'static str,
    pub(super) zaken: Vec<String>,
    /// Goals and actions: for whom (nobody: the groep), and its words.
    pub(super) teksten: Vec<(Option<String>, &'static str)>,
}

pub(super) struct Signaal {
    pub(super) id: String,
    pub(super) soort: &'static str,
    pub(super) persoon: Option<String>,
    /// The plans in which it landed.
    pub(super) plannen: BTreeSet<String>,
    /// Whether a row of it shows a place.
    pub(super) heeft_plaats: bool,
    /// Who reported: only one of these tests filters on it.
    pub(super) bron: &'static str,
}

impl Signaal {
    /// Whether it is found by this filter; by what the row shows only when it shows it.
    pub(super) fn past(&self, filter: &str, content: bool) -> bool {
        match filter.trim_start_matches('&').split_once('=') {
            Some(("soort", soort)) => self.soort == soort,
            Some(("plaats", _)) => content && self.heeft_plaats,
            Some(("bron", bron)) => content && self.bron == bron,
            _ => true,
        }
    }
}

pub(super) struct Casus {
    pub(super) app: TestApp,
    pub(super) _brp: Sim,
    pub(super) els: String,
    pub(super) zaken: Vec<Zaak>,
    pub(super) thuis: Vec<Thuis>,
    pub(super) plannen: Vec<Plan>,
    pub(super) signalen: Vec<Signaal>,
    /// What of plans was there before: plans and groepen.
    pub(super) van_de_demo: BTreeSet<String>,
    /// Everybody whom it is about.
    pub(super) demo: Demo,
}

/// The persons: those of the demonstration by their numbers, and this test's own.
pub(super) struct Demo {
    pub(super) maria: String,
    pub(super) dylan: String,
    pub(super) samira: String,
    pub(super) noor: String,
    pub(super) ilyas: String,
    pub(super) huub: String,
    pub(super) moeder: String,
    pub(super) vader: String,
    pub(super) kind: String,
    pub(super) tom: String,
}

impl Casus {
    pub(super) fn personen(&self) -> Vec<&str> {
        let Demo { maria, dylan, samira, noor, ilyas, huub, moeder, vader, kind, tom } = &self.demo;
        [&self.els, maria, dylan, samira, noor, ilyas, huub, moeder, vader, kind, tom]
            .map(String::as_str)
            .to_vec()
    }

    pub(super) fn heeft_adres(&self, persoon: &str) -> bool {
        let Demo { moeder, vader, kind, .. } = &self.demo;
        ![moeder, vader, kind].iter().any(|without| *without == persoon)
    }

    pub(super) fn thuis_van(&self, persoon: &str) -> Option<&Thuis> {
        self.thuis.iter().find(|home| home.leden.iter().any(|lid| lid == persoon))
    }

    pub(super) fn behandelaars(&self) -> BTreeSet<String> {
        self.zaken.iter().flat_map(|feit| feit.behandelaars.iter().cloned()).collect()
    }

    /// A question for one who is known here: name, date of birth, and who it is.
    pub(super) fn zoekvragen(&self) -> [(&'static str, &'static str, &str); 4] {
        [
            ("Els Oosterling", "1986-07-07", &self.els),
            ("Maria Verhoef", "1958-03-14", &self.demo.maria),
            ("Kind Zichtman", "2016-01-01", &self.demo.kind),
            ("Tom Zichtman", "1980-01-01", &self.demo.tom),
        ]
    }
}
