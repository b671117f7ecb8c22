//! Every edit carries a mark that no other edit has, so that each subscriber can say which it saw, twice or never.
//!
//! A mark is plain ASCII inside the inserted text and stands unbroken in a Yjs update (v1), so a reader need not decode.

/// Bytes of a mark: `~www.sssss;`, both numbers in base 36.
pub(crate) const MARK_BYTES: usize = 11;
const WRITER_DIGITS: usize = 3;
const SEQ_DIGITS: usize = 5;

/// One edit of one writer in a document.
#[derive(Copy, Clone, Debug, Eq, PartialEq)]
pub(crate) struct Mark {
    pub(crate) writer: u32,
    pub(crate) seq: u32,
}

impl Mark {
    pub(crate) fn text(self) -> String {
        format!("~{}.{};", base36(self.writer, WRITER_DIGITS), base36(self.seq, SEQ_DIGITS))
    }
}

/// The marks in a piece of an update.
pub(crate) fn marks(bytes: &[u8]) -> impl Iterator<Item = Mark> {
    bytes.windows(MARK_BYTES).filter_map(|window| {
        if window[0] != b'~' || window[WRITER_DIGITS + 1] != b'.' || window[MARK_BYTES - 1] != b';' {
            return None;
        }
        let writer = number(&window[1..=WRITER_DIGITS])?;
        let seq = number(&window[WRITER_DIGITS + 2..MARK_BYTES - 1])?;
        Some(Mark { writer, seq })
    })
}

fn base36(mut number: u32, digits: usize) -> String {
    let mut out = vec![b'0'; digits];
    for digit in out.iter_mut().rev() {
        *digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize];
        number /= 36;
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| {
        let value = match digit {
            b'0'..=b'9' => digit - b'0',
            b'a'..=b'z' => digit - b'a' + 10,
            _ => return None,
        };
        Some(number * 36 + u32::from(value))
    })
}

/// What one subscriber saw of each writer.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    seen: Vec<Vec<bool>>,
    count: u64,
}

impl Ledger {
    /// With room for so many edits of each writer.
    pub(crate) fn new(writers: usize, edits: usize) -> Self {
        Self { seen: vec![vec![false; edits]; writers], count: 0 }
    }

    /// Whether this is the first time; nothing when no such edit was planned.
    pub(crate) fn first(&mut self, mark: Mark) -> Option<bool> {
        let slot = self.seen.get_mut(mark.writer as usize)?.get_mut(mark.seq as usize)?;
        let first = !std::mem::replace(slot, true);
        self.count += u64::from(first);
        Some(first)
    }

    /// Different edits seen.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_found_between_binary_and_in_merged_text() {
        let (a, b) = (Mark { writer: 0, seq: 0 }, Mark { writer: 46_655, seq: 60_466_175 });
        let mut bytes = vec![0, 1, 0xFF, b'~', b'~'];
        bytes.extend_from_slice(a.text().as_bytes());
        bytes.extend_from_slice(b.text().as_bytes());
        bytes.extend_from_slice(b"~abc.de");
        assert_eq!(marks(&bytes).collect::<Vec<_>>(), [a, b]);
        assert_eq!(a.text().len(), MARK_BYTES);
    }

    #[test]
    fn a_ledger_knows_first_from_again_and_refuses_what_was_never_planned() {
        let mut ledger = Ledger::new(2, 3);
        let mark = Mark { writer: 1, seq: 2 };
        assert_eq!(ledger.first(mark), Some(true));
        assert_eq!(ledger.first(mark), Some(false));
        assert_eq!(ledger.first(Mark { writer: 2, seq: 0 }), None);
        assert_eq!(ledger.first(Mark { writer: 0, seq: 3 }), None);
        assert_eq!(ledger.count(), 1);
    }
}
