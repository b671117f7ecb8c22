//! Who is in the room.

use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use super::klant::*;
use super::support::*;
use crate::bus::Caret;
use crate::hub::Dialect::{Rt, Yjs};
use crate::limits::{CURSOR_BYTES_MAX, PRESENCE_GONE};

fn present(got: &[Got]) -> Vec<(u64, u32, Option<Value>)> {
    let seen = |one: &Got| if let Got::Presence(entries) = one { entries.clone() } else { Vec::new() };
    got.iter().flat_map(seen).collect()
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn the_server_says_who_it_is_and_the_client_only_where() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    let claims = json!({"user": {"name": "Kevin", "id": KEVIN}, "cursor": {"anchor": 1}, "bsn": "123456782"});
    emma.shows(&node, 20, 1, Some(claims)).await;
    for reader in [&mut kevin, &mut emma] {
        let seen = present(&reader.reads());
        let (client, clock, Some(state)) = &seen[0] else { panic!("{seen:?}") };
        assert_eq!((*client, *clock), (20, 1));
        assert_eq!(state["user"]["naam"], "Emma");
        assert_eq!(state["user"]["name"], "Emma");
        assert_eq!(state["user"]["id"], json!(EMMA));
        assert_eq!((&state["user"]["plek"], &state["user"]["color"]), (&json!(1), &json!("#2450ac")));
        assert_eq!(state["cursor"], json!({"anchor": 1}));
        assert_eq!(state.as_object().unwrap().len(), 2, "nothing else goes through");
    }
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn other_peoples_entries_are_dropped_without_a_word() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let nr = kevin.types(&node, "bindt id 10 aan kevin").await;
    kevin.acked(&node, nr).await;
    kevin.shows(&node, 11, 5, Some(json!({}))).await;
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    kevin.reads();
    // Under an id that is bound in the text, one that is only present, and a removal of it.
    emma.shows(&node, 10, 9, Some(json!({}))).await;
    emma.shows(&node, 11, 9, Some(json!({}))).await;
    emma.shows(&node, 11, 9, None).await;
    assert_eq!((kevin.reads(), emma.reads()), (vec![], vec![]));
    assert_eq!(emma.conn.closing(), None, "stock providers do this; it is no offence");
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn presence_leaves_ten_seconds_after_the_last_frame() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let mut emma = Klant::joined(&node, EMMA, Yjs, 20).await;
    emma.shows(&node, 20, 1, Some(json!({}))).await;
    kevin.reads();
    let almost = PRESENCE_GONE - Duration::from_millis(1);
    tokio::time::advance(almost).await;
    emma.types(&node, "een frame is een teken van leven").await;
    node.barrier().await;
    tokio::time::advance(almost).await;
    emma.conn.touch();
    node.barrier().await;
    tokio::time::advance(almost).await;
    node.barrier().await;
    assert_eq!(present(&kevin.reads()), []);
    tokio::time::advance(Duration::from_millis(2)).await;
    until(&node, || true).await;
    let mut gone = Vec::new();
    for _ in 0..10 {
        node.barrier().await;
        gone.extend(present(&kevin.reads()));
    }
    assert_eq!(gone, [(20, 1, None)]);
    // A sign of life under the next clock brings it back.
    emma.shows(&node, 20, 2, Some(json!({}))).await;
    assert_eq!(present(&kevin.reads()).len(), 1);
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn who_goes_is_gone_and_who_comes_sees_who_is_there() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    kevin.shows(&node, 10, 1, Some(json!({}))).await;
    let emma = Klant::new(EMMA, Yjs, 20);
    emma.opens(&node).await.unwrap();
    let mut emma = emma;
    let seen = present(&emma.reads());
    assert_eq!((seen.len(), seen[0].0), (1, 10));
    emma.shows(&node, 20, 1, Some(json!({}))).await;
    kevin.reads();
    node.documents.leave(emma.conn.id(), DOC).await;
    node.barrier().await;
    assert_eq!(present(&kevin.reads()), [(20, 1, None)]);
    kevin.shows(&node, 10, 2, None).await;
    let mut late = Klant::new(EMMA, Rt, 21);
    late.opens(&node).await.unwrap();
    assert_eq!(present(&late.reads()), []);
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn a_person_keeps_their_place_and_two_persons_have_two() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let thuis = Klant::joined(&node, KEVIN, Yjs, 30).await;
    kevin.shows(&node, 10, 1, Some(json!({}))).await;
    emma.shows(&node, 20, 1, Some(json!({}))).await;
    thuis.shows(&node, 30, 1, Some(json!({}))).await;
    kevin.shows(&node, 10, 2, None).await;
    kevin.shows(&node, 10, 3, Some(json!({}))).await;
    let places: Vec<_> = present(&kevin.reads())
        .into_iter()
        .filter_map(|(client, _, state)| Some((client, state?["user"]["plek"].as_u64()?)))
        .collect();
    assert_eq!(places, [(10, 1), (20, 2), (30, 1), (10, 1)]);
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn a_busy_cursor_is_relayed_ten_times_a_second_and_its_last_place_always() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let mut relayed = Vec::new();
    for clock in 1..=100 {
        emma.shows(&node, 20, clock, Some(json!({"cursor": clock}))).await;
        tokio::time::advance(Duration::from_millis(10)).await;
        node.barrier().await;
        relayed.extend(present(&kevin.reads()));
    }
    tokio::time::advance(Duration::from_millis(100)).await;
    for _ in 0..10 {
        node.barrier().await;
        relayed.extend(present(&kevin.reads()));
    }
    assert!((10..=12).contains(&relayed.len()), "{} in a second", relayed.len());
    assert_eq!(relayed.last().map(|(_, clock, _)| *clock), Some(100));
}

#[tokio::test(start_paused = true)]
async fn what_is_too_large_for_a_cursor_is_left_out() {
    let node = Node::start().await;
    let emma = Klant::joined(&node, EMMA, Rt, 20).await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    emma.shows(&node, 20, 1, Some(json!({"cursor": "x".repeat(CURSOR_BYTES_MAX)}))).await;
    let seen = present(&kevin.reads());
    assert_eq!(seen[0].2.as_ref().unwrap().get("cursor"), None);
    for client in 100..200 {
        emma.shows(&node, client, 1, Some(json!({}))).await;
    }
    assert_eq!(present(&kevin.reads()).len(), crate::limits::PRESENCE_IDS_PER_CONNECTION - 1);
    assert_eq!(node.rows().await, 1, "presence is never stored");
}

// shows N-2
#[tokio::test(start_paused = true)]
async fn who_is_at_another_node_is_in_the_room_and_nobody_here_speaks_for_them() {
    let node = Node::start().await;
    let mut kevin = Klant::joined(&node, KEVIN, Rt, 10).await;
    let caret = |clock| Caret { client: 20, clock, wie: EMMA, cursor: Some(json!({"anchor": 1})) };
    let elders = Uuid::from_u128(2);
    node.documents.elders(DOC, elders, vec![caret(1)]);
    node.barrier().await;
    let seen = present(&kevin.reads());
    let (client, clock, Some(state)) = &seen[0] else { panic!("{seen:?}") };
    assert_eq!((*client, *clock, &state["user"]["naam"]), (20, 1, &json!("Emma")));
    assert_eq!(state["cursor"], json!({"anchor": 1}));
    // Said again it is no news, and what a stock provider sends back of it is dropped.
    node.documents.elders(DOC, elders, vec![caret(1)]);
    kevin.shows(&node, 20, 9, Some(json!({}))).await;
    kevin.shows(&node, 20, 9, None).await;
    assert_eq!(present(&kevin.reads()), []);
    let mut laat = Klant::new(KEVIN, Yjs, 11);
    laat.opens(&node).await.unwrap();
    assert_eq!(present(&laat.reads()).len(), 1, "who comes in sees them");
    node.documents.elders(DOC, elders, Vec::new());
    node.barrier().await;
    assert_eq!(present(&kevin.reads()), [(20, 1, None)]);
}
