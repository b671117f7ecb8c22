//! Honest editors, seeded: whatever they send is taken, and the guard counts as yrs does.

use super::*;
use yrs::types::Attrs;
use yrs::{Any, XmlElementPrelim, XmlElementRef, XmlFragmentRef, XmlTextPrelim, XmlTextRef};

/// Within the first plane: an editor cuts no character in two, and this one does not look.
const WORDS: [&str; 6] = ["hulp ", "Dylan", "é", "女☕ ", "opvang ", "\u{200b}"];

/// A browser with the document open.
pub(super) struct Editor {
    pub(super) doc: Doc,
    pub(super) writer: Writer,
    /// Broadcasts that it has not read yet, when it is offline.
    online: bool,
}

/// The document on the server: yrs and the guard beside each other.
pub(super) struct Server {
    pub(super) doc: Doc,
    pub(super) known: Known,
    /// What was stored, in order, and who wrote it.
    pub(super) log: Vec<(Vec<u8>, Writer)>,
}

impl Editor {
    pub(super) fn new(client: u64, number: u128) -> Self {
        Self { doc: document(client), writer: writer(number), online: true }
    }

    /// One edit; the update that a provider sends for it.
    pub(super) fn edit(&self, chance: &mut Chance) -> Vec<u8> {
        let mut txn = self.doc.transact_mut();
        let root = txn.get_or_insert_xml_fragment(ROOT);
        let blocks = root.len(&txn);
        if blocks == 0 || chance.below(12) == 0 {
            add_block(&mut txn, &root, chance.below(blocks as usize + 1) as u32, "Gesprek", chance);
            return txn.encode_update_v1();
        }
        let at = chance.below(blocks as usize) as u32;
        let Some(XmlOut::Element(block)) = root.get(&txn, at) else { return txn.encode_update_v1() };
        let Some(XmlOut::Text(text)) = block.get(&txn, 0) else { return txn.encode_update_v1() };
        let len = text.len(&txn);
        let from = chance.below(len as usize + 1) as u32;
        let some = chance.below((len - from) as usize + 1) as u32;
        match chance.below(9) {
            0..=3 => text.insert(&mut txn, from, WORDS[chance.below(WORDS.len())]),
            4 => text.remove_range(&mut txn, from, some),
            5 => text.format(&mut txn, from, some, mark(chance)),
            6 => split(&mut txn, &root, &text, at, from, chance),
            7 => drop(block.insert_attribute(&mut txn, "textAlign", format!("left{}", chance.below(9)))),
            _ => root.remove_range(&mut txn, at, 1),
        }
        txn.encode_update_v1()
    }
}

fn mark(chance: &mut Chance) -> Attrs {
    let link = Any::from_json(r#"{"href":"https://voorbeeld.nl/a?b=c"}"#).unwrap();
    let remark = Any::from_json(r#"{"id":"0199"}"#).unwrap();
    let (key, value) = match chance.below(4) {
        0 => ("bold", Any::from_json("{}").unwrap()),
        1 => ("link", link),
        2 => ("opmerking--aB3+/9Zz", remark),
        _ => ("bold", Any::Null),
    };
    Attrs::from([(key.into(), value)])
}

fn split(
    txn: &mut yrs::TransactionMut<'_>,
    root: &XmlFragmentRef,
    text: &XmlTextRef,
    block: u32,
    from: u32,
    chance: &mut Chance,
) {
    let len = text.len(txn);
    text.remove_range(txn, from, len - from);
    add_block(txn, root, block + 1, "rest", chance);
}

fn add_block(
    txn: &mut yrs::TransactionMut<'_>,
    root: &XmlFragmentRef,
    at: u32,
    words: &str,
    chance: &mut Chance,
) {
    let name = ["paragraph", "heading", "sectieKop"][chance.below(3)];
    let block: XmlElementRef = root.insert(txn, at, XmlElementPrelim::empty(name));
    block.insert_attribute(txn, "level", 2.0);
    let text = block.push_back(txn, XmlTextPrelim::new(""));
    text.insert(txn, 0, words);
}

impl Server {
    pub(super) fn new() -> Self {
        Self { doc: document(1), known: Known::default(), log: Vec::new() }
    }

    /// What the actor does with an honest frame; the bytes that go to the others.
    pub(super) fn receive(&mut self, bytes: &[u8], by: Writer) -> Option<Vec<u8>> {
        match self.known.judge(&frame(bytes), by) {
            Verdict::Known => None,
            Verdict::Accept(accepted) => {
                self.known.apply(&accepted);
                apply(&self.doc, &accepted.bytes);
                self.log.push((accepted.bytes.clone(), by));
                assert!(!self.doc.transact().has_missing_updates());
                assert_eq!(known_clocks(&self.known), clocks(&self.doc));
                Some(accepted.bytes)
            }
            other @ (Verdict::Gap | Verdict::Foreign { .. } | Verdict::Refuse(_)) => {
                panic!("an honest frame got {other:?}: {bytes:02x?}")
            }
        }
    }
}

/// Both steps of the protocol, with a whole document instead of a difference when `all` says so.
fn synchronise(
    server: &mut Server,
    editors: &[Editor],
    at: usize,
    step_2: impl Fn(&Editor, &Server) -> Vec<u8>,
) {
    let editor = &editors[at];
    let held = editor.doc.transact().state_vector();
    let lacking = server.doc.transact().encode_state_as_update_v1(&held);
    apply(&editor.doc, &lacking);
    let ours = step_2(editor, server);
    if let Some(bytes) = server.receive(&ours, editor.writer) {
        for other in editors.iter().filter(|other| other.online) {
            apply(&other.doc, &bytes);
        }
    }
}

fn difference(editor: &Editor, server: &Server) -> Vec<u8> {
    let held = server.known.state_vector().encode();
    editor.doc.transact().encode_state_as_update_v1(&yrs::StateVector::decode_v1(&held).unwrap())
}

pub(super) fn play(seed: u64, steps: usize) -> (Server, Vec<Editor>, Vec<Vec<u8>>) {
    let mut chance = Chance(seed);
    let mut server = Server::new();
    let mut editors: Vec<Editor> =
        (0..4).map(|n| Editor::new(1_000 + 77 * n + seed % 50, u128::from(n))).collect();
    let mut sent = Vec::new();
    for _ in 0..steps {
        let at = chance.below(editors.len());
        match chance.below(20) {
            0 => editors[at].online = false,
            1 | 2 => {
                editors[at].online = true;
                synchronise(&mut server, &editors, at, difference);
            }
            3 => {
                editors[at].online = true;
                synchronise(&mut server, &editors, at, |editor, _| whole(&editor.doc));
            }
            4 => server.known = reload(&server),
            _ => {
                let bytes = editors[at].edit(&mut chance);
                if editors[at].online {
                    let told = server.receive(&bytes, editors[at].writer);
                    for other in editors.iter().filter(|other| other.online) {
                        told.iter().for_each(|bytes| apply(&other.doc, bytes));
                    }
                    sent.push(bytes);
                }
            }
        }
    }
    for at in 0..editors.len() {
        editors[at].online = true;
        synchronise(&mut server, &editors, at, difference);
    }
    (server, editors, sent)
}

/// The guard's memory built anew from the snapshot, with the owners from the record.
fn reload(server: &Server) -> Known {
    let mut known = known_of(&server.doc);
    for (client, _) in known_clocks(&server.known) {
        if let Some(owner) = server.known.owner(client) {
            known.bind(client, owner);
        }
    }
    assert_eq!(known_clocks(&known), known_clocks(&server.known));
    known
}

// shows C2-K6, N-1
#[test]
fn honest_editors_are_never_refused_and_end_with_one_text() {
    for seed in 0..60 {
        let (server, editors, _) = play(seed, 150);
        for editor in &editors {
            // A browser may lack deletions that the server made while it placed text in a deleted block.
            apply(&editor.doc, &whole(&server.doc));
            assert_eq!(text(&editor.doc), text(&server.doc), "seed {seed}");
        }
        assert!(server.log.len() > 20, "seed {seed} played nothing");
    }
}

// shows Yjs input 52
#[test]
fn the_same_update_a_thousand_times_is_stored_once() {
    let (mut server, editors, sent) = play(7, 80);
    let rows = server.log.len();
    for _ in 0..1_000 / sent.len() + 1 {
        for bytes in &sent {
            assert_eq!(word(&server.known, bytes, editors[0].writer), "known");
        }
    }
    server.receive(&whole(&editors[0].doc), editors[0].writer);
    assert!(server.log.len() <= rows + 1, "deletions that only the server knew may add one row");
}

#[test]
fn typing_does_not_make_the_memory_grow() {
    let editor = Editor::new(5, 5);
    let mut known = Known::default();
    let mut typed = Vec::new();
    {
        let mut txn = editor.doc.transact_mut();
        let root = txn.get_or_insert_xml_fragment(ROOT);
        add_block(&mut txn, &root, 0, "", &mut Chance(1));
        typed.push(txn.encode_update_v1());
    }
    let mut size = 0;
    for n in 0..2_000 {
        for bytes in typed.drain(..) {
            let accepted = accepted(&known, &bytes, editor.writer);
            known.apply(&accepted);
        }
        size = if n == 10 { known.size() } else { size };
        let mut txn = editor.doc.transact_mut();
        let root = txn.get_or_insert_xml_fragment(ROOT);
        let Some(XmlOut::Element(block)) = root.get(&txn, 0) else { panic!("no block") };
        let Some(XmlOut::Text(text)) = block.get(&txn, 0) else { panic!("no text") };
        text.push(&mut txn, "a");
        typed.push(txn.encode_update_v1());
    }
    assert_eq!(known.size(), size);
}
