//! What a document holds, as far as the guard must know it: per client the end of its clocks, what stands at
//! each clock (coalesced while one writes on, so that typing does not make it grow), what is deleted, and who owns which id.

use super::ids::{Id, RangeSet};
use super::integrate::{Growth, Integration, Source, Stop};
use super::judge::Accepted;
use super::message::StateVector;
use super::parse::ParsedUpdate;
use super::voorstel::Voorstel;
use super::{ClientId, Clock, Refusal, Writer};
use std::collections::{BTreeMap, BTreeSet};

/// Where in its parent an item stands.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// In the order of children or of text.
    Sequence,
    /// As the value of an attribute.
    Attribute,
    /// As the value of an attribute that holds a link. An overwriting value carries no name on the wire.
    Link,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) parent: Id,
    pub(super) slot: Slot,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Body {
    /// Text, format or value.
    Leaf,
    /// Content that is gone while the item remains; it may have been a parent.
    Deleted,
    /// An element, at this depth under the root.
    Element(u8),
    /// A text, at this depth under the root.
    Text(u8),
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Erased, or within something erased: yrs and Yjs keep only its length.
    Gone,
    Node {
        place: Place,
        body: Body,
    },
}

impl What {
    pub(super) const fn place(self) -> Option<Place> {
        match self {
            Self::Gone => None,
            Self::Node { place, body: _ } => Some(place),
        }
    }
}

#[derive(Copy, Clone, Debug, PartialEq, Eq)]
struct Run {
    start: Clock,
    what: What,
    /// Its first element was put right behind the one before, so that they stand in the order of their clocks.
    follows: bool,
}

/// What stands at each clock of one client, from some start up to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs(Vec<Run>);

impl Runs {
    /// `follows`: it was put right behind the element before, or has no order.
    pub(super) fn push(&mut self, start: Clock, what: What, follows: bool) {
        if self.0.last().is_none_or(|last| last.what != what || !follows) {
            self.0.push(Run { start, what, follows });
        }
    }

    /// Whether the elements from one clock to the other were put down one behind the other.
    pub(super) fn in_order(&self, first: Clock, last: Clock) -> bool {
        let run = |clock| self.0.partition_point(|run| run.start <= clock);
        run(first) == run(last)
    }

    /// Whether the last one of these and the first of `more` were.
    pub(super) fn goes_on_in(&self, more: &Self) -> bool {
        match (self.0.last(), more.0.first()) {
            (Some(last), Some(first)) => first.follows && last.what == first.what,
            (_, None) | (None, Some(_)) => false,
        }
    }

    pub(super) fn at(&self, clock: Clock) -> Option<What> {
        let after = self.0.partition_point(|run| run.start <= clock);
        self.0.get(after.checked_sub(1)?).map(|run| run.what)
    }

    /// Takes over what `more` says from `from` on, where this one ends.
    fn extend(&mut self, more: &Self, from: Clock) {
        for (index, run) in more.0.iter().enumerate() {
            let ends_before = more.0.get(index + 1).is_some_and(|next| next.start <= from);
            if !ends_before {
                self.push(run.start.max(from), run.what, run.follows || run.start < from);
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

#[derive(Clone, Debug, Default)]
struct Held {
    end: Clock,
    runs: Runs,
}

/// What the document holds. The default is the empty document.
#[derive(Clone, Debug, Default)]
pub struct Known {
    clients: BTreeMap<ClientId, Held>,
    owners: BTreeMap<ClientId, Writer>,
    deleted: BTreeMap<ClientId, RangeSet>,
    /// Suggestions that began while this was awake, and those that stand in it.
    voorstellen: BTreeSet<Voorstel>,
}

impl Known {
    /// Takes in bytes that we stored ourselves, in the order in which they were stored. What is held already is
    /// skipped. Owners are not looked at: the caller binds them from its own record with [`Known::bind`].
    ///
    /// # Errors
    /// [`Refusal::Missing`] when the bytes depend on what was not taken in before; then nothing has changed.
    pub fn admit(&mut self, update: &ParsedUpdate<'_>) -> Result<(), Refusal> {
        let growth = self.integrate_stored(update).map_err(|stop| match stop {
            Stop::Gap | Stop::Foreign(_) => Refusal::Missing,
            Stop::Refuse(refusal) => refusal,
        })?;
        let grown: BTreeMap<ClientId, Clock> =
            growth.iter().map(|growth| (growth.client, growth.end)).collect();
        for range in &update.deletes {
            let end = grown.get(&range.client).copied().unwrap_or_else(|| self.end(range.client));
            if range.end > end {
                return Err(Refusal::Missing);
            }
        }
        growth.iter().for_each(|growth| self.grow(growth));
        let mut ranges: BTreeMap<ClientId, Vec<(Clock, Clock)>> = BTreeMap::new();
        for range in &update.deletes {
            ranges.entry(range.client).or_default().push((range.start, range.end));
        }
        for (client, ranges) in ranges {
            self.delete(client, &RangeSet::from_ranges(ranges));
        }
        Ok(())
    }

    fn integrate_stored(&self, update: &ParsedUpdate<'_>) -> Result<Vec<Growth>, Stop> {
        let mut integration = Integration::new(self, Source::Stored);
        for section in &update.sections {
            integration.open(section)?;
        }
        integration.run()?;
        Ok(integration.into_growth())
    }

    /// Takes in an update that [`Known::judge`] accepted. What is held already is skipped, so that it may come
    /// after a row of another node that brought the same.
    ///
    /// # Panics
    /// When the update leans on another accepted one that was not applied before: a bug of the caller.
    pub fn apply(&mut self, accepted: &Accepted) {
        for client in &accepted.binds {
            self.owners.entry(*client).or_insert(accepted.writer);
        }
        accepted.growth.iter().for_each(|growth| self.grow(growth));
        accepted.deletes.iter().for_each(|(client, ranges)| self.delete(*client, ranges));
    }

    /// Binds a client id to who writes under it. The first binding stays.
    pub fn bind(&mut self, client: ClientId, writer: Writer) {
        self.owners.entry(client).or_insert(writer);
    }

    /// Who writes under this client id; `None` when it was never bound.
    #[must_use]
    pub fn owner(&self, client: ClientId) -> Option<Writer> {
        self.owners.get(&client).copied()
    }

    /// The state vector of the document.
    #[must_use]
    pub fn state_vector(&self) -> StateVector {
        StateVector(self.clients.iter().map(|(client, held)| (*client, held.end)).collect())
    }

    /// How many entries it takes to hold this, for a metric: runs of structs, ranges of deletions, suggestions.
    #[must_use]
    pub fn size(&self) -> usize {
        let runs: usize = self.clients.values().map(|held| held.runs.len()).sum();
        let deleted: usize = self.deleted.values().map(RangeSet::len).sum();
        runs + deleted + self.voorstellen.len()
    }

    pub(super) fn holds_voorstel(&self, voorstel: Voorstel) -> bool {
        self.voorstellen.contains(&voorstel)
    }

    pub(super) fn end(&self, client: ClientId) -> Clock {
        self.clients.get(&client).map_or(0, |held| held.end)
    }

    pub(super) fn clients_len(&self) -> usize {
        self.clients.len()
    }

    /// How many ids are this writer's. Counted anew: a new id is rare, and the ids of a document are few.
    pub(super) fn clients_of(&self, writer: Writer) -> usize {
        self.owners.values().filter(|owner| **owner == writer).count()
    }

    pub(super) fn what(&self, id: Id) -> Option<What> {
        self.clients.get(&id.client).filter(|held| id.clock < held.end)?.runs.at(id.clock)
    }

    /// Whether the elements of a client from one clock to the other were put down one behind the other; of `more` those from
    /// this client's end on.
    pub(super) fn in_order(&self, client: ClientId, first: Clock, last: Clock, more: Option<&Runs>) -> bool {
        let none = Runs::default();
        let (runs, end) = self.clients.get(&client).map_or((&none, 0), |held| (&held.runs, held.end));
        match more {
            _ if last < end => runs.in_order(first, last),
            Some(more) if first >= end => more.in_order(first, last),
            Some(more) => runs.in_order(first, end - 1) && runs.goes_on_in(more) && more.in_order(end, last),
            None => false,
        }
    }

    /// Shows each part of the range that is not yet deleted.
    pub(super) fn undeleted(
        &self,
        client: ClientId,
        start: Clock,
        end: Clock,
        mut see: impl FnMut(Clock, Clock),
    ) {
        match self.deleted.get(&client) {
            Some(deleted) => deleted.gaps(start, end, see),
            None => see(start, end),
        }
    }

    fn delete(&mut self, client: ClientId, ranges: &RangeSet) {
        if !ranges.is_empty() {
            self.deleted.entry(client).or_default().extend(ranges);
        }
    }

    fn grow(&mut self, growth: &Growth) {
        let held = self.clients.entry(growth.client).or_default();
        assert!(held.end >= growth.start, "an accepted update is applied after those it leans on");
        if growth.end > held.end {
            held.runs.extend(&growth.runs, held.end);
            held.end = growth.end;
        }
        self.delete(growth.client, &growth.erased);
        self.voorstellen.extend(&growth.voorstellen);
    }
}
