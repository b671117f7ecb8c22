//! Cuts the known beginning off a struct, as Yjs does when it writes one from an offset: what is left leans on
//! the element before it. So yrs never meets an overlap.

use super::any::walk_any;
use super::ids::Id;
use super::parse::{ANY, Content, DELETED, GC, HAS_ORIGIN, HAS_RIGHT, Item, Kind, Struct};
use super::reader::{Reader, write_buffer, write_number};
use super::{ClientId, Clock, Refusal};

/// Stands for half of a character that was cut in two, as Yjs writes it.
const HALF: char = '\u{FFFD}';

/// The struct from `offset` on, and its bytes. `0 < offset < len`.
pub(super) fn cut<'a>(
    found: &Struct<'a>,
    client: ClientId,
    offset: Clock,
) -> Result<(Struct<'a>, Vec<u8>), Refusal> {
    let (clock, len) = (found.clock + offset, found.len - offset);
    let mut out = Vec::new();
    let kind = match &found.kind {
        Kind::Skip => return Err(Refusal::StructKind),
        Kind::Gc => {
            out.push(GC);
            write_number(&mut out, u64::from(len));
            Kind::Gc
        }
        Kind::Item(item) => Kind::Item(cut_item(item, Id::new(client, clock - 1), offset, len, &mut out)?),
    };
    Ok((Struct { clock, len, kind }, out))
}

fn cut_item<'a>(
    item: &Item<'a>,
    origin: Id,
    offset: Clock,
    len: Clock,
    out: &mut Vec<u8>,
) -> Result<Item<'a>, Refusal> {
    let info = item.info | HAS_ORIGIN;
    out.push(info);
    write_id(out, origin);
    if let (Some(right), true) = (item.right, info & HAS_RIGHT != 0) {
        write_id(out, right);
    }
    let content = match item.content {
        Content::Deleted => {
            debug_assert_eq!(info & 0x1f, DELETED);
            write_number(out, u64::from(len));
            Content::Deleted
        }
        Content::String(text) => {
            let (half, rest) = split_text(text, offset);
            let bytes: Vec<u8> =
                if half { [HALF.to_string().as_str(), rest].concat().into_bytes() } else { rest.into() };
            write_buffer(out, &bytes);
            Content::String(rest)
        }
        Content::Any(values) => {
            debug_assert_eq!(info & 0x1f, ANY);
            let mut reader = Reader::new(values);
            for _ in 0..offset {
                walk_any(&mut reader, None, 1, &mut |_, _| Ok(()))?;
            }
            let rest = values.get(reader.at()..).unwrap_or_default();
            write_number(out, u64::from(len));
            out.extend_from_slice(rest);
            Content::Any(rest)
        }
        // Of length one: never known in part.
        Content::Format { .. } | Content::Element(_) | Content::Text => return Err(Refusal::StructKind),
    };
    Ok(Item { info, origin: Some(origin), right: item.right, parent: None, sub: None, content })
}

fn write_id(out: &mut Vec<u8>, id: Id) {
    write_number(out, id.client);
    write_number(out, u64::from(id.clock));
}

/// The text after `offset` UTF-16 units, and whether the cut goes through a character.
fn split_text(text: &str, offset: Clock) -> (bool, &str) {
    let mut units = 0;
    for (at, c) in text.char_indices() {
        if units >= offset {
            return (units > offset, text.get(at..).unwrap_or_default());
        }
        units += c.len_utf16() as u32;
    }
    (units > offset, "")
}
