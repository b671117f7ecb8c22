//! Bytes that no editor sends: honest frames with bytes changed, and frames made at random from valid parts.
//! Whatever the guard takes, yrs takes too: whole, without a panic, and to the same state. With `KT_AANGENOMEN=FOLDER` it is written
//! out with what yrs made of it, for `make proof-converge`, where Yjs makes the same of it.

use super::honest::play;
use super::shown::json;
use super::*;
use crate::guard::reader::{write_buffer, write_number};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Frames in the gate; a hundred times as many with `KT_LANG=1`.
const FRAMES: usize = 20_000;
/// Accepted frames on one document, before it starts anew.
const ACCEPTED_PER_DOCUMENT: usize = 60;

fn frames() -> usize {
    if std::env::var("KT_LANG").is_ok_and(|value| value == "1") { FRAMES * 100 } else { FRAMES }
}

/// A document under attack.
struct Target {
    doc: Doc,
    known: Known,
    accepted: usize,
    /// What it began from, and what was taken since, in order.
    rows: Vec<Vec<u8>>,
}

/// Where accepted frames are written, when they are asked for: a line of JSON for each document.
struct Paper(Option<std::io::BufWriter<std::fs::File>>);

impl Paper {
    fn open(name: &str) -> Self {
        Self(std::env::var_os("KT_AANGENOMEN").map(|folder| {
            let path = std::path::Path::new(&folder).join(format!("{name}.jsonl"));
            std::io::BufWriter::new(std::fs::File::create(path).unwrap())
        }))
    }

    fn write(&mut self, rows: &[Vec<u8>], doc: &Doc) {
        let Some(file) = &mut self.0 else { return };
        let hex = |row: &Vec<u8>| row.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        let rows: Vec<String> = rows.iter().map(hex).collect();
        let line = serde_json::json!({ "rows": rows, "clocks": clocks(doc), "shown": json(doc) });
        writeln!(file, "{line}").unwrap();
    }
}

impl Target {
    fn start(snapshot: &[u8], owners: &[(ClientId, Writer)]) -> Self {
        let doc = document(1);
        apply(&doc, snapshot);
        let mut known = known_of(&doc);
        owners.iter().for_each(|(client, owner)| known.bind(*client, *owner));
        Self { doc, known, accepted: 0, rows: vec![snapshot.to_vec()] }
    }

    /// Whether the frame was taken; then yrs must have taken it too.
    fn strike(&mut self, bytes: &[u8], by: Writer) -> bool {
        let Ok(update) = parse_update(bytes, &Bounds::frame()) else { return false };
        let Verdict::Accept(accepted) = self.known.judge(&update, by) else { return false };
        self.known.apply(&accepted);
        self.accepted += 1;
        self.rows.push(accepted.bytes.clone());
        let survived = catch_unwind(AssertUnwindSafe(|| {
            apply(&self.doc, &accepted.bytes);
            assert!(!self.doc.transact().has_missing_updates(), "yrs waits for something");
            assert_eq!(known_clocks(&self.known), clocks(&self.doc));
            drop(text(&self.doc));
        }));
        assert!(survived.is_ok(), "yrs broke on {bytes:02x?}, stored as {:02x?}", accepted.bytes);
        assert!(matches!(self.known.judge(&frame(&accepted.bytes), by), Verdict::Known));
        true
    }

    /// What was stored loads again, in yrs and in the guard. The order of blocks is not compared: who lies about
    /// the neighbours of his own blocks makes two browsers order them differently, as in Yjs itself.
    fn finish(self, paper: &mut Paper) {
        paper.write(&self.rows, &self.doc);
        let copy = document(1);
        apply(&copy, &whole(&self.doc));
        assert_eq!(clocks(&copy), clocks(&self.doc));
        drop(text(&copy));
        assert_eq!(known_clocks(&known_of(&self.doc)), known_clocks(&self.known));
    }
}

/// Strikes one document after another with `make`, between the rows of an honest session.
fn attack(
    name: &str,
    seed: u64,
    make: impl Fn(&mut Chance, &Target, &[(Vec<u8>, Writer)]) -> Vec<u8>,
    part: usize,
) {
    let mut paper = Paper::open(name);
    let mut chance = Chance(seed);
    let (mut struck, mut taken) = (0, 0);
    while struck < frames() {
        let (server, _, _) = play(chance.next() % 10_000, 40);
        let mut target = Target::start(&[0, 0], &[]);
        for (at, (row, by)) in server.log.iter().enumerate() {
            for _ in 0..20 {
                struck += 1;
                let bytes = make(&mut chance, &target, &server.log[at..]);
                taken += usize::from(target.strike(&bytes, *by));
            }
            // Honest still, unless an attack took the place of what it leans on.
            target.strike(row, *by);
            if target.accepted >= ACCEPTED_PER_DOCUMENT {
                std::mem::replace(&mut target, Target::start(&whole(&server.doc), &owners(&server.known)))
                    .finish(&mut paper);
            }
        }
        target.finish(&mut paper);
    }
    assert!(taken >= struck / part, "only {taken} of {struck} frames were taken: the attack reaches nothing");
}

fn owners(known: &Known) -> Vec<(ClientId, Writer)> {
    let clients = known_clocks(known).into_keys();
    clients.filter_map(|client| Some((client, known.owner(client)?))).collect()
}

fn changed(chance: &mut Chance, _: &Target, next: &[(Vec<u8>, Writer)]) -> Vec<u8> {
    let mut bytes = next[chance.below(next.len().min(3))].0.clone();
    for _ in 0..1 + chance.below(6) / 4 {
        let at = chance.below(bytes.len());
        match chance.below(12) {
            6..=8 => bytes[at] = bytes[at].wrapping_add(1),
            9..=11 => bytes[at] = bytes[at].wrapping_sub(1),
            0 => bytes[at] ^= 1 << chance.below(8),
            1 => bytes[at] = chance.next() as u8,
            2 => drop(bytes.remove(at)),
            3 => bytes.insert(at, [0, 1, 0x7f, 0x80, 0xff][chance.below(5)]),
            4 => bytes.truncate(at + 1),
            _ => {
                let (other, _) = &next[chance.below(next.len())];
                let from = chance.below(other.len());
                bytes.splice(at.., other[from..].iter().copied());
            }
        }
        if bytes.is_empty() {
            return bytes;
        }
    }
    bytes
}

/// A frame of valid parts: sections at the ends of clients, items that lean on whatever is there.
fn made(chance: &mut Chance, target: &Target, next: &[(Vec<u8>, Writer)]) -> Vec<u8> {
    let by = next[0].1;
    let held: Vec<(ClientId, Clock)> = target.known.state_vector().iter().collect();
    let own: Vec<ClientId> = held
        .iter()
        .map(|(client, _)| *client)
        .filter(|client| target.known.owner(*client) == Some(by))
        .collect();
    let mut out = Vec::new();
    let mut clients: Vec<ClientId> = (0..1 + chance.below(3))
        .map(|_| own.get(chance.below(own.len() + 1)).copied().unwrap_or(2_000 + chance.next() % 90))
        .collect();
    clients.sort_unstable();
    clients.dedup();
    write_number(&mut out, clients.len() as u64);
    for client in &clients {
        let count = 1 + chance.below(4);
        write_number(&mut out, count as u64);
        write_number(&mut out, *client);
        let end = target.known.state_vector().get(*client);
        write_number(&mut out, u64::from(end.saturating_sub(chance.below(3) as u32)));
        (0..count).for_each(|_| item(&mut out, chance, target, &clients));
    }
    let (client, end) = held.get(chance.below(held.len())).copied().unwrap_or((clients[0], 9));
    out.extend_from_slice(&[1]);
    write_number(&mut out, client);
    out.push(1);
    write_number(&mut out, chance.next() % u64::from(end));
    out.push(1);
    out
}

/// Mostly an element that is there; seldom one of this frame, or none at all.
fn id(out: &mut Vec<u8>, chance: &mut Chance, target: &Target, clients: &[ClientId]) {
    let held: Vec<(ClientId, Clock)> = target.known.state_vector().iter().collect();
    let (client, clock) = match held.get(chance.below(held.len())) {
        Some((client, end)) if chance.below(12) > 0 => (*client, chance.below(*end as usize)),
        Some(_) | None => (clients[chance.below(clients.len())], chance.below(6)),
    };
    write_number(out, client);
    write_number(out, clock as u64);
}

fn item(out: &mut Vec<u8>, chance: &mut Chance, target: &Target, clients: &[ClientId]) {
    let kind = [0, 1, 4, 4, 4, 6, 7, 7, 7, 8][chance.below(10)];
    if kind == 0 {
        out.extend_from_slice(&[0, 1 + chance.below(4) as u8]);
        return;
    }
    let leans = chance.below(4) as u8;
    let sub = u8::from(chance.below(6) == 0 || kind == 8);
    out.push(kind | leans << 6 | sub << 5);
    (0..leans.count_ones()).for_each(|_| id(out, chance, target, clients));
    if leans == 0 {
        let root = chance.below(3) == 0;
        out.push(u8::from(root));
        match root {
            true => write_buffer(out, ROOT.as_bytes()),
            false => id(out, chance, target, clients),
        }
        if sub == 1 {
            write_buffer(out, [&b"href"[..], b"level", b"a"][chance.below(3)]);
        }
    }
    match kind {
        1 => out.push(1 + chance.below(3) as u8),
        4 => write_buffer(out, ["a", "zorg", "👧x"][chance.below(3)].as_bytes()),
        6 => {
            write_buffer(out, b"bold");
            write_buffer(out, ["{}", "null"][chance.below(2)].as_bytes());
        }
        7 if chance.below(2) == 0 => out.push(6),
        7 => {
            out.push(3);
            write_buffer(out, b"paragraph");
        }
        _ => out.extend_from_slice([&[1, 126][..], &[2, 125, 3, 120]][chance.below(2)]),
    }
}

// shows C2-K6
#[test]
fn what_is_taken_of_changed_frames_yrs_takes() {
    attack("changed", 1, changed, 50);
}

#[test]
fn what_is_taken_of_made_frames_yrs_takes() {
    attack("made", 2, made, 20);
}
