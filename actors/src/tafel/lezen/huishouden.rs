//! Looking at who lives together and what runs for them.

use keukentafel::domain::bevoegdheid::{Handeling, Toegang, mag, op_persoon};
use keukentafel::domain::ids::{HuishoudenId, PersoonId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::Persoon;
use keukentafel::poort::Doel;
use keukentafel::poort::brp::{AdresseerbaarObject, Adresvraag, BrpTreffer};
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::{
    AdresWat, BrpStand, Huisgenoot, HuishoudenAntwoord, HuishoudenMag, HuishoudenVoorstel, ZaakRij,
};

use crate::overzicht::{Gemeenteoverzicht, adres_wat};
use crate::tafel::Tafel;
use crate::tafel::uit_brp::{naam_van, stand_na};
use crate::tafel::zicht::Look;
use crate::weigering::Weigering;

/// A look at who is registered with somebody, as it stands in the trail.
const VOORSTEL: &str = "huishouden.voorstel";

impl Tafel {
    /// A huishouden, with what runs there as far as `wie` may know.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn huishouden(
        &self,
        wie: &Wie,
        id: HuishoudenId,
    ) -> Result<Option<HuishoudenAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let toegang = self.deps.rechten.op_huishouden(wie, id);
            self.gekeken(&look, wie, "huishouden.lezen", format!("huishouden/{id}"), toegang).await?;
            if toegang < Toegang::Wat {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            Ok(all.gemeente(wie.gemeente).and_then(|all| self.thuis(all, wie, id)))
        })
        .await
    }

    /// With whom a person lives, and what runs there: what the desk looks at first (C2-L3). Without a huishouden: what runs for the
    /// person.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn huishouden_van(
        &self,
        wie: &Wie,
        persoon: PersoonId,
    ) -> Result<Option<HuishoudenAntwoord>, Weigering> {
        self.in_zicht(async |look| {
            let home = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).and_then(|all| all.huishouden_van(persoon))
            };
            // The desk, which registers what somebody came for, is shown that nothing is known. To anybody else somebody is there by work alone, as
            // everywhere: another answer would tell whose dossier is closed.
            let closed = {
                let all = self.overzicht.lees();
                all.gemeente(wie.gemeente).is_some_and(|all| all.afgeschermd(wie, persoon))
            };
            let balie = mag(wie.rol, Handeling::MeldingRegistreren)
                && op_persoon(wie, persoon, Toegang::Niets) >= Toegang::Wat;
            if closed && balie {
                self.gekeken(&look, wie, "huishouden.lezen", format!("persoon/{persoon}"), Toegang::Niets)
                    .await?;
                return Ok(Some(HuishoudenAntwoord {
                    huishouden: None,
                    zaken: Vec::new(),
                    mag: HuishoudenMag::default(),
                }));
            }
            let toegang = match home {
                Some(home) => self.deps.rechten.op_huishouden(wie, home),
                None => self.deps.rechten.op_persoon(wie, persoon),
            };
            let far_enough = if toegang >= Toegang::Wat { toegang } else { Toegang::Niets };
            // Whoever lives there is shown too.
            let object =
                home.filter(|_| far_enough > Toegang::Niets).map(|home| format!("huishouden/{home}"));
            let object = object.unwrap_or_else(|| format!("persoon/{persoon}"));
            self.gekeken(&look, wie, "huishouden.lezen", object, far_enough).await?;
            if far_enough == Toegang::Niets {
                return Ok(None);
            }
            let all = self.overzicht.lees();
            let Some(all) = all.gemeente(wie.gemeente) else { return Ok(None) };
            match home {
                Some(home) => Ok(self.thuis(all, wie, home)),
                None => {
                    let zaken = self.zaken_van(all, wie, &[persoon]);
                    Ok(Some(HuishoudenAntwoord { huishouden: None, zaken, mag: HuishoudenMag::default() }))
                }
            }
        })
        .await
    }

    fn thuis(&self, all: &Gemeenteoverzicht, wie: &Wie, id: HuishoudenId) -> Option<HuishoudenAntwoord> {
        let leden: Vec<_> = all.huishouden(id)?.leden().iter().map(|lid| lid.persoon).collect();
        let huishouden = Some(all.huishouden_wat(
            id,
            self.deps.clock.now().day(),
            &Topic::HuishoudenWat(id).leesrecht()?,
        )?);
        let mag = mag_vastleggen(all, wie, &leden);
        Some(HuishoudenAntwoord { huishouden, zaken: self.zaken_van(all, wie, &leden), mag })
    }

    /// What runs for these people, by legal date, no further than `wie` may look.
    fn zaken_van(&self, all: &Gemeenteoverzicht, wie: &Wie, personen: &[PersoonId]) -> Vec<ZaakRij> {
        let zaken = personen.iter().flat_map(|persoon| all.zaken_van(*persoon));
        let row = |zaak| {
            let toegang =
                Some(all.toegang_bij_persoon(wie, zaak)).filter(|toegang| *toegang > Toegang::Niets)?;
            all.rij_in_huishouden(zaak, toegang, &*self.deps.namen)
        };
        let mut rows: Vec<_> = zaken.filter_map(row).collect();
        rows.sort_unstable_by_key(|rij| (rij.uiterlijk_op, rij.id));
        rows
    }

    /// Where somebody lives who keeps it from others, or lives with somebody who does: only for who writes on a zaak of theirs, each look by
    /// itself, and not for who is kept out of the dossier of somebody there.
    ///
    /// # Errors
    /// When the trail cannot be reached.
    pub async fn adres(&self, wie: &Wie, persoon: PersoonId) -> Result<Option<AdresWat>, Weigering> {
        self.in_zicht(async |look| {
            let found = {
                let all = self.overzicht.lees();
                let all = all.gemeente(wie.gemeente);
                let writes = all.map_or(Toegang::Niets, |all| all.hoogste_toegang(wie, persoon));
                all.filter(|all| writes == Toegang::Schrijven && !all.thuis_afgeschermd(wie, persoon))
                    .and_then(|all| adres_van(all.persoon(persoon)?.persoon()))
            };
            let toegang = if found.is_some() { Toegang::Wat } else { Toegang::Niets };
            self.gekeken(&look, wie, "persoon.adres", format!("persoon/{persoon}"), toegang).await?;
            Ok(found)
        })
        .await
    }

    /// Who is registered at the address of a person: a proposal for their huishouden. Who keeps their address from others is not in it, nor
    /// whose dossier is closed to `wie`.
    ///
    /// # Errors
    /// When the role may not ask this, or the trail cannot be reached.
    pub async fn huishouden_voorstel(
        &self,
        wie: &Wie,
        persoon: PersoonId,
    ) -> Result<Option<HuishoudenVoorstel>, Weigering> {
        let toegang = self.in_zicht(async |look| self.vraagt_voorstel(&look, wie, persoon).await).await?;
        if toegang == Toegang::Niets {
            return Ok(None);
        }
        let Some(brp) = &self.brp else {
            return Ok(Some(HuishoudenVoorstel { brp: BrpStand::NietIngericht, huisgenoten: Vec::new() }));
        };
        let vraag = {
            let all = self.overzicht.lees();
            let regel = all.gemeente(wie.gemeente).and_then(|all| all.persoon(persoon));
            regel.and_then(|regel| adresvraag(regel.persoon()))
        };
        let Some(vraag) = vraag else {
            return Ok(Some(HuishoudenVoorstel { brp: BrpStand::NietGevraagd, huisgenoten: Vec::new() }));
        };
        let doelbinding = self.doelbinding(wie, Doel::Huishouden, self.nieuw_id());
        self.brp_gevraagd(wie, "brp.adres", &doelbinding, &[persoon]).await?;
        let answer = brp.op_adres(&vraag, doelbinding).await;
        let stand = stand_na(&answer);
        let found = answer.unwrap_or_default();
        // The BRP may have taken long: whether it is still to be shown is asked with the sight of now.
        self.met_zicht().await?;
        self.in_zicht(async |look| {
            if self.toegang_voorstel(wie, persoon) == Toegang::Niets {
                self.vraagt_voorstel(&look, wie, persoon).await?;
                return Ok(None);
            }
            let huisgenoten = self.huisgenoten(wie, persoon, found);
            let known = huisgenoten.iter().filter_map(|other| other.persoon).collect();
            self.lijst_gekeken(&look, wie, VOORSTEL, &format!("persoon/{persoon}"), known).await?;
            Ok(Some(HuishoudenVoorstel { brp: stand, huisgenoten }))
        })
        .await
    }

    fn toegang_voorstel(&self, wie: &Wie, persoon: PersoonId) -> Toegang {
        let may = mag(wie.rol, Handeling::BrpRaadplegen) && mag(wie.rol, Handeling::HuishoudenVastleggen);
        let toegang = self.deps.rechten.op_persoon(wie, persoon);
        if may && toegang >= Toegang::Wat { toegang } else { Toegang::Niets }
    }

    async fn vraagt_voorstel(
        &self,
        look: &Look,
        wie: &Wie,
        persoon: PersoonId,
    ) -> Result<Toegang, Weigering> {
        let toegang = self.toegang_voorstel(wie, persoon);
        self.gekeken(look, wie, VOORSTEL, format!("persoon/{persoon}"), toegang).await?;
        Ok(toegang)
    }

    /// Of whom the BRP found there, those who may be shown.
    fn huisgenoten(&self, wie: &Wie, persoon: PersoonId, found: Vec<BrpTreffer>) -> Vec<Huisgenoot> {
        let all = self.overzicht.lees();
        let all = all.gemeente(wie.gemeente);
        let closed = |treffer: &BrpTreffer| {
            all.is_some_and(|all| all.op_bsn(&treffer.bsn).is_some_and(|known| all.afgeschermd(wie, known)))
        };
        let open = found.into_iter().filter(|treffer| !treffer.geheimhouding && !closed(treffer));
        open.map(|treffer| huisgenoot(all, persoon, &treffer)).collect()
    }
}

/// Of which of these leden `wie` may record where they live, and who has gezag: as the commands look at it. Of the read side as it is held already:
/// who takes it once more while something waits to write it waits for ever.
fn mag_vastleggen(all: &Gemeenteoverzicht, wie: &Wie, leden: &[PersoonId]) -> HuishoudenMag {
    let of = |handeling| {
        let may = mag(wie.rol, handeling);
        let sees = |lid: &PersoonId| may && all.toegang_persoon(wie, *lid) >= Toegang::Wat;
        leden.iter().copied().filter(sees).collect()
    };
    HuishoudenMag { verblijf: of(Handeling::HuishoudenVastleggen), gezag: of(Handeling::GezagVastleggen) }
}

fn huisgenoot(all: Option<&Gemeenteoverzicht>, van: PersoonId, treffer: &BrpTreffer) -> Huisgenoot {
    let known = all.and_then(|all| all.op_bsn(&treffer.bsn));
    let home = |persoon| all.and_then(|all| all.huishouden_van(persoon));
    Huisgenoot {
        persoon: known,
        bsn: known.is_none().then(|| treffer.bsn.digits().to_owned()),
        naam: naam_van(&treffer.naam),
        geboortedatum: treffer.geboorte.and_then(keukentafel::poort::brp::BrpDatum::volledig),
        woont_elders: known.and_then(home).is_some_and(|there| home(van) != Some(there)),
    }
}

fn adres_van(persoon: &Persoon) -> Option<AdresWat> {
    let brp = persoon.bekend()?.brp.as_ref().and_then(|brp| brp.adres.as_ref());
    brp.or_else(|| persoon.gegevens()?.adres.as_ref()).map(adres_wat)
}

/// The question for who is registered with somebody; nothing for a secret address, as the answer would give it away.
fn adresvraag(persoon: &Persoon) -> Option<Adresvraag> {
    if persoon.adres_geheim() {
        return None;
    }
    let brp = persoon.bekend()?.brp.as_ref();
    if let Some(object) = brp.and_then(|brp| AdresseerbaarObject::parse(brp.adresseerbaar_object.as_deref()?))
    {
        return Some(Adresvraag::Object(object));
    }
    let adres = brp.and_then(|brp| brp.adres.as_ref()).or_else(|| persoon.gegevens()?.adres.as_ref())?;
    let digits: String = adres.huisnummer.chars().take_while(char::is_ascii_digit).collect();
    let rest = adres.huisnummer.get(digits.len()..).unwrap_or_default().trim();
    let letter = rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_alphabetic());
    let part = |when: bool| (when && !rest.is_empty()).then(|| rest.to_owned());
    Some(Adresvraag::Postcode {
        postcode: adres.postcode.clone(),
        huisnummer: digits.parse().ok()?,
        huisletter: part(letter),
        toevoeging: part(!letter),
    })
}

#[cfg(test)]
mod tests {
    use keukentafel::domain::aggregate::Aggregate;
    use keukentafel::domain::persoon::{Adres, PersoonEvent, Persoonsgegevens};

    use super::*;

    fn op(huisnummer: &str) -> Option<(u32, Option<String>, Option<String>)> {
        let adres = Adres {
            straat: "Hof".into(),
            huisnummer: huisnummer.into(),
            postcode: "9999 XB".into(),
            plaats: "Wiedermeer".into(),
        };
        let gegevens = Persoonsgegevens {
            bsn: None,
            voornamen: "Noor".into(),
            voorvoegsel: None,
            achternaam: "Haddad".into(),
            geboortedatum: None,
            telefoon: None,
            adres: Some(adres),
        };
        let event = PersoonEvent::PersoonGeregistreerd(gegevens);
        let persoon = Persoon::default().evolve(&event, keukentafel::clock::Moment::from_micros(0));
        match adresvraag(&persoon)? {
            Adresvraag::Postcode { huisnummer, huisletter, toevoeging, .. } => {
                Some((huisnummer, huisletter, toevoeging))
            }
            Adresvraag::Object(_) => None,
        }
    }

    #[test]
    fn a_house_number_is_taken_apart_as_the_brp_has_it() {
        assert_eq!(op("18"), Some((18, None, None)));
        assert_eq!(op("18a"), Some((18, Some("a".into()), None)));
        assert_eq!(op("42 bis"), Some((42, None, Some("bis".into()))));
        assert_eq!(op("geen"), None);
    }
}
