//! A stream as it was at a moment, by playing it again: nothing of what lives is asked, and nothing is kept.

use keukentafel::clock::Moment;
use keukentafel::domain::aggregate::Aggregate;
use keukentafel::store::{EventHeader, Fault, StoredEvent, codec};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::concept::Concept;
use super::geschiedregel::Geschiedregel;
use super::live::Live;
use crate::deps::Namen;

/// Until where a history is played: two clocks, of the world and of what was known of it.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Grens {
    /// What held in the world at this moment …
    pub(crate) op: Moment,
    /// … as far as it was recorded at this one.
    pub(crate) bekend_op: Moment,
}

impl Grens {
    /// Whether an event belongs to what was known and held then.
    pub(crate) fn neemt(self, header: &EventHeader) -> bool {
        header.at <= self.bekend_op && header.geldig_op.unwrap_or(header.at) <= self.op
    }
}

/// A stream as it was.
pub(crate) struct Toen {
    /// The last event in it; 0 when there was none.
    pub(crate) versie: u64,
    /// As shown then to who may see its content.
    pub(crate) view: Option<Box<RawValue>>,
}

/// The state of a stream then.
///
/// # Errors
/// [`Fault::Corrupt`] when an event cannot be read.
pub(crate) fn toestand<A: Aggregate>(stored: &[StoredEvent], grens: Grens) -> Result<A, Fault> {
    let mut held = stored.iter().filter(|event| grens.neemt(&event.header));
    held.try_fold(A::default(), |state, event| {
        Ok(match codec::decode::<A>(event)? {
            Some(happened) => state.evolve(&happened, event.header.at),
            None => state,
        })
    })
}

/// A stream then, as shown.
///
/// # Errors
/// [`Fault::Corrupt`] when an event cannot be read.
pub(crate) fn herspeel<C: Concept>(
    id: Uuid,
    stored: &[StoredEvent],
    grens: Grens,
    namen: &dyn Namen,
) -> Result<Toen, Fault> {
    let mut live = Live::<C>::default();
    for event in stored.iter().filter(|event| grens.neemt(&event.header)) {
        // What was not known yet, or did not hold yet, leaves a gap in the versions.
        live.versie = event.version - 1;
        live.read(event, namen)?;
    }
    Ok(Toen { versie: live.versie, view: live.render(id, namen) })
}

/// What happened to a stream, oldest first.
///
/// # Errors
/// [`Fault::Corrupt`] when an event cannot be read.
pub(crate) fn stappen<C: Concept>(
    stored: &[StoredEvent],
    namen: &dyn Namen,
) -> Result<Vec<Geschiedregel>, Fault> {
    let mut lines = Vec::with_capacity(stored.len());
    for event in stored {
        if let Some(happened) = codec::decode::<C>(event)? {
            lines.extend(C::regel(&happened, &event.header, event.version, namen));
        }
    }
    Ok(lines)
}
