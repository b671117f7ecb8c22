//! What other nodes do to sessions: their sockets here close, and all of them do while nobody can tell.

use std::sync::Arc;
use std::time::Duration;

use keukentafel::protocol::close;
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::limits::{SESSIES_BLIND_KIJK, SESSIES_KIJK, SESSION_SAVE_EVERY};
use crate::session::Afloop;

/// Looks twice a second, until it is told to stop.
pub(crate) async fn volg(app: Arc<App>, stop: CancellationToken) {
    let mut tick = tokio::time::interval(SESSIES_KIJK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        if let Err(fout) = app.sessions.kijk().await {
            metrics::counter!("keukentafel_session_looks_failed_total").increment(1);
            tracing::warn!(%fout, "this node could not look what became of sessions: {fout}");
        }
        for (id, afloop) in app.sessions.losgelaten() {
            match afloop {
                Afloop::Geeindigd => app.lines.end_session(id),
                Afloop::Vervangen => app.lines.replace_session(id),
            }
        }
    }
}

/// Ends whose time has come and writes who was active: apart from the pings of sockets, which do not wait for a database.
pub(crate) async fn houd_bij(app: Arc<App>, stop: CancellationToken) {
    let mut tick = tokio::time::interval(Duration::from_secs(1));
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut seconds: u64 = 0;
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        seconds += 1;
        app.end_expired_sessions().await;
        if seconds.is_multiple_of(SESSION_SAVE_EVERY.as_secs()) {
            app.save_activity().await;
        }
    }
}

/// Closes every socket while this node cannot look. They come back at once, and hear what is the matter until it can.
pub(crate) async fn sluit_zonder_zicht(app: Arc<App>, stop: CancellationToken) {
    let mut tick = tokio::time::interval(SESSIES_BLIND_KIJK);
    tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = tick.tick() => {}
        }
        if app.sessions.is_blind() {
            app.lines.close_all(close::NO_SIGHT);
        }
    }
}
