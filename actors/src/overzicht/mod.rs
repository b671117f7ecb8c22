//! The read side: what a node must know at once to show lists, search and decide rights.
//!
//! A pure fold of the global feed with the domain's own `evolve`, held in memory (ADR 5). Reports and texts of cases are not in it: those
//! stay with the actors. (What waits for a second pair of eyes is in it while it waits; a line that a list shows is: a subject, a taak, why somebody lives elsewhere than the BRP says.) The projector is
//! its only writer; everybody reads.

mod afspraken;
mod apply;
mod beschermd;
mod besluiten;
mod brieven;
pub mod caseload;
mod contacten;
mod huishoudens;
mod kennen;
mod kinderen;
mod lijst;
mod meekijken;
mod nazicht;
mod nieuw;
mod op_lijn;
mod ordening;
mod over;
mod personen;
mod rechten;
mod regels;
mod rekeningen;
mod snapshot;
mod taken;
#[cfg(test)]
mod tests;
mod toekenning_wat;
mod toekenningen;
mod toen;
mod toestemmingen;
mod vinden;
mod wijkteam;
mod zaken;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

pub(crate) use afspraken::afspraak_wat;
pub use apply::{OnderDat, Wijziging};
pub use brieven::{BriefRegel, TeMaken};
use caseload::Caseload;
pub use contacten::ContactRegel;
pub use huishoudens::HuishoudenRegel;
pub(crate) use huishoudens::{adres_wat, gezag_wat};
use jiff::civil::Date;
use keukentafel::domain::beheerrekening::KlantId;
use keukentafel::domain::beschikbaarheid::Afwezigheid;
use keukentafel::domain::bsn::Bsn;
use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, HuishoudenId, MedewerkerId, PersoonId,
    ZaakId,
};
use keukentafel::domain::zaak::Lopend;
use keukentafel::store::{Fault, FeedEvent, Position};
pub use lijst::{Lijst, ZakenFilter};
pub use nazicht::NazichtRegel;
use ordening::Ordening;
pub use over::{Onderwerp, Over};
pub use regels::{DocumentRegel, GesprekRegel, MedewerkerRegel, PersoonRegel, ZaakRegel, Zicht};
pub use rekeningen::RekeningRegel;
pub use toekenningen::ToekenningRegel;
pub(crate) use toestemmingen::Raakt;
pub use vinden::{Vondsten, Zoektekst};
pub use wijkteam::{GroepRegel, PlanRegel, Plek, Reactie, SignaalRegel, Signaalstand, SignalenFilter};
pub(crate) use wijkteam::{actie_wat, doel_wat};

/// Everything of one municipality. Nothing ever looks into two at once.
#[derive(Debug, Default)]
pub struct Gemeenteoverzicht {
    zaken: HashMap<ZaakId, ZaakRegel>,
    personen: HashMap<PersoonId, PersoonRegel>,
    gesprekken: HashMap<GesprekId, GesprekRegel>,
    documenten: HashMap<DocumentId, DocumentRegel>,
    medewerkers: HashMap<MedewerkerId, MedewerkerRegel>,
    identiteiten: HashMap<MedewerkerId, Identiteit>,
    contacten: HashMap<ContactId, ContactRegel>,
    huishoudens: HashMap<HuishoudenId, HuishoudenRegel>,
    huishouden_van: HashMap<PersoonId, HuishoudenId>,
    lidmaatschappen: HashMap<PersoonId, u32>,
    /// Every huishouden in which a person ever lived.
    ooit_in: HashMap<PersoonId, BTreeSet<HuishoudenId>>,
    op_persoon: HashMap<PersoonId, BTreeSet<ZaakId>>,
    /// The zaken in which a besluit waits for a second pair of eyes.
    wacht_op_akkoord: BTreeSet<ZaakId>,
    ordening: Ordening,
    nieuw: nieuw::Nieuw,
    caseload: Caseload,
    op_zaak: HashMap<ZaakId, BTreeSet<GesprekId>>,
    /// The planned talks of who takes part in them.
    gepland: HashMap<MedewerkerId, BTreeSet<GesprekId>>,
    op_bsn: HashMap<Bsn, PersoonId>,
    /// Over whom somebody has or had gezag.
    gezag_over: HashMap<PersoonId, BTreeSet<PersoonId>>,
    rekeningen: HashMap<BeheerrekeningId, RekeningRegel>,
    op_klant: HashMap<KlantId, BeheerrekeningId>,
    /// By date of birth and how a word of the name sounds.
    op_klank: HashMap<(Date, String), BTreeSet<PersoonId>>,
    /// The highest number given out, per year.
    zaaknummers: BTreeMap<i16, u32>,
    /// Groepen, plans and signalen.
    wijkteam: wijkteam::Wijkteam,
    /// Who has which right for how long.
    toekenningen: toekenningen::Toekenningen,
    /// Dossiers of which whoever is not named sees the name only.
    beschermd: beschermd::Beschermd,
    /// Looks that are looked back at.
    nazichten: nazicht::Nazichten,
    /// Letters of zaken.
    brieven: brieven::Brieven,
}

/// The read side of this node.
#[derive(Debug, Default)]
pub struct Overzicht {
    positie: Position,
    gemeenten: HashMap<GemeenteId, Gemeenteoverzicht>,
    klok: toekenningen::Klok,
}

impl Overzicht {
    /// The last event it holds.
    #[must_use]
    pub fn positie(&self) -> Position {
        self.positie
    }

    /// One municipality; `None` when nothing happened there.
    #[must_use]
    pub fn gemeente(&self, gemeente: GemeenteId) -> Option<&Gemeenteoverzicht> {
        self.gemeenten.get(&gemeente)
    }

    /// Every municipality in which something happened.
    pub fn gemeenten(&self) -> impl Iterator<Item = (GemeenteId, &Gemeenteoverzicht)> {
        self.gemeenten.iter().map(|(id, all)| (*id, all))
    }
    /// What the system still has to do, per municipality, with the event that led to it.
    #[must_use]
    pub fn te_doen(&self) -> Vec<(GemeenteId, Reactie, Position)> {
        let of = |(gemeente, all): (&GemeenteId, &Gemeenteoverzicht)| {
            let gemeente = *gemeente;
            all.wijkteam
                .te_doen()
                .map(move |(reactie, oorzaak)| (gemeente, reactie, oorzaak))
                .collect::<Vec<_>>()
        };
        self.gemeenten.iter().flat_map(of).collect()
    }

    /// Takes in the next event of the feed and says what it changed.
    ///
    /// # Errors
    /// [`Fault::Corrupt`] for an event that this version cannot read. Nothing is taken in then.
    pub fn apply(&mut self, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let klok = &self.klok;
        let all = self.gemeenten.entry(event.gemeente);
        let change = all.or_insert_with(|| Gemeenteoverzicht::met_klok(klok.clone())).apply(event)?;
        self.positie = event.position;
        Ok(change)
    }
}

impl Gemeenteoverzicht {
    /// A zaak.
    #[must_use]
    pub fn zaak(&self, zaak: ZaakId) -> Option<&ZaakRegel> {
        self.zaken.get(&zaak)
    }

    /// A person.
    #[must_use]
    pub fn persoon(&self, persoon: PersoonId) -> Option<&PersoonRegel> {
        self.personen.get(&persoon)
    }

    /// A talk.
    #[must_use]
    pub fn gesprek(&self, gesprek: GesprekId) -> Option<&GesprekRegel> {
        self.gesprekken.get(&gesprek)
    }

    /// A document.
    #[must_use]
    pub fn document(&self, document: DocumentId) -> Option<&DocumentRegel> {
        self.documenten.get(&document)
    }

    /// The talks about a zaak.
    pub fn gesprekken_van(&self, zaak: ZaakId) -> impl Iterator<Item = (GesprekId, &GesprekRegel)> {
        let ids = self.op_zaak.get(&zaak).into_iter().flatten();
        ids.filter_map(|id| self.gesprekken.get(id).map(|regel| (*id, regel)))
    }

    /// The talks that somebody takes part in, with their documents.
    #[must_use]
    pub fn gesprekken_met(&self, who: MedewerkerId) -> Vec<(GesprekId, Vec<DocumentId>)> {
        let theirs = self.gesprekken.iter().filter(|(_, regel)| regel.deelnemers().contains(&who));
        theirs.map(|(id, regel)| (*id, regel.documenten().to_vec())).collect()
    }

    /// The zaken that somebody works on.
    pub fn zaken_van_behandelaar(&self, medewerker: MedewerkerId) -> impl Iterator<Item = ZaakId> + '_ {
        self.ordening.van_behandelaar(medewerker).into_iter().flatten().map(|(_, zaak)| *zaak)
    }

    /// The zaken about a person.
    pub fn zaken_van(&self, persoon: PersoonId) -> impl Iterator<Item = ZaakId> + '_ {
        self.op_persoon.get(&persoon).into_iter().flatten().copied()
    }

    /// How much work there is and who has it.
    #[must_use]
    pub fn caseload(&self) -> &Caseload {
        &self.caseload
    }

    /// When a medewerker is away, unless that is over on `dag`.
    #[must_use]
    pub fn afwezig(&self, who: MedewerkerId, dag: Date) -> Option<Afwezigheid> {
        self.medewerkers.get(&who)?.beschikbaarheid.afwezig(dag)
    }

    /// Who somebody is, when they ever logged in through a provider of identities.
    #[must_use]
    pub fn identiteit(&self, who: MedewerkerId) -> Option<&Identiteit> {
        self.identiteiten.get(&who)
    }

    /// Everybody who ever logged in through a provider of identities.
    pub fn identiteiten(&self) -> impl Iterator<Item = (MedewerkerId, &Identiteit)> {
        self.identiteiten.iter().map(|(id, identiteit)| (*id, identiteit))
    }

    /// Every zaak that runs and is counted: those of a protected dossier are in no count.
    pub fn lopende_zaken(&self) -> impl Iterator<Item = &Lopend> {
        self.zaken.values().filter_map(ZaakRegel::lopend).filter(|zaak| self.telt_mee(zaak.persoon))
    }

    /// The highest number that was given out in `year`; 0 when none was.
    #[must_use]
    pub fn laatste_zaaknummer(&self, year: i16) -> u32 {
        self.zaaknummers.get(&year).copied().unwrap_or(0)
    }
}

/// The read side, shared: one writer (the projector), many readers, never held across an await.
#[derive(Clone, Debug, Default)]
pub struct GedeeldOverzicht(Arc<RwLock<Overzicht>>);

impl GedeeldOverzicht {
    /// Shares `overzicht`.
    #[must_use]
    pub fn new(overzicht: Overzicht) -> Self {
        Self(Arc::new(RwLock::new(overzicht)))
    }

    /// To read; keep it short.
    pub fn lees(&self) -> RwLockReadGuard<'_, Overzicht> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// To take in events.
    pub(crate) fn schrijf<T>(&self, change: impl FnOnce(&mut Overzicht) -> T) -> T {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }
}
