//! The tools of PostgreSQL, as `docs/OPERATIONS.md` names them: what they put back verifies, and begins another epoch by itself.

use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::path::{Path, PathBuf};
use std::process::Command;

use sqlx::{Connection, PgConnection};

use super::{Kind, Place};
use crate::rng::{Rng, SystemRng};
use crate::store::conformance::filled::fill;
use crate::store::conformance::{GEMEENTE, adds, append, zaak};
use crate::store::{Journal, postgres};

/// The address of the private server, and where its tools are.
fn server() -> Option<(String, PathBuf)> {
    let found = std::env::var("KEUKENTAFEL_TEST_POSTGRES")
        .ok()
        .zip(std::env::var("KEUKENTAFEL_TEST_POSTGRES_BIN").ok());
    if found.is_none() {
        eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
    }
    found.map(|(server, bin)| (server, bin.into()))
}

fn run(command: &mut Command) {
    let done = command.output().unwrap();
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// What was put back: it says so before it is opened, it is whole, and it goes on as another history.
async fn is_another_history(copy: &Place, journal: &impl Journal) {
    let found = postgres::look(&copy.server("een")).await.unwrap();
    assert!(found.copied && found.schema.is_some(), "{found:?}");
    let opened = copy.open("een").await;
    assert_ne!(opened.shared().epoch(), journal.epoch());
    let verified = opened.verify_against(&journal.signed_heads(-1, 9).await.unwrap()).await.unwrap();
    assert_eq!((verified.events, verified.bad), (6, vec![]));
    append(&opened.shared(), adds(500, zaak(1), 2, &["later"])).await.unwrap();
    assert_eq!(opened.shared().load(GEMEENTE, zaak(1), 0).await.unwrap().len(), 3);
    assert_eq!(opened.shared().feed(crate::store::Position(0), 99).await.unwrap().len(), 7);
    assert_eq!(opened.verify_against(&[]).await.unwrap().bad, []);
    opened.close().await;
    assert!(!postgres::look(&copy.server("een")).await.unwrap().copied, "it is at home there now");
}

// shows G07, G12
#[tokio::test]
async fn a_dump_that_is_put_back_is_whole_and_another_history() {
    let Some((server, bin)) = server() else { return };
    let mut beside = PgConnection::connect(&server).await.unwrap();
    let mut database = async || {
        let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
        let make = sqlx::AssertSqlSafe(format!("create database {name}"));
        sqlx::raw_sql(make).execute(&mut beside).await.unwrap();
        let (at, _) = server.rsplit_once('/').unwrap();
        format!("{at}/{name}")
    };
    let urls = [database().await, database().await];
    let source = Place::Postgres(urls[0].clone());
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let folder = tempfile::tempdir().unwrap();
    let dump = folder.path().join("kt.dump");
    run(Command::new(bin.join("pg_dump")).arg("--format=custom").arg("--file").arg(&dump).arg(&urls[0]));
    run(Command::new(bin.join("pg_restore"))
        .args(["--no-owner", "--exit-on-error", "--dbname"])
        .arg(&urls[1])
        .arg(&dump));
    is_another_history(&Place::Postgres(urls[1].clone()), &journal.shared()).await;
    journal.close().await;
}

/// What `scripts/with-postgres.sh` starts the first one with: a server that recovers needs no less room than the one whose log it reads.
const ROOM: &str = "-c max_connections=200 -c max_locks_per_transaction=256";

/// A server that runs from a folder of its own, and ends with the test.
struct Elsewhere {
    data: PathBuf,
    bin: PathBuf,
    owner: (u32, u32),
    _folder: tempfile::TempDir,
}

impl Elsewhere {
    /// PostgreSQL does not run as root.
    fn command(&self, tool: &str) -> Command {
        let tool = self.bin.join(tool);
        if std::fs::metadata("/proc/self").map(|own| own.uid()).unwrap_or(1) != 0 {
            return Command::new(tool);
        }
        let mut command = Command::new("setpriv");
        let (uid, gid) = self.owner;
        command
            .args([format!("--reuid={uid}"), format!("--regid={gid}")])
            .args(["--clear-groups", "--"])
            .arg(tool);
        command.current_dir(self.data.parent().unwrap());
        command
    }

    fn start(&self, port: u16) {
        let options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} {ROOM}",
            self.data.parent().unwrap().display()
        );
        let mut command = self.command("pg_ctl");
        command
            .arg("-D")
            .arg(&self.data)
            .args(["-s", "-w", "-t", "60", "-l", "log", "-o", &options, "start"]);
        // Not `output`: the server would hold the pipe for as long as it runs.
        assert!(command.status().unwrap().success());
    }
}

impl Drop for Elsewhere {
    fn drop(&mut self) {
        let mut stop = self.command("pg_ctl");
        drop(stop.arg("-D").arg(&self.data).args(["-s", "-w", "-m", "immediate", "stop"]).status());
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The copy is started as for point-in-time recovery, so that it begins another timeline.
fn recovers(data: &Path, owner: (u32, u32)) {
    let signal = data.join("recovery.signal");
    std::fs::write(&signal, "").unwrap();
    chown(&signal, Some(owner.0), Some(owner.1)).unwrap();
    let conf = data.join("postgresql.auto.conf");
    let text = std::fs::read_to_string(&conf).unwrap() + "restore_command = 'false'\n";
    std::fs::write(&conf, text).unwrap();
}

// shows G07, G12
#[tokio::test]
async fn a_base_backup_that_is_started_is_whole_and_another_history() {
    let (Some((server, bin)), Some(source)) = (server(), Place::new(Kind::Postgres).await) else { return };
    let Place::Postgres(url) = &source else { return };
    let journal = source.open("een").await;
    fill(&journal.shared(), "x").await;
    let mut beside = PgConnection::connect(&server).await.unwrap();
    let home: String = sqlx::query_scalar("show data_directory").fetch_one(&mut beside).await.unwrap();
    let port: String = sqlx::query_scalar("show port").fetch_one(&mut beside).await.unwrap();
    let home = std::fs::metadata(home).unwrap();
    let owner = (home.uid(), home.gid());
    let folder = tempfile::tempdir_in("/tmp").unwrap();
    std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o711)).unwrap();
    let own = folder.path().join("pg");
    std::fs::create_dir(&own).unwrap();
    chown(&own, Some(owner.0), Some(owner.1)).unwrap();
    let copy = Elsewhere { data: own.join("data"), bin, owner, _folder: folder };
    run(copy
        .command("pg_basebackup")
        .arg("-D")
        .arg(&copy.data)
        .args(["-X", "stream", "-c", "fast", "-d"])
        .arg(&server));
    recovers(&copy.data, owner);
    let there = free_port();
    copy.start(there);
    let place = Place::Postgres(url.replacen(&format!(":{port}/"), &format!(":{there}/"), 1));
    // It takes questions before it has read all that came along.
    let Place::Postgres(url) = &place else { return };
    let mut asks = PgConnection::connect(url).await.unwrap();
    while sqlx::query_scalar("select pg_is_in_recovery()").fetch_one(&mut asks).await.unwrap() {}
    is_another_history(&place, &journal.shared()).await;
    journal.close().await;
}
