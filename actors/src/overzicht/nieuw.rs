//! What is new for somebody until they open it (C2-K1, C2-E1; ADR 11): what was given to them, and what waits for somebody in their team.
//!
//! Kept only as long as the zaak is in their werkvoorraad for that reason, so that it never grows with what once was.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use keukentafel::domain::document::DocumentEvent;
use keukentafel::domain::ids::{DocumentId, MedewerkerId, OpmerkingId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::zaak::Lopend;
use keukentafel::protocol::view::{NieuwWat, Vermelding};
use serde::{Deserialize, Serialize};

use super::Gemeenteoverzicht;
use crate::deps::Namen;

#[derive(Debug, Default)]
pub(super) struct Nieuw {
    /// Given to somebody and not opened since, with the version of the zaak at which it was given.
    toegewezen: HashMap<MedewerkerId, BTreeMap<ZaakId, u64>>,
    /// Of each zaak that waits for somebody: who opened it, or took it in.
    gezien: HashMap<ZaakId, BTreeSet<MedewerkerId>>,
    /// Where somebody was named beside a text and did not look since, and by whom last: no longer than the remark is open.
    genoemd: HashMap<MedewerkerId, BTreeMap<(DocumentId, OpmerkingId), MedewerkerId>>,
}

/// As bytes.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct NieuwBewaard {
    toegewezen: Vec<(MedewerkerId, Vec<(ZaakId, u64)>)>,
    gezien: Vec<(ZaakId, BTreeSet<MedewerkerId>)>,
    genoemd: Vec<(MedewerkerId, Vec<(DocumentId, OpmerkingId, MedewerkerId)>)>,
}

impl Nieuw {
    /// A zaak reads like `na` from `versie` on, by the hand of `door`. What somebody gives themselves they know. Gives back for whom what
    /// they are told may read otherwise now: a few, however many look.
    pub(super) fn zaak(
        &mut self,
        id: ZaakId,
        (voor, na): (Option<&Lopend>, &Lopend),
        door: Option<MedewerkerId>,
        versie: u64,
    ) -> BTreeSet<MedewerkerId> {
        let before: &[MedewerkerId] = voor.map_or(&[], |zaak| &zaak.behandelaars);
        let mut geraakt = BTreeSet::new();
        for who in na.behandelaars.iter().filter(|who| !before.contains(who) && door != Some(**who)) {
            self.toegewezen.entry(*who).or_default().insert(id, versie);
            geraakt.insert(*who);
        }
        for who in before.iter().filter(|who| !na.behandelaars.contains(who)) {
            self.uit(*who, id);
            geraakt.insert(*who);
        }
        if !na.behandelaars.is_empty() {
            geraakt.extend(self.gezien.remove(&id).unwrap_or_default());
        } else if voor.is_none() {
            geraakt.extend(na.melder);
            self.gezien.insert(id, na.melder.into_iter().collect());
        }
        geraakt
    }

    /// Somebody opened it as it was at `versie`. What was given to them after that is still new.
    pub(super) fn gezien(&mut self, who: MedewerkerId, zaak: ZaakId, versie: u64) {
        let given = self.toegewezen.get(&who).and_then(|zaken| zaken.get(&zaak)).copied();
        if given.is_some_and(|given| given <= versie) {
            self.uit(who, zaak);
        }
        if let Some(opened) = self.gezien.get_mut(&zaak) {
            opened.insert(who);
        }
    }

    fn uit(&mut self, who: MedewerkerId, zaak: ZaakId) {
        if let Some(zaken) = self.toegewezen.get_mut(&who) {
            zaken.remove(&zaak);
            if zaken.is_empty() {
                self.toegewezen.remove(&who);
            }
        }
    }

    /// Something happened beside the text of a document. Gives back for whom what they are told may read otherwise now.
    pub(super) fn kantlijn(&mut self, document: DocumentId, event: &DocumentEvent) -> BTreeSet<MedewerkerId> {
        match event {
            DocumentEvent::OpmerkingGemaakt { opmerking, door, genoemd, .. } => {
                self.noem((document, *opmerking), *door, genoemd)
            }
            DocumentEvent::OpmerkingBeantwoord { opmerking, door, genoemd, .. } => {
                let at = (document, *opmerking);
                let mut geraakt = self.noem(at, *door, genoemd);
                geraakt.extend(self.las(at, *door));
                geraakt
            }
            DocumentEvent::OpmerkingGelezen { opmerking, door } => {
                self.las((document, *opmerking), *door).into_iter().collect()
            }
            DocumentEvent::OpmerkingAfgehandeld { opmerking, .. } => {
                let named: Vec<_> = self.genoemd.keys().copied().collect();
                named.into_iter().filter_map(|who| self.las((document, *opmerking), who)).collect()
            }
            DocumentEvent::DocumentGeopend { .. }
            | DocumentEvent::OpmerkingHeropend { .. }
            | DocumentEvent::VersieBenoemd { .. } => BTreeSet::new(),
        }
    }

    fn noem(
        &mut self,
        at: (DocumentId, OpmerkingId),
        door: MedewerkerId,
        genoemd: &[MedewerkerId],
    ) -> BTreeSet<MedewerkerId> {
        for who in genoemd {
            self.genoemd.entry(*who).or_default().insert(at, door);
        }
        genoemd.iter().copied().collect()
    }

    /// They looked; them, when it was new for them.
    fn las(&mut self, at: (DocumentId, OpmerkingId), who: MedewerkerId) -> Option<MedewerkerId> {
        let places = self.genoemd.get_mut(&who)?;
        let was_new = places.remove(&at).is_some();
        if places.is_empty() {
            self.genoemd.remove(&who);
        }
        was_new.then_some(who)
    }

    fn is_nieuw(&self, who: MedewerkerId, zaak: ZaakId) -> bool {
        let given = self.toegewezen.get(&who).is_some_and(|zaken| zaken.contains_key(&zaak));
        given || self.gezien.get(&zaak).is_some_and(|opened| !opened.contains(&who))
    }

    pub(super) fn bewaard(&self) -> NieuwBewaard {
        let of = |(who, zaken): (&MedewerkerId, &BTreeMap<ZaakId, u64>)| {
            (*who, zaken.iter().map(|(zaak, versie)| (*zaak, *versie)).collect())
        };
        let named = |(who, places): (&MedewerkerId, &BTreeMap<(DocumentId, OpmerkingId), MedewerkerId>)| {
            let places = places.iter().map(|((document, opmerking), door)| (*document, *opmerking, *door));
            (*who, places.collect())
        };
        NieuwBewaard {
            toegewezen: self.toegewezen.iter().map(of).collect(),
            gezien: self.gezien.iter().map(|(zaak, opened)| (*zaak, opened.clone())).collect(),
            genoemd: self.genoemd.iter().map(named).collect(),
        }
    }

    pub(super) fn herstel(bewaard: NieuwBewaard) -> Self {
        let toegewezen = bewaard.toegewezen.into_iter();
        let named = |(who, places): (MedewerkerId, Vec<(DocumentId, OpmerkingId, MedewerkerId)>)| {
            let places = places.into_iter().map(|(document, opmerking, door)| ((document, opmerking), door));
            (who, places.collect())
        };
        Self {
            toegewezen: toegewezen.map(|(who, zaken)| (who, zaken.into_iter().collect())).collect(),
            gezien: bewaard.gezien.into_iter().collect(),
            genoemd: bewaard.genoemd.into_iter().map(named).collect(),
        }
    }
}

impl Gemeenteoverzicht {
    /// What is new for somebody; of a dossier that is closed to them nothing, whatever they opened before.
    #[must_use]
    pub fn nieuw_wat(&self, who: MedewerkerId, namen: &dyn Namen) -> NieuwWat {
        let theirs = |zaak: &ZaakId| {
            let persoon = self.zaak(*zaak).and_then(|regel| regel.lopend()).map(|zaak| zaak.persoon);
            persoon.is_some_and(|persoon| !self.dossier_gesloten(who, persoon))
        };
        let given = self.nieuw.toegewezen.get(&who).into_iter().flatten();
        let opened = self.nieuw.gezien.iter().filter(|(_, opened)| opened.contains(&who));
        let mut gezien: Vec<_> = opened.map(|(zaak, _)| *zaak).filter(theirs).collect();
        gezien.sort_unstable();
        let toegewezen = given.map(|(zaak, _)| *zaak).filter(theirs).collect();
        NieuwWat {
            toegewezen,
            gezien,
            genoemd: self.vermeldingen(who, namen),
            onbezorgd: self.onbezorgd(who),
            bijdragen: self.bijdragen_voor(who, namen),
        }
    }

    /// Where somebody was named and did not look since, as long as they take part in the talk and its dossier is not closed to them.
    fn vermeldingen(&self, who: MedewerkerId, namen: &dyn Namen) -> Vec<Vermelding> {
        let leest = |document: DocumentId| {
            let gesprek = self.document(document).and_then(|regel| regel.gesprek());
            let Some(gesprek) = gesprek.and_then(|id| self.gesprek(id)) else { return false };
            let zaken = gesprek.zaken().iter().filter_map(|zaak| self.zaak(*zaak)?.lopend());
            let mut personen = zaken.map(|zaak| zaak.persoon);
            gesprek.deelnemers().contains(&who) && !personen.any(|it| self.dossier_gesloten(who, it))
        };
        let named = self.nieuw.genoemd.get(&who).into_iter().flatten();
        let open = named.filter(|((document, _), _)| leest(*document));
        open.map(|((document, opmerking), door)| {
            let (document, opmerking) = (*document, *opmerking);
            Vermelding { document, opmerking, door: namen.door(*door) }
        })
        .collect()
    }

    /// The version of a zaak that is new for `wie` and stands in their werkvoorraad; `None` when it is not.
    #[must_use]
    pub fn nieuw_voor(&self, wie: &Wie, zaak: ZaakId) -> Option<u64> {
        self.in_werkvoorraad(wie, zaak)?;
        let regel = self.zaak(zaak)?;
        self.nieuw.is_nieuw(wie.id, zaak).then(|| regel.versie())
    }
}
