//! Bundles: whose werkvoorraad is open, and which lines are in it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::ids::{MedewerkerId, ZaakId};
use keukentafel::domain::medewerker::Wie;

use super::topics::View;
use crate::hub::{Conn, ConnId, TopicNumber, TopicNumbers};

/// One open werkvoorraad.
pub(super) struct Open {
    pub(super) conn: Arc<Conn>,
    /// The zaken in it, each under the view that rights allow.
    pub(super) leden: BTreeMap<ZaakId, View>,
}

/// Everybody's open werkvoorraden. A bundle has one number, also when somebody has it open in three tabs.
#[derive(Default)]
pub(super) struct Werkvoorraden {
    numbers: HashMap<MedewerkerId, TopicNumber>,
    open: HashMap<ConnId, Open>,
}

impl Werkvoorraden {
    pub(super) fn number(&mut self, who: MedewerkerId, numbers: &TopicNumbers) -> TopicNumber {
        *self.numbers.entry(who).or_insert_with(|| numbers.next())
    }

    pub(super) fn insert(&mut self, conn: &Arc<Conn>) {
        self.open.insert(conn.id(), Open { conn: Arc::clone(conn), leden: BTreeMap::new() });
    }

    pub(super) fn remove(&mut self, conn: ConnId) -> Option<Open> {
        self.open.remove(&conn)
    }

    pub(super) fn get_mut(&mut self, conn: ConnId) -> Option<&mut Open> {
        self.open.get_mut(&conn)
    }

    /// The open ones for which `touched` holds.
    pub(super) fn touched(&self, touched: impl Fn(&Wie) -> bool) -> Vec<ConnId> {
        self.open.values().filter(|open| touched(open.conn.wie())).map(|open| open.conn.id()).collect()
    }
}

/// The view of a line that this much access allows.
pub(super) fn view(toegang: Toegang) -> Option<View> {
    match toegang {
        Toegang::Niets => None,
        Toegang::Dat => Some(View::Dat),
        Toegang::Wat | Toegang::Schrijven => Some(View::Rij),
    }
}
