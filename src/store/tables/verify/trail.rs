//! Whether the trail is as it was written: every line, every link, every signed head. Goes on after what is wrong, so that each row is
//! named and not only the first.
//!
//! A line has a hash of its own; a link is over the hashes of its lines. So a changed line is told from a changed link: when the link
//! still holds over the hashes that stand there, just that line was changed. Each node has a chain of its own; a file has one, and those that came with a
//! restored copy.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::heads::Meeting;
use super::{BadRow, Stop, Verified, bad, sql};
use crate::domain::ids::GemeenteId;
use crate::store::chain::{AuditLink, Link, START, audit_line, audit_link, audit_link_1};
use crate::store::tables::audit::line_of;
use crate::store::tables::rows::{link_of, stored};
use crate::store::tables::{Columns, Conn, Failed, values};
use crate::store::{AuditRow, Fault};

/// Links that are held in memory at a time, with their lines: a commit has some hundreds at most.
const PAGE_LINKS: u64 = 100;

/// Rows that are named. Who finds so many wrong looks for another copy and not for the rest of them.
const BAD_ROWS_MAX: usize = 1_000;

/// No chain has so many lines: where a file has several, it is what they are apart.
const LINES_END: u64 = 1 << 40;

/// A chain of the trail: its number, and where it ends.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Keten {
    pub(crate) nr: u64,
    /// The name under which its last link was made.
    pub(crate) node: String,
    pub(crate) link: u64,
    pub(crate) lines: u64,
    pub(crate) chain: Link,
}

/// The chains that there are, by number. One without a link has lines that no link is over.
pub(crate) async fn ketens<C: Conn>(conn: &mut C) -> Result<Vec<Keten>, Failed> {
    let (mut all, mut from) = (Vec::new(), 0_u64);
    loop {
        let next = conn.row(sql::NEXT_CHAIN, values![from]).await?;
        let Some(nr) = next.map(|row| row.maybe_long(0)).transpose()?.flatten() else { return Ok(all) };
        let nr = crate::store::tables::rows::number(nr)?;
        let keten = match conn.row(sql::CHAIN_END, values![nr]).await? {
            Some(row) => Keten {
                nr,
                node: row.text(0)?.to_owned(),
                link: row.number(1)?,
                lines: row.number(2)?,
                // What is no hash is named where the links are looked at.
                chain: row.link(3).unwrap_or(START),
            },
            None => Keten { nr, node: String::new(), link: 0, lines: 0, chain: START },
        };
        all.push(keten);
        from = nr + 1;
    }
}

/// Where the walk is.
struct Walk<'a> {
    verified: &'a mut Verified,
    heads: &'a mut Meeting,
    /// The number of the chain.
    nr: u64,
    /// What tells its rows from those of another chain.
    van: String,
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
    /// There is an event where the feed ended then.
    met_event: bool,
}

/// A line as stored; `None` for what cannot be read back.
struct StoredLine {
    row: Option<(GemeenteId, AuditRow)>,
    sha: Option<Link>,
    /// Its persons stand under its own municipality and moment.
    agrees: bool,
}

pub(super) async fn trail<C: Conn>(
    conn: &mut C,
    mut heads: Meeting,
    verified: &mut Verified,
) -> Result<(), Stop> {
    for keten in ketens(conn).await? {
        let van = if keten.nr == 0 { String::new() } else { format!(" of node {}", keten.node) };
        let walk = Walk {
            verified,
            heads: &mut heads,
            nr: keten.nr,
            van,
            link: 0,
            line: 0,
            position: 0,
            chain: START,
            made: None,
        };
        walk.all(conn).await?;
    }
    let (met, unmet) = heads.end();
    verified.heads = met;
    for stop in unmet {
        if let Stop::Bad(row) = stop {
            push(verified, row);
        }
    }
    Ok(())
}

fn push(verified: &mut Verified, row: BadRow) {
    if verified.bad.len() < BAD_ROWS_MAX {
        verified.bad.push(row);
    }
}

impl Walk<'_> {
    async fn all<C: Conn>(mut self, conn: &mut C) -> Result<(), Stop> {
        loop {
            let found = conn.rows(sql::VERIFY_LINKS, values![self.nr, self.link, PAGE_LINKS]).await?;
            let links = found.iter().map(stored_link).collect::<Result<Vec<_>, Stop>>()?;
            let (Some(first), Some(last)) = (links.first(), links.last()) else { break };
            let mut lines = lines(conn, self.nr, *first.lines.start(), *last.lines.end()).await?;
            for link in links {
                self.gap(conn, &link).await?;
                let below = lines.split_off(&(link.lines.end() + 1));
                let own = std::mem::replace(&mut lines, below);
                self.link(&link, &own);
            }
        }
        self.end(conn).await
    }

    /// What is between the last link and this one, and should not be.
    async fn gap<C: Conn>(&mut self, conn: &mut C, next: &StoredLink) -> Result<(), Stop> {
        for missing in (self.link + 1..next.link).take(BAD_ROWS_MAX) {
            self.name("audit_link", format!("link {missing}"), "it is missing");
        }
        self.loose(conn, *next.lines.start()).await
    }

    /// Lines before `until` that no link is over, and numbers without a line.
    async fn loose<C: Conn>(&mut self, conn: &mut C, until: u64) -> Result<(), Stop> {
        if self.line + 1 >= until {
            return Ok(());
        }
        let asked = values![self.nr, self.line, until, BAD_ROWS_MAX as u64];
        let found = conn.rows(sql::VERIFY_LOOSE_LINES, asked).await?;
        let found =
            found.iter().map(|row| row.long(0)).collect::<Result<std::collections::BTreeSet<_>, _>>()?;
        // After the last link nothing is expected: there, only what stands counts.
        let expected = if until == LINES_END { None } else { Some(self.line + 1..until) };
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
        if !stored.met_event && stored.position != self.position {
            let which = format!("link {}, position {}", stored.link, stored.position);
            self.name("audit", which, "the trail knows of an event there, and it is missing");
        }
        (self.link, self.line, self.position, self.chain) =
            (stored.link, last, stored.position, stored.chain);
        self.heads.at(&stored.node, self.link, self.line, &self.chain);
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

    async fn end<C: Conn>(&mut self, conn: &mut C) -> Result<(), Stop> {
        self.loose(conn, LINES_END).await?;
        let loose = conn.rows(sql::VERIFY_LOOSE_BETROKKENEN, values![self.nr, BAD_ROWS_MAX as u64]).await?;
        for row in &loose {
            let line = format!("line {}", row.long(0)?);
            self.name("audit_betrokkene", line, "the line that it belongs to is missing");
        }
        Ok(())
    }

    fn name(&mut self, table: &'static str, row: String, why: impl Into<String>) {
        let row = BadRow { table, row: format!("{row}{}", self.van), why: why.into() };
        push(self.verified, row);
    }
}

fn stored_link(row: &impl Columns) -> Result<StoredLink, Stop> {
    let link = row.number(0)?;
    let unreadable = |_: Fault| bad("audit_link", format!("link {link}"), "it cannot be read");
    Ok(StoredLink {
        link,
        node: row.text(1)?.to_owned(),
        lines: row.number(2)?..=row.number(3)?,
        chain: row.bytes(4).and_then(link_of).map_err(unreadable)?,
        position: row.number(5)?,
        versie: row.long(6)?,
        met_event: row.flag(7)?,
    })
}

async fn lines<C: Conn>(
    conn: &mut C,
    nr: u64,
    first: u64,
    last: u64,
) -> Result<BTreeMap<u64, StoredLine>, Stop> {
    let found = conn.rows(sql::VERIFY_AUDIT, values![nr, first, last]).await?;
    let line = |row: &C::Row| -> Result<_, Stop> {
        let whole = || -> Result<_, Fault> { Ok((GemeenteId(row.id(15)?), line_of(row)?)) };
        let stored = StoredLine {
            row: whole().ok(),
            sha: row.maybe_bytes(16)?.and_then(|sha| link_of(sha).ok()),
            agrees: row.flag(17)?,
        };
        Ok((row.number(0)?, stored))
    };
    found.iter().map(line).collect()
}
