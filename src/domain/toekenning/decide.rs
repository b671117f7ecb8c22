//! May this happen to a toekenning, and what is true afterwards?

use jiff::ToSpan;
use jiff::civil::Date;

use super::{
    Beoordeling, Gevraagd, Geweigerd, Toekenning, ToekenningCommand, ToekenningEvent, ToekenningRefusal,
    Verleend, Voorwerp, meekijken, toestemming,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{
    Antwoorder, Handeling, mag, mag_toestemming_geven, mag_vervangen, mag_vervanger_aanwijzen,
};
use crate::domain::ids::MedewerkerId;
use crate::limits::{AFWEZIG_DAGEN_MAX, GLAS_MINUTEN_MAX, GLAS_REDEN_CHARS_MIN};

/// Microseconds in a minute.
const MINUTE: i64 = 60_000_000;

impl Aggregate for Toekenning {
    type Command = ToekenningCommand;
    type Event = ToekenningEvent;
    type Refusal = ToekenningRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &ToekenningCommand,
        context: &Context,
    ) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
        match (command, self) {
            (
                ToekenningCommand::WijsVervangerAan { .. }
                | ToekenningCommand::BreekGlas { .. }
                | ToekenningCommand::VraagToestemming { .. }
                | ToekenningCommand::LaatMeekijken { .. },
                Self::Verleend(_) | Self::Gevraagd(_) | Self::Geweigerd(_),
            ) => Err(ToekenningRefusal::BestaatAl),
            (command @ ToekenningCommand::WijsVervangerAan { .. }, Self::Onbekend) => {
                vervang(command, context)
            }
            (command @ ToekenningCommand::BreekGlas { .. }, Self::Onbekend) => breek(command, context),
            (ToekenningCommand::VraagToestemming { zaak, feiten, doel, tot_en_met }, Self::Onbekend) => {
                toestemming::vraag(*zaak, feiten, (doel, *tot_en_met), context)
            }
            (ToekenningCommand::LaatMeekijken { plan, wat, feiten, tot_en_met }, Self::Onbekend) => {
                meekijken::geef((*plan, *wat), feiten, *tot_en_met, context)
            }
            (ToekenningCommand::StopMeekijken { regisseurs, reden }, Self::Verleend(verleend)) => {
                meekijken::stop(verleend, regisseurs, reden, context)
            }
            (ToekenningCommand::GeefToestemming { antwoorder, vervallen }, state) => {
                toestemming::antwoord(state, antwoorder, (true, *vervallen), context)
            }
            (ToekenningCommand::WeigerToestemming { antwoorder, vervallen }, state) => {
                toestemming::antwoord(state, antwoorder, (false, *vervallen), context)
            }
            (ToekenningCommand::TrekIn { .. }, Self::Gevraagd(vraag)) => {
                toestemming::trek_vraag_in(vraag, context)
            }
            (ToekenningCommand::TrekIn { .. }, Self::Onbekend | Self::Geweigerd(_))
            | (
                ToekenningCommand::BeoordeelGlas { .. } | ToekenningCommand::StopMeekijken { .. },
                Self::Onbekend | Self::Gevraagd(_) | Self::Geweigerd(_),
            ) => Err(ToekenningRefusal::Onbekend),
            (ToekenningCommand::TrekIn { regisseurs, antwoorder }, Self::Verleend(verleend)) => {
                trek_in(verleend, (regisseurs, antwoorder.as_ref()), context)
            }
            (ToekenningCommand::BeoordeelGlas { oordeel, toelichting }, Self::Verleend(verleend)) => {
                let beoordeeld = ToekenningEvent::GlasBeoordeeld {
                    oordeel: *oordeel,
                    toelichting: toelichting.clone(),
                    door: context.wie.id,
                };
                mag_beoordelen(verleend, context).map(|()| vec![beoordeeld])
            }
        }
    }

    fn evolve(self, event: &ToekenningEvent, at: Moment) -> Self {
        match (event, self) {
            (
                ToekenningEvent::ToekenningVerleend {
                    voorwerp,
                    aan,
                    rol,
                    van,
                    tot,
                    reden,
                    door,
                    verklaard,
                    gever,
                },
                Self::Onbekend | Self::Gevraagd(_),
            ) => Self::Verleend(Box::new(Verleend {
                voorwerp: *voorwerp,
                aan: *aan,
                rol: *rol,
                van: *van,
                tot: *tot,
                reden: reden.clone(),
                door: *door,
                verklaard: *verklaard,
                gever: *gever,
                ingetrokken: None,
                gestopt: None,
                beoordeling: None,
            })),
            (ToekenningEvent::ToekenningIngetrokken { door }, Self::Verleend(mut verleend)) => {
                verleend.ingetrokken = Some((at, *door));
                Self::Verleend(verleend)
            }
            (ToekenningEvent::MeekijkenGestopt { door, reden }, Self::Verleend(mut verleend)) => {
                verleend.ingetrokken = Some((at, *door));
                verleend.gestopt = Some(reden.clone());
                Self::Verleend(verleend)
            }
            (
                ToekenningEvent::GlasBeoordeeld { oordeel, toelichting, door },
                Self::Verleend(mut verleend),
            ) => {
                let (oordeel, toelichting) = (*oordeel, toelichting.clone());
                verleend.beoordeling = Some(Beoordeling { oordeel, toelichting, door: *door, op: at });
                Self::Verleend(verleend)
            }
            (
                ToekenningEvent::ToestemmingGevraagd { zaak, persoon, aan, rol, doel, tot, vervalt_op },
                Self::Onbekend,
            ) => Self::Gevraagd(Box::new(Gevraagd {
                zaak: *zaak,
                persoon: *persoon,
                aan: *aan,
                rol: *rol,
                doel: doel.clone(),
                tot: *tot,
                op: at,
                vervalt_op: *vervalt_op,
                ingetrokken: None,
            })),
            (ToekenningEvent::ToestemmingGeweigerd { door }, Self::Gevraagd(vraag)) => {
                Self::Geweigerd(Box::new(Geweigerd { vraag: *vraag, door: *door, op: at }))
            }
            (ToekenningEvent::ToekenningIngetrokken { .. }, Self::Gevraagd(mut vraag)) => {
                vraag.ingetrokken = Some(at);
                Self::Gevraagd(vraag)
            }
            // Versions are dense: a history starts at its start, and starts once.
            (
                ToekenningEvent::ToekenningVerleend { .. },
                state @ (Self::Verleend(_) | Self::Geweigerd(_)),
            )
            | (
                ToekenningEvent::ToestemmingGevraagd { .. },
                state @ (Self::Gevraagd(_) | Self::Verleend(_) | Self::Geweigerd(_)),
            )
            | (
                ToekenningEvent::ToestemmingGeweigerd { .. },
                state @ (Self::Onbekend | Self::Verleend(_) | Self::Geweigerd(_)),
            )
            | (
                ToekenningEvent::ToekenningIngetrokken { .. },
                state @ (Self::Onbekend | Self::Geweigerd(_)),
            )
            | (
                ToekenningEvent::GlasBeoordeeld { .. } | ToekenningEvent::MeekijkenGestopt { .. },
                state @ (Self::Onbekend | Self::Gevraagd(_) | Self::Geweigerd(_)),
            ) => state,
        }
    }
}

fn vervang(
    command: &ToekenningCommand,
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let ToekenningCommand::WijsVervangerAan {
        afwezige,
        afwezige_rol,
        vervanger,
        rol,
        van,
        tot_en_met,
        reden,
    } = command
    else {
        return Ok(Vec::new());
    };
    if !mag_vervanger_aanwijzen(&context.wie, *afwezige) {
        return Err(ToekenningRefusal::NietBevoegd);
    }
    // Nobody gives themselves what is another's, also not under another account (reliability §4: no self-grant).
    if afwezige == vervanger || context.mens.werkt_als(&context.wie, *vervanger) {
        return Err(ToekenningRefusal::Zichzelf);
    }
    if !mag_vervangen(*afwezige_rol, *rol) {
        return Err(ToekenningRefusal::PastNiet);
    }
    let (van, tot) = dagen(*van, *tot_en_met, context.now)?;
    Ok(vec![ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Vervanging { afwezige: *afwezige },
        aan: *vervanger,
        rol: *rol,
        van,
        tot,
        reden: reden.clone(),
        door: context.wie.id,
        verklaard: false,
        gever: None,
    }])
}

/// From the first moment of the first day, or from now, to the first moment after the last.
fn dagen(van: Date, tot_en_met: Date, now: Moment) -> Result<(Moment, Moment), ToekenningRefusal> {
    let vandaag = now.day();
    if tot_en_met < van || tot_en_met < vandaag {
        return Err(ToekenningRefusal::Periode);
    }
    let latest = vandaag.saturating_add(AFWEZIG_DAGEN_MAX.days());
    if van > latest || tot_en_met > latest {
        return Err(ToekenningRefusal::TeLang);
    }
    let begin = if van <= vandaag { now } else { Moment::start_of(van) };
    Ok((begin, Moment::start_of(tot_en_met.saturating_add(1.day()))))
}

fn breek(command: &ToekenningCommand, context: &Context) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let ToekenningCommand::BreekGlas { plan, reden, minuten, iemand_kan, verklaard } = command else {
        return Ok(Vec::new());
    };
    if !mag(context.wie.rol, Handeling::GlasBreken) {
        return Err(ToekenningRefusal::NietBevoegd);
    }
    if reden.voor_regel().chars().count() < GLAS_REDEN_CHARS_MIN {
        return Err(ToekenningRefusal::RedenTeKort);
    }
    if !(1..=GLAS_MINUTEN_MAX).contains(minuten) {
        return Err(ToekenningRefusal::Minuten);
    }
    if *iemand_kan && !*verklaard {
        return Err(ToekenningRefusal::IemandKan);
    }
    Ok(vec![ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Glas { plan: *plan },
        aan: context.wie.id,
        rol: context.wie.rol,
        van: context.now,
        tot: context.now.plus_micros(minuten * MINUTE),
        reden: reden.clone(),
        door: context.wie.id,
        verklaard: *iemand_kan && *verklaard,
        gever: None,
    }])
}

/// Who it concerns may end it, and who looks after such things. To anybody else it is not there.
fn trek_in(
    verleend: &Verleend,
    (regisseurs, antwoorder): (&[MedewerkerId], Option<&Antwoorder>),
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let wie = &context.wie;
    let may = match verleend.voorwerp {
        Voorwerp::Vervanging { afwezige } => verleend.aan == wie.id || mag_vervanger_aanwijzen(wie, afwezige),
        Voorwerp::Glas { .. } => {
            let looks_after = mag(wie.rol, Handeling::GlasBeoordelen);
            verleend.aan == wie.id || regisseurs.contains(&wie.id) || looks_after
        }
        Voorwerp::Inzage { .. } => {
            verleend.aan == wie.id || antwoorder.is_some_and(|feiten| mag_toestemming_geven(wie, feiten))
        }
        // Who sees it does not know that it is something that can end.
        Voorwerp::Meekijken { van, .. } => meekijken::mag_terugnemen(wie, van),
    };
    if !may {
        return Err(ToekenningRefusal::Onbekend);
    }
    let open = verleend.loopt_nog(context.now);
    Ok(open.then_some(ToekenningEvent::ToekenningIngetrokken { door: wie.id }).into_iter().collect())
}

fn mag_beoordelen(verleend: &Verleend, context: &Context) -> Result<(), ToekenningRefusal> {
    if !mag(context.wie.rol, Handeling::GlasBeoordelen) {
        return Err(ToekenningRefusal::Onbekend);
    }
    match verleend.voorwerp {
        Voorwerp::Vervanging { .. } | Voorwerp::Inzage { .. } | Voorwerp::Meekijken { .. } => {
            Err(ToekenningRefusal::GeenGlas)
        }
        Voorwerp::Glas { .. } if context.mens.werkt_als(&context.wie, verleend.aan) => {
            Err(ToekenningRefusal::EigenGlas)
        }
        Voorwerp::Glas { .. } if verleend.beoordeling.is_some() => Err(ToekenningRefusal::AlBeoordeeld),
        Voorwerp::Glas { .. } => Ok(()),
    }
}
