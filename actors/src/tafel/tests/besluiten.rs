use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::besluit::{Besluitsoort, Besluitstand};
use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::DocumentId;
use keukentafel::domain::zaak::{Zaak, ZaakEvent};
use keukentafel::protocol::body::{NieuwBesluit, NieuweBesluitregel};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{BesluitStap, BesluitWat, ZaakAntwoord};
use keukentafel::store::{
    Append, AuditUitkomst, Claim, DocumentAppend, DocumentStatus, DocumentUpdate, Journal, Refusal, StreamId,
    StreamKind, Write, codec,
};
use yrs::updates::decoder::Decode;
use yrs::{Doc, ReadTxn, Transact, WriteTxn, XmlElementPrelim, XmlFragment, XmlTextPrelim};

use super::tafelgenoot::Tafelgenoot;
use super::*;

pub(super) fn besluit(motivering: &str) -> NieuwBesluit {
    NieuwBesluit {
        soort: Besluitsoort::Toekennen,
        motivering: motivering.to_owned(),
        regels: vec![NieuweBesluitregel { omschrijving: "Bril".to_owned(), bedrag_cents: Some(15_000) }],
        verslag: None,
        concept: None,
    }
}

/// Maria's bijzondere bijstand, on which Peter works.
pub(super) async fn bijstand(huis: &Huis) -> ZaakId {
    let maria = huis.maria().await;
    bijstand_van(huis, maria).await
}

pub(super) async fn bijstand_van(huis: &Huis, persoon: PersoonId) -> ZaakId {
    let zaak = huis.melding(persoon, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(zaak, &[&peter()]).await;
    huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak }).await.unwrap();
    zaak
}

pub(super) async fn wat(huis: &Huis, zaak: ZaakId) -> BesluitWat {
    match huis.tafel.zaak(&peter(), zaak).await.unwrap().unwrap() {
        ZaakAntwoord::Schrijven(wat) => wat.besluit.unwrap(),
        other @ (ZaakAntwoord::Dat(_) | ZaakAntwoord::Wat(_)) => {
            unreachable!("Peter writes on it: {other:?}")
        }
    }
}

async fn stel_voor(huis: &Huis, zaak: ZaakId, motivering: &str) -> String {
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: besluit(motivering) }).await.unwrap();
    wat(huis, zaak).await.hash
}

fn geweigerd(code: &'static str) -> Result<Uitgevoerd, Weigering> {
    Err(Weigering::Geweigerd { code })
}

// shows C1-P7, C2-K8, N-13
#[tokio::test]
async fn peter_proposes_and_theo_agrees_with_that_version() {
    let huis = Huis::open().await;
    let zaak = bijstand(&huis).await;
    let hash = stel_voor(&huis, zaak, "Omdat het nodig is").await;
    let own = huis.doet(&peter(), Opdracht::Accordeer { zaak, hash: hash.clone() }).await;
    assert_eq!(own, geweigerd("besluit.eigen_werk"));
    let early = huis.doet(&peter(), Opdracht::NeemBesluit { zaak, hash: hash.clone() }).await;
    assert_eq!(early, geweigerd("besluit.zonder_akkoord"));
    huis.doet(&theo(), Opdracht::Accordeer { zaak, hash: hash.clone() }).await.unwrap();
    assert_eq!(wat(&huis, zaak).await.stap, BesluitStap::Geaccordeerd);
    let other = Opdracht::WijzigVoorstel { zaak, hash: hash.clone(), besluit: besluit("Toch anders") };
    huis.doet(&peter(), other).await.unwrap();
    let changed = wat(&huis, zaak).await;
    assert_eq!((changed.stap, changed.akkoord), (BesluitStap::TerAccordering, None));
    let void = huis.doet(&peter(), Opdracht::NeemBesluit { zaak, hash: changed.hash }).await;
    assert_eq!(void, geweigerd("besluit.zonder_akkoord"));
    // Refused tries stand in the trail as well.
    let refused = huis.journal.audit().into_iter().map(|(_, row)| row).filter(|row| {
        row.uitkomst == AuditUitkomst::Geweigerd && row.code.as_deref() == Some("besluit.eigen_werk")
    });
    let refused: Vec<_> = refused.map(|row| (row.handeling, row.wie)).collect();
    assert_eq!(refused, [("Accordeer".to_owned(), Some(peter().id))]);
}

// shows C1-P7, C2-K8, G23, G27
#[tokio::test]
async fn theo_sees_what_was_offered_and_nothing_else_as_long_as_it_waits() {
    let huis = Huis::open().await;
    let zaak = bijstand(&huis).await;
    let mut tab = Tafelgenoot::new(theo());
    tab.volgt(&huis, Topic::Werkvoorraad(theo().id)).await.unwrap();
    tab.gehoord();
    assert_eq!(huis.tafel.zaak(&theo(), zaak).await, Ok(None));
    let hash = stel_voor(&huis, zaak, "Omdat het nodig is").await;
    let heard = tab.gehoord();
    let row = heard.iter().find(|frame| frame["t"] == "lid").expect("it is in his list at once");
    assert_eq!(row["topic"], format!("zaak/{zaak}@te_accorderen"));
    assert_eq!(row["b"]["te_accorderen"]["door"]["naam"], "Peter");
    for hidden in ["Omdat het nodig is", "Hulp in huis", "Geheim verhaal"] {
        assert!(!row.to_string().contains(hidden), "{hidden}");
    }
    tab.volgt(&huis, Topic::ZaakBesluit(zaak)).await.unwrap();
    let shown = tab.gehoord()[1]["b"].to_string();
    assert!(shown.contains("Omdat het nodig is") && shown.contains("Verhoef"), "{shown}");
    for hidden in ["Hulp in huis", "Geheim verhaal", "tijdlijn"] {
        assert!(!shown.contains(hidden), "{hidden}");
    }
    assert!(matches!(huis.tafel.zaak(&theo(), zaak).await, Ok(Some(ZaakAntwoord::Dat(_)))));
    for closed in [Topic::ZaakWat(zaak), Topic::ZaakRij(zaak)] {
        assert_eq!(tab.volgt(&huis, closed).await, Err(Weigering::NIET_GEVONDEN), "{closed}");
    }
    tab.gehoord();
    huis.doet(&theo(), Opdracht::Accordeer { zaak, hash }).await.unwrap();
    let heard = tab.soorten();
    assert_eq!(heard.iter().filter(|kind| *kind == "revoked").count(), 2, "{heard:?}");
    assert_eq!(huis.tafel.zaak(&theo(), zaak).await, Ok(None));
    assert_eq!(huis.tafel.zaak_besluit(&theo(), zaak).await, Ok(None));
}

// shows C1-P7, C2-R1
#[tokio::test]
async fn who_may_only_know_that_it_runs_hears_nothing_of_a_proposal() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    let mut tabs = [maria_zelf(maria), werkverdeler()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        tab.volgt(&huis, Topic::ZaakDat(zaak)).await.unwrap();
        tab.volgt(&huis, Topic::Werkvoorraad(tab.conn.wie().id)).await.unwrap();
        assert_eq!(tab.volgt(&huis, Topic::ZaakBesluit(zaak)).await, Err(Weigering::NIET_GEVONDEN));
        tab.gehoord();
    }
    let before = huis.tafel.zaak(&maria_zelf(maria), zaak).await;
    let Ok(Some(ZaakAntwoord::Dat(dat))) = &before else { unreachable!("she sees that it runs") };
    let hash = stel_voor(&huis, zaak, "Omdat het nodig is").await;
    let reden = "Onvolledig".to_owned();
    huis.doet(&theo(), Opdracht::WijsVoorstelAf { zaak, hash: hash.clone(), reden }).await.unwrap();
    let next = Opdracht::WijzigVoorstel { zaak, hash, besluit: besluit("Beter uitgelegd") };
    huis.doet(&peter(), next).await.unwrap();
    let hash = wat(&huis, zaak).await.hash;
    huis.doet(&theo(), Opdracht::Accordeer { zaak, hash: hash.clone() }).await.unwrap();
    for tab in &mut tabs {
        assert_eq!(tab.soorten(), [""; 0], "not by content, number or moment");
    }
    assert_eq!(huis.tafel.zaak(&maria_zelf(maria), zaak).await, before, "not by its version either");
    // Who distributes holds the version that they were told, and that is no conflict.
    let kop = Kop { if_v: Some(dat.versie), ..huis.kop() };
    let behandelaars = vec![peter().id, paul().id];
    let assign = Opdracht::WijsToe { zaak, behandelaars, reden: None };
    huis.tafel.voer_uit(&werkverdeler(), assign, kop).await.unwrap();
    for tab in &mut tabs {
        assert!(tab.soorten().contains(&"ev".to_owned()));
    }
    huis.doet(&peter(), Opdracht::NeemBesluit { zaak, hash }).await.unwrap();
    for tab in &mut tabs {
        assert!(tab.gehoord().iter().any(|frame| frame["b"]["status"] == "besloten"));
    }
}

// shows C2-N11, H18
#[tokio::test]
async fn what_is_typed_wrong_is_named() {
    let huis = Huis::open().await;
    let zaak = bijstand(&huis).await;
    let wrong = NieuwBesluit {
        motivering: "  ".to_owned(),
        regels: vec![NieuweBesluitregel { omschrijving: "Bril".to_owned(), bedrag_cents: Some(0) }],
        ..besluit("")
    };
    let refused = huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: wrong }).await;
    let velden = vec![("motivering", "invoer.leeg"), ("regels", "besluit.bedrag")];
    assert_eq!(refused, Err(Weigering::Velden(velden)));
    let hash = stel_voor(&huis, zaak, "a").await;
    let silent = Opdracht::WijsVoorstelAf { zaak, hash: hash.clone(), reden: " ".to_owned() };
    assert_eq!(huis.doet(&theo(), silent).await, Err(Weigering::Velden(vec![("reden", "invoer.leeg")])));
    let odd = Opdracht::Accordeer { zaak, hash: hash.to_uppercase() };
    assert_eq!(huis.doet(&theo(), odd).await, Err(Weigering::Velden(vec![("hash", "besluit.hash")])));
    let unknown = NieuwBesluit { verslag: Some(DocumentId(Uuid::from_u128(404))), ..besluit("b") };
    let refused = huis.doet(&peter(), Opdracht::WijzigVoorstel { zaak, hash, besluit: unknown }).await;
    assert_eq!(refused, Err(Weigering::Velden(vec![("verslag", "besluit.verslag_onbekend")])));
}

/// One line more in a document, as another node would store it.
pub(super) async fn schrijf(
    huis: &Huis,
    document: DocumentId,
    door: &Wie,
    tekst: &str,
) -> Result<(), Refusal> {
    let (client, bytes) = regel(huis, document, tekst).await;
    let at = keukentafel::clock::Clock::now(&*huis.clock);
    let binds = vec![client];
    let update = DocumentUpdate { door: Some(door.id), sessie: None, at, bytes, binds };
    let append = DocumentAppend { gemeente: GEMEENTE, document, updates: vec![update] };
    let outcome = huis.journal.commit(vec![Write::Document(append)]).await.pop().unwrap();
    outcome.unwrap().map(drop)
}

/// The update that adds one line to a document as it stands, and the client id that wrote it.
pub(super) async fn regel(huis: &Huis, document: DocumentId, tekst: &str) -> (u64, Vec<u8>) {
    let state = huis.journal.open_document(GEMEENTE, document).await.unwrap().unwrap();
    let client = u32::try_from(state.seq).unwrap() + 5000;
    let doc = Doc::with_client_id(u64::from(client));
    for row in &state.tail {
        doc.transact_mut().apply_update(yrs::Update::decode_v1(&row.bytes).unwrap()).unwrap();
    }
    let before = doc.transact().state_vector();
    let bytes = {
        let mut txn = doc.transact_mut();
        let root = txn.get_or_insert_xml_fragment("default");
        let paragraph = root.push_back(&mut txn, XmlElementPrelim::empty("paragraph"));
        paragraph.push_back(&mut txn, XmlTextPrelim::new(tekst));
        txn.encode_diff_v1(&before)
    };
    (client.into(), bytes)
}

pub(super) async fn verslag(huis: &Huis, zaak: ZaakId, wie: &Wie, deelnemers: &[&Wie]) -> DocumentId {
    let deelnemers = Some(deelnemers.iter().map(|who| who.id).collect());
    let soort = Documentsoort::Gespreksverslag;
    let open = Opdracht::OpenDocument { zaak, soort, zaken: None, deelnemers };
    DocumentId(huis.doet(wie, open).await.unwrap().id)
}

async fn status(huis: &Huis, document: DocumentId) -> DocumentStatus {
    huis.journal.open_document(GEMEENTE, document).await.unwrap().unwrap().status
}

// shows G21, C2-E6, N-13
#[tokio::test]
async fn the_report_that_it_rests_on_stands_still_and_its_writers_do_not_agree() {
    let huis = Huis::open().await;
    let zaak = bijstand(&huis).await;
    let report = verslag(&huis, zaak, &peter(), &[&peter(), &paul(), &theo()]).await;
    schrijf(&huis, report, &paul(), "Paul schreef dit").await.unwrap();
    let rests = |motivering| NieuwBesluit { verslag: Some(report), ..besluit(motivering) };
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: rests("a") }).await.unwrap();
    let offered = wat(&huis, zaak).await;
    let pinned = offered.verslag.clone().unwrap();
    assert_eq!((pinned.document, pinned.seq), (report, 2));
    assert_eq!(status(&huis, report).await, DocumentStatus::Bevroren);
    let late = schrijf(&huis, report, &theo(), "Te laat").await;
    assert_eq!(late, Err(Refusal::DocumentClosed { document: report }));
    let own = huis.doet(&paul(), Opdracht::Accordeer { zaak, hash: offered.hash.clone() }).await;
    assert_eq!(own, geweigerd("besluit.eigen_werk"));
    // Another version on the same report: nothing of it moves.
    let next = Opdracht::WijzigVoorstel { zaak, hash: offered.hash, besluit: rests("b") };
    huis.doet(&peter(), next).await.unwrap();
    assert_eq!(status(&huis, report).await, DocumentStatus::Bevroren);
    // Taken back: people write on, and the next version rests on what stands there then.
    let hash = wat(&huis, zaak).await.hash;
    huis.doet(&peter(), Opdracht::TrekVoorstelIn { zaak, hash }).await.unwrap();
    assert_eq!(status(&huis, report).await, DocumentStatus::Open);
    schrijf(&huis, report, &peter(), "Aangevuld").await.unwrap();
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: rests("b") }).await.unwrap();
    let again = wat(&huis, zaak).await;
    assert_eq!(again.verslag.as_ref().unwrap().seq, 3);
    assert_ne!(again.verslag.as_ref().unwrap().hash, pinned.hash);
    huis.doet(&theo(), Opdracht::Accordeer { zaak, hash: again.hash.clone() }).await.unwrap();
    huis.doet(&peter(), Opdracht::NeemBesluit { zaak, hash: again.hash }).await.unwrap();
    assert_eq!(status(&huis, report).await, DocumentStatus::Getekend);
}

// shows G21
#[tokio::test]
async fn a_report_under_one_proposal_is_not_put_under_another() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaken = [bijstand_van(&huis, maria).await, bijstand_van(&huis, maria).await];
    let soort = Documentsoort::Gespreksverslag;
    let open =
        Opdracht::OpenDocument { zaak: zaken[0], soort, zaken: Some(zaken.to_vec()), deelnemers: None };
    let report = DocumentId(huis.doet(&peter(), open).await.unwrap().id);
    let rests = || NieuwBesluit { verslag: Some(report), ..besluit("a") };
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak: zaken[0], besluit: rests() }).await.unwrap();
    let second = huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak: zaken[1], besluit: rests() }).await;
    assert_eq!(second, Err(Weigering::Velden(vec![("verslag", "besluit.verslag_bezet")])));
}

// shows G20
#[tokio::test]
async fn the_database_refuses_a_maker_also_when_the_rules_do_not() {
    let huis = Huis::open().await;
    let zaak = bijstand(&huis).await;
    stel_voor(&huis, zaak, "a").await;
    // As code would that forgot to ask the rules: the claim of who agrees, for the first version.
    let agrees = |who: &Wie| {
        let key = format!("{zaak}:1:{}", who.id);
        Write::Append(Append {
            gemeente: GEMEENTE,
            command: huis.kop().command,
            request_hash: [2; 32],
            streams: Vec::new(),
            claims: vec![Claim { scope: crate::entity::VIER_OGEN, key }],
            documents: Vec::new(),
            statuses: Vec::new(),
            outbox: Vec::new(),
            stukken: Vec::new(),
            concepten: Vec::new(),
            wist: Vec::new(),
            audit: Vec::new(),
            answer: b"{}".to_vec(),
        })
    };
    let outcomes = huis.journal.commit(vec![agrees(&peter()), agrees(&theo())]).await;
    let [peters, theos] = outcomes.try_into().unwrap();
    let taken = Refusal::Claimed { scope: "vier_ogen" };
    assert_eq!(peters.unwrap(), Err(taken.clone()));
    assert!(theos.unwrap().is_ok());
    assert_eq!(Weigering::from(taken), Weigering::Geweigerd { code: "besluit.eigen_werk" });
}

/// Rounds of the race: few in the gate, `KT_RONDEN=10000` for the promise.
fn ronden() -> usize {
    std::env::var("KT_RONDEN").ok().and_then(|text| text.parse().ok()).unwrap_or(150)
}

// shows G21, N-13
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_two_nodes_at_once_nobody_agrees_with_what_they_did_not_see() {
    let journal = Arc::new(MemoryJournal::new(Uuid::from_u128(42)));
    let here = Huis::on(Arc::clone(&journal)).await;
    let maria = here.maria().await;
    let there = Huis::on(Arc::clone(&journal)).await;
    let (mut zaak, mut versies, mut command) = (bijstand_van(&here, maria).await, 0, 1 << 64);
    let mut kop = || {
        command += 1;
        Kop { command: CommandId(Uuid::from_u128(command)), request_hash: [1; 32], if_v: None }
    };
    let mut hash = stel_voor(&here, zaak, "0").await;
    let (mut first, mut late) = (0, 0);
    let (peter, paul) = (peter(), paul());
    for round in 1..=ronden() {
        if versies == 150 {
            zaak = bijstand_van(&here, maria).await;
            hash = stel_voor(&here, zaak, "0").await;
            versies = 0;
        }
        there.tafel.projector.catch_up().await;
        let change = Opdracht::WijzigVoorstel {
            zaak,
            hash: hash.clone(),
            besluit: besluit(&format!("ronde {round}")),
        };
        let agree = Opdracht::Accordeer { zaak, hash: hash.clone() };
        let (changed, agreed) = tokio::join!(
            here.tafel.voer_uit(&peter, change, kop()),
            there.tafel.voer_uit(&paul, agree, kop())
        );
        changed.unwrap();
        match agreed {
            Ok(_) => first += 1,
            Err(refused) => {
                assert_eq!(refused.code(), "besluit.andere_versie");
                late += 1;
            }
        }
        here.tafel.projector.catch_up().await;
        hash = wacht(&journal, zaak).await;
        versies += 1;
    }
    assert_eq!(first + late, ronden());
}

/// The version that waits, from the record alone; on the way each agreement is held against the version that stood there.
async fn wacht(journal: &MemoryJournal, zaak: ZaakId) -> String {
    let stream = StreamId { kind: StreamKind::Zaak, id: zaak.0 };
    let (mut state, mut stands) = (Zaak::default(), None);
    for stored in journal.load(GEMEENTE, stream, 0).await.unwrap() {
        let event = codec::decode::<Zaak>(&stored).unwrap().unwrap();
        match &event {
            ZaakEvent::BesluitVoorgesteld(versie) | ZaakEvent::VoorstelGewijzigd(versie) => {
                stands = Some(versie.hash);
            }
            ZaakEvent::BesluitGeaccordeerd { hash, .. } => assert_eq!(Some(*hash), stands),
            ZaakEvent::MeldingGeregistreerd { .. }
            | ZaakEvent::ZaakToegewezen { .. }
            | ZaakEvent::ZaakVrijgegeven { .. }
            | ZaakEvent::InBehandelingGenomen { .. }
            | ZaakEvent::VoorstelAfgewezen { .. }
            | ZaakEvent::VoorstelIngetrokken { .. }
            | ZaakEvent::BesluitGenomen { .. }
            | ZaakEvent::TaakKlaargezet { .. }
            | ZaakEvent::TaakAfgerond { .. }
            | ZaakEvent::TaakHeropend { .. }
            | ZaakEvent::TaakToegewezen { .. }
            | ZaakEvent::TaakVervallen { .. }
            | ZaakEvent::KlantcontactGenoteerd(_) => {}
        }
        state = state.evolve(&event, stored.header.at);
    }
    match &state.lopend().unwrap().besluit.as_ref().unwrap().stand {
        Besluitstand::Voorgesteld(voorstel) => voorstel.hash.to_string(),
        other @ (Besluitstand::Geaccordeerd(..)
        | Besluitstand::Afgewezen { .. }
        | Besluitstand::Ingetrokken
        | Besluitstand::Genomen { .. }) => {
            unreachable!("an agreement stood after the version was changed: {other:?}")
        }
    }
}
