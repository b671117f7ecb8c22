//! What one connection follows: topic numbers and the topics they stand for.

use std::sync::{Mutex, MutexGuard, PoisonError};

use keukentafel::protocol::topic::Topic;
use keukentafel_actors::hub::TopicNumber;
use keukentafel_actors::limits::TOPICS_PER_CONNECTION;

/// The table of one connection, shared by who reads and who tends the outbox.
#[derive(Debug, Default)]
pub(super) struct Topics(Mutex<Table>);

#[derive(Debug, Default)]
struct Table {
    followed: Vec<(TopicNumber, Topic)>,
    /// Being subscribed to: the actor may have it already while its answer is on its way.
    under_way: Option<Topic>,
}

/// What lost frames, to be asked for again. At most as many words as this connection follows topics: of a page one is enough, however
/// many of its members were hit.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Verloren {
    /// Topics that were asked for by name.
    pub(super) eigen: Vec<(TopicNumber, Topic)>,
    /// Members of pages, which only the projector knows by number.
    pub(super) leden: Vec<TopicNumber>,
    /// A topic that is being asked for: its number is not known yet.
    pub(super) onderweg: Option<Topic>,
}

impl Topics {
    /// Begins to follow `topic`. `false` when there is no room.
    pub(super) fn begin(&self, topic: Topic) -> bool {
        let mut table = self.lock();
        let known = table.followed.iter().any(|(_, other)| *other == topic);
        if !known && table.followed.len() >= TOPICS_PER_CONNECTION {
            return false;
        }
        table.under_way = Some(topic);
        true
    }

    /// The subscription that was under way stands.
    pub(super) fn stands(&self, a: TopicNumber) {
        let mut table = self.lock();
        let Some(topic) = table.under_way.take() else { return };
        table.followed.retain(|(_, other)| *other != topic);
        table.followed.push((a, topic));
    }

    /// The subscription that was under way came to nothing. `true` when the topic is not followed from before either.
    pub(super) fn came_to_nothing(&self) -> bool {
        let mut table = self.lock();
        let Some(topic) = table.under_way.take() else { return false };
        !table.followed.iter().any(|(_, other)| *other == topic)
    }

    /// The topic of a number.
    pub(super) fn get(&self, a: TopicNumber) -> Option<Topic> {
        self.lock().followed.iter().find(|(number, _)| *number == a).map(|(_, topic)| *topic)
    }

    /// What these numbers stand for, of which frames were lost.
    pub(super) fn verloren(&self, dropped: &[TopicNumber]) -> Verloren {
        let table = self.lock();
        let topic = |a| table.followed.iter().find(|(number, _)| *number == a).map(|(_, topic)| *topic);
        let mut verloren = Verloren { onderweg: table.under_way, ..Verloren::default() };
        for a in dropped {
            match topic(*a) {
                Some(topic) => verloren.eigen.push((*a, topic)),
                None => verloren.leden.push(*a),
            }
        }
        verloren
    }

    /// The topic of this number, when it is followed.
    pub(super) fn of(&self, a: TopicNumber) -> Option<Topic> {
        self.lock().followed.iter().find(|(number, _)| *number == a).map(|(_, topic)| *topic)
    }

    /// Follows it no more.
    pub(super) fn end(&self, a: TopicNumber) -> Option<Topic> {
        let mut table = self.lock();
        let at = table.followed.iter().position(|(number, _)| *number == a)?;
        Some(table.followed.swap_remove(at).1)
    }

    /// All of them, for when the connection ends.
    pub(super) fn all(&self) -> Vec<Topic> {
        let table = self.lock();
        table.followed.iter().map(|(_, topic)| *topic).chain(table.under_way).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Table> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use keukentafel::domain::ids::{MedewerkerId, ZaakId};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_was_lost_is_asked_again_by_name_and_members_of_pages_together() {
        let topics = Topics::default();
        let own = Topic::ZaakRij(ZaakId(Uuid::from_u128(1)));
        let pages = [2, 3].map(|n| Topic::Werkvoorraad(MedewerkerId(Uuid::from_u128(n))));
        for (a, topic) in [(7, own), (8, pages[0]), (9, pages[1])] {
            assert!(topics.begin(topic));
            topics.stands(a);
        }
        let members: Vec<TopicNumber> = (100..600).collect();
        let all: Vec<TopicNumber> = members.iter().copied().chain([7]).collect();
        let then = Verloren { eigen: vec![(7, own)], leden: members.clone(), onderweg: None };
        assert_eq!(topics.verloren(&all), then, "five hundred members, and no word for each");
        let new = Topic::ZaakDat(ZaakId(Uuid::from_u128(4)));
        topics.begin(new);
        assert_eq!(topics.verloren(&[11]), Verloren { leden: vec![11], onderweg: Some(new), eigen: vec![] });
    }
}
