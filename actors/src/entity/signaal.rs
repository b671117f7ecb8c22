//! The signaal as an actor. Its topic shows the reports with their sources.

use keukentafel::domain::bevoegdheid::{Leesrecht, Toegang};
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::{Rol, Wie};
use keukentafel::domain::signaal::{Betreft, Gemeld, Inzending, Signaal, SignaalEvent};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{InzendingWat, NogOnbekendWat, SignaalWat};
use keukentafel::store::{EventHeader, StreamId, StreamKind};
use serde_json::value::{RawValue, to_raw_value};
use uuid::Uuid;

use super::bijkomend::Bijkomend;
use super::concept::{Concept, Verkregen};
use super::geschiedregel::Geschiedregel;
use crate::deps::{Deps, Namen};
use crate::overzicht::Onderwerp;

impl Concept for Signaal {
    const NAME: &'static str = "signaal";
    const KIND: StreamKind = StreamKind::Signaal;

    fn topic(id: Uuid) -> Topic {
        Topic::SignaalWat(id.into())
    }

    fn toegang(deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        deps.rechten.op_signaal(wie, id.into())
    }

    fn eigen_toegang(&self, _: &Wie, _: &Verkregen) -> Option<Toegang> {
        // With whom it is stands in the plans where it landed.
        None
    }

    fn toegang_nu(&self, deps: &Deps, wie: &Wie, id: Uuid) -> Toegang {
        if self.gemeld().is_none() {
            // Its term is over, which the read side hears in a moment.
            return Toegang::Niets;
        }
        // Whom it is about is known here before the read side knows: of a protected dossier nothing is shown meanwhile.
        if let Some(Betreft::Persoon(persoon)) = self.gemeld().map(|signaal| &signaal.betreft)
            && deps.rechten.afgeschermd(wie, StreamId { kind: StreamKind::Persoon, id: persoon.0 })
        {
            return Toegang::Niets;
        }
        // What went up in another one is where that one is, from the moment that it is so: that one may be with a regisseur.
        let whole = self.gemeld().and_then(|signaal| signaal.opgegaan_in);
        deps.rechten.op_signaal(wie, whole.unwrap_or(id.into()))
    }

    /// Of what somebody may only know that it is there they hold no version: it would tell how often the same was reported.
    fn alleen_dat(&self, deps: &Deps, wie: &Wie, id: Uuid) -> bool {
        self.gemeld().is_some() && self.toegang_nu(deps, wie, id) < Toegang::Wat
    }

    fn bijkomend<'a>(&self, id: Uuid, mut events: impl Iterator<Item = &'a SignaalEvent>) -> Bijkomend {
        let ends = events.any(|event| matches!(event, SignaalEvent::SignaalVernietigd {}));
        let wist = ends.then_some(StreamId { kind: Self::KIND, id }).into_iter().collect();
        Bijkomend { wist, ..Bijkomend::default() }
    }

    fn noemt_wie(&self, header: &EventHeader) -> bool {
        // A child can be in two groepen: by who leads the one, who leads the other would learn of it (KING-G4).
        let in_plan = self.gemeld().is_some_and(|signaal| signaal.plan.is_some());
        !in_plan || header.rol.as_deref() != Some(Rol::Regisseur.word())
    }

    fn render(
        &self,
        id: Uuid,
        versie: u64,
        tijdlijn: &[Geschiedregel],
        _: &dyn Namen,
        recht: &Leesrecht,
    ) -> Option<Box<RawValue>> {
        to_raw_value(&wat(self.gemeld()?, id, versie, tijdlijn, recht)).ok()
    }

    fn over(&self, _: Uuid) -> Vec<Onderwerp> {
        match self.gemeld().map(|signaal| &signaal.betreft) {
            Some(Betreft::Persoon(persoon)) => vec![Onderwerp::Persoon(*persoon)],
            Some(Betreft::Groep(groep)) => vec![Onderwerp::Groep(*groep)],
            Some(Betreft::NogOnbekend(_)) | None => Vec::new(),
        }
    }

    fn nieuw_in_beeld(event: &SignaalEvent) -> Option<PersoonId> {
        match event {
            SignaalEvent::PersoonAangewezen { persoon } => Some(*persoon),
            SignaalEvent::SignaalGemeld { .. }
            | SignaalEvent::SignaalHerhaald { .. }
            | SignaalEvent::SignaalGekoppeld { .. }
            | SignaalEvent::SignaalOpgegaan { .. }
            | SignaalEvent::SignaalSamengevoegd { .. }
            | SignaalEvent::SignaalAfgehandeld { .. }
            | SignaalEvent::SignaalHeropend { .. }
            | SignaalEvent::SignaalVernietigd {} => None,
        }
    }

    fn regel(
        event: &SignaalEvent,
        header: &EventHeader,
        versie: u64,
        namen: &dyn Namen,
    ) -> Option<Geschiedregel> {
        match event {
            // In which plan it landed and when stands in the time line of that plan, for who may see that one (KING-G4).
            SignaalEvent::SignaalGekoppeld { .. } | SignaalEvent::SignaalVernietigd {} => None,
            SignaalEvent::SignaalOpgegaan { signaal } | SignaalEvent::SignaalSamengevoegd { signaal, .. } => {
                let mut line = Geschiedregel::van(header, versie, namen);
                line.over = Some(signaal.0);
                Some(line)
            }
            SignaalEvent::SignaalHeropend { reden } => {
                let mut line = Geschiedregel::van(header, versie, namen);
                line.reden = Some(reden.clone());
                Some(line)
            }
            SignaalEvent::SignaalGemeld { .. }
            | SignaalEvent::SignaalHerhaald { .. }
            | SignaalEvent::PersoonAangewezen { .. }
            | SignaalEvent::SignaalAfgehandeld { .. } => Some(Geschiedregel::van(header, versie, namen)),
        }
    }
}

fn wat(signaal: &Gemeld, id: Uuid, versie: u64, tijdlijn: &[Geschiedregel], recht: &Leesrecht) -> SignaalWat {
    let (persoon, groep, nog_onbekend) = match &signaal.betreft {
        Betreft::Persoon(persoon) => (Some(*persoon), None, None),
        Betreft::Groep(groep) => (None, Some(*groep), None),
        Betreft::NogOnbekend(said) => {
            let bsn = said.bsn.as_ref().map(|bsn| bsn.digits().to_owned());
            let naam = said.naam.as_ref().map(|naam| naam.lees(recht).clone());
            let geboortedatum = said.geboortedatum;
            (None, None, Some(NogOnbekendWat { naam, geboortedatum, bsn }))
        }
    };
    SignaalWat {
        id: id.into(),
        signaalsoort: signaal.signaalsoort,
        soort_naam: signaal.signaalsoort.naam().to_owned(),
        urgentie: signaal.signaalsoort.urgentie(),
        persoon,
        groep,
        nog_onbekend,
        inzendingen: signaal.inzendingen.iter().map(|it| inzending(it, recht)).collect(),
        afgehandeld: signaal.afgehandeld,
        opgegaan_in: signaal.opgegaan_in,
        samengevoegd: signaal.samengevoegd.clone(),
        bewaren_tot: signaal.bewaren_tot(),
        versie,
        tijdlijn: tijdlijn.iter().rev().map(|line| line.toon(recht)).collect(),
    }
}

fn inzending(it: &Inzending, recht: &Leesrecht) -> InzendingWat {
    InzendingWat {
        id: it.id,
        bronsoort: it.bron.bronsoort,
        bron: it.bron.naam.lees(recht).clone(),
        betrouwbaarheid: it.bron.betrouwbaarheid,
        kenmerk: it.bron.kenmerk.as_ref().map(|wat| wat.lees(recht).clone()),
        toelichting: it.toelichting.as_ref().map(|wat| wat.lees(recht).clone()),
        waargenomen_op: it.waargenomen_op,
        ontvangen_op: it.ontvangen_op,
    }
}
