//! `/rt`: topics, commands and documents over one socket.

use std::sync::Arc;

use futures_util::FutureExt;
use keukentafel::clock::Clock;
use keukentafel::domain::ids::CommandId;
use keukentafel::protocol::body::Opdracht;
use keukentafel::protocol::close;
use keukentafel::protocol::rt::{ClientMessage, Max, Pos, ServerMessage};
use keukentafel::protocol::topic::Topic;
use keukentafel::store::Position;
use keukentafel_actors::hub::{Class, Conn, TopicNumber};
use keukentafel_actors::limits::TOPICS_PER_CONNECTION;
use serde_json::Value;
use tokio::time::Instant;
use uuid::Uuid;

use super::connection::{Strikes, converse, finish, next_message};
use super::frame::Message;
use super::handshake::Opened;
use super::line::Line;
use super::lines::encode;
use super::reader::Reader;
use super::topics::{Topics, Verloren};
use crate::app::App;
use crate::auth::stap_op_nodig;
use crate::beat::{NIET_GEVONDEN, next_beat};
use crate::json;
use crate::limits::{
    BINARY_BYTES_MAX, HALLO_WAIT, NONSENSE_MAX, NONSENSE_WINDOW, PING_EVERY_SECONDS, TEXT_BYTES_MAX,
};
use crate::problem::Fout;
use crate::routes::{is_v7, kop_of};
use crate::session::Session;
use crate::teksten::tekst;

/// One conversation on `/rt`.
pub(super) struct Rt {
    pub(super) app: Arc<App>,
    pub(super) conn: Arc<Conn>,
    line: Arc<Line>,
    pub(super) topics: Arc<Topics>,
}

/// Runs a socket until its end.
pub(super) async fn run(app: Arc<App>, opened: Opened) {
    let Opened { conn, line, session, begun } = opened;
    let rt = Rt { app, conn, line, topics: Arc::default() };
    let (app, conn, topics) = (Arc::clone(&rt.app), Arc::clone(&rt.conn), Arc::clone(&rt.topics));
    let resync = move |lost| resync(Arc::clone(&app), Arc::clone(&conn), Arc::clone(&topics), lost).boxed();
    converse(&rt.conn, &rt.line, rt.conversation(&session, &begun), resync).await;
    rt.app.tafel.vertrek(&rt.conn, &rt.topics.all()).await;
    finish(&rt.conn, &rt.line).await;
    rt.app.lines.forget(&rt.conn);
}

async fn resync(app: Arc<App>, conn: Arc<Conn>, topics: Arc<Topics>, dropped: Vec<TopicNumber>) {
    let Verloren { eigen, leden, onderweg } = topics.verloren(&dropped);
    for (a, topic) in eigen {
        app.tafel.resync(&conn, topic, a).await;
    }
    app.tafel.resync_van(&conn, leden, onderweg).await;
}

impl Rt {
    /// Reads until the connection is to be closed, with which code.
    async fn conversation(&self, session: &Session, begun: &[u8]) -> u16 {
        let mut reader = Reader::new(Arc::clone(&self.line), Arc::clone(&self.app.wall), begun);
        // Boxed, so that an idle connection does not keep room for it.
        let hallo = Box::pin(tokio::time::timeout(HALLO_WAIT, self.hallo(&mut reader, session)));
        match hallo.await {
            Ok(Ok(())) => {}
            Ok(Err(code)) => return code,
            // A line that stalls is no nonsense: a code that says "never come back" would lock out a phone in a tunnel.
            Err(_) => return close::BUSY,
        }
        let mut strikes = Strikes::default();
        loop {
            let message = match next_message(&self.conn, &mut reader).await {
                Ok(message) => message,
                Err(code) => return code,
            };
            let sensible = Box::pin(self.take(message)).await;
            let now = self.app.wall.now().micros();
            if !sensible && strikes.add(now, NONSENSE_MAX, NONSENSE_WINDOW) {
                return close::NONSENSE;
            }
        }
    }

    async fn hallo(&self, reader: &mut Reader, session: &Session) -> Result<(), u16> {
        let message = next_message(&self.conn, reader).await?;
        let Message::Text(text) = message else { return Err(close::NONSENSE) };
        match json::read(text.as_bytes()) {
            Ok(ClientMessage::Hallo { .. }) => {}
            Ok(_) | Err(_) => return Err(close::NONSENSE),
        }
        self.send(&ServerMessage::Welkom {
            sid: self.app.rng.uuid(self.app.clock.now()),
            ik: self.app.ik(self.conn.wie(), session),
            nu: self.app.clock.now(),
            hb: u64::from(PING_EVERY_SECONDS),
            max: Max { tekst: TEXT_BYTES_MAX, document: BINARY_BYTES_MAX, topics: TOPICS_PER_CONNECTION },
        });
        Ok(())
    }

    /// Does what a message asks. `false` when it makes no sense.
    async fn take(&self, message: Message) -> bool {
        match message {
            Message::Binary(bytes) => {
                let done = self.take_document_frame(bytes.into()).await;
                if done {
                    self.touch();
                }
                done
            }
            Message::Text(text) => self.take_text(&text).await,
            Message::Ping(_) | Message::Pong | Message::Close(_) => true,
        }
    }

    async fn take_text(&self, text: &str) -> bool {
        let value = match json::value(text.as_bytes()) {
            Ok(value) => value,
            Err(fout) => return self.nonsense(0, fout.into()).await,
        };
        let r = value.get("r").and_then(Value::as_u64).unwrap_or(0);
        match json::typed(value) {
            Ok(ClientMessage::Sub { r, topic, pos, positie }) => {
                if let Some(positie) = positie {
                    self.app.tafel.gezien_tot(Position(positie)).await;
                }
                self.sub(r, &topic, pos).await
            }
            Ok(ClientMessage::Unsub { a, .. }) => {
                if let Some(topic) = self.topics.end(a) {
                    self.app.tafel.unsub(&self.conn, topic).await;
                    self.conn.forget(a);
                }
                true
            }
            Ok(ClientMessage::Hier { a, deel }) => {
                if let Some(topic) = self.topics.of(a) {
                    self.app.tafel.kijkt_naar(&self.conn, topic, deel);
                }
                true
            }
            Ok(ClientMessage::Cmd { r, id, name, b, if_v }) => self.cmd(r, id, name, b, if_v).await,
            Ok(ClientMessage::Ping { n }) => {
                self.send(&ServerMessage::Pong { n });
                true
            }
            Ok(ClientMessage::Pong { .. }) => true,
            Ok(ClientMessage::Hallo { .. }) => self.nonsense(r, Fout::new("rt.volgorde")).await,
            Err(fout) => self.nonsense(r, fout.into()).await,
        }
    }

    async fn sub(&self, r: u64, name: &str, pos: Option<Pos>) -> bool {
        let Ok(topic) = name.parse::<Topic>() else {
            return self.nonsense(r, Fout::new("rt.geen_onderwerp")).await;
        };
        if !self.topics.begin(topic) {
            self.refuse(r, None, &Fout::new("rt.te_veel_onderwerpen"));
            return true;
        }
        self.touch();
        let began = Instant::now();
        match self.app.tafel.sub(&self.conn, r, topic, pos).await {
            Ok(a) => self.topics.stands(a),
            Err(weigering) => {
                if self.topics.came_to_nothing() {
                    self.app.tafel.unsub(&self.conn, topic).await;
                }
                self.refuse_on_the_beat(began, r, None, &weigering.into()).await;
            }
        }
        true
    }

    async fn cmd(&self, r: u64, id: Uuid, name: String, b: Value, if_v: Option<u64>) -> bool {
        self.touch();
        let read = json::object(&b).and_then(|()| json::typed(serde_json::json!({ "name": name, "b": b })));
        let opdracht: Opdracht = match read {
            Ok(opdracht) => opdracht,
            Err(fout) => {
                let unknown = fout.code == "invoer.keuze_onbekend" && fout.veld.as_deref() == Some("name");
                let fout = if unknown { Fout::new("opdracht.onbekend") } else { fout.into() };
                self.app.audit(self.conn.wie(), "rt.opdracht", "-", Some(fout.code())).await;
                self.refuse(r, Some(id), &fout);
                return !unknown;
            }
        };
        if !is_v7(&id) {
            return self.nonsense(r, Fout::new("invoer.sleutel")).await;
        }
        let session = self.app.sessions.touch(self.line.session);
        let may = match &session {
            Some(session) => stap_op_nodig(&self.app, session, opdracht.naam()),
            None => Err(Fout::new("sessie.geen")),
        };
        if let Err(fout) = may {
            self.app.audit(self.conn.wie(), opdracht.naam(), "opdracht", Some(fout.code())).await;
            self.refuse(r, Some(id), &fout);
            return true;
        }
        let (began, kop) = (Instant::now(), kop_of(self.conn.wie(), CommandId(id), &opdracht, if_v));
        match self.app.tafel.voer_uit(self.conn.wie(), opdracht, kop).await {
            Ok(gedaan) => self.send(&ServerMessage::Done { r, id, b: gedaan.antwoord }),
            Err(weigering) => self.refuse_on_the_beat(began, r, Some(id), &weigering.into()).await,
        }
        true
    }

    /// Something that no client of ours sends.
    async fn nonsense(&self, r: u64, fout: Fout) -> bool {
        self.app.audit(self.conn.wie(), "rt.bericht", "-", Some(fout.code())).await;
        self.refuse(r, None, &fout);
        false
    }

    async fn refuse_on_the_beat(&self, began: Instant, r: u64, id: Option<Uuid>, fout: &Fout) {
        if fout.code() == NIET_GEVONDEN {
            // Boxed: its room would stay with every socket.
            Box::pin(next_beat(began)).await;
        }
        self.refuse(r, id, fout);
    }

    fn refuse(&self, r: u64, id: Option<Uuid>, fout: &Fout) {
        let tekst = tekst(fout.code());
        self.send(&ServerMessage::Err {
            r,
            id,
            code: fout.code().to_owned(),
            titel: tekst.titel.to_owned(),
            uitleg: fout.uitleg(),
            versie: fout.versie(),
            door: fout.eerder().and_then(|eerder| eerder.door.clone()),
            at: fout.eerder().map(|eerder| eerder.at),
            soort: fout.eerder().map(|eerder| eerder.soort.clone()),
            namen: fout.namen(),
            verwijst_naar: fout.verwijst_naar(),
        });
    }

    pub(super) fn send(&self, message: &ServerMessage<'_>) {
        self.conn.send(Class::Control, encode(message));
    }

    /// Somebody is at work here: the session goes on. Heartbeats do not count, they go on without anybody.
    fn touch(&self) {
        self.app.sessions.touch(self.line.session);
    }
}
