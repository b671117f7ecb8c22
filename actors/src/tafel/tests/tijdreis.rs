use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::bevoegdheid::{Tijdreisdoel, Toegang};
use keukentafel::domain::zaak::Zaak;
use keukentafel::protocol::view::TijdreisWat;
use keukentafel::store::{AuditUitkomst, Journal, StoredEvent, StreamId, StreamKind, codec};
use proptest::prelude::*;

use super::besluiten::{besluit, bijstand_van, schrijf, verslag};
use super::*;
use crate::entity::{Grens, toestand};

const UUR: i64 = 3_600_000_000;

fn nu(huis: &Huis) -> Moment {
    keukentafel::clock::Clock::now(&*huis.clock)
}

async fn reis(huis: &Huis, wie: &Wie, zaak: ZaakId, op: Moment) -> Option<TijdreisWat> {
    huis.tafel.tijdreis(wie, zaak, (Some(op), Some(op)), Tijdreisdoel::Bezwaar).await.unwrap()
}

fn namen(reis: &TijdreisWat, toegang: Toegang) -> Vec<&str> {
    let such = reis.zicht.iter().filter(|zicht| zicht.toegang == toegang);
    such.map(|zicht| zicht.wie.naam.as_str()).collect()
}

// shows N-7
#[tokio::test]
async fn a_zaak_reads_as_it_was_and_who_could_see_it_then() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let before = nu(&huis);
    huis.clock.advance(UUR);
    let zaak = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    let came_in = nu(&huis);
    huis.clock.advance(UUR);
    huis.toewijzen(zaak, &[&paul()]).await;
    let pauls = nu(&huis);
    huis.clock.advance(UUR);
    huis.toewijzen(zaak, &[&peter()]).await;
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak }).await.unwrap();
    huis.clock.advance(UUR);

    let then = reis(&huis, &peter(), zaak, before).await.unwrap();
    assert_eq!((then.versie, &then.zaak, then.zicht.len()), (0, &None, 0));
    assert_eq!(then.stappen.len(), 4, "the moments to go to are those until today");

    let then = reis(&huis, &peter(), zaak, came_in).await.unwrap();
    assert_eq!(then.versie, 1);
    assert_eq!(then.zaak.as_ref().unwrap().tijdlijn.len(), 1);
    // Linda took it in; Paul and Peter are of the field.
    assert_eq!(namen(&then, Toegang::Wat), ["Linda"]);
    assert!(namen(&then, Toegang::Dat).contains(&"Paul"));

    let then = reis(&huis, &peter(), zaak, pauls).await.unwrap();
    assert_eq!(namen(&then, Toegang::Schrijven), ["Paul"]);
    let differs: Vec<_> = then
        .verschillen
        .iter()
        .map(|one| (one.veld.as_str(), one.toen.as_deref(), one.nu.as_deref()))
        .collect();
    assert_eq!(
        differs,
        [("status", Some("verdeeld"), Some("onderzoek")), ("behandelaars", Some("Paul"), Some("Peter"))]
    );
    let now = reis(&huis, &peter(), zaak, nu(&huis)).await.unwrap();
    assert_eq!(now.verschillen, []);
    assert_eq!(namen(&now, Toegang::Schrijven), ["Peter"]);
    // What is asked of tomorrow is answered for now.
    let tomorrow = reis(&huis, &peter(), zaak, nu(&huis).plus_micros(24 * UUR)).await.unwrap();
    assert_eq!((tomorrow.op, tomorrow.versie), (nu(&huis), 4));
}

// shows N-7, G29
#[tokio::test]
async fn who_sees_the_content_now_looks_back_and_the_trail_says_for_what() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    let moment = nu(&huis);
    for (wie, may) in [
        (peter(), true),
        (linda(), true),
        (pieter(), true),
        (paul(), false),
        (werkverdeler(), false),
        (kevin(), false),
        (maria_zelf(maria), false),
        (theo(), false),
        (Wie { gemeente: ELDERS, ..peter() }, false),
    ] {
        assert_eq!(reis(&huis, &wie, zaak, moment).await.is_some(), may, "{}", wie.naam);
        let (_, row) = huis.journal.audit().pop().unwrap();
        let uitkomst = if may { AuditUitkomst::Gelukt } else { AuditUitkomst::Geweigerd };
        assert_eq!((row.handeling.as_str(), row.uitkomst), ("zaak.tijdreis.bezwaar", uitkomst));
        assert_eq!((row.wie, row.object), (Some(wie.id), format!("zaak/{zaak}")));
    }
}

// shows N-7, C2-N7
#[tokio::test]
async fn who_knew_of_it_by_another_zaak_is_told_to_the_privacy_officer_alone() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    let alone = nu(&huis);
    huis.clock.advance(UUR);
    let hulp = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(hulp, &[&emma()]).await;
    let both = nu(&huis);
    huis.clock.advance(UUR);
    huis.toewijzen(hulp, &[&emil()]).await;
    let by =
        |reis: TijdreisWat| namen(&reis, Toegang::Dat).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let emma_knew = |who: &[String]| who.iter().any(|naam| naam == "Emma");
    for (moment, knew) in [(alone, false), (both, true), (nu(&huis), false)] {
        let officer = by(reis(&huis, &pieter(), zaak, moment).await.unwrap());
        assert_eq!(emma_knew(&officer), knew, "{officer:?}");
        let peters = by(reis(&huis, &peter(), zaak, moment).await.unwrap());
        assert!(!emma_knew(&peters), "that Emma works for Maria is not Peter's to know");
        assert!(peters.contains(&"Wouter".to_owned()), "{peters:?}");
    }
}

// shows N-7, KING-R4d
#[tokio::test]
async fn who_stood_in_then_could_see_it_then() {
    let huis = Huis::open().await;
    let dylan = huis.dylan().await;
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    let before = nu(&huis);
    huis.clock.advance(UUR);
    let vervanging = keukentafel::protocol::body::NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-25".to_owned(),
        tot_en_met: "2026-11-27".to_owned(),
        reden: "Vakantie".to_owned(),
    };
    let asks = Opdracht::WijsVervangerAan { medewerker: kevin().id, vervanging };
    huis.doet(&kevin(), asks).await.unwrap();
    let during = nu(&huis);
    huis.clock.advance(10 * 24 * UUR);
    huis.tafel.klok_verzet();
    for (moment, could) in [(before, false), (during, true), (nu(&huis), false)] {
        let seen = reis(&huis, &kevin(), zaak, moment).await.unwrap();
        let writers = namen(&seen, Toegang::Schrijven);
        assert_eq!(writers.contains(&vera().naam.as_str()), could, "{writers:?}");
        assert!(!seen.zicht_onvolledig);
    }
}

// shows N-7, X-24
#[tokio::test]
async fn who_was_kept_out_of_a_protected_dossier_could_not_see_it_then() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma(), &emil()]).await;
    let open = nu(&huis);
    huis.clock.advance(UUR);
    let bescherming = keukentafel::protocol::body::NieuweBescherming {
        grond: keukentafel::domain::persoon::Beschermgrond::EigenMedewerker,
        vanaf: None,
        tot_en_met: None,
        medewerkers: vec![emma().id],
    };
    huis.doet(&pieter(), Opdracht::BeschermDossier { persoon: maria, bescherming }).await.unwrap();
    let closed = nu(&huis);
    huis.clock.advance(UUR);
    huis.doet(&pieter(), Opdracht::HefBeschermingOp { persoon: maria }).await.unwrap();
    for (moment, could) in [(open, true), (closed, false), (nu(&huis), true)] {
        let seen = reis(&huis, &emma(), zaak, moment).await.unwrap();
        assert_eq!(namen(&seen, Toegang::Schrijven).contains(&"Emil"), could);
        assert_eq!(namen(&seen, Toegang::Dat).contains(&"Wouter"), could);
        assert!(namen(&seen, Toegang::Schrijven).contains(&"Emma"));
        assert!(!seen.zicht_onvolledig);
    }
}

// shows N-7, KING-R6e
#[tokio::test]
async fn who_read_it_by_consent_could_do_so_until_it_was_taken_back() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    let hulp = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(hulp, &[&emma()]).await;
    let (doel, tot_en_met) = ("De hulp op elkaar afstemmen".to_owned(), "2026-12-30".to_owned());
    let vraag = keukentafel::protocol::body::NieuweToestemmingsvraag { doel, tot_en_met };
    let asked = huis.doet(&emma(), Opdracht::VraagToestemming { zaak, vraag }).await.unwrap().id;
    let toekenning = keukentafel::domain::ids::ToekenningId(asked);
    let only_asked = nu(&huis);
    huis.clock.advance(UUR);
    huis.doet(&maria_zelf(maria), Opdracht::GeefToestemming { toekenning }).await.unwrap();
    let given = nu(&huis);
    huis.clock.advance(UUR);
    huis.doet(&maria_zelf(maria), Opdracht::TrekToekenningIn { toekenning }).await.unwrap();
    for (moment, could) in [(only_asked, false), (given, true), (nu(&huis), false)] {
        let seen = reis(&huis, &peter(), zaak, moment).await.unwrap();
        assert_eq!(namen(&seen, Toegang::Wat).contains(&"Emma"), could);
        assert!(!seen.zicht_onvolledig);
    }
}

// shows N-7, N-17
#[tokio::test]
async fn somebody_who_moved_out_is_looked_back_at_where_they_lived() {
    use keukentafel::protocol::body::{LidKeuze, NieuwHuishouden, Vertrek};
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    let lid = |persoon| LidKeuze {
        persoon,
        bron: keukentafel::domain::huishouden::Lidbron::Handmatig,
        vanaf: None,
    };
    let home = Opdracht::StelHuishoudenVast(NieuwHuishouden { leden: vec![lid(maria), lid(dylan)] });
    let home = huis.doet(&linda(), home).await.unwrap().id.into();
    let together = nu(&huis);
    huis.clock.advance(UUR);
    let vertrek = Vertrek { persoon: dylan, op: "2026-11-25".to_owned() };
    huis.doet(&linda(), Opdracht::LidVertrekt { huishouden: home, vertrek }).await.unwrap();
    let knew = |reis: &TijdreisWat| namen(reis, Toegang::Dat).contains(&"Kevin");
    assert!(knew(&reis(&huis, &pieter(), zaak, together).await.unwrap()));
    assert!(!knew(&reis(&huis, &pieter(), zaak, nu(&huis)).await.unwrap()));
}

// shows N-7, G31
#[tokio::test]
async fn a_report_reads_as_it_stood_for_who_took_part_then_and_now() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    huis.toewijzen(zaak, &[&peter(), &paul()]).await;
    let report = verslag(&huis, zaak, &peter(), &[&peter()]).await;
    schrijf(&huis, report, &peter(), "Eerste zin").await.unwrap();
    let first = nu(&huis);
    huis.clock.advance(UUR);
    schrijf(&huis, report, &peter(), "Tweede zin").await.unwrap();
    let gesprek = huis.tafel.document(&peter(), report).await.unwrap().unwrap().gesprek;
    let come = Opdracht::WijzigDeelnemers { gesprek, erbij: vec![paul().id], eraf: vec![] };
    huis.doet(&peter(), come).await.unwrap();
    let second = nu(&huis);

    let then = reis(&huis, &peter(), zaak, first).await.unwrap();
    let text = then.documenten[0].tekst.as_deref().unwrap();
    assert!(text.contains("Eerste zin") && !text.contains("Tweede zin"), "{text}");
    assert_eq!(then.documenten[0].deelnemers.len(), 1);
    let now = reis(&huis, &peter(), zaak, second).await.unwrap();
    assert!(now.documenten[0].tekst.as_deref().unwrap().contains("Tweede zin"));
    // Paul came later: what stood there before he came is not his to read. The privacy officer takes no part at all.
    assert_eq!(reis(&huis, &paul(), zaak, first).await.unwrap().documenten, []);
    assert_eq!(reis(&huis, &paul(), zaak, second).await.unwrap().documenten.len(), 1);
    assert_eq!(reis(&huis, &pieter(), zaak, second).await.unwrap().documenten, []);
}

async fn geschiedenis() -> Vec<StoredEvent> {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: besluit("a") }).await.unwrap();
    let stream = StreamId { kind: StreamKind::Zaak, id: zaak.0 };
    huis.journal.load(GEMEENTE, stream, 0).await.unwrap()
}

/// The same history for every case.
static EENS: std::sync::OnceLock<Vec<StoredEvent>> = std::sync::OnceLock::new();

fn recorded() -> Vec<StoredEvent> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(geschiedenis())
}

fn fold(events: &[StoredEvent]) -> Zaak {
    events.iter().fold(Zaak::default(), |zaak, stored| {
        let event = codec::decode::<Zaak>(stored).unwrap().unwrap();
        zaak.evolve(&event, stored.header.at)
    })
}

fn moment(second: i64) -> Moment {
    Moment::from_micros(second * 1_000_000)
}

proptest! {
    // shows N-7
    #[test]
    fn the_state_at_each_version_is_the_fold_of_what_was_known_until_then(
        gaps in proptest::collection::vec(1_i64..100, 4),
        back in proptest::collection::vec(proptest::option::of(0_i64..400), 4),
        (op, bekend_op) in (0_i64..500, 0_i64..500),
    ) {
        let mut events = EENS.get_or_init(recorded).clone();
        let mut at = 0;
        for ((event, gap), valid) in events.iter_mut().zip(&gaps).zip(&back) {
            at += gap;
            event.header.at = moment(at);
            event.header.geldig_op = valid.map(moment);
        }
        // As it was known at each version, whatever was said of when it held.
        let ever = moment(1_000_000);
        for n in 1..=events.len() {
            let known = Grens { op: ever, bekend_op: events[n - 1].header.at };
            prop_assert_eq!(toestand::<Zaak>(&events, known).unwrap(), fold(&events[..n]));
        }
        // And on both clocks at once.
        let both = Grens { op: moment(op), bekend_op: moment(bekend_op) };
        let held: Vec<_> = events
            .iter()
            .filter(|event| event.header.at <= moment(bekend_op))
            .filter(|event| event.header.geldig_op.unwrap_or(event.header.at) <= moment(op))
            .cloned()
            .collect();
        prop_assert_eq!(toestand::<Zaak>(&events, both).unwrap(), fold(&held));
    }
}
