//! Commands, events and refusals of a plan.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Achterhouding, Bijdrage, Instemming, Onderdeel};
use crate::clock::Moment;
use crate::domain::ids::{
    ActieId, DoelId, DoelreactieId, GroepId, MedewerkerId, PersoonId, PlanId, SignaalId, ToekenningId, ZaakId,
};
use crate::domain::wat::Wat;

/// For whom a goal or an action is. It says who may see it: what is for one lid is personal (KING-PL8).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Voor {
    /// For the groep as a whole.
    Groep,
    /// For one lid.
    Lid(PersoonId),
}

/// Who is going to do something (KING-AC1).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Eigenaar {
    /// Somebody who works here.
    Medewerker(MedewerkerId),
    /// A lid of the groep.
    Lid(PersoonId),
}

/// How a goal ended.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Uitkomst {
    /// It was reached.
    Behaald,
    /// It is wanted no more.
    Vervallen,
}

/// Something to be done, as it is set down.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Afspraak {
    /// The goal that it serves.
    pub doel: Option<DoelId>,
    /// For whom; with a goal, for whom that is.
    pub voor: Voor,
    /// In a line or two.
    pub omschrijving: Wat,
    /// Who does it.
    pub eigenaar: Eigenaar,
    /// When it should be done.
    pub datum: Date,
    /// When the owner wants to be reminded.
    pub herinnering: Option<Date>,
}

/// What may be asked of a plan. What the plan cannot know (that a zaak is there and about whom, that an owner may see what they are to
/// do) was checked by who asks it.
#[derive(Clone, Debug)]
pub enum PlanCommand {
    /// Begin. Only together with the groep that lets it (KING-PL4).
    Begin {
        /// Of which groep.
        groep: GroepId,
        /// The persons of the groep.
        leden: Vec<PersoonId>,
        /// Who led the plan before it, and lead this one too.
        collegas: Vec<MedewerkerId>,
        /// The signaal that led to it (KING-SI4).
        aanleiding: Option<SignaalId>,
        /// The plan that the groep had before.
        vorig: Option<PlanId>,
    },
    /// A colleague has full rights from now on (KING-RG3).
    VoegRegisseurToe {
        /// Who.
        regisseur: MedewerkerId,
    },
    /// A regisseur leaves.
    VerwijderRegisseur {
        /// Who.
        regisseur: MedewerkerId,
    },
    /// Another regisseur is the responsible one from now on (KING-RG1).
    DraagRegieOver {
        /// Who.
        aan: MedewerkerId,
    },
    /// Set a goal.
    StelDoel {
        /// Its new id.
        doel: DoelId,
        /// For whom.
        voor: Voor,
        /// In a line or two.
        omschrijving: Wat,
        /// Kept from the portal from the first moment on.
        achterhouden: Option<Achterhouding>,
    },
    /// Put a goal in other words.
    WijzigDoel {
        /// Which.
        doel: DoelId,
        /// In a line or two.
        omschrijving: Wat,
    },
    /// A goal is reached, or wanted no more.
    RondDoelAf {
        /// Which.
        doel: DoelId,
        /// Which of the two.
        uitkomst: Uitkomst,
    },
    /// A goal that ended is taken up again.
    HeropenDoel {
        /// Which.
        doel: DoelId,
    },
    /// Set down what somebody is going to do.
    LegActieVast {
        /// Its new id.
        actie: ActieId,
        /// What, who and when.
        afspraak: Afspraak,
        /// Kept from the portal from the first moment on.
        achterhouden: Option<Achterhouding>,
    },
    /// Keep something from the portal for a reason (KING-R1c).
    HoudAchter {
        /// Which.
        onderdeel: Onderdeel,
        /// Why, and for how long.
        achterhouding: Achterhouding,
    },
    /// Let the leden see it.
    DeelOnderdeel {
        /// Which.
        onderdeel: Onderdeel,
    },
    /// It is done.
    MeldActieGedaan {
        /// Which.
        actie: ActieId,
    },
    /// It was not done after all.
    HeropenActie {
        /// Which.
        actie: ActieId,
    },
    /// What a lid of the groep brings in, and what is done with it.
    Bijdrage(Bijdrage),
    /// A running zaak belongs to it, by judgement (KING-PL3).
    KoppelZaak {
        /// Which.
        zaak: ZaakId,
        /// Whom it is about.
        persoon: PersoonId,
    },
    /// It belongs to it no more.
    OntkoppelZaak {
        /// Which.
        zaak: ZaakId,
    },
    /// A signaal about one of the leden or the groep lands here (KING-SI5). The system asks this.
    NeemSignaalOp {
        /// Which.
        signaal: SignaalId,
    },
    /// A colleague leads it in place of a regisseur whose work was handed over (KING-R4b): never none and never two who are responsible.
    NeemRegieOver {
        /// Who led.
        van: MedewerkerId,
        /// Who leads now.
        aan: MedewerkerId,
    },
    /// What somebody whose work was handed over was to do goes to who can see it (KING-R4b): never is it nobody's.
    DraagActiesOver {
        /// Whose they were.
        van: MedewerkerId,
        /// Which, and whose each is from now on.
        acties: Vec<(ActieId, MedewerkerId)>,
    },
    /// Somebody broke the glass of it: the plan is to know (KING-R4e). Asked with the toekenning itself, in one transaction.
    NoteerGlas {
        /// By which toekenning.
        toekenning: ToekenningId,
        /// Why.
        reden: Wat,
        /// Until when at most.
        tot: Moment,
    },
    /// It ends.
    SluitPlan {
        /// What came of it.
        resultaat: Wat,
    },
}

/// What can have happened to a plan.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "soort", content = "gegevens")]
pub enum PlanEvent {
    /// It began.
    PlanBegonnen {
        /// Of which groep.
        groep: GroepId,
        /// The persons of the groep.
        leden: Vec<PersoonId>,
        /// Who lead it: who began it first, who is the responsible one, and then who led the plan before it. At once, so that there is no
        /// moment without one of them.
        regisseurs: Vec<MedewerkerId>,
        /// The signaal that led to it.
        aanleiding: Option<SignaalId>,
        /// The plan that the groep had before.
        vorig: Option<PlanId>,
    },
    /// A colleague has full rights from now on.
    RegisseurToegevoegd {
        /// Who.
        regisseur: MedewerkerId,
    },
    /// A regisseur left.
    RegisseurVertrokken {
        /// Who.
        regisseur: MedewerkerId,
    },
    /// The responsibility went from one to the other at this moment, with nothing between.
    RegieOvergedragen {
        /// Who had it.
        van: MedewerkerId,
        /// Who has it.
        aan: MedewerkerId,
    },
    /// A goal was set.
    DoelGesteld {
        /// Which.
        doel: DoelId,
        /// For whom.
        voor: Voor,
        /// In a line or two.
        omschrijving: Wat,
        /// The leden see it. Of goals from before there was a portal for it: they do not.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_portaal: bool,
    },
    /// A goal was put in other words.
    DoelGewijzigd {
        /// Which.
        doel: DoelId,
        /// In a line or two.
        omschrijving: Wat,
    },
    /// A goal ended.
    DoelAfgerond {
        /// Which.
        doel: DoelId,
        /// How.
        uitkomst: Uitkomst,
    },
    /// A goal that had ended is one to reach again.
    DoelHeropend {
        /// Which.
        doel: DoelId,
    },
    /// Somebody is going to do something.
    ActieVastgelegd {
        /// Which.
        actie: ActieId,
        /// What, who and when.
        afspraak: Afspraak,
        /// The leden see it. Of actions from before there was a portal for it: they do not.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        in_portaal: bool,
    },
    /// Something is kept from the portal.
    OnderdeelAchtergehouden {
        /// Which.
        onderdeel: Onderdeel,
        /// Why, and for how long.
        achterhouding: Achterhouding,
    },
    /// The leden see it from now on.
    OnderdeelGedeeld {
        /// Which.
        onderdeel: Onderdeel,
    },
    /// It was done.
    ActieGedaan {
        /// Which.
        actie: ActieId,
    },
    /// It was not done after all, or stays open as a lid said that it is not done yet.
    ActieHeropend {
        /// Which.
        actie: ActieId,
    },
    /// A lid said what they think of a goal.
    DoelreactieGegeven {
        /// Which.
        reactie: DoelreactieId,
        /// Of which goal.
        doel: DoelId,
        /// Who.
        door: PersoonId,
        /// In one word.
        instemming: Instemming,
        /// In their own words.
        tekst: Option<Wat>,
    },
    /// Who leads the plan read it.
    DoelreactieGelezen {
        /// Which.
        reactie: DoelreactieId,
        /// Who.
        door: MedewerkerId,
    },
    /// Who leads the plan answered it.
    DoelreactieBeantwoord {
        /// Which.
        reactie: DoelreactieId,
        /// Who.
        door: MedewerkerId,
        /// What they said.
        tekst: Wat,
    },
    /// A lid says that they did what they were to do. Who leads the plan says whether it is done.
    ActieGemeld {
        /// Which.
        actie: ActieId,
        /// Who says so.
        door: PersoonId,
        /// What they say with it.
        toelichting: Option<Wat>,
    },
    /// A lid, who said that it is done, says that it is not yet.
    ActieNogNietGedaan {
        /// Which.
        actie: ActieId,
        /// Who says so.
        door: PersoonId,
        /// What they say with it.
        toelichting: Option<Wat>,
    },
    /// It is not done yet for who leads the plan, who asks on.
    ActieDoorgevraagd {
        /// Which.
        actie: ActieId,
        /// Who asks.
        door: MedewerkerId,
        /// What they ask.
        vraag: Wat,
    },
    /// It is to be done by another medewerker than before.
    ActieOvergedragen {
        /// Which.
        actie: ActieId,
        /// Who was to do it.
        van: MedewerkerId,
        /// Who is to do it.
        aan: MedewerkerId,
    },
    /// A running zaak belongs to it.
    ZaakGekoppeld {
        /// Which.
        zaak: ZaakId,
        /// Whom it is about.
        persoon: PersoonId,
    },
    /// It belongs to it no more.
    ZaakOntkoppeld {
        /// Which.
        zaak: ZaakId,
    },
    /// A signaal landed here.
    SignaalGeland {
        /// Which.
        signaal: SignaalId,
    },
    /// Somebody broke the glass of it.
    GlasGebroken {
        /// By which toekenning.
        toekenning: ToekenningId,
        /// Why.
        reden: Wat,
        /// Until when at most.
        tot: Moment,
    },
    /// It ended.
    PlanAfgesloten {
        /// What came of it.
        resultaat: Wat,
    },
}
