//! One's own views: of one person in one role, on top of what was read, and nobody else's.

use keukentafel::domain::weergaven::Weergave;
use keukentafel::store::AuditRow;

use super::*;

fn een(naam: &str) -> Weergave {
    Weergave { naam: naam.to_owned(), adres: "termijn=laat".to_owned() }
}

impl Huis {
    async fn namen(&self, wie: &Wie) -> Vec<String> {
        self.tafel.weergaven(wie).await.unwrap().weergaven.into_iter().map(|een| een.naam).collect()
    }

    async fn bewaart_weergaven(&self, wie: &Wie, namen: &[&str], basis: u64) -> Result<u64, Weigering> {
        self.clock.advance(1);
        let typed: Vec<_> = namen.iter().map(|naam| een(naam)).collect();
        self.tafel.bewaar_weergaven(wie, &typed, basis).await.map(|kept| kept.versie)
    }
}

// shows X-1
#[tokio::test]
async fn views_follow_their_owner_and_nobody_else_has_them() {
    let huis = Huis::open().await;
    assert_eq!(huis.tafel.weergaven(&emma()).await.unwrap().versie, 0);
    let first = huis.bewaart_weergaven(&emma(), &["Te laat", "Jeugd"], 0).await.unwrap();
    assert_eq!(huis.namen(&emma()).await, ["Te laat", "Jeugd"], "in the order of their owner");
    let elders = Wie { sessie: Uuid::from_u128(404), ..emma() };
    assert_eq!(huis.namen(&elders).await.len(), 2, "another session is the same person");
    let other_role = Wie { rol: Rol::Werkverdeler, ..emma() };
    for nobody in [kevin(), other_role] {
        assert!(huis.namen(&nobody).await.is_empty(), "{nobody:?}");
    }
    huis.bewaart_weergaven(&emma(), &["Jeugd"], first).await.unwrap();
    assert_eq!(huis.namen(&emma()).await, ["Jeugd"]);
}

// shows X-1
#[tokio::test]
async fn two_desks_do_not_write_over_each_other() {
    let huis = Huis::open().await;
    let first = huis.bewaart_weergaven(&emma(), &["Te laat"], 0).await.unwrap();
    let second = huis.bewaart_weergaven(&emma(), &["Te laat", "Jeugd"], first).await.unwrap();
    for basis in [0, first] {
        let late = huis.bewaart_weergaven(&emma(), &["Alleen deze"], basis).await;
        assert!(matches!(late, Err(Weigering::Conflict { .. })), "{late:?}");
    }
    assert_eq!(huis.namen(&emma()).await, ["Te laat", "Jeugd"]);
    // The answer got lost: the same again is kept already.
    assert_eq!(huis.bewaart_weergaven(&emma(), &["Te laat", "Jeugd"], first).await, Ok(second));
}

// shows X-1, G36
#[tokio::test]
async fn what_is_no_view_is_refused_and_stands_in_the_trail() {
    let huis = Huis::open().await;
    for wrong in [vec!["Laat", "laat"], vec![""], vec!["W"; 13]] {
        let told = huis.bewaart_weergaven(&emma(), &wrong, 0).await;
        assert!(matches!(told, Err(Weigering::Velden(_))), "{wrong:?}: {told:?}");
    }
    assert!(huis.namen(&emma()).await.is_empty());
    let rows: Vec<AuditRow> = huis.journal.audit().into_iter().map(|(_, row)| row).collect();
    let of = |handeling: &str| rows.iter().filter(|row| row.handeling == handeling).count();
    assert_eq!((of("weergaven.bewaren"), of("weergaven.lezen")), (3, 1));
    assert!(rows.iter().all(|row| !format!("{row:?}").contains("Laat")), "no name that somebody typed");
}
