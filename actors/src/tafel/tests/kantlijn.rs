//! What stands beside a document, and its versions: for who takes part, and for nobody else.

use keukentafel::domain::ids::{DocumentId, OpmerkingId};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{KantlijnWat, Versiesoort};

use super::besluiten::{schrijf, verslag};
use super::tafelgenoot::Tafelgenoot;
use super::*;

fn maak(document: DocumentId, tekst: &str, genoemd: &[&Wie]) -> Opdracht {
    Opdracht::MaakOpmerking {
        document,
        citaat: "drie trappen".into(),
        tekst: tekst.into(),
        genoemd: genoemd.iter().map(|who| who.id).collect(),
    }
}

impl Huis {
    async fn kantlijn(&self, wie: &Wie, document: DocumentId) -> Option<KantlijnWat> {
        self.tafel.kantlijn(wie, document).await.unwrap()
    }

    /// A report of Emma and Emil about a zaak of Emma.
    async fn rapport(&self) -> DocumentId {
        let maria = self.maria().await;
        let zaak = self.melding(maria, Zaaktype::MeldingWmo).await;
        self.toewijzen(zaak, &[&emma()]).await;
        verslag(self, zaak, &emma(), &[&emma(), &emil()]).await
    }
}

// shows C9
#[tokio::test]
async fn a_remark_reaches_who_has_the_document_open_and_rings_for_who_is_named_in_it() {
    let huis = Huis::open().await;
    let document = huis.rapport().await;
    let (mut open, mut bel) = (Tafelgenoot::new(emma()), Tafelgenoot::new(emil()));
    open.volgt(&huis, Topic::Kantlijn(document)).await.unwrap();
    bel.volgt(&huis, Topic::Nieuw(emil().id)).await.unwrap();
    open.gehoord();
    bel.gehoord();
    let made = huis.doet(&emma(), maak(document, "Klopt dit?", &[&emil()])).await.unwrap();
    let opmerking = OpmerkingId(made.id);
    let heard = open.gehoord();
    let frame = heard.last().unwrap();
    assert_eq!(frame["k"], "OpmerkingGemaakt");
    assert_eq!(frame["b"]["opmerkingen"][0]["id"], opmerking.to_string());
    let rung = bel.gehoord();
    let named = &rung.last().unwrap()["b"]["genoemd"][0];
    assert_eq!(
        (&named["document"], &named["opmerking"]),
        (&serde_json::json!(document), &serde_json::json!(opmerking))
    );
    assert!(!format!("{rung:?}").contains("Klopt dit"), "the bell says nothing of what was said");
    huis.doet(&emil(), Opdracht::LeesOpmerking { document, opmerking }).await.unwrap();
    assert_eq!(bel.gehoord().last().unwrap()["b"]["genoemd"], serde_json::json!([]));
    let tekst = "Ja.".to_owned();
    huis.doet(&emil(), Opdracht::BeantwoordOpmerking { document, opmerking, tekst, genoemd: vec![] })
        .await
        .unwrap();
    huis.doet(&emma(), Opdracht::HandelOpmerkingAf { document, opmerking }).await.unwrap();
    let kept = huis.kantlijn(&emil(), document).await.unwrap();
    assert_eq!(kept.opmerkingen[0].reacties[0].tekst, "Ja.");
    assert!(kept.opmerkingen[0].afgehandeld.is_some(), "put away, and kept");
}

// shows C9, C2-K4
#[tokio::test]
async fn beside_a_document_only_who_takes_part_looks_and_speaks() {
    let huis = Huis::open().await;
    let document = huis.rapport().await;
    let made = huis.doet(&emma(), maak(document, "Klopt dit?", &[])).await.unwrap();
    let opmerking = OpmerkingId(made.id);
    assert!(huis.kantlijn(&kevin(), document).await.is_none());
    assert!(huis.tafel.versies(&kevin(), document).await.unwrap().is_none());
    assert!(huis.tafel.versie(&kevin(), document, 1).await.unwrap().is_none());
    let tab = Tafelgenoot::new(kevin());
    assert_eq!(tab.volgt(&huis, Topic::Kantlijn(document)).await, Err(Weigering::NIET_GEVONDEN));
    for opdracht in [
        maak(document, "En dit?", &[]),
        Opdracht::HandelOpmerkingAf { document, opmerking },
        Opdracht::LeesOpmerking { document, opmerking },
        Opdracht::BenoemVersie { document, naam: "Concept".into(), seq: None },
    ] {
        assert_eq!(huis.doet(&kevin(), opdracht).await.map(drop), Err(Weigering::NIET_GEVONDEN));
    }
    // Nor is anybody told of it who may not read it.
    let stranger = huis.doet(&emma(), maak(document, "Zie dit", &[&kevin()])).await.map(drop);
    assert_eq!(stranger, Err(Weigering::Velden(vec![("genoemd", "opmerking.geen_deelnemer")])));
    assert_eq!(huis.kantlijn(&emma(), document).await.unwrap().opmerkingen.len(), 1);
}

// shows C9, G18
#[tokio::test]
async fn who_is_taken_off_the_talk_loses_what_stands_beside_it_and_where_they_were_named() {
    let huis = Huis::open().await;
    let document = huis.rapport().await;
    huis.doet(&emma(), maak(document, "Klopt dit?", &[&emil()])).await.unwrap();
    let gesprek = huis.tafel.document(&emma(), document).await.unwrap().unwrap().gesprek;
    let (mut page, mut bel) = (Tafelgenoot::new(emil()), Tafelgenoot::new(emil()));
    page.volgt(&huis, Topic::Kantlijn(document)).await.unwrap();
    bel.volgt(&huis, Topic::Nieuw(emil().id)).await.unwrap();
    page.gehoord();
    assert_eq!(bel.gehoord().last().unwrap()["b"]["genoemd"].as_array().unwrap().len(), 1);
    let eraf = Opdracht::WijzigDeelnemers { gesprek, erbij: vec![], eraf: vec![emil().id] };
    huis.doet(&emma(), eraf).await.unwrap();
    huis.doet(&emma(), maak(document, "Alleen voor ons", &[])).await.unwrap();
    let heard = page.gehoord();
    assert!(heard.iter().any(|frame| frame["t"] == "revoked"), "{heard:?}");
    assert!(!format!("{heard:?}").contains("Alleen voor ons"));
    assert_eq!(bel.gehoord().last().unwrap()["b"]["genoemd"], serde_json::json!([]));
}

// shows C7
#[tokio::test]
async fn who_came_later_does_not_look_back_at_what_stood_there_before() {
    let huis = Huis::open().await;
    let document = huis.rapport().await;
    let gesprek = huis.tafel.document(&emma(), document).await.unwrap().unwrap().gesprek;
    let minute = 60_000_000;
    huis.clock.advance(minute);
    schrijf(&huis, document, &emma(), "Voor ons twee").await.unwrap();
    huis.clock.advance(30 * minute);
    let erbij = Opdracht::WijzigDeelnemers { gesprek, erbij: vec![paul().id], eraf: vec![] };
    huis.doet(&emma(), erbij).await.unwrap();
    huis.clock.advance(minute);
    schrijf(&huis, document, &emma(), "Voor ons drie").await.unwrap();
    let seqs = |found: keukentafel::protocol::view::VersiesWat| -> Vec<_> {
        found.items.iter().map(|it| it.seq).collect()
    };
    let all = huis.tafel.versies(&emma(), document).await.unwrap().unwrap();
    let later = huis.tafel.versies(&paul(), document).await.unwrap().unwrap();
    assert_eq!((seqs(all), seqs(later)), (vec![3, 2], vec![3]));
    assert!(huis.tafel.versie(&emma(), document, 2).await.unwrap().is_some());
    assert!(huis.tafel.versie(&paul(), document, 2).await.unwrap().is_none());
    let naam = Opdracht::BenoemVersie { document, naam: "Eerste".into(), seq: Some(2) };
    let unseen = huis.doet(&paul(), naam.clone()).await.map(drop);
    assert_eq!(unseen, Err(Weigering::Velden(vec![("seq", "document.versie_onbekend")])));
    huis.doet(&emma(), naam).await.unwrap();
    let named = huis.tafel.versies(&emma(), document).await.unwrap().unwrap();
    assert_eq!(
        (named.items[1].naam.as_deref(), named.items[1].soort),
        (Some("Eerste"), Versiesoort::Benoemd)
    );
}

// shows C7, G21
#[tokio::test]
async fn what_was_laid_down_for_a_besluit_is_a_version_by_itself() {
    let huis = Huis::open().await;
    let zaak = super::besluiten::bijstand(&huis).await;
    let report = verslag(&huis, zaak, &peter(), &[&peter(), &paul()]).await;
    schrijf(&huis, report, &paul(), "Paul schreef dit").await.unwrap();
    let besluit =
        keukentafel::protocol::body::NieuwBesluit { verslag: Some(report), ..super::besluiten::besluit("a") };
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit }).await.unwrap();
    let found = huis.tafel.versies(&paul(), report).await.unwrap().unwrap();
    assert_eq!((found.items[0].seq, found.items[0].soort), (2, Versiesoort::Vastgelegd));
}
