//! From an ask to what is written, all of it pure but for the encoding.

use keukentafel::domain::aggregate::RefusalCode;
use keukentafel::limits::EVENTS_PER_COMMAND_MAX;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Append, EventHeader, NewEvent, StreamAppend, StreamId, Write, codec};

use super::actor::EntityKey;
use super::ask::Ask;
use super::concept::Concept;
use crate::weigering::Weigering;

/// What was decided and waits to become true.
pub(super) struct Decided<C: Concept> {
    pub(super) events: Vec<(C::Event, EventHeader)>,
    pub(super) antwoord: Uitgevoerd,
}

/// Decides `ask` on the committed state.
pub(super) fn decide<C: Concept>(
    key: EntityKey,
    state: &C,
    versie: u64,
    ask: &Ask<C>,
) -> Result<(Write, Decided<C>), Weigering> {
    if ask.kop.if_v.is_some_and(|expected| expected != versie) {
        return Err(Weigering::Conflict { versie });
    }
    let events = state
        .decide(&ask.command, &ask.context)
        .map_err(|refusal| Weigering::Geweigerd { code: refusal.code() })?;
    assert!(events.len() <= EVENTS_PER_COMMAND_MAX, "a command records a bounded number of events");
    let mut headed = Vec::with_capacity(events.len());
    let mut recorded = Vec::with_capacity(events.len());
    for event in events {
        let (soort, body) = codec::encode::<C>(&event)?;
        let header = header(ask, soort, C::SCHEMA);
        recorded.push(NewEvent { header: header.clone(), body });
        headed.push((event, header));
    }
    let stream = StreamId { kind: C::KIND, id: key.id };
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

fn header<C: Concept>(ask: &Ask<C>, soort: String, schema: u16) -> EventHeader {
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

fn antwoord<C: Concept>(key: EntityKey, versie: u64, ask: &Ask<C>) -> Uitgevoerd {
    let delen = ask.bijvangst.antwoord.clone();
    Uitgevoerd {
        id: delen.id.unwrap_or(key.id),
        versie,
        positie: 0,
        zaaknummer: delen.zaaknummer,
        gesprek: delen.gesprek,
    }
}
