//! What crosses the bus: ids and numbers, and where a cursor stands. No name, no text.

use keukentafel::domain::ids::{DocumentId, GemeenteId, MedewerkerId, PersoonId};
use keukentafel::guard::ClientId;
use keukentafel::protocol::topic::Topic;
use keukentafel::protocol::view::Zaakdeel;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use super::Room;
use crate::limits::{BUS_MESSAGE_BYTES_MAX, BUS_ROOM_BYTES_MAX};

/// Everybody of one node who is in a room. Whole, and not what changed: so that one that was lost is made good by the next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Present {
    /// At the table of a zaak or plan, and at which part they look.
    Tafel(Vec<(MedewerkerId, Option<Zaakdeel>)>),
    /// In a document.
    Tekst(Vec<Caret>),
}

impl Present {
    /// The same kind of room, empty.
    const fn nobody(&self) -> Self {
        match self {
            Self::Tafel(_) => Self::Tafel(Vec::new()),
            Self::Tekst(_) => Self::Tekst(Vec::new()),
        }
    }
}

/// Where somebody stands in a text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Caret {
    /// The Yjs client id.
    pub(crate) client: ClientId,
    /// Rises with what the client says.
    pub(crate) clock: u32,
    /// Who.
    pub(crate) wie: MedewerkerId,
    /// Relative positions, as the client gave them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cursor: Option<Value>,
}

/// Who is in one room.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct InRoom {
    pub(super) gemeente: GemeenteId,
    pub(super) kamer: String,
    pub(super) wie: Present,
}

impl InRoom {
    /// In bytes, as it is said.
    pub(super) fn size(&self) -> usize {
        bytes_of(self)
    }

    /// Makes it fit in [`BUS_ROOM_BYTES_MAX`] and answers its size: cursors go first, those of the last; then the last of who is there. Who is
    /// there counts for more than where they look.
    pub(super) fn cut(&mut self) -> usize {
        let frame =
            InRoom { gemeente: self.gemeente, kamer: self.kamer.clone(), wie: self.wie.nobody() }.size();
        let mut left = BUS_ROOM_BYTES_MAX.saturating_sub(frame);
        match &mut self.wie {
            Present::Tafel(wie) => keep(wie, &mut left),
            Present::Tekst(carets) => {
                let cursors: Vec<_> = carets.iter_mut().map(|caret| caret.cursor.take()).collect();
                keep(carets, &mut left);
                for (caret, cursor) in carets.iter_mut().zip(cursors) {
                    let Some(cursor) = cursor else { continue };
                    let more = bytes_of(&cursor) + CURSOR_NAME_BYTES;
                    if more > left {
                        break;
                    }
                    left -= more;
                    caret.cursor = Some(cursor);
                }
            }
        }
        self.size()
    }
}

/// Bytes of `,"cursor":`.
const CURSOR_NAME_BYTES: usize = 10;

/// As many of these as there is room for, each with its comma.
fn keep<T: Serialize>(all: &mut Vec<T>, left: &mut usize) {
    let fits = |one: &&T| {
        let rest = left.checked_sub(bytes_of(one) + 1);
        *left = rest.unwrap_or(*left);
        rest.is_some()
    };
    let many = all.iter().take_while(fits).count();
    all.truncate(many);
}

fn bytes_of(one: &impl Serialize) -> usize {
    serde_json::to_vec(one).map_or(0, |bytes| bytes.len())
}

/// One message. A field that a newer node adds is passed over by an older one: what it says is in the record too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Message {
    /// Which history it is about.
    pub(super) epoch: Uuid,
    /// The name of the node, for people who look.
    pub(super) node: String,
    /// Which process says it: another start is another.
    pub(super) process: Uuid,
    /// Everything is to be looked at.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) alles: bool,
    /// The feed stands at least here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) feed: Option<u64>,
    /// Documents, and their last rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) documenten: Vec<(GemeenteId, DocumentId, u64)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) aanwezig: Vec<InRoom>,
    /// Whose dossier was looked at, as the trail has it, and when: for who has their own log open.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) gezien: Vec<(GemeenteId, PersoonId, i64)>,
    /// In which municipality a protected dossier was opened, and when.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) geopend: Vec<(GemeenteId, i64)>,
    /// Rooms of which is asked who is in them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) vragen: Vec<(GemeenteId, String)>,
}

/// Why a message is passed over.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) enum Unfit {
    /// Longer than anything that we say.
    Long,
    /// Not one of ours.
    Malformed,
    /// About another history.
    Foreign,
}

impl Unfit {
    /// For the metric.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Malformed => "malformed",
            Self::Foreign => "foreign",
        }
    }
}

impl Message {
    /// What was said, when it is about the history of this epoch.
    pub(super) fn read(bytes: &[u8], epoch: Uuid) -> Result<Self, Unfit> {
        if bytes.len() > BUS_MESSAGE_BYTES_MAX {
            return Err(Unfit::Long);
        }
        let message: Self = serde_json::from_slice(bytes).map_err(|_| Unfit::Malformed)?;
        if message.process.is_nil() {
            return Err(Unfit::Malformed);
        }
        if message.epoch == epoch { Ok(message) } else { Err(Unfit::Foreign) }
    }

    /// Its bytes.
    pub(super) fn bytes(&self) -> Vec<u8> {
        // Ids, numbers and what was JSON before: serialising that cannot fail.
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The room of this name; `None` when nobody can be present in what it names.
pub(super) fn room(gemeente: GemeenteId, name: &str) -> Option<Room> {
    let topic: Topic = name.parse().ok()?;
    let fits = matches!(topic, Topic::Document(_) | Topic::ZaakTafel(_) | Topic::PlanTafel(_));
    fits.then_some((gemeente, topic))
}
