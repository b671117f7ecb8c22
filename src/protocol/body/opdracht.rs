//! The commands, one variant each.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    Beschermingswijziging, GezagEinde, GezagHerroeping, GlasBeoordeling, LidKeuze, Nazichtbeoordeling,
    NieuwBesluit, NieuwContactmoment, NieuwGezag, NieuwGlas, NieuwHuishouden, NieuwKlantcontact,
    NieuwMeekijken, NieuwReactieantwoord, NieuwSignaal, NieuwUitBrp, NieuweAchterhouding, NieuweActiemelding,
    NieuweBerichtweg, NieuweBescherming, NieuweDoelreactie, NieuweDoorvraag, NieuweGroep, NieuweIdentiteit,
    NieuweMelding, NieuweOnbekende, NieuwePersoon, NieuweRekening, NieuweToestemmingsvraag, NieuweVervanging,
    OpnieuwUitBrp, Verblijf, VerblijfHerroeping, Vertrek, Werkvoorraadoverdracht,
};
use crate::domain::document::Documentsoort;
use crate::domain::gesprek::Gesprekplek;
use crate::domain::ids::{
    ActieId, BriefId, ContactId, DocumentId, DoelId, DoelreactieId, GesprekId, GroepId, HuishoudenId,
    MedewerkerId, NazichtId, OpmerkingId, PersoonId, PlanId, SignaalId, TaakId, ToekenningId, ZaakId,
};
use crate::domain::plan::{Eigenaar, Onderdeel, Uitkomst, Voor};
use crate::domain::signaal::Afhandeling;

/// A command, whichever way it came in: HTTP makes one from path and body, `/rt` carries it as it is.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "name", content = "b", deny_unknown_fields)]
pub enum Opdracht {
    /// Register a person.
    RegistreerPersoon(NieuwePersoon),
    /// Change how a person can be reached.
    WijzigContact {
        /// Who.
        persoon: PersoonId,
        /// How.
        telefoon: Option<String>,
    },
    /// Say how somebody wants to hear that there is something for them.
    KiesBerichtweg {
        /// Who.
        persoon: PersoonId,
        /// How.
        keuze: NieuweBerichtweg,
    },
    /// Say that a letter went on paper.
    MeldBriefGepost {
        /// Of which zaak.
        zaak: ZaakId,
        /// Which letter.
        brief: BriefId,
    },
    /// Register a melding.
    RegistreerMelding(NieuweMelding),
    /// Say who works on a zaak.
    WijsToe {
        /// Which.
        zaak: ZaakId,
        /// The whole new set.
        behandelaars: Vec<MedewerkerId>,
        /// Why.
        #[serde(default)]
        reden: Option<String>,
    },
    /// Take a zaak of one's team that nobody has.
    NeemZaak {
        /// Which.
        zaak: ZaakId,
    },
    /// Give a zaak back to the pile, as long as nobody began on it.
    GeefZaakVrij {
        /// Which.
        zaak: ZaakId,
        /// Why.
        reden: String,
    },
    /// Begin on a zaak.
    NeemInBehandeling {
        /// Which.
        zaak: ZaakId,
    },
    /// Say that one opened a zaak that was new for oneself.
    MerkGezien {
        /// Which.
        zaak: ZaakId,
    },
    /// Note that one spoke to somebody in a zaak on which one works.
    NoteerContact {
        /// In which zaak.
        zaak: ZaakId,
        /// What was said.
        contact: NieuwKlantcontact,
    },
    /// Pass on, from the desk, what somebody said about a zaak.
    GeefContactDoor {
        /// Of which zaak.
        zaak: ZaakId,
        /// What was said.
        contact: NieuwKlantcontact,
    },
    /// Set down what a behandelaar is to do in a zaak.
    ZetTaakKlaar {
        /// In which zaak.
        zaak: ZaakId,
        /// In one line.
        omschrijving: String,
        /// Which behandelaar does it.
        eigenaar: MedewerkerId,
        /// The day on which it should be done.
        dag: String,
    },
    /// It is done.
    RondTaakAf {
        /// In which zaak.
        zaak: ZaakId,
        /// Which.
        taak: TaakId,
    },
    /// It is to be done after all.
    HeropenTaak {
        /// In which zaak.
        zaak: ZaakId,
        /// Which.
        taak: TaakId,
    },
    /// Another behandelaar does it.
    WijsTaakToe {
        /// In which zaak.
        zaak: ZaakId,
        /// Which.
        taak: TaakId,
        /// Who.
        eigenaar: MedewerkerId,
    },
    /// It need not be done any more.
    LaatTaakVervallen {
        /// In which zaak.
        zaak: ZaakId,
        /// Which.
        taak: TaakId,
    },
    /// Begin a document, with the talk it belongs to.
    OpenDocument {
        /// On which zaak.
        zaak: ZaakId,
        /// What kind of text.
        soort: Documentsoort,
        /// The zaken it is about.
        #[serde(default)]
        zaken: Option<Vec<ZaakId>>,
        /// Who may read and write it.
        #[serde(default)]
        deelnemers: Option<Vec<MedewerkerId>>,
    },
    /// Say who takes part in a talk.
    WijzigDeelnemers {
        /// Which.
        gesprek: GesprekId,
        /// Who comes in.
        #[serde(default)]
        erbij: Vec<MedewerkerId>,
        /// Who goes.
        #[serde(default)]
        eraf: Vec<MedewerkerId>,
    },
    /// Agree when and where a talk is held, or agree otherwise.
    PlanGesprek {
        /// Which.
        gesprek: GesprekId,
        /// The day.
        dag: String,
        /// The time.
        tijd: String,
        /// Where.
        plek: Gesprekplek,
    },
    /// A talk is not held after all.
    ZegGesprekAf {
        /// Which.
        gesprek: GesprekId,
        /// Why.
        reden: String,
    },
    /// Say something of words in a document.
    MaakOpmerking {
        /// Which document.
        document: DocumentId,
        /// The words.
        citaat: String,
        /// What is said of them.
        tekst: String,
        /// Who is named in it.
        #[serde(default)]
        genoemd: Vec<MedewerkerId>,
    },
    /// Answer a remark.
    BeantwoordOpmerking {
        /// Which document.
        document: DocumentId,
        /// Which remark.
        opmerking: OpmerkingId,
        /// What.
        tekst: String,
        /// Who is named in it.
        #[serde(default)]
        genoemd: Vec<MedewerkerId>,
    },
    /// A remark was dealt with.
    HandelOpmerkingAf {
        /// Which document.
        document: DocumentId,
        /// Which remark.
        opmerking: OpmerkingId,
    },
    /// It was not, after all.
    HeropenOpmerking {
        /// Which document.
        document: DocumentId,
        /// Which remark.
        opmerking: OpmerkingId,
    },
    /// Say that one read the remark in which one was named.
    LeesOpmerking {
        /// Which document.
        document: DocumentId,
        /// Which remark.
        opmerking: OpmerkingId,
    },
    /// Give a version of a document a name.
    BenoemVersie {
        /// Which document.
        document: DocumentId,
        /// What it is called.
        naam: String,
        /// The last row of the log that it holds; how it stands now when absent.
        #[serde(default)]
        seq: Option<u64>,
    },
    /// Begin to keep somebody's money.
    OpenRekening(NieuweRekening),
    /// Somebody is away.
    MeldAfwezig {
        /// Who.
        medewerker: MedewerkerId,
        /// The first day, `JJJJ-MM-DD`.
        vanaf: String,
        /// The last day; absent while nobody knows.
        #[serde(default)]
        tot_en_met: Option<String>,
    },
    /// Somebody is back, or does not go after all.
    MeldTerug {
        /// Who.
        medewerker: MedewerkerId,
    },
    /// Make a groep.
    VormGroep(NieuweGroep),
    /// Say who stands around a groep.
    VoegParticipantToe {
        /// Which.
        groep: GroepId,
        /// Who.
        persoon: PersoonId,
        /// As what.
        hoedanigheid: String,
    },
    /// Say who does so no more.
    VerwijderParticipant {
        /// Which.
        groep: GroepId,
        /// Who.
        persoon: PersoonId,
    },
    /// Begin the plan of a groep.
    StartPlan {
        /// Which groep.
        groep: GroepId,
        /// The signaal that led to it.
        #[serde(default)]
        aanleiding: Option<SignaalId>,
    },
    /// Give a colleague full rights on a plan.
    VoegRegisseurToe {
        /// Which plan.
        plan: PlanId,
        /// Who.
        regisseur: MedewerkerId,
    },
    /// Take a colleague off a plan.
    VerwijderRegisseur {
        /// Which plan.
        plan: PlanId,
        /// Who.
        regisseur: MedewerkerId,
    },
    /// Make another regisseur the responsible one.
    DraagRegieOver {
        /// Which plan.
        plan: PlanId,
        /// Who.
        regisseur: MedewerkerId,
    },
    /// Give a plan whose regisseur may not lead it any more to another one.
    WijsRegisseurAan {
        /// Which plan.
        plan: PlanId,
        /// Who.
        regisseur: MedewerkerId,
    },
    /// Set a goal.
    StelDoel {
        /// Which plan.
        plan: PlanId,
        /// For whom.
        voor: Voor,
        /// In a line or two.
        omschrijving: String,
        /// Kept from the leden from the first moment on.
        #[serde(default)]
        achterhouden: Option<NieuweAchterhouding>,
    },
    /// Put a goal in other words.
    WijzigDoel {
        /// Which plan.
        plan: PlanId,
        /// Which.
        doel: DoelId,
        /// In a line or two.
        omschrijving: String,
    },
    /// End a goal.
    RondDoelAf {
        /// Which plan.
        plan: PlanId,
        /// Which.
        doel: DoelId,
        /// How.
        uitkomst: Uitkomst,
    },
    /// Take up a goal again that had ended.
    HeropenDoel {
        /// Which plan.
        plan: PlanId,
        /// Which.
        doel: DoelId,
    },
    /// Set down an action.
    LegActieVast {
        /// Which plan.
        plan: PlanId,
        /// The goal that it serves.
        #[serde(default)]
        doel: Option<DoelId>,
        /// For whom.
        voor: Voor,
        /// In a line or two.
        omschrijving: String,
        /// Who does it.
        eigenaar: Eigenaar,
        /// When it should be done.
        datum: String,
        /// When the owner wants to be reminded.
        #[serde(default)]
        herinnering: Option<String>,
        /// Kept from the leden from the first moment on.
        #[serde(default)]
        achterhouden: Option<NieuweAchterhouding>,
    },
    /// Let another lid of the groep see something of oneself.
    LaatMeekijken {
        /// Of which plan both are leden.
        plan: PlanId,
        /// Who, what and until when.
        meekijken: NieuwMeekijken,
    },
    /// End that for a reason, as a regisseur of the plan.
    StopMeekijken {
        /// Which toekenning.
        toekenning: ToekenningId,
        /// Why.
        reden: String,
    },
    /// Keep a goal or an action from the leden.
    HoudAchter {
        /// Which plan.
        plan: PlanId,
        /// What.
        onderdeel: Onderdeel,
        /// Why and for how long.
        achterhouden: NieuweAchterhouding,
    },
    /// Let the leden see it.
    DeelOnderdeel {
        /// Which plan.
        plan: PlanId,
        /// What.
        onderdeel: Onderdeel,
    },
    /// Say that an action is done.
    MeldActieGedaan {
        /// Which plan.
        plan: PlanId,
        /// Which.
        actie: ActieId,
    },
    /// Say that it is not done after all.
    HeropenActie {
        /// Which plan.
        plan: PlanId,
        /// Which.
        actie: ActieId,
    },
    /// Say what one thinks of a goal, as a lid of the groep.
    ReageerOpDoel {
        /// Of which plan.
        plan: PlanId,
        /// What.
        reactie: NieuweDoelreactie,
    },
    /// Say that one read what a lid thinks of a goal.
    LeesDoelreactie {
        /// Of which plan.
        plan: PlanId,
        /// Which.
        reactie: DoelreactieId,
    },
    /// Answer what a lid thinks of a goal.
    BeantwoordDoelreactie {
        /// Of which plan.
        plan: PlanId,
        /// What.
        antwoord: NieuwReactieantwoord,
    },
    /// Say that one did what one was to do, as a lid of the groep.
    MeldEigenActieGedaan {
        /// Of which plan.
        plan: PlanId,
        /// What.
        melding: NieuweActiemelding,
    },
    /// Say that what was reported done is not done yet, as a lid of the groep.
    MeldEigenActieNogNiet {
        /// Of which plan.
        plan: PlanId,
        /// What.
        melding: NieuweActiemelding,
    },
    /// Ask on about what a lid says is done.
    VraagDoorOverActie {
        /// Of which plan.
        plan: PlanId,
        /// What.
        vraag: NieuweDoorvraag,
    },
    /// Let a running zaak belong to a plan.
    KoppelZaak {
        /// Which plan.
        plan: PlanId,
        /// Which.
        zaak: ZaakId,
    },
    /// Let it belong to it no more.
    OntkoppelZaak {
        /// Which plan.
        plan: PlanId,
        /// Which.
        zaak: ZaakId,
    },
    /// End a plan.
    SluitPlan {
        /// Which plan.
        plan: PlanId,
        /// What came of it.
        resultaat: String,
    },
    /// Report a signaal.
    MeldSignaal(NieuwSignaal),
    /// Say who a signaal is about.
    WijsPersoonAan {
        /// Which.
        signaal: SignaalId,
        /// Who.
        persoon: PersoonId,
    },
    /// Say what was done with a signaal.
    HandelSignaalAf {
        /// Which.
        signaal: SignaalId,
        /// What.
        afhandeling: Afhandeling,
    },
    /// Take up again what was handled.
    HeropenSignaal {
        /// Which.
        signaal: SignaalId,
        /// Why.
        reden: String,
    },
    /// Make a groep and begin its plan because of a signaal, in one action.
    StartGroepstraject {
        /// Which.
        signaal: SignaalId,
        /// The persons of the groep.
        leden: Vec<PersoonId>,
        /// Why these persons.
        #[serde(default)]
        waarom: Option<String>,
    },
    /// Register somebody of whom nobody knows who it is.
    RegistreerOnbekende(NieuweOnbekende),
    /// Say who somebody is.
    StelIdentiteitVast {
        /// Somebody who is known here.
        persoon: PersoonId,
        /// Who that is.
        identiteit: NieuweIdentiteit,
    },
    /// Take somebody over from the BRP who is not known here.
    NeemOverUitBrp(NieuwUitBrp),
    /// Ask the BRP again about somebody who is known here.
    NeemOpnieuwOverUitBrp {
        /// Who.
        persoon: PersoonId,
        /// For what, and what of it.
        keuze: OpnieuwUitBrp,
    },
    /// Record who has gezag over somebody.
    LegGezagVast {
        /// Over whom.
        persoon: PersoonId,
        /// Who, why, since when.
        gezag: NieuwGezag,
    },
    /// Record that somebody's gezag ended.
    BeeindigGezag {
        /// Over whom.
        persoon: PersoonId,
        /// Whose, since when.
        einde: GezagEinde,
    },
    /// Record that somebody's gezag was wrongly recorded.
    HerroepGezag {
        /// Over whom.
        persoon: PersoonId,
        /// Which, and why it was wrong.
        herroeping: GezagHerroeping,
    },
    /// Register a contact with its meldingen.
    RegistreerContact(NieuwContactmoment),
    /// Add to the report of a contact.
    VulVerslagAan {
        /// Which.
        contact: ContactId,
        /// What.
        tekst: String,
    },
    /// Record who live together.
    StelHuishoudenVast(NieuwHuishouden),
    /// Record that somebody lives there too.
    VoegLidToe {
        /// Where.
        huishouden: HuishoudenId,
        /// Who.
        lid: LidKeuze,
    },
    /// Record that somebody lives there no more.
    LidVertrekt {
        /// Where.
        huishouden: HuishoudenId,
        /// Who, since when.
        vertrek: Vertrek,
    },
    /// Record that somebody lives there otherwise than the BRP says.
    VerblijfWijktAf {
        /// Where.
        huishouden: HuishoudenId,
        /// Who, since when, why.
        verblijf: Verblijf,
    },
    /// Record that somebody's residence was wrongly recorded.
    HerroepVerblijf {
        /// Where.
        huishouden: HuishoudenId,
        /// Whose, and why it was wrong.
        herroeping: VerblijfHerroeping,
    },
    /// Offer a besluit on a zaak to a second pair of eyes.
    StelBesluitVoor {
        /// On which zaak.
        zaak: ZaakId,
        /// What.
        besluit: NieuwBesluit,
    },
    /// Offer another version; an agreement with the one before is void.
    WijzigVoorstel {
        /// On which zaak.
        zaak: ZaakId,
        /// The hash of the version that it takes the place of.
        hash: String,
        /// What.
        besluit: NieuwBesluit,
    },
    /// Agree with a version.
    Accordeer {
        /// On which zaak.
        zaak: ZaakId,
        /// Its hash.
        hash: String,
    },
    /// Do not agree with a version.
    WijsVoorstelAf {
        /// On which zaak.
        zaak: ZaakId,
        /// Its hash.
        hash: String,
        /// Why.
        reden: String,
    },
    /// Take a proposal back.
    TrekVoorstelIn {
        /// On which zaak.
        zaak: ZaakId,
        /// The hash of its version.
        hash: String,
    },
    /// Decide as a version says.
    NeemBesluit {
        /// On which zaak.
        zaak: ZaakId,
        /// Its hash.
        hash: String,
    },
    /// Say who stands in for somebody who is away.
    WijsVervangerAan {
        /// Who is away.
        medewerker: MedewerkerId,
        /// Who stands in, from when until when, and why.
        vervanging: NieuweVervanging,
    },
    /// Look into a plan because nobody who may can.
    BreekGlas {
        /// Which.
        plan: PlanId,
        /// Why and for how long.
        glas: NieuwGlas,
    },
    /// End a toekenning before its time.
    TrekToekenningIn {
        /// Which.
        toekenning: ToekenningId,
    },
    /// Look back at a glas.
    BeoordeelGlas {
        /// Which.
        toekenning: ToekenningId,
        /// What is said of it.
        beoordeling: GlasBeoordeling,
    },
    /// Ask the person whom a zaak is about whether one may read it.
    VraagToestemming {
        /// Which.
        zaak: ZaakId,
        /// What for, and until when.
        vraag: NieuweToestemmingsvraag,
    },
    /// Say yes to that.
    GeefToestemming {
        /// Which.
        toekenning: ToekenningId,
    },
    /// Say no to that.
    WeigerToestemming {
        /// Which.
        toekenning: ToekenningId,
    },
    /// Pass all the work of a medewerker to colleagues.
    DraagWerkvoorraadOver {
        /// Whose.
        medewerker: MedewerkerId,
        /// To whom, and why.
        overdracht: Werkvoorraadoverdracht,
    },
    /// Protect the dossier of somebody: only whoever is named works on it.
    BeschermDossier {
        /// Whose.
        persoon: PersoonId,
        /// Why, from when until when, and who may work on it.
        bescherming: NieuweBescherming,
    },
    /// Change who may work on a protected dossier, why, and until when.
    WijzigBescherming {
        /// Whose.
        persoon: PersoonId,
        /// As it is to be.
        bescherming: Beschermingswijziging,
    },
    /// Protect a dossier no more.
    HefBeschermingOp {
        /// Whose.
        persoon: PersoonId,
    },
    /// Look back at a look.
    BeoordeelNazicht {
        /// Which.
        nazicht: NazichtId,
        /// What is said of it.
        beoordeling: Nazichtbeoordeling,
    },
    /// Record which colleague a person is.
    LegMedewerkerVast {
        /// Who.
        persoon: PersoonId,
        /// Which colleague; nobody when absent.
        medewerker: Option<MedewerkerId>,
        /// They are not this one (any more).
        niet_meer: bool,
    },
}
