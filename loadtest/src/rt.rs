//! `/rt` as a client speaks it: text frames out and in.

use anyhow::{Context, Result, bail};
use futures_util::SinkExt;
use keukentafel::protocol::rt::{ClientMessage, How, Pos};
use serde_json::Value;
use tokio_tungstenite::tungstenite::protocol::Message;
use uuid::Uuid;

use crate::socket::{self, Ws};

/// A topic that was granted.
#[derive(Copy, Clone, Debug)]
pub(crate) struct Granted {
    /// Its number on the node.
    pub(crate) a: u32,
    /// Its version.
    pub(crate) v: u64,
}

pub(crate) async fn send(socket: &mut Ws, message: &ClientMessage) -> Result<()> {
    Ok(socket.send(Message::text(serde_json::to_string(message)?)).await?)
}

/// Says who is there and waits for the welcome.
pub(crate) async fn hallo(socket: &mut Ws, client: usize) -> Result<()> {
    send(socket, &ClientMessage::Hallo { tab: Uuid::from_u128(client as u128 + 1) }).await?;
    loop {
        let Message::Text(text) = socket::next(socket).await? else { bail!("binary before the welcome") };
        let value: Value = serde_json::from_str(&text)?;
        match value["t"].as_str() {
            Some("welkom") => return Ok(()),
            Some("ping" | "drain") => {}
            _ => bail!("instead of a welcome: {text}"),
        }
    }
}

/// Subscribes without holding anything and waits for the answer.
pub(crate) async fn subscribe(socket: &mut Ws, r: u64, topic: &str) -> Result<Granted> {
    send(socket, &ClientMessage::Sub { r, topic: topic.to_owned(), pos: None, positie: None }).await?;
    loop {
        // Frames of earlier topics may come in between.
        let Message::Text(text) = socket::next(socket).await? else { continue };
        let value: Value = serde_json::from_str(&text)?;
        if value["r"].as_u64() != Some(r) {
            continue;
        }
        if value["t"] != "ok" {
            bail!("{topic} refused: {text}");
        }
        let a = value["a"].as_u64().and_then(|a| u32::try_from(a).ok()).context("ok without a")?;
        return Ok(Granted { a, v: value["v"].as_u64().context("ok without v")? });
    }
}

/// A topic that is followed.
pub(crate) struct Following {
    /// What is held of it.
    pub(crate) pos: Pos,
    /// How it began.
    pub(crate) how: How,
}

/// Subscribes to all of them in one go, as a browser does after a loss, each from the position in `held` (none: with nothing), and waits until
/// each is answered and what came with the answers is here.
pub(crate) async fn follow(socket: &mut Ws, topics: &[String], held: &[Pos]) -> Result<Vec<Following>> {
    for (r, topic) in topics.iter().enumerate() {
        let pos = held.get(r).cloned();
        let message = ClientMessage::Sub { r: r as u64, topic: topic.clone(), pos, positie: None };
        socket.feed(Message::text(serde_json::to_string(&message)?)).await?;
    }
    // What the server writes it writes in order: its answer to this comes behind the rest.
    send(socket, &ClientMessage::Ping { n: 0 }).await?;
    let mut following: Vec<Option<Following>> = topics.iter().map(|_| None).collect();
    loop {
        let Message::Text(text) = socket::next(socket).await? else { continue };
        let value: Value = serde_json::from_str(&text)?;
        match value["t"].as_str() {
            Some("ok") => {
                let r = value["r"].as_u64().and_then(|r| usize::try_from(r).ok()).context("ok without r")?;
                let pos = Pos {
                    e: value["e"].as_str().context("ok without e")?.to_owned(),
                    v: value["v"].as_u64().context("ok without v")?,
                };
                let how = serde_json::from_value(value["how"].clone()).context("ok without how")?;
                *following.get_mut(r).context("an answer to nothing")? = Some(Following { pos, how });
            }
            Some("err") => bail!("refused: {text}"),
            Some("ping") => pong(socket, value["n"].as_u64().context("ping without n")?).await?,
            Some("pong") => break,
            _ => {}
        }
    }
    following.into_iter().collect::<Option<_>>().context("a topic was not answered before the pong")
}

/// What a text frame asks of a client that is busy with a document.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Text {
    /// Answer this.
    Ping(u64),
    /// A frame was refused.
    Refused(String),
    /// The server dropped something: ask again.
    Resync,
    /// Nothing to do.
    Other,
}

pub(crate) fn read_text(text: &str) -> Result<Text> {
    let value: Value = serde_json::from_str(text)?;
    Ok(match value["t"].as_str() {
        Some("ping") => Text::Ping(value["n"].as_u64().context("ping without n")?),
        Some("geweigerd" | "err" | "revoked") => Text::Refused(text.to_owned()),
        Some("resync") => Text::Resync,
        _ => Text::Other,
    })
}

/// Answers a heartbeat; anything else is let be.
pub(crate) async fn answer_ping(socket: &mut Ws, message: &Message) -> Result<()> {
    let Message::Text(text) = message else { return Ok(()) };
    match read_text(text)? {
        Text::Ping(n) => pong(socket, n).await,
        Text::Refused(_) | Text::Resync | Text::Other => Ok(()),
    }
}

pub(crate) async fn pong(socket: &mut Ws, n: u64) -> Result<()> {
    send(socket, &ClientMessage::Pong { n }).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_frames_are_told_apart() {
        assert_eq!(read_text(r#"{"t":"ping","n":12}"#).unwrap(), Text::Ping(12));
        assert_eq!(read_text(r#"{"t":"resync","a":9,"v":61}"#).unwrap(), Text::Resync);
        assert_eq!(read_text(r#"{"t":"auteurs","a":9,"b":[]}"#).unwrap(), Text::Other);
        let refused = r#"{"t":"geweigerd","a":9,"nr":1,"code":"X","reden":"y"}"#;
        assert_eq!(read_text(refused).unwrap(), Text::Refused(refused.to_owned()));
        assert!(read_text("{").is_err());
    }
}
