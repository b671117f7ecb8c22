//! Sends hints, as far as they arrive: one attempt, in the background.

use std::sync::Arc;

use anyhow::Context;
use http::header::CONTENT_TYPE;
use keukentafel::clock::Clock;
use tokio::sync::mpsc;

use crate::allegro::hint::{HANDTEKENING, HintKey, body};
use crate::caller::{basis, client};
use crate::limits::{CONNECT_WAIT, SIM_HINTS_WAITING_MAX};

/// Where hints go.
pub(super) struct Hints(mpsc::Sender<String>);

impl Hints {
    /// Begins a thread that sends them one by one.
    pub(super) fn start(url: &str, key: HintKey, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        let url = basis(url).context("the address for hints")?;
        let client = client(&url, CONNECT_WAIT)?;
        let (sender, mut waiting) = mpsc::channel::<String>(SIM_HINTS_WAITING_MAX);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        std::thread::Builder::new().name("hints".to_owned()).spawn(move || {
            runtime.block_on(async {
                while let Some(klant) = waiting.recv().await {
                    let body = body(&[&klant]);
                    let signature = key.teken(&body, clock.now());
                    let sent = client
                        .post(url.clone())
                        .header(CONTENT_TYPE, "application/json")
                        .header(HANDTEKENING, signature)
                        .body(body)
                        .send()
                        .await;
                    // It is only a hint; who does not get it, polls.
                    drop(sent);
                }
            });
        })?;
        Ok(Self(sender))
    }

    /// Puts one in the queue; when that is full, it is lost.
    pub(super) fn send(&self, klant: &str) {
        drop(self.0.try_send(klant.to_owned()));
    }
}
