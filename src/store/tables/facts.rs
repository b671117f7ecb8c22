//! Reads what a batch touches, in one question per table.

use std::collections::{BTreeMap, BTreeSet};

use super::touched::Touched;
use super::{Columns, Conn, Failed, sql, values};
use crate::domain::ids::{CommandId, DocumentId, GemeenteId, MedewerkerId};
use crate::store::admit::{DocumentFacts, Facts};
use crate::store::chain::{Link, sha256};
use crate::store::crypto::{Keys, StreamKey};
use crate::store::heads::LastHead;
use crate::store::{ConceptSleutel, DocumentStatus, Fault, Position, StreamId};

/// What is known at the start of a batch, and what only the database needs beside the facts.
#[derive(Default)]
pub(crate) struct Known {
    pub(crate) facts: Facts,
    pub(crate) chains: BTreeMap<(GemeenteId, StreamId), Link>,
    pub(crate) keys: BTreeMap<(GemeenteId, StreamId), StreamKey>,
    /// Per document the end of its chain and the last packed row.
    pub(crate) logs: BTreeMap<(GemeenteId, DocumentId), (Link, u64)>,
    /// Client ids that stand in the database.
    pub(crate) bound: BTreeSet<(GemeenteId, DocumentId, u64)>,
    pub(crate) audit: AuditEnd,
}

/// Where the trail ends, and what of it this node signed last.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct AuditEnd {
    /// Its last line.
    pub(crate) n: u64,
    /// Its last link.
    pub(crate) link: u64,
    pub(crate) chain: Link,
    pub(crate) signed: Option<LastHead>,
}

/// Where the feed and the trail end.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Ends {
    /// Its last event.
    pub(crate) feed: u64,
    /// The number after which events of this batch are counted: that of the last event, or one of its transaction's own.
    pub(crate) position: u64,
    pub(crate) audit: AuditEnd,
}

pub(crate) async fn load<C: Conn>(
    conn: &mut C,
    keys: &Keys,
    touched: Touched,
    ends: Ends,
) -> Result<Known, Failed> {
    let mut known = Known { audit: ends.audit, ..Known::default() };
    (known.facts.position, known.facts.end) = (ends.position, ends.feed);
    (known.facts.lines, known.facts.signed) = (ends.audit.n, ends.audit.signed.map(|head| head.day));
    known.streams(conn, keys, touched.streams.into_iter().collect()).await?;
    known.commands(conn, keys, touched.commands.into_iter().collect()).await?;
    known.claims(conn, touched.claims.into_iter().collect()).await?;
    known.documents(conn, touched.documents.into_iter().collect()).await?;
    known.clients(conn, touched.clients.into_iter().collect()).await?;
    known.concepten(conn, touched.concepten.into_iter().collect()).await?;
    for name in touched.projections {
        if let Some(row) = conn.row(sql::FACTS_PROJECTION, values![name]).await? {
            known.facts.projections.insert(name, Position(row.number(0)?));
        }
    }
    Ok(known)
}

impl Known {
    pub(crate) fn ends(&self) -> Ends {
        Ends { feed: self.facts.end, position: self.facts.position, audit: self.audit }
    }

    async fn streams<C: Conn>(
        &mut self,
        conn: &mut C,
        keys: &Keys,
        asked: Vec<(GemeenteId, StreamId)>,
    ) -> Result<(), Failed> {
        let sought =
            asked.iter().map(|(gemeente, stream)| values![gemeente.0, stream.kind.word(), stream.id]);
        for row in conn.ask(sql::FACTS_STREAMS, sought.collect()).await? {
            let key = *at(&asked, &row)?;
            let (gemeente, stream) = key;
            if let Some(version) = row.maybe_long(1)? {
                self.facts.versions.insert(key, super::rows::number(version)?);
                self.chains.insert(key, row.link(2)?);
            }
            let has_key = row.flag(3)?;
            match row.maybe_bytes(4)? {
                Some(wrapped) => {
                    self.keys.insert(key, keys.unwrap(gemeente, stream, wrapped)?);
                }
                None if has_key => {
                    self.facts.erased.insert(key);
                }
                None => {}
            }
        }
        Ok(())
    }

    async fn commands<C: Conn>(
        &mut self,
        conn: &mut C,
        keys: &Keys,
        asked: Vec<(GemeenteId, CommandId)>,
    ) -> Result<(), Failed> {
        let sought = asked.iter().map(|(gemeente, command)| values![gemeente.0, command.0]);
        for row in conn.ask(sql::FACTS_COMMANDS, sought.collect()).await? {
            let (gemeente, command) = *at(&asked, &row)?;
            let answer = super::append::open_answer(keys, gemeente, command, row.maybe_bytes(2)?)?;
            let request_hash = row.link(1)?;
            self.facts
                .commands
                .insert((gemeente, command), crate::store::StoredAnswer { request_hash, answer });
        }
        Ok(())
    }

    async fn claims<C: Conn>(
        &mut self,
        conn: &mut C,
        asked: Vec<(GemeenteId, &'static str, [u8; 32])>,
    ) -> Result<(), Failed> {
        let sought = asked.iter().map(|(gemeente, scope, key)| values![gemeente.0, *scope, *key]);
        for row in conn.ask(sql::FACTS_CLAIMS, sought.collect()).await? {
            let (gemeente, scope, key) = *at(&asked, &row)?;
            self.facts.claims.insert((gemeente, scope, key.to_vec()));
        }
        Ok(())
    }

    async fn documents<C: Conn>(
        &mut self,
        conn: &mut C,
        asked: Vec<(GemeenteId, DocumentId)>,
    ) -> Result<(), Failed> {
        let sought = asked.iter().map(|(gemeente, document)| values![gemeente.0, document.0]);
        for row in conn.ask(sql::FACTS_DOCUMENTS, sought.collect()).await? {
            let key = *at(&asked, &row)?;
            let facts = DocumentFacts {
                status: status_of(row.text(1)?)?,
                seq: row.number(2)?,
                snapshot_seq: row.number(4)?,
                older_seq: row.number(5)?,
            };
            self.facts.documents.insert(key, facts);
            self.logs.insert(key, (row.link(3)?, row.number(6)?));
        }
        Ok(())
    }

    async fn concepten<C: Conn>(
        &mut self,
        conn: &mut C,
        asked: Vec<(GemeenteId, MedewerkerId)>,
    ) -> Result<(), Failed> {
        let sought = asked.iter().map(|(gemeente, medewerker)| values![gemeente.0, medewerker.0]);
        for row in conn.ask(sql::FACTS_CONCEPTEN, sought.collect()).await? {
            let (gemeente, medewerker) = *at(&asked, &row)?;
            let (soort, onderwerp) = super::concept::plek_of(&row, 1)?;
            let sleutel = ConceptSleutel { gemeente, medewerker, soort, onderwerp };
            self.facts.concepten.open.insert(sleutel, (row.number(3)?, row.moment(4)?));
        }
        Ok(())
    }

    async fn clients<C: Conn>(
        &mut self,
        conn: &mut C,
        asked: Vec<(GemeenteId, DocumentId, u64)>,
    ) -> Result<(), Failed> {
        let sought = asked
            .iter()
            .map(|(gemeente, document, client)| values![gemeente.0, document.0, client.cast_signed()]);
        for row in conn.ask(sql::FACTS_CLIENTS, sought.collect()).await? {
            let key = *at(&asked, &row)?;
            self.facts.clients.insert(key, row.maybe_id(1)?.map(MedewerkerId));
            self.bound.insert(key);
        }
        Ok(())
    }
}

/// What a node signed last.
pub(crate) async fn last_head<C: Conn>(conn: &mut C, node: &str) -> Result<Option<LastHead>, Failed> {
    let Some(row) = conn.row(sql::FACTS_HEAD, values![node]).await? else { return Ok(None) };
    Ok(Some(LastHead { day: row.long(0)?, sealed: sha256(row.bytes(1)?) }))
}

/// A document's status from its stored word.
pub(crate) fn status_of(word: &str) -> Result<DocumentStatus, Fault> {
    DocumentStatus::from_word(word).ok_or_else(|| Fault::Corrupt(format!("unknown status {word}")))
}

/// Which of `asked` a row is about.
pub(crate) fn at<'a, T>(asked: &'a [T], row: &impl Columns) -> Result<&'a T, Fault> {
    let place = usize::try_from(row.long(0)?).ok().and_then(|place| asked.get(place));
    place.ok_or_else(|| Fault::Corrupt("a place that was not asked for".into()))
}
