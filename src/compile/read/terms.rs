//! Terms that a text defines for itself: 「（以下「X」という。）」, 「…とは、…をいう」 (`reading.md` §5.7).

use rustc_hash::FxHashMap;

use super::phrase::Sort;
use crate::compile::lexicon::{WordClass, classify};
use crate::regulation::{Bracket, find_brackets};

/// The defined terms of a document, each with the sort of what it stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Terms {
    sorts: FxHashMap<String, Sort>,
}

impl Terms {
    /// The sort of a term; nothing for a word that is no term.
    pub(crate) fn sort_of(&self, word: &str) -> Option<Sort> {
        self.sorts.get(word).copied()
    }

    /// Adds the terms that a sentence defines.
    pub(crate) fn collect(&mut self, text: &str) {
        if !text.contains('「') {
            return;
        }
        let brackets = find_brackets(text);
        for quote in brackets.iter().filter(|bracket| bracket.opening == '「') {
            let name = text[quote.inside()].trim();
            let behind = &text[quote.end..];
            let defines =
                ["という", "と総称", "と略称", "といい", "と称"].iter().any(|words| behind.starts_with(words));
            if name.is_empty() || name.chars().count() > 24 || !defines {
                continue;
            }
            let encloses =
                |bracket: &&Bracket| bracket.opening == '(' && bracket.start < quote.start && quote.end < bracket.end;
            let around = brackets.iter().rfind(encloses);
            let antecedent = match around {
                Some(bracket) => &text[..bracket.start],
                None => &text[..quote.start],
            };
            let sort = sort_of(name).or_else(|| sort_of(last_run(antecedent))).unwrap_or(Sort::Words);
            if classify(name) == WordClass::Other && sort != Sort::Words {
                self.sorts.entry(name.to_owned()).or_insert(sort);
            }
        }
    }
}

/// The run of content that a text ends in, brackets and quantities aside.
fn last_run(text: &str) -> &str {
    let text = text.trim_end_matches(['」', ')', '。', ' ']);
    let start = text.char_indices().rev().take_while(|(_, c)| super::tokens::is_content(*c)).last();
    start.map_or("", |(at, _)| &text[at..])
}

fn sort_of(word: &str) -> Option<Sort> {
    match classify(word) {
        WordClass::Kind | WordClass::Unit { .. } => Some(Sort::Unit),
        WordClass::Title { .. } => Some(Sort::Post),
        WordClass::Staff => Some(Sort::Staff),
        WordClass::Matter => Some(Sort::Matter),
        WordClass::Occasion | WordClass::Other => {
            let stem = word.strip_suffix('等').or_else(|| word.strip_suffix("以下"))?;
            (!stem.is_empty()).then(|| sort_of(stem)).flatten()
        }
    }
}
