//! The phrases of one clause, each to be taken once into a role, a condition or beside the roles.

use super::account::{Account, Span, Use};
use super::clauses::{Phrase, Predicate};
use super::condition::Cond;
use super::frame::{Adjoined, Adjunct, Arg, Frame, Link};
use super::phrase::{Np, NpForm, Number, Sort};
use super::roles;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Sense};

/// The phrases of one clause, each to be taken once.
pub(crate) struct Slots<'c, 't> {
    pub words: &'c Words<'t>,
    pub(super) phrases: Vec<Option<&'c Phrase>>,
    pub(super) account: &'c mut Account,
    pub(super) args: Vec<Arg>,
    pub(super) open: Vec<Role>,
    pub(super) when: Vec<Cond>,
    pub(super) adjuncts: Vec<Adjoined>,
    pub(super) each: bool,
    /// Under whose supervision, and the words that say so.
    pub(super) supervised: Option<(Np, Span)>,
}

impl<'c, 't> Slots<'c, 't> {
    pub(super) fn new(words: &'c Words<'t>, phrases: &'c [Phrase], account: &'c mut Account) -> Self {
        let mut slots = Self {
            words,
            phrases: phrases.iter().map(Some).collect(),
            account,
            args: Vec::new(),
            open: Vec::new(),
            when: Vec::new(),
            adjuncts: Vec::new(),
            each: false,
            supervised: None,
        };
        slots.take_adverbs();
        slots.take_occasions();
        slots
    }

    /// Reads the frame of a predicate with these phrases.
    pub(super) fn frame(&mut self, predicate: &Predicate, told: bool) -> Frame {
        let (sense, light) = roles::assign(self, predicate, told);
        self.take_adjuncts(sense);
        self.args.sort_by_key(|arg| arg.role);
        Frame {
            sense,
            verb: predicate.span,
            written_in: None,
            voice: predicate.voice,
            negative: predicate.negative,
            modality: predicate.modality,
            args: std::mem::take(&mut self.args),
            open: std::mem::take(&mut self.open),
            when: std::mem::take(&mut self.when),
            adjuncts: std::mem::take(&mut self.adjuncts),
            each: self.each,
            link: Link::First,
            light,
        }
    }

    pub(super) fn mark(&mut self, phrase: &Phrase, np: Option<&Np>, used: Use) {
        self.words.take(self.account, &phrase.tokens, np, used);
        self.account.take_open(phrase.marker_span, Use::Marker);
        // The comma or conjunction right behind it.
        let mut behind = phrase.tokens.end;
        while let Some(token) = self.words.tokens.get(behind) {
            match token.kind {
                TokenKind::Marker(_) if behind == phrase.tokens.end && !phrase.marker_span.is_empty() => {}
                TokenKind::Marker(_) | TokenKind::Of => self.account.take_open(token.span, Use::Marker),
                TokenKind::Comma | TokenKind::Space => self.account.take_open(token.span, Use::Punctuation),
                TokenKind::Conjunction(_) => self.account.take_open(token.span, Use::Conjunction),
                _ => break,
            }
            behind += 1;
        }
    }

    /// The first phrase that is left and fits.
    pub(crate) fn find(&self, test: impl Fn(&Phrase) -> bool) -> Option<usize> {
        self.phrases.iter().position(|phrase| phrase.is_some_and(&test))
    }

    /// The last phrase that is left and fits.
    pub(crate) fn find_last(&self, test: impl Fn(&Phrase) -> bool) -> Option<usize> {
        self.phrases.iter().rposition(|phrase| phrase.is_some_and(&test))
    }

    /// The phrase with a case, が or plain は.
    pub(crate) fn case(&self, case: Case) -> Option<usize> {
        self.find(|phrase| phrase.marker.case == case && (case == Case::Bare || !phrase.marker.topic))
    }

    /// A phrase that is left.
    pub(crate) fn phrase(&self, at: usize) -> &'c Phrase {
        self.phrases[at].expect("asked for what was found")
    }

    /// What a phrase names.
    pub(crate) fn np(&self, at: usize) -> Np {
        self.words.np(self.phrase(at))
    }

    /// What sort of thing a phrase names.
    pub(crate) fn sort(&self, at: usize) -> Sort {
        self.np(at).sort()
    }

    /// Puts a phrase into the role of an actor. Words that no class knows stay open.
    pub(crate) fn actor(&mut self, role: Role, at: usize) {
        let np = self.np(at);
        self.put(role, at, np);
    }

    /// Puts a phrase into the role of work.
    pub(crate) fn matter(&mut self, at: usize) {
        let np = self.words.matter(self.phrase(at));
        self.put(Role::Matter, at, np);
    }

    /// Puts a phrase with what was read of it into a role.
    pub(crate) fn put(&mut self, role: Role, at: usize, np: Np) {
        let phrase = self.phrase(at);
        if self.args.iter().any(|arg| arg.role == role) {
            return;
        }
        self.phrases[at] = None;
        if np.is_opaque() && role != Role::Matter && role != Role::Basis {
            self.account.take_open(phrase.marker_span, Use::Marker);
            self.open.push(role);
            return;
        }
        self.mark(phrase, Some(&np), Use::Phrase);
        self.args.push(Arg { role, np, filled: None, topic: phrase.marker.topic });
    }

    /// Takes a phrase for its words alone.
    pub(crate) fn words_only(&mut self, at: usize, adjunct: Adjunct) {
        let phrase = self.phrase(at);
        let np = self.words.matter(phrase);
        self.phrases[at] = None;
        self.mark(phrase, Some(&np), Use::Phrase);
        self.adjuncts.push(Adjoined { kind: adjunct, np, written_in: None });
    }

    /// Whether a role is filled.
    pub(crate) fn has(&self, role: Role) -> bool {
        self.args.iter().any(|arg| arg.role == role)
    }

    /// Puts a part of a phrase that was taken into a role of its own.
    pub(crate) fn push_arg(&mut self, role: Role, np: Np) {
        if !self.has(role) {
            self.args.push(Arg { role, np, filled: None, topic: false });
        }
    }

    /// The conditions that were read.
    pub(crate) fn conditions(&self) -> &[Cond] {
        &self.when
    }

    /// Takes 「町長の監督の下に」 with 町長 as the source of orders.
    pub(crate) fn source(&mut self, at: usize, source: Np) {
        let phrase = self.phrase(at);
        self.phrases[at] = None;
        self.mark(phrase, Some(&source), Use::Phrase);
        self.supervised = Some((source, self.words.span(&phrase.tokens)));
    }

    /// The frame of 「町長の監督の下に」, which stands beside that of the predicate.
    pub(super) fn under(&mut self, frame: &Frame) -> Option<Frame> {
        let (source, verb) = self.supervised.take()?;
        let mut under =
            Frame { sense: Sense::Under, verb, adjuncts: Vec::new(), when: Vec::new(), light: None, ..frame.clone() };
        under.args.retain(|arg| arg.role == Role::Agent);
        under.args.push(Arg { role: Role::Source, np: source, filled: None, topic: false });
        Some(under)
    }

    /// The numbers of a phrase are those of all places together.
    pub(crate) fn number_in_all(&mut self, role: Role) {
        let pool = |number: &mut Option<Number>| {
            if let Some(Number::Exact(count)) = *number {
                *number = Some(Number::InAll(count));
            }
        };
        for arg in self.args.iter_mut().filter(|arg| arg.role == role) {
            pool(&mut arg.np.number);
            if let NpForm::List { members, .. } = &mut arg.np.form {
                members.iter_mut().for_each(|member| pool(&mut member.number));
            }
        }
    }

    /// The work of a phrase together with the phrases right in front of it that belong to no role: 職員に対し研修を.
    pub(crate) fn wide_matter(&mut self, at: usize) {
        let phrase = self.phrase(at);
        let mut tokens = phrase.tokens.clone();
        let mut relatives = phrase.relatives.clone();
        let mut first = at;
        while first > 0 {
            let Some(before) = self.phrases[first - 1] else { break };
            let joins = matches!(
                before.marker.case,
                Case::Dative
                    | Case::Toward
                    | Case::From
                    | Case::By
                    | Case::With
                    | Case::Per
                    | Case::Occasion
                    | Case::About
                    | Case::At
                    | Case::None
                    | Case::Throughout
                    | Case::Basis
                    | Case::Until
            ) && !before.marker.topic
                && !(before.comma
                    && matches!(before.marker.case, Case::Basis | Case::At | Case::Occasion | Case::About));
            if !joins {
                break;
            }
            first -= 1;
            tokens.start = before.tokens.start;
            relatives.extend(before.relatives.iter().cloned());
        }
        let np = super::matters::read(self.words, &tokens, &relatives);
        let wide = Phrase { tokens, relatives, ..phrase.clone() };
        for taken in first..=at {
            self.phrases[taken] = None;
        }
        self.mark(&wide, Some(&np), Use::Phrase);
        if !self.has(Role::Matter) {
            self.args.push(Arg { role: Role::Matter, np, filled: None, topic: false });
        }
    }

    /// What is written in the phrase.
    pub(crate) fn written(&self, at: usize) -> &'t str {
        self.words.span(&self.phrase(at).tokens).of(self.words.text)
    }

    /// The words of a phrase.
    pub(crate) fn span(&self, at: usize) -> Span {
        self.words.span(&self.phrase(at).tokens)
    }

    /// How many phrases there are, taken or not.
    pub(crate) fn count(&self) -> usize {
        self.phrases.len()
    }

    /// Whether a phrase is left.
    pub(crate) fn is_left(&self, at: usize) -> bool {
        self.phrases[at].is_some()
    }
}
