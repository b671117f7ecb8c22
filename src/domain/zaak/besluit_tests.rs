//! A besluit and its second pair of eyes: each rule by a line; every order of acts by chance is in `orde`.

use uuid::Uuid;

use super::*;
use crate::domain::aggregate::{Aggregate, Context};
use crate::domain::besluit::{
    BesluitCommand, BesluitRefusal, Besluitinhoud, Besluitsoort, Besluitstand, Bijdrager, Versiehash,
    versiehash,
};
use crate::domain::bevoegdheid::{Toegang, Verband, ZaakFeiten, op_besluit, op_zaak, te_accorderen};
use crate::domain::check::{now, wie};
use crate::domain::ids::{MedewerkerId, PersoonId};
use crate::domain::medewerker::{Rol, Wie};
use crate::domain::mens::Mens;
use crate::domain::zaaktype::{Akkoordregel, Zaaktype};

mod mens;
mod orde;

const NUMMER: &str = "ZAAK-2026-000001";
const SAMIRA: PersoonId = PersoonId(Uuid::from_u128(5));

fn als(n: u128, rol: Rol) -> Wie {
    Wie { id: MedewerkerId(Uuid::from_u128(n)), ..wie(rol) }
}

fn peter() -> Wie {
    als(1, Rol::ConsulentInkomen)
}

fn paul() -> Wie {
    als(2, Rol::ConsulentInkomen)
}

fn theo() -> Wie {
    als(3, Rol::Toetser)
}

fn inhoud(motivering: &str) -> Besluitinhoud {
    Besluitinhoud {
        soort: Besluitsoort::Afwijzen,
        motivering: motivering.into(),
        regels: Vec::new(),
        verslag: None,
    }
}

fn hash(motivering: &str) -> Versiehash {
    versiehash(NUMMER, &inhoud(motivering))
}

fn stel_voor(motivering: &str) -> BesluitCommand {
    BesluitCommand::StelVoor { inhoud: inhoud(motivering), auteurs: Vec::new() }
}

fn wijzig(van: &str, naar: &str) -> BesluitCommand {
    BesluitCommand::Wijzig { hash: hash(van), inhoud: inhoud(naar), auteurs: Vec::new() }
}

fn accordeer(motivering: &str) -> BesluitCommand {
    BesluitCommand::Accordeer { hash: hash(motivering) }
}

fn wijs_af(motivering: &str) -> BesluitCommand {
    BesluitCommand::WijsAf { hash: hash(motivering), reden: "Niet compleet".into() }
}

fn neem(motivering: &str) -> BesluitCommand {
    BesluitCommand::Neem { hash: hash(motivering) }
}

/// A zaak of this type on which Peter and `ook` work.
fn zaak(zaaktype: Zaaktype, ook: &[&Wie]) -> Zaak {
    let behandelaars = ook.iter().map(|wie| wie.id).chain([peter().id]).collect();
    let events = [
        ZaakEvent::MeldingGeregistreerd {
            zaaknummer: NUMMER.into(),
            zaaktype,
            persoon: SAMIRA,
            melder: MedewerkerId(Uuid::from_u128(90)),
            melding: Melding {
                onderwerp: "Bril".into(),
                toelichting: None,
                kanaal: Kanaal::Balie,
                urgentie: Urgentie::Gewoon,
            },
            contact: None,
            uiterlijk_op: jiff::civil::date(2027, 1, 20),
            bevestiging: None,
        },
        ZaakEvent::ZaakToegewezen { behandelaars, reden: None },
        ZaakEvent::InBehandelingGenomen { door: peter().id },
    ];
    events.iter().fold(Zaak::default(), |zaak, event| zaak.evolve(event, now()))
}

fn bijstand() -> Zaak {
    zaak(Zaaktype::AanvraagBijzondereBijstand, &[])
}

fn doe(zaak: &mut Zaak, wie: &Wie, command: BesluitCommand) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    doe_als(zaak, wie, Mens::default(), command)
}

fn doe_als(
    zaak: &mut Zaak,
    wie: &Wie,
    mens: Mens,
    command: BesluitCommand,
) -> Result<Vec<ZaakEvent>, ZaakRefusal> {
    let context = Context { wie: wie.clone(), now: now(), namens: None, mens };
    let events = zaak.decide(&ZaakCommand::Besluit(command), &context)?;
    *zaak = events.iter().fold(std::mem::take(zaak), |zaak, event| zaak.evolve(event, now()));
    Ok(events)
}

#[track_caller]
fn gaat(zaak: &mut Zaak, wie: &Wie, command: BesluitCommand) {
    assert!(!doe(zaak, wie, command).unwrap().is_empty());
}

#[track_caller]
fn weigert(zaak: &mut Zaak, wie: &Wie, command: BesluitCommand, refusal: BesluitRefusal) {
    assert_eq!(doe(zaak, wie, command), Err(ZaakRefusal::Besluit(refusal)));
}

fn stand(zaak: &Zaak) -> &Besluitstand {
    &zaak.lopend().unwrap().besluit.as_ref().unwrap().stand
}

// shows C1-P7, X-25
#[test]
fn who_stands_in_for_a_maker_agrees_with_nothing() {
    let mut zaak = bijstand();
    gaat(&mut zaak, &peter(), stel_voor("a"));
    let context = Context { wie: theo(), now: now(), namens: Some(peter().id), mens: Mens::default() };
    let tried = zaak.decide(&ZaakCommand::Besluit(accordeer("a")), &context);
    assert_eq!(tried, Err(ZaakRefusal::Besluit(BesluitRefusal::EigenWerk)));
    gaat(&mut zaak, &theo(), accordeer("a"));
}

// shows C1-P7, C2-K8
#[test]
fn peter_proposes_theo_agrees_and_peter_decides() {
    let mut zaak = bijstand();
    gaat(&mut zaak, &peter(), stel_voor("a"));
    weigert(&mut zaak, &peter(), accordeer("a"), BesluitRefusal::EigenWerk);
    weigert(&mut zaak, &peter(), neem("a"), BesluitRefusal::ZonderAkkoord);
    gaat(&mut zaak, &theo(), accordeer("a"));
    assert!(matches!(stand(&zaak), Besluitstand::Geaccordeerd(voorstel, akkoord)
        if voorstel.hash == hash("a") && akkoord.door == theo().id));
    gaat(&mut zaak, &peter(), neem("a"));
    assert_eq!(zaak.lopend().unwrap().status, Zaakstatus::Besloten);
    // What was agreed with is what was decided, and stays it (G21).
    for late in [wijzig("a", "b"), stel_voor("b"), BesluitCommand::TrekIn { hash: hash("a") }, neem("a")] {
        weigert(&mut zaak, &peter(), late, BesluitRefusal::StaatVast);
    }
    weigert(&mut zaak, &paul(), accordeer("a"), BesluitRefusal::StaatVast);
    weigert_onzichtbaar(&mut zaak, &theo());
}

// shows C1-P7
#[test]
fn any_change_makes_an_agreement_void() {
    let mut zaak = bijstand();
    gaat(&mut zaak, &peter(), stel_voor("a"));
    gaat(&mut zaak, &theo(), accordeer("a"));
    gaat(&mut zaak, &peter(), wijzig("a", "b"));
    assert!(matches!(stand(&zaak), Besluitstand::Voorgesteld(_)));
    weigert(&mut zaak, &peter(), neem("b"), BesluitRefusal::ZonderAkkoord);
    weigert(&mut zaak, &theo(), accordeer("a"), BesluitRefusal::AndereVersie);
    // Back to the words that were agreed with is a version that somebody must agree with again.
    gaat(&mut zaak, &peter(), wijzig("b", "a"));
    weigert(&mut zaak, &peter(), neem("a"), BesluitRefusal::ZonderAkkoord);
}

// shows C1-P7
#[test]
fn who_does_not_agree_says_why_and_another_version_follows() {
    let mut zaak = bijstand();
    gaat(&mut zaak, &peter(), stel_voor("a"));
    weigert(&mut zaak, &peter(), wijs_af("a"), BesluitRefusal::EigenWerk);
    gaat(&mut zaak, &theo(), wijs_af("a"));
    weigert(&mut zaak, &paul(), accordeer("a"), BesluitRefusal::WachtNiet);
    weigert_onzichtbaar(&mut zaak, &theo());
    weigert(&mut zaak, &peter(), wijzig("a", "a"), BesluitRefusal::Ongewijzigd);
    gaat(&mut zaak, &peter(), wijzig("a", "b"));
    gaat(&mut zaak, &theo(), accordeer("b"));
}

// shows N-13, C2-E6
#[test]
fn who_contributed_once_stays_a_contributor() {
    let auteurs = vec![Bijdrager::van(&paul())];
    let mut zaak = bijstand();
    gaat(&mut zaak, &peter(), BesluitCommand::StelVoor { inhoud: inhoud("a"), auteurs });
    weigert(&mut zaak, &paul(), accordeer("a"), BesluitRefusal::EigenWerk);
    gaat(&mut zaak, &peter(), wijzig("a", "b"));
    weigert(&mut zaak, &paul(), accordeer("b"), BesluitRefusal::EigenWerk);
    gaat(&mut zaak, &peter(), BesluitCommand::TrekIn { hash: hash("b") });
    gaat(&mut zaak, &peter(), stel_voor("c"));
    weigert(&mut zaak, &paul(), accordeer("c"), BesluitRefusal::EigenWerk);
}

// shows N-13
#[test]
fn a_person_is_one_under_any_account_and_not_about_themselves() {
    let ik = Some(PersoonId(Uuid::from_u128(70)));
    let mut zaak = bijstand();
    gaat(&mut zaak, &Wie { persoon: ik, ..peter() }, stel_voor("a"));
    let other_account = Wie { persoon: ik, ..als(44, Rol::Toetser) };
    weigert_onzichtbaar(&mut zaak, &other_account);
    let other_account = Wie { persoon: ik, ..als(44, Rol::ConsulentInkomen) };
    weigert(&mut zaak, &other_account, accordeer("a"), BesluitRefusal::EigenWerk);
    let samira_works_here = Wie { persoon: Some(SAMIRA), ..paul() };
    weigert(&mut zaak, &samira_works_here, accordeer("a"), BesluitRefusal::EigenZaak);
    gaat(&mut zaak, &paul(), accordeer("a"));
}

/// A toetser sees a zaak only while something waits there that they may judge.
#[track_caller]
fn weigert_onzichtbaar(zaak: &mut Zaak, wie: &Wie) {
    assert_eq!(doe(zaak, wie, accordeer("a")), Err(ZaakRefusal::Onbekend));
}

// shows C1-P7, C2-K8, KING-R4d
#[test]
fn only_a_toetser_and_who_works_in_the_field_agree() {
    for rol in Rol::ALLE {
        let mut zaak = bijstand();
        gaat(&mut zaak, &peter(), stel_voor("a"));
        let may = matches!(rol, Rol::Toetser | Rol::ConsulentInkomen);
        let asker = als(50, rol);
        let feiten = zaak.lopend().unwrap().feiten();
        assert_eq!(te_accorderen(&asker, &Mens::default(), &feiten), may, "{rol:?}");
        let view =
            op_besluit(&asker, &Mens::default(), &feiten, op_zaak(&asker, &feiten, Verband::default()));
        assert_eq!(view == Toegang::Wat, may, "{rol:?}");
        assert_eq!(doe(&mut zaak, &asker, accordeer("a")).is_ok(), may, "{rol:?}");
        // Also when they work on it: a substitute, the program, a resident never do.
        let mut zaak = self::zaak(Zaaktype::AanvraagBijzondereBijstand, &[&asker]);
        gaat(&mut zaak, &peter(), stel_voor("a"));
        assert_eq!(doe(&mut zaak, &asker, accordeer("a")).is_ok(), may, "{rol:?}");
    }
}

// shows C2-N11, C1-P7, N-13: nobody gives anything alone
#[test]
fn whether_somebody_must_agree_follows_the_zaaktype_and_what_is_decided() {
    for (zaaktype, soort) in
        Zaaktype::ALLE.into_iter().flat_map(|it| Besluitsoort::ALLE.map(|soort| (it, soort)))
    {
        let mut zaak = zaak(zaaktype, &[]);
        let inhoud = Besluitinhoud { soort, ..inhoud("a") };
        let hash = versiehash(NUMMER, &inhoud);
        gaat(&mut zaak, &peter(), BesluitCommand::StelVoor { inhoud, auteurs: Vec::new() });
        let alone = doe(&mut zaak, &peter(), BesluitCommand::Neem { hash });
        let may = zaaktype == Zaaktype::MeldingWmo
            && matches!(soort, Besluitsoort::Afwijzen | Besluitsoort::BuitenBehandeling);
        assert_eq!(zaaktype.akkoord(soort) == Akkoordregel::Facultatief, may, "{zaaktype:?} {soort:?}");
        let without = Err(ZaakRefusal::Besluit(BesluitRefusal::ZonderAkkoord));
        assert_eq!(alone.map(drop), if may { Ok(()) } else { without }, "{zaaktype:?} {soort:?}");
    }
    // What needed nobody needs somebody as soon as it gives something.
    let mut zaak = self::zaak(Zaaktype::MeldingWmo, &[]);
    gaat(&mut zaak, &peter(), stel_voor("a"));
    let given = Besluitinhoud { soort: Besluitsoort::Deels, ..inhoud("a") };
    let to = versiehash(NUMMER, &given);
    gaat(&mut zaak, &peter(), BesluitCommand::Wijzig { hash: hash("a"), inhoud: given, auteurs: Vec::new() });
    weigert(&mut zaak, &peter(), BesluitCommand::Neem { hash: to }, BesluitRefusal::ZonderAkkoord);
    // Who was asked and said no still counts.
    let mut zaak = self::zaak(Zaaktype::MeldingWmo, &[]);
    gaat(&mut zaak, &peter(), stel_voor("a"));
    gaat(&mut zaak, &theo(), wijs_af("a"));
    weigert(&mut zaak, &peter(), neem("a"), BesluitRefusal::ZonderAkkoord);
}

#[test]
fn a_proposal_has_its_time_and_its_form() {
    let mut early = bijstand();
    if let Zaak::Lopend(zaak) = &mut early {
        zaak.status = Zaakstatus::Verdeeld;
    }
    weigert(&mut early, &peter(), stel_voor("a"), BesluitRefusal::NogNiet);
    let mut zaak = bijstand();
    weigert(&mut zaak, &peter(), wijzig("a", "b"), BesluitRefusal::GeenVoorstel);
    weigert(&mut zaak, &paul(), accordeer("a"), BesluitRefusal::GeenVoorstel);
    gaat(&mut zaak, &peter(), stel_voor("a"));
    weigert(&mut zaak, &peter(), stel_voor("b"), BesluitRefusal::StaatAl);
    assert_eq!(doe(&mut zaak, &peter(), wijzig("a", "a")), Ok(Vec::new()));
    assert_eq!(doe(&mut zaak, &paul(), wijzig("a", "b")), Err(ZaakRefusal::NietBevoegd));
    assert_eq!(doe(&mut zaak, &theo(), wijzig("a", "b")), Err(ZaakRefusal::NietBevoegd));
    let given = crate::domain::besluit::Besluitregel { omschrijving: "Bril".into(), bedrag: None };
    let refuses_and_gives = Besluitinhoud { regels: vec![given], ..inhoud("c") };
    let command = BesluitCommand::Wijzig { hash: hash("a"), inhoud: refuses_and_gives, auteurs: Vec::new() };
    weigert(&mut zaak, &peter(), command, BesluitRefusal::Regels);
}
