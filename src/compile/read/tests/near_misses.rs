//! What must not be read: near misses, what is left when a condition is taken out, and what changes when a used word is taken out.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::cases::{Case, FILES, cases};
use super::generate::plan;
use super::linearise::linearise;
use super::matching::{fits, parts};
use super::random::Random;
use super::{Read, read_sentence};
use crate::compile::read::account::{Span, Use};
use crate::compile::read::sentence::Words;
use crate::compile::read::terms::Terms;
use crate::compile::read::tokens::TokenKind;
use crate::regulation::find_brackets;

#[test]
fn near_misses_give_no_frame() {
    let mut told = String::new();
    for case in cases(include_str!("near_misses.txt")) {
        let line =
            |mark: &str| case.expected.iter().find_map(|line| line.strip_prefix(mark)).expect("a pattern and a twin");
        let pattern = format!("…{}…", line("! "));
        let hits = |words: &str| read_sentence(words).shown.into_iter().find(|frame| fits(&pattern, frame));
        if let Some(frame) = hits(&case.words) {
            let _ = writeln!(told, "{}\n    must not have  {}\n    got            {frame}", case.words, line("! "));
        }
        if hits(line("+ ")).is_none() {
            let _ = writeln!(told, "the pattern {} hits nothing in {}", line("! "), line("+ "));
        }
    }
    assert!(told.is_empty(), "{told}");
}

/// All sentences that stand by themselves, written by hand and made.
fn sentences() -> Vec<String> {
    let by_hand = FILES.iter().flat_map(|file| cases(file)).filter(|case| !case.document).map(|case: Case| case.words);
    let made = (0..600).map(|seed| linearise(&plan(&mut Random::new(seed))));
    by_hand.chain(made).collect()
}

/// A sentence without a span of its normalised words.
fn without(text: &str, span: &std::ops::Range<usize>) -> String {
    format!("{}{}", &text[..span.start], &text[span.end..])
}

/// The condition phrases of a sentence, each with its marker, comma and conjunction.
fn conditions(read: &Read) -> Vec<std::ops::Range<usize>> {
    let runs = read.account.runs();
    let mut found = Vec::new();
    let mut at = 0;
    while at < runs.len() {
        let start = at;
        while at < runs.len() && (runs[at].1 == Use::Condition || at > start && is_function(runs[at].1)) {
            at += 1;
        }
        if at > start {
            found.push(runs[start].0.range().start..runs[at - 1].0.range().end);
        }
        at += 1;
    }
    found.retain(|span| span.end < read.text.len());
    found
}

fn is_function(used: Use) -> bool {
    matches!(used, Use::Marker | Use::Punctuation | Use::Conjunction)
}

/// What a printed frame says of roles, without where it was taken from.
fn roles(shown: &str) -> BTreeSet<String> {
    const NAMES: [&str; 13] = [
        "agent",
        "theme",
        "place",
        "matter",
        "object",
        "holder",
        "principal",
        "source",
        "authority",
        "basis",
        "order",
        "limit",
        "member",
    ];
    let is_role =
        |part: &String| NAMES.iter().any(|name| part.strip_prefix(name).is_some_and(|behind| behind.starts_with('=')));
    parts(shown).into_iter().filter(is_role).map(|part| part.replace(" ←chain", "")).collect()
}

/// The sense of a printed frame, without its link.
fn sense(shown: &str) -> &str {
    shown.split('[').next().unwrap_or("").rsplit(' ').next().unwrap_or("")
}

/// Whether the predicate is 行う, which is acting for somebody under a state only (§3.2).
fn is_light(shown: &str) -> bool {
    shown.contains("[行") || shown.contains("[おこな")
}

/// Whether a frame says what none of others does.
fn says_more(whole: &[String], frame: &str) -> bool {
    let same = |lead: &str| sense(lead) == sense(frame) || is_light(lead) && is_light(frame);
    !whole.iter().any(|lead| same(lead) && roles(frame).is_subset(&roles(lead)))
}

#[test]
fn more_roles_and_other_senses_are_more() {
    let whole = ["Act[代決する](agent=次長; principal=部長; when 部長 away)".to_owned()];
    assert!(!says_more(&whole, "then Act[代決する](agent=次長 ←chain)"));
    assert!(says_more(&whole, "Act[代決する](agent=次長; principal=次長)"));
    assert!(says_more(&whole, "Act[代決する](agent=次長; matter=「事務」)"));
    assert!(says_more(&whole, "Lead[統括する](agent=次長)"));
}

#[test]
fn without_a_condition_nothing_more_is_said() {
    let mut told = String::new();
    let mut tried = 0;
    for sentence in sentences() {
        let whole = read_sentence(&sentence);
        for span in conditions(&whole) {
            tried += 1;
            let shorter = without(&whole.text, &span);
            for frame in read_sentence(&shorter).shown {
                if says_more(&whole.shown, &frame) {
                    let _ = writeln!(told, "{sentence}\n    without its condition  {shorter}\n    has also  {frame}");
                }
            }
        }
    }
    assert!(tried > 100, "only {tried} conditions");
    assert!(told.is_empty(), "{told}");
}

/// The words that a sentence's account calls used for something that is said, and whole runs of them.
fn used_spans(read: &Read) -> Vec<Span> {
    let says = |used: Use| matches!(used, Use::Phrase | Use::Condition | Use::Operator | Use::Sense);
    let brackets = find_brackets(&read.text);
    let terms = Terms::default();
    let words = Words::new(&read.text, &brackets, &terms);
    let content = |kind: TokenKind| matches!(kind, TokenKind::Word | TokenKind::Bracket);
    let mut found: Vec<Span> =
        words.tokens.iter().filter(|token| content(token.kind)).map(|token| token.span).collect();
    found.retain(|span| (span.start..span.end).all(|at| says(read.account.used(at as usize))));
    found.extend(read.account.runs().into_iter().filter(|(_, used)| says(*used)).map(|(span, _)| span));
    found.retain(|span| !is_said_again(read, *span));
    found
}

/// Words that a condition may leave out and say the same: the とき of the first of two, and whom the second speaks of.
fn is_said_again(read: &Read, span: Span) -> bool {
    let words = span.of(&read.text);
    // 「保健所の下に」 is a place as 「保健所に」 is.
    if words == "下" {
        return true;
    }
    let condition = read.account.used(span.start as usize) == Use::Condition;
    condition && (matches!(words, "とき" | "場合") || read.text[..span.start as usize].contains(words))
}

#[test]
fn every_used_word_counts() {
    let mut told = String::new();
    let mut tried = 0;
    for sentence in sentences() {
        let whole = read_sentence(&sentence);
        for span in used_spans(&whole) {
            tried += 1;
            let shorter = without(&whole.text, &span.range());
            if read_sentence(&shorter).shown == whole.shown {
                let _ = writeln!(
                    told,
                    "{sentence}\n    without 「{}」 still  {}",
                    span.of(&whole.text),
                    whole.shown.join(" · ")
                );
            }
        }
    }
    assert!(tried > 1000, "only {tried} words");
    assert!(told.is_empty(), "{told}");
}
