//! What a lid of the groep brings into a plan: what they think of a goal, and that they did what they were to do. Who leads the plan
//! answers; nothing of the plan itself changes by it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Actie, Actiemelding, Eigenaar, Inhoud, NogNiet, PlanEvent, PlanRefusal, Voor};
use crate::clock::Moment;
use crate::domain::aggregate::Context;
use crate::domain::bevoegdheid::draagt_bij;
use crate::domain::ids::{ActieId, DoelId, DoelreactieId, MedewerkerId, PersoonId};
use crate::domain::medewerker::Wie;
use crate::domain::wat::Wat;
use crate::limits::{ACTIEMELDINGEN_WACHTEND_MAX, DOELREACTIES_MAX, DOELREACTIES_WACHTEND_MAX};

/// What a lid thinks of a goal, in one word.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Instemming {
    /// They agree.
    Eens,
    /// They do not agree.
    Oneens,
    /// They want to say something about it.
    Opmerking,
}

/// That somebody who leads the plan read something.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gelezen {
    /// Who.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// What somebody who leads the plan said to a lid.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Woord {
    /// What.
    pub tekst: Wat,
    /// Who.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// What a lid said of a goal.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Doelreactie {
    /// Which.
    pub id: DoelreactieId,
    /// Of which goal.
    pub doel: DoelId,
    /// Who.
    pub door: PersoonId,
    /// In one word.
    pub instemming: Instemming,
    /// In their own words.
    pub tekst: Option<Wat>,
    /// When.
    pub op: Moment,
    /// Which time it was that they saw the goal ([`super::Portaal::keer`]): of a goal that was kept from them since it would tell that it is
    /// the same one.
    pub keer: Option<Moment>,
    /// When the goal was last put in other words after they said this: what they said is about older ones.
    #[serde(default)]
    pub herschreven: Option<Moment>,
    /// That it was read.
    pub gelezen: Option<Gelezen>,
    /// What was answered.
    pub antwoord: Option<Woord>,
}

impl Doelreactie {
    /// Whether nobody read or answered it.
    #[must_use]
    pub fn wacht(&self) -> bool {
        self.gelezen.is_none() && self.antwoord.is_none()
    }
}

/// What a lid brings in, and what is done with it. That they see it (age, gezag, what is kept from them) was checked by who asks; the rules look
/// at what the plan itself knows of it once more.
#[derive(Clone, Debug)]
pub enum Bijdrage {
    /// A lid says what they think of a goal.
    ReageerOpDoel {
        /// Its new id.
        reactie: DoelreactieId,
        /// Of which goal.
        doel: DoelId,
        /// In one word.
        instemming: Instemming,
        /// In their own words.
        tekst: Option<Wat>,
        /// For whom of the leden they may speak: themselves, and the children over whom they have gezag.
        spreekt_voor: BTreeSet<PersoonId>,
    },
    /// A lid says that they did what they were to do.
    MeldEigenActieGedaan {
        /// Which.
        actie: ActieId,
        /// What they say with it.
        toelichting: Option<Wat>,
        /// For whom of the leden they may speak.
        spreekt_voor: BTreeSet<PersoonId>,
    },
    /// A lid says that what they reported done is not done yet: what they answer when it is asked on, or take back. What another reported of the same
    /// child is not theirs to take back.
    MeldEigenActieNogNiet {
        /// Which.
        actie: ActieId,
        /// What they say with it.
        toelichting: Option<Wat>,
        /// For whom of the leden they may speak.
        spreekt_voor: BTreeSet<PersoonId>,
    },
    /// It was read, and needs no answer.
    LeesDoelreactie {
        /// Which.
        reactie: DoelreactieId,
    },
    /// It is answered.
    BeantwoordDoelreactie {
        /// Which.
        reactie: DoelreactieId,
        /// What is said.
        tekst: Wat,
    },
    /// What was reported done asks for more.
    VraagDoorOverActie {
        /// Which.
        actie: ActieId,
        /// What is asked.
        vraag: Wat,
    },
}

impl Bijdrage {
    /// Whether it is a lid who does this.
    pub(super) fn is_van_lid(&self) -> bool {
        match self {
            Self::ReageerOpDoel { .. }
            | Self::MeldEigenActieGedaan { .. }
            | Self::MeldEigenActieNogNiet { .. } => true,
            Self::LeesDoelreactie { .. }
            | Self::BeantwoordDoelreactie { .. }
            | Self::VraagDoorOverActie { .. } => false,
        }
    }
}

/// May this one bring something in? A lid, as themselves: who comes in for a lid is nobody of the groep.
pub(super) fn mag(plan: &Inhoud, wie: &Wie) -> Result<(), PlanRefusal> {
    let lid = wie.persoon.is_some_and(|persoon| plan.leden.contains(&persoon));
    if lid && draagt_bij(wie.rol) { Ok(()) } else { Err(PlanRefusal::Onbekend) }
}

pub(super) fn decide(
    plan: &Inhoud,
    bijdrage: &Bijdrage,
    context: &Context,
) -> Result<Vec<PlanEvent>, PlanRefusal> {
    let (vandaag, door) = (context.now.day(), context.wie.id);
    match bijdrage {
        Bijdrage::ReageerOpDoel { reactie, doel, instemming, tekst, spreekt_voor } => {
            let zelf = context.wie.persoon.ok_or(PlanRefusal::Onbekend)?;
            mag_reageren(plan, zelf, *doel, spreekt_voor, vandaag)?;
            Ok(vec![PlanEvent::DoelreactieGegeven {
                reactie: *reactie,
                doel: *doel,
                door: zelf,
                instemming: *instemming,
                tekst: tekst.clone(),
            }])
        }
        Bijdrage::MeldEigenActieGedaan { actie, toelichting, spreekt_voor } => {
            let zelf = context.wie.persoon.ok_or(PlanRefusal::Onbekend)?;
            let found = eigen_actie(plan, *actie, spreekt_voor, vandaag)?;
            // What was reported waits for an answer: once more is no news, and words with it are not dropped in silence.
            let there = plan.wacht_in_portaal(found) || found.gedaan_op.is_some();
            let waiting = found.onbehandeld_van(zelf, plan.keer_van(found));
            if !there && waiting >= ACTIEMELDINGEN_WACHTEND_MAX {
                return Err(PlanRefusal::MeldingenWachten);
            }
            let reported =
                PlanEvent::ActieGemeld { actie: *actie, door: zelf, toelichting: toelichting.clone() };
            eens(there, toelichting.as_ref(), reported)
        }
        Bijdrage::MeldEigenActieNogNiet { actie, toelichting, spreekt_voor } => {
            let zelf = context.wie.persoon.ok_or(PlanRefusal::Onbekend)?;
            let found = eigen_actie(plan, *actie, spreekt_voor, vandaag)?;
            let there = !plan.gemeld_in_portaal(found);
            // Of one child more than one may speak: nobody takes back what another said.
            if !there && found.gemeld.as_ref().is_some_and(|melding| melding.door != zelf) {
                return Err(PlanRefusal::NietBevoegd);
            }
            let said =
                PlanEvent::ActieNogNietGedaan { actie: *actie, door: zelf, toelichting: toelichting.clone() };
            eens(there, toelichting.as_ref(), said)
        }
        Bijdrage::LeesDoelreactie { reactie } => {
            let news = plan.reactie(*reactie).ok_or(PlanRefusal::Onbekend)?.wacht();
            let read = PlanEvent::DoelreactieGelezen { reactie: *reactie, door };
            Ok(news.then_some(read).into_iter().collect())
        }
        Bijdrage::BeantwoordDoelreactie { reactie, tekst } => {
            if plan.reactie(*reactie).ok_or(PlanRefusal::Onbekend)?.antwoord.is_some() {
                return Err(PlanRefusal::AlBeantwoord);
            }
            Ok(vec![PlanEvent::DoelreactieBeantwoord { reactie: *reactie, door, tekst: tekst.clone() }])
        }
        Bijdrage::VraagDoorOverActie { actie, vraag } => {
            if !plan.actie(*actie).ok_or(PlanRefusal::Onbekend)?.wacht_op_bevestiging() {
                return Err(PlanRefusal::NietGemeld);
            }
            Ok(vec![PlanEvent::ActieDoorgevraagd { actie: *actie, door, vraag: vraag.clone() }])
        }
    }
}

/// What is so already is no news; words that come with it are refused, so that who typed them keeps them.
fn eens(there: bool, words: Option<&Wat>, event: PlanEvent) -> Result<Vec<PlanEvent>, PlanRefusal> {
    match (there, words) {
        (true, Some(_)) => Err(PlanRefusal::AlGemeld),
        (true, None) => Ok(Vec::new()),
        (false, _) => Ok(vec![event]),
    }
}

/// An action that they see and that is theirs, or of one for whom they may speak.
fn eigen_actie<'a>(
    plan: &'a Inhoud,
    actie: ActieId,
    spreekt_voor: &BTreeSet<PersoonId>,
    vandaag: Date,
) -> Result<&'a Actie, PlanRefusal> {
    let found = getoonde_actie(plan, actie, vandaag)?;
    match found.afspraak.eigenaar {
        Eigenaar::Lid(lid) if spreekt_voor.contains(&lid) => Ok(found),
        Eigenaar::Lid(_) | Eigenaar::Medewerker(_) => Err(PlanRefusal::NietBevoegd),
    }
}

/// Of a goal that they see: of the groep, or of one for whom they may speak. What another lid lets them see is not theirs to speak on.
fn mag_reageren(
    plan: &Inhoud,
    zelf: PersoonId,
    doel: DoelId,
    spreekt_voor: &BTreeSet<PersoonId>,
    vandaag: Date,
) -> Result<(), PlanRefusal> {
    let found = plan.doel(doel).filter(|doel| doel.portaal.getoond_op(vandaag));
    match found.ok_or(PlanRefusal::Onbekend)?.voor {
        Voor::Groep => {}
        Voor::Lid(lid) if spreekt_voor.contains(&lid) => {}
        Voor::Lid(_) => return Err(PlanRefusal::NietBevoegd),
    }
    if plan.reacties.len() >= DOELREACTIES_MAX {
        return Err(PlanRefusal::ReactiesVol);
    }
    let waiting = plan.reacties.iter().filter(|reactie| reactie.door == zelf && reactie.wacht()).count();
    if waiting < DOELREACTIES_WACHTEND_MAX { Ok(()) } else { Err(PlanRefusal::ReactiesWachten) }
}

fn getoonde_actie(plan: &Inhoud, id: ActieId, vandaag: Date) -> Result<&Actie, PlanRefusal> {
    let voor = plan.actie(id).ok_or(PlanRefusal::Onbekend)?.afspraak.voor;
    plan.acties_in_portaal(voor, vandaag).find(|actie| actie.id == id).ok_or(PlanRefusal::Onbekend)
}

impl Inhoud {
    /// What a lid said of a goal.
    #[must_use]
    pub fn reactie(&self, id: DoelreactieId) -> Option<&Doelreactie> {
        self.reacties.iter().find(|reactie| reactie.id == id)
    }

    /// A goal reads otherwise than when these were said.
    pub(super) fn herschreven(&mut self, doel: DoelId, at: Moment) {
        for said in self.reacties.iter_mut().filter(|said| said.doel == doel) {
            said.herschreven = Some(at);
        }
    }

    /// What holds after an event about what a lid brought in.
    pub(super) fn draag_bij(&mut self, event: &PlanEvent, at: Moment) {
        if let PlanEvent::DoelreactieGegeven { reactie, doel, door, instemming, tekst } = event {
            let keer = self.doel(*doel).and_then(|doel| doel.portaal.keer());
            self.reacties.push(Doelreactie {
                id: *reactie,
                doel: *doel,
                door: *door,
                instemming: *instemming,
                tekst: tekst.clone(),
                op: at,
                keer,
                herschreven: None,
                gelezen: None,
                antwoord: None,
            });
        }
        if let PlanEvent::DoelreactieGelezen { reactie, door } = event {
            for found in self.reacties.iter_mut().filter(|found| found.id == *reactie) {
                found.gelezen = Some(Gelezen { door: *door, op: at });
            }
        }
        if let PlanEvent::DoelreactieBeantwoord { reactie, door, tekst } = event {
            for found in self.reacties.iter_mut().filter(|found| found.id == *reactie) {
                found.antwoord = Some(Woord { tekst: tekst.clone(), door: *door, op: at });
            }
        }
        if let PlanEvent::ActieGemeld { actie, door, toelichting } = event {
            let keer = self.actie(*actie).and_then(|actie| self.keer_van(actie));
            for found in self.acties.iter_mut().filter(|found| found.id == *actie) {
                let toelichting = toelichting.clone();
                found.melding_wordt_eerder();
                found.gemeld = Some(Actiemelding {
                    door: *door,
                    toelichting,
                    op: at,
                    keer,
                    vraag: None,
                    nog_niet: None,
                    heropend: None,
                });
            }
        }
        if let PlanEvent::ActieNogNietGedaan { actie, door, toelichting } = event {
            for found in self.acties.iter_mut().filter(|found| found.id == *actie) {
                if let Some(melding) = found.gemeld.as_mut().filter(|melding| melding.door == *door) {
                    let toelichting = toelichting.clone();
                    melding.nog_niet = Some(NogNiet { toelichting, op: at, gezien: None });
                }
            }
        }
        if let PlanEvent::ActieDoorgevraagd { actie, door, vraag } = event {
            for found in self.acties.iter_mut().filter(|found| found.id == *actie) {
                if let Some(melding) = &mut found.gemeld {
                    melding.vraag = Some(Woord { tekst: vraag.clone(), door: *door, op: at });
                }
            }
        }
    }
}
