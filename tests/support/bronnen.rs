//! The simulators of outside systems, each a process of its own that ends with the test.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::Request;
use super::http::{self, Answer};

/// The key with which the server asks a simulator.
pub(crate) const SLEUTEL: &str = "alleen-voor-deze-proef";

/// The key with which Allegro signs its hints.
pub(crate) const HINT_SLEUTEL: &str = "ook-alleen-voor-deze-proef";

/// A simulator that runs, or that was ended.
pub struct Sim {
    naam: &'static str,
    address: String,
    arguments: Vec<String>,
    child: Child,
    _data: TempDir,
}

impl Sim {
    /// The BRP.
    #[must_use]
    pub fn brp() -> Self {
        Self::begin("sim-brp", Vec::new())
    }

    /// Allegro, which tells the server at `server` that somebody changed.
    #[must_use]
    pub fn allegro(server: &str) -> Self {
        let hints = format!("http://{server}/api/v1/koppelingen/allegro/hint");
        Self::begin("sim-allegro", vec!["--hint".into(), hints, "--hint-key-env".into(), "HINT".into()])
    }

    fn begin(naam: &'static str, mut arguments: Vec<String>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let file = data.path().join("stand.jsonl");
        arguments.extend(["--sleutel-env".into(), "SLEUTEL".into(), "--data".into()]);
        arguments.push(file.to_str().unwrap().to_owned());
        let (child, address) = start(naam, "127.0.0.1:0", &arguments);
        Self { naam, address, arguments, child, _data: data }
    }

    /// Its base address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Asks it something, or tells it something (`/_boek`).
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        http::send(&self.address, Request::post(path, body)).await
    }

    /// Switches these faults on and all others off.
    pub async fn storing(&self, storing: &Value) {
        let answer = self.post("/_storing", storing).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
    }

    /// SIGKILL.
    pub fn dood(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Up again, at the same address and on what it had acknowledged.
    pub fn weer_op(&mut self) {
        let (child, address) = start(self.naam, &self.address, &self.arguments);
        assert_eq!(address, self.address);
        self.child = child;
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn start(naam: &str, address: &str, arguments: &[String]) -> (Child, String) {
    let binary = binary(naam);
    let mut child = Command::new(&binary)
        .args(["--addr", address])
        .args(arguments)
        .env("SLEUTEL", SLEUTEL)
        .env("HINT", HINT_SLEUTEL)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|e| {
            unreachable!("{}: {e}; cargo build -p keukentafel-koppelingen --bins", binary.display())
        });
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim().strip_prefix("luistert op http://").unwrap().to_owned();
    (child, address)
}

/// Beside the test's own binary, where cargo puts what it builds for the whole workspace.
fn binary(naam: &str) -> PathBuf {
    let own = std::env::current_exe().unwrap();
    let profile = own.parent().and_then(Path::parent).unwrap();
    profile.join(naam)
}
