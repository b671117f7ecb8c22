//! Talks that are planned: for who takes part, and in the portal for whom they are with (C2-K3).

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang, op_afspraak};
use keukentafel::domain::gesprek::Afspraak;
use keukentafel::domain::ids::{GesprekId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{AfspraakRij, AfspraakWat, LidKort};

use super::{Gemeenteoverzicht, ZaakRegel};
use crate::deps::Namen;

impl Gemeenteoverzicht {
    /// What was agreed for a talk, while its day is not over.
    fn afspraak(&self, id: GesprekId) -> Option<&Afspraak> {
        self.gesprek(id)?.afspraak().filter(|it| it.staat_op_lijst(self.nu()))
    }

    /// Whether `wie` sees when a talk is held: who takes part, and in the portal whoever gets the letters of one of its zaken.
    #[must_use]
    pub fn ziet_afspraak(&self, wie: &Wie, id: GesprekId) -> bool {
        let Some(regel) = self.gesprek(id).filter(|_| self.afspraak(id).is_some()) else { return false };
        let brieven = regel.zaken().iter().map(|zaak| self.toegang_brieven(wie, *zaak)).max();
        op_afspraak(wie, self.toegang_gesprek(wie, id), brieven.unwrap_or(Toegang::Niets))
    }

    /// The planned talks that `wie` sees, the earliest first.
    #[must_use]
    pub fn mijn_afspraken(&self, wie: &Wie) -> Vec<GesprekId> {
        let mut found: Vec<_> = self
            .denkbare_afspraken(wie)
            .into_iter()
            .filter(|id| self.ziet_afspraak(wie, *id))
            .filter_map(|id| Some((self.afspraak(id)?.begin, id)))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(_, id)| id).collect()
    }

    /// Those that are worth a look: of who takes part, of whom they stand in for, and in the portal of their zaken.
    fn denkbare_afspraken(&self, wie: &Wie) -> BTreeSet<GesprekId> {
        if wie.in_portaal_voor().is_some() {
            let zaken: Vec<_> = self.werkvoorraad(wie).into_iter().map(|(zaak, _)| zaak).collect();
            return self.afspraken_over(&zaken).into_iter().collect();
        }
        let mensen = self.vervangt(wie).into_iter().chain([wie.id]);
        mensen.filter_map(|who| self.gepland.get(&who)).flatten().copied().collect()
    }

    /// The planned talks in which one of these zaken is spoken of.
    #[must_use]
    pub fn afspraken_over(&self, zaken: &[ZaakId]) -> Vec<GesprekId> {
        let talks: BTreeSet<_> = zaken.iter().filter_map(|zaak| self.op_zaak.get(zaak)).flatten().collect();
        talks.into_iter().copied().filter(|id| self.afspraak(*id).is_some()).collect()
    }

    /// Whom a planned talk is with, when it is about one person only: of several, who sees the talk may not know all.
    #[must_use]
    pub fn gesprekspartner(&self, id: GesprekId) -> Option<PersoonId> {
        let of = |zaak: &ZaakId| Some(self.zaak(*zaak).and_then(ZaakRegel::lopend)?.persoon);
        let personen: BTreeSet<_> = self.gesprek(id)?.zaken().iter().filter_map(of).collect();
        personen.first().copied().filter(|_| personen.len() == 1)
    }

    /// A planned talk as its line shows it.
    #[must_use]
    pub fn afspraak_rij(&self, id: GesprekId, namen: &dyn Namen) -> Option<AfspraakRij> {
        let (regel, afspraak) = (self.gesprek(id)?, self.afspraak(id)?);
        Some(AfspraakRij {
            gesprek: id,
            document: regel.documenten().first().copied(),
            persoon: self.gesprekspartner(id).and_then(|wie| self.naam_van(wie)),
            begin: afspraak.begin,
            plek: afspraak.plek,
            met: regel.deelnemers().iter().map(|who| namen.door(*who)).collect(),
            afgezegd: afspraak.afgezegd.is_some(),
        })
    }

    fn naam_van(&self, persoon: PersoonId) -> Option<LidKort> {
        let naam = self.persoon(persoon)?.kort(persoon)?.naam;
        Some(LidKort { id: persoon, naam })
    }

    /// Keeps who has which planned talk, so that a list looks at those and not at all there ever were. What is over leaves with its next event or
    /// at the next start.
    pub(super) fn zet_gepland(&mut self, id: GesprekId, voorheen: &[MedewerkerId]) {
        for who in voorheen {
            if let Some(theirs) = self.gepland.get_mut(who) {
                theirs.remove(&id);
            }
        }
        if self.afspraak(id).is_none() {
            return;
        }
        let nu = self.gesprek(id).map(|regel| regel.deelnemers().to_vec()).unwrap_or_default();
        for who in nu {
            self.gepland.entry(who).or_default().insert(id);
        }
    }
}

/// An agreement for who takes part, with why it was called off.
pub(crate) fn afspraak_wat(afspraak: &Afspraak, recht: &Leesrecht) -> AfspraakWat {
    AfspraakWat {
        begin: afspraak.begin,
        plek: afspraak.plek,
        afgezegd: afspraak.afgezegd.as_ref().map(|reden| reden.lees(recht).clone()),
    }
}
