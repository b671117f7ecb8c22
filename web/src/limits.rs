//! Every bound of the edge, with unit and reason.

use std::time::Duration;

/// Between two moments at which it is said that something is not there. What is in the time by itself (some tens of microseconds) falls
/// between two of them in one of a hundred answers; nobody waits for a page that is not there.
pub(crate) const BEAT: Duration = Duration::from_millis(4);

/// Time for the head of a request. A phone on a bad line needs two seconds; who needs more is stalling.
pub(crate) const HEAD_WAIT: Duration = Duration::from_secs(15);

/// Time for the body of a request, for the same reason.
pub(crate) const BODY_WAIT: Duration = Duration::from_secs(15);

/// Bytes of a request's body: the largest command there is.
pub(crate) const BODY_BYTES_MAX: usize = keukentafel::limits::COMMAND_BYTES_MAX;

/// Bytes of a body that are still read, and thrown away, when it is larger than it may be: whoever sends no more than this is told so on a
/// line that is whole.
pub(crate) const BODY_READ_MAX: usize = 1024 * 1024;

/// Bytes that are read, and thrown away, after the last answer of a connection: as much as may be under way by then.
pub(crate) const LINGER_BYTES_MAX: usize = 1024 * 1024;

/// Bytes of the head of a request; cookies, a path and an `Origin` are below 4 KiB.
pub(crate) const HEAD_BYTES_MAX: usize = 16 * 1024;

/// Open TCP connections. Three times the idle sockets that the speed goal asks of one machine.
pub(crate) const CONNECTIONS_MAX: usize = 16_384;

/// Open file descriptors that the process asks for: every connection, and the database's files.
pub(crate) const FILES_WANTED: u64 = CONNECTIONS_MAX as u64 + 1024;

/// Open sockets of one session, unless set otherwise. A tab uses one, and a browser with sixty tabs is the most that anyone has
/// shown us; a stolen session cannot take the whole machine. In demo mode one login may stand for a whole room: there the number
/// of connections is the bound.
pub(crate) const SOCKETS_PER_SESSION: usize = 64;

/// Sessions of one person, the oldest goes first: everything that somebody logged in on in a day and forgot.
pub(crate) const SESSIONS_PER_PERSON_MAX: usize = 256;

/// Sessions altogether, before logins are refused: a municipality of a thousand people, a hundred times over.
pub(crate) const SESSIONS_MAX: usize = 100_000;

/// Logins of one person at once, and per second after that. Nobody logs in more often by hand.
pub(crate) const LOGIN_BURST: f64 = 60.0;
/// See [`LOGIN_BURST`].
pub(crate) const LOGIN_PER_SECOND: f64 = 5.0;

/// A session ends when nothing is done for this long; an installation may set less.
pub(crate) const SESSION_IDLE: Duration = Duration::from_secs(15 * 60);

/// A session ends after this in any case: one working day with a break; an installation may set less.
pub(crate) const SESSION_ABSOLUTE: Duration = Duration::from_secs(10 * 60 * 60);

/// After a fresh proof of who one is, acts that ask for it are open for this long: one act, and one that was mistyped.
pub(crate) const STAP_OP_DUUR: Duration = Duration::from_secs(5 * 60);

/// Between going to a provider of identities and coming back: a code by post is not sent, an app that must be installed is.
pub(crate) const LOGIN_DUUR: Duration = Duration::from_secs(10 * 60);

/// Characters of the cookie of a login that is under way; ours has about 500.
pub(crate) const LOGIN_COOKIE_BYTES_MAX: usize = 2048;

/// How often the file of sessions is brought up to date with who was active. After a crash an activity may be forgotten by this
/// much, which is why a start gives as much time extra.
pub(crate) const SESSION_SAVE_EVERY: Duration = Duration::from_secs(60);

/// Between two looks at what other nodes did to sessions. Who logged out elsewhere is out within two seconds; four looks fit in that.
pub(crate) const SESSIES_KIJK: Duration = Duration::from_millis(500);

/// A look that takes longer is none: half of [`SESSIES_BLIND`].
pub(crate) const SESSIES_WACHT: Duration = Duration::from_secs(2);

/// Without a look for this long a node gives nothing out: a session may be over for at most five seconds without anybody knowing.
pub(crate) const SESSIES_BLIND: Duration = Duration::from_secs(4);

/// Between two looks at whether that is so, which close every socket: together with [`SESSIES_BLIND`] below five seconds.
pub(crate) const SESSIES_BLIND_KIJK: Duration = Duration::from_millis(250);

/// Between two looks that are asked for because of a cookie that nobody knows here: fifty a second, whoever makes up cookies.
pub(crate) const SESSIES_MIS_TUSSEN: Duration = Duration::from_millis(20);

/// Looks for what goes on under another secret while it is ended. Nobody chooses another role three times within some milliseconds.
pub(crate) const SESSIES_EINDIG_RONDES: usize = 3;

/// Sockets that a node among several takes at once, and a second after that: when another goes, all that it had come here, and each asks anew for
/// what it follows. Beyond it a browser hears before the upgrade when to come back; a node alone has nobody else to send them to.
pub(crate) const TOELATING_BURST: f64 = 4_000.0;
/// See [`TOELATING_BURST`].
pub(crate) const TOELATING_PER_SECOND: f64 = 1_000.0;

/// Frames of one connection: this many at once …
pub(crate) const FRAMES_BURST: f64 = 200.0;
/// … and this many a second after that. Above it we read more slowly; nothing is refused.
pub(crate) const FRAMES_PER_SECOND: f64 = 50.0;

/// Bytes of one text frame.
pub(crate) const TEXT_BYTES_MAX: usize = keukentafel::limits::COMMAND_BYTES_MAX;

/// Bytes of one binary frame.
pub(crate) const BINARY_BYTES_MAX: usize = keukentafel::limits::DOCUMENT_FRAME_BYTES_MAX;

/// Fragments of one message. Browsers send one; a megabyte in the smallest pieces that a proxy cuts is below this.
pub(crate) const FRAGMENTS_MAX: u32 = 1024;

/// Bytes that are read from a socket in one go, into a buffer that the thread and not the connection owns.
pub(crate) const READ_BYTES: usize = 16 * 1024;

/// The first frame of `/rt` must come within this.
pub(crate) const HALLO_WAIT: Duration = Duration::from_secs(5);

/// Between two pings of the server.
pub(crate) const PING_EVERY_SECONDS: u32 = 25;

/// A `/rt` that was silent for this long is dead: two pings went unanswered.
pub(crate) const RT_DEAD_SECONDS: u32 = 2 * PING_EVERY_SECONDS + 5;

/// Between two pings of a document's socket. A stock provider says nothing by itself for 15 s, and presence ends after 10.
pub(crate) const YJS_PING_EVERY_SECONDS: u32 = 4;

/// A `/yjs` that was silent for this long is dead.
pub(crate) const YJS_DEAD_SECONDS: u32 = 60;

/// Text frames that make no sense, within [`NONSENSE_WINDOW`], after which the connection is closed for good.
pub(crate) const NONSENSE_MAX: usize = 10;
/// See [`NONSENSE_MAX`].
pub(crate) const NONSENSE_WINDOW: Duration = Duration::from_secs(60);

/// Time for the last bytes of a connection that closes, and for the other side to agree.
pub(crate) const CLOSE_WAIT: Duration = Duration::from_secs(2);

/// Characters of a field name that an answer repeats. Ours are below 30.
pub(crate) const FIELD_CHARS_MAX: usize = 64;

/// Hints of a source at once: every booking of a pay run that is told in a burst …
pub(crate) const HINT_BURST: f64 = 200.0;
/// … and per second after that: a hundred thousand changes in an hour are 28. What is turned away is found by the next question.
pub(crate) const HINT_PER_SECOND: f64 = 30.0;

/// A hint is remembered for as long as its signature could be used again: 300 s before and 300 s after its time.
pub(crate) const HINT_REMEMBERED: Duration = Duration::from_secs(600);

/// The same hint may come again for this long: signatures tell seconds, and two bookings in one are two hints.
pub(crate) const HINT_AGAIN: Duration = Duration::from_secs(3);

/// Hints that are remembered: [`HINT_REMEMBERED`] at [`HINT_PER_SECOND`], and a burst.
pub(crate) const HINTS_REMEMBERED_MAX: usize = 20_000;
/// Reports of signalen by one source or one person at once: a night's list of a woningstichting goes in one by one …
pub(crate) const BRON_BURST: f64 = 60.0;
/// … and so many a second after that.
pub(crate) const BRON_PER_SECOND: f64 = 2.0;

/// Messages that somebody logged out at a provider, which are remembered so that none is taken twice; each for some minutes. More at once is
/// every medewerker of a large municipality leaving within those.
pub(crate) const UITGELOGD_REMEMBERED_MAX: usize = 8192;

/// Seconds after which a provider is asked again whether somebody still has their roles, unless set otherwise: a role that was taken away
/// holds no longer than a talk at the desk, and a thousand sessions are three questions a second.
pub(crate) const NAVRAAG_GEWOON: u64 = 300;
/// The most that may be set: who was put out at noon is out before the next appointment.
pub(crate) const NAVRAAG_HOOGSTENS: u64 = 3600;

/// Such questions that are under way at once: a provider that is slow is not pushed over by us.
pub(crate) const NAVRAGEN_TEGELIJK: usize = 8;

/// Bytes around such a message: the name of its field, and what has to be written otherwise in a form.
pub(crate) const UITGELOGD_FORM_BYTES: usize = 1024;

/// Such messages that do not hold, at once, before they are turned away unread; one that holds never is.
pub(crate) const UITGELOGD_MISSERS_BURST: f64 = 60.0;
/// See [`UITGELOGD_MISSERS_BURST`].
pub(crate) const UITGELOGD_MISSERS_PER_SECOND: f64 = 1.0;

/// Reports without a good key, of everybody together, that are written in the trail; beyond it nobody guesses a key either.
pub(crate) const SLEUTEL_MISSERS_BURST: f64 = 60.0;
/// See [`SLEUTEL_MISSERS_BURST`].
pub(crate) const SLEUTEL_MISSERS_PER_SECOND: f64 = 0.5;
