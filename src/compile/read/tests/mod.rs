//! The grammar tested against itself and against frames that were written down by hand (`reading.md` §11). All bodies and names are
//! invented.

mod cases;
mod generate;
mod inflection;
mod linearise;
mod matching;
mod names;
mod near_misses;
mod occasions;
mod plan;
mod random;
mod regressions;
mod round_trip;
mod senses;
mod shapes;
mod tables;
mod vocabulary;

use super::account::Account;
use super::frame::Filled;
use super::sentence::Words;
use super::terms::Terms;
use super::{parse, show};
use crate::compile::outline::Outline;
use crate::regulation::{find_brackets, normalize};

/// A sentence read by itself: its frames in printed form, and what its characters were used for.
pub(super) struct Read {
    /// The normalised words.
    pub text: String,
    /// The frames as text.
    pub shown: Vec<String>,
    /// The account.
    pub account: Account,
}

/// Reads one sentence by its words alone.
pub(super) fn read_sentence(written: &str) -> Read {
    let normal = normalize(written, 0..written.len());
    let text = normal.normal();
    let brackets = find_brackets(text);
    let mut terms = Terms::default();
    terms.collect(text);
    let parsed = parse::parse(Words::new(text, &brackets, &terms), 0);
    let of = |_| text;
    let texts = show::Texts { own: 0, of: &of };
    let shown = parsed.frames.iter().map(|frame| show::frame(frame, &texts)).collect();
    Read { text: text.to_owned(), shown, account: parsed.account }
}

/// Reads a document: for each of its sentences the frames in printed form.
pub(super) fn read_document(source: &str) -> Vec<Vec<String>> {
    let (document, _) = crate::regulation::read(source.as_bytes()).expect("a document");
    let outline = Outline::new(&document);
    let reading = super::read(&outline);
    let of = |sentence: u32| match sentence.checked_sub(Filled::CAPTION) {
        Some(article) => outline.caption(article as usize).unwrap_or(""),
        None => outline.sentences[sentence as usize].text.normal(),
    };
    let shown = |(own, sentence): (usize, &super::SentenceReading)| {
        let texts = show::Texts { own: own as u32, of: &of };
        sentence.frames.iter().map(|frame| show::frame(frame, &texts)).collect()
    };
    reading.sentences.iter().enumerate().map(shown).collect()
}
