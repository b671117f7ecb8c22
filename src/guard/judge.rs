//! The verdict over a client's update.

use super::bounds::{CLIENTS_PER_DOCUMENT_MAX, CLIENTS_PER_WRITER_MAX, SECTIONS_NEW_MAX};
use super::ids::RangeSet;
use super::integrate::{Growth, Integration, Source, Stop};
use super::known::Known;
use super::parse::{ParsedUpdate, Section};
use super::reader::write_number;
use super::{ClientId, Clock, Refusal, Writer};
use std::collections::BTreeMap;

/// What is to be done with an update.
#[derive(Debug)]
pub enum Verdict {
    /// Store it, apply it, tell the others.
    Accept(Accepted),
    /// It adds no struct and no deletion: store nothing.
    Known,
    /// It leans on something not held, or leaves something out: answer with SyncStep1. No strike.
    Gap,
    /// It has new structs under an id that is not the writer's. The caller may first read the journal's tail,
    /// for another node may have stored them, and judge again.
    Foreign {
        /// Whose id it is not.
        client: ClientId,
    },
    /// It breaks a rule.
    Refuse(Refusal),
}

/// An accepted update. Owned, so that it can travel with a batch.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// What is new, as a v1 update of its own: to store, to apply and to tell.
    pub bytes: Vec<u8>,
    /// Client ids used for the first time: theirs is the writer from now on.
    pub binds: Vec<ClientId>,
    pub(super) writer: Writer,
    pub(super) growth: Vec<Growth>,
    pub(super) deletes: BTreeMap<ClientId, RangeSet>,
}

impl Accepted {
    /// Who wrote it.
    #[must_use]
    pub const fn writer(&self) -> Writer {
        self.writer
    }
}

impl Known {
    /// Judges a client's update against what is held. Changes nothing.
    #[must_use]
    pub fn judge(&self, update: &ParsedUpdate<'_>, writer: Writer) -> Verdict {
        match self.weigh(update, writer) {
            Ok(Some(accepted)) => Verdict::Accept(accepted),
            Ok(None) => Verdict::Known,
            Err(Stop::Gap) => Verdict::Gap,
            Err(Stop::Foreign(client)) => Verdict::Foreign { client },
            Err(Stop::Refuse(refusal)) => Verdict::Refuse(refusal),
        }
    }

    fn weigh(&self, update: &ParsedUpdate<'_>, writer: Writer) -> Result<Option<Accepted>, Stop> {
        let new: Vec<&Section<'_>> =
            update.sections.iter().filter(|section| section.end > self.end(section.client)).collect();
        let binds = self.claim(&new, writer)?;
        let mut integration = Integration::new(self, Source::Client(writer));
        for section in new {
            integration.open(section)?;
        }
        integration.run()?;
        let deletes = self.new_deletions(update, &integration, writer)?;
        let lives = |(client, start, end): &(ClientId, Clock, Clock)| {
            deletes.get(client).is_none_or(|deleted| !deleted.holds(*start, *end))
        };
        if integration.several.iter().any(lives) {
            // An attribute has one value; an editor joins those that it overwrote while it was away. Of several that live, yrs loses
            // sight of one when another is deleted, frees the element around it, and reads it still.
            return Err(Refusal::Attribute.into());
        }
        if integration.growing.is_empty() && deletes.is_empty() {
            return Ok(None);
        }
        let bytes = encode(&integration, &deletes);
        Ok(Some(Accepted { bytes, binds, writer, growth: integration.into_growth(), deletes }))
    }

    /// The ids that become the writer's. An id with structs but without an owner is nobody's to extend.
    fn claim(&self, new: &[&Section<'_>], writer: Writer) -> Result<Vec<ClientId>, Stop> {
        let mut binds = Vec::new();
        for section in new {
            match self.owner(section.client) {
                Some(owner) if owner == writer => {}
                None if self.end(section.client) == 0 => binds.push(section.client),
                Some(_) | None => return Err(Stop::Foreign(section.client)),
            }
        }
        if new.len() > SECTIONS_NEW_MAX || self.clients_len() + binds.len() > CLIENTS_PER_DOCUMENT_MAX {
            return Err(Refusal::TooManyClients.into());
        }
        if !binds.is_empty() && self.clients_of(writer) + binds.len() > CLIENTS_PER_WRITER_MAX {
            return Err(Refusal::TooManyClients.into());
        }
        Ok(binds)
    }

    fn new_deletions(
        &self,
        update: &ParsedUpdate<'_>,
        integration: &Integration<'_, '_>,
        writer: Writer,
    ) -> Result<BTreeMap<ClientId, RangeSet>, Stop> {
        let mut new: BTreeMap<ClientId, Vec<(Clock, Clock)>> = BTreeMap::new();
        for range in &update.deletes {
            if range.end > integration.end(range.client) {
                // The writer deletes what it typed in a frame that did not reach us: that frame comes again. So it is with an id
                // that nobody has yet: a stock client deletes between its connection and the first frame it was asked for.
                return Err(match self.owner(range.client) {
                    Some(owner) if owner == writer => Stop::Gap,
                    None if self.end(range.client) == 0 => Stop::Gap,
                    Some(_) | None => Refusal::DeletesUnknown.into(),
                });
            }
            self.undeleted(range.client, range.start, range.end, |start, end| {
                new.entry(range.client).or_default().push((start, end));
            });
        }
        Ok(new.into_iter().map(|(client, ranges)| (client, RangeSet::from_ranges(ranges))).collect())
    }
}

/// Writes what is new as an update: structs as they came, highest client first, then the new deletions.
fn encode(integration: &Integration<'_, '_>, deletes: &BTreeMap<ClientId, RangeSet>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut growing: Vec<_> = integration.growing.iter().collect();
    growing.sort_by_key(|growing| std::cmp::Reverse(growing.client()));
    write_number(&mut out, growing.len() as u64);
    for growing in growing {
        write_number(&mut out, u64::from(growing.kept));
        write_number(&mut out, growing.client());
        write_number(&mut out, u64::from(growing.start()));
        out.extend_from_slice(&growing.rewritten);
        out.extend_from_slice(growing.verbatim());
    }
    write_number(&mut out, deletes.len() as u64);
    for (client, ranges) in deletes.iter().rev() {
        write_number(&mut out, *client);
        write_number(&mut out, ranges.len() as u64);
        for (start, end) in ranges.iter() {
            write_number(&mut out, u64::from(start));
            write_number(&mut out, u64::from(end - start));
        }
    }
    out
}
