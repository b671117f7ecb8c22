//! Who may ask a person whether they may read a zaak about them, and who answers (KING-R6e, N-33).

use super::{Beleidsobject, Leeftijd, Relatie, Toegang, beleid};
use crate::domain::ids::PersoonId;
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::zaaktype::Zaaktype;

/// How somebody stands to a zaak that they want to read.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Vraagfeiten {
    /// Its zaaktype.
    pub zaaktype: Zaaktype,
    /// Who it is about.
    pub persoon: PersoonId,
    /// How far they look into it now.
    pub toegang: Toegang,
    /// They work on another zaak of the same person.
    pub werkt_voor: bool,
}

/// How somebody stands to the person whom a question is about.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Antwoorder {
    /// That person.
    pub persoon: PersoonId,
    /// How old that person is today.
    pub leeftijd: Leeftijd,
    /// They have gezag over that person today.
    pub gezag: bool,
}

/// Whether `wie` may ask for consent to read a zaak: who works for the same person, knows that it runs and no more, and would read it
/// by consent. For a confidential zaaktype the policy has no such line, so that there is nothing to ask. Who stands in asks nothing:
/// what they have for a while is no reason for more.
#[must_use]
pub fn mag_toestemming_vragen(wie: &Wie, feiten: &Vraagfeiten) -> bool {
    let gives = beleid().toegang(wie.rol, Beleidsobject::Zaak(feiten.zaaktype), Relatie::Toestemming);
    feiten.werkt_voor
        && wie.rol.behandelt()
        && feiten.toegang == Toegang::Dat
        && gives > feiten.toegang
        && wie.persoon != Some(feiten.persoon)
}

/// Whether `wie` says yes or no about this person, and takes it back: the person themselves, or who has gezag over them, by age. Nobody
/// who works here, also not for somebody who cannot.
#[must_use]
pub fn mag_toestemming_geven(wie: &Wie, feiten: &Antwoorder) -> bool {
    let zelf = wie.persoon == Some(feiten.persoon);
    let by_age = if feiten.leeftijd.antwoordt_zelf() { zelf } else { !zelf && feiten.gezag };
    wie.rol == Rol::Inwoner && by_age
}
