//! What is withheld from a resident, and where somebody is named, as data.

use super::Kijk;
use crate::domain::bevoegdheid::{GROND_GEMACHTIGDE, GROND_ROL};

/// What a rule withholds.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Wat {
    /// Every line on an object of this kind.
    Soort(&'static str),
    /// Every line on a zaak of a confidential zaaktype, or by way of one.
    VertrouwelijkZaaktype,
    /// This act, on whatever.
    Handeling(&'static str),
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
        waarom: "A groep without a plan is a thought of its regisseur (KING-G4). What was written for somebody in it is told to them, unless a signaal is behind it.",
    },
    Achterhoudregel {
        wat: Wat::Soort("nazicht"),
        waarom: "It looks at a colleague, not at the resident; that there is one says who is family of whom, or works here.",
    },
    Achterhoudregel {
        wat: Wat::Handeling("HoudAchter"),
        waarom: "Nobody of the groep may notice that something is kept from them (KING-R1c).",
    },
    Achterhoudregel {
        wat: Wat::Handeling("DeelOnderdeel"),
        waarom: "That something is shown now tells that it was kept from them (KING-R1c).",
    },
    Achterhoudregel { wat: Wat::Handeling("StelDoel"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("WijzigDoel"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("RondDoelAf"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("HeropenDoel"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("LegActieVast"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("MeldActieGedaan"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("HeropenActie"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("ReageerOpDoel"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("LeesDoelreactie"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("BeantwoordDoelreactie"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("MeldEigenActieGedaan"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("MeldEigenActieNogNiet"), waarom: ONDERDEEL },
    Achterhoudregel { wat: Wat::Handeling("VraagDoorOverActie"), waarom: ONDERDEEL },
];

/// What is shared of a plan its leden see live; a line about a part that is kept from them, or is of another, would tell of it.
const ONDERDEEL: &str = "Of the parts of a plan a lid sees what is theirs, in the plan itself; that another one changed may not show (KING-R1c, KING-R1d).";

/// On which grounds somebody is named: whom the resident knows from the zaak or the talk itself, or from their question for consent, and who
/// came in for them. On any other, role and part of the
/// organisation: the one who searched at the desk did so for the gemeente.
pub const NAAM_BIJ_GROND: &[&str] = &["behandelaar", "deelnemer", "auteur", "toestemming", GROND_GEMACHTIGDE];

/// Grounds that say how somebody stands to one person.
const GROND_BIJ_EEN: &[&str] = &[
    "behandelaar",
    "melder",
    "vakgenoot",
    "zelfde_persoon",
    "zelfde_huishouden",
    "accordeur",
    "toestemming",
    "vervanger",
];

/// The ground of a line as one of those whom it is about may read it. A line about more than one has the ground that reaches furthest: to whom
/// it belongs may not show to the others, nor that somebody works for one of them (KING-R1d).
#[must_use]
pub fn grond_voor_een(grond: Option<&str>, betrokkenen: usize) -> Option<&str> {
    let of_one = grond.is_some_and(|grond| GROND_BIJ_EEN.contains(&grond));
    if betrokkenen > 1 && of_one { Some(GROND_ROL) } else { grond }
}

pub(super) fn achtergehouden(kijk: &Kijk) -> bool {
    let soort = kijk.object.split(['/', '@']).next().unwrap_or_default();
    ACHTERHOUDREGELS.iter().any(|regel| match regel.wat {
        // What was written for them was asked for to be told.
        Wat::Soort(withheld) => withheld == soort && kijk.toelichting.is_none(),
        Wat::VertrouwelijkZaaktype => kijk.vertrouwelijk,
        Wat::Handeling(withheld) => withheld == kijk.handeling,
    })
}

pub(super) fn bij_naam(grond: Option<&str>) -> bool {
    grond.is_some_and(|grond| NAAM_BIJ_GROND.contains(&grond))
}
