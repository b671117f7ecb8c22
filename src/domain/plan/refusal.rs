//! Why something does not happen to a plan.

use crate::domain::aggregate::RefusalCode;

/// Why it is not done.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum PlanRefusal {
    /// No such plan, goal, action or link, or none that this person may know of.
    #[error("no such thing")]
    Onbekend,
    /// The id is in use.
    #[error("exists already")]
    BestaatAl,
    /// The role may not do this.
    #[error("not allowed")]
    NietBevoegd,
    /// It has ended: nothing changes any more.
    #[error("the plan has ended")]
    Afgesloten,
    /// Whoever is responsible cannot leave; somebody else takes over first (KING-RG1).
    #[error("the responsible one stays")]
    VerantwoordelijkBlijft,
    /// Only a regisseur of this plan can be the responsible one.
    #[error("no regisseur of this plan")]
    GeenRegisseur,
    /// Only for persons of the groep.
    #[error("no lid of the groep")]
    GeenLid,
    /// The goal has ended.
    #[error("the goal has ended")]
    DoelAfgerond,
    /// Nobody can be reminded after the day itself.
    #[error("the reminder comes after the day")]
    Herinnering,
    /// More than a plan can hold.
    #[error("the plan is full")]
    Vol,
    /// Nothing can be agreed for that day.
    #[error("the day lies before today or too far off")]
    Dag,
    /// What is about one lid is not kept from that lid.
    #[error("only what is for the groep")]
    AlleenGroep,
    /// Kept from the portal until a day that is over, or too far away.
    #[error("not until that day")]
    AchterhoudenTot,
    /// Looked at again on a day that is over, or after the last one.
    #[error("not to be looked at again on that day")]
    AchterhoudenHerzien,
    /// So many of their reactions wait that somebody is to read those first.
    #[error("too many reactions wait")]
    ReactiesWachten,
    /// They reported this action so often that somebody is to look first.
    #[error("too many reports of this action wait")]
    MeldingenWachten,
    /// Leden said as much as a plan can hold.
    #[error("no room for reactions")]
    ReactiesVol,
    /// It was answered: what is more is said in a talk.
    #[error("answered already")]
    AlBeantwoord,
    /// Somebody else reported it done meanwhile.
    #[error("reported already")]
    AlGemeld,
    /// Nobody reported it done, or it waits for who did.
    #[error("not reported done")]
    NietGemeld,
}

impl RefusalCode for PlanRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Onbekend => "niet_gevonden",
            Self::BestaatAl => "plan.bestaat_al",
            Self::NietBevoegd => "niet_bevoegd",
            Self::Afgesloten => "plan.afgesloten",
            Self::VerantwoordelijkBlijft => "plan.verantwoordelijk_blijft",
            Self::GeenRegisseur => "plan.geen_regisseur",
            Self::GeenLid => "plan.geen_lid",
            Self::DoelAfgerond => "plan.doel_afgerond",
            Self::Herinnering => "plan.herinnering",
            Self::Vol => "plan.vol",
            Self::Dag => "plan.dag",
            Self::AlleenGroep => "plan.alleen_groep",
            Self::AchterhoudenTot => "plan.achterhouden_tot",
            Self::AchterhoudenHerzien => "plan.achterhouden_herzien",
            Self::ReactiesWachten => "plan.reacties_wachten",
            Self::MeldingenWachten => "plan.meldingen_wachten",
            Self::ReactiesVol => "plan.reacties_vol",
            Self::AlBeantwoord => "plan.al_beantwoord",
            Self::AlGemeld => "plan.al_gemeld",
            Self::NietGemeld => "plan.niet_gemeld",
        }
    }
}
