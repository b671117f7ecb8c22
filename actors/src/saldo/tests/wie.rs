//! Who may follow a rekening.

use super::*;
use crate::weigering::Weigering;

// shows SHV1-RV1, SHV1-A1r, SHV1-A2r
#[tokio::test(start_paused = true)]
async fn only_whose_it_is_and_who_looks_after_it_may_follow() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    for may in [huub(), wie(Rol::MedewerkerBudgetbeheer, None)] {
        assert!(huis.saldi.volg(&Tab::van(may).conn, rekening, 1).await.is_ok());
    }
    let other_person = PersoonId(Uuid::from_u128(7));
    let elders = Wie { gemeente: GemeenteId(Uuid::from_u128(10)), ..huub() };
    let colleague = Wie { id: MedewerkerId(Uuid::from_u128(17)), ..wie(Rol::MedewerkerBudgetbeheer, None) };
    let mut refused = vec![wie(Rol::Inwoner, Some(other_person)), elders, colleague];
    let others = Rol::ALLE.into_iter().filter(|rol| *rol != Rol::MedewerkerBudgetbeheer);
    refused.extend(others.map(|rol| wie(rol, None)));
    for who in refused {
        let tab = Tab::van(who.clone());
        let answer = huis.saldi.volg(&tab.conn, rekening, 1).await;
        assert_eq!(answer, Err(Weigering::NIET_GEVONDEN), "{who:?}");
        assert!(tab.pipe.taken().is_empty(), "{who:?}");
    }
    let absent = huis.saldi.volg(&Tab::van(huub()).conn, id(99), 1).await;
    assert_eq!(absent, Err(Weigering::NIET_GEVONDEN));
}

#[tokio::test(start_paused = true)]
async fn transactions_are_read_by_page() {
    let huis = Huis::open().await;
    huis.bron.zegt(&stand(1, 0, 1, 100));
    let rekening = huis.rekening(1).await;
    for n in 2..=30_u64 {
        huis.bron.zegt(&stand(1, i64::try_from(n).unwrap(), n, 100));
        huis.saldi.hint(GEMEENTE, rekening).await.unwrap();
        huis.wacht(1).await;
    }
    let key = EntityKey { gemeente: GEMEENTE, id: rekening.0 };
    let (mut na, mut ids) = (None, Vec::new());
    loop {
        let page = huis.saldi.transacties(key, na.as_deref(), 12).await.unwrap().unwrap();
        ids.extend(page.items.into_iter().map(|one| one.id));
        na = page.volgende;
        if na.is_none() {
            break;
        }
    }
    let newest_first: Vec<String> = (1..=30).rev().map(|n| format!("T{n}")).collect();
    assert_eq!(ids, newest_first);
    let nowhere = huis.saldi.transacties(key, Some("weg"), 12).await.unwrap().unwrap();
    assert_eq!((nowhere.items.len(), nowhere.volgende), (0, None));
    let saldo = huis.saldi.bekijk(key).await.unwrap().unwrap();
    let bedragen = saldo.bedragen.unwrap();
    assert_eq!(bedragen.transacties.len(), keukentafel::limits::TRANSACTIES_BIJ_SALDO);
    assert_eq!(bedragen.transacties[0].id, "T30");
}
