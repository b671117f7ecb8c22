//! Who is logged in, on two nodes at one table.

use std::collections::BTreeSet;

use futures_util::future::join_all;
use sqlx::Row;
use uuid::Uuid;

use super::*;
use crate::domain::ids::MedewerkerId;
use crate::store::conformance::{EMMA, KEVIN};
use crate::store::{
    Navraagrij, Sessiebegin, Sessiegrens, Sessierij, Sessiestand, Sessietabel, Sessiewijziging,
};

const RUIM: Sessiegrens = Sessiegrens { per_persoon: 100, totaal: 1_000 };

fn rij(n: u8, medewerker: MedewerkerId, op: i64) -> Sessierij {
    let inhoud = b"werkt als Jeugdconsulent".to_vec();
    Sessierij { sleutel: [n; 32], medewerker, actief_op: moment(op), inhoud, navraag: None }
}

async fn two() -> Option<([Sessietabel; 2], String)> {
    let url = database().await?;
    let [een, twee] = [open(&url, "een").await, open(&url, "twee").await];
    Some(([een.sessies(), twee.sessies()], url))
}

async fn sinds(tabel: &Sessietabel, stand: Sessiestand, held: &[u8]) -> Sessiewijziging {
    let held: Vec<_> = held.iter().map(|n| [*n; 32]).collect();
    tabel.sinds(stand, || held).await.unwrap()
}

async fn begin(tabel: &Sessietabel, rij: &Sessierij) -> Sessiebegin {
    tabel.begin(rij, RUIM).await.unwrap()
}

// shows G37
#[tokio::test]
async fn what_one_node_does_the_other_reads_once() {
    let Some(([een, twee], _url)) = two().await else { return };
    let navraag = Navraagrij { id: Uuid::from_u128(7), op: moment(1), dicht: vec![1, 2] };
    let kevin = Sessierij { navraag: Some(navraag), ..rij(1, KEVIN, 1) };
    assert_eq!(begin(&een, &kevin).await, Sessiebegin::Begonnen(vec![]));
    begin(&een, &rij(2, EMMA, 1)).await;
    let first = sinds(&twee, Sessiestand::default(), &[]).await;
    assert_eq!((&first.rijen, &first.weg), (&vec![kevin.clone(), rij(2, EMMA, 1)], &vec![]));
    assert_eq!(
        sinds(&twee, first.stand, &[1, 2]).await,
        Sessiewijziging { stand: first.stand, ..Sessiewijziging::default() }
    );

    een.actief(&[([2; 32], moment(9)), ([3; 32], moment(9))]).await.unwrap();
    een.actief(&[([2; 32], moment(5))]).await.unwrap();
    let next = sinds(&twee, first.stand, &[1, 2]).await;
    assert_eq!((next.rijen, next.weg), (vec![rij(2, EMMA, 9)], vec![]), "an activity never goes back");
    let on = een.vervang([1; 32], |old| Some(Sessierij { sleutel: [4; 32], ..old })).await.unwrap().unwrap();
    assert_eq!(on, Sessierij { sleutel: [4; 32], ..kevin });
    assert_eq!(een.vervang([1; 32], Some).await.unwrap(), None, "what ended does not go on");
    assert_eq!(een.eindig(&[[2; 32], [3; 32]]).await.unwrap(), vec![[2; 32]]);
    let last = sinds(&twee, next.stand, &[1, 2]).await;
    assert_eq!((last.rijen, last.weg), (vec![on], vec![[1; 32], [2; 32]]));
}

// shows G37
#[tokio::test]
async fn bounds_hold_over_all_nodes_and_of_one_person_the_oldest_makes_room() {
    let Some(([een, twee], _url)) = two().await else { return };
    let grens = Sessiegrens { per_persoon: 2, totaal: 3 };
    een.begin(&rij(1, KEVIN, 5), grens).await.unwrap();
    twee.begin(&rij(2, KEVIN, 3), grens).await.unwrap();
    assert_eq!(een.begin(&rij(3, KEVIN, 7), grens).await.unwrap(), Sessiebegin::Begonnen(vec![[2; 32]]));
    twee.begin(&rij(4, EMMA, 1), grens).await.unwrap();
    assert_eq!(een.begin(&rij(5, EMMA, 1), grens).await.unwrap(), Sessiebegin::Vol);
    assert_eq!(sinds(&twee, Sessiestand::default(), &[]).await.rijen.len(), 3, "nobody made room for it");
    // Both at once: one place is one place.
    twee.eindig(&[[4; 32]]).await.unwrap();
    let (four, five) = (rij(4, EMMA, 1), rij(5, EMMA, 1));
    let (a, b) = tokio::join!(een.begin(&four, grens), twee.begin(&five, grens));
    let full = [a.unwrap(), b.unwrap()].into_iter().filter(|done| *done == Sessiebegin::Vol).count();
    assert_eq!(full, 1);
}

#[tokio::test]
async fn a_session_ends_by_time_unless_something_was_done_elsewhere() {
    let Some(([een, twee], _url)) = two().await else { return };
    begin(&een, &rij(1, KEVIN, 1)).await;
    begin(&een, &rij(2, EMMA, 1)).await;
    twee.actief(&[([2; 32], moment(8))]).await.unwrap();
    let seen = [([1; 32], moment(1)), ([2; 32], moment(1))];
    assert_eq!(een.verlopen(&seen).await.unwrap(), vec![[1; 32]]);
}

// shows G36
#[tokio::test]
async fn one_node_asks_a_provider_and_what_it_gave_is_for_the_session_wherever_it_goes_on() {
    let Some(([een, twee], _url)) = two().await else { return };
    let id = Uuid::from_u128(7);
    let navraag = Some(Navraagrij { id, op: moment(1), dicht: vec![1] });
    begin(&een, &Sessierij { navraag, ..rij(1, KEVIN, 1) }).await;
    let (a, b) = tokio::join!(
        een.navraag_beurt(id, moment(1), moment(9)),
        twee.navraag_beurt(id, moment(1), moment(9))
    );
    assert_ne!(a.unwrap(), b.unwrap());
    twee.vervang([1; 32], |old| Some(Sessierij { sleutel: [2; 32], ..old })).await.unwrap();
    een.navraag(&Navraagrij { id, op: moment(9), dicht: vec![2] }).await.unwrap();
    let now = sinds(&twee, Sessiestand::default(), &[]).await.rijen.remove(0);
    assert_eq!((now.sleutel, now.navraag.unwrap().dicht), ([2; 32], vec![2]));
}

/// Changes of both nodes at once, and a reader who goes on from what it read: it gets each of them.
// shows G09
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_change_is_passed_over_that_is_committed_late() {
    let Some((nodes, _url)) = two().await else { return };
    const WRITERS: u8 = 6;
    const EACH: u8 = 8;
    let writers = join_all((0..WRITERS).map(|writer| {
        let tabel = &nodes[usize::from(writer % 2)];
        async move {
            for n in 0..EACH {
                let n = writer * EACH + n;
                begin(tabel, &rij(n, MedewerkerId(Uuid::from_u128(n.into())), 1)).await;
            }
        }
    }));
    let reader = async {
        let (mut stand, mut seen) = (Sessiestand::default(), BTreeSet::new());
        while seen.len() < usize::from(WRITERS * EACH) {
            let more = sinds(&nodes[0], stand, &[]).await;
            stand = more.stand;
            seen.extend(more.rijen.into_iter().map(|rij| rij.sleutel));
        }
    };
    tokio::join!(writers, reader);
}

/// Whoever reads the table cannot log in, and whoever writes in it neither.
// shows G33
#[tokio::test]
async fn what_stands_there_is_closed_and_opens_under_its_own_key_only() {
    let Some(([een, twee], url)) = two().await else { return };
    begin(&een, &rij(1, KEVIN, 1)).await;
    let mut conn = beside(&url).await;
    let body: Vec<u8> = sqlx::query("select body from sessie").fetch_one(&mut conn).await.unwrap().get(0);
    assert!(!String::from_utf8_lossy(&body).contains("Jeugdconsulent"));
    let moved = "insert into sessie (sleutel, medewerker, wijziging, actief_op, body)
        select decode(repeat('09', 32), 'hex'), medewerker, wijziging, actief_op, body from sessie";
    sqlx::raw_sql(moved).execute(&mut conn).await.unwrap();
    let read = sinds(&twee, Sessiestand::default(), &[]).await;
    assert_eq!(read.rijen, vec![rij(1, KEVIN, 1)], "and it keeps nobody else out");
}

// shows G07, G27: a copy has who logged out after it was made
#[tokio::test]
async fn in_another_epoch_nobody_is_logged_in() {
    let Some(([een, twee], url)) = two().await else { return };
    begin(&een, &rij(1, KEVIN, 1)).await;
    let held = sinds(&twee, Sessiestand::default(), &[]).await;
    assert_eq!(held.rijen.len(), 1);
    let options = OpenOptions { epoch: EpochChoice::Renew, ..options(&url, "drie") };
    let drie = PostgresJournal::open(options).await.unwrap().sessies();
    assert_eq!(sinds(&drie, Sessiestand::default(), &[]).await.rijen, vec![]);
    let gone = sinds(&twee, held.stand, &[1]).await;
    assert_eq!((gone.rijen, gone.weg), (vec![], vec![[1; 32]]), "also where it was held");
    begin(&drie, &rij(2, EMMA, 2)).await;
    assert_eq!(sinds(&twee, gone.stand, &[]).await.rijen, vec![rij(2, EMMA, 2)]);
}
