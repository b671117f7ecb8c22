//! A person is not an account: who works here can be a resident too, and can work under more accounts than one.

use keukentafel::domain::signaal::Afhandeling;
use keukentafel::protocol::body::{NieuweVervanging, Werkvoorraadoverdracht};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::ZaakAntwoord;

use super::besluiten::{besluit, bijstand_van, wat};
use super::rechten::next_round;
use super::signalen::{bron, over_maria, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::toekenningen::glas;
use super::*;
use crate::overzicht::SignalenFilter;

impl Huis {
    /// Records that this person works here as `wie`.
    pub(super) async fn is_collega(&self, persoon: PersoonId, wie: &Wie) {
        let known = Opdracht::LegMedewerkerVast { persoon, medewerker: Some(wie.id), niet_meer: false };
        self.doet(&pieter(), known).await.unwrap();
        self.tafel.projector.catch_up().await;
    }

    async fn is_niet_meer(&self, persoon: PersoonId, wie: &Wie) {
        let away = Opdracht::LegMedewerkerVast { persoon, medewerker: Some(wie.id), niet_meer: true };
        self.doet(&pieter(), away).await.unwrap();
        self.tafel.projector.catch_up().await;
    }

    async fn ziet_wachten(&self, wie: &Wie, zaak: ZaakId) -> bool {
        let open = Tafelgenoot::new(wie.clone()).volgt(self, Topic::ZaakTeAccorderen(zaak)).await.is_ok();
        assert_eq!(
            self.tafel.zaak_besluit(wie, zaak).await.unwrap().is_some(),
            open,
            "both doors say the same"
        );
        open
    }
}

// shows C1-P7, N-13, N-12, G20
#[tokio::test]
async fn who_has_two_accounts_is_one_pair_of_eyes_also_when_that_is_learnt_after_the_work() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = bijstand_van(&huis, maria).await;
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: besluit("Nodig") }).await.unwrap();
    let hash = wat(&huis, zaak).await.hash;
    assert!(huis.ziet_wachten(&paul(), zaak).await);
    let mut open = Tafelgenoot::new(paul());
    open.volgt(&huis, Topic::Werkvoorraad(paul().id)).await.unwrap();
    open.volgt(&huis, Topic::ZaakBesluit(zaak)).await.unwrap();
    // Peter and Paul are the person who is Dylan in the record. That is learnt of Peter last, and taken back of Peter first.
    huis.is_collega(dylan, &paul()).await;
    open.gehoord();
    huis.is_collega(dylan, &peter()).await;
    assert_eq!(open.soorten(), ["revoked", "revoked"], "the line on the list, and what was offered");
    assert!(!huis.ziet_wachten(&paul(), zaak).await);
    let agree = || Opdracht::Accordeer { zaak, hash: hash.clone() };
    let own = Err(Weigering::Geweigerd { code: "besluit.eigen_werk" });
    assert_eq!(huis.doet(&paul(), agree()).await, own);
    let reason = Opdracht::WijsVoorstelAf { zaak, hash: hash.clone(), reden: "Niet compleet".to_owned() };
    assert_eq!(huis.doet(&paul(), reason).await, own);
    huis.is_niet_meer(dylan, &peter()).await;
    assert_eq!(open.soorten(), ["lid"], "and it comes back on the open list");
    assert!(huis.ziet_wachten(&paul(), zaak).await);
    huis.doet(&paul(), agree()).await.unwrap();
}

// shows C1-P7, N-13, N-12
#[tokio::test]
async fn nobody_agrees_about_themselves_as_a_colleague() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = bijstand_van(&huis, maria).await;
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: besluit("Nodig") }).await.unwrap();
    let hash = wat(&huis, zaak).await.hash;
    let mut open = Tafelgenoot::new(paul());
    open.volgt(&huis, Topic::ZaakTeAccorderen(zaak)).await.unwrap();
    open.gehoord();
    huis.is_collega(maria, &paul()).await;
    assert_eq!(open.soorten(), ["revoked"], "it leaves the screen on which it was open");
    assert!(!huis.ziet_wachten(&paul(), zaak).await);
    let own = Err(Weigering::Geweigerd { code: "besluit.eigen_zaak" });
    assert_eq!(huis.doet(&paul(), Opdracht::Accordeer { zaak, hash }).await, own);
}

// shows X-25, N-12: what somebody has for a while opens nothing about themselves
#[tokio::test]
async fn standing_in_opens_nothing_about_oneself() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let vervanging = NieuweVervanging {
        vervanger: vera().id,
        vanaf: "2026-11-25".to_owned(),
        tot_en_met: "2026-11-27".to_owned(),
        reden: "Vakantie".to_owned(),
    };
    let stand_in = Opdracht::WijsVervangerAan { medewerker: emma().id, vervanging };
    huis.doet(&emma(), stand_in).await.unwrap();
    huis.tafel.projector.catch_up().await;
    assert!(matches!(huis.tafel.zaak(&vera(), zaak).await.unwrap(), Some(ZaakAntwoord::Schrijven(_))));
    let mut open = Tafelgenoot::new(vera());
    for topic in [Topic::ZaakWat(zaak), Topic::ZaakRij(zaak), Topic::Werkvoorraad(vera().id)] {
        open.volgt(&huis, topic).await.unwrap();
    }
    open.gehoord();
    huis.is_collega(maria, &vera()).await;
    // The zaak has looked again when it answers.
    assert!(huis.tafel.zaak(&emma(), zaak).await.unwrap().is_some());
    assert_eq!(open.soorten(), ["revoked", "revoked"], "the line, which is on her list too, and the content");
    for topic in [Topic::ZaakWat(zaak), Topic::ZaakRij(zaak)] {
        assert_eq!(open.volgt(&huis, topic).await, Err(Weigering::NIET_GEVONDEN), "{topic}");
    }
    let now = huis.tafel.zaak(&vera(), zaak).await.unwrap();
    assert!(!matches!(now, Some(ZaakAntwoord::Schrijven(_) | ZaakAntwoord::Wat(_))), "{now:?}");
    open.gehoord();
    huis.is_niet_meer(maria, &vera()).await;
    assert_eq!(open.soorten(), ["lid"], "it was somebody else: it is back on her list");
}

// shows KING-R6e, KING-R4e: about oneself there is nothing to ask, and no glass to break
#[tokio::test]
async fn who_turns_out_to_be_the_person_asks_nothing_and_breaks_nothing_about_themselves() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let wmo = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let bijstand = huis.melding(maria, Zaaktype::AanvraagBijzondereBijstand).await;
    huis.toewijzen(wmo, &[&emma()]).await;
    huis.toewijzen(bijstand, &[&peter()]).await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    assert!(huis.tafel.toestemming_mogelijk(&emma(), bijstand).await.unwrap().is_some());
    huis.is_collega(maria, &emma()).await;
    assert_eq!(huis.tafel.toestemming_mogelijk(&emma(), bijstand).await, Ok(None));
    huis.doet(&wendy(), glas(plan, true)).await.unwrap();
    let mut open = Tafelgenoot::new(wendy());
    open.volgt(&huis, Topic::PlanWat(plan)).await.unwrap();
    open.gehoord();
    huis.is_niet_meer(maria, &emma()).await;
    huis.is_collega(maria, &wendy()).await;
    assert!(huis.tafel.plan(&rianne(), plan).await.unwrap().is_some());
    assert_eq!(open.soorten(), ["revoked"]);
    assert_eq!(huis.tafel.plan(&wendy(), plan).await, Ok(None));
    assert_eq!(huis.doet(&wendy(), glas(plan, true)).await, Err(Weigering::NIET_GEVONDEN));
}

// shows KING-R4b: nobody gives themselves what is another's
#[tokio::test]
async fn who_passes_work_on_gives_none_of_it_to_themselves() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let dylan = huis.dylan().await;
    let over = || {
        let overdracht =
            Werkvoorraadoverdracht { aan: vec![emil().id], reden: "Langdurig afwezig".to_owned() };
        Opdracht::DraagWerkvoorraadOver { medewerker: emma().id, overdracht }
    };
    let mut koppelingen = Tafelgenoot::new(pieter());
    koppelingen.volgt(&huis, Topic::Nazicht(GEMEENTE)).await.unwrap();
    koppelingen.gehoord();
    huis.is_collega(dylan, &manager()).await;
    huis.is_collega(dylan, &emil()).await;
    let last = koppelingen.gehoord().pop().unwrap()["b"]["koppelingen"].to_string();
    assert!(
        last.contains(&emil().id.to_string()),
        "who looks back sees at once whom it turned out to be: {last}"
    );
    let own = Err(Weigering::Velden(vec![("aan", "overdracht.aan_zichzelf")]));
    assert_eq!(huis.doet(&manager(), over()).await, own);
    huis.is_niet_meer(dylan, &emil()).await;
    huis.doet(&manager(), over()).await.unwrap();
}

// shows N-12: whose list of talks may read otherwise now hears that there is news, under each account that is or was theirs
#[tokio::test(start_paused = true)]
async fn each_account_of_who_turns_out_to_be_somebody_hears_that_there_is_news() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut tabs = [vera(), paul(), emma()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        let own = Topic::Gesprekken(tab.conn.wie().id);
        tab.volgt(&huis, own).await.unwrap();
        tab.gehoord();
    }
    let [mut veras, mut pauls, mut emmas] = tabs;
    let none = Vec::<String>::new();
    huis.is_collega(maria, &vera()).await;
    next_round(&huis).await;
    assert_eq!((veras.soorten(), pauls.soorten()), (vec!["latest".to_owned()], none.clone()));
    // Vera's other account: what she is told under the first may be otherwise for it.
    huis.is_collega(maria, &paul()).await;
    next_round(&huis).await;
    assert_eq!((veras.soorten().len(), pauls.soorten().len()), (1, 1));
    assert_eq!(emmas.soorten(), none, "it is nobody else's");
}

// shows C1-P7, N-13, G20: who says at the door who they are is the colleague whom the record knows by that person only
#[tokio::test]
async fn who_says_themselves_who_they_are_is_one_with_the_accounts_of_that_person() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = bijstand_van(&huis, maria).await;
    huis.doet(&peter(), Opdracht::StelBesluitVoor { zaak, besluit: besluit("Nodig") }).await.unwrap();
    let hash = wat(&huis, zaak).await.hash;
    let paul_zelf = Wie { persoon: Some(dylan), ..paul() };
    assert!(huis.ziet_wachten(&paul_zelf, zaak).await);
    huis.is_collega(dylan, &peter()).await;
    assert!(!huis.ziet_wachten(&paul_zelf, zaak).await);
    let own = Err(Weigering::Geweigerd { code: "besluit.eigen_werk" });
    assert_eq!(huis.doet(&paul_zelf, Opdracht::Accordeer { zaak, hash: hash.clone() }).await, own);
    huis.doet(&paul(), Opdracht::Accordeer { zaak, hash }).await.unwrap();
}

// shows X-24, N-12: nobody works on what is protected about themselves, and says who may
#[tokio::test]
async fn being_named_in_ones_own_protected_dossier_opens_nothing() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.beschermt(maria, &[&emma(), &emil()]).await;
    let mut open = Tafelgenoot::new(emma());
    for topic in [Topic::ZaakWat(zaak), Topic::ZaakRij(zaak)] {
        open.volgt(&huis, topic).await.unwrap();
    }
    open.gehoord();
    huis.is_collega(maria, &emma()).await;
    assert_eq!(huis.tafel.zaak(&emma(), zaak).await, Ok(None));
    assert_eq!(open.soorten(), ["revoked", "revoked"]);
    // Another one who is that person is kept out too; to themselves, at home, it is what it was.
    assert_eq!(huis.tafel.zaak(&Wie { persoon: Some(maria), ..emil() }, zaak).await, Ok(None));
    assert!(huis.tafel.zaak(&emil(), zaak).await.unwrap().is_some());
    assert!(huis.tafel.zaak(&maria_zelf(maria), zaak).await.unwrap().is_some());
    let own = Err(Weigering::Geweigerd { code: "bescherming.eigen_dossier" });
    let lift = || Opdracht::HefBeschermingOp { persoon: maria };
    assert_eq!(huis.doet(&Wie { persoon: Some(maria), ..pieter() }, lift()).await, own);
    huis.doet(&pieter(), lift()).await.unwrap();
    assert!(huis.tafel.zaak(&emma(), zaak).await.unwrap().is_some());
}

// shows ENS-S5, C1-P7, G24: not in a list, and not by trying to take it
#[tokio::test]
async fn a_confidential_matter_about_a_colleague_is_not_there_for_them() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.tafel.heeft_gevonden(&peter(), [maria]);
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let zaak = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    let mut open = Tafelgenoot::new(paul());
    for topic in [Topic::ZaakDat(zaak), Topic::Werkvoorraad(paul().id)] {
        open.volgt(&huis, topic).await.unwrap();
    }
    open.gehoord();
    huis.is_collega(maria, &paul()).await;
    assert_eq!(open.soorten(), ["revoked", "revoked"], "the line, and that on his list");
    let nobody = ZaakId(Uuid::from_u128(404));
    let gone = |id| Opdracht::NeemZaak { zaak: id };
    for id in [zaak, nobody] {
        assert_eq!(huis.tafel.zaak(&paul(), id).await, Ok(None));
        assert_eq!(huis.doet(&paul(), gone(id)).await, Err(Weigering::NIET_GEVONDEN));
        assert_eq!(open.volgt(&huis, Topic::ZaakDat(id)).await, Err(Weigering::NIET_GEVONDEN));
    }
    // Who hands it out hears that it is not for this colleague, and not why.
    let hand_out = || Opdracht::WijsToe { zaak, behandelaars: vec![paul().id], reden: None };
    let refused = huis.doet(&werkverdeler(), hand_out()).await;
    assert_eq!(refused, Err(Weigering::Geweigerd { code: "zaak.niet_voor_collega" }));
    assert_eq!(huis.tafel.zaak(&paul(), zaak).await, Ok(None));
    huis.is_niet_meer(maria, &paul()).await;
    huis.doet(&werkverdeler(), hand_out()).await.unwrap();
    assert!(matches!(huis.tafel.zaak(&paul(), zaak).await, Ok(Some(ZaakAntwoord::Schrijven(_)))));
}

// shows KING-SI5, N-12: who reported stands in it, and nobody deals with what is about themselves
#[tokio::test]
async fn a_signaal_about_a_colleague_is_not_there_for_them() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    for soort in ["huurachterstand", "zorgmijding", "overlast"] {
        huis.doet(&bron(90), over_maria(soort_van(soort))).await.unwrap();
    }
    let seen = huis.register(&emma()).await;
    let signaal = seen[0].id;
    let together = async |wie: &Wie| {
        huis.tafel.signalen(wie, &SignalenFilter::default()).await.unwrap().unwrap().1.len()
    };
    assert_eq!((seen.len(), together(&emma()).await, together(&emil()).await), (3, 1, 1));
    let mut open = Tafelgenoot::new(emma());
    for topic in [Topic::SignaalWat(signaal), Topic::Signalen(GEMEENTE)] {
        open.volgt(&huis, topic).await.unwrap();
    }
    open.gehoord();
    huis.is_collega(maria, &emma()).await;
    assert_eq!(
        (huis.tafel.signaal(&emma(), signaal).await, huis.register(&emma()).await),
        (Ok(None), vec![])
    );
    assert_eq!(together(&emma()).await, 0, "nor that there are several");
    // It has looked again when it answers a colleague.
    huis.lees(&emil(), signaal).await;
    assert_eq!(open.soorten(), ["revoked"; 5], "three lines, that there are several, and the content");
    let close = Opdracht::HandelSignaalAf { signaal, afhandeling: Afhandeling::GeenActie };
    assert_eq!(huis.doet(&emma(), close).await, Err(Weigering::NIET_GEVONDEN));
    assert_eq!((huis.register(&emil()).await.len(), together(&emil()).await), (3, 1), "a colleague goes on");
}

// shows C1-P7, N-12: nobody works on what is about themselves, whoever gives it to them
#[tokio::test]
async fn work_about_a_colleague_does_not_go_to_that_colleague() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.is_collega(maria, &emil()).await;
    let geef = |to: &[&Wie]| Opdracht::WijsToe {
        zaak,
        behandelaars: to.iter().map(|who| who.id).collect(),
        reden: None,
    };
    let code = async |wie: &Wie, opdracht: Opdracht| huis.doet(wie, opdracht).await.unwrap_err().code();
    for who in [linda(), werkverdeler()] {
        for to in [&[&emil()][..], &[&emma(), &emil()]] {
            assert_eq!(code(&who, geef(to)).await, "zaak.niet_voor_collega");
        }
    }
    huis.toewijzen(zaak, &[&emma()]).await;
    let taak = Opdracht::ZetTaakKlaar {
        zaak,
        omschrijving: "Bel de huisarts".to_owned(),
        eigenaar: emil().id,
        dag: "2026-12-10".to_owned(),
    };
    assert_eq!(code(&emma(), taak).await, "zaak.niet_voor_collega");
    // Of a whole werkvoorraad it stays where it is.
    let over = || {
        let overdracht =
            Werkvoorraadoverdracht { aan: vec![emil().id], reden: "Langdurig afwezig".to_owned() };
        Opdracht::DraagWerkvoorraadOver { medewerker: emma().id, overdracht }
    };
    assert_eq!(code(&manager(), over()).await, "overdracht.leeg");
    let other = huis.melding(dylan, Zaaktype::MeldingWmo).await;
    huis.toewijzen(other, &[&emma()]).await;
    huis.doet(&manager(), over()).await.unwrap();
    huis.tafel.projector.catch_up().await;
    let behandelaars = |zaak| huis.tafel.behandelaars(&werkverdeler(), zaak);
    assert_eq!((behandelaars(zaak), behandelaars(other)), (vec![emma().id], vec![emil().id]));
    huis.is_niet_meer(maria, &emil()).await;
    huis.doet(&werkverdeler(), geef(&[&emil()])).await.unwrap();
}
