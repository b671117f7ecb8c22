//! The binary frames of `/rt`: documents.
//!
//! `u8 kind · varint a · rest`. Varints are lib0's (seven bits a byte, lowest first). Reading borrows; nothing is allocated by a
//! count that the sender claims.

use crate::limits::DOCUMENT_FRAME_BYTES_MAX;

/// A frame from a client.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ClientFrame<'a> {
    /// y-protocols sync messages.
    Sync {
        /// The topic's number.
        a: u32,
        /// The client's own count of these frames on this topic, from 1.
        nr: u64,
        /// The messages.
        messages: Vec<&'a [u8]>,
    },
    /// Cursors and names.
    Awareness {
        /// The topic's number.
        a: u32,
        /// The awareness update.
        update: &'a [u8],
    },
}

/// Messages in one sync frame: the client gathers 50 ms of typing.
pub const MESSAGES_PER_FRAME_MAX: u64 = 1024;

const KIND_SYNC: u8 = 1;
const KIND_AWARENESS: u8 = 2;
const KIND_COMMITTED: u8 = 3;
const KIND_ACK: u8 = 4;

/// The bytes are not a frame.
#[derive(Copy, Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub enum FrameFout {
    /// Longer than a frame may be.
    #[error("too large")]
    TeGroot,
    /// Ends too soon.
    #[error("cut off")]
    Afgekapt,
    /// A number that is too large or written too long.
    #[error("bad number")]
    Getal,
    /// A kind that a client does not send.
    #[error("unknown kind")]
    Soort,
    /// More messages than fit, or none.
    #[error("impossible number of messages")]
    Aantal,
    /// Bytes after the end.
    #[error("trailing bytes")]
    Rest,
}

/// Reads a client's frame.
///
/// # Errors
/// [`FrameFout`]; never panics, allocates at most one slice per message that is there.
pub fn read_client(bytes: &[u8]) -> Result<ClientFrame<'_>, FrameFout> {
    if bytes.len() > DOCUMENT_FRAME_BYTES_MAX {
        return Err(FrameFout::TeGroot);
    }
    let mut reader = Reader { rest: bytes };
    let kind = reader.byte()?;
    let a = u32::try_from(reader.varint()?).map_err(|_| FrameFout::Getal)?;
    let frame = match kind {
        KIND_SYNC => {
            let nr = reader.varint()?;
            let count = reader.varint()?;
            if count == 0 || count > MESSAGES_PER_FRAME_MAX {
                return Err(FrameFout::Aantal);
            }
            let mut messages = Vec::new();
            for _ in 0..count {
                messages.push(reader.bytes()?);
            }
            ClientFrame::Sync { a, nr, messages }
        }
        KIND_AWARENESS => ClientFrame::Awareness { a, update: reader.bytes()? },
        _ => return Err(FrameFout::Soort),
    };
    if reader.rest.is_empty() { Ok(frame) } else { Err(FrameFout::Rest) }
}

/// Kind 1 from the server: one y-protocols message (SyncStep1).
#[must_use]
pub fn write_sync(a: u32, message: &[u8]) -> Vec<u8> {
    let mut out = head(KIND_SYNC, a, message.len());
    write_varint(&mut out, 0);
    write_varint(&mut out, 1);
    write_bytes(&mut out, message);
    out
}

/// Kind 2: an awareness update.
#[must_use]
pub fn write_awareness(a: u32, update: &[u8]) -> Vec<u8> {
    let mut out = head(KIND_AWARENESS, a, update.len());
    write_bytes(&mut out, update);
    out
}

/// Kind 3: committed rows from `seq_from`.
#[must_use]
pub fn write_committed<'a>(
    a: u32,
    seq_from: u64,
    updates: impl ExactSizeIterator<Item = &'a [u8]>,
) -> Vec<u8> {
    let mut out = head(KIND_COMMITTED, a, 64);
    write_varint(&mut out, seq_from);
    write_varint(&mut out, updates.len() as u64);
    for update in updates {
        write_bytes(&mut out, update);
    }
    out
}

/// Kind 4: stored up to here.
#[must_use]
pub fn write_ack(a: u32, nr: u64, seq: u64) -> Vec<u8> {
    let mut out = head(KIND_ACK, a, 0);
    write_varint(&mut out, nr);
    write_varint(&mut out, seq);
    out
}

/// Kind 1 from a client (load generator and tests).
#[must_use]
pub fn write_client_sync(a: u32, nr: u64, messages: &[&[u8]]) -> Vec<u8> {
    let mut out = head(KIND_SYNC, a, messages.iter().map(|message| message.len() + 5).sum());
    write_varint(&mut out, nr);
    write_varint(&mut out, messages.len() as u64);
    for message in messages {
        write_bytes(&mut out, message);
    }
    out
}

/// A frame from the server, as a client reads it (load generator and tests).
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ServerFrame<'a> {
    /// Kind 1.
    Sync {
        /// The topic's number.
        a: u32,
        /// The messages.
        messages: Vec<&'a [u8]>,
    },
    /// Kind 2.
    Awareness {
        /// The topic's number.
        a: u32,
        /// The awareness update.
        update: &'a [u8],
    },
    /// Kind 3.
    Committed {
        /// The topic's number.
        a: u32,
        /// The `seq` of the first row.
        seq_from: u64,
        /// The rows.
        updates: Vec<&'a [u8]>,
    },
    /// Kind 4.
    Ack {
        /// The topic's number.
        a: u32,
        /// This connection's frames up to here are stored.
        nr: u64,
        /// The last of them at this `seq`.
        seq: u64,
    },
}

/// Reads a server's frame.
///
/// # Errors
/// [`FrameFout`] when it is not one.
pub fn read_server(bytes: &[u8]) -> Result<ServerFrame<'_>, FrameFout> {
    let mut reader = Reader { rest: bytes };
    let kind = reader.byte()?;
    let a = u32::try_from(reader.varint()?).map_err(|_| FrameFout::Getal)?;
    match kind {
        KIND_SYNC => {
            reader.varint()?;
            Ok(ServerFrame::Sync { a, messages: reader.list()? })
        }
        KIND_AWARENESS => Ok(ServerFrame::Awareness { a, update: reader.bytes()? }),
        KIND_COMMITTED => {
            Ok(ServerFrame::Committed { a, seq_from: reader.varint()?, updates: reader.list()? })
        }
        KIND_ACK => Ok(ServerFrame::Ack { a, nr: reader.varint()?, seq: reader.varint()? }),
        _ => Err(FrameFout::Soort),
    }
}

fn head(kind: u8, a: u32, room: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(room + 24);
    out.push(kind);
    write_varint(&mut out, u64::from(a));
    out
}

/// Writes a lib0 varint.
pub fn write_varint(out: &mut Vec<u8>, mut number: u64) {
    while number > 0x7F {
        out.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    write_varint(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8, FrameFout> {
        let (first, rest) = self.rest.split_first().ok_or(FrameFout::Afgekapt)?;
        self.rest = rest;
        Ok(*first)
    }

    /// At most 53 bits, as in JavaScript.
    fn varint(&mut self) -> Result<u64, FrameFout> {
        let mut number = 0_u64;
        for shift in (0..53).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return if number < 1 << 53 { Ok(number) } else { Err(FrameFout::Getal) };
            }
        }
        Err(FrameFout::Getal)
    }

    fn bytes(&mut self) -> Result<&'a [u8], FrameFout> {
        let len = usize::try_from(self.varint()?).map_err(|_| FrameFout::Getal)?;
        if len > self.rest.len() {
            return Err(FrameFout::Afgekapt);
        }
        let (bytes, rest) = self.rest.split_at(len);
        self.rest = rest;
        Ok(bytes)
    }

    fn list(&mut self) -> Result<Vec<&'a [u8]>, FrameFout> {
        let count = self.varint()?;
        let mut found = Vec::new();
        for _ in 0..count {
            found.push(self.bytes()?);
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_read_back() {
        let sync = write_client_sync(300, 7, &[b"een", b""]);
        assert_eq!(
            read_client(&sync),
            Ok(ClientFrame::Sync { a: 300, nr: 7, messages: vec![b"een".as_slice(), b"".as_slice()] })
        );
        let committed = write_committed(5, 900, [b"x".as_slice(), b"yz".as_slice()].into_iter());
        let updates = vec![b"x".as_slice(), b"yz".as_slice()];
        assert_eq!(read_server(&committed), Ok(ServerFrame::Committed { a: 5, seq_from: 900, updates }));
        assert_eq!(read_server(&write_ack(1, 2, 3)), Ok(ServerFrame::Ack { a: 1, nr: 2, seq: 3 }));
    }

    #[test]
    fn every_cut_and_every_rest_is_refused() {
        let whole = write_client_sync(300, 7, &[b"een", b"twee"]);
        for end in 0..whole.len() {
            assert!(read_client(&whole[..end]).is_err(), "cut at {end}");
        }
        let mut longer = whole;
        longer.push(0);
        assert_eq!(read_client(&longer), Err(FrameFout::Rest));
    }

    #[test]
    fn claims_of_size_are_not_believed() {
        for (bytes, fault) in [
            (vec![1, 1, 1, 0xFF, 0xFF, 0xFF, 0x7F], FrameFout::Aantal),
            (vec![1, 1, 1, 0], FrameFout::Aantal),
            (vec![2, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F], FrameFout::Afgekapt),
            (vec![2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01], FrameFout::Getal),
            (vec![3, 1, 0, 0], FrameFout::Soort),
            (vec![], FrameFout::Afgekapt),
        ] {
            assert_eq!(read_client(&bytes), Err(fault), "{bytes:?}");
        }
    }
}
