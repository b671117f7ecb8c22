//! How an entity answers when it does not do what was asked, and how what it sends is put on the wire.

use keukentafel::domain::aggregate::Aggregate;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::view::Uitgevoerd;
use keukentafel::store::{Journal, StreamId, StreamKind};

use super::actor::{EntityKey, Msg};
use super::ask::Ask;
use super::concept::Concept;
use crate::deps::Deps;
use crate::hub::text;
use crate::weigering::Weigering;

/// For the twin of proof-crash only: a contact is answered before it is stored, which a crash then takes back.
#[cfg(feature = "proef-eerst-zenden")]
pub(super) fn too_early<C: Aggregate>(kind: StreamKind, ask: &mut Ask<C>, antwoord: &Uitgevoerd) {
    if kind == StreamKind::Contact {
        let (unheard, _) = tokio::sync::oneshot::channel();
        drop(std::mem::replace(&mut ask.reply, unheard).send(Ok(antwoord.clone())));
    }
}

/// Answers a refusal, unless the command was done before: then it gets that answer. Not awaited by the actor.
pub(crate) fn refuse<C: Aggregate>(
    kind: StreamKind,
    key: EntityKey,
    deps: Deps,
    ask: Box<Ask<C>>,
    weigering: Weigering,
) {
    let EntityKey { gemeente, id } = key;
    tokio::spawn(async move {
        let before = deps.journal.answer(gemeente, ask.kop.command).await;
        let answer = match before {
            Ok(Some(done)) if done.request_hash == ask.kop.request_hash => stored(&done.answer),
            Ok(Some(_)) => Err(Weigering::Geweigerd { code: "opdracht.sleutel_hergebruikt" }),
            Ok(None) => Err(weigering),
            Err(fault) => Err(fault.into()),
        };
        // Being busy is no verdict; who asks again is answered then. Nor is what came in before: it is answered as it was.
        if let Err(refused) = &answer
            && !matches!(refused, Weigering::Bezig | Weigering::AlOntvangen)
        {
            let object = StreamId { kind, id }.to_string();
            let over = deps.rechten.over(&ask.context.wie, &object);
            let rows = over.in_regel(ask.audit(object, Some(refused.code())));
            // The refusal stands also when the trail cannot take it: nothing was done that it would have to tell.
            drop(deps.committer.write(keukentafel::store::Write::Audit { gemeente, rows }).await);
        }
        drop(ask.reply.send(answer));
    });
}

/// What a command answered when it was done.
pub(crate) fn stored(answer: &[u8]) -> Result<Uitgevoerd, Weigering> {
    serde_json::from_slice(answer).map_err(|_| Weigering::Onbekend)
}

/// A message as a complete text frame.
pub(crate) fn encode(message: &ServerMessage<'_>) -> bytes::Bytes {
    match serde_json::to_string(message) {
        Ok(json) => text(&json),
        Err(e) => unreachable!("wire messages serialise: {e}"),
    }
}

/// Nothing can be said of an entity that could not be read, and nothing was done to it.
pub(super) fn fail<C: Concept>(msg: Msg<C>) {
    let unknown = Weigering::Onbekend;
    match msg {
        Msg::Execute(ask) => drop(ask.reply.send(Err(unknown))),
        Msg::Bekijk(reply) => drop(reply.send(Err(unknown))),
        Msg::Volg { reply, .. } => drop(reply.send(Err(unknown))),
        Msg::Committed(_)
        | Msg::Verlaat(_)
        | Msg::Resync(_)
        | Msg::Recheck
        | Msg::Bij(_)
        | Msg::Herlees
        | Msg::Tick
        | Msg::Through
        | Msg::WindDown => {}
    }
}
