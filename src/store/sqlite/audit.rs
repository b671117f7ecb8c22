//! The trail: written with the commit that it tells of, one link of its chain per commit.

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqlitePool};

use super::commit::Batch;
use super::facts::AuditEnd;
use super::failed::{Failed, fault};
use super::rows::{blob, maybe_uuid, medewerker, number, stored};
use super::sql;
use crate::clock::Moment;
use crate::domain::ids::{CommandId, GemeenteId, MedewerkerId};
use crate::store::chain::{AuditLink, audit_link};
use crate::store::{AuditRow, AuditUitkomst, Fault};

/// Which lines of the trail are asked for.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AuditFilter {
    /// Of which municipality.
    pub gemeente: GemeenteId,
    /// About this object, such as `zaak/<id>`.
    pub object: Option<String>,
    /// By this person.
    pub wie: Option<MedewerkerId>,
    /// From this moment on.
    pub from: Moment,
    /// Before this moment.
    pub until: Moment,
    /// After the line with this number; 0 is from the beginning.
    pub after: u64,
    /// Lines at most.
    pub limit: usize,
}

/// A line of the trail as read back.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct AuditLine {
    /// Its number, over all municipalities.
    pub n: u64,
    /// The line.
    pub row: AuditRow,
}

pub(super) async fn read(readers: &SqlitePool, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
    let statement = match (&filter.object, filter.wie) {
        (Some(_), _) => sql::AUDIT_BY_OBJECT,
        (None, Some(_)) => sql::AUDIT_BY_WIE,
        (None, None) => sql::AUDIT_BY_TIME,
    };
    let mut lines = Vec::new();
    let mut after = filter.after;
    // With both object and person asked for, the index finds the object and the person is picked out here, page by page.
    loop {
        let mut query = sqlx::query(statement)
            .bind(blob(filter.gemeente.0))
            .bind(filter.from.micros())
            .bind(filter.until.micros())
            .bind(stored(after))
            .bind(stored(filter.limit as u64));
        query = match (&filter.object, filter.wie) {
            (Some(object), _) => query.bind(object.clone()),
            (None, Some(wie)) => query.bind(blob(wie.0)),
            (None, None) => query,
        };
        let found = query.fetch_all(readers).await.map_err(fault)?;
        for row in &found {
            let line = line_of(row)?;
            after = line.n;
            if filter.wie.is_none_or(|wie| line.row.wie == Some(wie)) && lines.len() < filter.limit {
                lines.push(line);
            }
        }
        if found.len() < filter.limit || lines.len() >= filter.limit || filter.limit == 0 {
            return Ok(lines);
        }
    }
}

/// A line from its first ten columns.
pub(super) fn line_of(row: &SqliteRow) -> Result<AuditLine, Fault> {
    let word: &str = row.try_get(7).map_err(fault)?;
    let uitkomst =
        AuditUitkomst::from_word(word).ok_or_else(|| Fault::Corrupt(format!("unknown outcome {word}")))?;
    let line = AuditRow {
        at: Moment::from_micros(row.try_get(1).map_err(fault)?),
        wie: medewerker(row.try_get(2).map_err(fault)?)?,
        rol: row.try_get(3).map_err(fault)?,
        sessie: maybe_uuid(row.try_get(4).map_err(fault)?)?,
        handeling: row.try_get(5).map_err(fault)?,
        object: row.try_get(6).map_err(fault)?,
        uitkomst,
        code: row.try_get(8).map_err(fault)?,
        cmd_id: maybe_uuid(row.try_get(9).map_err(fault)?)?.map(CommandId),
    };
    Ok(AuditLine { n: number(row.try_get(0).map_err(fault)?)?, row: line })
}

impl Batch<'_> {
    /// Writes the lines that the batch gathered, and the link over them.
    pub(super) async fn put_audit(&mut self, node: &str) -> Result<(), Failed> {
        let lines = std::mem::take(&mut self.audit);
        if lines.is_empty() {
            return Ok(());
        }
        let first = self.known.audit.n + 1;
        for (n, (gemeente, row)) in (first..).zip(&lines) {
            self.put_line(n, *gemeente, row).await?;
        }
        let link = self.known.audit.link + 1;
        let position = self.known.facts.position;
        let head = AuditLink { node, link, n_first: first, position };
        let chain = audit_link(&self.known.audit.chain, &head, &lines);
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

    async fn put_line(&mut self, n: u64, gemeente: GemeenteId, row: &AuditRow) -> Result<(), Failed> {
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
            .execute(&mut *self.conn)
            .await?;
        self.rows += 1;
        Ok(())
    }
}
