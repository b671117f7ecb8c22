//! Whom somebody found by what they knew themselves: a number, or a name with a date of birth. To them that person is there, by what the
//! search showed; to whom only an id came by, nobody is.
//!
//! The trail has each of these searches, and it decides: what is held here spares reading it. So a restart or another node changes nothing,
//! and whom somebody found in another role is not there for them in this one.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::limits::LEDEN_MAX;
use keukentafel::store::{AuditFilter, AuditUitkomst, Journal, StreamId, StreamKind};

use super::Tafel;
use crate::limits::{GEVONDEN_MAX, GEVONDEN_REGELS, GEVONDEN_UREN};
use crate::overzicht::Gemeenteoverzicht;
use crate::weigering::Weigering;

/// The last whom each medewerker found.
#[derive(Clone, Default)]
pub(super) struct Gevonden(Arc<Mutex<Vondsten>>);

type Vondsten = HashMap<(GemeenteId, MedewerkerId, Rol), VecDeque<(PersoonId, Moment)>>;

/// As the trail names it that somebody was shown by a search.
pub(super) const GEVONDEN: &str = "persoon.gevonden";

/// From when on what was found is still there at `now`.
fn sinds(now: Moment) -> Moment {
    now.plus_micros(-GEVONDEN_UREN * 60 * 60 * 1_000_000)
}

impl Gevonden {
    fn onthoud(&self, wie: &Wie, personen: impl IntoIterator<Item = PersoonId>, at: Moment) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = all.entry((wie.gemeente, wie.id, wie.rol)).or_default();
        for persoon in personen {
            own.retain(|(known, _)| *known != persoon);
            own.push_back((persoon, at));
            if own.len() > GEVONDEN_MAX {
                own.pop_front();
            }
        }
    }

    fn heeft(&self, wie: &Wie, persoon: PersoonId, now: Moment) -> bool {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = |(known, at): &(PersoonId, Moment)| *known == persoon && *at >= sinds(now);
        all.get(&(wie.gemeente, wie.id, wie.rol)).is_some_and(|own| own.iter().any(found))
    }
}

impl Tafel {
    /// These were shown to `wie` by a search.
    pub(super) fn heeft_gevonden(&self, wie: &Wie, personen: impl IntoIterator<Item = PersoonId>) {
        self.gevonden.onthoud(wie, personen, self.deps.clock.now());
    }

    /// Looks in the trail whether `wie` found these persons, where nothing here says so: before what is asked about them is judged. One
    /// read of a few lines for each, and none for whom they work for or found at this node.
    pub(super) async fn herinner(&self, wie: &Wie, personen: &[PersoonId]) -> Result<(), Weigering> {
        let now = self.deps.clock.now();
        for persoon in personen.iter().copied().take(LEDEN_MAX + 1) {
            let stream = StreamId { kind: StreamKind::Persoon, id: persoon.0 };
            let closed = self.deps.rechten.afgeschermd(wie, stream);
            if self.vond(wie, persoon) || (self.kent_of_vond(wie, persoon) && !closed) {
                continue;
            }
            let filter = AuditFilter {
                persoon: Some(persoon),
                wie: Some(wie.id),
                handeling: Some(GEVONDEN.to_owned()),
                uitkomst: Some(AuditUitkomst::Gelukt),
                nieuwste_eerst: true,
                ..AuditFilter::periode(wie.gemeente, sinds(now), now.plus_micros(1), GEVONDEN_REGELS)
            };
            let lines = self.deps.journal.read_audit(&filter).await?;
            let own = lines.iter().find(|line| line.row.rol.as_deref() == Some(wie.rol.word()));
            if let Some(line) = own {
                self.gevonden.onthoud(wie, [persoon], line.row.at);
            }
        }
        Ok(())
    }

    /// Whether `wie` found this person, or took them in.
    pub(super) fn vond(&self, wie: &Wie, persoon: PersoonId) -> bool {
        let all = self.overzicht.lees();
        let took_in = all.gemeente(wie.gemeente).is_some_and(|all| all.nam_op(wie, persoon));
        took_in || self.gevonden.heeft(wie, persoon, self.deps.clock.now())
    }

    /// Whether this person is there for `wie` at all: by their work, or because they found them.
    pub(super) fn kent_of_vond(&self, wie: &Wie, persoon: PersoonId) -> bool {
        mag(wie.rol, Handeling::PersoonZoeken) && self.weet_wie(wie, persoon)
    }

    /// Whether `wie` knows who this is, also where they have nobody to look for: in the portal themselves, and for whom they are there.
    pub(super) fn weet_wie(&self, wie: &Wie, persoon: PersoonId) -> bool {
        let (exists, knows) = {
            let all = self.overzicht.lees();
            let all = all.gemeente(wie.gemeente);
            let exists = all.is_some_and(|all| all.persoon(persoon).is_some());
            let knows =
                |all: &Gemeenteoverzicht| all.kent(wie, persoon) || all.kinderen(wie).contains(&persoon);
            (exists, all.is_some_and(knows))
        };
        exists && (knows || self.vond(wie, persoon))
    }

    /// Who is named by what is asked is shown by name afterwards: whom one neither knows of nor found is not there.
    pub(super) fn is_er_voor(&self, wie: &Wie, persoon: PersoonId) -> Result<(), Weigering> {
        let known = self.kent_of_vond(wie, persoon);
        if known { Ok(()) } else { Err(Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")])) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::super::tests::{kevin, linda};
    use super::*;

    #[test]
    fn it_holds_the_last_ones_of_each() {
        let persoon = |n: usize| PersoonId(Uuid::from_u128(n as u128));
        let all = Gevonden::default();
        let now = Moment::from_micros(0);
        all.onthoud(&linda(), (0..GEVONDEN_MAX).map(persoon), now);
        all.onthoud(&linda(), [persoon(0)], now);
        all.onthoud(&linda(), [persoon(GEVONDEN_MAX)], now);
        assert!(all.heeft(&linda(), persoon(0), now), "found again just now");
        assert!(!all.heeft(&linda(), persoon(1), now), "the longest ago is forgotten");
        assert!(all.heeft(&linda(), persoon(GEVONDEN_MAX), now));
        assert!(!all.heeft(&kevin(), persoon(0), now));
        let other = Wie { rol: Rol::Regisseur, ..linda() };
        assert!(!all.heeft(&other, persoon(0), now), "that was in another role");
        let later = now.plus_micros(GEVONDEN_UREN * 60 * 60 * 1_000_000);
        assert!(all.heeft(&linda(), persoon(0), later));
        assert!(!all.heeft(&linda(), persoon(0), later.plus_micros(1)), "the day is over");
    }
}
