//! Writes what the projector asks of the trail: somebody new comes on a page that is open.

use std::collections::HashMap;

use keukentafel::domain::ids::GemeenteId;
use keukentafel::store::AuditRow;
use tokio::sync::mpsc;

use super::{Tafel, VOLGEN};
use crate::limits::BLIKKEN_PER_KEER;
use crate::overzicht::Over;
use crate::projector::Blik;
use crate::weigering::Weigering;

/// Writes them in the order in which they come, as many as wait in one transaction; ends with the projector.
pub(super) async fn schrijf(tafel: Tafel, mut uit: mpsc::Receiver<Blik>) {
    let mut some = Vec::new();
    while uit.recv_many(&mut some, BLIKKEN_PER_KEER).await > 0 {
        let mut rows: HashMap<GemeenteId, Vec<AuditRow>> = HashMap::new();
        for blik in &some {
            rows.entry(blik.conn.wie().gemeente).or_default().extend(tafel.regels_van(blik));
        }
        let mut outcomes: HashMap<GemeenteId, Result<(), Weigering>> = HashMap::new();
        for (gemeente, rows) in rows {
            outcomes.insert(gemeente, tafel.audit(gemeente, rows).await);
        }
        for blik in some.drain(..) {
            let outcome = outcomes.get(&blik.conn.wie().gemeente).cloned();
            tafel.projector.geboekt(blik, outcome.unwrap_or(Err(Weigering::Bezig)));
        }
    }
}

impl Tafel {
    /// The line as for a look at that part of the page by itself, about whom is new on it and nobody else.
    fn regels_van(&self, blik: &Blik) -> Vec<AuditRow> {
        let (wie, object) = (blik.conn.wie(), blik.line.to_string());
        let over = self.deps.rechten.over(wie, &object);
        let new = Over { personen: blik.personen.iter().copied().collect(), ..over };
        new.in_sessie_van(wie).in_regel(self.regel(wie, VOLGEN, object, None))
    }
}
