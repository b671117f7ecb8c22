//! Whether the server of the database answers, asked several times a second over a connection of its own: so that nobody has to wait, as
//! long as a connection may take, to hear that nothing can be written.

use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, PgConnection};
use tokio::sync::watch;
use tokio::task::AbortHandle;

use super::conn::failed;
use super::sql;
use crate::store::tables::Failed;

/// Between two questions. With [`ANSWER`] it is told within two seconds that nothing can be written.
const LOOK: Duration = Duration::from_millis(250);
/// A server that takes longer to answer this is away: it stands still, or nothing reaches it.
const ANSWER: Duration = Duration::from_millis(1_500);

/// What the last question said.
pub(super) struct Pulse {
    away: watch::Receiver<bool>,
    asking: AbortHandle,
}

impl Pulse {
    /// Asks from now on, on the present runtime, until it is ended.
    pub(super) fn begin(connect: PgConnectOptions) -> Self {
        let (tell, away) = watch::channel(false);
        Self { away, asking: tokio::spawn(ask(connect, tell)).abort_handle() }
    }

    pub(super) fn is_away(&self) -> bool {
        *self.away.borrow()
    }

    #[cfg(test)]
    pub(super) fn watch(&self) -> watch::Receiver<bool> {
        self.away.clone()
    }

    pub(super) fn end(&self) {
        self.asking.abort();
    }
}

impl Drop for Pulse {
    fn drop(&mut self) {
        self.end();
    }
}

async fn ask(connect: PgConnectOptions, tell: watch::Sender<bool>) {
    let mut conn = None;
    loop {
        tokio::time::sleep(LOOK).await;
        let away = !answers(&connect, &mut conn).await;
        if tell.send_if_modified(|before| std::mem::replace(before, away) != away) {
            if away {
                tracing::error!("the database is away: nothing is written or shown until it is back");
            } else {
                tracing::info!("the database is back");
            }
        }
    }
}

/// A connection that was ended says nothing of the server yet: then it is asked over a new one.
async fn answers(connect: &PgConnectOptions, conn: &mut Option<PgConnection>) -> bool {
    let tries = usize::from(conn.is_some()) + 1;
    for _ in 0..tries {
        let Ok(asked) = tokio::time::timeout(ANSWER, question(connect, conn)).await else {
            *conn = None;
            return false;
        };
        let Err(error) = asked else { return true };
        *conn = None;
        match failed(&error) {
            Failed::Gone(_) => {}
            // Who says that there is no room, or that it took too long, is there.
            Failed::Full | Failed::InTheWay(_) | Failed::Fault(_) => return true,
        }
    }
    false
}

async fn question(connect: &PgConnectOptions, conn: &mut Option<PgConnection>) -> Result<(), sqlx::Error> {
    let mut asking = match conn.take() {
        Some(asking) => asking,
        None => connect.connect().await?,
    };
    sqlx::raw_sql(sql::PULSE).execute(&mut asking).await?;
    *conn = Some(asking);
    Ok(())
}
