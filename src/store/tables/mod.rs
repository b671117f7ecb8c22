//! What every database does alike: which rows a write makes, what is read back, how a body is closed and opened.
//!
//! A database is a [`Conn`]: it runs a [`Statement`] in its own words and says what its errors mean. What is decided, hashed
//! and closed is decided, hashed and closed here, once.

pub(crate) mod append;
pub(crate) mod audit;
pub(crate) mod batch;
pub(crate) mod compact;
pub(crate) mod concept;
pub(crate) mod conn;
pub(crate) mod copy;
pub(crate) mod document;
mod erase;
pub(crate) mod facts;
pub(crate) mod failed;
pub(crate) mod feed;
pub(crate) mod head;
pub(crate) mod outbox;
mod pending;
pub(crate) mod read;
pub(crate) mod rows;
pub(crate) mod sql;
pub(crate) mod statistics;
pub(crate) mod stuk;
pub(crate) mod touched;
pub(crate) mod verify;

pub(crate) use batch::{Batch, Written};
pub(crate) use conn::{Columns, Conn, Insert, Statement, Value, values};
pub(crate) use failed::Failed;
