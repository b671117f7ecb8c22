//! The read side against itself: lists against a look at every zaak, counts against a recount, a start from what was kept against none.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::date;
use keukentafel::clock::Moment;
use keukentafel::domain::ids::{CommandId, MedewerkerId};
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::zaak::{Kanaal, Melding, Urgentie, Zaak, ZaakEvent, Zaakstatus};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::store::{EventHeader, StoredEvent, StreamId, StreamKind, codec};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

use super::lijst::in_lijst;
use super::*;
use keukentafel::domain::bevoegdheid::Toegang;

const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));
const LIJSTEN: [Lijst; 5] = [Lijst::MijnEnTeam, Lijst::Mijn, Lijst::Team, Lijst::Wachtend, Lijst::Alle];

fn wie(n: u128, rol: Rol) -> Wie {
    Wie {
        id: MedewerkerId(Uuid::from_u128(n)),
        naam: String::new(),
        rol,
        gemeente: GEMEENTE,
        persoon: (rol == Rol::Inwoner).then(|| PersoonId(Uuid::from_u128(n))),
        machtiging: None,
        sessie: Uuid::from_u128(77),
    }
}

/// A journal of one gemeente in the making.
#[derive(Default)]
struct Verhaal {
    overzicht: Overzicht,
    versies: std::collections::HashMap<ZaakId, u64>,
    events: Vec<FeedEvent>,
}

impl Verhaal {
    fn gebeurt(&mut self, zaak: u128, event: &ZaakEvent, at: Moment) {
        let id = ZaakId(Uuid::from_u128(zaak));
        let versie = self.versies.entry(id).or_default();
        *versie += 1;
        let (soort, body) = codec::encode::<Zaak>(event).unwrap();
        let header = EventHeader {
            soort,
            schema: 1,
            at,
            geldig_op: None,
            door: None,
            namens: None,
            rol: None,
            cmd_id: CommandId(Uuid::nil()),
            oorzaak: None,
        };
        let event = FeedEvent {
            position: Position(self.events.len() as u64 + 1),
            gemeente: GEMEENTE,
            stream: StreamId { kind: StreamKind::Zaak, id: id.0 },
            event: StoredEvent { version: *versie, header, body: Some(body) },
        };
        self.overzicht.apply(&event).unwrap();
        self.events.push(event);
    }

    fn alles(&self) -> &Gemeenteoverzicht {
        self.overzicht.gemeente(GEMEENTE).unwrap()
    }
}

#[derive(Clone, Debug)]
enum Stap {
    Melding { zaaktype: Zaaktype, persoon: u128, melder: u128, urgentie: Urgentie },
    Toewijzen { welke: usize, wie: BTreeSet<u128> },
    Begin { welke: usize },
}

fn stap() -> impl Strategy<Value = Stap> {
    let zaaktype = prop::sample::select(Zaaktype::ALLE.to_vec());
    let urgentie = prop::sample::select(vec![Urgentie::Gewoon, Urgentie::Spoed, Urgentie::Crisis]);
    prop_oneof![
        3 => (zaaktype, 1_u128..6, 1_u128..6, urgentie).prop_map(|(zaaktype, persoon, melder, urgentie)| {
            Stap::Melding { zaaktype, persoon, melder, urgentie }
        }),
        3 => (any::<prop::sample::Index>(), prop::collection::btree_set(1_u128..6, 1..3))
            .prop_map(|(at, wie)| Stap::Toewijzen { welke: at.index(1000), wie }),
        1 => any::<prop::sample::Index>().prop_map(|at| Stap::Begin { welke: at.index(1000) }),
    ]
}

fn vertel(stappen: Vec<Stap>) -> Verhaal {
    let mut verhaal = Verhaal::default();
    let mut zaken: u128 = 0;
    for (n, stap) in (0_i64..).zip(stappen) {
        // Several a day: places in a list that differ only by id.
        let dag = date(2026, 9, 1).saturating_add((n / 3).days());
        let at: Moment = dag.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp().into();
        match stap {
            Stap::Melding { zaaktype, persoon, melder, urgentie } => {
                zaken += 1;
                let event = ZaakEvent::MeldingGeregistreerd {
                    zaaknummer: format!("ZAAK-2026-{zaken:06}"),
                    zaaktype,
                    persoon: PersoonId(Uuid::from_u128(persoon)),
                    contact: None,
                    bevestiging: None,
                    melder: MedewerkerId(Uuid::from_u128(melder)),
                    melding: Melding {
                        onderwerp: "Hulp".into(),
                        toelichting: None,
                        kanaal: Kanaal::Balie,
                        urgentie,
                    },
                    uiterlijk_op: dag.saturating_add(42.days()),
                };
                verhaal.gebeurt(zaken, &event, at);
            }
            Stap::Toewijzen { welke, wie } if zaken > 0 => {
                let behandelaars = wie.into_iter().map(|n| MedewerkerId(Uuid::from_u128(n))).collect();
                let event = ZaakEvent::ZaakToegewezen { behandelaars, reden: None };
                verhaal.gebeurt(welke as u128 % zaken + 1, &event, at);
            }
            Stap::Begin { welke } if zaken > 0 => {
                let event = ZaakEvent::InBehandelingGenomen { door: MedewerkerId(Uuid::from_u128(1)) };
                verhaal.gebeurt(welke as u128 % zaken + 1, &event, at);
            }
            Stap::Toewijzen { .. } | Stap::Begin { .. } => {}
        }
    }
    verhaal
}

/// The list by a look at every zaak there is.
fn zoals_bedoeld(all: &Gemeenteoverzicht, wie: &Wie, filter: &ZakenFilter) -> Vec<ZaakId> {
    let mut found: Vec<_> = all
        .zaken
        .iter()
        .filter_map(|(id, regel)| Some((*id, regel.lopend()?)))
        .filter(|(_, zaak)| in_lijst(wie, &all.van(wie), zaak, filter.lijst))
        .filter(|(_, zaak)| filter.zaaktype.is_none_or(|one| zaak.zaaktype == one))
        .filter(|(_, zaak)| filter.status.is_none_or(|one| zaak.status == one))
        .filter(|(_, zaak)| filter.persoon.is_none_or(|one| zaak.persoon == one))
        .filter(|(_, zaak)| filter.behandelaar.is_none_or(|one| zaak.behandelaars.contains(&one)))
        .filter(|(id, _)| all.toegang(wie, *id) > Toegang::Niets)
        .filter(|(id, zaak)| {
            let secret = filter.persoon.is_some() && zaak.zaaktype.vertrouwelijk();
            !secret || all.toegang(wie, *id) >= Toegang::Wat
        })
        .map(|(id, zaak)| (zaak.uiterlijk_op, id))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, id)| id).collect()
}

/// The list as it is served, page after page.
fn per_pagina(all: &Gemeenteoverzicht, wie: &Wie, filter: &ZakenFilter) -> Vec<ZaakId> {
    let mut found = Vec::new();
    let mut na = None;
    loop {
        let (page, next) = all.lijst(wie, &ZakenFilter { na, aantal: 3, ..filter.clone() });
        assert!(page.len() <= 3);
        found.extend(page.into_iter().map(|(id, _)| id));
        match next {
            Some(place) => na = Some(place),
            None => return found,
        }
    }
}

fn filters() -> Vec<ZakenFilter> {
    let plain = LIJSTEN.map(|lijst| ZakenFilter { lijst, ..ZakenFilter::default() });
    let narrow = |lijst| {
        let base = ZakenFilter { lijst, ..ZakenFilter::default() };
        [
            ZakenFilter { status: Some(Zaakstatus::Verdeeld), ..base.clone() },
            ZakenFilter { zaaktype: Some(Zaaktype::AanvraagJeugdhulp), ..base.clone() },
            ZakenFilter { persoon: Some(PersoonId(Uuid::from_u128(2))), ..base.clone() },
            ZakenFilter { behandelaar: Some(MedewerkerId(Uuid::from_u128(3))), ..base },
        ]
    };
    plain.into_iter().chain(LIJSTEN.into_iter().flat_map(narrow)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    // shows N-3
    #[test]
    fn a_list_by_page_is_the_list_by_a_look_at_every_zaak(stappen in vec(stap(), 1..60)) {
        let verhaal = vertel(stappen);
        let Some(all) = verhaal.overzicht.gemeente(GEMEENTE) else { return Ok(()) };
        for rol in Rol::ALLE {
            let wie = wie(2, rol);
            for filter in filters() {
                let (served, meant) = (per_pagina(all, &wie, &filter), zoals_bedoeld(all, &wie, &filter));
                prop_assert_eq!(served, meant, "{:?} {:?}", rol, filter);
            }
        }
    }

    // shows C2-L5, N-3
    #[test]
    fn counts_are_those_of_a_recount_also_after_a_start_from_what_was_kept(
        stappen in vec(stap(), 1..60),
        at in any::<prop::sample::Index>(),
    ) {
        let verhaal = vertel(stappen);
        if verhaal.events.is_empty() {
            return Ok(());
        }
        let at = at.index(verhaal.events.len());
        let mut first = Overzicht::default();
        for event in &verhaal.events[..at] {
            first.apply(event).unwrap();
        }
        let mut again = Overzicht::from_bytes(first.positie(), &first.kopie().to_bytes().unwrap()).unwrap();
        for event in &verhaal.events[at..] {
            again.apply(event).unwrap();
            let all = again.gemeente(GEMEENTE).unwrap();
            prop_assert!(caseload::klopt(all, date(2026, 9, 20)));
            prop_assert!(caseload::klopt(all, date(2026, 11, 25)));
        }
        prop_assert_eq!(again.gemeente(GEMEENTE).unwrap().caseload(), verhaal.alles().caseload());
    }
}
