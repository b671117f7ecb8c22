//! An outside system of a test's own: its simulator as a process.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use super::http::{self, Answer, Request};

/// A simulator that runs until it is dropped.
pub struct Bron {
    child: Child,
    address: String,
    data: TempDir,
}

impl Bron {
    /// Starts the simulator in `program` on a free port; it listens when this returns.
    #[must_use]
    pub fn start(program: &str) -> Self {
        let data = tempfile::tempdir().unwrap();
        std::fs::write(data.path().join("sleutel"), "sleutel-van-een-toets").unwrap();
        let mut child = Command::new(program)
            .args(["--addr", "127.0.0.1:0", "--data"])
            .arg(data.path().join("stand"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().rsplit("http://").next().unwrap().to_owned();
        Self { child, address, data }
    }

    /// Its base address.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The file with the key that callers send.
    #[must_use]
    pub fn sleutel(&self) -> std::path::PathBuf {
        self.pad("sleutel")
    }

    fn pad(&self, name: &str) -> std::path::PathBuf {
        Path::new(self.data.path()).join(name)
    }

    /// Switches its faults: those named, no others.
    pub async fn storing(&self, faults: &Value) {
        let done = self.post("/_storing", faults).await;
        assert_eq!(done.status, 200, "{}", done.body);
    }

    /// Puts a question to it past the server.
    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        http::send(&self.address, Request::post(path, body)).await
    }

    /// Ends it: from now on nobody answers there.
    pub fn weg(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

impl Drop for Bron {
    fn drop(&mut self) {
        self.weg();
    }
}
