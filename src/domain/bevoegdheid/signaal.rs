//! Who may see what of a signaal, as data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Beleidsobject, Relatie, Toegang, beleid};
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::signaal::{Betrouwbaarheid, Signaalsoort};

/// A part of the wijkteam that sees the same signalen. What is counted over signalen is counted per kring: a number that holds
/// what somebody may not see would tell of it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kring {
    /// Jeugdconsulenten.
    Jeugd,
    /// Wmo-consulenten.
    Wmo,
    /// Regisseurs.
    Regie,
    /// The wijkteammanager: that it is there, never its content (KING-R4c).
    Leiding,
}

/// Role → kring. Who is in none sees no signaal (KING-ZT22, KING-ZT25, design §10.11).
pub const KRINGEN: &[(Rol, Kring)] = &[
    (Rol::Jeugdconsulent, Kring::Jeugd),
    (Rol::Wmoconsulent, Kring::Wmo),
    (Rol::Regisseur, Kring::Regie),
    (Rol::Wijkteammanager, Kring::Leiding),
];

impl Kring {
    /// All of them.
    pub const ALLE: [Self; 4] = [Self::Jeugd, Self::Wmo, Self::Regie, Self::Leiding];

    /// The word in a topic.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Jeugd => "jeugd",
            Self::Wmo => "wmo",
            Self::Regie => "regie",
            Self::Leiding => "leiding",
        }
    }

    /// The kring of a role, as the list of kringen says it.
    #[must_use]
    pub fn waar(rol: Rol) -> Option<Self> {
        KRINGEN.iter().find(|(other, _)| *other == rol).map(|(_, kring)| *kring)
    }

    /// The kring of a role.
    #[must_use]
    pub fn van(rol: Rol) -> Option<Self> {
        let belongs = |kring: &Self| {
            beleid().toegang(rol, Beleidsobject::Kring(*kring), Relatie::Geen) > Toegang::Niets
        };
        Self::ALLE.into_iter().find(belongs)
    }

    /// How far this kring looks into a signaal of this kind that is with no regisseur.
    #[must_use]
    pub fn ziet(self, soort: Signaalsoort) -> Toegang {
        let rol = KRINGEN.iter().find(|(_, kring)| *kring == self).map(|(rol, _)| *rol);
        rol.map_or(Toegang::Niets, |rol| beleid().toegang(rol, Beleidsobject::Signaal(soort), Relatie::Geen))
    }
}

/// The most that a source may say of how far it can be relied on (KING-ZT23). An outside system is as reliable as the gemeente found
/// when it gave out the key. Who comes there for their work can have it from an administration; who lives there saw or heard it.
#[must_use]
pub fn hoogste_betrouwbaarheid(rol: Rol, ingeschreven: Option<Betrouwbaarheid>) -> Betrouwbaarheid {
    if rol == Rol::Signaalbron {
        return ingeschreven.unwrap_or(Betrouwbaarheid::EigenWaarneming);
    }
    let lives_here = matches!(rol, Rol::Inwoner | Rol::Groepsparticipant);
    if lives_here { Betrouwbaarheid::EigenWaarneming } else { Betrouwbaarheid::Vastgesteld }
}

/// What the policy asks of a signaal.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct SignaalFeiten {
    /// What it is about.
    pub soort: Signaalsoort,
    /// It is about the asker, or about a groep of which they are one.
    pub zelf: bool,
    /// It is with the regisseurs of a plan, these (KING-SI5); then it is with nobody else.
    pub bij_regisseurs: Option<Vec<MedewerkerId>>,
    /// For one about a groep: how far the asker may look at that groep. Who may not know of the groep knows of no signaal about it.
    pub op_groep: Option<Toegang>,
    /// For whom the asker stands in now.
    pub vervangt: Vec<MedewerkerId>,
    /// The asker broke the glass of the plan in which it landed, and it holds now.
    pub glas: bool,
}

/// How far `wie` may look into a signaal. Its source is part of the content. Of one about themselves nobody who works here hears, or could deal
/// with it: somebody trusted that they would not.
#[must_use]
pub fn op_signaal(wie: &Wie, feiten: &SignaalFeiten) -> Toegang {
    if feiten.zelf {
        return Toegang::Niets;
    }
    let kring = Kring::van(wie.rol);
    match (&feiten.bij_regisseurs, feiten.op_groep) {
        (Some(regisseurs), _) => {
            let regisseur = regisseurs.contains(&wie.id).then_some(Relatie::Regisseur);
            let other = feiten.vervangt.iter().any(|who| regisseurs.contains(who));
            let vervanger = other.then_some(Relatie::VervangtRegisseur);
            // What landed in a plan is part of it.
            let glas = feiten.glas.then_some(Relatie::Glas);
            let relaties = regisseur.into_iter().chain(vervanger).chain(glas);
            beleid().hoogste(wie.rol, Beleidsobject::Signaal(feiten.soort), relaties)
        }
        (None, Some(Toegang::Niets)) => Toegang::Niets,
        (None, Some(_) | None) => kring.map_or(Toegang::Niets, |kring| kring.ziet(feiten.soort)),
    }
}
