//! The same counts from nothing, one question at a time over all zaken: what the kept ones are held against.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use keukentafel::domain::caseload::{Tijdigheid, gewicht, tijdigheid};
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::domain::plan::Inhoud;
use keukentafel::domain::zaak::Lopend;
use keukentafel::domain::zaaktype::{Domein, Zaaktype};
use keukentafel::protocol::view::{DagAantal, Telling};

use super::{Beeld, Plantelling, dagen};
use crate::overzicht::Gemeenteoverzicht;

/// What a reader sees on `vandaag` of these zaken and running plans, who may know of these zaaktypen. `geschiedenis` holds of every zaak
/// that there ever was its zaaktype, the day it came in and the day it ended.
#[must_use]
pub fn hertel(
    zaken: &[&Lopend],
    plannen: &[&Inhoud],
    geschiedenis: &[(Zaaktype, Date, Option<Date>)],
    mag_weten: impl Fn(Zaaktype) -> bool,
    vandaag: Date,
) -> Beeld {
    let known: Vec<&Lopend> = zaken.iter().copied().filter(|zaak| mag_weten(zaak.zaaktype)).collect();
    let waits = |zaak: &&&Lopend| zaak.behandelaars.is_empty();
    let pile = |of: Vec<&Lopend>, whole: bool| telling(&of, whole, vandaag);
    let teams: BTreeSet<Domein> =
        Zaaktype::ALLE.into_iter().filter(|one| mag_weten(*one)).map(Zaaktype::domein).collect();
    let of_team = |domein: Domein| -> Vec<&Lopend> {
        known.iter().copied().filter(|zaak| zaak.zaaktype.domein() == domein).collect()
    };
    let people: BTreeSet<MedewerkerId> = known.iter().flat_map(|zaak| zaak.behandelaars.clone()).collect();
    let open_on = |dag: Date| {
        let open = geschiedenis.iter().filter(|(zaaktype, begin, end)| {
            mag_weten(*zaaktype) && *begin <= dag && end.is_none_or(|end| end > dag)
        });
        open.count() as u64
    };
    Beeld {
        totaal: pile(known.clone(), true),
        wachtend: pile(known.iter().filter(waits).copied().collect(), true),
        teams: teams
            .into_iter()
            .map(|domein| {
                let all = of_team(domein);
                let waiting = all.iter().filter(waits).copied().collect();
                (domein, (pile(all, true), pile(waiting, true)))
            })
            .collect(),
        medewerkers: people
            .into_iter()
            .map(|who| {
                let own = known.iter().copied().filter(|zaak| zaak.behandelaars.contains(&who));
                (who, pile(own.collect(), false))
            })
            .collect(),
        plannen: leads(plannen),
        verloop: dagen(vandaag)
            .into_iter()
            .map(|each| DagAantal { aantal: open_on(each.dag), ..each })
            .collect(),
    }
}

/// Who leads how many of these.
fn leads(plannen: &[&Inhoud]) -> Plantelling {
    let who: BTreeSet<MedewerkerId> = plannen.iter().flat_map(|plan| plan.regisseurs.clone()).collect();
    let of = |who: MedewerkerId| plannen.iter().filter(|plan| plan.regisseurs.contains(&who)).count() as u64;
    Plantelling {
        totaal: plannen.len() as u64,
        per_regisseur: who.into_iter().map(|who| (who, of(who))).collect(),
    }
}

/// The count of `zaken`, with the `whole` weight of each or one behandelaar's part.
fn telling(zaken: &[&Lopend], whole: bool, vandaag: Date) -> Telling {
    let count = |which: Tijdigheid| {
        zaken.iter().filter(|zaak| tijdigheid(zaak.uiterlijk_op, vandaag) == which).count() as u64
    };
    let weight = |zaak: &&Lopend| {
        let heads = zaak.behandelaars.len();
        let each = u64::from(gewicht(zaak.zaaktype, zaak.melding.urgentie, heads));
        if whole { each * heads.max(1) as u64 } else { each }
    };
    let mut per_status = BTreeMap::new();
    for zaak in zaken {
        *per_status.entry(zaak.status).or_default() += 1;
    }
    Telling {
        aantal: zaken.len() as u64,
        gewicht: zaken.iter().map(weight).sum(),
        te_laat: count(Tijdigheid::TeLaat),
        deze_week: count(Tijdigheid::DezeWeek),
        per_status,
        oudste: zaken.iter().map(|zaak| zaak.ontvangen_op.day()).min(),
    }
}

/// Whether what `all` keeps is what a recount of the same zaken and plans gives, on this day. (No zaak ends yet, so what runs is all there
/// ever was.)
#[must_use]
pub fn klopt(all: &Gemeenteoverzicht, vandaag: Date) -> bool {
    let zaken: Vec<&Lopend> = all.lopende_zaken().collect();
    let history: Vec<_> = zaken.iter().map(|zaak| (zaak.zaaktype, zaak.ontvangen_op.day(), None)).collect();
    let all_of_it = |_: Zaaktype| true;
    let plannen: Vec<&Inhoud> = all.lopende_plannen().collect();
    all.caseload().beeld(all_of_it, vandaag) == hertel(&zaken, &plannen, &history, all_of_it, vandaag)
}
