//! One document over one socket, whichever of the two ways it goes.

use std::time::Duration;

use anyhow::{Context, Result, bail};
use futures_util::SinkExt;
use keukentafel::protocol::frame::{ServerFrame, read_server, write_client_sync};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::protocol::Message;

use crate::hocuspocus;
use crate::rt;
use crate::site::Site;
use crate::socket::{self, Buffers, Ws};
use crate::yclient::{Sync, YDoc, YFrame, read_frame, write_frame};

/// A document of the largest size arrives well within this.
const READY_LIMIT: Duration = Duration::from_secs(60);

/// A server that reads nothing for so long is stuck; a rate limit slows by far less.
const SEND_LIMIT: Duration = Duration::from_secs(30);

/// The two ways.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Transport {
    /// y-websocket on `/yjs/{id}`.
    Yjs,
    /// Binary frames on `/rt`.
    Rt,
}

/// What a frame brings, in the order of its messages.
#[derive(Debug, Eq, PartialEq)]
pub(crate) enum Incoming<'a> {
    /// Something new.
    Update(&'a [u8]),
    /// What this client missed, as asked.
    State(&'a [u8]),
    /// The other side asks what it misses.
    Asked(&'a [u8]),
    /// The client's frames up to this one are stored.
    Ack(u64),
}

/// An open document.
pub(crate) struct Channel {
    socket: Ws,
    wire: Wire,
}

enum Wire {
    Yjs,
    /// Each frame behind the document's name.
    Hocuspocus {
        document: String,
    },
    /// `pending` is the `seq` of the state that is still to come, `nr` counts the frames sent.
    Rt {
        a: u32,
        nr: u64,
        pending: u64,
    },
}

impl Channel {
    /// Connects and asks for everything; [`Channel::ready`] waits for it.
    pub(crate) async fn open(
        site: &Site,
        client: usize,
        document: &str,
        transport: Transport,
        buffers: Buffers,
    ) -> Result<Self> {
        match transport {
            Transport::Yjs if site.names_frames() => {
                let mut socket = socket::open(site, client, &site.path(document), buffers).await?;
                let document = document.to_owned();
                socket.send(Message::binary(hocuspocus::token(&document))).await?;
                let question = hocuspocus::write(&document, &write_frame(Sync::Step1(&[0])));
                socket.send(Message::binary(question)).await?;
                Ok(Self { socket, wire: Wire::Hocuspocus { document } })
            }
            Transport::Yjs => {
                let mut socket = socket::open(site, client, &site.path(document), buffers).await?;
                socket.send(Message::binary(write_frame(Sync::Step1(&[0])))).await?;
                Ok(Self { socket, wire: Wire::Yjs })
            }
            Transport::Rt => {
                let mut socket = socket::open(site, client, "/rt", buffers).await?;
                rt::hallo(&mut socket, client).await?;
                let granted = rt::subscribe(&mut socket, 1, &format!("document/{document}")).await?;
                Ok(Self { socket, wire: Wire::Rt { a: granted.a, nr: 0, pending: granted.v } })
            }
        }
    }

    /// Waits until the whole state is there; gives it as updates that together are everything.
    pub(crate) async fn ready(&mut self) -> Result<Vec<Vec<u8>>> {
        timeout(READY_LIMIT, self.whole_state()).await.context("the state did not arrive")?
    }

    async fn whole_state(&mut self) -> Result<Vec<Vec<u8>>> {
        let mut state = Vec::new();
        if matches!(self.wire, Wire::Rt { pending: 0, .. }) {
            return Ok(state);
        }
        loop {
            let message = socket::next(&mut self.socket).await?;
            let mut complete = false;
            let mut asked = false;
            let reached = self.read(&message, |incoming| match incoming {
                Incoming::Update(update) => state.push(update.to_vec()),
                Incoming::State(update) => {
                    state.push(update.to_vec());
                    complete = true;
                }
                Incoming::Asked(_) => asked = true,
                Incoming::Ack(_) => {}
            })?;
            self.answer(reached.ping).await?;
            if asked {
                // Stock clients answer at once, with nothing when they have nothing.
                self.send_sync(&[write_frame(Sync::Step2(&[0, 0]))]).await?;
            }
            let arrived = match &mut self.wire {
                Wire::Yjs | Wire::Hocuspocus { .. } => complete,
                Wire::Rt { pending, .. } => {
                    let arrived = reached.seq.is_some_and(|seq| seq >= *pending);
                    if arrived {
                        *pending = 0;
                    }
                    arrived
                }
            };
            if arrived {
                return Ok(state);
            }
        }
    }

    pub(crate) async fn next(&mut self) -> Result<Message> {
        socket::next(&mut self.socket).await
    }

    /// Takes a frame apart.
    pub(crate) fn read(&self, message: &Message, mut each: impl FnMut(Incoming<'_>)) -> Result<Reached> {
        let mut reached = Reached::default();
        let mut yjs = |frame: YFrame<'_>| match frame {
            YFrame::Sync(sync) => {
                each(incoming(sync));
                Ok(())
            }
            YFrame::Awareness => Ok(()),
            YFrame::Denied(words) => bail!("refused: {}", String::from_utf8_lossy(words)),
        };
        match (&self.wire, message) {
            (Wire::Hocuspocus { .. }, Message::Binary(bytes)) => yjs(hocuspocus::read(bytes)?)?,
            (Wire::Yjs, Message::Binary(bytes)) => yjs(read_frame(bytes)?)?,
            (Wire::Rt { a, .. }, Message::Binary(bytes)) => match read_server(bytes)? {
                ServerFrame::Sync { a: topic, messages } if topic == *a => {
                    for message in messages {
                        if let YFrame::Sync(sync) = read_frame(message)? {
                            each(incoming(sync));
                        }
                    }
                }
                ServerFrame::Committed { a: topic, seq_from, updates } if topic == *a => {
                    reached.seq = Some(seq_from + (updates.len() as u64).saturating_sub(1));
                    for update in updates {
                        each(Incoming::Update(update));
                    }
                }
                ServerFrame::Ack { a: topic, nr, .. } if topic == *a => each(Incoming::Ack(nr)),
                ServerFrame::Sync { .. }
                | ServerFrame::Committed { .. }
                | ServerFrame::Ack { .. }
                | ServerFrame::Awareness { .. } => {}
            },
            (Wire::Rt { .. }, Message::Text(text)) => match rt::read_text(text)? {
                rt::Text::Ping(n) => reached.ping = Some(n),
                rt::Text::Refused(words) => bail!("refused: {words}"),
                rt::Text::Resync => bail!("the server dropped updates (resync): this client is too slow"),
                rt::Text::Other => {}
            },
            (_, other) => bail!("unexpected frame of {} bytes", other.len()),
        }
        Ok(reached)
    }

    /// What a client must answer at once.
    pub(crate) async fn answer(&mut self, ping: Option<u64>) -> Result<()> {
        match ping {
            Some(n) => rt::pong(&mut self.socket, n).await,
            None => Ok(()),
        }
    }

    /// Sends edits so that they leave together: one frame on `/rt`, frames in one write on `/yjs`.
    pub(crate) async fn send_updates(&mut self, updates: &[Vec<u8>]) -> Result<u64> {
        let messages: Vec<Vec<u8>> = updates.iter().map(|update| write_frame(Sync::Update(update))).collect();
        self.send_sync(&messages).await
    }

    /// Answers the other side's question.
    pub(crate) async fn send_missing(&mut self, doc: &YDoc, state_vector: &[u8]) -> Result<()> {
        let missing = doc.missing(state_vector)?;
        self.send_sync(&[write_frame(Sync::Step2(&missing))]).await?;
        Ok(())
    }

    async fn send_sync(&mut self, messages: &[Vec<u8>]) -> Result<u64> {
        timeout(SEND_LIMIT, self.send_frames(messages)).await.context("the server takes no bytes")?
    }

    /// The number of the frame on `/rt`, 0 on `/yjs`.
    async fn send_frames(&mut self, messages: &[Vec<u8>]) -> Result<u64> {
        match &mut self.wire {
            Wire::Yjs => {
                for message in messages {
                    self.socket.feed(Message::binary(message.clone())).await?;
                }
                self.socket.flush().await?;
                Ok(0)
            }
            Wire::Hocuspocus { document } => {
                for message in messages {
                    self.socket.feed(Message::binary(hocuspocus::write(document, message))).await?;
                }
                self.socket.flush().await?;
                Ok(0)
            }
            Wire::Rt { a, nr, .. } => {
                *nr += 1;
                let slices: Vec<&[u8]> = messages.iter().map(Vec::as_slice).collect();
                let number = *nr;
                self.socket.send(Message::binary(write_client_sync(*a, number, &slices))).await?;
                Ok(number)
            }
        }
    }

    /// Says goodbye; whoever is gone already need not hear it.
    pub(crate) async fn close(mut self) {
        let _gone = timeout(Duration::from_secs(1), self.socket.close(None)).await;
    }
}

/// What a frame says beside its messages.
#[derive(Copy, Clone, Debug, Default)]
pub(crate) struct Reached {
    /// The last row it holds.
    pub(crate) seq: Option<u64>,
    /// A ping to answer.
    pub(crate) ping: Option<u64>,
}

fn incoming(sync: Sync<'_>) -> Incoming<'_> {
    match sync {
        Sync::Step1(state_vector) => Incoming::Asked(state_vector),
        Sync::Step2(update) => Incoming::State(update),
        Sync::Update(update) => Incoming::Update(update),
    }
}
