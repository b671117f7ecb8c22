//! Who comes in for a resident, by a mandate that a provider vouches for.

use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::identiteit::{medewerker_van_gemachtigde, medewerker_van_inwoner};
use keukentafel::domain::medewerker::Machtiging;
use keukentafel::domain::persoon::Beschermgrond;
use keukentafel::protocol::body::{NieuwSignaal, NieuweBescherming};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{InzageRegelWat, ZaakAntwoord};
use keukentafel::store::{AuditRow, Journal, Position};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::ZakenFilter;
use crate::tafel::Aanmelding;

const BSN_MARIA: &str = "123456782";
const BSN_DYLAN: &str = "999990020";
const BSN_GERARD: &str = "999990019";
const BSN_ONBEKEND: &str = "999990032";

/// Maria has a zaak, and so has her brother Gerard.
struct Casus {
    huis: Huis,
    maria: PersoonId,
    gerard: PersoonId,
    van_maria: ZaakId,
    van_gerard: ZaakId,
}

fn bsn(text: &str) -> Bsn {
    Bsn::parse(text).unwrap()
}

fn voor(own: &str, other: &str) -> Aanmelding {
    Aanmelding::Gemachtigde { bsn: bsn(own), voor: bsn(other) }
}

async fn casus() -> Casus {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let typed = NieuwePersoon {
        bsn: Some(BSN_GERARD.to_owned()),
        voornamen: "Gerard".to_owned(),
        voorvoegsel: None,
        achternaam: "Verhoef".to_owned(),
        geboortedatum: Some("1961-01-02".to_owned()),
        telefoon: None,
        adres: None,
    };
    let gerard = PersoonId(huis.doet(&linda(), Opdracht::RegistreerPersoon(typed)).await.unwrap().id);
    let van_maria = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let van_gerard = huis.melding(gerard, Zaaktype::MeldingWmo).await;
    huis.toewijzen(van_maria, &[&emma()]).await;
    Casus { huis, maria, gerard, van_maria, van_gerard }
}

impl Casus {
    async fn binnen(&self, aanmelding: &Aanmelding) -> Wie {
        let who = self.huis.tafel.meld_aan(GEMEENTE, aanmelding).await.unwrap();
        who.als(Rol::Inwoner, Uuid::from_u128(500)).unwrap()
    }

    async fn gerard_voor_maria(&self) -> Wie {
        self.binnen(&voor(BSN_GERARD, BSN_MARIA)).await
    }

    async fn ziet(&self, wie: &Wie, zaak: ZaakId) -> bool {
        matches!(self.huis.tafel.zaak(wie, zaak).await.unwrap(), Some(ZaakAntwoord::Dat(_)))
    }

    async fn lijst(&self, wie: &Wie) -> Vec<ZaakId> {
        let all = ZakenFilter { aantal: 50, ..ZakenFilter::default() };
        self.huis.tafel.zaken(wie, &all).await.unwrap().0.into_iter().map(|rij| rij.id).collect()
    }

    async fn geweigerd(&self, own: &str, other: &str) -> &'static str {
        let refused = self.huis.tafel.meld_aan(GEMEENTE, &voor(own, other)).await;
        refused.map(|who| who.naam).expect_err("nobody comes in").code()
    }

    async fn inzage(&self) -> Vec<InzageRegelWat> {
        let told = self.huis.tafel.mijn_inzage(&maria_zelf(self.maria), None).await.unwrap().unwrap();
        told.dagen.into_iter().flat_map(|dag| dag.regels).collect()
    }

    fn regels(&self, wie: &Wie) -> Vec<AuditRow> {
        let all = self.huis.journal.audit().into_iter().map(|(_, row)| row);
        all.filter(|row| row.wie == Some(wie.id) && row.sessie == Some(wie.sessie)).collect()
    }
}

// shows X-11, C2-R1
#[tokio::test]
async fn who_comes_in_for_somebody_is_neither_of_the_two() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let machtiging = Machtiging { gemachtigde: casus.gerard, voor: casus.maria };
    assert_eq!((gerard.naam.as_str(), gerard.persoon), ("Gerard Verhoef", None));
    assert_eq!((gerard.id, gerard.machtiging), (medewerker_van_gemachtigde(machtiging), Some(machtiging)));
    let zelf = casus.binnen(&Aanmelding::Inwoner { bsn: bsn(BSN_GERARD) }).await;
    assert_ne!(zelf.id, gerard.id);
    assert_eq!((zelf.persoon, zelf.machtiging), (Some(casus.gerard), None));
    let again = casus.gerard_voor_maria().await;
    assert_eq!(again, gerard, "the same two are the same");
    let streams = casus.huis.journal.committed().len();
    casus.gerard_voor_maria().await;
    assert_eq!(casus.huis.journal.committed().len(), streams, "and write nothing");
}

// shows X-11, C2-R1
#[tokio::test]
async fn a_session_for_another_holds_that_ones_matters_and_nothing_of_ones_own_and_the_other_way_round() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let zelf = casus.binnen(&Aanmelding::Inwoner { bsn: bsn(BSN_GERARD) }).await;
    assert_eq!(casus.lijst(&gerard).await, [casus.van_maria]);
    assert_eq!(casus.lijst(&zelf).await, [casus.van_gerard]);
    assert!(casus.ziet(&gerard, casus.van_maria).await && !casus.ziet(&gerard, casus.van_gerard).await);
    assert!(casus.ziet(&zelf, casus.van_gerard).await && !casus.ziet(&zelf, casus.van_maria).await);
    let tafel = &casus.huis.tafel;
    assert!(tafel.persoon(&gerard, casus.maria).await.unwrap().is_some());
    assert!(tafel.persoon(&gerard, casus.gerard).await.unwrap().is_none());
    assert!(tafel.mijn_inzage(&gerard, None).await.unwrap().is_none(), "who looked is Maria's alone");
    assert!(tafel.kinderen(&gerard).await.unwrap().is_empty());
    // What is followed by the id of a session is that of these two together.
    let tab = Tafelgenoot::new(gerard.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(gerard.id)).await.unwrap();
    for other in [zelf.id, maria_zelf(casus.maria).id, medewerker_van_inwoner(casus.maria)] {
        tab.volgt(&casus.huis, Topic::Werkvoorraad(other)).await.unwrap_err();
    }
    for topic in [Topic::ZaakDat(casus.van_gerard), Topic::Inzage(casus.maria), Topic::Inzage(casus.gerard)] {
        tab.volgt(&casus.huis, topic).await.unwrap_err();
    }
    tab.volgt(&casus.huis, Topic::ZaakDat(casus.van_maria)).await.unwrap();
}

// shows X-11
#[tokio::test]
async fn what_comes_for_the_one_represented_comes_live() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let mut tab = Tafelgenoot::new(gerard.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(gerard.id)).await.unwrap();
    tab.gehoord();
    casus.huis.melding(casus.maria, Zaaktype::MeldingWmo).await;
    assert_eq!(tab.soorten(), ["lid"]);
    casus.huis.melding(casus.gerard, Zaaktype::MeldingWmo).await;
    assert_eq!(tab.soorten(), [""; 0], "and nothing of one's own");
}

// shows X-11, N-8, X-26
#[tokio::test]
async fn the_one_represented_reads_that_somebody_looked_for_them_and_the_trail_who_and_for_whom() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    assert!(casus.inzage().await.iter().all(|regel| regel.naam.as_deref() != Some("Gerard Verhoef")));
    let mut maria_tab = Tafelgenoot::new(maria_zelf(casus.maria));
    maria_tab.volgt(&casus.huis, Topic::Inzage(casus.maria)).await.unwrap();
    maria_tab.gehoord();
    casus.ziet(&gerard, casus.van_maria).await;
    casus.lijst(&gerard).await;
    assert!(!casus.ziet(&gerard, casus.van_gerard).await);
    let tab = Tafelgenoot::new(gerard.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(gerard.id)).await.unwrap();
    let rows = casus.regels(&gerard);
    assert_eq!(rows.len(), 4);
    for row in &rows {
        assert_eq!(row.namens, Some(medewerker_van_inwoner(casus.maria)), "{row:?}");
        assert!(row.betrokkenen.contains(&casus.maria), "{row:?}");
        let grond = row.code.is_none().then_some("gemachtigde");
        assert_eq!(row.grond.as_deref(), grond, "{row:?}");
    }
    maria_tab.volgt(&casus.huis, Topic::Inzage(casus.maria)).await.unwrap();
    assert!(maria_tab.soorten().iter().any(|kind| kind == "latest"), "the bell rang");
    let told = casus.inzage().await;
    let by_him: Vec<_> = told.iter().filter(|it| it.naam.as_deref() == Some("Gerard Verhoef")).collect();
    assert!(!by_him.is_empty(), "{told:?}");
    for regel in by_him {
        assert_eq!(regel.rol_naam, "persoon die voor u mag handelen");
        assert!(regel.waarom.starts_with("Mag voor u handelen."), "{regel:?}");
    }
    let (lines, _) = casus.huis.tafel.sporen(&pieter(), &super::sporen::alles()).await.unwrap().unwrap();
    let line = lines.iter().find(|line| line.handeling == "zaak.lezen" && line.grond.is_some()).unwrap();
    let names = [&line.wie, &line.namens].map(|who| who.as_ref().map(|who| who.naam.clone()));
    assert_eq!(names, [Some("Gerard Verhoef".to_owned()), Some("Maria Verhoef".to_owned())]);
}

// shows X-11
#[tokio::test]
async fn an_event_says_who_acted_and_for_whom_and_a_signaal_is_told_to_nobody_at_home() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let signaal = NieuwSignaal {
        soort: super::signalen::soort_van("zorgen_om_kind"),
        persoon: None,
        groep: None,
        bsn: None,
        naam: Some("Dylan Verhoef".to_owned()),
        geboortedatum: None,
        toelichting: Some("Hij komt niet meer op school".to_owned()),
        waargenomen_op: None,
        betrouwbaarheid: None,
        kenmerk: None,
        concept: None,
    };
    casus.huis.doet(&gerard, Opdracht::MeldSignaal(signaal)).await.unwrap();
    let feed = casus.huis.journal.feed(Position(0), 500).await.unwrap();
    let header = &feed.last().unwrap().event.header;
    assert_eq!(header.door, Some(gerard.id));
    assert_eq!(header.namens, Some(medewerker_van_inwoner(casus.maria)));
    let row = casus.regels(&gerard).pop().unwrap();
    assert_eq!((row.handeling.as_str(), row.namens), ("MeldSignaal", header.namens));
    assert!(casus.inzage().await.iter().all(|regel| regel.naam.as_deref() != Some("Gerard Verhoef")));
}

// shows X-11
#[tokio::test]
async fn a_mandate_that_is_none_lets_nobody_in() {
    let casus = casus().await;
    casus.huis.dylan().await;
    assert_eq!(casus.geweigerd(BSN_GERARD, BSN_GERARD).await, "inloggen.machtiging_eigen");
    assert_eq!(casus.geweigerd(BSN_GERARD, BSN_ONBEKEND).await, "inloggen.machtiging_niets");
    assert_eq!(casus.geweigerd(BSN_ONBEKEND, BSN_MARIA).await, "inloggen.gemachtigde_onbekend");
    assert_eq!(casus.geweigerd(BSN_GERARD, BSN_DYLAN).await, "inloggen.machtiging_kind");
    let before = casus.huis.journal.committed().len();
    casus.geweigerd(BSN_GERARD, BSN_DYLAN).await;
    assert_eq!(casus.huis.journal.committed().len(), before, "and is nobody");
}

// shows
#[tokio::test]
async fn a_protected_dossier_is_closed_at_the_door_and_in_open_sessions_in_words_that_give_nothing_away() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let mut tab = Tafelgenoot::new(gerard.clone());
    tab.volgt(&casus.huis, Topic::Werkvoorraad(gerard.id)).await.unwrap();
    tab.gehoord();
    let bescherming = NieuweBescherming {
        grond: Beschermgrond::EigenMedewerker,
        vanaf: None,
        tot_en_met: None,
        medewerkers: vec![emma().id],
    };
    casus
        .huis
        .doet(&pieter(), Opdracht::BeschermDossier { persoon: casus.maria, bescherming })
        .await
        .unwrap();
    let heard = tab.soorten();
    assert!(heard.iter().any(|kind| kind == "revoked" || kind == "eraf"), "{heard:?}");
    assert!(!casus.ziet(&gerard, casus.van_maria).await);
    assert_eq!(casus.lijst(&gerard).await, []);
    assert_eq!(casus.geweigerd(BSN_GERARD, BSN_MARIA).await, casus.geweigerd(BSN_GERARD, BSN_ONBEKEND).await);
    let maria = maria_zelf(casus.maria);
    assert!(casus.ziet(&maria, casus.van_maria).await, "she herself sees what is hers");
}

// shows X-11, N-7
#[tokio::test]
async fn who_came_in_for_somebody_is_nobody_to_hand_work_to_or_to_ask_the_policy_about() {
    let casus = casus().await;
    let gerard = casus.gerard_voor_maria().await;
    let boek = casus.huis.tafel.boek();
    assert!(boek.iedereen(GEMEENTE).iter().all(|(wie, _)| wie.id != gerard.id));
    assert!(!boek.werkt_hier(GEMEENTE, gerard.id) && !boek.behandelt(GEMEENTE, gerard.id));
    let known = boek.medewerker(gerard.id).unwrap();
    assert!(known.als(Rol::Inwoner, Uuid::nil()).is_some(), "known by name");
}
