//! The plan as an actor. Its topic shows all of it and is for its regisseurs; parts for others are lines of the projector.

use keukentafel::domain::bevoegdheid::{self, PlanFeiten, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Inhoud, Plan, PlanEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{EindeWat, GekoppeldWat, PlanWat, Tijdlijnregel};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::{Concept, Verkregen, regel};
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;
use crate::overzicht::{actie_wat, doel_wat};

impl Concept for Plan {
    const NAME: &'static str = "plan";
    const KIND: StreamKind = StreamKind::Plan;

    fn topic(id: Uuid) -> Topic {
        Topic::PlanWat(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_plan(wie, id.into())
    }

    fn eigen_toegang(&self, wie: &Wie, verkregen: &Verkregen) -> Option<Toegang> {
        // All of it is for its regisseurs, and those stand in the plan itself.
        let plan = self.inhoud()?;
        let feiten = PlanFeiten {
            regisseurs: plan.regisseurs.clone(),
            leden: plan.leden.clone(),
            vervangt: verkregen.vervangt.clone(),
            glas: verkregen.glas,
            ..PlanFeiten::default()
        };
        Some(bevoegdheid::op_plan(wie, &feiten).toegang())
    }

    fn verkregen(deps: &Deps, wie: &Wie, id: Uuid) -> Verkregen {
        let glas = deps.rechten.heeft_glas(wie, id.into());
        Verkregen { vervangt: deps.rechten.vervangt(wie), glas, ..Verkregen::default() }
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Tijdlijnregel],
        namen: &dyn Namen,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&wat(self.inhoud()?, id, versie, tijdlijn, namen)).ok()
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        self.inhoud()
            .map(|plan| plan.leden.iter().copied().map(Onderwerp::Persoon).collect())
            .unwrap_or_default()
    }

    fn regel(
        event: &PlanEvent,
        header: &EventHeader,
        versie: u64,
        namen: &dyn Namen,
    ) -> Option<Tijdlijnregel> {
        let mut line = regel(header, versie, namen);
        match event {
            PlanEvent::PlanBegonnen { .. } => {}
            PlanEvent::RegisseurToegevoegd { regisseur } | PlanEvent::RegisseurVertrokken { regisseur } => {
                line.namen = vec![namen.door(*regisseur).naam];
            }
            PlanEvent::RegieOvergedragen { van, aan } => {
                line.namen = vec![namen.door(*van).naam, namen.door(*aan).naam];
            }
            PlanEvent::DoelGesteld { doel, omschrijving, .. }
            | PlanEvent::DoelGewijzigd { doel, omschrijving } => {
                line.over = Some(doel.0);
                line.tekst = Some(omschrijving.clone());
            }
            PlanEvent::DoelAfgerond { doel, .. } => line.over = Some(doel.0),
            PlanEvent::ActieVastgelegd { actie, afspraak } => {
                line.over = Some(actie.0);
                line.tekst = Some(afspraak.omschrijving.clone());
            }
            PlanEvent::ActieGedaan { actie } | PlanEvent::ActieHeropend { actie } => {
                line.over = Some(actie.0);
            }
            PlanEvent::ZaakGekoppeld { zaak, .. } | PlanEvent::ZaakOntkoppeld { zaak } => {
                line.over = Some(zaak.0);
            }
            PlanEvent::SignaalGeland { signaal } => line.over = Some(signaal.0),
            PlanEvent::GlasGebroken { reden, .. } => line.reden = Some(reden.clone()),
            PlanEvent::PlanAfgesloten { resultaat } => line.tekst = Some(resultaat.clone()),
        }
        Some(line)
    }
}

fn wat(plan: &Inhoud, id: Uuid, versie: u64, tijdlijn: &[Tijdlijnregel], namen: &dyn Namen) -> PlanWat {
    let gekoppeld = plan.zaken.iter().map(|it| GekoppeldWat { zaak: it.zaak, persoon: it.persoon });
    PlanWat {
        id: id.into(),
        groep: plan.groep,
        leden: plan.leden.clone(),
        regisseurs: plan.regisseurs.iter().map(|who| namen.door(*who)).collect(),
        verantwoordelijk: plan.verantwoordelijk,
        doelen: plan.doelen.iter().map(doel_wat).collect(),
        acties: plan.acties.iter().map(|actie| actie_wat(actie, namen)).collect(),
        zaken: gekoppeld.collect(),
        signalen: plan.signalen.clone(),
        aanleiding: plan.aanleiding,
        vorig: plan.vorig,
        begonnen_op: plan.begonnen_op,
        einde: plan.einde.as_ref().map(|it| EindeWat { resultaat: it.resultaat.clone(), op: it.op }),
        versie,
        tijdlijn: tijdlijn.iter().rev().cloned().collect(),
    }
}
