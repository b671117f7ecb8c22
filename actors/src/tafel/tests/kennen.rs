//! A person is there for who works for them, took them in or found them: an id that came by otherwise opens nothing, and ties nobody to a zaak.

use keukentafel::clock::Clock as _;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::protocol::body::PersoonVraag;
use keukentafel::protocol::view::ZaakAntwoord;
use keukentafel::store::{AuditFilter, AuditUitkomst, Journal};

use super::*;
use crate::deps::Rechten;
use crate::overzicht::{Lijst, ZakenFilter};

const ONBEKEND: [(&str, &str); 1] = [("persoon", "invoer.persoon_onbekend")];

impl Huis {
    /// How many zaken the list of this person has.
    async fn van(&self, wie: &Wie, persoon: PersoonId) -> usize {
        let by_person =
            ZakenFilter { aantal: 50, lijst: Lijst::Alle, persoon: Some(persoon), ..ZakenFilter::default() };
        self.tafel.zaken(wie, &by_person).await.unwrap().0.len()
    }

    /// The lines of the trail that say that this one looked at a list about this person, by how it went.
    async fn lijsten(&self, wie: &Wie, persoon: PersoonId) -> Vec<AuditUitkomst> {
        let (from, to) = (Moment::from_micros(0), self.clock.now().plus_micros(1));
        let filter = AuditFilter {
            persoon: Some(persoon),
            wie: Some(wie.id),
            handeling: Some("zaken.lijst".to_owned()),
            ..AuditFilter::periode(GEMEENTE, from, to, 100)
        };
        let lines = self.journal.read_audit(&filter).await.unwrap();
        lines.iter().map(|line| line.row.uitkomst).collect()
    }
}

// shows KING-R4c, C2-R6: who distributes knows that a zaak runs, and not for whom
#[tokio::test]
async fn a_list_by_person_ties_nobody_to_a_zaak_for_who_may_not_know_them() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    for wie in [werkverdeler(), manager()] {
        assert_eq!(huis.tafel.overzicht().op_zaak(&wie, zaak), Toegang::Dat);
        assert_eq!(huis.van(&wie, maria).await, 0, "{}", wie.naam);
        assert_eq!(huis.lijsten(&wie, maria).await, [AuditUitkomst::Geweigerd], "{}", wie.naam);
        let all = ZakenFilter { aantal: 50, lijst: Lijst::Alle, ..ZakenFilter::default() };
        assert_eq!(huis.tafel.zaken(&wie, &all).await.unwrap().0.len(), 1, "that it runs they see");
    }
    // Whoever works for her, has her at the desk, found her, or is her, has the list; and its line is about her.
    let zelf = maria_zelf(maria);
    for wie in [linda(), emma(), zelf] {
        assert_eq!(huis.van(&wie, maria).await, 1, "{}", wie.naam);
        assert_eq!(huis.lijsten(&wie, maria).await, [AuditUitkomst::Gelukt], "{}", wie.naam);
    }
    assert_eq!(huis.van(&rianne(), maria).await, 0);
    let vraag: PersoonVraag = serde_json::from_str(r#"{"bsn":"123456782"}"#).unwrap();
    huis.tafel.personen_zoek(&rianne(), &vraag).await.unwrap();
    huis.van(&rianne(), maria).await;
    assert!(huis.lijsten(&rianne(), maria).await.contains(&AuditUitkomst::Gelukt));
}

// shows C2-L3, N-17
#[tokio::test]
async fn a_melding_by_an_id_alone_opens_nobody() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let refused = Err(Weigering::Velden(ONBEKEND.to_vec()));
    assert_eq!(huis.doet(&kevin(), melding(maria, Zaaktype::AanvraagJeugdhulp)).await, refused);
    let absent = PersoonId(Uuid::from_u128(404));
    assert_eq!(huis.doet(&kevin(), melding(absent, Zaaktype::AanvraagJeugdhulp)).await, refused);
    assert_eq!(huis.tafel.persoon(&kevin(), maria).await, Ok(None));
    // Whom he searched is there for him.
    let vraag: PersoonVraag = serde_json::from_str(r#"{"bsn":"123456782"}"#).unwrap();
    huis.tafel.personen_zoek(&kevin(), &vraag).await.unwrap();
    huis.doet(&kevin(), melding(maria, Zaaktype::AanvraagJeugdhulp)).await.unwrap();
}

// shows C2-R7, KING-R4c
#[tokio::test]
async fn an_id_does_not_tell_that_an_investigation_runs() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.tafel.heeft_gevonden(&peter(), [maria]);
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let geheim = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    assert_eq!(huis.tafel.overzicht().op_zaak(&paul(), geheim), Toegang::Dat, "his field, and not for whom");
    let ask = melding(maria, Zaaktype::AanvraagBijzondereBijstand);
    assert_eq!(huis.doet(&paul(), ask).await, Err(Weigering::Velden(ONBEKEND.to_vec())));
    assert_eq!(huis.van(&paul(), maria).await, 0);
    // An ordinary matter of his field tells him that she is there.
    huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    assert_eq!(huis.van(&paul(), maria).await, 1, "and not the hidden one");
}

// shows C2-R1, KING-R4c
#[tokio::test]
async fn who_may_only_know_that_it_runs_hears_of_no_hidden_event_by_a_conflict_or_a_number() {
    let huis = Huis::open().await;
    let zaak = super::besluiten::bijstand(&huis).await;
    let toewijzen = || Opdracht::WijsToe { zaak, behandelaars: vec![peter().id], reden: None };
    let gezien = {
        let all = huis.tafel.overzicht().lees();
        all.gemeente(GEMEENTE).unwrap().zaak(zaak).unwrap().dat_versie()
    };
    let voor = Opdracht::StelBesluitVoor { zaak, besluit: super::besluiten::besluit("Omdat het nodig is") };
    let echt = huis.doet(&peter(), voor).await.unwrap().versie;
    assert!(echt > gezien);
    let stale = Kop { if_v: Some(999_999), ..huis.kop() };
    let conflict = huis.tafel.voer_uit(&werkverdeler(), toewijzen(), stale).await.unwrap_err();
    let Weigering::Conflict { versie, eerder: Some(eerder) } = conflict else { unreachable!("{conflict:?}") };
    assert_eq!((versie, eerder.soort.as_str()), (gezien, "InBehandelingGenomen"));
    assert_eq!(eerder.door.unwrap().naam, "Peter");
    // What changes nothing is done, and the answer tells no other number than that they hold; and the version that is hidden is nobody's.
    let held = Kop { if_v: Some(gezien), ..huis.kop() };
    let done = huis.tafel.voer_uit(&werkverdeler(), toewijzen(), held).await.unwrap().antwoord;
    assert_eq!(done.versie, gezien);
    let hidden = Kop { if_v: Some(gezien + 1), ..huis.kop() };
    let guessed = huis.tafel.voer_uit(&werkverdeler(), toewijzen(), hidden).await;
    assert!(matches!(guessed, Err(Weigering::Conflict { versie, .. }) if versie == gezien), "{guessed:?}");
    // Peter, whose it is, hears all of it.
    let own = Kop { if_v: Some(999_999), ..huis.kop() };
    let begin = huis.tafel.voer_uit(&peter(), toewijzen(), own).await.unwrap_err();
    let Weigering::Conflict { eerder: Some(eerder), versie } = begin else { unreachable!("{begin:?}") };
    assert_eq!((eerder.soort.as_str(), versie), ("BesluitVoorgesteld", echt));
    // What they see change next has the next number, with nothing between that says that something was hidden.
    let next =
        Opdracht::WijsToe { zaak, behandelaars: vec![paul().id], reden: Some("Peter is ziek".to_owned()) };
    let held = Kop { if_v: Some(gezien), ..huis.kop() };
    let done = huis.tafel.voer_uit(&werkverdeler(), next, held).await.unwrap().antwoord;
    assert_eq!(done.versie, gezien + 1);
    let again = Opdracht::WijsToe { zaak, behandelaars: vec![paul().id], reden: None };
    let held = Kop { if_v: Some(gezien + 1), ..huis.kop() };
    let done = huis.tafel.voer_uit(&werkverdeler(), again, held).await.unwrap().antwoord;
    assert_eq!(done.versie, gezien + 1, "the number that was answered is the one that they hold");
    let Some(ZaakAntwoord::Dat(dat)) = huis.tafel.zaak(&werkverdeler(), zaak).await.unwrap() else {
        unreachable!("who distributes knows that it runs")
    };
    assert_eq!(dat.versie, gezien + 1);
    let filter = ZakenFilter { lijst: Lijst::Alle, aantal: 9, ..ZakenFilter::default() };
    let (rows, _) = huis.tafel.zaken(&werkverdeler(), &filter).await.unwrap();
    assert_eq!(rows.iter().find(|row| row.id == zaak).unwrap().versie, gezien + 1);
    let Some(ZaakAntwoord::Schrijven(wat)) = huis.tafel.zaak(&paul(), zaak).await.unwrap() else {
        unreachable!("it is his")
    };
    assert_eq!(wat.versie, echt + 1);
}
