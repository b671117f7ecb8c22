//! The edge: HTTP, sessions, WebSockets, and the program that assembles everything.
//!
//! It knows no rules and no SQL. Every request becomes a `Wie` (who asks) and a question or command to the actors; every refusal
//! becomes a code with a Dutch sentence from one catalogue ([`teksten`]).

mod app;
mod auth;
mod beat;
pub mod berichten;
mod bronnen;
pub mod cli;
pub mod config;
pub mod database;
mod demo;
mod figures;
pub mod identiteit;
mod inloggen;
mod json;
pub mod koppelingen;
mod limits;
mod origin;
mod problem;
pub mod program;
mod rate;
pub mod redis;
mod routes;
pub mod run;
mod serve;
mod sessies_elders;
mod session;
mod shutdown;
mod teksten;
mod telefoon;
pub mod telemetry;
mod ws;

pub use demo::met_collegas;
pub use routes::openapi::document as openapi;
