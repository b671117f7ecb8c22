//! From an ask to what is written, all of it pure but for the encoding.

use keukentafel::domain::aggregate::{Aggregate, RefusalCode};
use keukentafel::limits::EVENTS_PER_COMMAND_MAX;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Append, EventHeader, NewEvent, StreamAppend, StreamId, StreamKind, Write, codec};

use super::actor::EntityKey;
use super::ask::Ask;
use crate::weigering::Weigering;

/// What was decided and waits to become true.
pub(crate) struct Decided<C: Aggregate> {
    pub(crate) events: Vec<(C::Event, EventHeader)>,
    pub(crate) antwoord: Uitgevoerd,
}

/// Decides `ask` on the committed state of a stream of this kind; `conflict` says what was there first.
pub(crate) fn decide<C: Aggregate>(
    kind: StreamKind,
    key: EntityKey,
    (state, versie): (&C, u64),
    ask: &Ask<C>,
    conflict: impl Fn() -> Weigering,
) -> Result<(Write, Decided<C>), Weigering> {
    let verdict = state.decide(&ask.command, &ask.context);
    let code = verdict.as_ref().err().map(RefusalCode::code);
    // To whom it is not there, nothing happened to it either.
    if ask.kop.if_v.is_some_and(|expected| expected != versie) && code != Some("niet_gevonden") {
        return Err(conflict());
    }
    let events = verdict.map_err(|refusal| {
        if refusal.is_conflict() { conflict() } else { Weigering::Geweigerd { code: refusal.code() } }
    })?;
    assert!(events.len() <= EVENTS_PER_COMMAND_MAX, "a command records a bounded number of events");
    let mut headed = Vec::with_capacity(events.len());
    let mut recorded = Vec::with_capacity(events.len());
    for event in events {
        let (soort, body) = codec::encode::<C>(&event)?;
        let header = header(ask, soort, C::SCHEMA);
        recorded.push(NewEvent { header: header.clone(), body });
        headed.push((event, header));
    }
    let stream = StreamId { kind, id: key.id };
    let own = StreamAppend { stream, expected: versie, events: recorded };
    let antwoord = antwoord(key, versie + headed.len() as u64, ask);
    let answer = serde_json::to_vec(&antwoord).map_err(|_| Weigering::Onbekend)?;
    let begins = ask.bijvangst.streams.iter().cloned();
    let write = Write::Append(Append {
        gemeente: key.gemeente,
        command: ask.kop.command,
        request_hash: ask.kop.request_hash,
        streams: Some(own).filter(|own| !own.events.is_empty()).into_iter().chain(begins).collect(),
        claims: ask.bijvangst.claims.clone(),
        documents: ask.bijvangst.documents.clone(),
        statuses: Vec::new(),
        outbox: Vec::new(),
        audit: vec![ask.audit(stream.to_string(), None)],
        answer,
    });
    Ok((write, Decided { events: headed, antwoord }))
}

fn header<C: Aggregate>(ask: &Ask<C>, soort: String, schema: u16) -> EventHeader {
    EventHeader {
        soort,
        schema,
        at: ask.context.now,
        geldig_op: None,
        door: ask.oorzaak.is_none().then_some(ask.context.wie.id),
        namens: None,
        rol: Some(ask.context.wie.rol.word().to_owned()),
        cmd_id: ask.kop.command,
        oorzaak: ask.oorzaak,
    }
}

fn antwoord<C: Aggregate>(key: EntityKey, versie: u64, ask: &Ask<C>) -> Uitgevoerd {
    let delen = ask.bijvangst.antwoord.clone();
    Uitgevoerd {
        id: delen.id.unwrap_or(key.id),
        versie,
        positie: 0,
        zaaknummer: delen.zaaknummer,
        gesprek: delen.gesprek,
    }
}
