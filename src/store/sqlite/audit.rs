//! The trail: written with the commit that it tells of, one link of its chain per commit.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqlitePool};
use uuid::Uuid;

use super::commit::Batch;
use super::facts::{AuditEnd, json};
use super::failed::{Failed, fault};
use super::rows::{blob, maybe_uuid, medewerker, number, stored};
use super::sql;
use crate::clock::Moment;
use crate::domain::ids::{CommandId, GemeenteId, PersoonId};
use crate::store::chain::{AuditLink, Link, audit_line, audit_link};
use crate::store::crypto::{hex, unhex};
use crate::store::{AuditFilter, AuditLine, AuditRow, AuditUitkomst, Fault};

pub(super) async fn read(readers: &SqlitePool, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
    let ways = match filter {
        AuditFilter { persoon: Some(_), .. } => [sql::AUDIT_BY_PERSOON_UP, sql::AUDIT_BY_PERSOON_DOWN],
        AuditFilter { object: Some(_), .. } => [sql::AUDIT_BY_OBJECT_UP, sql::AUDIT_BY_OBJECT_DOWN],
        AuditFilter { wie: Some(_), .. } => [sql::AUDIT_BY_WIE_UP, sql::AUDIT_BY_WIE_DOWN],
        _ => [sql::AUDIT_BY_TIME_UP, sql::AUDIT_BY_TIME_DOWN],
    };
    let found = sqlx::query(ways[usize::from(filter.nieuwste_eerst)])
        .bind(blob(filter.gemeente.0))
        .bind(filter.from.micros())
        .bind(filter.until.micros())
        .bind(stored(filter.limit as u64))
        .bind(filter.persoon.map(|persoon| blob(persoon.0)))
        .bind(filter.object.clone())
        .bind(filter.wie.map(|wie| blob(wie.0)))
        .bind(filter.handeling.clone())
        .bind(filter.uitkomst.map(AuditUitkomst::word))
        .bind(filter.na.map(|(at, _)| at.micros()))
        .bind(filter.na.map(|(_, n)| stored(n)))
        .fetch_all(readers)
        .await
        .map_err(fault)?;
    let line = |row: &SqliteRow| {
        let n = number(row.try_get(0).map_err(fault)?)?;
        let node: Option<String> = row.try_get(15).map_err(fault)?;
        Ok(AuditLine { n, node: node.unwrap_or_default(), row: line_of(row)? })
    };
    found.iter().map(line).collect()
}

/// A line from its fifteen columns.
pub(super) fn line_of(row: &SqliteRow) -> Result<AuditRow, Fault> {
    let word: &str = row.try_get(7).map_err(fault)?;
    let uitkomst =
        AuditUitkomst::from_word(word).ok_or_else(|| Fault::Corrupt(format!("unknown outcome {word}")))?;
    let betrokkenen: Option<&str> = row.try_get(14).map_err(fault)?;
    Ok(AuditRow {
        at: Moment::from_micros(row.try_get(1).map_err(fault)?),
        wie: medewerker(row.try_get(2).map_err(fault)?)?,
        namens: medewerker(row.try_get(10).map_err(fault)?)?,
        rol: row.try_get(3).map_err(fault)?,
        sessie: maybe_uuid(row.try_get(4).map_err(fault)?)?,
        handeling: row.try_get(5).map_err(fault)?,
        object: row.try_get(6).map_err(fault)?,
        betrokkenen: betrokkenen.map(personen).transpose()?.unwrap_or_default(),
        grond: row.try_get(11).map_err(fault)?,
        doel: row.try_get(12).map_err(fault)?,
        systeem: row.try_get(13).map_err(fault)?,
        uitkomst,
        code: row.try_get(8).map_err(fault)?,
        cmd_id: maybe_uuid(row.try_get(9).map_err(fault)?)?.map(CommandId),
    })
}

/// Ids in hexadecimal, one after the other.
fn personen(text: &str) -> Result<Vec<PersoonId>, Fault> {
    let bytes = unhex(text).unwrap_or_default();
    let (ids, rest) = bytes.as_chunks::<16>();
    if !rest.is_empty() || ids.len() * 32 != text.len() {
        return Err(Fault::Corrupt("a person of a line of the trail cannot be read".into()));
    }
    let mut ids: Vec<_> = ids.iter().map(|id| PersoonId(Uuid::from_bytes(*id))).collect();
    ids.sort_unstable();
    Ok(ids)
}

impl Batch<'_> {
    /// Writes the lines that the batch gathered, and the link over them.
    pub(super) async fn put_audit(&mut self, node: &str) -> Result<(), Failed> {
        let lines = std::mem::take(&mut self.audit);
        if lines.is_empty() {
            return Ok(());
        }
        let first = self.known.audit.n + 1;
        let mut hashes = Vec::with_capacity(lines.len());
        for (n, (gemeente, row)) in (first..).zip(&lines) {
            let sha = audit_line(n, *gemeente, row);
            self.put_line(n, *gemeente, row, &sha).await?;
            hashes.push(sha);
        }
        self.put_betrokkenen(first, &lines).await?;
        let link = self.known.audit.link + 1;
        let position = self.known.facts.position;
        let head = AuditLink { node, link, n_first: first, position };
        let chain = audit_link(&self.known.audit.chain, &head, &hashes);
        let last = self.known.audit.n + lines.len() as u64;
        sqlx::query(sql::INSERT_AUDIT_LINK)
            .bind(stored(link))
            .bind(node.to_owned())
            .bind(stored(first))
            .bind(stored(last))
            .bind(stored(position))
            .bind(chain.to_vec())
            .execute(&mut *self.conn)
            .await?;
        self.known.audit = AuditEnd { n: last, link, chain, ..self.known.audit };
        Ok(())
    }

    /// About whom these lines are, all in one statement.
    async fn put_betrokkenen(&mut self, first: u64, lines: &[(GemeenteId, AuditRow)]) -> Result<(), Failed> {
        let numbered = (first..).zip(lines);
        let all: Vec<_> = numbered
            .flat_map(|(n, (gemeente, row))| {
                let gemeente = hex(gemeente.0.as_bytes());
                let one = move |persoon: &PersoonId| {
                    (gemeente.clone(), hex(persoon.0.as_bytes()), row.at.micros(), n)
                };
                row.betrokkenen.iter().map(one)
            })
            .collect();
        if all.is_empty() {
            return Ok(());
        }
        sqlx::query(sql::INSERT_BETROKKENEN).bind(json(&all)).execute(&mut *self.conn).await?;
        self.rows += all.len() as u64;
        Ok(())
    }

    async fn put_line(
        &mut self,
        n: u64,
        gemeente: GemeenteId,
        row: &AuditRow,
        sha: &Link,
    ) -> Result<(), Failed> {
        sqlx::query(sql::INSERT_AUDIT)
            .bind(stored(n))
            .bind(blob(gemeente.0))
            .bind(row.at.micros())
            .bind(row.wie.map(|wie| blob(wie.0)))
            .bind(row.rol.clone())
            .bind(row.sessie.map(blob))
            .bind(row.handeling.clone())
            .bind(row.object.clone())
            .bind(row.uitkomst.word())
            .bind(row.code.clone())
            .bind(row.cmd_id.map(|command| blob(command.0)))
            .bind(row.namens.map(|namens| blob(namens.0)))
            .bind(row.grond.clone())
            .bind(row.doel.clone())
            .bind(row.systeem.clone())
            .bind(sha.to_vec())
            .execute(&mut *self.conn)
            .await?;
        self.rows += 1;
        Ok(())
    }
}
