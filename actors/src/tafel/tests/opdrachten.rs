use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::protocol::body::{Opdracht, PersoonVraag, Zoekdoel};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{Uitgevoerd, ZaakAntwoord};
use keukentafel::store::memory::Failure;
use keukentafel::store::{AuditUitkomst, Fault};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::ZakenFilter;
use crate::tafel::Kop;

// shows C2-L4, C2-R3
#[tokio::test]
async fn what_the_desk_handed_on_it_takes_from_nobody_and_hears_whose_it_is() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert!(huis.tafel.mag_toewijzen(&linda(), zaak), "as long as it is nobody's");
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let other = || Opdracht::WijsToe { zaak, behandelaars: vec![peter().id], reden: None };
    let namen = vec!["Kevin".to_owned(), "Emma".to_owned()];
    let refused = Err(Weigering::VanIemand { code: "zaak.al_toegewezen", namen });
    let kop = huis.kop();
    for _ in 0..2 {
        assert_eq!(huis.tafel.voer_uit(&linda(), other(), kop).await.map(drop), refused);
    }
    assert!(!huis.tafel.mag_toewijzen(&linda(), zaak));
    // Also when she holds what the zaak was before: not whose it was first, whose it is.
    let held = Kop { if_v: Some(1), ..huis.kop() };
    assert_eq!(huis.tafel.voer_uit(&linda(), other(), held).await.map(drop), refused);
    for who in [kevin(), emma(), wie(WERKVERDELER)] {
        assert!(huis.tafel.mag_toewijzen(&who, zaak), "{}", who.naam);
    }
    for who in [peter(), bestuur()] {
        assert!(!huis.tafel.mag_toewijzen(&who, zaak), "{}", who.naam);
    }
    // Who may not know of it hears no more than that it is not there.
    let unknown = huis.tafel.voer_uit(&bestuur(), other(), huis.kop()).await.map(drop);
    assert_eq!(unknown, Err(Weigering::NIET_GEVONDEN));
    huis.doet(&wie(WERKVERDELER), other()).await.unwrap();
}

// shows C2-R1, KING-R7
#[tokio::test]
async fn who_works_here_is_shown_to_who_chooses_among_them() {
    let huis = Huis::open().await;
    let maria = maria_zelf(huis.maria().await);
    for who in [linda(), kevin(), rianne(), wie(WERKVERDELER), wie(PIETER)] {
        assert!(huis.tafel.medewerkers(&who).await.unwrap().len() > 3, "{}", who.naam);
    }
    for who in [maria, bestuur(), wie(BUURMAN), wie(THEO)] {
        let refused = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
        assert_eq!(huis.tafel.medewerkers(&who).await, refused, "{}", who.naam);
    }
}

fn zoek_bsn(bsn: &str) -> PersoonVraag {
    PersoonVraag { bsn: Some(bsn.to_owned()), naam: None, geboortedatum: None, voor: Zoekdoel::Intake }
}

// shows C2-L1, C2-L3
#[tokio::test]
async fn who_was_registered_is_found_by_number_and_by_name() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let found = huis.tafel.personen_zoek(&linda(), &zoek_bsn("123456782")).await.unwrap();
    assert_eq!(found.items.iter().map(|one| one.id).collect::<Vec<_>>(), [Some(maria)]);
    for (naam, day, hits) in [
        ("verhoef", "1958-03-14", 1),
        ("MAR ver", "1958-03-14", 1),
        ("verhoef", "1958-03-15", 0),
        ("hoef", "1958-03-14", 0),
    ] {
        let vraag = PersoonVraag {
            bsn: None,
            naam: Some(naam.into()),
            geboortedatum: Some(day.into()),
            voor: Zoekdoel::Intake,
        };
        assert_eq!(
            huis.tafel.personen_zoek(&linda(), &vraag).await.unwrap().items.len(),
            hits,
            "{naam} {day}"
        );
    }
    let seen = huis.journal.audit().into_iter().filter(|(_, row)| row.object == format!("persoon/{maria}"));
    assert!(seen.count() >= 3, "each time she was found is in the trail");
}

#[tokio::test]
async fn a_bsn_is_somebodys_once() {
    let huis = Huis::open().await;
    huis.maria().await;
    let again = Opdracht::RegistreerPersoon(NieuwePersoon {
        bsn: Some("123456782".into()),
        voornamen: "Iemand".into(),
        voorvoegsel: None,
        achternaam: "Anders".into(),
        geboortedatum: None,
        telefoon: None,
        adres: None,
    });
    let code = huis.doet(&linda(), again).await.unwrap_err();
    assert_eq!(code, Weigering::Geweigerd { code: "persoon.bsn_bestaat_al" });
}

// shows C2-N4, C2-L4, C2-K1, C2-E1, N-3
#[tokio::test]
async fn what_is_assigned_appears_in_both_open_werkvoorraden() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let (mut kevin_tab, mut emma_tab) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()));
    kevin_tab.volgt(&huis, Topic::Werkvoorraad(kevin().id)).await.unwrap();
    emma_tab.volgt(&huis, Topic::Werkvoorraad(emma().id)).await.unwrap();
    assert_eq!(kevin_tab.soorten(), ["ok", "snap"], "not his field, not his zaak");
    assert_eq!(emma_tab.soorten(), ["ok", "lid", "snap"], "it waits for somebody of her team");
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let lid = kevin_tab.gehoord();
    assert_eq!(lid[0]["t"], "lid");
    assert_eq!(lid[0]["b"]["persoon"]["naam"], "Maria Verhoef");
    assert_eq!(emma_tab.soorten(), ["eraf", "lid"], "from *dat* to *wat*");
    huis.toewijzen(zaak, &[&emma()]).await;
    assert_eq!(kevin_tab.soorten(), ["revoked"], "gone from his screen");
    assert_eq!(emma_tab.soorten(), ["ev"]);
}

#[tokio::test]
async fn numbers_follow_each_other_also_when_many_ask_at_once() {
    let huis = std::sync::Arc::new(Huis::open().await);
    let maria = huis.maria().await;
    let mut asked = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let huis = std::sync::Arc::clone(&huis);
        asked.spawn(async move {
            huis.doet(&linda(), melding(maria, Zaaktype::MeldingWmo)).await.unwrap().zaaknummer
        });
    }
    let mut numbers: Vec<_> = asked.join_all().await.into_iter().flatten().collect();
    numbers.sort();
    let expected: Vec<_> = (1..=20).map(|n| format!("ZAAK-2026-{n:06}")).collect();
    assert_eq!(numbers, expected);
}

// shows G12
#[tokio::test]
async fn the_same_command_twice_is_done_once_and_answers_the_same() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let kop = huis.kop();
    let first =
        huis.tafel.voer_uit(&linda(), melding(maria, Zaaktype::MeldingWmo), kop).await.unwrap().antwoord;
    let again =
        huis.tafel.voer_uit(&linda(), melding(maria, Zaaktype::MeldingWmo), kop).await.unwrap().antwoord;
    assert_eq!(Uitgevoerd { positie: 0, ..first.clone() }, Uitgevoerd { positie: 0, ..again });
    let (rows, _) =
        huis.tafel.zaken(&linda(), &ZakenFilter { aantal: 50, ..ZakenFilter::default() }).await.unwrap();
    assert_eq!(rows.len(), 1);
    let other = Kop { request_hash: [2; 32], ..kop };
    let reused =
        huis.tafel.voer_uit(&linda(), melding(maria, Zaaktype::MeldingWmo), other).await.unwrap_err();
    assert_eq!(reused.code(), "opdracht.sleutel_hergebruikt");
}

#[tokio::test]
async fn a_retry_of_what_could_not_be_done_twice_still_gets_its_answer() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let kop = Kop { if_v: Some(2), ..huis.kop() };
    let begin = || Opdracht::NeemInBehandeling { zaak };
    let first = huis.tafel.voer_uit(&emma(), begin(), kop).await.unwrap().antwoord;
    assert_eq!(first.versie, 3);
    let again = huis.tafel.voer_uit(&emma(), begin(), kop).await.unwrap().antwoord;
    assert_eq!(again.versie, 3, "its condition holds no more, and it was done");
    let late = huis.tafel.voer_uit(&emma(), begin(), Kop { if_v: Some(2), ..huis.kop() }).await.unwrap_err();
    assert!(matches!(late, Weigering::Conflict { versie: 3, .. }), "{late:?}");
}

#[tokio::test]
async fn nobody_hears_of_what_is_not_committed() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(&huis, Topic::ZaakWat(zaak)).await.unwrap();
    assert_eq!(tab.soorten(), ["ok", "snap"]);
    huis.journal.fail_next(1, &Failure::Fault(Fault::Unavailable("the disk is away".into())));
    let begin = Opdracht::NeemInBehandeling { zaak };
    let kop = huis.kop();
    // The actor died over it; the same command, sent again by the directory, finds its successor.
    let done = huis.tafel.voer_uit(&emma(), begin, kop).await.unwrap().antwoord;
    assert_eq!(done.versie, 3);
    let heard = tab.soorten();
    assert_eq!(heard.iter().filter(|kind| *kind == "ev").count(), 0, "the tab must ask again: {heard:?}");
    assert!(heard.contains(&"resync".to_owned()));
}

#[tokio::test]
async fn an_outcome_that_nobody_knows_is_done_once() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.journal.fail_next(1, &Failure::LostAnswer(Fault::Unavailable("the answer is away".into())));
    let done = huis.doet(&linda(), melding(maria, Zaaktype::MeldingWmo)).await.unwrap();
    assert_eq!(done.zaaknummer.as_deref(), Some("ZAAK-2026-000001"));
    let all = ZakenFilter { aantal: 50, ..ZakenFilter::default() };
    assert_eq!(huis.tafel.zaken(&linda(), &all).await.unwrap().0.len(), 1);
}

#[tokio::test]
async fn a_full_disk_refuses_and_keeps_nothing_half() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.journal.fail_next(1, &Failure::Full);
    let refused = huis.doet(&linda(), melding(maria, Zaaktype::MeldingWmo)).await.unwrap_err();
    assert_eq!(refused, Weigering::OpslagVol);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert!(matches!(huis.tafel.zaak(&linda(), zaak).await, Ok(Some(ZaakAntwoord::Wat(_)))));
}

#[tokio::test]
async fn another_start_shows_the_same() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let all = ZakenFilter { aantal: 50, ..ZakenFilter::default() };
    let before = huis.tafel.zaken(&kevin(), &all).await.unwrap();
    huis.tafel.stop().await;
    let again = Huis::on(std::sync::Arc::clone(&huis.journal)).await;
    assert_eq!(again.tafel.zaken(&kevin(), &all).await.unwrap(), before);
    assert_eq!(again.melding(maria, Zaaktype::MeldingWmo).await.0.get_version_num(), 7);
}

#[tokio::test]
async fn a_page_goes_on_where_the_last_one_ended() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    for _ in 0..5 {
        huis.melding(maria, Zaaktype::MeldingWmo).await;
    }
    let mut seen = Vec::new();
    let mut filter = ZakenFilter { aantal: 2, ..ZakenFilter::default() };
    loop {
        let (rows, next) = huis.tafel.zaken(&linda(), &filter).await.unwrap();
        seen.extend(rows.into_iter().map(|row| row.id));
        let Some(next) = next else { break };
        filter.na = Some(next);
    }
    assert_eq!(seen.len(), 5);
    seen.dedup();
    assert_eq!(seen.len(), 5);
}

#[tokio::test]
async fn every_refusal_is_in_the_trail() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let refused = [
        (bestuur(), melding(maria, Zaaktype::MeldingWmo)),
        (kevin(), Opdracht::WijsToe { zaak, behandelaars: vec![kevin().id], reden: None }),
        (linda(), Opdracht::WijsToe { zaak, behandelaars: vec![bestuur().id], reden: None }),
        (linda(), Opdracht::WijsToe { zaak, behandelaars: vec![], reden: None }),
    ];
    for (wie, opdracht) in refused {
        let before = geweigerd(&huis);
        let naam = opdracht.naam();
        assert!(huis.doet(&wie, opdracht).await.is_err());
        assert_eq!(geweigerd(&huis), before + 1, "{naam} by {}", wie.naam);
    }
}

fn geweigerd(huis: &Huis) -> usize {
    huis.journal.audit().iter().filter(|(_, row)| row.uitkomst == AuditUitkomst::Geweigerd).count()
}
