//! The plan in the portal: what its leden see, and that of the rest nothing tells (KING-R1b, KING-R1c, KING-R1d, KING-R1e).

use keukentafel::domain::ids::{GroepId, PlanId};
use keukentafel::domain::persoon::Gezagsgrond;
use keukentafel::domain::plan::{Eigenaar, Onderdeel, Voor};
use keukentafel::protocol::body::{
    GezagEinde, HouderKeuze, NieuwGezag, NieuwSignaal, NieuweAchterhouding, Uitspraak,
};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{MijnPlan, Portaalstand};
use keukentafel::store::AuditFilter;
use serde_json::Value;

use super::tafelgenoot::Tafelgenoot;
use super::*;

const DAY: i64 = 24 * 3600 * 1_000_000;

/// A plan of Maria, of Dylan who is nine, and of Jan; led by Rianne.
pub(super) struct Casus {
    pub(super) huis: Huis,
    groep: GroepId,
    pub(super) plan: PlanId,
    maria: PersoonId,
    dylan: PersoonId,
    jan: PersoonId,
}

pub(super) async fn casus() -> Casus {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let typed = NieuwePersoon {
        bsn: Some("999990032".to_owned()),
        voornamen: "Jan".to_owned(),
        voorvoegsel: None,
        achternaam: "Verhoef".to_owned(),
        geboortedatum: Some("1960-02-03".to_owned()),
        telefoon: None,
        adres: None,
    };
    let jan = PersoonId(huis.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id);
    // So that she knows who they are.
    for persoon in [maria, dylan, jan] {
        let zaak = huis.melding(persoon, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
    }
    let groep = huis.groep(&rianne(), &[maria, dylan, jan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    Casus { huis, groep, plan, maria, dylan, jan }
}

fn inwoner(n: u128, persoon: PersoonId) -> Wie {
    let id = MedewerkerId(Uuid::from_u128(n));
    Wie { id, sessie: Uuid::from_u128(n + 1000), ..maria_zelf(persoon) }
}

impl Casus {
    pub(super) fn maria(&self) -> Wie {
        maria_zelf(self.maria)
    }

    pub(super) fn jan(&self) -> Wie {
        inwoner(97, self.jan)
    }

    pub(super) fn dylan(&self) -> Wie {
        inwoner(99, self.dylan)
    }

    pub(super) async fn mijn(&self, wie: &Wie) -> Vec<MijnPlan> {
        self.huis.tafel.mijn_plannen(wie).await.unwrap()
    }

    /// Everything that `wie` reads of their plans, as text.
    pub(super) async fn tekst(&self, wie: &Wie) -> String {
        serde_json::to_string(&self.mijn(wie).await).unwrap()
    }

    /// The goal with this text, as its regisseur sees it.
    pub(super) async fn doel(&self, text: &str) -> Onderdeel {
        let wat = self.huis.wat(&rianne(), self.plan).await;
        let doel = wat.doelen.into_iter().find(|doel| doel.omschrijving == text).unwrap();
        Onderdeel::Doel(doel.id)
    }

    pub(super) async fn stel(&self, voor: Voor, text: &str) {
        self.huis.doel(&rianne(), self.plan, voor, text).await;
    }

    /// An action for the groep that serves the goal with this text.
    pub(super) async fn actie_voor(&self, text: &str) {
        let mut actie = super::plannen::actie(self.plan, Voor::Groep, &rianne());
        let found = self.doel(text).await;
        if let (Opdracht::LegActieVast { doel, .. }, Onderdeel::Doel(id)) = (&mut actie, found) {
            *doel = Some(id);
        }
        self.huis.doet(&rianne(), actie).await.unwrap();
    }

    async fn volgt(&self, wie: &Wie) -> Tafelgenoot {
        let mut tab = Tafelgenoot::new(wie.clone());
        tab.volgt(&self.huis, Topic::Plannen(wie.id)).await.unwrap();
        tab.gehoord();
        tab
    }

    pub(super) async fn houd_achter(
        &self,
        onderdeel: Onderdeel,
        tot_en_met: &str,
    ) -> Result<Uitgevoerd, Weigering> {
        let plan = self.plan;
        let achterhouden = achterhouding(tot_en_met);
        self.huis.doet(&rianne(), Opdracht::HoudAchter { plan, onderdeel, achterhouden }).await
    }

    pub(super) async fn gezag(&self) {
        self.gezag_van(self.maria).await;
    }

    /// Somebody gets gezag over Dylan.
    pub(super) async fn gezag_van(&self, persoon: PersoonId) {
        let gezag = NieuwGezag {
            houder: HouderKeuze::Persoon { persoon },
            grond: Gezagsgrond::Voogdij,
            uitspraak: Uitspraak {
                gerecht: "Rechtbank Noord".to_owned(),
                uitspraak_op: "2026-05-01".to_owned(),
                kenmerk: None,
            },
            vanaf: Some("2026-05-01".to_owned()),
            tot: None,
        };
        let kevin = kevin_van(self).await;
        self.huis.tafel.heeft_gevonden(&kevin, [persoon]);
        self.huis.doet(&kevin, Opdracht::LegGezagVast { persoon: self.dylan, gezag }).await.unwrap();
    }

    pub(super) async fn later(&self, dagen: i64) {
        self.huis.clock.advance(dagen * DAY);
        self.huis.tafel.klok_verzet();
        self.huis.tafel.projector.catch_up().await;
    }
}

/// Kevin, who works for Dylan and so may record who has gezag.
async fn kevin_van(casus: &Casus) -> Wie {
    let zaak = casus.huis.melding(casus.dylan, Zaaktype::AanvraagJeugdhulp).await;
    casus.huis.toewijzen(zaak, &[&kevin()]).await;
    kevin()
}

fn achterhouding(tot_en_met: &str) -> NieuweAchterhouding {
    NieuweAchterhouding {
        reden: "Eerst met Jan bespreken".to_owned(),
        tot_en_met: tot_en_met.to_owned(),
        herzien_op: "2026-11-28".to_owned(),
    }
}

fn texts(frames: &[Value]) -> String {
    frames.iter().map(Value::to_string).collect()
}

// shows KING-R1b, KING-R1d
#[tokio::test]
async fn each_lid_sees_the_groep_and_their_own_part_live_and_nothing_of_another() {
    let casus = casus().await;
    let (maria, jan) = (casus.maria(), casus.jan());
    let (mut hers, mut his) = (casus.volgt(&maria).await, casus.volgt(&jan).await);
    casus.stel(Voor::Groep, "Samen eten").await;
    for tab in [&mut hers, &mut his] {
        let heard = tab.gehoord();
        assert!(texts(&heard).contains("Samen eten"), "{heard:?}");
        assert!(heard.iter().all(|frame| frame["k"] == "PlanGewijzigd" && frame["door"].is_null()));
    }
    casus.stel(Voor::Lid(casus.maria), "Een avond voor Maria").await;
    let mut actie = super::plannen::actie(casus.plan, Voor::Lid(casus.maria), &rianne());
    if let Opdracht::LegActieVast { eigenaar, .. } = &mut actie {
        *eigenaar = Eigenaar::Lid(casus.jan);
    }
    casus.huis.doet(&rianne(), actie).await.unwrap();
    let heard = hers.gehoord();
    assert!(texts(&heard).contains("Een avond voor Maria") && texts(&heard).contains("Bel de school"));
    assert_eq!(his.gehoord(), Vec::<Value>::new(), "not a frame: not a count, not a moment");
    let (maria_ziet, jan_ziet) = (casus.tekst(&maria).await, casus.tekst(&jan).await);
    for text in ["Samen eten", "Een avond voor Maria", "Bel de school"] {
        assert!(maria_ziet.contains(text), "{text}");
        assert_eq!(jan_ziet.contains(text), text == "Samen eten", "{text}");
    }
    for word in ["versie", "tijdlijn", "herinnering", "zaak", "signa"] {
        assert!(!maria_ziet.contains(word), "{word}");
    }
    let [plan] = &casus.mijn(&jan).await[..] else { panic!("one plan") };
    assert_eq!(
        (plan.leden.len(), plan.leden[0].doelen.len()),
        (1, 0),
        "his own part, and no empty place of hers"
    );
    assert_eq!(plan.groep.regisseur.as_ref().unwrap().naam, "Rianne");
    // What colleagues and regisseurs follow is not theirs, and of another lid there is nothing to follow.
    let none = Tafelgenoot::new(jan.clone());
    let plan = casus.plan;
    for topic in [
        Topic::Plan(plan),
        Topic::PlanWat(plan),
        Topic::PlanRij(plan),
        Topic::PlanDeelnemer(plan),
        Topic::PlanLid(plan, casus.jan),
        Topic::PlanPortaalLid(plan, casus.maria),
        Topic::PlanPortaalLid(plan, casus.dylan),
        Topic::Groep(casus.groep),
        Topic::Plannen(maria.id),
    ] {
        assert_eq!(none.volgt(&casus.huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    assert_eq!(casus.huis.tafel.plan(&maria, plan).await.unwrap(), None);
    let (groepen, regie, deelname) = casus.huis.tafel.plannen(&maria).await.unwrap();
    assert!(groepen.is_empty() && regie.is_empty() && deelname.is_empty());
}

// shows KING-R1d, KING-G4
#[tokio::test]
async fn what_runs_for_another_lid_and_what_landed_in_the_plan_tells_nothing() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let jan = casus.jan();
    let (mut his, before) = (casus.volgt(&jan).await, casus.tekst(&jan).await);
    let huis = &casus.huis;
    let zaak = huis.melding(casus.maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.doet(&rianne(), Opdracht::KoppelZaak { plan: casus.plan, zaak }).await.unwrap();
    let signaal = serde_json::json!({ "soort": "partnergeweld", "persoon": casus.maria });
    let signaal: NieuwSignaal = serde_json::from_value(signaal).unwrap();
    huis.tafel.heeft_gevonden(&kevin(), [casus.maria]);
    huis.doet(&kevin(), Opdracht::MeldSignaal(signaal)).await.unwrap();
    huis.tafel.projector.catch_up().await;
    huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan: casus.plan, regisseur: ruben().id })
        .await
        .unwrap();
    // Another groep of Maria, without him.
    let other = huis.groep(&rianne(), &[casus.maria, casus.dylan]).await;
    let other = huis.plan(&rianne(), other).await;
    huis.doel(&rianne(), other, Voor::Groep, "Van die groep").await;
    assert_eq!(his.gehoord(), Vec::<Value>::new());
    assert_eq!(casus.tekst(&jan).await, before);
    assert_eq!(casus.mijn(&casus.maria()).await.len(), 2, "to her they are two");
}

// shows KING-R1c
#[tokio::test]
async fn what_is_withheld_leaves_no_gap_and_comes_back_after_its_last_day() {
    let casus = casus().await;
    let (maria, plan) = (casus.maria(), casus.plan);
    casus.stel(Voor::Groep, "Samen eten").await;
    let before = casus.tekst(&maria).await;
    let mut tab = casus.volgt(&maria).await;
    // From its first moment: not a frame.
    let set = Opdracht::StelDoel {
        plan,
        voor: Voor::Groep,
        omschrijving: "Nog niet voor de groep".to_owned(),
        achterhouden: Some(achterhouding("2026-11-30")),
    };
    casus.huis.doet(&rianne(), set).await.unwrap();
    casus.actie_voor("Nog niet voor de groep").await;
    assert_eq!(tab.gehoord(), Vec::<Value>::new());
    assert_eq!(casus.tekst(&maria).await, before, "also not by the action that serves it");
    let wat = casus.huis.wat(&rianne(), plan).await;
    let [kept] = &wat.niet_in_portaal[..] else { panic!("one: {:?}", wat.niet_in_portaal) };
    assert_eq!(
        (kept.stand, kept.reden.as_deref()),
        (Portaalstand::Achtergehouden, Some("Eerst met Jan bespreken"))
    );
    // What was shown goes as if it never was, and nothing says by whom or why.
    casus.houd_achter(casus.doel("Samen eten").await, "2026-11-28").await.unwrap();
    let heard = tab.gehoord();
    let [gone] = &heard[..] else { panic!("one frame: {heard:?}") };
    assert_eq!((&gone["k"], &gone["door"]), (&"PlanGewijzigd".into(), &Value::Null));
    assert_eq!(gone["b"]["doelen"], serde_json::json!([]));
    assert!(!gone.to_string().contains("bespreken"));
    // The clock brings both back, each after its last day.
    casus.later(4).await;
    let heard = texts(&tab.gehoord());
    assert!(
        heard.contains("Samen eten") && !heard.contains("Nog niet") && !heard.contains("DagBegonnen"),
        "{heard}"
    );
    casus.later(2).await;
    let heard = texts(&tab.gehoord());
    assert!(heard.contains("Nog niet voor de groep") && heard.contains("Bel de school"), "{heard}");
}

// shows KING-R1a, KING-R1c
#[tokio::test]
async fn withholding_is_for_the_regisseur_has_an_end_and_is_never_about_one_lid() {
    let casus = casus().await;
    let plan = casus.plan;
    casus.stel(Voor::Groep, "Samen eten").await;
    casus.stel(Voor::Lid(casus.maria), "Een avond voor Maria").await;
    let (groep, eigen) = (casus.doel("Samen eten").await, casus.doel("Een avond voor Maria").await);
    let refused = |code| Err(Weigering::Geweigerd { code });
    assert_eq!(casus.houd_achter(eigen, "2026-11-30").await, refused("plan.alleen_groep"));
    assert_eq!(casus.houd_achter(groep, "2026-11-24").await, refused("plan.achterhouden_tot"));
    assert_eq!(casus.houd_achter(groep, "2026-11-27").await, refused("plan.achterhouden_herzien"));
    let typed = NieuweAchterhouding { reden: " ".to_owned(), ..achterhouding("2026-11-30") };
    let keep = Opdracht::HoudAchter { plan, onderdeel: groep, achterhouden: typed };
    let empty = Err(Weigering::Velden(vec![("achterhouden.reden", "invoer.leeg")]));
    assert_eq!(casus.huis.doet(&rianne(), keep).await, empty);
    for (wie, answer) in [
        (casus.maria(), Weigering::NIET_GEVONDEN),
        (ruben(), Weigering::NIET_GEVONDEN),
        (kevin(), Weigering::NIET_GEVONDEN),
    ] {
        let keep =
            || Opdracht::HoudAchter { plan, onderdeel: groep, achterhouden: achterhouding("2026-11-30") };
        assert_eq!(casus.huis.doet(&wie, keep()).await, Err(answer.clone()));
        let share = Opdracht::DeelOnderdeel { plan, onderdeel: groep };
        assert_eq!(casus.huis.doet(&wie, share).await, Err(answer));
    }
    casus.houd_achter(groep, "2026-11-30").await.unwrap();
    casus.huis.doet(&rianne(), Opdracht::DeelOnderdeel { plan, onderdeel: groep }).await.unwrap();
    assert!(casus.tekst(&casus.maria()).await.contains("Samen eten"));
    assert_eq!(casus.huis.wat(&rianne(), plan).await.niet_in_portaal, []);
}

// shows KING-R1e: Dylan was born on 22 May 2017
#[tokio::test]
async fn of_a_minor_sees_who_has_gezag_and_from_twelve_the_minor_by_the_clock_alone() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    casus.stel(Voor::Lid(casus.dylan), "Weer naar school").await;
    let (maria, jan, dylan) = (casus.maria(), casus.jan(), casus.dylan());
    let sees = async |wie: &Wie| casus.tekst(wie).await.contains("Weer naar school");
    assert!(!sees(&maria).await && !sees(&jan).await, "nobody has gezag yet");
    assert_eq!(casus.mijn(&dylan).await, []);
    let mut tab = casus.volgt(&maria).await;
    casus.gezag().await;
    assert!(texts(&tab.gehoord()).contains("Weer naar school"), "it comes on her open page");
    assert!(sees(&maria).await && !sees(&jan).await && !sees(&dylan).await, "nine: who has gezag");
    // 25 November 2026 to 22 May 2029, and on to 22 May 2033.
    casus.later(909).await;
    assert!(sees(&maria).await && sees(&dylan).await, "twelve: both");
    tab.gehoord();
    casus.later(1461).await;
    assert!(!sees(&maria).await && sees(&dylan).await, "sixteen: the minor alone");
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    assert!(casus.tekst(&maria).await.contains("Samen eten"), "the groep is hers all the same");
}

// shows KING-R1e, KING-G4, KING-G5
#[tokio::test]
async fn gezag_opens_no_plan_of_a_groep_without_oneself_and_ends_with_it() {
    let casus = casus().await;
    casus.gezag().await;
    let alone = casus.huis.groep(&rianne(), &[casus.dylan]).await;
    let alone = casus.huis.plan(&rianne(), alone).await;
    casus.huis.doel(&rianne(), alone, Voor::Groep, "Van Dylan alleen").await;
    casus.huis.doel(&rianne(), alone, Voor::Lid(casus.dylan), "Ook van hem").await;
    let maria = casus.maria();
    let seen = casus.tekst(&maria).await;
    assert!(!seen.contains("Van Dylan alleen") && !seen.contains("Ook van hem"));
    assert_eq!(casus.mijn(&maria).await.len(), 1);
    casus.stel(Voor::Lid(casus.dylan), "Weer naar school").await;
    let mut tab = casus.volgt(&maria).await;
    let einde =
        GezagEinde { houder: HouderKeuze::Persoon { persoon: casus.maria }, op: "2026-11-25".to_owned() };
    casus.huis.doet(&kevin(), Opdracht::BeeindigGezag { persoon: casus.dylan, einde }).await.unwrap();
    assert!(!casus.tekst(&maria).await.contains("Weer naar school"));
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
}

// shows KING-R1b
#[tokio::test]
async fn when_the_plan_ends_it_leaves_the_open_page_and_a_next_one_comes() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let maria = casus.maria();
    let mut tab = casus.volgt(&maria).await;
    let close = Opdracht::SluitPlan { plan: casus.plan, resultaat: "Het gaat goed".to_owned() };
    casus.huis.doet(&rianne(), close).await.unwrap();
    let heard = tab.gehoord();
    assert!(heard.iter().any(|frame| matches!(frame["t"].as_str(), Some("revoked" | "eraf"))), "{heard:?}");
    assert!(!texts(&heard).contains("Het gaat goed"));
    assert_eq!(casus.mijn(&maria).await, []);
    let next = casus.huis.plan(&rianne(), casus.groep).await;
    let lines = texts(&tab.gehoord());
    assert!(lines.contains(&format!("plan/{next}@portaal")), "{lines}");
}

// shows KING-R1c, N-8, X-26
#[tokio::test]
async fn looks_are_in_the_trail_about_the_leden_and_withholding_is_told_to_none_of_them() {
    let casus = casus().await;
    casus.stel(Voor::Groep, "Samen eten").await;
    let maria = casus.maria();
    casus.volgt(&maria).await;
    casus.mijn(&maria).await;
    let goal = casus.doel("Samen eten").await;
    let told = async || casus.huis.tafel.mijn_inzage(&maria, None).await.unwrap().unwrap();
    let before = told().await;
    casus.houd_achter(goal, "2026-11-30").await.unwrap();
    let share = Opdracht::DeelOnderdeel { plan: casus.plan, onderdeel: goal };
    casus.huis.doet(&rianne(), share).await.unwrap();
    // Nor of what is of another, or kept from them.
    casus.stel(Voor::Lid(casus.jan), "Van Jan alleen").await;
    let actie = super::plannen::actie(casus.plan, Voor::Lid(casus.jan), &rianne());
    casus.huis.doet(&rianne(), actie).await.unwrap();
    assert_eq!(told().await, before, "not a line, not a time more");
    let trail = casus.huis.journal.audit();
    let mut leden = vec![casus.maria, casus.dylan, casus.jan];
    leden.sort_unstable();
    let about = |handeling: &str, object: &str| {
        let mut rows = trail.iter().map(|(_, row)| row);
        let row = rows.rfind(|row| row.handeling == handeling && row.object.starts_with(object));
        let mut about = row.unwrap_or_else(|| panic!("no line of {handeling}")).betrokkenen.clone();
        about.sort_unstable();
        about
    };
    assert_eq!(about("mijn_plannen.lijst", "plannen"), leden);
    assert_eq!(about("topic.volgen", "plannen/"), leden);
    assert_eq!(about("HoudAchter", "plan/"), leden, "the privacy officer reads it");
    for handeling in ["HoudAchter", "DeelOnderdeel", "StelDoel"] {
        let filter = AuditFilter { handeling: Some(handeling.into()), ..super::sporen::alles() };
        let (lines, _) = casus.huis.tafel.sporen(&super::sporen::officer(), &filter).await.unwrap().unwrap();
        assert!(!lines.is_empty() && lines.iter().all(|line| line.achtergehouden), "{handeling} is marked");
    }
}
