//! A text as people write it, keystroke by keystroke, the same for the same seed.
//!
//! Bursts of typing at a cursor, slips taken back at once, passages removed later, jumps to elsewhere, paragraphs begun and split.

/// One keystroke.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Keystroke {
    /// A new, empty paragraph at this place among the paragraphs.
    Paragraph { at: usize },
    /// A character in a paragraph.
    Insert { paragraph: usize, at: u32, letter: char },
    /// A character less.
    Delete { paragraph: usize, at: u32 },
}

/// SplitMix64: small, and the same everywhere.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound.max(1)
    }

    fn percent(&mut self, share: u64) -> bool {
        self.below(100) < share
    }
}

/// Frequent letters of Dutch, so that the text compresses like text.
const LETTERS: &[u8] = b"eeeeeeeeennnnnaaaaiiirrrttttooodddsslllgghhvvmkkuuwpbczjf";
/// Characters after which a writer begins a new paragraph.
const PARAGRAPH_CHARS: u32 = 600;

enum Burst {
    Typing(u32),
    Removing(u32),
}

/// The writer.
pub(crate) struct Trace {
    chance: Chance,
    /// Characters of each paragraph.
    paragraphs: Vec<u32>,
    paragraph: usize,
    at: u32,
    burst: Burst,
}

impl Trace {
    pub(crate) fn new(seed: u64) -> Self {
        Self { chance: Chance(seed), paragraphs: Vec::new(), paragraph: 0, at: 0, burst: Burst::Typing(0) }
    }

    /// Characters that stand.
    pub(crate) fn chars(&self) -> u64 {
        self.paragraphs.iter().map(|chars| u64::from(*chars)).sum()
    }

    /// The next keystroke; never ends.
    pub(crate) fn next(&mut self) -> Keystroke {
        if self.paragraphs.is_empty() {
            return self.begin_paragraph(0);
        }
        match self.burst {
            Burst::Typing(left) if left > 0 => {
                self.burst = Burst::Typing(left - 1);
                self.type_letter()
            }
            Burst::Removing(left) if left > 0 && self.at > 0 => {
                self.burst = Burst::Removing(left - 1);
                self.at -= 1;
                self.paragraphs[self.paragraph] -= 1;
                Keystroke::Delete { paragraph: self.paragraph, at: self.at }
            }
            Burst::Typing(_) => self.after_typing(),
            Burst::Removing(_) => {
                self.burst = Burst::Typing(8 + self.chance.below(60) as u32);
                self.type_letter()
            }
        }
    }

    fn after_typing(&mut self) -> Keystroke {
        if self.chance.percent(12) {
            self.paragraph = self.chance.below(self.paragraphs.len() as u64) as usize;
            self.at = self.chance.below(u64::from(self.paragraphs[self.paragraph]) + 1) as u32;
        } else if self.paragraphs[self.paragraph] >= PARAGRAPH_CHARS {
            return self.begin_paragraph(self.paragraph + 1);
        }
        let removed =
            if self.chance.percent(8) { 40 + self.chance.below(120) } else { self.chance.below(16) };
        self.burst = Burst::Removing(removed as u32);
        self.next_after_choice()
    }

    /// At the head of a paragraph there is nothing to remove, so the choice may turn into typing.
    fn next_after_choice(&mut self) -> Keystroke {
        if self.at == 0 {
            self.burst = Burst::Typing(20);
        }
        self.next()
    }

    fn begin_paragraph(&mut self, at: usize) -> Keystroke {
        self.paragraphs.insert(at, 0);
        self.paragraph = at;
        self.at = 0;
        self.burst = Burst::Typing(8 + self.chance.below(60) as u32);
        Keystroke::Paragraph { at }
    }

    fn type_letter(&mut self) -> Keystroke {
        let letter = if self.chance.percent(16) {
            ' '
        } else {
            char::from(LETTERS[self.chance.below(LETTERS.len() as u64) as usize])
        };
        let at = self.at;
        self.at += 1;
        self.paragraphs[self.paragraph] += 1;
        Keystroke::Insert { paragraph: self.paragraph, at, letter }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(seed: u64, count: usize) -> Vec<Keystroke> {
        let mut trace = Trace::new(seed);
        (0..count).map(|_| trace.next()).collect()
    }

    #[test]
    fn the_same_seed_writes_the_same_text_and_another_another() {
        assert_eq!(first(7, 20_000), first(7, 20_000));
        assert_ne!(first(7, 200), first(8, 200));
    }

    #[test]
    fn the_beginning_does_not_depend_on_the_length() {
        assert_eq!(first(7, 500)[..], first(7, 5000)[..500]);
    }

    #[test]
    fn every_keystroke_falls_inside_the_text() {
        let mut trace = Trace::new(3);
        let mut text: Vec<String> = Vec::new();
        let mut removed = 0;
        for _ in 0..50_000 {
            match trace.next() {
                Keystroke::Paragraph { at } => text.insert(at, String::new()),
                Keystroke::Insert { paragraph, at, letter } => text[paragraph].insert(at as usize, letter),
                Keystroke::Delete { paragraph, at } => {
                    text[paragraph].remove(at as usize);
                    removed += 1;
                }
            }
        }
        assert_eq!(text.iter().map(String::len).sum::<usize>() as u64, trace.chars());
        assert!((10_000..20_000).contains(&removed), "{removed} of 50 000 keystrokes take away");
        assert!(text.len() > 10, "{} paragraphs", text.len());
    }
}
