//! The read side as it was, made of the streams that matter for one zaak: who could see it then is asked of the same policy over the
//! same facts, in a scratch that is thrown away.

use std::collections::BTreeSet;

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{GemeenteId, HuishoudenId, MedewerkerId, PersoonId, ToekenningId, ZaakId};
use keukentafel::domain::toekenning::{Meekijkwat, Voorwerp};
use keukentafel::store::{Fault, FeedEvent, Position, StoredEvent, StreamId, StreamKind};

use super::toekenningen::Klok;
use super::{Gemeenteoverzicht, PlanRegel};

impl Gemeenteoverzicht {
    /// What these events leave behind, by the moment at which they were recorded, as it held at `op`: what has a begin and an end is asked
    /// with that moment.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] for an event that this version cannot read.
    pub(crate) fn van_stromen(
        gemeente: GemeenteId,
        op: Moment,
        events: impl IntoIterator<Item = (StreamId, StoredEvent)>,
    ) -> Result<Self, Fault> {
        let mut events: Vec<_> = events.into_iter().collect();
        events.sort_by_key(|(stream, event)| (event.header.at, *stream, event.version));
        let mut all = Self::met_klok(Klok::stil(op));
        for (stream, event) in events {
            all.apply(&FeedEvent { position: Position(0), gemeente, stream, event })?;
        }
        Ok(all)
    }

    /// The streams, beside those of zaken, by which somebody may come to know of a zaak of this person, or be kept out of it: the person's
    /// own, every huishouden in which they ever lived, and the groepen and plans in which they are.
    pub(crate) fn verband_stromen(&self, persoon: PersoonId) -> Vec<StreamId> {
        let stream = |kind, id| StreamId { kind, id };
        let homes = self.ooit_in(persoon).map(|id| stream(StreamKind::Huishouden, id.0));
        let groepen = self.groepen_van(persoon).map(|id| stream(StreamKind::Groep, id.0));
        let plannen = self.plannen_van(persoon).map(|id| stream(StreamKind::Plan, id.0));
        let own = std::iter::once(stream(StreamKind::Persoon, persoon.0));
        own.chain(homes).chain(groepen).chain(plannen).collect()
    }

    /// Every toekenning there ever was by which somebody could read this zaak, or stood in for one of these people. It goes through all of
    /// them: looking back is rare, and an index of what ended would be paid for by every other look.
    pub(crate) fn toekenningen_rond(
        &self,
        zaak: ZaakId,
        mensen: &BTreeSet<MedewerkerId>,
    ) -> Vec<ToekenningId> {
        let about = |voorwerp: Voorwerp| match voorwerp {
            Voorwerp::Vervanging { afwezige } => mensen.contains(&afwezige),
            Voorwerp::Inzage { zaak: which, .. } => which == zaak,
            Voorwerp::Meekijken { wat, .. } => wat == Meekijkwat::Zaak(zaak),
            Voorwerp::Glas { .. } => false,
        };
        let given = self.toekenningen.alle.iter().filter_map(|(id, regel)| Some((*id, regel.verleend()?)));
        let mut found: Vec<_> = given.filter(|(_, it)| about(it.voorwerp)).map(|(id, _)| id).collect();
        found.sort_unstable();
        found
    }

    /// Who works on one of the zaken here, or leads one of the plans.
    pub(crate) fn wie_eraan_werkt(&self) -> BTreeSet<MedewerkerId> {
        let zaken = self.zaken.keys().flat_map(|zaak| self.behandelaars(*zaak).iter().copied());
        let plannen = self.wijkteam.plannen.values().filter_map(PlanRegel::inhoud);
        zaken.chain(plannen.flat_map(|plan| plan.regisseurs.iter().copied())).collect()
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
