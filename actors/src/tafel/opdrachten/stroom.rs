//! What is written in a stream beside that of who decided, in the same transaction.

use keukentafel::domain::aggregate::{Aggregate, Context};
use keukentafel::domain::document::Document;
use keukentafel::store::{EventHeader, NewEvent, StreamAppend, StreamId, StreamKind, codec};
use uuid::Uuid;

use crate::tafel::Kop;
use crate::weigering::Weigering;

/// A stream that begins in the same transaction as the entity's own events.
pub(in crate::tafel) fn nieuwe_stroom<A: Aggregate>(
    stream: StreamId,
    events: &[A::Event],
    context: &Context,
    kop: Kop,
) -> Result<StreamAppend, Weigering> {
    let recorded = events.iter().map(|event| {
        let (soort, body) = codec::encode::<A>(event)?;
        Ok(NewEvent { header: EventHeader { schema: A::SCHEMA, ..kop_van(context, kop, soort) }, body })
    });
    let events: Result<Vec<_>, Weigering> = recorded.collect();
    Ok(StreamAppend { stream, expected: 0, events: events? })
}

/// More of a stream that is there, in the same transaction as the entity's own events.
pub(super) fn op_stroom<A: Aggregate>(
    kind: StreamKind,
    id: Uuid,
    versie: u64,
    events: &[A::Event],
    context: &Context,
    kop: Kop,
) -> Result<StreamAppend, Weigering> {
    let made = nieuwe_stroom::<A>(StreamId { kind, id }, events, context, kop)?;
    Ok(StreamAppend { expected: versie, ..made })
}

pub(super) fn kop_van(context: &Context, kop: Kop, soort: String) -> EventHeader {
    EventHeader {
        soort,
        schema: Document::SCHEMA,
        at: context.now,
        geldig_op: None,
        door: Some(context.wie.id),
        namens: context.namens,
        rol: Some(context.wie.rol.word().to_owned()),
        cmd_id: kop.command,
        oorzaak: None,
    }
}
