//! The one time line of a plan (KING-PL2): what happened in it, of each of its zaken that it runs, and the contacts that its reader may
//! read. Made for one reader when they ask: no two need see the same of it.

use std::cmp::Reverse;

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::ids::{PlanId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::plan::Plan;
use keukentafel::domain::zaak::Zaak;
use keukentafel::limits::TIJDLIJN_ENTRIES_MAX;
use keukentafel::protocol::view::{Momentkeuze, Momentsoort, PlanMoment, PlanWat, Tijdlijnregel, ZaakWat};
use keukentafel::store::{Journal, StreamId, StreamKind};
use uuid::Uuid;

use crate::entity::{Concept, stappen};
use crate::tafel::Tafel;
use crate::weigering::Weigering;

/// What of a zaak's history belongs to *dat*: that it came in, who has it, how far it is. Anything else is content, whatever is added
/// to a zaak later.
const MOMENTEN_ONDER_DAT: [&str; 4] =
    ["MeldingGeregistreerd", "ZaakToegewezen", "ZaakVrijgegeven", "InBehandelingGenomen"];

/// A place in a time line: the moment of the last line that was given, and how many of that moment were.
pub type TijdlijnPlek = (Moment, usize);

/// A page of a time line, and the place after it when there is more.
pub type TijdlijnPagina = (Vec<PlanMoment>, Option<TijdlijnPlek>);

/// Which part of a time line one asks for.
#[derive(Copy, Clone, Debug, Default, Eq, PartialEq)]
pub struct Tijdlijnvraag {
    /// Only these moments.
    pub over: Option<Momentkeuze>,
    /// From this day on.
    pub vanaf: Option<Date>,
    /// Until the end of this day.
    pub tot_en_met: Option<Date>,
}

impl Tijdlijnvraag {
    fn neemt(&self, moment: &PlanMoment) -> bool {
        let dag = moment.at.day();
        self.over.is_none_or(|over| over.neemt(moment))
            && self.vanaf.is_none_or(|first| first <= dag)
            && self.tot_en_met.is_none_or(|last| dag <= last)
    }
}

impl Tafel {
    /// The time line of a plan that `wie` leads or reads as a whole, newest first: a page of `aantal` after `na`. `None` for everybody else: it holds what is
    /// for each lid.
    ///
    /// # Errors
    /// When the trail or the journal cannot be reached.
    pub async fn plan_tijdlijn(
        &self,
        wie: &Wie,
        plan: PlanId,
        vraag: Tijdlijnvraag,
        na: Option<TijdlijnPlek>,
        aantal: usize,
    ) -> Result<Option<TijdlijnPagina>, Weigering> {
        self.in_zicht(async |look| {
            let (zicht, toegang) = self.op_plan_toegang(wie, plan);
            // Who leads it, and who reads it in an emergency.
            let toegang = if zicht.ziet_alles() { toegang } else { Toegang::Niets };
            self.gekeken(&look, wie, "plan.tijdlijn", format!("plan/{plan}"), toegang).await?;
            let Some(recht) = toegang.leesrecht() else { return Ok(None) };
            let wat: Option<PlanWat> = self.bekijk(&self.actors.plannen, wie, plan.0).await?;
            let Some(wat) = wat else { return Ok(None) };
            let zaken: Vec<ZaakId> = wat.zaken.iter().map(|it| it.zaak).collect();
            let lines =
                self.hele_lijn::<Plan>(wie, (StreamKind::Plan, plan.0), wat.tijdlijn, Some(&recht)).await?;
            let mut all: Vec<PlanMoment> = lines.into_iter().map(|line| self.uit_plan(wie, line)).collect();
            all.extend(self.contactmomenten(wie, &zaken));
            for zaak in zaken {
                all.extend(self.zaakmomenten(wie, zaak).await?);
            }
            all.retain(|moment| vraag.neemt(moment));
            // What happened at one moment stays in the order in which it was read.
            all.sort_by_key(|moment| Reverse(moment.at));
            Ok(Some(pagina(all, na, aantal)))
        })
        .await
    }

    /// The lines that a view carries, and when it carries as many as it can, all that there are: read from the journal, where nothing is
    /// cut off. Without a right to read it, what was written stands in none of those.
    async fn hele_lijn<C: Concept>(
        &self,
        wie: &Wie,
        (kind, id): (StreamKind, Uuid),
        shown: Vec<Tijdlijnregel>,
        recht: Option<&Leesrecht>,
    ) -> Result<Vec<Tijdlijnregel>, Weigering> {
        if shown.len() < TIJDLIJN_ENTRIES_MAX {
            return Ok(shown);
        }
        let events = self.deps.journal.load(wie.gemeente, StreamId { kind, id }, 0).await?;
        let lines = stappen::<C>(&events, &*self.deps.namen)?;
        Ok(lines
            .iter()
            .rev()
            .map(|line| recht.map_or_else(|| line.zonder_wat(), |recht| line.toon(recht)))
            .collect())
    }

    fn uit_plan(&self, wie: &Wie, line: Tijdlijnregel) -> PlanMoment {
        let over = match line.soort.as_str() {
            "ActieVastgelegd" | "ActieGedaan" | "ActieHeropend" | "ActieGemeld" | "ActieNogNietGedaan"
            | "ActieDoorgevraagd" => Momentsoort::Acties,
            "ZaakGekoppeld" | "ZaakOntkoppeld" => Momentsoort::Zaken,
            _ => Momentsoort::Plan,
        };
        let zaak = line.over.filter(|_| over == Momentsoort::Zaken);
        let Tijdlijnregel { soort, at, door, namen, tekst, over: id, .. } = line;
        let zaak = zaak.and_then(|zaak| self.zaak_bij_naam(wie, ZaakId(zaak)));
        PlanMoment { over, soort, at, door, namen, tekst, id, zaak }
    }

    /// Of a zaak that `wie` may know of: what people call it.
    fn zaak_bij_naam(&self, wie: &Wie, zaak: ZaakId) -> Option<String> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente)?;
        let lopend = all.zaak(zaak)?.lopend().filter(|_| all.toegang(wie, zaak) >= Toegang::Dat)?;
        Some(format!("{} {}", lopend.zaaktype.naam(), lopend.zaaknummer))
    }

    /// What happened to a zaak, as far as *dat* goes; nothing of one that `wie` may not know of.
    async fn zaakmomenten(&self, wie: &Wie, zaak: ZaakId) -> Result<Vec<PlanMoment>, Weigering> {
        let Some(naam) = self.zaak_bij_naam(wie, zaak) else { return Ok(Vec::new()) };
        let seen: Option<ZaakWat> = self.bekijk(&self.actors.zaken, wie, zaak.0).await?;
        let shown = seen.map(|wat| wat.tijdlijn).unwrap_or_default();
        let lines = self.hele_lijn::<Zaak>(wie, (StreamKind::Zaak, zaak.0), shown, None).await?;
        let dat = lines.into_iter().filter(|line| MOMENTEN_ONDER_DAT.contains(&line.soort.as_str()));
        Ok(dat
            .map(|line| PlanMoment {
                over: Momentsoort::Zaken,
                soort: line.soort,
                at: line.at,
                // Whose hands did it, and why, is content; who has it now is not.
                door: None,
                namen: line.namen,
                tekst: None,
                id: Some(zaak.0),
                zaak: Some(naam.clone()),
            })
            .collect())
    }

    /// The contacts in which these zaken began and that `wie` may read.
    fn contactmomenten(&self, wie: &Wie, zaken: &[ZaakId]) -> Vec<PlanMoment> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Vec::new() };
        let known: Vec<ZaakId> =
            zaken.iter().copied().filter(|zaak| all.toegang(wie, *zaak) >= Toegang::Dat).collect();
        let seen = all.contacten_van(&known).into_iter();
        let moments = seen.filter(|id| all.toegang_contact(wie, *id) >= Toegang::Wat).filter_map(|id| {
            let regel = all.contact(id)?;
            Some(PlanMoment {
                over: Momentsoort::Contacten,
                soort: "ContactGeregistreerd".to_owned(),
                at: regel.op,
                door: Some(self.deps.namen.door(regel.auteur)),
                namen: Vec::new(),
                tekst: None,
                id: Some(id.0),
                zaak: None,
            })
        });
        moments.collect()
    }
}

fn pagina(all: Vec<PlanMoment>, na: Option<TijdlijnPlek>, aantal: usize) -> TijdlijnPagina {
    let mut given = na.map_or(0, |(_, given)| given);
    let rest = all.into_iter().skip_while(|moment| match na {
        None => false,
        Some((at, _)) if moment.at > at => true,
        Some((at, _)) if moment.at == at && given > 0 => {
            given -= 1;
            true
        }
        Some(_) => false,
    });
    let mut items: Vec<_> = rest.take(aantal + 1).collect();
    let more = items.len() > aantal;
    items.truncate(aantal);
    let next = items.last().filter(|_| more).map(|last| {
        let same = items.iter().filter(|moment| moment.at == last.at).count();
        let before = na.filter(|(at, _)| *at == last.at).map_or(0, |(_, given)| given);
        (last.at, same + before)
    });
    (items, next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(at: i64, n: u128) -> PlanMoment {
        PlanMoment {
            over: Momentsoort::Plan,
            soort: "DoelGesteld".to_owned(),
            at: Moment::from_micros(at),
            door: None,
            namen: Vec::new(),
            tekst: None,
            id: Some(uuid::Uuid::from_u128(n)),
            zaak: None,
        }
    }

    // shows KING-PL2
    #[test]
    fn page_by_page_it_is_the_whole_line_also_where_much_happened_at_once() {
        let all: Vec<_> = [9, 7, 7, 7, 7, 7, 4, 4, 1].iter().zip(1..).map(|(at, n)| moment(*at, n)).collect();
        for aantal in 1..=10 {
            let (mut seen, mut na) = (Vec::new(), None);
            loop {
                let (items, next) = pagina(all.clone(), na, aantal);
                assert!(items.len() <= aantal);
                seen.extend(items);
                na = next;
                if na.is_none() {
                    break;
                }
            }
            assert_eq!(seen, all, "{aantal} at a time");
        }
        assert_eq!(pagina(Vec::new(), None, 5), (Vec::new(), None));
    }
}
