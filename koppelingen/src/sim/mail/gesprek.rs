//! One talk by SMTP (RFC 5321), as far as a sender needs it: greeting, envelope, data.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use super::Postbus;
use crate::limits::{SIM_HANG, SIM_LINE_BYTES_MAX, SIM_MAIL_BYTES_MAX, SIM_MAIL_TALKS_MAX, SIM_READ_WAIT};
use crate::sim::storing::{Storing, Weg};

/// Takes connections until the door breaks.
pub(super) fn ontvang(listener: TcpListener, postbus: &Arc<Postbus>) -> anyhow::Result<()> {
    let busy = Arc::new(());
    for stream in listener.incoming() {
        let stream = stream?;
        if Arc::strong_count(&busy) > SIM_MAIL_TALKS_MAX {
            // Hung up on; a mail server that has too many does the same.
            continue;
        }
        let (postbus, slot) = (Arc::clone(postbus), Arc::clone(&busy));
        std::thread::spawn(move || {
            // Who hangs up, or is hung up on, needs no word.
            drop(praat(stream, &postbus));
            drop(slot);
        });
    }
    Ok(())
}

struct Lijn {
    reader: BufReader<TcpStream>,
    writer: TcpStream,
}

impl Lijn {
    fn zeg(&mut self, line: &str) -> std::io::Result<()> {
        self.writer.write_all(format!("{line}\r\n").as_bytes())
    }

    /// The next line without its end; `None` when they hung up or sent what is no line.
    fn hoor(&mut self, max: usize) -> std::io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let read = (&mut self.reader).take(max as u64).read_until(b'\n', &mut bytes)?;
        if read == 0 || !bytes.ends_with(b"\r\n") {
            return Ok(None);
        }
        bytes.truncate(bytes.len() - 2);
        Ok(String::from_utf8(bytes).ok())
    }
}

/// Until one of both hangs up.
fn praat(stream: TcpStream, postbus: &Postbus) -> std::io::Result<()> {
    stream.set_read_timeout(Some(SIM_READ_WAIT))?;
    stream.set_nodelay(true)?;
    let storing = postbus.storing();
    if let Some(delay) = storing.delay() {
        std::thread::sleep(delay);
    }
    let mut lijn = Lijn { reader: BufReader::new(stream.try_clone()?), writer: stream };
    match storing.weg {
        Some(Weg::Onbeschikbaar) => {
            lijn.zeg("421 sim-mail not now")?;
            return Ok(());
        }
        Some(Weg::Dicht) => return Ok(()),
        Some(Weg::Hang) => {
            std::thread::sleep(SIM_HANG);
            return Ok(());
        }
        None => lijn.zeg("220 sim-mail ESMTP")?,
    }
    let mut aan: Vec<String> = Vec::new();
    while let Some(line) = lijn.hoor(SIM_LINE_BYTES_MAX)? {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        match verb.as_str() {
            "EHLO" => {
                lijn.zeg("250-sim-mail")?;
                lijn.zeg("250 8BITMIME")?;
            }
            "HELO" | "NOOP" => lijn.zeg("250 ok")?,
            "MAIL" | "RSET" => {
                aan.clear();
                lijn.zeg("250 ok")?;
            }
            "RCPT" => {
                let reply = ontvanger(&storing);
                if reply.starts_with("250") {
                    aan.push(adres(&line));
                }
                lijn.zeg(reply)?;
            }
            "DATA" if aan.is_empty() => lijn.zeg("503 nobody to send to")?,
            "DATA" => {
                lijn.zeg("354 go on")?;
                let Some(tekst) = gegevens(&mut lijn)? else { return Ok(()) };
                let kept = postbus.bewaar(std::mem::take(&mut aan), tekst);
                if storing.dubbel {
                    // It has the mail and says nothing: the sender cannot know, and sends it again.
                    return Ok(());
                }
                lijn.zeg(if kept.is_ok() { "250 kept" } else { "452 no room" })?;
            }
            "QUIT" => {
                lijn.zeg("221 bye")?;
                return Ok(());
            }
            _ => lijn.zeg("502 not here")?,
        }
    }
    Ok(())
}

fn ontvanger(storing: &Storing) -> &'static str {
    match (storing.geweigerd, storing.uitgesteld) {
        (true, _) => "550 5.1.1 no such box",
        (false, true) => "451 4.7.1 come back later",
        (false, false) => "250 ok",
    }
}

/// What stands between the angle brackets.
fn adres(line: &str) -> String {
    let inside = line.split_once('<').and_then(|(_, rest)| rest.split_once('>'));
    inside.map_or_else(String::new, |(inside, _)| inside.to_owned())
}

/// Heads and body up to the line with a dot alone; `None` when it is too long or breaks off.
fn gegevens(lijn: &mut Lijn) -> std::io::Result<Option<String>> {
    let mut tekst = String::new();
    while let Some(line) = lijn.hoor(SIM_LINE_BYTES_MAX)? {
        if line == "." {
            return Ok(Some(tekst));
        }
        tekst.push_str(line.strip_prefix('.').unwrap_or(&line));
        tekst.push_str("\r\n");
        if tekst.len() > SIM_MAIL_BYTES_MAX {
            return Ok(None);
        }
    }
    Ok(None)
}
