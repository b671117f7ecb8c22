//! Concepten: what somebody typed and did not hand in yet. They stand beside the journal and not in it: they are overwritten, end by
//! themselves and prove nothing (ADR 12). They are written like everything else, by [`super::Write`] and the one writer, so that *kept*
//! means on disk, and so that the command that hands one in can take it away in its own transaction.

use std::collections::BTreeMap;
use std::future::Future;

use uuid::Uuid;

use super::{AuditRow, Fault, Refusal};
use crate::clock::Moment;
use crate::domain::concept::Conceptsoort;
use crate::domain::ids::{GemeenteId, MedewerkerId, PersoonId};
use crate::limits::CONCEPTEN_MAX;

/// Whose concept, of which form, about what.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash)]
pub struct ConceptSleutel {
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// Whose. Nobody else gets to see it.
    pub medewerker: MedewerkerId,
    /// Of which form.
    pub soort: Conceptsoort,
    /// The thing that it is about, where the form is about one.
    pub onderwerp: Option<Uuid>,
}

/// A concept about to be kept, in the place of the one that was read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NieuwConcept {
    /// Whose and of what.
    pub sleutel: ConceptSleutel,
    /// The version that it goes on from; 0 when there was none.
    pub basis: u64,
    /// The persons about whom it is. When one of them is erased it goes along.
    pub personen: Vec<PersoonId>,
    /// In which session.
    pub sessie: Uuid,
    /// Now.
    pub at: Moment,
    /// From when it is not there any more.
    pub verloopt_op: Moment,
    /// What was typed; stored encrypted.
    pub inhoud: Vec<u8>,
}

/// What happens to a concept.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ConceptWrite {
    /// It is kept, with its lines of the trail. [`Refusal::ConceptElders`] when it moved since it was read, [`Refusal::ConceptenVol`]
    /// when its owner has too many.
    Bewaar(NieuwConcept, Vec<AuditRow>),
    /// It is thrown away, when it is still at this version. One that is not there is gone already.
    Weg(ConceptWeg, Vec<AuditRow>),
    /// What ended by this moment is removed, of all owners, at most a thousand.
    Opruimen {
        /// Now.
        at: Moment,
    },
}

/// Concepten that one clean-up removes, so that others do not wait long.
pub(super) const OPRUIMEN_MAX: u64 = 1_000;

/// A concept that goes because it was handed in or thrown away.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct ConceptWeg {
    /// Which.
    pub sleutel: ConceptSleutel,
    /// As it was read. A later one stays: it holds what whoever asks has not seen.
    pub versie: u64,
}

/// A concept as read back, decrypted.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StoredConcept {
    /// Its version.
    pub versie: u64,
    /// About whom it is.
    pub personen: Vec<PersoonId>,
    /// In which session it was kept.
    pub sessie: Uuid,
    /// When it was kept.
    pub at: Moment,
    /// From when it is not there any more.
    pub verloopt_op: Moment,
    /// What was typed.
    pub inhoud: Vec<u8>,
}

/// Reading concepten. They are written by [`super::Journal::commit`].
pub trait Concepten: Send + Sync + 'static {
    /// The concept, unless it ended by `now`.
    fn concept(
        &self,
        sleutel: ConceptSleutel,
        now: Moment,
    ) -> impl Future<Output = Result<Option<StoredConcept>, Fault>> + Send;
}

impl NieuwConcept {
    /// The version that it gets. It rises also over a concept that was thrown away in between, so that who still has that one on the
    /// screen is not taken for who has this one.
    #[must_use]
    pub fn versie(&self) -> u64 {
        u64::try_from(self.at.micros()).unwrap_or(0).max(self.basis + 1)
    }

    pub(crate) fn stored(&self) -> StoredConcept {
        StoredConcept {
            versie: self.versie(),
            personen: self.personen.clone(),
            sessie: self.sessie,
            at: self.at,
            verloopt_op: self.verloopt_op,
            inhoud: self.inhoud.clone(),
        }
    }
}

/// Where somebody's concepten stand: what a write is held against.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConceptFacts {
    /// Version and end of each.
    pub(crate) open: BTreeMap<ConceptSleutel, (u64, Moment)>,
}

impl ConceptFacts {
    /// Judges `write` and notes its effect.
    pub(crate) fn admit(&mut self, write: &ConceptWrite) -> Result<(), Refusal> {
        match write {
            ConceptWrite::Bewaar(nieuw, _) => {
                self.open.retain(|_, (_, ends)| *ends > nieuw.at);
                let versie = self.open.get(&nieuw.sleutel).map_or(0, |(versie, _)| *versie);
                if versie != nieuw.basis {
                    return Err(Refusal::ConceptElders { versie });
                }
                let whose = |sleutel: &&ConceptSleutel| {
                    (sleutel.gemeente, sleutel.medewerker)
                        == (nieuw.sleutel.gemeente, nieuw.sleutel.medewerker)
                };
                if versie == 0 && self.open.keys().filter(whose).count() >= CONCEPTEN_MAX {
                    return Err(Refusal::ConceptenVol);
                }
                self.open.insert(nieuw.sleutel, (nieuw.versie(), nieuw.verloopt_op));
                Ok(())
            }
            ConceptWrite::Weg(weg, _) => match self.open.get(&weg.sleutel) {
                Some((versie, _)) if *versie != weg.versie => Err(Refusal::ConceptElders { versie: *versie }),
                Some(_) | None => {
                    self.open.remove(&weg.sleutel);
                    Ok(())
                }
            },
            ConceptWrite::Opruimen { at } => {
                self.open.retain(|_, (_, ends)| *ends > *at);
                Ok(())
            }
        }
    }

    /// Whether these can be handed in. A concept goes once, as it was read: from two tabs the same would be recorded twice.
    pub(crate) fn in_te_leveren(&self, concepten: &[ConceptWeg]) -> Result<(), Refusal> {
        let as_read =
            |weg: &ConceptWeg| self.open.get(&weg.sleutel).is_some_and(|(versie, _)| *versie == weg.versie);
        if concepten.iter().all(as_read) { Ok(()) } else { Err(Refusal::ConceptWeg) }
    }

    /// Handed in: gone. Whether it can be was asked before.
    pub(crate) fn ingeleverd(&mut self, weg: &ConceptWeg) {
        self.open.remove(&weg.sleutel);
    }
}

impl ConceptWrite {
    /// Whose concepten must be known to judge this.
    pub(crate) fn van(&self) -> Option<(GemeenteId, MedewerkerId)> {
        let sleutel = match self {
            Self::Bewaar(nieuw, _) => nieuw.sleutel,
            Self::Weg(weg, _) => weg.sleutel,
            Self::Opruimen { .. } => return None,
        };
        Some((sleutel.gemeente, sleutel.medewerker))
    }

    /// Its lines of the trail, with their municipality.
    pub(crate) fn sporen(&self) -> impl Iterator<Item = (GemeenteId, &AuditRow)> {
        let (gemeente, rows): (Option<GemeenteId>, &[AuditRow]) = match self {
            Self::Bewaar(nieuw, rows) => (Some(nieuw.sleutel.gemeente), rows),
            Self::Weg(weg, rows) => (Some(weg.sleutel.gemeente), rows),
            Self::Opruimen { .. } => (None, &[]),
        };
        gemeente.into_iter().flat_map(move |gemeente| rows.iter().map(move |row| (gemeente, row)))
    }
}
