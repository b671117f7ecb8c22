//! What of a running plan its leden see in the portal (KING-R1b, KING-R1d, KING-R1e).

use std::collections::BTreeSet;

use super::{Beleidsobject, Leeftijd, Plandeel, Planrelatie, Relatie, Toegang, beleid};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::{Rol, Wie};

/// What the portal must know of a running plan and of who asks.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Portaalfeiten {
    /// The persons of its groep.
    pub leden: Vec<PersoonId>,
    /// How old the asker is today, where they are one of these.
    pub leeftijd: Option<Leeftijd>,
    /// Those of the leden who let the asker see their part now.
    pub laten_meekijken: Vec<PersoonId>,
    /// Those of the leden over whom the asker has gezag today, and how old each is.
    pub kinderen: Vec<(PersoonId, Leeftijd)>,
}

/// What somebody sees of a plan in the portal.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Portaalzicht {
    /// That it runs, of whom it is and who leads it, and what is for the groep.
    pub groep: bool,
    /// Whose own goals and actions.
    pub leden: BTreeSet<PersoonId>,
    /// For whom of these they may say something of a goal or that something is done, and for the groep when there is any.
    pub spreekt_voor: BTreeSet<PersoonId>,
}

/// Whether somebody in this role may say something of a plan of which they are a lid. Not who comes in for a lid, who is none.
#[must_use]
pub fn draagt_bij(rol: Rol) -> bool {
    beleid().toegang(rol, Beleidsobject::Plan(Plandeel::Bijdragen), Relatie::Lid) > Toegang::Niets
}

/// What `wie` sees of a plan in the portal: as one of the groep, by age. Gezag gives the part of a child, and only in a plan of which one is a
/// lid oneself: a groep without a parent is a matter of that child, and that there is one would be told to who is kept out of it
/// (KING-G4, KING-G5).
#[must_use]
pub fn op_plan_in_portaal(wie: &Wie, feiten: &Portaalfeiten) -> Portaalzicht {
    wie.persoon.map_or_else(Portaalzicht::default, |zelf| lid_in_portaal(wie.rol, zelf, feiten))
}

/// As [`op_plan_in_portaal`], of a person in this role.
#[must_use]
pub fn lid_in_portaal(rol: Rol, zelf: PersoonId, feiten: &Portaalfeiten) -> Portaalzicht {
    if !feiten.leden.contains(&zelf) {
        return Portaalzicht::default();
    }
    let sees = |deel, relatie: Planrelatie| {
        beleid().toegang(rol, Beleidsobject::Plan(deel), relatie.relatie()) > Toegang::Niets
    };
    let old_enough = feiten.leeftijd.is_some_and(|leeftijd| leeftijd.zelf() > Toegang::Niets);
    if !old_enough || !sees(Plandeel::Portaal, Planrelatie::Lid) {
        return Portaalzicht::default();
    }
    let by_gezag = |deel| {
        let decides = move |(kind, leeftijd): &(PersoonId, Leeftijd)| {
            let theirs = *kind != zelf && feiten.leden.contains(kind);
            let may = leeftijd.gezaghouder() > Toegang::Niets;
            (theirs && may && sees(deel, Planrelatie::Gezaghouder)).then_some(*kind)
        };
        let own = sees(deel, Planrelatie::Lid).then_some(zelf);
        own.into_iter().chain(feiten.kinderen.iter().filter_map(decides))
    };
    let lets = |deel| {
        let by_them = move |lid: &PersoonId| {
            *lid != zelf && feiten.leden.contains(lid) && sees(deel, Planrelatie::Medelid)
        };
        feiten.laten_meekijken.iter().copied().filter(by_them)
    };
    let of = |deel| by_gezag(deel).chain(lets(deel)).collect();
    Portaalzicht { groep: true, leden: of(Plandeel::PortaalLid), spreekt_voor: of(Plandeel::Bijdragen) }
}
