//! Reads what a batch touches, in one question per table.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{Row, SqliteConnection};

use super::document::Packed;
use super::failed::Failed;
use super::rows::{link_of, medewerker, number};
use super::sql;
use crate::clock::Moment;
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId};
use crate::store::admit::{DocumentFacts, Facts, document_stream};
use crate::store::chain::{Link, START, sha256};
use crate::store::crypto::{Keys, StreamKey, hex};
use crate::store::heads::LastHead;
use crate::store::{
    Append, ConceptSleutel, DocumentStatus, DocumentUpdate, Fault, Position, StreamId, Write,
};

/// What is known at the start of a batch, and what only the database needs beside the facts.
#[derive(Default)]
pub(super) struct Known {
    pub(super) facts: Facts,
    pub(super) chains: BTreeMap<(GemeenteId, StreamId), Link>,
    pub(super) keys: BTreeMap<(GemeenteId, StreamId), StreamKey>,
    /// Per document the end of its chain and the last packed row.
    pub(super) logs: BTreeMap<(GemeenteId, DocumentId), (Link, u64)>,
    /// Client ids that stand in the database.
    pub(super) bound: BTreeSet<(GemeenteId, DocumentId, u64)>,
    pub(super) audit: AuditEnd,
}

/// Where the trail ends, and what of it this node signed last.
#[derive(Copy, Clone, Debug, Default)]
pub(super) struct AuditEnd {
    /// Its last line.
    pub(super) n: u64,
    /// Its last link.
    pub(super) link: u64,
    pub(super) chain: Link,
    pub(super) signed: Option<LastHead>,
}

/// Where the feed and the trail end. Only the writer moves them, so it remembers them from one batch to the next.
#[derive(Copy, Clone, Debug)]
pub(super) struct Ends {
    pub(super) position: u64,
    pub(super) audit: AuditEnd,
}

/// Everything that a batch names.
#[derive(Default)]
struct Touched {
    streams: BTreeSet<(GemeenteId, StreamId)>,
    documents: BTreeSet<(GemeenteId, DocumentId)>,
    commands: BTreeSet<(GemeenteId, CommandId)>,
    claims: BTreeSet<(GemeenteId, &'static str, [u8; 32])>,
    clients: BTreeSet<(GemeenteId, DocumentId, u64)>,
    projections: BTreeSet<&'static str>,
    /// Whose concepten.
    concepten: BTreeSet<(GemeenteId, MedewerkerId)>,
}

pub(super) async fn load(
    conn: &mut SqliteConnection,
    keys: &Keys,
    node: &str,
    batch: &[Packed],
    ends: Option<Ends>,
) -> Result<Known, Failed> {
    let mut touched = Touched::default();
    for packed in batch {
        touched.write(&packed.write, keys);
    }
    let mut known = Known::default();
    let ends = match ends {
        Some(ends) => ends,
        None => read_ends(conn, node).await?,
    };
    (known.facts.position, known.audit) = (ends.position, ends.audit);
    (known.facts.lines, known.facts.signed) = (ends.audit.n, ends.audit.signed.map(|head| head.day));
    known.streams(conn, keys, touched.streams.into_iter().collect()).await?;
    known.commands(conn, keys, touched.commands.into_iter().collect()).await?;
    known.claims(conn, touched.claims.into_iter().collect()).await?;
    known.documents(conn, touched.documents.into_iter().collect()).await?;
    known.clients(conn, touched.clients.into_iter().collect()).await?;
    known.concepten(conn, touched.concepten.into_iter().collect()).await?;
    for name in touched.projections {
        let held: Option<i64> =
            sqlx::query_scalar(sql::FACTS_PROJECTION).bind(name).fetch_optional(&mut *conn).await?;
        if let Some(held) = held {
            known.facts.projections.insert(name, Position(number(held)?));
        }
    }
    Ok(known)
}

impl Touched {
    fn write(&mut self, write: &Write, keys: &Keys) {
        match write {
            Write::Append(append) => self.append(append, keys),
            Write::Document(append) => {
                self.document(append.gemeente, append.document, &append.updates);
            }
            Write::Snapshot { gemeente, document, .. } | Write::Compact { gemeente, document } => {
                self.document(*gemeente, *document, &[]);
            }
            Write::Projection { name, .. } => {
                self.projections.insert(name);
            }
            Write::Concept(change) => self.concepten.extend(change.van()),
            Write::Audit { .. } | Write::SignHead { .. } => {}
        }
    }

    fn append(&mut self, append: &Append, keys: &Keys) {
        let gemeente = append.gemeente;
        self.commands.insert((gemeente, append.command));
        self.streams.extend(append.streams.iter().map(|stream| (gemeente, stream.stream)));
        self.streams.extend(append.wist.iter().map(|stream| (gemeente, *stream)));
        self.concepten.extend(append.concepten.iter().map(|weg| (gemeente, weg.sleutel.medewerker)));
        let claims = append.claims.iter();
        self.claims.extend(
            claims.map(|claim| (gemeente, claim.scope, keys.claim(gemeente, claim.scope, &claim.key))),
        );
        for document in &append.documents {
            self.document(gemeente, document.id, &document.updates);
        }
        for change in &append.statuses {
            self.document(gemeente, change.document, &[]);
        }
    }

    fn document(&mut self, gemeente: GemeenteId, document: DocumentId, updates: &[DocumentUpdate]) {
        self.documents.insert((gemeente, document));
        self.streams.insert((gemeente, document_stream(document)));
        let binds = updates.iter().flat_map(|update| &update.binds);
        self.clients.extend(binds.map(|client| (gemeente, document, *client)));
    }
}

async fn read_ends(conn: &mut SqliteConnection, node: &str) -> Result<Ends, Failed> {
    let (position, n): (i64, i64) = sqlx::query_as(sql::FACTS_ENDS).fetch_one(&mut *conn).await?;
    let mut audit = AuditEnd { n: number(n)?, link: 0, chain: START, signed: None };
    if let Some(row) = sqlx::query(sql::FACTS_AUDIT_END).fetch_optional(&mut *conn).await? {
        audit.link = number(row.try_get(0)?)?;
        audit.chain = link_of(row.try_get(1)?)?;
    }
    let last = sqlx::query(sql::FACTS_HEAD).bind(node.to_owned()).fetch_optional(&mut *conn).await?;
    if let Some(row) = last {
        let signature: &[u8] = row.try_get(1)?;
        audit.signed = Some(LastHead { day: row.try_get(0)?, sealed: sha256(signature) });
    }
    Ok(Ends { position: number(position)?, audit })
}

impl Known {
    pub(super) fn ends(&self) -> Ends {
        Ends { position: self.facts.position, audit: self.audit }
    }

    async fn streams(
        &mut self,
        conn: &mut SqliteConnection,
        keys: &Keys,
        asked: Vec<(GemeenteId, StreamId)>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, stream)| {
                (hex(gemeente.0.as_bytes()), stream.kind.word(), hex(stream.id.as_bytes()))
            })
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_STREAMS, &json).await? {
            let key = asked[place(&row)?];
            let (gemeente, stream) = key;
            if let Some(version) = row.try_get::<Option<i64>, _>(1)? {
                self.facts.versions.insert(key, number(version)?);
                self.chains.insert(key, link_of(row.try_get(2)?)?);
            }
            let has_key: bool = row.try_get(3)?;
            match row.try_get::<Option<Vec<u8>>, _>(4)? {
                Some(wrapped) => {
                    self.keys.insert(key, keys.unwrap(gemeente, stream, &wrapped)?);
                }
                None if has_key => {
                    self.facts.erased.insert(key);
                }
                None => {}
            }
        }
        Ok(())
    }

    async fn commands(
        &mut self,
        conn: &mut SqliteConnection,
        keys: &Keys,
        asked: Vec<(GemeenteId, CommandId)>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, command)| (hex(gemeente.0.as_bytes()), hex(command.0.as_bytes())))
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_COMMANDS, &json).await? {
            let (gemeente, command) = asked[place(&row)?];
            let answer = super::append::open_answer(keys, gemeente, command, row.try_get(2)?)?;
            let request_hash = link_of(row.try_get(1)?)?;
            self.facts
                .commands
                .insert((gemeente, command), crate::store::StoredAnswer { request_hash, answer });
        }
        Ok(())
    }

    async fn claims(
        &mut self,
        conn: &mut SqliteConnection,
        asked: Vec<(GemeenteId, &'static str, [u8; 32])>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, scope, key)| (hex(gemeente.0.as_bytes()), *scope, hex(key)))
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_CLAIMS, &json).await? {
            let (gemeente, scope, key) = asked[place(&row)?];
            self.facts.claims.insert((gemeente, scope, key.to_vec()));
        }
        Ok(())
    }

    async fn documents(
        &mut self,
        conn: &mut SqliteConnection,
        asked: Vec<(GemeenteId, DocumentId)>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, document)| (hex(gemeente.0.as_bytes()), hex(document.0.as_bytes())))
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_DOCUMENTS, &json).await? {
            let key = asked[place(&row)?];
            let facts = DocumentFacts {
                status: status_of(row.try_get(1)?)?,
                seq: number(row.try_get(2)?)?,
                snapshot_seq: number(row.try_get(4)?)?,
                older_seq: number(row.try_get(5)?)?,
            };
            self.facts.documents.insert(key, facts);
            self.logs.insert(key, (link_of(row.try_get(3)?)?, number(row.try_get(6)?)?));
        }
        Ok(())
    }

    async fn concepten(
        &mut self,
        conn: &mut SqliteConnection,
        asked: Vec<(GemeenteId, MedewerkerId)>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, medewerker)| (hex(gemeente.0.as_bytes()), hex(medewerker.0.as_bytes())))
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_CONCEPTEN, &json).await? {
            let (gemeente, medewerker) = asked[place(&row)?];
            let (soort, onderwerp) = super::concept::plek_of(&row, 1)?;
            let sleutel = ConceptSleutel { gemeente, medewerker, soort, onderwerp };
            let held = (number(row.try_get(3)?)?, Moment::from_micros(row.try_get(4)?));
            self.facts.concepten.open.insert(sleutel, held);
        }
        Ok(())
    }

    async fn clients(
        &mut self,
        conn: &mut SqliteConnection,
        asked: Vec<(GemeenteId, DocumentId, u64)>,
    ) -> Result<(), Failed> {
        let json = asked
            .iter()
            .map(|(gemeente, document, client)| {
                (hex(gemeente.0.as_bytes()), hex(document.0.as_bytes()), client.cast_signed())
            })
            .collect::<Vec<_>>();
        for row in ask(conn, sql::FACTS_CLIENTS, &json).await? {
            let key = asked[place(&row)?];
            self.facts.clients.insert(key, medewerker(row.try_get(1)?)?);
            self.bound.insert(key);
        }
        Ok(())
    }
}

/// A document's status from its stored word.
pub(super) fn status_of(word: &str) -> Result<DocumentStatus, Fault> {
    DocumentStatus::from_word(word).ok_or_else(|| Fault::Corrupt(format!("unknown status {word}")))
}

async fn ask(
    conn: &mut SqliteConnection,
    sql: &'static str,
    keys: &[impl serde::Serialize],
) -> Result<Vec<sqlx::sqlite::SqliteRow>, Failed> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    Ok(sqlx::query(sql).bind(json(keys)).fetch_all(&mut *conn).await?)
}

/// `keys` as a JSON array.
pub(super) fn json(keys: &[impl serde::Serialize]) -> String {
    serde_json::to_string(keys).unwrap_or_else(|_| unreachable!("words, hex and numbers are JSON"))
}

fn place(row: &sqlx::sqlite::SqliteRow) -> Result<usize, Failed> {
    let place: i64 = row.try_get(0)?;
    usize::try_from(place).map_err(|_| Failed::Fault(Fault::Corrupt("a place below zero".into())))
}
