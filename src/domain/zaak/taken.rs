//! What is still to be done in a zaak, each by one of its behandelaars (C2-N6).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::decide::{toegang, zichtbaar};
use super::words::{TaakCommand, TaakRefusal};
use super::{Lopend, ZaakEvent, ZaakRefusal};
use crate::clock::Moment;
use crate::domain::afspraakdag::kan_op;
use crate::domain::aggregate::Context;
use crate::domain::bevoegdheid::Toegang;
use crate::domain::ids::{MedewerkerId, TaakId};
use crate::domain::wat::Wat;
use crate::limits::TAKEN_MAX;

/// Something that a behandelaar is going to do in a zaak.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Taak {
    /// Which.
    pub id: TaakId,
    /// What, in one line.
    pub omschrijving: Wat,
    /// Whose it is; `None` when that one works on the zaak no more.
    pub eigenaar: Option<MedewerkerId>,
    /// The day on which it should be done.
    pub dag: Date,
    /// How it stands.
    pub stand: Taakstand,
}

/// How a taak stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub enum Taakstand {
    /// It waits.
    Open,
    /// It is done.
    Gedaan {
        /// Who did it.
        door: MedewerkerId,
        /// For whom they stood in.
        #[serde(default)]
        namens: Option<MedewerkerId>,
        /// When.
        op: Moment,
    },
    /// It need not be done after all.
    Vervallen,
}

impl Lopend {
    /// A taak of it.
    #[must_use]
    pub fn taak(&self, id: TaakId) -> Option<&Taak> {
        self.taken.iter().find(|taak| taak.id == id)
    }

    /// What still waits.
    pub fn open_taken(&self) -> impl Iterator<Item = &Taak> {
        self.taken.iter().filter(|taak| taak.stand == Taakstand::Open)
    }
}

pub(super) fn decide(
    zaak: &Lopend,
    command: &TaakCommand,
    context: &Context,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    zichtbaar(zaak, context)?;
    if toegang(zaak, context) < Toegang::Schrijven {
        return Err(ZaakRefusal::NietBevoegd);
    }
    let door = context.wie.id;
    Ok(match command {
        TaakCommand::ZetKlaar { taak, omschrijving, eigenaar, dag } => {
            if zaak.taken.len() >= TAKEN_MAX {
                return Err(TaakRefusal::Vol.into());
            }
            werkt_eraan(zaak, *eigenaar)?;
            if !kan_op(*dag, context.now.day()) {
                return Err(TaakRefusal::Dag.into());
            }
            let omschrijving = omschrijving.clone();
            vec![ZaakEvent::TaakKlaargezet { taak: *taak, omschrijving, eigenaar: *eigenaar, dag: *dag }]
        }
        TaakCommand::RondAf { taak } => match zaak_taak(zaak, *taak)?.stand {
            Taakstand::Open => {
                vec![ZaakEvent::TaakAfgerond { taak: *taak, door, namens: context.namens }]
            }
            Taakstand::Gedaan { .. } => Vec::new(),
            Taakstand::Vervallen => return Err(TaakRefusal::Vervallen.into()),
        },
        TaakCommand::Heropen { taak } => match zaak_taak(zaak, *taak)?.stand {
            Taakstand::Open => Vec::new(),
            Taakstand::Gedaan { .. } | Taakstand::Vervallen => {
                vec![ZaakEvent::TaakHeropend { taak: *taak, door }]
            }
        },
        TaakCommand::WijsToe { taak, eigenaar } => {
            let found = zaak_taak(zaak, *taak)?;
            if found.stand != Taakstand::Open {
                return Err(TaakRefusal::NietOpen.into());
            }
            werkt_eraan(zaak, *eigenaar)?;
            let same = found.eigenaar == Some(*eigenaar);
            let given = ZaakEvent::TaakToegewezen { taak: *taak, eigenaar: *eigenaar };
            if same { Vec::new() } else { vec![given] }
        }
        TaakCommand::LaatVervallen { taak } => match zaak_taak(zaak, *taak)?.stand {
            Taakstand::Open => vec![ZaakEvent::TaakVervallen { taak: *taak, door }],
            Taakstand::Gedaan { .. } => return Err(TaakRefusal::NietOpen.into()),
            Taakstand::Vervallen => Vec::new(),
        },
    })
}

fn zaak_taak(zaak: &Lopend, taak: TaakId) -> Result<&Taak, TaakRefusal> {
    zaak.taak(taak).ok_or(TaakRefusal::Onbekend)
}

/// Nobody gets something to do in a zaak on which they do not work.
fn werkt_eraan(zaak: &Lopend, eigenaar: MedewerkerId) -> Result<(), TaakRefusal> {
    if zaak.behandelaars.contains(&eigenaar) { Ok(()) } else { Err(TaakRefusal::Eigenaar) }
}

/// The zaak after an event about a taak, or about who works on it; any other event leaves it as it is.
pub(super) fn evolve(zaak: &mut Lopend, event: &ZaakEvent, at: Moment) {
    match event {
        ZaakEvent::TaakKlaargezet { taak, omschrijving, eigenaar, dag } => zaak.taken.push(Taak {
            id: *taak,
            omschrijving: omschrijving.clone(),
            eigenaar: Some(*eigenaar),
            dag: *dag,
            stand: Taakstand::Open,
        }),
        ZaakEvent::TaakAfgerond { taak, door, namens } => {
            let stand = Taakstand::Gedaan { door: *door, namens: *namens, op: at };
            op(zaak, *taak, |taak| taak.stand = stand);
        }
        ZaakEvent::TaakHeropend { taak, .. } => {
            let behandelaars = zaak.behandelaars.clone();
            op(zaak, *taak, |taak| {
                taak.stand = Taakstand::Open;
                taak.eigenaar = taak.eigenaar.filter(|who| behandelaars.contains(who));
            });
        }
        ZaakEvent::TaakToegewezen { taak, eigenaar } => {
            op(zaak, *taak, |taak| taak.eigenaar = Some(*eigenaar));
        }
        ZaakEvent::TaakVervallen { taak, .. } => op(zaak, *taak, |taak| taak.stand = Taakstand::Vervallen),
        // Who is taken off takes nothing along: what they had to do waits for somebody else. Who did something did it.
        ZaakEvent::ZaakToegewezen { behandelaars, .. } => {
            for taak in zaak.taken.iter_mut().filter(|taak| taak.stand == Taakstand::Open) {
                taak.eigenaar = taak.eigenaar.filter(|who| behandelaars.contains(who));
            }
        }
        ZaakEvent::ZaakVrijgegeven { .. } => {
            for taak in zaak.taken.iter_mut().filter(|taak| taak.stand == Taakstand::Open) {
                taak.eigenaar = None;
            }
        }
        ZaakEvent::MeldingGeregistreerd { .. }
        | ZaakEvent::InBehandelingGenomen { .. }
        | ZaakEvent::KlantcontactGenoteerd(_)
        | ZaakEvent::BesluitVoorgesteld(_)
        | ZaakEvent::VoorstelGewijzigd(_)
        | ZaakEvent::BesluitGeaccordeerd { .. }
        | ZaakEvent::VoorstelAfgewezen { .. }
        | ZaakEvent::VoorstelIngetrokken { .. }
        | ZaakEvent::BesluitGenomen { .. } => {}
    }
}

fn op(zaak: &mut Lopend, id: TaakId, change: impl FnOnce(&mut Taak)) {
    if let Some(taak) = zaak.taken.iter_mut().find(|taak| taak.id == id) {
        change(taak);
    }
}
