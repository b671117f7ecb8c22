//! What is new for somebody until they open it: the same on every screen of theirs and after a restart, on nobody else's.

use jiff::civil::date;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::NieuwWat;
use tokio::task::JoinSet;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::limits::STARTS_PER_MINUTE;
use crate::overzicht::caseload::klopt;

impl Huis {
    async fn nieuw(&self, wie: &Wie) -> NieuwWat {
        self.tafel.nieuw(wie).await.unwrap()
    }

    async fn bekijkt(&self, wie: &Wie, zaak: ZaakId) {
        self.doet(wie, Opdracht::MerkGezien { zaak }).await.unwrap();
    }
}

fn last(frames: &[serde_json::Value]) -> Option<Vec<String>> {
    let ids = frames.last()?["b"]["toegewezen"].as_array()?.iter();
    Some(ids.map(|id| id.as_str().unwrap().to_owned()).collect())
}

// shows C2-K1, C2-E1, N-3
#[tokio::test]
async fn what_is_given_to_somebody_is_new_until_they_open_it_on_all_their_screens() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let mut tabs = [Tafelgenoot::new(emma()), Tafelgenoot::new(emma())];
    let mut other = Tafelgenoot::new(emil());
    for tab in &tabs {
        tab.volgt(&huis, Topic::Nieuw(emma().id)).await.unwrap();
    }
    other.volgt(&huis, Topic::Nieuw(emil().id)).await.unwrap();
    assert_eq!(other.volgt(&huis, Topic::Nieuw(emma().id)).await, Err(Weigering::NIET_GEVONDEN));
    tabs.iter_mut().for_each(|tab| drop(tab.gehoord()));
    other.gehoord();
    huis.toewijzen(zaak, &[&emma()]).await;
    for tab in &mut tabs {
        assert_eq!(last(&tab.gehoord()), Some(vec![zaak.to_string()]));
    }
    huis.bekijkt(&emma(), zaak).await;
    for tab in &mut tabs {
        assert_eq!(last(&tab.gehoord()), Some(vec![]));
    }
    // Opened again it was new no more: nothing is recorded, and nobody hears.
    let events = huis.journal.committed().len();
    huis.bekijkt(&emma(), zaak).await;
    let done = huis.journal.committed();
    assert!(done.len() <= events + 1, "one line of the trail at most");
    assert!(tabs.iter_mut().all(|tab| tab.gehoord().is_empty()));
    assert!(other.gehoord().is_empty(), "it is nobody else's");
    // Taken away and given back it is new again.
    huis.toewijzen(zaak, &[&emil()]).await;
    assert_eq!(huis.nieuw(&emil()).await.toegewezen, [zaak]);
    huis.toewijzen(zaak, &[&emma()]).await;
    assert_eq!(huis.nieuw(&emma()).await.toegewezen, [zaak]);
    assert_eq!(huis.nieuw(&emil()).await, NieuwWat::default(), "what is not in a werkvoorraad is forgotten");
    // After a restart the same.
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!(again.nieuw(&emma()).await.toegewezen, [zaak]);
}

// shows C2-K1, C2-L4
#[tokio::test]
async fn what_waits_is_new_for_each_of_the_team_by_themselves() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    assert_eq!(huis.nieuw(&linda()).await.gezien, [zaak], "who took it in knows it");
    huis.bekijkt(&emma(), zaak).await;
    assert_eq!(huis.nieuw(&emma()).await.gezien, [zaak]);
    assert_eq!(huis.nieuw(&emil()).await, NieuwWat::default());
    // It is in nobody's list who is of another field.
    let done = huis.tafel.voer_uit(&kevin(), Opdracht::MerkGezien { zaak }, huis.kop()).await;
    assert_eq!(done.map(|_| ()), Err(Weigering::NIET_GEVONDEN));
    // Who takes it knows it; who gets it from another does not, though they saw it wait.
    huis.doet(&emil(), Opdracht::NeemZaak { zaak }).await.unwrap();
    assert_eq!(huis.nieuw(&emil()).await, NieuwWat::default());
    assert_eq!(huis.nieuw(&emma()).await, NieuwWat::default(), "it waits no more");
    huis.toewijzen(zaak, &[&emma()]).await;
    assert_eq!(huis.nieuw(&emma()).await.toegewezen, [zaak]);
}

// shows C2-L4, X-2
#[tokio::test]
async fn what_waits_again_is_in_nobodys_own_list_and_counts_as_waiting_live_and_after_a_restart() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    assert_eq!(huis.nieuw(&emma()).await.toegewezen, [zaak]);
    let geef_vrij = |reden: &str| Opdracht::GeefZaakVrij { zaak, reden: reden.to_owned() };
    // Without a reason, and by who may not know of it.
    let leeg = Err(Weigering::Velden(vec![("reden", "invoer.leeg")]));
    assert_eq!(huis.doet(&emma(), geef_vrij(" ")).await.map(|_| ()), leeg);
    assert_eq!(huis.doet(&kevin(), geef_vrij("Zomaar")).await.map(|_| ()), Err(Weigering::NIET_GEVONDEN));
    huis.doet(&emma(), geef_vrij("Toch een ander")).await.unwrap();
    let wacht = |huis: &Huis| {
        let all = huis.tafel.overzicht().lees();
        let all = all.gemeente(GEMEENTE).unwrap();
        assert!(klopt(all, date(2026, 11, 25)));
        all.zaak(zaak).and_then(|regel| regel.lopend()).map(|zaak| zaak.behandelaars.clone())
    };
    assert_eq!(wacht(&huis), Some(vec![]));
    assert_eq!(huis.nieuw(&emma()).await, NieuwWat::default(), "it is hers no more");
    // A colleague of the team takes it as if it had always waited.
    huis.doet(&emil(), Opdracht::NeemZaak { zaak }).await.unwrap();
    assert_eq!(wacht(&huis), Some(vec![emil().id]));
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!(wacht(&again), Some(vec![emil().id]));
}

// shows C2-L3
#[tokio::test]
async fn what_runs_for_somebody_without_a_huishouden_is_live_at_the_desk_until_there_is_one() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut desk = Tafelgenoot::new(linda());
    desk.volgt(&huis, Topic::Thuis(maria)).await.unwrap();
    assert_eq!(desk.soorten(), ["ok", "snap"]);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let came = desk.gehoord();
    assert_eq!((&came[0]["t"], &came[0]["b"]["persoon"]["naam"]), (&"lid".into(), &"Maria Verhoef".into()));
    assert_eq!(came.last().unwrap()["k"], "ZaakToegewezen", "{came:?}");
    let mut stranger = Tafelgenoot::new(bestuur());
    for wie in [Topic::Thuis(maria), Topic::Thuis(PersoonId(Uuid::from_u128(404)))] {
        assert_eq!(stranger.volgt(&huis, wie).await, Err(Weigering::NIET_GEVONDEN));
    }
    assert!(stranger.gehoord().is_empty());
    // A confidential zaak is not there, not by a moment either.
    huis.tafel.heeft_gevonden(&peter(), [maria]);
    let secret = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    huis.doet(&peter(), secret).await.unwrap();
    assert_eq!(desk.soorten(), Vec::<String>::new());
    // With a huishouden the page is another one.
    huis.doet(&linda(), super::huishouden::samen(&[maria])).await.unwrap();
    let gone = desk.soorten();
    assert_eq!(gone.last().map(String::as_str), Some("revoked"), "{gone:?}");
    assert_eq!(desk.volgt(&huis, Topic::Thuis(maria)).await, Err(Weigering::NIET_GEVONDEN));
}

// shows C2-K1
#[tokio::test]
async fn who_has_nothing_recorded_may_open_as_many_zaken_as_they_like() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let before = huis.nieuw(&linda()).await;
    for _ in 0..4 * STARTS_PER_MINUTE {
        huis.bekijkt(&linda(), zaak).await;
    }
    assert_eq!(huis.nieuw(&linda()).await, before, "it was known to her");
}

// shows C2-K1
#[tokio::test]
async fn many_who_ask_at_once_about_somebody_of_whom_nothing_is_recorded_are_all_answered() {
    const AT_ONCE: usize = 100;
    let huis = Arc::new(Huis::open().await);
    for (wie, said) in [(emma(), Ok(0)), (peter(), Err(Weigering::Geweigerd { code: "niet_bevoegd" }))] {
        let mut asked = JoinSet::new();
        for _ in 0..AT_ONCE {
            let (huis, wie) = (Arc::clone(&huis), wie.clone());
            asked.spawn(async move {
                let back = Opdracht::MeldTerug { medewerker: emma().id };
                huis.tafel.voer_uit(&wie, back, huis.kop()).await.map(|done| done.antwoord.versie)
            });
        }
        assert_eq!(asked.join_all().await, vec![said; AT_ONCE]);
    }
}
