//! Simulators of outside systems: each a process of its own with a port, a state file and faults that can be switched on.
//!
//! They speak the real protocol and know nothing of the adapters, so that one can be tested against the other. They listen on this
//! machine only and hold made-up persons only.
//!
//! *Invariant: what a simulator said is done survives `kill -9`. Faults do not: a simulator that starts is well.*

pub mod allegro;
mod bestand;
pub mod brp;
pub mod mail;
mod server;
mod storing;

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context;

/// What every simulator is told.
#[derive(Clone, Debug, clap::Args)]
pub struct SimArgs {
    /// Where to listen, on this machine; port 0 takes a free one. The first line printed says which.
    #[arg(long, value_name = "ADDR:PORT")]
    pub addr: Option<SocketAddr>,
    /// The file that keeps its state. Another process with the same file is refused.
    #[arg(long, value_name = "FILE")]
    pub data: PathBuf,
    /// The environment variable that holds the key which callers must send. Without it, any key does.
    #[arg(long, value_name = "NAME")]
    pub sleutel_env: Option<String>,
}

impl SimArgs {
    fn key(&self) -> anyhow::Result<Option<String>> {
        self.sleutel_env.as_deref().map(secret).transpose()
    }
}

/// A secret from the environment, as arguments can be seen by everybody on the machine.
fn secret(name: &str) -> anyhow::Result<String> {
    std::env::var(name).with_context(|| format!("the environment variable {name} is not there"))
}
