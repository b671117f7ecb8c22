use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Rol, Wie};
use tokio::time::Instant;
use uuid::Uuid;

use super::pipe::Pipe;
use super::*;
use crate::limits::{LATEST_EVERY, OUTBOX_BYTES, OUTBOX_CONTROL_BYTES};

fn conn(n: u64, pipe: &Pipe) -> Arc<Conn> {
    let wie = Wie {
        id: MedewerkerId(Uuid::from_u128(1)),
        naam: "Kevin".into(),
        rol: Rol::Jeugdconsulent,
        gemeente: GemeenteId(Uuid::from_u128(9)),
        persoon: None,
        machtiging: None,
        sessie: Uuid::from_u128(2),
    };
    Conn::new(ConnId(n), wie, Dialect::Rt, Box::new(pipe.clone()))
}

#[test]
fn frames_have_the_right_header_at_each_length() {
    for (len, header) in [(0, vec![0x82, 0]), (125, vec![0x82, 125]), (126, vec![0x82, 126, 0, 126])] {
        assert!(binary(&vec![7; len]).starts_with(&header), "{len}");
    }
    assert!(binary(&vec![7; 70_000]).starts_with(&[0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x70]));
    assert_eq!(&close(4403)[..], &[0x88, 2, 0x11, 0x33]);
}

#[test]
fn a_frame_that_is_half_out_is_finished_first() {
    let pipe = Pipe::with_room(3);
    let conn = conn(1, &pipe);
    conn.send(Class::Event(5), Bytes::from_static(b"abcdef"));
    assert_eq!(pipe.events(), vec![ConnEvent::Blocked]);
    conn.push(Class::Control, Bytes::from_static(b"GH"));
    pipe.more(100);
    assert!(conn.unblocked());
    assert_eq!(pipe.taken(), b"abcdefGH");
}

// shows G14
#[test]
fn a_slow_reader_loses_the_topic_and_is_told_once_there_is_room() {
    let pipe = Pipe::with_room(0);
    let conn = conn(1, &pipe);
    let frame = Bytes::from(vec![b'x'; 1000]);
    let mut kept = 0;
    for _ in 0..10_000 {
        kept += usize::from(conn.send(Class::Event(5), frame.clone()));
    }
    assert!(kept * 1000 <= OUTBOX_BYTES);
    assert!(conn.send(Class::Event(6), Bytes::from_static(b"other")), "another topic still fits");
    pipe.events();
    pipe.more(1_000_000);
    assert!(conn.unblocked());
    assert_eq!(pipe.taken(), b"other", "what was dropped is not sent in part");
    assert_eq!(pipe.events(), vec![ConnEvent::Drained]);
    assert_eq!(conn.take_dropped(), vec![5]);
    assert!(conn.send(Class::Event(5), frame), "after the resync it goes on");
}

#[test]
fn of_a_latest_topic_only_the_newest_waits() {
    let pipe = Pipe::with_room(0);
    let conn = conn(1, &pipe);
    for value in ["old", "older", "new"] {
        conn.send(Class::Latest(9), Bytes::copy_from_slice(value.as_bytes()));
    }
    pipe.more(100);
    conn.unblocked();
    assert_eq!(pipe.taken(), b"new");
}

#[test]
fn answers_are_never_dropped_but_too_many_end_the_connection() {
    let pipe = Pipe::with_room(0);
    let conn = conn(1, &pipe);
    let answer = Bytes::from(vec![b'a'; OUTBOX_CONTROL_BYTES / 2]);
    assert!(conn.send(Class::Control, answer.clone()));
    assert!(!conn.is_closing());
    conn.send(Class::Control, answer.clone());
    conn.send(Class::Control, answer);
    assert_eq!(conn.closing(), Some(Closing(keukentafel::protocol::close::SLOW)));
}

#[test]
fn who_comes_back_gets_what_was_missed_or_nothing_in_part() {
    let pipe = Pipe::with_room(1_000_000);
    let mut topic = Fanout::new(3);
    let reader = conn(1, &pipe);
    topic.add(&reader);
    topic.add(&reader);
    assert_eq!(topic.subscribers().len(), 1, "one connection follows a topic once");
    for v in 1..=400_u64 {
        topic.publish(v, &Bytes::from(v.to_string()));
    }
    assert_eq!(topic.since(400), Some(vec![]));
    assert_eq!(topic.since(398), Some(vec![Bytes::from("399"), Bytes::from("400")]));
    assert_eq!(topic.since(10), None, "too long ago");
    assert_eq!(topic.expel(|_| false).len(), 1);
    assert!(topic.is_empty());
}

#[test]
fn of_a_broken_socket_nothing_waits() {
    let pipe = Pipe::with_room(0);
    let conn = conn(1, &pipe);
    conn.send(Class::Control, Bytes::from_static(b"never read"));
    pipe.cut();
    assert!(conn.unblocked(), "whoever sees to the rest can stop");
    assert!(conn.is_closing());
    assert!(conn.flush());
}

/// However fast the values come, who follows gets at most ten of them in any second, and the last one always.
// shows N-3
#[tokio::test(start_paused = true)]
async fn of_a_latest_topic_nobody_gets_more_than_ten_values_a_second() {
    let pipe = Pipe::with_room(1_000_000);
    let reader = conn(1, &pipe);
    let mut topic = Latest::new(3);
    topic.join(&reader);
    let (begun, mut alarm, mut told) = (Instant::now(), None, Vec::new());
    let came =
        || pipe.taken().iter().filter(|byte| **byte == b';').map(|_| Instant::now()).collect::<Vec<_>>();
    let mut v = 0;
    while begun.elapsed() < Duration::from_secs(3) {
        v += 1;
        if let Some(wait) = topic.set(v, Bytes::from(format!("{v};"))) {
            alarm = Some(Instant::now() + wait);
        }
        told.extend(came());
        tokio::time::advance(Duration::from_millis(1)).await;
        if alarm.is_some_and(|at| at <= Instant::now()) {
            alarm = topic.round().map(|wait| Instant::now() + wait);
        }
        told.extend(came());
    }
    let most = told
        .iter()
        .map(|from| told.iter().filter(|at| **at >= *from && **at - *from < Duration::from_secs(1)).count());
    assert_eq!(most.max(), Some(10));
    for last in ["a;", "z;"] {
        v += 1;
        topic.set(v, Bytes::from(last));
    }
    tokio::time::advance(LATEST_EVERY).await;
    topic.round();
    assert!(pipe.taken().ends_with(b"z;"), "the last value goes out");
}
