//! What is withheld from a resident, and where somebody is named, as data.

use super::Kijk;
use crate::domain::bevoegdheid::GROND_GEMACHTIGDE;

/// What a rule withholds.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Wat {
    /// Every line on an object of this kind.
    Soort(&'static str),
    /// Every line on a zaak of a confidential zaaktype, or by way of one.
    VertrouwelijkZaaktype,
}

/// A rule, with why it is one. The privacy officer sees the lines themselves: nothing is withheld from the trail.
#[derive(Copy, Clone, Debug)]
pub struct Achterhoudregel {
    /// What is withheld.
    pub wat: Wat,
    /// Why.
    pub waarom: &'static str,
}

/// What a resident is not told of. Nobody is told either that something is withheld: not by a line, a count, or an event.
pub const ACHTERHOUDREGELS: &[Achterhoudregel] = &[
    Achterhoudregel {
        wat: Wat::VertrouwelijkZaaktype,
        waarom: "An investigation that somebody hears of can be frustrated, and a hidden status may not leak (ENS-S5).",
    },
    Achterhoudregel {
        wat: Wat::Soort("signaal"),
        waarom: "Who reports is protected; that somebody did may not show (KING-ZT22).",
    },
    Achterhoudregel {
        wat: Wat::Soort("signalen"),
        waarom: "To stand in the register is to have been reported (KING-ZT22).",
    },
    Achterhoudregel { wat: Wat::Soort("aandacht"), waarom: "It counts signalen (KING-ZT22)." },
    Achterhoudregel {
        wat: Wat::Soort("groep"),
        waarom: "A groep without a plan is a thought of its regisseur (KING-G4).",
    },
];

/// On which grounds somebody is named: whom the resident knows from the zaak or the talk itself, or from their question for consent, and who
/// came in for them. On any other, role and part of the
/// organisation: the one who searched at the desk did so for the gemeente.
pub const NAAM_BIJ_GROND: &[&str] = &["behandelaar", "deelnemer", "auteur", "toestemming", GROND_GEMACHTIGDE];

pub(super) fn achtergehouden(kijk: &Kijk) -> bool {
    let soort = kijk.object.split(['/', '@']).next().unwrap_or_default();
    ACHTERHOUDREGELS.iter().any(|regel| match regel.wat {
        Wat::Soort(withheld) => withheld == soort,
        Wat::VertrouwelijkZaaktype => kijk.vertrouwelijk,
    })
}

pub(super) fn bij_naam(grond: Option<&str>) -> bool {
    grond.is_some_and(|grond| NAAM_BIJ_GROND.contains(&grond))
}
