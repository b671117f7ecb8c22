//! How the server goes: told to stop, it lets everybody leave, finishes what it took in, and then ends.

use std::sync::Arc;
use std::time::Duration;

use keukentafel::protocol::close;
use keukentafel::protocol::rt::ServerMessage;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

use crate::app::App;

/// Sockets and requests must be gone within this after they were told; then they are cut.
const LAST_WAIT: Duration = Duration::from_secs(8);

/// Waits for SIGTERM or SIGINT.
///
/// # Errors
/// When signals cannot be listened to.
pub(crate) async fn asked() -> std::io::Result<()> {
    let (mut term, mut int) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    tokio::select! {
        _ = term.recv() => {}
        _ = int.recv() => {}
    }
    Ok(())
}

/// Readiness goes first, so that nobody is sent here any more; then clients hear that they must look elsewhere; then sockets
/// close, and the actors finish what they accepted.
pub(crate) async fn drain(app: &Arc<App>, accepting: &CancellationToken, within: Duration) {
    app.drain();
    app.lines.tell_all(&ServerMessage::Drain { within_ms: u64::try_from(within.as_millis()).unwrap_or(0) });
    drop(tokio::time::timeout(within, until_empty(app)).await);
    app.lines.close_all(close::RESTART);
    accepting.cancel();
    app.tasks.close();
    drop(tokio::time::timeout(LAST_WAIT, app.tasks.wait()).await);
    app.tafel.stop().await;
    app.save_activity().await;
    drop(app.save_sessions().await);
}

async fn until_empty(app: &App) {
    while app.lines.count() > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
