//! What somebody reads who starts the program when something is not as it should be.

use tempfile::TempDir;

use std::path::Path;

use keukentafel::rng::{Rng, SystemRng};
use keukentafel::store::{InstallationKey, Journal, Write};

use super::bewaren::{backup, export, restore};
use super::nakijken::{Bevindingen, alles as check};
use super::*;
use crate::config::Database;
use crate::database::open_existing;
use crate::demo::GEMEENTE;

fn config(folder: &TempDir) -> Config {
    let settings = Settings { data: Some(folder.path().to_owned()), ..Settings::default() };
    settings.over(None, Mode::Serve).unwrap()
}

/// The file of the database.
fn file(config: &Config) -> &Path {
    config.database.file().unwrap()
}

async fn made(folder: &TempDir) -> Config {
    let config = config(folder);
    open(&config).await.unwrap().close().await;
    config
}

/// The message, with what led to it.
fn says<T>(result: anyhow::Result<T>) -> String {
    format!("{:#}", result.err().unwrap())
}

fn names(message: &str, path: &Path) {
    assert!(message.contains(&path.display().to_string()), "{message}");
}

#[tokio::test]
async fn a_missing_installation_key_is_named_and_none_is_made() {
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    std::fs::remove_file(&config.key_file).unwrap();
    for message in [says(open(&config).await), says(check(&config, None).await)] {
        names(&message, &config.key_file);
        names(&message, file(&config));
        assert!(message.contains("ontbreekt") && message.contains("zet de sleutel terug"), "{message}");
    }
    assert!(!config.key_file.exists(), "a new key would open nothing");
}

#[tokio::test]
async fn another_installation_key_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    let key = std::fs::read_to_string(&config.key_file).unwrap();
    std::fs::remove_file(&config.key_file).unwrap();
    InstallationKey::load_or_create(&config.key_file, &SystemRng).unwrap();
    let message = says(open(&config).await);
    names(&message, &config.key_file);
    names(&message, file(&config));
    assert!(message.contains("--key-file"), "{message}");
    // Nor is one that is no key, or that others may read, taken for the right one; and what it holds is not repeated.
    std::fs::write(&config.key_file, &key[..40]).unwrap();
    let message = says(open(&config).await);
    assert!(message.contains("64 hex digits") && !message.contains(&key[..40]), "{message}");
    std::fs::write(&config.key_file, key).unwrap();
    open(&config).await.unwrap().close().await;
}

#[tokio::test]
async fn a_database_in_use_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(&folder);
    let journal = open(&config).await.unwrap();
    let message = says(check(&config, None).await);
    names(&message, file(&config));
    assert!(message.contains("stop eerst") && message.contains("--database-url"), "{message}");
    assert!(!message.contains(".slot"), "{message}");
    journal.close().await;
    check(&config, None).await.unwrap();
}

#[tokio::test]
async fn an_absent_database_is_not_made_and_the_demos_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let config = config(&folder);
    let to = folder.path().join("uit");
    for message in [says(check(&config, None).await), says(export(&config, &to, None).await)] {
        names(&message, file(&config));
        assert!(message.contains("--data var --database-url sqlite:var/demo.sqlite"), "{message}");
    }
    assert!(!file(&config).exists() && !to.exists());
    // These words do lead to the demo's files.
    let cli = Cli::parse_from([
        "keukentafel",
        "check",
        "--data",
        "var",
        "--database-url",
        "sqlite:var/demo.sqlite",
    ]);
    let Command::Check { settings, getekend: None, sporen: false } = cli.command else { panic!("check") };
    let told = settings.over(None, Mode::Serve).unwrap();
    let demo = Settings::default().over(None, Mode::Demo).unwrap();
    assert_eq!((told.database, told.key_file), (demo.database, demo.key_file));
}

// shows G29
#[tokio::test]
async fn a_trail_that_was_cut_off_is_found_by_heads_that_were_kept_elsewhere() {
    use keukentafel::clock::Moment;
    use keukentafel::store::AuditRow;
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    let before = std::fs::read(file(&config)).unwrap();
    let journal = open_existing(&config).await.unwrap();
    let at = Moment::from_micros(1_790_000_000_000_000);
    let row = AuditRow::new(at, "zaak.lezen", "zaak/1");
    let writes = vec![Write::Audit { gemeente: GEMEENTE, rows: vec![row] }, Write::SignHead { at }];
    for outcome in journal.shared().commit(writes).await {
        outcome.unwrap().unwrap();
    }
    journal.close().await;
    let to = folder.path().join("uit");
    export(&config, &to, None).await.unwrap();
    let heads = to.join("audit_head.jsonl");
    check(&config, Some(&heads)).await.unwrap();
    // The file as it was, before anything was looked at: in itself it is whole.
    std::fs::write(file(&config), before).unwrap();
    check(&config, None).await.unwrap();
    let message = says(check(&config, Some(&heads)).await);
    assert!(message.contains("audit_head") && message.contains("before what was signed"), "{message}");
    assert!(check(&config, Some(&to.join("weg.jsonl"))).await.is_err());
}

// shows C2-L5
#[tokio::test]
async fn a_caseload_that_is_not_the_journals_is_told() {
    use keukentafel::store::Position;
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    let stored = open_existing(&config).await.unwrap();
    let journal = stored.shared();
    let zaak = hertelling::een_zaak();
    journal.commit(vec![zaak]).await.pop().unwrap().unwrap().unwrap();
    let counted = hertelling::hertel(&journal).await.unwrap();
    assert_eq!((counted.zaken, counted.gewicht), (1, 90));
    // What a start would go on from leaves that zaak out.
    let position = journal.feed(Position(0), 10).await.unwrap().pop().unwrap().position;
    let bytes = keukentafel_actors::overzicht::Overzicht::default().kopie().to_bytes().unwrap();
    let kept = Write::Projection { name: "overzicht", position, bytes };
    journal.commit(vec![kept]).await.pop().unwrap().unwrap().unwrap();
    stored.close().await;
    let message = says(check(&config, None).await);
    assert!(message.contains("niet gelijk aan een hertelling"), "{message}");
}

// shows C2-L5, G07: what was not looked at is said
#[tokio::test]
async fn of_a_copy_that_nobody_opened_it_is_told_that_the_caseload_was_not_recounted() {
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    with_a_zaak(&config).await;
    let stored = open_existing(&config).await.unwrap();
    for (kopie, line) in [(true, nakijken::NIET_HERTELD), (false, "1 lopende zaken, 1 uur en 30 minuten")] {
        let mut told = nakijken::Bevindingen::default();
        nakijken::record(&stored, &[], kopie, &mut told).await.unwrap();
        assert!(told.regels.iter().any(|one| one.contains(line)), "{:?}", told.regels);
    }
    stored.close().await;
}

#[test]
fn every_subcommand_has_a_row_that_says_what_it_asks() {
    use clap::CommandFactory;
    let there: Vec<_> = Cli::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let rows: Vec<_> = EXPORTEISEN.iter().map(|(naam, _)| (*naam).to_owned()).collect();
    assert_eq!(there, rows);
}

/// One zaak in the record.
async fn with_a_zaak(config: &Config) {
    let journal = open(config).await.unwrap();
    journal.shared().commit(vec![hertelling::een_zaak()]).await.pop().unwrap().unwrap().unwrap();
    journal.close().await;
}

/// The same key, an empty place beside it.
fn elsewhere(config: &Config, folder: &TempDir) -> Config {
    Config {
        data: folder.path().into(),
        database: Database::File(folder.path().join("kopie.sqlite")),
        ..config.clone()
    }
}

// shows G07
#[tokio::test]
async fn an_export_is_put_back_and_checked_and_not_over_anything() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let config = made(&folder).await;
    with_a_zaak(&config).await;
    let to = other.path().join("uit");
    export(&config, &to, None).await.unwrap();
    let copy = elsewhere(&config, &other);
    restore(&copy, &to).await.unwrap();
    check(&copy, None).await.unwrap();
    let told = says(restore(&copy, &to).await);
    assert!(told.contains("is niet leeg"), "{told}");
    // Another key opens nothing of it, and none is made.
    let (third, fourth) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let stranger = Config { key_file: third.path().join("sleutel"), ..elsewhere(&config, &third) };
    let told = says(restore(&stranger, &to).await);
    names(&told, &stranger.key_file);
    assert!(!stranger.key_file.exists());
    InstallationKey::load_or_create(&stranger.key_file, &SystemRng).unwrap();
    let told = says(restore(&stranger, &to).await);
    assert!(told.contains("andere installatiesleutel") && told.contains("--key-file"), "{told}");
    // What is wrong with a file is said by its name.
    let event = to.join("event.jsonl");
    std::fs::write(&event, std::fs::read_to_string(&event).unwrap().replace("zaak", "zaal")).unwrap();
    let told = says(restore(&elsewhere(&config, &fourth), &to).await);
    assert!(told.contains("event.jsonl is veranderd"), "{told}");
    assert!(!fourth.path().join("kopie.sqlite").exists());
}

// shows G07
#[tokio::test]
async fn a_backup_is_made_while_the_server_runs() {
    let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let config = made(&folder).await;
    with_a_zaak(&config).await;
    let running = open(&config).await.unwrap();
    let copy = elsewhere(&config, &other);
    backup(&config, file(&copy)).await.unwrap();
    assert!(backup(&config, file(&copy)).await.is_err(), "it is there already");
    check(&copy, None).await.unwrap();
    let opened = open(&copy).await.unwrap();
    assert_ne!(opened.shared().epoch(), running.shared().epoch());
    let renewed = open_as(&config, EpochChoice::Renew);
    assert!(renewed.await.is_err(), "the server has it");
}

/// A database of its own in the private server, and its address.
async fn server() -> Option<String> {
    let Ok(server) = std::env::var("KEUKENTAFEL_TEST_POSTGRES") else {
        eprintln!("skipped: there is no PostgreSQL; run this with scripts/with-postgres.sh");
        return None;
    };
    let name = format!("kt_{:08x}{:08x}", SystemRng.u32(), SystemRng.u32());
    Some(keukentafel::store::postgres::make_schema(&server, &name).await.unwrap())
}

// shows G07, G29
#[tokio::test]
async fn a_database_in_postgresql_is_checked_beside_its_nodes_and_put_back_as_a_file() {
    let Some(url) = server().await else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = config(&folder);
    let config = Config { database: Database::Postgres(url), ..file.clone() };
    let told = says(check(&config, None).await);
    assert!(told.contains("ontbreekt"), "{told}");
    InstallationKey::load_or_create(&config.key_file, &SystemRng).unwrap();
    let told = says(check(&config, None).await);
    assert!(told.contains("staat nog niets"), "{told}");
    with_a_zaak(&config).await;
    let running = open(&config).await.unwrap();
    check(&config, None).await.unwrap();
    let mut bevindingen = Bevindingen::default();
    assert!(!nakijken::database(&config, &mut bevindingen).await.unwrap());
    let told = bevindingen.regels.join("\n");
    for part in ["PostgreSQL 1", "fsync on", "synchronous_commit on", "klok: die van de database loopt"] {
        assert!(told.contains(part), "{part}: {told}");
    }
    let to = folder.path().join("uit");
    export(&config, &to, None).await.unwrap();
    running.close().await;
    restore(&file, &to).await.unwrap();
    check(&file, None).await.unwrap();
    let told = says(backup(&config, &folder.path().join("kopie")).await);
    assert!(told.contains("pg_basebackup"), "{told}");
    let other = folder.path().join("andere.sleutel");
    InstallationKey::load_or_create(&other, &SystemRng).unwrap();
    let told = says(check(&Config { key_file: other.clone(), ..config }, None).await);
    names(&told, &other);
    assert!(told.contains("--key-file"), "{told}");
}

/// What is set outside the database: each is one line, and what is away is told as such without a password.
#[tokio::test]
async fn what_is_outside_is_told_with_whether_it_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let away = "127.0.0.1:9";
    let mut settings = Settings {
        data: Some(folder.path().to_owned()),
        database_url: Some("postgres://kt@127.0.0.1:9/kt".into()),
        redis_url: format!("redis://kt:geheim@{away}").parse().ok(),
        allegro_url: Some(format!("http://{away}")),
        allegro_sleutel: "niet-om-te-lezen".parse().ok(),
        brp_url: Some(format!("http://{away}")),
        brp_sleutel: "niet-om-te-lezen".parse().ok(),
        ..Settings::default()
    };
    settings.berichten.mail_url = Some(format!("smtp://{away}"));
    settings.berichten.mail_van = Some("geen-antwoord@gemeente.nl".into());
    let mut bevindingen = Bevindingen::default();
    buiten::kijk(&settings.over(None, Mode::Serve).unwrap(), &mut bevindingen).await;
    let told = bevindingen.regels.join("\n");
    for part in [
        "redis: NIET IN ORDE",
        "Allegro: NIET IN ORDE",
        "BRP: ingesteld; niet gevraagd",
        "mailserver: NIET IN ORDE",
    ] {
        assert!(told.contains(part), "{part}: {told}");
    }
    assert!(!told.contains("geheim") && !told.contains("niet-om-te-lezen"), "{told}");
    assert!(bevindingen.uitkomst().is_err());
}

// shows G11
#[tokio::test]
async fn a_redis_that_is_there_is_told_with_its_version() {
    let Ok(redis) = std::env::var("KEUKENTAFEL_TEST_REDIS") else {
        eprintln!("skipped: there is no Redis; run this with scripts/with-redis.sh");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        data: Some(folder.path().to_owned()),
        database_url: Some("postgres://kt@127.0.0.1:9/kt".into()),
        redis_url: redis.parse().ok(),
        ..Settings::default()
    };
    let mut bevindingen = Bevindingen::default();
    buiten::kijk(&settings.over(None, Mode::Serve).unwrap(), &mut bevindingen).await;
    let told = bevindingen.regels.join("\n");
    assert!(told.contains("redis: bereikbaar, versie ") && told.contains("komt terug in"), "{told}");
    assert!(bevindingen.uitkomst().is_ok());
}
