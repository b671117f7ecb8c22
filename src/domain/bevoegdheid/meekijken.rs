//! Who may let another lid of the groep see something of theirs (KING-R1f).

use super::Leeftijd;
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::{Rol, Wie};

/// How somebody stands to what they want to let another see.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Meekijkfeiten {
    /// Whose it is.
    pub van: PersoonId,
    /// How old that one is today.
    pub leeftijd: Leeftijd,
    /// Who would see it.
    pub aan: PersoonId,
    /// Both are leden of the groep of a plan that runs.
    pub samen: bool,
    /// It is theirs, and of what may be told in the portal at all.
    pub eigen: bool,
}

/// Whether `wie` may let another lid see this: each for themselves, from the age at which one answers for oneself. Not by gezag: what a child lets
/// others see is not for who decides for them to give away.
#[must_use]
pub fn mag_laten_meekijken(wie: &Wie, feiten: &Meekijkfeiten) -> bool {
    wie.rol == Rol::Inwoner
        && wie.persoon == Some(feiten.van)
        && feiten.van != feiten.aan
        && feiten.leeftijd.antwoordt_zelf()
        && feiten.samen
        && feiten.eigen
}

/// Whether `wie` sees of whom they let see what: themselves alone.
#[must_use]
pub fn ziet_eigen_meekijkers(wie: &Wie, persoon: PersoonId, leeftijd: Leeftijd) -> bool {
    wie.rol == Rol::Inwoner && wie.persoon == Some(persoon) && leeftijd.antwoordt_zelf()
}
