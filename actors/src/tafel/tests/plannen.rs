use keukentafel::domain::ids::{GroepId, PlanId};
use keukentafel::domain::plan::{Eigenaar, Uitkomst, Voor};
use keukentafel::protocol::body::NieuweGroep;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{PlanAntwoord, PlanGezien, PlanWat};

use super::tafelgenoot::Tafelgenoot;
use super::*;

impl Huis {
    pub(super) async fn groep(&self, wie: &Wie, leden: &[PersoonId]) -> GroepId {
        self.tafel.heeft_gevonden(wie, leden.iter().copied());
        let groep = NieuweGroep { leden: leden.to_vec(), waarom: waarom() };
        GroepId(self.doet(wie, Opdracht::VormGroep(groep)).await.unwrap().id)
    }

    pub(super) async fn plan(&self, wie: &Wie, groep: GroepId) -> PlanId {
        PlanId(self.doet(wie, Opdracht::StartPlan { groep, aanleiding: None }).await.unwrap().id)
    }

    /// A goal; the plan shows it last.
    pub(super) async fn doel(&self, wie: &Wie, plan: PlanId, voor: Voor, text: &str) {
        let set = Opdracht::StelDoel { plan, voor, omschrijving: text.to_owned(), achterhouden: None };
        self.doet(wie, set).await.unwrap();
    }

    pub(super) async fn wat(&self, wie: &Wie, plan: PlanId) -> PlanWat {
        match self.tafel.plan(wie, plan).await.unwrap() {
            Some(PlanAntwoord::Schrijven(wat)) => wat,
            other => unreachable!("all of it is there for a regisseur: {other:?}"),
        }
    }

    pub(super) async fn deel(&self, wie: &Wie, plan: PlanId) -> Option<PlanGezien> {
        match self.tafel.plan(wie, plan).await.unwrap() {
            Some(PlanAntwoord::Dat(deel)) => Some(deel),
            Some(PlanAntwoord::Schrijven(_) | PlanAntwoord::Wat(_)) => {
                unreachable!("only a part is for who works on a zaak")
            }
            None => None,
        }
    }
}

pub(super) fn actie(plan: PlanId, voor: Voor, eigenaar: &Wie) -> Opdracht {
    Opdracht::LegActieVast {
        plan,
        doel: None,
        voor,
        omschrijving: "Bel de school".to_owned(),
        eigenaar: Eigenaar::Medewerker(eigenaar.id),
        datum: "2026-12-10".to_owned(),
        herinnering: None,
        achterhouden: None,
    }
}

/// A plan of Maria and Dylan, led by Rianne. Kevin works on Dylan's zaak, Emma on Maria's, both in the plan; Peter's is not in it.
pub(super) struct Casus {
    pub(super) huis: Huis,
    pub(super) plan: PlanId,
    pub(super) maria: PersoonId,
    pub(super) dylan: PersoonId,
    pub(super) wmo: ZaakId,
    pub(super) jeugd: ZaakId,
    pub(super) bijstand: ZaakId,
}

pub(super) async fn casus() -> Casus {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let wmo = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(wmo, &[&emma()]).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let plan = huis.plan(&rianne(), groep).await;
    for zaak in [wmo, jeugd] {
        huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak }).await.unwrap();
    }
    Casus { huis, plan, maria, dylan, wmo, jeugd, bijstand }
}

// shows KING-G1, KING-R3, N-8
#[tokio::test]
async fn a_groep_opens_nobody_by_an_id_and_of_whom_one_does_not_work_for_it_says_why_to_them() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&rianne()]).await;
    let vorm = |leden: &[PersoonId], waarom: Option<&str>| {
        let waarom = waarom.map(str::to_owned);
        Opdracht::VormGroep(NieuweGroep { leden: leden.to_vec(), waarom })
    };
    let onbekend = Err(Weigering::Velden(vec![("leden", "invoer.persoon_onbekend")]));
    let nobody = PersoonId(Uuid::from_u128(404));
    let reason = "Wij willen dit gezin samen beter helpen.";
    for id in [maria, nobody] {
        assert_eq!(huis.doet(&rianne(), vorm(&[dylan, id], Some(reason))).await.map(drop), onbekend);
    }
    // Found as anybody finds somebody she is there, and to have to do with her asks a reason.
    let vraag = keukentafel::protocol::body::PersoonVraag {
        bsn: Some("123456782".to_owned()),
        naam: None,
        geboortedatum: None,
        voor: keukentafel::protocol::body::Zoekdoel::Groep,
    };
    huis.tafel.personen_zoek(&rianne(), &vraag).await.unwrap();
    let waarom = Err(Weigering::Velden(vec![("waarom", "groep.waarom")]));
    for short in [None, Some("  "), Some("zorgen")] {
        assert_eq!(huis.doet(&rianne(), vorm(&[dylan, maria], short)).await.map(drop), waarom, "{short:?}");
    }
    let groep = huis.doet(&rianne(), vorm(&[dylan, maria], Some(reason))).await.unwrap().id;
    let wat = huis.tafel.groep(&rianne(), groep.into()).await.unwrap().unwrap();
    assert_eq!(wat.waarom.as_deref(), Some(reason));
    let told = async |persoon| {
        let inzage = huis.tafel.mijn_inzage(&maria_zelf(persoon), None).await.unwrap().unwrap();
        let regels = inzage.dagen.into_iter().flat_map(|dag| dag.regels);
        regels.filter_map(|regel| regel.toelichting).collect::<Vec<_>>()
    };
    assert_eq!(told(maria).await, [reason], "she reads why");
    assert!(told(dylan).await.is_empty(), "whoever she works for already needs no reason");
    // Of whom she works for she makes a groep as before; and who only looks for a talk asks the BRP for that.
    huis.doet(&rianne(), vorm(&[dylan], None)).await.unwrap();
    let kevin = huis.tafel.personen_zoek(&kevin(), &vraag).await;
    assert_eq!(kevin.map(drop), Err(Weigering::Geweigerd { code: "niet_bevoegd" }));
}

// shows KING-G1, N-8
#[tokio::test]
async fn whom_a_search_found_is_there_after_a_restart_too_in_that_role_and_for_a_day() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let vraag = keukentafel::protocol::body::PersoonVraag {
        bsn: Some("123456782".to_owned()),
        naam: None,
        geboortedatum: None,
        voor: keukentafel::protocol::body::Zoekdoel::Groep,
    };
    huis.tafel.personen_zoek(&rianne(), &vraag).await.unwrap();
    let vorm = || Opdracht::VormGroep(NieuweGroep { leden: vec![maria], waarom: waarom() });
    let onbekend = || Err(Weigering::Velden(vec![("leden", "invoer.persoon_onbekend")]));
    // Other processes on the same record: none of them saw the search.
    let late = Huis::on(Arc::clone(&huis.journal)).await;
    late.clock.advance(crate::limits::GEVONDEN_UREN * 60 * 60 * 1_000_000 + 2);
    assert_eq!(late.doet(&rianne(), vorm()).await.map(drop), onbekend(), "a day later one searches again");
    let next = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!(next.doet(&ruben(), vorm()).await.map(drop), onbekend(), "a colleague did not find her");
    next.doet(&rianne(), vorm()).await.unwrap();
}

// shows KING-G3
#[tokio::test]
async fn the_same_persons_are_one_groep_and_the_second_is_pointed_to_it() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let first = huis.groep(&rianne(), &[maria, dylan]).await;
    huis.tafel.heeft_gevonden(&ruben(), [maria, dylan]);
    let again =
        |leden: &[PersoonId]| Opdracht::VormGroep(NieuweGroep { leden: leden.to_vec(), waarom: waarom() });
    let refused = |naar| Err(Weigering::Verwezen { code: "groep.bestaat_al", naar });
    assert_eq!(huis.doet(&rianne(), again(&[dylan, maria, dylan])).await, refused(Some(first.0)));
    let told_nothing = Err(Weigering::Geweigerd { code: "groep.overleg" });
    assert_eq!(huis.doet(&ruben(), again(&[maria, dylan])).await, told_nothing, "not his to know of");
    assert!(huis.doet(&ruben(), again(&[dylan])).await.is_ok(), "a person can be in several");
    let (rianne, ruben) = (rianne(), ruben());
    let (one, other) = tokio::join!(huis.doet(&ruben, again(&[maria])), huis.doet(&rianne, again(&[maria])),);
    assert!(one.is_ok() != other.is_ok(), "at the same instant too: {one:?} {other:?}");
}

// shows KING-PL1, KING-PL4
#[tokio::test]
async fn of_two_who_start_a_plan_at_the_same_instant_one_wins_and_the_other_is_pointed_to_it() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let first = huis.plan(&rianne(), groep).await;
    let join = Opdracht::VoegRegisseurToe { plan: first, regisseur: ruben().id };
    huis.doet(&rianne(), join).await.unwrap();
    let start = || Opdracht::StartPlan { groep, aanleiding: None };
    let refused = |naar: PlanId| Err(Weigering::Verwezen { code: "groep.plan_loopt_al", naar: Some(naar.0) });
    assert_eq!(huis.doet(&rianne(), start()).await, refused(first));
    let close = Opdracht::SluitPlan { plan: first, resultaat: "Klaar".to_owned() };
    huis.doet(&ruben(), close).await.unwrap();
    // Free at once, for both who led it, and neither loses sight of the groep for a moment.
    let mut tabs = [rianne(), ruben()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        tab.volgt(&huis, Topic::Groep(groep)).await.unwrap();
        tab.gehoord();
    }
    let (rianne, ruben) = (rianne(), ruben());
    let (one, other) = tokio::join!(huis.doet(&rianne, start()), huis.doet(&ruben, start()));
    let (won, lost) = if one.is_ok() { (one, other) } else { (other, one) };
    let won = PlanId(won.unwrap().id);
    assert_eq!(lost, refused(won));
    let wat = huis.wat(&ruben, won).await;
    assert_eq!((wat.vorig, wat.regisseurs.len()), (Some(first), 2));
    for tab in &mut tabs {
        assert!(tab.soorten().iter().all(|kind| kind == "ev"));
    }
    assert_ne!(won, first);
}

// shows KING-G4
#[tokio::test]
async fn a_person_in_two_groepen_leaks_nothing_from_one_to_the_other() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let one = huis.groep(&rianne(), &[maria, dylan]).await;
    let plan = huis.plan(&rianne(), one).await;
    let mut tab = Tafelgenoot::new(ruben());
    let own = huis.groep(&ruben(), &[dylan]).await;
    tab.volgt(&huis, Topic::Plannen(ruben().id)).await.unwrap();
    assert_eq!(tab.soorten(), ["ok", "lid", "snap"], "his own groep only");
    huis.doel(&rianne(), plan, Voor::Lid(dylan), "Geheim").await;
    assert_eq!(tab.soorten(), Vec::<String>::new());
    for topic in [
        Topic::Groep(one),
        Topic::Plan(plan),
        Topic::PlanWat(plan),
        Topic::PlanRij(plan),
        Topic::PlanLid(plan, dylan),
    ] {
        assert_eq!(tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    assert_eq!(huis.tafel.plan(&ruben(), plan).await, Ok(None));
    assert_eq!(huis.tafel.groep(&ruben(), one).await, Ok(None));
    let (groepen, plans, parts) = huis.tafel.plannen(&ruben()).await.unwrap();
    assert_eq!((groepen.len(), plans.len(), parts.len()), (1, 0, 0));
    let start = Opdracht::StartPlan { groep: one, aanleiding: None };
    assert_eq!(huis.doet(&ruben(), start).await, Err(Weigering::NIET_GEVONDEN));
    assert!(huis.tafel.groep(&ruben(), own).await.unwrap().is_some());
}

// shows KING-PL3, KING-R6a, KING-R6b, KING-R3b
#[tokio::test]
async fn who_works_on_a_zaak_hears_at_once_that_it_is_in_a_plan_and_no_right_widens() {
    let Casus { huis, plan, bijstand, .. } = casus().await;
    let mut tab = Tafelgenoot::new(peter());
    tab.volgt(&huis, Topic::Plannen(peter().id)).await.unwrap();
    assert_eq!(tab.soorten(), ["ok", "snap"]);
    let seen_before = huis.tafel.zaken(&rianne(), &alle()).await.unwrap().0;
    huis.doet(&rianne(), Opdracht::KoppelZaak { plan, zaak: bijstand }).await.unwrap();
    let heard = tab.gehoord();
    assert_eq!(
        (&heard[0]["t"], &heard[0]["topic"]),
        (&"lid".into(), &format!("plan/{plan}@deelnemer").into())
    );
    assert_eq!(heard[0]["b"]["regisseurs"][0]["naam"], "Rianne");
    // She saw that it runs before, and sees no more now; he sees no other zaak.
    assert_eq!(huis.tafel.zaken(&rianne(), &alle()).await.unwrap().0, seen_before);
    assert_eq!(seen_before.len(), 3);
    assert!(seen_before.iter().all(|rij| rij.persoon.is_none() && rij.onderwerp.is_none()));
    let mut page = Tafelgenoot::new(peter());
    page.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    let lines: Vec<_> = page.gehoord().into_iter().filter(|frame| frame["t"] == "lid").collect();
    let zaken = lines.iter().filter(|frame| frame["topic"].as_str().unwrap().starts_with("zaak/"));
    // His own, and Maria's Wmo-zaak under *dat* as before: he works for the same person.
    let zaken: Vec<_> = zaken.map(|frame| frame["b"]["toegang"].as_str().unwrap().to_owned()).collect();
    assert_eq!(zaken.len(), 2, "Dylan's is not there: {lines:?}");
    assert!(zaken.contains(&"wat".to_owned()) && zaken.contains(&"dat".to_owned()));
    huis.doet(&rianne(), Opdracht::OntkoppelZaak { plan, zaak: bijstand }).await.unwrap();
    assert_eq!(tab.soorten(), ["revoked"]);
    assert!(page.soorten().iter().all(|kind| kind == "revoked" || kind == "eraf"));
    assert_eq!(huis.tafel.plan(&peter(), plan).await, Ok(None));
}

fn alle() -> crate::overzicht::ZakenFilter {
    crate::overzicht::ZakenFilter { lijst: crate::overzicht::Lijst::Alle, aantal: 50, ..Default::default() }
}

// shows KING-PL8
#[tokio::test]
async fn a_personal_goal_is_not_there_for_others_not_by_frame_number_or_answer() {
    let Casus { huis, plan, maria, dylan, .. } = casus().await;
    let (mut kevin_tab, mut emma_tab) = (Tafelgenoot::new(kevin()), Tafelgenoot::new(emma()));
    for tab in [&mut kevin_tab, &mut emma_tab] {
        tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
        tab.gehoord();
    }
    huis.doel(&rianne(), plan, Voor::Lid(maria), "Maria krijgt rust").await;
    huis.doet(&rianne(), actie(plan, Voor::Lid(maria), &emma())).await.unwrap();
    assert_eq!(emma_tab.soorten(), ["ev", "ev"]);
    assert_eq!(kevin_tab.soorten(), Vec::<String>::new());
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    let heard = kevin_tab.gehoord();
    assert_eq!((heard.len(), &heard[0]["v"]), (1, &1.into()), "the first thing that he can see: {heard:?}");
    assert!(!heard[0].to_string().contains("rust"));
    huis.doel(&rianne(), plan, Voor::Lid(dylan), "Weer naar school").await;
    assert_eq!(kevin_tab.soorten(), ["ev"]);
    let seen = huis.deel(&kevin(), plan).await.unwrap();
    let leden: Vec<_> = seen.leden.iter().map(|lid| lid.persoon).collect();
    assert_eq!((leden, seen.groep.doelen.len()), (vec![dylan], 1));
    assert!(!serde_json::to_string(&seen).unwrap().contains("rust"));
    // What he does answers no number of what is elsewhere, and what he may not see is not there.
    huis.doet(&rianne(), actie(plan, Voor::Groep, &kevin())).await.unwrap();
    let wat = huis.wat(&rianne(), plan).await;
    let (hers, his) = (wat.acties[0].id, wat.acties[1].id);
    let done = huis.doet(&kevin(), Opdracht::MeldActieGedaan { plan, actie: his }).await.unwrap();
    assert_eq!(done.versie, 0);
    let theirs = Opdracht::MeldActieGedaan { plan, actie: hers };
    assert_eq!(huis.doet(&kevin(), theirs).await, Err(Weigering::NIET_GEVONDEN));
    let condition = Kop { if_v: Some(wat.versie), ..huis.kop() };
    let again = huis.tafel.voer_uit(&kevin(), Opdracht::HeropenActie { plan, actie: his }, condition).await;
    assert_eq!(again, Err(Weigering::Conflict { versie: 0, eerder: None }));
    for topic in
        [Topic::PlanWat(plan), Topic::PlanRij(plan), Topic::PlanLid(plan, maria), Topic::PlanTafel(plan)]
    {
        assert_eq!(kevin_tab.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
}

// shows KING-AC1, KING-PL8
#[tokio::test]
async fn nobody_gets_something_to_do_that_they_may_not_see() {
    let Casus { huis, plan, maria, dylan, .. } = casus().await;
    let not_theirs = Err(Weigering::Velden(vec![("eigenaar", "plan.eigenaar_ziet_dit_niet")]));
    for (voor, who, fine) in [
        (Voor::Lid(dylan), kevin(), true),
        (Voor::Lid(maria), kevin(), false),
        (Voor::Groep, emma(), true),
        (Voor::Groep, peter(), false),
        (Voor::Lid(maria), rianne(), true),
        (Voor::Groep, ruben(), false),
    ] {
        let got = huis.doet(&rianne(), actie(plan, voor, &who)).await;
        assert_eq!(got.is_ok(), fine, "{voor:?} {}", who.naam);
        if !fine {
            assert_eq!(got, not_theirs);
        }
    }
    let set =
        Opdracht::StelDoel { plan, voor: Voor::Groep, omschrijving: "Iets".to_owned(), achterhouden: None };
    let known = Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    assert_eq!(huis.doet(&kevin(), set.clone()).await, known, "he knows of the plan");
    assert_eq!(huis.doet(&peter(), set).await, Err(Weigering::NIET_GEVONDEN));
}

// shows KING-RG1, KING-RG3, N-34
#[tokio::test]
async fn a_duo_sees_each_others_changes_and_who_leaves_sees_nothing_more() {
    let Casus { huis, plan, dylan, jeugd, .. } = casus().await;
    huis.doet(&rianne(), Opdracht::VoegRegisseurToe { plan, regisseur: ruben().id }).await.unwrap();
    let mut tab = Tafelgenoot::new(ruben());
    for topic in [Topic::PlanWat(plan), Topic::Plan(plan), Topic::PlanTafel(plan), Topic::ZaakDat(jeugd)] {
        tab.volgt(&huis, topic).await.unwrap();
    }
    tab.gehoord();
    huis.doel(&rianne(), plan, Voor::Lid(dylan), "Weer naar school").await;
    let heard = tab.gehoord();
    let evs: Vec<_> = heard.iter().filter(|frame| frame["t"] == "ev").collect();
    assert_eq!((evs.len(), &evs[0]["k"]), (2, &"DoelGesteld".into()), "the plan and its line: {heard:?}");
    let wat = huis.wat(&ruben(), plan).await;
    let reached = Opdracht::RondDoelAf { plan, doel: wat.doelen[0].id, uitkomst: Uitkomst::Behaald };
    huis.doet(&ruben(), reached).await.unwrap();
    huis.doet(&rianne(), Opdracht::DraagRegieOver { plan, regisseur: ruben().id }).await.unwrap();
    assert_eq!(huis.wat(&rianne(), plan).await.verantwoordelijk, ruben().id);
    let stay = Opdracht::VerwijderRegisseur { plan, regisseur: ruben().id };
    let refused = Err(Weigering::Geweigerd { code: "plan.verantwoordelijk_blijft" });
    assert_eq!(huis.doet(&rianne(), stay).await, refused);
    let mut hers = Tafelgenoot::new(rianne());
    for topic in [Topic::PlanWat(plan), Topic::Plan(plan), Topic::PlanTafel(plan), Topic::ZaakDat(jeugd)] {
        hers.volgt(&huis, topic).await.unwrap();
    }
    hers.gehoord();
    huis.doet(&ruben(), Opdracht::VerwijderRegisseur { plan, regisseur: rianne().id }).await.unwrap();
    // A question to the same actor: what was sent before it has arrived.
    hers.volgt(&huis, Topic::PlanTafel(plan)).await.unwrap_err();
    let gone = hers.soorten();
    assert!(gone.iter().filter(|kind| *kind == "revoked").count() >= 4, "{gone:?}");
    assert!(!gone.contains(&"ev".to_owned()), "{gone:?}");
    huis.doel(&ruben(), plan, Voor::Groep, "Iets anders").await;
    assert_eq!(hers.soorten(), Vec::<String>::new());
    assert_eq!(huis.tafel.plan(&rianne(), plan).await, Ok(None));
    assert_eq!(huis.tafel.zaak(&rianne(), jeugd).await, Ok(None), "that it runs came with the plan");
}

// shows KING-PL3
#[tokio::test]
async fn who_is_taken_off_a_zaak_is_off_the_plan() {
    let Casus { huis, plan, jeugd, .. } = casus().await;
    let mut tab = Tafelgenoot::new(kevin());
    tab.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    tab.volgt(&huis, Topic::Plannen(kevin().id)).await.unwrap();
    tab.gehoord();
    huis.toewijzen(jeugd, &[&emma()]).await;
    let gone = tab.soorten();
    assert!(gone.iter().all(|kind| kind == "revoked" || kind == "eraf") && gone.len() >= 3, "{gone:?}");
    huis.doel(&rianne(), plan, Voor::Groep, "Zonder Kevin").await;
    assert_eq!(tab.soorten(), Vec::<String>::new());
    assert_eq!(huis.deel(&kevin(), plan).await, None);
    assert_eq!(huis.deel(&emma(), plan).await.unwrap().leden.len(), 2, "she works for both now");
}

#[tokio::test]
async fn a_plan_is_as_it_was_after_a_start_from_its_kept_state() {
    let Casus { huis, plan, .. } = casus().await;
    huis.doel(&rianne(), plan, Voor::Groep, "Samen eten").await;
    let before = (huis.wat(&rianne(), plan).await, huis.deel(&kevin(), plan).await);
    huis.tafel.stop().await;
    let huis = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!((huis.wat(&rianne(), plan).await, huis.deel(&kevin(), plan).await), before);
}
