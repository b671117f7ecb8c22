//! What is still to be said. Newer takes the place of older, so that it stays small however busy the node is; what does not fit any more is
//! said as "look at everything".

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use keukentafel::clock::Moment;
use keukentafel::domain::ids::{DocumentId, GemeenteId, PersoonId};
use keukentafel::store::Position;
use tokio::sync::Notify;

use super::Room;
use super::message::{InRoom, Message, Present};
use crate::limits::{BUS_DOCUMENTS_MAX, BUS_ROOM_BYTES_MAX, BUS_ROOMS_MAX};

#[derive(Default)]
pub(super) struct Slate {
    written: Mutex<Written>,
    /// Something was written.
    news: Notify,
}

#[derive(Debug, Default)]
struct Written {
    alles: bool,
    feed: Option<Position>,
    documents: BTreeMap<DocumentId, (GemeenteId, u64)>,
    gezien: BTreeMap<(GemeenteId, PersoonId), Moment>,
    geopend: BTreeMap<GemeenteId, Moment>,
    present: BTreeMap<Room, Present>,
    /// The rooms of `present`, each once, in the order in which they came: whoever waits longest is said first.
    order: VecDeque<Room>,
    asked: BTreeSet<Room>,
    /// That a room did not fit was said in the log.
    cut_said: bool,
}

impl Slate {
    pub(super) fn feed(&self, at: Option<Position>) {
        self.write(|written| match at {
            Some(at) => written.feed = written.feed.max(Some(at)),
            None => written.alles = true,
        });
    }

    pub(super) fn document(&self, gemeente: GemeenteId, document: DocumentId, seq: u64) {
        self.write(|written| {
            let full = written.documents.len() >= BUS_DOCUMENTS_MAX;
            if full && !written.documents.contains_key(&document) {
                written.alles = true;
                return;
            }
            let (_, said) = written.documents.entry(document).or_insert((gemeente, 0));
            *said = seq.max(*said);
        });
    }

    /// A look that does not fit rings at this node only: the trail has it, and the page asks for that.
    pub(super) fn gezien(&self, gemeente: GemeenteId, persoon: PersoonId, at: Moment) {
        self.write(|written| {
            let key = (gemeente, persoon);
            if written.gezien.len() < BUS_DOCUMENTS_MAX || written.gezien.contains_key(&key) {
                written.gezien.insert(key, at);
            }
        });
    }

    pub(super) fn geopend(&self, gemeente: GemeenteId, at: Moment) {
        self.write(|written| {
            written.geopend.insert(gemeente, at);
        });
    }

    /// Of a room that does not fit nothing is said: presence is said again after a while.
    pub(super) fn present(&self, room: Room, who: Present) {
        self.write(|written| {
            let waits = written.present.contains_key(&room);
            if !waits && written.present.len() >= BUS_ROOMS_MAX {
                return;
            }
            if !waits {
                written.order.push_back(room);
            }
            written.present.insert(room, who);
        });
    }

    pub(super) fn ask(&self, room: Room) {
        self.write(|written| {
            if written.asked.len() < BUS_ROOMS_MAX {
                written.asked.insert(room);
            }
        });
    }

    /// Everything is to be looked at: of what was sent last nobody knows whether it arrived.
    pub(super) fn alles(&self) {
        self.write(|written| written.alles = true);
    }

    /// Waits until something is written.
    pub(super) async fn news(&self) {
        self.news.notified().await;
    }

    /// Whether somebody's presence waits.
    pub(super) fn has_presence(&self) -> bool {
        !self.lock().present.is_empty()
    }

    /// Takes what is to be said; `None` when that is nothing. With presence only when it is due, and then as much as one message holds.
    pub(super) fn wipe(&self, presence: bool) -> Option<Message> {
        let mut written = self.lock();
        let Written { alles, feed, documents, gezien, geopend, asked, .. } = &mut *written;
        let mut message = Message {
            alles: std::mem::take(alles),
            feed: feed.take().map(|at| at.0),
            documenten: std::mem::take(documents)
                .into_iter()
                .map(|(document, (gemeente, seq))| (gemeente, document, seq))
                .collect(),
            gezien: std::mem::take(gezien)
                .into_iter()
                .map(|((gemeente, persoon), at)| (gemeente, persoon, at.micros()))
                .collect(),
            geopend: std::mem::take(geopend)
                .into_iter()
                .map(|(gemeente, at)| (gemeente, at.micros()))
                .collect(),
            vragen: std::mem::take(asked)
                .into_iter()
                .map(|(gemeente, topic)| (gemeente, topic.to_string()))
                .collect(),
            ..Message::default()
        };
        if presence {
            message.aanwezig = written.rooms();
        }
        (message != Message::default()).then_some(message)
    }

    fn write(&self, what: impl FnOnce(&mut Written)) {
        what(&mut self.lock());
        self.news.notify_one();
    }

    fn lock(&self) -> MutexGuard<'_, Written> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Written {
    /// As many rooms as one message holds, those first that wait longest.
    fn rooms(&mut self) -> Vec<InRoom> {
        let (mut said, mut left) = (Vec::new(), BUS_ROOM_BYTES_MAX);
        while let Some(room) = self.order.pop_front() {
            let Some(wie) = self.present.remove(&room) else { continue };
            let (gemeente, topic) = room;
            let mut one = InRoom { gemeente, kamer: topic.to_string(), wie };
            let mut size = one.size();
            if size > BUS_ROOM_BYTES_MAX {
                size = one.cut();
                metrics::counter!("keukentafel_bus_rooms_cut_total").increment(1);
                if !std::mem::replace(&mut self.cut_said, true) {
                    tracing::warn!(
                        "more people are in one room than are told to other nodes: not all of them are shown there"
                    );
                }
            }
            if size > left && !said.is_empty() {
                self.present.insert(room, one.wie);
                self.order.push_front(room);
                break;
            }
            left = left.saturating_sub(size);
            said.push(one);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::domain::ids::{MedewerkerId, ZaakId};
    use keukentafel::protocol::topic::Topic;
    use uuid::Uuid;

    use super::*;

    use super::super::Caret;

    const GEMEENTE: GemeenteId = GemeenteId(Uuid::from_u128(9));

    fn room(n: u128) -> Room {
        (GEMEENTE, Topic::ZaakTafel(ZaakId(Uuid::from_u128(n))))
    }

    fn who(n: usize) -> MedewerkerId {
        MedewerkerId(Uuid::from_u128(n as u128))
    }

    /// People at a table, so many that a few such rooms fill a message.
    fn crowd() -> Present {
        Present::Tafel((0..BUS_ROOM_BYTES_MAX / 150).map(|n| (who(n), None)).collect())
    }

    // shows N-2: nobody waits for ever
    #[test]
    fn a_room_that_waits_longest_is_said_first_however_often_others_change() {
        let slate = Slate::default();
        for n in [9, 1, 2] {
            slate.present(room(n), crowd());
        }
        let said = |slate: &Slate| {
            let rooms = slate.wipe(true).unwrap().aanwezig;
            rooms.into_iter().map(|one| one.kamer).collect::<Vec<_>>()
        };
        let name = |n| room(n).1.to_string();
        assert_eq!(said(&slate), [name(9), name(1), name(2)][..said_fits()]);
        for turn in 0..6 {
            // Those with the lowest ids are busy all the time.
            for n in [1, 2, 3, 4] {
                slate.present(room(n), crowd());
            }
            if turn == 0 {
                slate.present(room(9), crowd());
            }
            if said(&slate).contains(&name(9)) {
                return;
            }
        }
        unreachable!("the room with the highest id was never said");
    }

    /// Rooms of [`crowd`] in one message.
    fn said_fits() -> usize {
        let one = InRoom { gemeente: GEMEENTE, kamer: room(1).1.to_string(), wie: crowd() }.size();
        BUS_ROOM_BYTES_MAX / one
    }

    // shows N-2, G14
    #[test]
    fn of_a_room_that_is_too_large_everybody_is_said_before_where_their_cursors_stand() {
        let cursor = serde_json::json!({ "head": "x".repeat(4000) });
        let caret = |n: usize, cursor: Option<serde_json::Value>| Caret {
            client: n as u64,
            clock: 1,
            wie: who(n),
            cursor,
        };
        let document = (GEMEENTE, Topic::Document(document(1)));
        let slate = Slate::default();
        slate.present(document, Present::Tekst((0..200).map(|n| caret(n, Some(cursor.clone()))).collect()));
        let said = slate.wipe(true).unwrap();
        assert!(serde_json::to_vec(&said.aanwezig).unwrap().len() <= BUS_ROOM_BYTES_MAX + 2);
        let Present::Tekst(carets) = &said.aanwezig[0].wie else { unreachable!("a text") };
        let with = carets.iter().filter(|caret| caret.cursor.is_some()).count();
        assert_eq!(carets.len(), 200, "all of them are there");
        assert!((1..200).contains(&with), "{with} with a cursor");
        // More than fit even so: the first of them.
        slate.present(document, Present::Tekst((0..5_000).map(|n| caret(n, None)).collect()));
        slate.present(room(1), Present::Tafel((0..5_000).map(|n| (who(n), None)).collect()));
        for _ in 0..2 {
            let said = slate.wipe(true).unwrap();
            assert!(serde_json::to_vec(&said.aanwezig).unwrap().len() <= BUS_ROOM_BYTES_MAX + 2);
            let left = match &said.aanwezig[0].wie {
                Present::Tekst(carets) => carets.len(),
                Present::Tafel(wie) => wie.len(),
            };
            assert!((1_000..5_000).contains(&left), "{left}");
        }
        assert_eq!(slate.wipe(true), None);
    }

    fn document(n: usize) -> DocumentId {
        DocumentId(Uuid::from_u128(n as u128))
    }

    // shows G11
    #[test]
    fn what_is_said_twice_before_it_goes_is_said_once() {
        let slate = Slate::default();
        for seq in [3, 7, 5] {
            slate.document(GEMEENTE, document(1), seq);
            slate.feed(Some(Position(seq)));
        }
        let said = slate.wipe(true).unwrap();
        assert_eq!((said.feed, said.documenten), (Some(7), vec![(GEMEENTE, document(1), 7)]));
        assert_eq!(slate.wipe(true), None, "and no more");
    }

    // shows G14
    #[test]
    fn more_than_fits_is_said_as_look_at_everything() {
        let slate = Slate::default();
        for n in 0..=BUS_DOCUMENTS_MAX {
            slate.document(GEMEENTE, document(n), 1);
        }
        let said = slate.wipe(true).unwrap();
        assert_eq!((said.alles, said.documenten.len()), (true, BUS_DOCUMENTS_MAX));
    }

    #[test]
    fn presence_waits_for_its_turn_and_the_rest_does_not() {
        let slate = Slate::default();
        let room = (GEMEENTE, Topic::ZaakTafel(ZaakId(Uuid::from_u128(4))));
        slate.present(room, Present::Tafel(Vec::new()));
        slate.ask(room);
        let said = slate.wipe(false).unwrap();
        assert_eq!((said.vragen.len(), said.aanwezig.len()), (1, 0));
        assert!(slate.has_presence());
        assert_eq!(slate.wipe(true).unwrap().aanwezig.len(), 1);
    }
}
