//! The kinds of signaal and of source. The kinds are a list that the gemeente keeps: what is delivered, with the lines of its own file.

use std::fmt;
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use utoipa::ToSchema;

use crate::domain::bevoegdheid::Kring;
use crate::domain::medewerker::Rol;
use crate::domain::tekst::regel;
use crate::domain::zaak::Urgentie;

/// What a signaal is about (KING-SI2): a word of the list. A word that is not in it is none: not in a report, and not in the record
/// either, where what is not known may never be skipped. So a kind never leaves the list; it is stopped.
#[derive(Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Hash, ToSchema)]
#[schema(value_type = String, example = "huurachterstand")]
pub struct Signaalsoort(u16);

/// What is kept of a kind: how soon somebody must look, who may see what it says, and for how long.
#[derive(Clone, Debug, Eq, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Soortgegevens {
    /// The word that is claimed, stored and asked for.
    pub code: String,
    /// What people call it, in plain words.
    pub naam: String,
    /// How soon somebody must look.
    pub urgentie: Urgentie,
    /// Who of the wijkteam sees the content, while it is not with a regisseur. To the others it is not there.
    pub zichtbaar: Vec<Rol>,
    /// Years that it is kept after its last change (KING-ZT21).
    #[serde(default = "bewaarjaren")]
    pub bewaarjaren: i16,
    /// Nobody reports one any more; those that there are stay as they are.
    #[serde(default)]
    pub gestopt: bool,
}

/// Years that a signaal is kept when nobody decided otherwise. No law says how long: the gemeente sets it per kind, and must be able to say
/// why not shorter (`docs/OPERATIONS.md`).
pub const BEWAARJAREN: i16 = 5;

/// Years that a gemeente can set at most: what is worried about for longer is a dossier, not a signaal.
pub const BEWAARJAREN_MAX: i16 = 20;

/// Kinds of the list, stopped ones too: nobody who reports reads through more.
pub const SOORTEN_MAX: usize = 60;

/// Characters of a kind's word.
const CODE_CHARS_MAX: usize = 40;

/// Characters of a kind's name: one line of a list on a phone.
const SOORTNAAM_CHARS_MAX: usize = 60;

fn bewaarjaren() -> i16 {
    BEWAARJAREN
}

const TEAM: &[Rol] = &[Rol::Jeugdconsulent, Rol::Wmoconsulent, Rol::Regisseur];
const JEUGD: &[Rol] = &[Rol::Jeugdconsulent, Rol::Regisseur];
const WMO: &[Rol] = &[Rol::Wmoconsulent, Rol::Regisseur];
/// Who knows of violence at home could, with the best intentions, ask about it where the other listens.
const REGIE: &[Rol] = &[Rol::Regisseur];

/// The list as delivered.
const MEEGELEVERD: &[(&str, &str, Urgentie, &[Rol])] = &[
    ("huurachterstand", "Achterstand met de huur", Urgentie::Gewoon, TEAM),
    ("energie_afsluiting", "Gas, water of licht wordt afgesloten", Urgentie::Spoed, TEAM),
    ("schoolverzuim", "Niet naar school", Urgentie::Gewoon, JEUGD),
    ("zorgen_om_kind", "Zorgen om een kind", Urgentie::Spoed, JEUGD),
    ("partnergeweld", "Geweld tussen partners", Urgentie::Crisis, REGIE),
    ("zorgmijding", "Heeft hulp nodig maar wil die niet", Urgentie::Spoed, WMO),
    ("overlast", "Overlast in de buurt", Urgentie::Gewoon, TEAM),
    ("overig", "Iets anders", Urgentie::Gewoon, TEAM),
];

/// The list that holds.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Soorten(Vec<Soortgegevens>);

/// Why a line cannot be in the list.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum SoortenFout {
    /// The word is no word.
    #[error(
        "signaalsoort `{0}`: een code is 1 tot 40 kleine letters, cijfers of _, en begint met een letter"
    )]
    Code(String),
    /// Two lines have it.
    #[error("signaalsoort `{0}` staat er twee keer")]
    Dubbel(String),
    /// Nobody can read what it is.
    #[error("signaalsoort `{0}`: de naam is leeg of langer dan 60 tekens")]
    Naam(String),
    /// Somebody would see it who sees no signaal, or nobody would who can act.
    #[error(
        "signaalsoort `{0}`: zichtbaar voor de regisseur, en verder alleen voor jeugdconsulent en wmoconsulent"
    )]
    Zichtbaar(String),
    /// The term is none.
    #[error("signaalsoort `{0}`: bewaarjaren is 1 tot 20")]
    Bewaarjaren(String),
    /// There are too many.
    #[error("er zijn meer dan 60 signaalsoorten")]
    TeVeel,
    /// Another list holds already.
    #[error("er geldt al een andere lijst met signaalsoorten")]
    AlGeladen,
}

static GELADEN: OnceLock<Soorten> = OnceLock::new();

/// The list that holds: what was loaded at the start, or what is delivered.
#[must_use]
pub fn soorten() -> &'static [Soortgegevens] {
    &GELADEN.get_or_init(Soorten::meegeleverd).0
}

impl Soorten {
    /// The list as delivered.
    #[must_use]
    pub fn meegeleverd() -> Self {
        let line = |(code, naam, urgentie, zichtbaar): &(&str, &str, Urgentie, &[Rol])| Soortgegevens {
            code: (*code).to_owned(),
            naam: (*naam).to_owned(),
            urgentie: *urgentie,
            zichtbaar: zichtbaar.to_vec(),
            bewaarjaren: BEWAARJAREN,
            gestopt: false,
        };
        Self(MEEGELEVERD.iter().map(line).collect())
    }

    /// With these lines of the gemeente: one with a word that is there already stands in its place, another comes behind them.
    ///
    /// # Errors
    /// [`SoortenFout`] for the first line that cannot be.
    pub fn met(mut self, lines: Vec<Soortgegevens>) -> Result<Self, SoortenFout> {
        let mut seen = std::collections::BTreeSet::new();
        for line in lines {
            keur(&line)?;
            if !seen.insert(line.code.clone()) {
                return Err(SoortenFout::Dubbel(line.code));
            }
            match self.0.iter_mut().find(|there| there.code == line.code) {
                Some(there) => *there = line,
                None => self.0.push(line),
            }
        }
        if self.0.len() > SOORTEN_MAX { Err(SoortenFout::TeVeel) } else { Ok(self) }
    }

    /// Holds from now on, for as long as the process lives. To be said before anything is read or asked.
    ///
    /// # Errors
    /// [`SoortenFout::AlGeladen`] when another one holds.
    pub fn laad(self) -> Result<(), SoortenFout> {
        let held = GELADEN.get_or_init(|| self.clone());
        if *held == self { Ok(()) } else { Err(SoortenFout::AlGeladen) }
    }
}

fn keur(line: &Soortgegevens) -> Result<(), SoortenFout> {
    let code = || line.code.clone();
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    let begins = line.code.starts_with(|c: char| c.is_ascii_lowercase());
    if !begins || line.code.len() > CODE_CHARS_MAX || !line.code.chars().all(plain) {
        return Err(SoortenFout::Code(code()));
    }
    if regel(&line.naam, SOORTNAAM_CHARS_MAX).is_err() {
        return Err(SoortenFout::Naam(code()));
    }
    // Who leads the team knows of each that it is there, and never what it says (KING-R4c).
    let reads = |rol: &Rol| Kring::waar(*rol).is_some_and(|kring| kring != Kring::Leiding);
    if !line.zichtbaar.contains(&Rol::Regisseur) || !line.zichtbaar.iter().all(reads) {
        return Err(SoortenFout::Zichtbaar(code()));
    }
    if !(1..=BEWAARJAREN_MAX).contains(&line.bewaarjaren) {
        return Err(SoortenFout::Bewaarjaren(code()));
    }
    Ok(())
}

impl Signaalsoort {
    /// All of them, stopped ones too, in the order in which a form shows them.
    pub fn alle() -> impl Iterator<Item = Self> {
        (0..).take(soorten().len()).map(Self)
    }

    /// The kind for a word; `None` when it is not in the list.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::alle().find(|soort| soort.word() == word)
    }

    /// Its line of the list.
    #[must_use]
    pub fn gegevens(self) -> &'static Soortgegevens {
        // It is made of a place in the list that holds, and that list never becomes another.
        soorten().get(usize::from(self.0)).unwrap_or_else(|| unreachable!("a kind stands in the list"))
    }

    /// What people call it.
    #[must_use]
    pub fn naam(self) -> &'static str {
        &self.gegevens().naam
    }

    /// How soon somebody must look.
    #[must_use]
    pub fn urgentie(self) -> Urgentie {
        self.gegevens().urgentie
    }

    /// Years that it is kept after its last change.
    #[must_use]
    pub fn bewaarjaren(self) -> i16 {
        self.gegevens().bewaarjaren
    }

    /// Whether nobody reports one any more.
    #[must_use]
    pub fn is_gestopt(self) -> bool {
        self.gegevens().gestopt
    }

    /// Whether none but a regisseur sees what such a signaal says: who knew of it could do harm.
    #[must_use]
    pub fn is_alleen_regie(self) -> bool {
        self.gegevens().zichtbaar.iter().all(|rol| *rol == Rol::Regisseur)
    }

    /// The word that is claimed, stored and asked for.
    #[must_use]
    pub fn word(self) -> &'static str {
        &self.gegevens().code
    }
}

impl fmt::Debug for Signaalsoort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl Serialize for Signaalsoort {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

impl<'de> Deserialize<'de> for Signaalsoort {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::from_word(&word).ok_or_else(|| de::Error::unknown_variant(&word, &[]))
    }
}

/// What kind of source (KING-ZT23).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bronsoort {
    /// A school.
    School,
    /// The wijkagent.
    Wijkagent,
    /// A woningstichting.
    Woningstichting,
    /// A supplier of gas, water or light.
    Energie,
    /// Somebody who lives here.
    Burger,
    /// Somebody who comes there for their work.
    Professional,
}

/// How far a source can be relied on (KING-ZT23).
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Betrouwbaarheid {
    /// From an administration.
    Vastgesteld,
    /// Seen or heard by the source.
    EigenWaarneming,
    /// Heard from others.
    VanHorenZeggen,
}

impl Betrouwbaarheid {
    /// All of them, the most reliable first.
    pub const ALLE: [Self; 3] = [Self::Vastgesteld, Self::EigenWaarneming, Self::VanHorenZeggen];

    /// Whether it says no more than `hoogste`.
    #[must_use]
    pub fn hoogstens(self, hoogste: Self) -> bool {
        self >= hoogste
    }
}

/// What the gemeente keeps of an outside system that reports.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub struct Broninschrijving {
    /// What kind of source it is.
    pub bronsoort: Bronsoort,
    /// How far it can be relied on.
    pub betrouwbaarheid: Betrouwbaarheid,
}
