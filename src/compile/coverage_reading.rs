//! How much of a regulation was read, in sentences and in characters: what the frames and accounts of its sentences come to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::coverage::SentenceReport;
use super::read::{Kind, Reason, State};

/// Numbers by state: `read` + `partly` + `not_understood` + `no_content` = `total`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingCounts {
    /// All.
    pub total: usize,
    /// Every word was used.
    pub read: usize,
    /// A clause is complete, and there is more that was not read.
    pub partly: usize,
    /// No clause is complete.
    pub not_understood: usize,
    /// Nothing in it is about authority.
    pub no_content: usize,
}

impl ReadingCounts {
    fn add(&mut self, state: State, count: usize) {
        self.total += count;
        *match state {
            State::Read => &mut self.read,
            State::Partly => &mut self.partly,
            State::NotUnderstood(_) => &mut self.not_understood,
            State::NoContent(_) => &mut self.no_content,
        } += count;
    }

    /// Those with authority content: shares are of these.
    pub fn with_content(&self) -> usize {
        self.total - self.no_content
    }
}

/// How many sentences were not understood for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReasonCount {
    /// Why.
    pub reason: Reason,
    /// How many sentences.
    pub count: usize,
}

/// How much of a regulation was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadingTotals {
    /// Numbers of sentences by state.
    pub sentences: ReadingCounts,
    /// Numbers of characters of these sentences, white space aside.
    pub characters: ReadingCounts,
    /// Characters that nothing used, in the sentences that were read partly or not understood.
    pub unread_characters: usize,
    /// Numbers of sentences without authority content by kind.
    pub no_content_kinds: BTreeMap<Kind, usize>,
    /// Why sentences were not understood: the most frequent reason first.
    pub reasons: Vec<ReasonCount>,
}

impl ReadingTotals {
    /// The totals of a report; nothing if it does not say what was read of every sentence.
    pub fn of(sentences: &[SentenceReport]) -> Option<Self> {
        let mut totals = Self::default();
        let mut reasons: BTreeMap<Reason, usize> = BTreeMap::new();
        for sentence in sentences {
            let state = sentence.reading?;
            totals.sentences.add(state, 1);
            totals.characters.add(state, characters(&sentence.text));
            totals.unread_characters += sentence.unread.iter().map(|unread| characters(&unread.words)).sum::<usize>();
            match state {
                State::NoContent(kind) => *totals.no_content_kinds.entry(kind).or_default() += 1,
                State::NotUnderstood(reason) => *reasons.entry(reason).or_default() += 1,
                State::Read | State::Partly => {}
            }
        }
        totals.reasons = reasons.into_iter().map(|(reason, count)| ReasonCount { reason, count }).collect();
        totals.reasons.sort_by_key(|entry| (Reverse(entry.count), entry.reason));
        Some(totals)
    }
}

/// Characters of a text, white space aside.
fn characters(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use crate::compile::{Supplement, compile};
    use crate::regulation::read_text;

    const TEXT: &str = "甲市組織規則\n
（趣旨）
第１条　この規則は、甲市の組織に関し必要な事項を定めるものとする。
第２条　甲市に総務部を置く。
２　総務部の帳簿は、青い箱による。
第３条　総務部に総務部長（以下「部長」という。）を置く。
２　部長は、総務部の事務を統括し、風車くる
くる。
附　則
この規則は、昭和五十年四月一日から施行する。
";

    #[test]
    fn the_numbers_add_up() {
        let (document, _) = read_text(TEXT.to_owned());
        let coverage = compile(&document, &Supplement::default()).coverage;
        let totals = coverage.reading().expect("every sentence has its state");
        for counts in [totals.sentences, totals.characters] {
            let sum = counts.read + counts.partly + counts.not_understood + counts.no_content;
            assert_eq!(sum, counts.total);
        }
        assert_eq!(totals.sentences.total, coverage.sentences.len());
        assert_eq!(totals.reasons.iter().map(|reason| reason.count).sum::<usize>(), totals.sentences.not_understood);
        assert_eq!(totals.no_content_kinds.values().sum::<usize>(), totals.sentences.no_content);
        assert!(totals.unread_characters <= totals.characters.partly + totals.characters.not_understood);
    }

    #[test]
    fn unread_words_are_quoted_from_the_source() {
        let (document, _) = read_text(TEXT.to_owned());
        let coverage = compile(&document, &Supplement::default()).coverage;
        let mut runs = 0;
        for sentence in &coverage.sentences {
            for unread in &sentence.unread {
                assert_eq!(&sentence.text[unread.start as usize..unread.end as usize], unread.words);
                assert!(document.source.contains(&unread.words), "{unread:?}");
                assert!(!unread.words.trim().is_empty());
                runs += 1;
            }
        }
        assert!(runs > 0, "something of this text is not read");
    }
}
