//! Follows where each request on a connection begins and ends, and refuses one that says in two ways how long it is.
//!
//! Two lengths, or a length beside chunks: a proxy before us may have believed the other one, and then what follows belongs to somebody
//! else's request. The parser takes some of these and hides that they were there (RFC 9112 §6.3 leaves it that choice), so it is looked at
//! before the parser sees a byte. What is malformed in any other way is left to the parser, which refuses it.

/// A request says twice how long it is, or in a way that cannot be read.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(super) struct TwoLengths;

/// Bytes that are kept of a line of a head: the longest name that is looked for, and twenty digits with spaces around.
const LINE_BYTES: usize = 64;

/// The framing of one connection, as far as it was read.
#[derive(Debug, Default)]
pub(super) struct Framing {
    part: Part,
    line: Line,
    /// The request line was read.
    begun: bool,
    length: Option<u64>,
    chunked: bool,
    upgrade: bool,
}

/// What comes next.
#[derive(Copy, Clone, Debug, Default)]
enum Part {
    #[default]
    Head,
    /// So many bytes that are nobody's head, and then that.
    Skip(u64, After),
    ChunkSize,
    Trailers,
    /// Another protocol may begin: either it does, or this connection ends with the answer.
    Free,
}

#[derive(Copy, Clone, Debug)]
enum After {
    Head,
    ChunkSize,
}

impl Framing {
    /// These bytes came in.
    ///
    /// # Errors
    /// [`TwoLengths`]; the connection is of no use after that.
    pub(super) fn read(&mut self, mut bytes: &[u8]) -> Result<(), TwoLengths> {
        while let Some((&byte, rest)) = bytes.split_first() {
            match self.part {
                Part::Free => return Ok(()),
                Part::Skip(left, after) => {
                    let here = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len());
                    bytes = bytes.get(here..).unwrap_or_default();
                    self.part = skip(left - here as u64, after);
                    continue;
                }
                Part::Head | Part::ChunkSize | Part::Trailers => bytes = rest,
            }
            if byte == b'\n' {
                let line = std::mem::take(&mut self.line);
                self.part = self.line_ended(&line)?;
            } else {
                self.line.push(byte);
            }
        }
        Ok(())
    }

    fn line_ended(&mut self, line: &Line) -> Result<Part, TwoLengths> {
        match self.part {
            Part::Head if line.is_empty() && self.begun => Ok(self.head_ended()),
            Part::Head if line.is_empty() => Ok(Part::Head),
            Part::Head if !self.begun => {
                self.begun = true;
                Ok(Part::Head)
            }
            Part::Head => {
                self.header(line)?;
                Ok(Part::Head)
            }
            Part::ChunkSize => match line.chunk_size().ok_or(TwoLengths)? {
                0 => Ok(Part::Trailers),
                // The data, and the end of its line.
                size => Ok(skip(size.saturating_add(2), After::ChunkSize)),
            },
            Part::Trailers if line.is_empty() => Ok(Part::Head),
            same @ (Part::Trailers | Part::Skip(..) | Part::Free) => Ok(same),
        }
    }

    fn header(&mut self, line: &Line) -> Result<(), TwoLengths> {
        if line.is("content-length") {
            if self.length.is_some() || self.chunked {
                return Err(TwoLengths);
            }
            self.length = Some(line.length().ok_or(TwoLengths)?);
        } else if line.is("transfer-encoding") {
            if self.length.is_some() || self.chunked {
                return Err(TwoLengths);
            }
            self.chunked = true;
        } else if line.is("upgrade") {
            self.upgrade = true;
        }
        Ok(())
    }

    fn head_ended(&mut self) -> Part {
        let Self { length, chunked, upgrade, .. } = std::mem::take(self);
        match (upgrade, chunked) {
            (true, _) => Part::Free,
            (false, true) => Part::ChunkSize,
            (false, false) => skip(length.unwrap_or(0), After::Head),
        }
    }
}

fn skip(left: u64, after: After) -> Part {
    match (left, after) {
        (0, After::Head) => Part::Head,
        (0, After::ChunkSize) => Part::ChunkSize,
        (left, after) => Part::Skip(left, after),
    }
}

/// The beginning of a line, and how long it was.
#[derive(Copy, Clone, Debug)]
struct Line {
    kept: [u8; LINE_BYTES],
    length: usize,
}

impl Default for Line {
    fn default() -> Self {
        Self { kept: [0; LINE_BYTES], length: 0 }
    }
}

impl Line {
    fn push(&mut self, byte: u8) {
        if let Some(place) = self.kept.get_mut(self.length) {
            *place = byte;
        }
        self.length = self.length.saturating_add(1);
    }

    /// What is kept, without the end of the line.
    fn kept(&self) -> &[u8] {
        let kept = self.kept.get(..self.length).unwrap_or(&self.kept);
        kept.strip_suffix(b"\r").unwrap_or(kept)
    }

    fn is_empty(&self) -> bool {
        self.kept().is_empty()
    }

    /// Name and value of a header.
    fn parts(&self) -> Option<(&[u8], &[u8])> {
        let kept = self.kept();
        let colon = kept.iter().position(|&byte| byte == b':')?;
        let (name, value) = kept.split_at_checked(colon)?;
        Some((name.trim_ascii(), value.get(1..)?.trim_ascii()))
    }

    fn is(&self, name: &str) -> bool {
        self.parts().is_some_and(|(found, _)| found.eq_ignore_ascii_case(name.as_bytes()))
    }

    /// The value as a number of bytes: digits and nothing else, and all of it kept.
    fn length(&self) -> Option<u64> {
        let (_, value) = self.parts()?;
        let plain = self.length <= LINE_BYTES && value.iter().all(u8::is_ascii_digit);
        std::str::from_utf8(value).ok().filter(|_| plain)?.parse().ok()
    }

    /// The size of a chunk; what stands behind it is an extension, which nobody reads.
    fn chunk_size(&self) -> Option<u64> {
        let kept = self.kept().trim_ascii();
        let digits = kept.iter().take_while(|byte| byte.is_ascii_hexdigit()).count();
        let text = std::str::from_utf8(kept.get(..digits)?).ok()?;
        u64::from_str_radix(text, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whole, and byte by byte: where a read ends makes no difference.
    #[track_caller]
    fn check(text: &str, want: Result<(), TwoLengths>) {
        assert_eq!(Framing::default().read(text.as_bytes()), want, "{text:?}");
        let mut slow = Framing::default();
        let got = text.as_bytes().iter().try_for_each(|byte| slow.read(&[*byte]));
        assert_eq!(got, want, "{text:?}, byte by byte");
    }

    fn post(headers: &str, body: &str) -> String {
        format!("POST /x HTTP/1.1\r\nHost: a\r\n{headers}\r\n{body}")
    }

    const BOTH: &str = "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n";

    // shows H8
    #[test]
    fn a_request_says_once_how_long_it_is() {
        for headers in [
            BOTH,
            "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n",
            "content-length: 4\r\nX: y\r\nTRANSFER-ENCODING:chunked\r\n",
            "Content-Length: 2\r\nContent-Length: 20\r\n",
            "Content-Length: 2\r\nContent-Length: 2\r\n",
            "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            "Content-Length: 2, 2\r\n",
            "Content-Length: +2\r\n",
            "Content-Length:\r\n",
            &format!("Content-Length: {}2\r\n", " ".repeat(100)),
        ] {
            check(&post(headers, ""), Err(TwoLengths));
            check(&post(headers, "").replace("\r\n", "\n"), Err(TwoLengths));
        }
        for headers in [
            "",
            "Content-Length: 0\r\n",
            "X-Content-Length: 4\r\nContent-Length: 0\r\n",
            "Upgrade: websocket\r\n",
        ] {
            check(&post(headers, ""), Ok(()));
        }
    }

    // shows H8
    #[test]
    fn what_follows_a_body_is_looked_at_and_a_body_is_not() {
        let bad = post(BOTH, "");
        for (headers, body) in [
            ("Content-Length: 5\r\n", "hallo".to_owned()),
            ("Transfer-Encoding: chunked\r\n", "5\r\nhallo\r\n0\r\n\r\n".to_owned()),
            (
                "Transfer-Encoding: chunked\r\n",
                "5;naam=waarde\r\nhallo\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n".to_owned(),
            ),
            ("Content-Length: 0\r\n", "\r\n\r\n".to_owned()),
        ] {
            check(&format!("{}{bad}", post(headers, &body)), Err(TwoLengths));
            check(&format!("{}{}", post(headers, &body), post("Content-Length: 1\r\n", "x")), Ok(()));
        }
        // The same bytes as somebody's text.
        let text = format!("\r\n{bad}");
        check(&post(&format!("Content-Length: {}\r\n", text.len()), &text), Ok(()));
        let chunk = format!("{:x}\r\n{text}\r\n0\r\n\r\n", text.len());
        check(&post("Transfer-Encoding: chunked\r\n", &chunk), Ok(()));
        // A socket's frames are no heads, whatever is in them.
        check(&post("Upgrade: websocket\r\n", &bad), Ok(()));
    }
}
