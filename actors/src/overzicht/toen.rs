//! The read side as it was, made of the streams that matter for one zaak: who could see it then is asked of the same policy over the
//! same facts, in a scratch that is thrown away.

use std::collections::BTreeSet;

use keukentafel::domain::ids::{GemeenteId, HuishoudenId, PersoonId, ZaakId};
use keukentafel::store::{Fault, FeedEvent, Position, StoredEvent, StreamId, StreamKind};

use super::Gemeenteoverzicht;

impl Gemeenteoverzicht {
    /// What these events leave behind, by the moment at which they were recorded.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] for an event that this version cannot read.
    pub(crate) fn van_stromen(
        gemeente: GemeenteId,
        events: impl IntoIterator<Item = (StreamId, StoredEvent)>,
    ) -> Result<Self, Fault> {
        let mut events: Vec<_> = events.into_iter().collect();
        events.sort_by_key(|(stream, event)| (event.header.at, *stream, event.version));
        let mut all = Self::default();
        for (stream, event) in events {
            all.apply(&FeedEvent { position: Position(0), gemeente, stream, event })?;
        }
        Ok(all)
    }

    /// The streams, beside those of zaken, by which somebody may come to know of a zaak of this person: every huishouden in which the
    /// person ever lived, and the groepen and plans in which they are.
    pub(crate) fn verband_stromen(&self, persoon: PersoonId) -> Vec<StreamId> {
        let stream = |kind, id| StreamId { kind, id };
        let homes = self.ooit_in(persoon).map(|id| stream(StreamKind::Huishouden, id.0));
        let groepen = self.groepen_van(persoon).map(|id| stream(StreamKind::Groep, id.0));
        let plannen = self.plannen_van(persoon).map(|id| stream(StreamKind::Plan, id.0));
        homes.chain(groepen).chain(plannen).collect()
    }

    /// The zaken of these persons.
    pub(crate) fn zaken_van_allen(&self, personen: &[PersoonId]) -> BTreeSet<ZaakId> {
        personen.iter().flat_map(|persoon| self.zaken_van(*persoon)).collect()
    }

    /// Every huishouden in which a person ever lived, as far as it was recorded.
    fn ooit_in(&self, persoon: PersoonId) -> impl Iterator<Item = HuishoudenId> + '_ {
        self.ooit_in.get(&persoon).into_iter().flatten().copied()
    }
}
