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
use crate::domain::persoon::GEBOREN_VANAF;
use crate::domain::wat::Wat;
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
            (HuishoudenCommand::VoegLidToe { lid: nieuw, geclaimd }, Self::Vastgesteld { leden, .. }) => {
                if self.lid(nieuw.persoon).is_some() {
                    return Ok(Vec::new());
                }
                is_geclaimd(*geclaimd)?;
                plaats_voor_een(leden)?;
                Ok(vec![toegevoegd(nieuw, context)?])
            }
            (HuishoudenCommand::LidVertrekt { persoon, geboren, op }, Self::Vastgesteld { .. }) => {
                self.vertrekt(*persoon, *geboren, *op, context)
            }
            (
                HuishoudenCommand::VerblijfWijktAf { persoon, geboren, verblijf, geclaimd },
                Self::Vastgesteld { leden, .. },
            ) => {
                if self.lid(*persoon).is_none() {
                    is_geclaimd(*geclaimd)?;
                }
                let lid = NieuwLid {
                    persoon: *persoon,
                    bron: Lidbron::Handmatig,
                    vanaf: Some(verblijf.vanaf),
                    geboren: *geboren,
                };
                self.wijkt_af(leden, &lid, verblijf, context)
            }
            (HuishoudenCommand::HerroepVerblijf { persoon, reden }, Self::Vastgesteld { herroepen, .. }) => {
                self.herroep(herroepen, *persoon, reden)
            }
        }
    }

    fn evolve(self, event: &HuishoudenEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

impl Huishouden {
    fn vertrekt(&self, persoon: PersoonId, geboren: Option<Date>, op: Date, context: &Context) -> Besluit {
        let lid = self.lid(persoon).ok_or(HuishoudenRefusal::GeenLid)?;
        kan_geweest_zijn(op, geboren, context)?;
        let since = lid.verblijf.as_ref().map(|verblijf| verblijf.vanaf).or(lid.vanaf);
        if since.is_some_and(|since| op < since) {
            return Err(HuishoudenRefusal::Periode);
        }
        Ok(vec![HuishoudenEvent::LidVertrokken { persoon, op }])
    }

    /// What was wrong stays on record as that; asked twice it is done once.
    fn herroep(&self, herroepen: &[PersoonId], persoon: PersoonId, reden: &Wat) -> Besluit {
        match self.lid(persoon) {
            Some(Lid { verblijf: Some(verblijf), door_verblijf, .. }) => {
                Ok(vec![HuishoudenEvent::VerblijfHerroepen {
                    persoon,
                    verblijf: verblijf.clone(),
                    reden: reden.clone(),
                    lid_vervalt: *door_verblijf,
                }])
            }
            _ if herroepen.contains(&persoon) => Ok(Vec::new()),
            Some(_) => Err(HuishoudenRefusal::GeenVerblijf),
            None => Err(HuishoudenRefusal::GeenLid),
        }
    }

    fn wijkt_af(
        &self,
        leden: &[Lid],
        nieuw: &NieuwLid,
        verblijf: &AfwijkendVerblijf,
        context: &Context,
    ) -> Besluit {
        let persoon = nieuw.persoon;
        kan_geweest_zijn(verblijf.vanaf, nieuw.geboren, context)?;
        let differs = HuishoudenEvent::AfwijkendVerblijfVastgesteld { persoon, verblijf: verblijf.clone() };
        match self.lid(persoon) {
            Some(lid) if lid.verblijf.as_ref() == Some(verblijf) => Ok(Vec::new()),
            Some(_) => Ok(vec![differs]),
            None => {
                plaats_voor_een(leden)?;
                Ok(vec![toegevoegd(nieuw, context)?, differs])
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
        kan_geweest_zijn(since, lid.geboren, context)?;
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

/// A day on which somebody can have lived somewhere: not to come, and not before they were born.
fn kan_geweest_zijn(day: Date, geboren: Option<Date>, context: &Context) -> Result<(), HuishoudenRefusal> {
    if day > context.now.day() {
        Err(HuishoudenRefusal::Toekomst)
    } else if day < geboren.unwrap_or(GEBOREN_VANAF) {
        Err(HuishoudenRefusal::VoorGeboorte)
    } else {
        Ok(())
    }
}
