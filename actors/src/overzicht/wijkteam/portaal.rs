//! Plans as their leden see them in the portal (KING-R1b, KING-R1d, KING-R1e).

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Leesrecht, Portaalfeiten, Portaalzicht};
use keukentafel::domain::ids::{ActieId, DoelId, PersoonId, PlanId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Actie, Doelstelling, Inhoud, Portaal, Voor};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{DoelWat, LidKort, MijnPlan, PlanPortaal, PlanPortaalLid, PortaalActie};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::PlanRegel;
use super::plannen::{doel_wat, eigenaar_wat, zonder_regisseur};
use crate::deps::Namen;
use crate::overzicht::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// What `wie` sees of a plan in the portal today. One that ended is not there any more.
    #[must_use]
    pub fn portaalzicht(&self, wie: &Wie, id: PlanId) -> Portaalzicht {
        let running = self.plan(id).and_then(PlanRegel::lopend).zip(wie.persoon);
        let Some((plan, zelf)) = running.filter(|(plan, zelf)| plan.leden.contains(zelf)) else {
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
        bevoegdheid::op_plan_in_portaal(wie, &feiten)
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
            Some(MijnPlan { groep: self.plan_portaal(id, vandaag, &recht, namen)?, leden: leden.collect() })
        };
        self.plannen_in_portaal(wie).into_iter().filter_map(each).collect()
    }
}

fn doelen(plan: &Inhoud, voor: Voor, vandaag: Date, recht: &Leesrecht) -> Vec<DoelWat> {
    let each = |doel: &Doelstelling| DoelWat {
        id: DoelId(nummer(doel.id.0, &doel.portaal)),
        ..doel_wat(doel, recht)
    };
    let mut shown: Vec<DoelWat> = plan.doelen_in_portaal(voor, vandaag).map(each).collect();
    shown.sort_by(|one, other| (&one.omschrijving, one.id).cmp(&(&other.omschrijving, other.id)));
    shown
}

fn acties(
    plan: &Inhoud,
    voor: Voor,
    vandaag: Date,
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> Vec<PortaalActie> {
    let goal = |id: DoelId| plan.doel(id).map(|doel| DoelId(nummer(id.0, &doel.portaal)));
    let each = |Actie { id, afspraak, gedaan_op, portaal }: &Actie| PortaalActie {
        id: ActieId(nummer(id.0, portaal)),
        doel: afspraak.doel.and_then(goal),
        omschrijving: afspraak.omschrijving.lees(recht).clone(),
        eigenaar: eigenaar_wat(afspraak.eigenaar, namen),
        datum: afspraak.datum,
        gedaan: gedaan_op.is_some(),
        gedaan_op: gedaan_op.filter(|_| voor != Voor::Groep),
    };
    let mut shown: Vec<PortaalActie> = plan.acties_in_portaal(voor, vandaag).map(each).collect();
    let place = |actie: &PortaalActie| (actie.datum, actie.omschrijving.clone(), actie.id);
    shown.sort_by_cached_key(place);
    shown
}

/// By what the portal knows a goal or an action. Its own id tells by the time in it when it was set down, and that it is the same as before:
/// of what was not shown meanwhile nothing may (KING-R1c).
fn nummer(deel: Uuid, portaal: &Portaal) -> Uuid {
    let keer = portaal.keer().map_or(0, Moment::micros);
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
