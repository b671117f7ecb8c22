//! The policy as whoever looks after it reads it: rules about roles, never anything of a person.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::bevoegdheid::{Cel, Eis, Toegang, Voorwerp, Voorwerpsoort, beleid};
use crate::domain::medewerker::Rol;
use crate::domain::signaal::Signaalsoort;

/// Which role may go how far, and what each way in asks. A cell that is not in `cellen` says *niets*.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BeleidWat {
    /// Every role.
    pub rollen: Vec<RolWat>,
    /// Everything to which rights are given.
    pub voorwerpen: Vec<VoorwerpWat>,
    /// The cells that give something.
    pub cellen: Vec<CelWat>,
    /// The ways in: addresses, topics, commands, exports.
    pub ingangen: Vec<IngangWat>,
}

/// A role with the name that people use.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RolWat {
    /// The role.
    pub rol: Rol,
    /// What people call it.
    pub naam: &'static str,
}

/// Something to which rights are given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct VoorwerpWat {
    /// One word for it.
    pub voorwerp: String,
    /// Its kind.
    pub soort: Voorwerpsoort,
    /// What people call it, where it comes from a list that is kept.
    pub naam: Option<&'static str>,
    /// How somebody can stand to it.
    pub relaties: Vec<&'static str>,
}

/// One cell.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CelWat {
    /// For this role.
    pub rol: Rol,
    /// To this.
    pub voorwerp: String,
    /// Standing to it like this.
    pub relatie: &'static str,
    /// So far.
    pub toegang: Toegang,
}

/// Which kind of way in.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ingangsoort {
    /// An address with its method.
    Adres,
    /// A topic of the live connection.
    Onderwerp,
    /// A command.
    Opdracht,
    /// A subcommand of the binary that hands out data.
    Export,
}

/// A way in, and what it asks.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct IngangWat {
    /// Which kind.
    pub soort: Ingangsoort,
    /// Its name.
    pub naam: String,
    /// The right that it asks.
    pub eis: String,
}

impl IngangWat {
    /// A way in with what it asks.
    #[must_use]
    pub fn new(soort: Ingangsoort, naam: impl Into<String>, eis: Eis) -> Self {
        Self { soort, naam: naam.into(), eis: eis.word() }
    }
}

impl BeleidWat {
    /// The policy that holds now, with these ways in.
    #[must_use]
    pub fn nu(ingangen: Vec<IngangWat>) -> Self {
        let rollen = Rol::ALLE.map(|rol| RolWat { rol, naam: rol.naam() }).to_vec();
        let given = beleid().cellen().filter(|(_, toegang)| *toegang > Toegang::Niets);
        let cellen = given.map(|(cel, toegang)| CelWat::new(cel, toegang)).collect();
        let voorwerpen = Voorwerp::alle().into_iter().map(VoorwerpWat::from).collect();
        Self { rollen, voorwerpen, cellen, ingangen }
    }
}

impl CelWat {
    fn new(Cel { rol, voorwerp, relatie }: Cel, toegang: Toegang) -> Self {
        Self { rol, voorwerp: voorwerp.word(), relatie: relatie.sleutel(), toegang }
    }
}

impl From<Voorwerp> for VoorwerpWat {
    fn from(voorwerp: Voorwerp) -> Self {
        Self {
            voorwerp: voorwerp.word(),
            soort: voorwerp.soort(),
            naam: naam(voorwerp),
            relaties: voorwerp.relaties().iter().map(|relatie| relatie.sleutel()).collect(),
        }
    }
}

fn naam(voorwerp: Voorwerp) -> Option<&'static str> {
    match voorwerp {
        Voorwerp::Zaak(zaaktype) => Some(zaaktype.naam()),
        Voorwerp::Signaal(soort) => Some(Signaalsoort::naam(soort)),
        Voorwerp::Persoon
        | Voorwerp::Huishouden
        | Voorwerp::Contact
        | Voorwerp::Gesprek
        | Voorwerp::Rekening
        | Voorwerp::Groep
        | Voorwerp::Plan(_)
        | Voorwerp::Besluit(_)
        | Voorwerp::Kring(_)
        | Voorwerp::Handeling(_) => None,
    }
}
