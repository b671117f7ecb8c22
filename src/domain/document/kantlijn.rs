//! What stands in the margin of a document: remarks with their answers, and the names of versions.

use super::DocumentEvent;
use crate::clock::Moment;
use crate::domain::ids::{MedewerkerId, OpmerkingId};
use crate::domain::wat::Wat;
use crate::limits::{KANTLIJN_ENTRY_BYTES, KANTLIJN_ID_BYTES};

/// What stands beside the text of one document.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Kantlijn {
    /// Remarks, oldest first; those that were dealt with stay.
    pub opmerkingen: Vec<Opmerking>,
    /// Versions with a name, in the order in which they were named.
    pub versies: Vec<BenoemdeVersie>,
}

/// How a remark stands.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub enum Opmerkingstand {
    /// Somebody still has to do something with it.
    Open,
    /// It was dealt with; it is kept.
    Afgehandeld {
        /// By whom.
        door: MedewerkerId,
        /// When.
        op: Moment,
    },
}

/// A remark about some words of the text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Opmerking {
    /// Which; the same id is in the mark on the words.
    pub id: OpmerkingId,
    /// Who made it.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
    /// The words as they were: they stay here when they are taken out of the text.
    pub citaat: Wat,
    /// What is said of them.
    pub tekst: Wat,
    /// Who was named in it.
    pub genoemd: Vec<MedewerkerId>,
    /// Answers, oldest first.
    pub reacties: Vec<Reactie>,
    /// How it stands.
    pub stand: Opmerkingstand,
    /// Who was named in it or in an answer and did not read it since.
    pub ongelezen: Vec<MedewerkerId>,
}

/// An answer to a remark.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reactie {
    /// Who answered.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
    /// What.
    pub tekst: Wat,
    /// Who was named in it.
    pub genoemd: Vec<MedewerkerId>,
}

/// A version that somebody gave a name.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct BenoemdeVersie {
    /// The last row of the log that it holds.
    pub seq: u64,
    /// What it is called.
    pub naam: Wat,
    /// Who named it.
    pub door: MedewerkerId,
    /// When it was named.
    pub op: Moment,
}

impl Kantlijn {
    /// A remark.
    #[must_use]
    pub fn opmerking(&self, id: OpmerkingId) -> Option<&Opmerking> {
        self.opmerkingen.iter().find(|opmerking| opmerking.id == id)
    }

    /// Bytes that all of it takes on the wire.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let entry = |words: usize, named: usize| KANTLIJN_ENTRY_BYTES + words + KANTLIJN_ID_BYTES * named;
        let remarks = self.opmerkingen.iter().map(|it| {
            let answers: usize =
                it.reacties.iter().map(|it| entry(it.tekst.voor_regel().len(), it.genoemd.len())).sum();
            entry(
                it.citaat.voor_regel().len() + it.tekst.voor_regel().len(),
                it.genoemd.len() + it.ongelezen.len(),
            ) + answers
        });
        let names = self.versies.iter().map(|it| entry(it.naam.voor_regel().len(), 0));
        remarks.chain(names).sum()
    }

    fn opmerking_mut(&mut self, id: OpmerkingId) -> Option<&mut Opmerking> {
        self.opmerkingen.iter_mut().find(|opmerking| opmerking.id == id)
    }

    /// What stands there after `event`.
    pub(super) fn evolve(&mut self, event: &DocumentEvent, at: Moment) {
        match event {
            // The begin makes the margin; nothing stands in it yet.
            DocumentEvent::DocumentGeopend { .. } => {}
            DocumentEvent::OpmerkingGemaakt { opmerking, door, citaat, tekst, genoemd } => {
                self.opmerkingen.push(Opmerking {
                    id: *opmerking,
                    door: *door,
                    op: at,
                    citaat: citaat.clone(),
                    tekst: tekst.clone(),
                    genoemd: genoemd.clone(),
                    reacties: Vec::new(),
                    stand: Opmerkingstand::Open,
                    ongelezen: genoemd.clone(),
                });
            }
            DocumentEvent::OpmerkingBeantwoord { opmerking, door, tekst, genoemd } => {
                let Some(it) = self.opmerking_mut(*opmerking) else { return };
                let (door, genoemd) = (*door, genoemd.clone());
                // Whoever answers has read it.
                it.ongelezen.retain(|who| *who != door);
                let more = genoemd.iter().filter(|who| !it.ongelezen.contains(who)).copied();
                let more: Vec<_> = more.collect();
                it.ongelezen.extend(more);
                it.reacties.push(Reactie { door, op: at, tekst: tekst.clone(), genoemd });
            }
            DocumentEvent::OpmerkingAfgehandeld { opmerking, door } => {
                if let Some(it) = self.opmerking_mut(*opmerking) {
                    it.stand = Opmerkingstand::Afgehandeld { door: *door, op: at };
                    it.ongelezen.clear();
                }
            }
            DocumentEvent::OpmerkingHeropend { opmerking, .. } => {
                if let Some(it) = self.opmerking_mut(*opmerking) {
                    it.stand = Opmerkingstand::Open;
                }
            }
            DocumentEvent::OpmerkingGelezen { opmerking, door } => {
                if let Some(it) = self.opmerking_mut(*opmerking) {
                    it.ongelezen.retain(|who| who != door);
                }
            }
            DocumentEvent::VersieBenoemd { seq, naam, door } => {
                self.versies.retain(|versie| versie.seq != *seq);
                self.versies.push(BenoemdeVersie { seq: *seq, naam: naam.clone(), door: *door, op: at });
            }
        }
    }
}
