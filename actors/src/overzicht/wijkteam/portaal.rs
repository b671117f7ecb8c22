//! Plans as their leden see them in the portal (KING-R1b, KING-R1d, KING-R1e).

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Leesrecht, Portaalfeiten, Portaalzicht};
use keukentafel::domain::ids::{ActieId, DoelId, PersoonId, PlanId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::plan::{Actie, Doelstelling, Inhoud, Voor};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{
    LidKort, MijnPlan, PlanPortaal, PlanPortaalLid, PortaalActie, PortaalDoel,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::PlanRegel;
use super::plannen::{eigenaar_wat, zonder_regisseur};
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// What `wie` sees of a plan in the portal today. One that ended is not there any more.
    #[must_use]
    pub fn portaalzicht(&self, wie: &Wie, id: PlanId) -> Portaalzicht {
        wie.persoon.map_or_else(Portaalzicht::default, |zelf| self.zicht_van(wie.rol, zelf, id))
    }

    /// As [`Self::portaalzicht`], of a person in this role.
    pub(super) fn zicht_van(&self, rol: Rol, zelf: PersoonId, id: PlanId) -> Portaalzicht {
        let Some(plan) = self.plan(id).and_then(PlanRegel::lopend).filter(|plan| plan.leden.contains(&zelf))
        else {
            return Portaalzicht::default();
        };
        let dag = self.nu().day();
        let kinderen = plan.leden.iter().filter(|lid| self.heeft_gezag(zelf, **lid, dag));
        let feiten = Portaalfeiten {
            leden: plan.leden.clone(),
            leeftijd: Some(self.leeftijd(zelf, dag)),
            laten_meekijken: self.laten_meekijken(zelf, id),
            kinderen: kinderen.map(|kind| (*kind, self.leeftijd(*kind, dag))).collect(),
        };
        bevoegdheid::lid_in_portaal(rol, zelf, &feiten)
    }

    /// The plans that `wie` sees in the portal.
    #[must_use]
    pub fn plannen_in_portaal(&self, wie: &Wie) -> Vec<PlanId> {
        let own = wie.persoon.into_iter().flat_map(|persoon| self.plannen_van(persoon));
        own.filter(|plan| self.portaalzicht(wie, *plan).groep).collect()
    }

    /// Of a plan what its leden see of the groep on `vandaag`.
    #[must_use]
    pub fn plan_portaal(
        &self,
        id: PlanId,
        vandaag: Date,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<PlanPortaal> {
        let plan = self.plan(id)?.lopend()?;
        let lid = |lid: &PersoonId| LidKort { id: *lid, naam: self.bij_naam(*lid).naam };
        let leads = || namen.door(plan.verantwoordelijk);
        Some(PlanPortaal {
            id,
            leden: plan.leden.iter().map(lid).collect(),
            regisseur: (!zonder_regisseur(plan, namen)).then(leads),
            begonnen_op: plan.begonnen_op,
            doelen: doelen(plan, Voor::Groep, vandaag, recht),
            acties: acties(plan, Voor::Groep, vandaag, (recht, namen)),
        })
    }

    /// Of a plan what one lid sees of their own on `vandaag`.
    #[must_use]
    pub fn plan_portaal_lid(
        &self,
        id: PlanId,
        persoon: PersoonId,
        vandaag: Date,
        recht: &Leesrecht,
        namen: &dyn Namen,
    ) -> Option<PlanPortaalLid> {
        let plan = self.plan(id)?.lopend()?;
        plan.leden.contains(&persoon).then(|| PlanPortaalLid {
            plan: id,
            persoon,
            doelen: doelen(plan, Voor::Lid(persoon), vandaag, recht),
            acties: acties(plan, Voor::Lid(persoon), vandaag, (recht, namen)),
        })
    }

    /// The plans of `wie` in the portal, each with the parts that they see.
    #[must_use]
    pub fn mijn_plannen_in_portaal(&self, wie: &Wie, namen: &dyn Namen) -> Vec<MijnPlan> {
        let vandaag = self.nu().day();
        let each = |id| {
            let leden = self.portaalzicht(wie, id).leden.into_iter();
            let leden = leden.filter_map(|lid| {
                let recht = Topic::PlanPortaalLid(id, lid).leesrecht()?;
                self.plan_portaal_lid(id, lid, vandaag, &recht, namen)
            });
            let recht = Topic::PlanPortaal(id).leesrecht()?;
            let bijdragen = wie.persoon.filter(|zelf| self.ziet_bijdragen(wie, id, *zelf)).and_then(|zelf| {
                let recht = Topic::PlanBijdragen(id, zelf).leesrecht()?;
                self.plan_bijdragen(id, zelf, vandaag, &recht, namen)
            });
            let groep = self.plan_portaal(id, vandaag, &recht, namen)?;
            Some(MijnPlan { groep, leden: leden.collect(), bijdragen })
        };
        self.plannen_in_portaal(wie).into_iter().filter_map(each).collect()
    }
}

fn doelen(plan: &Inhoud, voor: Voor, vandaag: Date, recht: &Leesrecht) -> Vec<PortaalDoel> {
    let each = |doel: &Doelstelling| PortaalDoel {
        id: DoelId(nummer(doel.id.0, doel.portaal.keer())),
        voor: doel.voor,
        omschrijving: doel.omschrijving.lees(recht).clone(),
        uitkomst: doel.uitkomst,
    };
    let mut shown: Vec<PortaalDoel> = plan.doelen_in_portaal(voor, vandaag).map(each).collect();
    shown.sort_by(|one, other| (&one.omschrijving, one.id).cmp(&(&other.omschrijving, other.id)));
    shown
}

fn acties(
    plan: &Inhoud,
    voor: Voor,
    vandaag: Date,
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Vec<PortaalActie> {
    let goal = |id: DoelId| plan.doel(id).map(|doel| DoelId(nummer(id.0, doel.portaal.keer())));
    let each = |actie: &Actie| PortaalActie {
        id: ActieId(nummer(actie.id.0, plan.keer_van(actie))),
        doel: actie.afspraak.doel.and_then(goal),
        omschrijving: actie.afspraak.omschrijving.lees(recht).clone(),
        eigenaar: eigenaar_wat(actie.afspraak.eigenaar, namen),
        datum: actie.afspraak.datum,
        gedaan: actie.gedaan_op.is_some(),
        gedaan_op: actie.gedaan_op.filter(|_| voor != Voor::Groep),
        gemeld: plan.gemeld_in_portaal(actie),
    };
    let mut shown: Vec<PortaalActie> = plan.acties_in_portaal(voor, vandaag).map(each).collect();
    let place = |actie: &PortaalActie| (actie.datum, actie.omschrijving.clone(), actie.id);
    shown.sort_by_cached_key(place);
    shown
}

/// By what the portal knows a goal or an action. Its own id tells by the time in it when it was set down, and that it is the same as before:
/// of what was not shown meanwhile nothing may (KING-R1c).
pub(super) fn nummer(deel: Uuid, keer: Option<Moment>) -> Uuid {
    let keer = keer.map_or(0, Moment::micros);
    let hash: [u8; 32] = Sha256::new()
        .chain_update("keukentafel/portaal/1")
        .chain_update(deel.as_bytes())
        .chain_update(keer.to_be_bytes())
        .finalize()
        .into();
    let mut half = [0; 16];
    half.copy_from_slice(hash.split_at(16).0);
    uuid::Builder::from_custom_bytes(half).into_uuid()
}
