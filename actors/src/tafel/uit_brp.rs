//! What the BRP says, made into what the domain keeps: a picture of one moment, bounded and plain.

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::GROND_ROL;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::{Adres, BrpMomentopname, Gezag, Gezaghouder, Gezagsbron, Gezagsgrond};
use keukentafel::domain::tekst::regel;
use keukentafel::limits::NAAM_CHARS_MAX;
use keukentafel::poort::brp::{
    BrpAdres, BrpDatum, BrpGezag, BrpNaam, BrpPersoon, Derde, FunctieAdres, Gezagdrager, Gezagsrelatie,
    OpschortingReden, Verblijfplaats,
};
use keukentafel::poort::{Doel, Doelbinding, PoortFout};
use keukentafel::protocol::view::BrpStand;
use keukentafel::store::AuditRow;
use uuid::Uuid;

use super::Tafel;
use crate::weigering::Weigering;

/// How a holder of gezag is named of whom the BRP knows that there is one, and not who.
const HOUDER_ONBEKEND: &str = "niet bekend bij de BRP";
/// How the holder is named when the BRP names none: gezag is with an institution.
const INSTELLING: &str = "gecertificeerde instelling";

impl Tafel {
    /// Why the BRP is asked.
    pub(super) fn doelbinding(&self, wie: &Wie, doel: Doel, verzoek: Uuid) -> Doelbinding {
        Doelbinding { doel, zaak: None, medewerker: wie.id, verzoek }
    }

    /// That the BRP is asked, for what and by which request, is in the trail before it is asked. About whom only where they are known
    /// here: the rest would be a number of a person.
    pub(super) async fn brp_gevraagd(
        &self,
        wie: &Wie,
        handeling: &str,
        doelbinding: &Doelbinding,
        over: &[PersoonId],
    ) -> Result<(), Weigering> {
        let object = format!("brp/{}/{}", doelbinding.doel.code(), doelbinding.verzoek);
        let row = AuditRow {
            grond: Some(GROND_ROL.to_owned()),
            doel: Some(doelbinding.doel.code().to_owned()),
            systeem: Some("brp".to_owned()),
            ..self.regel(wie, handeling, object, None)
        };
        self.audit(wie.gemeente, row.over(over.iter().copied())).await
    }
}

/// What came of a question.
pub(super) fn stand_na<T>(answer: &Result<T, PoortFout>) -> BrpStand {
    match answer {
        Ok(_) => BrpStand::Geantwoord,
        Err(PoortFout::Geweigerd { code })
            if matches!(code.as_str(), "te_veel_treffers" | "tooManyResults") =>
        {
            BrpStand::TeVeel
        }
        Err(PoortFout::Geweigerd { code }) if code == "zoekvraag_ongeldig" => BrpStand::NietGevraagd,
        Err(PoortFout::Storing(_) | PoortFout::OnjuistAntwoord(_) | PoortFout::Geweigerd { .. }) => {
            BrpStand::NietBereikbaar
        }
    }
}

/// A name as one says it.
pub(super) fn naam_van(naam: &BrpNaam) -> String {
    let parts = [&naam.voornamen, &naam.voorvoegsel, &naam.geslachtsnaam];
    let joined = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    regel(&joined, NAAM_CHARS_MAX)
        .ok()
        .or_else(|| naam.volledige_naam.as_deref().and_then(lijn))
        .unwrap_or_default()
}

/// Street and number.
pub(super) fn adresregel(persoon: &BrpPersoon) -> Option<String> {
    let adres = woonadres(persoon)?;
    lijn(&format!("{} {}", adres.straat.as_deref()?, huisnummer(adres)?))
}

/// The picture of a person at the moment of the answer.
pub(super) fn momentopname(persoon: &BrpPersoon, verzoek: Uuid) -> BrpMomentopname {
    let adres = woonadres(persoon);
    BrpMomentopname {
        op: persoon.raadpleging.op,
        doel: persoon.raadpleging.doel,
        verzoek,
        gevraagd: persoon.raadpleging.velden.iter().map(|veld| (*veld).to_owned()).collect(),
        bsn: persoon.bsn.clone(),
        voornamen: persoon.naam.voornamen.as_deref().and_then(lijn),
        voorvoegsel: persoon.naam.voorvoegsel.as_deref().and_then(lijn),
        geslachtsnaam: persoon.naam.geslachtsnaam.as_deref().and_then(lijn),
        geboortedatum: persoon.geboorte.and_then(BrpDatum::volledig),
        adres: adres.and_then(eigen_adres),
        adres_sinds: adres.and_then(|adres| adres.datum_van).and_then(BrpDatum::volledig),
        adresseerbaar_object: adres
            .and_then(|adres| adres.object.as_ref())
            .map(|object| object.cijfers().to_owned()),
        geheimhouding: persoon.geheimhouding,
        in_onderzoek: persoon.in_onderzoek,
        opschorting: persoon
            .opschorting
            .as_ref()
            .map(|opschorting| opschortingswoord(opschorting.reden).to_owned())
            .or_else(|| persoon.overlijden.map(|_| "overlijden".to_owned())),
    }
}

/// Who has gezag over `persoon`, as the BRP says. Holders who are known here are meant by id.
pub(super) fn gezag_over(persoon: &BrpPersoon, bekend: impl Fn(&Bsn) -> Option<PersoonId>) -> Vec<Gezag> {
    let over = persoon.gezag.iter().flatten().filter(|gezag| gezag.minderjarige == persoon.bsn);
    over.flat_map(|gezag| relatie(gezag, persoon.raadpleging.op, &bekend)).collect()
}

fn relatie(gezag: &BrpGezag, op: Moment, bekend: &impl Fn(&Bsn) -> Option<PersoonId>) -> Vec<Gezag> {
    let houder = |drager: &Gezagdrager| match drager.bsn.as_ref().and_then(bekend) {
        Some(persoon) => Gezaghouder::Persoon { persoon },
        None => ander(drager.naam.as_deref().and_then(lijn).as_deref().unwrap_or(HOUDER_ONBEKEND)),
    };
    let (grond, houders) = match &gezag.relatie {
        Gezagsrelatie::GezamenlijkOuderlijkGezag { ouders } => {
            (Gezagsgrond::OuderlijkGezag, ouders.iter().map(houder).collect())
        }
        Gezagsrelatie::EenhoofdigOuderlijkGezag { ouder } => {
            (Gezagsgrond::OuderlijkGezag, vec![houder(ouder)])
        }
        Gezagsrelatie::GezamenlijkGezag { ouder, derde } => {
            let third = match derde {
                Derde::Bekend(drager) => houder(drager),
                Derde::Onbekend => ander(HOUDER_ONBEKEND),
            };
            (Gezagsgrond::GezamenlijkGezag, vec![houder(ouder), third])
        }
        Gezagsrelatie::Voogdij { derden } if derden.is_empty() => {
            (Gezagsgrond::Voogdij, vec![ander(INSTELLING)])
        }
        Gezagsrelatie::Voogdij { derden } => (Gezagsgrond::Voogdij, derden.iter().map(houder).collect()),
        // Nobody has it, or the BRP cannot tell: that is not gezag of somebody.
        Gezagsrelatie::TijdelijkGeenGezag | Gezagsrelatie::GezagNietTeBepalen => {
            (Gezagsgrond::OuderlijkGezag, Vec::new())
        }
    };
    let made = houders.into_iter().map(|houder| Gezag {
        houder,
        grond,
        bron: Gezagsbron::Brp { op },
        vanaf: None,
        tot: None,
    });
    made.collect()
}

fn ander(naam: &str) -> Gezaghouder {
    Gezaghouder::Ander { naam: naam.to_owned() }
}

/// Where somebody is registered as living; mail alone is no home, and where somebody was established not to be neither.
fn woonadres(persoon: &BrpPersoon) -> Option<&BrpAdres> {
    match persoon.verblijfplaats.as_ref()? {
        Verblijfplaats::Adres(adres)
            if adres.functie != Some(FunctieAdres::Briefadres) && !adres.verblijft_hier_niet =>
        {
            Some(adres)
        }
        Verblijfplaats::Adres(_)
        | Verblijfplaats::Locatie
        | Verblijfplaats::Buitenland
        | Verblijfplaats::Onbekend => None,
    }
}

fn eigen_adres(adres: &BrpAdres) -> Option<Adres> {
    let postcode = adres.postcode.as_deref()?;
    let (digits, letters) = (postcode.get(..4)?, postcode.get(4..)?.trim());
    Some(Adres {
        straat: lijn(adres.straat.as_deref()?)?,
        huisnummer: huisnummer(adres)?,
        postcode: format!("{digits} {letters}"),
        plaats: lijn(adres.woonplaats.as_deref()?)?,
    })
}

fn huisnummer(adres: &BrpAdres) -> Option<String> {
    let number = adres.huisnummer?.to_string();
    let letter = adres.huisletter.as_deref().unwrap_or_default();
    let more = adres.toevoeging.as_deref().map(|more| format!(" {more}")).unwrap_or_default();
    lijn(&format!("{number}{letter}{more}"))
}

/// One bounded line; what cannot be one is left out rather than believed.
fn lijn(text: &str) -> Option<String> {
    regel(text, NAAM_CHARS_MAX).ok()
}

fn opschortingswoord(reden: OpschortingReden) -> &'static str {
    match reden {
        OpschortingReden::Overlijden => "overlijden",
        OpschortingReden::Emigratie => "emigratie",
        OpschortingReden::MinisterieelBesluit => "ministerieel_besluit",
        OpschortingReden::Rni => "rni",
        OpschortingReden::Fout => "fout",
        OpschortingReden::Anders => "anders",
    }
}
