//! `/yjs/{document}`: the unmodified y-websocket protocol, one document per socket.
//!
//! Messages are `varint type, …`: 0 sync (with a y-protocols sync message), 1 awareness (with its length), 2 auth (only ours to
//! send), 3 query awareness. What is none of these goes to the document as an empty message, so that one place refuses and counts.

use std::sync::Arc;

use bytes::Bytes;
use futures_util::FutureExt;
use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::close;
use keukentafel::protocol::topic::Topic;
use keukentafel_actors::document::Documents;
use keukentafel_actors::hub::Conn;
use keukentafel_actors::weigering::Weigering;
use tokio::time::Instant;

use super::connection::{converse, finish, next_message};
use super::frame::Message;
use super::handshake::Opened;
use super::reader::Reader;
use crate::app::App;
use crate::beat::next_beat;

/// One message of a stock provider.
#[derive(Clone, Debug, Eq, PartialEq)]
enum Spoken {
    Sync(Bytes),
    Awareness(Bytes),
    /// Asks what is told at the start and at each change anyway.
    Query,
    Nonsense,
}

/// Runs a socket until its end. `document` is `None` when the path was no id at all.
pub(super) async fn run(app: Arc<App>, opened: Opened, document: Option<DocumentId>) {
    let Opened { conn, line, begun, .. } = opened;
    let conversation = async {
        let Some(document) = document else { return close::NO_RIGHT };
        // Boxed: done in a moment, while the room that it takes would stay with the socket for as long as it is open, twice.
        let began = Instant::now();
        let begin = Box::pin(app.tafel.sub(&conn, 0, Topic::Document(document), None));
        if let Err(weigering) = begin.await {
            Box::pin(next_beat(began)).await;
            return refusal_code(&weigering);
        }
        let mut reader = Reader::new(Arc::clone(&line), Arc::clone(&app.wall), &begun);
        let mut nr = 0;
        loop {
            let message = match next_message(&conn, &mut reader).await {
                Ok(message) => message,
                Err(code) => return code,
            };
            let spoken = read(message);
            // A text that grows or a mark that changes is work; asking again what one missed is not.
            if matches!(&spoken, Spoken::Sync(message) if message.get(1) != Some(&0)) {
                app.sessions.touch(line.session);
            }
            nr += 1;
            let taken = Box::pin(hand_over(app.tafel.documents(), &conn, document, nr, spoken)).await;
            if let Err(weigering) = taken {
                // It keeps its text, comes back and sends what we do not have.
                return refusal_code(&weigering);
            }
        }
    };
    let (again, on) = (Arc::clone(&app), Arc::clone(&conn));
    let resync = move |_| resync(Arc::clone(&again), Arc::clone(&on), document).boxed();
    converse(&conn, &line, conversation, resync).await;
    if let Some(document) = document {
        app.tafel.documents().leave(conn.id(), document).await;
    }
    finish(&conn, &line).await;
    app.lines.forget(&conn);
}

async fn resync(app: Arc<App>, conn: Arc<Conn>, document: Option<DocumentId>) {
    if let Some(document) = document {
        app.tafel.documents().resync(&conn, document).await;
    }
}

async fn hand_over(
    documents: &Documents,
    conn: &Arc<Conn>,
    document: DocumentId,
    nr: u64,
    spoken: Spoken,
) -> Result<(), Weigering> {
    match spoken {
        Spoken::Sync(message) => documents.sync(conn, document, nr, vec![message]).await,
        Spoken::Awareness(update) => documents.awareness(conn, document, update).await,
        Spoken::Query => Ok(()),
        Spoken::Nonsense => documents.sync(conn, document, nr, vec![Bytes::new()]).await,
    }
}

fn refusal_code(weigering: &Weigering) -> u16 {
    match weigering {
        Weigering::Geweigerd { code: "document.vastgesteld" } => close::GONE,
        Weigering::Geweigerd { .. }
        | Weigering::Verwezen { .. }
        | Weigering::VanIemand { .. }
        | Weigering::Velden(_)
        | Weigering::Conflict { .. } => close::NO_RIGHT,
        Weigering::GeenZicht => close::NO_SIGHT,
        Weigering::Bezig | Weigering::AlOntvangen | Weigering::OpslagVol | Weigering::Onbekend => close::BUSY,
    }
}

fn read(message: Message) -> Spoken {
    let Message::Binary(bytes) = message else { return Spoken::Nonsense };
    let bytes = Bytes::from(bytes);
    match bytes.first() {
        // Whole: the guard reads the envelope too.
        Some(0) => Spoken::Sync(bytes),
        Some(1) => with_length(&bytes.slice(1..)).map_or(Spoken::Nonsense, Spoken::Awareness),
        Some(3) if bytes.len() == 1 => Spoken::Query,
        _ => Spoken::Nonsense,
    }
}

/// `varint len, bytes`, and nothing after it.
fn with_length(bytes: &Bytes) -> Option<Bytes> {
    let mut len: u64 = 0;
    for (at, byte) in bytes.iter().take(5).enumerate() {
        len |= u64::from(byte & 0x7F) << (7 * at);
        if byte & 0x80 == 0 {
            let rest = bytes.slice(at + 1..);
            return (rest.len() as u64 == len).then_some(rest);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stock_messages_are_told_apart() {
        let read = |bytes: &[u8]| read(Message::Binary(bytes.to_vec()));
        assert_eq!(read(&[0, 2, 1, 9]), Spoken::Sync(Bytes::from_static(&[0, 2, 1, 9])));
        assert_eq!(read(&[1, 2, 7, 8]), Spoken::Awareness(Bytes::from_static(&[7, 8])));
        assert_eq!(read(&[3]), Spoken::Query);
        for nonsense in [
            &[][..],
            &[1],
            &[1, 3, 7, 8],
            &[1, 1, 7, 8],
            &[1, 0x80],
            &[2, 0, 1, 65],
            &[3, 1],
            &[4],
            &[0x80, 0],
        ] {
            assert_eq!(read(nonsense), Spoken::Nonsense, "{nonsense:?}");
        }
        assert_eq!(super::read(Message::Text("hoi".into())), Spoken::Nonsense);
    }
}
