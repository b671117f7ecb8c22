//! Huishoudens: who lives where, and what somebody may know by it.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, Toegang};
use keukentafel::domain::huishouden::{Huishouden, Lid};
use keukentafel::domain::ids::{HuishoudenId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::{Adres, Gezag, Gezaghouder, Gezagsbron, Persoon};
use keukentafel::protocol::view::{
    AdresWat, GezagWat, GezagsbronWat, HuishoudenWat, LidWat, PersoonKort, VerblijfWat, ZaakRij,
};
use keukentafel::store::{Fault, FeedEvent};
use serde::{Deserialize, Serialize};

use super::apply::fold;
use super::{Gemeenteoverzicht, Wijziging, Zicht};
use crate::deps::Namen;

/// A huishouden.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HuishoudenRegel {
    pub(super) huishouden: Huishouden,
    pub(super) versie: u64,
}

impl HuishoudenRegel {
    /// Who lives there.
    #[must_use]
    pub fn leden(&self) -> &[Lid] {
        self.huishouden.leden()
    }
}

impl Gemeenteoverzicht {
    /// A huishouden.
    #[must_use]
    pub fn huishouden(&self, huishouden: HuishoudenId) -> Option<&HuishoudenRegel> {
        self.huishoudens.get(&huishouden)
    }

    /// Where a person lives now, as far as it was recorded.
    #[must_use]
    pub fn huishouden_van(&self, persoon: PersoonId) -> Option<HuishoudenId> {
        self.huishouden_van.get(&persoon).copied()
    }

    /// How often a person became a member of a huishouden, ended memberships too: the next one is one more.
    #[must_use]
    pub fn lidmaatschappen(&self, persoon: PersoonId) -> u32 {
        self.lidmaatschappen.get(&persoon).copied().unwrap_or(0)
    }

    /// A person and whoever lives with them.
    #[must_use]
    pub fn huisgenoten(&self, persoon: PersoonId) -> Vec<PersoonId> {
        let leden =
            self.huishouden_van(persoon).and_then(|id| self.huishouden(id)).map(HuishoudenRegel::leden);
        leden.map_or_else(|| vec![persoon], |leden| leden.iter().map(|lid| lid.persoon).collect())
    }

    /// Whether the address of this person tells where somebody lives who keeps that from others, or whose dossier is protected: their own,
    /// or of who lives with them.
    #[must_use]
    pub fn adres_verraadt(&self, persoon: PersoonId) -> bool {
        self.verborgen(persoon) || self.adres_verraadt_huisgenoot(persoon)
    }

    /// Whether it tells where somebody else lives who keeps that from others or is protected. What the page of a person asks, which nobody opens
    /// to whom that person is closed.
    #[must_use]
    pub fn adres_verraadt_huisgenoot(&self, persoon: PersoonId) -> bool {
        self.huisgenoten(persoon).into_iter().any(|lid| lid != persoon && self.verborgen(lid))
    }

    /// Whether it is to be known of nobody where this person lives.
    fn verborgen(&self, persoon: PersoonId) -> bool {
        let kept = self.persoon(persoon).is_some_and(|regel| regel.persoon().adres_geheim());
        kept || self.is_beschermd(persoon)
    }

    /// Whether `wie` is kept out of the dossier of somebody who lives with this person, or of this one: then their address is not told, not
    /// when it is asked for either.
    #[must_use]
    pub fn thuis_afgeschermd(&self, wie: &Wie, persoon: PersoonId) -> bool {
        self.een_afgeschermd(wie, self.huisgenoten(persoon))
    }

    /// The zaken of a person and of whoever lives with them.
    #[must_use]
    pub fn zaken_van_huisgenoten(&self, persoon: PersoonId) -> Vec<ZaakId> {
        self.huisgenoten(persoon).into_iter().flat_map(|lid| self.zaken_van(lid)).collect()
    }

    /// Whether `wie`, as one of these, works on a zaak of `persoon`. Work on a dossier that is closed to them opens nothing.
    #[must_use]
    pub fn werkt_voor(&self, wie: &Wie, mensen: &[MedewerkerId], persoon: PersoonId) -> bool {
        !self.afgeschermd(wie, persoon)
            && self
                .zaken_van(persoon)
                .any(|zaak| self.behandelaars(zaak).iter().any(|who| mensen.contains(who)))
    }

    /// Whether one of these works on a zaak of somebody who lives with `persoon`.
    pub(super) fn werkt_voor_huisgenoot(
        &self,
        wie: &Wie,
        mensen: &[MedewerkerId],
        persoon: PersoonId,
    ) -> bool {
        let others = self.huisgenoten(persoon).into_iter().filter(|lid| *lid != persoon);
        others.into_iter().any(|lid| self.werkt_voor(wie, mensen, lid))
    }

    /// How far `wie` may look at who lives in a huishouden.
    #[must_use]
    pub fn toegang_huishouden(&self, wie: &Wie, huishouden: HuishoudenId) -> Toegang {
        let Some(regel) = self.huishouden(huishouden) else { return Toegang::Niets };
        let works = |mensen: &[MedewerkerId]| {
            regel.leden().iter().any(|lid| self.werkt_voor(wie, mensen, lid.persoon))
        };
        // What somebody gets for a while opens nothing about where they live themselves.
        let leden: Vec<_> = regel.leden().iter().map(|lid| lid.persoon).collect();
        let vervangt = self.vervangt_voor(wie, &leden);
        bevoegdheid::op_huishouden(wie, works(&[wie.id]), !vervangt.is_empty() && works(&vervangt))
    }

    /// How far `wie` may look at a zaak in the view of the huishouden of its person.
    #[must_use]
    pub fn toegang_in_huishouden(&self, wie: &Wie, huishouden: HuishoudenId, zaak: ZaakId) -> Toegang {
        let person = self.zaak(zaak).and_then(|regel| regel.lopend()).map(|zaak| zaak.persoon);
        if person.and_then(|person| self.huishouden_van(person)) != Some(huishouden) {
            return Toegang::Niets;
        }
        self.toegang_bij_persoon(wie, zaak)
    }

    /// How far `wie` may look at a zaak on the page of its person, as long as no huishouden was recorded of that one.
    #[must_use]
    pub fn toegang_thuis(&self, wie: &Wie, persoon: PersoonId, zaak: ZaakId) -> Toegang {
        let of = self.zaak(zaak).and_then(|regel| regel.lopend()).map(|zaak| zaak.persoon);
        let here = of == Some(persoon) && self.ziet_thuis(wie, persoon);
        if here { self.toegang_bij_persoon(wie, zaak) } else { Toegang::Niets }
    }

    /// Whether `wie` may look at what runs for a person of whom no huishouden was recorded.
    #[must_use]
    pub fn ziet_thuis(&self, wie: &Wie, persoon: PersoonId) -> bool {
        self.huishouden_van(persoon).is_none() && self.toegang_persoon(wie, persoon) >= Toegang::Wat
    }

    /// How far `wie` may look at a zaak and know by it of whom it is: only who may see the huishouden too, or the person where there is
    /// none.
    #[must_use]
    pub fn toegang_als_huisgenoot(&self, wie: &Wie, zaak: ZaakId) -> Toegang {
        let person = self.zaak(zaak).and_then(|regel| regel.lopend()).map(|zaak| zaak.persoon);
        match person.and_then(|person| self.huishouden_van(person)) {
            Some(home) if self.toegang_huishouden(wie, home) >= Toegang::Wat => {
                self.toegang_bij_persoon(wie, zaak)
            }
            None => person.map_or(Toegang::Niets, |person| self.toegang_thuis(wie, person, zaak)),
            Some(_) => Toegang::Niets,
        }
    }

    /// A zaak as in the view of a huishouden under *dat*: with the person, whom everybody who may see that view knows from it.
    #[must_use]
    pub fn rij_in_huishouden(&self, zaak: ZaakId, toegang: Toegang, namen: &dyn Namen) -> Option<ZaakRij> {
        let regel = self.zaak(zaak)?;
        let persoon = regel.lopend()?.persoon;
        let zicht = if toegang >= Toegang::Wat { Zicht::WAT } else { Zicht::DAT };
        let rij = ZaakRij { toegang, ..regel.rij(zaak, zicht, self.persoon(persoon), namen)? };
        // Not when they were born: a fellow lid whom they let know that it runs follows this too (KING-R1f), and all others have it elsewhere.
        let kort = self.persoon(persoon).and_then(|regel| regel.kort(persoon));
        Some(ZaakRij { persoon: kort.map(|kort| PersoonKort { geboortedatum: None, ..kort }), ..rij })
    }

    /// A huishouden as everybody sees it who may.
    #[must_use]
    pub fn huishouden_wat(
        &self,
        id: HuishoudenId,
        vandaag: jiff::civil::Date,
        recht: &Leesrecht,
    ) -> Option<HuishoudenWat> {
        let regel = self.huishouden(id)?;
        let mut leden: Vec<_> =
            regel.leden().iter().filter_map(|lid| self.lid_wat(lid, vandaag, recht)).collect();
        // They live together: the address of one is where the others are.
        if leden.iter().any(|lid| lid.adres_geheim) {
            leden.iter_mut().for_each(|lid| lid.ingeschreven = None);
        }
        Some(HuishoudenWat { id, leden, versie: regel.versie })
    }

    fn lid_wat(&self, lid: &Lid, vandaag: jiff::civil::Date, recht: &Leesrecht) -> Option<LidWat> {
        let regel = self.persoon(lid.persoon)?;
        if self.is_beschermd(lid.persoon) {
            // One view for all who may see the huishouden: of a protected dossier the name, also for who is named. They have it elsewhere.
            return Some(LidWat {
                persoon: self.bij_naam_alleen(lid.persoon),
                bron: lid.bron,
                vanaf: None,
                verblijf: None,
                ingeschreven: None,
                adres_geheim: true,
                gezag: Vec::new(),
            });
        }
        let present = regel.persoon.bekend()?.gezag.iter().filter(|gezag| gezag.geldt_op(vandaag));
        Some(LidWat {
            persoon: regel.kort(lid.persoon)?,
            bron: lid.bron,
            vanaf: lid.vanaf,
            verblijf: lid.verblijf.as_ref().map(|verblijf| VerblijfWat {
                vanaf: verblijf.vanaf,
                toelichting: verblijf.toelichting.lees(recht).clone(),
                bron: verblijf.bron,
            }),
            ingeschreven: ingeschreven(&regel.persoon).map(adres_wat),
            adres_geheim: regel.persoon.adres_geheim(),
            gezag: present.map(|gezag| self.gezag_wat(gezag, recht)).collect(),
        })
    }

    /// With the holder's name where they are known here.
    fn gezag_wat(&self, gezag: &Gezag, recht: &Leesrecht) -> GezagWat {
        let plain = gezag_wat(gezag, recht);
        let name = plain.persoon.and_then(|holder| self.persoon(holder)?.kort(holder));
        GezagWat { naam: name.map(|kort| kort.naam).or(plain.naam), ..plain }
    }

    pub(super) fn huishouden_event(
        &mut self,
        id: HuishoudenId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        let known = self.huishoudens.get(&id).map(|regel| regel.huishouden.clone()).unwrap_or_default();
        let voorheen: Vec<_> = known.leden().iter().map(|lid| lid.persoon).collect();
        let huishouden = fold(known, event)?;
        for gone in voorheen.iter().filter(|persoon| huishouden.lid(**persoon).is_none()) {
            self.huishouden_van.remove(gone);
        }
        for lid in huishouden.leden().iter().filter(|lid| !voorheen.contains(&lid.persoon)) {
            self.huishouden_van.insert(lid.persoon, id);
            *self.lidmaatschappen.entry(lid.persoon).or_default() += 1;
            self.ooit_in.entry(lid.persoon).or_default().insert(id);
        }
        self.huishoudens.insert(id, HuishoudenRegel { huishouden, versie: event.event.version });
        Ok(Some(Wijziging::Huishouden { huishouden: id, voorheen }))
    }
}

/// What of a person shows in the view of a huishouden. When none of it changed, nobody there hears that something did.
#[derive(Eq, PartialEq)]
pub(super) struct InHuishouden {
    kort: Option<PersoonKort>,
    gezag: Vec<Gezag>,
    ingeschreven: Option<Adres>,
    adres_geheim: bool,
}

impl InHuishouden {
    pub(super) fn of(persoon: &Persoon, kort: Option<PersoonKort>) -> Self {
        Self {
            kort,
            gezag: persoon.bekend().map(|known| known.gezag.clone()).unwrap_or_default(),
            ingeschreven: ingeschreven(persoon).cloned(),
            adres_geheim: persoon.adres_geheim(),
        }
    }
}

/// Where somebody is registered: what the BRP said last, or else what was written down. Nothing when they keep it from others.
fn ingeschreven(persoon: &Persoon) -> Option<&Adres> {
    if persoon.adres_geheim() {
        return None;
    }
    adres_van(persoon)
}

/// Where somebody lives by what the BRP said last, or else by what was written down: also of who keeps it from others, and so never shown.
pub(super) fn adres_van(persoon: &Persoon) -> Option<&Adres> {
    match persoon.bekend()?.brp.as_ref() {
        Some(brp) => brp.adres.as_ref(),
        None => persoon.gegevens()?.adres.as_ref(),
    }
}

/// An address on the wire.
pub(crate) fn adres_wat(adres: &Adres) -> AdresWat {
    AdresWat {
        straat: adres.straat.clone(),
        huisnummer: adres.huisnummer.clone(),
        postcode: adres.postcode.clone(),
        plaats: adres.plaats.clone(),
    }
}

/// Gezag on the wire; a holder who is known here is named by id alone.
pub(crate) fn gezag_wat(gezag: &Gezag, recht: &Leesrecht) -> GezagWat {
    let (persoon, naam) = match &gezag.houder {
        Gezaghouder::Persoon { persoon } => (Some(*persoon), None),
        Gezaghouder::Ander { naam } => (None, Some(naam.clone())),
    };
    let bron = match &gezag.bron {
        Gezagsbron::Brp { op } => GezagsbronWat::Brp { op: *op },
        Gezagsbron::Rechter { gerecht, uitspraak_op, kenmerk } => GezagsbronWat::Rechter {
            gerecht: gerecht.lees(recht).clone(),
            uitspraak_op: *uitspraak_op,
            kenmerk: kenmerk.as_ref().map(|kenmerk| kenmerk.lees(recht).clone()),
        },
    };
    GezagWat { persoon, naam, grond: gezag.grond, bron, vanaf: gezag.vanaf, tot: gezag.tot }
}
