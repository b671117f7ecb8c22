//! Lists of zaken: which, in which order, from where. A page is put together from the orders in which its zaken can stand, and each
//! zaak is held against the filter and the policy on its way.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag, op_rol};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::{Lopend, Zaakstatus};
use keukentafel::domain::zaaktype::Zaaktype;

use super::Gemeenteoverzicht;
use super::ordening::{Rij, Samen};

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
    /// Of my team, and nobody has it yet.
    Wachtend,
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
    /// Only those that this medewerker works on.
    pub behandelaar: Option<MedewerkerId>,
    /// After this one, in the list's order.
    pub na: Option<(Date, ZaakId)>,
    /// At most so many.
    pub aantal: usize,
}

impl Gemeenteoverzicht {
    /// The zaken of a list that `wie` may know of, by legal date; and the place after the last one when there are more.
    #[must_use]
    pub fn lijst(&self, wie: &Wie, filter: &ZakenFilter) -> (Vec<(ZaakId, Toegang)>, Option<(Date, ZaakId)>) {
        let van = self.van(wie);
        let mut rows = Vec::new();
        let mut last = None;
        for (day, id) in Samen::na(&self.bronnen(wie, filter), filter.na) {
            let Some(zaak) = self.zaken.get(&id).and_then(|regel| regel.lopend()) else { continue };
            if !past(zaak, filter) || !in_lijst(wie, &van, zaak, filter.lijst) {
                continue;
            }
            // Asked by person, a line tells of whom it is.
            let by_person = filter.persoon.is_some();
            let toegang = if by_person { self.toegang_bij_persoon(wie, id) } else { self.toegang(wie, id) };
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

    /// The orders in which every zaak of this list stands that `wie` may know of. They may hold others too: whether a zaak belongs is
    /// decided for each. What is wanted here is that few are read in vain.
    pub(super) fn bronnen(&self, wie: &Wie, filter: &ZakenFilter) -> Vec<Cow<'_, Rij>> {
        if let Some(persoon) = filter.persoon {
            return vec![Cow::Owned(self.rij_van(persoon))];
        }
        if let Some(who) = filter.behandelaar {
            return self.ordening.van_behandelaar(who).map(Cow::Borrowed).into_iter().collect();
        }
        let zaaktypen =
            Zaaktype::ALLE.into_iter().filter(|one| filter.zaaktype.is_none_or(|only| only == *one));
        let verdeelt = mag(wie.rol, Handeling::Verdelen);
        let team = |zaaktype: Zaaktype| verdeelt || wie.rol.domein() == Some(zaaktype.domein());
        let whole = |zaaktype: Zaaktype| self.ordening.soort(zaaktype, filter.status).map(Cow::Borrowed);
        match filter.lijst {
            Lijst::Mijn => self.eigen(wie),
            Lijst::Team => zaaktypen.filter(|one| team(*one)).flat_map(whole).collect(),
            Lijst::Wachtend => {
                let waits = zaaktypen.filter(|one| team(*one)).filter_map(|one| self.ordening.wachtend(one));
                waits.map(Cow::Borrowed).collect()
            }
            Lijst::MijnEnTeam => {
                let team = zaaktypen.filter(|one| team(*one)).flat_map(whole);
                self.eigen(wie).into_iter().chain(team).collect()
            }
            Lijst::Alle => {
                let known = zaaktypen.filter(|one| op_rol(wie.rol, *one) >= Toegang::Dat).flat_map(whole);
                let lets = self.zaken_van_medeleden(wie);
                let own = self.eigen(wie).into_iter().chain([
                    Cow::Owned(self.verwant(wie)),
                    Cow::Owned(lets.into_iter().filter_map(|id| self.in_orde(id)).collect()),
                ]);
                own.chain(known).collect()
            }
        }
    }

    /// What somebody works on, or whom they stand in for, what they took in, or is about them.
    fn eigen(&self, wie: &Wie) -> Vec<Cow<'_, Rij>> {
        let works = self.als(wie).into_iter().filter_map(|who| self.ordening.van_behandelaar(who));
        let own = works.chain(self.ordening.van_melder(wie.id));
        let mensen = wie.in_portaal_voor().into_iter().chain(self.kinderen(wie));
        let about = mensen.map(|persoon| Cow::Owned(self.rij_van(persoon)));
        own.map(Cow::Borrowed).chain(about).collect()
    }

    /// The other zaken of the persons for whom somebody works (C2-N7), of who lives with them (C2-K2), and of the leden of the plans
    /// that they lead (KING-R3).
    fn verwant(&self, wie: &Wie) -> Rij {
        let als = self.als(wie);
        let own = als.iter().filter_map(|who| self.ordening.van_behandelaar(*who)).flatten();
        let works_for = own.filter_map(|(_, id)| self.zaken.get(id)?.lopend().map(|zaak| zaak.persoon));
        let at_home = works_for.flat_map(|persoon| self.huisgenoten(persoon));
        let plannen = self.mijn_plannen(wie).into_iter().filter_map(|id| self.plan(id)?.inhoud());
        let leads = plannen.flat_map(|plan| plan.leden.iter().copied());
        let personen: BTreeSet<PersoonId> = at_home.chain(leads).collect();
        personen.into_iter().flat_map(|persoon| self.rij_van(persoon)).collect()
    }

    fn rij_van(&self, persoon: PersoonId) -> Rij {
        self.zaken_van(persoon).filter_map(|id| self.in_orde(id)).collect()
    }

    /// Where a zaak stands in an order.
    fn in_orde(&self, id: ZaakId) -> Option<(Date, ZaakId)> {
        self.zaken.get(&id)?.lopend().map(|zaak| (zaak.uiterlijk_op, id))
    }
}

fn past(zaak: &Lopend, filter: &ZakenFilter) -> bool {
    filter.zaaktype.is_none_or(|zaaktype| zaak.zaaktype == zaaktype)
        && filter.status.is_none_or(|status| zaak.status == status)
        && filter.persoon.is_none_or(|persoon| zaak.persoon == persoon)
        && filter.behandelaar.is_none_or(|who| zaak.behandelaars.contains(&who))
}

/// Whose zaken are one's own in a list.
pub(super) struct Van {
    /// Oneself and for whom one stands in.
    pub(super) als: Vec<MedewerkerId>,
    /// Minors over whom one has gezag.
    pub(super) kinderen: Vec<PersoonId>,
}

impl Gemeenteoverzicht {
    /// Whose zaken are those of `wie`.
    pub(super) fn van(&self, wie: &Wie) -> Van {
        Van { als: self.als(wie), kinderen: self.kinderen(wie) }
    }
}

pub(super) fn in_lijst(wie: &Wie, van: &Van, zaak: &Lopend, lijst: Lijst) -> bool {
    let desk = zaak.melder == Some(wie.id) && mag(wie.rol, Handeling::EigenMeldingToewijzen);
    let about = wie.in_portaal_voor() == Some(zaak.persoon) || van.kinderen.contains(&zaak.persoon);
    let mijn = zaak.behandelaars.iter().any(|who| van.als.contains(who)) || desk || about;
    let team = wie.rol.domein() == Some(zaak.zaaktype.domein()) || mag(wie.rol, Handeling::Verdelen);
    match lijst {
        Lijst::Mijn => mijn,
        Lijst::Team => team,
        Lijst::MijnEnTeam => mijn || team,
        Lijst::Wachtend => team && zaak.behandelaars.is_empty(),
        Lijst::Alle => true,
    }
}
