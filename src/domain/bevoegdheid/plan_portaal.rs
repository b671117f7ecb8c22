//! What of a running plan its leden see in the portal (KING-R1b, KING-R1d, KING-R1e).

use std::collections::BTreeSet;

use super::{Beleidsobject, Leeftijd, Plandeel, Planrelatie, Toegang, beleid};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::Wie;

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
}

/// What `wie` sees of a plan in the portal: as one of the groep, by age. Gezag gives the part of a child, and only in a plan of which one is a
/// lid oneself: a groep without a parent is a matter of that child, and that there is one would be told to who is kept out of it
/// (KING-G4, KING-G5).
#[must_use]
pub fn op_plan_in_portaal(wie: &Wie, feiten: &Portaalfeiten) -> Portaalzicht {
    let Some(zelf) = wie.persoon.filter(|persoon| feiten.leden.contains(persoon)) else {
        return Portaalzicht::default();
    };
    let sees = |deel, relatie: Planrelatie| {
        beleid().toegang(wie.rol, Beleidsobject::Plan(deel), relatie.relatie()) > Toegang::Niets
    };
    let old_enough = feiten.leeftijd.is_some_and(|leeftijd| leeftijd.zelf() > Toegang::Niets);
    if !old_enough || !sees(Plandeel::Portaal, Planrelatie::Lid) {
        return Portaalzicht::default();
    }
    let own = sees(Plandeel::PortaalLid, Planrelatie::Lid).then_some(zelf);
    let decides = |(kind, leeftijd): &(PersoonId, Leeftijd)| {
        let theirs = *kind != zelf && feiten.leden.contains(kind);
        let may = leeftijd.gezaghouder() > Toegang::Niets;
        (theirs && may && sees(Plandeel::PortaalLid, Planrelatie::Gezaghouder)).then_some(*kind)
    };
    let lets = |lid: &&PersoonId| {
        **lid != zelf && feiten.leden.contains(*lid) && sees(Plandeel::PortaalLid, Planrelatie::Medelid)
    };
    let others = feiten.laten_meekijken.iter().filter(lets).copied();
    let leden = own.into_iter().chain(feiten.kinderen.iter().filter_map(decides)).chain(others).collect();
    Portaalzicht { groep: true, leden }
}
