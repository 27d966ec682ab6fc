//! The closed classes of the language of regulations as tables, and the look-ups on them. Knows Japanese and no document.
//!
//! Adding a wording of a known sense is one line in a table here and a case. One automaton finds what is written with kanji;
//! runs of kana are split by the same entries (`read::tokens`).

mod columns;
mod inflection;
mod kinds;
mod markers;
mod nouns;
mod particles;
mod plain;
mod senses;
mod titles;
mod verbs;
mod words;

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

pub(crate) use columns::{Column, column};
pub(crate) use inflection::Ending;
pub(crate) use nouns::{EVENTS, ROLE_NOUNS, RoleNoun};
pub use plain::Kind;
pub(crate) use plain::PLAIN_VERBS;
pub(crate) use senses::{Case, Form, Marker};
pub use senses::{Event, Join, Modality, Role, Sense, Voice};
pub(crate) use words::{WordClass, classify, generic_matter, is_criterion, rank};
#[cfg(test)]
pub(crate) use {inflection::Flexion, verbs::VERBS};

/// What a word of a closed class is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entry {
    /// は, が, において …
    Marker(Marker),
    /// の.
    Of,
    /// に関する, に係る …: attaches what stands in front to the next noun.
    Link,
    /// のうち, であって: what follows is a part of what stands in front.
    Within,
    /// 及び …
    Conjunction(Join),
    /// それぞれ …; whether it says that there is a need.
    Adverb { need: bool },
    /// ことができる … behind a predicate.
    Auxiliary(Modality, Form),
    /// A predicate.
    Verb { sense: Sense, ending: Ending },
    /// A noun in kana.
    Noun,
    /// その, この.
    Back,
    /// とともに between predicates.
    Together,
}

/// All words of the closed classes.
pub(crate) struct Lexicon {
    /// Finds the words that are written with kanji, leftmost and longest.
    pub automaton: AhoCorasick,
    /// What each pattern of the automaton is.
    pub strong: Vec<Entry>,
    /// What is written in kana alone.
    pub kana: FxHashMap<String, Entry>,
    /// Nouns that make a predicate with する.
    pub suru: FxHashMap<&'static str, Sense>,
    /// What stands behind such a noun, in kana.
    pub suru_endings: FxHashMap<String, Ending>,
    /// What stands behind the kanji of a verb or adjective that no table has.
    pub unknown_endings: FxHashMap<String, Ending>,
}

/// The longest word of the kana entries, in characters.
pub(crate) const LONGEST_KANA: usize = 14;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

/// The words of the closed classes.
pub(crate) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

impl Lexicon {
    fn new() -> Self {
        let mut entries: Vec<(String, Entry)> = Vec::new();
        add_particles(&mut entries);
        let mut suru = FxHashMap::default();
        for (stem, flexion, sense) in verbs::VERBS {
            if *flexion == inflection::Flexion::Suru {
                suru.insert(*stem, *sense);
                continue;
            }
            for (behind, ending) in inflection::endings(*flexion) {
                entries.push((format!("{stem}{behind}"), Entry::Verb { sense: *sense, ending }));
            }
        }
        let mut kana: FxHashMap<String, Entry> = FxHashMap::default();
        let (mut patterns, mut strong) = (Vec::new(), Vec::new());
        let mut known: FxHashMap<String, ()> = FxHashMap::default();
        for (words, entry) in entries {
            if words.chars().all(is_kana) {
                kana.entry(words).or_insert(entry);
            } else if known.insert(words.clone(), ()).is_none() {
                patterns.push(words);
                strong.push(entry);
            }
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .expect("a few thousand short patterns");
        let suru_endings = inflection::endings(inflection::Flexion::Suru).into_iter().collect();
        let mut unknown_endings = FxHashMap::default();
        for (words, ending) in inflection::unknown_endings() {
            unknown_endings.entry(words).or_insert(ending);
        }
        Self { automaton, strong, kana, suru, suru_endings, unknown_endings }
    }

    /// The sense of a noun with する: that of its longest ending which has one.
    pub(crate) fn sense_of_noun(&self, noun: &str) -> Sense {
        let starts = noun.char_indices().map(|(at, _)| &noun[at..]);
        starts.take(12).find_map(|ending| self.suru.get(ending)).copied().unwrap_or(Sense::Plain)
    }
}

/// Everything that is no verb with a sense of its own.
fn add_particles(entries: &mut Vec<(String, Entry)>) {
    let mut push = |words: &str, entry: Entry| entries.push((words.to_owned(), entry));
    for (words, marker) in markers::MARKERS {
        push(words, Entry::Marker(*marker));
    }
    push("の", Entry::Of);
    for words in markers::WITHINS {
        push(words, Entry::Within);
    }
    for words in markers::LINKS {
        push(words, Entry::Link);
    }
    for (words, join) in particles::CONJUNCTIONS {
        push(words, Entry::Conjunction(*join));
    }
    for (words, need) in particles::ADVERBS {
        push(words, Entry::Adverb { need: *need });
    }
    for (words, modality, form) in particles::AUXILIARIES {
        push(words, Entry::Auxiliary(*modality, *form));
    }
    for (words, form) in particles::KANA_VERBS {
        push(words, Entry::Verb { sense: Sense::Plain, ending: Ending::with(*form) });
    }
    for words in particles::KANA_NOUNS {
        push(words, Entry::Noun);
    }
    for words in ["その", "この", "それらの", "これらの"] {
        push(words, Entry::Back);
    }
    for words in ["とともに", "と共に", "と同時に"] {
        push(words, Entry::Together);
    }
}
