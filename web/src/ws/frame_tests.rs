use super::frame::{Fault, Message, Parser, pong};
use crate::limits::{BINARY_BYTES_MAX, FRAGMENTS_MAX, TEXT_BYTES_MAX};

/// A masked frame as a client sends it.
fn frame(first: u8, payload: &[u8]) -> Vec<u8> {
    let mask = [0x11, 0x22, 0x33, 0x44];
    let mut out = vec![first];
    match payload.len() {
        short @ 0..=125 => out.push(0x80 | short as u8),
        medium @ 126..=0xFFFF => {
            out.push(0x80 | 126);
            out.extend((medium as u16).to_be_bytes());
        }
        long => {
            out.push(0x80 | 127);
            out.extend((long as u64).to_be_bytes());
        }
    }
    out.extend(mask);
    out.extend(payload.iter().enumerate().map(|(at, byte)| byte ^ mask[at % 4]));
    out
}

fn read(bytes: &[u8]) -> Result<Vec<Message>, Fault> {
    let mut out = Vec::new();
    Parser::default().feed(bytes, &mut out).map(|()| out)
}

/// The same, one byte at a time.
fn drip(bytes: &[u8]) -> Result<Vec<Message>, Fault> {
    let (mut out, mut parser) = (Vec::new(), Parser::default());
    for byte in bytes {
        parser.feed(&[*byte], &mut out)?;
    }
    Ok(out)
}

#[track_caller]
fn check(bytes: &[u8], want: Result<Vec<Message>, Fault>) {
    assert_eq!(read(bytes), want, "at once");
    assert_eq!(drip(bytes), want, "byte by byte");
}

#[test]
fn messages_of_every_length_come_out_whole() {
    for len in [0, 1, 125, 126, 127, 65_535, 65_536] {
        let text = "a".repeat(len);
        check(&frame(0x81, text.as_bytes()), Ok(vec![Message::Text(text)]));
    }
    let big = vec![7; BINARY_BYTES_MAX];
    assert_eq!(read(&frame(0x82, &big)), Ok(vec![Message::Binary(big)]));
}

#[test]
fn two_frames_in_one_read_and_a_ping_between_fragments() {
    let two = [frame(0x81, b"een"), frame(0x82, b"twee")].concat();
    check(&two, Ok(vec![Message::Text("een".into()), Message::Binary(b"twee".to_vec())]));
    let between = [frame(0x01, b"ke"), frame(0x89, b"hoi"), frame(0x00, b"uk"), frame(0x80, b"en")].concat();
    check(&between, Ok(vec![Message::Ping(b"hoi".to_vec()), Message::Text("keuken".into())]));
    check(&[frame(0x8A, b""), frame(0x89, b"")].concat(), Ok(vec![Message::Pong, Message::Ping(vec![])]));
}

// shows H24
#[test]
fn text_must_be_utf8_also_when_cut_inside_a_letter() {
    let e = "é".as_bytes();
    let cut = [frame(0x01, &e[..1]), frame(0x80, &e[1..])].concat();
    check(&cut, Ok(vec![Message::Text("é".into())]));
    let torn = [frame(0x01, &e[..1]), frame(0x80, b"x")].concat();
    check(&torn, Err(Fault::NotUtf8));
    check(&frame(0x81, &[0xFF]), Err(Fault::NotUtf8));
    check(&frame(0x81, &[0xED, 0xA0, 0x80]), Err(Fault::NotUtf8));
    check(&frame(0x88, &[0x03, 0xE8, 0xFF]), Err(Fault::NotUtf8));
}

// shows H23
#[test]
fn what_the_protocol_forbids_is_refused() {
    let unmasked = [0x81, 0x01, b'a'].to_vec();
    let wrong = [
        ("unmasked", unmasked),
        ("rsv1", frame(0xC1, b"a")),
        ("rsv3", frame(0x91, b"a")),
        ("opcode 3", frame(0x83, b"a")),
        ("opcode 11", frame(0x8B, b"a")),
        ("ping of 126", frame(0x89, &[0; 126])),
        ("fragmented ping", frame(0x09, b"a")),
        ("continuation of nothing", frame(0x80, b"a")),
        ("new message inside another", [frame(0x01, b"a"), frame(0x81, b"b")].concat()),
        ("close with half a code", frame(0x88, &[3])),
        ("close with 1005", frame(0x88, &1005_u16.to_be_bytes())),
        ("close with 999", frame(0x88, &999_u16.to_be_bytes())),
    ];
    for (what, bytes) in wrong {
        assert_eq!(read(&bytes), Err(Fault::Protocol), "{what}");
        assert_eq!(drip(&bytes), Err(Fault::Protocol), "{what}, byte by byte");
    }
}

// shows H25, H26
#[test]
fn a_claimed_length_allocates_nothing_and_fragments_end_somewhere() {
    let mut huge = vec![0x82, 0xFF];
    huge.extend((1_u64 << 63).to_be_bytes());
    huge.extend([0; 4]);
    check(&huge, Err(Fault::TooLarge));
    assert_eq!(read(&frame(0x81, &vec![b'a'; TEXT_BYTES_MAX + 1])), Err(Fault::TooLarge));
    assert_eq!(read(&frame(0x82, &vec![b'a'; BINARY_BYTES_MAX + 1])), Err(Fault::TooLarge));
    let mut drops = frame(0x01, b"a");
    for _ in 0..FRAGMENTS_MAX {
        drops.extend(frame(0x00, b"a"));
    }
    assert_eq!(read(&drops), Err(Fault::TooLarge));
    let mut empty = frame(0x01, b"");
    for _ in 0..FRAGMENTS_MAX {
        empty.extend(frame(0x00, b""));
    }
    assert_eq!(read(&empty), Err(Fault::TooLarge));
    let sum = [frame(0x01, &vec![b'a'; TEXT_BYTES_MAX]), frame(0x80, b"b")].concat();
    assert_eq!(read(&sum), Err(Fault::TooLarge), "fragments count together");
}

#[test]
fn what_came_before_a_fault_still_counts() {
    let mut out = Vec::new();
    let bytes = [frame(0x81, b"goed"), frame(0xC1, b"fout")].concat();
    assert_eq!(Parser::default().feed(&bytes, &mut out), Err(Fault::Protocol));
    assert_eq!(out, vec![Message::Text("goed".into())]);
}

#[test]
fn closes_and_pongs() {
    check(&frame(0x88, b""), Ok(vec![Message::Close(None)]));
    check(&frame(0x88, &4000_u16.to_be_bytes()), Ok(vec![Message::Close(Some(4000))]));
    assert_eq!(&pong(b"hoi")[..], b"\x8A\x03hoi");
}
