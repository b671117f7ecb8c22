//! A toekenning as an actor. Nobody follows it; what of it others may know stands on lines of the projector.

use keukentafel::domain::toekenning::{Toekenning, Voorwerp};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::StreamKind;
use uuid::Uuid;

use super::concept::Concept;
use crate::overzicht::Onderwerp;

impl Concept for Toekenning {
    const NAME: &'static str = "toekenning";
    const KIND: StreamKind = StreamKind::Toekenning;

    /// Those of somebody are the nearest that there is; it is never served from here.
    fn topic(id: Uuid) -> Topic {
        Topic::Toekenningen(id.into())
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        match self.verleend().map(|verleend| verleend.voorwerp) {
            Some(Voorwerp::Glas { plan }) => vec![Onderwerp::Plan(plan)],
            // Whose work somebody does for a while is about nobody; each look that follows from it says about whom it is.
            Some(Voorwerp::Inzage { zaak }) => vec![Onderwerp::Zaak(zaak)],
            // Whose it is. Who sees it is told of nothing, also not by their own log.
            Some(Voorwerp::Meekijken { van, .. }) => vec![Onderwerp::Persoon(van)],
            // Asked and not given.
            None => self.toestemming().map(|it| Onderwerp::Zaak(it.zaak)).into_iter().collect(),
            Some(Voorwerp::Vervanging { .. }) => Vec::new(),
        }
    }
}
