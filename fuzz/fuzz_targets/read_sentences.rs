//! Any text, read to frames: one reading a sentence, an account of all its bytes, and every span of every frame lies in the sentence
//! that it points into, on boundaries of characters.
#![no_main]

use kengen::compile::read::account::Span;
use kengen::compile::read::condition::{Cond, CondKind};
use kengen::compile::read::explain::explain_sentences;
use kengen::compile::read::frame::{Filled, Frame};
use kengen::compile::read::phrase::{By, Np, NpForm, OpKind, Then};
use kengen::compile::read_sentences;
use kengen::regulation::read_text;
use libfuzzer_sys::fuzz_target;

/// The normalised texts of all sentences.
struct Texts<'t> {
    of: Vec<&'t str>,
}

impl Texts<'_> {
    fn span(&self, span: Span, sentence: u32) {
        // Of a caption the printer sees to it.
        if sentence & Filled::CAPTION == 0 {
            let text = self.of[sentence as usize];
            assert!(span.start <= span.end && text.get(span.range()).is_some(), "{span:?} of sentence {sentence}: {text}");
        }
    }

    fn frame(&self, frame: &Frame, own: u32) {
        self.span(frame.verb, frame.written_in.unwrap_or(own));
        for arg in &frame.args {
            self.np(&arg.np, arg.filled.map_or(own, |filled| filled.sentence));
        }
        frame.when.iter().for_each(|cond| self.cond(cond, own));
        for adjoined in &frame.adjuncts {
            self.np(&adjoined.np, adjoined.written_in.unwrap_or(own));
        }
        if let Some(light) = frame.light {
            self.span(light, frame.written_in.unwrap_or(own));
        }
    }

    fn cond(&self, cond: &Cond, own: u32) {
        let own = cond.written_in.unwrap_or(own);
        self.span(cond.span, own);
        match &cond.kind {
            CondKind::State { of: Some(np), .. } | CondKind::Need { judge: Some(np) } | CondKind::About(np) => {
                self.np(np, own);
            }
            CondKind::NotPut { post, place } => {
                self.np(post, own);
                place.iter().for_each(|place| self.np(place, own));
            }
            _ => {}
        }
    }

    fn np(&self, np: &Np, own: u32) {
        self.span(np.span, own);
        match &np.form {
            NpForm::Named { kind } | NpForm::Bare { kind } => self.span(*kind, own),
            NpForm::Title { of } => of.iter().for_each(|of| self.span(*of, own)),
            NpForm::Of { whole, part } => [whole, part].into_iter().for_each(|np| self.np(np, own)),
            NpForm::List { members, .. } => members.iter().for_each(|member| self.np(member, own)),
            NpForm::Such { head, by } => {
                self.np(head, own);
                match by {
                    By::Clause(frame) => self.frame(frame, own),
                    By::Word(span) => self.span(*span, own),
                }
            }
            NpForm::Point { cites, head } => {
                cites.iter().for_each(|span| self.span(*span, own));
                self.np(head, own);
            }
            NpForm::Hole(hole) => self.np(&hole.head, own),
            NpForm::Matter { cites, .. } => cites.iter().for_each(|span| self.span(*span, own)),
            NpForm::Back { .. } | NpForm::Staff | NpForm::Term { .. } | NpForm::Words => {}
        }
        for op in &np.ops {
            self.span(op.span, own);
            self.span(op.touches, own);
            self.op(&op.kind, own);
        }
    }

    fn op(&self, kind: &OpKind, own: u32) {
        match kind {
            OpKind::Without(np) | OpKind::Only(np) | OpKind::Includes(np) => self.np(np, own),
            OpKind::Within(span) | OpKind::Term { short: span, .. } => self.span(*span, own),
            OpKind::Case { member, then } => {
                self.np(member, own);
                match then {
                    Then::Phrase(np) => self.np(np, own),
                    Then::Op(kind) => self.op(kind, own),
                    Then::Number(_) => {}
                }
            }
            _ => {}
        }
    }
}

fuzz_target!(|text: &str| {
    let (document, _) = read_text(text.to_owned());
    let reading = read_sentences(&document);
    // Prints every frame, and slices each text by the spans.
    let explained = explain_sentences(&document, &reading);
    assert_eq!(explained.len(), reading.sentences.len());
    let texts = Texts { of: explained.iter().map(|sentence| sentence.normalised.as_str()).collect() };
    for (own, sentence) in reading.sentences.iter().enumerate() {
        let text = texts.of[own];
        let mut at = 0;
        for (span, _) in sentence.account.runs() {
            assert!(span.start == at && text.get(span.range()).is_some(), "{span:?} cuts a character of {text}");
            at = span.end;
        }
        assert_eq!(at as usize, text.len(), "the account of {text}");
        sentence.frames.iter().for_each(|frame| texts.frame(frame, own as u32));
    }
    assert_eq!(read_sentences(&document), reading);
});
