//! About whom a command is, and on which ground: what its line of the trail says beside what was done.

use keukentafel::domain::bevoegdheid::GROND_ROL;
use keukentafel::domain::ids::PersoonId;
use keukentafel::store::{AuditRow, StreamId};

use super::actor::EntityKey;
use super::ask::Ask;
use super::concept::Concept;
use super::decision::Decided;
use crate::deps::Deps;
use crate::hub::Fanout;
use crate::overzicht::Over;
use crate::tafel::VOLGEN;

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

/// The lines of everybody else who has it open and sees somebody new by what was decided: they are there with the act itself, so before the
/// first byte (ADR 8).
pub(super) fn meegekeken<C: Concept>(
    deps: &Deps,
    key: EntityKey,
    ask: &Ask<C>,
    decided: &Decided<C>,
    volgers: &Fanout,
) -> Vec<AuditRow> {
    let new: Vec<PersoonId> =
        decided.events.iter().filter_map(|(event, _)| C::nieuw_in_beeld(event)).collect();
    if new.is_empty() {
        return Vec::new();
    }
    let others = volgers.subscribers().iter().map(|conn| conn.wie());
    let others = others.filter(|wie| wie.id != ask.context.wie.id);
    let lines = others.flat_map(|wie| {
        let object = C::topic(key.id).to_string();
        let over = Over { personen: new.clone(), ..deps.rechten.over(wie, &object) };
        over.in_sessie_van(wie).in_regel(deps.regel(wie, VOLGEN, object, None))
    });
    lines.collect()
}
