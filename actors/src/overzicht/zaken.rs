//! Lists of zaken: which, in which order, from where.

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, Verband, mag, op_zaak};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{Lopend, Zaakstatus};
use keukentafel::domain::zaaktype::Zaaktype;

use super::Gemeenteoverzicht;

/// Which zaken.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub enum Lijst {
    /// Mine and my team's.
    #[default]
    MijnEnTeam,
    /// That I work on, that I registered at the desk, or that are about me.
    Mijn,
    /// Of my field of law; for who distributes: all.
    Team,
    /// Every one that I may know of.
    Alle,
}

/// What a list is asked for.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ZakenFilter {
    /// Which list.
    pub lijst: Lijst,
    /// Only of this zaaktype.
    pub zaaktype: Option<Zaaktype>,
    /// Only in this state.
    pub status: Option<Zaakstatus>,
    /// Only about this person.
    pub persoon: Option<PersoonId>,
    /// After this one, in the list's order.
    pub na: Option<(Date, ZaakId)>,
    /// At most so many.
    pub aantal: usize,
}

impl Gemeenteoverzicht {
    /// How far `wie` may look into `zaak`.
    #[must_use]
    pub fn toegang(&self, wie: &Wie, id: ZaakId) -> Toegang {
        let Some(zaak) = self.zaken.get(&id).and_then(|regel| regel.lopend()) else { return Toegang::Niets };
        op_zaak(wie, &zaak.feiten(), self.verband(wie, id, zaak))
    }

    fn verband(&self, wie: &Wie, id: ZaakId, zaak: &Lopend) -> Verband {
        let mut others =
            self.op_persoon.get(&zaak.persoon).into_iter().flatten().filter(|other| **other != id);
        let zelfde_persoon = others.any(|other| {
            let lopend = self.zaken.get(other).and_then(|regel| regel.lopend());
            lopend.is_some_and(|zaak| zaak.behandelaars.contains(&wie.id))
        });
        Verband { zelfde_persoon, zelfde_huishouden: self.werkt_voor_huisgenoot(wie, zaak.persoon) }
    }

    /// The zaken of a list that `wie` may know of, by legal date; and the place after the last one when there are more.
    #[must_use]
    pub fn lijst(&self, wie: &Wie, filter: &ZakenFilter) -> (Vec<(ZaakId, Toegang)>, Option<(Date, ZaakId)>) {
        let mut found: Vec<_> = self
            .zaken
            .iter()
            .filter_map(|(id, regel)| Some((*id, regel.lopend()?)))
            .filter(|(_, zaak)| past(zaak, filter) && in_lijst(wie, zaak, filter.lijst))
            .filter(|(id, zaak)| filter.na.is_none_or(|after| (zaak.uiterlijk_op, *id) > after))
            .map(|(id, zaak)| (zaak.uiterlijk_op, id))
            .collect();
        found.sort_unstable();
        let mut rows = Vec::new();
        let mut last = None;
        for (day, id) in found {
            let toegang = self.toegang(wie, id);
            if toegang == Toegang::Niets {
                continue;
            }
            if rows.len() == filter.aantal {
                return (rows, last);
            }
            rows.push((id, toegang));
            last = Some((day, id));
        }
        (rows, None)
    }

    /// The zaken in somebody's werkvoorraad, with how far they may look.
    #[must_use]
    pub fn werkvoorraad(&self, wie: &Wie) -> Vec<(ZaakId, Toegang)> {
        let candidates = self.kandidaten(wie);
        candidates.into_iter().filter_map(|id| Some((id, self.in_werkvoorraad(wie, id)?))).collect()
    }

    /// The zaken that can be in somebody's werkvoorraad, from the indices: opening one does not read every zaak there is.
    fn kandidaten(&self, wie: &Wie) -> BTreeSet<ZaakId> {
        let own = self.op_behandelaar.get(&wie.id).into_iter().flatten();
        let taken_in = self.op_melder.get(&wie.id).into_iter().flatten();
        let about = wie.persoon.and_then(|persoon| self.op_persoon.get(&persoon)).into_iter().flatten();
        own.chain(taken_in).chain(about).chain(&self.wachtend).copied().collect()
    }

    /// Whether a zaak is in somebody's werkvoorraad: their own, and what waits for somebody in their team.
    #[must_use]
    pub fn in_werkvoorraad(&self, wie: &Wie, id: ZaakId) -> Option<Toegang> {
        let zaak = self.zaken.get(&id)?.lopend()?;
        let waits = zaak.behandelaars.is_empty() && in_lijst(wie, zaak, Lijst::Team);
        if !waits && !in_lijst(wie, zaak, Lijst::Mijn) {
            return None;
        }
        Some(self.toegang(wie, id)).filter(|toegang| *toegang > Toegang::Niets)
    }

    /// Who works on a zaak.
    #[must_use]
    pub fn behandelaars(&self, id: ZaakId) -> &[MedewerkerId] {
        self.zaken.get(&id).and_then(|regel| regel.lopend()).map_or(&[], |zaak| &zaak.behandelaars)
    }

    /// The widest view of any zaak of a person.
    #[must_use]
    pub fn hoogste_toegang(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        self.zaken_van(persoon).map(|id| self.toegang(wie, id)).max().unwrap_or(Toegang::Niets)
    }
}

fn past(zaak: &Lopend, filter: &ZakenFilter) -> bool {
    filter.zaaktype.is_none_or(|zaaktype| zaak.zaaktype == zaaktype)
        && filter.status.is_none_or(|status| zaak.status == status)
        && filter.persoon.is_none_or(|persoon| zaak.persoon == persoon)
}

fn in_lijst(wie: &Wie, zaak: &Lopend, lijst: Lijst) -> bool {
    let desk = zaak.melder == Some(wie.id) && mag(wie.rol, Handeling::EigenMeldingToewijzen);
    let mijn = zaak.behandelaars.contains(&wie.id) || desk || wie.persoon == Some(zaak.persoon);
    let team = wie.rol.domein() == Some(zaak.zaaktype.domein()) || mag(wie.rol, Handeling::Verdelen);
    match lijst {
        Lijst::Mijn => mijn,
        Lijst::Team => team,
        Lijst::MijnEnTeam => mijn || team,
        Lijst::Alle => true,
    }
}
