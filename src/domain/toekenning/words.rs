//! Commands, events and refusals of a toekenning.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Meekijkwat, Voorwerp};
use crate::clock::Moment;
use crate::domain::aggregate::RefusalCode;
use crate::domain::bevoegdheid::{Antwoorder, Meekijkfeiten, Vraagfeiten};
use crate::domain::ids::{MedewerkerId, PersoonId, PlanId, ZaakId};
use crate::domain::medewerker::Rol;
use crate::domain::wat::Wat;

/// What the privacy officer says of a glas afterwards.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Oordeel {
    /// There was need.
    Terecht,
    /// There was none.
    Onterecht,
}

/// What may be asked of a toekenning.
#[derive(Clone, Debug)]
pub enum ToekenningCommand {
    /// Name who stands in for somebody who is away.
    WijsVervangerAan {
        /// Who is away.
        afwezige: MedewerkerId,
        /// In which role they work.
        afwezige_rol: Rol,
        /// Who stands in.
        vervanger: MedewerkerId,
        /// In which role that one works.
        rol: Rol,
        /// The first day.
        van: Date,
        /// The last day.
        tot_en_met: Date,
        /// Why.
        reden: Wat,
    },
    /// Look into a plan because nobody who may can.
    BreekGlas {
        /// Which.
        plan: PlanId,
        /// Why, in [`GLAS_REDEN_CHARS_MIN`](crate::limits::GLAS_REDEN_CHARS_MIN) characters or more.
        reden: Wat,
        /// For how long.
        minuten: i64,
        /// By the record a regisseur or a vervanger of one can act.
        iemand_kan: bool,
        /// The asker states that none of them can all the same.
        verklaard: bool,
    },
    /// End it now.
    TrekIn {
        /// The regisseurs of the plan, for a glas: they may end it too.
        regisseurs: Vec<MedewerkerId>,
        /// For consent: how the asker stands to who gave it.
        antwoorder: Option<Antwoorder>,
    },
    /// Ask the person whom a zaak is about whether one may read it.
    VraagToestemming {
        /// Which zaak.
        zaak: ZaakId,
        /// How the asker stands to it.
        feiten: Vraagfeiten,
        /// What for; the person reads it.
        doel: Wat,
        /// The last day.
        tot_en_met: Date,
    },
    /// Say yes to that.
    GeefToestemming {
        /// How the one who says so stands to the person.
        antwoorder: Antwoorder,
        /// It was said yes to by somebody who could not, as the record has it now.
        vervallen: bool,
    },
    /// Say no to that.
    WeigerToestemming {
        /// How the one who says so stands to the person.
        antwoorder: Antwoorder,
        /// It was said yes to by somebody who could not, as the record has it now.
        vervallen: bool,
    },
    /// Let another lid of the groep see something of oneself.
    LaatMeekijken {
        /// Of which plan both are leden.
        plan: PlanId,
        /// What.
        wat: Meekijkwat,
        /// How the asker stands to it.
        feiten: Meekijkfeiten,
        /// The last day.
        tot_en_met: Date,
    },
    /// End that for a reason, as a regisseur of the plan.
    StopMeekijken {
        /// The regisseurs of the plan.
        regisseurs: Vec<MedewerkerId>,
        /// Why.
        reden: Wat,
    },
    /// Look back at a glas.
    BeoordeelGlas {
        /// Whether it was right.
        oordeel: Oordeel,
        /// In a line or two.
        toelichting: Wat,
    },
}

/// What can have happened to a toekenning.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum ToekenningEvent {
    /// It was given.
    ToekenningVerleend {
        /// What.
        voorwerp: Voorwerp,
        /// To whom.
        aan: MedewerkerId,
        /// In which role it counts.
        rol: Rol,
        /// From this moment on.
        van: Moment,
        /// Until this moment.
        tot: Moment,
        /// Why.
        reden: Wat,
        /// Who gave it.
        door: MedewerkerId,
        /// It was stated that nobody of the chain before can act.
        verklaard: bool,
        /// Of consent: which resident gave it, for themselves or by gezag.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        gever: Option<PersoonId>,
    },
    /// It was ended before its time.
    ToekenningIngetrokken {
        /// By whom.
        door: MedewerkerId,
    },
    /// Somebody asked the person whom a zaak is about whether they may read it.
    ToestemmingGevraagd {
        /// Which zaak.
        zaak: ZaakId,
        /// Who is asked.
        persoon: PersoonId,
        /// Who asks.
        aan: MedewerkerId,
        /// In which role it would count.
        rol: Rol,
        /// What for.
        doel: Wat,
        /// Until when.
        tot: Moment,
        /// Without an answer before this moment it is no question any more.
        vervalt_op: Moment,
    },
    /// The answer was no. Yes is `ToekenningVerleend`.
    ToestemmingGeweigerd {
        /// By whom.
        door: MedewerkerId,
    },
    /// A regisseur ended what one lid let another see.
    MeekijkenGestopt {
        /// By whom.
        door: MedewerkerId,
        /// Why.
        reden: Wat,
    },
    /// The privacy officer looked back at it.
    GlasBeoordeeld {
        /// Whether it was right.
        oordeel: Oordeel,
        /// In a line or two.
        toelichting: Wat,
        /// By whom.
        door: MedewerkerId,
    },
}

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum ToekenningRefusal {
    /// No such toekenning, or none that this person may know of.
    #[error("no such toekenning")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// Nobody stands in for themselves.
    #[error("stands in for themselves")]
    Zichzelf,
    /// Their role cannot do the work of the one who is away.
    #[error("the role does not fit")]
    PastNiet,
    /// A last day before the first, or one that is over.
    #[error("not a period")]
    Periode,
    /// Longer or further away than is allowed.
    #[error("too long")]
    TeLang,
    /// Too few words for why the glass is broken.
    #[error("the reason is too short")]
    RedenTeKort,
    /// A glas of no minutes, or of too many.
    #[error("not so many minutes")]
    Minuten,
    /// A regisseur or a vervanger can act: ask them, or state that they cannot.
    #[error("somebody of the chain can act")]
    IemandKan,
    /// Only a glas is judged.
    #[error("no glas")]
    GeenGlas,
    /// It was judged already.
    #[error("judged already")]
    AlBeoordeeld,
    /// Nobody judges their own glas.
    #[error("own glas")]
    EigenGlas,
    /// Too few words for what somebody wants to read it for.
    #[error("the purpose is too short")]
    DoelTeKort,
    /// A last day that is over.
    #[error("the day is over")]
    DagVoorbij,
    /// A last day too far away.
    #[error("the day is too far away")]
    TeVer,
    /// A last day of what others may see that is too far away.
    #[error("the day is too far away")]
    MeekijkenTeVer,
    /// A last day that is over before it would begin.
    #[error("over before it begins")]
    BinnenBedenktijd,
    /// Somebody answered before.
    #[error("answered before")]
    AlBeantwoord,
    /// Nobody answered in time, or who asked took it back.
    #[error("no question any more")]
    VraagVoorbij,
    /// Who said yes before could not, as the record has it now: it holds no more, and is no question any more.
    #[error("the answer that was given holds no more")]
    Vervallen,
}

impl RefusalCode for ToekenningRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "toekenning.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Zichzelf => "vervanging.zichzelf",
            Self::PastNiet => "vervanging.past_niet",
            Self::Periode => "medewerker.periode_ongeldig",
            Self::TeLang => "medewerker.periode_te_lang",
            Self::RedenTeKort => "glas.reden_te_kort",
            Self::Minuten => "glas.minuten",
            Self::IemandKan => "glas.iemand_kan",
            Self::GeenGlas => "glas.geen_glas",
            Self::AlBeoordeeld => "glas.al_beoordeeld",
            Self::EigenGlas => "glas.eigen_glas",
            Self::DoelTeKort => "toestemming.doel_te_kort",
            Self::DagVoorbij => "toestemming.dag_voorbij",
            Self::TeVer => "toestemming.te_ver",
            Self::MeekijkenTeVer => "meekijken.te_ver",
            Self::BinnenBedenktijd => "meekijken.binnen_bedenktijd",
            Self::AlBeantwoord => "toestemming.al_beantwoord",
            Self::VraagVoorbij => "toestemming.vraag_voorbij",
            Self::Vervallen => "toestemming.vervallen",
        }
    }
}
