//! May this happen to a beheerrekening, and is what was observed news?

use std::collections::BTreeSet;

use super::boeking::boek;
use super::{
    Beheerrekening, BeheerrekeningCommand, BeheerrekeningEvent, BeheerrekeningRefusal, Peil, Rekening,
    Verwerking, Waargenomen, Waarneming,
};
use crate::clock::Moment;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::bevoegdheid::{Handeling, mag};
use crate::domain::ids::MedewerkerId;
use crate::limits::TRANSACTIES_PER_ANTWOORD;

/// What comes of it that `aan` looks after it instead of `van`, as part of an overdracht of all that `van` works on (KING-R4b). Nothing when
/// `van` does not look after it any more.
///
/// # Errors
/// [`BeheerrekeningRefusal::NietBevoegd`] for who may not hand a werkvoorraad over.
pub fn draag_over(
    behandelaars: &[MedewerkerId],
    (van, aan): (MedewerkerId, MedewerkerId),
    context: &Context,
) -> Result<Vec<BeheerrekeningEvent>, BeheerrekeningRefusal> {
    if !mag(context.wie.rol, Handeling::WerkvoorraadOverdragen) {
        return Err(BeheerrekeningRefusal::NietBevoegd);
    }
    let held = behandelaars.contains(&van) && van != aan;
    Ok(held.then_some(BeheerrekeningEvent::RekeningOvergedragen { van, aan }).into_iter().collect())
}

/// Who look after it once `aan` does so instead of `van`.
#[must_use]
pub fn na_overdracht(
    behandelaars: &[MedewerkerId],
    van: MedewerkerId,
    aan: MedewerkerId,
) -> Vec<MedewerkerId> {
    behandelaars.iter().copied().filter(|who| *who != van && *who != aan).chain([aan]).collect()
}

impl Aggregate for Beheerrekening {
    type Command = BeheerrekeningCommand;
    type Event = BeheerrekeningEvent;
    type Refusal = BeheerrekeningRefusal;
    const SCHEMA: u16 = 1;

    fn decide(
        &self,
        command: &BeheerrekeningCommand,
        context: &Context,
    ) -> Result<Vec<BeheerrekeningEvent>, BeheerrekeningRefusal> {
        let BeheerrekeningCommand::OpenRekening { persoon, klant, vorm } = command;
        if !mag(context.wie.rol, Handeling::RekeningOpenen) {
            return Err(BeheerrekeningRefusal::NietBevoegd);
        }
        match self {
            Self::Geopend(_) => Err(BeheerrekeningRefusal::BestaatAl),
            Self::Onbekend => Ok(vec![BeheerrekeningEvent::RekeningGeopend {
                persoon: *persoon,
                klant: klant.clone(),
                vorm: *vorm,
                behandelaar: context.wie.id,
            }]),
        }
    }

    fn evolve(self, event: &BeheerrekeningEvent, at: Moment) -> Self {
        super::evolve::evolve(self, event, at)
    }
}

impl Beheerrekening {
    /// What an observation leads to: an event when the rekening stands otherwise than before, and none when it does not or when the
    /// observation is of before. Rising order of arrival is no condition. `gezien` is the newest observation that was believed and not
    /// recorded, because it said the same.
    ///
    /// # Errors
    /// [`BeheerrekeningRefusal::KloptNiet`] when its parts do not make up its balance, whenever it is from;
    /// [`BeheerrekeningRefusal::Onbekend`] when there is no rekening.
    pub fn verwerk_waarneming(
        &self,
        waarneming: &Waarneming,
        gezien: Option<Peil>,
    ) -> Result<Verwerking, BeheerrekeningRefusal> {
        let rekening = self.rekening().ok_or(BeheerrekeningRefusal::Onbekend)?;
        let vorige = rekening.laatst.as_ref().map(|stand| &stand.waarneming);
        let boeking = boek(vorige, waarneming).ok_or(BeheerrekeningRefusal::KloptNiet)?;
        let nieuwste = vorige.map(|vorige| vorige.peil).max(gezien);
        if nieuwste > Some(waarneming.peil) {
            return Ok(Verwerking::Voorbij);
        }
        let transacties = nieuwe_transacties(rekening, waarneming);
        if transacties.is_empty() && vorige.is_some_and(|vorige| waarneming.staat_als(vorige)) {
            return Ok(Verwerking::Zelfde);
        }
        // For one moment two stories: which of them holds only a later answer tells.
        if nieuwste == Some(waarneming.peil) {
            return Ok(Verwerking::Voorbij);
        }
        Ok(Verwerking::Nieuws(BeheerrekeningEvent::SaldoWaargenomen(Box::new(Waargenomen {
            peil: waarneming.peil,
            saldo: waarneming.saldo,
            reserveringen: waarneming.reserveringen.clone(),
            vrij: waarneming.vrij,
            onderweg: waarneming.onderweg,
            lening: waarneming.lening.clone(),
            transacties,
            boeking,
        }))))
    }
}

/// Those that were not seen before, in the source's order: newest first. The oldest of them says when others may be missing below it.
/// Before the first observation nothing is missing: the list begins there.
fn nieuwe_transacties(rekening: &Rekening, waarneming: &Waarneming) -> Vec<super::Transactie> {
    let known: BTreeSet<&str> = rekening.transacties.iter().map(|known| known.id.as_str()).collect();
    let mut nieuw: Vec<_> =
        waarneming.transacties.iter().filter(|seen| !known.contains(seen.id.as_str())).cloned().collect();
    if rekening.laatst.is_some()
        && nieuw.len() >= TRANSACTIES_PER_ANTWOORD
        && nieuw.len() == waarneming.transacties.len()
        && let Some(oudste) = nieuw.last_mut()
    {
        oudste.gat = true;
    }
    nieuw
}
