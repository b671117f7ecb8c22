//! What somebody reads who starts the program when something is not as it should be.

use tempfile::TempDir;

use super::*;

fn config(folder: &TempDir) -> Config {
    let settings = Settings { data: Some(folder.path().to_owned()), ..Settings::default() };
    settings.over(None, Mode::Serve).unwrap()
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
        names(&message, &config.database);
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
    names(&message, &config.database);
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
    names(&message, &config.database);
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
        names(&message, &config.database);
        assert!(message.contains("--data var --database-url sqlite:var/demo.sqlite"), "{message}");
    }
    assert!(!config.database.exists() && !to.exists());
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
    use keukentafel::store::{AuditRow, Write};
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    let before = std::fs::read(&config.database).unwrap();
    let journal = open(&config).await.unwrap();
    let at = Moment::from_micros(1_790_000_000_000_000);
    let row = AuditRow::new(at, "zaak.lezen", "zaak/1");
    let writes = vec![Write::Audit { gemeente: GEMEENTE, rows: vec![row] }, Write::SignHead { at }];
    for outcome in journal.commit(writes).await {
        outcome.unwrap().unwrap();
    }
    journal.close().await;
    let to = folder.path().join("uit");
    export(&config, &to, None).await.unwrap();
    let heads = to.join("audit_head.jsonl");
    check(&config, Some(&heads)).await.unwrap();
    // The file as it was, before anything was looked at: in itself it is whole.
    std::fs::write(&config.database, before).unwrap();
    check(&config, None).await.unwrap();
    let message = says(check(&config, Some(&heads)).await);
    assert!(message.contains("audit_head") && message.contains("before what was signed"), "{message}");
    assert!(check(&config, Some(&to.join("weg.jsonl"))).await.is_err());
}

// shows C2-L5
#[tokio::test]
async fn a_caseload_that_is_not_the_journals_is_told() {
    use keukentafel::store::{Position, Write};
    let folder = tempfile::tempdir().unwrap();
    let config = made(&folder).await;
    let journal = open(&config).await.unwrap();
    let zaak = hertelling::een_zaak();
    journal.commit(vec![zaak]).await.pop().unwrap().unwrap().unwrap();
    let counted = hertelling::hertel(&journal).await.unwrap();
    assert_eq!((counted.zaken, counted.gewicht), (1, 90));
    // What a start would go on from leaves that zaak out.
    let position = journal.feed(Position(0), 10).await.unwrap().pop().unwrap().position;
    let bytes = keukentafel_actors::overzicht::Overzicht::default().kopie().to_bytes().unwrap();
    let kept = Write::Projection { name: "overzicht", position, bytes };
    journal.commit(vec![kept]).await.pop().unwrap().unwrap().unwrap();
    journal.close().await;
    let message = says(check(&config, None).await);
    assert!(message.contains("niet gelijk aan een hertelling"), "{message}");
}

#[test]
fn every_subcommand_has_a_row_that_says_what_it_asks() {
    use clap::CommandFactory;
    let there: Vec<_> = Cli::command().get_subcommands().map(|one| one.get_name().to_owned()).collect();
    let rows: Vec<_> = EXPORTEISEN.iter().map(|(naam, _)| (*naam).to_owned()).collect();
    assert_eq!(there, rows);
}
