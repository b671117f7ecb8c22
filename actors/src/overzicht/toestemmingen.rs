//! Consent: who asked to read which zaak, what became of it, and who answers (KING-R6e, N-33). Whether it holds is asked with the present
//! moment at each look, as for every toekenning; and it holds only while who asked still works for the person, and where who gave it could.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{
    Antwoorder, Leesrecht, Vraagfeiten, mag_toestemming_geven, mag_toestemming_vragen,
};
use keukentafel::domain::ids::{MedewerkerId, PersoonId, ToekenningId, ZaakId};
use keukentafel::domain::inzage::rol_voor_inwoner;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::toekenning::{Toekenning, Toestemmingstand, Verleend, Voorwerp};
use keukentafel::limits::{TOESTEMMING_VRAGEN_MAX, TOESTEMMINGEN_LOPEND_MAX};
use keukentafel::protocol::view::{ToestemmingMogelijk, ToestemmingVanMij, ToestemmingWat, ToestemmingenWat};

use super::Gemeenteoverzicht;
use super::toekenningen::uit;
use crate::deps::Namen;

/// The consents of one municipality. A look costs what runs and not what ever ran.
#[derive(Debug, Default)]
pub(super) struct Toestemmingen {
    /// Of each asker the last one on each zaak, an ended one too: that is what their page of it shows.
    laatste: HashMap<MedewerkerId, BTreeMap<ZaakId, ToekenningId>>,
    /// Of each zaak those that have not ended.
    op_zaak: HashMap<ZaakId, BTreeSet<ToekenningId>>,
}

impl Toestemmingen {
    pub(super) fn zet(&mut self, id: ToekenningId, toekenning: &Toekenning, now: Moment) {
        let Some(it) = toekenning.toestemming() else { return };
        let last = self.laatste.entry(it.aan).or_default().entry(it.zaak).or_insert(id);
        // Ids rise with time.
        *last = id.max(*last);
        if toekenning.toestemming_op(now).is_some_and(loopt) {
            self.op_zaak.entry(it.zaak).or_default().insert(id);
        }
    }

    pub(super) fn vergeet(&mut self, id: ToekenningId, toekenning: &Toekenning) {
        if let Some(it) = toekenning.toestemming() {
            uit(&mut self.op_zaak, it.zaak, id);
        }
    }
}

/// Whether it can still give anything.
fn loopt(stand: Toestemmingstand) -> bool {
    matches!(stand, Toestemmingstand::Gevraagd | Toestemmingstand::Geldt)
}

/// The last day on which something holds that ends at this moment.
fn laatste_dag(tot: Moment) -> Date {
    tot.plus_micros(-1).day()
}

/// What a change of a toekenning touches.
pub(crate) struct Raakt {
    /// Who has it, or asks for it.
    pub(crate) aan: MedewerkerId,
    /// What it gives; `None` while it gives nothing.
    pub(crate) voorwerp: Option<Voorwerp>,
    /// Whose own list shows it.
    pub(crate) wie: BTreeSet<MedewerkerId>,
    /// Who was asked.
    pub(crate) persoon: Option<PersoonId>,
}

impl Gemeenteoverzicht {
    /// Whether `wie` may read this zaak because its person said so: it holds now, in the role of this session, and they still work for
    /// that person.
    #[must_use]
    pub fn leest_met_toestemming(&self, wie: &Wie, id: ZaakId) -> bool {
        let Some(running) = self.toekenningen.toestemmingen.op_zaak.get(&id) else { return false };
        let now = self.nu();
        let given = running.iter().filter_map(|it| self.toekenning(*it).map(|given| (*it, given)));
        let Some(persoon) = self.persoon_van(id) else { return false };
        let mut standing = given.filter(|(own, it)| !self.achterhaald(*own, it.aan, id));
        standing.any(|(_, it)| {
            it.aan == wie.id && it.rol == wie.rol && it.geldt_op(now) && self.kon_geven(it, persoon)
        }) && self.werkt_aan_andere(&[wie.id], id, persoon)
    }

    /// Whether they asked for this zaak again after this one, and were answered: then that answer holds, also where this one fell and what it
    /// rested on is recorded again since.
    fn achterhaald(&self, id: ToekenningId, aan: MedewerkerId, zaak: ZaakId) -> bool {
        let last = self.toekenningen.toestemmingen.laatste.get(&aan).and_then(|own| own.get(&zaak));
        last.is_some_and(|last| *last > id && self.stand_van(*last) != Some(Toestemmingstand::Gevraagd))
    }

    /// Whether one of these works on another zaak of this person.
    pub(super) fn werkt_aan_andere(&self, wie: &[MedewerkerId], id: ZaakId, persoon: PersoonId) -> bool {
        let mut others = self.zaken_van(persoon).filter(|other| *other != id);
        others.any(|other| self.behandelaars(other).iter().any(|who| wie.contains(who)))
    }

    /// Whether consent for this zaak was asked or holds.
    #[must_use]
    pub fn heeft_toestemmingen(&self, id: ZaakId) -> bool {
        self.toekenningen.toestemmingen.op_zaak.contains_key(&id)
    }

    /// Whether who said yes about this person could, as the record has it now: themselves, or who had gezag on that day. What was given by gezag
    /// that was wrongly recorded, or had ended by then, is no consent. Of gezag that ended later it stays one: whoever has it now takes it back.
    fn kon_geven(&self, it: &Verleend, persoon: PersoonId) -> bool {
        it.gever.is_none_or(|gever| gever == persoon || self.heeft_gezag(gever, persoon, it.van.day()))
    }

    /// Where consent stands now, with what is known now of who gave it.
    fn stand_van(&self, id: ToekenningId) -> Option<Toestemmingstand> {
        let toekenning = self.toekenningen.alle.get(&id)?.toekenning();
        let stand = toekenning.toestemming_op(self.nu())?;
        let given = toekenning.verleend().zip(self.persoon_van_toestemming(id));
        let falls = given.is_some_and(|(it, persoon)| !self.kon_geven(it, persoon));
        Some(if stand == Toestemmingstand::Geldt && falls { Toestemmingstand::Vervallen } else { stand })
    }

    /// What was given about this person by somebody else, and has not ended: it rests on their gezag.
    pub(crate) fn op_gezag(&self, persoon: PersoonId) -> Vec<ToekenningId> {
        let running = &self.toekenningen.toestemmingen.op_zaak;
        let ids = self.zaken_van(persoon).filter_map(|zaak| running.get(&zaak)).flatten().copied();
        let by_another = |id: &ToekenningId| {
            self.toekenning(*id).and_then(|it| it.gever).is_some_and(|gever| gever != persoon)
        };
        ids.filter(by_another).collect()
    }

    fn persoon_van(&self, zaak: ZaakId) -> Option<PersoonId> {
        Some(self.zaak(zaak)?.lopend()?.persoon)
    }

    /// How `wie` stands to a zaak that they want to read; `None` when there is nothing to ask for them.
    #[must_use]
    pub fn mag_vragen(&self, wie: &Wie, id: ZaakId) -> Option<Vraagfeiten> {
        let zaak = self.zaak(id)?.lopend()?;
        let feiten = Vraagfeiten {
            zaaktype: zaak.zaaktype,
            persoon: zaak.persoon,
            toegang: self.toegang(wie, id),
            werkt_voor: self.werkt_aan_andere(&[wie.id], id, zaak.persoon),
        };
        // About oneself there is nothing to ask.
        (mag_toestemming_vragen(wie, &feiten) && !self.is_een_van(wie, &[zaak.persoon])).then_some(feiten)
    }

    /// How `wie` stands to a person who is asked.
    #[must_use]
    pub fn antwoorder(&self, wie: &Wie, persoon: PersoonId) -> Antwoorder {
        let today = self.nu().day();
        Antwoorder {
            persoon,
            leeftijd: self.leeftijd(persoon, today),
            gezag: wie.persoon.is_some_and(|houder| self.heeft_gezag(houder, persoon, today)),
        }
    }

    /// Whether `wie` answers for this person today.
    #[must_use]
    pub fn mag_antwoorden(&self, wie: &Wie, persoon: PersoonId) -> bool {
        self.persoon(persoon).is_some() && mag_toestemming_geven(wie, &self.antwoorder(wie, persoon))
    }

    /// For whom `wie` answers today: themselves first.
    #[must_use]
    pub fn antwoordt_voor(&self, wie: &Wie) -> Vec<PersoonId> {
        let Some(zelf) = wie.persoon else { return Vec::new() };
        let kinderen = self.gezag_over.get(&zelf).into_iter().flatten().copied().filter(|kind| *kind != zelf);
        std::iter::once(zelf).chain(kinderen).filter(|persoon| self.mag_antwoorden(wie, *persoon)).collect()
    }

    /// Who is asked with this toekenning; `None` when it is no consent.
    #[must_use]
    pub fn persoon_van_toestemming(&self, id: ToekenningId) -> Option<PersoonId> {
        self.persoon_van(self.zaak_van_toestemming(id)?)
    }

    pub(super) fn zaak_van_toestemming(&self, id: ToekenningId) -> Option<ZaakId> {
        Some(self.toekenningen.alle.get(&id)?.toekenning().toestemming()?.zaak)
    }

    /// Whether something happened under this id.
    #[must_use]
    pub fn kent_toekenning(&self, id: ToekenningId) -> bool {
        self.toekenningen.alle.contains_key(&id)
    }

    /// Why one more question of `wie` for this zaak is one too many.
    #[must_use]
    pub fn vraag_te_veel(&self, wie: &Wie, id: ZaakId, persoon: PersoonId) -> Option<&'static str> {
        // Only what they asked themselves: that others ask the same person, or have it, is told by no refusal.
        let own: Vec<_> = self.eigen_toestemmingen(wie.id).filter(|(_, stand)| loopt(*stand)).collect();
        let waits = own.iter().filter(|(_, stand)| *stand == Toestemmingstand::Gevraagd);
        let open = waits.filter(|(id, _)| self.persoon_van_toestemming(*id) == Some(persoon)).count();
        let mine = self.toekenningen.toestemmingen.laatste.get(&wie.id).and_then(|all| all.get(&id));
        let twice = mine.and_then(|id| self.stand_van(*id));
        if twice.is_some_and(loopt) {
            Some("toestemming.al_gevraagd")
        } else if open >= TOESTEMMING_VRAGEN_MAX {
            Some("toestemming.te_veel_vragen")
        } else if own.len() >= TOESTEMMINGEN_LOPEND_MAX {
            Some("toestemming.te_veel")
        } else {
            None
        }
    }

    /// Whether what was said yes to under this id holds no more, by what is known now of who said so.
    #[must_use]
    pub fn is_vervallen(&self, id: ToekenningId) -> bool {
        self.stand_van(id) == Some(Toestemmingstand::Vervallen)
    }

    /// Whether this question still waits for an answer.
    #[must_use]
    pub fn wacht_op_antwoord(&self, id: ToekenningId) -> bool {
        self.stand_van(id) == Some(Toestemmingstand::Gevraagd)
    }

    /// Whether one more yes about this person is one too many. Who says yes sees all that was given, so to them it tells nothing new.
    #[must_use]
    pub fn ja_te_veel(&self, persoon: PersoonId) -> bool {
        let given = self.lopende_toestemmingen(persoon).into_iter();
        given.filter(|(_, stand)| *stand == Toestemmingstand::Geldt).count() >= TOESTEMMINGEN_LOPEND_MAX
    }

    /// What was asked of a person or is given, and has not ended: oldest first.
    fn lopende_toestemmingen(&self, persoon: PersoonId) -> Vec<(ToekenningId, Toestemmingstand)> {
        let running = &self.toekenningen.toestemmingen.op_zaak;
        let ids = self.zaken_van(persoon).filter_map(|zaak| running.get(&zaak)).flatten();
        let mut found: Vec<_> = ids
            .filter_map(|id| Some((*id, self.stand_van(*id)?)))
            .filter(|(_, stand)| loopt(*stand))
            .collect();
        found.sort_unstable_by_key(|(id, _)| *id);
        found
    }

    fn eigen_toestemmingen(
        &self,
        who: MedewerkerId,
    ) -> impl Iterator<Item = (ToekenningId, Toestemmingstand)> + '_ {
        let ids = self.toekenningen.toestemmingen.laatste.get(&who).into_iter().flat_map(BTreeMap::values);
        ids.filter_map(|id| Some((*id, self.stand_van(*id)?)))
    }

    /// What `who` asked, the last on each zaak: what runs first, then the newest. Nothing of the zaak stands in it, and nothing of the
    /// person: who asked may work for them no more.
    pub(super) fn toestemmingen_voor(&self, who: MedewerkerId, recht: &Leesrecht) -> Vec<ToestemmingVanMij> {
        let mut found: Vec<_> = self.eigen_toestemmingen(who).collect();
        found.sort_unstable_by_key(|(id, stand)| std::cmp::Reverse((loopt(*stand), *id)));
        let line = |(id, stand): (ToekenningId, Toestemmingstand)| {
            let toekenning = self.toekenningen.alle.get(&id)?.toekenning();
            let it = toekenning.toestemming()?;
            // Of a dossier that was closed to them since they hear nothing more.
            self.persoon_van(it.zaak).filter(|persoon| !self.dossier_gesloten(who, *persoon))?;
            let waits = toekenning.gevraagd().map(|vraag| laatste_dag(vraag.vervalt_op));
            Some(ToestemmingVanMij {
                id,
                zaak: it.zaak,
                doel: it.doel.lees(recht).clone(),
                tot_en_met: laatste_dag(it.tot),
                antwoord_voor: waits.filter(|_| stand == Toestemmingstand::Gevraagd),
                stand,
            })
        };
        found.into_iter().filter_map(line).take(TOESTEMMINGEN_LOPEND_MAX).collect()
    }

    /// What a person is asked and what they said yes to, for who answers for them. All that was given, as none is out of sight of who may take it
    /// back; of the questions the oldest, and the next as they are answered.
    #[must_use]
    pub fn toestemmingen_van(
        &self,
        persoon: PersoonId,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<ToestemmingenWat> {
        let naam = self.persoon(persoon)?.kort(persoon)?.naam;
        let (mut gevraagd, mut geldt) = (Vec::new(), Vec::new());
        for (id, stand) in self.lopende_toestemmingen(persoon) {
            let Some(wat) = self.toestemming_wat(id, recht, namen) else { continue };
            if stand == Toestemmingstand::Gevraagd { gevraagd.push(wat) } else { geldt.push(wat) }
        }
        gevraagd.truncate(TOESTEMMINGEN_LOPEND_MAX);
        Some(ToestemmingenWat { persoon, naam, gevraagd, geldt })
    }

    fn toestemming_wat(
        &self,
        id: ToekenningId,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<ToestemmingWat> {
        let toekenning = self.toekenningen.alle.get(&id)?.toekenning();
        let it = toekenning.toestemming()?;
        let zaak = self.zaak(it.zaak)?.lopend()?;
        Some(ToestemmingWat {
            id,
            wie: namen.door(it.aan),
            rol_naam: rol_voor_inwoner(it.rol).to_owned(),
            zaaktype_naam: zaak.zaaktype.naam().to_owned(),
            zaaknummer: zaak.zaaknummer.clone(),
            doel: it.doel.lees(recht).clone(),
            tot_en_met: laatste_dag(it.tot),
            antwoord_voor: toekenning.gevraagd().map(|vraag| laatste_dag(vraag.vervalt_op)),
        })
    }

    /// For who may ask: whom.
    #[must_use]
    pub fn toestemming_mogelijk(&self, wie: &Wie, id: ZaakId) -> Option<ToestemmingMogelijk> {
        let persoon = self.mag_vragen(wie, id)?.persoon;
        let naam = self.persoon(persoon)?.kort(persoon)?.naam;
        let minderjarig = !self.leeftijd(persoon, self.nu().day()).antwoordt_zelf();
        Some(ToestemmingMogelijk { naam, via_gezag: minderjarig })
    }

    /// What a change of this toekenning touches.
    pub(crate) fn raakt(&self, id: ToekenningId) -> Option<Raakt> {
        let toekenning = self.toekenningen.alle.get(&id)?.toekenning();
        let persoon = self.persoon_van_toestemming(id);
        match toekenning.verleend() {
            Some(verleend) => Some(Raakt {
                aan: verleend.aan,
                voorwerp: Some(verleend.voorwerp),
                wie: self.wie_het_aangaat(verleend),
                persoon,
            }),
            None => {
                let it = toekenning.toestemming()?;
                // What was asked opens nothing yet; a no can close what an earlier yes had opened.
                let open = toekenning.toestemming_op(self.nu()) == Some(Toestemmingstand::Gevraagd);
                let voorwerp = (!open).then_some(Voorwerp::Inzage { zaak: it.zaak });
                Some(Raakt { aan: it.aan, voorwerp, wie: BTreeSet::from([it.aan]), persoon })
            }
        }
    }
}
