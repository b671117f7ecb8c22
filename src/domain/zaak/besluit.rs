//! A besluit on a zaak: from proposal to decision, with a second pair of eyes between (C1-P7, N-13).

use super::decide::zichtbaar;
use super::{Lopend, ZaakEvent, ZaakRefusal, Zaakstatus};
use crate::clock::Moment;
use crate::domain::aggregate::Context;
use crate::domain::besluit::{
    Akkoord, BesluitCommand, BesluitRefusal, Besluitinhoud, Besluitstand, Besluitvorming, Bijdrager,
    Versiehash, Voorgesteld, Voorstel, versiehash,
};
use crate::domain::bevoegdheid::{bezwaar, mag_voorstellen, toetst};
use crate::domain::wat::Wat;
use crate::domain::zaaktype::Akkoordregel;
use crate::limits::{BIJDRAGERS_MAX, VOORSTELLEN_MAX};

pub(super) fn decide(
    zaak: &Lopend,
    command: &BesluitCommand,
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    match command {
        BesluitCommand::StelVoor { .. }
        | BesluitCommand::Wijzig { .. }
        | BesluitCommand::TrekIn { .. }
        | BesluitCommand::Neem { .. } => {
            if !mag_voorstellen(&context.wie, &zaak.feiten()) {
                return Err(ZaakRefusal::NietBevoegd);
            }
            // Nobody proposes or decides about themselves; what stands there may be withdrawn.
            let withdraws = matches!(command, BesluitCommand::TrekIn { .. });
            if !withdraws && context.mens.is(&context.wie, zaak.persoon) {
                return Err(ZaakRefusal::Besluit(BesluitRefusal::EigenZaak));
            }
        }
        BesluitCommand::Accordeer { .. } | BesluitCommand::WijsAf { .. } => {
            if !toetst(&context.wie, &zaak.feiten()) {
                return Err(ZaakRefusal::NietBevoegd);
            }
        }
    }
    Ok(match command {
        BesluitCommand::StelVoor { inhoud, auteurs } => stel_voor(zaak, inhoud, auteurs, context)?,
        BesluitCommand::Wijzig { hash, inhoud, auteurs } => wijzig(zaak, *hash, inhoud, auteurs, context)?,
        BesluitCommand::Accordeer { hash } => accordeer(zaak, *hash, context)?,
        BesluitCommand::WijsAf { hash, reden } => wijs_af(zaak, *hash, reden, context)?,
        BesluitCommand::TrekIn { hash } => trek_in(zaak, *hash, context)?,
        BesluitCommand::Neem { hash } => neem(zaak, *hash, context)?,
    })
}

type Verdict = Result<Vec<ZaakEvent>, BesluitRefusal>;

fn stel_voor(zaak: &Lopend, inhoud: &Besluitinhoud, auteurs: &[Bijdrager], context: &Context) -> Verdict {
    match zaak.besluit.as_ref().map(|besluit| &besluit.stand) {
        None | Some(Besluitstand::Ingetrokken) => {}
        Some(Besluitstand::Genomen { .. }) => return Err(BesluitRefusal::StaatVast),
        Some(
            Besluitstand::Voorgesteld(_) | Besluitstand::Geaccordeerd(..) | Besluitstand::Afgewezen { .. },
        ) => return Err(BesluitRefusal::StaatAl),
    }
    if zaak.status != Zaakstatus::Onderzoek {
        return Err(BesluitRefusal::NogNiet);
    }
    Ok(vec![ZaakEvent::BesluitVoorgesteld(versie(zaak, inhoud, auteurs, context)?)])
}

fn wijzig(
    zaak: &Lopend,
    hash: Versiehash,
    inhoud: &Besluitinhoud,
    auteurs: &[Bijdrager],
    context: &Context,
) -> Verdict {
    let (_, voorstel) = lopend(zaak, hash)?;
    if versiehash(&zaak.zaaknummer, inhoud) == voorstel.hash {
        return match zaak.besluit.as_ref().map(|besluit| &besluit.stand) {
            Some(Besluitstand::Afgewezen { .. }) => Err(BesluitRefusal::Ongewijzigd),
            _ => Ok(Vec::new()),
        };
    }
    Ok(vec![ZaakEvent::VoorstelGewijzigd(versie(zaak, inhoud, auteurs, context)?)])
}

/// The next version, with everybody who ever contributed to one on this zaak.
fn versie(
    zaak: &Lopend,
    inhoud: &Besluitinhoud,
    auteurs: &[Bijdrager],
    context: &Context,
) -> Result<Voorgesteld, BesluitRefusal> {
    if !inhoud.soort.geeft() && !inhoud.regels.is_empty() {
        return Err(BesluitRefusal::Regels);
    }
    let door = Bijdrager::van(&context.wie);
    let before = zaak.besluit.as_ref();
    let mut bijdragers = before.map(|besluit| besluit.bijdragers.clone()).unwrap_or_default();
    bijdragers.extend(auteurs.iter().copied().chain(std::iter::once(door)));
    bijdragers.sort_unstable();
    bijdragers.dedup();
    let nummer = before.map_or(0, |besluit| besluit.nummer) + 1;
    if bijdragers.len() > BIJDRAGERS_MAX || nummer > VOORSTELLEN_MAX {
        return Err(BesluitRefusal::TeVaak);
    }
    let hash = versiehash(&zaak.zaaknummer, inhoud);
    Ok(Voorgesteld { nummer, inhoud: inhoud.clone(), hash, door, bijdragers })
}

fn accordeer(zaak: &Lopend, hash: Versiehash, context: &Context) -> Verdict {
    let voorstel = te_toetsen(zaak, hash, context)?;
    let door = Bijdrager::van(&context.wie);
    Ok(vec![ZaakEvent::BesluitGeaccordeerd { nummer: voorstel.nummer, hash, door }])
}

fn wijs_af(zaak: &Lopend, hash: Versiehash, reden: &Wat, context: &Context) -> Verdict {
    let voorstel = te_toetsen(zaak, hash, context)?;
    let door = Bijdrager::van(&context.wie);
    Ok(vec![ZaakEvent::VoorstelAfgewezen { nummer: voorstel.nummer, hash, door, reden: reden.clone() }])
}

/// The version that waits, when the asker may judge it.
fn te_toetsen<'a>(
    zaak: &'a Lopend,
    hash: Versiehash,
    context: &Context,
) -> Result<&'a Voorstel, BesluitRefusal> {
    let (besluit, voorstel) = lopend(zaak, hash)?;
    if besluit.wacht().is_none() {
        return Err(BesluitRefusal::WachtNiet);
    }
    // Who stands in for somebody who works on it acts as that one, and agrees with nothing (G20).
    if context.namens.is_some() {
        return Err(BesluitRefusal::EigenWerk);
    }
    match bezwaar(&context.wie, &context.mens, &zaak.feiten()) {
        Some(bezwaar) => Err(bezwaar),
        None => Ok(voorstel),
    }
}

fn trek_in(zaak: &Lopend, hash: Versiehash, context: &Context) -> Verdict {
    let (_, voorstel) = lopend(zaak, hash)?;
    let door = context.wie.id;
    Ok(vec![ZaakEvent::VoorstelIngetrokken { nummer: voorstel.nummer, hash, door }])
}

fn neem(zaak: &Lopend, hash: Versiehash, context: &Context) -> Verdict {
    let (besluit, voorstel) = lopend(zaak, hash)?;
    let akkoord = matches!(besluit.stand, Besluitstand::Geaccordeerd(..));
    let afgewezen = matches!(besluit.stand, Besluitstand::Afgewezen { .. });
    let verplicht = zaak.zaaktype.akkoord(voorstel.inhoud.soort) == Akkoordregel::Verplicht;
    // Where nobody needs to look, who was asked and said no still counts.
    if !akkoord && (verplicht || afgewezen) {
        return Err(BesluitRefusal::ZonderAkkoord);
    }
    let door = context.wie.id;
    Ok(vec![ZaakEvent::BesluitGenomen { nummer: voorstel.nummer, hash, door }])
}

/// The proposal that can still become another, when it is the version that the asker means.
fn lopend(zaak: &Lopend, hash: Versiehash) -> Result<(&Besluitvorming, &Voorstel), BesluitRefusal> {
    let besluit = zaak.besluit.as_deref().ok_or(BesluitRefusal::GeenVoorstel)?;
    let voorstel = besluit.voorstel().ok_or(BesluitRefusal::GeenVoorstel)?;
    if matches!(besluit.stand, Besluitstand::Genomen { .. }) {
        return Err(BesluitRefusal::StaatVast);
    }
    if voorstel.hash != hash {
        return Err(BesluitRefusal::AndereVersie);
    }
    Ok((besluit, voorstel))
}

/// The zaak after an event about its besluit; any other event leaves it as it is.
pub(super) fn evolve(zaak: &mut Lopend, event: &ZaakEvent, at: Moment) {
    match event {
        ZaakEvent::BesluitVoorgesteld(versie) | ZaakEvent::VoorstelGewijzigd(versie) => {
            let voorstel = Voorstel {
                nummer: versie.nummer,
                inhoud: versie.inhoud.clone(),
                hash: versie.hash,
                door: versie.door.medewerker,
                op: at,
            };
            zaak.besluit = Some(Box::new(Besluitvorming {
                bijdragers: versie.bijdragers.clone(),
                nummer: versie.nummer,
                stand: Besluitstand::Voorgesteld(voorstel),
            }));
        }
        ZaakEvent::BesluitGeaccordeerd { door, .. } => {
            let akkoord = Akkoord { door: door.medewerker, op: at };
            stap(zaak, |voorstel, _| Besluitstand::Geaccordeerd(voorstel, akkoord));
        }
        ZaakEvent::VoorstelAfgewezen { door, reden, .. } => {
            let (door, reden) = (door.medewerker, reden.clone());
            stap(zaak, |voorstel, _| Besluitstand::Afgewezen { voorstel, door, reden, op: at });
        }
        ZaakEvent::VoorstelIngetrokken { .. } => stap(zaak, |_, _| Besluitstand::Ingetrokken),
        ZaakEvent::BesluitGenomen { door, .. } => {
            let door = *door;
            stap(zaak, |voorstel, akkoord| Besluitstand::Genomen { voorstel, akkoord, door, op: at });
            zaak.status = Zaakstatus::Besloten;
        }
        ZaakEvent::MeldingGeregistreerd { .. }
        | ZaakEvent::ZaakToegewezen { .. }
        | ZaakEvent::ZaakVrijgegeven { .. }
        | ZaakEvent::InBehandelingGenomen { .. }
        | ZaakEvent::TaakKlaargezet { .. }
        | ZaakEvent::TaakAfgerond { .. }
        | ZaakEvent::TaakHeropend { .. }
        | ZaakEvent::TaakToegewezen { .. }
        | ZaakEvent::TaakVervallen { .. }
        | ZaakEvent::KlantcontactGenoteerd(_) => {}
    }
}

fn stap(zaak: &mut Lopend, next: impl FnOnce(Voorstel, Option<Akkoord>) -> Besluitstand) {
    let Some(besluit) = zaak.besluit.as_deref_mut() else { return };
    let akkoord = match &besluit.stand {
        Besluitstand::Geaccordeerd(_, akkoord) => Some(*akkoord),
        Besluitstand::Voorgesteld(_)
        | Besluitstand::Afgewezen { .. }
        | Besluitstand::Ingetrokken
        | Besluitstand::Genomen { .. } => None,
    };
    if let Some(voorstel) = besluit.voorstel().cloned() {
        besluit.stand = next(voorstel, akkoord);
    }
}
