//! Who makes a letter of what it has to say. One source gives both forms, so that paper and page never say different things.

use std::fmt;

use futures_util::future::BoxFuture;
use jiff::civil::Date;

use crate::domain::brief::Briefsoort;
use crate::domain::ids::{BriefId, GemeenteId};
use crate::domain::persoon::Adres;
use crate::domain::zaaktype::Zaaktype;

/// What a letter has to say. `Debug` shows nothing of it.
#[derive(Clone, Eq, PartialEq)]
pub struct Briefgegevens {
    /// Its id: the same id and the same facts give the same bytes.
    pub brief: BriefId,
    /// In whose name.
    pub gemeente: GemeenteId,
    /// Which letter.
    pub soort: Briefsoort,
    /// The day that stands above it.
    pub dag: Date,
    /// To whom, by name.
    pub naam: String,
    /// Whether it goes to who cares for them, as they are a child.
    pub aan_ouders: bool,
    /// Where they live, where that may stand on it.
    pub adres: Option<Adres>,
    /// The number of the zaak.
    pub zaaknummer: String,
    /// What kind of matter.
    pub zaaktype: Zaaktype,
    /// The day on which it came in.
    pub ontvangen_op: Date,
    /// The last day of the legal term.
    pub uiterlijk_op: Date,
    /// Whether they can log in and look.
    pub kan_inloggen: bool,
}

impl fmt::Debug for Briefgegevens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Briefgegevens({}, {:?}, ***)", self.brief, self.soort)
    }
}

/// A letter in both its forms. `Debug` shows nothing of what it says.
#[derive(Clone, Eq, PartialEq)]
pub struct GedrukteBrief {
    /// By which template and which version of it.
    pub sjabloon: String,
    /// As it goes on paper: PDF/UA-1 and PDF/A-2a.
    pub pdf: Vec<u8>,
    /// As a page that stands on its own.
    pub html: Vec<u8>,
}

impl fmt::Debug for GedrukteBrief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "GedrukteBrief({}, {} and {} bytes)", self.sjabloon, self.pdf.len(), self.html.len())
    }
}

/// Why there is no letter. Holds nothing of what it was to say.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum DrukFout {
    /// The template does not give a letter that everybody can read, or one that is far too long. Asking again gives the same.
    #[error("no letter comes of this template: {0}")]
    Sjabloon(String),
    /// The machine stopped with it; it may be asked again.
    #[error("it was not finished")]
    Afgebroken,
}

/// Makes letters.
pub trait Briefdrukker: Send + Sync + 'static {
    /// The letter that says this. Takes some hundredths of a second of one core.
    fn druk(&self, gegevens: Briefgegevens) -> BoxFuture<'_, Result<GedrukteBrief, DrukFout>>;
}
