//! When and where a talk is held: planned, moved, called off.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{GesprekEvent, GesprekRefusal};
use crate::clock::Moment;
use crate::domain::afspraakdag::kan_op;
use crate::domain::aggregate::Context;
use crate::domain::wat::Wat;

/// Where a talk is held. A kind and never an address: whoever reads it may not be one who may know where somebody lives.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Gesprekplek {
    /// Where the resident lives.
    Thuis,
    /// At the town hall.
    Gemeentehuis,
    /// By telephone.
    Bellen,
}

/// The moment that was agreed for a talk.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
pub struct Afspraak {
    /// When it begins.
    pub begin: Moment,
    /// Where.
    pub plek: Gesprekplek,
    /// Why it is not held after all; `None` while it stands.
    pub afgezegd: Option<Wat>,
}

impl Afspraak {
    /// Whether it stands in a list on `now`: until its day is over, also when it was called off, so that nobody comes for nothing.
    #[must_use]
    pub fn staat_op_lijst(&self, now: Moment) -> bool {
        self.begin.day() >= now.day()
    }
}

/// What planning a talk for `begin` leads to: a first moment, another one, or nothing new.
pub(super) fn plan(
    nu: Option<&Afspraak>,
    begin: Moment,
    plek: Gesprekplek,
    context: &Context,
) -> Result<Vec<GesprekEvent>, GesprekRefusal> {
    if begin <= context.now || !kan_op(begin.day(), context.now.day()) {
        return Err(GesprekRefusal::Moment);
    }
    // What was held is no agreement any more, and what was called off is agreed anew.
    let staat = nu.filter(|it| it.afgezegd.is_none() && it.begin > context.now);
    Ok(match staat {
        Some(same) if same.begin == begin && same.plek == plek => Vec::new(),
        Some(_) => vec![GesprekEvent::GesprekVerplaatst { begin, plek }],
        None => vec![GesprekEvent::GesprekGepland { begin, plek }],
    })
}

/// What calling it off leads to.
pub(super) fn zeg_af(
    nu: Option<&Afspraak>,
    reden: &Wat,
    context: &Context,
) -> Result<Vec<GesprekEvent>, GesprekRefusal> {
    let Some(afspraak) = nu else { return Err(GesprekRefusal::GeenAfspraak) };
    if afspraak.afgezegd.is_some() {
        return Ok(Vec::new());
    }
    if afspraak.begin <= context.now {
        return Err(GesprekRefusal::AlBegonnen);
    }
    Ok(vec![GesprekEvent::GesprekAfgezegd { reden: reden.clone() }])
}

/// The agreement after this; `None` for what is not about it.
pub(super) fn na(nu: Option<&Afspraak>, event: &GesprekEvent) -> Option<Afspraak> {
    match event {
        GesprekEvent::GesprekGepland { begin, plek } | GesprekEvent::GesprekVerplaatst { begin, plek } => {
            Some(Afspraak { begin: *begin, plek: *plek, afgezegd: None })
        }
        GesprekEvent::GesprekAfgezegd { reden } => {
            nu.cloned().map(|it| Afspraak { afgezegd: Some(reden.clone()), ..it })
        }
        GesprekEvent::GesprekGeopend { .. }
        | GesprekEvent::DeelnemerToegevoegd { .. }
        | GesprekEvent::DeelnemerVerwijderd { .. } => None,
    }
}
