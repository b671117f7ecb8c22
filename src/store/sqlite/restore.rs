//! An export becomes a file. It is made under another name, verified, and gets its own name last: what is half there nobody opens.

use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection};

use super::OpenOptions;
use super::backup::whole;
use super::open::{make_file, migrate, sync_folder, take_slot};
use crate::store::crypto::Keys;
use crate::store::opening::{OpenError, SCHEMA};
use crate::store::tables::copy::{Copy, Target, load};
use crate::store::{Progress, RestoreError, Verified};

/// Makes the file that `options` name from the export in `from`. It is another history from the start.
///
/// # Errors
/// [`RestoreError`]; then there is no such file.
pub async fn restore(
    options: &OpenOptions,
    from: &Path,
    progress: Progress<'_>,
) -> Result<Verified, RestoreError> {
    let keys = Keys::new(&options.key);
    let copy = Copy::open(from, &keys)?;
    let _slot = take_slot(&options.path)?;
    // A log of another database that lies here would be written over the new one when it is opened.
    let left = ["", "-wal", "-shm", "-journal"].map(|suffix| beside(&options.path, suffix));
    if left.iter().any(|path| path.exists()) {
        return Err(RestoreError::NotEmpty);
    }
    let half = half(&options.path);
    let failed = |source| OpenError::File { path: half.display().to_string(), source };
    // Of a try that was cut off; nobody else has it open, as whoever would has the slot.
    if half.exists() {
        std::fs::remove_file(&half).map_err(failed)?;
    }
    let made = fill(options, (&half, &copy, &keys), progress).await;
    let verified = match made {
        Ok(verified) => verified,
        Err(error) => {
            std::fs::remove_file(&half).map_err(failed)?;
            return Err(error);
        }
    };
    std::fs::File::open(&half).and_then(|file| file.sync_all()).map_err(failed)?;
    std::fs::rename(&half, &options.path).map_err(failed)?;
    sync_folder(&options.path)?;
    Ok(verified)
}

async fn fill(
    options: &OpenOptions,
    (half, copy, keys): (&Path, &Copy, &Keys),
    progress: Progress<'_>,
) -> Result<Verified, RestoreError> {
    make_file(half)?;
    // What goes wrong ends with the file, so nothing is kept to undo it with; it is synced as a whole.
    let mut conn = SqliteConnectOptions::new()
        .filename(half)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Memory)
        .synchronous(SqliteSynchronous::Off)
        .disable_statement_logging()
        .connect()
        .await?;
    migrate(&mut conn, SCHEMA).await?;
    let done = rows(&mut conn, options, (copy, keys), progress).await;
    conn.close().await?;
    done
}

async fn rows(
    conn: &mut SqliteConnection,
    options: &OpenOptions,
    (copy, keys): (&Copy, &Keys),
    progress: Progress<'_>,
) -> Result<Verified, RestoreError> {
    let mut tx = conn.begin().await?;
    load(&mut *tx, copy, Target::File, progress).await?;
    let epoch = options.rng.uuid(options.clock.now());
    sqlx::query("insert into installation (id, epoch, key_check, made_at) values (1, ?1, ?2, ?3)")
        .bind(epoch.as_bytes().to_vec())
        .bind(keys.check().to_vec())
        .bind(copy.made_at)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    let verified = whole(conn, keys).await?;
    if verified.bad.is_empty() { Ok(verified) } else { Err(RestoreError::Bad(verified.bad)) }
}

/// The name of a file that is not whole yet.
fn half(path: &Path) -> PathBuf {
    beside(path, ".half")
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
