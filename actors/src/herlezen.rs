//! A read that cannot be done now, as the database is away for a moment: whoever needed it stays, and reads again after a while.
//!
//! Who died instead would take what its followers have with it, and its successor would ask the same database the same. What cannot be read for
//! another reason (a row that does not fit) does not pass by itself; that ends an actor, as ever.

use std::fmt::Display;
use std::time::Duration;

use keukentafel::store::Fault;

use crate::limits::{HERLEES_MAX, HERLEES_MIN};

/// What one actor did not read yet, and when it tries again. One alarm stands at a time.
#[derive(Debug, Default)]
pub(crate) struct Herlezen {
    /// An alarm is set.
    staat: bool,
    /// The wait before the next one; `None` when the last read was a good one.
    wacht: Option<Duration>,
}

impl Herlezen {
    /// It could not be read. When the alarm is to ring, unless one is set; a fault that does not pass is given back.
    ///
    /// # Errors
    /// Every [`Fault`] but one of a store that is away.
    pub(crate) fn mislukt(
        &mut self,
        soort: &'static str,
        wat: &dyn Display,
        fault: Fault,
    ) -> Result<Option<Duration>, Fault> {
        match fault {
            Fault::Unavailable(_) => {}
            Fault::Corrupt(_) | Fault::SyncFailed(_) => return Err(fault),
        }
        metrics::counter!("keukentafel_reads_put_off_total", "soort" => soort).increment(1);
        if self.wacht.is_none() {
            tracing::warn!(soort, id = %wat, fault = %fault, "{soort} {wat} cannot be read on; it is tried again");
        }
        if std::mem::replace(&mut self.staat, true) {
            return Ok(None);
        }
        let wait = self.wacht.map_or(HERLEES_MIN, |before| (before * 2).min(HERLEES_MAX));
        self.wacht = Some(wait);
        Ok(Some(wait))
    }

    /// The alarm rang.
    pub(crate) fn ging(&mut self) {
        self.staat = false;
    }

    /// It was read.
    pub(crate) fn gelukt(&mut self) {
        self.wacht = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // shows G11
    #[test]
    fn it_is_tried_ever_less_often_by_one_alarm_at_a_time_and_anew_after_a_good_read() {
        let away = || Fault::Unavailable("away".to_owned());
        let mut held = Herlezen::default();
        let mut waits = Vec::new();
        for _ in 0..8 {
            waits.push(held.mislukt("zaak", &1, away()).unwrap().unwrap());
            assert_eq!(held.mislukt("zaak", &1, away()).unwrap(), None, "one stands");
            held.ging();
        }
        assert_eq!((waits[0], waits[1], waits[7]), (HERLEES_MIN, HERLEES_MIN * 2, HERLEES_MAX));
        held.gelukt();
        assert_eq!(held.mislukt("zaak", &1, away()).unwrap(), Some(HERLEES_MIN));
        held.mislukt("zaak", &1, Fault::Corrupt("a row".to_owned())).unwrap_err();
    }
}
