//! Every bound of the guard, with unit and reason. Nothing a client sends is read, counted or kept without one.

/// Bytes of one document frame. A pasted chapter is some tens of KiB; the wire refuses more anyway.
pub const FRAME_BYTES_MAX: usize = 1024 * 1024;
/// Bytes of one stored snapshot. A document is refused growth at 20 MB; the rest is room for old ones.
pub const SNAPSHOT_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Client sections in one frame. Every page load takes a new id, and a frame may carry all of them.
pub const SECTIONS_MAX: usize = CLIENTS_PER_DOCUMENT_MAX;
/// Client ids one document may ever hold: fifty writing sessions each working day for half a year. It keeps a
/// state vector under 100 KiB, and bounds the recursion in which yrs skips over consumed sections.
pub const CLIENTS_PER_DOCUMENT_MAX: usize = 8_192;
/// Client ids of one writer in one document: eight page loads each working day for half a year. Below the bound of the
/// document, so that nobody closes it for the others.
pub const CLIENTS_PER_WRITER_MAX: usize = 1_024;
/// Client sections of one frame that bring something new. One is the rule; more come from sessions offline.
pub const SECTIONS_NEW_MAX: usize = 64;
/// Delete ranges in one client frame. A SyncStep2 carries the whole delete set of a document.
pub const DELETE_RANGES_MAX: usize = 65_536;
/// Delete ranges in one stored snapshot, under which the document itself stays by its bytes.
pub const SNAPSHOT_DELETE_RANGES_MAX: usize = 4 * 1024 * 1024;
/// Clocks that one frame may bring as already erased. Erasing is how a victim's clock would be poisoned; an
/// honest client seldom deletes a whole chapter before it was ever sent.
pub const ERASED_CLOCKS_MAX: u32 = 65_536;
/// Largest end clock of a client. yrs subtracts clocks as `i32`, so a higher one wraps.
pub const CLOCK_MAX: u32 = i32::MAX as u32;
/// Largest client id: JavaScript's safe integers, and yrs masks what is above.
pub const CLIENT_MAX: u64 = (1 << 53) - 1;
/// Depth of shared types under the root. Fourteen nested lists; every reader recurses this deep.
pub const TYPE_DEPTH_MAX: u8 = 32;
/// Depth of a value, as `Any` or as JSON. Attributes of our nodes are at most an array of numbers.
pub const VALUE_DEPTH_MAX: usize = 32;
/// Bytes of the name of an attribute, node or mark, or of a root.
pub const NAME_BYTES_MAX: usize = 128;
/// Bytes of one string within an attribute, and of one mark's JSON. A long link is 2 KiB.
pub const ATTRIBUTE_STRING_BYTES_MAX: usize = 4 * 1024;
/// Bytes of all values of one attribute struct.
pub const ATTRIBUTE_BYTES_MAX: usize = 8 * 1024;
/// Entries of one awareness frame: whole rooms are echoed by stock providers, with those who just left.
pub const AWARENESS_ENTRIES_MAX: usize = 256;
/// Bytes of one awareness state: a name, a colour and a cursor are under 1 KiB.
pub const AWARENESS_STATE_BYTES_MAX: usize = 16 * 1024;
/// Bytes of one awareness frame: the bound of a control frame.
pub const AWARENESS_BYTES_MAX: usize = 64 * 1024;

/// The bounds of one kind of update.
#[derive(Copy, Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub(super) bytes_max: usize,
    pub(super) sections_max: usize,
    pub(super) delete_ranges_max: usize,
}

impl Bounds {
    /// For what a client sends.
    #[must_use]
    pub const fn frame() -> Self {
        Self { bytes_max: FRAME_BYTES_MAX, sections_max: SECTIONS_MAX, delete_ranges_max: DELETE_RANGES_MAX }
    }

    /// For what we stored ourselves.
    #[must_use]
    pub const fn snapshot() -> Self {
        Self {
            bytes_max: SNAPSHOT_BYTES_MAX,
            sections_max: SECTIONS_MAX,
            delete_ranges_max: SNAPSHOT_DELETE_RANGES_MAX,
        }
    }
}
