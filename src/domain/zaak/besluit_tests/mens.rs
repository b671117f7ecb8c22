//! A person is not an account, and nobody decides about themselves.

use super::*;

// shows C1-P7, N-13, G20: a person, not an account; and who they are is asked when they agree, not when they wrote
#[test]
fn nobody_agrees_under_another_account_or_about_themselves() {
    let is_peter = Mens { accounts: [peter().id].into(), personen: [PersoonId(Uuid::from_u128(8))].into() };
    let is_samira = Mens { personen: [SAMIRA].into(), ..Mens::default() };
    for (mens, refusal) in [(is_peter, BesluitRefusal::EigenWerk), (is_samira, BesluitRefusal::EigenZaak)] {
        let mut zaak = bijstand();
        gaat(&mut zaak, &peter(), stel_voor("a"));
        for command in [accordeer("a"), wijs_af("a")] {
            let tried = doe_als(&mut zaak, &paul(), mens.clone(), command);
            assert_eq!(tried, Err(ZaakRefusal::Besluit(refusal)));
        }
        let feiten = zaak.lopend().unwrap().feiten();
        assert!(!te_accorderen(&paul(), &mens, &feiten));
        let verband = Verband { mens: &mens, ..Verband::default() };
        assert_eq!(
            op_zaak(&paul(), &feiten, verband),
            op_zaak(&paul(), &zaak_feiten_zonder(&feiten), verband)
        );
        gaat(&mut zaak, &paul(), accordeer("a"));
    }
}

// shows C1-P7, N-13
#[test]
fn nobody_proposes_or_decides_about_themselves() {
    let is_samira = || Mens { personen: [SAMIRA].into(), ..Mens::default() };
    let own = Err(ZaakRefusal::Besluit(BesluitRefusal::EigenZaak));
    let mut zaak = bijstand();
    assert_eq!(doe_als(&mut zaak, &peter(), is_samira(), stel_voor("a")), own);
    gaat(&mut zaak, &peter(), stel_voor("a"));
    assert_eq!(doe_als(&mut zaak, &peter(), is_samira(), wijzig("a", "b")), own);
    gaat(&mut zaak, &theo(), accordeer("a"));
    assert_eq!(doe_als(&mut zaak, &peter(), is_samira(), neem("a")), own);
    let back = BesluitCommand::TrekIn { hash: hash("a") };
    assert!(doe_als(&mut zaak, &peter(), is_samira(), back).is_ok());
}

/// As if nothing waited.
fn zaak_feiten_zonder(feiten: &ZaakFeiten) -> ZaakFeiten {
    ZaakFeiten { wacht_op_akkoord: None, ..feiten.clone() }
}
