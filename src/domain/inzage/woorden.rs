//! The words for what stands in the trail: for who works here, and for the resident in B1.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::bevoegdheid::GROND_GEMACHTIGDE;
use crate::domain::medewerker::Rol;

/// A part of somebody's dossier.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deel {
    /// Name, address, how to reach them, gezag.
    Gegevens,
    /// A zaak.
    Zaak,
    /// A talk.
    Gesprek,
    /// A report or another text.
    Verslag,
    /// Who they live with.
    Huishouden,
    /// A plan.
    Plan,
    /// A groep.
    Groep,
    /// Their money in budgetbeheer.
    Geld,
    /// A list in which they stand.
    Lijst,
    /// What another register says of them.
    Brp,
    /// Who looked.
    Inzage,
    /// Consent that was asked.
    Toestemming,
    /// What was typed and not handed in yet.
    Concept,
    /// What has no part of its own.
    Overig,
}

impl Deel {
    /// The part to which a line of the trail belongs.
    #[must_use]
    pub fn bij(handeling: &str, object: &str) -> Self {
        let consent = matches!(handeling, "VraagToestemming" | "toestemming.lezen");
        if consent { Self::Toestemming } else { Self::van(object) }
    }

    /// The part to which an object of the trail belongs.
    #[must_use]
    pub fn van(object: &str) -> Self {
        match object.split(['/', '@']).next().unwrap_or_default() {
            "persoon" | "personen" => Self::Gegevens,
            "zaak" | "brief" => Self::Zaak,
            "gesprek" | "contact" => Self::Gesprek,
            "concept" => Self::Concept,
            "document" => Self::Verslag,
            "huishouden" | "thuis" => Self::Huishouden,
            "plan" => Self::Plan,
            "groep" => Self::Groep,
            "beheerrekening" | "saldo" | "rekeningen" => Self::Geld,
            "werkvoorraad" | "zaken" | "plannen" | "acties" | "taken" | "nieuw" => Self::Lijst,
            "brp" => Self::Brp,
            "audit" | "inzage" | "beschermd" => Self::Inzage,
            _ => Self::Overig,
        }
    }

    /// As the resident reads it, after "keek naar" or "veranderde".
    #[must_use]
    pub fn naam(self) -> &'static str {
        match self {
            Self::Gegevens => "uw gegevens",
            Self::Zaak => "uw zaak",
            Self::Gesprek => "een gesprek met u",
            Self::Verslag => "een verslag over u",
            Self::Huishouden => "met wie u woont",
            Self::Plan => "het plan waar u bij hoort",
            Self::Groep => "een groep waar u bij hoort",
            Self::Geld => "uw rekening bij budgetbeheer",
            Self::Lijst => "een lijst waar u in staat",
            Self::Brp => "uw gegevens in de BRP",
            Self::Inzage => "wie in uw dossier keek",
            Self::Toestemming => "een vraag om toestemming",
            Self::Concept => "een tekst over u die nog niet af is",
            Self::Overig => "uw dossier",
        }
    }
}

/// Who came in for the resident, as they read it after "een".
pub const GEMACHTIGDE_VOOR_INWONER: &str = "persoon die voor u mag handelen";

/// Who, as the resident reads it after "een": what somebody does, and not how the organisation calls it.
#[must_use]
pub fn rol_voor_inwoner(rol: Rol) -> &'static str {
    match rol {
        Rol::Frontoffice => "medewerker van de balie",
        Rol::Kcc => "medewerker van het klantcontact",
        Rol::Uitkeringsadministratie => "medewerker van de uitkeringen",
        Rol::Backoffice => "medewerker van de administratie",
        Rol::MedewerkerBudgetbeheer => "medewerker van budgetbeheer",
        Rol::Werkverdeler => "medewerker die het werk verdeelt",
        Rol::Wijkteammanager => "manager van het wijkteam",
        Rol::Ketenpartner => "medewerker van een andere organisatie",
        Rol::Controller | Rol::PlanningEnControl | Rol::Beleidsanalist | Rol::Inkoper | Rol::Bestuur => {
            "medewerker van de gemeente"
        }
        Rol::Inwoner
        | Rol::Groepsparticipant
        | Rol::Jeugdconsulent
        | Rol::Wmoconsulent
        | Rol::ConsulentInkomen
        | Rol::Werkcoach
        | Rol::Regisseur
        | Rol::Trajectbegeleider
        | Rol::Privacyfunctionaris
        | Rol::FunctioneelBeheerder
        | Rol::Vervanger
        | Rol::Toetser
        | Rol::Signaalbron
        | Rol::Systeem => rol.naam(),
    }
}

/// Why, as the resident reads it. A ground that would tell of somebody else in the huishouden or the groep is told in general words.
#[must_use]
pub fn waarom(grond: Option<&str>) -> &'static str {
    match grond {
        Some("behandelaar") => "Werkt aan uw zaak.",
        Some("melder") => "Heeft uw vraag opgenomen.",
        Some("zelfde_persoon") => "Werkt aan een andere zaak van u.",
        Some("vakgenoot") => "Werkt in het team van uw zaak.",
        Some("regisseur") => "Leidt het plan waar u bij hoort.",
        Some("accordeur") => "Keek als tweede mee voor het besluit.",
        Some("gezaghouder") => "Heeft gezag over u.",
        Some(GROND_GEMACHTIGDE) => "Mag voor u handelen. Klopt dat niet? Bel dan de gemeente.",
        Some("deelnemer") => "Deed mee aan het gesprek.",
        Some("auteur") => "Schreef het verslag.",
        Some("glas") => "Keek in nood mee. Dat wordt altijd gecontroleerd.",
        Some("vervanger" | "vervanging") => "Nam het werk van een collega over.",
        // For a child somebody else said yes.
        Some("toestemming") => "Kreeg toestemming om mee te lezen.",
        Some(_) | None => "Deed dit voor het werk bij de gemeente.",
    }
}

/// Every act and look of the trail, as who works here reads it. A test holds the sources against it.
pub const HANDELINGEN: &[(&str, &str)] = &[
    ("zaak.lezen", "zaak bekeken"),
    ("zaken.lijst", "lijst met zaken bekeken"),
    ("persoon.lezen", "persoon bekeken"),
    ("persoon.zoeken", "persoon gezocht"),
    ("persoon.gevonden", "persoon gevonden"),
    ("werk.zoeken", "gezocht in eigen werk"),
    ("werk.gevonden", "gevonden bij zoeken in eigen werk"),
    ("persoon.adres", "geheim adres bekeken"),
    ("gesprek.lezen", "gesprek bekeken"),
    ("documenten.lijst", "lijst met verslagen bekeken"),
    ("document.lezen", "verslag geopend"),
    ("document.tekst", "tekst van verslag gelezen"),
    ("document.kantlijn", "opmerkingen bij verslag gelezen"),
    ("document.versies", "lijst met versies van verslag bekeken"),
    ("document.versie", "oude versie van verslag gelezen"),
    ("document.schrijven", "in verslag geschreven"),
    ("contact.lezen", "contact bekeken"),
    ("concept.lezen", "eigen concept geopend"),
    ("concept.bewaren", "concept bewaard"),
    ("weergaven.lezen", "eigen weergaven bekeken"),
    ("weergaven.bewaren", "eigen weergaven bewaard"),
    ("concept.weggooien", "concept weggegooid"),
    ("huishouden.lezen", "huishouden bekeken"),
    ("huishouden.voorstel", "voorstel voor huishouden bekeken"),
    ("brp.raadplegen", "BRP geraadpleegd"),
    ("brp.zoeken", "in de BRP gezocht"),
    ("brp.adres", "bewoners van adres in de BRP gezocht"),
    ("medewerkers.lijst", "lijst met collega's gevraagd"),
    ("rekeningen.lijst", "lijst met rekeningen bekeken"),
    ("rekening.lezen", "rekening bekeken"),
    ("rekening.transacties", "transacties bekeken"),
    ("caseload.lezen", "caseload bekeken"),
    ("caseload.medewerker", "zaken van medewerker bekeken"),
    ("groep.lezen", "groep bekeken"),
    ("plannen.lijst", "lijst met plannen bekeken"),
    ("acties.lijst", "eigen acties bekeken"),
    ("plan.lezen", "plan bekeken"),
    ("plan.tijdlijn", "tijdlijn van plan bekeken"),
    ("signalen.lijst", "register van signalen bekeken"),
    ("signaal.lezen", "signaal bekeken"),
    ("signaal.inkomend", "signaal ontvangen"),
    ("topic.volgen", "scherm open gehad"),
    ("audit.lezen", "auditspoor gelezen"),
    ("inzage.lezen", "eigen inzage bekeken"),
    ("sessie.begin", "ingelogd"),
    ("sessie.einde", "uitgelogd"),
    ("sessie.uitgelogd", "uitgelogd bij de inlogdienst"),
    ("beleid.lezen", "rechten per rol bekeken"),
    ("besluit.lezen", "besluit bekeken"),
    ("toekenningen.lezen", "eigen vervangingen bekeken"),
    ("vervangers.lezen", "vervangers van medewerker bekeken"),
    ("plannen.medewerker", "plannen van medewerker bekeken"),
    ("toestemming.lezen", "gekeken wie toestemming kan geven"),
    ("toestemmingen.lezen", "eigen toestemmingen bekeken"),
    ("glas.lijst", "lijst met meekijken in nood bekeken"),
    ("kinderen.lijst", "kinderen onder gezag bekeken"),
    ("sessie.beeindigd", "andere sessie beëindigd"),
    ("sessie.rol", "rol gekozen"),
    ("sessie.stap_op", "opnieuw bewezen wie het is"),
    ("http.verzoek", "verzoek geweigerd"),
    ("rt.opdracht", "opdracht geweigerd"),
    ("rt.bericht", "bericht geweigerd"),
    ("RegistreerPersoon", "persoon vastgelegd"),
    ("RegistreerOnbekende", "onbekende vastgelegd"),
    ("WijzigContact", "bereikbaarheid gewijzigd"),
    ("KiesBerichtweg", "gekozen hoe iemand berichten krijgt"),
    ("MaakBrief", "brief gemaakt"),
    ("MeldBericht", "vastgelegd of de e-mail is aangekomen"),
    ("MeldBriefGepost", "brief verstuurd met de post"),
    ("brieven.lijst", "lijst met brieven bekeken"),
    ("brief.lezen", "brief gelezen"),
    ("berichtweg.lezen", "bekeken hoe iemand berichten krijgt"),
    ("StelIdentiteitVast", "identiteit vastgesteld"),
    ("NeemOverUitBrp", "gegevens uit de BRP overgenomen"),
    ("NeemOpnieuwOverUitBrp", "gegevens opnieuw uit de BRP overgenomen"),
    ("LegGezagVast", "gezag vastgelegd"),
    ("BeeindigGezag", "gezag beëindigd"),
    ("HerroepGezag", "gezag herroepen dat niet klopte"),
    ("RegistreerMelding", "melding vastgelegd"),
    ("RegistreerContact", "contact vastgelegd"),
    ("VulVerslagAan", "verslag van contact aangevuld"),
    ("WijsToe", "zaak toegewezen"),
    ("NeemZaak", "zaak zelf genomen"),
    ("GeefZaakVrij", "zaak teruggelegd om te verdelen"),
    ("NeemInBehandeling", "zaak in behandeling genomen"),
    ("MerkGezien", "zaak geopend die nieuw was"),
    ("nieuw.lezen", "nieuwe zaken bekeken"),
    ("NoteerContact", "gesprek genoteerd"),
    ("GeefContactDoor", "gesprek doorgegeven"),
    ("ZetTaakKlaar", "taak klaargezet"),
    ("RondTaakAf", "taak afgerond"),
    ("HeropenTaak", "taak heropend"),
    ("WijsTaakToe", "taak aan collega gegeven"),
    ("LaatTaakVervallen", "taak laten vervallen"),
    ("taken.lijst", "eigen taken bekeken"),
    ("OpenDocument", "verslag begonnen"),
    ("WijzigDeelnemers", "deelnemers van gesprek gewijzigd"),
    ("PlanGesprek", "gesprek gepland"),
    ("ZegGesprekAf", "gesprek afgezegd"),
    ("MaakOpmerking", "opmerking bij verslag gemaakt"),
    ("BeantwoordOpmerking", "opmerking bij verslag beantwoord"),
    ("HandelOpmerkingAf", "opmerking bij verslag afgehandeld"),
    ("HeropenOpmerking", "opmerking bij verslag heropend"),
    ("LeesOpmerking", "opmerking bij verslag gelezen"),
    ("BenoemVersie", "versie van verslag een naam gegeven"),
    ("OpenRekening", "rekening geopend"),
    ("VerwerkWaarneming", "saldo verwerkt"),
    ("MeldAfwezig", "afwezig gemeld"),
    ("MeldTerug", "terug gemeld"),
    ("VormGroep", "groep gevormd"),
    ("MaakVrij", "groep vrijgemaakt"),
    ("VoegParticipantToe", "participant toegevoegd"),
    ("VerwijderParticipant", "participant verwijderd"),
    ("StartPlan", "plan gestart"),
    ("VoegRegisseurToe", "regisseur toegevoegd"),
    ("VerwijderRegisseur", "regisseur verwijderd"),
    ("DraagRegieOver", "regie overgedragen"),
    ("WijsRegisseurAan", "regisseur aangewezen"),
    ("NoteerPoging", "groep die er al is geprobeerd te maken"),
    ("StelDoel", "doel gesteld"),
    ("WijzigDoel", "doel gewijzigd"),
    ("RondDoelAf", "doel afgerond"),
    ("HeropenDoel", "doel weer opgepakt"),
    ("LegActieVast", "actie vastgelegd"),
    ("HoudAchter", "doel of actie achtergehouden in het portaal"),
    ("DeelOnderdeel", "doel of actie gedeeld in het portaal"),
    ("mijn_plannen.lijst", "eigen plan in het portaal bekeken"),
    ("MeldActieGedaan", "actie gedaan gemeld"),
    ("HeropenActie", "actie heropend"),
    ("ReageerOpDoel", "gereageerd op doel"),
    ("LeesDoelreactie", "reactie op doel gelezen"),
    ("BeantwoordDoelreactie", "reactie op doel beantwoord"),
    ("MeldEigenActieGedaan", "eigen actie gedaan gemeld"),
    ("MeldEigenActieNogNiet", "eigen actie nog niet gedaan gemeld"),
    ("VraagDoorOverActie", "doorgevraagd over gemelde actie"),
    ("KoppelZaak", "zaak aan plan gekoppeld"),
    ("OntkoppelZaak", "zaak van plan losgekoppeld"),
    ("SluitPlan", "plan gesloten"),
    ("MeldSignaal", "signaal gemeld"),
    ("KoppelAanPlan", "signaal aan plan gekoppeld"),
    ("NeemSignaalOp", "signaal in plan opgenomen"),
    ("WijsPersoonAan", "persoon van signaal aangewezen"),
    ("HandelSignaalAf", "signaal afgehandeld"),
    ("HeropenSignaal", "signaal weer opgepakt"),
    ("VernietigSignaal", "signaal vernietigd, de bewaartermijn was voorbij"),
    ("StartGroepstraject", "groepstraject gestart"),
    ("StelHuishoudenVast", "huishouden vastgelegd"),
    ("VoegLidToe", "lid aan huishouden toegevoegd"),
    ("LidVertrekt", "lid uit huishouden vertrokken"),
    ("VerblijfWijktAf", "verblijf vastgelegd"),
    ("HerroepVerblijf", "verblijf herroepen dat niet klopte"),
    ("StelBesluitVoor", "besluit voorgesteld"),
    ("WijzigVoorstel", "voorstel voor besluit gewijzigd"),
    ("Accordeer", "besluit geaccordeerd"),
    ("WijsVoorstelAf", "voorstel voor besluit afgewezen"),
    ("TrekVoorstelIn", "voorstel voor besluit ingetrokken"),
    ("NeemBesluit", "besluit genomen"),
    ("WijsVervangerAan", "vervanger aangewezen"),
    ("BreekGlas", "ging meekijken in nood"),
    ("TrekToekenningIn", "vervanging, toestemming of meekijken in nood beëindigd"),
    ("BeoordeelGlas", "meekijken in nood beoordeeld"),
    ("beschermd.lezen", "lijst met beschermde dossiers bekeken"),
    ("beschermd.openingen", "bekeken wie beschermde dossiers opende"),
    ("dossier.geweerd", "uit beschermd dossier geweerd"),
    ("BeschermDossier", "dossier beschermd"),
    ("WijzigBescherming", "bescherming van dossier gewijzigd"),
    ("HefBeschermingOp", "bescherming van dossier opgeheven"),
    ("nazicht.lijst", "lijst met inzage om na te kijken bekeken"),
    ("nazicht.lezen", "inzage van collega bekeken om na te kijken"),
    ("OpenNazicht", "inzage klaargezet om na te kijken"),
    ("BeoordeelNazicht", "inzage van collega nagekeken"),
    ("LegMedewerkerVast", "vastgelegd welke collega dit is"),
    ("VraagToestemming", "toestemming gevraagd"),
    ("GeefToestemming", "toestemming gegeven"),
    ("WeigerToestemming", "toestemming geweigerd"),
    ("meekijken.lezen", "bekeken wat leden van de groep elkaar laten zien"),
    ("LaatMeekijken", "ander lid van de groep laten meekijken"),
    ("StopMeekijken", "meekijken van lid van de groep gestopt"),
    ("DraagWerkvoorraadOver", "werkvoorraad overgedragen"),
];

/// The words for an act or look; the code itself where it has none yet.
#[must_use]
pub fn handeling_naam(handeling: &str) -> &str {
    HANDELINGEN.iter().find(|(code, _)| *code == handeling).map_or(handeling, |(_, naam)| naam)
}
