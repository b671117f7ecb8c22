//! What is true of a person after an event.

use super::{Bekend, Identiteit, Persoon, PersoonEvent, Persoonsgegevens};
use crate::clock::Moment;
use crate::domain::wat::Wat;

pub(super) fn evolve(persoon: Persoon, event: &PersoonEvent, _at: Moment) -> Persoon {
    match (event, persoon) {
        (PersoonEvent::PersoonGeregistreerd(gegevens), Persoon::Onbekend) => {
            nieuw(Identiteit::Vastgesteld(gegevens.clone()))
        }
        (PersoonEvent::OnbekendeGeregistreerd(beschrijving), Persoon::Onbekend) => {
            nieuw(Identiteit::Beschreven(beschrijving.clone()))
        }
        (_, Persoon::Onbekend) => Persoon::Onbekend,
        (event, Persoon::Bekend(mut bekend)) => {
            verder(&mut bekend, event);
            Persoon::Bekend(bekend)
        }
    }
}

fn nieuw(identiteit: Identiteit) -> Persoon {
    Persoon::Bekend(Box::new(Bekend {
        identiteit,
        gezag: Vec::new(),
        herroepen: Vec::new(),
        brp: None,
        berichtweg: None,
        bescherming: None,
        medewerker: None,
        ook_medewerker: Vec::new(),
    }))
}

fn verder(bekend: &mut Bekend, event: &PersoonEvent) {
    match event {
        // A history that begins twice cannot come from the journal, where versions are dense.
        PersoonEvent::PersoonGeregistreerd(_) | PersoonEvent::OnbekendeGeregistreerd(_) => {}
        PersoonEvent::IdentiteitVastgesteld { gegevens, .. } => {
            let telefoon = gegevens.telefoon.clone().or_else(|| telefoon(&bekend.identiteit));
            bekend.identiteit = Identiteit::Vastgesteld(Persoonsgegevens { telefoon, ..gegevens.clone() });
        }
        PersoonEvent::UitBrpOvergenomen { momentopname, velden } => {
            if let Identiteit::Vastgesteld(eigen) = &mut bekend.identiteit {
                *eigen = momentopname.over(eigen, velden);
            }
            bekend.brp = Some(momentopname.clone());
        }
        PersoonEvent::GezagVastgelegd(gezag) => {
            bekend.herroepen.retain(|gone| !gone.hetzelfde(gezag));
            bekend.gezag.push(gezag.clone());
        }
        PersoonEvent::GezagHerroepen { gezag, .. } => {
            bekend.gezag.retain(|known| !known.hetzelfde(gezag));
            bekend.herroepen.push(gezag.clone());
        }
        PersoonEvent::GezagBeeindigd { houder, op } => {
            let open = |until: &Option<jiff::civil::Date>| until.is_none_or(|until| until > *op);
            for gezag in bekend.gezag.iter_mut().filter(|gezag| gezag.houder == *houder && open(&gezag.tot)) {
                gezag.tot = Some(*op);
            }
        }
        PersoonEvent::DossierBeschermd(nu) | PersoonEvent::BeschermingGewijzigd(nu) => {
            bekend.bescherming = Some(Box::new(nu.clone()));
        }
        PersoonEvent::BeschermingOpgeheven {} => bekend.bescherming = None,
        PersoonEvent::MedewerkerVastgelegd { medewerker } => {
            bekend.medewerker = *medewerker;
            bekend.ook_medewerker.clear();
        }
        PersoonEvent::OokMedewerkerVastgelegd { medewerker } => bekend.ook_medewerker.push(*medewerker),
        PersoonEvent::MedewerkerLosgemaakt { medewerker } => {
            bekend.ook_medewerker.retain(|one| one != medewerker);
            if bekend.medewerker == Some(*medewerker) {
                let next = (!bekend.ook_medewerker.is_empty()).then(|| bekend.ook_medewerker.remove(0));
                bekend.medewerker = next;
            }
        }
        PersoonEvent::BerichtwegGekozen(keuze) => bekend.berichtweg = Some(keuze.clone()),
        PersoonEvent::TelefoonGewijzigd { telefoon } => match &mut bekend.identiteit {
            Identiteit::Beschreven(beschrijving) => beschrijving.telefoon.clone_from(telefoon),
            Identiteit::Vastgesteld(gegevens) => gegevens.telefoon.clone_from(telefoon),
        },
    }
}

/// How somebody can be reached, however well they are known.
pub(super) fn telefoon(identiteit: &Identiteit) -> Option<Wat> {
    match identiteit {
        Identiteit::Beschreven(beschrijving) => beschrijving.telefoon.clone(),
        Identiteit::Vastgesteld(gegevens) => gegevens.telefoon.clone(),
    }
}
