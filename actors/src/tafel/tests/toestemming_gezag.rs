//! Consent that was given by gezag, and gezag that was not so (KING-R6e, N-33).

use keukentafel::domain::ids::ToekenningId;
use keukentafel::domain::persoon::Gezagsgrond;
use keukentafel::domain::toekenning::Toestemmingstand;
use keukentafel::protocol::body::{
    GezagEinde, GezagHerroeping, HouderKeuze, NieuwGezag, NieuwePersoon, NieuweToestemmingsvraag, Uitspraak,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 3600 * 1_000_000;
const MILLI: i64 = 1_000;

/// Emma works for Dylan and reads Kevin's zaak of him, because Maria said yes by gezag.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    dylan: PersoonId,
    jeugd: ZaakId,
}

impl Casus {
    async fn new() -> Self {
        let huis = Huis::open().await;
        let (maria, dylan) = (huis.maria().await, huis.dylan().await);
        let wmo = huis.melding(dylan, Zaaktype::MeldingWmo).await;
        let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        huis.toewijzen(wmo, &[&emma()]).await;
        huis.toewijzen(jeugd, &[&kevin()]).await;
        huis.tafel.heeft_gevonden(&kevin(), [maria]);
        let casus = Self { huis, maria, dylan, jeugd };
        casus.gezag().await;
        let toekenning = casus.vraag().await;
        let yes = Opdracht::GeefToestemming { toekenning };
        casus.huis.doet(&maria_zelf(maria), yes).await.unwrap();
        assert!(casus.leest().await);
        casus
    }

    fn houder(&self) -> HouderKeuze {
        HouderKeuze::Persoon { persoon: self.maria }
    }

    async fn gezag(&self) {
        let gezag = NieuwGezag {
            houder: self.houder(),
            grond: Gezagsgrond::Voogdij,
            uitspraak: uitspraak(),
            vanaf: Some("2026-05-01".to_owned()),
            tot: None,
        };
        self.huis.doet(&kevin(), Opdracht::LegGezagVast { persoon: self.dylan, gezag }).await.unwrap();
    }

    async fn herroep(&self) {
        let herroeping = GezagHerroeping {
            houder: self.houder(),
            grond: Gezagsgrond::Voogdij,
            uitspraak: Some(uitspraak()),
            vanaf: Some("2026-05-01".to_owned()),
            reden: "Dit was een ander kind".to_owned(),
        };
        self.huis.doet(&kevin(), Opdracht::HerroepGezag { persoon: self.dylan, herroeping }).await.unwrap();
        self.huis.tafel.projector.catch_up().await;
    }

    async fn einde(&self, op: &str) {
        let einde = GezagEinde { houder: self.houder(), op: op.to_owned() };
        self.huis.doet(&kevin(), Opdracht::BeeindigGezag { persoon: self.dylan, einde }).await.unwrap();
        self.huis.tafel.projector.catch_up().await;
    }

    /// Later than what was asked before: which of two came last is in their ids, to the millisecond.
    async fn vraag(&self) -> ToekenningId {
        self.huis.clock.advance(MILLI);
        let (doel, tot_en_met) = ("De hulp op elkaar afstemmen".to_owned(), "2026-12-31".to_owned());
        let vraag = NieuweToestemmingsvraag { doel, tot_en_met };
        let ask = Opdracht::VraagToestemming { zaak: self.jeugd, vraag };
        ToekenningId(self.huis.doet(&emma(), ask).await.unwrap().id)
    }

    async fn leest(&self) -> bool {
        matches!(self.huis.tafel.zaak(&emma(), self.jeugd).await, Ok(Some(ZaakAntwoord::Wat(_))))
    }

    async fn stand(&self) -> Toestemmingstand {
        self.huis.tafel.toekenningen(&emma()).await.unwrap().toestemmingen[0].stand
    }

    /// Emma has the zaak and her own list open.
    async fn open(&self) -> Tafelgenoot {
        let mut tab = Tafelgenoot::new(emma());
        for topic in [
            Topic::Toekenningen(emma().id),
            Topic::ZaakDat(self.jeugd),
            Topic::ZaakWat(self.jeugd),
            Topic::ZaakRij(self.jeugd),
        ] {
            tab.volgt(&self.huis, topic).await.unwrap();
        }
        tab.gehoord();
        tab
    }
}

fn uitspraak() -> Uitspraak {
    let (gerecht, uitspraak_op) = ("Rechtbank Noord".to_owned(), "2026-05-01".to_owned());
    Uitspraak { gerecht, uitspraak_op, kenmerk: None }
}

fn soort<'a>(frames: &'a [Value], kind: &str) -> Vec<&'a Value> {
    frames.iter().filter(|frame| frame["t"] == kind).collect()
}

// shows KING-R6e, KING-R1e, N-33, N-12
#[tokio::test]
async fn consent_by_gezag_that_was_wrongly_recorded_falls_at_once_where_it_is_open() {
    let casus = Casus::new().await;
    let mut tab = casus.open().await;
    casus.herroep().await;
    // The zaak has looked again when it answers.
    assert!(casus.huis.tafel.zaak(&kevin(), casus.jeugd).await.unwrap().is_some());
    let heard = tab.gehoord();
    assert_eq!(soort(&heard, "revoked").len(), 2, "the content and its line: {heard:?}");
    let [told] = soort(&heard, "ev")[..] else { unreachable!("one thing is told: {heard:?}") };
    assert_eq!(told["b"]["toestemmingen"][0]["stand"], "vervallen");
    assert_eq!(
        (&told["k"], &told["door"]),
        (&"ToestemmingGewijzigd".into(), &Value::Null),
        "not why, or by whom"
    );
    assert!(!casus.leest().await);
    assert_eq!(casus.stand().await, Toestemmingstand::Vervallen);
    // It runs no more, so that the question can be put again to who does have gezag.
    casus.vraag().await;
    assert_eq!(casus.stand().await, Toestemmingstand::Gevraagd);
}

// shows KING-R6e, C2-N1: what was given by who could stays, and whoever decides now takes it back
#[tokio::test]
async fn consent_stays_when_gezag_ends_later_and_falls_when_it_had_ended_before() {
    let casus = Casus::new().await;
    casus.huis.clock.advance(3 * DAY);
    casus.huis.tafel.heeft_gevonden(&kevin(), [casus.maria]);
    casus.einde("2026-11-27").await;
    assert!(casus.leest().await, "on the day that she gave it she could");
    let past = Casus::new().await;
    let mut tab = past.open().await;
    past.einde("2026-11-20").await;
    assert!(past.huis.tafel.zaak(&kevin(), past.jeugd).await.unwrap().is_some());
    assert_eq!(soort(&tab.gehoord(), "revoked").len(), 2);
    assert_eq!((past.leest().await, past.stand().await), (false, Toestemmingstand::Vervallen));
}

// shows KING-R6e: it holds as the record has it, also after a start
#[tokio::test]
async fn gezag_that_is_recorded_again_carries_the_consent_again_and_a_start_changes_nothing() {
    let casus = Casus::new().await;
    casus.herroep().await;
    casus.huis.tafel.stop().await;
    let again = Casus { huis: Huis::on(Arc::clone(&casus.huis.journal)).await, ..casus };
    // Its clock goes on where the other one was.
    again.huis.clock.advance(1_000 * MILLI);
    assert_eq!((again.leest().await, again.stand().await), (false, Toestemmingstand::Vervallen));
    again.huis.tafel.heeft_gevonden(&kevin(), [again.maria]);
    again.gezag().await;
    assert_eq!((again.leest().await, again.stand().await), (true, Toestemmingstand::Geldt));
}

// shows KING-R6e, N-33: what was answered last holds
#[tokio::test]
async fn a_later_refusal_is_not_undone_by_a_consent_that_had_fallen() {
    let casus = Casus::new().await;
    casus.herroep().await;
    let again = casus.vraag().await;
    casus.huis.tafel.heeft_gevonden(&kevin(), [casus.maria]);
    casus.gezag().await;
    assert!(casus.leest().await, "nobody answered otherwise yet");
    let mut tab = casus.open().await;
    let no = Opdracht::WeigerToestemming { toekenning: again };
    casus.huis.doet(&maria_zelf(casus.maria), no).await.unwrap();
    casus.huis.tafel.projector.catch_up().await;
    assert!(!casus.leest().await);
    assert!(casus.huis.tafel.zaak(&kevin(), casus.jeugd).await.unwrap().is_some());
    assert_eq!(soort(&tab.gehoord(), "revoked").len(), 2, "the content and its line, at once");
}

// shows KING-R6e, G41: what gives nothing is not said to be done
#[tokio::test]
async fn a_yes_to_what_fell_is_refused_by_what_happened() {
    let casus = Casus::new().await;
    let given = casus.huis.tafel.toekenningen(&emma()).await.unwrap().toestemmingen[0].id;
    // Another one has gezag too, and it is the first of whom it turns out that she had none.
    let typed = NieuwePersoon {
        bsn: None,
        voornamen: "Ilse".to_owned(),
        voorvoegsel: None,
        achternaam: "Bos".to_owned(),
        geboortedatum: Some("1985-01-01".to_owned()),
        telefoon: None,
        adres: None,
    };
    let other = PersoonId(casus.huis.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id);
    casus.huis.tafel.heeft_gevonden(&kevin(), [casus.maria, other]);
    let gezag = NieuwGezag {
        houder: HouderKeuze::Persoon { persoon: other },
        grond: Gezagsgrond::Voogdij,
        uitspraak: uitspraak(),
        vanaf: Some("2026-05-01".to_owned()),
        tot: None,
    };
    casus.huis.doet(&kevin(), Opdracht::LegGezagVast { persoon: casus.dylan, gezag }).await.unwrap();
    casus.herroep().await;
    let ilse = maria_zelf(other);
    for ask in
        [Opdracht::GeefToestemming { toekenning: given }, Opdracht::WeigerToestemming { toekenning: given }]
    {
        let fell = Err(Weigering::Geweigerd { code: "toestemming.vervallen" });
        assert_eq!(casus.huis.doet(&ilse, ask).await, fell);
    }
    assert!(!casus.leest().await);
}
