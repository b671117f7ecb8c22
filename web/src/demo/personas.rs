//! The people of the demonstration. All of them are made up, and so is the municipality of Wiedermeer.

use std::sync::atomic::{AtomicBool, Ordering};

use keukentafel::domain::ids::{GemeenteId, MedewerkerId};
use keukentafel::domain::medewerker::{Medewerker, Rol};
use keukentafel::domain::rollen::{Rollen, RollenFout};
use keukentafel::domain::signaal::{Betrouwbaarheid, Broninschrijving, Bronsoort};
use keukentafel_actors::boek::Medewerkersboek;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::bronnen::Signaalbron;
use crate::inloggen::start;

/// Somebody whom one can be in the demonstration.
#[derive(Copy, Clone, Debug)]
pub(super) struct Persona {
    /// The word with which one logs in.
    pub(super) woord: &'static str,
    /// The last part of the id: fixed, so that links and grants survive a new version.
    nummer: u8,
    pub(super) naam: &'static str,
    pub(super) rol: Rol,
    /// What else they may work as.
    ook: Option<Rol>,
    /// For which resident they come in, by a mandate.
    pub(super) namens: Option<&'static str>,
    /// What they come to do.
    pub(super) omschrijving: &'static str,
}

const fn p(
    woord: &'static str,
    nummer: u8,
    naam: &'static str,
    rol: Rol,
    omschrijving: &'static str,
) -> Persona {
    Persona { woord, nummer, naam, rol, ook: None, namens: None, omschrijving }
}

impl Persona {
    /// With a second role.
    const fn of(self, ook: Rol) -> Self {
        Self { ook: Some(ook), ..self }
    }

    /// Who comes in for this resident.
    const fn namens(self, woord: &'static str) -> Self {
        Self { namens: Some(woord), ..self }
    }
}

/// All of them, those who begin the story first.
pub(super) const PERSONAS: &[Persona] = &[
    p(
        "kevin",
        1,
        "Kevin de Wit",
        Rol::Jeugdconsulent,
        "Jeugdconsulent in wijkteam Zuid. Zoekt hulp voor Dylan.",
    ),
    p(
        "emma",
        2,
        "Emma Bakker",
        Rol::Wmoconsulent,
        "Wmo-consulent in wijkteam Zuid. Gaat met Kevin bij Maria op gesprek.",
    ),
    p(
        "linda",
        3,
        "Linda Jansen",
        Rol::Frontoffice,
        "Zit aan de balie. Neemt meldingen aan en zoekt wie het is.",
    ),
    p(
        "werkverdeler",
        4,
        "Wouter Prins",
        Rol::Werkverdeler,
        "Verdeelt de zaken. Ziet dat ze lopen, niet wat erin staat.",
    ),
    p(
        "peter",
        5,
        "Peter Smit",
        Rol::ConsulentInkomen,
        "Consulent inkomen. Behandelt bijstand en bijzondere bijstand.",
    ),
    p(
        "abdul",
        6,
        "Abdul el Amrani",
        Rol::Uitkeringsadministratie,
        "Verwerkt uitkeringen in de administratie.",
    ),
    p("sara", 7, "Sara Visser", Rol::Werkcoach, "Werkcoach. Helpt mensen naar werk."),
    p(
        "miriam",
        8,
        "Miriam de Boer",
        Rol::FunctioneelBeheerder,
        "Functioneel beheerder. Richt het systeem in.",
    ),
    p("maria", 9, "Maria Verhoef", Rol::Inwoner, "Inwoner, 68 jaar. Zorgt voor haar kleinzoon Dylan."),
    p(
        "samira",
        10,
        "Samira Haddad",
        Rol::Inwoner,
        "Inwoner, moeder van twee kinderen. Vraagt een uitkering aan.",
    ),
    p(
        "huub",
        11,
        "Huub van Peeters",
        Rol::Inwoner,
        "Inwoner in budgetbeheer. Wil weten wat er op zijn rekening staat.",
    ),
    p(
        "wijkteammanager",
        12,
        "Wendy Kok",
        Rol::Wijkteammanager,
        "Leidt het wijkteam. Ziet al het werk, niet de inhoud.",
    ),
    p("regisseur", 13, "Rianne Dekker", Rol::Regisseur, "Regisseur van een gezin met meer zaken tegelijk."),
    p("kcc", 14, "Karin Mulder", Rol::Kcc, "Neemt de telefoon op. Mag zeggen dat een zaak loopt."),
    p("backoffice", 15, "Bas Hendriks", Rol::Backoffice, "Werkt zaken af achter de schermen."),
    p(
        "medewerker-budgetbeheer",
        16,
        "Mirjam Bos",
        Rol::MedewerkerBudgetbeheer,
        "Beheert rekeningen van mensen in budgetbeheer.",
    ),
    p("trajectbegeleider", 17, "Tom Willems", Rol::Trajectbegeleider, "Begeleidt mensen met schulden."),
    p(
        "ketenpartner",
        18,
        "Kim Vermeulen",
        Rol::Ketenpartner,
        "Werkt bij een zorgaanbieder buiten de gemeente.",
    ),
    p(
        "privacyfunctionaris",
        19,
        "Pieter van Loon",
        Rol::Privacyfunctionaris,
        "Ziet toe op wie waarin kijkt.",
    ),
    p("controller", 20, "Corine Schouten", Rol::Controller, "Controleert de uitgaven."),
    p("beleidsanalist", 21, "Bart Maas", Rol::Beleidsanalist, "Kijkt naar cijfers, nooit naar mensen."),
    p("inkoper", 22, "Inge van Dam", Rol::Inkoper, "Koopt zorg in bij aanbieders."),
    p("pc", 23, "Paula Claassen", Rol::PlanningEnControl, "Planning en control."),
    p("bestuur", 24, "Bernard Vos", Rol::Bestuur, "Wethouder. Ziet hoe het gaat, niet met wie."),
    p("buurman", 25, "Jan Kuipers", Rol::Groepsparticipant, "Buurman van Maria. Helpt met boodschappen."),
    p(
        "vervanger",
        26,
        "Vera Molenaar",
        Rol::Vervanger,
        "Valt in voor een zieke collega, zodra dat geregeld is.",
    ),
    p("toetser", 27, "Theo Brouwer", Rol::Toetser, "Kijkt als tweede mee voor een besluit."),
    p(
        "regisseur2",
        28,
        "Ruben Hoekstra",
        Rol::Regisseur,
        "Regisseur naast Rianne: samen leiden zij een plan.",
    ),
    p(
        "noor",
        29,
        "Noor Bouwman",
        Rol::Frontoffice,
        "Zit de ene dag aan de balie en de andere aan de telefoon. Kiest elke keer haar rol.",
    )
    .of(Rol::Kcc),
    p(
        "gemachtigde",
        30,
        "Gerard Verhoef",
        Rol::Inwoner,
        "Broer van Maria. Regelt haar zaken, met een machtiging van haar.",
    )
    .namens("maria"),
    p(
        "ingrid",
        31,
        "Ingrid Maas",
        Rol::Inwoner,
        "Inwoner. Heeft met haar vrouw een plan, en doet daar iets voor.",
    ),
];

/// In the server of proof-rights and proof-canaries only ([`met_collegas`]): a second one for each work of which the demonstration has one, so that somebody can
/// stand in for whoever does it, and a third regisseur.
const COLLEGAS: &[Persona] = &[
    p("jeugdconsulent2", 101, "Joke Tweede", Rol::Jeugdconsulent, "Valt in voor Kevin."),
    p("wmoconsulent2", 102, "Wim Tweede", Rol::Wmoconsulent, "Valt in voor Emma."),
    p("inkomen2", 103, "Ilse Tweede", Rol::ConsulentInkomen, "Valt in voor Peter."),
    p("administratie2", 104, "Ad Tweede", Rol::Uitkeringsadministratie, "Valt in voor Abdul."),
    p("werkcoach2", 105, "Wies Tweede", Rol::Werkcoach, "Valt in voor Sara."),
    p("backoffice2", 106, "Bea Tweede", Rol::Backoffice, "Valt in voor Bas."),
    p("budgetbeheer2", 107, "Bob Tweede", Rol::MedewerkerBudgetbeheer, "Valt in voor Mirjam."),
    p("regisseur3", 108, "Roos Derde", Rol::Regisseur, "Leidt een plan naast Rianne en Ruben."),
];

/// Whether they are there.
static COLLEGAS_ERBIJ: AtomicBool = AtomicBool::new(false);

/// From now on a demonstration has people in it who are in no other: a second one for each work.
pub fn met_collegas() {
    COLLEGAS_ERBIJ.store(true, Ordering::Relaxed);
}

/// Everybody whom one can be here.
pub(super) fn personas() -> impl Iterator<Item = &'static Persona> {
    let erbij = if COLLEGAS_ERBIJ.load(Ordering::Relaxed) { COLLEGAS } else { &[] };
    PERSONAS.iter().chain(erbij)
}

/// The municipality.
pub(crate) const GEMEENTE: GemeenteId = GemeenteId(id(0x6765, 1));

impl Persona {
    /// Their id: a UUIDv7 of a fixed moment.
    pub(super) fn id(&self) -> MedewerkerId {
        MedewerkerId(id(0x6d77, self.nummer))
    }

    /// Where they begin; who has two roles chooses one first.
    pub(super) fn start(&self) -> &'static str {
        start(self.ook.is_none().then_some(self.rol))
    }

    /// What people call their role, or both.
    pub(super) fn rol_naam(&self) -> String {
        match self.ook {
            None => self.rol.naam().to_owned(),
            Some(ook) => format!("{} en {}", self.rol.naam(), ook.naam()),
        }
    }

    fn rollen(&self) -> Result<Rollen, RollenFout> {
        Rollen::new([self.rol].into_iter().chain(self.ook))
    }
}

/// A UUIDv7 of 1 January 2026, with a word for what it is of and a number.
const fn id(kind: u16, nummer: u8) -> Uuid {
    Uuid::from_u128(0x019b_7722_6000_7000_8000_0000_0000_0000 | ((kind as u128) << 32) | nummer as u128)
}

/// A command id of the demonstration's data: the same at every start, so that it is done once.
pub(super) fn command_id(nummer: u8) -> Uuid {
    id(0x6f70, nummer)
}

/// The persona of a word.
pub(super) fn persona(woord: &str) -> Option<&'static Persona> {
    personas().find(|persona| persona.woord == woord)
}

/// An outside system of the demonstration, with its key.
struct Bron {
    nummer: u8,
    naam: &'static str,
    soort: Bronsoort,
    betrouwbaarheid: Betrouwbaarheid,
    sleutel: &'static str,
}

/// The outside systems that report signalen. Their keys stand here because nobody real is behind them.
const BRONNEN: &[Bron] = &[
    Bron {
        nummer: 1,
        naam: "Basisschool De Wilg",
        soort: Bronsoort::School,
        betrouwbaarheid: Betrouwbaarheid::EigenWaarneming,
        sleutel: "demo-sleutel-school",
    },
    Bron {
        nummer: 2,
        naam: "Woningstichting De Brink",
        soort: Bronsoort::Woningstichting,
        betrouwbaarheid: Betrouwbaarheid::Vastgesteld,
        sleutel: "demo-sleutel-woningstichting",
    },
];

/// The outside systems of the demonstration.
pub(crate) fn bronnen() -> Vec<Signaalbron> {
    let bron = |bron: &Bron| Signaalbron {
        id: MedewerkerId(id(0x6272, bron.nummer)),
        gemeente: GEMEENTE,
        naam: bron.naam.to_owned(),
        inschrijving: Broninschrijving { bronsoort: bron.soort, betrouwbaarheid: bron.betrouwbaarheid },
        sleutel: Sha256::digest(bron.sleutel.as_bytes()).into(),
    };
    BRONNEN.iter().map(bron).collect()
}

/// Who works in the demonstration.
///
/// # Errors
/// When a persona has roles that no person can have, which a test rules out.
pub(crate) fn boek() -> Result<Medewerkersboek, RollenFout> {
    let medewerker = |persona: &Persona| {
        Ok(Medewerker {
            id: persona.id(),
            naam: persona.naam.to_owned(),
            rollen: persona.rollen()?,
            gemeente: GEMEENTE,
            persoon: None,
            machtiging: None,
        })
    };
    let medewerkers: Result<_, RollenFout> = personas().map(medewerker).collect();
    Ok(Medewerkersboek::new(medewerkers?, vec![(GEMEENTE, "Wiedermeer".to_owned())]))
}
