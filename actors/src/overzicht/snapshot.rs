//! The read side as bytes, so that a start reads only what is new. A cache: another shape is thrown away and read again.

use std::collections::BTreeSet;

use keukentafel::domain::identiteit::Identiteit;
use keukentafel::domain::ids::{
    BeheerrekeningId, ContactId, DocumentId, GemeenteId, GesprekId, GroepId, HuishoudenId, MedewerkerId,
    NazichtId, PersoonId, PlanId, SignaalId, ToekenningId, ZaakId,
};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::store::Position;
use serde::{Deserialize, Serialize};

use super::caseload::Verloop;
use super::nieuw::{Nieuw, NieuwBewaard};
use super::{
    ContactRegel, DocumentRegel, Gemeenteoverzicht, GesprekRegel, GroepRegel, HuishoudenRegel,
    MedewerkerRegel, NazichtRegel, Overzicht, PersoonRegel, PlanRegel, RekeningRegel, SignaalRegel,
    ToekenningRegel, ZaakRegel,
};

/// Changes with any change of what is kept; an older snapshot is then not used.
const SHAPE: u32 = 12;

#[derive(Serialize)]
struct Written<'a> {
    shape: u32,
    gemeenten: Vec<WrittenGemeente<'a>>,
}

#[derive(Serialize)]
struct WrittenGemeente<'a> {
    id: GemeenteId,
    zaken: Vec<(&'a ZaakId, &'a ZaakRegel)>,
    personen: Vec<(&'a PersoonId, &'a PersoonRegel)>,
    gesprekken: Vec<(&'a GesprekId, &'a GesprekRegel)>,
    documenten: Vec<(&'a DocumentId, &'a DocumentRegel)>,
    rekeningen: Vec<(&'a BeheerrekeningId, &'a RekeningRegel)>,
    medewerkers: Vec<(&'a MedewerkerId, &'a MedewerkerRegel)>,
    identiteiten: Vec<(&'a MedewerkerId, &'a Identiteit)>,
    verloop: Vec<(Zaaktype, &'a Verloop)>,
    groepen: Vec<(&'a GroepId, &'a GroepRegel)>,
    plannen: Vec<(&'a PlanId, &'a PlanRegel)>,
    signalen: Vec<(&'a SignaalId, &'a SignaalRegel)>,
    vernietigd: u64,
    contacten: Vec<(&'a ContactId, &'a ContactRegel)>,
    huishoudens: Vec<(&'a HuishoudenId, &'a HuishoudenRegel)>,
    lidmaatschappen: Vec<(&'a PersoonId, &'a u32)>,
    ooit_in: Vec<(&'a PersoonId, &'a BTreeSet<HuishoudenId>)>,
    toekenningen: Vec<(&'a ToekenningId, &'a ToekenningRegel)>,
    nazichten: Vec<(&'a NazichtId, &'a NazichtRegel)>,
    nieuw: NieuwBewaard,
    ongeteld: &'a BTreeSet<PersoonId>,
}

#[derive(Deserialize)]
struct Read {
    shape: u32,
    gemeenten: Vec<ReadGemeente>,
}

#[derive(Deserialize)]
struct ReadGemeente {
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
    nieuw: NieuwBewaard,
    ongeteld: BTreeSet<PersoonId>,
}

impl Overzicht {
    /// As bytes; `None` when it does not serialise, which a test rules out.
    #[must_use]
    pub fn to_bytes(&self) -> Option<Vec<u8>> {
        let gemeenten = self.gemeenten.iter().map(|(id, all)| WrittenGemeente {
            id: *id,
            zaken: all.zaken.iter().collect(),
            personen: all.personen.iter().collect(),
            gesprekken: all.gesprekken.iter().collect(),
            documenten: all.documenten.iter().collect(),
            rekeningen: all.rekeningen.iter().collect(),
            medewerkers: all.medewerkers.iter().collect(),
            identiteiten: all.identiteiten.iter().collect(),
            verloop: all.caseload.verloop(),
            groepen: all.wijkteam.groepen.iter().collect(),
            plannen: all.wijkteam.plannen.iter().collect(),
            signalen: all.wijkteam.signalen.iter().collect(),
            vernietigd: all.wijkteam.vernietigd,
            contacten: all.contacten.iter().collect(),
            huishoudens: all.huishoudens.iter().collect(),
            lidmaatschappen: all.lidmaatschappen.iter().collect(),
            ooit_in: all.ooit_in.iter().collect(),
            toekenningen: all.toekenningen.alle.iter().collect(),
            nazichten: all.nazichten.alle.iter().collect(),
            nieuw: all.nieuw.bewaard(),
            ongeteld: &all.beschermd.ongeteld,
        });
        serde_json::to_vec(&Written { shape: SHAPE, gemeenten: gemeenten.collect() }).ok()
    }

    /// From bytes that were kept at `positie`; `None` when another version wrote them.
    #[must_use]
    pub fn from_bytes(positie: Position, bytes: &[u8]) -> Option<Self> {
        let read: Read = serde_json::from_slice(bytes).ok()?;
        if read.shape != SHAPE {
            return None;
        }
        let gemeenten = read.gemeenten.into_iter().map(|gemeente| (gemeente.id, restore(gemeente))).collect();
        Some(Self { positie, gemeenten, ..Self::default() })
    }
}

fn restore(read: ReadGemeente) -> Gemeenteoverzicht {
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
    all.herzie_beschermingen();
    all
}
