//! A protected dossier against every topic there is: whoever works here and is not named hears nothing of it on any of them, not by opening
//! it afterwards and not on a page that is open. A topic that is added joins by itself, and must show something before to count.

use std::collections::BTreeSet;

use keukentafel::domain::bevoegdheid::Kring;
use keukentafel::domain::ids::{
    ActieId, BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId, PlanId,
    SignaalId, TaakId,
};
use keukentafel::domain::plan::Voor;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;
use serde_json::{Value, json};

use super::huishouden::samen;
use super::plannen::actie;
use super::signalen::{bron, over_maria, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;

/// In every text that is written about Maria.
const MERK: &str = "zoutvaatje";

/// Turns of the scheduler in which everybody has done what they can.
const TURNS: usize = 2000;

/// Everything that can be known of Maria, so that each topic has something to give away.
struct Dossier {
    huis: Huis,
    maria: PersoonId,
    wmo: ZaakId,
    bijstand: ZaakId,
    taak: TaakId,
    document: DocumentId,
    gesprek: GesprekId,
    contact: ContactId,
    thuis: HuishoudenId,
    groep: GroepId,
    plan: PlanId,
    actie: ActieId,
    signaal: SignaalId,
    rekening: BeheerrekeningId,
}

fn opdracht(name: &str, b: Value) -> Opdracht {
    serde_json::from_value(json!({ "name": name, "b": b })).expect("a command as it comes in")
}

impl Dossier {
    async fn open() -> Self {
        let huis = Huis::open().await;
        let (maria, dylan) = (huis.maria().await, huis.dylan().await);
        let (contact, wmo) = balie(&huis, maria, dylan).await;
        let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
        huis.toewijzen(bijstand, &[&peter(), &mirjam()]).await;
        let taak = json!({ "zaak": wmo, "omschrijving": MERK, "eigenaar": emil().id, "dag": "2026-12-10" });
        huis.doet(&emma(), opdracht("ZetTaakKlaar", taak)).await.unwrap();
        let document = super::besluiten::verslag(&huis, wmo, &emma(), &[&emma(), &emil()]).await;
        super::besluiten::schrijf(&huis, document, &emma(), MERK).await.unwrap();
        let opmerking = json!({ "document": document, "citaat": MERK, "tekst": MERK });
        huis.doet(&emma(), opdracht("MaakOpmerking", opmerking)).await.unwrap();
        let gesprek = huis.tafel.document(&emma(), document).await.unwrap().unwrap().gesprek;
        let afspraak = json!({ "gesprek": gesprek, "dag": "2026-12-01", "tijd": "10:30", "plek": "thuis" });
        huis.doet(&emma(), opdracht("PlanGesprek", afspraak)).await.unwrap();
        huis.doet(&peter(), Opdracht::NeemInBehandeling { zaak: bijstand }).await.unwrap();
        let voorstel = Opdracht::StelBesluitVoor { zaak: bijstand, besluit: super::besluiten::besluit(MERK) };
        huis.doet(&peter(), voorstel).await.unwrap();
        let thuis = HuishoudenId(huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap().id);
        // Before there is a plan that takes them in.
        let signaal = signalen(&huis).await;
        let groep = huis.groep(&rianne(), &[maria, dylan]).await;
        let plan = huis.plan(&rianne(), groep).await;
        huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak: wmo }).await.unwrap();
        for voor in [Voor::Groep, Voor::Lid(maria)] {
            huis.doel(&rianne(), plan, voor, MERK).await;
        }
        huis.doet(&rianne(), actie(plan, Voor::Lid(maria), &emil())).await.unwrap();
        let (taak, actie) = (taak_van(&huis, wmo).await, huis.wat(&rianne(), plan).await.acties[0].id);
        let rekening = json!({ "persoon": maria, "klant": "4711", "vorm": "plus" });
        let rekening = huis.doet(&mirjam(), opdracht("OpenRekening", rekening)).await.unwrap().id;
        let rekening = BeheerrekeningId(rekening);
        Self {
            huis,
            maria,
            wmo,
            bijstand,
            taak,
            document,
            gesprek,
            contact,
            thuis,
            groep,
            plan,
            actie,
            signaal,
            rekening,
        }
    }

    /// The topics of this kind that could say something of Maria to `wie`.
    fn onderwerpen(&self, kind: Topic, wie: &Wie) -> Vec<Topic> {
        let zaken = |topic: fn(ZaakId) -> Topic| vec![topic(self.wmo), topic(self.bijstand)];
        match kind {
            Topic::ZaakDat(_) => zaken(Topic::ZaakDat),
            Topic::ZaakVerdeling(_) => zaken(Topic::ZaakVerdeling),
            Topic::ZaakRij(_) => zaken(Topic::ZaakRij),
            Topic::ZaakHuishouden(_) => zaken(Topic::ZaakHuishouden),
            Topic::ZaakWat(_) => zaken(Topic::ZaakWat),
            Topic::ZaakBesluit(_) => zaken(Topic::ZaakBesluit),
            Topic::ZaakTeAccorderen(_) => zaken(Topic::ZaakTeAccorderen),
            Topic::ZaakTafel(_) => zaken(Topic::ZaakTafel),
            Topic::ZaakBrieven(_) => zaken(Topic::ZaakBrieven),
            Topic::ZaakTaak(..) => vec![Topic::ZaakTaak(self.wmo, self.taak)],
            Topic::Persoon(_) => vec![Topic::Persoon(self.maria)],
            Topic::Gesprek(_) => vec![Topic::Gesprek(self.gesprek)],
            Topic::Afspraak(_) => vec![Topic::Afspraak(self.gesprek)],
            Topic::Contact(_) => vec![Topic::Contact(self.contact)],
            Topic::HuishoudenWat(_) => vec![Topic::HuishoudenWat(self.thuis)],
            Topic::Huishouden(_) => vec![Topic::Huishouden(self.thuis)],
            Topic::Thuis(_) => vec![Topic::Thuis(self.maria)],
            Topic::Werkvoorraad(_) => vec![Topic::Werkvoorraad(wie.id)],
            Topic::Nieuw(_) => vec![Topic::Nieuw(wie.id)],
            Topic::Gesprekken(_) => vec![Topic::Gesprekken(wie.id)],
            Topic::Document(_) => vec![Topic::Document(self.document)],
            Topic::Kantlijn(_) => vec![Topic::Kantlijn(self.document)],
            Topic::Saldo(_) => vec![Topic::Saldo(self.rekening)],
            Topic::Inzage(_) => vec![Topic::Inzage(self.maria)],
            Topic::Caseload(_) => vec![Topic::Caseload(GEMEENTE)],
            Topic::Groep(_) => vec![Topic::Groep(self.groep)],
            Topic::PlanWat(_) => vec![Topic::PlanWat(self.plan)],
            Topic::PlanRij(_) => vec![Topic::PlanRij(self.plan)],
            Topic::PlanDeelnemer(_) => vec![Topic::PlanDeelnemer(self.plan)],
            Topic::PlanLid(..) => vec![Topic::PlanLid(self.plan, self.maria)],
            Topic::PlanMeekijken(_) => vec![Topic::PlanMeekijken(self.plan)],
            Topic::Meekijken(_) => vec![Topic::Meekijken(self.maria)],
            Topic::PlanPortaal(_) => vec![Topic::PlanPortaal(self.plan)],
            Topic::PlanPortaalLid(..) => vec![Topic::PlanPortaalLid(self.plan, self.maria)],
            Topic::PlanBijdragen(..) => vec![Topic::PlanBijdragen(self.plan, self.maria)],
            Topic::PlanActie(..) => vec![Topic::PlanActie(self.plan, self.actie)],
            Topic::PlanTafel(_) => vec![Topic::PlanTafel(self.plan)],
            Topic::Plan(_) => vec![Topic::Plan(self.plan)],
            Topic::Plannen(_) => vec![Topic::Plannen(wie.id)],
            Topic::Acties(_) => vec![Topic::Acties(wie.id)],
            Topic::SignaalDat(_) => vec![Topic::SignaalDat(self.signaal)],
            Topic::SignaalRij(_) => vec![Topic::SignaalRij(self.signaal)],
            Topic::SignaalWat(_) => vec![Topic::SignaalWat(self.signaal)],
            Topic::Signaal(_) => vec![Topic::Signaal(self.signaal)],
            Topic::Signalen(_) => vec![Topic::Signalen(GEMEENTE)],
            Topic::Aandacht(..) => Kring::ALLE
                .into_iter()
                .flat_map(|kring| [self.maria.0, self.groep.0].map(|over| Topic::Aandacht(over, kring)))
                .collect(),
            Topic::Toekenningen(_) => vec![Topic::Toekenningen(wie.id)],
            Topic::Toestemmingen(_) => vec![Topic::Toestemmingen(self.maria)],
            Topic::Glazen(_) => vec![Topic::Glazen(GEMEENTE)],
            Topic::Leiding(_) => vec![Topic::Leiding(GEMEENTE)],
            Topic::Beschermd(_) => vec![Topic::Beschermd(GEMEENTE)],
            Topic::Nazicht(_) => vec![Topic::Nazicht(GEMEENTE)],
        }
    }

    /// What must be in no frame: what was written about her, when she was born, and that any of this is there.
    fn geheimen(&self) -> Vec<String> {
        let mut all = vec![MERK.to_owned(), "1958-03-14".to_owned(), "Geheim verhaal".to_owned()];
        let ids = [
            self.wmo.0,
            self.bijstand.0,
            self.taak.0,
            self.document.0,
            self.gesprek.0,
            self.groep.0,
            self.plan.0,
            self.actie.0,
            self.signaal.0,
            self.rekening.0,
        ];
        all.extend(ids.map(|id| id.to_string()));
        all
    }

    /// Whom the dossier will be closed to: who works here, but for Emma, who is named, and Pieter, who looks after it.
    fn buitenstaanders() -> Vec<Wie> {
        let buiten = |n: &u128| ![MARIA, EMMA, PIETER].contains(n);
        mensen().into_iter().map(|(n, ..)| n).filter(buiten).map(wie).collect()
    }
}

/// Maria and Dylan at the desk in one contact: a Wmo-melding with Emma and Emil, jeugdhulp with Kevin.
async fn balie(huis: &Huis, maria: PersoonId, dylan: PersoonId) -> (ContactId, ZaakId) {
    let melding = |persoon: PersoonId, zaaktype: &str, onderwerp: &str, mensen: &[&Wie]| {
        let behandelaars: Vec<_> = mensen.iter().map(|wie| wie.id).collect();
        json!({ "persoon": persoon, "zaaktype": zaaktype, "onderwerp": onderwerp, "urgentie": "gewoon",
            "behandelaars": behandelaars })
    };
    let contact = json!({
        "kanaal": "balie", "spreker": { "soort": "persoon", "persoon": maria }, "controle": "identiteitsbewijs",
        "verslag": [{ "vraag": "hulpvraag", "tekst": MERK }],
        "meldingen": [melding(maria, "MELDING-WMO", MERK, &[&emma(), &emil()]),
            melding(dylan, "AANVRAAG-JEUGDHULP", "Hulp op school", &[&kevin()])],
    });
    let done = huis.doet(&linda(), opdracht("RegistreerContact", contact)).await.unwrap();
    (ContactId(done.id), done.meldingen[0].zaak)
}

async fn taak_van(huis: &Huis, zaak: ZaakId) -> TaakId {
    match huis.tafel.zaak(&emma(), zaak).await.unwrap() {
        Some(ZaakAntwoord::Schrijven(wat)) => wat.taken[0].id,
        other => unreachable!("Emma writes in it: {other:?}"),
    }
}

/// Three signalen about Maria, so that the wijkteam is told that there are several.
async fn signalen(huis: &Huis) -> SignaalId {
    for soort in ["overlast", "huurachterstand", "zorgmijding"] {
        huis.doet(&bron(90), over_maria(soort_van(soort))).await.unwrap();
    }
    huis.rust().await;
    huis.register(&rianne()).await[0].id
}

/// The secrets in what `tab` hears of these topics, opened now. A secret that a name of a topic says is one too.
async fn gehoord(dossier: &Dossier, wie: &Wie, topics: &[Topic]) -> BTreeSet<String> {
    let mut tab = Tafelgenoot::new(wie.clone());
    for topic in topics {
        drop(tab.volgt(&dossier.huis, *topic).await);
    }
    geheim(dossier, &tab.gehoord())
}

fn geheim(dossier: &Dossier, frames: &[Value]) -> BTreeSet<String> {
    let text: Vec<_> = frames.iter().map(Value::to_string).collect();
    let told = |secret: &String| text.iter().any(|frame| frame.contains(secret));
    dossier.geheimen().into_iter().filter(told).collect()
}

/// Topics that say nothing of Maria to anybody who works here in this dossier, before it is protected: shown elsewhere.
fn elders(kind: Topic) -> bool {
    matches!(
        kind,
        // A bell without words.
        Topic::Gesprekken(_)
            // For Maria alone.
            | Topic::Inzage(_) | Topic::Toestemmingen(_)
            // For the leden in the portal, who do not work here: `plan_portaal.rs`.
            | Topic::PlanPortaal(_) | Topic::PlanPortaalLid(..) | Topic::PlanBijdragen(..) | Topic::Meekijken(_)
            // Numbers without a zaak; `beschermd.rs` counts again.
            | Topic::Caseload(_)
            // Of who lives in a huishouden that was recorded there is none: `beschermd_overal.rs`.
            | Topic::Thuis(_)
            // What is about a lid of a running plan stands with its regisseur; the register has a test of its own below.
            | Topic::Signalen(_) | Topic::Aandacht(..)
            // Nothing of this kind waits in this dossier: `leiding.rs`, `toekenningen.rs`, `beschermd_overal.rs`.
            | Topic::Leiding(_) | Topic::Toekenningen(_) | Topic::Glazen(_)
            // For who looks after protected dossiers.
            | Topic::Beschermd(_)
            | Topic::Nazicht(_)
    )
}

// shows X-24, N-11
#[tokio::test]
async fn who_is_not_named_hears_nothing_of_it_on_any_topic_opened_afterwards() {
    let dossier = Dossier::open().await;
    let kinds = Topic::van_elk(Uuid::from_u128(1));
    for kind in &kinds {
        let mut before = BTreeSet::new();
        for wie in Dossier::buitenstaanders() {
            before.append(&mut gehoord(&dossier, &wie, &dossier.onderwerpen(*kind, &wie)).await);
        }
        assert_eq!(before.is_empty(), elders(*kind), "{kind}: shown before, or listed as shown elsewhere");
    }
    dossier.bescherm().await;
    for kind in &kinds {
        for wie in Dossier::buitenstaanders() {
            let after = gehoord(&dossier, &wie, &dossier.onderwerpen(*kind, &wie)).await;
            assert_eq!(after, BTreeSet::new(), "{kind} told this to {}", wie.naam);
        }
    }
}

// shows X-24, N-12
#[tokio::test]
async fn and_nothing_more_of_it_on_a_page_that_is_open() {
    let dossier = Dossier::open().await;
    let mut tabs = Vec::new();
    for wie in Dossier::buitenstaanders() {
        let tab = Tafelgenoot::new(wie.clone());
        for kind in Topic::van_elk(Uuid::from_u128(1)) {
            for topic in dossier.onderwerpen(kind, &wie) {
                drop(tab.volgt(&dossier.huis, topic).await);
            }
        }
        tabs.push((wie, tab));
    }
    // Who was asked for a balance has answered, however often it takes a turn.
    for _ in 0..TURNS {
        tokio::task::yield_now().await;
    }
    tabs.iter_mut().for_each(|(_, tab)| drop(tab.gehoord()));
    dossier.bescherm().await;
    let taak =
        json!({ "zaak": dossier.wmo, "omschrijving": MERK, "eigenaar": emma().id, "dag": "2026-12-10" });
    dossier.huis.doet(&emma(), opdracht("ZetTaakKlaar", taak)).await.unwrap();
    dossier.huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    dossier.huis.rust().await;
    for (wie, tab) in &mut tabs {
        // A line that goes is named: by a number, or by the topic that it was.
        let heard: Vec<_> = tab.gehoord().into_iter().filter(|frame| !gaat_weg(frame)).collect();
        assert_eq!(geheim(&dossier, &heard), BTreeSet::new(), "{} heard: {heard:?}", wie.naam);
    }
}

// shows X-24, KING-ZT25
#[tokio::test]
async fn the_register_of_signalen_lets_go_of_it_and_has_it_for_nobody_who_is_not_named() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let signaal = signalen(&huis).await.to_string();
    let told = |frames: &[Value]| frames.iter().any(|frame| frame.to_string().contains(&signaal));
    let mut open = Tafelgenoot::new(rianne());
    open.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    assert!(told(&open.gehoord()), "it stands there");
    let bescherming = json!({ "persoon": maria,
        "bescherming": { "grond": "eigen_medewerker", "medewerkers": [emma().id] } });
    huis.doet(&pieter(), opdracht("BeschermDossier", bescherming)).await.unwrap();
    huis.rust().await;
    assert!(open.gehoord().iter().any(gaat_weg), "and leaves the open page");
    for wie in Dossier::buitenstaanders() {
        let mut tab = Tafelgenoot::new(wie);
        drop(tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await);
        for kring in Kring::ALLE {
            assert!(
                tab.volgt(&huis, Topic::Aandacht(maria.0, kring)).await.is_err(),
                "nor that there are several"
            );
        }
        assert!(!told(&tab.gehoord()));
    }
}

/// Of whom there is a list or a bell of their own in every gemeente: it can be followed, and says nothing of another.
fn eigen_lijst(topic: Topic) -> bool {
    matches!(
        topic,
        Topic::Werkvoorraad(_)
            | Topic::Nieuw(_)
            | Topic::Gesprekken(_)
            | Topic::Plannen(_)
            | Topic::Acties(_)
            | Topic::Toekenningen(_)
    )
}

// shows N-11, KING-R1d: one installation may hold several gemeenten (design §10.5)
#[tokio::test]
async fn to_who_works_for_another_gemeente_nothing_of_it_is_there_whoever_they_are_here() {
    let dossier = Dossier::open().await;
    let elders = GemeenteId(Uuid::from_u128(77));
    for (n, ..) in mensen() {
        // As the same account, in the same role: only the gemeente is another.
        let wie = Wie { gemeente: elders, ..wie(n) };
        let mut tab = Tafelgenoot::new(wie.clone());
        for kind in Topic::van_elk(Uuid::from_u128(1)) {
            for topic in dossier.onderwerpen(kind, &wie) {
                let followed = tab.volgt(&dossier.huis, topic).await.is_ok();
                assert!(!followed || eigen_lijst(topic), "{topic} for {} of another gemeente", wie.naam);
            }
        }
        assert_eq!(geheim(&dossier, &tab.gehoord()), BTreeSet::new(), "{} of another gemeente", wie.naam);
        let tafel = &dossier.huis.tafel;
        assert!(tafel.zaak(&wie, dossier.wmo).await.unwrap().is_none());
        assert!(tafel.persoon(&wie, dossier.maria).await.unwrap().is_none());
        assert!(tafel.contact(&wie, dossier.contact).await.unwrap().is_none());
        assert!(tafel.gesprek(&wie, dossier.gesprek).await.unwrap().is_none());
        assert!(tafel.rekening(&wie, dossier.rekening).await.unwrap().is_none());
        assert!(tafel.huishouden(&wie, dossier.thuis).await.unwrap().is_none());
        let begin = Opdracht::NeemInBehandeling { zaak: dossier.wmo };
        assert_eq!(dossier.huis.doet(&wie, begin).await.map(|_| ()), Err(Weigering::NIET_GEVONDEN));
    }
}

fn gaat_weg(frame: &Value) -> bool {
    matches!(frame["t"].as_str(), Some("revoked" | "eraf"))
}

impl Dossier {
    /// Of all who work here only Emma is named.
    async fn bescherm(&self) {
        let bescherming = json!({ "persoon": self.maria,
            "bescherming": { "grond": "eigen_medewerker", "medewerkers": [emma().id] } });
        self.huis.doet(&pieter(), opdracht("BeschermDossier", bescherming)).await.unwrap();
        self.huis.rust().await;
        self.huis.tafel.projector.catch_up().await;
    }
}
