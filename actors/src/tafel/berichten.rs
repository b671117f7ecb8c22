//! Messages from the outbox: the one place that sends mail.
//!
//! A row is sent, then what became of it is recorded with the letter, and only then it is marked as sent. After a crash between two of
//! these it is sent again under the same id, by which the other side knows the repeat; what stands recorded is not sent again.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::time::Duration;

use keukentafel::domain::brief::{BriefCommand, NietAangekomen};
use keukentafel::domain::ids::{BriefId, GemeenteId};
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht};
use keukentafel::store::{Journal, Lease, Unsent};
use tokio::time::Instant;
use uuid::Uuid;

use super::Tafel;
use super::brieven::KANAAL_MAIL;
use super::reacties::{Aanleiding, eigen_kop};
use crate::beurt::Beurt;
use crate::limits::{
    LEASE_KIJK, MAIL_AFSTAND, MAIL_AFSTAND_MAX, MAIL_BEURT, MAIL_KIJK, MAIL_PAUZE, MAIL_PER_KEER,
    MAIL_PROBEREN, MAIL_UITGESTELD_MAX,
};
use crate::weigering::Weigering;

/// How often a message was put off, and until when.
#[derive(Copy, Clone, Debug)]
struct Uitstel {
    keren: u32,
    tot: Instant,
}

/// Looks when the bell rings and once in a while, for as long as the node lives.
pub(super) async fn follow(tafel: Tafel, mail: Arc<dyn Mail>) {
    let mut uitstel: HashMap<Uuid, Uitstel> = HashMap::new();
    let mut beurt = tafel.beurt("berichten");
    loop {
        tafel.verstuur_berichten(&*mail, &mut uitstel, &mut beurt).await;
        // With other nodes: to keep the turn or to get it, and for what they put in the outbox. Alone the bell rings for all of it.
        let look = if tafel.deps.bus.mode().is_some() { LEASE_KIJK } else { MAIL_KIJK };
        let first = uitstel.values().map(|one| one.tot.saturating_duration_since(Instant::now())).min();
        let bell = async {
            tafel.berichtbel.notified().await;
            true
        };
        // What is due, and is another's to send or cannot be read now, makes nobody ask without a pause.
        if !beurt.wacht(first.map_or(look, |first| first.clamp(MAIL_PAUZE, look)), bell).await {
            return;
        }
    }
}

impl Tafel {
    /// All that waits has its turn: what was put off is passed over, and keeps nothing behind it from going.
    async fn verstuur_berichten(
        &self,
        mail: &dyn Mail,
        uitstel: &mut HashMap<Uuid, Uitstel>,
        beurt: &mut Beurt,
    ) {
        loop {
            if beurt.neem().await.is_none() {
                return;
            }
            let limit = MAIL_PER_KEER + uitstel.len().min(MAIL_UITGESTELD_MAX);
            let open = match self.deps.journal.unsent(limit).await {
                Ok(open) => open,
                // Tried again at the next look.
                Err(fault) => {
                    tracing::error!(fault = %fault, "the outbox cannot be read");
                    return;
                }
            };
            let full = open.len() == limit;
            let ids: HashSet<Uuid> = open.iter().map(|one| one.row.id).collect();
            uitstel.retain(|id, _| ids.contains(id));
            let waits = |id| uitstel.get(&id).is_some_and(|held| held.tot > Instant::now());
            let due = open.into_iter().filter(|one| one.row.kanaal == KANAAL_MAIL && !waits(one.row.id));
            let due: Vec<Unsent> = due.collect();
            let idle = due.is_empty();
            for one in due {
                let id = one.row.id;
                // Before each: what was read may have been sent by another node since.
                let Some(lease) = beurt.neem_voor(MAIL_BEURT).await else { return };
                match self.verstuur_bericht(mail, one, lease).await {
                    Ok(()) => drop(uitstel.remove(&id)),
                    Err(()) => {
                        let keren = uitstel.get(&id).map_or(0, |held| held.keren) + 1;
                        let afstand = MAIL_AFSTAND.saturating_mul(1 << keren.min(16)).min(MAIL_AFSTAND_MAX);
                        uitstel.insert(id, Uitstel { keren, tot: Instant::now() + afstand });
                    }
                }
            }
            if idle || !full {
                return;
            }
        }
    }

    /// Sends one and records what became of it; `Err` when it is to be tried again.
    async fn verstuur_bericht(&self, mail: &dyn Mail, one: Unsent, lease: Lease) -> Result<(), ()> {
        let Unsent { gemeente, row } = one;
        let Ok(bericht) = serde_json::from_slice::<Mailbericht>(&row.body) else {
            tracing::error!(bericht.id = %row.id, "message {} cannot be read", row.id);
            return Err(());
        };
        let brief = bericht.brief;
        let over_tijd = self.deps.clock.now().micros() - bericht.sinds > micros(MAIL_PROBEREN);
        if !self.projector.catch_up().await {
            // Another node may have sent it, and nobody can tell now.
            return Err(());
        }
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
            self.meld_bericht(gemeente, brief, command, lease).await?;
        }
        self.deps.journal.mark_sent(gemeente, row.id).await.map_err(drop)
    }

    async fn meld_bericht(
        &self,
        gemeente: GemeenteId,
        brief: BriefId,
        command: BriefCommand,
        lease: Lease,
    ) -> Result<(), ()> {
        let kop = eigen_kop("bericht", brief.0, Uuid::nil());
        let aanleiding = Aanleiding { oorzaak: None, onder: Some(lease) };
        let (brieven, handeling) = (&self.actors.brieven, "MeldBericht");
        let done = self.vraag_zelf(brieven, gemeente, handeling, brief.0, command, kop, aanleiding).await;
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
