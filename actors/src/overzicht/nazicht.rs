//! Looks that are looked back at: what waits for a verdict, which colleague is which resident, and who is close to whom.

use std::collections::{BTreeSet, HashMap};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::ids::{MedewerkerId, NazichtId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::mens::Mens;
use keukentafel::domain::nazicht::{Nazicht, Nazichtsoort, uiterlijk};
use keukentafel::domain::persoon::Adres;
use keukentafel::limits::{NAZICHT_GEDAAN_GETOOND_MAX, NAZICHT_GETOOND_MAX};
use keukentafel::protocol::view::{BetrokkeneKort, KoppelingWat, NazichtRij, NazichtUitspraak, NazichtenWat};
use keukentafel::store::{Fault, FeedEvent};
use serde::{Deserialize, Serialize};

use super::apply::fold;
use super::huishoudens::adres_van;
use super::personen::gezaghouders;
use super::{Gemeenteoverzicht, Wijziging};
use crate::deps::Namen;

/// An item.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct NazichtRegel(Nazicht);

/// The items of one municipality, and who of its residents works there.
#[derive(Debug, Default)]
pub(super) struct Nazichten {
    pub(super) alle: HashMap<NazichtId, NazichtRegel>,
    /// Without a verdict, by since when.
    open: BTreeSet<(Moment, NazichtId)>,
    /// With one, by when it was given.
    gedaan: BTreeSet<(Moment, NazichtId)>,
    personen: HashMap<MedewerkerId, BTreeSet<PersoonId>>,
    medewerkers: HashMap<PersoonId, BTreeSet<MedewerkerId>>,
}

impl Nazichten {
    pub(super) fn zet(&mut self, id: NazichtId, regel: NazichtRegel) {
        if let Some((_, op)) = regel.0.geval() {
            match regel.0.uitspraak() {
                None => drop(self.open.insert((op, id))),
                Some(uitspraak) => {
                    self.open.remove(&(op, id));
                    self.gedaan.insert((uitspraak.op, id));
                }
            }
        }
        self.alle.insert(id, regel);
    }

    /// Which colleague this person is now, under each account. When that is another than before: every account that is or was theirs, as who
    /// acts under one of them is somebody else now.
    pub(super) fn koppel(
        &mut self,
        persoon: PersoonId,
        medewerkers: BTreeSet<MedewerkerId>,
    ) -> BTreeSet<MedewerkerId> {
        let before = self.medewerkers.remove(&persoon).unwrap_or_default();
        let changed = if before == medewerkers { BTreeSet::new() } else { &before | &medewerkers };
        for gone in before.difference(&medewerkers) {
            if let Some(ids) = self.personen.get_mut(gone) {
                ids.remove(&persoon);
                if ids.is_empty() {
                    self.personen.remove(gone);
                }
            }
        }
        for new in medewerkers.difference(&before) {
            self.personen.entry(*new).or_default().insert(persoon);
        }
        if !medewerkers.is_empty() {
            self.medewerkers.insert(persoon, medewerkers);
        }
        changed
    }
}

impl Gemeenteoverzicht {
    /// An item.
    #[must_use]
    pub fn nazicht(&self, id: NazichtId) -> Option<&Nazicht> {
        self.nazichten.alle.get(&id).map(|regel| &regel.0)
    }

    /// Which resident this colleague is, where that was recorded. More than one only where it was recorded wrong.
    pub fn personen_van_collega(&self, medewerker: MedewerkerId) -> impl Iterator<Item = PersoonId> + '_ {
        self.nazichten.personen.get(&medewerker).into_iter().flatten().copied()
    }

    /// Which colleague this resident is, where that was recorded: under each of their accounts.
    pub fn accounts_van(&self, persoon: PersoonId) -> impl Iterator<Item = MedewerkerId> + '_ {
        self.nazichten.medewerkers.get(&persoon).into_iter().flatten().copied()
    }

    /// Who somebody is beside their account. Who a session says it is by itself counts like what was recorded: colleagues can be known by
    /// that person only.
    #[must_use]
    pub fn mens(&self, wie: &Wie) -> Mens {
        let personen: BTreeSet<_> = self.personen_van_collega(wie.id).chain(wie.persoon).collect();
        let all = personen.iter().flat_map(|persoon| self.accounts_van(*persoon));
        let accounts = all.filter(|account| *account != wie.id).collect();
        Mens { accounts, personen }
    }

    /// Whether one of these persons is who acts as `wie`.
    #[must_use]
    pub fn is_een_van(&self, wie: &Wie, personen: &[PersoonId]) -> bool {
        let own = |persoon: &PersoonId| self.personen_van_collega(wie.id).any(|own| own == *persoon);
        personen.iter().any(|persoon| wie.persoon == Some(*persoon) || own(persoon))
    }

    /// For whom `wie` stands in where it is about these persons: what somebody gets for a while opens nothing about themselves.
    #[must_use]
    pub fn vervangt_voor(&self, wie: &Wie, personen: &[PersoonId]) -> Vec<MedewerkerId> {
        if self.is_een_van(wie, personen) { Vec::new() } else { self.vervangt(wie) }
    }

    /// Whether a person is this colleague, lives with them or at their address, or is tied to them by gezag: as far as the record knows.
    #[must_use]
    pub fn in_kring_van(&self, medewerker: MedewerkerId, persoon: PersoonId) -> bool {
        self.personen_van_collega(medewerker).any(|own| self.is_naaste(own, persoon))
    }

    fn is_naaste(&self, own: PersoonId, other: PersoonId) -> bool {
        let address = |id: PersoonId| self.persoon(id).and_then(|regel| adres_van(regel.persoon()));
        own == other
            || self.huisgenoten(own).contains(&other)
            || self.had_gezag(own, other)
            || self.had_gezag(other, own)
            || address(own).zip(address(other)).is_some_and(|(one, other)| same_door(one, other))
    }

    fn had_gezag(&self, houder: PersoonId, kind: PersoonId) -> bool {
        self.persoon(kind).is_some_and(|regel| gezaghouders(regel.persoon()).contains(&houder))
    }

    /// Whether this dossier was protected at a moment, as far as its last protection says.
    #[must_use]
    pub fn was_beschermd(&self, persoon: PersoonId, at: Moment) -> bool {
        let last = self.persoon(persoon).and_then(|regel| regel.persoon().bescherming());
        last.is_some_and(|it| it.geldt_op(at))
    }

    /// Whether a look of this medewerker can be one that is looked back at: there are colleagues, or protected dossiers, or they stand in or
    /// broke a glas. Nearly always not, and then nothing more is asked.
    #[must_use]
    pub fn kan_nazicht_geven(&self, medewerker: MedewerkerId) -> bool {
        !self.nazichten.medewerkers.is_empty()
            || !self.beschermde_personen().is_empty()
            || self.open_toekenningen(medewerker) > 0
    }

    /// Everybody whose dossier is such that a look at it is looked back at, by whom it may be: colleagues, who is close to them, and of whom
    /// the dossier is or was protected.
    #[must_use]
    pub fn na_te_zien(&self) -> BTreeSet<PersoonId> {
        let own: BTreeSet<PersoonId> = self.nazichten.medewerkers.keys().copied().collect();
        let doors: BTreeSet<_> =
            own.iter().filter_map(|id| adres_van(self.persoon(*id)?.persoon()).map(door)).collect();
        let at_the_door = |id: &PersoonId| {
            let regel = self.persoon(*id).map(super::PersoonRegel::persoon);
            let lives = regel.and_then(adres_van).is_some_and(|adres| doors.contains(&door(adres)));
            let under = regel.is_some_and(|it| gezaghouders(it).iter().any(|houder| own.contains(houder)));
            lives || under || regel.is_some_and(|it| it.bescherming().is_some())
        };
        let with = own.iter().flat_map(|id| {
            let over = self.persoon(*id).map(|regel| gezaghouders(regel.persoon())).unwrap_or_default();
            self.huisgenoten(*id).into_iter().chain(over)
        });
        let others = self.personen.keys().copied().filter(at_the_door);
        with.chain(others).chain(own.iter().copied()).collect()
    }

    /// The periods in which somebody looked by a glas or stood in, that ended after `from`.
    #[must_use]
    pub fn gekeken_voor_een_ander(&self, from: Moment) -> Vec<(MedewerkerId, Moment, Moment)> {
        let now = self.nu();
        let given = self.toekenningen.alle.values().filter_map(super::ToekenningRegel::verleend);
        let period = |it: &keukentafel::domain::toekenning::Verleend| {
            let ended = it.ingetrokken.map_or(it.tot, |(op, _)| op.min(it.tot));
            let until = ended.min(now).plus_micros(1);
            (!it.is_inzage() && it.meekijken().is_none() && it.van <= now && until > from).then_some((
                it.aan,
                it.van.max(from),
                until,
            ))
        };
        given.filter_map(period).collect()
    }

    /// The list as it is shown.
    #[must_use]
    pub fn nazichten(&self, recht: &Leesrecht, namen: &dyn Namen) -> NazichtenWat {
        let (all, today) = (&self.nazichten, self.nu().day());
        let rij = |id: NazichtId| self.nazicht_rij(id, recht, namen);
        let late = all.open.iter().take_while(|(op, _)| uiterlijk(*op) < today).count();
        let mut koppelingen: Vec<_> = all
            .medewerkers
            .iter()
            .flat_map(|(persoon, accounts)| accounts.iter().map(move |account| (persoon, account)))
            .map(|(persoon, account)| KoppelingWat {
                medewerker: namen.door(*account),
                persoon: self.betrokkene(*persoon),
            })
            .collect();
        koppelingen
            .sort_by(|a, b| (&a.medewerker.naam, a.persoon.id).cmp(&(&b.medewerker.naam, b.persoon.id)));
        NazichtenWat {
            items: all.open.iter().take(NAZICHT_GETOOND_MAX).filter_map(|(_, id)| rij(*id)).collect(),
            aantal: all.open.len(),
            te_laat: late,
            gedaan: all
                .gedaan
                .iter()
                .rev()
                .take(NAZICHT_GEDAAN_GETOOND_MAX)
                .filter_map(|(_, id)| rij(*id))
                .collect(),
            koppelingen,
        }
    }

    /// One line of it.
    #[must_use]
    pub fn nazicht_rij(&self, id: NazichtId, recht: &Leesrecht, namen: &dyn Namen) -> Option<NazichtRij> {
        let nazicht = self.nazicht(id)?;
        let (geval, op) = nazicht.geval()?;
        let uitspraak = nazicht.uitspraak().map(|it| NazichtUitspraak {
            oordeel: it.oordeel,
            toelichting: it.toelichting.lees(recht).clone(),
            maatregel: it.maatregel.as_ref().map(|maatregel| maatregel.lees(recht).clone()),
            door: namen.door(it.door),
            op: it.op,
            regels: it.gezien.regels,
        });
        let last = uiterlijk(op);
        let gekoppeld = match geval.soort {
            Nazichtsoort::EigenKring => self.in_kring_van(geval.medewerker, geval.persoon),
            Nazichtsoort::Collega => self.accounts_van(geval.persoon).next().is_some(),
            Nazichtsoort::Beschermd | Nazichtsoort::Glas | Nazichtsoort::Vervanging => true,
        };
        Some(NazichtRij {
            id,
            soort: geval.soort,
            medewerker: namen.door(geval.medewerker),
            persoon: self.betrokkene(geval.persoon),
            dag: geval.dag,
            op,
            uiterlijk: last,
            te_laat: uitspraak.is_none() && last < self.nu().day(),
            niet_meer_gekoppeld: !gekoppeld,
            uitspraak,
        })
    }

    /// Whom the list that is shown is about.
    #[must_use]
    pub fn personen_in_nazicht(&self) -> Vec<PersoonId> {
        let all = &self.nazichten;
        let open = all.open.iter().take(NAZICHT_GETOOND_MAX);
        let done = all.gedaan.iter().rev().take(NAZICHT_GEDAAN_GETOOND_MAX);
        let about = open.chain(done).filter_map(|(_, id)| Some(self.nazicht(*id)?.geval()?.0.persoon));
        about.chain(all.medewerkers.keys().copied()).collect()
    }

    fn betrokkene(&self, id: PersoonId) -> BetrokkeneKort {
        BetrokkeneKort { id, naam: self.persoon(id).and_then(|regel| regel.kort(id)).map(|kort| kort.naam) }
    }

    pub(super) fn nazicht_event(
        &mut self,
        id: NazichtId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        let before = self.nazicht(id).cloned().unwrap_or_default();
        let nazicht = fold(before, event)?;
        if nazicht == Nazicht::Onbekend {
            return Ok(None);
        }
        self.nazichten.zet(id, NazichtRegel(nazicht));
        Ok(Some(Wijziging::Nazicht))
    }
}

/// What makes two addresses one door.
fn door(adres: &Adres) -> (String, String) {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    (plain(&adres.postcode), plain(&adres.huisnummer))
}

fn same_door(one: &Adres, other: &Adres) -> bool {
    door(one) == door(other)
}
