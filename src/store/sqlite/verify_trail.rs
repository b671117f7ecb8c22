//! Whether the trail is as it was written: every line, every link, every signed head. Goes on after what is wrong, so that each row is
//! named and not only the first.
//!
//! A line has a hash of its own; a link is over the hashes of its lines. So a changed line is told from a changed link: when the link
//! still holds over the hashes that stand there, just that line was changed.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};

use super::audit::line_of;
use super::heads::Meeting;
use super::rows::{link_of, number, stored, uuid_of};
use super::sql;
use super::verify::{BadRow, Stop, Verified, bad};
use crate::domain::ids::GemeenteId;
use crate::store::chain::{AuditLink, Link, START, audit_line, audit_link, audit_link_1};
use crate::store::{AuditRow, Fault};

/// Links that are held in memory at a time, with their lines: a commit has some hundreds at most.
const PAGE_LINKS: i64 = 100;

/// Rows that are named. Who finds so many wrong looks for another copy and not for the rest of them.
pub(super) const BAD_ROWS_MAX: usize = 1_000;

/// Where the walk is.
struct Walk<'a> {
    verified: &'a mut Verified,
    heads: Meeting,
    link: u64,
    line: u64,
    position: u64,
    chain: Link,
    /// What the last link should have been, where it is not: then the next one tells whether it or what is under it was changed.
    made: Option<Link>,
}

/// A link as stored.
struct StoredLink {
    link: u64,
    node: String,
    lines: RangeInclusive<u64>,
    position: u64,
    chain: Link,
    versie: i64,
}

/// A line as stored; `None` for what cannot be read back.
struct StoredLine {
    row: Option<(GemeenteId, AuditRow)>,
    sha: Option<Link>,
    /// Its persons stand under its own municipality and moment.
    agrees: bool,
}

pub(super) async fn trail(
    conn: &mut SqliteConnection,
    heads: Meeting,
    verified: &mut Verified,
) -> Result<(), Stop> {
    let mut walk = Walk { verified, heads, link: 0, line: 0, position: 0, chain: START, made: None };
    loop {
        let found = sqlx::query(sql::VERIFY_LINKS)
            .bind(stored(walk.link))
            .bind(PAGE_LINKS)
            .fetch_all(&mut *conn)
            .await?;
        let links = found.iter().map(stored_link).collect::<Result<Vec<_>, Stop>>()?;
        let (Some(first), Some(last)) = (links.first(), links.last()) else { break };
        let mut lines = lines(conn, *first.lines.start(), *last.lines.end()).await?;
        for link in links {
            walk.gap(conn, &link).await?;
            let below = lines.split_off(&(link.lines.end() + 1));
            let own = std::mem::replace(&mut lines, below);
            walk.link(&link, &own);
        }
    }
    walk.end(conn).await
}

impl Walk<'_> {
    /// What is between the last link and this one, and should not be.
    async fn gap(&mut self, conn: &mut SqliteConnection, next: &StoredLink) -> Result<(), Stop> {
        for missing in (self.link + 1..next.link).take(BAD_ROWS_MAX) {
            self.name("audit_link", format!("link {missing}"), "it is missing");
        }
        self.loose(conn, *next.lines.start()).await
    }

    /// Lines before `until` that no link is over, and numbers without a line.
    async fn loose(&mut self, conn: &mut SqliteConnection, until: u64) -> Result<(), Stop> {
        if self.line + 1 >= until {
            return Ok(());
        }
        let found: Vec<i64> = sqlx::query_scalar(sql::VERIFY_LOOSE_LINES)
            .bind(stored(self.line))
            .bind(stored(until))
            .bind(BAD_ROWS_MAX as i64)
            .fetch_all(&mut *conn)
            .await?;
        let found: std::collections::BTreeSet<i64> = found.into_iter().collect();
        // After the last link nothing is expected: there, only what stands counts.
        let expected = if until == u64::MAX { None } else { Some(self.line + 1..until) };
        for n in expected.into_iter().flatten().take(BAD_ROWS_MAX) {
            if !found.contains(&stored(n)) {
                self.name("audit", format!("line {n}"), "it is missing");
            }
        }
        for n in found {
            self.name("audit", format!("line {n}"), "the link over it is missing");
        }
        Ok(())
    }

    fn link(&mut self, stored: &StoredLink, lines: &BTreeMap<u64, StoredLine>) {
        let (first, last) = (*stored.lines.start(), *stored.lines.end());
        let head =
            AuditLink { node: &stored.node, link: stored.link, n_first: first, position: stored.position };
        let befores = std::iter::once(self.chain).chain(self.made.take());
        let made: Vec<Link> = if stored.versie == 1 {
            let rows = self.lines_1(stored.lines.clone(), lines);
            rows.map(|rows| befores.map(|before| audit_link_1(&before, &head, &rows)).collect())
        } else {
            let hashes = self.lines_2(stored.lines.clone(), lines);
            hashes.map(|hashes| befores.map(|before| audit_link(&before, &head, &hashes)).collect())
        }
        .unwrap_or_default();
        if !made.is_empty() && !made.contains(&stored.chain) {
            let which = format!("link {} (lines {first} to {last})", stored.link);
            let table = if stored.versie == 1 { "audit" } else { "audit_link" };
            self.name(table, which, "the link does not hold over its lines and the link before it");
            self.made = made.first().copied();
        }
        (self.link, self.line, self.position, self.chain) =
            (stored.link, last, stored.position, stored.chain);
        if let Err(Stop::Bad(row)) = self.heads.at(self.link, self.line, &self.chain) {
            self.push(row);
        }
    }

    /// The hashes of these lines as they stand there; `None` when there is not one for each. Names the lines that do not fit theirs.
    fn lines_2(
        &mut self,
        expected: RangeInclusive<u64>,
        lines: &BTreeMap<u64, StoredLine>,
    ) -> Option<Vec<Link>> {
        let mut hashes = Vec::with_capacity(lines.len());
        let mut whole = true;
        for n in expected {
            let Some(line) = lines.get(&n) else {
                self.name("audit", format!("line {n}"), "it is missing");
                whole = false;
                continue;
            };
            match (&line.row, line.sha) {
                (Some((gemeente, row)), Some(sha)) if line.agrees && audit_line(n, *gemeente, row) == sha => {
                    self.verified.audit += 1;
                    hashes.push(sha);
                }
                (_, sha) => {
                    self.name("audit", format!("line {n}"), "it was changed");
                    whole &= sha.is_some();
                    hashes.extend(sha);
                }
            }
        }
        whole.then_some(hashes)
    }

    /// These lines, when all of them are there as they were written before a line had a hash of its own.
    fn lines_1(
        &mut self,
        expected: RangeInclusive<u64>,
        lines: &BTreeMap<u64, StoredLine>,
    ) -> Option<Vec<(GemeenteId, AuditRow)>> {
        let mut rows = Vec::with_capacity(lines.len());
        let mut whole = true;
        for n in expected {
            let line = lines.get(&n);
            match line.and_then(|line| line.row.clone().filter(|_| line.sha.is_none())) {
                Some((gemeente, row)) if !row.is_younger_than_its_link() => rows.push((gemeente, row)),
                Some(_) | None => {
                    let why = if line.is_some() { "it was changed" } else { "it is missing" };
                    self.name("audit", format!("line {n}"), why);
                    whole = false;
                }
            }
        }
        self.verified.audit += rows.len() as u64;
        whole.then_some(rows)
    }

    async fn end(mut self, conn: &mut SqliteConnection) -> Result<(), Stop> {
        self.loose(conn, u64::MAX).await?;
        let loose: Vec<i64> = sqlx::query_scalar(sql::VERIFY_LOOSE_BETROKKENEN)
            .bind(BAD_ROWS_MAX as i64)
            .fetch_all(&mut *conn)
            .await?;
        for n in loose {
            self.name("audit_betrokkene", format!("line {n}"), "the line that it belongs to is missing");
        }
        let feed_end: i64 = sqlx::query_scalar(sql::VERIFY_FEED_END).fetch_one(&mut *conn).await?;
        if number(feed_end)? < self.position {
            let why = format!("the trail knows of events after position {feed_end}, and they are missing");
            let which = format!("link {}, position {}", self.link, self.position);
            self.name("audit", which, why);
        }
        let Walk { verified, heads, link, .. } = self;
        match heads.end(link) {
            Ok(met) => verified.heads = met,
            Err(Stop::Bad(row)) if verified.bad.len() < BAD_ROWS_MAX => verified.bad.push(row),
            Err(Stop::Bad(_)) => {}
            Err(fault) => return Err(fault),
        }
        Ok(())
    }

    fn name(&mut self, table: &'static str, row: String, why: impl Into<String>) {
        if let Stop::Bad(row) = bad(table, row, why) {
            self.push(row);
        }
    }

    fn push(&mut self, row: BadRow) {
        if self.verified.bad.len() < BAD_ROWS_MAX {
            self.verified.bad.push(row);
        }
    }
}

fn stored_link(row: &SqliteRow) -> Result<StoredLink, Stop> {
    let link = number(row.try_get(0)?)?;
    let unreadable = |_: Fault| bad("audit_link", format!("link {link}"), "it cannot be read");
    let (first, last) = (number(row.try_get(2)?)?, number(row.try_get(3)?)?);
    Ok(StoredLink {
        link,
        node: row.try_get(1)?,
        lines: first..=last,
        chain: link_of(row.try_get(4)?).map_err(unreadable)?,
        position: number(row.try_get(5)?)?,
        versie: row.try_get(6)?,
    })
}

async fn lines(
    conn: &mut SqliteConnection,
    first: u64,
    last: u64,
) -> Result<BTreeMap<u64, StoredLine>, Stop> {
    let found =
        sqlx::query(sql::VERIFY_AUDIT).bind(stored(first)).bind(stored(last)).fetch_all(&mut *conn).await?;
    let line = |row: &SqliteRow| -> Result<_, Stop> {
        let n = number(row.try_get(0)?)?;
        let whole = || -> Result<_, Fault> {
            let gemeente = row.try_get(15).map_err(super::failed::fault)?;
            Ok((GemeenteId(uuid_of(gemeente)?), line_of(row)?))
        };
        let marks: Option<&str> = row.try_get(17)?;
        let sha: Option<&[u8]> = row.try_get(16)?;
        let stored = StoredLine {
            row: whole().ok(),
            sha: sha.and_then(|sha| link_of(sha).ok()),
            agrees: marks.is_none_or(str::is_empty),
        };
        Ok((n, stored))
    };
    found.iter().map(line).collect()
}
