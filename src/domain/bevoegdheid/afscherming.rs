//! Who is kept out of a protected dossier. It stands above the table of rights: whatever somebody's role, work or toekenning would
//! give, of a protected dossier they see the name and nothing else, unless they are named. Standing in for who is named does not help:
//! the people were chosen one by one. Nor does being named in one's own: whoever works here sees their own affairs as a resident does.

use super::Toegang;
use crate::clock::Moment;
use crate::domain::ids::MedewerkerId;
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::persoon::Bescherming;

/// Whether `wie` is kept out of a dossier that is protected so; `zelf` when it is their own, under whichever account they work here. Residents are not: they see what is theirs by gezag or by themselves, and
/// that is not the work of the gemeente. Who comes in for a resident is: a dossier is often protected from who is near. What the program does by itself goes on.
#[must_use]
pub fn afgeschermd(wie: &Wie, zelf: bool, bescherming: &Bescherming, now: Moment) -> bool {
    let thuis = matches!(wie.rol, Rol::Inwoner | Rol::Groepsparticipant | Rol::Systeem);
    let thuis = thuis && wie.machtiging.is_none();
    !thuis && bescherming.geldt_op(now) && (zelf || !bescherming.noemt(wie.id))
}

/// Why work on somebody's dossier cannot be given to a medewerker.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Werkbezwaar {
    /// It is protected, and they are not among those who were chosen.
    NietGenoemd,
    /// It is about themselves.
    Zelf,
}

/// Why work on a dossier cannot be given to this medewerker; `None` when it can. Of a protected one (`bescherming`) also not before it
/// begins, for they would lose it then. Nobody works on what is about themselves (`zelf`), whoever gives it to them; what they took
/// themselves is refused by the zaak.
#[must_use]
pub fn werkbezwaar(
    medewerker: MedewerkerId,
    zelf: bool,
    bescherming: Option<&Bescherming>,
    now: Moment,
) -> Option<Werkbezwaar> {
    let kept_out = bescherming.is_some_and(|it| it.loopt_nog(now) && !it.noemt(medewerker));
    kept_out.then_some(Werkbezwaar::NietGenoemd).or(zelf.then_some(Werkbezwaar::Zelf))
}

/// Of a person whose dossier is protected, for who is kept out: the name, where they could know of the person at all.
#[must_use]
pub fn alleen_naam(toegang: Toegang) -> Toegang {
    toegang.min(Toegang::Dat)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::check::wie;
    use crate::domain::persoon::Beschermgrond;

    fn bescherming(medewerkers: Vec<MedewerkerId>) -> Bescherming {
        let (van, tot) = (Moment::from_micros(1_000), Moment::from_micros(2_000));
        Bescherming::new(Beschermgrond::EigenMedewerker, van, Some(tot), medewerkers)
    }

    // shows X-24
    #[test]
    fn of_who_works_here_only_whoever_is_named_comes_in_and_only_while_it_holds() {
        for rol in Rol::ALLE {
            let wie = wie(rol);
            let other = bescherming(vec![MedewerkerId(Uuid::from_u128(99))]);
            let thuis = matches!(rol, Rol::Inwoner | Rol::Groepsparticipant | Rol::Systeem);
            for (now, holds) in [(999, false), (1_000, true), (1_999, true), (2_000, false)] {
                let now = Moment::from_micros(now);
                assert_eq!(afgeschermd(&wie, false, &other, now), holds && !thuis, "{rol:?} at {now}");
                let named = bescherming(vec![wie.id]);
                assert!(!afgeschermd(&wie, false, &named, now), "{rol:?} is named");
                assert_eq!(afgeschermd(&wie, true, &named, now), holds && !thuis, "{rol:?} in their own");
            }
        }
    }

    // shows X-24
    #[test]
    fn work_goes_to_whoever_is_named_from_before_it_begins_until_it_ends() {
        let (named, other) = (MedewerkerId(Uuid::from_u128(1)), MedewerkerId(Uuid::from_u128(2)));
        let it = bescherming(vec![named]);
        for (now, free) in [(0, false), (1_500, false), (2_000, true)] {
            let now = Moment::from_micros(now);
            let kept_out = (!free).then_some(Werkbezwaar::NietGenoemd);
            assert_eq!(werkbezwaar(named, false, Some(&it), now), None);
            assert_eq!(werkbezwaar(other, false, Some(&it), now), kept_out);
            // shows C1-P7
            assert_eq!(werkbezwaar(named, true, Some(&it), now), Some(Werkbezwaar::Zelf));
            assert_eq!(werkbezwaar(other, true, Some(&it), now), kept_out.or(Some(Werkbezwaar::Zelf)));
            assert_eq!(werkbezwaar(other, true, None, now), Some(Werkbezwaar::Zelf));
            assert_eq!(werkbezwaar(other, false, None, now), None);
        }
    }

    #[test]
    fn more_than_the_name_is_cut_off() {
        assert_eq!(
            Toegang::ALLE.map(alleen_naam),
            [Toegang::Niets, Toegang::Dat, Toegang::Dat, Toegang::Dat]
        );
    }
}
