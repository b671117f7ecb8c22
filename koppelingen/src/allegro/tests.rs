use keukentafel::poort::Onjuist;
use keukentafel::poort::allegro::Waarneming;
use serde_json::{Value, json};

use super::wire::Overzicht;

fn whole() -> Value {
    json!({
        "klant": "KT-000068", "as_of": "2026-11-22T09:00:00.000001Z", "source_seq": 17,
        "saldo_cents": 78_485, "vrij_cents": 4_735, "onderweg_cents": 61_250,
        "reserveringen": [{"code": "KLEDING", "naam": "Kleding", "doel": "Winterjas", "cents": 12_500, "streef_cents": null}],
        "lening": {"hoofdsom_cents": 360_000, "openstaand_cents": 260_000, "termijn_cents": 20_000, "termijnen": 18,
            "betaald": 5, "achterstand_cents": 0, "volgende_op": null},
        "transacties": [{"id": "A1", "datum": "2026-11-21", "omschrijving": "Leefgeld", "cents": -6_500}],
        "nieuw_veld": [1, 2]
    })
}

fn read(value: &Value) -> Result<Waarneming, Onjuist> {
    let overzicht: Overzicht = serde_json::from_value(value.clone()).map_err(|_| Onjuist::Vorm)?;
    let waarneming = overzicht.waarneming()?;
    waarneming.toets(waarneming.as_of)?;
    Ok(waarneming)
}

// shows N-4
#[test]
fn a_whole_overview_is_read() {
    let waarneming = read(&whole()).unwrap();
    assert_eq!((waarneming.saldo_cents, waarneming.source_seq), (78_485, 17));
    assert_eq!(waarneming.as_of.to_string(), "2026-11-22T09:00:00.000001Z");
    let mut paid = whole();
    paid["lening"] = Value::Null;
    assert!(read(&paid).unwrap().lening.is_none());
}

// shows N-4
#[test]
fn nothing_that_is_absent_or_of_another_kind_becomes_nothing_or_zero() {
    let fields: Vec<String> =
        whole().as_object().unwrap().keys().filter(|name| *name != "nieuw_veld").cloned().collect();
    assert_eq!(fields.len(), 9);
    for field in fields {
        let mut absent = whole();
        absent.as_object_mut().unwrap().remove(&field);
        assert_eq!(read(&absent).err(), Some(Onjuist::Vorm), "without {field}");
    }
    let check = |path: &str, value: Value, then: Onjuist| {
        let mut changed = whole();
        *changed.pointer_mut(path).unwrap() = value.clone();
        assert_eq!(read(&changed).err(), Some(then), "{path} = {value}");
    };
    for amount in
        ["/saldo_cents", "/vrij_cents", "/onderweg_cents", "/reserveringen/0/cents", "/transacties/0/cents"]
    {
        for wrong in [json!(1.5), json!("100"), json!(null), json!(1e300), json!([])] {
            check(amount, wrong, Onjuist::Vorm);
        }
        check(amount, json!(i64::MAX), Onjuist::BuitenGrens);
    }
    check("/saldo_cents", json!(0), Onjuist::SomKloptNiet);
    check("/source_seq", json!(-1), Onjuist::Vorm);
    check("/as_of", json!("gisteren"), Onjuist::Vorm);
    check("/klant", json!("999990068"), Onjuist::Vorm);
    check("/lening/betaald", json!(19), Onjuist::BuitenGrens);
    check("/lening/openstaand_cents", json!(-1), Onjuist::BuitenGrens);
    check("/transacties/0/omschrijving", json!("a\u{0}"), Onjuist::Vorm);
    check("/transacties/0/datum", json!("2026-02-30"), Onjuist::Vorm);
}
