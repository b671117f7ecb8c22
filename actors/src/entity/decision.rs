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

/// Decides `ask` on the committed state of a stream of this kind, of which whoever asks sees this version; `conflict` says what was there
/// first.
pub(crate) fn decide<C: Aggregate>(
    kind: StreamKind,
    key: EntityKey,
    (state, versie, gezien): (&C, u64, u64),
    ask: &Ask<C>,
    conflict: impl Fn() -> Weigering,
) -> Result<(Write, Decided<C>), Weigering> {
    let verdict = state.decide(&ask.command, &ask.context);
    // To whom it is not there, nothing happened to it either; and who may not do this does not hear by it who did what.
    let gaat_voor = verdict.as_ref().is_err_and(RefusalCode::gaat_voor);
    if ask.kop.if_v.is_some_and(|expected| expected != gezien) && !gaat_voor {
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
        outbox: if anything { ask.bijvangst.outbox.clone() } else { Vec::new() },
        stukken: if anything { ask.bijvangst.stukken.clone() } else { Vec::new() },
        concepten: if anything { ask.bijvangst.concepten.clone() } else { Vec::new() },
        wist: Vec::new(),
        audit: vec![ask.audit(stream.to_string(), None)],
        answer,
    });
    Ok((write, Decided { events: headed, antwoord }))
}

/// Answers with this version of the stream in place of its own.
pub(super) fn met_versie<C: Aggregate>(
    write: &mut Write,
    decided: &mut Decided<C>,
    versie: u64,
) -> Result<(), Weigering> {
    decided.antwoord.versie = versie;
    if let Write::Append(append) = write {
        append.answer = serde_json::to_vec(&decided.antwoord).map_err(|_| Weigering::Onbekend)?;
    }
    Ok(())
}

fn header<C: Aggregate>(ask: &Ask<C>, soort: String, schema: u16) -> EventHeader {
    EventHeader {
        soort,
        schema,
        at: ask.context.now,
        geldig_op: None,
        door: ask.van_iemand().then_some(ask.context.wie.id),
        namens: ask.context.namens,
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
        bevestiging: delen.bevestiging,
        gesprek: delen.gesprek,
        meldingen: delen.meldingen,
        resterend: delen.resterend,
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
            machtiging: None,
            sessie: Uuid::from_u128(77),
        };
        let lid = NieuwLid { persoon: MARIA, bron: Lidbron::Brp, vanaf: None, geboren: None };
        let ask = Ask::<Huishouden> {
            command: HuishoudenCommand::VoegLidToe { lid, geclaimd: true },
            handeling: "VoegLidToe",
            context: Context {
                wie,
                now: Moment::from_micros(0),
                namens: None,
                mens: keukentafel::domain::mens::Mens::default(),
            },
            kop: Kop { command: CommandId(Uuid::from_u128(2)), request_hash: [0; 32], if_v: None },
            bijvangst: Bijvangst {
                claims: vec![Claim { scope: "huishoudenlid", key: "1".into() }],
                ..Bijvangst::default()
            },
            oorzaak: None,
            reply: tokio::sync::oneshot::channel().0,
        };
        let key = EntityKey { gemeente: ask.context.wie.gemeente, id: Uuid::from_u128(3) };
        let conflict = || Weigering::Conflict { versie: 1, eerder: None };
        match decide(StreamKind::Huishouden, key, (state, 1, 1), &ask, conflict) {
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
