//! Document frames on `/rt`.

use bytes::Bytes;
use keukentafel::domain::ids::DocumentId;
use keukentafel::protocol::frame::{ClientFrame, read_client};
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::protocol::topic::Topic;

use super::rt::Rt;

/// The code of every document frame that is not taken; `reden` says why.
const GEWEIGERD: &str = "DOCUMENT_FRAME_GEWEIGERD";

impl Rt {
    /// Hands a frame to its document. `false` when it is not a frame.
    pub(super) async fn take_document_frame(&self, bytes: Bytes) -> bool {
        // Slices share the frame's bytes: a pasted page is not copied on its way to the guard.
        match read_client(&bytes) {
            Ok(ClientFrame::Sync { a, nr, messages }) => {
                let Some(document) = self.document(a) else {
                    self.refuse_frame(a, nr, "document.niet_gevolgd");
                    return true;
                };
                let messages = messages.into_iter().map(|message| bytes.slice_ref(message)).collect();
                let taken = self.app.tafel.documents().sync(&self.conn, document, nr, messages).await;
                if let Err(weigering) = taken {
                    self.refuse_frame(a, nr, weigering.code());
                }
                true
            }
            Ok(ClientFrame::Awareness { a, update }) => {
                // Cursors of a document that was closed a moment ago mean nothing.
                let Some(document) = self.document(a) else { return true };
                // A cursor that is lost comes again with the next move.
                drop(
                    self.app.tafel.documents().awareness(&self.conn, document, bytes.slice_ref(update)).await,
                );
                true
            }
            Err(_) => {
                self.refuse_frame(0, 0, "document.frame");
                false
            }
        }
    }

    /// The text stays the client's: it keeps what is not acked and subscribes again.
    fn refuse_frame(&self, a: u32, nr: u64, reden: &str) {
        self.send(&ServerMessage::Geweigerd { a, nr, code: GEWEIGERD, reden });
    }

    fn document(&self, a: u32) -> Option<DocumentId> {
        match self.topics.get(a)? {
            Topic::Document(document) => Some(document),
            Topic::ZaakDat(_)
            | Topic::ZaakRij(_)
            | Topic::ZaakHuishouden(_)
            | Topic::ZaakWat(_)
            | Topic::ZaakTafel(_)
            | Topic::Persoon(_)
            | Topic::Gesprek(_)
            | Topic::Contact(_)
            | Topic::HuishoudenWat(_)
            | Topic::Huishouden(_)
            | Topic::Werkvoorraad(_)
            | Topic::Gesprekken(_) => None,
        }
    }
}
