//! Sentences and small documents with the frames that they have to be read as, written down by hand.

use std::fmt::Write;

use super::matching::{all_fit, difference};
use super::{read_document, read_sentence};

/// A sentence, or the lines of a document, with expected frames.
pub(super) struct Case {
    /// The sentence or the document.
    pub words: String,
    /// Whether it is a document.
    pub document: bool,
    /// The lines below it.
    pub expected: Vec<String>,
}

/// The cases of a file: a sentence, or lines with `|` in front, then lines that are set in; `#` begins a remark.
pub(super) fn cases(file: &str) -> Vec<Case> {
    let mut found: Vec<Case> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        if let Some(expected) = line.strip_prefix("  ") {
            found.last_mut().expect("frames below a sentence").expected.push(expected.to_owned());
        } else if let Some(part) = line.strip_prefix('|') {
            let part = part.strip_prefix(' ').unwrap_or(part);
            match found.last_mut().filter(|case| case.document && case.expected.is_empty()) {
                Some(case) => {
                    case.words.push('\n');
                    case.words.push_str(part);
                }
                None => found.push(Case { words: part.to_owned(), document: true, expected: Vec::new() }),
            }
        } else {
            found.push(Case { words: line.to_owned(), document: false, expected: Vec::new() });
        }
    }
    found
}

impl Case {
    /// The frames that are read.
    pub(super) fn got(&self) -> Vec<String> {
        if self.document { read_document(&self.words).concat() } else { read_sentence(&self.words).shown }
    }
}

/// What is read otherwise than it should be; nothing if all is well.
fn mistakes(file: &str) -> String {
    let mut told = String::new();
    let all = cases(file);
    for case in &all {
        assert!(!case.expected.is_empty(), "no frames below {}", case.words);
        let got = case.got();
        if !all_fit(&case.expected, &got) {
            let _ = writeln!(told, "{} ({})", case.words, difference(&case.expected, &got));
            case.expected.iter().for_each(|line| told.push_str(&format!("    expected  {line}\n")));
            got.iter().for_each(|line| told.push_str(&format!("    got       {line}\n")));
        }
    }
    told
}

/// An expectation that is changed anywhere has to be told: else the files would prove nothing.
#[test]
fn a_changed_expectation_is_told() {
    for case in FILES.iter().flat_map(|file| cases(file)) {
        let got = case.got();
        let broken = |at: usize| {
            let mut lines = case.expected.clone();
            lines[at] = lines[at].replacen('(', "(x", 1);
            lines
        };
        assert!((0..case.expected.len()).all(|at| !all_fit(&broken(at), &got)), "{}", case.words);
        assert!(!all_fit(&case.expected[1..], &got), "one frame less: {}", case.words);
    }
}

macro_rules! files {
    ($($name:ident $file:literal)*) => {
        /// All sentences that were written down by hand.
        pub(super) const FILES: &[&str] = &[$(include_str!($file)),*];
        $(
            #[test]
            fn $name() {
                let told = mistakes(include_str!($file));
                assert!(told.is_empty(), "{told}");
            }
        )*
    };
}

files! {
    the_worked_set "worked.txt"
    units_and_posts "sentences_units.txt"
    orders_and_leading "sentences_orders.txt"
    acting_and_deciding "sentences_acts.txt"
    duties_with_brackets "sentences_duties.txt"
    municipal_forms "sentences_municipal.txt"
    councils_and_headquarters "sentences_councils.txt"
    numbers "sentences_numbers.txt"
    lists_and_tables "sentences_lists.txt"
}
