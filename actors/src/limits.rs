//! Every bound of what lives, with unit and reason.

use std::time::Duration;

/// Messages that may wait for one zaak, persoon or gesprek. Ten people who each press a button thrice fit many times over.
pub const ENTITY_MAILBOX: usize = 1024;

/// Frames that may wait for one document: fifty writers with a second of typing each.
pub const DOCUMENT_MAILBOX: usize = 4096;

/// Writes that may wait for the committer, over all actors: about a second of a full node.
pub const COMMIT_QUEUE: usize = 16_384;

/// How often it is looked whether a new UTC day began, whose head of the trail is to be signed. What a day holds can be rewritten
/// unseen for no longer than this after its end.
pub const HEAD_LOOK: Duration = Duration::from_secs(60);

/// How long a turn at work that one node does for all is that node's without another word. A node that is killed leaves its letters lying for
/// this long, and no more.
pub const LEASE_DUUR: Duration = Duration::from_secs(15);

/// How long the turn at messages is taken before each: longer than reading on ([`CALL_WAIT`]) and a mail server that thinks (30 s and no more:
/// the adapter lets go then) take together. A second node would send it too.
pub const MAIL_BEURT: Duration = Duration::from_secs(60);

/// How often whoever has no turn asks for it, and who has it asks again: three times before it ends.
pub const LEASE_KIJK: Duration = Duration::from_secs(5);

/// Bytes that may wait for one connection, without snapshots. A slow reader costs this and no more.
pub const OUTBOX_BYTES: usize = 64 * 1024;

/// Bytes of answers and notices that must arrive before a connection counts as dead.
pub const OUTBOX_CONTROL_BYTES: usize = 256 * 1024;

/// Bytes of snapshots that may wait for one connection: one document at its bound, encoded.
pub const OUTBOX_BULK_BYTES: usize = 24 * 1024 * 1024;

/// A connection that takes no byte for this long is closed.
pub const STALL: Duration = Duration::from_secs(10);

/// Topics that one connection may follow.
pub const TOPICS_PER_CONNECTION: usize = 256;

/// Frames kept of a topic, so that a short loss is replayed and not sent whole.
pub const RING_FRAMES: usize = 256;

/// Bytes kept of a topic for the same.
pub const RING_BYTES: usize = 64 * 1024;

/// A zaak, persoon or gesprek without subscribers sleeps after this.
pub const ENTITY_IDLE: Duration = Duration::from_secs(300);

/// A document without subscribers sleeps after this.
pub const DOCUMENT_IDLE: Duration = Duration::from_secs(60);

/// Refused frames of one connection within [`STRIKE_WINDOW`] after which it is put out of the document (`/yjs`: closed).
pub const STRIKES_MAX: usize = 3;

/// See [`STRIKES_MAX`].
pub const STRIKE_WINDOW: Duration = Duration::from_secs(60);

/// Presence leaves this long after the last frame.
pub const PRESENCE_GONE: Duration = Duration::from_secs(10);

/// Repeats of a command after another node was first, when the asker set no condition: as many as may wait there for the same zaak when a
/// hundred people press at once. Each is one append.
pub const CONFLICT_RETRIES: usize = 100;

/// The same when it was another stream that moved.
pub const CONFLICT_RETRIES_ANDERE: usize = 3;

/// Actors of one id within a minute that could not load or died, after which it is left alone for a minute: no restart loops. That the store was away when it
/// was to load does not count: an outage would go on for this id after its end.
pub const STARTS_PER_MINUTE: usize = 5;

/// How long a command's answer waits for this node's read side.
pub const READ_SIDE_WAIT: Duration = Duration::from_secs(1);

/// Times that a message looks for a living actor before it is given back. Two sleeps in a row are chance, three are a fault.
pub const LOOKUPS_MAX: usize = 3;

/// How long the actors of one kind may take to finish when the node stops.
pub const STOP_WAIT: Duration = Duration::from_secs(10);

/// How long a caller waits for an actor before the outcome counts as unknown.
pub const CALL_WAIT: Duration = Duration::from_secs(10);

/// How often it is looked which terms are over: what is kept until a day is gone within this after its end.
pub const TERMIJN_KIJK: Duration = Duration::from_secs(60 * 60);

/// Signalen that one look erases, so that it ends; the next look goes on. Erasing one costs a few writes.
pub const VERNIETIGD_PER_KEER: usize = 1_000;

/// Rights are looked at again after this even when no event asked for it.
pub const RECHECK: Duration = Duration::from_secs(300);

/// A node that did not read the feed to its end for this long gives nothing more that rights guard. The promise is five seconds (G27); a
/// look is due each second, so four that came to nothing are no chance.
pub const BLIND_AFTER: Duration = Duration::from_millis(4_500);

/// How long a question waits for the feed to be seen again before it is refused: a loop that was held up looks at once when it goes on.
pub const BLIND_PATIENCE: Duration = Duration::from_secs(1);

/// How often it is looked whether the feed is still seen: with [`BLIND_AFTER`] well within the five seconds.
pub const SIGHT_LOOK: Duration = Duration::from_millis(250);

/// Colours that a room hands out (the face's places 1 to 8).
pub const PLEKKEN: u8 = 8;

/// Bytes of one frame that count as one slot of a document's mailbox, so that large frames fill it sooner.
pub const DOCUMENT_SLOT_BYTES: usize = 1024;

/// Rows of one document in one write. Beyond this a batch would hold up its neighbours in the same commit.
pub const DOCUMENT_BATCH_ROWS: usize = 512;

/// Documents that are built from the journal at the same moment: each takes a core for up to a second.
pub const DOCUMENT_LOADS_MAX: usize = 8;

/// Rows that are read at a time when a document is made from its log alone.
pub const LOG_PAGE_ROWS: usize = 1000;

/// Rows that are replayed to who was away; after more a snapshot is smaller.
pub const REPLAY_ROWS_MAX: usize = 500;

/// Bytes that are replayed for the same.
pub const REPLAY_BYTES_MAX: usize = 256 * 1024;

/// Rows since the last snapshot above which a document leaves one behind when it goes to sleep.
pub const SLEEP_SNAPSHOT_ROWS: u64 = 50;

/// How long a document waits before it offers its rows again to a committer that was full.
pub const COMMIT_RETRY: Duration = Duration::from_millis(50);

/// Nobody is sent a value of a *latest* topic sooner than this after the one before: ten a second is as fast as an eye can follow a
/// list, however busy the table is.
pub const LATEST_EVERY: Duration = Duration::from_millis(100);

/// A dashboard on which nothing happens is sent again after this: silence for three times as long means that its figures may be old.
pub const CASELOAD_REFRESH: Duration = Duration::from_secs(10);

/// Pages of the feed that are read in one go; then whoever waits for the projector has their turn.
pub const FEED_PAGES_PER_TURN: usize = 4;

/// One client's presence is relayed once in this time at most.
pub const PRESENCE_EVERY: Duration = Duration::from_millis(100);

/// Client ids under which one connection may be present: one, and those of pages it had before.
pub const PRESENCE_IDS_PER_CONNECTION: usize = 8;

/// Bytes of a cursor that are relayed. Two relative positions are some 200.
pub const CURSOR_BYTES_MAX: usize = 4 * 1024;

/// A rekening whose page somebody has open is asked for this often after it changed …
pub const SALDO_ELKE_MIN: Duration = Duration::from_secs(15);

/// … and ever less often while it stays the same, until this: a page is never further behind than a minute.
pub const SALDO_ELKE_MAX: Duration = Duration::from_secs(60);

/// Between the beginnings of two questions about one rekening, however many hints come. The source is not ours to burden.
pub const SALDO_TUSSEN: Duration = Duration::from_millis(200);

/// Questions to the source that are under way at once, over all rekeningen: its sessions are few.
pub const SALDO_HALEN_MAX: usize = 8;

/// How long one question may take, waiting for its turn included. Below [`CALL_WAIT`], so that who asks hears it fail.
pub const SALDO_HAAL_WAIT: Duration = Duration::from_secs(8);

/// A balance is fresh for this long after the source last said so: the longest pace, and a failure on top of it.
pub const SALDO_VERS: Duration = Duration::from_secs(90);

/// How often it is looked whether the nightly sweep is due, or should be tried again.
pub const VEEG_KIJK: Duration = Duration::from_secs(300);

/// Between two sweeps, when the source says more than once that something changed.
pub const VEEG_TUSSEN: Duration = Duration::from_secs(1);

/// A rekening of which nothing usable came while the source does answer is asked for again after this long: the next look of the sweep …
pub const HERKANS_MIN: Duration = VEEG_KIJK;

/// … and after twice as long each time it is in vain, until this: no less often than everybody who changed.
pub const HERKANS_MAX: Duration = Duration::from_secs(24 * 60 * 60);

/// The hour, in the Netherlands, from which a day's sweep is due: after the banks' night run.
pub const VEEG_UUR: i8 = 3;

/// Pages of changes in one sweep. Beyond it something is wrong with the source; the next sweep goes on from there.
pub const VEEG_PAGINAS_MAX: usize = 1000;

/// Lines for the trail of what comes on pages that are open: what two pages of the feed bring on all of them. Beyond it a page is asked for
/// again by who has it open.
pub const BLIKKEN_MAX: usize = 8192;

/// Of these in one transaction: the commands of people wait for it.
pub const BLIKKEN_PER_KEER: usize = 256;

/// Events of one zaak that are played again to show it as it was. Ten a day for five years.
pub const TIJDREIS_EVENTS_MAX: usize = 20_000;

/// Moments of one zaak that a look back offers to step through.
pub const TIJDREIS_STAPPEN_MAX: usize = 500;

/// Huishoudens, groepen and plans, and as many zaken, around one person of which it is worked out who could know of a zaak by them.
pub const TIJDREIS_STROMEN_MAX: usize = 200;

/// People that a look back names.
pub const TIJDREIS_ZICHT_MAX: usize = 500;

/// Reports that a look back shows.
pub const TIJDREIS_DOCUMENTEN_MAX: usize = 10;

/// Bytes of one report's log that are replayed: as long as the log of its largest.
pub const TIJDREIS_BYTES_MAX: usize = 20 * 1000 * 1000;

/// Characters of one report that a look back carries: a hundred pages.
pub const TIJDREIS_TEKST_CHARS_MAX: usize = 200_000;

/// Reports that are replayed at the same moment: each takes a core for up to a second, and live documents come first.
pub const TIJDREIZEN_MAX: usize = 2;

/// Microseconds without a word after which what is written next is another version: ten minutes, a cup of coffee.
pub const VERSIE_STIL_MICROS: i64 = 10 * 60 * 1_000_000;

/// Microseconds that one version lasts at most, however steadily people write: an hour, the length of a talk.
pub const VERSIE_LANGST_MICROS: i64 = 60 * 60 * 1_000_000;

/// Versions of one document in the list: a round a day for half a year, and those with a name.
pub const VERSIES_MAX: usize = 200;

/// Whom one medewerker found last and may still choose by id: more than a day at a busy desk.
pub const GEVONDEN_MAX: usize = 200;

/// Hours in which whom somebody found may be chosen by id: a day, and the night after it for a form that was left open.
pub const GEVONDEN_UREN: i64 = 24;

/// Lines of the trail that are looked at for one person: who wears several roles may have found them in each.
pub const GEVONDEN_REGELS: usize = 16;

/// The longest that nobody looks for messages that are to go; a new one rings.
pub const MAIL_KIJK: Duration = Duration::from_secs(60);

/// Messages that are looked at in one go: what waits for a mail server that is down does not fill memory.
pub const MAIL_PER_KEER: usize = 200;

/// Messages that were put off and are read again at each look, to be passed over: a few hundred bytes each.
pub const MAIL_UITGESTELD_MAX: usize = 10_000;

/// A look at the outbox follows another no sooner, unless somebody rang: what is due may be another node's to send.
pub const MAIL_PAUZE: Duration = Duration::from_secs(1);

/// Before a mail that was put off is tried again; twice as long each time after that.
pub const MAIL_AFSTAND: Duration = Duration::from_secs(1);

/// The longest between two tries of one mail: a mail server that is back is found within it.
pub const MAIL_AFSTAND_MAX: Duration = Duration::from_secs(15 * 60);

/// How long a mail is tried. After two days it is for somebody to see (RFC 5321 4.5.4.1 asks four to five of a mail server, which comes after us).
pub const MAIL_PROBEREN: Duration = Duration::from_secs(2 * 24 * 60 * 60);

/// Between two messages of a node on the bus: what is recorded within it goes in one, and nobody sees the difference.
pub const BUS_SEND_EVERY: Duration = Duration::from_millis(3);

/// A node says something on the bus this often, whatever happens: it comes back as long as the line is up …
pub const BUS_BEAT: Duration = Duration::from_millis(250);

/// … and when nothing of it did for this long, the line is dead. With that a loss is noticed within a second.
pub const BUS_ECHO_WAIT: Duration = Duration::from_millis(800);

/// How long the bus may take to connect.
pub const BUS_OPEN_WAIT: Duration = Duration::from_secs(1);

/// How long the bus may take to accept one message: as long as its silence is borne.
pub const BUS_SEND_WAIT: Duration = BUS_ECHO_WAIT;

/// Before a lost bus is tried again …
pub const BUS_REOPEN_MIN: Duration = Duration::from_millis(50);

/// … twice as long after each try in vain, until this: a bus that is back is found within it.
pub const BUS_REOPEN_MAX: Duration = Duration::from_secs(2);

/// Documents that one message on the bus names: all that people type in at once on a full node. What more changed is said as "look at
/// everything".
pub const BUS_DOCUMENTS_MAX: usize = 1024;

/// Rooms whose presence waits to be said. Beyond it a room is told of at its next turn, after [`PRESENCE_AGAIN`].
pub const BUS_ROOMS_MAX: usize = 1024;

/// Bytes of presence in one message on the bus.
pub const BUS_ROOM_BYTES_MAX: usize = 128 * 1024;

/// Bytes of a message on the bus that is read: presence of a full document, and a node's hints beside it.
pub const BUS_MESSAGE_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Everything that is awake is held against the record this often, also while the bus is up: a hint may have been lost on the way.
pub const BUS_SWEEP: Duration = Duration::from_secs(25);

/// Without a bus the record is looked at after this while something comes …
pub const LOG_TAIL_MIN: Duration = Duration::from_millis(100);

/// … and ever less often while nothing does, until this.
pub const LOG_TAIL_MAX: Duration = Duration::from_millis(500);

/// A node says again who is present at it this often, as long as somebody is.
pub const PRESENCE_AGAIN: Duration = Duration::from_secs(4);

/// Who is present at another node leaves when nothing was said of them for three of these turns.
pub const PRESENCE_ELDERS_GONE: Duration = Duration::from_secs(12);

/// Before an actor reads on again that could not, as the database was away: not noticed by who looks at a page …
pub const HERLEES_MIN: Duration = Duration::from_millis(250);

/// … and twice as long after each try in vain, until this: thousands that are awake ask a database that comes back no more than this often.
pub const HERLEES_MAX: Duration = Duration::from_secs(5);

/// Questions that wait for one look at the feed: as many as there are people on a full node, each with a page that asks for some things at once.
/// Beyond it who asks is shown what there is.
pub const BIJLEZERS_MAX: usize = 8192;

/// How far beyond this node's feed a place can be that a client names: a day at ten thousand transactions a second, of 8 192 places each
/// (ADR 19). What is further was told by no node, and is not looked for.
pub const POSITIE_VOORUIT_MAX: u64 = 24 * 60 * 60 * 10_000 * 8_192;

/// Without a bus it is looked this often in the trail for what bells and alarms say: nobody stands beside a bell.
pub const BELLEN_KIJK: Duration = Duration::from_secs(5);

/// Microseconds of the trail that are read again each time: a line says when somebody looked, and comes in later by as much as a commit waits and
/// clocks of nodes differ.
pub const SPOREN_SPELING_MICROS: i64 = 60 * 1_000_000;
