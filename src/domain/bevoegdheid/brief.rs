//! Who may read a letter of a zaak.

use super::{Beleidsobject, Relatie, Toegang, Verband, ZaakFeiten, beleid, op_leeftijd, op_zaak, relaties};
use crate::domain::medewerker::Wie;

/// How far `wie` may look at the letters of a zaak: who sees its content reads them, and so does to whom they go. In the portal that is who
/// may know of the zaak as the person themselves, by gezag or by a mandate; not who only hears of it as a lid of the same groep.
#[must_use]
pub fn op_brieven(wie: &Wie, feiten: &ZaakFeiten, verband: Verband<'_>) -> Toegang {
    if op_zaak(wie, feiten, verband) >= Toegang::Wat {
        return Toegang::Wat;
    }
    let gericht_aan = |relatie: &Relatie| {
        matches!(relatie, Relatie::Betrokkene | Relatie::Gezaghouder | Relatie::Gemachtigde)
    };
    let reach = relaties(wie, feiten, verband).into_iter().filter(gericht_aan).map(|relatie| {
        let most = op_leeftijd(relatie, verband.leeftijd);
        beleid().toegang(wie.rol, Beleidsobject::Zaak(feiten.zaaktype), relatie).min(most)
    });
    match reach.max() {
        Some(Toegang::Dat | Toegang::Wat | Toegang::Schrijven) => Toegang::Wat,
        Some(Toegang::Niets) | None => Toegang::Niets,
    }
}
