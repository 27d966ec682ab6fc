//! Which words of a sentence were used, and for what: nothing is lost without being told (`reading.md` §7).

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A range of one sentence's normalised words, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Span {
    /// Where it starts.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
}

impl Span {
    /// The span of a range of bytes.
    pub fn new(range: Range<usize>) -> Self {
        Self { start: range.start as u32, end: range.end as u32 }
    }

    /// The range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The words in the normalised text of its sentence.
    pub fn of(self, text: &str) -> &str {
        // A span of another sentence has no words here: said in the tests, no reason to stop a user's command.
        debug_assert!(text.get(self.range()).is_some(), "{self:?} is no span of this sentence");
        text.get(self.range()).unwrap_or_default()
    }

    /// From the start of this to the end of the other.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }

    /// Whether the other lies within.
    pub fn holds(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether there is nothing in it.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What words were used for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Use {
    /// Nothing: not read.
    #[default]
    Rest,
    /// A predicate.
    Sense,
    /// An ending or auxiliary of a predicate.
    Ending,
    /// A marker behind a phrase.
    Marker,
    /// A conjunction.
    Conjunction,
    /// An adverb.
    Adverb,
    /// A phrase in a role.
    Phrase,
    /// An operator on a phrase.
    Operator,
    /// A reference.
    Address,
    /// An occasion.
    Condition,
    /// Words that are only quoted.
    Quote,
    /// Punctuation.
    Punctuation,
}

/// The account of one sentence: what each of its bytes was used for. Made with all of it open; a reader takes what it puts into a
/// frame. What nobody took is [`Use::Rest`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    uses: Vec<Use>,
}

impl Account {
    /// An account of so many bytes, all of them open.
    pub fn open(length: usize) -> Self {
        Self { uses: vec![Use::Rest; length] }
    }

    /// Takes a span. Taking what is taken already is a mistake of the reader.
    pub fn take(&mut self, span: Span, role: Use) {
        let part = &mut self.uses[span.range()];
        debug_assert!(part.iter().all(|used| *used == Use::Rest), "{span:?} is taken twice");
        part.fill(role);
    }

    /// Takes what of a span is still open.
    pub fn take_open(&mut self, span: Span, role: Use) {
        for used in self.uses[span.range()].iter_mut().filter(|used| **used == Use::Rest) {
            *used = role;
        }
    }

    /// Gives a span back that a reader took in vain.
    pub fn release(&mut self, span: Span) {
        self.uses[span.range()].fill(Use::Rest);
    }

    /// What a byte was used for.
    pub fn used(&self, at: usize) -> Use {
        self.uses.get(at).copied().unwrap_or_default()
    }

    /// Runs of one use, in order; together they are the whole sentence.
    pub fn runs(&self) -> Vec<(Span, Use)> {
        let mut runs: Vec<(Span, Use)> = Vec::new();
        for (at, used) in self.uses.iter().enumerate() {
            match runs.last_mut() {
                Some((span, last)) if last == used => span.end = at as u32 + 1,
                _ => runs.push((Span::new(at..at + 1), *used)),
            }
        }
        runs
    }

    /// What nothing used.
    pub fn rest(&self) -> Vec<Span> {
        self.runs().into_iter().filter(|(_, used)| *used == Use::Rest).map(|(span, _)| span).collect()
    }

    /// Whether everything was used.
    pub fn is_whole(&self) -> bool {
        !self.uses.contains(&Use::Rest)
    }

    /// Whether nothing of a span is open.
    pub fn covers(&self, span: Span) -> bool {
        self.uses[span.range()].iter().all(|used| *used != Use::Rest)
    }
}
