//! The kinds of signaal and of source: a managed list, as data.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::medewerker::Rol;
use crate::domain::zaak::Urgentie;

/// What a signaal is about (KING-SI2).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Signaalsoort {
    /// The rent is not paid.
    Huurachterstand,
    /// Gas, water or light is about to be cut off.
    EnergieAfsluiting,
    /// A child does not come to school.
    Schoolverzuim,
    /// Worries about how a child grows up.
    ZorgenOmKind,
    /// Violence between partners.
    Partnergeweld,
    /// Somebody who needs help and does not want it.
    Zorgmijding,
    /// Trouble for the neighbours.
    Overlast,
    /// None of these.
    Overig,
}

/// What is kept of a kind: how soon somebody must look, and who may see what it says.
#[derive(Copy, Clone, Debug)]
pub struct Soortgegevens {
    /// Which kind.
    pub soort: Signaalsoort,
    /// What people call it, in plain words.
    pub naam: &'static str,
    /// How soon somebody must look.
    pub urgentie: Urgentie,
    /// Who of the wijkteam sees the content, while it is not with a regisseur. To the others it is not there.
    pub zichtbaar: &'static [Rol],
    /// Years that it is kept after its last change (KING-ZT21).
    pub bewaarjaren: i16,
}

/// Years that a signaal is kept when nobody decided otherwise. No law says how long: the gemeente sets it per kind, and must be able to say
/// why not shorter (`docs/OPERATIONS.md`).
pub const BEWAARJAREN: i16 = 5;

const TEAM: &[Rol] = &[Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::Regisseur];
const JEUGD: &[Rol] = &[Rol::Jeugdconsulent, Rol::Regisseur];
const WMO: &[Rol] = &[Rol::Wmoconsulent, Rol::Regisseur];
/// Who knows of violence at home could, with the best intentions, ask about it where the other listens.
const REGIE: &[Rol] = &[Rol::Regisseur];

/// The list. A kind that is not used any more stays, for the signalen that have it.
pub const SOORTEN: &[Soortgegevens] = &[
    soort(Signaalsoort::Huurachterstand, "Achterstand met de huur", Urgentie::Gewoon, TEAM),
    soort(Signaalsoort::EnergieAfsluiting, "Gas, water of licht wordt afgesloten", Urgentie::Spoed, TEAM),
    soort(Signaalsoort::Schoolverzuim, "Niet naar school", Urgentie::Gewoon, JEUGD),
    soort(Signaalsoort::ZorgenOmKind, "Zorgen om een kind", Urgentie::Spoed, JEUGD),
    soort(Signaalsoort::Partnergeweld, "Geweld tussen partners", Urgentie::Crisis, REGIE),
    soort(Signaalsoort::Zorgmijding, "Heeft hulp nodig maar wil die niet", Urgentie::Spoed, WMO),
    soort(Signaalsoort::Overlast, "Overlast in de buurt", Urgentie::Gewoon, TEAM),
    soort(Signaalsoort::Overig, "Iets anders", Urgentie::Gewoon, TEAM),
];

const fn soort(
    soort: Signaalsoort,
    naam: &'static str,
    urgentie: Urgentie,
    zichtbaar: &'static [Rol],
) -> Soortgegevens {
    Soortgegevens { soort, naam, urgentie, zichtbaar, bewaarjaren: BEWAARJAREN }
}

impl Signaalsoort {
    /// All of them, in the order in which a form shows them.
    pub const ALLE: [Self; 8] = [
        Self::Huurachterstand,
        Self::EnergieAfsluiting,
        Self::Schoolverzuim,
        Self::ZorgenOmKind,
        Self::Partnergeweld,
        Self::Zorgmijding,
        Self::Overlast,
        Self::Overig,
    ];

    /// Its line of the list; a test holds the two together.
    #[must_use]
    pub fn gegevens(self) -> Option<&'static Soortgegevens> {
        SOORTEN.iter().find(|gegevens| gegevens.soort == self)
    }

    /// What people call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        self.gegevens().map_or("", |gegevens| gegevens.naam)
    }

    /// How soon somebody must look. A kind without a line is looked at today.
    #[must_use]
    pub fn urgentie(self) -> Urgentie {
        self.gegevens().map_or(Urgentie::Crisis, |gegevens| gegevens.urgentie)
    }

    /// Years that it is kept after its last change. A kind without a line is kept as long as most.
    #[must_use]
    pub fn bewaarjaren(self) -> i16 {
        self.gegevens().map_or(BEWAARJAREN, |gegevens| gegevens.bewaarjaren)
    }

    /// The word that is claimed, stored and asked for.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Huurachterstand => "huurachterstand",
            Self::EnergieAfsluiting => "energie_afsluiting",
            Self::Schoolverzuim => "schoolverzuim",
            Self::ZorgenOmKind => "zorgen_om_kind",
            Self::Partnergeweld => "partnergeweld",
            Self::Zorgmijding => "zorgmijding",
            Self::Overlast => "overlast",
            Self::Overig => "overig",
        }
    }
}

/// What kind of source (KING-ZT23).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bronsoort {
    /// A school.
    School,
    /// The wijkagent.
    Wijkagent,
    /// A woningstichting.
    Woningstichting,
    /// A supplier of gas, water or light.
    Energie,
    /// Somebody who lives here.
    Burger,
    /// Somebody who comes there for their work.
    Professional,
}

/// How far a source can be relied on (KING-ZT23).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Betrouwbaarheid {
    /// From an administration.
    Vastgesteld,
    /// Seen or heard by the source.
    EigenWaarneming,
    /// Heard from others.
    VanHorenZeggen,
}

impl Betrouwbaarheid {
    /// All of them, the most reliable first.
    pub const ALLE: [Self; 3] = [Self::Vastgesteld, Self::EigenWaarneming, Self::VanHorenZeggen];

    /// Whether it says no more than `hoogste`.
    #[must_use]
    pub fn hoogstens(self, hoogste: Self) -> bool {
        self >= hoogste
    }
}

/// What the gemeente keeps of an outside system that reports.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Broninschrijving {
    /// What kind of source it is.
    pub bronsoort: Bronsoort,
    /// How far it can be relied on.
    pub betrouwbaarheid: Betrouwbaarheid,
}
