//! Who may see what of a groep and its plan, as data.

use std::collections::BTreeSet;

use super::{Relatie, Toegang, Voorwerp, beleid};
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::medewerker::{Rol, Wie};

/// How somebody stands to a plan.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Planrelatie {
    /// One of its regisseurs.
    Regisseur,
    /// Works on a zaak that belongs to it.
    Behandelaar,
    /// It is about them.
    Lid,
    /// Stands around the groep.
    Participant,
}

impl Planrelatie {
    /// All of them.
    pub const ALLE: [Self; 4] = [Self::Regisseur, Self::Behandelaar, Self::Lid, Self::Participant];

    /// As the policy has it.
    #[must_use]
    pub fn relatie(self) -> Relatie {
        match self {
            Self::Regisseur => Relatie::Regisseur,
            Self::Behandelaar => Relatie::Behandelaar,
            Self::Lid => Relatie::Lid,
            Self::Participant => Relatie::Participant,
        }
    }
}

/// A part of a plan, which is shown as a whole or not at all. Each has a topic of its own, so that the number of what happened in
/// one part tells nothing of another.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Plandeel {
    /// That it is there, of whom and led by whom, and what is for the groep as a whole.
    Groep,
    /// What is for the leden whose zaken in this plan somebody works on.
    EigenLeden,
    /// Everything else: what is for each lid, signalen, timeline, who is around the groep.
    Alles,
}

impl Plandeel {
    /// All of them.
    pub const ALLE: [Self; 3] = [Self::Groep, Self::EigenLeden, Self::Alles];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Groep => "groep",
            Self::EigenLeden => "eigen_leden",
            Self::Alles => "alles",
        }
    }
}

/// One line of the policy.
#[derive(Copy, Clone, Debug)]
pub struct Planregel {
    /// Standing like this to the plan.
    pub relatie: Planrelatie,
    /// For these roles.
    pub rollen: &'static [Rol],
    /// These parts.
    pub delen: &'static [Plandeel],
}

/// Relation × role → parts. What is not here is *niets*. In the portal lid and participant get a line when a groep is shown there
/// (KING-ZT20); until then they have none.
pub const PLANREGELS: &[Planregel] = &[
    // KING-R3a, KING-RG3: every regisseur has all of it.
    Planregel {
        relatie: Planrelatie::Regisseur,
        rollen: &[Rol::Regisseur],
        delen: &[Plandeel::Groep, Plandeel::EigenLeden, Plandeel::Alles],
    },
    // KING-R6a, KING-R6b, KING-PL8: knows that the zaak is in a plan and who leads it, and what is for the groep and for whom they
    // work. Of another lid nothing (KING-R6d, KING-R6e).
    Planregel {
        relatie: Planrelatie::Behandelaar,
        rollen: &[
            Rol::Jeugdconsulent,
            Rol::Wmoconsulent,
            Rol::ConsulentInkomen,
            Rol::Uitkeringsadministratie,
            Rol::Werkcoach,
            Rol::Regisseur,
            Rol::Backoffice,
            Rol::MedewerkerBudgetbeheer,
        ],
        delen: &[Plandeel::Groep, Plandeel::EigenLeden],
    },
];

/// What the policy asks of a plan.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct PlanFeiten {
    /// Its regisseurs.
    pub regisseurs: Vec<MedewerkerId>,
    /// Of each zaak that belongs to it: whom it is about and who works on it.
    pub zaken: Vec<(PersoonId, Vec<MedewerkerId>)>,
    /// The persons of its groep.
    pub leden: Vec<PersoonId>,
    /// Who stand around the groep.
    pub participanten: Vec<PersoonId>,
}

/// What somebody sees of a plan.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Planzicht {
    /// That it is there, and what is for the groep.
    pub groep: bool,
    /// Whose own goals and actions.
    pub leden: BTreeSet<PersoonId>,
    /// All of it, and to change it.
    pub alles: bool,
}

impl Planzicht {
    /// As one word: everything is *schrijven*, a part is *dat*.
    #[must_use]
    pub fn toegang(&self) -> Toegang {
        match (self.alles, self.groep) {
            (true, _) => Toegang::Schrijven,
            (false, true) => Toegang::Dat,
            (false, false) => Toegang::Niets,
        }
    }
}

/// What `wie` sees of a plan.
#[must_use]
pub fn op_plan(wie: &Wie, feiten: &PlanFeiten) -> Planzicht {
    let own: BTreeSet<PersoonId> =
        feiten.zaken.iter().filter(|(_, who)| who.contains(&wie.id)).map(|(persoon, _)| *persoon).collect();
    let stands = |relatie| match relatie {
        Planrelatie::Regisseur => feiten.regisseurs.contains(&wie.id),
        Planrelatie::Behandelaar => !own.is_empty(),
        Planrelatie::Lid => wie.persoon.is_some_and(|persoon| feiten.leden.contains(&persoon)),
        Planrelatie::Participant => {
            wie.persoon.is_some_and(|persoon| feiten.participanten.contains(&persoon))
        }
    };
    let sees = |deel| {
        let relaties = Planrelatie::ALLE.into_iter().filter(|relatie| stands(*relatie));
        let relaties = relaties.map(Planrelatie::relatie);
        beleid().hoogste(wie.rol, Voorwerp::Plan(deel), relaties) > Toegang::Niets
    };
    let (groep, eigen, alles) = (sees(Plandeel::Groep), sees(Plandeel::EigenLeden), sees(Plandeel::Alles));
    let leden = match (alles, eigen) {
        (true, _) => feiten.leden.iter().copied().collect(),
        (false, true) => own,
        (false, false) => BTreeSet::new(),
    };
    Planzicht { groep, leden, alles }
}

/// How far `wie` may look at a groep: those who look after it, and nobody else, not even that it is there (KING-G4, KING-G5).
/// `regisseurs` are those of its plan that runs or ran last; before the first plan whoever made it looks after it.
#[must_use]
pub fn op_groep(wie: &Wie, gevormd_door: MedewerkerId, regisseurs: Option<&[MedewerkerId]>) -> Toegang {
    let own = regisseurs.map_or(gevormd_door == wie.id, |regisseurs| regisseurs.contains(&wie.id));
    beleid().hoogste(wie.rol, Voorwerp::Groep, own.then_some(Relatie::Regisseur))
}
