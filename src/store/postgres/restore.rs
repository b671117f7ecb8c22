//! An export becomes a database. All of it is one transaction, and verified before that is committed: there is no half of it.

use std::path::Path;

use sqlx::{ConnectOptions, Connection, PgConnection};

use super::open::{connect_options, is_durable, migrate};
use super::oversight::GUARDS;
use super::{OpenOptions, sql};
use crate::store::crypto::Keys;
use crate::store::opening::SCHEMA;
use crate::store::tables::copy::{Copy, Target, load};
use crate::store::tables::verify;
use crate::store::{Progress, RestoreError, Verified};

/// Fills the empty database that `options` name from the export in `from`. It is another history from the start.
///
/// # Errors
/// [`RestoreError`]; then there is nothing in it but empty tables.
pub async fn restore(
    options: &OpenOptions,
    from: &Path,
    progress: Progress<'_>,
) -> Result<Verified, RestoreError> {
    let keys = Keys::new(&options.key);
    let copy = Copy::open(from, &keys)?;
    let connect = connect_options(options)?
        .options([("statement_timeout", "0"), ("idle_in_transaction_session_timeout", "0")]);
    let mut conn = connect.connect().await?;
    is_durable(&mut conn).await?;
    migrate(&mut conn, SCHEMA).await?;
    let mut tx = conn.begin().await?;
    let verified = rows(&mut tx, options, (&copy, &keys), progress).await?;
    tx.commit().await?;
    conn.close().await?;
    Ok(verified)
}

async fn rows(
    conn: &mut PgConnection,
    options: &OpenOptions,
    (copy, keys): (&Copy, &Keys),
    progress: Progress<'_>,
) -> Result<Verified, RestoreError> {
    // A server that is started meanwhile waits, and finds what was put back.
    sqlx::query(sql::LOCK_INSTALLATION).execute(&mut *conn).await?;
    let empty: bool = sqlx::query_scalar(sql::IS_EMPTY).fetch_one(&mut *conn).await?;
    if !empty {
        return Err(RestoreError::NotEmpty);
    }
    load(&mut *conn, copy, Target::Postgres, progress).await?;
    let epoch = options.rng.uuid(options.clock.now());
    sqlx::query(sql::INSERT_INSTALLATION)
        .bind(epoch.as_bytes().to_vec())
        .bind(keys.check().to_vec())
        .bind(copy.made_at)
        .execute(&mut *conn)
        .await?;
    // What comes goes on after what was put back, in places as in messages.
    sqlx::query(sql::COUNT_ANEW).execute(&mut *conn).await?;
    sqlx::query(sql::NUMBER_ANEW).execute(&mut *conn).await?;
    // Without figures of its own the server would look through all of a table for a page of it.
    for table in sql::ANALYZE {
        sqlx::query(table).execute(&mut *conn).await?;
    }
    let verified = verify::all(conn, keys, GUARDS, &[]).await?;
    if verified.bad.is_empty() { Ok(verified) } else { Err(RestoreError::Bad(verified.bad)) }
}
