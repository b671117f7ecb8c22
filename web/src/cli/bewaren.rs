//! Copies of the record: an export and its way back, and a backup of a file.

use std::path::Path;

use anyhow::Context;
use keukentafel::clock::{Clock, SystemClock};
use keukentafel::domain::ids::DocumentId;
use keukentafel::store::opening::OpenError;
use keukentafel::store::{RestoreError, Verified, postgres, sqlite};

use super::nakijken::all_well;
use super::say;
use crate::config::{Config, Database};
use crate::database::{existing_key, file_options, is_there, made, open_existing, server_options, told};
use crate::demo::GEMEENTE;

/// How far it is, on stderr: what is on stdout is for whoever reads the outcome.
fn hoever(table: &'static str, rows: u64) {
    use std::io::Write;
    drop(writeln!(std::io::stderr().lock(), "{table}: {rows} rijen"));
}

pub(super) async fn export(config: &Config, to: &Path, document: Option<DocumentId>) -> anyhow::Result<()> {
    let journal = open_existing(config).await?;
    let verified = match document {
        None => {
            journal.export(to, SystemClock::default().now(), &mut hoever).await?;
            Some(journal.verify_against(&[]).await?)
        }
        Some(document) => {
            let rows = journal.export_document(GEMEENTE, document, to).await?;
            anyhow::ensure!(rows > 0, "document {document} heeft geen regels");
            None
        }
    };
    journal.close().await;
    say(format_args!("geschreven in {}", to.display()));
    // What is damaged is written all the same: a copy is what somebody will want to look at.
    verified.map_or(Ok(()), |verified| all_well(&verified))
}

pub(super) async fn restore(config: &Config, from: &Path) -> anyhow::Result<()> {
    // Before anything is made: another key opens nothing of it.
    let key = existing_key(config)?;
    let done = match &config.database {
        Database::File(path) => {
            made(&config.data)?;
            sqlite::restore(&file_options(config, path)?, from, &mut hoever).await
        }
        Database::Postgres(url) => {
            postgres::restore(&server_options(config, url, key), from, &mut hoever).await
        }
    };
    let verified = match done {
        Ok(verified) => verified,
        Err(RestoreError::Open(error)) => return told(config, Err(error)),
        Err(error) => return Err(waarom_niet(config, from, error)),
    };
    say(format_args!("teruggezet in {}", config.database));
    tell(&verified);
    all_well(&verified)?;
    say(format_args!(
        "er begint een ander tijdperk: alle schermen lezen opnieuw, en iedereen logt opnieuw in"
    ));
    Ok(())
}

/// Why an export is not put back, for who has to do something about it.
fn waarom_niet(config: &Config, from: &Path, error: RestoreError) -> anyhow::Error {
    let van = from.display();
    match error {
        RestoreError::File { path, source } => {
            anyhow::anyhow!("uit {van} is niets teruggezet: {path} is niet te lezen ({source})")
        }
        RestoreError::Manifest(why) => anyhow::anyhow!(
            "uit {van} is niets teruggezet: manifest.json is niet wat erbij geschreven is (the manifest {why})"
        ),
        RestoreError::OtherKey => anyhow::anyhow!(
            "uit {van} is niets teruggezet: zij is gemaakt onder een andere installatiesleutel dan {}. Noem de goede met --key-file",
            config.key_file.display()
        ),
        RestoreError::NewerSchema { found } => anyhow::anyhow!(
            "uit {van} is niets teruggezet: zij heeft schema {found}, en deze keukentafel is ouder"
        ),
        RestoreError::Cut { file, found, expected } => anyhow::anyhow!(
            "uit {van} is niets teruggezet: {file} is afgebroken na {found} van de {expected} rijen"
        ),
        RestoreError::Changed { file } => {
            anyhow::anyhow!("uit {van} is niets teruggezet: {file} is veranderd nadat zij geschreven werd")
        }
        RestoreError::Row { file, row } => {
            anyhow::anyhow!("uit {van} is niets teruggezet: rij {row} van {file} kan niet gelezen worden")
        }
        RestoreError::NotEmpty => anyhow::anyhow!(
            "uit {van} is niets teruggezet: de database {} is niet leeg (of er ligt nog een -wal van een vorige). Noem een lege met --database-url",
            config.database
        ),
        RestoreError::Bad(bad) => {
            let verified = Verified { bad, ..Verified::default() };
            match all_well(&verified) {
                Err(error) => error.context(format!("uit {van} is niets teruggezet")),
                Ok(()) => anyhow::anyhow!("uit {van} is niets teruggezet"),
            }
        }
        RestoreError::Open(error) => anyhow::Error::new(error).context("database"),
        RestoreError::Fault(fault) => {
            anyhow::Error::new(fault).context(format!("uit {van} is niets teruggezet"))
        }
    }
}

pub(super) async fn backup(config: &Config, to: &Path) -> anyhow::Result<()> {
    let Database::File(path) = &config.database else {
        anyhow::bail!(
            "de database {} staat in PostgreSQL: maak de kopie met pg_basebackup of pg_dump (docs/OPERATIONS.md), of een uitvoer met keukentafel export",
            config.database
        );
    };
    is_there(path)?;
    existing_key(config)?;
    let verified = match sqlite::backup_of(&file_options(config, path)?, to).await {
        Ok(verified) => verified,
        Err(RestoreError::Open(error @ OpenError::WrongKey)) => return told(config, Err(error)),
        Err(error) => return Err(error).context("kopie"),
    };
    say(format_args!("kopie in {}; de installatiesleutel zit er niet in", to.display()));
    tell(&verified);
    all_well(&verified)
}

fn tell(verified: &Verified) {
    let Verified { events, documents, document_rows, audit, .. } = verified;
    say(format_args!(
        "{events} gebeurtenissen, {documents} documenten met {document_rows} rijen, {audit} auditregels"
    ));
}
