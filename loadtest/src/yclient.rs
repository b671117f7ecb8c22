//! The y-websocket protocol as a client speaks it, and the client's own document.

use anyhow::{Result, bail};
use keukentafel::protocol::frame::write_varint;
use yrs::types::text::Text;
use yrs::types::xml::{XmlElementPrelim, XmlFragment, XmlOut, XmlTextPrelim};
use yrs::updates::decoder::Decode;
use yrs::{
    ClientID, Doc, GetString, OffsetKind, Options, ReadTxn, StateVector, Transact, Update, XmlFragmentRef,
    XmlTextRef,
};

use crate::trace::Keystroke;

/// A y-protocols sync message, without the byte that says that it is one.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Sync<'a> {
    /// What the other side has (a state vector).
    Step1(&'a [u8]),
    /// What this side missed.
    Step2(&'a [u8]),
    /// Something new.
    Update(&'a [u8]),
}

/// A frame of y-websocket.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum YFrame<'a> {
    Sync(Sync<'a>),
    /// Cursors; counted, not read.
    Awareness,
    /// Permission denied, with the server's words.
    Denied(&'a [u8]),
}

pub(crate) fn read_frame(bytes: &[u8]) -> Result<YFrame<'_>> {
    match bytes.split_first() {
        Some((0, rest)) => Ok(YFrame::Sync(read_sync(rest)?)),
        Some((1 | 3, _)) => Ok(YFrame::Awareness),
        Some((2, rest)) => Ok(YFrame::Denied(rest)),
        Some((kind, _)) => bail!("a frame of unknown kind {kind}"),
        None => bail!("an empty frame"),
    }
}

pub(crate) fn read_sync(bytes: &[u8]) -> Result<Sync<'_>> {
    let Some((kind, rest)) = bytes.split_first() else { bail!("an empty sync message") };
    let (len, head) = varint(rest)?;
    let Some(payload) = rest.get(head..).filter(|payload| payload.len() == len) else {
        bail!("a sync message whose length is wrong")
    };
    match kind {
        0 => Ok(Sync::Step1(payload)),
        1 => Ok(Sync::Step2(payload)),
        2 => Ok(Sync::Update(payload)),
        _ => bail!("a sync message of unknown kind {kind}"),
    }
}

pub(crate) fn varint(bytes: &[u8]) -> Result<(usize, usize)> {
    let mut number = 0_u64;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        number |= u64::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            return Ok((usize::try_from(number)?, at + 1));
        }
    }
    bail!("a number that does not end")
}

/// The whole message. `/yjs` carries one as a frame, `/rt` several in a frame of kind 1.
pub(crate) fn write_frame(sync: Sync<'_>) -> Vec<u8> {
    let (kind, payload) = match sync {
        Sync::Step1(payload) => (0, payload),
        Sync::Step2(payload) => (1, payload),
        Sync::Update(payload) => (2, payload),
    };
    let mut out = Vec::with_capacity(payload.len() + 7);
    out.extend_from_slice(&[0, kind]);
    write_varint(&mut out, payload.len() as u64);
    out.extend_from_slice(payload);
    out
}

/// A client's document: one `XmlFragment` named `default`, paragraphs in it, a text in each.
pub(crate) struct YDoc {
    doc: Doc,
    root: XmlFragmentRef,
    own: Option<XmlTextRef>,
    paragraphs: Vec<XmlTextRef>,
}

impl YDoc {
    pub(crate) fn new(client: u64) -> Self {
        let mut options = Options::with_client_id(ClientID::new(client));
        options.offset_kind = OffsetKind::Utf16;
        let doc = Doc::with_options(options);
        let root = doc.get_or_insert_xml_fragment("default");
        Self { doc, root, own: None, paragraphs: Vec::new() }
    }

    /// Writes at the end of this client's own paragraph, which the first call begins in the middle of the document.
    pub(crate) fn write(&mut self, text: &str) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        let own = match &self.own {
            Some(own) => own.clone(),
            None => {
                let middle = self.root.len(&txn) / 2;
                let paragraph = self.root.insert(&mut txn, middle, XmlElementPrelim::empty("paragraph"));
                self.own.insert(paragraph.insert(&mut txn, 0, XmlTextPrelim::new(""))).clone()
            }
        };
        own.push(&mut txn, text);
        txn.encode_update_v1()
    }

    /// Several keystrokes as one update.
    pub(crate) fn keystrokes(&mut self, strokes: &[Keystroke]) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        for stroke in strokes {
            match stroke {
                Keystroke::Paragraph { at } => {
                    let index = u32::try_from(*at).unwrap_or(u32::MAX);
                    let paragraph = self.root.insert(&mut txn, index, XmlElementPrelim::empty("paragraph"));
                    self.paragraphs.insert(*at, paragraph.insert(&mut txn, 0, XmlTextPrelim::new("")));
                }
                Keystroke::Insert { paragraph, at, letter } => {
                    self.paragraphs[*paragraph].insert(&mut txn, *at, letter.encode_utf8(&mut [0; 4]));
                }
                Keystroke::Delete { paragraph, at } => {
                    self.paragraphs[*paragraph].remove_range(&mut txn, *at, 1);
                }
            }
        }
        txn.encode_update_v1()
    }

    pub(crate) fn apply(&self, update: &[u8]) -> Result<()> {
        let update = Update::decode_v1(update)?;
        self.doc.transact_mut().apply_update(update)?;
        Ok(())
    }

    pub(crate) fn state_vector(&self) -> StateVector {
        self.doc.transact().state_vector()
    }

    /// Up to where this client's writing is held.
    pub(crate) fn clock(&self, client: u64) -> u32 {
        self.state_vector().get(&ClientID::new(client))
    }

    /// What somebody with this state vector misses.
    pub(crate) fn missing(&self, state_vector: &[u8]) -> Result<Vec<u8>> {
        let theirs = StateVector::decode_v1(state_vector)?;
        Ok(self.doc.transact().encode_diff_v1(&theirs))
    }

    #[cfg(test)]
    pub(crate) fn state_vector_bytes(&self) -> Vec<u8> {
        use yrs::updates::encoder::Encode;
        self.state_vector().encode_v1()
    }

    /// Whether updates wait for others that never came.
    pub(crate) fn has_gap(&self) -> bool {
        self.doc.transact().store().pending_update().is_some()
    }

    /// The blocks' text, joined by newlines.
    pub(crate) fn text(&self) -> String {
        let txn = self.doc.transact();
        let blocks: Vec<String> = self
            .root
            .children(&txn)
            .map(|block| match block {
                XmlOut::Text(text) => text.get_string(&txn),
                XmlOut::Element(element) => inner_text(element.children(&txn), &txn),
                XmlOut::Fragment(fragment) => inner_text(fragment.children(&txn), &txn),
            })
            .collect();
        blocks.join("\n")
    }
}

fn inner_text<T: ReadTxn>(children: impl Iterator<Item = XmlOut>, txn: &T) -> String {
    children
        .map(|child| match child {
            XmlOut::Text(text) => text.get_string(txn),
            XmlOut::Element(_) | XmlOut::Fragment(_) => String::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::token::{Mark, marks};
    use crate::trace::Trace;

    #[test]
    fn frames_read_back_and_every_cut_is_refused() {
        for sync in [Sync::Step1(b"abc"), Sync::Step2(b""), Sync::Update(&[7; 300])] {
            let frame = write_frame(sync);
            assert_eq!(read_frame(&frame).unwrap(), YFrame::Sync(sync));
            for end in 0..frame.len() {
                assert!(read_frame(&frame[..end]).is_err(), "cut at {end}");
            }
        }
        assert!(read_frame(&[9, 1]).is_err());
        assert!(read_frame(&[0, 9, 0]).is_err());
        assert_eq!(read_frame(&[1, 2, 3]).unwrap(), YFrame::Awareness);
    }

    #[test]
    fn a_mark_stands_unbroken_in_each_update_and_in_the_whole_state() {
        let (mut a, b) = (YDoc::new(1), YDoc::new(2));
        for seq in 0..50 {
            let mark = Mark { writer: 3, seq };
            let update = a.write(&mark.text());
            assert_eq!(marks(&update).collect::<Vec<_>>(), [mark]);
            b.apply(&update).unwrap();
        }
        assert_eq!(a.text(), b.text());
        assert_eq!(a.state_vector(), b.state_vector());
        let whole = a.missing(&YDoc::new(9).state_vector_bytes()).unwrap();
        assert_eq!(marks(&whole).count(), 50);
    }

    #[test]
    fn a_lost_update_shows_as_a_gap() {
        let (mut a, b) = (YDoc::new(1), YDoc::new(2));
        b.apply(&a.write("een")).unwrap();
        let _lost = a.write("twee");
        b.apply(&a.write("drie")).unwrap();
        assert!(b.has_gap());
        assert_ne!(a.text(), b.text());
    }

    #[test]
    fn keystrokes_give_the_same_text_in_any_portions() {
        let text = |portion: usize| {
            let (mut doc, mut trace) = (YDoc::new(5), Trace::new(11));
            let strokes: Vec<Keystroke> = (0..4000).map(|_| trace.next()).collect();
            let reader = YDoc::new(6);
            for part in strokes.chunks(portion) {
                reader.apply(&doc.keystrokes(part)).unwrap();
            }
            assert_eq!(reader.text(), doc.text());
            doc.text()
        };
        assert_eq!(text(1), text(500));
    }
}
