//! Beheerrekeningen: who may open and see them, and the nightly sweep.

use std::time::Duration;

use keukentafel::domain::beheerrekening::Beheervorm;
use keukentafel::domain::ids::BeheerrekeningId;
use keukentafel::poort::{Onjuist, PoortFout, Storing};
use keukentafel::protocol::body::NieuweRekening;
use keukentafel::protocol::topic::Topic;
use keukentafel::store::AuditUitkomst;

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::limits::VEEG_KIJK;
use crate::saldo::tests::bron::Testbron;
use crate::saldo::tests::{klant, stand};

const MINUUT: i64 = 60 * 1_000_000;
const UUR: i64 = 60 * MINUUT;

pub(super) fn rekening(persoon: PersoonId, n: u64) -> Opdracht {
    let klant = klant(n).nummer().to_owned();
    Opdracht::OpenRekening(NieuweRekening { persoon, klant, vorm: Beheervorm::Plus })
}

impl Huis {
    async fn met_bron(bron: &Arc<Testbron>) -> Self {
        let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
        Self::met(journal, Some(Arc::<Testbron>::clone(bron))).await
    }

    /// Maria, in whose matters Mirjam of budgetbeheer works.
    pub(super) async fn maria_in_budgetbeheer(&self) -> PersoonId {
        let maria = self.maria().await;
        let zaak = self.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
        self.toewijzen(zaak, &[&mirjam()]).await;
        maria
    }

    pub(super) async fn opent(&self, persoon: PersoonId, n: u64) -> BeheerrekeningId {
        BeheerrekeningId(self.doet(&mirjam(), rekening(persoon, n)).await.unwrap().id)
    }

    /// A look of the sweep passes, and everybody does what they can.
    async fn een_blik(&self) {
        self.tijd_gaat_voorbij().await;
        tokio::time::advance(VEEG_KIJK).await;
        self.tijd_gaat_voorbij().await;
    }

    async fn tijd_gaat_voorbij(&self) {
        for _ in 0..20 {
            tokio::time::advance(Duration::from_millis(200)).await;
            for _ in 0..200 {
                tokio::task::yield_now().await;
            }
        }
    }
}

// shows SHV1-A2r, SHV1-RV1
#[tokio::test]
async fn who_works_for_somebody_in_budgetbeheer_opens_their_rekening() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let refused = |answer: Result<Uitgevoerd, Weigering>| answer.unwrap_err().code();
    assert_eq!(refused(huis.doet(&kevin(), rekening(maria, 1)).await), "niet_bevoegd");
    assert_eq!(refused(huis.doet(&maria_zelf(maria), rekening(maria, 1)).await), "niet_bevoegd");
    let stranger = PersoonId(Uuid::from_u128(77));
    assert_eq!(refused(huis.doet(&mirjam(), rekening(stranger, 1)).await), "invoer.persoon_onbekend");
    let bsn = NieuweRekening { persoon: maria, klant: "123456782".into(), vorm: Beheervorm::Plus };
    assert_eq!(refused(huis.doet(&mirjam(), Opdracht::OpenRekening(bsn)).await), "invoer.klant_ongeldig");
    let id = huis.opent(maria, 1).await;
    let again = huis.doet(&mirjam(), rekening(maria, 1)).await;
    assert_eq!(refused(again), "rekening.klant_bestaat_al", "two rekeningen would show the same money");
    let lines = huis.journal.audit();
    let of_command = |uitkomst| {
        lines.iter().filter(|(_, row)| row.handeling == "OpenRekening" && row.uitkomst == uitkomst).count()
    };
    assert_eq!((of_command(AuditUitkomst::Gelukt), of_command(AuditUitkomst::Geweigerd)), (1, 5));
    assert!(lines.iter().all(|(_, row)| !row.object.contains("KT-")), "no customer number in the trail");
    assert_eq!(
        huis.tafel.rekeningen(&mirjam()).await.unwrap().iter().map(|one| one.id).collect::<Vec<_>>(),
        [id]
    );
}

// shows SHV1-RV1, SHV1-A1r, SHV1-A2r
#[tokio::test]
async fn a_rekening_is_not_there_for_anybody_else() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let id = huis.opent(maria, 1).await;
    for may in [mirjam(), maria_zelf(maria)] {
        let seen = huis.tafel.rekening(&may, id).await.unwrap().unwrap();
        assert_eq!(seen.rekening.persoon.unwrap().id, maria);
        assert!(seen.saldo.bedragen.is_none(), "nothing was observed, so there are no amounts");
        assert_eq!(huis.tafel.rekeningen(&may).await.unwrap().len(), 1);
        assert!(huis.tafel.transacties(&may, id, None, 10).await.unwrap().is_some());
        assert!(Tafelgenoot::new(may).volgt(&huis, Topic::Saldo(id)).await.is_ok());
    }
    let other = maria_zelf(PersoonId(Uuid::from_u128(88)));
    let elders = Wie { gemeente: ELDERS, ..mirjam() };
    let collega = Wie { id: MedewerkerId(Uuid::from_u128(60)), ..mirjam() };
    for not in [linda(), kevin(), peter(), bestuur(), other, elders, collega] {
        assert!(huis.tafel.rekening(&not, id).await.unwrap().is_none(), "{not:?}");
        assert!(huis.tafel.rekeningen(&not).await.unwrap().is_empty(), "{not:?}");
        assert!(huis.tafel.transacties(&not, id, None, 10).await.unwrap().is_none(), "{not:?}");
        let mut tab = Tafelgenoot::new(not);
        let absent = tab.volgt(&huis, Topic::Saldo(BeheerrekeningId(Uuid::from_u128(99)))).await;
        assert_eq!(tab.volgt(&huis, Topic::Saldo(id)).await, absent);
        assert_eq!(tab.gehoord(), Vec::<serde_json::Value>::new());
    }
    let line = format!("beheerrekening/{id}");
    let lines = huis.journal.audit();
    assert!(lines.iter().any(|(_, row)| row.object == line && row.uitkomst == AuditUitkomst::Geweigerd));
    assert!(lines.iter().any(|(_, row)| row.object == line && row.uitkomst == AuditUitkomst::Gelukt));
}

#[tokio::test]
async fn what_is_known_of_a_rekening_outlives_a_restart() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let id = huis.opent(maria, 1).await;
    huis.tafel.stop().await;
    let again = Huis::on(Arc::clone(&huis.journal)).await;
    assert!(again.tafel.rekening(&mirjam(), id).await.unwrap().is_some());
    assert_eq!(
        again.doet(&mirjam(), rekening(maria, 1)).await.unwrap_err().code(),
        "rekening.klant_bestaat_al"
    );
}

// shows N-4, SHV1-RV5
#[tokio::test(start_paused = true)]
async fn the_sweep_asks_once_a_day_for_whoever_changed_and_is_not_looked_at() {
    let bron = Arc::new(Testbron::default());
    let huis = Huis::met_bron(&bron).await;
    let maria = huis.maria_in_budgetbeheer().await;
    for n in 1..=3 {
        bron.zegt(&stand(n, 0, 1, 100));
        huis.opent(maria, n).await;
    }
    bron.veranderden(&[klant(1), klant(99), klant(2)]);
    huis.een_blik().await;
    assert_eq!(bron.cursors(), [None, Some("2".to_owned())], "page by page, to the end");
    let asked = || [1, 2, 3].map(|n| bron.vragen(&klant(n)).len());
    assert_eq!(asked(), [2, 2, 1], "when each was opened, and who changed once more");
    huis.een_blik().await;
    assert_eq!(bron.cursors().len(), 2, "once a day");
    huis.tafel.allegro_hint(&[]).await.unwrap();
    huis.tijd_gaat_voorbij().await;
    assert_eq!(bron.cursors()[2..], [Some("3".to_owned())], "or when the source says that something changed");
    // A day later only what changed since.
    bron.zegt(&stand(3, 5, 2, 70));
    bron.veranderden(&[klant(3)]);
    huis.clock.advance(24 * UUR);
    huis.een_blik().await;
    assert_eq!(bron.cursors()[3..], [Some("3".to_owned())]);
    assert_eq!(asked(), [2, 2, 2]);
}

// shows N-4, SHV1-PRE4
#[tokio::test(start_paused = true)]
async fn a_sweep_that_was_cut_off_is_done_again_and_a_lost_cursor_begins_anew() {
    let bron = Arc::new(Testbron::default());
    let huis = Huis::met_bron(&bron).await;
    let maria = huis.maria_in_budgetbeheer().await;
    bron.zegt(&stand(1, 0, 1, 100));
    huis.opent(maria, 1).await;
    bron.veranderden(&[klant(1)]);
    bron.is_weg(&klant(1));
    huis.een_blik().await;
    bron.zegt(&stand(1, 5, 2, 80));
    huis.een_blik().await;
    assert_eq!(bron.cursors(), [None, None], "whoever could not be asked for is not passed over");
    bron.vergeet_cursors();
    huis.clock.advance(24 * UUR);
    huis.een_blik().await;
    assert_eq!(bron.cursors()[2..], [Some("1".to_owned()), None]);
}

// shows N-4, SHV1-PRE4
#[tokio::test(start_paused = true)]
async fn one_customer_of_whom_nothing_right_comes_holds_nobody_up_and_is_not_passed_over() {
    let bron = Arc::new(Testbron::default());
    let huis = Huis::met_bron(&bron).await;
    let maria = huis.maria_in_budgetbeheer().await;
    let mut ids = Vec::new();
    for n in 1..=6 {
        bron.zegt(&stand(n, 0, 1, 100));
        ids.push(huis.opent(maria, n).await);
    }
    huis.tijd_gaat_voorbij().await;
    let asked = || [1, 2, 3, 4, 5, 6].map(|n| bron.vragen(&klant(n)).len());
    let before = asked();
    // The first stays bad, each kind of bad; the source answers about all others.
    let bad = [
        Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm)),
        Err(PoortFout::OnjuistAntwoord(Onjuist::BuitenGrens)),
        Ok(Some(stand(2, 9, 9, 1))),
        Err(PoortFout::OnjuistAntwoord(Onjuist::SomKloptNiet)),
        Err(PoortFout::Storing(Storing::Serverfout)),
        Err(PoortFout::OnjuistAntwoord(Onjuist::Vorm)),
    ];
    bron.antwoordt(&klant(1), bad[0].clone());
    bron.veranderden(&[1, 2, 3, 4, 5, 6].map(klant));
    huis.een_blik().await;
    assert_eq!(bron.cursors().len(), 3, "to the end, page by page");
    let extra = |now: [usize; 6]| [0, 1, 2, 3, 4, 5].map(|n| now[n] - before[n]);
    assert_eq!(extra(asked()), [1, 1, 1, 1, 1, 1]);
    let listed = || async {
        let rows = huis.tafel.rekeningen(&mirjam()).await.unwrap();
        rows.into_iter().filter(|row| row.onjuist).map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(listed().await, [ids[0]], "who looks after it sees which");
    huis.een_blik().await;
    assert_eq!(extra(asked()), [1, 1, 1, 1, 1, 1], "not before its pause is over");
    // Asked again after 5, 10, 20 … minutes, and the others are left alone.
    for (again, pause) in [5, 10, 20, 40, 80].into_iter().enumerate() {
        bron.antwoordt(&klant(1), bad[again + 1].clone());
        huis.clock.advance((pause - 1) * MINUUT);
        huis.een_blik().await;
        assert_eq!(extra(asked())[0], again + 1, "after {pause} minutes, not before");
        huis.clock.advance(MINUUT);
        huis.een_blik().await;
        assert_eq!(extra(asked()), [again + 2, 1, 1, 1, 1, 1]);
    }
    assert_eq!(bron.cursors().len(), 3, "the sweep of the day was done");
    // The list outlives a restart; a good answer ends it.
    huis.tafel.stop().await;
    let later = Huis::met(Arc::clone(&huis.journal), Some(Arc::<Testbron>::clone(&bron))).await;
    let rows = later.tafel.rekeningen(&mirjam()).await.unwrap();
    assert_eq!(rows.iter().filter(|row| row.onjuist).map(|row| row.id).collect::<Vec<_>>(), [ids[0]]);
    bron.zegt(&stand(1, 60, 2, 80));
    later.clock.advance(10 * UUR);
    later.een_blik().await;
    assert_eq!(extra(asked()), [7, 1, 1, 1, 1, 1]);
    assert!(later.tafel.rekeningen(&mirjam()).await.unwrap().iter().all(|row| !row.onjuist));
    later.clock.advance(9 * UUR);
    later.een_blik().await;
    assert_eq!(extra(asked())[0], 7, "it is not asked again");
}

// shows N-4
#[tokio::test(start_paused = true)]
async fn a_source_that_answers_nobody_stops_the_sweep_and_nobody_is_passed_over() {
    let bron = Arc::new(Testbron::default());
    let huis = Huis::met_bron(&bron).await;
    let maria = huis.maria_in_budgetbeheer().await;
    for n in 1..=4 {
        bron.zegt(&stand(n, 0, 1, 100));
        huis.opent(maria, n).await;
    }
    huis.tijd_gaat_voorbij().await;
    let asked = || [1, 2, 3, 4].map(|n| bron.vragen(&klant(n)).len());
    let before = asked();
    let extra = || [0, 1, 2, 3].map(|n| asked()[n] - before[n]);
    for n in 1..=4 {
        bron.is_weg(&klant(n));
    }
    bron.veranderden(&[1, 2, 3, 4].map(klant));
    huis.een_blik().await;
    assert_eq!((extra(), bron.cursors()), ([1, 1, 0, 0], vec![None]), "no further than the first few");
    for n in 2..=4 {
        bron.zegt(&stand(n, 5, 2, 80));
    }
    huis.een_blik().await;
    // Silent about one and not about others: that one is asked again later.
    assert_eq!((extra(), bron.cursors().len()), ([2, 2, 1, 1], 3));
    bron.zegt(&stand(1, 5, 2, 80));
    huis.clock.advance(5 * MINUUT);
    huis.een_blik().await;
    assert_eq!(extra(), [3, 2, 1, 1]);
}
