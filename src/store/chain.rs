//! The chains: each row's hash holds the one before it, so that a change, a gap or a swap shows.
//!
//! A link is `sha256(previous ‖ header ‖ sha256(ciphertext))`. The header is written in one fixed way, length before text,
//! so that no two headers give the same bytes. The same bytes are the associated data of the encryption: a body that is
//! moved under another header does not open. Changing anything here breaks every chain that exists; a golden test guards it.

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{AuditRow, EventHeader, SignedHead, StreamId};
use crate::clock::Moment;
use crate::domain::ids::{DocumentId, GemeenteId, MedewerkerId, Version};

/// One link: SHA-256.
pub(crate) type Link = [u8; 32];

/// What stands before the first link of every chain.
pub(crate) const START: Link = [0; 32];

/// SHA-256 of `bytes`.
pub(crate) fn sha256(bytes: &[u8]) -> Link {
    Sha256::digest(bytes).into()
}

/// The link after `previous`, for a row with this header and the hash of its ciphertext.
pub(crate) fn link(previous: &Link, header: &[u8], body_sha: &Link) -> Link {
    Sha256::new().chain_update(previous).chain_update(header).chain_update(body_sha).finalize().into()
}

/// The header of an event as hashed and bound to its body.
pub(crate) fn event_header(
    gemeente: GemeenteId,
    stream: StreamId,
    version: Version,
    header: &EventHeader,
) -> Vec<u8> {
    let mut canon = Canon::new("kt.event.1");
    canon.id(gemeente.0).text(stream.kind.word()).id(stream.id).number(version);
    canon.text(&header.soort).number(u64::from(header.schema)).moment(header.at);
    canon.maybe(header.geldig_op, Canon::moment_of);
    canon.maybe(header.door, |canon, door| canon.id(door.0));
    canon.maybe(header.namens, |canon, namens| canon.id(namens.0));
    canon.maybe(header.rol.as_deref(), Canon::text);
    canon.id(header.cmd_id.0);
    canon.maybe(header.oorzaak, |canon, position| canon.number(position.0));
    canon.done()
}

/// The plain fields of a document row.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct RowHeader {
    pub(crate) seq: u64,
    pub(crate) door: Option<MedewerkerId>,
    pub(crate) sessie: Option<Uuid>,
    pub(crate) at: Moment,
}

/// The header of a document row as hashed and bound to its body.
pub(crate) fn row_header(gemeente: GemeenteId, document: DocumentId, row: &RowHeader) -> Vec<u8> {
    let mut canon = Canon::new("kt.row.1");
    canon.id(gemeente.0).id(document.0).number(row.seq);
    canon.maybe(row.door, |canon, door| canon.id(door.0));
    canon.maybe(row.sessie, Canon::id);
    canon.moment(row.at);
    canon.done()
}

/// What a body that is no event and no row is bound to: what it is, for which municipality, of which thing, which numbers.
pub(crate) fn binding(what: &'static str, gemeente: GemeenteId, id: Uuid, numbers: &[u64]) -> Vec<u8> {
    let mut canon = Canon::new(what);
    canon.id(gemeente.0).id(id);
    for number in numbers {
        canon.number(*number);
    }
    canon.done()
}

/// What a link of the trail holds beside its lines.
#[derive(Copy, Clone, Debug)]
pub(crate) struct AuditLink<'a> {
    /// The node that made it.
    pub(crate) node: &'a str,
    /// Its number, dense from 1.
    pub(crate) link: u64,
    /// The number of its first line.
    pub(crate) n_first: u64,
    /// Where the feed ended after that commit.
    pub(crate) position: u64,
}

/// The hash of one line of the trail: all that it says, and its number, so that two of them cannot change places.
pub(crate) fn audit_line(n: u64, gemeente: GemeenteId, row: &AuditRow) -> Link {
    let mut canon = Canon::new("kt.audit.line.2");
    canon.number(n).id(gemeente.0).moment(row.at);
    canon.maybe(row.wie, |canon, wie| canon.id(wie.0));
    canon.maybe(row.namens, |canon, namens| canon.id(namens.0));
    canon.maybe(row.rol.as_deref(), Canon::text);
    canon.maybe(row.sessie, Canon::id);
    canon.text(&row.handeling).text(&row.object).number(row.betrokkenen.len() as u64);
    for persoon in &row.betrokkenen {
        canon.id(persoon.0);
    }
    for word in [&row.grond, &row.doel, &row.systeem] {
        canon.maybe(word.as_deref(), Canon::text);
    }
    canon.text(row.uitkomst.word());
    canon.maybe(row.code.as_deref(), Canon::text);
    canon.maybe(row.cmd_id, |canon, command| canon.id(command.0));
    sha256(&canon.done())
}

/// The link of the trail over the lines of one commit, by their hashes.
pub(crate) fn audit_link(previous: &Link, head: &AuditLink<'_>, lines: &[Link]) -> Link {
    let mut canon = Canon::new("kt.audit.2");
    canon.text(head.node).number(head.link).number(head.n_first).number(head.position);
    canon.number(lines.len() as u64);
    for line in lines {
        canon.hash(line);
    }
    Sha256::new().chain_update(previous).chain_update(canon.done()).finalize().into()
}

/// The link as it was made until lines had a hash of their own: trails that began then still verify.
pub(crate) fn audit_link_1(previous: &Link, head: &AuditLink<'_>, rows: &[(GemeenteId, AuditRow)]) -> Link {
    let mut canon = Canon::new("kt.audit.1");
    canon.text(head.node).number(head.link).number(head.n_first).number(head.position);
    canon.number(rows.len() as u64);
    for (gemeente, row) in rows {
        canon.id(gemeente.0).moment(row.at);
        canon.maybe(row.wie, |canon, wie| canon.id(wie.0));
        canon.maybe(row.rol.as_deref(), Canon::text);
        canon.maybe(row.sessie, Canon::id);
        canon.text(&row.handeling).text(&row.object).text(row.uitkomst.word());
        canon.maybe(row.code.as_deref(), Canon::text);
        canon.maybe(row.cmd_id, |canon, command| canon.id(command.0));
    }
    Sha256::new().chain_update(previous).chain_update(canon.done()).finalize().into()
}

/// What is signed of a head: all of it but the signature.
pub(crate) fn head_bytes(head: &SignedHead) -> Vec<u8> {
    let mut canon = Canon::new("kt.head.1");
    canon.text(&head.node).number(head.day.cast_unsigned()).number(head.link).number(head.lines);
    canon.hash(&head.chain).moment(head.at).hash(&head.previous);
    canon.done()
}

/// Writes fields so that different fields give different bytes.
pub(crate) struct Canon(Vec<u8>);

impl Canon {
    pub(crate) fn new(what: &str) -> Self {
        let mut canon = Self(Vec::with_capacity(192));
        canon.text(what);
        canon
    }

    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.0.extend_from_slice(&number.to_be_bytes());
        self
    }

    pub(crate) fn id(&mut self, id: Uuid) -> &mut Self {
        self.0.extend_from_slice(id.as_bytes());
        self
    }

    pub(crate) fn hash(&mut self, hash: &Link) -> &mut Self {
        self.0.extend_from_slice(hash);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    pub(crate) fn done(self) -> Vec<u8> {
        self.0
    }

    fn moment(&mut self, moment: Moment) -> &mut Self {
        self.0.extend_from_slice(&moment.micros().to_be_bytes());
        self
    }

    fn moment_of(canon: &mut Self, moment: Moment) -> &mut Self {
        canon.moment(moment)
    }

    fn maybe<T>(&mut self, value: Option<T>, write: impl FnOnce(&mut Self, T) -> &mut Self) {
        match value {
            Some(value) => {
                self.0.push(1);
                write(self, value);
            }
            None => self.0.push(0),
        }
    }
}
