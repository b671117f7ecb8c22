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
    let anything = !headed.is_empty();
    let begins = ask.bijvangst.streams.iter().filter(|_| anything).cloned();
    let write = Write::Append(Append {
        gemeente: key.gemeente,
        command: ask.kop.command,
        request_hash: ask.kop.request_hash,
        streams: Some(own).filter(|own| !own.events.is_empty()).into_iter().chain(begins).collect(),
        claims: if anything { ask.bijvangst.claims.clone() } else { Vec::new() },
        documents: if anything { ask.bijvangst.documents.clone() } else { Vec::new() },
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
        door: Some(ask.context.wie.id),
        namens: None,
        rol: Some(ask.context.wie.rol.word().to_owned()),
        cmd_id: ask.kop.command,
        oorzaak: None,
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
        meldingen: delen.meldingen,
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::clock::Moment;
    use keukentafel::domain::aggregate::{Aggregate, Context};
    use keukentafel::domain::huishouden::{
        Huishouden, HuishoudenCommand, HuishoudenEvent, Lidbron, NieuwLid,
    };
    use keukentafel::domain::ids::{CommandId, GemeenteId, MedewerkerId, PersoonId};
    use keukentafel::domain::medewerker::{Rol, Wie};
    use keukentafel::store::Claim;
    use uuid::Uuid;

    use super::*;
    use crate::entity::{Bijvangst, Kop};

    const MARIA: PersoonId = PersoonId(Uuid::from_u128(5));

    fn claims_of(state: &Huishouden) -> usize {
        let wie = Wie {
            id: MedewerkerId(Uuid::from_u128(1)),
            naam: "Linda".into(),
            rol: Rol::Frontoffice,
            gemeente: GemeenteId(Uuid::from_u128(9)),
            persoon: None,
            sessie: Uuid::from_u128(77),
        };
        let lid = NieuwLid { persoon: MARIA, bron: Lidbron::Brp, vanaf: None };
        let ask = Ask::<Huishouden> {
            command: HuishoudenCommand::VoegLidToe(lid),
            handeling: "VoegLidToe",
            context: Context { wie, now: Moment::from_micros(0) },
            kop: Kop { command: CommandId(Uuid::from_u128(2)), request_hash: [0; 32], if_v: None },
            bijvangst: Bijvangst {
                claims: vec![Claim { scope: "huishoudenlid", key: "1".into() }],
                ..Bijvangst::default()
            },
            reply: tokio::sync::oneshot::channel().0,
        };
        let key = EntityKey { gemeente: ask.context.wie.gemeente, id: Uuid::from_u128(3) };
        match decide(key, state, 1, &ask) {
            Ok((Write::Append(append), _)) => append.claims.len(),
            _ => unreachable!("nothing refuses this"),
        }
    }

    #[test]
    fn what_changes_nothing_claims_nothing() {
        let at = Moment::from_micros(0);
        let empty = Huishouden::default().evolve(&HuishoudenEvent::HuishoudenVastgesteld {}, at);
        assert_eq!(claims_of(&empty), 1);
        let joined = HuishoudenEvent::LidToegevoegd { persoon: MARIA, bron: Lidbron::Brp, vanaf: None };
        assert_eq!(claims_of(&empty.evolve(&joined, at)), 0);
    }
}
