//! Reads the language of regulations: sentences to frames, with an account of every character (`reading.md`).
//!
//! Two pure passes. [`parse`] reads one sentence by its words alone. [`complete`] goes through one article in its order and puts in
//! what a sentence leaves to its place: what fills a hole, whom it speaks of. No name is looked up; which unit or post is meant
//! is decided elsewhere.

mod account;
mod clause_frames;
mod clauses;
mod clefts;
mod complete;
mod condition;
mod conduct;
mod fillers;
mod frame;
mod gapping;
mod kana;
mod leads;
mod matters;
mod occasions;
mod operators;
mod parse;
mod phrase;
mod phrases;
mod references;
mod roles;
mod sentence;
mod show;
mod state;
mod tables;
mod terms;
mod tokens;



pub use account::{Account, Span, Use};
pub use frame::Frame;
pub use state::{Kind, Reason, State};

use super::outline::Outline;

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
    let mut sentences = Vec::with_capacity(outline.sentences.len());
    let mut from = 0;
    while from < outline.sentences.len() {
        let article = outline.sentences[from].article;
        let length = outline.sentences[from..].iter().take_while(|sentence| sentence.article == article).count();
        sentences.extend(complete::Reader::read(outline, &terms, from..from + length));
        from += length;
    }
    Reading { sentences }
}

/// For the scratch crate.
pub mod debug {
    use super::*;
    pub fn dump(text: &str) -> String {
        let brackets = crate::regulation::find_brackets(text);
        let mut terms = terms::Terms::default();
        terms.collect(text);
        let words = sentence::Words::new(text, &brackets, &terms);
        let tokens: Vec<String> = words.tokens.iter().map(|t| { let k=format!("{:?}",t.kind); format!("{}‹{}›", t.span.of(text), k.split(['{','(']).next().unwrap().trim().chars().take(4).collect::<String>()) }).collect();
        let parsed = parse::parse(words, 0);
        let mut out = tokens.join(" ");
        let texts = show::Texts { own: 0, of: &|_| unsafe { std::mem::transmute::<&str, &'static str>(text) } };
        for f in &parsed.frames { out += &format!("\n   {}", show::frame(f, &texts)); }
        if !parsed.cut.tail.is_empty() {
            let t = parsed.tail_tokens();
            let np = phrases::read(&parsed.words, &phrases::Stretch{tokens:t, relatives:&parsed.tail_relatives()});
            out += &format!("\n   TAIL {} phrases: {}", parsed.cut.tail.len(), show::phrase(&np,&texts,0));
        }
        let rest: Vec<&str> = parsed.account.rest().iter().map(|s| s.of(text)).collect();
        if !rest.is_empty() { out += &format!("\n   REST {:?}", rest); }
        out
    }
    pub fn show_reading(outline: &Outline<'_>, i: usize, r: &SentenceReading) -> String {
        let of = |s: u32| if s >= frame::Filled::CAPTION { outline.caption((s - frame::Filled::CAPTION) as usize).unwrap_or("") } else { outline.sentences[s as usize].text.normal() };
        let texts = show::Texts { own: i as u32, of: &of };
        let mut out = String::new();
        for f in &r.frames { out += &format!("     {}\n", show::frame(f, &texts)); }
        let text = of(i as u32);
        let rest: Vec<&str> = r.account.rest().iter().map(|s| s.of(text)).collect();
        if !rest.is_empty() { out += &format!("     REST {:?}\n", rest); }
        out
    }
}
