//! Protected dossiers: who is kept out of which now. Asked with the present moment at each look, as toekenningen are.

use std::collections::{BTreeSet, HashMap};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Werkbezwaar};
use keukentafel::domain::ids::{GemeenteId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::Bescherming;
use keukentafel::limits::BESCHERMD_GETOOND_MAX;
use keukentafel::protocol::view::{BeschermdRij, BeschermdWat, PersoonKort};

use super::{Gemeenteoverzicht, Overzicht};
use crate::deps::Namen;

/// The dossiers of one municipality that are protected, or will be. Nearly nobody is in here, so that a look at anybody else costs nothing.
#[derive(Debug, Default)]
pub(super) struct Beschermd {
    lopend: HashMap<PersoonId, Bescherming>,
    /// Moments at which one begins or ends, that are still to come.
    grenzen: BTreeSet<(Moment, PersoonId)>,
    /// Whose zaken are in no count now.
    pub(super) ongeteld: BTreeSet<PersoonId>,
    /// How often one was looked at, as was counted in the trail, and when last. This says that there is something to read there.
    geopend: (u64, Option<Moment>),
}

impl Beschermd {
    fn zet(&mut self, persoon: PersoonId, bescherming: Option<&Bescherming>, now: Moment) {
        if let Some(before) = self.lopend.remove(&persoon) {
            for grens in std::iter::once(before.van).chain(before.tot) {
                self.grenzen.remove(&(grens, persoon));
            }
        }
        if let Some(nu) = bescherming.filter(|it| it.loopt_nog(now)) {
            let to_come = std::iter::once(nu.van).chain(nu.tot).filter(|grens| *grens > now);
            self.grenzen.extend(to_come.map(|grens| (grens, persoon)));
            self.lopend.insert(persoon, nu.clone());
        }
    }
}

impl Gemeenteoverzicht {
    /// Whether `wie` is kept out of the dossier of this person now.
    #[must_use]
    pub fn afgeschermd(&self, wie: &Wie, persoon: PersoonId) -> bool {
        let found = self.beschermd.lopend.get(&persoon);
        found.is_some_and(|it| bevoegdheid::afgeschermd(wie, self.is_een_van(wie, &[persoon]), it, self.nu()))
    }

    /// Whether `wie` is kept out of the dossier of one of these. What is about several is closed to who is kept out of one of them: a part
    /// that is left out would be seen to be.
    pub(super) fn een_afgeschermd(&self, wie: &Wie, personen: impl IntoIterator<Item = PersoonId>) -> bool {
        !self.beschermd.lopend.is_empty()
            && personen.into_iter().any(|persoon| self.afgeschermd(wie, persoon))
    }

    /// Whether `wie` is kept out of one of these zaken.
    pub(super) fn een_zaak_afgeschermd(&self, wie: &Wie, zaken: &[ZaakId]) -> bool {
        let person = |zaak: &ZaakId| Some(self.zaak(*zaak)?.lopend()?.persoon);
        self.een_afgeschermd(wie, zaken.iter().filter_map(person))
    }

    /// Whether this dossier is protected now.
    #[must_use]
    pub fn is_beschermd(&self, persoon: PersoonId) -> bool {
        self.beschermd.lopend.get(&persoon).is_some_and(|it| it.geldt_op(self.nu()))
    }

    /// Whether this dossier is closed now to this medewerker, in whichever of their roles.
    pub(super) fn dossier_gesloten(&self, medewerker: MedewerkerId, persoon: PersoonId) -> bool {
        let found = self.beschermd.lopend.get(&persoon);
        found.is_some_and(|it| it.geldt_op(self.nu()) && !it.noemt(medewerker))
    }

    /// Why work on the dossier of this person cannot be given to this medewerker.
    #[must_use]
    pub fn werkbezwaar(&self, medewerker: MedewerkerId, persoon: PersoonId) -> Option<Werkbezwaar> {
        let zelf = self.personen_van_collega(medewerker).any(|own| own == persoon);
        bevoegdheid::werkbezwaar(medewerker, zelf, self.beschermd.lopend.get(&persoon), self.nu())
    }

    /// Every protected dossier, those to come too, for who looks after them. Of the person the name.
    #[must_use]
    pub fn beschermde_dossiers(&self, namen: &dyn Namen) -> BeschermdWat {
        let now = self.nu();
        let mut ids: Vec<_> = self.beschermd.lopend.iter().filter(|(_, it)| it.loopt_nog(now)).collect();
        ids.sort_unstable_by_key(|(persoon, it)| (it.van, **persoon));
        let aantal = ids.len();
        let row = |(persoon, it): (&PersoonId, &Bescherming)| BeschermdRij {
            persoon: self.bij_naam_alleen(*persoon),
            grond: it.grond,
            van: it.van,
            tot_en_met: it.tot.map(|tot| tot.plus_micros(-1).day()),
            medewerkers: it.medewerkers.iter().map(|who| namen.door(*who)).collect(),
            geldt: it.geldt_op(now),
            wachtend: self
                .zaken_van(*persoon)
                .filter(|zaak| !self.behandelaars(*zaak).iter().any(|who| it.noemt(*who)))
                .count()
                + self.plannen_zonder_regisseur(*persoon, namen),
        };
        BeschermdWat {
            items: ids.into_iter().take(BESCHERMD_GETOOND_MAX).map(row).collect(),
            aantal,
            geopend: self.beschermd.geopend.0,
            laatst_geopend: self.beschermd.geopend.1,
        }
    }

    /// Everybody whose dossier is protected, was, or will be, and from when on by its last protection.
    #[must_use]
    pub(crate) fn ooit_beschermd(&self) -> Vec<(PersoonId, Moment)> {
        let van =
            |(id, regel): (&PersoonId, &super::PersoonRegel)| Some((*id, regel.persoon().bescherming()?.van));
        let mut all: Vec<_> = self.personen.iter().filter_map(van).collect();
        all.sort_unstable();
        all
    }

    /// Whose dossiers these are.
    #[must_use]
    pub fn beschermde_personen(&self) -> Vec<PersoonId> {
        let mut all: Vec<_> = self.beschermd.lopend.keys().copied().collect();
        all.sort_unstable();
        all
    }

    /// A person by name, and nothing beside it.
    #[must_use]
    pub fn bij_naam_alleen(&self, persoon: PersoonId) -> PersoonKort {
        PersoonKort { geboortedatum: None, beschrijving: None, ..self.bij_naam(persoon) }
    }

    /// What the stream of a person says of its protection; whether who may see what is otherwise by it.
    pub(super) fn zet_bescherming(&mut self, persoon: PersoonId, bescherming: Option<&Bescherming>) -> bool {
        // One that is over is kept by the person and counts for nothing.
        if self.beschermd.lopend.get(&persoon) == bescherming.filter(|it| it.loopt_nog(self.nu())) {
            return false;
        }
        self.beschermd.zet(persoon, bescherming, self.nu());
        self.tel_opnieuw(persoon);
        true
    }

    /// Whether the zaken of this person stand in counts that others read.
    pub(super) fn telt_mee(&self, persoon: PersoonId) -> bool {
        !self.beschermd.ongeteld.contains(&persoon)
    }

    /// A count that holds what somebody may not see would tell of it.
    fn tel_opnieuw(&mut self, persoon: PersoonId) {
        let hidden = self.is_beschermd(persoon);
        if hidden == self.beschermd.ongeteld.contains(&persoon) {
            return;
        }
        let zaken = self.op_persoon.get(&persoon).into_iter().flatten();
        for zaak in zaken.filter_map(|zaak| self.zaken.get(zaak)?.lopend()) {
            if hidden { self.caseload.verberg(zaak) } else { self.caseload.toon(zaak) }
        }
        if hidden {
            self.beschermd.ongeteld.insert(persoon);
        } else {
            self.beschermd.ongeteld.remove(&persoon);
        }
    }

    /// By another clock, or after a start: what holds is judged again.
    pub(super) fn herzie_beschermingen(&mut self) {
        let now = self.nu();
        let said: Vec<_> = self
            .personen
            .iter()
            .filter_map(|(id, regel)| Some((*id, regel.persoon().bescherming()?.clone())))
            .collect();
        for (persoon, bescherming) in &said {
            self.beschermd.zet(*persoon, Some(bescherming), now);
        }
        let both: BTreeSet<_> =
            said.iter().map(|(id, _)| *id).chain(self.beschermd.ongeteld.iter().copied()).collect();
        both.into_iter().for_each(|persoon| self.tel_opnieuw(persoon));
    }

    fn bescherming_over(&mut self, now: Moment) -> Vec<PersoonId> {
        let mut touched = BTreeSet::new();
        while let Some((grens, persoon)) = self.beschermd.grenzen.first().copied() {
            if grens > now {
                break;
            }
            self.beschermd.grenzen.remove(&(grens, persoon));
            touched.insert(persoon);
        }
        for persoon in &touched {
            if self.beschermd.lopend.get(persoon).is_some_and(|it| !it.loopt_nog(now)) {
                self.beschermd.lopend.remove(persoon);
            }
            self.tel_opnieuw(*persoon);
        }
        touched.into_iter().collect()
    }
}

impl Overzicht {
    /// How often protected dossiers of this municipality were looked at, and when last.
    pub(crate) fn dossiers_geopend(&mut self, gemeente: GemeenteId, keren: u64, laatst: Option<Moment>) {
        if let Some(all) = self.gemeenten.get_mut(&gemeente) {
            all.beschermd.geopend = (keren, laatst);
        }
    }

    /// The first moment that is to come at which a protection begins or ends.
    #[must_use]
    pub fn volgende_bescherming(&self) -> Option<Moment> {
        let firsts = self.gemeenten.values().filter_map(|all| all.beschermd.grenzen.first());
        firsts.map(|(grens, _)| *grens).min()
    }

    /// The persons whose protection began or ended by now and of whom nobody was told yet.
    pub fn bescherming_over_de_grens(&mut self, now: Moment) -> Vec<(GemeenteId, PersoonId)> {
        let of = |(gemeente, all): (&GemeenteId, &mut Gemeenteoverzicht)| {
            let gemeente = *gemeente;
            all.bescherming_over(now).into_iter().map(move |id| (gemeente, id)).collect::<Vec<_>>()
        };
        self.gemeenten.iter_mut().flat_map(of).collect()
    }
}
