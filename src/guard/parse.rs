//! An update in the v1 encoding, parsed whole. What is kept borrows the bytes: sections and delete ranges are
//! listed, structs are read again when asked for, so that a frame of two-byte structs takes no memory.

use super::any::walk_any;
use super::bounds::{Bounds, CLOCK_MAX, NAME_BYTES_MAX};
use super::ids::Id;
use super::reader::Reader;
use super::{ClientId, Clock, Refusal};

/// Bits of an info byte beside the kind of content.
pub(super) const HAS_ORIGIN: u8 = 0x80;
pub(super) const HAS_RIGHT: u8 = 0x40;
pub(super) const HAS_SUB: u8 = 0x20;
const KIND_BITS: u8 = 0x1f;

/// Kinds of struct, as Yjs numbers them.
pub(super) const GC: u8 = 0;
pub(super) const DELETED: u8 = 1;
const STRING: u8 = 4;
const FORMAT: u8 = 6;
const TYPE: u8 = 7;
pub(super) const ANY: u8 = 8;
const SKIP: u8 = 10;
/// JSON, binary, embed and subdocument: y-prosemirror sends none of them.
const NEVER_SENT: [u8; 4] = [2, 3, 5, 9];

/// Types, as Yjs numbers them: only elements and their texts stand under the root.
const XML_ELEMENT: u64 = 3;
const XML_TEXT: u64 = 6;
const TYPES_MAX: u64 = 6;

/// An update of which every byte was read.
#[derive(Clone, Debug)]
pub struct ParsedUpdate<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) sections: Vec<Section<'a>>,
    pub(super) deletes: Vec<DeleteRange>,
}

/// The structs of one client, contiguous from `clock` to `end`.
#[derive(Copy, Clone, Debug)]
pub(super) struct Section<'a> {
    pub(super) client: ClientId,
    pub(super) clock: Clock,
    pub(super) end: Clock,
    pub(super) count: u32,
    pub(super) body: &'a [u8],
}

#[derive(Copy, Clone, Debug)]
pub(super) struct DeleteRange {
    pub(super) client: ClientId,
    pub(super) start: Clock,
    pub(super) end: Clock,
}

#[derive(Copy, Clone, Debug)]
pub(super) struct Struct<'a> {
    pub(super) clock: Clock,
    pub(super) len: Clock,
    pub(super) kind: Kind<'a>,
}

#[derive(Copy, Clone, Debug)]
pub(super) enum Kind<'a> {
    Gc,
    Skip,
    Item(Item<'a>),
}

#[derive(Copy, Clone, Debug)]
pub(super) struct Item<'a> {
    pub(super) info: u8,
    pub(super) origin: Option<Id>,
    pub(super) right: Option<Id>,
    pub(super) parent: Option<Parent<'a>>,
    pub(super) sub: Option<&'a str>,
    pub(super) content: Content<'a>,
}

#[derive(Copy, Clone, Debug)]
pub(super) enum Parent<'a> {
    Root(&'a str),
    Id(Id),
}

#[derive(Copy, Clone, Debug)]
pub(super) enum Content<'a> {
    Deleted,
    String(&'a str),
    Format { key: &'a str, json: &'a str },
    Element(&'a str),
    Text,
    Any(&'a [u8]),
}

/// Parses an update. What it refuses, yrs and browsers might read differently, or not survive.
///
/// # Errors
/// The rule that the bytes break.
pub fn parse_update<'a>(bytes: &'a [u8], bounds: &Bounds) -> Result<ParsedUpdate<'a>, Refusal> {
    if bytes.len() > bounds.bytes_max {
        return Err(Refusal::TooLarge);
    }
    let mut reader = Reader::new(bytes);
    let sections = parse_sections(&mut reader, bounds)?;
    let deletes = parse_deletes(&mut reader, bounds)?;
    reader.end()?;
    Ok(ParsedUpdate { bytes, sections, deletes })
}

impl ParsedUpdate<'_> {
    /// Bytes of the update as it came.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether it brings neither structs nor deletions.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.sections.is_empty() && self.deletes.is_empty()
    }
}

fn parse_sections<'a>(reader: &mut Reader<'a>, bounds: &Bounds) -> Result<Vec<Section<'a>>, Refusal> {
    // A section takes at least: count, client, clock and a struct of two bytes.
    let sections = reader.count(5)?;
    if sections > bounds.sections_max {
        return Err(Refusal::TooManyClients);
    }
    let mut parsed = Vec::new();
    for _ in 0..sections {
        let count = reader.number()?;
        let client = reader.client()?;
        let clock = reader.clock()?;
        let count = match u32::try_from(count) {
            Ok(0) => return Err(Refusal::LengthZero),
            Ok(count) if count as usize <= reader.left() / 2 => count,
            Ok(_) | Err(_) => return Err(Refusal::Count),
        };
        let start = reader.at();
        let mut end = clock;
        for _ in 0..count {
            let found = parse_struct(reader, client, end)?;
            end = found.clock + found.len;
        }
        parsed.push(Section { client, clock, end, count, body: reader.since(start) });
    }
    refuse_twice(parsed.iter().map(|section| section.client))?;
    Ok(parsed)
}

fn parse_deletes(reader: &mut Reader<'_>, bounds: &Bounds) -> Result<Vec<DeleteRange>, Refusal> {
    let mut deletes = Vec::new();
    let mut clients = Vec::new();
    for _ in 0..reader.count(2)? {
        let client = reader.client()?;
        clients.push(client);
        let ranges = reader.count(2)?;
        if deletes.len() + ranges > bounds.delete_ranges_max {
            return Err(Refusal::DeleteRanges);
        }
        for _ in 0..ranges {
            let start = reader.clock()?;
            let end = end_of(start, reader.length()?)?;
            deletes.push(DeleteRange { client, start, end });
        }
    }
    refuse_twice(clients.into_iter())?;
    Ok(deletes)
}

fn refuse_twice(clients: impl Iterator<Item = ClientId>) -> Result<(), Refusal> {
    let mut clients: Vec<ClientId> = clients.collect();
    clients.sort_unstable();
    if clients.windows(2).any(|pair| pair.first() == pair.last()) {
        return Err(Refusal::ClientTwice);
    }
    Ok(())
}

fn end_of(clock: Clock, len: Clock) -> Result<Clock, Refusal> {
    match clock.checked_add(len) {
        Some(end) if end <= CLOCK_MAX => Ok(end),
        Some(_) | None => Err(Refusal::Clock),
    }
}

/// Reads the structs of a section one after another.
#[derive(Clone, Debug)]
pub(super) struct Structs<'a> {
    reader: Reader<'a>,
    client: ClientId,
    clock: Clock,
    left: u32,
}

impl<'a> Structs<'a> {
    pub(super) const fn of(section: &Section<'a>) -> Self {
        Self {
            reader: Reader::new(section.body),
            client: section.client,
            clock: section.clock,
            left: section.count,
        }
    }

    /// The offset in the section's body at which the next struct starts.
    pub(super) const fn at(&self) -> usize {
        self.reader.at()
    }

    /// How many structs are left.
    pub(super) const fn left(&self) -> u32 {
        self.left
    }

    pub(super) fn next(&mut self) -> Result<Option<Struct<'a>>, Refusal> {
        if self.left == 0 {
            return Ok(None);
        }
        let found = parse_struct(&mut self.reader, self.client, self.clock)?;
        self.clock = found.clock + found.len;
        self.left -= 1;
        Ok(Some(found))
    }
}

fn parse_struct<'a>(reader: &mut Reader<'a>, client: ClientId, clock: Clock) -> Result<Struct<'a>, Refusal> {
    let info = reader.byte()?;
    let (len, kind) = match info {
        GC => (reader.length()?, Kind::Gc),
        SKIP => (reader.length()?, Kind::Skip),
        _ => {
            let (len, item) = parse_item(reader, info, Id::new(client, clock))?;
            (len, Kind::Item(item))
        }
    };
    end_of(clock, len)?;
    Ok(Struct { clock, len, kind })
}

fn parse_item<'a>(reader: &mut Reader<'a>, info: u8, own: Id) -> Result<(Clock, Item<'a>), Refusal> {
    let origin = if info & HAS_ORIGIN == 0 { None } else { Some(parse_id(reader, own)?) };
    let right = if info & HAS_RIGHT == 0 { None } else { Some(parse_id(reader, own)?) };
    let (mut parent, mut sub) = (None, None);
    if origin.is_none() && right.is_none() {
        parent = Some(match reader.number()? {
            1 => Parent::Root(name(reader)?),
            0 => Parent::Id(parse_id(reader, own)?),
            _ => return Err(Refusal::StructKind),
        });
        if info & HAS_SUB != 0 {
            sub = Some(name(reader)?);
        }
    }
    let (len, content) = parse_content(reader, info & KIND_BITS)?;
    Ok((len, Item { info, origin, right, parent, sub, content }))
}

/// An id to lean on. A struct that leans on itself or on later structs of its client never becomes whole.
fn parse_id(reader: &mut Reader<'_>, own: Id) -> Result<Id, Refusal> {
    let id = Id::new(reader.client()?, reader.clock()?);
    if id.client == own.client && id.clock >= own.clock {
        return Err(Refusal::Cycle);
    }
    Ok(id)
}

fn name<'a>(reader: &mut Reader<'a>) -> Result<&'a str, Refusal> {
    let name = reader.string()?;
    if name.len() > NAME_BYTES_MAX {
        return Err(Refusal::Attribute);
    }
    Ok(name)
}

fn parse_content<'a>(reader: &mut Reader<'a>, kind: u8) -> Result<(Clock, Content<'a>), Refusal> {
    match kind {
        DELETED => Ok((reader.length()?, Content::Deleted)),
        STRING => {
            let text = reader.string()?;
            // Clocks count UTF-16 units; the frame's bytes bound them far below u32.
            match text.chars().map(|c| c.len_utf16() as u32).sum() {
                0 => Err(Refusal::LengthZero),
                len => Ok((len, Content::String(text))),
            }
        }
        FORMAT => Ok((1, Content::Format { key: reader.string()?, json: reader.string()? })),
        TYPE => match reader.number()? {
            XML_ELEMENT => Ok((1, Content::Element(reader.string()?))),
            XML_TEXT => Ok((1, Content::Text)),
            0..=TYPES_MAX => Err(Refusal::ContentKind),
            _ => Err(Refusal::StructKind),
        },
        ANY => {
            let values = reader.count(1)?;
            let start = reader.at();
            for _ in 0..values {
                walk_any(reader, None, 1, &mut |_, _| Ok(()))?;
            }
            match Clock::try_from(values) {
                Ok(0) => Err(Refusal::LengthZero),
                Ok(len) => Ok((len, Content::Any(reader.since(start)))),
                Err(_) => Err(Refusal::Count),
            }
        }
        other if NEVER_SENT.contains(&other) => Err(Refusal::ContentKind),
        _ => Err(Refusal::StructKind),
    }
}
