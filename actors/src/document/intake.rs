//! What connections send: judged here, one frame at a time, before anything else sees it.

use bytes::Bytes;
use keukentafel::domain::bevoegdheid::Toegang;
use keukentafel::domain::medewerker::Wie;
use keukentafel::guard::{
    Bounds, Known, Message, Refusal, StateVector, Verdict, encode_awareness, parse_awareness, parse_message,
    parse_update,
};
use keukentafel::limits::DOCUMENT_BYTES_MAX;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::ServerMessage;
use keukentafel::store::{DocumentStatus, DocumentUpdate};
use tokio::time::Instant;
use yrs::updates::decoder::Decode;
use yrs::updates::encoder::Encode;
use yrs::{ReadTxn, Transact};

use super::live::{Live, Pending};
use super::open::writer;
use super::outgoing;
use super::presence::Told;
use super::presence_elders::Elders;
use crate::directory::Slot;
use crate::hub::{Class, Conn, Dialect};
use crate::weigering::Weigering;

/// The code beside which the precise reason of a refused frame stands.
const GEWEIGERD: &str = "DOCUMENT_FRAME_GEWEIGERD";

/// What is to be done with one message of a frame.
enum Judged {
    /// It is stored, or will be with the next batch.
    Taken,
    /// The same, and it was a SyncStep2: the client sent all it has.
    Synced,
    /// It leans on what never came: ask for it.
    Gap,
    /// What it is judged by cannot be read now: it is asked for when that was read.
    PutOff,
    /// It breaks the rules, with this reason: a strike.
    Refused(&'static str),
    /// Honest clients send it too, and the document does not take it, with this reason. On `/rt` no strike. On `/yjs` it is one:
    /// a stock provider knows of no refusal and would send the same for ever.
    Declined {
        reden: &'static str,
        /// It was a SyncStep2. To ask again would bring the same again, and again.
        whole: bool,
    },
}

impl Judged {
    const fn declined(reden: &'static str) -> Self {
        Self::Declined { reden, whole: false }
    }

    const fn reden(&self) -> Option<&'static str> {
        match self {
            Self::Refused(reden) | Self::Declined { reden, .. } => Some(*reden),
            Self::Taken | Self::Synced | Self::Gap | Self::PutOff => None,
        }
    }
}

impl Live {
    /// Takes a frame. The first message that cannot be taken ends it; what came before it in the frame stands.
    ///
    /// # Errors
    /// Only when what the journal has does not fit.
    pub(super) async fn sync(
        &mut self,
        conn: &Conn,
        nr: u64,
        messages: &[Bytes],
        slot: Slot,
    ) -> Result<(), Weigering> {
        let Some(follower) = self.followers.get_mut(conn.id()) else {
            stranger(conn);
            return Ok(());
        };
        follower.last_frame = Instant::now();
        let (before, mut judged) = (self.queue.len(), Judged::Taken);
        for message in messages {
            judged = self.message(conn, nr, message).await?;
            match judged {
                Judged::Taken => {}
                Judged::Synced => {
                    if let Some(follower) = self.followers.get_mut(conn.id()) {
                        follower.acks.has_synced();
                    }
                }
                Judged::Gap | Judged::PutOff | Judged::Refused(_) | Judged::Declined { .. } => break,
            }
        }
        if self.queue.len() > before
            && let Some(last) = self.queue.back_mut()
        {
            last._slot = Some(slot);
        }
        self.answer(conn, nr, &judged);
        self.pump();
        Ok(())
    }

    async fn message(&mut self, conn: &Conn, nr: u64, message: &[u8]) -> Result<Judged, Weigering> {
        Ok(match parse_message(message) {
            Err(refusal) => Judged::Refused(refusal.code()),
            Ok(Message::SyncStep1(holds)) => {
                self.send_step2(conn, &holds);
                Judged::Taken
            }
            Ok(Message::SyncStep2(update)) => {
                if let Some(follower) = self.followers.get_mut(conn.id()) {
                    follower.asked = false;
                }
                match self.update(conn, nr, update).await? {
                    Judged::Taken => Judged::Synced,
                    Judged::Declined { reden, .. } => Judged::Declined { reden, whole: true },
                    other @ (Judged::Synced | Judged::Gap | Judged::PutOff | Judged::Refused(_)) => other,
                }
            }
            Ok(Message::Update(update)) => self.update(conn, nr, update).await?,
            Ok(Message::Awareness(update)) => self.awareness(conn, update),
            Ok(Message::QueryAwareness) => {
                self.send_presence(conn);
                Judged::Taken
            }
        })
    }

    /// Judges an update against all that is accepted. One that brings something under another's id may be another node's row
    /// come round: the journal's tail is read before it is refused. When that cannot be read now, nothing is said of it.
    async fn update(&mut self, conn: &Conn, nr: u64, update: &[u8]) -> Result<Judged, Weigering> {
        let wie = conn.wie();
        #[cfg(feature = "proef-zonder-wacht")]
        if self.schrijft(wie) && self.quarantine.is_none() {
            self.accept(conn, nr, update.to_vec(), Vec::new());
            return Ok(Judged::Taken);
        }
        let parsed = match parse_update(update, &Bounds::frame()) {
            Ok(parsed) => parsed,
            Err(refusal) => return Ok(Judged::Refused(refusal.code())),
        };
        let mut verdict = self.vooruit.judge(&parsed, writer(Some(wie.id)));
        if self.quarantine.is_some() {
            // Text that leans on rows after the bad one is honest too: nothing that reads as an update is a strike.
            return Ok(match verdict {
                Verdict::Known => Judged::Taken,
                Verdict::Accept(_) | Verdict::Gap | Verdict::Foreign { .. } | Verdict::Refuse(_) => {
                    Judged::declined(Weigering::QUARANTAINE.code())
                }
            });
        }
        if matches!(verdict, Verdict::Foreign { .. } | Verdict::Refuse(Refusal::DeletesUnknown)) {
            if !self.lees_bij().await? {
                self.te_verversen = true;
                return Ok(Judged::PutOff);
            }
            verdict = self.vooruit.judge(&parsed, writer(Some(wie.id)));
        }
        Ok(match verdict {
            // Nothing new: whoever may read may say so, and stock providers do.
            Verdict::Known => Judged::Taken,
            Verdict::Accept(_) | Verdict::Gap if !self.schrijft(wie) => {
                Judged::declined("document.alleen_lezen")
            }
            Verdict::Accept(_) | Verdict::Gap if self.status != DocumentStatus::Open => {
                Judged::declined("document.vastgesteld")
            }
            Verdict::Accept(accepted) if self.has_room_for(&accepted.bytes) => {
                self.vooruit.apply(&accepted);
                self.accept(conn, nr, accepted.bytes, accepted.binds);
                Judged::Taken
            }
            Verdict::Accept(_) => Judged::declined("document.vol"),
            Verdict::Gap => Judged::Gap,
            Verdict::Foreign { .. } => Judged::Refused("document.client_van_ander"),
            // As full as `document.vol`, for everybody or for this writer. A frame that is malformed in this way is refused above.
            Verdict::Refuse(refusal @ Refusal::TooManyClients) => Judged::declined(refusal.code()),
            Verdict::Refuse(refusal) => Judged::Refused(refusal.code()),
        })
    }

    fn accept(&mut self, conn: &Conn, nr: u64, bytes: Vec<u8>, binds: Vec<u64>) {
        let wie = conn.wie();
        let (door, sessie, at) = (Some(wie.id), Some(wie.sessie), self.deps.clock.now());
        let update = DocumentUpdate { door, sessie, at, bytes, binds };
        self.accepted += 1;
        self.waiting_bytes += update.bytes.len();
        #[cfg(feature = "proef-eerst-zenden")]
        {
            let seq = self.seq + self.accepted - self.stored;
            let bytes = update.bytes.clone().into();
            self.followers.tell(&[super::rows::Row { seq, bytes, from: Some(conn.id()) }]);
        }
        self.queue.push_back(Pending { conn: conn.id(), nr, update, _slot: None });
    }

    pub(super) fn schrijft(&self, wie: &Wie) -> bool {
        self.deps.rechten.op_document(wie, self.document) >= Toegang::Schrijven
    }

    /// Whether the document may grow by this. The estimate is from above, so at the bound it is measured; an update without
    /// structs only deletes, and is the way back under the bound.
    fn has_room_for(&mut self, bytes: &[u8]) -> bool {
        let more = self.waiting_bytes + bytes.len();
        let fits = |size: usize| size + more <= DOCUMENT_BYTES_MAX;
        bytes.first() == Some(&0)
            || fits(self.snapshots.estimate())
            || self.whole().is_ok_and(|whole| fits(whole.len()))
    }

    /// Tells a writer how its frame fared.
    fn answer(&mut self, conn: &Conn, nr: u64, judged: &Judged) {
        let (a, accepted, stored, seq) = (self.followers.a, self.accepted, self.stored, self.seq);
        let uitkomst = match judged {
            Judged::Taken | Judged::Synced => "taken",
            Judged::Gap => "gap",
            Judged::PutOff => "put_off",
            Judged::Refused(_) | Judged::Declined { .. } => "refused",
        };
        let code = judged.reden().unwrap_or_default();
        metrics::counter!("keukentafel_document_frames_total", "uitkomst" => uitkomst, "code" => code)
            .increment(1);
        let Some(follower) = self.followers.get_mut(conn.id()) else { return };
        let asks = match judged {
            // Something was not taken and the client was not asked since: now it may be.
            Judged::Taken => conn.dialect() == Dialect::Rt && follower.acks.is_owed() && !follower.asked,
            Judged::Synced | Judged::PutOff => false,
            Judged::Gap | Judged::Refused(_) => true,
            Judged::Declined { whole, .. } => conn.dialect() == Dialect::Yjs || !whole,
        };
        // In quarantine everything that is asked for would be turned down again.
        let asks = asks && self.quarantine.is_none();
        if !matches!(judged, Judged::Taken | Judged::Synced) {
            follower.acks.owes();
        }
        follower.put_off |= matches!(judged, Judged::PutOff);
        follower.asked |= asks;
        follower.acks.taken(nr, accepted);
        follower.ack(a, stored, seq);
        if let Some(reden) = judged.reden() {
            match conn.dialect() {
                Dialect::Rt => {
                    let message = ServerMessage::Geweigerd { a, nr, code: GEWEIGERD, reden };
                    conn.push(Class::Control, outgoing::json(&message));
                }
                Dialect::Yjs => drop(conn.push(Class::Control, outgoing::permission_denied(reden))),
            }
            if self.has_had_enough(conn, judged, reden) {
                return;
            }
        }
        if asks {
            conn.push(Class::Control, outgoing::step1(conn.dialect(), a, &self.state_vector()));
        }
        conn.flush();
    }

    /// Writes a refusal in the trail and counts it. `true` when this was one too many, and the connection is put out: of this
    /// document on `/rt`, whose socket carries other things too; `/yjs` is closed.
    fn has_had_enough(&mut self, conn: &Conn, judged: &Judged, reden: &str) -> bool {
        let now = Instant::now();
        if self.strikes.goes_in_the_trail(conn.id(), now) {
            self.deps.trail_refused_frame(conn.wie(), self.document, reden);
        }
        if reden == "document.vastgesteld" && conn.dialect() == Dialect::Yjs {
            conn.close(close::GONE);
            return false;
        }
        let is_strike = matches!(judged, Judged::Refused(_)) || conn.dialect() == Dialect::Yjs;
        if !is_strike || !self.strikes.strike(conn.id(), now) {
            return false;
        }
        if conn.dialect() == Dialect::Yjs {
            conn.close(close::NO_RIGHT);
            return false;
        }
        self.followers.remove(conn.id());
        self.put_out(conn);
        true
    }

    /// The committed state vector, encoded.
    pub(super) fn state_vector(&self) -> Vec<u8> {
        self.doc.transact().state_vector().encode_v1()
    }

    /// Sends what a client lacks, from the committed text alone. Not again while the last such answer still waits: what came after
    /// that follows it, and a reader that does not read would have a whole document kept for each time that it asks.
    fn send_step2(&mut self, conn: &Conn, holds: &StateVector) {
        if conn.awaits_bulk(self.followers.a) {
            return;
        }
        let Ok(holds) = yrs::StateVector::decode_v1(&holds.encode()) else { return };
        let update = self.doc.transact().encode_diff_v1(&holds);
        let (a, seq) = (self.followers.a, self.seq);
        if let Some(follower) = self.followers.get_mut(conn.id()) {
            follower.send_base(a, [outgoing::step2(conn.dialect(), a, &update)], seq);
        }
    }

    /// Takes presence. Whoever may read may be seen; nothing of it is refused loudly but bytes that cannot be read.
    fn awareness(&mut self, conn: &Conn, update: &[u8]) -> Judged {
        let said = match parse_awareness(update) {
            Ok(said) => said,
            Err(refusal) => return Judged::Refused(refusal.code()),
        };
        let (known, elders): (&Known, &Elders) = (&self.vooruit, &self.elders);
        // Who has an entry at another node has it here too: what a stock provider sends back of it is dropped.
        let owner = |client| known.owner(client).or_else(|| elders.wie(client).map(|who| writer(Some(who))));
        let told = self.presence.take(conn.id(), conn.wie(), &said, owner, Instant::now());
        told.iter()
            .filter(|(_, _, state)| state.is_some())
            .for_each(|(client, ..)| self.elders.forget(*client));
        self.relay(&told);
        Judged::Taken
    }

    /// Takes a presence frame of `/rt`.
    pub(super) fn awareness_frame(&mut self, conn: &Conn, update: &[u8]) {
        let Some(follower) = self.followers.get_mut(conn.id()) else {
            stranger(conn);
            return;
        };
        follower.last_frame = Instant::now();
        let judged = self.awareness(conn, update);
        if matches!(judged, Judged::Refused(_)) {
            self.answer(conn, 0, &judged);
        }
    }

    /// Who is in the room, here and at other nodes.
    pub(super) fn everybody(&self) -> Told {
        self.presence.all().into_iter().chain(self.elders.all()).collect()
    }

    /// Shows a connection who is there.
    pub(super) fn send_presence(&self, conn: &Conn) {
        let all = encode_awareness(&self.everybody());
        conn.push(Class::Presence, outgoing::awareness(conn.dialect(), self.followers.a, &all));
    }
}

/// A frame from a connection that does not follow: this actor started after it opened. `/rt` was told to subscribe again; a
/// stock provider knows only its socket.
fn stranger(conn: &Conn) {
    match conn.dialect() {
        Dialect::Yjs => conn.close(close::BUSY),
        Dialect::Rt => {
            metrics::counter!("keukentafel_document_frames_total", "uitkomst" => "stranger", "code" => "")
                .increment(1)
        }
    }
}
