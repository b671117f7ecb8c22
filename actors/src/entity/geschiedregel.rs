//! A line of a timeline as it is kept: what somebody wrote is in it unread, until it goes into a view for who may read it.

use keukentafel::domain::bevoegdheid::Leesrecht;
use keukentafel::domain::wat::Wat;
use keukentafel::protocol::view::{Door, Tijdlijnregel};
use keukentafel::store::EventHeader;
use uuid::Uuid;

use crate::deps::{Namen, door_van};

/// One act, as kept.
#[derive(Clone, Debug)]
pub struct Geschiedregel {
    kaal: Tijdlijnregel,
    /// Whom it names.
    pub(crate) namen: Vec<String>,
    /// The reason that was given.
    pub(crate) reden: Option<Wat>,
    /// What was written down.
    pub(crate) tekst: Option<Wat>,
    /// What it is about.
    pub(crate) over: Option<Uuid>,
}

impl Geschiedregel {
    /// With the fields that every event has.
    pub(crate) fn van(header: &EventHeader, versie: u64, namen: &dyn Namen) -> Self {
        let kaal = Tijdlijnregel {
            versie,
            soort: header.soort.clone(),
            at: header.at,
            door: door_van(header, namen),
            namen: Vec::new(),
            reden: None,
            tekst: None,
            over: None,
        };
        Self { kaal, namen: Vec::new(), reden: None, tekst: None, over: None }
    }

    /// The same, by whom all who see it may know that it was.
    pub(crate) fn door(self, door: Option<Door>) -> Self {
        Self { kaal: Tijdlijnregel { door, ..self.kaal }, ..self }
    }

    /// As shown to who may read what was written.
    pub(crate) fn toon(&self, recht: &Leesrecht) -> Tijdlijnregel {
        let lees = |wat: &Option<Wat>| wat.as_ref().map(|wat| wat.lees(recht).clone());
        Tijdlijnregel { reden: lees(&self.reden), tekst: lees(&self.tekst), ..self.zonder_wat() }
    }

    /// That it happened, without a word of what was written.
    pub(crate) fn zonder_wat(&self) -> Tijdlijnregel {
        Tijdlijnregel { namen: self.namen.clone(), over: self.over, ..self.kaal.clone() }
    }
}
