//! What the read side keeps of each thing: the domain's own state, with its version.

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::beschikbaarheid::Beschikbaarheid;
use keukentafel::domain::bevoegdheid::{self, Toegang};
use keukentafel::domain::document::{Document, Documentsoort};
use keukentafel::domain::gesprek::{Afspraak, Gesprek};
use keukentafel::domain::ids::{DocumentId, GesprekId, MedewerkerId, PersoonId, ZaakId};
use keukentafel::domain::medewerker::Wie;
use keukentafel::domain::mens::Mens;
use keukentafel::domain::persoon::{Identiteit, Persoon, Persoonsgegevens};
use keukentafel::domain::zaak::{Bevestigingsweg, Lopend, Zaak};
use keukentafel::protocol::view::{PersoonKort, ZaakDat, ZaakRij};
use serde::{Deserialize, Serialize};

use crate::deps::Namen;

/// How much of a zaak a view shows.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Zicht {
    toegang: Toegang,
    contactdag: bool,
}

impl Zicht {
    /// That it runs, and no more: what everybody may read who may know of it at all.
    pub const DAT: Self = Self { toegang: Toegang::Dat, contactdag: false };
    /// For who distributes the work or may take it: that it runs, and by when somebody must have been spoken to.
    pub const VERDELING: Self = Self { toegang: Toegang::Dat, contactdag: true };
    /// The content.
    pub const WAT: Self = Self { toegang: Toegang::Wat, contactdag: true };

    /// For this reader, who may look this far; `mens` is who they are beside their account.
    #[must_use]
    pub fn van(wie: &Wie, mens: &Mens, zaak: &Lopend, toegang: Toegang) -> Self {
        Self { toegang, contactdag: bevoegdheid::ziet_contactdag(wie, mens, &zaak.feiten(), toegang) }
    }

    /// The same where a line tells of whom it is, as on the page of a huishouden: how soon it is comes with the content there or not at all.
    #[must_use]
    pub fn bij_persoon(self) -> Self {
        Self { contactdag: self.contactdag && self.toegang >= Toegang::Wat, ..self }
    }

    fn contact(self, zaak: &Lopend) -> Option<Date> {
        zaak.contact_uiterlijk().filter(|_| self.contactdag)
    }
}

/// A zaak, without its report.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ZaakRegel {
    pub(super) zaak: Zaak,
    pub(super) versie: u64,
    /// How often it read otherwise for who may only know that it runs. They hear of nothing else that happened, not by a number that skips one either.
    pub(super) dat_versie: u64,
}

impl ZaakRegel {
    /// The running zaak; rows are kept only of those.
    #[must_use]
    pub fn lopend(&self) -> Option<&Lopend> {
        self.zaak.lopend()
    }

    /// Its version.
    #[must_use]
    pub fn versie(&self) -> u64 {
        self.versie
    }

    /// Its version for who may only know that it runs.
    #[must_use]
    pub fn dat_versie(&self) -> u64 {
        self.dat_versie
    }

    /// As *dat*, for who sees this much.
    #[must_use]
    pub fn dat(&self, id: ZaakId, zicht: Zicht, namen: &dyn Namen) -> Option<ZaakDat> {
        let zaak = self.lopend()?;
        Some(ZaakDat {
            id,
            zaaknummer: zaak.zaaknummer.clone(),
            zaaktype: zaak.zaaktype,
            zaaktype_naam: zaak.zaaktype.naam().to_owned(),
            domein: zaak.zaaktype.domein(),
            status: zaak.status,
            behandelaars: zaak.behandelaars.iter().map(|who| namen.door(*who)).collect(),
            ontvangen_op: zaak.ontvangen_op,
            uiterlijk_op: zaak.uiterlijk_op,
            contact_uiterlijk: zicht.contact(zaak),
            versie: self.dat_versie,
        })
    }

    /// As a line of a list, as far as `zicht` goes.
    #[must_use]
    pub fn rij(
        &self,
        id: ZaakId,
        zicht: Zicht,
        persoon: Option<&PersoonRegel>,
        namen: &dyn Namen,
    ) -> Option<ZaakRij> {
        let zaak = self.lopend()?;
        let dat = self.dat(id, zicht, namen)?;
        let content = zicht.toegang >= Toegang::Wat;
        Some(ZaakRij {
            toegang: zicht.toegang,
            id,
            zaaknummer: dat.zaaknummer,
            zaaktype: dat.zaaktype,
            zaaktype_naam: dat.zaaktype_naam,
            domein: dat.domein,
            status: dat.status,
            behandelaars: dat.behandelaars,
            ontvangen_op: dat.ontvangen_op,
            uiterlijk_op: dat.uiterlijk_op,
            contact_uiterlijk: dat.contact_uiterlijk,
            versie: if content { self.versie } else { dat.versie },
            bevestigd_op: zaak
                .bevestigd
                .filter(|(weg, _)| *weg == Bevestigingsweg::Portaal)
                .map(|(_, op)| op),
            bevestiging: zaak.bevestigd.map(|(weg, _)| weg),
            persoon: persoon.filter(|_| content).and_then(|regel| regel.kort(zaak.persoon)),
            onderwerp: zicht.toegang.leesrecht().map(|recht| zaak.melding.onderwerp.lees(&recht).clone()),
            urgentie: content.then_some(zaak.melding.urgentie),
            open_taken: if content { open_taken(zaak) } else { Vec::new() },
            te_accorderen: None,
        })
    }
}

fn open_taken(zaak: &Lopend) -> Vec<Date> {
    let mut dagen: Vec<_> = zaak.open_taken().map(|taak| taak.dag).collect();
    dagen.sort_unstable();
    dagen
}

/// A person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PersoonRegel {
    pub(super) persoon: Persoon,
    pub(super) versie: u64,
    /// Who took them in.
    pub(super) geregistreerd_door: Option<MedewerkerId>,
}

impl PersoonRegel {
    /// The details.
    #[must_use]
    pub fn gegevens(&self) -> Option<&Persoonsgegevens> {
        self.persoon.gegevens()
    }

    /// All that the read side has.
    #[must_use]
    pub fn persoon(&self) -> &Persoon {
        &self.persoon
    }

    /// As in a list.
    #[must_use]
    pub fn kort(&self, id: PersoonId) -> Option<PersoonKort> {
        let beschrijving = match &self.persoon.bekend()?.identiteit {
            Identiteit::Beschreven(beschrijving) => Some(beschrijving.tekst.clone()),
            Identiteit::Vastgesteld(_) => None,
        };
        Some(PersoonKort {
            id,
            naam: self.persoon.naam()?,
            geboortedatum: self.gegevens().and_then(|gegevens| gegevens.geboortedatum),
            beschrijving,
        })
    }
}

/// A talk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GesprekRegel {
    pub(super) gesprek: Gesprek,
    pub(super) versie: u64,
}

impl GesprekRegel {
    /// Who takes part.
    #[must_use]
    pub fn deelnemers(&self) -> &[MedewerkerId] {
        match &self.gesprek {
            Gesprek::Onbekend => &[],
            Gesprek::Open { deelnemers, .. } => deelnemers,
        }
    }

    /// The zaken it is about.
    #[must_use]
    pub fn zaken(&self) -> &[ZaakId] {
        match &self.gesprek {
            Gesprek::Onbekend => &[],
            Gesprek::Open { zaken, .. } => zaken,
        }
    }

    /// What is written about it.
    #[must_use]
    pub fn documenten(&self) -> &[DocumentId] {
        match &self.gesprek {
            Gesprek::Onbekend => &[],
            Gesprek::Open { documenten, .. } => documenten,
        }
    }

    /// When and where it is held, as it was last agreed.
    #[must_use]
    pub fn afspraak(&self) -> Option<&Afspraak> {
        match &self.gesprek {
            Gesprek::Onbekend => None,
            Gesprek::Open { afspraak, .. } => afspraak.as_ref(),
        }
    }
}

/// A document's life.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DocumentRegel {
    pub(super) document: Document,
    pub(super) versie: u64,
    pub(super) geopend_op: Moment,
}

impl DocumentRegel {
    /// The talk it belongs to.
    #[must_use]
    pub fn gesprek(&self) -> Option<GesprekId> {
        match &self.document {
            Document::Onbekend => None,
            Document::Open { gesprek, .. } => Some(*gesprek),
        }
    }

    /// What kind of text.
    #[must_use]
    pub fn soort(&self) -> Option<Documentsoort> {
        match &self.document {
            Document::Onbekend => None,
            Document::Open { documentsoort, .. } => Some(*documentsoort),
        }
    }

    /// When it began.
    #[must_use]
    pub fn geopend_op(&self) -> Moment {
        self.geopend_op
    }
}

/// Somebody who works here, as far as they ever said something about being there.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MedewerkerRegel {
    pub(super) beschikbaarheid: Beschikbaarheid,
    pub(super) versie: u64,
}
