//! What the trail says of looks and acts, who reads it, and what the one is told whom it is about.

use keukentafel::domain::document::Documentsoort;
use keukentafel::domain::inzage::Deel;
use keukentafel::protocol::body::{NieuweGroep, PersoonVraag, Zoekdoel};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::{AuditFilter, AuditRow, AuditUitkomst};

use super::tafelgenoot::Tafelgenoot;
use super::*;
use crate::overzicht::ZakenFilter;

pub(super) fn officer() -> Wie {
    Wie { id: MedewerkerId(Uuid::from_u128(99)), rol: Rol::Privacyfunctionaris, ..bestuur() }
}

/// The last line of this act or look.
fn laatste(huis: &Huis, handeling: &str) -> AuditRow {
    let mut found =
        huis.journal.audit().into_iter().map(|(_, row)| row).filter(|row| row.handeling == handeling);
    found.next_back().unwrap_or_else(|| panic!("no line of {handeling}"))
}

fn check(given: &Huis, when: &str, then: (&[PersoonId], Option<&str>, Option<String>)) {
    let row = laatste(given, when);
    assert_eq!((&row.betrokkenen[..], row.grond.as_deref(), row.doel.clone()), then, "{when}: {row:?}");
}

/// Whether the bell rang by now. Asking again is answered after what was told before, and with the present value where there is one.
async fn luidde(huis: &Huis, tab: &mut Tafelgenoot, persoon: PersoonId) -> bool {
    tab.volgt(huis, Topic::Inzage(persoon)).await.unwrap();
    tab.soorten().iter().any(|kind| kind == "latest")
}

pub(super) fn alles() -> AuditFilter {
    let (from, until) = (Moment::from_micros(i64::MIN), Moment::from_micros(i64::MAX));
    AuditFilter { nieuwste_eerst: true, ..AuditFilter::periode(GEMEENTE, from, until, 50) }
}

// shows X-26
#[tokio::test]
async fn a_look_says_about_whom_it_is_and_on_which_ground() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    check(&huis, "RegistreerPersoon", (&[maria], Some("rol"), None));
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let own = Some(format!("zaak/{zaak}"));
    check(&huis, "RegistreerMelding", (&[maria], Some("rol"), None));
    huis.toewijzen(zaak, &[&emma()]).await;
    check(&huis, "WijsToe", (&[maria], Some("melder"), own.clone()));

    huis.tafel.zaak(&emma(), zaak).await.unwrap().unwrap();
    check(&huis, "zaak.lezen", (&[maria], Some("behandelaar"), own.clone()));
    huis.tafel.zaak(&linda(), zaak).await.unwrap().unwrap();
    check(&huis, "zaak.lezen", (&[maria], Some("melder"), own.clone()));
    // Refused: about whom, and no ground.
    assert!(huis.tafel.zaak(&peter(), zaak).await.unwrap().is_none());
    check(&huis, "zaak.lezen", (&[maria], None, None));
    huis.tafel.persoon(&emma(), maria).await.unwrap().unwrap();
    check(&huis, "persoon.lezen", (&[maria], Some("behandelaar"), own.clone()));
    huis.tafel.huishouden_van(&linda(), maria).await.unwrap().unwrap();
    check(&huis, "huishouden.lezen", (&[maria], Some("melder"), own.clone()));

    let open =
        Opdracht::OpenDocument { zaak, soort: Documentsoort::Gespreksverslag, zaken: None, deelnemers: None };
    let made = huis.doet(&emma(), open).await.unwrap();
    check(&huis, "OpenDocument", (&[maria], Some("rol"), None));
    huis.tafel.document(&emma(), made.id.into()).await.unwrap().unwrap();
    check(&huis, "document.lezen", (&[maria], Some("deelnemer"), own));
}

#[tokio::test]
async fn a_list_names_whom_it_shows_and_nobody_else() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let all = ZakenFilter { aantal: 50, ..ZakenFilter::default() };
    huis.tafel.zaken(&emma(), &all).await.unwrap();
    check(&huis, "zaken.lijst", (&[maria], Some("rol"), None));
    // As *dat* a list tells of nobody.
    huis.tafel.zaken(&werkverdeler(), &all).await.unwrap();
    check(&huis, "zaken.lijst", (&[], Some("rol"), None));
    let mut both = [maria, dylan];
    both.sort_unstable();
    huis.tafel.zaken(&linda(), &all).await.unwrap();
    check(&huis, "zaken.lijst", (&both, Some("rol"), None));

    let tab = Tafelgenoot::new(emma());
    tab.volgt(&huis, Topic::Werkvoorraad(emma().id)).await.unwrap();
    check(&huis, "topic.volgen", (&[maria], Some("rol"), None));
    tab.volgt(&huis, Topic::ZaakWat(zaak)).await.unwrap();
    check(&huis, "topic.volgen", (&[maria], Some("behandelaar"), Some(format!("zaak/{zaak}"))));
    // Of somebody else's list one learns nothing, and the line names nobody.
    tab.volgt(&huis, Topic::Werkvoorraad(linda().id)).await.unwrap_err();
    check(&huis, "topic.volgen", (&[], None, None));
}

#[tokio::test]
async fn a_plan_is_about_all_of_its_leden() {
    let huis = Huis::open().await;
    let (maria, dylan) = (huis.maria().await, huis.dylan().await);
    let mut both = [maria, dylan];
    both.sort_unstable();
    huis.tafel.heeft_gevonden(&rianne(), both);
    let vorm = NieuweGroep { leden: both.to_vec(), waarom: waarom() };
    let groep = huis.doet(&rianne(), Opdracht::VormGroep(vorm)).await.unwrap().id;
    check(&huis, "VormGroep", (&both, Some("rol"), None));
    huis.tafel.groep(&rianne(), groep.into()).await.unwrap().unwrap();
    check(&huis, "groep.lezen", (&both, Some("regisseur"), Some(format!("groep/{groep}"))));
}

// shows G29: fail closed
#[tokio::test]
async fn what_the_trail_cannot_take_is_not_shown() {
    use keukentafel::store::memory::Failure;
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    let all = ZakenFilter { aantal: 50, ..ZakenFilter::default() };
    huis.journal.fail_next(4, &Failure::Full);
    assert_eq!(huis.tafel.zaak(&linda(), zaak).await.map(drop), Err(Weigering::OpslagVol));
    assert_eq!(huis.tafel.persoon(&linda(), maria).await.map(drop), Err(Weigering::OpslagVol));
    assert_eq!(huis.tafel.zaken(&linda(), &all).await.map(drop), Err(Weigering::OpslagVol));
    let tab = Tafelgenoot::new(linda());
    assert_eq!(tab.volgt(&huis, Topic::Persoon(maria)).await.map(drop), Err(Weigering::OpslagVol));
    huis.tafel.zaak(&linda(), zaak).await.unwrap().unwrap();
}

// shows X-26
#[tokio::test]
async fn the_privacy_officer_reads_the_trail_and_that_is_a_line_too() {
    let huis = Huis::open().await;
    let maria = huis.maria().await;
    let zaak = huis.melding(maria, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    huis.tafel.zaak(&emma(), zaak).await.unwrap();
    assert!(huis.tafel.zaak(&peter(), zaak).await.unwrap().is_none());
    let about = AuditFilter { persoon: Some(maria), ..alles() };
    let (lines, next) = huis.tafel.sporen(&officer(), &about).await.unwrap().unwrap();
    let told: Vec<_> = lines.iter().map(|line| (line.handeling.as_str(), line.uitkomst)).collect();
    let done = AuditUitkomst::Gelukt;
    assert_eq!(
        told,
        [
            ("zaak.lezen", AuditUitkomst::Geweigerd),
            ("zaak.lezen", done),
            ("WijsToe", done),
            ("RegistreerMelding", done),
            ("RegistreerPersoon", done)
        ]
    );
    assert_eq!(
        (lines[1].handeling_naam.as_str(), lines[1].betrokkenen[0].naam.as_deref()),
        ("zaak bekeken", Some("Maria Verhoef"))
    );
    assert_eq!((next, lines[1].achtergehouden), (None, false));
    let numbers: Vec<_> = lines.iter().map(|line| line.object_zaaknummer.is_some()).collect();
    assert_eq!(numbers, [true, true, true, true, false], "a zaak is told by its number");
    check(&huis, "audit.lezen", (&[maria], Some("rol"), None));

    let page = AuditFilter { limit: 2, ..about.clone() };
    let (first, next) = huis.tafel.sporen(&officer(), &page).await.unwrap().unwrap();
    assert_eq!((first[0].handeling.as_str(), first.len()), ("audit.lezen", 2));
    let rest = AuditFilter { na: next, ..about };
    assert_eq!(huis.tafel.sporen(&officer(), &rest).await.unwrap().unwrap().0[0].handeling, "zaak.lezen");

    let vraag = PersoonVraag {
        bsn: Some("123456782".into()),
        naam: None,
        geboortedatum: None,
        voor: Zoekdoel::Intake,
    };
    let found = huis.tafel.sporen_personen(&officer(), &vraag).await.unwrap().unwrap();
    assert_eq!(found.iter().map(|kort| kort.id).collect::<Vec<_>>(), [maria]);
    // For anybody else there is no trail, and that they asked stands in it.
    assert_eq!(huis.tafel.sporen(&emma(), &alles()).await.unwrap(), None);
    assert_eq!(huis.tafel.sporen_personen(&emma(), &vraag).await.unwrap(), None);
    check(&huis, "audit.lezen", (&[], None, None));
}

// shows N-8
#[tokio::test]
async fn a_resident_sees_who_looked_and_the_bell_says_when() {
    let huis = Huis::open().await;
    let persoon = huis.maria().await;
    let maria = maria_zelf(persoon);
    let zaak = huis.melding(persoon, Zaaktype::MeldingWmo).await;
    huis.toewijzen(zaak, &[&emma()]).await;
    let mut tab = Tafelgenoot::new(maria.clone());
    assert!(!luidde(&huis, &mut tab, persoon).await, "nobody looked yet");
    huis.tafel.zaak(&maria, zaak).await.unwrap();
    assert!(!luidde(&huis, &mut tab, persoon).await, "not for one's own look");
    huis.tafel.zaak(&emma(), zaak).await.unwrap();
    assert!(luidde(&huis, &mut tab, persoon).await);

    let seen = huis.tafel.mijn_inzage(&maria, None).await.unwrap().unwrap();
    let [day] = &seen.dagen[..] else { panic!("one day: {seen:?}") };
    let told: Vec<_> =
        day.regels.iter().map(|regel| (regel.naam.as_deref(), regel.deel, regel.gewijzigd)).collect();
    assert!(told.contains(&(Some("Emma"), Deel::Zaak, false)), "{told:?}");
    assert!(told.contains(&(None, Deel::Gegevens, true)), "Linda at the desk, by role: {told:?}");
    assert!(day.regels.iter().all(|regel| regel.rol != Rol::Inwoner), "not one's own");
    assert_eq!(seen.eerder, None);
    // Nobody else reads or hears it, and it is theirs alone.
    assert_eq!(huis.tafel.mijn_inzage(&emma(), None).await.unwrap(), None);
    let other = Tafelgenoot::new(emma());
    assert_eq!(other.volgt(&huis, Topic::Inzage(persoon)).await.map(drop), Err(Weigering::NIET_GEVONDEN));
}

// shows N-8, ENS-S5: withheld by rule, without a trace
#[tokio::test]
async fn what_a_rule_withholds_does_not_ring_either() {
    let huis = Huis::open().await;
    let persoon = huis.maria().await;
    let maria = maria_zelf(persoon);
    huis.tafel.heeft_gevonden(&peter(), [persoon]);
    let hidden =
        ZaakId(huis.doet(&peter(), melding(persoon, Zaaktype::OnderzoekRechtmatigheid)).await.unwrap().id);
    let before = huis.tafel.mijn_inzage(&maria, None).await.unwrap().unwrap();
    let mut tab = Tafelgenoot::new(maria.clone());
    assert!(!luidde(&huis, &mut tab, persoon).await);
    huis.tafel.zaak(&peter(), hidden).await.unwrap().unwrap();
    let open = Tafelgenoot::new(peter());
    open.volgt(&huis, Topic::ZaakDat(hidden)).await.unwrap();
    let after = huis.tafel.mijn_inzage(&maria, None).await.unwrap().unwrap();
    assert_eq!(before, after);
    assert!(!luidde(&huis, &mut tab, persoon).await);
    huis.tafel.persoon(&linda(), persoon).await.unwrap();
    assert!(luidde(&huis, &mut tab, persoon).await, "what may be told does ring");
    // The privacy officer sees it, marked.
    let about = AuditFilter { persoon: Some(persoon), handeling: Some("zaak.lezen".into()), ..alles() };
    let (lines, _) = huis.tafel.sporen(&officer(), &about).await.unwrap().unwrap();
    assert_eq!(lines.iter().map(|line| line.achtergehouden).collect::<Vec<_>>(), [true]);
}

// shows KING-R1d, N-8: a line about more than one says to none of them how somebody stands to another
#[tokio::test]
async fn who_works_for_one_of_a_huishouden_is_to_the_others_somebody_of_the_gemeente() {
    let huis = Huis::open().await;
    let (persoon, dylan) = (huis.maria().await, huis.dylan().await);
    let maria = maria_zelf(persoon);
    let jeugd = huis.melding(dylan, Zaaktype::AanvraagJeugdhulp).await;
    huis.toewijzen(jeugd, &[&kevin()]).await;
    let lid = |persoon| keukentafel::protocol::body::LidKeuze {
        persoon,
        bron: keukentafel::domain::huishouden::Lidbron::Handmatig,
        vanaf: None,
    };
    let leden = vec![lid(persoon), lid(dylan)];
    let home = Opdracht::StelHuishoudenVast(keukentafel::protocol::body::NieuwHuishouden { leden });
    let home = huis.doet(&linda(), home).await.unwrap().id.into();
    huis.tafel.huishouden(&kevin(), home).await.unwrap().unwrap();
    let seen = huis.tafel.mijn_inzage(&maria, None).await.unwrap().unwrap();
    let lines: Vec<_> = seen.dagen.iter().flat_map(|day| &day.regels).collect();
    let kevins: Vec<_> = lines.iter().filter(|line| line.rol == Rol::Jeugdconsulent).collect();
    assert!(!kevins.is_empty(), "that somebody looked is told: {lines:?}");
    for line in kevins {
        assert_eq!(
            (line.naam.as_deref(), line.waarom.as_str()),
            (None, "Deed dit voor het werk bij de gemeente.")
        );
    }
}
