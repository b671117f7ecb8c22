//! What the BRP's adapter answers when nothing is wrong.

use std::io::Write;
use std::sync::{Arc, Mutex};

use jiff::civil::date;
use keukentafel::clock::SystemClock;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::MedewerkerId;
use keukentafel::poort::brp::{
    AdresseerbaarObject, Adresvraag, Brp, BrpDatum, BrpTreffer, BrpZoekvraag, FunctieAdres, Gezagsrelatie,
    OpschortingReden, Verblijfplaats,
};
use keukentafel::poort::{Doel, Doelbinding, PoortFout};
use keukentafel_koppelingen::brp::{BrpConfig, BrpHaalCentraal};
use serde_json::json;
use uuid::Uuid;

use crate::proces::{SLEUTEL, Sim, folder};

pub(crate) fn doel(doel: Doel) -> Doelbinding {
    Doelbinding {
        doel,
        zaak: None,
        medewerker: MedewerkerId(Uuid::from_u128(7)),
        verzoek: Uuid::from_u128(0xABCD),
    }
}

pub(crate) fn bsn(digits: &str) -> Bsn {
    Bsn::parse(digits).unwrap()
}

pub(crate) fn vraag(geslachtsnaam: &str, geboortedatum: jiff::civil::Date) -> BrpZoekvraag {
    BrpZoekvraag {
        geslachtsnaam: geslachtsnaam.to_owned(),
        geboortedatum,
        voornamen: None,
        voorvoegsel: None,
    }
}

pub(crate) fn turfkade() -> Adresvraag {
    Adresvraag::Object(AdresseerbaarObject::parse("9998010000000001").unwrap())
}

fn adapter(sim: &Sim) -> BrpHaalCentraal {
    BrpHaalCentraal::new(BrpConfig::new(&sim.url, SLEUTEL), Arc::new(SystemClock::default())).unwrap()
}

fn who(treffers: &[BrpTreffer]) -> Vec<(&str, bool)> {
    treffers.iter().map(|treffer| (treffer.bsn.digits(), treffer.op_klank)).collect()
}

// shows C2-L1
#[tokio::test]
async fn somebody_at_the_desk_is_found_by_number_by_name_and_by_sound() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim);
    let intake = doel(Doel::Intake);
    let maria = brp.raadpleeg(&bsn("999990019"), intake).await.unwrap().unwrap();
    assert_eq!(maria.naam.volledige_naam.as_deref(), Some("Maria Verhoef"));
    assert!(maria.geboorte == Some(BrpDatum::Datum(date(1958, 3, 14))));
    let Some(Verblijfplaats::Adres(adres)) = &maria.verblijfplaats else { panic!("no address") };
    assert_eq!((adres.straat.as_deref(), adres.functie), (Some("Turfkade"), Some(FunctieAdres::Woonadres)));
    assert!(maria.kinderen.is_none() && maria.gezag.is_none(), "not asked at the desk");
    assert_eq!(maria.raadpleging.doel, Doel::Intake);

    assert!(brp.raadpleeg(&bsn("123456782"), intake).await.unwrap().is_none(), "an unknown number");
    let find = |name: &'static str, day| {
        let brp = &brp;
        async move { brp.zoek(&vraag(name, day), intake).await.unwrap() }
    };
    let born = date(1958, 3, 14);
    assert_eq!(who(&find("Verhoef", born).await), [("999990019", false)]);
    let alike = [("999990019", true), ("999990111", true), ("999990135", true)];
    assert_eq!(who(&find("Verhoeff", born).await), alike, "candidates; the sound is judged elsewhere");
    assert_eq!(who(&find("Verhoef", date(1958, 3, 15)).await), []);
    assert_eq!(who(&find("Xu", born).await), [], "too short to widen");
    let hidden = find("Oosterling", date(1986, 7, 7)).await;
    assert!(hidden[0].geheimhouding && hidden[0].adresregel.is_none());
    assert_eq!(find("Verhoef", born).await[0].adresregel.as_deref(), Some("Turfkade 18"));
    let starred = brp.zoek(&vraag("Ver*", born), intake).await;
    assert_eq!(starred, Err(PoortFout::Geweigerd { code: "zoekvraag_ongeldig".to_owned() }));
}

// shows C2-N1, C2-N2
#[tokio::test]
async fn a_household_by_the_brp_is_who_lives_there_and_dylan_is_not() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim);
    let huishouden = doel(Doel::Huishouden);
    let at = |adres| {
        let brp = &brp;
        async move { brp.op_adres(&adres, huishouden).await.unwrap() }
    };
    assert_eq!(who(&at(turfkade()).await), [("999990019", false)], "Bram only gets mail there");
    let postcode = |postcode: &str, huisnummer, toevoeging: Option<&str>| Adresvraag::Postcode {
        postcode: postcode.to_owned(),
        huisnummer,
        huisletter: None,
        toevoeging: toevoeging.map(str::to_owned),
    };
    let haddad = [("999990032", false), ("999990044", false), ("999990056", false)];
    assert_eq!(who(&at(postcode("9999 XB", 42, Some("bis"))).await), haddad);
    let jansen = [("999990445", false), ("999990469", false), ("999990172", false)];
    let mut found = at(postcode("9999XK", 14, None)).await;
    found.sort_by_key(|treffer| treffer.op_klank);
    let (mut found, mut jansen) = (who(&found), jansen.to_vec());
    found.sort_unstable();
    jansen.sort_unstable();
    assert_eq!(found, jansen, "Rachid is registered there and was established not to be");
    assert_eq!(who(&at(postcode("1234 AB", 1, None)).await), []);

    let dylan = brp.raadpleeg(&bsn("999990020"), doel(Doel::Jeugdhulp)).await.unwrap().unwrap();
    let gezag = dylan.gezag.unwrap();
    let Gezagsrelatie::Voogdij { derden } = &gezag[0].relatie else { panic!("no voogdij") };
    assert!(derden[0].bsn == Some(bsn("999990019")), "Maria decides");
    assert!(dylan.ouders.unwrap()[0].bsn == Some(bsn("999990081")), "Linde is his mother");
    let Some(Verblijfplaats::Adres(adres)) = dylan.verblijfplaats else { panic!("no address") };
    assert_eq!(adres.straat.as_deref(), Some("Bleekveld"));
}

// shows ENS-12
#[tokio::test]
async fn what_is_special_about_somebody_comes_along() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim);
    let look = |digits, purpose| {
        let (brp, bsn) = (&brp, bsn(digits));
        async move { brp.raadpleeg(&bsn, doel(purpose)).await.unwrap().unwrap() }
    };
    assert!(look("999990160", Doel::Wmo).await.geheimhouding);
    let willem = look("999990159", Doel::Intake).await;
    assert_eq!(willem.opschorting.unwrap().reden, OpschortingReden::Overlijden);
    assert!(willem.overlijden == Some(BrpDatum::Datum(date(2019, 2, 27))));
    assert!(look("999990184", Doel::Intake).await.geboorte == Some(BrpDatum::Jaar(1984)));
    assert!(
        look("999990196", Doel::Intake).await.geboorte == Some(BrpDatum::JaarMaand { jaar: 1990, maand: 3 })
    );
    assert!(look("999990214", Doel::Intake).await.geboorte == Some(BrpDatum::Onbekend));
    assert!(look("999990226", Doel::Intake).await.verblijfplaats == Some(Verblijfplaats::Buitenland));
    assert!(look("999990512", Doel::Intake).await.in_onderzoek);
    let samira = look("999990032", Doel::Inkomen).await;
    assert_eq!(samira.kinderen.unwrap().len(), 2);
    assert!(samira.partners.unwrap()[0].ontbonden == Some(BrpDatum::Datum(date(2026, 3, 19))));
    assert!(samira.gezag.is_none());
}

#[tokio::test]
async fn a_change_of_the_register_survives_a_kill() {
    let folder = folder();
    let mut sim = Sim::brp(folder.path());
    let persoon = json!({"burgerservicenummer": "999990081", "naam": {"voornamen": "Linde", "geslachtsnaam": "Bakels"}});
    assert_eq!(sim.post("/_persoon", &persoon).await.0, 200);
    assert_eq!(sim.post("/_persoon", &json!({"burgerservicenummer": "999990082"})).await.0, 400);
    sim.kill();
    let sim = Sim::brp(folder.path());
    let linde = adapter(&sim).raadpleeg(&bsn("999990081"), doel(Doel::Intake)).await.unwrap().unwrap();
    assert_eq!(linde.naam.geslachtsnaam.as_deref(), Some("Bakels"));
}

#[tokio::test]
async fn a_wrong_key_is_refused() {
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let config = BrpConfig::new(&sim.url, "een andere sleutel");
    assert!(!format!("{config:?}").contains("andere"));
    let brp = BrpHaalCentraal::new(config, Arc::new(SystemClock::default())).unwrap();
    let refused = Err(PoortFout::Geweigerd { code: "authentication".to_owned() });
    assert!(brp.raadpleeg(&bsn("999990019"), doel(Doel::Intake)).await == refused);
    let keyless = BrpConfig::new("http://127.0.0.1:1", "");
    assert!(BrpHaalCentraal::new(keyless, Arc::new(SystemClock::default())).is_err());
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

// shows C1-P3
#[tokio::test]
async fn the_purpose_is_logged_and_the_person_is_not() {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let folder = folder();
    let sim = Sim::brp(folder.path());
    let brp = adapter(&sim);
    let jeugd = doel(Doel::Jeugdhulp);
    brp.raadpleeg(&bsn("999990020"), jeugd).await.unwrap().unwrap();
    brp.zoek(&vraag("Verhoeff", date(1958, 3, 14)), jeugd).await.unwrap();
    brp.op_adres(&turfkade(), jeugd).await.unwrap();
    sim.storing(json!({"fout": "vorm"})).await;
    assert!(brp.raadpleeg(&bsn("999990020"), jeugd).await.is_err());
    drop(guard);
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    for there in ["jeugdhulp", &jeugd.verzoek.to_string(), &jeugd.medewerker.to_string(), "cannot be right"] {
        assert!(text.contains(there), "{there} is not in the log:\n{text}");
    }
    for secret in ["99999", "Verhoef", "Dylan", "1958", "Turfkade", "9998010000000001", SLEUTEL] {
        assert!(!text.contains(secret), "{secret} is in the log");
    }
}
