//! A node stops: what it does for all is finished before its turns are another's.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::BoxFuture;
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::poort::brief::{Briefdrukker, Briefgegevens, DrukFout, GedrukteBrief};
use keukentafel::poort::mail::{Mail, MailFout, Mailbericht};
use keukentafel::store::{Leases, MemoryJournal, Write};
use tokio::sync::Notify;
use uuid::Uuid;

use super::Huis;
use crate::limits::STOP_WAIT;

/// Begins a letter, and ends it when it is told to.
#[derive(Default)]
struct Traag {
    begonnen: Notify,
    verder: Notify,
}

impl Briefdrukker for Traag {
    fn druk(&self, _: Briefgegevens) -> BoxFuture<'_, Result<GedrukteBrief, DrukFout>> {
        Box::pin(async {
            self.begonnen.notify_one();
            self.verder.notified().await;
            let (pdf, html) = (b"%PDF brief".to_vec(), b"<p>brief</p>".to_vec());
            Ok(GedrukteBrief { sjabloon: "ontvangstbevestiging/1".to_owned(), pdf, html })
        })
    }
}

struct GeenMail;

impl Mail for GeenMail {
    fn verstuur(&self, _: Mailbericht) -> BoxFuture<'_, Result<(), MailFout>> {
        Box::pin(std::future::ready(Ok(())))
    }
}

// shows G10
#[tokio::test(start_paused = true)]
async fn a_turn_is_given_away_when_what_is_done_in_it_is_finished() {
    let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
    let drukker = Arc::new(Traag::default());
    let huis = Huis::met_post(
        Arc::clone(&journal),
        Arc::clone(&drukker) as Arc<dyn Briefdrukker>,
        Arc::new(GeenMail),
    )
    .await;
    let maria = huis.maria().await;
    huis.melding(maria, Zaaktype::MeldingWmo).await;
    drukker.begonnen.notified().await;
    let made = || {
        let batches = journal.committed();
        let is_letter = |write: &&Write| matches!(write, Write::Append(append) if !append.stukken.is_empty());
        batches.iter().flatten().filter(is_letter).count()
    };
    let free = async || journal.take_lease("brieven", "n2", Duration::ZERO).await.unwrap().is_some();
    let stopping = huis.tafel.stop();
    tokio::pin!(stopping);
    assert!(tokio::time::timeout(STOP_WAIT / 2, &mut stopping).await.is_err(), "a letter is under way");
    assert_eq!((free().await, made()), (false, 0));
    drukker.verder.notify_one();
    stopping.await;
    assert_eq!((free().await, made()), (true, 1), "it was made, and then the turn was another's");
}
