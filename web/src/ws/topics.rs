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

    /// Which topics to ask again for number `a`: its own, or, for a member of a bundle, the bundles; or one that is under way.
    pub(super) fn to_resync(&self, a: TopicNumber) -> Vec<Topic> {
        let table = self.lock();
        if let Some((_, topic)) = table.followed.iter().find(|(number, _)| *number == a) {
            return vec![*topic];
        }
        let bundle = |topic: &Topic| {
            let lists = matches!(topic, Topic::Werkvoorraad(_) | Topic::Signalen(_) | Topic::Plannen(_));
            lists || matches!(topic, Topic::Plan(_) | Topic::Huishouden(_))
        };
        let bundles = table.followed.iter().map(|(_, topic)| *topic).filter(bundle);
        bundles.chain(table.under_way).collect()
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
