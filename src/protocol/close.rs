//! Close codes of the WebSockets (`docs/PROTOCOL.md` §3). 4400–4499 tell a stock client never to reconnect.

/// Broken WebSocket protocol.
pub const PROTOCOL: u16 = 1002;
/// Text that is not UTF-8.
pub const NOT_UTF8: u16 = 1007;
/// A frame over its bound.
pub const TOO_LARGE: u16 = 1009;
/// The server restarts: come back.
pub const RESTART: u16 = 1012;
/// The server is busy: come back later.
pub const BUSY: u16 = 1013;
/// Nonsense, too often.
pub const NONSENSE: u16 = 4400;
/// The session ended.
pub const SESSION_ENDED: u16 = 4401;
/// No right; the same for what is not there.
pub const NO_RIGHT: u16 = 4403;
/// The document is gone or signed.
pub const GONE: u16 = 4410;
/// The session goes on under another cookie, with other rights: come back with that.
pub const SESSION_REPLACED: u16 = 4501;
/// The server cannot see who may know what, and gives nothing until it can: come back.
pub const NO_SIGHT: u16 = 4503;
/// No byte taken for ten seconds.
pub const SLOW: u16 = 4508;
