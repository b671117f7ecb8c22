//! About whom a command is, and on which ground: what its line of the trail says beside what was done.

use keukentafel::domain::bevoegdheid::GROND_ROL;
use keukentafel::store::{AuditRow, StreamId};

use super::actor::EntityKey;
use super::ask::Ask;
use super::concept::Concept;
use super::decision::Decided;
use crate::deps::Deps;

/// The lines of a command that was decided on `state`. What begins with it is not on the read side yet: then its own state says whom it
/// is about. What the system does by itself has no ground of a person.
pub(super) fn over_wie<C: Concept>(
    deps: &Deps,
    key: EntityKey,
    state: &C,
    ask: &Ask<C>,
    decided: &Decided<C>,
    lines: &[AuditRow],
) -> Vec<AuditRow> {
    let object = StreamId { kind: C::KIND, id: key.id }.to_string();
    let mut over = deps.rechten.over(&ask.context.wie, &object);
    if over.personen.is_empty() {
        let events = decided.events.iter();
        let after = events.fold(state.clone(), |state, (event, header)| state.evolve(event, header.at));
        over.personen = deps.rechten.personen_van(key.gemeente, &after.over(key.id));
    }
    over.grond = if !ask.van_iemand() { None } else { over.grond.or(Some(GROND_ROL)) };
    let namens = ask.context.namens;
    lines.iter().flat_map(|line| over.clone().in_regel(AuditRow { namens, ..line.clone() })).collect()
}
