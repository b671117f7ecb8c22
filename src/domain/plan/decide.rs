//! May this happen to a plan?

use jiff::civil::Date;

use super::bijdrage;
use super::portaal::{achtergehouden, deel, houd_achter, mag_achterhouden};
use super::{
    Achterhouding, Afspraak, Inhoud, Onderdeel, Plan, PlanCommand, PlanEvent, PlanRefusal, Uitkomst, Voor,
};
use crate::clock::Moment;
use crate::domain::afspraakdag::kan_op;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag, vervangt_regie};
use crate::domain::ids::{ActieId, DoelId, MedewerkerId, PersoonId, ZaakId};
use crate::domain::plan::Eigenaar;
use crate::domain::wat::Wat;
use crate::limits::{ACTIES_MAX, DOELEN_MAX, REGISSEURS_MAX, SIGNALEN_PER_PLAN_MAX, ZAKEN_PER_PLAN_MAX};

impl Aggregate for Plan {
    type Command = PlanCommand;
    type Event = PlanEvent;
    type Refusal = PlanRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &PlanCommand, context: &Context) -> Result<Vec<PlanEvent>, PlanRefusal> {
        if let PlanCommand::Begin { groep, leden, collegas, aanleiding, vorig } = command {
            may(context, Handeling::Regisseren)?;
            let others =
                collegas.iter().copied().filter(|who| *who != context.wie.id).take(REGISSEURS_MAX - 1);
            let begonnen = PlanEvent::PlanBegonnen {
                groep: *groep,
                leden: leden.clone(),
                regisseurs: std::iter::once(context.wie.id).chain(others).collect(),
                aanleiding: *aanleiding,
                vorig: *vorig,
            };
            return match self {
                Self::Onbekend => Ok(vec![begonnen]),
                Self::Lopend(_) | Self::Afgesloten(_) => Err(PlanRefusal::BestaatAl),
            };
        }
        let inhoud = self.inhoud().ok_or(PlanRefusal::Onbekend)?;
        who_may(inhoud, command, context)?;
        match self {
            Self::Lopend(inhoud) => on_running(inhoud, command, context),
            Self::Onbekend | Self::Afgesloten(_) => Err(PlanRefusal::Afgesloten),
        }
    }

    fn evolve(self, event: &PlanEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

fn may(context: &Context, handeling: Handeling) -> Result<(), PlanRefusal> {
    if mag(context.wie.rol, handeling) { Ok(()) } else { Err(PlanRefusal::NietBevoegd) }
}

/// A regisseur of this plan may do everything; who is to do something may say that it is done. Who stands in for one of them may do the
/// same, but changes nothing in who leads the plan. To anybody else it is not there.
fn who_may(plan: &Inhoud, command: &PlanCommand, context: &Context) -> Result<(), PlanRefusal> {
    if let PlanCommand::NeemSignaalOp { .. } = command {
        return may(context, Handeling::Reageren);
    }
    if let PlanCommand::NoteerGlas { .. } = command {
        return may(context, Handeling::GlasBreken);
    }
    if let PlanCommand::NeemRegieOver { .. } | PlanCommand::DraagActiesOver { .. } = command {
        return may(context, Handeling::WerkvoorraadOverdragen);
    }
    if let PlanCommand::Bijdrage(bijdrage) = command
        && bijdrage.is_van_lid()
    {
        return bijdrage::mag(plan, &context.wie);
    }
    let wie = &context.wie;
    if plan.regisseurs.contains(&wie.id) {
        return may(context, Handeling::Regisseren);
    }
    if context.is_een_van(&plan.regisseurs) && vervangt_regie(wie.rol) {
        let who_leads = matches!(
            command,
            PlanCommand::VoegRegisseurToe { .. }
                | PlanCommand::VerwijderRegisseur { .. }
                | PlanCommand::DraagRegieOver { .. }
        );
        return if who_leads { Err(PlanRefusal::NietBevoegd) } else { Ok(()) };
    }
    if let PlanCommand::MeldActieGedaan { actie } | PlanCommand::HeropenActie { actie } = command
        && let Some(actie) = plan.actie(*actie)
        && let Eigenaar::Medewerker(eigenaar) = actie.afspraak.eigenaar
        && context.is_een_van(&[eigenaar])
    {
        return Ok(());
    }
    Err(PlanRefusal::Onbekend)
}

fn on_running(
    plan: &Inhoud,
    command: &PlanCommand,
    context: &Context,
) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let vandaag = context.now.day();
    match command {
        PlanCommand::Begin { .. } => Err(PlanRefusal::BestaatAl),
        PlanCommand::VoegRegisseurToe { regisseur } => add_regisseur(plan, *regisseur),
        PlanCommand::VerwijderRegisseur { regisseur } => drop_regisseur(plan, *regisseur),
        PlanCommand::DraagRegieOver { aan } => hand_over(plan, *aan),
        PlanCommand::StelDoel { doel, voor, omschrijving, achterhouden } => {
            let set = set_goal(plan, *doel, *voor, omschrijving, achterhouden.is_none())?;
            withheld(set, Onderdeel::Doel(*doel), *voor, achterhouden.as_ref(), vandaag)
        }
        PlanCommand::WijzigDoel { doel, omschrijving } => reword_goal(plan, *doel, omschrijving),
        PlanCommand::RondDoelAf { doel, uitkomst } => end_goal(plan, *doel, *uitkomst),
        PlanCommand::HeropenDoel { doel } => {
            let ended = plan.doel(*doel).ok_or(PlanRefusal::Onbekend)?.uitkomst.is_some();
            Ok(ended.then_some(PlanEvent::DoelHeropend { doel: *doel }).into_iter().collect())
        }
        PlanCommand::LegActieVast { actie, afspraak, achterhouden } => {
            let afspraak = agreed(plan, *actie, afspraak, vandaag)?;
            let voor = afspraak.voor;
            let in_portaal = achterhouden.is_none();
            let set = PlanEvent::ActieVastgelegd { actie: *actie, afspraak, in_portaal };
            withheld(set, Onderdeel::Actie(*actie), voor, achterhouden.as_ref(), vandaag)
        }
        PlanCommand::HoudAchter { onderdeel, achterhouding } => {
            houd_achter(plan, *onderdeel, achterhouding, vandaag)
        }
        PlanCommand::DeelOnderdeel { onderdeel } => deel(plan, *onderdeel),
        PlanCommand::MeldActieGedaan { actie } => {
            let open = plan.actie(*actie).ok_or(PlanRefusal::Onbekend)?.gedaan_op.is_none();
            Ok(open.then_some(PlanEvent::ActieGedaan { actie: *actie }).into_iter().collect())
        }
        PlanCommand::HeropenActie { actie } => reopen(plan, *actie),
        PlanCommand::Bijdrage(command) => bijdrage::decide(plan, command, context),
        PlanCommand::KoppelZaak { zaak, persoon } => link(plan, *zaak, *persoon),
        PlanCommand::OntkoppelZaak { zaak } => {
            let there = plan.zaken.iter().any(|known| known.zaak == *zaak);
            let gone = there.then_some(PlanEvent::ZaakOntkoppeld { zaak: *zaak });
            Ok(vec![gone.ok_or(PlanRefusal::Onbekend)?])
        }
        PlanCommand::NeemSignaalOp { signaal } => {
            if plan.signalen.contains(signaal) {
                return Ok(Vec::new());
            }
            room(plan.signalen.len(), SIGNALEN_PER_PLAN_MAX)?;
            Ok(vec![PlanEvent::SignaalGeland { signaal: *signaal }])
        }
        PlanCommand::NeemRegieOver { van, aan } => take_over(plan, *van, *aan),
        PlanCommand::DraagActiesOver { van, acties } => pass_on(plan, *van, acties),
        PlanCommand::NoteerGlas { toekenning, reden, tot } => {
            Ok(vec![PlanEvent::GlasGebroken { toekenning: *toekenning, reden: reden.clone(), tot: *tot }])
        }
        PlanCommand::SluitPlan { resultaat } => {
            Ok(vec![PlanEvent::PlanAfgesloten { resultaat: resultaat.clone() }])
        }
    }
}

fn link(plan: &Inhoud, zaak: ZaakId, persoon: PersoonId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    lid(plan, persoon)?;
    if plan.zaken.iter().any(|known| known.zaak == zaak) {
        return Ok(Vec::new());
    }
    room(plan.zaken.len(), ZAKEN_PER_PLAN_MAX)?;
    Ok(vec![PlanEvent::ZaakGekoppeld { zaak, persoon }])
}

fn add_regisseur(plan: &Inhoud, regisseur: MedewerkerId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    if plan.regisseurs.contains(&regisseur) {
        return Ok(Vec::new());
    }
    room(plan.regisseurs.len(), REGISSEURS_MAX)?;
    Ok(vec![PlanEvent::RegisseurToegevoegd { regisseur }])
}

fn drop_regisseur(plan: &Inhoud, regisseur: MedewerkerId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    if !plan.regisseurs.contains(&regisseur) {
        return Ok(Vec::new());
    }
    if plan.verantwoordelijk == regisseur {
        return Err(PlanRefusal::VerantwoordelijkBlijft);
    }
    Ok(vec![PlanEvent::RegisseurVertrokken { regisseur }])
}

fn hand_over(plan: &Inhoud, aan: MedewerkerId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    if !plan.regisseurs.contains(&aan) {
        return Err(PlanRefusal::GeenRegisseur);
    }
    let van = plan.verantwoordelijk;
    let changes = van != aan;
    Ok(changes.then_some(PlanEvent::RegieOvergedragen { van, aan }).into_iter().collect())
}

/// The new one comes, is responsible where the old one was, and then the old one goes.
fn take_over(plan: &Inhoud, van: MedewerkerId, aan: MedewerkerId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    if !plan.regisseurs.contains(&van) {
        return Err(PlanRefusal::GeenRegisseur);
    }
    if van == aan {
        return Ok(Vec::new());
    }
    let comes = !plan.regisseurs.contains(&aan);
    let responsible = plan.verantwoordelijk == van;
    let events = [
        comes.then_some(PlanEvent::RegisseurToegevoegd { regisseur: aan }),
        responsible.then_some(PlanEvent::RegieOvergedragen { van, aan }),
        Some(PlanEvent::RegisseurVertrokken { regisseur: van }),
    ];
    Ok(events.into_iter().flatten().collect())
}

/// What is done stays with who did it.
fn pass_on(
    plan: &Inhoud,
    van: MedewerkerId,
    acties: &[(ActieId, MedewerkerId)],
) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let mut events = Vec::with_capacity(acties.len());
    for (id, aan) in acties {
        let actie = plan.actie(*id).ok_or(PlanRefusal::Onbekend)?;
        if !actie.wacht_op(van) {
            return Err(PlanRefusal::Onbekend);
        }
        if *aan != van {
            events.push(PlanEvent::ActieOvergedragen { actie: *id, van, aan: *aan });
        }
    }
    Ok(events)
}

fn set_goal(
    plan: &Inhoud,
    doel: DoelId,
    voor: Voor,
    omschrijving: &Wat,
    in_portaal: bool,
) -> Result<PlanEvent, PlanRefusal> {
    for_whom(plan, voor)?;
    room(plan.doelen.len(), DOELEN_MAX)?;
    if plan.doel(doel).is_some() {
        return Err(PlanRefusal::BestaatAl);
    }
    Ok(PlanEvent::DoelGesteld { doel, voor, omschrijving: omschrijving.clone(), in_portaal })
}

/// What was set, and that it is kept from the portal: at no moment between the two do the leden see it.
fn withheld(
    set: PlanEvent,
    onderdeel: Onderdeel,
    voor: Voor,
    achterhouden: Option<&Achterhouding>,
    vandaag: Date,
) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let Some(waarom) = achterhouden else { return Ok(vec![set]) };
    mag_achterhouden(voor, waarom, vandaag)?;
    Ok(vec![set, achtergehouden(onderdeel, waarom)])
}

/// What somebody is going to do, as it holds in this plan.
fn agreed(
    plan: &Inhoud,
    actie: ActieId,
    afspraak: &Afspraak,
    vandaag: Date,
) -> Result<Afspraak, PlanRefusal> {
    room(plan.acties.len(), ACTIES_MAX)?;
    if plan.actie(actie).is_some() {
        return Err(PlanRefusal::BestaatAl);
    }
    if let Eigenaar::Lid(persoon) = afspraak.eigenaar {
        lid(plan, persoon)?;
    }
    let days = std::iter::once(afspraak.datum).chain(afspraak.herinnering);
    if !days.into_iter().all(|day| kan_op(day, vandaag)) {
        return Err(PlanRefusal::Dag);
    }
    if afspraak.herinnering.is_some_and(|day| day > afspraak.datum) {
        return Err(PlanRefusal::Herinnering);
    }
    let mut afspraak = afspraak.clone();
    if let Some(doel) = afspraak.doel {
        open_goal(plan, doel)?;
        // What serves a personal goal is as personal as the goal.
        afspraak.voor = plan.doel(doel).ok_or(PlanRefusal::Onbekend)?.voor;
    }
    for_whom(plan, afspraak.voor)?;
    Ok(afspraak)
}

fn reword_goal(plan: &Inhoud, doel: DoelId, omschrijving: &Wat) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let before = open_goal(plan, doel)?;
    let changed = PlanEvent::DoelGewijzigd { doel, omschrijving: omschrijving.clone() };
    Ok((before != omschrijving).then_some(changed).into_iter().collect())
}

fn end_goal(plan: &Inhoud, doel: DoelId, uitkomst: Uitkomst) -> Result<Vec<PlanEvent>, PlanRefusal> {
    if plan.doel(doel).is_some_and(|goal| goal.uitkomst == Some(uitkomst)) {
        return Ok(Vec::new());
    }
    open_goal(plan, doel)?;
    Ok(vec![PlanEvent::DoelAfgerond { doel, uitkomst }])
}

/// Of what a lid said that it is not done yet, it says that somebody saw that and that it stays open.
fn reopen(plan: &Inhoud, actie: ActieId) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let found = plan.actie(actie).ok_or(PlanRefusal::Onbekend)?;
    let news = found.gedaan_op.is_some() || found.nog_niet_ongezien().is_some();
    Ok(news.then_some(PlanEvent::ActieHeropend { actie }).into_iter().collect())
}

fn open_goal(plan: &Inhoud, id: DoelId) -> Result<&Wat, PlanRefusal> {
    let goal = plan.doel(id).ok_or(PlanRefusal::Onbekend)?;
    if goal.uitkomst.is_some() {
        return Err(PlanRefusal::DoelAfgerond);
    }
    Ok(&goal.omschrijving)
}

fn for_whom(plan: &Inhoud, voor: Voor) -> Result<(), PlanRefusal> {
    match voor {
        Voor::Groep => Ok(()),
        Voor::Lid(persoon) => lid(plan, persoon),
    }
}

fn lid(plan: &Inhoud, persoon: PersoonId) -> Result<(), PlanRefusal> {
    if plan.leden.contains(&persoon) { Ok(()) } else { Err(PlanRefusal::GeenLid) }
}

fn room(held: usize, max: usize) -> Result<(), PlanRefusal> {
    if held < max { Ok(()) } else { Err(PlanRefusal::Vol) }
}
