//! A document as plain text: what a reader would read aloud, line by line.
//!
//! Each block element (a paragraph, a heading, a `sectieKop`) is one line, an empty one an empty line; containers (`sectie`,
//! lists, tables) give the lines of what is in them, in order and without bullets or numbers; a `hardBreak` is a newline. A `veld`
//! is read as its `waarde`: its label is ordinary text that stands before it. Marks and unknown attributes are not text.

use yrs::types::text::YChange;
use yrs::{
    Any, Doc, GetString, Out, ReadTxn, Text, Transact, Xml, XmlElementRef, XmlFragment, XmlOut, XmlTextRef,
};

/// The name of the one root of every document (TipTap's).
pub(super) const ROOT: &str = "default";

/// Elements that hold blocks and have no text of their own.
const CONTAINERS: &[&str] = &[
    "sectie",
    "sectieInhoud",
    "bulletList",
    "orderedList",
    "taskList",
    "listItem",
    "taskItem",
    "blockquote",
    "table",
    "tableRow",
    "tableCell",
    "tableHeader",
];

/// Elements that stand within a line.
const INLINE: &[&str] = &["veld", "hardBreak"];

/// Marks of suggestions.
const SUGGESTIONS: &[&str] = &["insertion", "deletion", "modification"];

/// The text of `doc`. Recursion is as deep as the guard lets types be nested.
#[must_use]
pub(super) fn tekst(doc: &Doc) -> String {
    let txn = doc.transact();
    let Some(root) = txn.get_xml_fragment(ROOT) else { return String::new() };
    let mut lines = Vec::new();
    for child in root.children(&txn) {
        block(&txn, &child, &mut lines);
    }
    lines.join("\n")
}

/// Whether a suggestion stands in `doc`: words, or their absence, of which it is not settled whether they are its text.
#[must_use]
pub(super) fn heeft_voorstellen(doc: &Doc) -> bool {
    let txn = doc.transact();
    let Some(root) = txn.get_xml_fragment(ROOT) else { return false };
    root.successors(&txn).any(|node| match node {
        XmlOut::Text(text) => text.diff(&txn, YChange::identity).iter().any(|piece| {
            let marks = piece.attributes.iter().flat_map(|marks| marks.keys());
            marks.into_iter().any(|mark| SUGGESTIONS.iter().any(|name| is_mark(mark, name)))
        }),
        XmlOut::Element(_) | XmlOut::Fragment(_) => false,
    })
}

/// Whether a key of formatting is this mark, with or without the suffix of y-tiptap.
fn is_mark(key: &str, name: &str) -> bool {
    key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("--"))
}

fn block<T: ReadTxn>(txn: &T, node: &XmlOut, lines: &mut Vec<String>) {
    match node {
        XmlOut::Element(element) if is_container(txn, element) => {
            for child in element.children(txn) {
                block(txn, &child, lines);
            }
        }
        XmlOut::Element(_) | XmlOut::Text(_) => {
            let mut line = String::new();
            inline(txn, node, &mut line);
            lines.push(line);
        }
        XmlOut::Fragment(fragment) => {
            for child in fragment.children(txn) {
                block(txn, &child, lines);
            }
        }
    }
}

/// By name, or because it holds a block although nobody knows its name: text must not be lost to a new kind of node.
fn is_container<T: ReadTxn>(txn: &T, element: &XmlElementRef) -> bool {
    let tag = element.tag();
    !INLINE.contains(&tag.as_ref())
        && (CONTAINERS.contains(&tag.as_ref())
            || element.children(txn).any(|child| match child {
                XmlOut::Element(inner) => !INLINE.contains(&inner.tag().as_ref()),
                XmlOut::Fragment(_) => true,
                XmlOut::Text(_) => false,
            }))
}

fn inline<T: ReadTxn>(txn: &T, node: &XmlOut, line: &mut String) {
    match node {
        XmlOut::Text(text) => push_text(txn, text, line),
        XmlOut::Element(element) => match element.tag().as_ref() {
            "hardBreak" => line.push('\n'),
            "veld" => match element.get_attribute(txn, "waarde") {
                Some(Out::Any(Any::String(waarde))) => line.push_str(&waarde),
                Some(Out::YText(waarde)) => line.push_str(&waarde.get_string(txn)),
                Some(_) | None => {}
            },
            _ => {
                for child in element.children(txn) {
                    inline(txn, &child, line);
                }
            }
        },
        XmlOut::Fragment(fragment) => {
            for child in fragment.children(txn) {
                inline(txn, &child, line);
            }
        }
    }
}

fn push_text<T: ReadTxn>(txn: &T, text: &XmlTextRef, line: &mut String) {
    for piece in text.diff(txn, YChange::identity) {
        if let Out::Any(Any::String(string)) = piece.insert {
            line.push_str(&string);
        }
    }
}
