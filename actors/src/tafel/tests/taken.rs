//! Two behandelaars on one zaak, each with taken of their own: live for both, on no screen of anybody else.

use keukentafel::domain::ids::TaakId;
use keukentafel::domain::zaak::Bevestigingsweg;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{TaakRij, TaakStap, TaakWat, ZaakAntwoord, ZaakWat};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::{Lijst, ZakenFilter};

fn zet_klaar(zaak: ZaakId, omschrijving: &str, eigenaar: &Wie, dag: &str) -> Opdracht {
    Opdracht::ZetTaakKlaar {
        zaak,
        omschrijving: omschrijving.to_owned(),
        eigenaar: eigenaar.id,
        dag: dag.to_owned(),
    }
}

impl Huis {
    /// A zaak of Emma and Emil.
    async fn samen(&self) -> ZaakId {
        let maria = self.maria().await;
        let zaak = self.melding(maria, Zaaktype::MeldingWmo).await;
        self.toewijzen(zaak, &[&emma(), &emil()]).await;
        zaak
    }

    async fn inhoud(&self, wie: &Wie, zaak: ZaakId) -> ZaakWat {
        match self.tafel.zaak(wie, zaak).await.unwrap().unwrap() {
            ZaakAntwoord::Wat(wat) | ZaakAntwoord::Schrijven(wat) => wat,
            ZaakAntwoord::Dat(_) => unreachable!("{} sees the content", wie.naam),
        }
    }

    async fn taak(&self, zaak: ZaakId, omschrijving: &str) -> TaakWat {
        let wat = self.inhoud(&emma(), zaak).await;
        wat.taken.into_iter().find(|taak| taak.omschrijving == omschrijving).unwrap()
    }

    async fn te_doen_in_zaken(&self, wie: &Wie) -> Vec<TaakRij> {
        self.tafel.taken(wie, None, 50).await.unwrap().0
    }
}

fn names(rows: &[TaakRij]) -> Vec<&str> {
    rows.iter().map(|row| row.omschrijving.as_str()).collect()
}

// shows C2-N6, N-3
#[tokio::test]
async fn two_behandelaars_each_have_taken_of_their_own_and_both_see_them_live() {
    let huis = Huis::open().await;
    let zaak = huis.samen().await;
    let mut own = Tafelgenoot::new(emil());
    let mut page = Tafelgenoot::new(emma());
    own.volgt(&huis, Topic::Acties(emil().id)).await.unwrap();
    page.volgt(&huis, Topic::ZaakWat(zaak)).await.unwrap();
    own.gehoord();
    page.gehoord();
    huis.doet(&emma(), zet_klaar(zaak, "School bellen", &emil(), "2026-12-01")).await.unwrap();
    huis.doet(&emma(), zet_klaar(zaak, "Huisarts bellen", &emma(), "2026-11-25")).await.unwrap();
    let came = own.gehoord();
    assert_eq!(came.len(), 1, "Emma's is not in Emil's list: {came:?}");
    assert_eq!((&came[0]["t"], &came[0]["b"]["omschrijving"]), (&"lid".into(), &"School bellen".into()));
    assert_eq!(came[0]["b"]["persoon"]["naam"], "Maria Verhoef");
    let seen = page.gehoord();
    let last = &seen.last().unwrap()["b"]["taken"];
    assert_eq!(last.as_array().unwrap().len(), 2, "{last}");
    assert_eq!(names(&huis.te_doen_in_zaken(&emma()).await), ["Huisarts bellen"]);
    assert_eq!(names(&huis.te_doen_in_zaken(&emil()).await), ["School bellen"]);
    // Done it goes, taken up again it comes back; the zaak says who did it.
    let taak = huis.taak(zaak, "School bellen").await.id;
    huis.doet(&emil(), Opdracht::RondTaakAf { zaak, taak }).await.unwrap();
    assert_eq!(own.soorten(), ["eraf"]);
    let done = huis.taak(zaak, "School bellen").await;
    assert_eq!((done.stap, done.gedaan.unwrap().door.naam.as_str()), (TaakStap::Gedaan, "Emil"));
    huis.doet(&emil(), Opdracht::HeropenTaak { zaak, taak }).await.unwrap();
    assert_eq!(own.soorten(), ["lid"]);
    // Given to Emma it is hers.
    huis.doet(&emil(), Opdracht::WijsTaakToe { zaak, taak, eigenaar: emma().id }).await.unwrap();
    assert_eq!(own.soorten().last().map(String::as_str), Some("revoked"));
    assert_eq!(names(&huis.te_doen_in_zaken(&emma()).await), ["Huisarts bellen", "School bellen"], "by day");
    let (first, next) = huis.tafel.taken(&emma(), None, 1).await.unwrap();
    assert_eq!((names(&first), next.is_some()), (vec!["Huisarts bellen"], true));
    let (rest, next) = huis.tafel.taken(&emma(), next, 1).await.unwrap();
    assert_eq!((names(&rest), next), (vec!["School bellen"], None));
    let line = huis.inhoud(&emma(), zaak).await.tijdlijn.into_iter().next().unwrap();
    assert_eq!(
        (line.soort.as_str(), line.over, line.namen),
        ("TaakToegewezen", Some(taak.0), vec!["Emma".into()])
    );
    huis.doet(&emma(), Opdracht::LaatTaakVervallen { zaak, taak }).await.unwrap();
    assert_eq!(names(&huis.te_doen_in_zaken(&emma()).await), ["Huisarts bellen"]);
}

// shows C2-N6
#[tokio::test]
async fn taken_of_who_is_taken_off_are_shown_to_the_others_without_an_owner() {
    let huis = Huis::open().await;
    let zaak = huis.samen().await;
    huis.doet(&emma(), zet_klaar(zaak, "School bellen", &emil(), "2026-12-01")).await.unwrap();
    let mut own = Tafelgenoot::new(emil());
    own.volgt(&huis, Topic::Acties(emil().id)).await.unwrap();
    own.gehoord();
    huis.toewijzen(zaak, &[&emma()]).await;
    let gone = own.soorten();
    assert!(gone.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{gone:?}");
    assert!(huis.te_doen_in_zaken(&emil()).await.is_empty());
    assert_eq!(huis.taak(zaak, "School bellen").await.eigenaar, None);
    huis.toewijzen(zaak, &[&emma(), &emil()]).await;
    assert!(huis.te_doen_in_zaken(&emil()).await.is_empty(), "it does not come back by itself");
}

// shows C2-N6
#[tokio::test]
async fn who_sees_only_that_the_zaak_runs_hears_nothing_of_its_taken() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let mut dat = Tafelgenoot::new(emil());
    dat.volgt(&huis, Topic::ZaakDat(zaak)).await.unwrap();
    dat.gehoord();
    let before = huis.tafel.zaak(&emil(), zaak).await.unwrap();
    huis.doet(&emma(), zet_klaar(zaak, "School bellen", &emma(), "2026-12-01")).await.unwrap();
    assert_eq!(dat.soorten(), Vec::<String>::new());
    assert_eq!(huis.tafel.zaak(&emil(), zaak).await.unwrap(), before, "not by a number either");
    let taak = huis.taak(zaak, "School bellen").await.id;
    for (who, code) in [(emil(), "niet_bevoegd"), (bestuur(), "niet_gevonden")] {
        let done = huis.tafel.voer_uit(&who, Opdracht::RondTaakAf { zaak, taak }, huis.kop()).await;
        assert_eq!(done.map(|_| ()), Err(Weigering::Geweigerd { code }), "{}", who.naam);
    }
    for topic in [Topic::ZaakTaak(zaak, taak), Topic::ZaakTaak(zaak, TaakId(Uuid::from_u128(404)))] {
        assert_eq!(dat.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    // In the list of who sees the content stand the days; in that of the others nothing.
    for (who, days) in [(emma(), 1), (emil(), 0)] {
        let filter = ZakenFilter { lijst: Lijst::Alle, aantal: 10, ..ZakenFilter::default() };
        let (rows, _) = huis.tafel.zaken(&who, &filter).await.unwrap();
        assert_eq!(rows.iter().map(|row| row.open_taken.len()).sum::<usize>(), days, "{}", who.naam);
    }
}

#[tokio::test]
async fn each_wrong_field_of_a_taak_is_named() {
    let huis = Huis::open().await;
    let zaak = huis.samen().await;
    let long = "x".repeat(keukentafel::limits::TAAK_CHARS_MAX + 1);
    for (omschrijving, dag, fields) in [
        ("", "2026-12-01", vec![("omschrijving", "invoer.leeg")]),
        (long.as_str(), "morgen", vec![("omschrijving", "invoer.te_lang"), ("dag", "invoer.datum_ongeldig")]),
    ] {
        let done =
            huis.tafel.voer_uit(&emma(), zet_klaar(zaak, omschrijving, &emma(), dag), huis.kop()).await;
        assert_eq!(done.map(|_| ()), Err(Weigering::Velden(fields)));
    }
    let stranger = zet_klaar(zaak, "Bellen", &kevin(), "2026-12-01");
    let done = huis.tafel.voer_uit(&emma(), stranger, huis.kop()).await;
    assert_eq!(done.map(|_| ()), Err(Weigering::Geweigerd { code: "taak.eigenaar" }));
}

// shows C2-L1
#[tokio::test]
async fn only_who_can_log_in_is_told_in_the_portal() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let nameless = Opdracht::RegistreerPersoon(NieuwePersoon {
        bsn: None,
        voornamen: "Jan".to_owned(),
        voorvoegsel: None,
        achternaam: "Onbekend".to_owned(),
        geboortedatum: None,
        telefoon: None,
        adres: None,
    });
    let jan = PersoonId(huis.doet(&linda(), nameless).await.unwrap().id);
    for (persoon, weg) in [(maria, Bevestigingsweg::Portaal), (jan, Bevestigingsweg::Geen)] {
        let zaak = huis.melding(persoon, Zaaktype::MeldingWmo).await;
        let filter = ZakenFilter { lijst: Lijst::Mijn, aantal: 10, ..ZakenFilter::default() };
        let (rows, _) = huis.tafel.zaken(&linda(), &filter).await.unwrap();
        let row = rows.iter().find(|row| row.id == zaak).unwrap();
        assert_eq!(row.bevestiging, Some(weg));
        assert_eq!(row.bevestigd_op.is_some(), weg == Bevestigingsweg::Portaal);
    }
}
