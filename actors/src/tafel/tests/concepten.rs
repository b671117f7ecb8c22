//! Concepten: kept for who types them, taken away by what hands them in, and never more than that.

use std::collections::BTreeMap;

use keukentafel::domain::concept::{CONCEPT_DAGEN, Conceptsoort};
use keukentafel::domain::persoon::Beschermgrond;
use keukentafel::limits::{CONCEPT_VELDEN_MAX, CONCEPT_VELDNAAM_MAX};
use keukentafel::protocol::body::{Conceptinhoud, NieuwBesluit, NieuwSignaal, NieuweBescherming};
use keukentafel::protocol::view::{ConceptBewaard, ConceptWat};
use keukentafel::store::memory::Failure;
use keukentafel::store::{AuditRow, ConceptSleutel, Concepten, Fault};

use super::*;
use crate::tafel::Conceptplek;

const DAG: i64 = 24 * 60 * 60 * 1_000_000;
const CONTACT: Conceptplek = (Conceptsoort::Contact, None);
const MELDING: Conceptplek = (Conceptsoort::Melding, None);
const NIET_BEVOEGD: Weigering = Weigering::Geweigerd { code: "niet_bevoegd" };

fn inhoud(personen: &[PersoonId], tekst: &str) -> Conceptinhoud {
    let velden = BTreeMap::from([("toelichting".to_owned(), tekst.to_owned())]);
    Conceptinhoud { personen: personen.to_vec(), velden }
}

impl Huis {
    async fn bewaart(
        &self,
        wie: &Wie,
        plek: Conceptplek,
        typed: Conceptinhoud,
        basis: u64,
    ) -> ConceptBewaard {
        self.clock.advance(1);
        self.tafel.bewaar_concept(wie, plek, typed, basis).await.unwrap()
    }

    async fn concept(&self, wie: &Wie, plek: Conceptplek) -> Option<ConceptWat> {
        self.tafel.concept(wie, plek).await.unwrap()
    }

    async fn tekst(&self, wie: &Wie, plek: Conceptplek) -> Option<String> {
        self.concept(wie, plek).await.map(|concept| concept.velden["toelichting"].clone())
    }

    /// The lines of the trail about concepten.
    fn sporen_van_concepten(&self) -> Vec<AuditRow> {
        let all = self.journal.audit().into_iter().map(|(_, row)| row);
        all.filter(|row| row.handeling.starts_with("concept.")).collect()
    }
}

fn met_concept(persoon: PersoonId, versie: u64) -> Opdracht {
    let Opdracht::RegistreerMelding(typed) = melding(persoon, Zaaktype::MeldingWmo) else { unreachable!() };
    Opdracht::RegistreerMelding(NieuweMelding { concept: Some(versie), ..typed })
}

// shows C2-L2
#[tokio::test]
async fn a_concept_is_there_for_its_owner_and_for_nobody_else() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    assert_eq!(huis.concept(&linda(), MELDING).await, None);
    let kept = huis.bewaart(&linda(), MELDING, inhoud(&[maria], "De trap"), 0).await;
    let concept = huis.concept(&linda(), MELDING).await.unwrap();
    assert_eq!((concept.versie, concept.bewaard_op), (kept.versie, kept.bewaard_op));
    assert_eq!(concept.velden["toelichting"], "De trap");
    assert_eq!(concept.personen.iter().map(|it| it.naam.as_str()).collect::<Vec<_>>(), ["Maria Verhoef"]);
    // In another session of hers it is the same; another form has none.
    let elders = Wie { sessie: Uuid::from_u128(4004), ..linda() };
    assert_eq!(huis.tekst(&elders, MELDING).await.as_deref(), Some("De trap"));
    assert_eq!(huis.concept(&linda(), CONTACT).await, None);
    for other in [kevin(), emma(), rianne()] {
        assert_eq!(huis.concept(&other, MELDING).await, None, "{}", other.naam);
    }
    // Who may not hand it in has none to keep: in another role of one's own neither.
    for (out, typed) in [(bestuur(), linda()), (maria_zelf(maria), linda()), (buurman(), linda())] {
        assert_eq!(huis.tafel.concept(&out, MELDING).await, Err(NIET_BEVOEGD), "{}", out.naam);
        let same = Wie { rol: out.rol, ..typed };
        assert_eq!(huis.tafel.concept(&same, MELDING).await, Err(NIET_BEVOEGD), "{:?}", out.rol);
        let refused = huis.tafel.bewaar_concept(&out, MELDING, inhoud(&[], "x"), 0).await;
        assert_eq!(refused, Err(NIET_BEVOEGD), "{}", out.naam);
        let refused = huis.tafel.gooi_concept_weg(&out, MELDING, Some(kept.versie)).await;
        assert_eq!(refused, Err(NIET_BEVOEGD), "{}", out.naam);
    }
    assert_eq!(huis.tekst(&linda(), MELDING).await.as_deref(), Some("De trap"));
}

// shows C2-L2, G29
#[tokio::test]
async fn the_trail_says_that_and_about_whom_and_no_word_of_it() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let kept = huis.bewaart(&linda(), CONTACT, inhoud(&[maria], "Geheim verhaal"), 0).await;
    let kept = huis.bewaart(&linda(), CONTACT, inhoud(&[maria], "Geheim verhaal en meer"), kept.versie).await;
    let elders = Wie { sessie: Uuid::from_u128(4004), ..linda() };
    huis.concept(&elders, CONTACT).await.unwrap();
    let kept = huis.bewaart(&elders, CONTACT, inhoud(&[maria], "Anders"), kept.versie).await;
    huis.tafel.gooi_concept_weg(&elders, CONTACT, Some(kept.versie)).await.unwrap();
    drop(huis.tafel.concept(&bestuur(), CONTACT).await);
    let rows = huis.sporen_van_concepten();
    let said: Vec<_> = rows
        .iter()
        .map(|row| (row.handeling.as_str(), row.betrokkenen.as_slice(), row.code.as_deref()))
        .collect();
    let her: &[PersoonId] = &[maria];
    assert_eq!(
        said,
        [
            ("concept.bewaren", her, None),
            ("concept.lezen", her, None),
            ("concept.bewaren", her, None),
            ("concept.weggooien", her, None),
            ("concept.lezen", &[], Some("niet_bevoegd")),
        ]
    );
    assert!(rows.iter().all(|row| row.object == "concept/contact"));
    assert!(!format!("{rows:?}").contains("Geheim"));
    assert_eq!(huis.concept(&linda(), CONTACT).await, None);
}

// shows C2-L1, C2-L2
#[tokio::test]
async fn handing_it_in_takes_it_away_and_what_is_refused_does_not() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let kept = huis.bewaart(&linda(), MELDING, inhoud(&[maria], "De trap"), 0).await;
    let nobody = PersoonId(Uuid::from_u128(404));
    huis.doet(&linda(), met_concept(nobody, kept.versie)).await.unwrap_err();
    assert!(huis.concept(&linda(), MELDING).await.is_some());
    let gone = Err(Weigering::Geweigerd { code: "concept.al_ingeleverd" });
    // Hers is not Kevin's to hand in.
    huis.tafel.heeft_gevonden(&kevin(), [maria]);
    assert_eq!(huis.doet(&kevin(), met_concept(maria, kept.versie)).await, gone);
    assert!(huis.concept(&linda(), MELDING).await.is_some());
    huis.doet(&linda(), met_concept(maria, kept.versie)).await.unwrap();
    assert_eq!(huis.concept(&linda(), MELDING).await, None);
    // From another tab that has it on the screen still: once is enough.
    assert_eq!(huis.doet(&linda(), met_concept(maria, kept.versie)).await, gone);
    // One that was gone on with elsewhere holds what would not be handed in.
    let old = huis.bewaart(&linda(), MELDING, inhoud(&[maria], "Een"), 0).await;
    huis.bewaart(&linda(), MELDING, inhoud(&[maria], "Een en twee"), old.versie).await;
    assert_eq!(huis.doet(&linda(), met_concept(maria, old.versie)).await, gone);
    assert_eq!(huis.tekst(&linda(), MELDING).await.as_deref(), Some("Een en twee"));
    let all = huis.tafel.overzicht().lees();
    assert_eq!(all.gemeente(GEMEENTE).unwrap().zaken_van(maria).count(), 1);
}

#[tokio::test]
async fn what_was_written_elsewhere_is_not_overwritten_and_a_lost_answer_is_no_conflict() {
    let huis = Huis::open().await;
    let first = huis.bewaart(&linda(), MELDING, inhoud(&[], "Een"), 0).await;
    let elders = Wie { sessie: Uuid::from_u128(4004), ..linda() };
    let second = huis.bewaart(&elders, MELDING, inhoud(&[], "Twee"), first.versie).await;
    let conflict = Err(Weigering::Conflict { versie: second.versie, eerder: None });
    assert_eq!(
        huis.tafel.bewaar_concept(&linda(), MELDING, inhoud(&[], "Drie"), first.versie).await,
        conflict
    );
    // The same words of another session are not the same act.
    assert_eq!(
        huis.tafel.bewaar_concept(&linda(), MELDING, inhoud(&[], "Twee"), first.versie).await,
        conflict
    );
    let gone = huis.tafel.gooi_concept_weg(&linda(), MELDING, Some(first.versie)).await;
    assert_eq!(gone, Err(Weigering::Conflict { versie: second.versie, eerder: None }));
    let unseen = Err(Weigering::Velden(vec![("If-Match", "invoer.versie")]));
    assert_eq!(huis.tafel.gooi_concept_weg(&linda(), MELDING, None).await, unseen);
    // It was kept, and nobody heard: asked again it is the same.
    let lost = Failure::LostAnswer(Fault::Unavailable("the line broke".into()));
    huis.journal.fail_next(1, &lost);
    let typed = || inhoud(&[], "Vier");
    huis.clock.advance(1);
    let unknown = huis.tafel.bewaar_concept(&elders, MELDING, typed(), second.versie).await;
    assert_eq!(unknown, Err(Weigering::Onbekend));
    huis.clock.advance(1);
    let kept = huis.tafel.bewaar_concept(&elders, MELDING, typed(), second.versie).await.unwrap();
    assert_eq!(huis.concept(&elders, MELDING).await.unwrap().versie, kept.versie);
    let next = huis.bewaart(&elders, MELDING, inhoud(&[], "Vijf"), kept.versie).await;
    assert!(next.versie > kept.versie);
}

// shows C2-L2
#[tokio::test]
async fn it_ends_by_itself_after_its_days_and_nothing_of_it_stays() {
    let huis = Huis::open().await;
    let kept = huis.bewaart(&linda(), MELDING, inhoud(&[], "De trap"), 0).await;
    huis.clock.advance(CONCEPT_DAGEN * DAG - 2);
    assert!(huis.concept(&linda(), MELDING).await.is_some());
    let again = huis.bewaart(&linda(), MELDING, inhoud(&[], "Het bad"), kept.versie).await;
    assert_eq!(again.verloopt_op, again.bewaard_op.plus_micros(CONCEPT_DAGEN * DAG));
    huis.clock.advance(CONCEPT_DAGEN * DAG);
    assert_eq!(huis.concept(&linda(), MELDING).await, None);
    let sleutel = ConceptSleutel {
        gemeente: GEMEENTE,
        medewerker: linda().id,
        soort: Conceptsoort::Melding,
        onderwerp: None,
    };
    assert!(huis.journal.concept(sleutel, Moment::from_micros(0)).await.unwrap().is_some(), "not shown");
    huis.tafel.ruim_op(None).await;
    assert_eq!(
        huis.journal.concept(sleutel, Moment::from_micros(0)).await.unwrap(),
        None,
        "and cleared away"
    );
}

// shows C2-L2, X-24
#[tokio::test]
async fn of_who_is_protected_meanwhile_only_the_name_is_left() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.bewaart(&linda(), MELDING, inhoud(&[maria], "De trap"), 0).await;
    assert!(huis.concept(&linda(), MELDING).await.unwrap().personen[0].geboortedatum.is_some());
    let bescherming = NieuweBescherming {
        grond: Beschermgrond::EigenMedewerker,
        vanaf: None,
        tot_en_met: None,
        medewerkers: vec![kevin().id],
    };
    huis.doet(&wie(PIETER), Opdracht::BeschermDossier { persoon: maria, bescherming }).await.unwrap();
    let persoon = huis.concept(&linda(), MELDING).await.unwrap().personen.remove(0);
    assert_eq!((persoon.naam.as_str(), persoon.geboortedatum), ("Maria Verhoef", None));
}

// shows C2-L2, X-24, C2-R3
#[tokio::test]
async fn it_opens_nobody_by_an_id_not_in_writing_and_not_in_reading() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let nobody = PersoonId(Uuid::from_u128(404));
    let onbekend = || Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")]);
    for id in [maria, nobody] {
        let typed = inhoud(&[id], "x");
        assert_eq!(huis.tafel.bewaar_concept(&kevin(), MELDING, typed, 0).await, Err(onbekend()), "{id}");
    }
    // Whom he found is there.
    huis.tafel.heeft_gevonden(&kevin(), [maria]);
    let kept = huis.bewaart(&kevin(), MELDING, inhoud(&[maria], "De trap"), 0).await;
    assert_eq!(huis.concept(&kevin(), MELDING).await.unwrap().personen.len(), 1);
    // To the desk everybody is there, and of a dossier that is closed to them nobody whom they did not find.
    let karin = || wie(KARIN);
    let hers = huis.bewaart(&karin(), MELDING, inhoud(&[maria], "De trap"), 0).await;
    let bescherming = NieuweBescherming {
        grond: Beschermgrond::EigenMedewerker,
        vanaf: None,
        tot_en_met: None,
        medewerkers: vec![emma().id],
    };
    huis.doet(&wie(PIETER), Opdracht::BeschermDossier { persoon: maria, bescherming }).await.unwrap();
    assert_eq!(huis.concept(&karin(), MELDING).await.unwrap().personen, [], "it goes on without her");
    assert_eq!(huis.tekst(&karin(), MELDING).await.as_deref(), Some("De trap"));
    let fresh = inhoud(&[maria], "Iets anders");
    huis.tafel.gooi_concept_weg(&karin(), MELDING, Some(hers.versie)).await.unwrap();
    assert_eq!(huis.tafel.bewaar_concept(&karin(), MELDING, fresh, 0).await, Err(onbekend()));
    // Who found her keeps the name that the search gave.
    let named = huis.concept(&kevin(), MELDING).await.unwrap().personen.remove(0);
    assert_eq!((named.naam.as_str(), named.geboortedatum), ("Maria Verhoef", None));
    huis.bewaart(&kevin(), MELDING, inhoud(&[maria], "De trap en het bad"), kept.versie).await;
}

// shows C1-P7
#[tokio::test]
async fn of_a_besluit_only_who_writes_in_the_zaak_has_one() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let plek = (Conceptsoort::Besluit, Some(zaak.0));
    huis.bewaart(&emma(), plek, inhoud(&[], "Omdat het helpt"), 0).await;
    assert_eq!(huis.tekst(&emma(), plek).await.as_deref(), Some("Omdat het helpt"));
    for out in [kevin(), linda(), bestuur(), maria_zelf(maria)] {
        assert_eq!(huis.tafel.concept(&out, plek).await, Err(Weigering::NIET_GEVONDEN), "{}", out.naam);
    }
    let row = huis.sporen_van_concepten().remove(0);
    assert_eq!((row.object, row.betrokkenen), (format!("zaak/{zaak}"), vec![maria]));
    // A form about nothing has no subject, and one about something has.
    for odd in [(Conceptsoort::Besluit, None), (Conceptsoort::Melding, Some(zaak.0))] {
        assert_eq!(huis.tafel.concept(&emma(), odd).await, Err(Weigering::NIET_GEVONDEN));
    }
    // Taken off the zaak she has it no more.
    huis.toewijzen(zaak, &[&wie(EMIL)]).await;
    assert_eq!(huis.tafel.concept(&emma(), plek).await, Err(Weigering::NIET_GEVONDEN));
}

// shows C1-P7, C2-L2
#[tokio::test]
async fn offering_a_besluit_takes_its_concept_away_in_the_same_moment_or_does_neither() {
    let huis = Huis::open().await;
    let zaak = super::besluiten::bijstand(&huis).await;
    let plek = (Conceptsoort::Besluit, Some(zaak.0));
    let kept = huis.bewaart(&peter(), plek, inhoud(&[], "Omdat het helpt"), 0).await;
    let offer = |motivering: &str, versie| {
        let besluit = NieuwBesluit { concept: Some(versie), ..super::besluiten::besluit(motivering) };
        Opdracht::StelBesluitVoor { zaak, besluit }
    };
    huis.doet(&peter(), offer("", kept.versie)).await.unwrap_err();
    assert!(huis.concept(&peter(), plek).await.is_some());
    huis.journal.fail_next(1, &Failure::Full);
    huis.doet(&peter(), offer("Omdat het helpt", kept.versie)).await.unwrap_err();
    assert!(huis.concept(&peter(), plek).await.is_some());
    huis.doet(&peter(), offer("Omdat het helpt", kept.versie)).await.unwrap();
    assert_eq!(huis.concept(&peter(), plek).await, None);
}

#[tokio::test]
async fn it_has_its_bounds_and_is_about_people_who_are_known() {
    let huis = Huis::open().await;
    let many = (0..=CONCEPT_VELDEN_MAX).map(|n| (format!("v{n}"), String::new())).collect();
    let long = BTreeMap::from([("x".repeat(CONCEPT_VELDNAAM_MAX + 1), String::new())]);
    for velden in [many, long] {
        let typed = Conceptinhoud { personen: vec![], velden };
        let refused = huis.tafel.bewaar_concept(&linda(), MELDING, typed, 0).await;
        assert_eq!(refused, Err(Weigering::Velden(vec![("velden", "concept.te_groot")])));
    }
    let nobody = inhoud(&[PersoonId(Uuid::from_u128(404))], "x");
    let refused = huis.tafel.bewaar_concept(&linda(), MELDING, nobody, 0).await;
    assert_eq!(refused, Err(Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")])));
    huis.journal.fail_next(1, &Failure::Full);
    let full = huis.tafel.bewaar_concept(&linda(), MELDING, inhoud(&[], "x"), 0).await;
    assert_eq!(full, Err(Weigering::OpslagVol), "never said to be kept when it is not");
    assert_eq!(huis.concept(&linda(), MELDING).await, None);
}

// shows KING-SI3, C2-L2
#[tokio::test]
async fn a_resident_has_one_of_the_signaal_they_report_until_it_is_sent() {
    let huis = Huis::open().await;
    let plek = (Conceptsoort::Signaal, None);
    let kept = huis.bewaart(&buurman(), plek, inhoud(&[], "Zij roept om hulp"), 0).await;
    assert_eq!(huis.tekst(&buurman(), plek).await.as_deref(), Some("Zij roept om hulp"));
    assert_eq!(huis.concept(&kevin(), plek).await, None);
    assert_eq!(huis.tafel.concept(&bestuur(), plek).await, Err(NIET_BEVOEGD), "who reports none keeps none");
    let send = |versie| {
        let typed = super::signalen::signaal(super::signalen::soort_van("overlast"));
        let about = NieuwSignaal { naam: Some("Grietje".to_owned()), concept: versie, ..typed };
        Opdracht::MeldSignaal(about)
    };
    huis.doet(&buurman(), send(Some(kept.versie))).await.unwrap();
    assert_eq!(huis.concept(&buurman(), plek).await, None);
    assert!(huis.doet(&buurman(), send(Some(kept.versie))).await.is_err(), "once");
    huis.doet(&buurman(), send(None)).await.unwrap();
}
