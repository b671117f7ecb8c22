use uuid::Uuid;

use super::*;
use crate::domain::check::check;
use crate::domain::medewerker::Rol;

fn vraag() -> Vraag {
    Vraag {
        zaak: ZaakId(Uuid::from_u128(1)),
        persoon: PersoonId(Uuid::from_u128(5)),
        briefsoort: Briefsoort::Ontvangstbevestiging,
    }
}

fn vastgelegd(weg: Berichtweg) -> Vastgelegd {
    let stuk = |n| Stuk {
        id: Uuid::from_u128(n),
        hash: Versiehash::parse(&"0a".repeat(32)).unwrap(),
        bytes: 20_000,
    };
    Vastgelegd { sjabloon: "ontvangstbevestiging/1".into(), weg, pdf: stuk(7), html: stuk(8) }
}

fn gemaakt(weg: Berichtweg) -> Vec<BriefEvent> {
    vec![BriefEvent::BriefGevraagd(vraag()), BriefEvent::BriefGemaakt(vastgelegd(weg))]
}

fn na(given: &[BriefEvent], then: BriefEvent) -> Vec<BriefEvent> {
    given.iter().cloned().chain([then]).collect()
}

// shows C2-L1
#[test]
fn who_registers_a_melding_asks_for_its_letter_once() {
    let asked = BriefEvent::BriefGevraagd(vraag());
    check::<Brief>(Rol::Frontoffice, &[], BriefCommand::Vraag(vraag()), Ok(vec![asked.clone()]));
    let again = Err(BriefRefusal::BestaatAl);
    check::<Brief>(Rol::Frontoffice, &[asked], BriefCommand::Vraag(vraag()), again);
    check::<Brief>(Rol::Inwoner, &[], BriefCommand::Vraag(vraag()), Err(BriefRefusal::NietBevoegd));
}

// shows C2-L1
#[test]
fn a_letter_is_made_once_and_by_the_program_only() {
    let asked = [BriefEvent::BriefGevraagd(vraag())];
    let make = || BriefCommand::LegVast(vastgelegd(Berichtweg::Portaal));
    let made = BriefEvent::BriefGemaakt(vastgelegd(Berichtweg::Portaal));
    check::<Brief>(Rol::Systeem, &asked, make(), Ok(vec![made]));
    check::<Brief>(Rol::Systeem, &gemaakt(Berichtweg::Email), make(), Ok(vec![]));
    check::<Brief>(Rol::Systeem, &[], make(), Err(BriefRefusal::Onbekend));
    check::<Brief>(Rol::Frontoffice, &asked, make(), Err(BriefRefusal::NietBevoegd));
}

// shows X-32
#[test]
fn what_is_told_once_is_not_told_again() {
    let sent = BriefEvent::BerichtVerstuurd {};
    let lost = BriefEvent::BerichtNietAangekomen { waarom: NietAangekomen::Geweigerd };
    let email = gemaakt(Berichtweg::Email);
    let refuse = || BriefCommand::MeldNietAangekomen(NietAangekomen::Geweigerd);
    check::<Brief>(Rol::Systeem, &email, BriefCommand::MeldVerstuurd, Ok(vec![sent.clone()]));
    check::<Brief>(Rol::Systeem, &email, refuse(), Ok(vec![lost.clone()]));
    for told in [na(&email, sent), na(&email, lost), gemaakt(Berichtweg::Portaal)] {
        check::<Brief>(Rol::Systeem, &told, BriefCommand::MeldVerstuurd, Ok(vec![]));
        check::<Brief>(Rol::Systeem, &told, refuse(), Ok(vec![]));
    }
}

// shows X-32
#[test]
fn paper_goes_once_and_after_a_mail_that_did_not_arrive() {
    let posted = BriefEvent::BriefGepost {};
    let lost = BriefEvent::BerichtNietAangekomen { waarom: NietAangekomen::Onbereikbaar };
    let post = gemaakt(Berichtweg::Post);
    let late = na(&gemaakt(Berichtweg::Email), lost);
    for given in [&post, &late] {
        check::<Brief>(Rol::Wmoconsulent, given, BriefCommand::MeldGepost, Ok(vec![posted.clone()]));
        check::<Brief>(Rol::Wmoconsulent, &na(given, posted.clone()), BriefCommand::MeldGepost, Ok(vec![]));
    }
    let not = Err(BriefRefusal::NietOpPapier);
    check::<Brief>(Rol::Wmoconsulent, &gemaakt(Berichtweg::Portaal), BriefCommand::MeldGepost, not.clone());
    check::<Brief>(Rol::Wmoconsulent, &gemaakt(Berichtweg::Email), BriefCommand::MeldGepost, not);
    check::<Brief>(Rol::Inwoner, &post, BriefCommand::MeldGepost, Err(BriefRefusal::NietBevoegd));
}

#[test]
fn each_form_has_an_id_of_its_own() {
    let (een, twee) = (BriefId(Uuid::from_u128(1)), BriefId(Uuid::from_u128(2)));
    let all = [een, twee].map(|brief| Briefvorm::ALLE.map(|vorm| stuk_id(brief, vorm))).concat();
    let unique: std::collections::BTreeSet<_> = all.iter().collect();
    assert_eq!(unique.len(), 4);
}
