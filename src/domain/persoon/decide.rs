//! May this happen to a person?

use jiff::ToSpan;
use jiff::civil::Date;

use super::bescherming;
use super::evolve::telefoon;
use super::{
    Bekend, Bescherming, BrpMomentopname, BrpVeld, GEBOREN_VANAF, Gezag, Gezaghouder, Gezagsbron,
    Identificatie, Identiteit, MEERDERJARIG, Persoon, PersoonCommand, PersoonEvent, PersoonRefusal,
    Persoonsgegevens,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::ids::MedewerkerId;
use crate::domain::wat::Wat;
use crate::limits::{ACCOUNTS_PER_MENS_MAX, GEZAG_MAX, GEZAG_VOORUIT_JAREN_MAX};

type Besluit = Result<Vec<PersoonEvent>, PersoonRefusal>;

impl Aggregate for Persoon {
    type Command = PersoonCommand;
    type Event = PersoonEvent;
    type Refusal = PersoonRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &PersoonCommand, context: &Context) -> Besluit {
        match (command, self) {
            (PersoonCommand::Registreer(gegevens), Self::Onbekend) => {
                bevoegd(context, Handeling::PersoonRegistreren)?;
                geboren(gegevens.geboortedatum, context)?;
                Ok(vec![PersoonEvent::PersoonGeregistreerd(gegevens.clone())])
            }
            (PersoonCommand::RegistreerOnbekende(beschrijving), Self::Onbekend) => {
                bevoegd(context, Handeling::PersoonRegistreren)?;
                Ok(vec![PersoonEvent::OnbekendeGeregistreerd(beschrijving.clone())])
            }
            (PersoonCommand::Registreer(_) | PersoonCommand::RegistreerOnbekende(_), Self::Bekend(_)) => {
                bevoegd(context, Handeling::PersoonRegistreren)?;
                Err(PersoonRefusal::BestaatAl)
            }
            (PersoonCommand::NeemOverUitBrp { momentopname, gezag, .. }, Self::Onbekend) => {
                nieuw_uit_brp(momentopname, gezag, context)
            }
            (_, Self::Onbekend) => Err(PersoonRefusal::Onbekend),
            (PersoonCommand::NeemOverUitBrp { momentopname, velden, gezag }, Self::Bekend(bekend)) => {
                neem_over(bekend, momentopname, velden, gezag, context)
            }
            (PersoonCommand::StelIdentiteitVast { gegevens, wijze }, Self::Bekend(bekend)) => {
                stel_vast(bekend, gegevens, *wijze, context)
            }
            (PersoonCommand::LegGezagVast(gezag), Self::Bekend(bekend)) => leg_vast(bekend, gezag, context),
            (PersoonCommand::BeeindigGezag { houder, op }, Self::Bekend(bekend)) => {
                beeindig(bekend, houder, *op, context)
            }
            (PersoonCommand::HerroepGezag { gezag, reden }, Self::Bekend(bekend)) => {
                herroep(bekend, gezag, reden, context)
            }
            (PersoonCommand::WijzigTelefoon(nieuw), Self::Bekend(bekend)) => {
                bevoegd(context, Handeling::ContactWijzigen)?;
                if telefoon(&bekend.identiteit) == *nieuw {
                    return Ok(Vec::new());
                }
                Ok(vec![PersoonEvent::TelefoonGewijzigd { telefoon: nieuw.clone() }])
            }
            (PersoonCommand::KiesBerichtweg(keuze), Self::Bekend(bekend)) => {
                bevoegd(context, Handeling::BerichtwegKiezen)?;
                let same = bekend.berichtweg.as_ref() == Some(keuze);
                Ok(if same { Vec::new() } else { vec![PersoonEvent::BerichtwegGekozen(keuze.clone())] })
            }
            (PersoonCommand::Bescherm { grond, van, tot, medewerkers }, Self::Bekend(bekend)) => {
                let van = van.unwrap_or(context.now);
                let nieuw = Bescherming::new(*grond, van, *tot, medewerkers.clone());
                bescherming::bescherm(bekend, nieuw, context)
            }
            (PersoonCommand::WijzigBescherming { grond, tot, medewerkers }, Self::Bekend(bekend)) => {
                bescherming::wijzig(bekend, *grond, *tot, medewerkers, context)
            }
            (PersoonCommand::HefBeschermingOp, Self::Bekend(bekend)) => bescherming::hef_op(bekend, context),
            (PersoonCommand::LegMedewerkerVast { medewerker }, Self::Bekend(bekend)) => {
                is_medewerker(bekend, *medewerker, context)
            }
            (PersoonCommand::MaakMedewerkerLos { medewerker }, Self::Bekend(bekend)) => {
                is_medewerker_niet(bekend, *medewerker, context)
            }
        }
    }

    fn evolve(self, event: &PersoonEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

fn bevoegd(context: &Context, handeling: Handeling) -> Result<(), PersoonRefusal> {
    if mag(context.wie.rol, handeling) { Ok(()) } else { Err(PersoonRefusal::NietBevoegd) }
}

fn geboren(born: Option<Date>, context: &Context) -> Result<(), PersoonRefusal> {
    let today = context.now.day();
    if born.is_some_and(|born| born > today || born < GEBOREN_VANAF) {
        return Err(PersoonRefusal::Geboortedatum);
    }
    Ok(())
}

fn nieuw_uit_brp(momentopname: &BrpMomentopname, gezag: &[Gezag], context: &Context) -> Besluit {
    bevoegd(context, Handeling::BrpRaadplegen)?;
    let gegevens = momentopname.gegevens().ok_or(PersoonRefusal::ZonderNaam)?;
    geboren(gegevens.geboortedatum, context)?;
    let overgenomen = PersoonEvent::UitBrpOvergenomen {
        momentopname: Box::new(momentopname.clone()),
        velden: BrpVeld::ALLE.to_vec(),
    };
    let mut events = vec![PersoonEvent::PersoonGeregistreerd(gegevens), overgenomen];
    events.extend(gezag.iter().cloned().map(PersoonEvent::GezagVastgelegd));
    Ok(events)
}

/// Our own data change only where somebody chose so: decisions were made on them.
fn neem_over(
    bekend: &Bekend,
    momentopname: &BrpMomentopname,
    velden: &[BrpVeld],
    gezag: &[Gezag],
    context: &Context,
) -> Besluit {
    bevoegd(context, Handeling::BrpRaadplegen)?;
    let mut velden = velden.to_vec();
    velden.sort_unstable();
    velden.dedup();
    // The picture first: when somebody keeps their address from others, that is known before the address is.
    let mut identiteit = None;
    match &bekend.identiteit {
        Identiteit::Vastgesteld(eigen) if eigen.bsn.as_ref() == Some(&momentopname.bsn) => {}
        Identiteit::Vastgesteld(eigen) if eigen.bsn.is_some() => return Err(PersoonRefusal::AnderBsn),
        Identiteit::Vastgesteld(_) | Identiteit::Beschreven(_) => {
            let gegevens = momentopname.gegevens().ok_or(PersoonRefusal::ZonderNaam)?;
            identiteit = Some(PersoonEvent::IdentiteitVastgesteld { gegevens, wijze: Identificatie::Brp });
            // All of it comes with the identity.
            velden.clear();
        }
    }
    let overgenomen =
        PersoonEvent::UitBrpOvergenomen { momentopname: Box::new(momentopname.clone()), velden };
    let mut events: Vec<_> = std::iter::once(overgenomen).chain(identiteit).collect();
    let new = gezag.iter().filter(|gezag| !bekend.gezag.iter().any(|known| known.hetzelfde(gezag)));
    events.extend(new.cloned().map(PersoonEvent::GezagVastgelegd));
    Ok(events)
}

fn stel_vast(
    bekend: &Bekend,
    gegevens: &Persoonsgegevens,
    wijze: Identificatie,
    context: &Context,
) -> Besluit {
    bevoegd(context, Handeling::PersoonRegistreren)?;
    geboren(gegevens.geboortedatum, context)?;
    match &bekend.identiteit {
        Identiteit::Vastgesteld(eigen) if eigen.bsn.is_some() || gegevens.bsn.is_none() => {
            Err(PersoonRefusal::IdentiteitStaatVast)
        }
        Identiteit::Vastgesteld(_) | Identiteit::Beschreven(_) => {
            Ok(vec![PersoonEvent::IdentiteitVastgesteld { gegevens: gegevens.clone(), wijze }])
        }
    }
}

/// That the holder is not the person themselves is for who knows the person's id; see `LegGezagVast` at the table.
fn leg_vast(bekend: &Bekend, gezag: &Gezag, context: &Context) -> Besluit {
    bevoegd(context, Handeling::GezagVastleggen)?;
    let born = match &bekend.identiteit {
        Identiteit::Vastgesteld(eigen) => eigen.geboortedatum,
        Identiteit::Beschreven(_) => None,
    };
    if gezag.tot.zip(gezag.vanaf).is_some_and(|(until, from)| until <= from)
        || born.zip(gezag.vanaf).is_some_and(|(born, from)| from < born)
    {
        return Err(PersoonRefusal::GezagPeriode);
    }
    volgt_uit_uitspraak(gezag, context)?;
    let begins = gezag.vanaf.unwrap_or_else(|| context.now.day());
    if born.is_some_and(|born| jaren_oud(born, begins) >= MEERDERJARIG) {
        return Err(PersoonRefusal::GezagMeerderjarig);
    }
    if bekend.gezag.iter().any(|known| known.hetzelfde(gezag)) {
        return Ok(Vec::new());
    }
    if bekend.gezag.len() + bekend.herroepen.len() >= GEZAG_MAX {
        return Err(PersoonRefusal::GezagTeVeel);
    }
    Ok(vec![PersoonEvent::GezagVastgelegd(gezag.clone())])
}

/// A court decides before what it decides holds, and not about a day far away. What the BRP says has no days to weigh.
fn volgt_uit_uitspraak(gezag: &Gezag, context: &Context) -> Result<(), PersoonRefusal> {
    let Gezagsbron::Rechter { uitspraak_op, .. } = &gezag.bron else { return Ok(()) };
    let today = context.now.day();
    let too_far = |from: Date| from > today.saturating_add(GEZAG_VOORUIT_JAREN_MAX.years());
    if *uitspraak_op > today || gezag.vanaf.is_some_and(|from| from < *uitspraak_op || too_far(from)) {
        return Err(PersoonRefusal::GezagUitspraak);
    }
    Ok(())
}

fn beeindig(bekend: &Bekend, houder: &Gezaghouder, op: Date, context: &Context) -> Besluit {
    bevoegd(context, Handeling::GezagVastleggen)?;
    let of_holder = || bekend.gezag.iter().filter(|gezag| gezag.houder == *houder);
    if !of_holder().any(|gezag| gezag.tot.is_none_or(|until| until > op)) {
        let ended_then = of_holder().any(|gezag| gezag.tot == Some(op));
        return if ended_then { Ok(Vec::new()) } else { Err(PersoonRefusal::GezagOnbekend) };
    }
    if of_holder().any(|gezag| gezag.vanaf.is_some_and(|from| op < from)) {
        return Err(PersoonRefusal::GezagPeriode);
    }
    Ok(vec![PersoonEvent::GezagBeeindigd { houder: houder.clone(), op }])
}

fn is_medewerker(bekend: &Bekend, medewerker: MedewerkerId, context: &Context) -> Besluit {
    bevoegd(context, Handeling::Nazien)?;
    let known = || bekend.medewerker.iter().chain(&bekend.ook_medewerker);
    if known().any(|one| *one == medewerker) {
        return Ok(Vec::new());
    }
    if known().count() >= ACCOUNTS_PER_MENS_MAX {
        return Err(PersoonRefusal::MedewerkersTeVeel);
    }
    Ok(vec![match bekend.medewerker {
        None => PersoonEvent::MedewerkerVastgelegd { medewerker: Some(medewerker) },
        Some(_) => PersoonEvent::OokMedewerkerVastgelegd { medewerker },
    }])
}

fn is_medewerker_niet(bekend: &Bekend, medewerker: Option<MedewerkerId>, context: &Context) -> Besluit {
    bevoegd(context, Handeling::Nazien)?;
    let Some(first) = bekend.medewerker else { return Ok(Vec::new()) };
    Ok(match medewerker {
        None => vec![PersoonEvent::MedewerkerVastgelegd { medewerker: None }],
        Some(one) if one == first && bekend.ook_medewerker.is_empty() => {
            vec![PersoonEvent::MedewerkerVastgelegd { medewerker: None }]
        }
        Some(one) if one == first || bekend.ook_medewerker.contains(&one) => {
            vec![PersoonEvent::MedewerkerLosgemaakt { medewerker: one }]
        }
        Some(_) => Vec::new(),
    })
}

/// What was wrong stays on record as that; asked twice it is done once.
fn herroep(bekend: &Bekend, gezag: &Gezag, reden: &Wat, context: &Context) -> Besluit {
    bevoegd(context, Handeling::GezagVastleggen)?;
    match bekend.gezag.iter().find(|known| known.hetzelfde(gezag)) {
        Some(known) => Ok(vec![PersoonEvent::GezagHerroepen { gezag: known.clone(), reden: reden.clone() }]),
        None if bekend.herroepen.iter().any(|gone| gone.hetzelfde(gezag)) => Ok(Vec::new()),
        None => Err(PersoonRefusal::GezagOnbekend),
    }
}

/// Whole years from one day to another.
fn jaren_oud(born: Date, on: Date) -> i16 {
    let before_birthday = (on.month(), on.day()) < (born.month(), born.day());
    on.year() - born.year() - i16::from(before_birthday)
}
