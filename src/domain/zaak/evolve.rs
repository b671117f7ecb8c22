//! What is true of a zaak after an event.

use super::{Lopend, Zaak, ZaakEvent, Zaakstatus};
use crate::clock::Moment;

pub(super) fn evolve(zaak: Zaak, event: &ZaakEvent, at: Moment) -> Zaak {
    match (event, zaak) {
        (
            ZaakEvent::MeldingGeregistreerd {
                zaaknummer,
                zaaktype,
                persoon,
                melder,
                melding,
                contact,
                bevestiging,
                uiterlijk_op,
            },
            Zaak::Onbekend,
        ) => Zaak::Lopend(Box::new(Lopend {
            zaaknummer: zaaknummer.clone(),
            zaaktype: *zaaktype,
            status: Zaakstatus::Ontvangen,
            melding: melding.clone(),
            contact: *contact,
            bevestigd: bevestiging.map(|weg| (weg, at)),
            melder: Some(*melder),
            persoon: *persoon,
            behandelaars: Vec::new(),
            ontvangen_op: at,
            uiterlijk_op: *uiterlijk_op,
            besluit: None,
            taken: Vec::new(),
            klantcontacten: Vec::new(),
        })),
        (ZaakEvent::ZaakToegewezen { behandelaars, .. }, Zaak::Lopend(mut zaak)) => {
            zaak.behandelaars.clone_from(behandelaars);
            super::taken::evolve(&mut zaak, event, at);
            if zaak.status == Zaakstatus::Ontvangen {
                zaak.status = Zaakstatus::Verdeeld;
            }
            Zaak::Lopend(zaak)
        }
        (ZaakEvent::ZaakVrijgegeven { .. }, Zaak::Lopend(mut zaak)) => {
            zaak.behandelaars.clear();
            super::taken::evolve(&mut zaak, event, at);
            zaak.status = Zaakstatus::Ontvangen;
            Zaak::Lopend(zaak)
        }
        (ZaakEvent::InBehandelingGenomen { .. }, Zaak::Lopend(mut zaak)) => {
            zaak.status = Zaakstatus::Onderzoek;
            Zaak::Lopend(zaak)
        }
        (
            ZaakEvent::BesluitVoorgesteld(_)
            | ZaakEvent::VoorstelGewijzigd(_)
            | ZaakEvent::BesluitGeaccordeerd { .. }
            | ZaakEvent::VoorstelAfgewezen { .. }
            | ZaakEvent::VoorstelIngetrokken { .. }
            | ZaakEvent::BesluitGenomen { .. },
            Zaak::Lopend(mut zaak),
        ) => {
            super::besluit::evolve(&mut zaak, event, at);
            Zaak::Lopend(zaak)
        }
        (
            ZaakEvent::TaakKlaargezet { .. }
            | ZaakEvent::TaakAfgerond { .. }
            | ZaakEvent::TaakHeropend { .. }
            | ZaakEvent::TaakToegewezen { .. }
            | ZaakEvent::TaakVervallen { .. },
            Zaak::Lopend(mut zaak),
        ) => {
            super::taken::evolve(&mut zaak, event, at);
            Zaak::Lopend(zaak)
        }
        (ZaakEvent::KlantcontactGenoteerd(contact), Zaak::Lopend(mut zaak)) => {
            zaak.klantcontacten.push((**contact).clone());
            Zaak::Lopend(zaak)
        }
        // A history that starts elsewhere than at its start cannot come from the journal, where versions are dense.
        (ZaakEvent::MeldingGeregistreerd { .. }, zaak @ Zaak::Lopend(_))
        | (
            ZaakEvent::ZaakToegewezen { .. }
            | ZaakEvent::ZaakVrijgegeven { .. }
            | ZaakEvent::InBehandelingGenomen { .. }
            | ZaakEvent::BesluitVoorgesteld(_)
            | ZaakEvent::VoorstelGewijzigd(_)
            | ZaakEvent::BesluitGeaccordeerd { .. }
            | ZaakEvent::VoorstelAfgewezen { .. }
            | ZaakEvent::VoorstelIngetrokken { .. }
            | ZaakEvent::BesluitGenomen { .. }
            | ZaakEvent::TaakKlaargezet { .. }
            | ZaakEvent::TaakAfgerond { .. }
            | ZaakEvent::TaakHeropend { .. }
            | ZaakEvent::TaakToegewezen { .. }
            | ZaakEvent::TaakVervallen { .. }
            | ZaakEvent::KlantcontactGenoteerd(_),
            zaak @ Zaak::Onbekend,
        ) => zaak,
    }
}
