//! What is kept for a term ends by itself: a signaal whose term is over is erased (KING-ZT21), a concept that nobody went on with is gone,
//! and so is what a command answered that nobody can repeat any more.
//!
//! What is due stands in the read side and follows from the record and the clock; what was done is known by command ids made from it.
//! So after a crash at any moment, and on several nodes at once, each signaal is erased once, and the trail says so once.

use std::sync::PoisonError;

use keukentafel::clock::Moment;
use keukentafel::domain::signaal::SignaalCommand;
use keukentafel::limits::COMMAND_ANSWER_DAYS;
use keukentafel::store::{ConceptWrite, Journal, Write};
use uuid::Uuid;

use super::Tafel;
use super::reacties::{Aanleiding, eigen_kop};
use crate::beurt::{Beurt, in_beurt};
use crate::limits::{TERMIJN_KIJK, VERNIETIGD_PER_KEER};
use crate::weigering::Weigering;

const MICROS_PER_DAG: i64 = 24 * 60 * 60 * 1_000_000;

/// Looks once in [`TERMIJN_KIJK`], the first time after it, and when the clock was moved; for as long as the node lives.
pub(super) async fn bewaak(tafel: Tafel) {
    let mut beurt = tafel.beurt("bewaartermijn");
    let asked = async || {
        tafel.ruim_nu.notified().await;
        true
    };
    while beurt.wacht(TERMIJN_KIJK, asked()).await {
        tafel.ruim_op(Some(&mut beurt)).await;
    }
}

impl Tafel {
    /// Ends what is due now. In a turn as long as it is this node's: another that has it does the same.
    pub(super) async fn ruim_op(&self, mut beurt: Option<&mut Beurt>) {
        let Ok(onder) = in_beurt(&mut beurt).await else { return };
        let at = self.deps.clock.now();
        // What could not be cleared away is not shown either, and is tried again at the next look.
        let concepten = Write::Concept(ConceptWrite::Opruimen { at }).onder(onder);
        drop(self.deps.committer.write(concepten).await);
        self.vergeet_antwoorden(at).await;
        let due = {
            let all = self.overzicht.lees();
            let of = |(gemeente, all): (_, &crate::overzicht::Gemeenteoverzicht)| {
                let due = all.over_termijn(at.day()).into_iter();
                due.map(|(id, positie)| (gemeente, id, positie)).collect::<Vec<_>>()
            };
            all.gemeenten().flat_map(of).take(VERNIETIGD_PER_KEER).collect::<Vec<_>>()
        };
        for (gemeente, id, oorzaak) in due {
            let Ok(onder) = in_beurt(&mut beurt).await else { return };
            let kop = eigen_kop("vernietig", id.0, Uuid::nil());
            let command = SignaalCommand::Vernietig;
            let (signalen, handeling) = (&self.actors.signalen, "VernietigSignaal");
            let oorzaak = Aanleiding { oorzaak: oorzaak.into(), onder };
            let done = self.vraag_zelf(signalen, gemeente, handeling, id.0, command, kop, oorzaak).await;
            match done {
                // It was done before, or something happened to it just now.
                Ok(()) | Err(Weigering::Geweigerd { .. }) => {}
                Err(why) => {
                    tracing::warn!(%why, "a signaal whose term is over could not be erased; it is tried again");
                }
            }
        }
    }

    /// Once a day: a command that was done so long ago is repeated by nobody, and what it answered named people.
    async fn vergeet_antwoorden(&self, at: Moment) {
        let day = at.day();
        let last = *self.antwoorden_tot.lock().unwrap_or_else(PoisonError::into_inner);
        if last.is_some_and(|last| last >= day) {
            return;
        }
        let before = at.plus_micros(-COMMAND_ANSWER_DAYS * MICROS_PER_DAG);
        loop {
            match self.deps.journal.prune_answers(before).await {
                Ok(0) => break,
                Ok(_) => {}
                // Tried again at the next look.
                Err(_) => return,
            }
        }
        *self.antwoorden_tot.lock().unwrap_or_else(PoisonError::into_inner) = Some(day);
    }
}
