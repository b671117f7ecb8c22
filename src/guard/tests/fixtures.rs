//! A session of three editors with Yjs 13.6.33 and y-tiptap 3.0.9: typing, marks that overlap, lists, tables,
//! attributes, undo, offline edits, merged updates, whole documents in SyncStep2. Its suggestions were given the form of ours afterwards: whose, and of when.

use super::*;

/// Per line: who sent it and the update; at the end the state vector and the document as Yjs has them.
const SESSION: &str = include_str!("session.txt");

/// What the guard says of every line, in order; it takes what it accepts, and ends where Yjs did.
fn replay(session: &str) -> Vec<&'static str> {
    let (mut known, server) = (Known::default(), document(1));
    let mut words = Vec::new();
    for line in session.lines() {
        let (who, digits) = line.split_once(' ').unwrap();
        let bytes = hex(digits);
        match who {
            "state" => {
                let state = message::StateVector::parse(&bytes).unwrap();
                assert_eq!(known.state_vector(), state);
                assert_eq!(clocks(&server), known_clocks(&known));
            }
            "whole" => {
                let yjs = document(2);
                apply(&yjs, &bytes);
                assert_eq!(text(&server), text(&yjs));
                let mut loaded = Known::default();
                loaded.admit(&parse_update(&bytes, &Bounds::snapshot()).unwrap()).unwrap();
                assert_eq!(loaded.state_vector(), known.state_vector());
                assert_eq!(word(&loaded, &bytes, writer(0)), "known");
            }
            _ => {
                let by = writer(who.parse().unwrap());
                let said = word(&known, &bytes, by);
                words.push(said);
                if said == "accept" {
                    let taken = accepted(&known, &bytes, by);
                    known.apply(&taken);
                    apply(&server, &taken.bytes);
                    assert!(!server.transact().has_missing_updates());
                }
            }
        }
    }
    words
}

// shows C2-K6
#[test]
fn everything_that_yjs_and_its_editor_send_is_taken() {
    let words = replay(SESSION);
    assert!(words.iter().all(|word| ["accept", "known"].contains(word)), "{words:?}");
    assert!(words.contains(&"known"), "whole documents came twice");
    assert!(words.iter().filter(|word| **word == "accept").count() > 25);
}
