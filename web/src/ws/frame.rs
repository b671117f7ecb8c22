//! WebSocket frames as a server reads them (RFC 6455 §5), fed with whatever bytes arrive.
//!
//! Own code because of what an idle connection costs: between messages it holds no buffer at all. It never allocates by a length
//! that the other side claims, only by bytes that have come.

use crate::limits::{BINARY_BYTES_MAX, FRAGMENTS_MAX, TEXT_BYTES_MAX};

/// Something whole that came in.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Message {
    Text(String),
    Binary(Vec<u8>),
    Ping(Vec<u8>),
    Pong,
    /// The other side ends, with its code if it gave one.
    Close(Option<u16>),
}

/// Why the connection must end.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) enum Fault {
    Protocol,
    NotUtf8,
    TooLarge,
}

impl Fault {
    /// The close code.
    pub(crate) fn code(self) -> u16 {
        use keukentafel::protocol::close;
        match self {
            Self::Protocol => close::PROTOCOL,
            Self::NotUtf8 => close::NOT_UTF8,
            Self::TooLarge => close::TOO_LARGE,
        }
    }
}

const CONTINUATION: u8 = 0;
const TEXT: u8 = 1;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// The longest head: two bytes, eight of length, four of mask.
const HEAD_MAX: usize = 14;

/// A control frame holds no more (RFC 6455 §5.5).
const CONTROL_MAX: u64 = 125;

/// The frame whose payload is coming in.
#[derive(Copy, Clone, Debug)]
struct Frame {
    fin: bool,
    opcode: u8,
    mask: [u8; 4],
    left: usize,
    done: usize,
}

/// Reads one connection's frames.
#[derive(Debug, Default)]
pub(crate) struct Parser {
    head: [u8; HEAD_MAX],
    head_len: u8,
    frame: Option<Frame>,
    /// The message that is under way: its opcode (0 for none), payload and number of fragments.
    opcode: u8,
    fragments: u32,
    message: Vec<u8>,
    control: Vec<u8>,
}

impl Parser {
    /// Reads `input` and adds to `out` what became whole. After an error nothing more may be fed.
    pub(crate) fn feed(&mut self, mut input: &[u8], out: &mut impl Extend<Message>) -> Result<(), Fault> {
        while !input.is_empty() {
            let frame = match self.frame {
                Some(frame) => frame,
                None => {
                    input = self.head(input)?;
                    let Some(frame) = self.frame else { continue };
                    frame
                }
            };
            let step = frame.left.min(input.len());
            self.payload(&input[..step], frame);
            input = &input[step..];
            self.frame = Some(Frame { left: frame.left - step, done: frame.done + step, ..frame });
            if frame.left == step {
                self.frame = None;
                out.extend(self.whole(frame)?);
            }
        }
        Ok(())
    }

    /// Takes bytes until a head is whole.
    fn head<'a>(&mut self, mut input: &'a [u8]) -> Result<&'a [u8], Fault> {
        while let Some((&byte, rest)) = input.split_first() {
            input = rest;
            let len = usize::from(self.head_len);
            self.head[len] = byte;
            self.head_len += 1;
            let have = len + 1;
            if have >= 2 && have == head_len(self.head[1]) {
                self.head_len = 0;
                let frame = self.read_head()?;
                // A frame without payload is whole now; the caller sees it through an empty step.
                self.frame = Some(frame);
                return Ok(input);
            }
            if have == 2 {
                self.check_start(self.head[0], self.head[1])?;
            }
        }
        Ok(input)
    }

    fn check_start(&self, first: u8, second: u8) -> Result<(), Fault> {
        let (fin, opcode, masked) = (first & 0x80 != 0, first & 0x0F, second & 0x80 != 0);
        let control = opcode >= CLOSE;
        let under_way = self.opcode != 0;
        let known = matches!(opcode, CONTINUATION | TEXT | BINARY | CLOSE | PING | PONG);
        let control_wrong = control && (!fin || u64::from(second & 0x7F) > CONTROL_MAX);
        let order_wrong = !control && (opcode == CONTINUATION) != under_way;
        if first & 0x70 != 0 || !masked || !known || control_wrong || order_wrong {
            return Err(Fault::Protocol);
        }
        Ok(())
    }

    fn read_head(&mut self) -> Result<Frame, Fault> {
        let [first, second, ..] = self.head;
        self.check_start(first, second)?;
        let (len, mask_at) = match second & 0x7F {
            126 => (u64::from(u16::from_be_bytes([self.head[2], self.head[3]])), 4),
            127 => {
                let mut eight = [0; 8];
                eight.copy_from_slice(&self.head[2..10]);
                (u64::from_be_bytes(eight), 10)
            }
            short => (u64::from(short), 2),
        };
        let mut mask = [0; 4];
        mask.copy_from_slice(&self.head[mask_at..mask_at + 4]);
        let opcode = first & 0x0F;
        if opcode < CLOSE {
            self.begin_fragment(opcode, len)?;
        }
        let left = usize::try_from(len).map_err(|_| Fault::TooLarge)?;
        Ok(Frame { fin: first & 0x80 != 0, opcode, mask, left, done: 0 })
    }

    fn begin_fragment(&mut self, opcode: u8, len: u64) -> Result<(), Fault> {
        if opcode != CONTINUATION {
            self.opcode = opcode;
            self.fragments = 0;
        }
        self.fragments += 1;
        let max = if self.opcode == TEXT { TEXT_BYTES_MAX } else { BINARY_BYTES_MAX };
        let room = (max - self.message.len()) as u64;
        if len > room || self.fragments > FRAGMENTS_MAX { Err(Fault::TooLarge) } else { Ok(()) }
    }

    fn payload(&mut self, bytes: &[u8], frame: Frame) {
        let into = if frame.opcode >= CLOSE { &mut self.control } else { &mut self.message };
        into.extend(bytes.iter().zip(frame.done..).map(|(byte, at)| byte ^ frame.mask[at & 3]));
    }

    fn whole(&mut self, frame: Frame) -> Result<Option<Message>, Fault> {
        match frame.opcode {
            PING => Ok(Some(Message::Ping(std::mem::take(&mut self.control)))),
            PONG => {
                self.control = Vec::new();
                Ok(Some(Message::Pong))
            }
            CLOSE => close_code(&std::mem::take(&mut self.control)).map(|code| Some(Message::Close(code))),
            _ if !frame.fin => Ok(None),
            _ => {
                let message = std::mem::take(&mut self.message);
                let opcode = std::mem::replace(&mut self.opcode, 0);
                if opcode == TEXT {
                    let text = String::from_utf8(message).map_err(|_| Fault::NotUtf8)?;
                    return Ok(Some(Message::Text(text)));
                }
                Ok(Some(Message::Binary(message)))
            }
        }
    }
}

fn head_len(second: u8) -> usize {
    let extended = match second & 0x7F {
        126 => 2,
        127 => 8,
        _ => 0,
    };
    // Unmasked frames are refused at the second byte, so the mask always counts.
    2 + extended + 4
}

fn close_code(payload: &[u8]) -> Result<Option<u16>, Fault> {
    match payload {
        [] => Ok(None),
        [_] => Err(Fault::Protocol),
        [high, low, reason @ ..] => {
            let code = u16::from_be_bytes([*high, *low]);
            let allowed = matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999);
            if !allowed {
                return Err(Fault::Protocol);
            }
            std::str::from_utf8(reason).map_err(|_| Fault::NotUtf8)?;
            Ok(Some(code))
        }
    }
}

/// A pong with the ping's payload, as a server sends it.
pub(crate) fn pong(payload: &[u8]) -> bytes::Bytes {
    let len = payload.len().min(CONTROL_MAX as usize);
    let mut out = Vec::with_capacity(len + 2);
    out.extend([0x80 | PONG, len as u8]);
    out.extend_from_slice(&payload[..len]);
    out.into()
}
