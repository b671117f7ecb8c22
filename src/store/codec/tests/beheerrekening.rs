use super::*;
use crate::domain::beheerrekening::{
    Beheerrekening, BeheerrekeningEvent, Beheervorm, Boekregel, KlantId, Lening, Peil, Rekeningdeel,
    Reservering, Transactie, Waargenomen,
};
use crate::domain::geld::Eurocent;

#[test]
fn events_of_a_beheerrekening() {
    golden::<Beheerrekening>(
        &BeheerrekeningEvent::RekeningGeopend {
            persoon: PersoonId(Uuid::from_u128(5)),
            klant: KlantId::parse("KT-000001").unwrap(),
            vorm: Beheervorm::Plus,
            behandelaar: kevin(),
        },
        "RekeningGeopend",
        &format!(
            r#"{{"behandelaar":"{KEVIN}","klant":"KT-000001","persoon":"00000000-0000-0000-0000-000000000005","vorm":"plus"}}"#
        ),
    );
    let over =
        BeheerrekeningEvent::RekeningOvergedragen { van: kevin(), aan: MedewerkerId(Uuid::from_u128(2)) };
    let body = format!(r#"{{"aan":"00000000-0000-0000-0000-000000000002","van":"{KEVIN}"}}"#);
    golden::<Beheerrekening>(&over, "RekeningOvergedragen", &body);
    let regel = |deel, cents| Boekregel { deel, bedrag: Eurocent::van(cents) };
    let seen = Waargenomen {
        peil: Peil { as_of: Moment::from_micros(1_500_000), source_seq: u64::MAX },
        saldo: Eurocent::van(12_345),
        reserveringen: vec![Reservering {
            code: "HUUR".into(),
            naam: "Huur".into(),
            doel: "De huur".into(),
            saldo: Eurocent::van(10_000),
            streef: None,
        }],
        vrij: Eurocent::van(2_350),
        onderweg: Eurocent::van(-5),
        lening: Some(Lening {
            hoofdsom: Eurocent::van(360_000),
            openstaand: Eurocent::van(340_000),
            termijn: Eurocent::van(20_000),
            termijnen: 18,
            betaald: 1,
            achterstand: Eurocent::NUL,
            volgende_op: Some(date(2026, 12, 1)),
        }),
        transacties: vec![Transactie {
            id: "T1".into(),
            datum: date(2026, 11, 25),
            omschrijving: "Huur".into(),
            bedrag: Eurocent::van(-70_000),
            gat: false,
        }],
        boeking: vec![
            regel(Rekeningdeel::Reservering("HUUR".into()), 10_000),
            regel(Rekeningdeel::Vrij, 2_350),
            regel(Rekeningdeel::Onderweg, -5),
            regel(Rekeningdeel::Buiten, -12_345),
        ],
    };
    golden::<Beheerrekening>(
        &BeheerrekeningEvent::SaldoWaargenomen(Box::new(seen)),
        "SaldoWaargenomen",
        r#"{"as_of":"1970-01-01T00:00:01.5Z","boeking":[{"bedrag":10000,"deel":{"reservering":"HUUR"}},{"bedrag":2350,"deel":"vrij"},{"bedrag":-5,"deel":"onderweg"},{"bedrag":-12345,"deel":"buiten"}],"lening":{"achterstand":0,"betaald":1,"hoofdsom":360000,"openstaand":340000,"termijn":20000,"termijnen":18,"volgende_op":"2026-12-01"},"onderweg":-5,"reserveringen":[{"code":"HUUR","doel":"De huur","naam":"Huur","saldo":10000,"streef":null}],"saldo":12345,"source_seq":18446744073709551615,"transacties":[{"bedrag":-70000,"datum":"2026-11-25","id":"T1","omschrijving":"Huur"}],"vrij":2350}"#,
    );
}
