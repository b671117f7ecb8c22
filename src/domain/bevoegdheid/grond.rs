//! Why somebody may look: the ground that the trail keeps with a look (NEN 7513). Worked out from the same table as the right itself.

use super::{Beleidsobject, Relatie, Toegang, Verband, ZaakFeiten, beleid, op_leeftijd, relaties};
use crate::domain::medewerker::Wie;

/// Because of the role alone: the desk, the search, a list of the work of all.
pub const GROND_ROL: &str = "rol";
/// Takes part in the talk that it belongs to.
pub const GROND_DEELNEMER: &str = "deelnemer";
/// Comes in for the resident whom it is about.
pub const GROND_GEMACHTIGDE: &str = "gemachtigde";
/// Wrote it.
pub const GROND_AUTEUR: &str = "auteur";
/// Is of the part of the wijkteam that sees such signalen.
pub const GROND_KRING: &str = "kring";

/// By which relation `wie` may look into a zaak, and how far: the one that reaches furthest, of equals the nearest. `None` when there is
/// none.
#[must_use]
pub fn grond_op_zaak(wie: &Wie, feiten: &ZaakFeiten, verband: Verband<'_>) -> Option<(Toegang, Relatie)> {
    let reach = relaties(wie, feiten, verband)
        .into_iter()
        .map(|relatie| (relatie, op_leeftijd(relatie, verband.leeftijd)))
        .map(|(relatie, most)| {
            (beleid().toegang(wie.rol, Beleidsobject::Zaak(feiten.zaaktype), relatie).min(most), relatie)
        });
    // The relations stand from near to far, and `Geen` last of all.
    reach
        .filter(|(toegang, _)| *toegang > Toegang::Niets)
        .max_by_key(|(toegang, relatie)| (*toegang, std::cmp::Reverse(*relatie)))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::bevoegdheid::Leeftijd;
    use crate::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
    use crate::domain::medewerker::Rol;
    use crate::domain::zaaktype::Zaaktype;

    const KEVIN: MedewerkerId = MedewerkerId(Uuid::from_u128(1));
    const MARIA: PersoonId = PersoonId(Uuid::from_u128(2));

    fn wie(rol: Rol, persoon: Option<PersoonId>) -> Wie {
        Wie {
            id: KEVIN,
            naam: "Kevin".into(),
            rol,
            gemeente: GemeenteId(Uuid::from_u128(3)),
            persoon,
            machtiging: None,
            sessie: Uuid::from_u128(4),
        }
    }

    fn check(given: (&Wie, Zaaktype, Verband), when: &[MedewerkerId], then: Option<(Toegang, Relatie)>) {
        let (wie, zaaktype, verband) = given;
        let feiten = ZaakFeiten {
            zaaktype,
            persoon: MARIA,
            melder: None,
            behandelaars: when.to_vec(),
            wacht_op_akkoord: None,
        };
        assert_eq!(grond_op_zaak(wie, &feiten, verband), then);
        assert_eq!(
            super::super::op_zaak(wie, &feiten, verband),
            then.map_or(Toegang::Niets, |(toegang, _)| toegang),
            "the ground and the right are of one table"
        );
    }

    #[test]
    fn the_ground_is_the_relation_that_reaches_furthest() {
        let kevin = wie(Rol::Jeugdconsulent, None);
        let both = Verband { zelfde_persoon: true, ..Verband::default() };
        let jeugd = Zaaktype::ALLE
            .into_iter()
            .find(|it| it.domein() == kevin.rol.domein().unwrap() && !it.vertrouwelijk());
        let wmo = Zaaktype::ALLE
            .into_iter()
            .find(|it| Some(it.domein()) == Rol::Wmoconsulent.domein() && !it.vertrouwelijk());
        let (jeugd, wmo) = (jeugd.unwrap(), wmo.unwrap());
        check((&kevin, jeugd, both), &[KEVIN], Some((Toegang::Schrijven, Relatie::Behandelaar)));
        check((&kevin, jeugd, both), &[], Some((Toegang::Dat, Relatie::Vakgenoot)));
        check((&kevin, wmo, both), &[], Some((Toegang::Dat, Relatie::ZelfdePersoon)));
        check((&kevin, wmo, Verband::default()), &[], None);
        let maria = wie(Rol::Inwoner, Some(MARIA));
        check((&maria, jeugd, Verband::default()), &[], Some((Toegang::Dat, Relatie::Betrokkene)));
        // Gezag is a ground for as long as it opens something (KING-R1e).
        let ouder = wie(Rol::Inwoner, Some(PersoonId(Uuid::from_u128(5))));
        let gezag = |leeftijd| Verband { gezag: true, leeftijd: Some(leeftijd), ..Verband::default() };
        let young = gezag(Leeftijd::TwaalfTotZestien);
        check((&ouder, jeugd, young), &[], Some((Toegang::Dat, Relatie::Gezaghouder)));
        check((&ouder, jeugd, gezag(Leeftijd::VanafZestien)), &[], None);
        let leader = wie(Rol::Werkverdeler, None);
        check((&leader, jeugd, Verband::default()), &[], Some((Toegang::Dat, Relatie::Geen)));
    }
}
