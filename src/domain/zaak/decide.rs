//! May this happen to a zaak?

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Bevestigingsweg, Lopend, Melding, Zaak, ZaakCommand, ZaakEvent, ZaakRefusal, Zaakstatus};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{
    Toegang, Toewijsrecht, Verband, mag_beginnen, mag_nemen, op_zaak, toewijsrecht,
};
use crate::domain::ids::{ContactId, MedewerkerId, PersoonId};
use crate::domain::wat::Wat;
use crate::domain::zaaktype::Zaaktype;
use crate::limits::BEHANDELAARS_MAX;

impl Aggregate for Zaak {
    type Command = ZaakCommand;
    type Event = ZaakEvent;
    type Refusal = ZaakRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &ZaakCommand, context: &Context) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
        match (command, self) {
            (
                ZaakCommand::RegistreerMelding {
                    zaaknummer,
                    zaaktype,
                    persoon,
                    melding,
                    contact,
                    bevestiging,
                },
                Self::Onbekend,
            ) => registreer(zaaknummer, *zaaktype, *persoon, melding, (*contact, *bevestiging), context),
            (ZaakCommand::RegistreerMelding { .. }, Self::Lopend(_)) => Err(ZaakRefusal::BestaatAl),
            (_, Self::Onbekend) => Err(ZaakRefusal::Onbekend),
            (ZaakCommand::WijsToe { behandelaars, reden }, Self::Lopend(zaak)) => {
                wijs_toe(zaak, behandelaars, reden.as_ref(), context)
            }
            (ZaakCommand::DraagOver { van, aan, reden }, Self::Lopend(zaak)) => {
                draag_over(zaak, (*van, *aan), reden, context)
            }
            (ZaakCommand::NeemZaak, Self::Lopend(zaak)) => neem(zaak, context),
            (ZaakCommand::GeefVrij { reden }, Self::Lopend(zaak)) => geef_vrij(zaak, reden, context),
            (ZaakCommand::NeemInBehandeling, Self::Lopend(zaak)) => neem_in_behandeling(zaak, context),
            (ZaakCommand::Besluit(command), Self::Lopend(zaak)) => {
                super::besluit::decide(zaak, command, context)
            }
            (ZaakCommand::NoteerContact(command), Self::Lopend(zaak)) => {
                super::klantcontact::decide(zaak, command, context)
            }
            (ZaakCommand::Taak(command), Self::Lopend(zaak)) => super::taken::decide(zaak, command, context),
        }
    }

    fn evolve(self, event: &ZaakEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

fn registreer(
    zaaknummer: &str,
    zaaktype: Zaaktype,
    persoon: PersoonId,
    melding: &Melding,
    (contact, bevestiging): (Option<ContactId>, Bevestigingsweg),
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    if !mag_beginnen(&context.wie, zaaktype) {
        return Err(ZaakRefusal::NietBevoegd);
    }
    Ok(vec![ZaakEvent::MeldingGeregistreerd {
        zaaknummer: zaaknummer.to_owned(),
        zaaktype,
        persoon,
        melder: context.wie.id,
        melding: melding.clone(),
        contact,
        // Of a confidential one its person does not hear.
        bevestiging: (!zaaktype.vertrouwelijk()).then_some(bevestiging),
        uiterlijk_op: uiterlijk(context.now.day(), zaaktype),
    }])
}

/// The last day of the legal term, counted from the day it came in (Wmo 2015 art. 2.3.2; Awb 4:13).
fn uiterlijk(ontvangen: Date, zaaktype: Zaaktype) -> Date {
    ontvangen.saturating_add(zaaktype.doorlooptijd_dagen().days())
}

fn wijs_toe(
    zaak: &Lopend,
    behandelaars: &[MedewerkerId],
    reden: Option<&Wat>,
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    match toewijsrecht(&context.wie, &zaak.feiten()) {
        Toewijsrecht::Ja => {}
        Toewijsrecht::Vergeven => return Err(ZaakRefusal::AlToegewezen),
        Toewijsrecht::Nee => return Err(ZaakRefusal::NietBevoegd),
    }
    let mut set = behandelaars.to_vec();
    set.sort_unstable();
    set.dedup();
    if set.is_empty() {
        return Err(ZaakRefusal::GeenBehandelaars);
    }
    if set.len() > BEHANDELAARS_MAX {
        return Err(ZaakRefusal::TeVeelBehandelaars);
    }
    if set == zaak.behandelaars {
        return Ok(Vec::new());
    }
    // Nobody gives themselves a zaak about themselves, under no account of theirs; to give it away, or to a colleague beside them, is no gift.
    let zelf = |who: &&MedewerkerId| context.mens.werkt_als(&context.wie, **who);
    let erbij = set.iter().filter(|who| !zaak.behandelaars.contains(who));
    if context.mens.is(&context.wie, zaak.persoon) && erbij.filter(zelf).count() > 0 {
        return Err(ZaakRefusal::EigenZaak);
    }
    Ok(vec![ZaakEvent::ZaakToegewezen { behandelaars: set, reden: reden.cloned() }])
}

/// Who gets the zaak gets what the other was still to do in it. That goes first: whoever is off a zaak has nothing to do in it any more, and at no
/// moment it waits for nobody.
fn draag_over(
    zaak: &Lopend,
    (van, aan): (MedewerkerId, MedewerkerId),
    reden: &Wat,
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    let set: Vec<_> = zaak.behandelaars.iter().copied().filter(|who| *who != van).chain([aan]).collect();
    let events = wijs_toe(zaak, &set, Some(reden), context)?;
    let own = zaak.open_taken().filter(|taak| taak.eigenaar == Some(van));
    let taken = own.map(|taak| ZaakEvent::TaakToegewezen { taak: taak.id, eigenaar: aan });
    Ok(taken.chain(events).collect())
}

/// Only what nobody has: of two who take it at once the first has it, and the other hears who was first.
fn neem(zaak: &Lopend, context: &Context) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    let ik = context.wie.id;
    if zaak.behandelaars.contains(&ik) {
        return Ok(Vec::new());
    }
    if !mag_nemen(&context.wie, &zaak.feiten()) {
        return Err(ZaakRefusal::NietBevoegd);
    }
    if !zaak.behandelaars.is_empty() {
        return Err(ZaakRefusal::AlVergeven);
    }
    if context.mens.is(&context.wie, zaak.persoon) {
        return Err(ZaakRefusal::EigenZaak);
    }
    Ok(vec![ZaakEvent::ZaakToegewezen { behandelaars: vec![ik], reden: None }])
}

/// Who may say who works on it may say that it is nobody's, until somebody began: from then on there is always a behandelaar.
fn geef_vrij(zaak: &Lopend, reden: &Wat, context: &Context) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    match toewijsrecht(&context.wie, &zaak.feiten()) {
        Toewijsrecht::Ja => {}
        Toewijsrecht::Vergeven => return Err(ZaakRefusal::AlToegewezen),
        Toewijsrecht::Nee => return Err(ZaakRefusal::NietBevoegd),
    }
    match zaak.status {
        Zaakstatus::Ontvangen => Ok(Vec::new()),
        Zaakstatus::Verdeeld => Ok(vec![ZaakEvent::ZaakVrijgegeven { reden: reden.clone() }]),
        Zaakstatus::Onderzoek | Zaakstatus::Besloten => Err(ZaakRefusal::AlBegonnen),
    }
}

fn neem_in_behandeling(zaak: &Lopend, context: &Context) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    if !context.is_een_van(&zaak.behandelaars) {
        return Err(ZaakRefusal::NietBevoegd);
    }
    match zaak.status {
        Zaakstatus::Onderzoek | Zaakstatus::Besloten => Ok(Vec::new()),
        Zaakstatus::Ontvangen | Zaakstatus::Verdeeld => {
            Ok(vec![ZaakEvent::InBehandelingGenomen { door: context.wie.id }])
        }
    }
}

/// What somebody may not know of is refused as if it were not there (design §1.4).
pub(super) fn zichtbaar(zaak: &Lopend, context: &Context) -> Result<(), ZaakRefusal> {
    match toegang(zaak, context) {
        Toegang::Niets => Err(ZaakRefusal::Onbekend),
        Toegang::Dat | Toegang::Wat | Toegang::Schrijven => Ok(()),
    }
}

/// How far the asker may go by what the zaak itself knows, and by for whom they stand in.
pub(super) fn toegang(zaak: &Lopend, context: &Context) -> Toegang {
    let vervanger = context.namens.is_some_and(|who| zaak.behandelaars.contains(&who));
    let verband = Verband { vervanger, mens: &context.mens, ..Verband::default() };
    op_zaak(&context.wie, &zaak.feiten(), verband)
}
