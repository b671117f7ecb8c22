use uuid::Uuid;

use super::hash::canoniek;
use super::*;

fn inhoud(motivering: &str, regels: &[(&str, Option<i64>)]) -> Besluitinhoud {
    let regel = |(omschrijving, bedrag): &(&str, Option<i64>)| Besluitregel {
        omschrijving: (*omschrijving).into(),
        bedrag: bedrag.map(Eurocent::van).map(Wat::van),
    };
    Besluitinhoud {
        soort: Besluitsoort::Toekennen,
        motivering: motivering.into(),
        regels: regels.iter().map(regel).collect(),
        verslag: None,
    }
}

/// Guards every agreement that was ever given: these values may never change.
#[test]
fn the_hash_of_a_version_is_golden() {
    let plain = inhoud("Omdat het nodig is.", &[("Traplift", None), ("Vergoeding", Some(12_345))]);
    let form = canoniek("ZAAK-2026-000001", &plain);
    assert_eq!(
        String::from_utf8(form).unwrap(),
        "21:keukentafel.besluit.1,16:ZAAK-2026-000001,9:toekennen,19:Omdat het nodig is.,1:2,8:Traplift,0:,\
         10:Vergoeding,5:12345,0:,0:,0:,"
    );
    let hash = versiehash("ZAAK-2026-000001", &plain);
    assert_eq!(hash.to_string(), "d214d2649fa01361c0c0ea289d42ec0cb9c7869c9268cad478be4c708098cff7");
    let verslag = Verslagversie {
        document: DocumentId(Uuid::from_u128(7)),
        seq: 12,
        hash: teksthash("Zij vertelde"),
        vast: false,
    };
    let rests = Besluitinhoud { verslag: Some(verslag), ..plain };
    assert_eq!(
        versiehash("ZAAK-2026-000001", &rests).to_string(),
        "ba8c8658367dc552f48c31d8420fb257b08fe2b01fc78dd2f54266633b68eedf"
    );
}

// shows N-13
#[test]
fn whatever_differs_has_another_hash() {
    let nummer = "ZAAK-2026-000001";
    let base = inhoud("a", &[("b", Some(1))]);
    let verslag = |seq, hash: &str| Verslagversie {
        document: DocumentId(Uuid::from_u128(7)),
        seq,
        hash: teksthash(hash),
        vast: false,
    };
    let all = [
        base.clone(),
        Besluitinhoud { soort: Besluitsoort::Deels, ..base.clone() },
        inhoud("ab", &[("", Some(1))]),
        inhoud("a", &[("b", Some(11))]),
        inhoud("a", &[("b", None)]),
        inhoud("a", &[("b", Some(1)), ("", None)]),
        inhoud("a", &[]),
        // What is typed cannot look like the frame around it.
        inhoud("a,1:1,1:b", &[]),
        Besluitinhoud { verslag: Some(verslag(1, "x")), ..base.clone() },
        Besluitinhoud { verslag: Some(verslag(2, "x")), ..base.clone() },
        Besluitinhoud { verslag: Some(verslag(1, "y")), ..base.clone() },
    ];
    let mut hashes: Vec<_> = all.iter().map(|one| versiehash(nummer, one)).collect();
    hashes.push(versiehash("ZAAK-2026-000002", &base));
    let count = hashes.len();
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), count);
    let fixed = Besluitinhoud { verslag: Some(Verslagversie { vast: true, ..verslag(1, "x") }), ..base };
    assert_eq!(versiehash(nummer, &fixed), versiehash(nummer, &all[8]), "the same text, fixed or not");
}

#[test]
fn a_hash_has_one_spelling() {
    let hash = teksthash("x");
    assert_eq!(Versiehash::parse(&hash.to_string()), Some(hash));
    for wrong in ["", "00", &hash.to_string().to_uppercase(), &format!("{hash}0"), &"é".repeat(32)] {
        assert_eq!(Versiehash::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn what_is_decided_does_not_show_in_a_log() {
    let text = format!("{:?}", inhoud("Zij is ziek", &[("Scootmobiel", Some(99_900))]));
    for secret in ["ziek", "Scoot", "999"] {
        assert!(!text.contains(secret), "{text}");
    }
}
