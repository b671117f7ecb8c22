//! A BRP in memory: two people at one address, of whom the second may keep it from others.

use std::sync::Mutex;

use keukentafel::clock::Moment;
use keukentafel::domain::bsn::Bsn;
use keukentafel::poort::brp::{
    Adresvraag, Brp, BrpAdres, BrpDatum, BrpNaam, BrpPersoon, BrpTreffer, BrpZoekvraag, FunctieAdres,
    Raadpleging, Verblijfplaats,
};
use keukentafel::poort::{Antwoord, Doel, Doelbinding};

pub(super) const MARIA_BSN: &str = "123456782";
pub(super) const DYLAN_BSN: &str = "999990020";
/// Where both live.
pub(super) const STRAAT: &str = "Korenbloemhof";

/// Maria and Dylan, as the BRP has them.
pub(super) struct Nepbrp {
    /// Whose address is kept from others.
    geheim: Mutex<Vec<String>>,
}

impl Nepbrp {
    pub(super) fn new() -> Self {
        Self { geheim: Mutex::new(Vec::new()) }
    }

    /// From now on this one keeps their address from others.
    pub(super) fn houdt_geheim(&self, bsn: &str) {
        self.geheim.lock().unwrap().push(bsn.to_owned());
    }

    fn geheim(&self, bsn: &str) -> bool {
        self.geheim.lock().unwrap().iter().any(|one| one == bsn)
    }

    fn treffer(&self, bsn: &str) -> BrpTreffer {
        BrpTreffer {
            bsn: Bsn::parse(bsn).unwrap(),
            naam: naam(bsn),
            geboorte: Some(geboren(bsn)),
            geslacht: None,
            adresregel: Some(format!("{STRAAT} 12")).filter(|_| !self.geheim(bsn)),
            geheimhouding: self.geheim(bsn),
            opschorting: None,
            op_klank: false,
        }
    }
}

fn naam(bsn: &str) -> BrpNaam {
    let voornaam = if bsn == MARIA_BSN { "Maria" } else { "Dylan" };
    BrpNaam {
        voornamen: Some(voornaam.to_owned()),
        voorletters: None,
        voorvoegsel: None,
        geslachtsnaam: Some("Verhoef".to_owned()),
        volledige_naam: None,
    }
}

fn geboren(bsn: &str) -> BrpDatum {
    BrpDatum::Datum(if bsn == MARIA_BSN {
        jiff::civil::date(1958, 3, 14)
    } else {
        jiff::civil::date(2017, 5, 22)
    })
}

impl Brp for Nepbrp {
    fn raadpleeg<'a>(&'a self, bsn: &'a Bsn, _: Doelbinding) -> Antwoord<'a, Option<BrpPersoon>> {
        let adres = BrpAdres {
            functie: Some(FunctieAdres::Woonadres),
            object: None,
            straat: Some(STRAAT.to_owned()),
            huisnummer: Some(12),
            huisletter: None,
            toevoeging: None,
            postcode: Some("9999XB".to_owned()),
            woonplaats: Some("Wiedermeer".to_owned()),
            datum_van: None,
            verblijft_hier_niet: false,
        };
        let persoon = BrpPersoon {
            raadpleging: Raadpleging { op: Moment::from_micros(0), doel: Doel::Intake, velden: &[] },
            bsn: bsn.clone(),
            naam: naam(bsn.digits()),
            geslacht: None,
            geboorte: Some(geboren(bsn.digits())),
            overlijden: None,
            opschorting: None,
            geheimhouding: self.geheim(bsn.digits()),
            in_onderzoek: false,
            verblijfplaats: Some(Verblijfplaats::Adres(adres)),
            gemeente: None,
            kinderen: None,
            ouders: None,
            partners: None,
            gezag: None,
        };
        Box::pin(std::future::ready(Ok(Some(persoon))))
    }

    fn zoek<'a>(&'a self, _: &'a BrpZoekvraag, _: Doelbinding) -> Antwoord<'a, Vec<BrpTreffer>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn op_adres<'a>(&'a self, _: &'a Adresvraag, _: Doelbinding) -> Antwoord<'a, Vec<BrpTreffer>> {
        let both = [MARIA_BSN, DYLAN_BSN].map(|bsn| self.treffer(bsn)).into();
        Box::pin(std::future::ready(Ok(both)))
    }
}
