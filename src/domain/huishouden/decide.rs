//! May this happen to a huishouden?

use jiff::civil::Date;

use super::{
    AfwijkendVerblijf, Huishouden, HuishoudenCommand, HuishoudenEvent, HuishoudenRefusal, Lid, Lidbron,
    NieuwLid,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::ids::PersoonId;
use crate::limits::LEDEN_MAX;

type Besluit = Result<Vec<HuishoudenEvent>, HuishoudenRefusal>;

impl Aggregate for Huishouden {
    type Command = HuishoudenCommand;
    type Event = HuishoudenEvent;
    type Refusal = HuishoudenRefusal;
    const SCHEMA: u16 = 1;

    fn decide(&self, command: &HuishoudenCommand, context: &Context) -> Besluit {
        if !mag(context.wie.rol, Handeling::HuishoudenVastleggen) {
            return Err(HuishoudenRefusal::NietBevoegd);
        }
        match (command, self) {
            (HuishoudenCommand::StelVast(leden), Self::Onbekend) => stel_vast(leden, context),
            (HuishoudenCommand::StelVast(_), Self::Vastgesteld { .. }) => Err(HuishoudenRefusal::BestaatAl),
            (_, Self::Onbekend) => Err(HuishoudenRefusal::Onbekend),
            (HuishoudenCommand::VoegLidToe { lid: nieuw, geclaimd }, Self::Vastgesteld { leden }) => {
                if self.lid(nieuw.persoon).is_some() {
                    return Ok(Vec::new());
                }
                is_geclaimd(*geclaimd)?;
                plaats_voor_een(leden)?;
                Ok(vec![toegevoegd(nieuw, context)?])
            }
            (HuishoudenCommand::LidVertrekt { persoon, op }, Self::Vastgesteld { .. }) => {
                self.vertrekt(*persoon, *op, context)
            }
            (
                HuishoudenCommand::VerblijfWijktAf { persoon, verblijf, geclaimd },
                Self::Vastgesteld { leden },
            ) => {
                if self.lid(*persoon).is_none() {
                    is_geclaimd(*geclaimd)?;
                }
                self.wijkt_af(leden, *persoon, verblijf, context)
            }
        }
    }

    fn evolve(self, event: &HuishoudenEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

impl Huishouden {
    fn vertrekt(&self, persoon: PersoonId, op: Date, context: &Context) -> Besluit {
        let lid = self.lid(persoon).ok_or(HuishoudenRefusal::GeenLid)?;
        niet_in_de_toekomst(op, context)?;
        let since = lid.verblijf.as_ref().map(|verblijf| verblijf.vanaf).or(lid.vanaf);
        if since.is_some_and(|since| op < since) {
            return Err(HuishoudenRefusal::Periode);
        }
        Ok(vec![HuishoudenEvent::LidVertrokken { persoon, op }])
    }

    fn wijkt_af(
        &self,
        leden: &[Lid],
        persoon: PersoonId,
        verblijf: &AfwijkendVerblijf,
        context: &Context,
    ) -> Besluit {
        niet_in_de_toekomst(verblijf.vanaf, context)?;
        let differs = HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon, verblijf: verblijf.clone() };
        match self.lid(persoon) {
            Some(lid) if lid.verblijf.as_ref() == Some(verblijf) => Ok(Vec::new()),
            Some(_) => Ok(vec![differs]),
            None => {
                plaats_voor_een(leden)?;
                let nieuw = NieuwLid { persoon, bron: Lidbron::Handmatig, vanaf: Some(verblijf.vanaf) };
                Ok(vec![toegevoegd(&nieuw, context)?, differs])
            }
        }
    }
}

fn stel_vast(leden: &[NieuwLid], context: &Context) -> Besluit {
    let mut who: Vec<_> = leden.iter().map(|lid| lid.persoon).collect();
    who.sort_unstable();
    who.dedup();
    if leden.is_empty() || leden.len() > LEDEN_MAX || who.len() < leden.len() {
        return Err(HuishoudenRefusal::Leden);
    }
    let joined = leden.iter().map(|lid| toegevoegd(lid, context));
    std::iter::once(Ok(HuishoudenEvent::HuishoudenVastgesteld {})).chain(joined).collect()
}

fn toegevoegd(lid: &NieuwLid, context: &Context) -> Result<HuishoudenEvent, HuishoudenRefusal> {
    if let Some(since) = lid.vanaf {
        niet_in_de_toekomst(since, context)?;
    }
    Ok(HuishoudenEvent::LidToegevoegd { persoon: lid.persoon, bron: lid.bron, vanaf: lid.vanaf })
}

/// Who asked saw a member here who is none any more: without a claim, another huishouden could have them at the same time.
fn is_geclaimd(geclaimd: bool) -> Result<(), HuishoudenRefusal> {
    if geclaimd { Ok(()) } else { Err(HuishoudenRefusal::LidElders) }
}

fn plaats_voor_een(leden: &[Lid]) -> Result<(), HuishoudenRefusal> {
    if leden.len() < LEDEN_MAX { Ok(()) } else { Err(HuishoudenRefusal::Leden) }
}

fn niet_in_de_toekomst(day: Date, context: &Context) -> Result<(), HuishoudenRefusal> {
    if day > context.now.day() { Err(HuishoudenRefusal::Toekomst) } else { Ok(()) }
}
