//! Where a signaal lies: with the regisseurs of a plan for as long as that runs, with the wijkteam before and after; and what it may
//! tell of where it lay.

use keukentafel::clock::Clock;
use keukentafel::domain::aggregate::Context;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::huishouden::Lidbron;
use keukentafel::domain::ids::{PlanId, SignaalId};
use keukentafel::domain::mens::Mens;
use keukentafel::domain::persoon::{Adres, BrpMomentopname, BrpVeld, PersoonCommand};
use keukentafel::domain::signaal::Afhandeling;
use keukentafel::poort::Doel;
use keukentafel::protocol::body::{LidKeuze, NieuwHuishouden, NieuwSignaal};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::SignaalAntwoord;

use super::signalen::{bron, over_maria, signaal, soort_van};
use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::entity::{Ask, Bijvangst, EntityKey, Msg};
use crate::overzicht::{Signaalstand, SignalenFilter};

impl Huis {
    async fn sluit(&self, wie: &Wie, plan: PlanId) {
        let close = Opdracht::SluitPlan { plan, resultaat: "Klaar".to_owned() };
        self.doet(wie, close).await.unwrap();
    }

    /// Everything that was reported and may be seen, handled or not.
    async fn ooit(&self, wie: &Wie) -> Vec<SignaalId> {
        let filter = SignalenFilter { aantal: 100, stand: Signaalstand::Alle, ..SignalenFilter::default() };
        let found = self.tafel.signalen(wie, &filter).await.unwrap();
        found.map(|(rows, ..)| rows.into_iter().map(|rij| rij.id).collect()).unwrap_or_default()
    }

    /// What the BRP says of somebody, taken over as it stands.
    async fn uit_brp(&self, persoon: PersoonId, bsn: &str, geheimhouding: bool) {
        let momentopname = BrpMomentopname {
            op: self.clock.now(),
            doel: Doel::Intake,
            verzoek: Uuid::from_u128(77),
            gevraagd: Vec::new(),
            bsn: Bsn::parse(bsn).unwrap(),
            voornamen: Some("Maria".to_owned()),
            voorvoegsel: None,
            geslachtsnaam: Some("Verhoef".to_owned()),
            geboortedatum: Some(jiff::civil::date(1958, 3, 14)),
            adres: Some(Adres {
                straat: "Kerkebuurt".to_owned(),
                huisnummer: "4".to_owned(),
                postcode: "9999ZZ".to_owned(),
                plaats: "Wiedermeer".to_owned(),
            }),
            adres_sinds: None,
            adresseerbaar_object: None,
            geheimhouding,
            in_onderzoek: false,
            opschorting: None,
        };
        let command = PersoonCommand::NeemOverUitBrp {
            momentopname: Box::new(momentopname),
            velden: vec![BrpVeld::Adres],
            gezag: Vec::new(),
        };
        let context = Context { wie: linda(), now: self.clock.now(), namens: None, mens: Mens::default() };
        let kop = self.kop();
        let make = |reply| {
            Msg::Execute(Box::new(Ask {
                command: command.clone(),
                handeling: "NeemOpnieuwOverUitBrp",
                context: context.clone(),
                kop,
                bijvangst: Bijvangst::default(),
                oorzaak: None,
                reply,
            }))
        };
        let key = EntityKey { gemeente: GEMEENTE, id: persoon.0 };
        self.tafel.actors.personen.ask(key, &(), make).await.unwrap();
        self.tafel.projector.catch_up().await;
    }
}

// shows KING-SI5, KING-ZT22, KING-ZT25
#[tokio::test]
async fn what_lay_in_a_plan_that_ended_is_with_the_wijkteam_again_at_once_and_whole() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let groep = huis.groep(&rianne(), &[maria]).await;
    let plan = huis.plan(&rianne(), groep).await;
    for soort in [soort_van("huurachterstand"), soort_van("energie_afsluiting"), soort_van("overlast")] {
        huis.doet(&bron(90), over_maria(soort)).await.unwrap();
    }
    huis.rust().await;
    let all = huis.wat(&rianne(), plan).await.signalen;
    assert_eq!((all.len(), huis.ooit(&emma()).await), (3, vec![]));
    let done = Opdracht::HandelSignaalAf { signaal: all[2], afhandeling: Afhandeling::HulpLoopt };
    huis.doet(&rianne(), done).await.unwrap();
    let mut tabs = [emma(), wendy(), rianne()].map(Tafelgenoot::new);
    for tab in &mut tabs {
        tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
        assert_eq!(tab.soorten(), ["ok", "snap"], "{}", tab.conn.wie().naam);
    }
    let mut page = Tafelgenoot::new(rianne());
    page.volgt(&huis, Topic::Plan(plan)).await.unwrap();
    page.gehoord();
    huis.sluit(&rianne(), plan).await;
    for tab in &mut tabs {
        let naam = tab.conn.wie().naam.clone();
        let heard = tab.gehoord();
        let came = |start: &str| {
            let is =
                |frame: &&serde_json::Value| frame["topic"].as_str().is_some_and(|at| at.starts_with(start));
            heard.iter().filter(|frame| frame["t"] == "lid").filter(is).count()
        };
        assert_eq!(came("signaal/"), 2, "what is open: {naam} {heard:?}");
        // Three within months, counted over what the wijkteam sees again.
        let rol = tab.conn.wie().rol;
        // Of a regisseur about Maria, and about the groep that she looks after.
        let items = if rol == Rol::Wijkteammanager { 0 } else { 1 + usize::from(rol == Rol::Regisseur) };
        assert_eq!(came("aandacht/"), items, "{naam} {heard:?}");
    }
    for wie in [emma(), rianne()] {
        assert_eq!(huis.register(&wie).await.len(), 2, "{}", wie.naam);
        assert_eq!(huis.ooit(&wie).await.len(), 3, "{}", wie.naam);
        assert_eq!(huis.lees(&wie, all[0]).await.inzendingen[0].bron, "Woningstichting De Brink");
    }
    assert!(matches!(huis.tafel.signaal(&wendy(), all[0]).await, Ok(Some(SignaalAntwoord::Dat(_)))));
    assert_eq!(huis.wat(&rianne(), plan).await.signalen, all, "the plan keeps what it had");
    assert!(page.soorten().iter().all(|kind| kind == "ev"), "and so does its page");
    // The same after a start from what was kept, and in the next plan it is with the regisseurs again.
    huis.tafel.stop().await;
    let huis = Huis::on(Arc::clone(&huis.journal)).await;
    assert_eq!((huis.register(&emma()).await.len(), huis.ooit(&emma()).await.len()), (2, 3));
    let next = huis.plan(&rianne(), groep).await;
    huis.rust().await;
    assert_eq!(huis.wat(&rianne(), next).await.signalen.len(), 2, "what is open");
    assert_eq!(huis.register(&emma()).await, []);
    assert_eq!(huis.tafel.signaal(&emma(), all[0]).await, Ok(None));
}

// shows KING-SI5, KING-G4
#[tokio::test]
async fn of_two_plans_of_a_child_the_one_that_ended_lets_go_and_the_wijkteam_waits_for_both() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let one = huis.groep(&rianne(), &[maria, dylan]).await;
    let one = huis.plan(&rianne(), one).await;
    let other = huis.groep(&ruben(), &[dylan]).await;
    let other = huis.plan(&ruben(), other).await;
    let about = NieuwSignaal { persoon: Some(dylan), ..signaal(soort_van("schoolverzuim")) };
    huis.tafel.heeft_gevonden(&kevin(), [dylan]);
    huis.doet(&kevin(), Opdracht::MeldSignaal(about)).await.unwrap();
    huis.rust().await;
    let id = huis.wat(&rianne(), one).await.signalen[0];
    let mut page = Tafelgenoot::new(rianne());
    page.volgt(&huis, Topic::Plan(one)).await.unwrap();
    page.gehoord();
    let mut team = Tafelgenoot::new(kevin());
    team.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    team.gehoord();
    huis.sluit(&rianne(), one).await;
    let heard = page.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "it is with him now: {heard:?}");
    for wie in [rianne(), kevin()] {
        assert_eq!(huis.tafel.signaal(&wie, id).await, Ok(None), "{}", wie.naam);
        assert_eq!(huis.register(&wie).await, [], "{}", wie.naam);
    }
    assert_eq!(team.soorten(), Vec::<String>::new());
    assert_eq!(huis.lees(&ruben(), id).await.inzendingen.len(), 1);
    huis.sluit(&ruben(), other).await;
    assert_eq!(team.soorten(), ["lid"]);
    assert_eq!((huis.register(&kevin()).await.len(), huis.register(&rianne()).await.len()), (1, 1));
}

// shows KING-G4, KING-SI5
#[tokio::test]
async fn what_happened_to_a_signaal_does_not_tell_one_regisseur_of_the_plan_of_another() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let one = huis.groep(&rianne(), &[maria, dylan]).await;
    let one = huis.plan(&rianne(), one).await;
    let about = NieuwSignaal { persoon: Some(dylan), ..signaal(soort_van("schoolverzuim")) };
    huis.tafel.heeft_gevonden(&kevin(), [dylan]);
    huis.doet(&kevin(), Opdracht::MeldSignaal(about)).await.unwrap();
    huis.rust().await;
    let other = huis.groep(&ruben(), &[dylan]).await;
    huis.plan(&ruben(), other).await;
    huis.rust().await;
    let id = huis.wat(&rianne(), one).await.signalen[0];
    let mut tab = Tafelgenoot::new(ruben());
    for topic in [Topic::SignaalWat(id), Topic::SignaalRij(id), Topic::Signalen(GEMEENTE)] {
        tab.volgt(&huis, topic).await.unwrap();
    }
    tab.gehoord();
    let seen = huis.lees(&ruben(), id).await;
    let kinds: Vec<_> = seen.tijdlijn.iter().map(|line| line.soort.as_str()).collect();
    assert_eq!(kinds, ["SignaalGemeld"], "where it lay before is not his to know");
    let done = |afhandeling| Opdracht::HandelSignaalAf { signaal: id, afhandeling };
    huis.doet(&rianne(), done(Afhandeling::ContactGeweest)).await.unwrap();
    let heard = tab.gehoord();
    assert!(heard.iter().any(|frame| frame["k"] == "SignaalAfgehandeld"), "{heard:?}");
    let told = format!("{heard:?} {:?}", huis.lees(&ruben(), id).await);
    for hers in [rianne().naam, rianne().id.to_string(), one.to_string()] {
        assert!(!told.contains(&hers), "{hers} in {told}");
    }
    let late = Kop { if_v: Some(1), ..huis.kop() };
    let refused = huis.tafel.voer_uit(&ruben(), done(Afhandeling::Onjuist), late).await;
    let Err(Weigering::Conflict { eerder: Some(first), .. }) = refused else { unreachable!("{refused:?}") };
    assert_eq!((first.soort.as_str(), first.door), ("SignaalAfgehandeld", None));
    // Her own plan says that it landed there; and what the wijkteam does among itself has a name.
    let lines = huis.wat(&rianne(), one).await.tijdlijn;
    assert!(lines.iter().any(|line| line.soort == "SignaalGeland" && line.over == Some(id.0)));
    let sam = huis.dylan_alike("Sam").await;
    let about = NieuwSignaal { persoon: Some(sam), ..signaal(soort_van("schoolverzuim")) };
    huis.tafel.heeft_gevonden(&kevin(), [sam]);
    huis.doet(&kevin(), Opdracht::MeldSignaal(about)).await.unwrap();
    let own = huis.register(&kevin()).await[0].id;
    let done = Opdracht::HandelSignaalAf { signaal: own, afhandeling: Afhandeling::GeenActie };
    huis.doet(&rianne(), done).await.unwrap();
    let line = huis.lees(&kevin(), own).await.tijdlijn.into_iter().next().unwrap();
    assert_eq!(line.door.map(|who| who.naam), Some("Rianne".to_owned()));
}

// shows KING-ZT25, C2-L3
#[tokio::test]
async fn the_place_of_a_secret_address_is_nowhere_in_the_register_nor_found_by_it() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    huis.uit_brp(maria, "123456782", false).await;
    huis.doet(&bron(90), over_maria(soort_van("huurachterstand"))).await.unwrap();
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(&huis, Topic::Signalen(GEMEENTE)).await.unwrap();
    tab.gehoord();
    let found = async |plaats: &str| {
        let filter =
            SignalenFilter { plaats: Some(plaats.to_owned()), aantal: 9, ..SignalenFilter::default() };
        huis.tafel.signalen(&emma(), &filter).await.unwrap().unwrap().0.len()
    };
    let place = async || huis.register(&emma()).await[0].plaats.clone();
    assert_eq!((found("9999").await, place().await), (1, Some("9999ZZ Wiedermeer".to_owned())));
    huis.uit_brp(maria, "123456782", true).await;
    assert_eq!((found("9999").await, found("wieder").await, place().await), (0, 0, None));
    let heard = tab.gehoord();
    assert_eq!(heard.len(), 1, "the line that is open lets go of it: {heard:?}");
    assert!(heard[0]["b"].get("plaats").is_none(), "{heard:?}");
    // Who lives with somebody whose address is secret lives at that address.
    huis.uit_brp(maria, "123456782", false).await;
    tab.gehoord();
    huis.uit_brp(dylan, "999990020", true).await;
    let lid = |persoon| LidKeuze { persoon, bron: Lidbron::Handmatig, vanaf: None };
    let samen = NieuwHuishouden { leden: vec![lid(maria), lid(dylan)] };
    assert_eq!(found("9999").await, 1);
    huis.doet(&linda(), Opdracht::StelHuishoudenVast(samen)).await.unwrap();
    assert_eq!((found("9999").await, place().await), (0, None));
    assert!(tab.gehoord().iter().any(|frame| frame["t"] == "ev" && frame["b"].get("plaats").is_none()));
}

// shows KING-R3, KING-ZT25
#[tokio::test]
async fn from_a_signaal_there_is_a_way_to_the_home_only_for_who_may_open_that() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let typed =
        NieuwHuishouden { leden: vec![LidKeuze { persoon: maria, bron: Lidbron::Handmatig, vanaf: None }] };
    let home = huis.doet(&linda(), Opdracht::StelHuishoudenVast(typed)).await.unwrap().id;
    huis.doet(&bron(90), over_maria(soort_van("overlast"))).await.unwrap();
    let id = huis.register(&emma()).await[0].id;
    let way = |wie: Wie| {
        let huis = &huis;
        async move {
            let signaal = huis.tafel.signaal(&wie, id).await.unwrap().unwrap();
            huis.tafel.huis_bij_signaal(&wie, &signaal).map(|home| home.0)
        }
    };
    assert_eq!(way(emma()).await, None, "she reads the signaal, and works for nobody there");
    assert_eq!(way(wendy()).await, None, "she only knows that it is there");
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    assert_eq!(way(emma()).await, Some(home));
    // From a groep likewise.
    assert_eq!(huis.tafel.huizen_van(&emma(), &[maria])[0].huishouden.0, home);
    assert!(huis.tafel.huizen_van(&peter(), &[maria]).is_empty());
}
