//! The policy as whoever looks after it reads it: rules about roles, never anything of a person.

use serde::Serialize;
use utoipa::ToSchema;

use super::RolKort;
use crate::domain::bevoegdheid::{Beleidsobject, Beleidsobjectsoort, Cel, Eis, Toegang, beleid};
use crate::domain::medewerker::Rol;
use crate::domain::signaal::Signaalsoort;
use crate::domain::zaak::Urgentie;

/// Which role may go how far, and what each way in asks. A cell that is not in `cellen` says *niets*.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BeleidWat {
    /// Every role.
    pub rollen: Vec<RolKort>,
    /// Everything to which rights are given.
    pub beleidsobjecten: Vec<BeleidsobjectWat>,
    /// The cells that give something.
    pub cellen: Vec<CelWat>,
    /// The ways in: addresses, topics, commands, exports.
    pub ingangen: Vec<IngangWat>,
    /// The kinds of signaal, as the gemeente keeps them.
    pub signaalsoorten: Vec<SignaalsoortWat>,
}

/// A kind of signaal as who looks after the list reads it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SignaalsoortWat {
    /// The word.
    pub code: Signaalsoort,
    /// What people call it.
    pub naam: &'static str,
    /// How soon somebody must look.
    pub urgentie: Urgentie,
    /// Who of the wijkteam sees what it says, while it is with no regisseur.
    pub zichtbaar: Vec<RolKort>,
    /// Years that a signaal of this kind is kept after its last change.
    pub bewaarjaren: i16,
    /// Nobody reports one any more.
    pub gestopt: bool,
}

impl From<Signaalsoort> for SignaalsoortWat {
    fn from(code: Signaalsoort) -> Self {
        let reads = |rol: &Rol| RolKort { rol: *rol, naam: rol.naam().to_owned() };
        Self {
            code,
            naam: code.naam(),
            urgentie: code.urgentie(),
            zichtbaar: code.gegevens().zichtbaar.iter().map(reads).collect(),
            bewaarjaren: code.bewaarjaren(),
            gestopt: code.is_gestopt(),
        }
    }
}

/// Something to which rights are given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct BeleidsobjectWat {
    /// One word for it.
    pub beleidsobject: String,
    /// Its kind.
    pub soort: Beleidsobjectsoort,
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
    pub beleidsobject: String,
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
        let rollen = Rol::ALLE.map(|rol| RolKort { rol, naam: rol.naam().to_owned() }).to_vec();
        let given = beleid().cellen().filter(|(_, toegang)| *toegang > Toegang::Niets);
        let cellen = given.map(|(cel, toegang)| CelWat::new(cel, toegang)).collect();
        let beleidsobjecten = Beleidsobject::alle().into_iter().map(BeleidsobjectWat::from).collect();
        let signaalsoorten = Signaalsoort::alle().map(SignaalsoortWat::from).collect();
        Self { rollen, beleidsobjecten, cellen, ingangen, signaalsoorten }
    }
}

impl CelWat {
    fn new(Cel { rol, beleidsobject, relatie }: Cel, toegang: Toegang) -> Self {
        Self { rol, beleidsobject: beleidsobject.word(), relatie: relatie.sleutel(), toegang }
    }
}

impl From<Beleidsobject> for BeleidsobjectWat {
    fn from(beleidsobject: Beleidsobject) -> Self {
        Self {
            beleidsobject: beleidsobject.word(),
            soort: beleidsobject.soort(),
            naam: naam(beleidsobject),
            relaties: beleidsobject.relaties().iter().map(|relatie| relatie.sleutel()).collect(),
        }
    }
}

fn naam(beleidsobject: Beleidsobject) -> Option<&'static str> {
    match beleidsobject {
        Beleidsobject::Zaak(zaaktype) => Some(zaaktype.naam()),
        Beleidsobject::Signaal(soort) => Some(Signaalsoort::naam(soort)),
        Beleidsobject::Persoon
        | Beleidsobject::Huishouden
        | Beleidsobject::Contact
        | Beleidsobject::Gesprek
        | Beleidsobject::Rekening
        | Beleidsobject::Groep
        | Beleidsobject::Plan(_)
        | Beleidsobject::Besluit(_)
        | Beleidsobject::Kring(_)
        | Beleidsobject::Handeling(_) => None,
    }
}
