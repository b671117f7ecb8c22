//! `check`: what can be reached and how, whether the key fits, and whether everything that is recorded is as it was written.

use std::path::Path;

use keukentafel::clock::amsterdam;
use keukentafel::store::opening::SCHEMA;
use keukentafel::store::{Journal, SharedJournal, SqliteJournal, StoredJournal, Verified, postgres};

use super::{buiten, hertelling, say};
use crate::config::{Config, Database};
use crate::database::{existing_key, is_there, open_existing, server_options, told};

/// Microseconds that the clock of the database and ours may differ: sessions and turns end by them, in seconds.
const KLOK_MICROS_MAX: u64 = 1_000_000;

/// Of a copy, or after a failover: that the caseload was not looked at.
pub(super) const NIET_HERTELD: &str = "NIET HERTELD: bij de eerste start begint hier een ander tijdperk, en pas daarna is te hertellen; draai dan keukentafel check nog eens";

/// What was looked at and told, and what of it is not in order.
#[derive(Debug, Default)]
pub(super) struct Bevindingen {
    pub(super) regels: Vec<String>,
    mis: Vec<String>,
}

impl Bevindingen {
    /// `wat` is in order, and how.
    pub(super) fn goed(&mut self, wat: &str, hoe: std::fmt::Arguments<'_>) {
        self.zeg(format!("{wat}: {hoe}"));
    }

    /// `wat` is not.
    pub(super) fn mis(&mut self, wat: &str, hoe: std::fmt::Arguments<'_>) {
        self.zeg(format!("{wat}: NIET IN ORDE: {hoe}"));
        self.mis.push(format!("{wat}: {hoe}"));
    }

    fn zeg(&mut self, regel: String) {
        say(format_args!("{regel}"));
        self.regels.push(regel);
    }

    pub(super) fn uitkomst(self) -> anyhow::Result<()> {
        match self.mis.first() {
            None => Ok(()),
            Some(first) => anyhow::bail!("niet alles is in orde ({}); als eerste {first}", self.mis.len()),
        }
    }
}

pub(super) async fn sporen(config: &Config, seen: Option<&Path>) -> anyhow::Result<()> {
    let seen = seen.map(SqliteJournal::read_heads).transpose()?.unwrap_or_default();
    let journal = open_existing(config).await?;
    let verified = journal.verify_trail(&seen).await;
    journal.close().await;
    let verified = verified?;
    all_well(&verified)?;
    say(format_args!("auditregels die kloppen: {}", verified.audit));
    Ok(())
}

pub(super) async fn alles(config: &Config, seen: Option<&Path>) -> anyhow::Result<()> {
    let mut bevindingen = Bevindingen::default();
    anyhow::ensure!(
        amsterdam() != jiff::tz::TimeZone::UTC,
        "de tijdzone Europe/Amsterdam ontbreekt op deze machine"
    );
    let seen = seen.map(SqliteJournal::read_heads).transpose()?.unwrap_or_default();
    buiten::kijk(config, &mut bevindingen).await;
    let kopie = database(config, &mut bevindingen).await?;
    let journal = open_existing(config).await?;
    bevindingen.goed("sleutel", format_args!("{} past bij de database", config.key_file.display()));
    let told = record(&journal, &seen, kopie, &mut bevindingen).await;
    journal.close().await;
    told?;
    bevindingen.uitkomst()
}

/// The database itself; whether it is a copy that no server was started on.
pub(super) async fn database(config: &Config, bevindingen: &mut Bevindingen) -> anyhow::Result<bool> {
    let wat = "database";
    match &config.database {
        Database::File(path) => {
            is_there(path)?;
            bevindingen.goed(wat, format_args!("het bestand {}", path.display()));
            Ok(false)
        }
        Database::Postgres(url) => {
            let options = server_options(config, url, existing_key(config)?);
            let found = told(config, postgres::look(&options).await)?;
            let settings: Vec<String> =
                found.settings.iter().map(|(name, value)| format!("{name} {value}")).collect();
            let (server, place) = (&found.server, &config.database);
            bevindingen.goed(wat, format_args!("PostgreSQL {server} op {place}, {}", settings.join(", ")));
            match found.schema {
                Some(SCHEMA) => {}
                Some(schema) if schema > SCHEMA => {}
                Some(schema) => bevindingen.mis(
                    "schema",
                    format_args!(
                        "{schema}, en deze keukentafel kent {SCHEMA}: draai eerst keukentafel migrate"
                    ),
                ),
                None => bevindingen.mis("schema", format_args!("er staat nog niets in")),
            }
            let millis = found.clock / 1_000;
            if found.clock.unsigned_abs() > KLOK_MICROS_MAX {
                bevindingen
                    .mis("klok", format_args!("die van de database loopt {millis} ms voor op de onze"));
            } else {
                bevindingen
                    .goed("klok", format_args!("die van de database loopt {millis} ms voor op de onze"));
            }
            if found.copied {
                bevindingen.goed(
                    "kopie",
                    format_args!("hier teruggezet, of een andere server nam het over: bij de eerste start begint een ander tijdperk"),
                );
            }
            Ok(found.copied)
        }
    }
}

/// What stands in it.
pub(super) async fn record(
    journal: &StoredJournal,
    seen: &[keukentafel::store::SignedHead],
    kopie: bool,
    bevindingen: &mut Bevindingen,
) -> anyhow::Result<()> {
    let counts = journal.statistics().await?;
    say(format_args!(
        "schema {}, {} gebeurtenissen in {} stromen, {} documenten met {} rijen, {} auditregels, {} concepten",
        counts.schema,
        counts.events,
        counts.streams,
        counts.documents,
        counts.document_rows,
        counts.audit,
        counts.concepten
    ));
    let (verified, shared) = (journal.verify_against(seen).await?, journal.shared());
    // Of a copy that nobody opened yet the feed is not read: its places are counted from the first start on.
    let recounted = if kopie { None } else { Some(hertelling::hertel(&shared).await) };
    all_well(&verified)?;
    match recounted {
        Some(recounted) => {
            let hertelling::Hertelling { zaken, gewicht } = recounted?;
            let (uren, minuten) = (gewicht / 60, gewicht % 60);
            bevindingen.goed(
                "caseload",
                format_args!(
                    "{zaken} lopende zaken, {uren} uur en {minuten} minuten per week, gelijk aan een hertelling van het journaal"
                ),
            );
        }
        None => bevindingen.goed("caseload", format_args!("{NIET_HERTELD}")),
    }
    say(format_args!("openbare sleutel van de handtekeningen (ed25519): {}", key_of(&shared)));
    Ok(())
}

fn key_of(journal: &SharedJournal) -> String {
    journal.head_key().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Says what is wrong with which rows, and ends with the first of them.
pub(super) fn all_well(verified: &Verified) -> anyhow::Result<()> {
    for bad in &verified.bad {
        say(format_args!("rij {} van {} klopt niet: {}", bad.row, bad.table, bad.why));
    }
    if let Some(first) = verified.bad.first() {
        anyhow::bail!(
            "{} rijen kloppen niet; de eerste is rij {} van {}: {}",
            verified.bad.len(),
            first.row,
            first.table,
            first.why
        );
    }
    say(format_args!("alle ketens kloppen; ondertekende koppen van het auditspoor: {}", verified.heads));
    Ok(())
}
