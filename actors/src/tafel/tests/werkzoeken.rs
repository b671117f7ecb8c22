//! Searching in one's own work: as far as one may look and no further, each hit in the trail, and nobody known by it.

use keukentafel::clock::Clock as _;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::limits::{WERK_TREFFERS_MAX, WERK_ZOEK_CHARS_MAX};
use keukentafel::protocol::body::Werkzoekvraag;
use keukentafel::protocol::view::{Werkzoekantwoord, Zoekplek};
use keukentafel::store::{AuditFilter, AuditLine, AuditUitkomst, Journal};

use super::huishouden::samen;
use super::*;

impl Huis {
    async fn zoekt(&self, wie: &Wie, tekst: &str) -> Werkzoekantwoord {
        self.tafel.werk_zoek(wie, &Werkzoekvraag { tekst: tekst.to_owned() }).await.unwrap()
    }

    async fn vindt_zaken(&self, wie: &Wie, tekst: &str) -> Vec<(ZaakId, Toegang)> {
        self.zoekt(wie, tekst).await.zaken.iter().map(|rij| (rij.id, rij.toegang)).collect()
    }

    async fn vindt_mensen(&self, wie: &Wie, tekst: &str) -> Vec<(PersoonId, bool)> {
        let found = self.zoekt(wie, tekst).await.personen;
        found.iter().map(|hit| (hit.persoon.id, hit.klinkt_als)).collect()
    }

    fn nummer(&self, zaak: ZaakId) -> String {
        let all = self.tafel.overzicht().lees();
        all.gemeente(GEMEENTE).unwrap().zaak(zaak).unwrap().lopend().unwrap().zaaknummer.clone()
    }

    /// What the trail has of these acts of somebody, the oldest first.
    pub(super) async fn sporen_van(&self, wie: &Wie, handeling: &str) -> Vec<AuditLine> {
        let (from, to) = (Moment::from_micros(0), self.clock.now().plus_micros(1));
        let filter = AuditFilter {
            wie: Some(wie.id),
            handeling: Some(handeling.to_owned()),
            ..AuditFilter::periode(GEMEENTE, from, to, 100)
        };
        self.journal.read_audit(&filter).await.unwrap()
    }
}

// shows X-20, C2-R4, C2-R6
#[tokio::test]
async fn a_zaak_is_found_as_far_as_one_may_look_and_under_dat_by_its_number_and_type_alone() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let nummer = huis.nummer(zaak);
    let kort = nummer.rsplit('-').next().unwrap().trim_start_matches('0').to_owned();
    for tekst in [&*nummer, &nummer.to_lowercase(), &kort, "hulp huis", "verhoef", "maria wmo"] {
        assert_eq!(huis.vindt_zaken(&emma(), tekst).await, [(zaak, Toegang::Schrijven)], "{tekst}");
    }
    for other in [emil(), werkverdeler(), manager(), pieter(), linda()] {
        let far = if other.id == linda().id { Toegang::Wat } else { Toegang::Dat };
        assert_eq!(huis.vindt_zaken(&other, &nummer).await, [(zaak, far)], "{}", other.naam);
        assert_eq!(huis.vindt_zaken(&other, "melding").await, [(zaak, far)], "{}", other.naam);
    }
    let dat = huis.zoekt(&emil(), &kort).await.zaken;
    assert!(dat[0].persoon.is_none() && dat[0].onderwerp.is_none(), "shown as dat");
    for tekst in ["hulp", "huis", "verhoef", "maria", "melding maria"] {
        for other in [emil(), werkverdeler(), pieter()] {
            assert_eq!(
                huis.zoekt(&other, tekst).await,
                Werkzoekantwoord::default(),
                "{} {tekst}",
                other.naam
            );
        }
    }
    for tekst in [&*nummer, "melding", "verhoef"] {
        assert_eq!(huis.zoekt(&kevin(), tekst).await, Werkzoekantwoord::default(), "{tekst}");
    }
}

// shows X-20, C2-L3, KING-R5
#[tokio::test]
async fn somebody_is_found_by_whoever_works_for_them_also_by_the_sound_and_by_nobody_else() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap();
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    for typed in ["dyl", "Dylan Verhoef"] {
        assert_eq!(huis.vindt_mensen(&emma(), typed).await, [(dylan, false)], "{typed}");
    }
    assert_eq!(huis.vindt_mensen(&kevin(), "dylan verhoeff").await, [(dylan, true)]);
    assert_eq!(
        huis.vindt_mensen(&kevin(), "verh").await,
        [(dylan, false), (maria, false)],
        "and who lives there"
    );
    let hit = &huis.zoekt(&kevin(), "dylan").await.personen[0];
    assert!(matches!(hit.naar, Zoekplek::Huishouden { .. }) && hit.persoon.geboortedatum.is_some());
    // The desk may look for everybody, elsewhere: here it has whom it took in.
    assert_eq!(huis.vindt_mensen(&linda(), "verhoef").await, [(dylan, false)]);
    let karin = wie(KARIN);
    for other in [karin, emil(), werkverdeler(), manager(), pieter(), rianne()] {
        assert_eq!(huis.vindt_mensen(&other, "verhoef").await, [], "{}", other.naam);
    }
}

// shows: nor by who works for somebody who lives with them
#[tokio::test]
async fn nobody_comes_to_a_protected_dossier_by_who_lives_there() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    huis.doet(&linda(), samen(&[maria, dylan])).await.unwrap();
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin()]).await;
    assert_eq!(huis.vindt_mensen(&kevin(), "maria").await, [(maria, false)]);
    huis.beschermt(maria, &[&emma()]).await;
    assert_eq!(huis.vindt_mensen(&kevin(), "maria").await, []);
    assert_eq!(huis.vindt_mensen(&kevin(), "verh").await, [(dylan, false)]);
}

// shows X-20, KING-R6d, C2-R4: of whom one only leads the groep, and of what one only reported
#[tokio::test]
async fn somebody_is_found_and_shown_no_further_than_one_may_look() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let groep = huis.groep(&rianne(), &[maria, dylan]).await;
    let hit = huis.zoekt(&rianne(), "maria").await.personen.remove(0);
    assert_eq!((hit.persoon.id, hit.naar), (maria, Zoekplek::Groep { id: groep }));
    assert_eq!((hit.persoon.geboortedatum, hit.persoon.beschrijving), (None, None), "the name alone");
    huis.tafel.heeft_gevonden(&emma(), [dylan]);
    let reported = huis.doet(&emma(), melding(dylan, Zaaktype::AanvraagJeugdhulp)).await.unwrap();
    let zaak = ZaakId(reported.id);
    assert_eq!(huis.vindt_zaken(&emma(), &huis.nummer(zaak)).await, [(zaak, Toegang::Dat)]);
    assert_eq!(huis.vindt_mensen(&emma(), "dylan").await, [], "to have reported it is no work for him");
}

// shows X-20, C2-K2
#[tokio::test]
async fn whom_somebody_found_in_their_work_is_there_no_longer_than_the_work() {
    let huis = Huis::open().await;
    let dylan = huis.dylan().await;
    let zaak = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&kevin(), &emma()]).await;
    let found = huis.zoekt(&emma(), "dylan").await;
    assert_eq!(found.personen[0].naar, Zoekplek::Zaak { id: zaak });
    huis.toewijzen(zaak, &[&kevin()]).await;
    assert_eq!(huis.zoekt(&emma(), "dylan").await, Werkzoekantwoord::default());
    assert_eq!(huis.zoekt(&emma(), &huis.nummer(zaak)).await, Werkzoekantwoord::default());
    let refused = Err(Weigering::Velden(vec![("persoon", "invoer.persoon_onbekend")]));
    assert_eq!(
        huis.doet(&emma(), melding(dylan, Zaaktype::MeldingWmo)).await,
        refused,
        "nor known by having been shown"
    );
}

// shows
#[tokio::test]
async fn a_protected_dossier_is_found_by_whoever_is_named_alone() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma(), &emil()]).await;
    let nummer = huis.nummer(zaak);
    assert_eq!(huis.vindt_mensen(&emil(), "verhoef").await, [(maria, false)]);
    huis.beschermt(maria, &[&emma()]).await;
    for other in [emil(), linda(), werkverdeler(), manager(), pieter()] {
        for tekst in [&*nummer, "melding", "hulp", "maria", "verhoeff", "2026"] {
            assert_eq!(
                huis.zoekt(&other, tekst).await,
                Werkzoekantwoord::default(),
                "{} {tekst}",
                other.naam
            );
        }
    }
    assert_eq!(huis.vindt_zaken(&emma(), &nummer).await, [(zaak, Toegang::Schrijven)]);
    assert_eq!(huis.vindt_mensen(&emma(), "verhoef").await, [(maria, false)]);
}

// shows X-20, C1-S5
#[tokio::test]
async fn of_a_confidential_zaak_its_number_does_not_tell_of_whom_it_is() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    huis.tafel.heeft_gevonden(&peter(), [maria]);
    let hidden = melding(maria, Zaaktype::OnderzoekRechtmatigheid);
    let geheim = ZaakId(huis.doet(&peter(), hidden).await.unwrap().id);
    let nummer = huis.nummer(geheim);
    assert_eq!(
        huis.vindt_zaken(&paul(), &nummer).await,
        [(geheim, Toegang::Dat)],
        "his field, and not for whom"
    );
    assert_eq!(huis.zoekt(&paul(), "maria").await, Werkzoekantwoord::default());
    assert!(huis.zoekt(&paul(), &nummer).await.personen.is_empty());
    assert_eq!(huis.vindt_zaken(&kevin(), &nummer).await, []);
}

// shows X-20
#[tokio::test]
async fn so_many_are_shown_what_fits_best_first_and_more_is_said() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let mut zaken = Vec::new();
    for _ in 0..=WERK_TREFFERS_MAX {
        zaken.push(huis.melding(maria, Zaaktype::MeldingWmo).await);
    }
    for zaak in &zaken {
        huis.toewijzen(*zaak, &[&emma()]).await;
    }
    for n in 0..=WERK_TREFFERS_MAX {
        let alike = huis.met_naam(&format!("Sanne {n}"), "Bakker", None).await;
        let zaak = huis.melding(alike, Zaaktype::MeldingWmo).await;
        huis.toewijzen(zaak, &[&emma()]).await;
    }
    let found = huis.zoekt(&emma(), "verhoef").await;
    assert_eq!((found.zaken.len(), found.meer_zaken), (WERK_TREFFERS_MAX, true));
    assert_eq!((found.personen.len(), found.meer_personen), (1, false));
    let found = huis.zoekt(&emma(), "bakker").await;
    assert_eq!((found.personen.len(), found.meer_personen), (WERK_TREFFERS_MAX, true));
    // The last one of them is asked for by its number, which stands in the beginning of no other.
    let last = *zaken.last().unwrap();
    let found = huis.vindt_zaken(&emma(), &huis.nummer(last)).await;
    assert_eq!(found, [(last, Toegang::Schrijven)]);
    for (tekst, code) in
        [("", "invoer.leeg"), (" ", "invoer.leeg"), (&"a".repeat(WERK_ZOEK_CHARS_MAX + 1), "invoer.te_lang")]
    {
        let asked = huis.tafel.werk_zoek(&emma(), &Werkzoekvraag { tekst: tekst.to_owned() }).await;
        assert_eq!(asked, Err(Weigering::Velden(vec![("tekst", code)])));
    }
}

// shows, N-9
#[tokio::test]
async fn each_search_and_each_hit_has_its_line_and_what_was_typed_has_none() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.zoekt(&emma(), "verhoef").await;
    huis.zoekt(&emma(), "Niemandsnaam").await;
    let asked = huis.sporen_van(&emma(), "werk.zoeken").await;
    let asked: Vec<_> = asked.iter().map(|line| (line.row.object.as_str(), line.row.uitkomst)).collect();
    assert_eq!(asked, [("werk", AuditUitkomst::Gelukt); 2]);
    let hits = huis.sporen_van(&emma(), "werk.gevonden").await;
    let objects: Vec<_> = hits.iter().map(|line| line.row.object.clone()).collect();
    assert_eq!(objects, [format!("zaak/{zaak}"), format!("persoon/{maria}")]);
    for line in &hits {
        assert_eq!(line.row.betrokkenen, [maria], "about whom it is");
        assert_eq!(line.row.grond.as_deref(), Some("behandelaar"));
    }
    // Whoever has no work to search in is refused, and that is there too.
    for other in [bestuur(), theo(), maria_zelf(maria)] {
        let vraag = Werkzoekvraag { tekst: "verhoef".to_owned() };
        let refused = huis.tafel.werk_zoek(&other, &vraag).await;
        assert_eq!(refused, Err(Weigering::Geweigerd { code: "niet_bevoegd" }), "{}", other.naam);
        let lines = huis.sporen_van(&other, "werk.zoeken").await;
        let [line] = lines.as_slice() else { unreachable!("one line for {}", other.naam) };
        assert_eq!(line.row.uitkomst, AuditUitkomst::Geweigerd);
        assert!(huis.sporen_van(&other, "werk.gevonden").await.is_empty());
    }
    let all = AuditFilter::periode(GEMEENTE, Moment::from_micros(0), huis.clock.now().plus_micros(1), 500);
    let all = huis.journal.read_audit(&all).await.unwrap();
    assert!(all.iter().all(|line| !format!("{line:?}").to_lowercase().contains("niemandsnaam")));
}

// shows X-20, SHV1-A2r
#[tokio::test]
async fn whose_money_somebody_keeps_is_found_and_leads_to_the_rekening() {
    let huis = Huis::open().await;
    let maria = huis.maria_in_budgetbeheer().await;
    let id = huis.doet(&mirjam(), super::rekeningen::rekening(maria, 1)).await.unwrap().id;
    let found = huis.zoekt(&mirjam(), "verhoef").await.personen;
    assert_eq!(found[0].naar, Zoekplek::Rekening { id: id.into() });
    assert_eq!(huis.vindt_mensen(&emma(), "verhoef").await, []);
}
