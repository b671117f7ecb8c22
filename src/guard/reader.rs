//! A reader of lib0's encoding over borrowed bytes: it copies nothing and reads nothing past the end.

use super::bounds::{CLIENT_MAX, CLOCK_MAX};
use super::{ClientId, Clock, Refusal};

/// Bits that lib0 reads as a safe integer.
const NUMBER_MAX: u64 = (1 << 53) - 1;

#[derive(Copy, Clone, Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) const fn left(&self) -> usize {
        self.bytes.len() - self.at
    }

    pub(super) fn since(&self, start: usize) -> &'a [u8] {
        self.bytes.get(start..self.at).unwrap_or_default()
    }

    pub(super) fn end(&self) -> Result<(), Refusal> {
        if self.left() == 0 { Ok(()) } else { Err(Refusal::TrailingBytes) }
    }

    pub(super) fn byte(&mut self) -> Result<u8, Refusal> {
        let byte = *self.bytes.get(self.at).ok_or(Refusal::Truncated)?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn take(&mut self, len: usize) -> Result<&'a [u8], Refusal> {
        let rest = self.bytes.get(self.at..).ok_or(Refusal::Truncated)?;
        let taken = rest.get(..len).ok_or(Refusal::Truncated)?;
        self.at += len;
        Ok(taken)
    }

    /// An unsigned number in its shortest form. Yjs writes no other, so a longer one is an attack on a parser.
    pub(super) fn number(&mut self) -> Result<u64, Refusal> {
        let first = self.byte()?;
        if first < 0x80 {
            return Ok(u64::from(first));
        }
        self.number_rest(u64::from(first & 0x7f), 7)
    }

    /// A signed number, as lib0 writes integers within `Any`: only its form is judged, its value is not used.
    pub(super) fn signed(&mut self) -> Result<(), Refusal> {
        let first = self.byte()?;
        if first & 0x80 != 0 {
            self.number_rest(u64::from(first & 0x3f), 6)?;
        }
        Ok(())
    }

    fn number_rest(&mut self, low: u64, mut shift: u32) -> Result<u64, Refusal> {
        let mut value = low;
        loop {
            let byte = self.byte()?;
            if shift > 49 {
                return Err(Refusal::Number);
            }
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                if byte == 0 || value > NUMBER_MAX {
                    return Err(Refusal::Number);
                }
                return Ok(value);
            }
        }
    }

    /// A count of things of which each takes at least `each` bytes, so that it never exceeds what is there.
    pub(super) fn count(&mut self, each: usize) -> Result<usize, Refusal> {
        let count = usize::try_from(self.number()?).map_err(|_| Refusal::Count)?;
        if count > self.left() / each {
            return Err(Refusal::Count);
        }
        Ok(count)
    }

    pub(super) fn clock(&mut self) -> Result<Clock, Refusal> {
        match Clock::try_from(self.number()?) {
            Ok(clock) if clock <= CLOCK_MAX => Ok(clock),
            Ok(_) | Err(_) => Err(Refusal::Clock),
        }
    }

    pub(super) fn length(&mut self) -> Result<Clock, Refusal> {
        match self.clock()? {
            0 => Err(Refusal::LengthZero),
            length => Ok(length),
        }
    }

    pub(super) fn client(&mut self) -> Result<ClientId, Refusal> {
        let client = self.number()?;
        if client > CLIENT_MAX {
            return Err(Refusal::Client);
        }
        Ok(client)
    }

    pub(super) fn buffer(&mut self) -> Result<&'a [u8], Refusal> {
        let length = usize::try_from(self.number()?).map_err(|_| Refusal::Truncated)?;
        self.take(length)
    }

    pub(super) fn string(&mut self) -> Result<&'a str, Refusal> {
        std::str::from_utf8(self.buffer()?).map_err(|_| Refusal::Utf8)
    }
}

/// Writes an unsigned number as lib0 does.
pub(super) fn write_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Writes bytes with their length before them.
pub(super) fn write_buffer(out: &mut Vec<u8>, bytes: &[u8]) {
    write_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}
