//! Actions against the calendar: what is late and what its owner is reminded of (KING-AC1).

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::Afspraak;

/// Days before its day on which an action shows as a reminder by itself. Who wants to be reminded sooner says so with the action.
pub const HERINNERING_DAGEN: i32 = 1;

/// How an action that is not done stands on a day.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Actiestand {
    /// Its day is over.
    TeLaat,
    /// Its day is today or tomorrow, or its owner wanted to be reminded by now.
    Herinnering,
    /// There is time.
    Later,
}

impl Afspraak {
    /// How this stands on `vandaag`, while it is not done. On its own day it is not late.
    #[must_use]
    pub fn stand(&self, vandaag: Date) -> Actiestand {
        let by_itself = self.datum.saturating_sub(HERINNERING_DAGEN.days());
        let from = self.herinnering.map_or(by_itself, |asked| asked.min(by_itself));
        if self.datum < vandaag {
            Actiestand::TeLaat
        } else if from <= vandaag {
            Actiestand::Herinnering
        } else {
            Actiestand::Later
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;
    use crate::domain::ids::PersoonId;
    use crate::domain::plan::{Eigenaar, Voor};

    // shows KING-AC1
    #[test]
    fn an_action_reminds_the_day_before_and_on_the_day_and_is_late_after_it() {
        let on = |herinnering: Option<Date>, vandaag: Date| {
            let afspraak = Afspraak {
                doel: None,
                voor: Voor::Groep,
                omschrijving: "Bel de school".into(),
                eigenaar: Eigenaar::Lid(PersoonId(Uuid::from_u128(1))),
                datum: date(2026, 12, 1),
                herinnering,
            };
            afspraak.stand(vandaag)
        };
        let (early, on_the_day) = (Some(date(2026, 11, 27)), Some(date(2026, 12, 1)));
        for (herinnering, vandaag, then) in [
            (None, date(2026, 11, 29), Actiestand::Later),
            (None, date(2026, 11, 30), Actiestand::Herinnering),
            (None, date(2026, 12, 1), Actiestand::Herinnering),
            (None, date(2026, 12, 2), Actiestand::TeLaat),
            (early, date(2026, 11, 26), Actiestand::Later),
            (early, date(2026, 11, 27), Actiestand::Herinnering),
            (early, date(2026, 12, 2), Actiestand::TeLaat),
            (on_the_day, date(2026, 11, 30), Actiestand::Herinnering),
        ] {
            assert_eq!(on(herinnering, vandaag), then, "{herinnering:?} {vandaag}");
        }
    }
}
