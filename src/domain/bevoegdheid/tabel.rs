//! The policy as data: the first form of the matrix in the seeds. What is not here is *niets*.

use super::{Handeling, Relatie, Toegang};
use crate::domain::medewerker::Rol;
use crate::domain::zaaktype::Domein;

/// One line of the policy.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Regel {
    /// For this role.
    pub rol: Rol,
    /// In this field of law; `None` is all.
    pub domein: Option<Domein>,
    /// Standing like this to the zaak.
    pub relatie: Relatie,
    /// Only for zaaktypen that the klantcontactcentrum may know of (KING-R5c).
    pub alleen_kcc_zichtbaar: bool,
    /// So far.
    pub toegang: Toegang,
}

const fn regel(rol: Rol, relatie: Relatie, toegang: Toegang) -> Regel {
    Regel { rol, domein: None, relatie, alleen_kcc_zichtbaar: false, toegang }
}

/// Role × relation → how far. Sources: `features.md` C1-R, C2-R, KING-R; the table in the seeds.
pub const TABEL: &[Regel] = &[
    // C2-R3, C2-R4, C1-R2, KING-R6d: all of one's own zaak; of another only that it runs.
    regel(Rol::Jeugdconsulent, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::Jeugdconsulent, Relatie::Vakgenoot, Toegang::Dat),
    regel(Rol::Jeugdconsulent, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::Jeugdconsulent, Relatie::Melder, Toegang::Dat),
    regel(Rol::Wmoconsulent, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::Wmoconsulent, Relatie::Vakgenoot, Toegang::Dat),
    regel(Rol::Wmoconsulent, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::Wmoconsulent, Relatie::Melder, Toegang::Dat),
    regel(Rol::ConsulentInkomen, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::ConsulentInkomen, Relatie::Vakgenoot, Toegang::Dat),
    regel(Rol::ConsulentInkomen, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::ConsulentInkomen, Relatie::Melder, Toegang::Dat),
    // C2-K2, C2-E2, N-17: that something runs for who lives in the same huishouden. Who works on income does not learn that way of
    // somebody else's care.
    regel(Rol::Jeugdconsulent, Relatie::ZelfdeHuishouden, Toegang::Dat),
    regel(Rol::Wmoconsulent, Relatie::ZelfdeHuishouden, Toegang::Dat),
    regel(Rol::Regisseur, Relatie::ZelfdeHuishouden, Toegang::Dat),
    // C1-R3, C1-R4, C2-R7: what was handed to them.
    regel(Rol::Uitkeringsadministratie, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::Werkcoach, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::Werkcoach, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::Backoffice, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::MedewerkerBudgetbeheer, Relatie::Behandelaar, Toegang::Schrijven),
    // C2-R2: intake and a first view of what they took in; KING-R5c: process information of visible zaaktypen.
    regel(Rol::Frontoffice, Relatie::Melder, Toegang::Wat),
    Regel {
        rol: Rol::Frontoffice,
        domein: None,
        relatie: Relatie::Geen,
        alleen_kcc_zichtbaar: true,
        toegang: Toegang::Dat,
    },
    regel(Rol::Kcc, Relatie::Melder, Toegang::Wat),
    Regel {
        rol: Rol::Kcc,
        domein: None,
        relatie: Relatie::Geen,
        alleen_kcc_zichtbaar: true,
        toegang: Toegang::Dat,
    },
    // C2-R6, KING-R4a, KING-R4c: the work of all, never its content.
    regel(Rol::Werkverdeler, Relatie::Geen, Toegang::Dat),
    regel(Rol::Wijkteammanager, Relatie::Geen, Toegang::Dat),
    // KING-R3, KING-R3b: of the leden of a groep with a running plan, that their zaken run: whether these are in the plan or not. What
    // was assigned, all of it.
    regel(Rol::Regisseur, Relatie::Behandelaar, Toegang::Schrijven),
    regel(Rol::Regisseur, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::Regisseur, Relatie::Regisseur, Toegang::Dat),
    regel(Rol::Regisseur, Relatie::Melder, Toegang::Dat),
    // C1-P7, C2-K8: of what waits for a second pair of eyes, that it runs; of the besluit itself more (`op_besluit`).
    regel(Rol::Toetser, Relatie::Accordeur, Toegang::Dat),
    // The privacy officer must know that there is something to look after.
    regel(Rol::Privacyfunctionaris, Relatie::Geen, Toegang::Dat),
    // KING-R4d, X-25: who stands in does the work of who is away; what follows from that work follows for them too. A vervanger has
    // no other line: without a toekenning the role sees nothing.
    regel(Rol::Jeugdconsulent, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Wmoconsulent, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::ConsulentInkomen, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Uitkeringsadministratie, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Werkcoach, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Regisseur, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Backoffice, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::MedewerkerBudgetbeheer, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Vervanger, Relatie::Vervanger, Toegang::Schrijven),
    regel(Rol::Vervanger, Relatie::ZelfdePersoon, Toegang::Dat),
    regel(Rol::Vervanger, Relatie::Regisseur, Toegang::Dat),
    // KING-R6e, N-33: who helps the same person reads another zaak of theirs when that person says yes, and as long as they do.
    regel(Rol::Jeugdconsulent, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::Wmoconsulent, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::ConsulentInkomen, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::Uitkeringsadministratie, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::Werkcoach, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::Regisseur, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::Backoffice, Relatie::Toestemming, Toegang::Wat),
    regel(Rol::MedewerkerBudgetbeheer, Relatie::Toestemming, Toegang::Wat),
    // C2-R1: a resident sees that their zaak runs and how far it is.
    regel(Rol::Inwoner, Relatie::Betrokkene, Toegang::Dat),
    // KING-R1e, C2-R1: and who has gezag the same of a child, as far as the age allows (`leeftijd.rs`).
    regel(Rol::Inwoner, Relatie::Gezaghouder, Toegang::Dat),
    // KING-R1f: that it runs, when its person lets another lid of the groep know.
    regel(Rol::Inwoner, Relatie::Medelid, Toegang::Dat),
    // who comes in for an adult resident sees what that resident sees of their zaak, and no child of theirs.
    regel(Rol::Inwoner, Relatie::Gemachtigde, Toegang::Dat),
];

/// Who speaks with residents: they search, register and keep how somebody can be reached.
const SPREEKT_INWONERS: &[Rol] = &[
    Rol::Frontoffice,
    Rol::Kcc,
    Rol::Jeugdconsulent,
    Rol::Wmoconsulent,
    Rol::ConsulentInkomen,
    Rol::Regisseur,
];

/// Who comes across what worries them, at work or at home (KING-SI3).
const ZIET_EN_MELDT: &[Rol] = &[
    Rol::Inwoner,
    Rol::Groepsparticipant,
    Rol::Frontoffice,
    Rol::Kcc,
    Rol::Jeugdconsulent,
    Rol::Wmoconsulent,
    Rol::ConsulentInkomen,
    Rol::Werkcoach,
    Rol::Wijkteammanager,
    Rol::Regisseur,
    Rol::MedewerkerBudgetbeheer,
    Rol::Trajectbegeleider,
    Rol::Ketenpartner,
    Rol::Signaalbron,
];

/// Who assigns a zaak or a taak, invites to a talk, leads a plan with others, says who stands in, or names who may work on a closed dossier.
const KIEST_COLLEGAS: &[Rol] = &[
    Rol::Frontoffice,
    Rol::Kcc,
    Rol::Jeugdconsulent,
    Rol::Wmoconsulent,
    Rol::ConsulentInkomen,
    Rol::Uitkeringsadministratie,
    Rol::Werkcoach,
    Rol::Regisseur,
    Rol::Backoffice,
    Rol::MedewerkerBudgetbeheer,
    Rol::Vervanger,
    Rol::Werkverdeler,
    Rol::Wijkteammanager,
    Rol::Privacyfunctionaris,
];

/// Who has work in which something can be found: each line of it is asked of the policy by itself.
const HEEFT_WERK: &[Rol] = &[
    Rol::Frontoffice,
    Rol::Kcc,
    Rol::Jeugdconsulent,
    Rol::Wmoconsulent,
    Rol::ConsulentInkomen,
    Rol::Uitkeringsadministratie,
    Rol::Werkcoach,
    Rol::Regisseur,
    Rol::Backoffice,
    Rol::MedewerkerBudgetbeheer,
    Rol::Vervanger,
    Rol::Werkverdeler,
    Rol::Wijkteammanager,
    Rol::Privacyfunctionaris,
];

/// What a role may do, apart from looking.
pub const HANDELINGEN: &[(Handeling, &[Rol])] = &[
    (Handeling::PersoonZoeken, SPREEKT_INWONERS),
    (Handeling::PersoonRegistreren, SPREEKT_INWONERS),
    (Handeling::ContactWijzigen, SPREEKT_INWONERS),
    (Handeling::MeldingRegistreren, SPREEKT_INWONERS),
    (Handeling::Verdelen, &[Rol::Werkverdeler, Rol::Wijkteammanager]),
    (Handeling::EigenMeldingToewijzen, &[Rol::Frontoffice, Rol::Kcc, Rol::Regisseur]),
    (Handeling::RekeningOpenen, &[Rol::MedewerkerBudgetbeheer]),
    (Handeling::CaseloadZien, &[Rol::Werkverdeler, Rol::Wijkteammanager]),
    (Handeling::AfwezigheidMelden, &[Rol::Werkverdeler, Rol::Wijkteammanager]),
    (Handeling::Regisseren, &[Rol::Regisseur]),
    (Handeling::SignaalMelden, ZIET_EN_MELDT),
    (Handeling::SignaalBehandelen, &[Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::Regisseur]),
    (Handeling::Reageren, &[Rol::Systeem]),
    (Handeling::SporenLezen, &[Rol::Privacyfunctionaris]),
    (Handeling::BrpRaadplegen, SPREEKT_INWONERS),
    (Handeling::GezagVastleggen, &[Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::Regisseur]),
    (Handeling::HuishoudenVastleggen, SPREEKT_INWONERS),
    // C1-R5, C2-R5, C1-M3: who sets up the rights, and who looks after them.
    (Handeling::BeleidZien, &[Rol::FunctioneelBeheerder, Rol::Privacyfunctionaris]),
    (Handeling::Terugkijken, &[Rol::Privacyfunctionaris]),
    (Handeling::VervangerAanwijzen, &[Rol::Werkverdeler, Rol::Wijkteammanager]),
    (Handeling::GlasBreken, &[Rol::Wijkteammanager]),
    (Handeling::GlasBeoordelen, &[Rol::Privacyfunctionaris]),
    //
    (Handeling::DossierBeschermen, &[Rol::Privacyfunctionaris, Rol::Wijkteammanager]),
    // X-24, N-9. Who leads a team sees no content (KING-R4c), and of whom there is a dossier is content.
    (Handeling::Nazien, &[Rol::Privacyfunctionaris]),
    (Handeling::WerkvoorraadOverdragen, &[Rol::Werkverdeler, Rol::Wijkteammanager]),
    (Handeling::CollegasKiezen, KIEST_COLLEGAS),
    (Handeling::WerkDoorzoeken, HEEFT_WERK),
    (Handeling::BriefPosten, HEEFT_WERK),
    // a resident for themselves, whoever speaks with them in their name.
    (Handeling::BerichtwegKiezen, SPREEKT_INWONERS),
    (Handeling::BerichtwegKiezen, &[Rol::Inwoner]),
];
