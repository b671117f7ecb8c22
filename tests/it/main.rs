//! Integration: what holds over the whole tree, and the server over real sockets.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

mod balie;
mod besluiten;
mod brp;
mod brp_storing;
mod caseload;
mod concepten;
mod geen_zicht;
mod huishouden;
mod invoer;
mod nodes;
mod nodes_delen;
mod peter;
mod plannen;
mod quarantaine;
mod rekeningen;
mod saldo_storing;
mod sessies;
mod signalen;
mod sporen;
mod tidy;
mod toestemming;
mod zicht;
