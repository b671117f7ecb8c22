//! An address is not shown where somebody lives who keeps it from others: neither at who lives with them, nor on a page that is open.

use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::topic::Topic;
use serde_json::json;

use super::huishouden::samen;
use super::nepbrp::{DYLAN_BSN, MARIA_BSN, Nepbrp, STRAAT};
use super::tafelgenoot::Tafelgenoot;
use super::*;

/// Maria and Dylan, both as the BRP has them, who live together; Emma works for Maria, Kevin for Dylan.
struct Thuis {
    huis: Huis,
    brp: Arc<Nepbrp>,
    maria: PersoonId,
    dylan: PersoonId,
    zaak: ZaakId,
}

impl Thuis {
    async fn open() -> Self {
        let brp = Arc::new(Nepbrp::new());
        let huis = Huis::met_brp(Arc::clone(&brp) as Arc<dyn Brp>).await;
        let mut ids = Vec::new();
        for bsn in [MARIA_BSN, DYLAN_BSN] {
            let over: Opdracht = serde_json::from_value(
                json!({ "name": "NeemOverUitBrp", "b": { "bsn": bsn, "doel": "intake" } }),
            )
            .unwrap();
            ids.push(PersoonId(huis.doet(&linda(), over).await.unwrap().id));
        }
        let (maria, dylan) = (ids[0], ids[1]);
        let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
        let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
        huis.toewijzen(jeugd, &[&kevin()]).await;
        Self { huis, brp, maria, dylan, zaak }
    }

    /// They live together, by the record.
    async fn samen(&self) {
        self.huis.doet(&linda(), samen(&[self.maria, self.dylan])).await.unwrap();
    }

    /// Dylan asks the BRP to keep it from others, and it is taken over here.
    async fn dylan_houdt_geheim(&self) {
        self.brp.houdt_geheim(DYLAN_BSN);
        let again = json!({ "persoon": self.dylan, "keuze": { "velden": [], "doel": "intake" } });
        let over = serde_json::from_value(json!({ "name": "NeemOpnieuwOverUitBrp", "b": again })).unwrap();
        self.huis.doet(&kevin(), over).await.unwrap();
    }

    /// Whether the page of Maria says where she lives, in each way it can be had.
    async fn toont(&self, wie: &Wie) -> bool {
        let seen = self.huis.tafel.persoon(wie, self.maria).await.unwrap().unwrap();
        let by_get = seen.adres.is_some();
        assert_eq!(seen.brp.unwrap().adres.is_some(), by_get, "{}", wie.naam);
        assert_eq!(seen.adres_geheim, !by_get, "{}", wie.naam);
        let mut tab = Tafelgenoot::new(wie.clone());
        tab.volgt(&self.huis, Topic::Persoon(self.maria)).await.unwrap();
        let heard = serde_json::to_string(&tab.gehoord()).unwrap();
        assert_eq!(heard.contains(STRAAT), by_get, "{}: {heard}", wie.naam);
        by_get
    }

    /// The address as the template of a new report has it.
    fn in_verslag(&self) -> String {
        self.huis.tafel.verslag_gegevens(&emma(), &[self.zaak], &[]).adres
    }
}

// shows X-24
#[tokio::test]
async fn where_somebody_protected_lives_shows_at_nobody_who_lives_with_them() {
    let thuis = Thuis::open().await;
    thuis.samen().await;
    for wie in [linda(), emma()] {
        assert!(thuis.toont(&wie).await, "{}", wie.naam);
    }
    assert!(thuis.in_verslag().contains(STRAAT));
    thuis.huis.beschermt(thuis.dylan, &[&kevin()]).await;
    for wie in [linda(), emma()] {
        assert!(!thuis.toont(&wie).await, "{}", wie.naam);
        // Asked for by name it would tell where Dylan is, and who is kept out of his dossier may not know.
        assert_eq!(thuis.huis.tafel.adres(&wie, thuis.maria).await, Ok(None), "{}", wie.naam);
    }
    assert_eq!(thuis.in_verslag(), "");
}

// shows C2-L3, N-17
#[tokio::test]
async fn where_somebody_lives_who_keeps_it_secret_shows_at_nobody_who_lives_with_them() {
    let thuis = Thuis::open().await;
    thuis.samen().await;
    assert!(thuis.toont(&emma()).await);
    thuis.dylan_houdt_geheim().await;
    assert!(!thuis.toont(&emma()).await);
    assert!(!thuis.toont(&linda()).await);
    assert_eq!(thuis.in_verslag(), "");
    // Who writes for Maria can ask for it, as for hers if she kept it secret herself; that look is one by itself.
    let asked = thuis.huis.tafel.adres(&emma(), thuis.maria).await.unwrap().unwrap();
    assert_eq!(asked.straat, STRAAT);
}

// shows X-24, G27
#[tokio::test]
async fn an_open_page_loses_the_address_when_it_may_not_be_shown_and_has_it_back() {
    let thuis = Thuis::open().await;
    let huis = &thuis.huis;
    let topic = Topic::Persoon(thuis.maria);
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(huis, topic).await.unwrap();
    let held = open(&mut tab, true);
    // Each of these asks the open page to look again, and what was held counts for nothing.
    thuis.samen().await;
    assert!(tab.gehoord().is_empty(), "that they live together says nothing of her address");
    huis.beschermt(thuis.dylan, &[&kevin()]).await;
    huis.tafel.persoon(&emma(), thuis.maria).await.unwrap();
    assert_eq!(tab.soorten(), ["resync"]);
    let held = weer(&thuis, &mut tab, held, false).await;
    huis.doet(&pieter(), Opdracht::HefBeschermingOp { persoon: thuis.dylan }).await.unwrap();
    huis.tafel.persoon(&emma(), thuis.maria).await.unwrap();
    assert_eq!(tab.soorten(), ["resync"]);
    let held = weer(&thuis, &mut tab, held, true).await;
    thuis.dylan_houdt_geheim().await;
    huis.tafel.persoon(&emma(), thuis.maria).await.unwrap();
    assert_eq!(tab.soorten(), ["resync"]);
    let held = weer(&thuis, &mut tab, held, false).await;
    // Whoever comes back with what they held from before hears it anew too.
    weer(&thuis, &mut tab, held, false).await;
}

// shows X-24
#[tokio::test]
async fn an_open_page_loses_the_address_when_somebody_protected_comes_to_live_there() {
    let thuis = Thuis::open().await;
    let huis = &thuis.huis;
    // The desk of who is named makes them a home; Emma is kept out.
    huis.beschermt(thuis.dylan, &[&kevin(), &linda()]).await;
    let mut tab = Tafelgenoot::new(emma());
    tab.volgt(huis, Topic::Persoon(thuis.maria)).await.unwrap();
    let held = open(&mut tab, true);
    let samen = samen(&[thuis.maria, thuis.dylan]);
    huis.doet(&linda(), samen).await.unwrap();
    huis.tafel.persoon(&emma(), thuis.maria).await.unwrap();
    assert_eq!(tab.soorten(), ["resync"]);
    weer(&thuis, &mut tab, held, false).await;
}

type Held = keukentafel::protocol::rt::Pos;

/// What the tab holds now, and that the address is in it or not.
fn open(tab: &mut Tafelgenoot, with: bool) -> Held {
    let heard = tab.gehoord();
    let ok = heard.iter().find(|frame| frame["t"] == "ok").unwrap();
    assert_eq!(serde_json::to_string(&heard).unwrap().contains(STRAAT), with, "{heard:?}");
    serde_json::from_value(json!({ "e": ok["e"], "v": ok["v"] })).unwrap()
}

/// The page asks again with what it holds. What it gets, or goes on showing, has the address or not.
async fn weer(thuis: &Thuis, tab: &mut Tafelgenoot, held: Held, with: bool) -> Held {
    let topic = Topic::Persoon(thuis.maria);
    let before = held.clone();
    thuis.huis.tafel.sub(&tab.conn, 1, topic, Some(held)).await.unwrap();
    let heard = tab.gehoord();
    let text = serde_json::to_string(&heard).unwrap();
    let ok = heard.iter().find(|frame| frame["t"] == "ok").unwrap();
    let now: Held = serde_json::from_value(json!({ "e": ok["e"], "v": ok["v"] })).unwrap();
    if now.e == before.e {
        assert_eq!(ok["how"], "current", "{text}");
        assert!(!text.contains(STRAAT), "{text}");
    } else {
        assert_eq!((ok["how"].as_str(), text.contains(STRAAT)), (Some("snapshot"), with), "{text}");
    }
    now
}

// shows X-24, C2-K2
#[tokio::test]
async fn who_is_protected_is_in_no_proposal_of_who_lives_together_but_for_who_is_named() {
    let thuis = Thuis::open().await;
    let voorstel = async |wie: &Wie, van: PersoonId| {
        let found = thuis.huis.tafel.huishouden_voorstel(wie, van).await.unwrap().unwrap();
        found.huisgenoten.into_iter().filter_map(|one| one.persoon).collect::<Vec<_>>()
    };
    assert_eq!(voorstel(&linda(), thuis.maria).await, [thuis.maria, thuis.dylan]);
    thuis.huis.beschermt(thuis.dylan, &[&kevin()]).await;
    assert_eq!(voorstel(&linda(), thuis.maria).await, [thuis.maria]);
    assert_eq!(voorstel(&kevin(), thuis.dylan).await, [thuis.maria, thuis.dylan], "he is named");
}

// shows X-24
#[tokio::test]
async fn a_report_that_exists_is_opened_by_who_may_and_holds_no_address_of_a_hidden_home() {
    let thuis = Thuis::open().await;
    thuis.samen().await;
    thuis.huis.beschermt(thuis.dylan, &[&kevin()]).await;
    let soort = Documentsoort::Gespreksverslag;
    let open = Opdracht::OpenDocument { zaak: thuis.zaak, soort, zaken: None, deelnemers: None };
    let document = DocumentId(thuis.huis.doet(&emma(), open).await.unwrap().id);
    let tekst = thuis.huis.tafel.tekst(&emma(), document).await.unwrap().unwrap();
    assert!(tekst.contains("Maria Verhoef") && !tekst.contains(STRAAT), "{tekst}");
}
