//! What is committed and not read yet, because a transaction that began earlier is still under way. Whoever asks for the end of the feed gets
//! what was committed when they asked, or hears that it cannot be told: a right that ended must not go on unseen.

use std::time::{Duration, Instant};

use sqlx::PgConnection;

use super::conn::failed;
use super::sql;
use crate::store::Fault;

/// How long the feed waits for a transaction that holds it up. Half of what a node may go without sight of it.
const PATIENCE: Duration = Duration::from_secs(2);
/// Between two looks. A transaction takes some milliseconds.
const LOOK: Duration = Duration::from_millis(2);

/// Waits until nothing that is committed now is held back.
pub(super) async fn settled(conn: &mut PgConnection) -> Result<(), Fault> {
    let asked = sqlx::query_as(sql::HELD_BACK).fetch_one(&mut *conn).await;
    let (held_back, until): (bool, i64) = asked.map_err(|error| failed(&error))?;
    if !held_back {
        return Ok(());
    }
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        let asked = sqlx::query_scalar(sql::OLDEST).fetch_one(&mut *conn).await;
        let oldest: i64 = asked.map_err(|error| failed(&error))?;
        if oldest >= until {
            return Ok(());
        }
        tokio::time::sleep(LOOK).await;
    }
    Err(Fault::Unavailable("the feed is held up by a transaction that does not end".into()))
}
