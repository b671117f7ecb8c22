//! Messages from the outbox: the one place that sends mail.
//!
//! A row is sent, then what became of it is recorded with the letter, and only then it is marked as sent. After a crash between two of
//! these it is sent again under the same id, by which the other side knows the repeat; what stands recorded is not sent again.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use keukentafel::domain::brief::{BriefCommand, NietAangekomen};
use keukentafel::domain::ids::{BriefId, GemeenteId};
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht};
use keukentafel::store::{Journal, Unsent};
use tokio::time::Instant;
use uuid::Uuid;

use super::Tafel;
use super::brieven::KANAAL_MAIL;
use super::reacties::eigen_kop;
use crate::limits::{MAIL_AFSTAND, MAIL_AFSTAND_MAX, MAIL_KIJK, MAIL_PER_KEER, MAIL_PROBEREN};
use crate::weigering::Weigering;

/// How often a message was put off, and until when.
#[derive(Copy, Clone, Debug)]
struct Uitstel {
    keren: u32,
    tot: Instant,
}

/// Looks when the bell rings and once in a while, for as long as the node lives.
pub(super) async fn follow(tafel: Tafel, mail: Arc<dyn Mail>) {
    let mut progress = tafel.projector.vooruitgang();
    let mut uitstel: HashMap<Uuid, Uitstel> = HashMap::new();
    loop {
        tafel.verstuur_berichten(&*mail, &mut uitstel).await;
        let first = uitstel.values().map(|one| one.tot).min();
        let next = first.map_or(Instant::now() + MAIL_KIJK, |first| first.min(Instant::now() + MAIL_KIJK));
        tokio::select! {
            () = tokio::time::sleep_until(next) => {}
            () = tafel.berichtbel.notified() => {}
            () = async { while progress.changed().await.is_ok() {} } => return,
        }
    }
}

impl Tafel {
    async fn verstuur_berichten(&self, mail: &dyn Mail, uitstel: &mut HashMap<Uuid, Uitstel>) {
        // A failed read is tried again at the next look.
        let Ok(open) = self.deps.journal.unsent(MAIL_PER_KEER).await else { return };
        uitstel.retain(|id, _| open.iter().any(|one| one.row.id == *id));
        for one in open.into_iter().filter(|one| one.row.kanaal == KANAAL_MAIL) {
            let id = one.row.id;
            let wait = uitstel.get(&id).is_some_and(|held| held.tot > Instant::now());
            if wait {
                continue;
            }
            match self.verstuur_bericht(mail, one).await {
                Ok(()) => drop(uitstel.remove(&id)),
                Err(()) => {
                    let keren = uitstel.get(&id).map_or(0, |held| held.keren) + 1;
                    let afstand = MAIL_AFSTAND.saturating_mul(1 << keren.min(16)).min(MAIL_AFSTAND_MAX);
                    uitstel.insert(id, Uitstel { keren, tot: Instant::now() + afstand });
                }
            }
        }
    }

    /// Sends one and records what became of it; `Err` when it is to be tried again.
    async fn verstuur_bericht(&self, mail: &dyn Mail, one: Unsent) -> Result<(), ()> {
        let Unsent { gemeente, row } = one;
        let Ok(bericht) = serde_json::from_slice::<Mailbericht>(&row.body) else {
            tracing::error!(bericht.id = %row.id, "message {} cannot be read", row.id);
            return Err(());
        };
        let brief = bericht.brief;
        let over_tijd = self.deps.clock.now().micros() - bericht.sinds > micros(MAIL_PROBEREN);
        self.projector.catch_up().await;
        let recorded = {
            let all = self.overzicht.lees();
            all.gemeente(gemeente)
                .is_some_and(|all| all.brief(brief).is_some() && !all.bericht_onderweg(brief))
        };
        if !recorded {
            let command = match mail.verstuur(bericht).await {
                Ok(()) => BriefCommand::MeldVerstuurd,
                Err(MailFout::Geweigerd { code }) => {
                    tracing::warn!(brief.id = %brief, code, "the mail about letter {brief} was refused");
                    BriefCommand::MeldNietAangekomen(NietAangekomen::Geweigerd)
                }
                Err(MailFout::GeenAdres) => BriefCommand::MeldNietAangekomen(NietAangekomen::Geweigerd),
                Err(MailFout::Later(why)) if over_tijd => {
                    tracing::warn!(brief.id = %brief, %why, "the mail about letter {brief} is given up");
                    BriefCommand::MeldNietAangekomen(NietAangekomen::Onbereikbaar)
                }
                Err(MailFout::Later(why)) => {
                    tracing::info!(brief.id = %brief, %why, "the mail about letter {brief} is put off");
                    return Err(());
                }
            };
            self.meld_bericht(gemeente, brief, command).await?;
        }
        self.deps.journal.mark_sent(gemeente, row.id).await.map_err(drop)
    }

    async fn meld_bericht(
        &self,
        gemeente: GemeenteId,
        brief: BriefId,
        command: BriefCommand,
    ) -> Result<(), ()> {
        let kop = eigen_kop("bericht", brief.0, Uuid::nil());
        let (brieven, handeling) = (&self.actors.brieven, "MeldBericht");
        let done = self.vraag_zelf(brieven, gemeente, handeling, brief.0, command, kop, None).await;
        match done {
            // What was recorded before under this id stays what became of it.
            Ok(()) | Err(Weigering::Geweigerd { .. }) => Ok(()),
            Err(_) => Err(()),
        }
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}
