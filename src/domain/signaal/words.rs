//! Commands, events and refusals of a signaal.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Betrouwbaarheid, Bronsoort, Signaalsoort};
use crate::clock::Moment;
use crate::domain::aggregate::RefusalCode;
use crate::domain::bsn::Bsn;
use crate::domain::ids::{GroepId, InzendingId, MedewerkerId, PersoonId, PlanId, SignaalId};
use crate::domain::wat::Wat;

/// Whom a signaal is about (KING-SI1).
#[derive(Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Betreft {
    /// A person who is known here.
    Persoon(PersoonId),
    /// A groep.
    Groep(GroepId),
    /// Somebody who is not known here yet: the wijkteam finds out who.
    NogOnbekend(Aanduiding),
}

/// What a source says of somebody who is not known here.
#[derive(Clone, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]
pub struct Aanduiding {
    /// BSN.
    pub bsn: Option<Bsn>,
    /// Name.
    pub naam: Option<Wat>,
    /// Date of birth.
    pub geboortedatum: Option<Date>,
}

impl fmt::Debug for Aanduiding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Aanduiding(***)")
    }
}

impl Betreft {
    /// The text that stands for it in a claim: the same for the same person, also when that one is not known yet. `None` when what was
    /// said may fit more than one: a name without a birth date or BSN. Such a report is never taken for a repeat of another, because the
    /// worry about one "J. de Vries" in the dossier of another cannot be taken back.
    #[must_use]
    pub fn sleutel(&self) -> Option<String> {
        match self {
            Self::Persoon(id) => Some(Self::sleutel_persoon(*id)),
            Self::Groep(id) => Some(Self::sleutel_groep(*id)),
            Self::NogOnbekend(Aanduiding { bsn: Some(bsn), .. }) => Some(format!("bsn {}", bsn.digits())),
            Self::NogOnbekend(Aanduiding { bsn: None, naam, geboortedatum }) => {
                let naam = naam.as_ref()?.voor_regel().to_lowercase();
                geboortedatum.map(|born| format!("naam {born} {naam}"))
            }
        }
    }

    /// The same of a person who is known.
    #[must_use]
    pub fn sleutel_persoon(id: PersoonId) -> String {
        format!("persoon {id}")
    }

    /// The same of a groep.
    #[must_use]
    pub fn sleutel_groep(id: GroepId) -> String {
        format!("groep {id}")
    }
}

/// Who reported. It is protected: for the wijkteam and the regisseur only, and for nobody whom the signaal is about (KING-SI3).
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Bron {
    /// What kind of source.
    pub bronsoort: Bronsoort,
    /// Who.
    pub naam: Wat,
    /// How far it can be relied on.
    pub betrouwbaarheid: Betrouwbaarheid,
    /// The account or key with which it came in.
    pub wie: MedewerkerId,
    /// The source's own reference.
    pub kenmerk: Option<Wat>,
}

/// One report.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Inzending {
    /// Its id, which is all that the source gets to know.
    pub id: InzendingId,
    /// Who reported.
    pub bron: Bron,
    /// In their words.
    pub toelichting: Option<Wat>,
    /// When they saw it.
    pub waargenomen_op: Date,
    /// When it came in.
    pub ontvangen_op: Moment,
}

/// What the wijkteam did with it.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Afhandeling {
    /// Somebody spoke with them.
    ContactGeweest,
    /// Help runs already.
    HulpLoopt,
    /// Nothing needs to be done.
    GeenActie,
    /// It was not so.
    Onjuist,
}

/// Two signalen turn out to be the same (KING-ZT24): what that means for one of the two.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Samengaan {
    /// This one ends; all of it is in that one.
    In(SignaalId),
    /// This one takes in what was reported to that one.
    Met {
        /// Which.
        ander: SignaalId,
        /// Its reports.
        inzendingen: Vec<Inzending>,
    },
}

/// What may be asked of a signaal. That the asker may look at it was checked by who asks it.
#[derive(Clone, Debug)]
pub enum SignaalCommand {
    /// Begin.
    Meld {
        /// Whom it is about.
        betreft: Betreft,
        /// What it is about.
        signaalsoort: Signaalsoort,
        /// The report.
        inzending: Inzending,
    },
    /// The same was reported again.
    Herhaal {
        /// The report.
        inzending: Inzending,
    },
    /// The wijkteam found out who it is.
    WijsPersoonAan {
        /// Who.
        persoon: PersoonId,
        /// What becomes of it when the same was reported about that person already.
        samen: Option<Samengaan>,
    },
    /// The other one of two that turn out to be the same, in the same commit.
    GaSamen(Samengaan),
    /// It is with the regisseurs of this plan from now on. The system asks this, once the plan has it.
    KoppelAanPlan {
        /// Which.
        plan: PlanId,
    },
    /// The wijkteam, or the regisseur, is done with it.
    HandelAf {
        /// What was done.
        afhandeling: Afhandeling,
    },
    /// It was not handled after all.
    Heropen {
        /// Why.
        reden: Wat,
    },
    /// Its term is over. The system asks this, day by day.
    Vernietig,
}

/// What can have happened to a signaal.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum SignaalEvent {
    /// It came in. No zaak is made of it (KING-ZT21).
    SignaalGemeld {
        /// Whom it is about.
        betreft: Betreft,
        /// What it is about.
        signaalsoort: Signaalsoort,
        /// The report.
        inzending: Inzending,
    },
    /// The same was reported again (KING-ZT24).
    SignaalHerhaald {
        /// The report.
        inzending: Inzending,
    },
    /// It is known who it is about.
    PersoonAangewezen {
        /// Who.
        persoon: PersoonId,
    },
    /// It is with the regisseurs of a running plan.
    SignaalGekoppeld {
        /// Which.
        plan: PlanId,
    },
    /// It ended, because all of it is in an other one now.
    SignaalOpgegaan {
        /// Which.
        signaal: SignaalId,
    },
    /// It has the reports of another one too, which ended with that.
    SignaalSamengevoegd {
        /// Which.
        signaal: SignaalId,
        /// Its reports.
        inzendingen: Vec<Inzending>,
    },
    /// Somebody is done with it.
    SignaalAfgehandeld {
        /// What was done.
        afhandeling: Afhandeling,
    },
    /// It is to be handled after all.
    SignaalHeropend {
        /// Why.
        reden: Wat,
    },
    /// Its term is over: in the same transaction the key of all that it said is destroyed, of this event too (KING-ZT21). What stays is
    /// that it was.
    SignaalVernietigd {},
}

impl SignaalEvent {
    /// The word of [`Self::SignaalVernietigd`], by which it is known when its body is gone.
    pub const VERNIETIGD: &'static str = "SignaalVernietigd";
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SignaalRefusal {
    /// No such signaal, or none that this person may know of.
    #[error("no such signaal")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// Nobody sees something tomorrow.
    #[error("observed in the future")]
    Waargenomen,
    /// It was handled, or holds as many reports as it can: the next report begins another.
    #[error("takes no more reports")]
    Gesloten,
    /// It was handled.
    #[error("was handled")]
    Afgehandeld,
    /// All of it is in another one.
    #[error("went up in another")]
    Opgegaan,
    /// Its term is over: it is about to be erased.
    #[error("its term is over")]
    TermijnVoorbij,
    /// It is known already who it is about.
    #[error("the person is known")]
    PersoonBekend,
    /// It is still kept.
    #[error("its term runs")]
    TermijnLoopt,
}

impl RefusalCode for SignaalRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "signaal.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Waargenomen => "signaal.waargenomen",
            Self::Gesloten => "signaal.gesloten",
            Self::Afgehandeld => "signaal.afgehandeld",
            Self::Opgegaan => "signaal.opgegaan",
            Self::TermijnVoorbij => "signaal.termijn_voorbij",
            Self::PersoonBekend => "signaal.persoon_bekend",
            Self::TermijnLoopt => "signaal.termijn_loopt",
        }
    }
}
