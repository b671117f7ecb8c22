//! The read side as bytes, so that a start reads only what is new. A cache: another shape is thrown away and read again.

use std::collections::BTreeSet;

use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{
    BeheerrekeningId, BriefId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId,
    MedewerkerId, NazichtId, PersoonId, PlanId, SignaalId, ToekenningId, ZaakId,
};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::store::{Position, codec};
use serde::{Deserialize, Serialize};

use super::caseload::Verloop;
use super::nieuw::{Nieuw, NieuwBewaard};
use super::{
    BriefRegel, ContactRegel, DocumentRegel, Gemeenteoverzicht, GesprekRegel, GroepRegel, HuishoudenRegel,
    MedewerkerRegel, NazichtRegel, Overzicht, PersoonRegel, PlanRegel, RekeningRegel, SignaalRegel,
    ToekenningRegel, ZaakRegel,
};

/// Changes with any change of what is kept; an older snapshot is then not used.
const SHAPE: u32 = 18;

/// What is kept of the read side, apart from the read side itself: to make bytes of it takes long, and who decides rights does not wait for
/// that.
#[derive(Serialize, Deserialize)]
pub struct Kopie {
    shape: u32,
    gemeenten: Vec<KopieGemeente>,
}

#[derive(Serialize, Deserialize)]
struct KopieGemeente {
    id: GemeenteId,
    zaken: Vec<(ZaakId, ZaakRegel)>,
    personen: Vec<(PersoonId, PersoonRegel)>,
    gesprekken: Vec<(GesprekId, GesprekRegel)>,
    documenten: Vec<(DocumentId, DocumentRegel)>,
    rekeningen: Vec<(BeheerrekeningId, RekeningRegel)>,
    medewerkers: Vec<(MedewerkerId, MedewerkerRegel)>,
    identiteiten: Vec<(MedewerkerId, Identiteit)>,
    verloop: Vec<(Zaaktype, Verloop)>,
    groepen: Vec<(GroepId, GroepRegel)>,
    plannen: Vec<(PlanId, PlanRegel)>,
    signalen: Vec<(SignaalId, SignaalRegel)>,
    vernietigd: u64,
    contacten: Vec<(ContactId, ContactRegel)>,
    huishoudens: Vec<(HuishoudenId, HuishoudenRegel)>,
    lidmaatschappen: Vec<(PersoonId, u32)>,
    ooit_in: Vec<(PersoonId, BTreeSet<HuishoudenId>)>,
    toekenningen: Vec<(ToekenningId, ToekenningRegel)>,
    nazichten: Vec<(NazichtId, NazichtRegel)>,
    brieven: Vec<(BriefId, BriefRegel)>,
    nieuw: NieuwBewaard,
    ongeteld: BTreeSet<PersoonId>,
}

impl Overzicht {
    /// What is kept of it, as it is now.
    #[must_use]
    pub fn kopie(&self) -> Kopie {
        let gemeenten = self.gemeenten.iter().map(|(id, all)| KopieGemeente {
            id: *id,
            zaken: paren(&all.zaken),
            personen: paren(&all.personen),
            gesprekken: paren(&all.gesprekken),
            documenten: paren(&all.documenten),
            rekeningen: paren(&all.rekeningen),
            medewerkers: paren(&all.medewerkers),
            identiteiten: paren(&all.identiteiten),
            verloop: all.caseload.verloop().into_iter().map(|(soort, it)| (soort, it.clone())).collect(),
            groepen: paren(&all.wijkteam.groepen),
            plannen: paren(&all.wijkteam.plannen),
            signalen: paren(&all.wijkteam.signalen),
            vernietigd: all.wijkteam.vernietigd,
            contacten: paren(&all.contacten),
            huishoudens: paren(&all.huishoudens),
            lidmaatschappen: paren(&all.lidmaatschappen),
            ooit_in: paren(&all.ooit_in),
            toekenningen: paren(&all.toekenningen.alle),
            nazichten: paren(&all.nazichten.alle),
            brieven: paren(&all.brieven.alle),
            nieuw: all.nieuw.bewaard(),
            ongeteld: all.beschermd.ongeteld.clone(),
        });
        Kopie { shape: SHAPE, gemeenten: gemeenten.collect() }
    }

    /// From bytes that were kept at `positie`; `None` when another version wrote them.
    #[must_use]
    pub fn from_bytes(positie: Position, bytes: &[u8]) -> Option<Self> {
        let read: Kopie = serde_json::from_slice(bytes).ok()?;
        if read.shape != SHAPE {
            return None;
        }
        let gemeenten = read.gemeenten.into_iter().map(|gemeente| (gemeente.id, restore(gemeente))).collect();
        Some(Self { positie, gemeenten, ..Self::default() })
    }
}

impl Kopie {
    /// As bytes; `None` when it does not serialise, which a test rules out.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        codec::encode_state(self).ok()
    }
}

fn paren<'a, K: Copy + 'a, V: Clone + 'a>(all: impl IntoIterator<Item = (&'a K, &'a V)>) -> Vec<(K, V)> {
    all.into_iter().map(|(id, regel)| (*id, regel.clone())).collect()
}

fn restore(read: KopieGemeente) -> Gemeenteoverzicht {
    let mut all = Gemeenteoverzicht::default();
    // As the history was kept that goes with it; what holds now is looked at below.
    all.beschermd.ongeteld = read.ongeteld;
    for (id, regel) in read.zaken {
        if let Some(zaak) = regel.lopend().cloned() {
            all.index_zaak(id, &zaak);
            if all.telt_mee(zaak.persoon) {
                all.caseload.herstel(&zaak);
            }
        }
        all.zaken.insert(id, regel);
    }
    for (id, regel) in read.personen {
        all.index_persoon(id, &regel.persoon);
        all.nazichten.koppel(id, regel.persoon.medewerkers().collect());
        all.personen.insert(id, regel);
    }
    for (id, regel) in read.gesprekken {
        for zaak in regel.zaken() {
            all.op_zaak.entry(*zaak).or_default().insert(id);
        }
        all.gesprekken.insert(id, regel);
        all.zet_gepland(id, &[]);
    }
    all.documenten = read.documenten.into_iter().collect();
    for (id, regel) in read.rekeningen {
        all.keep_rekening(id, regel);
    }
    all.medewerkers = read.medewerkers.into_iter().collect();
    all.identiteiten = read.identiteiten.into_iter().collect();
    all.caseload.herstel_verloop(read.verloop);
    read.groepen.into_iter().for_each(|(id, regel)| all.wijkteam.zet_groep(id, regel));
    for (id, regel) in read.plannen {
        all.caseload.wijzig_plan(None, regel.lopend());
        all.wijkteam.zet_plan(id, regel);
    }
    all.wijkteam.vernietigd = read.vernietigd;
    // After the plans: what landed in one is not in the register.
    read.signalen.into_iter().for_each(|(id, regel)| all.wijkteam.zet_signaal(id, regel));
    all.wijkteam.herzie_alles();
    all.contacten = read.contacten.into_iter().collect();
    for (id, regel) in read.huishoudens {
        all.huishouden_van.extend(regel.leden().iter().map(|lid| (lid.persoon, id)));
        all.huishoudens.insert(id, regel);
    }
    all.nieuw = Nieuw::herstel(read.nieuw);
    all.lidmaatschappen = read.lidmaatschappen.into_iter().collect();
    all.ooit_in = read.ooit_in.into_iter().collect();
    read.toekenningen.into_iter().for_each(|(id, regel)| all.toekenningen.zet(id, regel));
    read.nazichten.into_iter().for_each(|(id, regel)| all.nazichten.zet(id, regel));
    read.brieven.into_iter().for_each(|(id, regel)| all.brieven.zet(id, regel));
    all.herzie_beschermingen();
    all
}
