//! Which lines of the trail are looked back at, and why. As data, and pure: how somebody stands to the person is handed in.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::bevoegdheid::Relatie;
use crate::domain::inzage::GROND_GLAS;
use crate::domain::medewerker::Rol;

/// Why a look is looked back at.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Nazichtsoort {
    /// At their own dossier, or of who lives with them, at their address, or is tied to them by gezag.
    EigenKring,
    /// At the dossier of a colleague.
    Collega,
    /// At a protected dossier.
    Beschermd,
    /// By a glas that they broke.
    Glas,
    /// As somebody who stands in.
    Vervanging,
}

impl Nazichtsoort {
    /// All of them.
    pub const ALLE: [Self; 5] =
        [Self::EigenKring, Self::Collega, Self::Beschermd, Self::Glas, Self::Vervanging];

    /// The word in the journal and on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::EigenKring => "eigen_kring",
            Self::Collega => "collega",
            Self::Beschermd => "beschermd",
            Self::Glas => "glas",
            Self::Vervanging => "vervanging",
        }
    }

    /// Whether a line belongs to an item of this kind, once there is one: by what the line says itself. Of the first three every look at
    /// that person by that one does.
    #[must_use]
    pub fn rust_op(self, blik: &Blik<'_>) -> bool {
        let door_grond = |grond: &str| blik.gelukt && blik.grond == Some(grond);
        telt(blik)
            && match self {
                Self::EigenKring | Self::Collega | Self::Beschermd => true,
                Self::Glas => door_grond(GROND_GLAS),
                Self::Vervanging => door_grond(Relatie::Vervanger.word()) || (blik.gelukt && blik.namens),
            }
    }
}

/// A line of the trail, as far as looking back depends on it.
#[derive(Copy, Clone, Debug)]
pub struct Blik<'a> {
    /// In which role.
    pub rol: Option<Rol>,
    /// What was done.
    pub handeling: &'a str,
    /// On which object.
    pub object: &'a str,
    /// On which ground.
    pub grond: Option<&'a str>,
    /// On behalf of another.
    pub namens: bool,
    /// It was shown or done. Who was refused tried to.
    pub gelukt: bool,
}

/// How the one who looked stands to the person.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Band {
    /// It is themselves, or somebody close to them.
    pub eigen_kring: bool,
    /// The person works here.
    pub collega: bool,
    /// The dossier was protected then.
    pub beschermd: bool,
}

/// Objects of which a look is a look at who looked: of looking back there is no looking back, or it would have no end. The trail has them.
pub const TOEZICHT: &[&str] = &["audit", "beschermd", "inzage", "nazicht"];

/// Acts by which a dossier is looked after, not looked into.
pub const TOEZICHT_HANDELINGEN: &[&str] =
    &["BeschermDossier", "WijzigBescherming", "HefBeschermingOp", "LegMedewerkerVast"];

/// Pages on which somebody stands because of the work itself. To have the list open is no look at one of those in it; to open one is.
pub const LIJSTEN: &[&str] =
    &["werkvoorraad", "acties", "plannen", "nieuw", "gesprekken", "signalen", "leiding", "caseload"];

/// Why this line is looked back at; nothing when it need not be. Who is close to them and a colleague too is the former.
#[must_use]
pub fn soorten(blik: &Blik<'_>, band: Band) -> Vec<Nazichtsoort> {
    let geldt = |soort: &Nazichtsoort| match soort {
        Nazichtsoort::EigenKring => band.eigen_kring,
        Nazichtsoort::Collega => band.collega && !band.eigen_kring,
        Nazichtsoort::Beschermd => band.beschermd,
        Nazichtsoort::Glas | Nazichtsoort::Vervanging => true,
    };
    Nazichtsoort::ALLE.into_iter().filter(|soort| geldt(soort) && soort.rust_op(blik)).collect()
}

/// Whether it is a look of somebody who works here at a dossier.
fn telt(blik: &Blik<'_>) -> bool {
    let soort = blik.object.split(['/', '@']).next().unwrap_or_default();
    let werkt = match blik.rol {
        None | Some(Rol::Inwoner | Rol::Groepsparticipant | Rol::Signaalbron | Rol::Systeem) => false,
        Some(_) => true,
    };
    werkt
        && !TOEZICHT.contains(&soort)
        && !LIJSTEN.contains(&soort)
        && !TOEZICHT_HANDELINGEN.contains(&blik.handeling)
}
