//! Who may see what of a groep and its plan, as data.

use std::collections::BTreeSet;

use super::{Beleidsobject, Relatie, Toegang, beleid};
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::zaaktype::Zaaktype;

/// How somebody stands to a plan.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub enum Planrelatie {
    /// One of its regisseurs.
    Regisseur,
    /// Works on a zaak that belongs to it.
    Behandelaar,
    /// It is about them.
    Lid,
    /// Has gezag today over a minor it is about (KING-R1e).
    Gezaghouder,
    /// Is a lid too, whom another one lets see their part (KING-R1f).
    Medelid,
    /// Stands around the groep.
    Participant,
    /// Stands in for a regisseur, by a toekenning that holds now (KING-R4d).
    VervangtRegisseur,
    /// Stands in for somebody who works on a zaak that belongs to it.
    VervangtBehandelaar,
    /// Broke the glass of this plan, and it is not over (KING-R4e).
    Glas,
}

impl Planrelatie {
    /// All of them.
    pub const ALLE: [Self; 9] = [
        Self::Regisseur,
        Self::Behandelaar,
        Self::Lid,
        Self::Gezaghouder,
        Self::Medelid,
        Self::Participant,
        Self::VervangtRegisseur,
        Self::VervangtBehandelaar,
        Self::Glas,
    ];

    /// As the policy has it.
    #[must_use]
    pub fn relatie(self) -> Relatie {
        match self {
            Self::Regisseur => Relatie::Regisseur,
            Self::Behandelaar => Relatie::Behandelaar,
            Self::Lid => Relatie::Lid,
            Self::Gezaghouder => Relatie::Gezaghouder,
            Self::Medelid => Relatie::Medelid,
            Self::Participant => Relatie::Participant,
            Self::VervangtRegisseur => Relatie::VervangtRegisseur,
            Self::VervangtBehandelaar => Relatie::VervangtBehandelaar,
            Self::Glas => Relatie::Glas,
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
    /// All of it, to read and not to change.
    Inzage,
    /// In the portal: that it runs, of whom and led by whom, and what is for the groep and was shared.
    Portaal,
    /// In the portal: what is for one lid.
    PortaalLid,
    /// In the portal: to say what one thinks of a goal, of the groep or of a lid, and that something of that lid is done.
    Bijdragen,
}

impl Plandeel {
    /// All of them.
    pub const ALLE: [Self; 7] = [
        Self::Groep,
        Self::EigenLeden,
        Self::Alles,
        Self::Inzage,
        Self::Portaal,
        Self::PortaalLid,
        Self::Bijdragen,
    ];

    /// The word on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Groep => "groep",
            Self::EigenLeden => "eigen_leden",
            Self::Alles => "alles",
            Self::Inzage => "inzage",
            Self::Portaal => "portaal",
            Self::PortaalLid => "portaal_lid",
            Self::Bijdragen => "bijdragen",
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

/// Relation × role → parts. What is not here is *niets*. A participant gets a line when they have a way in of their own (KING-R2).
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
    // KING-R4d: the same as the one who is away. Who leads the plan they cannot change: `domain/plan/decide.rs`.
    Planregel {
        relatie: Planrelatie::VervangtRegisseur,
        rollen: &[Rol::Regisseur, Rol::Vervanger],
        delen: &[Plandeel::Groep, Plandeel::EigenLeden, Plandeel::Alles],
    },
    Planregel {
        relatie: Planrelatie::VervangtBehandelaar,
        rollen: &[
            Rol::Jeugdconsulent,
            Rol::Wmoconsulent,
            Rol::ConsulentInkomen,
            Rol::Uitkeringsadministratie,
            Rol::Werkcoach,
            Rol::Regisseur,
            Rol::Backoffice,
            Rol::MedewerkerBudgetbeheer,
            Rol::Vervanger,
        ],
        delen: &[Plandeel::Groep, Plandeel::EigenLeden],
    },
    // KING-R4e, G28: to read, for as long as the glas holds.
    Planregel {
        relatie: Planrelatie::Glas,
        rollen: &[Rol::Wijkteammanager],
        delen: &[Plandeel::Groep, Plandeel::Inzage],
    },
    // KING-R1b, KING-R1d: the groep as a whole and one's own part; of another lid nothing. How old: `plan_portaal.rs`.
    Planregel {
        relatie: Planrelatie::Lid,
        rollen: &[Rol::Inwoner],
        delen: &[Plandeel::Portaal, Plandeel::PortaalLid, Plandeel::Bijdragen],
    },
    // KING-R1e: the part of a child, in a plan of which they are a lid themselves. Who decides for a child speaks for it too.
    Planregel {
        relatie: Planrelatie::Gezaghouder,
        rollen: &[Rol::Inwoner],
        delen: &[Plandeel::PortaalLid, Plandeel::Bijdragen],
    },
    // KING-R1f: the part of who lets them, to read.
    Planregel { relatie: Planrelatie::Medelid, rollen: &[Rol::Inwoner], delen: &[Plandeel::PortaalLid] },
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
    /// For whom the asker stands in now.
    pub vervangt: Vec<MedewerkerId>,
    /// The asker broke the glass of this plan, and it holds now.
    pub glas: bool,
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
    /// All of it, to read.
    pub inzage: bool,
}

impl Planzicht {
    /// As one word: everything is *schrijven*, all of it to read is *wat*, a part is *dat*.
    #[must_use]
    pub fn toegang(&self) -> Toegang {
        match (self.alles, self.inzage, self.groep) {
            (true, _, _) => Toegang::Schrijven,
            (false, true, _) => Toegang::Wat,
            (false, false, true) => Toegang::Dat,
            (false, false, false) => Toegang::Niets,
        }
    }

    /// Whether all of it is seen, to change or to read.
    #[must_use]
    pub fn ziet_alles(&self) -> bool {
        self.alles || self.inzage
    }
}

/// What `wie` sees of a plan. What somebody gets for a while opens no plan of their own groep.
#[must_use]
pub fn op_plan(wie: &Wie, feiten: &PlanFeiten) -> Planzicht {
    let lid = wie.persoon.is_some_and(|persoon| feiten.leden.contains(&persoon));
    let vervangt = |who: &MedewerkerId| !lid && feiten.vervangt.contains(who);
    let works_for = |who: &dyn Fn(&MedewerkerId) -> bool| -> BTreeSet<PersoonId> {
        let theirs = feiten.zaken.iter().filter(|(_, behandelaars)| behandelaars.iter().any(who));
        theirs.map(|(persoon, _)| *persoon).collect()
    };
    let (own, other) = (works_for(&|who| *who == wie.id), works_for(&vervangt));
    let stands = |relatie| match relatie {
        Planrelatie::Regisseur => feiten.regisseurs.contains(&wie.id),
        Planrelatie::Behandelaar => !own.is_empty(),
        Planrelatie::Lid => lid,
        // Only in the portal, where age, gezag and what leden let each other see are known: `op_plan_in_portaal`.
        Planrelatie::Gezaghouder | Planrelatie::Medelid => false,
        Planrelatie::Participant => {
            wie.persoon.is_some_and(|persoon| feiten.participanten.contains(&persoon))
        }
        Planrelatie::VervangtRegisseur => feiten.regisseurs.iter().any(vervangt),
        Planrelatie::VervangtBehandelaar => !other.is_empty(),
        Planrelatie::Glas => !lid && feiten.glas,
    };
    let sees = |deel| {
        let relaties = Planrelatie::ALLE.into_iter().filter(|relatie| stands(*relatie));
        let relaties = relaties.map(Planrelatie::relatie);
        beleid().hoogste(wie.rol, Beleidsobject::Plan(deel), relaties) > Toegang::Niets
    };
    let (groep, eigen) = (sees(Plandeel::Groep), sees(Plandeel::EigenLeden));
    let (alles, inzage) = (sees(Plandeel::Alles), sees(Plandeel::Inzage));
    let leden = match (alles || inzage, eigen) {
        (true, _) => feiten.leden.iter().copied().collect(),
        (false, true) => own.union(&other).copied().collect(),
        (false, false) => BTreeSet::new(),
    };
    Planzicht { groep, leden, alles, inzage }
}

/// Whether somebody who may look into a zaak `zo_ver` may link it to a plan. A confidential one never, also not by who works on it: a
/// plan names its zaken to all who lead it, now and later (KING-PL3, KING-R3b, ENS-S5).
#[must_use]
pub fn mag_koppelen(zaaktype: Zaaktype, zo_ver: Toegang) -> bool {
    zo_ver > Toegang::Niets && !zaaktype.vertrouwelijk()
}

/// How far `wie` may look at a groep: those who look after it, and nobody else, not even that it is there (KING-G4, KING-G5). Who
/// stands in for one of them (`vervangt`) reads. `regisseurs` are those of its plan that runs or ran last; before the first plan
/// whoever made it looks after it.
#[must_use]
pub fn op_groep(
    wie: &Wie,
    gevormd_door: MedewerkerId,
    regisseurs: Option<&[MedewerkerId]>,
    vervangt: &[MedewerkerId],
) -> Toegang {
    let looks_after =
        |who: MedewerkerId| regisseurs.map_or(gevormd_door == who, |regisseurs| regisseurs.contains(&who));
    let regisseur = looks_after(wie.id).then_some(Relatie::Regisseur);
    let other = vervangt.iter().any(|who| looks_after(*who));
    let vervanger = other.then_some(Relatie::VervangtRegisseur);
    beleid().hoogste(wie.rol, Beleidsobject::Groep, regisseur.into_iter().chain(vervanger))
}

/// Whether somebody in this role can change a groep at all: who looks after one, or stands in for who does. Which groep is asked of
/// [`op_groep`].
#[must_use]
pub fn kan_groep_wijzigen(rol: Rol) -> bool {
    let relaties = [Relatie::Regisseur, Relatie::VervangtRegisseur];
    beleid().hoogste(rol, Beleidsobject::Groep, relaties) == Toegang::Schrijven
}

/// Whether somebody in this role can lead in place of a regisseur.
#[must_use]
pub fn vervangt_regie(rol: Rol) -> bool {
    beleid().toegang(rol, Beleidsobject::Plan(Plandeel::Alles), Relatie::VervangtRegisseur) > Toegang::Niets
}
