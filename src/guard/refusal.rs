//! Why a frame is refused. A refusal names the rule and never the content.

use thiserror::Error;

/// A broken rule. The whole frame is refused; the sender keeps its text and synchronises again.
#[derive(Copy, Clone, Debug, PartialEq, Eq, Hash, Error)]
pub enum Refusal {
    /// The bytes end within a value.
    #[error("frame ends too early")]
    Truncated,
    /// Bytes follow after the end.
    #[error("bytes follow after the end of the frame")]
    TrailingBytes,
    /// More bytes than the bound.
    #[error("frame is over its bound in bytes")]
    TooLarge,
    /// A string is not UTF-8: yrs and browsers would differ over it.
    #[error("string is not valid UTF-8")]
    Utf8,
    /// A number is longer than needed or above 53 bits.
    #[error("number is not in its shortest form or above 53 bits")]
    Number,
    /// A struct, string or range of length zero.
    #[error("length zero")]
    LengthZero,
    /// A count that the bytes left cannot hold.
    #[error("count is above what the frame can hold")]
    Count,
    /// Nested too deep.
    #[error("nested too deep")]
    TooDeep,
    /// A clock beyond the last safe one.
    #[error("clock is beyond its bound")]
    Clock,
    /// A client id beyond the last safe one.
    #[error("client id is beyond its bound")]
    Client,
    /// One client has two sections.
    #[error("a client has two sections")]
    ClientTwice,
    /// More client ids than one document, writer or frame may have.
    #[error("too many client ids")]
    TooManyClients,
    /// An info byte or type that Yjs does not write.
    #[error("unknown kind of struct")]
    StructKind,
    /// A kind of content that no editor of ours sends.
    #[error("kind of content is not allowed")]
    ContentKind,
    /// A node of the document that the schema does not know.
    #[error("unknown node")]
    NodeName,
    /// A suggestion that does not say whose it is and of when.
    #[error("suggestion without a name")]
    Suggestion,
    /// A new suggestion in somebody else's name.
    #[error("suggestion in the name of somebody else")]
    SuggestionOfOther,
    /// A mark that the schema does not know.
    #[error("unknown mark")]
    MarkName,
    /// An attribute with a name or value over its bound.
    #[error("attribute is not allowed")]
    Attribute,
    /// A mark or presence state that is not JSON.
    #[error("value is not JSON")]
    Json,
    /// A link to something other than the web, mail or telephone.
    #[error("link has a scheme that is not allowed")]
    Link,
    /// A root that the document does not have.
    #[error("unknown root")]
    Root,
    /// A struct in a parent that cannot hold it.
    #[error("parent cannot hold this")]
    Parent,
    /// A struct between neighbours of different parents.
    #[error("neighbours have different parents")]
    Neighbours,
    /// Structs that wait for each other.
    #[error("structs depend on each other in a circle")]
    Cycle,
    /// More clocks erased at once than allowed.
    #[error("too much erased in one frame")]
    ErasedTooMuch,
    /// A deletion of something that does not exist.
    #[error("deletes what does not exist")]
    DeletesUnknown,
    /// More delete ranges than allowed.
    #[error("too many delete ranges")]
    DeleteRanges,
    /// A message that a client never sends.
    #[error("unknown message")]
    Message,
    /// More awareness entries than allowed.
    #[error("too many awareness entries")]
    AwarenessEntries,
    /// Stored bytes that lean on bytes not loaded before: never about a client's frame.
    #[error("stored update depends on what was not loaded")]
    Missing,
}

impl Refusal {
    /// The stable code that crosses the wire, beside the caller's `DOCUMENT_FRAME_GEWEIGERD`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Truncated => "document.afgekapt",
            Self::TrailingBytes => "document.bytes_over",
            Self::TooLarge => "document.te_groot",
            Self::Utf8 => "document.utf8",
            Self::Number => "document.getal",
            Self::LengthZero => "document.lengte_nul",
            Self::Count => "document.aantal",
            Self::TooDeep => "document.te_diep",
            Self::Clock => "document.klok",
            Self::Client => "document.client",
            Self::ClientTwice => "document.client_dubbel",
            Self::TooManyClients => "document.te_veel_clients",
            Self::StructKind => "document.soort_onbekend",
            Self::ContentKind => "document.inhoud_verboden",
            Self::NodeName => "document.knoop_onbekend",
            Self::Suggestion => "document.voorstel_naamloos",
            Self::SuggestionOfOther => "document.voorstel_van_ander",
            Self::MarkName => "document.opmaak_onbekend",
            Self::Attribute => "document.attribuut",
            Self::Json => "document.json",
            Self::Link => "document.link_verboden",
            Self::Root => "document.wortel_onbekend",
            Self::Parent => "document.ouder",
            Self::Neighbours => "document.buren",
            Self::Cycle => "document.kring",
            Self::ErasedTooMuch => "document.te_veel_gewist",
            Self::DeletesUnknown => "document.verwijdert_onbekend",
            Self::DeleteRanges => "document.te_veel_verwijderd",
            Self::Message => "document.bericht_onbekend",
            Self::AwarenessEntries => "document.te_veel_aanwezig",
            Self::Missing => "document.ontbreekt",
        }
    }
}
