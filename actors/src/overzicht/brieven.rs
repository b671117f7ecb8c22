//! Letters of zaken: which there are, where each is, and which are still to be made. What they say is not kept here.

use std::collections::{BTreeMap, HashMap};

use keukentafel::clock::Moment;
use keukentafel::domain::bevoegdheid::{self, Toegang};
use keukentafel::domain::brief::{Berichtweg, Bezorging, Brief, Briefsoort, Vraag};
use keukentafel::domain::ids::{BriefId, GemeenteId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::persoon::Berichtvoorkeur;
use keukentafel::poort::brief::Briefgegevens;
use keukentafel::protocol::view::{BerichtwegWat, BriefWat, Briefstap, BrievenWat, Onbezorgd};
use keukentafel::store::{Fault, FeedEvent, Position};
use serde::{Deserialize, Serialize};

use super::apply::fold;
use super::{Gemeenteoverzicht, Overzicht, Wijziging};

/// A letter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BriefRegel {
    pub(super) brief: Brief,
    /// The last event about it.
    pub(super) positie: Position,
}

/// The letters of a municipality.
#[derive(Debug, Default)]
pub(super) struct Brieven {
    pub(super) alle: HashMap<BriefId, BriefRegel>,
    van_zaak: HashMap<ZaakId, Vec<BriefId>>,
    te_maken: BTreeMap<BriefId, Position>,
}

impl Brieven {
    pub(super) fn zet(&mut self, id: BriefId, regel: BriefRegel) {
        match &regel.brief {
            Brief::Onbekend => return,
            Brief::Gevraagd(_) => drop(self.te_maken.insert(id, regel.positie)),
            Brief::Gemaakt(..) => drop(self.te_maken.remove(&id)),
        }
        let zaak = regel.brief.vraag().map(|vraag| vraag.zaak);
        if self.alle.insert(id, regel).is_none()
            && let Some(zaak) = zaak
        {
            self.van_zaak.entry(zaak).or_default().push(id);
        }
    }
}

/// A letter that is to be made, with all that it is to say.
#[derive(Clone, Debug)]
pub struct TeMaken {
    /// For which municipality.
    pub gemeente: GemeenteId,
    /// Which.
    pub brief: BriefId,
    /// The event that asked for it.
    pub oorzaak: Position,
    /// What it says.
    pub gegevens: Briefgegevens,
    /// How its reader hears of it.
    pub voorkeur: Berichtvoorkeur,
}

impl Overzicht {
    /// The letters that are still to be made.
    #[must_use]
    pub fn brieven_te_maken(&self) -> Vec<TeMaken> {
        self.gemeenten().flat_map(|(gemeente, all)| all.brieven_te_maken(gemeente)).collect()
    }
}

impl Gemeenteoverzicht {
    pub(super) fn brief_event(&mut self, id: BriefId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let before = self.brieven.alle.get(&id).map(|regel| regel.brief.clone()).unwrap_or_default();
        let brief = fold(before, event)?;
        let zaak = brief.vraag().map(|vraag| vraag.zaak);
        self.brieven.zet(id, BriefRegel { brief, positie: event.position });
        Ok(zaak.map(|zaak| Wijziging::Brief { zaak }))
    }

    /// What a letter is about.
    #[must_use]
    pub fn brief(&self, brief: BriefId) -> Option<&Vraag> {
        self.brieven.alle.get(&brief)?.brief.vraag()
    }

    /// A letter of this zaak.
    #[must_use]
    pub fn brief_van(&self, zaak: ZaakId, brief: BriefId) -> Option<&Brief> {
        let regel = self.brieven.alle.get(&brief)?;
        (regel.brief.vraag()?.zaak == zaak).then_some(&regel.brief)
    }

    /// Whether a mail about this letter is still to go.
    #[must_use]
    pub fn bericht_onderweg(&self, brief: BriefId) -> bool {
        let made = self.brieven.alle.get(&brief).and_then(|regel| regel.brief.gemaakt());
        made.is_some_and(|made| made.bezorging == Bezorging::Onderweg)
    }

    /// How far `wie` may look at the letters of a zaak.
    #[must_use]
    pub fn toegang_brieven(&self, wie: &Wie, id: ZaakId) -> Toegang {
        let Some(zaak) = self.zaak(id).and_then(super::ZaakRegel::lopend) else { return Toegang::Niets };
        if self.afgeschermd(wie, zaak.persoon) {
            return Toegang::Niets;
        }
        let mens = self.mens(wie);
        bevoegdheid::op_brieven(wie, &zaak.feiten(), self.verband(wie, &mens, id, zaak))
    }

    /// The letters of a zaak, in the order in which they were asked for.
    #[must_use]
    pub fn brieven_van(&self, zaak: ZaakId) -> Vec<BriefWat> {
        let ids = self.brieven.van_zaak.get(&zaak).into_iter().flatten();
        ids.filter_map(|id| wat(*id, &self.brieven.alle.get(id)?.brief)).collect()
    }

    /// The letters of a zaak as its live topic tells them; `None` of what is no zaak.
    #[must_use]
    pub fn brieven_wat(&self, zaak: ZaakId) -> Option<BrievenWat> {
        self.zaak(zaak).map(|_| BrievenWat { items: self.brieven_van(zaak) })
    }

    /// The letters of which a mail did not arrive and that did not go on paper since, in the zaken of this behandelaar. Of a dossier that is closed
    /// to them none.
    #[must_use]
    pub fn onbezorgd(&self, who: MedewerkerId) -> Vec<Onbezorgd> {
        let open = self.zaken_van_behandelaar(who).filter(|zaak| {
            let persoon = self.persoon_van_zaak(*zaak);
            persoon.is_some_and(|persoon| !self.dossier_gesloten(who, persoon))
        });
        let letters = |zaak| {
            let ids = self.brieven.van_zaak.get(&zaak).into_iter().flatten().copied();
            ids.filter(|id| self.kwam_niet_aan(*id)).map(move |brief| Onbezorgd { zaak, brief })
        };
        let mut found: Vec<_> = open.flat_map(letters).collect();
        found.sort_unstable_by_key(|one| one.brief);
        found
    }

    fn kwam_niet_aan(&self, brief: BriefId) -> bool {
        let made = self.brieven.alle.get(&brief).and_then(|regel| regel.brief.gemaakt());
        made.is_some_and(|made| matches!(made.bezorging, Bezorging::NietAangekomen { .. }))
    }

    /// How somebody hears that there is something for them: as they chose, as far as that can be. Mail says where to log in, for which one needs
    /// a BSN here; who has none gets paper.
    #[must_use]
    pub fn berichtvoorkeur(&self, persoon: PersoonId) -> Option<Berichtvoorkeur> {
        let known = self.persoon(persoon)?.persoon();
        let logs_in = known.bsn().is_some();
        let chosen = known.bekend().and_then(|known| known.berichtweg.clone());
        let plain = |weg| Berichtvoorkeur { weg, email: None };
        Some(match chosen {
            Some(keuze) if logs_in || keuze.weg == Berichtweg::Post => keuze,
            Some(_) | None if logs_in => plain(Berichtweg::Portaal),
            Some(_) | None => plain(Berichtweg::Post),
        })
    }

    /// The same as it is shown.
    #[must_use]
    pub fn berichtweg_wat(&self, persoon: PersoonId) -> Option<BerichtwegWat> {
        let regel = self.persoon(persoon)?;
        let chosen = regel.persoon().bekend()?.berichtweg.clone();
        let now = self.berichtvoorkeur(persoon)?;
        let (gekozen, shown) = (chosen.is_some(), chosen.unwrap_or(now));
        Some(BerichtwegWat { weg: shown.weg, email: shown.email, gekozen, versie: regel.versie })
    }

    fn brieven_te_maken(&self, gemeente: GemeenteId) -> Vec<TeMaken> {
        let due = self.brieven.te_maken.iter();
        due.filter_map(|(brief, oorzaak)| self.te_maken(gemeente, *brief, *oorzaak)).collect()
    }

    fn te_maken(&self, gemeente: GemeenteId, brief: BriefId, oorzaak: Position) -> Option<TeMaken> {
        let Vraag { zaak, persoon, briefsoort } = *self.brief(brief)?;
        let zaak = self.zaak(zaak)?.lopend()?;
        let voorkeur = self.berichtvoorkeur(persoon)?;
        let known = self.persoon(persoon)?.persoon();
        let dag = zaak.ontvangen_op.day();
        let aan_ouders = !self.leeftijd(persoon, dag).antwoordt_zelf();
        let gegevens = Briefgegevens {
            brief,
            gemeente,
            soort: briefsoort,
            dag,
            naam: known.naam()?,
            aan_ouders,
            // Who has gezag reads the letter, and need not know where the child lives.
            adres: self.adres_op_brief(persoon, voorkeur.weg).filter(|_| !aan_ouders),
            zaaknummer: zaak.zaaknummer.clone(),
            zaaktype: zaak.zaaktype,
            ontvangen_op: dag,
            uiterlijk_op: zaak.uiterlijk_op,
            kan_inloggen: known.bsn().is_some(),
        };
        Some(TeMaken { gemeente, brief, oorzaak, gegevens, voorkeur })
    }

    /// Only on what goes on paper, and never where somebody lives who keeps that from others: more people read the dossier than the letter.
    fn adres_op_brief(
        &self,
        persoon: PersoonId,
        weg: Berichtweg,
    ) -> Option<keukentafel::domain::persoon::Adres> {
        let known = self.persoon(persoon)?.persoon();
        let geheim =
            known.adres_geheim() || self.adres_verraadt_huisgenoot(persoon) || self.is_beschermd(persoon);
        known.gegevens()?.adres.clone().filter(|_| weg == Berichtweg::Post && !geheim)
    }
}

fn wat(id: BriefId, brief: &Brief) -> Option<BriefWat> {
    let briefsoort: Briefsoort = brief.vraag()?.briefsoort;
    let made = brief.gemaakt();
    let at = |op: Moment| Some(op);
    let (stap, op, waarom) = match made.map(|made| made.bezorging) {
        None => (Briefstap::Gevraagd, None, None),
        Some(Bezorging::InPortaal) => (Briefstap::InPortaal, None, None),
        Some(Bezorging::Onderweg) => (Briefstap::Onderweg, None, None),
        Some(Bezorging::Verstuurd { op }) => (Briefstap::Verstuurd, at(op), None),
        Some(Bezorging::NietAangekomen { op, waarom }) => (Briefstap::NietAangekomen, at(op), Some(waarom)),
        Some(Bezorging::TePosten) => (Briefstap::TePosten, None, None),
        Some(Bezorging::Gepost { op }) => (Briefstap::Gepost, at(op), None),
    };
    Some(BriefWat {
        id,
        briefsoort,
        naam: briefsoort.naam().to_owned(),
        stap,
        gemaakt_op: made.map(|made| made.op),
        weg: made.map(|made| made.weg),
        op,
        mail_mislukt_op: made.and_then(|made| made.mail_mislukt_op),
        waarom,
    })
}
