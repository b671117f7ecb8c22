//! May somebody be reported away, or back?

use jiff::ToSpan;

use super::{
    Afwezigheid, Beschikbaarheid, BeschikbaarheidCommand, BeschikbaarheidEvent, BeschikbaarheidRefusal,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::mag_afwezig_melden;
use crate::limits::AFWEZIG_DAGEN_MAX;

impl Aggregate for Beschikbaarheid {
    type Command = BeschikbaarheidCommand;
    type Event = BeschikbaarheidEvent;
    type Refusal = BeschikbaarheidRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &BeschikbaarheidCommand,
        context: &Context,
    ) -> Result<Vec<BeschikbaarheidEvent>, BeschikbaarheidRefusal> {
        match *command {
            BeschikbaarheidCommand::MeldAfwezig { medewerker, afwezigheid } => {
                mag(medewerker, context)?;
                keur(afwezigheid, context)?;
                if *self == Self::Afwezig(afwezigheid) {
                    return Ok(Vec::new());
                }
                let Afwezigheid { vanaf, tot_en_met } = afwezigheid;
                Ok(vec![BeschikbaarheidEvent::AfwezigGemeld { vanaf, tot_en_met }])
            }
            BeschikbaarheidCommand::MeldTerug { medewerker } => {
                mag(medewerker, context)?;
                // Once it is over nobody needs to say so.
                let away = self.afwezig(context.now.day());
                Ok(away.map(|_| BeschikbaarheidEvent::TerugGemeld {}).into_iter().collect())
            }
            BeschikbaarheidCommand::MerkGezien { medewerker, zaak, versie } => {
                if context.wie.id != medewerker {
                    return Err(BeschikbaarheidRefusal::NietBevoegd);
                }
                Ok(versie
                    .map(|versie| BeschikbaarheidEvent::ZaakGezien { zaak, versie })
                    .into_iter()
                    .collect())
            }
        }
    }

    fn evolve(self, event: &BeschikbaarheidEvent, _: Moment) -> Self {
        super::evolve::evolve(self, event)
    }
}

fn mag(
    medewerker: crate::domain::ids::MedewerkerId,
    context: &Context,
) -> Result<(), BeschikbaarheidRefusal> {
    if mag_afwezig_melden(&context.wie, medewerker) {
        Ok(())
    } else {
        Err(BeschikbaarheidRefusal::NietBevoegd)
    }
}

fn keur(afwezigheid: Afwezigheid, context: &Context) -> Result<(), BeschikbaarheidRefusal> {
    let vandaag = context.now.day();
    let Afwezigheid { vanaf, tot_en_met } = afwezigheid;
    if afwezigheid.is_voorbij(vandaag) || tot_en_met.is_some_and(|last| last < vanaf) {
        return Err(BeschikbaarheidRefusal::Periode);
    }
    let (earliest, latest) =
        (vandaag.saturating_sub(AFWEZIG_DAGEN_MAX.days()), vandaag.saturating_add(AFWEZIG_DAGEN_MAX.days()));
    if vanaf < earliest || vanaf > latest || tot_en_met.is_some_and(|last| last > latest) {
        return Err(BeschikbaarheidRefusal::TeLang);
    }
    Ok(())
}
