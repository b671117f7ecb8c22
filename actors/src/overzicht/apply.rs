//! One event into the read side.

use std::collections::BTreeSet;

use jiff::civil::Date;
use keukentafel::clock::Moment;
use keukentafel::domain::aggregate::Aggregate;
use keukentafel::domain::beschikbaarheid::{Beschikbaarheid, BeschikbaarheidEvent};
use keukentafel::domain::besluit::Besluitstand;
use keukentafel::domain::document::{Document, DocumentEvent};
use keukentafel::domain::gesprek::Gesprek;
use keukentafel::domain::ids::{
    BeheerrekeningId, DocumentId, GesprekId, GroepId, HuishoudenId, MedewerkerId, PersoonId, PlanId,
    SignaalId, ToekenningId, ZaakId,
};
use keukentafel::domain::persoon::Persoon;
use keukentafel::domain::wat::Wat;
use keukentafel::domain::zaak::{Lopend, Zaak, Zaakstatus};
use keukentafel::domain::zaaktype::Zaaktype;
use keukentafel::store::{Fault, FeedEvent, StreamKind, codec};
use uuid::Uuid;

use super::huishoudens::InHuishouden;
use super::personen::gezaghouders;
use super::{DocumentRegel, Gemeenteoverzicht, GesprekRegel, MedewerkerRegel, PersoonRegel, ZaakRegel};

/// What an event changed, for those who must look again.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Wijziging {
    /// A zaak, with who worked on it before.
    Zaak {
        /// Which.
        zaak: ZaakId,
        /// Its behandelaars before this event.
        voorheen: Vec<MedewerkerId>,
        /// Whether it reads otherwise now for who may only know that it runs.
        dat: bool,
        /// Whether something waits for a second pair of eyes that did not before, or no more.
        akkoord: bool,
        /// The reports that closed or opened with it.
        verslagen: Vec<DocumentId>,
        /// For whom something else may be new now.
        nieuw: BTreeSet<MedewerkerId>,
    },
    /// A person; the lists that name them change too.
    Persoon {
        /// Who.
        persoon: PersoonId,
        /// Whether the lines that name them read otherwise now.
        op_regel: bool,
        /// Whether the view of their huishouden reads otherwise now.
        in_huishouden: bool,
        /// Who may see otherwise in the portal now: themselves and who has or had gezag over them. Empty when nobody does.
        portaal: Vec<PersoonId>,
        /// Whether their dossier is protected otherwise now.
        bescherming: bool,
        /// When it is another colleague now, or none: each account that is or was theirs.
        accounts: BTreeSet<MedewerkerId>,
    },
    /// Another looks after a rekening.
    Rekening(BeheerrekeningId),
    /// Who lives in a huishouden, or how.
    Huishouden {
        /// Which.
        huishouden: HuishoudenId,
        /// Who lived there before this event.
        voorheen: Vec<PersoonId>,
    },
    /// A letter: that there is one, or where it is.
    Brief {
        /// Of which zaak.
        zaak: ZaakId,
    },
    /// A talk, and with it who may read its documents.
    Gesprek {
        /// Which.
        gesprek: GesprekId,
        /// Who took part before this event.
        voorheen: Vec<MedewerkerId>,
    },
    /// A document began.
    Document {
        /// Which.
        document: DocumentId,
        /// The talk it belongs to; `None` while it is not known.
        gesprek: Option<GesprekId>,
    },
    /// Something happened beside the text of a document.
    Kantlijn {
        /// For whom something else may be new now.
        nieuw: BTreeSet<MedewerkerId>,
    },
    /// Somebody who works here is away or back.
    Medewerker {
        /// Who.
        medewerker: MedewerkerId,
    },
    /// Somebody opened what was new for them.
    Gezien {
        /// Who.
        medewerker: MedewerkerId,
    },
    /// Who somebody is, or what they may work as.
    Identiteit {
        /// Who.
        medewerker: MedewerkerId,
    },
    /// A groep.
    Groep(GroepId),
    /// A plan.
    Plan {
        /// Which.
        plan: PlanId,
        /// Whether other people see it now, or it lets them see other things beside it.
        rechten: bool,
        /// The signaal that landed in it with this event.
        signaal: Option<SignaalId>,
    },
    /// A signaal.
    Signaal(SignaalId),
    /// A signaal is not kept any more.
    SignaalVernietigd {
        /// Which.
        signaal: SignaalId,
        /// The persons and groepen for whom it counted.
        over: Vec<Uuid>,
        /// The plans in which it landed.
        plannen: Vec<PlanId>,
    },
    /// A toekenning was given, ended or looked back at.
    Toekenning(ToekenningId),
    /// A look is to be looked back at, or was.
    Nazicht,
}

impl Gemeenteoverzicht {
    pub(super) fn apply(&mut self, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let id = event.stream.id;
        match event.stream.kind {
            StreamKind::Zaak => self.zaak_event(id.into(), event),
            StreamKind::Persoon => self.persoon_event(id.into(), event),
            StreamKind::Gesprek => self.gesprek_event(id.into(), event),
            StreamKind::Document => self.document_event(id.into(), event),
            StreamKind::Medewerker => self.medewerker_event(id.into(), event),
            StreamKind::Beheerrekening => self.rekening_event(id.into(), event),
            StreamKind::Groep => self.wijkteam.groep_event(id.into(), event),
            StreamKind::Plan => self.plan_event(id.into(), event),
            StreamKind::Signaal => self.signaal_event(id.into(), event),
            StreamKind::Huishouden => self.huishouden_event(id.into(), event),
            StreamKind::Contact => self.contact_event(id.into(), event),
            StreamKind::Identiteit => self.identiteit_event(id.into(), event),
            StreamKind::Toekenning => self.toekenning_event(id.into(), event),
            // What changed hands tells so in its own stream.
            StreamKind::Overdracht => Ok(None),
            StreamKind::Nazicht => self.nazicht_event(id.into(), event),
            StreamKind::Brief => self.brief_event(id.into(), event),
        }
    }

    fn zaak_event(&mut self, id: ZaakId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        // Decoded before anything is taken out: an event that cannot be read leaves what is known as it is.
        let before = self.zaken.get(&id).map_or_else(Zaak::default, |regel| regel.zaak.clone());
        let voorheen = before.lopend().map(|zaak| zaak.behandelaars.clone()).unwrap_or_default();
        let after = fold(before, event)?;
        let Some(mut zaak) = after.lopend().cloned() else { return Ok(None) };
        zaak.melding.toelichting = None;
        // Of who was spoken to it is here only that they were.
        for contact in &mut zaak.klantcontacten {
            (contact.met, contact.verslag) = (Wat::default(), Wat::default());
        }
        // The words of a besluit are here only while they wait for somebody who sees nothing else of the zaak.
        zaak.besluit = zaak.besluit.map(|besluit| match besluit.wacht() {
            Some(_) => besluit,
            None => Box::new(besluit.zonder_woorden()),
        });
        let voor = self.zaken.get(&id).and_then(ZaakRegel::lopend);
        let dat = voor.is_none_or(|voor| OnderDat::from(voor) != OnderDat::from(&zaak));
        let akkoord = voor.and_then(wachtend) != wachtend(&zaak);
        let verslagen = verslagen(voor, &zaak);
        let dat_versie = self.zaken.get(&id).map_or(0, ZaakRegel::dat_versie) + u64::from(dat);
        if let Some(voor) = voor {
            self.ordening.eraf(id, voor);
        }
        let nieuw = self.nieuw.zaak(id, (voor, &zaak), event.event.header.door, event.event.version);
        if self.telt_mee(zaak.persoon) {
            self.caseload.wijzig(voor, Some(&zaak), event.event.header.at);
        }
        self.index_zaak(id, &zaak);
        let zaak = Zaak::Lopend(Box::new(zaak));
        self.zaken.insert(id, ZaakRegel { zaak, versie: event.event.version, dat_versie });
        Ok(Some(Wijziging::Zaak { zaak: id, voorheen, dat, akkoord, verslagen, nieuw }))
    }

    pub(super) fn index_zaak(&mut self, id: ZaakId, zaak: &Lopend) {
        self.op_persoon.entry(zaak.persoon).or_default().insert(id);
        self.ordening.erbij(id, zaak);
        if wachtend(zaak).is_some() {
            self.wacht_op_akkoord.insert(id);
        } else {
            self.wacht_op_akkoord.remove(&id);
        }
        if let Some((year, number)) = zaaknummer(&zaak.zaaknummer) {
            let last = self.zaaknummers.entry(year).or_default();
            *last = number.max(*last);
        }
    }

    fn persoon_event(&mut self, id: PersoonId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let known = self.personen.get(&id);
        let kort = known.and_then(|regel| regel.kort(id));
        let geregistreerd_door = known.map_or(event.event.header.door, |regel| regel.geregistreerd_door);
        let before = known.map_or_else(Persoon::default, |regel| regel.persoon.clone());
        let shown = InHuishouden::of(&before, kort.clone());
        let heard = before.clone();
        let persoon = fold(before, event)?;
        if persoon.bekend().is_none() {
            return Ok(None);
        }
        self.vergeet_klank(id, &heard);
        self.index_persoon(id, &persoon);
        let regel = PersoonRegel { persoon, versie: event.event.version, geregistreerd_door };
        let op_regel = regel.kort(id) != kort;
        let in_huishouden = InHuishouden::of(&regel.persoon, regel.kort(id)) != shown;
        let portaal = portaal(id, &heard, &regel.persoon);
        let accounts = self.nazichten.koppel(id, regel.persoon.medewerkers().collect());
        let nu = regel.persoon.bescherming().cloned();
        self.personen.insert(id, regel);
        let bescherming = self.zet_bescherming(id, nu.as_ref());
        Ok(Some(Wijziging::Persoon { persoon: id, op_regel, in_huishouden, portaal, bescherming, accounts }))
    }

    fn plan_event(&mut self, id: PlanId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let voor = self.plan(id).and_then(super::PlanRegel::lopend).cloned();
        let change = self.wijkteam.plan_event(id, event)?;
        let na = self.wijkteam.plannen.get(&id).and_then(super::PlanRegel::lopend);
        self.caseload.wijzig_plan(voor.as_ref(), na);
        Ok(change)
    }

    fn gesprek_event(&mut self, id: GesprekId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let known = self.gesprekken.get(&id);
        let voorheen = known.map(|regel| regel.deelnemers().to_vec()).unwrap_or_default();
        let before = known.map_or_else(Gesprek::default, |regel| regel.gesprek.clone());
        let gesprek = fold(before, event)?;
        let regel = GesprekRegel { gesprek, versie: event.event.version };
        for zaak in regel.zaken() {
            self.op_zaak.entry(*zaak).or_default().insert(id);
        }
        self.gesprekken.insert(id, regel);
        self.zet_gepland(id, &voorheen);
        Ok(Some(Wijziging::Gesprek { gesprek: id, voorheen }))
    }

    fn medewerker_event(&mut self, id: MedewerkerId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let known = self.medewerkers.get(&id);
        let before = known.map_or_else(Beschikbaarheid::default, |regel| regel.beschikbaarheid);
        let beschikbaarheid = fold(before, event)?;
        self.medewerkers.insert(id, MedewerkerRegel { beschikbaarheid, versie: event.event.version });
        if let Some(BeschikbaarheidEvent::ZaakGezien { zaak, versie }) =
            codec::decode::<Beschikbaarheid>(&event.event)?
        {
            self.nieuw.gezien(id, zaak, versie);
            return Ok(Some(Wijziging::Gezien { medewerker: id }));
        }
        Ok(Some(Wijziging::Medewerker { medewerker: id }))
    }

    fn identiteit_event(&mut self, id: MedewerkerId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        let before = self.identiteiten.get(&id).cloned().unwrap_or_default();
        let identiteit = fold(before, event)?;
        self.identiteiten.insert(id, identiteit);
        Ok(Some(Wijziging::Identiteit { medewerker: id }))
    }

    fn document_event(&mut self, id: DocumentId, event: &FeedEvent) -> Result<Option<Wijziging>, Fault> {
        match codec::decode::<Document>(&event.event)? {
            // What people say beside a text is not kept here.
            Some(
                happened @ (DocumentEvent::OpmerkingGemaakt { .. }
                | DocumentEvent::OpmerkingBeantwoord { .. }
                | DocumentEvent::OpmerkingAfgehandeld { .. }
                | DocumentEvent::OpmerkingHeropend { .. }
                | DocumentEvent::OpmerkingGelezen { .. }
                | DocumentEvent::VersieBenoemd { .. }),
            ) => {
                if let Some(regel) = self.documenten.get_mut(&id) {
                    regel.versie = event.event.version;
                }
                return Ok(Some(Wijziging::Kantlijn { nieuw: self.nieuw.kantlijn(id, &happened) }));
            }
            Some(DocumentEvent::DocumentGeopend { .. }) | None => {}
        }
        let known = self.documenten.get(&id);
        let since = known.map_or(event.event.header.at, |regel| regel.geopend_op);
        let before = known.map_or_else(Document::default, |regel| regel.document.clone());
        let document = fold(before, event)?;
        let regel = DocumentRegel { document, versie: event.event.version, geopend_op: since };
        let gesprek = regel.gesprek();
        self.documenten.insert(id, regel);
        Ok(Some(Wijziging::Document { document: id, gesprek }))
    }
}

/// What of a zaak shows to who may only know that it runs: of two that are alike in this they hear nothing. By when somebody must be spoken to is no
/// part of it: few of them see that.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct OnderDat {
    status: Zaakstatus,
    behandelaars: Vec<MedewerkerId>,
    zaaktype: Zaaktype,
    zaaknummer: String,
    ontvangen_op: Moment,
    uiterlijk_op: Date,
}

impl From<&Lopend> for OnderDat {
    fn from(zaak: &Lopend) -> Self {
        Self {
            status: zaak.status,
            behandelaars: zaak.behandelaars.clone(),
            zaaktype: zaak.zaaktype,
            zaaknummer: zaak.zaaknummer.clone(),
            ontvangen_op: zaak.ontvangen_op,
            uiterlijk_op: zaak.uiterlijk_op,
        }
    }
}

/// The reports that stood still before and do not now, or the other way round, or stand still for good now.
fn verslagen(voor: Option<&Lopend>, na: &Lopend) -> Vec<DocumentId> {
    let rests = |zaak: &Lopend| {
        let besluit = zaak.besluit.as_deref()?;
        Some((
            besluit.voorstel()?.inhoud.verslag?.document,
            matches!(besluit.stand, Besluitstand::Genomen { .. }),
        ))
    };
    let (voor, na) = (voor.and_then(rests), rests(na));
    if voor == na {
        return Vec::new();
    }
    let mut found: Vec<_> = voor.into_iter().chain(na).map(|(document, _)| document).collect();
    found.dedup();
    found
}

/// The version that waits for a second pair of eyes.
fn wachtend(zaak: &Lopend) -> Option<u32> {
    Some(zaak.besluit.as_deref()?.wacht()?.nummer)
}

pub(super) fn fold<A: Aggregate>(state: A, event: &FeedEvent) -> Result<A, Fault> {
    let decoded = codec::decode::<A>(&event.event)?;
    Ok(match decoded {
        Some(happened) => state.evolve(&happened, event.event.header.at),
        None => state,
    })
}

/// `ZAAK-2026-000001` → (2026, 1).
fn zaaknummer(text: &str) -> Option<(i16, u32)> {
    let (year, number) = text.strip_prefix("ZAAK-")?.split_once('-')?;
    Some((year.parse().ok()?, number.parse().ok()?))
}

/// Whose portal may read otherwise when somebody was this and is that: when gezag or the date of birth changed.
fn portaal(id: PersoonId, before: &Persoon, after: &Persoon) -> Vec<PersoonId> {
    let gezag = |persoon: &Persoon| persoon.bekend().map(|known| known.gezag.clone()).unwrap_or_default();
    let born = |persoon: &Persoon| persoon.gegevens().and_then(|gegevens| gegevens.geboortedatum);
    if gezag(before) == gezag(after) && born(before) == born(after) {
        return Vec::new();
    }
    let mut who: Vec<_> = gezaghouders(before).into_iter().chain(gezaghouders(after)).chain([id]).collect();
    who.sort_unstable();
    who.dedup();
    who
}
