//! A besluit as it is shown, and what the database itself guards of it.
//!
//! The rules refuse whoever contributed (`domain::zaak`). Under them lies a fence that does not know the rules: each version claims one
//! key per contributor, and an agreement with that version claims the key of who agrees. When these are one person the second claim
//! finds the first, and the database refuses the transaction, whatever code asked for it.

use keukentafel::domain::besluit::{
    Akkoord, Besluitinhoud, Besluitstand, Besluitvorming, Bijdrager, Verslagversie, Voorgesteld, Voorstel,
};
use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::ids::{DocumentId, MedewerkerId};
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Lopend, ZaakEvent};
use keukentafel::domain::zaaktype::Akkoordregel;
use keukentafel::protocol::view::{BesluitStap, BesluitWat, BesluitregelWat, GedaanDoor, VerslagversieWat};
use keukentafel::store::{Claim, DocumentStatus, StatusChange};
use uuid::Uuid;

use super::bijkomend::Bijkomend;
use crate::deps::Namen;

/// The scope of the keys of who contributed or agreed.
pub(crate) const VIER_OGEN: &str = "vier_ogen";

/// What comes with these events: keys of contributors and of who agrees; the report that a version rests on stands still as long as
/// the version does, and for good once it was decided.
pub(super) fn bijkomend<'a>(
    before: Option<&Lopend>,
    id: Uuid,
    events: impl Iterator<Item = &'a ZaakEvent>,
) -> Bijkomend {
    let mut bij = Bijkomend::default();
    let mut rust = before.and_then(|zaak| zaak.besluit.as_deref()).and_then(rust_op);
    for event in events {
        match event {
            ZaakEvent::BesluitVoorgesteld(versie) | ZaakEvent::VoorstelGewijzigd(versie) => {
                bij.claims.extend(versie.bijdragers.iter().flat_map(|one| keys(id, versie.nummer, *one)));
                let next = versie.inhoud.verslag;
                bij.statuses.extend(verslag_wisselt(rust, next));
                rust = gevoelig(next);
            }
            ZaakEvent::BesluitGeaccordeerd { nummer, door, .. } => {
                bij.claims.extend(keys(id, *nummer, *door));
            }
            ZaakEvent::VoorstelIngetrokken { .. } => {
                bij.statuses.extend(verslag_wisselt(rust, None));
                rust = None;
            }
            ZaakEvent::BesluitGenomen { .. } => {
                bij.statuses.extend(rust.map(|document| {
                    status(document, DocumentStatus::Bevroren, DocumentStatus::Getekend, None)
                }));
                rust = None;
            }
            ZaakEvent::MeldingGeregistreerd { .. }
            | ZaakEvent::ZaakToegewezen { .. }
            | ZaakEvent::ZaakVrijgegeven { .. }
            | ZaakEvent::InBehandelingGenomen { .. }
            | ZaakEvent::VoorstelAfgewezen { .. }
            | ZaakEvent::TaakKlaargezet { .. }
            | ZaakEvent::TaakAfgerond { .. }
            | ZaakEvent::TaakHeropend { .. }
            | ZaakEvent::TaakToegewezen { .. }
            | ZaakEvent::TaakVervallen { .. }
            | ZaakEvent::KlantcontactGenoteerd(_) => {}
        }
    }
    bij
}

/// The document that stands still because of what is proposed now.
fn rust_op(besluit: &Besluitvorming) -> Option<DocumentId> {
    match &besluit.stand {
        Besluitstand::Voorgesteld(voorstel)
        | Besluitstand::Geaccordeerd(voorstel, _)
        | Besluitstand::Afgewezen { voorstel, .. } => gevoelig(voorstel.inhoud.verslag),
        Besluitstand::Ingetrokken | Besluitstand::Genomen { .. } => None,
    }
}

fn gevoelig(verslag: Option<Verslagversie>) -> Option<DocumentId> {
    verslag.filter(|verslag| !verslag.vast).map(|verslag| verslag.document)
}

fn verslag_wisselt(rust: Option<DocumentId>, next: Option<Verslagversie>) -> Vec<StatusChange> {
    let next = next.filter(|verslag| !verslag.vast);
    if rust == next.map(|verslag| verslag.document) {
        return Vec::new();
    }
    let frees = rust.map(|document| status(document, DocumentStatus::Bevroren, DocumentStatus::Open, None));
    let stops = next.map(|verslag| {
        status(verslag.document, DocumentStatus::Open, DocumentStatus::Bevroren, Some(verslag.seq))
    });
    frees.into_iter().chain(stops).collect()
}

fn status(document: DocumentId, from: DocumentStatus, to: DocumentStatus, seq: Option<u64>) -> StatusChange {
    StatusChange { document, from, to, seq }
}

/// The keys of one person for one version: of the account, and of the natural person where that is known.
fn keys(zaak: Uuid, nummer: u32, who: Bijdrager) -> Vec<Claim> {
    let account = format!("{zaak}:{nummer}:{}", who.medewerker);
    let person = who.persoon.map(|persoon| format!("{zaak}:{nummer}:{persoon}"));
    let claim = |key| Claim { scope: VIER_OGEN, key };
    std::iter::once(account).chain(person).map(claim).collect()
}

/// As shown; `None` where there is none, or none any more.
pub(crate) fn besluit_wat(zaak: &Lopend, recht: &Leesrecht, namen: &dyn Namen) -> Option<BesluitWat> {
    let besluit = zaak.besluit.as_deref()?;
    let voorstel = besluit.voorstel()?;
    let gedaan = |door: MedewerkerId, op| GedaanDoor { door: namen.door(door), op };
    let mut wat = BesluitWat {
        stap: BesluitStap::TerAccordering,
        akkoord_verplicht: zaak.zaaktype.akkoord(voorstel.inhoud.soort) == Akkoordregel::Verplicht,
        bijdragers: besluit.bijdragers.iter().map(|one| namen.door(one.medewerker)).collect(),
        voorgesteld: gedaan(voorstel.door, voorstel.op),
        akkoord: None,
        afgewezen: None,
        reden: None,
        genomen: None,
        ..inhoud_wat(voorstel, recht, namen)
    };
    let agreed = |akkoord: &Akkoord| gedaan(akkoord.door, akkoord.op);
    match &besluit.stand {
        Besluitstand::Voorgesteld(_) | Besluitstand::Ingetrokken => {}
        Besluitstand::Geaccordeerd(_, akkoord) => {
            wat.stap = BesluitStap::Geaccordeerd;
            wat.akkoord = Some(agreed(akkoord));
        }
        Besluitstand::Afgewezen { door, reden, op, .. } => {
            wat.stap = BesluitStap::Afgewezen;
            wat.afgewezen = Some(gedaan(*door, *op));
            wat.reden = Some(reden.lees(recht).clone());
        }
        Besluitstand::Genomen { akkoord, door, op, .. } => {
            wat.stap = BesluitStap::Genomen;
            wat.akkoord = akkoord.as_ref().map(agreed);
            wat.genomen = Some(gedaan(*door, *op));
        }
    }
    Some(wat)
}

fn inhoud_wat(voorstel: &Voorstel, recht: &Leesrecht, namen: &dyn Namen) -> BesluitWat {
    let Besluitinhoud { soort, motivering, regels, verslag } = &voorstel.inhoud;
    let regel = |regel: &keukentafel::domain::besluit::Besluitregel| BesluitregelWat {
        omschrijving: regel.omschrijving.lees(recht).clone(),
        bedrag_cents: regel.bedrag.as_ref().map(|bedrag| *bedrag.lees(recht)),
    };
    BesluitWat {
        stap: BesluitStap::TerAccordering,
        nummer: voorstel.nummer,
        hash: voorstel.hash.to_string(),
        soort: *soort,
        motivering: motivering.lees(recht).clone(),
        regels: regels.iter().map(regel).collect(),
        verslag: verslag.map(|verslag| VerslagversieWat {
            document: verslag.document,
            seq: verslag.seq,
            hash: verslag.hash.to_string(),
        }),
        voorgesteld: GedaanDoor { door: namen.door(voorstel.door), op: voorstel.op },
        bijdragers: Vec::new(),
        akkoord_verplicht: true,
        akkoord: None,
        afgewezen: None,
        reden: None,
        genomen: None,
    }
}

/// What an event about a besluit tells in the timeline: the version's kind, or why somebody did not agree.
pub(super) fn regel(event: &ZaakEvent) -> (Option<Wat>, Option<Wat>) {
    match event {
        ZaakEvent::BesluitVoorgesteld(Voorgesteld { inhoud, .. })
        | ZaakEvent::VoorstelGewijzigd(Voorgesteld { inhoud, .. }) => {
            (Some(inhoud.soort.word().into()), None)
        }
        ZaakEvent::VoorstelAfgewezen { reden, .. } => (None, Some(reden.clone())),
        ZaakEvent::BesluitGeaccordeerd { .. }
        | ZaakEvent::VoorstelIngetrokken { .. }
        | ZaakEvent::BesluitGenomen { .. }
        | ZaakEvent::MeldingGeregistreerd { .. }
        | ZaakEvent::ZaakToegewezen { .. }
        | ZaakEvent::ZaakVrijgegeven { .. }
        | ZaakEvent::InBehandelingGenomen { .. }
        | ZaakEvent::TaakKlaargezet { .. }
        | ZaakEvent::TaakAfgerond { .. }
        | ZaakEvent::TaakHeropend { .. }
        | ZaakEvent::TaakToegewezen { .. }
        | ZaakEvent::TaakVervallen { .. }
        | ZaakEvent::KlantcontactGenoteerd(_) => (None, None),
    }
}
