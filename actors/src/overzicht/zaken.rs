//! Zaken and how far somebody may look into them; the werkvoorraad.

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::{Toegang, Verband, op_zaak, ziet_contactdag};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::mens::Mens;
use keukentafel::domain::zaak::Lopend;
use keukentafel::domain::zaaktype::Zaaktype;

use super::Gemeenteoverzicht;
use super::lijst::{Lijst, in_lijst};

impl Gemeenteoverzicht {
    /// How far `wie` may look into `zaak`.
    #[must_use]
    pub fn toegang(&self, wie: &Wie, id: ZaakId) -> Toegang {
        let Some(zaak) = self.zaken.get(&id).and_then(|regel| regel.lopend()) else { return Toegang::Niets };
        if self.afgeschermd(wie, zaak.persoon) {
            return Toegang::Niets;
        }
        let mens = self.mens(wie);
        op_zaak(wie, &zaak.feiten(), self.verband(wie, &mens, id, zaak))
    }

    /// How far `wie` may look into `zaak` where it is shown beside its person: of a confidential one only who sees its content may learn
    /// whom it is about.
    #[must_use]
    pub fn toegang_bij_persoon(&self, wie: &Wie, id: ZaakId) -> Toegang {
        let vertrouwelijk = self
            .zaken
            .get(&id)
            .and_then(|regel| regel.lopend())
            .is_some_and(|zaak| zaak.zaaktype.vertrouwelijk());
        let toegang = self.toegang(wie, id);
        if vertrouwelijk && toegang < Toegang::Wat { Toegang::Niets } else { toegang }
    }

    /// Whether `wie` sees by which day somebody must have been spoken to in this zaak.
    #[must_use]
    pub fn ziet_contactdag(&self, wie: &Wie, id: ZaakId) -> bool {
        let zaak = self.zaken.get(&id).and_then(|regel| regel.lopend());
        zaak.is_some_and(|zaak| ziet_contactdag(wie, &self.mens(wie), &zaak.feiten(), self.toegang(wie, id)))
    }

    /// How `wie` stands to a zaak beside what it knows itself. Who stands in for somebody stands as that one, in what follows from the
    /// work too; over a zaak about themselves they do not.
    pub(super) fn verband<'a>(&self, wie: &Wie, mens: &'a Mens, id: ZaakId, zaak: &Lopend) -> Verband<'a> {
        let vervangt = self.vervangt_voor(wie, &[zaak.persoon]);
        let als: Vec<_> = std::iter::once(wie.id).chain(vervangt.iter().copied()).collect();
        Verband {
            mens,
            zelfde_persoon: self.werkt_aan_andere(&als, id, zaak.persoon),
            toestemming: self.leest_met_toestemming(wie, id),
            medelid: self.weet_door_medelid(wie, id),
            zelfde_huishouden: self.werkt_voor_huisgenoot(wie, &als, zaak.persoon),
            regisseur: self.regisseert(wie, &als, zaak.persoon),
            vervanger: zaak.behandelaars.iter().any(|who| vervangt.contains(who)),
            gezag: wie.persoon.is_some_and(|houder| self.heeft_gezag(houder, zaak.persoon, self.nu().day())),
            // Only in the portal somebody's age decides what they see.
            leeftijd: wie.in_portaal_voor().map(|_| self.leeftijd(zaak.persoon, self.nu().day())),
        }
    }

    /// The zaken in somebody's werkvoorraad, with how far they may look.
    #[must_use]
    pub fn werkvoorraad(&self, wie: &Wie) -> Vec<(ZaakId, Toegang)> {
        let candidates = self.kandidaten(wie);
        candidates.into_iter().filter_map(|id| Some((id, self.in_werkvoorraad(wie, id)?))).collect()
    }

    /// The zaken that can be in somebody's werkvoorraad, from the indices: opening one does not read every zaak there is.
    fn kandidaten(&self, wie: &Wie) -> BTreeSet<ZaakId> {
        let als = self.als(wie);
        let own = als.iter().filter_map(|who| self.ordening.van_behandelaar(*who)).flatten();
        let taken_in = self.ordening.van_melder(wie.id).into_iter().flatten();
        let waits =
            Zaaktype::ALLE.into_iter().filter_map(|zaaktype| self.ordening.wachtend(zaaktype)).flatten();
        let about = wie
            .in_portaal_voor()
            .into_iter()
            .chain(self.kinderen(wie))
            .flat_map(|persoon| self.zaken_van(persoon));
        own.chain(taken_in).chain(waits).map(|(_, id)| *id).chain(about).collect()
    }

    /// Whether a zaak is in somebody's werkvoorraad: their own, that of whom they stand in for, and what waits for somebody in their
    /// team.
    #[must_use]
    pub fn in_werkvoorraad(&self, wie: &Wie, id: ZaakId) -> Option<Toegang> {
        let zaak = self.zaken.get(&id)?.lopend()?;
        let van = self.van(wie);
        let waits = zaak.behandelaars.is_empty() && in_lijst(wie, &van, zaak, Lijst::Team);
        if !waits && !in_lijst(wie, &van, zaak, Lijst::Mijn) {
            return None;
        }
        Some(self.toegang(wie, id)).filter(|toegang| *toegang > Toegang::Niets)
    }

    /// Who works on a zaak.
    #[must_use]
    pub fn behandelaars(&self, id: ZaakId) -> &[MedewerkerId] {
        self.zaken.get(&id).and_then(|regel| regel.lopend()).map_or(&[], |zaak| &zaak.behandelaars)
    }

    /// The widest view of any zaak of a person by which somebody may know whose it is.
    pub(super) fn hoogste_bij_persoon(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        let each = self.zaken_van(persoon).map(|id| self.toegang_bij_persoon(wie, id));
        each.max().unwrap_or(Toegang::Niets)
    }

    /// The widest view of any zaak of a person.
    #[must_use]
    pub fn hoogste_toegang(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        self.zaken_van(persoon).map(|id| self.toegang(wie, id)).max().unwrap_or(Toegang::Niets)
    }
}
