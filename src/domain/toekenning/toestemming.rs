//! Consent: a toekenning with a question before it. A colleague asks the person whom a zaak is about, with a purpose and a last day;
//! that person, or who has gezag over them, says yes or no, and may take a yes back at any moment (KING-R6e, N-33).

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Loop, Toekenning, ToekenningEvent, ToekenningRefusal, Voorwerp};
use crate::clock::Moment;
use crate::domain::aggregate::Context;
use crate::domain::bevoegdheid::{Antwoorder, Vraagfeiten, mag_toestemming_geven, mag_toestemming_vragen};
use crate::domain::ids::{MedewerkerId, PersoonId, ZaakId};
use crate::domain::medewerker::Rol;
use crate::domain::wat::Wat;
use crate::limits::{TOESTEMMING_ANTWOORD_DAGEN, TOESTEMMING_DAGEN_MAX, TOESTEMMING_DOEL_WOORDEN_MIN};

/// A question for consent.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Gevraagd {
    /// To read which zaak.
    pub zaak: ZaakId,
    /// Who is asked.
    pub persoon: PersoonId,
    /// Who asks.
    pub aan: MedewerkerId,
    /// In which role it would count.
    pub rol: Rol,
    /// What for.
    pub doel: Wat,
    /// Until this moment, when the answer is yes.
    pub tot: Moment,
    /// When it was asked.
    pub op: Moment,
    /// Without an answer before this moment it is no question any more.
    pub vervalt_op: Moment,
    /// When who asked took it back.
    pub ingetrokken: Option<Moment>,
}

impl Gevraagd {
    /// Whether it still waits for an answer at `now`.
    #[must_use]
    pub fn open_op(&self, now: Moment) -> bool {
        self.ingetrokken.is_none() && now < self.vervalt_op
    }
}

/// A question to which the answer was no.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Geweigerd {
    /// What was asked.
    pub vraag: Gevraagd,
    /// Who said no.
    pub door: MedewerkerId,
    /// When.
    pub op: Moment,
}

/// Where consent stands at a moment.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Toestemmingstand {
    /// It waits for an answer.
    Gevraagd,
    /// The answer was yes, and it holds.
    Geldt,
    /// The answer was no.
    Geweigerd,
    /// It was taken back, the question or the consent.
    Ingetrokken,
    /// Nobody answered in time.
    Verlopen,
    /// Its last day is over.
    Voorbij,
    /// Who said yes could not, as the record has it now: they had no gezag on that day.
    Vervallen,
}

/// What consent is about, whatever became of it.
#[derive(Copy, Clone, Debug)]
pub struct Toestemming<'a> {
    /// To read which zaak.
    pub zaak: ZaakId,
    /// Who asked.
    pub aan: MedewerkerId,
    /// In which role it counts.
    pub rol: Rol,
    /// What for.
    pub doel: &'a Wat,
    /// Until this moment.
    pub tot: Moment,
}

impl Gevraagd {
    fn toestemming(&self) -> Toestemming<'_> {
        Toestemming { zaak: self.zaak, aan: self.aan, rol: self.rol, doel: &self.doel, tot: self.tot }
    }
}

impl Toekenning {
    /// The consent that this is about; `None` for what is none.
    #[must_use]
    pub fn toestemming(&self) -> Option<Toestemming<'_>> {
        match self {
            Self::Onbekend => None,
            Self::Gevraagd(vraag) => Some(vraag.toestemming()),
            Self::Geweigerd(geweigerd) => Some(geweigerd.vraag.toestemming()),
            Self::Verleend(it) => match it.voorwerp {
                Voorwerp::Vervanging { .. } | Voorwerp::Glas { .. } | Voorwerp::Meekijken { .. } => None,
                Voorwerp::Inzage { zaak } => {
                    Some(Toestemming { zaak, aan: it.aan, rol: it.rol, doel: &it.reden, tot: it.tot })
                }
            },
        }
    }

    /// The question, while it has no answer.
    #[must_use]
    pub fn gevraagd(&self) -> Option<&Gevraagd> {
        match self {
            Self::Gevraagd(vraag) => Some(vraag),
            Self::Onbekend | Self::Verleend(_) | Self::Geweigerd(_) => None,
        }
    }

    /// Where consent stands at `now`; `None` for what is no consent.
    #[must_use]
    pub fn toestemming_op(&self, now: Moment) -> Option<Toestemmingstand> {
        match self {
            Self::Onbekend => None,
            Self::Gevraagd(vraag) if vraag.open_op(now) => Some(Toestemmingstand::Gevraagd),
            Self::Gevraagd(vraag) if vraag.ingetrokken.is_some() => Some(Toestemmingstand::Ingetrokken),
            Self::Gevraagd(_) => Some(Toestemmingstand::Verlopen),
            Self::Geweigerd(_) => Some(Toestemmingstand::Geweigerd),
            Self::Verleend(verleend) => match (verleend.voorwerp, verleend.loop_op(now)) {
                (Voorwerp::Vervanging { .. } | Voorwerp::Glas { .. } | Voorwerp::Meekijken { .. }, _) => None,
                (Voorwerp::Inzage { .. }, Loop::Komt | Loop::Geldt) => Some(Toestemmingstand::Geldt),
                (Voorwerp::Inzage { .. }, Loop::Ingetrokken) => Some(Toestemmingstand::Ingetrokken),
                (Voorwerp::Inzage { .. }, Loop::Voorbij) => Some(Toestemmingstand::Voorbij),
            },
        }
    }
}

/// Where nothing was asked before.
pub(super) fn vraag(
    zaak: ZaakId,
    feiten: &Vraagfeiten,
    (doel, tot_en_met): (&Wat, Date),
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let Context { wie, now, .. } = context;
    if !mag_toestemming_vragen(wie, feiten) {
        return Err(ToekenningRefusal::Onbekend);
    }
    if doel.voor_regel().split_whitespace().count() < TOESTEMMING_DOEL_WOORDEN_MIN {
        return Err(ToekenningRefusal::DoelTeKort);
    }
    let vandaag = now.day();
    if tot_en_met < vandaag {
        return Err(ToekenningRefusal::DagVoorbij);
    }
    if tot_en_met > vandaag.saturating_add(TOESTEMMING_DAGEN_MAX.days()) {
        return Err(ToekenningRefusal::TeVer);
    }
    let tot = Moment::start_of(tot_en_met.saturating_add(1.day()));
    let waits_until = Moment::start_of(vandaag.saturating_add((TOESTEMMING_ANTWOORD_DAGEN + 1).days()));
    Ok(vec![ToekenningEvent::ToestemmingGevraagd {
        zaak,
        persoon: feiten.persoon,
        aan: wie.id,
        rol: wie.rol,
        doel: doel.clone(),
        tot,
        // After its last day there is nothing to say yes to.
        vervalt_op: waits_until.min(tot),
    }])
}

/// The one who may answer does, once. To anybody else there is no question.
pub(super) fn antwoord(
    toekenning: &Toekenning,
    antwoorder: &Antwoorder,
    (ja, vervallen): (bool, bool),
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    let Context { wie, now, .. } = context;
    let stand = toekenning.toestemming_op(*now).ok_or(ToekenningRefusal::Onbekend)?;
    if !mag_toestemming_geven(wie, antwoorder) {
        return Err(ToekenningRefusal::Onbekend);
    }
    let Toekenning::Gevraagd(vraag) = toekenning else {
        // It would be told as done, and give nothing.
        if vervallen && stand == Toestemmingstand::Geldt {
            return Err(ToekenningRefusal::Vervallen);
        }
        // What was answered so already is no news; another answer comes too late.
        let same = if ja { Toestemmingstand::Geldt } else { Toestemmingstand::Geweigerd };
        return if stand == same { Ok(Vec::new()) } else { Err(ToekenningRefusal::AlBeantwoord) };
    };
    if vraag.persoon != antwoorder.persoon {
        return Err(ToekenningRefusal::Onbekend);
    }
    if stand != Toestemmingstand::Gevraagd {
        return Err(ToekenningRefusal::VraagVoorbij);
    }
    if !ja {
        return Ok(vec![ToekenningEvent::ToestemmingGeweigerd { door: wie.id }]);
    }
    Ok(vec![ToekenningEvent::ToekenningVerleend {
        voorwerp: Voorwerp::Inzage { zaak: vraag.zaak },
        aan: vraag.aan,
        rol: vraag.rol,
        van: *now,
        tot: vraag.tot,
        reden: vraag.doel.clone(),
        door: wie.id,
        verklaard: false,
        gever: wie.persoon,
    }])
}

/// Who asked takes the question back.
pub(super) fn trek_vraag_in(
    vraag: &Gevraagd,
    context: &Context,
) -> Result<Vec<ToekenningEvent>, ToekenningRefusal> {
    if vraag.aan != context.wie.id {
        return Err(ToekenningRefusal::Onbekend);
    }
    let back = ToekenningEvent::ToekenningIngetrokken { door: context.wie.id };
    Ok(vraag.open_op(context.now).then_some(back).into_iter().collect())
}
