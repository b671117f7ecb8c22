//! The read side as bytes, so that a start reads only what is new. A cache: another shape is thrown away and read again.

use keukentafel::domain::ids::{
    ContactId, DocumentId, GemeenteId, GesprekId, HuishoudenId, PersoonId, ZaakId,
};
use keukentafel::store::Position;
use serde::{Deserialize, Serialize};

use super::{
    ContactRegel, DocumentRegel, Gemeenteoverzicht, GesprekRegel, HuishoudenRegel, Overzicht, PersoonRegel,
    ZaakRegel,
};

/// Changes with any change of what is kept; an older snapshot is then not used.
const SHAPE: u32 = 2;

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
    contacten: Vec<(&'a ContactId, &'a ContactRegel)>,
    huishoudens: Vec<(&'a HuishoudenId, &'a HuishoudenRegel)>,
    lidmaatschappen: Vec<(&'a PersoonId, &'a u32)>,
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
    contacten: Vec<(ContactId, ContactRegel)>,
    huishoudens: Vec<(HuishoudenId, HuishoudenRegel)>,
    lidmaatschappen: Vec<(PersoonId, u32)>,
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
            contacten: all.contacten.iter().collect(),
            huishoudens: all.huishoudens.iter().collect(),
            lidmaatschappen: all.lidmaatschappen.iter().collect(),
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
        Some(Self { positie, gemeenten })
    }
}

fn restore(read: ReadGemeente) -> Gemeenteoverzicht {
    let mut all = Gemeenteoverzicht::default();
    for (id, regel) in read.zaken {
        if let Some(zaak) = regel.lopend().cloned() {
            all.index_zaak(id, &zaak);
        }
        all.zaken.insert(id, regel);
    }
    for (id, regel) in read.personen {
        all.index_persoon(id, &regel.persoon);
        all.personen.insert(id, regel);
    }
    for (id, regel) in read.gesprekken {
        for zaak in regel.zaken() {
            all.op_zaak.entry(*zaak).or_default().insert(id);
        }
        all.gesprekken.insert(id, regel);
    }
    all.documenten = read.documenten.into_iter().collect();
    all.contacten = read.contacten.into_iter().collect();
    for (id, regel) in read.huishoudens {
        all.huishouden_van.extend(regel.leden().iter().map(|lid| (lid.persoon, id)));
        all.huishoudens.insert(id, regel);
    }
    all.lidmaatschappen = read.lidmaatschappen.into_iter().collect();
    all
}
