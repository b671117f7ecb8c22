//! Lays an update over what is known, struct by struct, in an order in which everything a struct leans on comes
//! before it, as yrs and Yjs will. Nothing is changed: the outcome is what the document would grow by.

use super::bounds::{ERASED_CLOCKS_MAX, TYPE_DEPTH_MAX};
use super::content::{ROOT, check, holds_uri};
use super::cut::cut;
use super::ids::{Id, RangeSet};
use super::known::{Body, Known, Place, Runs, Slot, What};
use super::parse::{Content, Item, Kind, Parent, Section, Struct, Structs};
use super::voorstel::{Voorstel, voorstel_van};
use super::{ClientId, Clock, Refusal, Writer};
use std::collections::{BTreeMap, BTreeSet};

/// Why an update is not taken.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Gap,
    Foreign(ClientId),
    Refuse(Refusal),
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refuse(refusal)
    }
}

/// Whose bytes these are.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// A client's: the schema and all bounds hold, and who writes names nobody else as who proposes.
    Client(Writer),
    /// Our own: they were judged when they came, under the schema of that day.
    Stored,
}

/// What a client's structs add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Growth {
    pub(super) client: ClientId,
    pub(super) start: Clock,
    pub(super) end: Clock,
    pub(super) runs: Runs,
    pub(super) erased: RangeSet,
    /// Suggestions that begin in it.
    pub(super) voorstellen: BTreeSet<Voorstel>,
}

/// A section with something new, and how far it got.
#[derive(Debug)]
pub(super) struct Growing<'a> {
    section: Section<'a>,
    structs: Structs<'a>,
    head: Option<Struct<'a>>,
    growth: Growth,
    /// How many structs are kept, and from which byte of the body they are kept as they came.
    pub(super) kept: u32,
    kept_from: usize,
    /// The first kept struct, rewritten, when its beginning was known.
    pub(super) rewritten: Vec<u8>,
}

impl Growing<'_> {
    pub(super) const fn client(&self) -> ClientId {
        self.growth.client
    }

    pub(super) const fn start(&self) -> Clock {
        self.growth.start
    }

    pub(super) fn verbatim(&self) -> &[u8] {
        self.section.body.get(self.kept_from..).unwrap_or_default()
    }
}

#[derive(Debug)]
pub(super) struct Integration<'k, 'a> {
    known: &'k Known,
    source: Source,
    pub(super) growing: Vec<Growing<'a>>,
    index: BTreeMap<ClientId, usize>,
    erased_clocks: u32,
    /// Attributes that came with more than one value, in elements.
    pub(super) several: Vec<(ClientId, Clock, Clock)>,
}

impl<'k, 'a> Integration<'k, 'a> {
    pub(super) const fn new(known: &'k Known, source: Source) -> Self {
        Self {
            known,
            source,
            growing: Vec::new(),
            index: BTreeMap::new(),
            erased_clocks: 0,
            several: Vec::new(),
        }
    }

    /// Skips what is known of a section, and takes it in when something is left.
    pub(super) fn open(&mut self, section: &Section<'a>) -> Result<(), Stop> {
        let known_end = self.known.end(section.client);
        if section.end <= known_end {
            return Ok(());
        }
        let mut structs = Structs::of(section);
        loop {
            let (at, left) = (structs.at(), structs.left());
            let Some(found) = structs.next()? else { return Ok(()) };
            if found.clock + found.len <= known_end {
                continue;
            }
            if found.clock > known_end || matches!(found.kind, Kind::Skip) {
                return Err(Stop::Gap);
            }
            let (head, rewritten, kept_from) = if found.clock == known_end {
                (found, Vec::new(), at)
            } else {
                let (head, rewritten) = cut(&found, section.client, known_end - found.clock)?;
                (head, rewritten, structs.at())
            };
            self.index.insert(section.client, self.growing.len());
            self.growing.push(Growing {
                section: *section,
                structs,
                head: Some(head),
                growth: Growth {
                    client: section.client,
                    start: known_end,
                    end: known_end,
                    runs: Runs::default(),
                    erased: RangeSet::default(),
                    voorstellen: BTreeSet::new(),
                },
                kept: left,
                kept_from,
                rewritten,
            });
            return Ok(());
        }
    }

    /// Integrates everything, or says why not.
    pub(super) fn run(&mut self) -> Result<(), Stop> {
        let mut ready: Vec<usize> = (0..self.growing.len()).rev().collect();
        // Per section who waits for which of its clocks. A section waits in one place only.
        let mut waiting: Vec<Vec<(Clock, usize)>> = vec![Vec::new(); self.growing.len()];
        while let Some(section) = ready.pop() {
            while let Some(head) = self.growing.get(section).and_then(|growing| growing.head) {
                if let Some(missing) = self.missing(&head) {
                    let other = self.index.get(&missing.client).copied();
                    let holds = other
                        .and_then(|at| self.growing.get(at))
                        .is_some_and(|o| missing.clock < o.section.end);
                    match other.and_then(|at| waiting.get_mut(at)) {
                        Some(waiting) if holds => waiting.push((missing.clock, section)),
                        Some(_) | None => return Err(Stop::Gap),
                    }
                    break;
                }
                let end = self.integrate(section, &head)?;
                if let Some(waiting) = waiting.get_mut(section) {
                    waiting.retain(|(clock, waiter)| {
                        let waits = *clock >= end;
                        if !waits {
                            ready.push(*waiter);
                        }
                        waits
                    });
                }
            }
        }
        if self.growing.iter().any(|growing| growing.head.is_some()) {
            return Err(Refusal::Cycle.into());
        }
        Ok(())
    }

    pub(super) fn into_growth(self) -> Vec<Growth> {
        self.growing.into_iter().map(|growing| growing.growth).collect()
    }

    /// The end of a client's clocks with this update.
    pub(super) fn end(&self, client: ClientId) -> Clock {
        match self.index.get(&client).and_then(|at| self.growing.get(*at)) {
            Some(growing) => growing.growth.end,
            None => self.known.end(client),
        }
    }

    fn missing(&self, found: &Struct<'_>) -> Option<Id> {
        let Kind::Item(item) = &found.kind else { return None };
        let parent = match item.parent {
            Some(Parent::Id(id)) => Some(id),
            Some(Parent::Root(_)) | None => None,
        };
        [item.origin, item.right, parent].into_iter().flatten().find(|id| id.clock >= self.end(id.client))
    }

    fn what(&self, id: Id) -> What {
        let found = self.known.what(id).or_else(|| {
            let growing = self.growing.get(*self.index.get(&id.client)?)?;
            growing.growth.runs.at(id.clock)
        });
        found.unwrap_or(What::Gone)
    }

    /// Integrates a struct of which nothing is missing; returns the new end of its section.
    fn integrate(&mut self, section: usize, found: &Struct<'a>) -> Result<Clock, Stop> {
        let voorstel = self.voorstel(found)?;
        let what = match &found.kind {
            Kind::Skip => return Err(Stop::Gap),
            Kind::Gc => What::Gone,
            Kind::Item(item) => self.judge_item(item)?,
        };
        let erased = match &found.kind {
            Kind::Skip | Kind::Gc => true,
            Kind::Item(item) => matches!(item.content, Content::Deleted),
        };
        if erased {
            self.erased_clocks = self.erased_clocks.saturating_add(found.len);
            if self.is_client() && self.erased_clocks > ERASED_CLOCKS_MAX {
                return Err(Refusal::ErasedTooMuch.into());
            }
        }
        let follows = match (&found.kind, what) {
            (Kind::Item(item), What::Node { place: Place { slot: Slot::Sequence, .. }, .. }) => {
                let client = self.growing.get(section).map(|growing| growing.growth.client);
                let before =
                    client.zip(found.clock.checked_sub(1)).map(|(client, clock)| Id { client, clock });
                item.origin.is_some() && item.origin == before
            }
            (Kind::Skip | Kind::Gc | Kind::Item(_), What::Node { .. } | What::Gone) => true,
        };
        let end = found.clock + found.len;
        if let Some(growing) = self.growing.get_mut(section) {
            if let Kind::Item(Item { content: Content::Any(_), .. }) = found.kind
                && found.len > 1
            {
                self.several.push((growing.growth.client, found.clock, end));
            }
            growing.growth.voorstellen.extend(voorstel);
            growing.growth.runs.push(found.clock, what, follows);
            growing.growth.end = end;
            if erased {
                growing.growth.erased.push(found.clock, end);
            }
            growing.head = growing.structs.next()?;
        }
        Ok(end)
    }

    const fn is_client(&self) -> bool {
        matches!(self.source, Source::Client(_))
    }

    /// The suggestion that a struct begins. An editor that writes within somebody's suggestion begins it anew behind the new words, so one
    /// that is known may be named by anybody; a new one only by whose it is.
    fn voorstel(&self, found: &Struct<'_>) -> Result<Option<Voorstel>, Refusal> {
        let Kind::Item(item) = &found.kind else { return Ok(None) };
        let voorstel = match (voorstel_van(&item.content), self.source) {
            (Ok(voorstel), Source::Client(_) | Source::Stored) => voorstel,
            (Err(refusal), Source::Client(_)) => return Err(refusal),
            (Err(_), Source::Stored) => None,
        };
        if let (Some(voorstel), Source::Client(writer)) = (voorstel, self.source)
            && !voorstel.is_of(writer)
            && !self.known.holds_voorstel(voorstel)
        {
            return Err(Refusal::SuggestionOfOther);
        }
        Ok(voorstel)
    }

    fn judge_item(&self, item: &Item<'_>) -> Result<What, Refusal> {
        let place = match (self.place(item), self.source) {
            (Ok(place), Source::Client(_) | Source::Stored) => place,
            (Err(refusal), Source::Client(_)) => return Err(refusal),
            (Err(_), Source::Stored) => None,
        };
        if self.is_client() {
            check(&item.content, place.is_some_and(|place| place.slot == Slot::Link))?;
        }
        let Some(place) = place else { return Ok(What::Gone) };
        let depth = match (self.fits(place, item), self.source) {
            (Ok(depth), Source::Client(_) | Source::Stored) => depth,
            (Err(refusal), Source::Client(_)) => return Err(refusal),
            (Err(_), Source::Stored) => TYPE_DEPTH_MAX,
        };
        let body = match item.content {
            Content::Deleted => Body::Deleted,
            Content::String(_) | Content::Format { .. } | Content::Any(_) => Body::Leaf,
            Content::Element(_) => Body::Element(depth),
            Content::Text => Body::Text(depth),
        };
        Ok(What::Node { place, body })
    }

    /// Where an item stands: its parent as written, or that of its neighbours. `None` within something erased.
    fn place(&self, item: &Item<'_>) -> Result<Option<Place>, Refusal> {
        match item.parent {
            Some(Parent::Root(ROOT)) if item.sub.is_none() => {
                Ok(Some(Place { parent: Id::ROOT, slot: Slot::Sequence }))
            }
            Some(Parent::Root(ROOT)) => Err(Refusal::Parent),
            Some(Parent::Root(_)) => Err(Refusal::Root),
            Some(Parent::Id(parent)) => {
                let slot = match item.sub {
                    None => Slot::Sequence,
                    Some(name) if holds_uri(name) => Slot::Link,
                    Some(_) => Slot::Attribute,
                };
                match self.what(parent) {
                    What::Gone | What::Node { body: Body::Deleted, .. } => Ok(None),
                    What::Node { body: Body::Element(_) | Body::Text(_), .. } => {
                        Ok(Some(Place { parent, slot }))
                    }
                    What::Node { body: Body::Leaf, .. } => Err(Refusal::Parent),
                }
            }
            None => {
                if let (Some(left), Some(right)) = (item.origin, item.right)
                    && self.is_behind(left, right)
                {
                    return Err(Refusal::Neighbours);
                }
                let [left, right] = [item.origin, item.right].map(|id| id.map(|id| self.what(id).place()));
                match (left, right) {
                    (Some(left), Some(right)) if left != right => Err(Refusal::Neighbours),
                    (_, Some(Some(right))) if right.slot != Slot::Sequence => Err(Refusal::Neighbours),
                    (left, right) => Ok(left.or(right).flatten()),
                }
            }
        }
    }

    /// Whether what is to be on the left is the other one itself, or stands behind it in one piece of writing. Yjs and yrs put it
    /// at different ends, and no editor asks for it.
    fn is_behind(&self, left: Id, right: Id) -> bool {
        let more = || self.index.get(&left.client).and_then(|at| self.growing.get(*at));
        left.client == right.client
            && right.clock <= left.clock
            && self.known.in_order(left.client, right.clock, left.clock, more().map(|more| &more.growth.runs))
    }

    /// Whether the place can hold this content; the depth of a type in it.
    fn fits(&self, place: Place, item: &Item<'_>) -> Result<u8, Refusal> {
        let depth = match (self.body(place.parent), place.slot, &item.content) {
            // What is deleted, and all within it, is no longer shown anywhere.
            (_, _, Content::Deleted) | (Body::Deleted, _, _) => 0,
            (Body::Element(depth), Slot::Sequence, Content::Element(_) | Content::Text) => depth + 1,
            (Body::Element(_), Slot::Attribute | Slot::Link, Content::Any(_))
            | (Body::Text(_), Slot::Sequence, Content::String(_) | Content::Format { .. }) => 0,
            (Body::Element(_) | Body::Text(_) | Body::Leaf, _, _) => return Err(Refusal::Parent),
        };
        if depth > TYPE_DEPTH_MAX {
            return Err(Refusal::TooDeep);
        }
        Ok(depth)
    }

    /// What a parent is; the root is as an element without attributes, at depth 0.
    fn body(&self, parent: Id) -> Body {
        if parent == Id::ROOT {
            return Body::Element(0);
        }
        match self.what(parent) {
            What::Gone => Body::Deleted,
            What::Node { body, .. } => body,
        }
    }
}
