//! Finding somebody: who is known here, and who is in the BRP; by BSN, by name and date of birth, by how a name sounds (C2-L3).

use jiff::civil::Date;
use keukentafel::domain::bevoegdheid::{Handeling, mag};
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::ids::PersoonId;
use keukentafel::domain::klank::{klinkt_als, ontleed};
use keukentafel::domain::medewerker::Wie;
use keukentafel::poort::brp::{BrpDatum, BrpPersoon, BrpTreffer, BrpZoekvraag};
use keukentafel::poort::{Doel, PoortFout};
use keukentafel::protocol::body::{PersoonVraag, Zoekdoel};
use keukentafel::protocol::view::{BrpStand, Herkomst, PersoonTreffer, Zoekantwoord};

use crate::overzicht::Gemeenteoverzicht;
use crate::tafel::Tafel;
use crate::tafel::gevonden::GEVONDEN;
use crate::tafel::invoer::Velden;
use crate::tafel::uit_brp::{adresregel, naam_van, stand_na};
use crate::weigering::Weigering;

/// Who is looked for.
pub(super) enum Gezocht {
    Nummer(Bsn),
    Naam(String, Date),
}

impl Tafel {
    /// Persons who are known here or in the BRP. Whoever is found here is in the trail, and so is that the BRP was asked, before it is. With
    /// the BRP away, who is known here is found all the same.
    ///
    /// # Errors
    /// When the question is not one, or the role may not ask it.
    pub async fn personen_zoek(&self, wie: &Wie, vraag: &PersoonVraag) -> Result<Zoekantwoord, Weigering> {
        self.met_zicht().await?;
        let gezocht = match gezocht(wie, vraag) {
            Ok(gezocht) => gezocht,
            Err(weigering) => {
                let row = self.regel(wie, "persoon.zoeken", "personen".to_owned(), Some(weigering.code()));
                self.audit(wie.gemeente, vec![row]).await?;
                return Err(weigering);
            }
        };
        let bekend = !self.eigen(wie, &gezocht).is_empty();
        let (brp, found) = self.in_brp(wie, (&gezocht, vraag.voor), bekend).await?;
        // The BRP may have taken long: who is known here is looked up with the sight of now.
        self.met_zicht().await?;
        self.in_zicht(async |_| {
            let own = self.eigen(wie, &gezocht);
            let items = self.samen(wie, own, found);
            let asked = self.regel(wie, "persoon.zoeken", "personen".to_owned(), None);
            self.heeft_gevonden(wie, items.iter().filter_map(|treffer| treffer.id));
            let known = items.iter().filter_map(|treffer| treffer.id);
            let seen = known.flat_map(|id| self.deps.regels(wie, GEVONDEN, format!("persoon/{id}"), None));
            let rows = std::iter::once(asked).chain(seen).collect();
            self.audit(wie.gemeente, rows).await?;
            Ok(Zoekantwoord { items, brp })
        })
        .await
    }

    /// Who is known here, and whether only the sound of the name is theirs.
    pub(super) fn eigen(&self, wie: &Wie, gezocht: &Gezocht) -> Vec<(PersoonId, bool)> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else { return Vec::new() };
        match gezocht {
            Gezocht::Nummer(bsn) => all.op_bsn(bsn).into_iter().map(|id| (id, false)).collect(),
            Gezocht::Naam(naam, born) => {
                let exact = all.op_naam(naam, *born).into_iter().map(|id| (id, false));
                exact.chain(all.op_klank(naam, *born).into_iter().map(|id| (id, true))).collect()
            }
        }
    }

    /// Who is in the BRP. With a BSN that is known here there is nothing to ask.
    async fn in_brp(
        &self,
        wie: &Wie,
        (gezocht, voor): (&Gezocht, Zoekdoel),
        bekend: bool,
    ) -> Result<(BrpStand, Vec<Gevonden>), Weigering> {
        let Some(brp) = &self.brp else { return Ok((BrpStand::NietIngericht, Vec::new())) };
        if !mag(wie.rol, Handeling::BrpRaadplegen) || (bekend && matches!(gezocht, Gezocht::Nummer(_))) {
            return Ok((BrpStand::NietGevraagd, Vec::new()));
        }
        let doel = match voor {
            Zoekdoel::Intake => Doel::Intake,
            Zoekdoel::Groep => Doel::Regie,
        };
        let doelbinding = self.doelbinding(wie, doel, self.nieuw_id());
        match gezocht {
            Gezocht::Nummer(bsn) => {
                self.brp_gevraagd(wie, "brp.raadplegen", &doelbinding, &[]).await?;
                let answer = brp.raadpleeg(bsn, doelbinding).await;
                let stand = stand_na(&answer);
                Ok((stand, answer.ok().flatten().iter().map(Gevonden::persoon).collect()))
            }
            Gezocht::Naam(naam, born) => {
                let Some(vraag) = zoekvraag(naam, *born) else {
                    return Ok((BrpStand::NietGevraagd, Vec::new()));
                };
                self.brp_gevraagd(wie, "brp.zoeken", &doelbinding, &[]).await?;
                let answer: Result<Vec<BrpTreffer>, PoortFout> = brp.zoek(&vraag, doelbinding).await;
                let stand = stand_na(&answer);
                let hits = answer.unwrap_or_default();
                Ok((stand, hits.iter().filter_map(|hit| Gevonden::treffer(hit, naam)).collect()))
            }
        }
    }

    /// Exact ones first, each once: who is known here is not shown as of the BRP.
    fn samen(&self, wie: &Wie, own: Vec<(PersoonId, bool)>, found: Vec<Gevonden>) -> Vec<PersoonTreffer> {
        let all = self.overzicht.lees();
        let Some(all) = all.gemeente(wie.gemeente) else {
            return sorted(found.into_iter().map(|hit| hit.treffer).collect());
        };
        let mut items: Vec<_> = own.iter().filter_map(|(id, alike)| bekende(all, wie, *id, *alike)).collect();
        for hit in found {
            match all.op_bsn(&hit.bsn) {
                Some(known) if own.iter().any(|(id, _)| *id == known) => {
                    // The BRP knows first that an address is kept from others.
                    let here =
                        items.iter_mut().find(|item| item.id == Some(known) && hit.treffer.adres_geheim);
                    if let Some(item) = here {
                        item.adresregel = None;
                        item.adres_geheim = true;
                    }
                }
                // Under another name than here: they are known all the same.
                Some(known) => items.extend(bekende(all, wie, known, hit.treffer.klinkt_als).map(|item| {
                    let adres_geheim = item.adres_geheim || hit.treffer.adres_geheim;
                    PersoonTreffer {
                        adresregel: item.adresregel.filter(|_| !adres_geheim),
                        adres_geheim,
                        ..item
                    }
                })),
                None => items.push(hit.treffer),
            }
        }
        sorted(items)
    }
}

fn sorted(mut items: Vec<PersoonTreffer>) -> Vec<PersoonTreffer> {
    items.sort_by_key(|treffer| (treffer.klinkt_als, treffer.bron == Herkomst::Brp));
    items
}

fn gezocht(wie: &Wie, vraag: &PersoonVraag) -> Result<Gezocht, Weigering> {
    let groep = vraag.voor == Zoekdoel::Groep;
    if !mag(wie.rol, Handeling::PersoonZoeken) || (groep && !mag(wie.rol, Handeling::Regisseren)) {
        return Err(Weigering::Geweigerd { code: "niet_bevoegd" });
    }
    ontleed_vraag(vraag)
}

/// What was typed, as a question.
pub(super) fn ontleed_vraag(vraag: &PersoonVraag) -> Result<Gezocht, Weigering> {
    let mut velden = Velden::default();
    let bsn = velden.bsn("bsn", vraag.bsn.as_deref());
    let born = velden.datum("geboortedatum", vraag.geboortedatum.as_deref());
    let naam = vraag.naam.as_deref().map(str::trim).filter(|naam| !naam.is_empty());
    if vraag.bsn.as_deref().is_none_or(|bsn| bsn.trim().is_empty()) {
        if naam.is_none() {
            velden.fout("naam", "invoer.leeg");
        }
        if vraag.geboortedatum.is_none() {
            velden.fout("geboortedatum", "invoer.leeg");
        }
    }
    match velden.klaar((bsn, naam, born))? {
        (Some(bsn), _, _) => Ok(Gezocht::Nummer(bsn)),
        (None, Some(naam), Some(born)) => Ok(Gezocht::Naam(naam.to_owned(), born)),
        (None, _, _) => Err(Weigering::Velden(vec![("naam", "invoer.leeg")])),
    }
}

fn zoekvraag(naam: &str, geboortedatum: Date) -> Option<BrpZoekvraag> {
    let delen = ontleed(naam)?;
    // What the BRP searches on begins with a letter or digit and is no pattern of ours.
    let plain =
        |text: &str| !text.contains(['*', '?']) && text.chars().next().is_some_and(char::is_alphanumeric);
    let good =
        [Some(&delen.geslachtsnaam), delen.voornamen.as_ref()].into_iter().flatten().all(|text| plain(text));
    good.then_some(BrpZoekvraag {
        geslachtsnaam: delen.geslachtsnaam,
        geboortedatum,
        voornamen: delen.voornamen,
        voorvoegsel: delen.voorvoegsel,
    })
}

fn bekende(all: &Gemeenteoverzicht, wie: &Wie, id: PersoonId, klinkt_als: bool) -> Option<PersoonTreffer> {
    let regel = all.persoon(id)?;
    let kort = regel.kort(id)?;
    if all.afgeschermd(wie, id) {
        // The name: nothing by which the dossier would be known better than before.
        return Some(PersoonTreffer {
            bron: Herkomst::Bekend,
            id: Some(id),
            bsn: None,
            naam: kort.naam,
            geboortedatum: None,
            adresregel: None,
            adres_geheim: true,
            klinkt_als,
            opgeschort: false,
        });
    }
    let adres_geheim = regel.persoon().adres_geheim();
    let adres = regel.gegevens().and_then(|gegevens| gegevens.adres.as_ref());
    let adres = adres.filter(|_| !all.adres_verraadt(id));
    let brp = regel.persoon().bekend().and_then(|known| known.brp.as_ref());
    Some(PersoonTreffer {
        bron: Herkomst::Bekend,
        id: Some(id),
        bsn: None,
        naam: kort.naam,
        geboortedatum: kort.geboortedatum,
        adresregel: adres.map(|adres| format!("{} {}", adres.straat, adres.huisnummer)),
        adres_geheim,
        klinkt_als,
        opgeschort: brp.is_some_and(|brp| brp.opschorting.is_some()),
    })
}

/// Somebody whom the BRP gave.
struct Gevonden {
    bsn: Bsn,
    treffer: PersoonTreffer,
}

impl Gevonden {
    /// Of those whom a wider question gave, only who sounds alike.
    fn treffer(hit: &BrpTreffer, naam: &str) -> Option<Self> {
        let own = naam_van(&hit.naam);
        if hit.op_klank && !klinkt_als(naam, &own) {
            return None;
        }
        let treffer = PersoonTreffer {
            bron: Herkomst::Brp,
            id: None,
            bsn: Some(hit.bsn.digits().to_owned()),
            naam: own,
            geboortedatum: hit.geboorte.and_then(BrpDatum::volledig),
            adresregel: hit.adresregel.clone().filter(|_| !hit.geheimhouding),
            adres_geheim: hit.geheimhouding,
            klinkt_als: hit.op_klank,
            opgeschort: hit.opschorting.is_some(),
        };
        Some(Self { bsn: hit.bsn.clone(), treffer })
    }

    fn persoon(persoon: &BrpPersoon) -> Self {
        let treffer = PersoonTreffer {
            bron: Herkomst::Brp,
            id: None,
            bsn: Some(persoon.bsn.digits().to_owned()),
            naam: naam_van(&persoon.naam),
            geboortedatum: persoon.geboorte.and_then(BrpDatum::volledig),
            adresregel: adresregel(persoon).filter(|_| !persoon.geheimhouding),
            adres_geheim: persoon.geheimhouding,
            klinkt_als: false,
            opgeschort: persoon.opschorting.is_some() || persoon.overlijden.is_some(),
        };
        Self { bsn: persoon.bsn.clone(), treffer }
    }
}
