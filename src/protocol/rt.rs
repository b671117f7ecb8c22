//! The text frames of `/rt` (`kt.v1.json`).

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::view::{Auteur, Door, Ik, Uitgevoerd, Zaakdeel};
use crate::clock::Moment;

/// The subprotocol's name.
pub const SUBPROTOCOL: &str = "kt.v1.json";

/// What a client holds of a topic.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Pos {
    /// The epoch.
    pub e: String,
    /// The last version (of a document: `seq`).
    pub v: u64,
}

/// Client → server.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case", deny_unknown_fields)]
pub enum ClientMessage {
    /// The first frame.
    Hallo {
        /// Which tab.
        tab: Uuid,
    },
    /// Follow a topic.
    Sub {
        /// The client's number of this request.
        r: u64,
        /// The topic.
        topic: String,
        /// What is held of it.
        #[serde(default)]
        pos: Option<Pos>,
        /// How far the record was when the client was last told: what is shown is of then or later.
        #[serde(default)]
        positie: Option<u64>,
    },
    /// Follow it no more.
    Unsub {
        /// The client's number of this request.
        r: u64,
        /// The topic's number.
        a: u32,
    },
    /// At which part of the page of a zaak one looks, for who sits at it too; absent for none of them.
    Hier {
        /// The number of the topic of who sits there.
        a: u32,
        /// The part.
        #[serde(default)]
        deel: Option<Zaakdeel>,
    },
    /// A command.
    Cmd {
        /// The client's number of this request.
        r: u64,
        /// The command id, the same at every repeat.
        id: Uuid,
        /// Its name.
        name: String,
        /// Its body.
        b: Value,
        /// Only when the object is still at this version.
        #[serde(default)]
        if_v: Option<u64>,
    },
    /// Answers the server's ping.
    Pong {
        /// Its number.
        n: u64,
    },
    /// The client's own heartbeat.
    Ping {
        /// Its number.
        n: u64,
    },
}

/// How a subscription begins.
#[derive(Copy, Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// With the whole present value.
    Snapshot,
    /// With what was missed.
    Replay,
    /// The client has it all.
    Current,
}

/// The bounds that a client must know.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Max {
    /// Bytes of a text frame.
    pub tekst: usize,
    /// Bytes of a document frame.
    pub document: usize,
    /// Topics per connection.
    pub topics: usize,
}

/// Server → client.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[serde(tag = "t", rename_all = "snake_case")]
pub enum ServerMessage<'a> {
    /// Answers `hallo`.
    Welkom {
        /// The connection's id.
        sid: Uuid,
        /// Who is logged in.
        ik: Ik,
        /// The time by the clock in which cases live: that of terms and of what happened.
        #[schema(value_type = String, format = DateTime)]
        nu: Moment,
        /// Seconds between the server's pings.
        hb: u64,
        /// The bounds.
        max: Max,
    },
    /// A subscription stands.
    Ok {
        /// The request.
        r: u64,
        /// The topic's number on this node.
        a: u32,
        /// The topic.
        topic: String,
        /// Its epoch.
        e: String,
        /// Its version.
        v: u64,
        /// How it begins.
        how: How,
    },
    /// The whole present value.
    Snap {
        /// The topic's number.
        a: u32,
        /// Its version.
        v: u64,
        /// The view.
        #[schema(value_type = Object)]
        b: &'a RawValue,
    },
    /// Something happened; `b` is the whole view after it.
    Ev {
        /// The topic's number.
        a: u32,
        /// The version it made.
        v: u64,
        /// What happened.
        k: &'a str,
        /// When.
        #[schema(value_type = String, format = DateTime)]
        at: Moment,
        /// Who did it.
        door: Option<Door>,
        /// The view.
        #[schema(value_type = Object)]
        b: &'a RawValue,
    },
    /// The newest value of a topic that has no history.
    Latest {
        /// The topic's number.
        a: u32,
        /// Rises with each value.
        v: u64,
        /// The value.
        #[schema(value_type = Object)]
        b: &'a RawValue,
    },
    /// A member of a bundle, with its present value.
    Lid {
        /// The member's topic number.
        a: u32,
        /// The bundle's topic number.
        bij: u32,
        /// The member's topic.
        topic: String,
        /// Its epoch.
        e: String,
        /// Its version.
        v: u64,
        /// The view.
        #[schema(value_type = Object)]
        b: &'a RawValue,
    },
    /// A member left the bundle.
    Eraf {
        /// The member's topic number.
        a: u32,
        /// The bundle's topic number.
        bij: u32,
    },
    /// Something was dropped: subscribe again.
    Resync {
        /// The topic's number.
        a: u32,
        /// Its version now.
        v: u64,
    },
    /// No right any more: wipe what was shown.
    Revoked {
        /// The topic's number.
        a: u32,
    },
    /// Who writes under which client id.
    Auteurs {
        /// The document's topic number.
        a: u32,
        /// The whole list, later additions.
        b: Vec<Auteur>,
    },
    /// Something that whoever has the document open must know: `document.quarantaine` (a stored row does not apply; it is shown as it
    /// stood before, and takes no text) or `document.groot` (it grew beyond 5 MB; to those who may write, once for each crossing).
    LetOp {
        /// The document's topic number.
        a: u32,
        /// The code.
        code: &'a str,
    },
    /// A document frame was refused; the text is still the client's.
    Geweigerd {
        /// The document's topic number.
        a: u32,
        /// The frame's number.
        nr: u64,
        /// The code.
        code: &'a str,
        /// More precisely.
        reden: &'a str,
    },
    /// A command is done.
    Done {
        /// The request.
        r: u64,
        /// The command.
        id: Uuid,
        /// The answer.
        b: Uitgevoerd,
    },
    /// A request is refused.
    Err {
        /// The request.
        r: u64,
        /// The command, if it was one.
        #[serde(skip_serializing_if = "Option::is_none")]
        id: Option<Uuid>,
        /// The code.
        code: String,
        /// In a few Dutch words.
        titel: String,
        /// What to do next, in Dutch.
        uitleg: String,
        /// With a conflict: the present version.
        #[serde(skip_serializing_if = "Option::is_none")]
        versie: Option<u64>,
        /// With a conflict: who was first.
        #[serde(skip_serializing_if = "Option::is_none")]
        door: Option<Door>,
        /// With a conflict: when that was.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schema(value_type = Option<String>, format = DateTime)]
        at: Option<Moment>,
        /// With a conflict: what happened then, such as `ZaakToegewezen`.
        #[serde(skip_serializing_if = "Option::is_none")]
        soort: Option<String>,
        /// With a conflict: to whom, where people are named in it.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        namen: Vec<String>,
        /// The one that is there already, when the asker may see it.
        #[serde(skip_serializing_if = "Option::is_none")]
        verwijst_naar: Option<Uuid>,
    },
    /// Are you there?
    Ping {
        /// Its number.
        n: u64,
    },
    /// Answers the client's ping.
    Pong {
        /// Its number.
        n: u64,
    },
    /// The clock in which cases live was moved (demo mode).
    Klok {
        /// The time by it.
        #[schema(value_type = String, format = DateTime)]
        nu: Moment,
    },
    /// The node goes away: reconnect at a random moment within this time.
    Drain {
        /// Milliseconds.
        within_ms: u64,
    },
}
