//! What is true of a plan after an event.

use super::{Actie, Doelstelling, Eigenaar, Einde, Gekoppeld, Inhoud, Plan, PlanEvent, Portaal};
use crate::clock::Moment;
use crate::domain::ids::{ActieId, DoelId};

pub(super) fn evolve(plan: Plan, event: &PlanEvent, at: Moment) -> Plan {
    match (event, plan) {
        (PlanEvent::PlanBegonnen { groep, leden, regisseurs, aanleiding, vorig }, Plan::Onbekend) => {
            // Who has no first regisseur has no responsible one either: such a plan never began.
            let Some(verantwoordelijk) = regisseurs.first().copied() else { return Plan::Onbekend };
            Plan::Lopend(Box::new(Inhoud {
                groep: *groep,
                leden: leden.clone(),
                regisseurs: regisseurs.clone(),
                verantwoordelijk,
                doelen: Vec::new(),
                acties: Vec::new(),
                reacties: Vec::new(),
                zaken: Vec::new(),
                signalen: Vec::new(),
                aanleiding: *aanleiding,
                vorig: *vorig,
                begonnen_op: at,
                einde: None,
            }))
        }
        (PlanEvent::PlanAfgesloten { resultaat }, Plan::Lopend(mut inhoud)) => {
            inhoud.einde = Some(Einde { resultaat: resultaat.clone(), op: at });
            Plan::Afgesloten(inhoud)
        }
        (event, Plan::Lopend(mut inhoud)) => {
            grow(&mut inhoud, event, at);
            Plan::Lopend(inhoud)
        }
        // Versions are dense: a history starts at its start, and nothing follows its end.
        (_, plan @ (Plan::Onbekend | Plan::Afgesloten(_))) => plan,
    }
}

fn grow(plan: &mut Inhoud, event: &PlanEvent, at: Moment) {
    match event {
        // That somebody looked is of the timeline; what holds stands in the toekenning.
        PlanEvent::PlanBegonnen { .. }
        | PlanEvent::PlanAfgesloten { .. }
        | PlanEvent::GlasGebroken { .. } => {}
        PlanEvent::RegisseurToegevoegd { regisseur } => plan.regisseurs.push(*regisseur),
        PlanEvent::RegisseurVertrokken { regisseur } => plan.regisseurs.retain(|who| who != regisseur),
        PlanEvent::RegieOvergedragen { aan, .. } => plan.verantwoordelijk = *aan,
        PlanEvent::DoelGesteld { doel, voor, omschrijving, in_portaal } => plan.doelen.push(Doelstelling {
            id: *doel,
            voor: *voor,
            omschrijving: omschrijving.clone(),
            uitkomst: None,
            portaal: Portaal::van(*in_portaal),
        }),
        PlanEvent::DoelGewijzigd { doel, omschrijving } => {
            op_doel(plan, *doel, |goal| goal.omschrijving.clone_from(omschrijving));
            plan.herschreven(*doel, at);
        }
        PlanEvent::DoelAfgerond { doel, uitkomst } => {
            op_doel(plan, *doel, |goal| goal.uitkomst = Some(*uitkomst));
        }
        PlanEvent::DoelHeropend { doel } => op_doel(plan, *doel, |goal| goal.uitkomst = None),
        PlanEvent::ActieVastgelegd { actie, afspraak, in_portaal } => plan.acties.push(Actie {
            id: *actie,
            afspraak: afspraak.clone(),
            gedaan_op: None,
            gemeld: None,
            eerder_gemeld: Vec::new(),
            portaal: Portaal::van(*in_portaal),
        }),
        PlanEvent::OnderdeelAchtergehouden { onderdeel, achterhouding } => {
            let waarom = Box::new(achterhouding.clone());
            plan.zet_portaal(*onderdeel, &Portaal::Achtergehouden { waarom, op: at });
        }
        PlanEvent::OnderdeelGedeeld { onderdeel } => {
            plan.zet_portaal(*onderdeel, &Portaal::Gedeeld { sinds: Some(at) });
        }
        PlanEvent::ActieGedaan { actie } => op_actie(plan, *actie, |action| action.voltooi(at)),
        PlanEvent::ActieHeropend { actie } => op_actie(plan, *actie, |action| action.heropen(at)),
        PlanEvent::DoelreactieGegeven { .. }
        | PlanEvent::DoelreactieGelezen { .. }
        | PlanEvent::DoelreactieBeantwoord { .. }
        | PlanEvent::ActieGemeld { .. }
        | PlanEvent::ActieNogNietGedaan { .. }
        | PlanEvent::ActieDoorgevraagd { .. } => plan.draag_bij(event, at),
        PlanEvent::ActieOvergedragen { actie, aan, .. } => {
            op_actie(plan, *actie, |action| action.afspraak.eigenaar = Eigenaar::Medewerker(*aan));
        }
        PlanEvent::ZaakGekoppeld { zaak, persoon } => {
            plan.zaken.push(Gekoppeld { zaak: *zaak, persoon: *persoon });
        }
        PlanEvent::ZaakOntkoppeld { zaak } => plan.zaken.retain(|known| known.zaak != *zaak),
        PlanEvent::SignaalGeland { signaal } => plan.signalen.push(*signaal),
    }
}

fn op_doel(plan: &mut Inhoud, id: DoelId, change: impl FnOnce(&mut Doelstelling)) {
    plan.doelen.iter_mut().find(|goal| goal.id == id).map(change);
}

fn op_actie(plan: &mut Inhoud, id: ActieId, change: impl FnOnce(&mut Actie)) {
    plan.acties.iter_mut().find(|action| action.id == id).map(change);
}
