//! Documents that were written long before the run: the same trace in each.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use tokio::task::JoinSet;

use crate::channel::{Channel, Incoming, Transport};
use crate::site::Site;
use crate::socket::Buffers;
use crate::trace::{Keystroke, Trace};
use crate::yclient::YDoc;

/// The Yjs client id under which the trace is written.
const WRITER: u64 = 77;
/// Documents that are written at the same time.
const SEEDING_MAX: usize = 8;
/// A server that has not taken a document by then will not.
const SEED_LIMIT: Duration = Duration::from_secs(900);
/// Updates in one frame on `/rt`, and bytes of them: far below what a frame may hold.
const FRAME_UPDATES: usize = 500;
const FRAME_BYTES: usize = 256 * 1024;

/// A trace as updates, and what must come out.
pub(crate) struct Seed {
    pub(crate) updates: Vec<Vec<u8>>,
    pub(crate) keystrokes: u64,
    pub(crate) chars: u64,
    clock: u32,
    text: String,
}

impl Seed {
    /// Whether a document has all of it. A template may stand around it.
    pub(crate) fn is_whole_in(&self, doc: &YDoc) -> bool {
        doc.clock(WRITER) == self.clock && !doc.has_gap() && doc.text().contains(&self.text)
    }
}

/// Writes until so many keystrokes, or so many characters.
pub(crate) fn make(seed: u64, keystrokes: u64, chars: u64, per_update: usize) -> Seed {
    let (mut doc, mut trace) = (YDoc::new(WRITER), Trace::new(seed));
    let mut updates = Vec::new();
    let mut strokes: Vec<Keystroke> = Vec::with_capacity(per_update);
    let mut count = 0;
    while count < keystrokes && trace.chars() < chars {
        strokes.push(trace.next());
        count += 1;
        if strokes.len() == per_update {
            updates.push(doc.keystrokes(&strokes));
            strokes.clear();
        }
    }
    if !strokes.is_empty() {
        updates.push(doc.keystrokes(&strokes));
    }
    let (clock, text) = (doc.clock(WRITER), doc.text());
    Seed { updates, keystrokes: count, chars: trace.chars(), clock, text }
}

/// Opens a document to read it whole.
pub(crate) async fn open_reader(
    site: &Site,
    client: usize,
    document: &str,
    transport: Transport,
) -> Result<Channel> {
    Channel::open(site, client, document, transport, Buffers::Large).await
}

/// Writes the trace into each document and waits until the server gives it back whole.
pub(crate) async fn plant(
    site: &Site,
    documents: &[String],
    seed: &std::sync::Arc<Seed>,
    transport: Transport,
    label: &str,
) -> Result<()> {
    let mut running = JoinSet::new();
    let mut planted = 0;
    let begin = Instant::now();
    for document in documents {
        if running.len() >= SEEDING_MAX
            && let Some(done) = running.join_next().await
        {
            done??;
            planted += 1;
            eprintln!("[{label}] {planted}/{} documents written, {:.0?}", documents.len(), begin.elapsed());
        }
        let (site, document, seed) = (site.clone(), document.clone(), seed.clone());
        running.spawn(async move { plant_one(&site, &document, &seed, transport).await });
    }
    while let Some(done) = running.join_next().await {
        done??;
    }
    eprintln!("[{label}] {} documents written, {:.0?}", documents.len(), begin.elapsed());
    Ok(())
}

async fn plant_one(site: &Site, document: &str, seed: &Seed, transport: Transport) -> Result<()> {
    let mut channel = open_reader(site, 0, document, transport).await?;
    channel.ready().await?;
    let begin = Instant::now();
    let mut frame: Vec<Vec<u8>> = Vec::new();
    let mut bytes = 0;
    for (at, update) in seed.updates.iter().enumerate() {
        bytes += update.len();
        frame.push(update.clone());
        let full = transport == Transport::Yjs || frame.len() == FRAME_UPDATES || bytes > FRAME_BYTES;
        if full || at + 1 == seed.updates.len() {
            channel.send_updates(&frame).await?;
            frame.clear();
            bytes = 0;
            drain(&mut channel, Duration::ZERO).await?;
        }
        if begin.elapsed() > SEED_LIMIT {
            bail!("the server took {at} of {} updates in {SEED_LIMIT:?}", seed.updates.len());
        }
    }
    loop {
        drain(&mut channel, Duration::from_millis(200)).await?;
        let reader = YDoc::new(WRITER + 1);
        let mut second = open_reader(site, 0, document, transport).await?;
        for update in second.ready().await? {
            reader.apply(&update)?;
        }
        second.close().await;
        if seed.is_whole_in(&reader) {
            break;
        }
        if begin.elapsed() > SEED_LIMIT {
            bail!("the server does not give back all it was sent within {SEED_LIMIT:?}");
        }
    }
    channel.close().await;
    Ok(())
}

/// Takes in what the server sends back, so that neither side waits for the other.
async fn drain(channel: &mut Channel, wait: Duration) -> Result<()> {
    while let Ok(message) = tokio::time::timeout(wait, channel.next()).await {
        let reached = channel.read(&message?, |incoming| match incoming {
            Incoming::Update(_) | Incoming::State(_) | Incoming::Asked(_) | Incoming::Ack(_) => {}
        })?;
        channel.answer(reached.ping).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_is_the_same_twice_and_comes_out_whole() {
        let (one, two) = (make(5, 5000, u64::MAX, 500), make(5, 5000, u64::MAX, 500));
        assert_eq!(one.updates, two.updates);
        assert_eq!((one.keystrokes, one.updates.len()), (5000, 10));
        let mut reader = YDoc::new(9);
        reader.write("a template");
        for update in &one.updates {
            assert!(!one.is_whole_in(&reader));
            reader.apply(update).unwrap();
        }
        assert!(one.is_whole_in(&reader));
    }

    #[test]
    fn a_length_is_reached_exactly() {
        assert_eq!(make(5, u64::MAX, 1000, 500).chars, 1000);
    }
}
