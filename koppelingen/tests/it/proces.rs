//! Starts a simulator as a process, tells it things, and ends it.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use reqwest::Client;
use serde_json::Value;
use tempfile::TempDir;

/// The key of both simulators.
pub(crate) const SLEUTEL: &str = "alleen-voor-deze-proef";

/// A simulator that runs.
pub(crate) struct Sim {
    child: Child,
    pub(crate) url: String,
    /// Where a mail server takes mail.
    pub(crate) smtp: Option<String>,
    client: Client,
}

/// A folder for a state file.
pub(crate) fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

impl Sim {
    pub(crate) fn brp(folder: &Path) -> Self {
        Self::start(Command::new(env!("CARGO_BIN_EXE_sim-brp")), folder)
    }

    pub(crate) fn allegro(folder: &Path) -> Self {
        Self::start(Command::new(env!("CARGO_BIN_EXE_sim-allegro")), folder)
    }

    pub(crate) fn mail(folder: &Path) -> Self {
        Self::start(Command::new(env!("CARGO_BIN_EXE_sim-mail")), folder)
    }

    /// As `allegro`, sending its hints to `url` signed with `key`.
    pub(crate) fn allegro_hinting(folder: &Path, url: &str, key: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sim-allegro"));
        command.args(["--hint", url, "--hint-key-env", "HINT_KEY"]).env("HINT_KEY", key);
        Self::start(command, folder)
    }

    fn start(mut command: Command, folder: &Path) -> Self {
        let mut child = command
            .args(["--addr", "127.0.0.1:0", "--sleutel-env", "SIM_SLEUTEL", "--data"])
            .arg(folder.join("stand.jsonl"))
            .env("SIM_SLEUTEL", SLEUTEL)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let first = told.next().unwrap();
        let smtp = first.strip_prefix("smtp op ").map(str::to_owned);
        let line = if smtp.is_some() { told.next().unwrap() } else { first };
        let url = line
            .trim()
            .strip_prefix("luistert op ")
            .expect("the first line says where it listens")
            .to_owned();
        Self { child, url, smtp, client: client() }
    }

    pub(crate) async fn get(&self, path: &str) -> Value {
        let response = self.client.get(format!("{}{path}", self.url)).send().await.unwrap();
        serde_json::from_slice(&response.bytes().await.unwrap()).unwrap()
    }

    pub(crate) async fn post(&self, path: &str, body: &Value) -> (u16, Value) {
        let request =
            self.client.post(format!("{}{path}", self.url)).header("content-type", "application/json");
        let response = request.body(body.to_string()).send().await.unwrap();
        let status = response.status().as_u16();
        (status, serde_json::from_slice(&response.bytes().await.unwrap()).unwrap())
    }

    /// Somebody who goes on talking to it while it is killed.
    pub(crate) fn teller(&self) -> Teller {
        Teller { url: self.url.clone(), client: self.client.clone() }
    }

    /// Switches these faults on and all others off.
    pub(crate) async fn storing(&self, storing: Value) {
        let (status, now) = self.post("/_storing", &storing).await;
        assert_eq!(status, 200, "{now}");
        for (name, value) in storing.as_object().unwrap() {
            assert_eq!(&now[name], value);
        }
    }

    /// SIGKILL, and it is gone.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Sim {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Talks to a simulator that may be gone.
pub(crate) struct Teller {
    url: String,
    client: Client,
}

impl Teller {
    /// The status, if there was an answer.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Option<u16> {
        let request =
            self.client.post(format!("{}{path}", self.url)).header("content-type", "application/json");
        request.body(body.to_string()).send().await.ok().map(|response| response.status().as_u16())
    }
}

fn client() -> Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    Client::builder().no_proxy().tls_certs_only([]).build().unwrap()
}
