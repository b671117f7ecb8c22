//! Who works here, in which roles. Who they are comes from a provider of identities (`identiteit`), or from the demonstration's fixed book.

use std::fmt;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::identiteit::medewerker_van_inwoner;
use super::ids::{GemeenteId, MedewerkerId, PersoonId};
use super::rollen::Rollen;
use super::zaaktype::Domein;

/// A role from the seeds. One per session: whoever has two chooses.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Rol {
    /// A resident (KING-R1, C1-R1, C2-R1).
    Inwoner,
    /// Somebody around a groep, such as a neighbour (KING-R2).
    Groepsparticipant,
    /// Frontoffice at the desk (C2-R2).
    Frontoffice,
    /// Klantcontactmedewerker (KING-R5).
    Kcc,
    /// Jeugdconsulent (C2-R3).
    Jeugdconsulent,
    /// Wmo-consulent (C2-R4).
    Wmoconsulent,
    /// Consulent inkomen (C1-R2).
    ConsulentInkomen,
    /// Uitkeringsadministratie (C1-R3).
    Uitkeringsadministratie,
    /// Werkcoach (C1-R4).
    Werkcoach,
    /// Werkverdeler, praktijkbegeleider or gedragswetenschapper (C2-R6).
    Werkverdeler,
    /// Wijkteammanager (KING-R4).
    Wijkteammanager,
    /// Regisseur (KING-R3).
    Regisseur,
    /// Backoffice (C2-R7).
    Backoffice,
    /// Budgetbeheer (SHV1).
    MedewerkerBudgetbeheer,
    /// Trajectbegeleider (SHV2).
    Trajectbegeleider,
    /// Chain partner (KING-R6).
    Ketenpartner,
    /// Privacy officer.
    Privacyfunctionaris,
    /// Functioneel beheerder (C1-R5, C2-R5).
    FunctioneelBeheerder,
    /// Financial controller (KING-R8).
    Controller,
    /// Policy analyst (KING-R9).
    Beleidsanalist,
    /// Purchaser (KING-R11).
    Inkoper,
    /// Planning and control (KING-R7).
    PlanningEnControl,
    /// Management and council (KING-R10).
    Bestuur,
    /// Substitute, who gets rights only through a grant (KING-R4d).
    Vervanger,
    /// Second pair of eyes (C2-K8).
    Toetser,
    /// An outside system that reports signalen with a key of its own (KING-ZT24). Nobody logs in as one.
    Signaalbron,
    /// The program itself, where one event leads to the next. Nobody logs in as it.
    Systeem,
}

impl Rol {
    /// All roles; the policy test goes through them.
    pub const ALLE: [Self; 27] = [
        Self::Inwoner,
        Self::Groepsparticipant,
        Self::Frontoffice,
        Self::Kcc,
        Self::Jeugdconsulent,
        Self::Wmoconsulent,
        Self::ConsulentInkomen,
        Self::Uitkeringsadministratie,
        Self::Werkcoach,
        Self::Werkverdeler,
        Self::Wijkteammanager,
        Self::Regisseur,
        Self::Backoffice,
        Self::MedewerkerBudgetbeheer,
        Self::Trajectbegeleider,
        Self::Ketenpartner,
        Self::Privacyfunctionaris,
        Self::FunctioneelBeheerder,
        Self::Controller,
        Self::Beleidsanalist,
        Self::Inkoper,
        Self::PlanningEnControl,
        Self::Bestuur,
        Self::Vervanger,
        Self::Toetser,
        Self::Signaalbron,
        Self::Systeem,
    ];

    /// The word in the journal, the trail and on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Inwoner => "inwoner",
            Self::Groepsparticipant => "groepsparticipant",
            Self::Frontoffice => "frontoffice",
            Self::Kcc => "kcc",
            Self::Jeugdconsulent => "jeugdconsulent",
            Self::Wmoconsulent => "wmoconsulent",
            Self::ConsulentInkomen => "consulent_inkomen",
            Self::Uitkeringsadministratie => "uitkeringsadministratie",
            Self::Werkcoach => "werkcoach",
            Self::Werkverdeler => "werkverdeler",
            Self::Wijkteammanager => "wijkteammanager",
            Self::Regisseur => "regisseur",
            Self::Backoffice => "backoffice",
            Self::MedewerkerBudgetbeheer => "medewerker_budgetbeheer",
            Self::Trajectbegeleider => "trajectbegeleider",
            Self::Ketenpartner => "ketenpartner",
            Self::Privacyfunctionaris => "privacyfunctionaris",
            Self::FunctioneelBeheerder => "functioneel_beheerder",
            Self::Controller => "controller",
            Self::Beleidsanalist => "beleidsanalist",
            Self::Inkoper => "inkoper",
            Self::PlanningEnControl => "planning_en_control",
            Self::Bestuur => "bestuur",
            Self::Vervanger => "vervanger",
            Self::Toetser => "toetser",
            Self::Signaalbron => "signaalbron",
            Self::Systeem => "systeem",
        }
    }

    /// The role of this word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALLE.into_iter().find(|rol| rol.word() == word)
    }

    /// What people call the role.
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Inwoner => "inwoner",
            Self::Groepsparticipant => "groepsparticipant",
            Self::Frontoffice => "frontoffice",
            Self::Kcc => "klantcontactmedewerker",
            Self::Jeugdconsulent => "jeugdconsulent",
            Self::Wmoconsulent => "Wmo-consulent",
            Self::ConsulentInkomen => "consulent inkomen",
            Self::Uitkeringsadministratie => "uitkeringsadministratie",
            Self::Werkcoach => "werkcoach",
            Self::Werkverdeler => "werkverdeler",
            Self::Wijkteammanager => "wijkteammanager",
            Self::Regisseur => "regisseur",
            Self::Backoffice => "backoffice",
            Self::MedewerkerBudgetbeheer => "medewerker budgetbeheer",
            Self::Trajectbegeleider => "trajectbegeleider",
            Self::Ketenpartner => "ketenpartner",
            Self::Privacyfunctionaris => "privacyfunctionaris",
            Self::FunctioneelBeheerder => "functioneel beheerder",
            Self::Controller => "controller",
            Self::Beleidsanalist => "beleidsanalist",
            Self::Inkoper => "inkoper",
            Self::PlanningEnControl => "planning en control",
            Self::Bestuur => "bestuur",
            Self::Vervanger => "vervanger",
            Self::Toetser => "toetser",
            Self::Signaalbron => "signaalbron",
            Self::Systeem => "systeem",
        }
    }

    /// The field of law in which this role works, when it is one.
    #[must_use]
    pub fn domein(self) -> Option<Domein> {
        match self {
            Self::Jeugdconsulent => Some(Domein::Jeugd),
            Self::Wmoconsulent => Some(Domein::Wmo),
            Self::ConsulentInkomen | Self::Uitkeringsadministratie | Self::Werkcoach => Some(Domein::Inkomen),
            Self::Inwoner
            | Self::Groepsparticipant
            | Self::Frontoffice
            | Self::Kcc
            | Self::Werkverdeler
            | Self::Wijkteammanager
            | Self::Regisseur
            | Self::Backoffice
            | Self::MedewerkerBudgetbeheer
            | Self::Trajectbegeleider
            | Self::Ketenpartner
            | Self::Privacyfunctionaris
            | Self::FunctioneelBeheerder
            | Self::Controller
            | Self::Beleidsanalist
            | Self::Inkoper
            | Self::PlanningEnControl
            | Self::Bestuur
            | Self::Vervanger
            | Self::Toetser
            | Self::Signaalbron
            | Self::Systeem => None,
        }
    }

    /// Whether a zaak may be assigned to somebody in this role.
    #[must_use]
    pub fn behandelt(self) -> bool {
        self.domein().is_some()
            || matches!(self, Self::Regisseur | Self::Backoffice | Self::MedewerkerBudgetbeheer)
    }
}

/// Somebody in the book.
#[derive(Clone, Eq, PartialEq)]
pub struct Medewerker {
    /// Who.
    pub id: MedewerkerId,
    /// As colleagues call them.
    pub naam: String,
    /// What they may work as.
    pub rollen: Rollen,
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// For a resident: which person they are.
    pub persoon: Option<PersoonId>,
    /// For who comes in for a resident: for whom. Never together with `persoon`.
    pub machtiging: Option<Machtiging>,
}

impl fmt::Debug for Medewerker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Medewerker({}, {:?}, ***)", self.id, self.rollen)
    }
}

/// Somebody comes in for a resident, by a mandate that a provider vouches for at this login. It is over with the session.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub struct Machtiging {
    /// Who acts.
    pub gemachtigde: PersoonId,
    /// For whom.
    pub voor: PersoonId,
}

impl Machtiging {
    /// On whose behalf: the id that the represented resident has when they come in themselves.
    #[must_use]
    pub fn namens(&self) -> MedewerkerId {
        medewerker_van_inwoner(self.voor)
    }
}

impl Medewerker {
    /// As they act in a session with this role; `None` when the role is not theirs (any more).
    #[must_use]
    pub fn als(&self, rol: Rol, sessie: Uuid) -> Option<Wie> {
        let Self { id, naam, rollen, gemeente, persoon, machtiging } = self;
        let wie = || Wie {
            id: *id,
            naam: naam.clone(),
            rol,
            gemeente: *gemeente,
            persoon: *persoon,
            machtiging: *machtiging,
            sessie,
        };
        rollen.bevat(rol).then(wie)
    }
}

/// Who acts, now: a medewerker in a session. What every decision about rights starts from.
#[derive(Clone, Eq, PartialEq)]
pub struct Wie {
    /// Who.
    pub id: MedewerkerId,
    /// As shown to others.
    pub naam: String,
    /// The role of this session.
    pub rol: Rol,
    /// The municipality of this session.
    pub gemeente: GemeenteId,
    /// For a resident: which person they are.
    pub persoon: Option<PersoonId>,
    /// For who comes in for a resident: for whom. They are nobody themselves then: `persoon` is absent, so that nothing of their own
    /// affairs is in this session.
    pub machtiging: Option<Machtiging>,
    /// The session's public id, for the trail.
    pub sessie: Uuid,
}

impl fmt::Debug for Wie {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Wie({}, {:?}, ***)", self.id, self.rol)
    }
}

impl Wie {
    /// Whether this session is one for another, and for this person.
    #[must_use]
    pub fn is_gemachtigd_voor(&self, persoon: PersoonId) -> bool {
        self.machtiging.is_some_and(|it| it.voor == persoon)
    }

    /// On whose behalf they act, in a session for another.
    #[must_use]
    pub fn namens(&self) -> Option<MedewerkerId> {
        self.machtiging.map(|it| it.namens())
    }

    /// Whose affairs a session in the portal is about: one's own, or those of whom one comes for.
    #[must_use]
    pub fn in_portaal_voor(&self) -> Option<PersoonId> {
        self.persoon.or(self.machtiging.map(|it| it.voor))
    }
}
