//! Where the load goes: this machine and nowhere else.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use anyhow::{Context, Result, bail};

/// A server on a loopback address.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Target {
    pub(crate) addr: SocketAddr,
    /// As in the `Host` header.
    pub(crate) host: String,
}

impl Target {
    /// Reads `ws://127.0.0.1:8080`.
    ///
    /// # Errors
    /// For every address that is not loopback: this is no tool to aim at other people's machines. Names are not resolved
    /// (except `localhost`), so that no resolver can send it elsewhere.
    pub(crate) fn parse(url: &str) -> Result<Self> {
        let rest = url
            .strip_prefix("ws://")
            .or_else(|| url.strip_prefix("http://"))
            .with_context(|| format!("{url}: expected ws://ADDRESS:PORT"))?;
        let host = rest.strip_suffix('/').unwrap_or(rest);
        if host.contains(['/', '?', '#', '@']) {
            bail!("{url}: expected ws://ADDRESS:PORT without path or user");
        }
        let (name, port) = host.rsplit_once(':').with_context(|| format!("{url}: the port is missing"))?;
        let port: u16 = port.parse().with_context(|| format!("{url}: not a port"))?;
        let ip = if name == "localhost" {
            IpAddr::V4(Ipv4Addr::LOCALHOST)
        } else {
            name.trim_start_matches('[').trim_end_matches(']').parse().with_context(|| {
                format!("{url}: expected an IP address in 127.0.0.0/8, [::1] or localhost, not a name")
            })?
        };
        if !ip.is_loopback() {
            bail!("{url}: refused; load is sent to loopback addresses only (127.0.0.0/8 or ::1)");
        }
        Ok(Self { addr: SocketAddr::new(ip, port), host: host.to_owned() })
    }

    /// What a browser on this server's pages would send.
    pub(crate) fn origin(&self) -> String {
        format!("http://{}", self.host)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_taken_and_everything_else_refused() {
        for good in ["ws://127.0.0.1:8080", "ws://127.9.8.7:1", "ws://[::1]:8080", "http://localhost:8080/"] {
            assert!(Target::parse(good).is_ok(), "{good}");
        }
        for wrong in [
            "ws://10.0.0.1:8080",
            "ws://0.0.0.0:8080",
            "ws://192.168.1.4:80",
            "ws://8.8.8.8:80",
            "ws://[::]:80",
            "ws://[2001:db8::1]:80",
            "ws://[::ffff:10.0.0.1]:80",
            "ws://example.nl:80",
            "ws://127.0.0.1.example.nl:80",
            "ws://127.0.0.1@10.0.0.1:80",
            "ws://127.0.0.1",
            "wss://127.0.0.1:443",
            "ws://127.0.0.1:80/x",
            "127.0.0.1:80",
        ] {
            assert!(Target::parse(wrong).is_err(), "{wrong}");
        }
    }
}
