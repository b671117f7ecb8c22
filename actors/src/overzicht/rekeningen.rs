//! Beheerrekeningen: whose, and who looks after them. What is on them is not here: that stays with their actors.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::beheerrekening::{
    Beheerrekening, BeheerrekeningEvent, Beheervorm, KlantId, na_overdracht,
};
use keukentafel::domain::bevoegdheid::{Toegang, op_rekening};
use keukentafel::domain::ids::{BeheerrekeningId, GemeenteId, MedewerkerId, PersoonId, Version};
use keukentafel::domain::medewerker::Wie;
use keukentafel::protocol::view::{PersoonKort, RekeningKort};
use keukentafel::store::{Fault, FeedEvent, codec};
use serde::{Deserialize, Serialize};

use super::{Gemeenteoverzicht, Overzicht, Wijziging};
use crate::deps::Namen;

/// A beheerrekening, without amounts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RekeningRegel {
    pub(super) persoon: PersoonId,
    pub(super) klant: KlantId,
    vorm: Beheervorm,
    behandelaars: Vec<MedewerkerId>,
    sinds: Moment,
    versie: Version,
}

impl RekeningRegel {
    /// Whose money it is.
    #[must_use]
    pub fn persoon(&self) -> PersoonId {
        self.persoon
    }

    /// Who look after it.
    #[must_use]
    pub fn behandelaars(&self) -> &[MedewerkerId] {
        &self.behandelaars
    }

    /// The last of its events.
    #[must_use]
    pub fn versie(&self) -> Version {
        self.versie
    }

    /// As a line of a list.
    #[must_use]
    pub fn kort(
        &self,
        id: BeheerrekeningId,
        persoon: Option<PersoonKort>,
        verschil: bool,
        onjuist: bool,
        namen: &dyn Namen,
    ) -> RekeningKort {
        RekeningKort {
            id,
            persoon,
            vorm: self.vorm,
            vorm_naam: self.vorm.naam().to_owned(),
            sinds: self.sinds.day(),
            behandelaars: self.behandelaars.iter().map(|who| namen.door(*who)).collect(),
            verschil,
            onjuist,
        }
    }

    /// Since when, for the order of a list.
    #[must_use]
    pub fn sinds(&self) -> Date {
        self.sinds.day()
    }
}

impl Gemeenteoverzicht {
    /// A rekening.
    #[must_use]
    pub fn rekening(&self, rekening: BeheerrekeningId) -> Option<&RekeningRegel> {
        self.rekeningen.get(&rekening)
    }

    /// How far `wie` may look into a rekening.
    #[must_use]
    pub fn toegang_rekening(&self, wie: &Wie, rekening: BeheerrekeningId) -> Toegang {
        let Some(regel) = self.rekening(rekening) else { return Toegang::Niets };
        if self.afgeschermd(wie, regel.persoon) {
            return Toegang::Niets;
        }
        op_rekening(wie, regel.persoon, &regel.behandelaars, &self.vervangt_voor(wie, &[regel.persoon]))
    }

    /// The rekeningen that `wie` may see: their own, or those that they look after. Oldest first.
    #[must_use]
    pub fn rekeningen_van(&self, wie: &Wie) -> Vec<BeheerrekeningId> {
        let may = |regel: &RekeningRegel| {
            let vervangt = self.vervangt_voor(wie, &[regel.persoon]);
            let toegang = op_rekening(wie, regel.persoon, &regel.behandelaars, &vervangt);
            toegang >= Toegang::Wat && !self.afgeschermd(wie, regel.persoon)
        };
        let mut mine: Vec<_> = self
            .rekeningen
            .iter()
            .filter(|(_, regel)| may(regel))
            .map(|(id, regel)| (regel.sinds, *id))
            .collect();
        mine.sort_unstable();
        mine.into_iter().map(|(_, id)| id).collect()
    }

    /// The rekeningen that a medewerker looks after.
    #[must_use]
    pub fn rekeningen_van_behandelaar(&self, who: MedewerkerId) -> Vec<BeheerrekeningId> {
        let theirs = self.rekeningen.iter().filter(|(_, regel)| regel.behandelaars.contains(&who));
        theirs.map(|(id, _)| *id).collect()
    }

    /// The rekeningen of a person.
    #[must_use]
    pub fn rekeningen_van_persoon(&self, persoon: PersoonId) -> Vec<BeheerrekeningId> {
        let theirs = self.rekeningen.iter().filter(|(_, regel)| regel.persoon == persoon);
        theirs.map(|(id, _)| *id).collect()
    }

    pub(super) fn rekening_event(
        &mut self,
        id: BeheerrekeningId,
        event: &FeedEvent,
    ) -> Result<Option<Wijziging>, Fault> {
        match codec::decode::<Beheerrekening>(&event.event)? {
            Some(BeheerrekeningEvent::RekeningGeopend { persoon, klant, vorm, behandelaar }) => {
                let (behandelaars, sinds) = (vec![behandelaar], event.event.header.at);
                let versie = event.event.version;
                let regel = RekeningRegel { persoon, klant, vorm, behandelaars, sinds, versie };
                self.keep_rekening(id, regel);
                Ok(None)
            }
            Some(BeheerrekeningEvent::RekeningOvergedragen { van, aan }) => {
                let Some(regel) = self.rekeningen.get_mut(&id) else { return Ok(None) };
                regel.versie = event.event.version;
                regel.behandelaars = na_overdracht(&regel.behandelaars, van, aan);
                Ok(Some(Wijziging::Rekening(id)))
            }
            // Amounts are told by the rekening's own actor, and nobody looks them up here.
            Some(BeheerrekeningEvent::SaldoWaargenomen(_)) | None => {
                if let Some(regel) = self.rekeningen.get_mut(&id) {
                    regel.versie = event.event.version;
                }
                Ok(None)
            }
        }
    }

    pub(super) fn keep_rekening(&mut self, id: BeheerrekeningId, regel: RekeningRegel) {
        self.op_klant.insert(regel.klant.clone(), id);
        self.rekeningen.insert(id, regel);
    }
}

impl Overzicht {
    /// The rekeningen that this customer of Allegro has here, each with its municipality.
    #[must_use]
    pub fn rekeningen_van_klant(&self, klant: &KlantId) -> Vec<(GemeenteId, BeheerrekeningId)> {
        let in_gemeente = |(gemeente, all): (&GemeenteId, &Gemeenteoverzicht)| {
            all.op_klant.get(klant).map(|rekening| (*gemeente, *rekening))
        };
        self.gemeenten.iter().filter_map(in_gemeente).collect()
    }

    /// Whether any municipality has a rekening: without one nobody needs to be asked.
    #[must_use]
    pub fn heeft_rekeningen(&self) -> bool {
        self.gemeenten.values().any(|all| !all.rekeningen.is_empty())
    }
}
