//! Every bound of the adapters and simulators, with unit and reason. What a port takes and gives is bounded in
//! `keukentafel::poort::limits`.

use std::time::Duration;

/// Time to open a connection. A source that needs longer is out of order.
pub const CONNECT_WAIT: Duration = Duration::from_secs(2);

/// Time for one question with its answer, by default. Somebody stands at the desk; the BRP promises one second.
pub const ANSWER_WAIT: Duration = Duration::from_secs(5);

/// Questions under way at one source, by default: its own limits are not known, and one desk asks one at a time.
pub const CALLS_MAX: usize = 8;

/// Time before a question is asked once more after its connection could not be made.
pub const RETRY_WAIT: Duration = Duration::from_millis(100);

/// Connections kept open to one source while nothing is asked.
pub const IDLE_CONNECTIONS_MAX: usize = 4;

/// Bytes of one answer of the BRP. Twenty persons with large families are below 200 KiB.
pub const BRP_BODY_BYTES_MAX: usize = 1024 * 1024;

/// Bytes of one answer of Allegro. A hundred transactions with long texts are below 64 KiB.
pub const ALLEGRO_BODY_BYTES_MAX: usize = 256 * 1024;

/// Bytes of a refusal that are read to find its code.
pub const PROBLEM_BYTES_MAX: usize = 16 * 1024;

/// Failures in a row after which a source is left alone: fewer would be a hiccup.
pub const BREAKER_FAILURES: u32 = 5;

/// Microseconds that a source is left alone the first time; each failed trial doubles it.
pub const BREAKER_OPEN_MICROS: i64 = 5_000_000;

/// Microseconds that a source is left alone at most: who waits for it sees it back within a minute.
pub const BREAKER_OPEN_MICROS_MAX: i64 = 60_000_000;

/// Persons that one question to the BRP can name (its own bound).
pub const BSN_PER_QUESTION_MAX: usize = 20;

/// Letters of a name in the wider question (the BRP wants three).
pub const WILDCARD_LETTERS: usize = 3;

/// Microseconds that the signature of a hint may be old or ahead: two clocks and one queue apart.
pub const HINT_AGE_MICROS_MAX: i64 = 300_000_000;

/// Customers that one hint names. More than these: an empty list, ask what changed.
pub const HINT_CUSTOMERS_MAX: usize = 50;

/// Bytes of a hint.
pub const HINT_BYTES_MAX: usize = 8 * 1024;

/// Bytes of a hint's key below which it is no secret.
pub const HINT_KEY_BYTES_MIN: usize = 16;

/// Bytes of a simulator's request. Twenty BSNs with 130 fields are below 32 KiB.
pub const SIM_BODY_BYTES_MAX: usize = 64 * 1024;

/// Bytes of a request's head at a simulator.
pub const SIM_HEAD_BYTES_MAX: usize = 16 * 1024;

/// Time in which a simulator wants the head of a request, and then its body.
pub const SIM_READ_WAIT: Duration = Duration::from_secs(5);

/// Connections of a simulator. More wait to be accepted.
pub const SIM_CONNECTIONS_MAX: usize = 256;

/// Time that a simulator which was told to hang does so.
pub const SIM_HANG: Duration = Duration::from_mins(2);

/// Milliseconds of delay that a simulator can be told.
pub const SIM_DELAY_MS_MAX: u64 = 60_000;

/// Hints that wait to be sent; what does not fit is not sent, as a hint may get lost.
pub const SIM_HINTS_WAITING_MAX: usize = 256;

/// Lines of a simulator's state file after which it is written anew.
pub const SIM_LINES_MAX: usize = 10_000;

/// Customers of the simulated Allegro: a city has a few thousand, a load test ten times that.
pub const SIM_CUSTOMERS_MAX: usize = 50_000;

/// Persons of the simulated BRP that can be added to those it was born with.
pub const SIM_PERSONS_MAX: usize = 10_000;

/// Booking references that the simulated Allegro remembers.
pub const SIM_REFERENCES_MAX: usize = 10_000;

/// Bytes of one answer of a provider of identities. A token with a thousand groups is below 128 KiB.
pub const OIDC_BODY_BYTES_MAX: usize = 256 * 1024;

/// Groups of one person that are read. More is a provider that sends its whole directory.
pub const OIDC_GROEPEN_MAX: usize = 1000;

/// Bytes of what a provider calls somebody, or a session: the standard allows a subject 255.
pub const OIDC_SUBJECT_BYTES_MAX: usize = 255;

/// Bytes of what a provider gives along to be asked again with. The longest that we know are of two kilobytes.
pub const OIDC_VERLENGING_BYTES_MAX: usize = 8 * 1024;

/// Bytes of a message of a provider that somebody logged out. One of ours has about 700.
pub const OIDC_UITLOG_BYTES_MAX: usize = 8 * 1024;

/// Seconds after which such a message is too old, whatever it says itself of how long it holds: it comes straight from the provider.
pub const OIDC_UITLOG_SECONDS_MAX: i64 = 300;

/// Microseconds after which a provider is asked again what it says about itself: addresses change with a migration, not by the hour.
pub const OIDC_METADATA_MICROS: i64 = 600_000_000;

/// How often the keys of a provider are asked for again within [`OIDC_KEYS_AGAIN_MICROS`], when a token is signed with another one. A change of
/// keys needs one; a provider that always signs with a key that it does not publish must not make us ask at every login.
pub const OIDC_KEYS_AGAIN_MAX: usize = 6;
/// See [`OIDC_KEYS_AGAIN_MAX`].
pub const OIDC_KEYS_AGAIN_MICROS: i64 = 60_000_000;

/// The same for messages that somebody logged out, which anybody can send: a change of keys needs one, and one for bad luck.
pub const OIDC_UITLOG_KEYS_AGAIN_MAX: usize = 2;

/// Seconds that an assertion holds with which we prove that we are the client: it goes straight to the provider.
pub const OIDC_ASSERTION_SECONDS: i64 = 60;

/// Seconds that the provider's clock may be behind ours.
pub const OIDC_CLOCKS_APART_SECONDS: i64 = 30;

/// Time for one answer of a mail server: some look something up before they say 250.
pub const MAIL_ANSWER_WAIT: Duration = Duration::from_secs(20);

/// Bytes of a line of a mail server's answer before TLS, with its end (RFC 5321, 4.5.3.1.5: 512).
pub const MAIL_LINE_BYTES_MAX: u64 = 512;

/// Lines of such an answer: a server offers some twenty extensions.
pub const MAIL_LINES_MAX: usize = 100;

/// Time for one mail from the first byte to the last answer.
pub const MAIL_WHOLE_WAIT: Duration = Duration::from_secs(30);

/// Mails that the simulated mail server keeps.
pub const SIM_MAILS_MAX: usize = 10_000;

/// Talks at once at the simulated mail server; each has a thread.
pub const SIM_MAIL_TALKS_MAX: usize = 32;

/// Bytes of a line at the simulated mail server (RFC 5321 4.5.3.1.6 asks 1000).
pub const SIM_LINE_BYTES_MAX: usize = 4096;

/// Bytes of a mail at the simulated mail server: ours are below 2 KiB.
pub const SIM_MAIL_BYTES_MAX: usize = 64 * 1024;
