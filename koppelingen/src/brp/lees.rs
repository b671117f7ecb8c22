//! Believes or refuses what the BRP sent, and makes the port's types of it.

use keukentafel::domain::bsn::Bsn;
use keukentafel::poort::Onjuist;
use keukentafel::poort::brp::{
    AdresseerbaarObject, BrpAdres, BrpDatum, BrpGezag, BrpNaam, BrpPartner, BrpPersoon, BrpTreffer,
    BrpVerwant, Derde, FunctieAdres, Geslacht, Gezagdrager, Gezagsrelatie, Opschorting, OpschortingReden,
    Raadpleging, Verblijfplaats,
};
use keukentafel::poort::limits::{BRON_TEKST_CHARS_MAX, RELATIES_MAX, TREFFERS_MAX};
use serde::Deserialize;
use serde_json::Value;

use super::wire;

type Gelezen<T> = Result<T, Onjuist>;

/// Persons that were looked up.
pub(super) fn personen(antwoord: &wire::Antwoord, raadpleging: &Raadpleging) -> Gelezen<Vec<BrpPersoon>> {
    rijen(antwoord, "RaadpleegMetBurgerservicenummer")?
        .iter()
        .map(|value| persoon(een(value)?, twijfel(value), raadpleging))
        .collect()
}

/// Persons that were looked up for an address, also as hits; each once.
pub(super) fn bewoners(
    antwoord: &wire::Antwoord,
    raadpleging: &Raadpleging,
) -> Gelezen<Vec<(BrpPersoon, BrpTreffer)>> {
    let mut found: Vec<(BrpPersoon, BrpTreffer)> = Vec::new();
    for value in rijen(antwoord, "RaadpleegMetBurgerservicenummer")? {
        let pair = (persoon(een(value)?, twijfel(value), raadpleging)?, treffer(een(value)?, false)?);
        neem(&mut found, pair, |(persoon, _)| &persoon.bsn)?;
    }
    Ok(found)
}

/// Hits of a search; each once.
pub(super) fn treffers(antwoord: &wire::Antwoord, kind: &str, op_klank: bool) -> Gelezen<Vec<BrpTreffer>> {
    let mut found = Vec::new();
    for value in rijen(antwoord, kind)? {
        neem(&mut found, treffer(een(value)?, op_klank)?, |treffer: &BrpTreffer| &treffer.bsn)?;
    }
    Ok(found)
}

/// The numbers of who was found; each once.
pub(super) fn bsns(antwoord: &wire::Antwoord, kind: &str) -> Gelezen<Vec<Bsn>> {
    let mut found = Vec::new();
    for value in rijen(antwoord, kind)? {
        let bsn = eigen_bsn(een(value)?.burgerservicenummer)?;
        if !found.contains(&bsn) {
            found.push(bsn);
        }
    }
    Ok(found)
}

/// A repeat is passed over; two different answers about one person are not to be believed.
fn neem<T: PartialEq>(found: &mut Vec<T>, next: T, bsn: impl Fn(&T) -> &Bsn) -> Gelezen<()> {
    match found.iter().find(|known| bsn(known) == bsn(&next)) {
        Some(known) if *known == next => Ok(()),
        Some(_) => Err(Onjuist::Dubbel),
        None => {
            found.push(next);
            Ok(())
        }
    }
}

fn rijen<'a>(antwoord: &'a wire::Antwoord, kind: &str) -> Gelezen<&'a [Value]> {
    if antwoord.kind != kind {
        return Err(Onjuist::NietGevraagd);
    }
    // Twice as many, so that repeats do not count against it.
    if antwoord.personen.len() > 2 * TREFFERS_MAX {
        return Err(Onjuist::BuitenGrens);
    }
    Ok(&antwoord.personen)
}

fn een(value: &Value) -> Gelezen<wire::Persoon> {
    wire::Persoon::deserialize(value).map_err(|_| Onjuist::Vorm)
}

/// Whether the municipality is looking into any of this.
fn twijfel(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| (name == "inOnderzoek" && *value != Value::Bool(false)) || twijfel(value)),
        Value::Array(items) => items.iter().any(twijfel),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

fn persoon(from: wire::Persoon, in_onderzoek: bool, raadpleging: &Raadpleging) -> Gelezen<BrpPersoon> {
    let gevraagd = |groep: &str| raadpleging.velden.iter().any(|veld| veld.split('.').next() == Some(groep));
    Ok(BrpPersoon {
        raadpleging: raadpleging.clone(),
        bsn: eigen_bsn(from.burgerservicenummer)?,
        naam: from.naam.map(naam).transpose()?.unwrap_or_default(),
        geslacht: from.geslacht.map(|code| geslacht(&code)).transpose()?,
        geboorte: from.geboorte.map(|geboorte| datum_van(geboorte.datum)).transpose()?,
        overlijden: from.overlijden.map(|overlijden| datum_van(overlijden.datum)).transpose()?,
        opschorting: from.opschorting_bijhouding.map(opschorting).transpose()?,
        geheimhouding: from.geheimhouding_persoonsgegevens.unwrap_or_default(),
        in_onderzoek,
        verblijfplaats: from.verblijfplaats.map(verblijfplaats).transpose()?,
        gemeente: tekst(from.gemeente_van_inschrijving.map(|gemeente| gemeente.code))?,
        kinderen: relaties(gevraagd("kinderen"), from.kinderen, verwant)?,
        ouders: relaties(gevraagd("ouders"), from.ouders, verwant)?,
        partners: relaties(gevraagd("partners"), from.partners, partner)?,
        gezag: relaties(gevraagd("gezag"), from.gezag, gezag)?,
    })
}

fn treffer(from: wire::Persoon, op_klank: bool) -> Gelezen<BrpTreffer> {
    let geheimhouding = from.geheimhouding_persoonsgegevens.unwrap_or_default();
    let adresregel = tekst(from.adressering.and_then(|adressering| adressering.adresregel1))?;
    Ok(BrpTreffer {
        bsn: eigen_bsn(from.burgerservicenummer)?,
        naam: from.naam.map(naam).transpose()?.unwrap_or_default(),
        geboorte: from.geboorte.map(|geboorte| datum_van(geboorte.datum)).transpose()?,
        geslacht: from.geslacht.map(|code| geslacht(&code)).transpose()?,
        adresregel: adresregel.filter(|_| !geheimhouding),
        geheimhouding,
        opschorting: from.opschorting_bijhouding.map(opschorting).transpose()?,
        op_klank,
    })
}

/// What was not asked is `None`, and nothing of it is expected; what was asked is a list.
fn relaties<F, T>(gevraagd: bool, from: Vec<F>, lees: impl Fn(F) -> Gelezen<T>) -> Gelezen<Option<Vec<T>>> {
    if from.len() > RELATIES_MAX {
        return Err(Onjuist::BuitenGrens);
    }
    match (gevraagd, from.is_empty()) {
        (true, _) => from.into_iter().map(lees).collect::<Gelezen<Vec<T>>>().map(Some),
        (false, true) => Ok(None),
        (false, false) => Err(Onjuist::NietGevraagd),
    }
}

fn eigen_bsn(bsn: Option<String>) -> Gelezen<Bsn> {
    bsn_van(bsn)?.ok_or(Onjuist::Vorm)
}

fn bsn_van(bsn: Option<String>) -> Gelezen<Option<Bsn>> {
    bsn.map(|text| Bsn::parse(&text).map_err(|_| Onjuist::Vorm)).transpose()
}

/// A text of the source: one line, bounded.
fn tekst(text: Option<String>) -> Gelezen<Option<String>> {
    match text {
        Some(text) if text.chars().count() > BRON_TEKST_CHARS_MAX => Err(Onjuist::BuitenGrens),
        Some(text) if text.chars().any(char::is_control) => Err(Onjuist::Vorm),
        text => Ok(text),
    }
}

fn naam(from: wire::Naam) -> Gelezen<BrpNaam> {
    Ok(BrpNaam {
        voornamen: tekst(from.voornamen)?,
        voorletters: tekst(from.voorletters)?,
        voorvoegsel: tekst(from.voorvoegsel)?,
        geslachtsnaam: tekst(from.geslachtsnaam)?,
        volledige_naam: tekst(from.volledige_naam)?,
    })
}

fn geslacht(from: &wire::Code) -> Gelezen<Geslacht> {
    match from.code.as_str() {
        "M" => Ok(Geslacht::Man),
        "V" => Ok(Geslacht::Vrouw),
        "O" => Ok(Geslacht::Onbekend),
        _ => Err(Onjuist::Vorm),
    }
}

/// A group without a date in it means that the date is unknown.
fn datum_van(from: Option<wire::Datum>) -> Gelezen<BrpDatum> {
    from.map_or(Ok(BrpDatum::Onbekend), |from| datum(&from))
}

fn datum(from: &wire::Datum) -> Gelezen<BrpDatum> {
    match *from {
        wire::Datum::Heel { datum } => Ok(BrpDatum::Datum(datum)),
        wire::Datum::ZonderDag { jaar, maand } if jaar_kan(jaar) && (1..=12).contains(&maand) => {
            Ok(BrpDatum::JaarMaand { jaar, maand })
        }
        wire::Datum::Jaar { jaar } if jaar_kan(jaar) => Ok(BrpDatum::Jaar(jaar)),
        wire::Datum::Onbekend => Ok(BrpDatum::Onbekend),
        wire::Datum::ZonderDag { .. } | wire::Datum::Jaar { .. } => Err(Onjuist::BuitenGrens),
    }
}

fn jaar_kan(jaar: i16) -> bool {
    (1..=9999).contains(&jaar)
}

fn opschorting(from: wire::Opschorting) -> Gelezen<Opschorting> {
    let reden = match from.reden.as_ref().map(|reden| reden.code.as_str()) {
        Some("O") => OpschortingReden::Overlijden,
        Some("E") => OpschortingReden::Emigratie,
        Some("M") => OpschortingReden::MinisterieelBesluit,
        Some("R") => OpschortingReden::Rni,
        Some("F") => OpschortingReden::Fout,
        Some(_) | None => OpschortingReden::Anders,
    };
    Ok(Opschorting { reden, datum: from.datum.as_ref().map(datum).transpose()? })
}

fn verblijfplaats(from: wire::Verblijfplaats) -> Gelezen<Verblijfplaats> {
    Ok(match from {
        wire::Verblijfplaats::Adres(from) => Verblijfplaats::Adres(adres(*from)?),
        wire::Verblijfplaats::Locatie => Verblijfplaats::Locatie,
        wire::Verblijfplaats::Buitenland => Verblijfplaats::Buitenland,
        wire::Verblijfplaats::Onbekend => Verblijfplaats::Onbekend,
    })
}

fn adres(from: wire::Adres) -> Gelezen<BrpAdres> {
    let functie = match from.functie_adres.as_ref().map(|functie| functie.code.as_str()) {
        Some("W") => Some(FunctieAdres::Woonadres),
        Some("B") => Some(FunctieAdres::Briefadres),
        Some(_) => return Err(Onjuist::Vorm),
        None => None,
    };
    // All zeros is how the BRP says that the BAG does not know it.
    let object = from.adresseerbaar_object_identificatie.filter(|id| id.bytes().any(|b| b != b'0'));
    let object = object.map(|id| AdresseerbaarObject::parse(&id).ok_or(Onjuist::Vorm)).transpose()?;
    let verblijfadres = from.verblijfadres;
    let (straat, toevoeging, rest) = match verblijfadres {
        Some(from) => (
            tekst(from.officiele_straatnaam.or(from.korte_straatnaam))?,
            tekst(from.huisnummertoevoeging)?,
            Some((from.huisnummer, tekst(from.huisletter)?, from.postcode, tekst(from.woonplaats)?)),
        ),
        None => (None, None, None),
    };
    let (huisnummer, huisletter, postcode, woonplaats) = rest.unwrap_or_default();
    Ok(BrpAdres {
        functie,
        object,
        straat,
        huisnummer,
        huisletter,
        toevoeging,
        postcode: tekst(postcode)?.map(|postcode| postcode.replace(' ', "")),
        woonplaats,
        datum_van: from.datum_van.as_ref().map(datum).transpose()?,
        verblijft_hier_niet: from.indicatie_vastgesteld_verblijft_niet_op_adres.unwrap_or_default(),
    })
}

fn verwant(from: wire::Verwant) -> Gelezen<BrpVerwant> {
    Ok(BrpVerwant {
        bsn: bsn_van(from.burgerservicenummer)?,
        naam: from.naam.map(naam).transpose()?,
        geboorte: from.geboorte.map(|geboorte| datum_van(geboorte.datum)).transpose()?,
    })
}

fn partner(mut from: wire::Verwant) -> Gelezen<BrpPartner> {
    let ontbonden =
        from.ontbinding_huwelijk_partnerschap.take().map(|ontbinding| datum_van(ontbinding.datum));
    Ok(BrpPartner { ontbonden: ontbonden.transpose()?, wie: verwant(from)? })
}

fn drager(from: wire::Drager) -> Gelezen<Gezagdrager> {
    Ok(Gezagdrager {
        bsn: bsn_van(from.burgerservicenummer)?,
        naam: tekst(from.naam.and_then(|naam| naam.volledige_naam))?,
    })
}

fn dragers(from: Vec<wire::Drager>) -> Gelezen<Vec<Gezagdrager>> {
    // The standard knows two at most.
    if from.len() > 2 {
        return Err(Onjuist::BuitenGrens);
    }
    from.into_iter().map(drager).collect()
}

fn gezag(from: wire::Gezag) -> Gelezen<BrpGezag> {
    let relatie = match from.relatie {
        wire::Relatie::GezamenlijkOuderlijkGezag { ouders } => {
            Gezagsrelatie::GezamenlijkOuderlijkGezag { ouders: dragers(ouders)? }
        }
        wire::Relatie::EenhoofdigOuderlijkGezag { ouder } => {
            Gezagsrelatie::EenhoofdigOuderlijkGezag { ouder: drager(ouder)? }
        }
        wire::Relatie::GezamenlijkGezag { ouder, derde } => Gezagsrelatie::GezamenlijkGezag {
            ouder: drager(ouder)?,
            derde: match derde {
                wire::Derde::BekendeDerde(wie) => Derde::Bekend(drager(wie)?),
                wire::Derde::OnbekendeDerde => Derde::Onbekend,
            },
        },
        wire::Relatie::Voogdij { derden } => Gezagsrelatie::Voogdij { derden: dragers(derden)? },
        wire::Relatie::TijdelijkGeenGezag => Gezagsrelatie::TijdelijkGeenGezag,
        wire::Relatie::GezagNietTeBepalen => Gezagsrelatie::GezagNietTeBepalen,
    };
    Ok(BrpGezag {
        minderjarige: Bsn::parse(&from.minderjarige.burgerservicenummer).map_err(|_| Onjuist::Vorm)?,
        relatie,
        in_onderzoek: from.in_onderzoek,
    })
}
