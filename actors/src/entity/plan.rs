//! The plan as an actor. Its topic shows all of it and is for its regisseurs; parts for others are lines of the projector.

use keukentafel::domain::bevoegdheid::{self, Leesrecht, PlanFeiten, Toegang};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::{Inhoud, Onderdeel, Plan, PlanEvent, Portaal};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{EindeWat, GekoppeldWat, NietInPortaal, PlanWat, Portaalstand};
use keukentafel::store::{EventHeader, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
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
            vervangt: verkregen.vervangt_voor(wie, &plan.leden).to_vec(),
            glas: verkregen.glas && !plan.leden.iter().any(|lid| verkregen.mens.is(wie, *lid)),
            ..PlanFeiten::default()
        };
        Some(bevoegdheid::op_plan(wie, &feiten).toegang())
    }

    fn verkregen(deps: &Deps, wie: &Wie, id: Uuid) -> Verkregen {
        let glas = deps.rechten.heeft_glas(wie, id.into());
        let (vervangt, mens) = (deps.rechten.vervangt(wie), deps.rechten.mens(wie));
        Verkregen { vervangt, glas, mens, ..Verkregen::default() }
    }

    /// Who sees a part of it or nothing holds no version of it: the parts have none, and its number would tell that something happened elsewhere in it.
    fn alleen_dat(&self, deps: &Deps, wie: &Wie, id: Uuid) -> bool {
        let own = || self.eigen_toegang(wie, &Self::verkregen(deps, wie, id));
        self.inhoud().is_some() && own().is_none_or(|own| own < Toegang::Wat)
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Geschiedregel],
        namen: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&wat(self.inhoud()?, id, versie, tijdlijn, (recht, namen))).ok()
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
    ) -> Option<Geschiedregel> {
        let mut line = Geschiedregel::van(header, versie, namen);
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
            PlanEvent::DoelAfgerond { doel, .. } | PlanEvent::DoelHeropend { doel } => {
                line.over = Some(doel.0);
            }
            PlanEvent::ActieVastgelegd { actie, afspraak, .. } => {
                line.over = Some(actie.0);
                line.tekst = Some(afspraak.omschrijving.clone());
            }
            PlanEvent::ActieOvergedragen { actie, van, aan } => {
                line.over = Some(actie.0);
                line.namen = vec![namen.door(*van).naam, namen.door(*aan).naam];
            }
            PlanEvent::ActieGedaan { actie } | PlanEvent::ActieHeropend { actie } => {
                line.over = Some(actie.0);
            }
            PlanEvent::DoelreactieGegeven { doel, tekst, .. } => {
                line.over = Some(doel.0);
                line.tekst = tekst.clone();
            }
            PlanEvent::DoelreactieGelezen { reactie, .. } => line.over = Some(reactie.0),
            PlanEvent::DoelreactieBeantwoord { reactie, tekst, .. } => {
                line.over = Some(reactie.0);
                line.tekst = Some(tekst.clone());
            }
            PlanEvent::ActieGemeld { actie, toelichting, .. }
            | PlanEvent::ActieNogNietGedaan { actie, toelichting, .. } => {
                line.over = Some(actie.0);
                line.tekst = toelichting.clone();
            }
            PlanEvent::ActieDoorgevraagd { actie, vraag, .. } => {
                line.over = Some(actie.0);
                line.tekst = Some(vraag.clone());
            }
            PlanEvent::OnderdeelAchtergehouden { onderdeel, achterhouding } => {
                line.over = Some(onderdeel_id(*onderdeel));
                line.reden = Some(achterhouding.reden.clone());
            }
            PlanEvent::OnderdeelGedeeld { onderdeel } => line.over = Some(onderdeel_id(*onderdeel)),
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

fn onderdeel_id(onderdeel: Onderdeel) -> Uuid {
    match onderdeel {
        Onderdeel::Doel(doel) => doel.0,
        Onderdeel::Actie(actie) => actie.0,
    }
}

/// What the leden do not see, as it was recorded: whether its last day is over tells the clock of who reads it.
fn niet_in_portaal(plan: &Inhoud, recht: &Leesrecht) -> Vec<NietInPortaal> {
    let doelen = plan.doelen.iter().map(|doel| (Onderdeel::Doel(doel.id), &doel.portaal));
    let acties = plan.acties.iter().map(|actie| (Onderdeel::Actie(actie.id), &actie.portaal));
    let line = |(onderdeel, portaal): (Onderdeel, &Portaal)| match portaal {
        Portaal::Gedeeld { .. } => None,
        Portaal::Niet => Some(NietInPortaal {
            onderdeel,
            stand: Portaalstand::Niet,
            reden: None,
            tot_en_met: None,
            herzien_op: None,
        }),
        Portaal::Achtergehouden { waarom, .. } => Some(NietInPortaal {
            onderdeel,
            stand: Portaalstand::Achtergehouden,
            reden: Some(waarom.reden.lees(recht).clone()),
            tot_en_met: Some(waarom.tot_en_met),
            herzien_op: Some(waarom.herzien_op),
        }),
    };
    doelen.chain(acties).filter_map(line).collect()
}

fn wat(
    plan: &Inhoud,
    id: Uuid,
    versie: u64,
    tijdlijn: &[Geschiedregel],
    (recht, namen): (&Leesrecht, &dyn Namen),
) -> PlanWat {
    let gekoppeld = plan.zaken.iter().map(|it| GekoppeldWat { zaak: it.zaak, persoon: it.persoon });
    PlanWat {
        id: id.into(),
        groep: plan.groep,
        leden: plan.leden.clone(),
        regisseurs: plan.regisseurs.iter().map(|who| namen.door(*who)).collect(),
        verantwoordelijk: plan.verantwoordelijk,
        doelen: plan.doelen.iter().map(|doel| doel_wat(plan, doel, recht, namen)).collect(),
        acties: plan.acties.iter().map(|actie| actie_wat(actie, recht, namen)).collect(),
        niet_in_portaal: niet_in_portaal(plan, recht),
        zaken: gekoppeld.collect(),
        signalen: plan.signalen.clone(),
        aanleiding: plan.aanleiding,
        vorig: plan.vorig,
        begonnen_op: plan.begonnen_op,
        einde: plan
            .einde
            .as_ref()
            .map(|it| EindeWat { resultaat: it.resultaat.lees(recht).clone(), op: it.op }),
        versie,
        tijdlijn: tijdlijn.iter().rev().map(|line| line.toon(recht)).collect(),
    }
}
