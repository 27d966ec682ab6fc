//! What is written has to be read (`reading.md` §11): ten thousand sentences a run.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::generate::plan;
use super::linearise::{frames, linearise};
use super::matching::{all_fit, difference};
use super::names::KANA_STEMS;
use super::random::Random;
use super::read_sentence;
use crate::compile::lexicon::Sense;

const SENTENCES: u64 = 10_000;

/// Sentences that were read as something else, with what they have in common.
struct Mistake {
    sentence: String,
    expected: Vec<String>,
    got: Vec<String>,
}

fn mistakes(seed: u64) -> BTreeMap<String, Vec<Mistake>> {
    let mut found: BTreeMap<String, Vec<Mistake>> = BTreeMap::new();
    for number in 0..SENTENCES {
        let mut random = Random::new(seed.wrapping_mul(SENTENCES).wrapping_add(number));
        let plan = plan(&mut random);
        let (sentence, expected) = (linearise(&plan), frames(&plan));
        let read = read_sentence(&sentence);
        let fit = all_fit(&expected, &read.shown);
        if !fit || !read.account.is_whole() {
            let cause = match fit {
                _ if is_by_name(&sentence, &expected) => "a name that is written in kana".to_owned(),
                true => format!("{}: words without account", plan.construction),
                false => format!("{}: {}", plan.construction, difference(&expected, &read.shown)),
            };
            let mistake = Mistake { sentence, expected, got: read.shown };
            found.entry(cause).or_default().push(mistake);
        }
    }
    found
}

/// Whether a sentence is read well with another name in the place of those written in kana.
fn is_by_name(sentence: &str, expected: &[String]) -> bool {
    let other = |words: &str| KANA_STEMS.iter().fold(words.to_owned(), |words, stem| words.replace(stem, "青葉緑"));
    let (sentence, expected) = (other(sentence), expected.iter().map(|frame| other(frame)).collect::<Vec<_>>());
    let read = read_sentence(&sentence);
    all_fit(&expected, &read.shown) && read.account.is_whole()
}

fn report(found: &BTreeMap<String, Vec<Mistake>>) -> String {
    let mut groups: Vec<_> = found.iter().collect();
    groups.sort_by_key(|(_, mistakes)| std::cmp::Reverse(mistakes.len()));
    let total: usize = groups.iter().map(|(_, mistakes)| mistakes.len()).sum();
    let shown = std::env::var("KENGEN_SHOWN").ok().and_then(|shown| shown.parse().ok()).unwrap_or(3);
    let mut told = format!("{total} of {SENTENCES} sentences are not read as they were meant\n");
    for (cause, mistakes) in groups {
        let _ = writeln!(told, "\n## {} × {cause}", mistakes.len());
        for mistake in mistakes.iter().take(shown) {
            let _ = writeln!(told, "{}", mistake.sentence);
            mistake.expected.iter().for_each(|line| told.push_str(&format!("    expected  {line}\n")));
            mistake.got.iter().for_each(|line| told.push_str(&format!("    got       {line}\n")));
        }
    }
    told
}

#[test]
fn what_is_written_is_read() {
    let seed = std::env::var("KENGEN_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let found = mistakes(seed);
    assert!(found.is_empty(), "{}", report(&found));
}

/// A plan that says something else is not taken for what was read.
#[test]
fn another_plan_does_not_fit() {
    let mut told = 0;
    for number in 0..400 {
        let (plan, other) = (plan(&mut Random::new(number)), plan(&mut Random::new(number + 1_000_000)));
        let read = read_sentence(&linearise(&plan));
        if linearise(&plan) != linearise(&other) {
            told += 1;
            assert!(!all_fit(&frames(&other), &read.shown), "{}", linearise(&plan));
        }
    }
    assert!(told > 300);
}

/// The ten thousand hold every sense, every way to mean it, every voice and every construction of the frame's links.
#[test]
fn every_sense_is_made() {
    let made = (0..4_000).flat_map(|number| frames(&plan(&mut Random::new(number)))).collect::<Vec<_>>();
    let senses = Sense::ALL.map(|sense| format!("{}[", sense.name()));
    let marks = [
        "; may",
        "; must)",
        "; must not",
        "; need not",
        "passive)",
        "causative)",
        "then ",
        "and ",
        "or ",
        "gapped ",
        "cleft ",
        "each",
    ];
    let missing: Vec<&str> = senses
        .iter()
        .map(String::as_str)
        .chain(marks)
        .filter(|mark| !made.iter().any(|frame| frame.contains(mark)))
        .collect();
    assert!(missing.is_empty(), "never made: {missing:?}");
}
