//! The trail: written with the commit that it tells of, one link of its chain per commit.

use uuid::Uuid;

use super::facts::AuditEnd;
use super::{Batch, Columns, Conn, Failed, sql, values};
use crate::domain::ids::{CommandId, MedewerkerId, PersoonId};
use crate::store::chain::{AuditLink, audit_line, audit_link};
use crate::store::crypto::unhex;
use crate::store::{AuditFilter, AuditLine, AuditRow, AuditUitkomst, Fault};

pub(crate) async fn read<C: Conn>(conn: &mut C, filter: &AuditFilter) -> Result<Vec<AuditLine>, Fault> {
    let ways = match filter {
        AuditFilter { persoon: Some(_), .. } => [sql::AUDIT_BY_PERSOON_UP, sql::AUDIT_BY_PERSOON_DOWN],
        AuditFilter { object: Some(_), .. } => [sql::AUDIT_BY_OBJECT_UP, sql::AUDIT_BY_OBJECT_DOWN],
        AuditFilter { wie: Some(_), .. } => [sql::AUDIT_BY_WIE_UP, sql::AUDIT_BY_WIE_DOWN],
        _ => [sql::AUDIT_BY_TIME_UP, sql::AUDIT_BY_TIME_DOWN],
    };
    let asked = values![
        filter.gemeente.0,
        filter.from,
        filter.until,
        filter.limit as u64,
        filter.persoon.map(|persoon| persoon.0),
        filter.object.clone(),
        filter.wie.map(|wie| wie.0),
        filter.handeling.clone(),
        filter.uitkomst.map(AuditUitkomst::word),
        filter.na.map(|(at, _)| at.micros()),
        filter.na.map(|(_, place)| super::rows::stored(place)),
    ];
    let found = conn.rows(ways[usize::from(filter.nieuwste_eerst)], asked).await?;
    let line = |row: &C::Row| {
        let node = row.maybe_text(15)?.unwrap_or_default().to_owned();
        Ok(AuditLine { n: row.number(0)?, node, place: row.number(16)?, row: line_of(row)? })
    };
    found.iter().map(line).collect()
}

/// A line from its fifteen columns.
pub(crate) fn line_of(row: &impl Columns) -> Result<AuditRow, Fault> {
    let word = row.text(7)?;
    let uitkomst =
        AuditUitkomst::from_word(word).ok_or_else(|| Fault::Corrupt(format!("unknown outcome {word}")))?;
    let words = |column| -> Result<Option<String>, Fault> { Ok(row.maybe_text(column)?.map(str::to_owned)) };
    Ok(AuditRow {
        at: row.moment(1)?,
        wie: row.maybe_id(2)?.map(MedewerkerId),
        namens: row.maybe_id(10)?.map(MedewerkerId),
        rol: words(3)?,
        sessie: row.maybe_id(4)?,
        handeling: row.text(5)?.to_owned(),
        object: row.text(6)?.to_owned(),
        betrokkenen: row.maybe_text(14)?.map(personen).transpose()?.unwrap_or_default(),
        grond: words(11)?,
        doel: words(12)?,
        systeem: words(13)?,
        uitkomst,
        code: words(8)?,
        cmd_id: row.maybe_id(9)?.map(CommandId),
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

impl<C: Conn> Batch<'_, C> {
    /// Writes the lines that the batch gathered, and the link over them.
    pub(super) async fn put_audit(&mut self) -> Result<(), Failed> {
        let lines = std::mem::take(&mut self.audit);
        if lines.is_empty() {
            return Ok(());
        }
        let (node, nr) = self.node;
        let first = self.known.audit.n + 1;
        let (mut hashes, mut rows, mut about) = (Vec::with_capacity(lines.len()), Vec::new(), Vec::new());
        for (n, (gemeente, row)) in (first..).zip(&lines) {
            let sha = audit_line(n, *gemeente, row);
            rows.push(values![
                nr,
                n,
                gemeente.0,
                row.at,
                row.wie.map(|wie| wie.0),
                row.rol.clone(),
                row.sessie,
                row.handeling.clone(),
                row.object.clone(),
                row.uitkomst.word(),
                row.code.clone(),
                row.cmd_id.map(|command| command.0),
                row.namens.map(|namens| namens.0),
                row.grond.clone(),
                row.doel.clone(),
                row.systeem.clone(),
                sha,
            ]);
            let persons = row.betrokkenen.iter();
            about.extend(persons.map(|persoon| values![nr, gemeente.0, persoon.0, row.at, n]));
            hashes.push(sha);
        }
        self.rows += self.conn.insert(sql::INSERT_AUDIT, rows).await?;
        self.rows += self.conn.put(sql::INSERT_BETROKKENEN, about).await?;
        let link = self.known.audit.link + 1;
        let position = self.known.facts.end;
        let head = AuditLink { node, link, n_first: first, position };
        let chain = audit_link(&self.known.audit.chain, &head, &hashes);
        let last = self.known.audit.n + lines.len() as u64;
        let row = values![link, node, first, last, position, chain, nr];
        self.conn.run(sql::INSERT_AUDIT_LINK, row).await?;
        self.known.audit = AuditEnd { n: last, link, chain, ..self.known.audit };
        Ok(())
    }
}
