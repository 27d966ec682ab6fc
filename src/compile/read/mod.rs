//! Reads the language of regulations: sentences to frames, with an account of every character (`reading.md`).
//!
//! Two pure passes. `parse` reads one sentence by its words alone. `complete` goes through one article in its order and puts in
//! what a sentence leaves to its place: what fills a hole, whom it speaks of. No name is looked up; which unit or post is meant
//! is decided elsewhere.

pub mod account;
mod acting;
mod adjuncts;
mod cells;
mod clause_frames;
mod clauses;
mod clefts;
mod complete;
pub mod condition;
mod conduct;
pub mod explain;
mod explain_tokens;
mod fillers;
pub mod frame;
mod gapping;
mod heads;
mod kana;
mod leads;
mod lines;
mod matrix;
mod matters;
mod modifiers;
mod nesting;
mod occasions;
mod operators;
mod orders;
pub(crate) mod parse;
pub mod phrase;
pub(crate) mod phrases;
mod references;
mod relatives;
mod roles;
mod sense;
pub(crate) mod sentence;
pub mod show;
mod slots;
mod state;
mod tables;
pub(crate) mod terms;
#[cfg(test)]
mod tests;
pub(crate) mod tokens;
mod working;

pub use crate::compile::lexicon::{Event, Join, Modality, Role, Sense, Voice};
pub use account::{Account, Span, Use};
pub use frame::Frame;
pub use state::{Kind, Reason, State};

use super::outline::{Outline, Zone};

/// What was read of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentenceReading {
    /// Its frames, in the order of the text; of an item the frame of the sentence above it with the item in it.
    pub frames: Vec<Frame>,
    /// What each of its characters was used for.
    pub account: Account,
    /// What became of it.
    pub state: State,
}

/// What was read of a document: one entry a sentence, in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The sentences.
    pub sentences: Vec<SentenceReading>,
}

/// Reads a document: each article by itself, with the terms that the text defines.
pub(crate) fn read(outline: &Outline<'_>) -> Reading {
    let mut terms = terms::Terms::default();
    for sentence in &outline.sentences {
        terms.collect(sentence.text.normal());
    }
    let speaks = |index: &usize| {
        let sentence = &outline.sentences[*index];
        sentence.zone == Zone::Main
            && ["別表", "別記", "別紙"].iter().any(|words| sentence.text.normal().contains(words))
    };
    let mentions: Vec<usize> = (0..outline.sentences.len()).filter(speaks).collect();
    let common = complete::Common { outline, terms: &terms, mentions: &mentions };
    let mut sentences = Vec::with_capacity(outline.sentences.len());
    let mut from = 0;
    while from < outline.sentences.len() {
        let article = outline.sentences[from].article;
        let length = outline.sentences[from..].iter().take_while(|sentence| sentence.article == article).count();
        let article = complete::Reader::read(&common, &sentences, from..from + length);
        sentences.extend(article);
        from += length;
    }
    Reading { sentences }
}
