//! Redis as the transport: publish and subscribe on one channel. Nothing is stored there under any key.

use bytes::Bytes;
use futures_util::StreamExt;
use redis::aio::{MultiplexedConnection, PubSubSink, PubSubStream};
use redis::{AsyncConnectionConfig, Client, RedisError};
use uuid::Uuid;

use super::{Broken, Inward, Later, Outward, Transport};
use crate::limits::{BUS_OPEN_WAIT, BUS_SEND_WAIT};

/// A Redis, and the channel of one installation in it.
pub struct RedisTransport {
    client: Client,
    channel: String,
}

/// The address cannot be one of a Redis. It can hold a password, so it is not repeated.
#[derive(Debug, thiserror::Error)]
#[error("not an address of a Redis, such as redis://name:password@host:6379")]
pub struct NoRedis;

impl RedisTransport {
    /// The Redis at `url` (`redis:` or, over TLS, `rediss:`), for nodes at the record of this epoch. Nothing is connected yet.
    ///
    /// # Errors
    /// [`NoRedis`].
    pub fn new(url: &str, epoch: Uuid) -> Result<Self, NoRedis> {
        let client = Client::open(url).map_err(|_| NoRedis)?;
        Ok(Self { client, channel: format!("keukentafel:{}", epoch.simple()) })
    }
}

impl RedisTransport {
    /// Whether it answers, and which version it is; `None` when we may not ask that.
    ///
    /// # Errors
    /// [`Broken`] when it does not.
    pub async fn version(&self) -> Result<Option<String>, Broken> {
        let config = AsyncConnectionConfig::new()
            .set_connection_timeout(Some(BUS_OPEN_WAIT))
            .set_response_timeout(Some(BUS_SEND_WAIT));
        let mut connection =
            self.client.get_multiplexed_async_connection_with_config(&config).await.map_err(broken)?;
        // Who may only publish and subscribe is refused these two, and is answered all the same.
        let pong = redis::cmd("PING").query_async::<String>(&mut connection).await;
        match pong {
            Ok(_) => {}
            Err(error) if error.code() == Some("NOPERM") => {}
            Err(error) => return Err(broken(error)),
        }
        let told = redis::cmd("INFO").arg("server").query_async::<String>(&mut connection).await;
        let line = |told: String| {
            let line =
                told.lines().find_map(|line| line.strip_prefix("redis_version:").map(str::to_owned))?;
            Some(line.trim().to_owned())
        };
        Ok(told.ok().and_then(line))
    }
}

impl std::fmt::Debug for RedisTransport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "RedisTransport({})", self.channel)
    }
}

impl Transport for RedisTransport {
    fn open(&self) -> Later<'_, (Box<dyn Outward>, Box<dyn Inward>)> {
        Box::pin(async {
            let config = AsyncConnectionConfig::new()
                .set_connection_timeout(Some(BUS_OPEN_WAIT))
                .set_response_timeout(Some(BUS_SEND_WAIT));
            let connection =
                self.client.get_multiplexed_async_connection_with_config(&config).await.map_err(broken)?;
            let (mut sink, stream) = self.client.get_async_pubsub().await.map_err(broken)?.split();
            sink.subscribe(&self.channel).await.map_err(broken)?;
            let outward: Box<dyn Outward> = Box::new(Speaks { connection, channel: self.channel.clone() });
            let inward: Box<dyn Inward> = Box::new(Listens { stream, _sink: sink });
            Ok((outward, inward))
        })
    }
}

struct Speaks {
    connection: MultiplexedConnection,
    channel: String,
}

impl Outward for Speaks {
    fn send(&mut self, message: Bytes) -> Later<'_, ()> {
        Box::pin(async move {
            let mut publish = redis::cmd("PUBLISH");
            publish.arg(&self.channel).arg(message.as_ref());
            self.connection.send_packed_command(&publish).await.map(drop).map_err(broken)
        })
    }
}

struct Listens {
    stream: PubSubStream,
    /// Its end would be that of the subscription.
    _sink: PubSubSink,
}

impl Inward for Listens {
    fn next(&mut self) -> Later<'_, Bytes> {
        Box::pin(async {
            let message =
                self.stream.next().await.ok_or_else(|| Broken("the subscription ended".to_owned()))?;
            Ok(Bytes::copy_from_slice(message.get_payload_bytes()))
        })
    }
}

/// Of what went wrong its kind: the rest may repeat what was sent.
fn broken(error: RedisError) -> Broken {
    Broken(error.category().to_owned())
}
