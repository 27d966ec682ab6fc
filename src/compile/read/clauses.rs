//! Cuts the tokens of a sentence into clauses: phrases with markers, then a predicate (C1, C2); a predicate in front of a noun
//! belongs to that noun with the phrases on its left up to a barrier (C6, `reading.md` §5.1).

use super::account::Span;
use super::tokens::{Token, TokenKind};
use crate::compile::lexicon::{Case, Ending, Form, Join, Marker, Modality, Sense, Voice, WordClass, classify};
use std::ops::Range;

/// A phrase in front of a predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// Its tokens without the marker.
    pub tokens: Range<usize>,
    /// Its marker.
    pub marker: Marker,
    /// The words of the marker; empty if it has none.
    pub marker_span: Span,
    /// Whether a comma closes it.
    pub comma: bool,
    /// The tokens in it that are clauses in front of a noun.
    pub relatives: Vec<Range<usize>>,
    /// An occasion that goes on in the next phrase: 「…とき又は」.
    pub joined: bool,
}

/// The predicate of a clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Predicate {
    /// Its words without auxiliaries.
    pub span: Span,
    /// The auxiliaries behind it; empty if there are none.
    pub auxiliary: Span,
    /// What it says.
    pub sense: Sense,
    /// Active, passive, causative.
    pub voice: Voice,
    /// Whether it says not.
    pub negative: bool,
    /// Must, may …
    pub modality: Modality,
    /// The form that it ends in.
    pub form: Form,
    /// Its token.
    pub token: usize,
}

/// A clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Its phrases.
    pub phrases: Vec<Phrase>,
    /// Its predicate.
    pub predicate: Predicate,
    /// How the next clause is joined, where a conjunction says so: 「し、又は」.
    pub joined: Option<Join>,
    /// Whether とともに joins the next clause.
    pub together: bool,
    /// All its tokens.
    pub tokens: Range<usize>,
    /// Brackets behind its predicate.
    pub brackets: Vec<usize>,
}

/// What a sentence is cut into.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// What stands behind the last predicate, or all of a sentence without one: phrases, then a bare one.
    pub tail: Vec<Phrase>,
}

pub(super) struct Cutter<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
    /// Where the phrase starts that is being read.
    pub(super) open: Option<usize>,
    pub(super) relatives: Vec<Range<usize>>,
    pub(super) stack: Vec<Phrase>,
    pub(super) clauses: Vec<Clause>,
    /// Where the clause starts that is being read.
    pub(super) from: usize,
}

/// Whether a word names an event that keeps somebody from his post, as a noun.
fn is_event(word: &str) -> bool {
    crate::compile::lexicon::EVENTS
        .iter()
        .any(|(event, _)| word.ends_with(event) || word.strip_suffix('中').is_some_and(|word| word.ends_with(event)))
}

/// Cuts tokens into clauses.
pub(crate) fn cut(text: &str, tokens: &[Token]) -> Cut {
    let mut cutter =
        Cutter { text, tokens, open: None, relatives: Vec::new(), stack: Vec::new(), clauses: Vec::new(), from: 0 };
    let mut at = 0;
    while at < tokens.len() {
        at = cutter.step(at);
    }
    let end = tokens.len();
    if cutter.open.is_some() {
        cutter.close(end, Marker::plain(Case::None), Span::default());
    }
    Cut { clauses: cutter.clauses, tail: cutter.stack }
}

impl Cutter<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn words(&self, at: usize) -> &str {
        self.tokens[at].span.of(self.text)
    }

    /// Reads the token at a place; returns the next place.
    fn step(&mut self, at: usize) -> usize {
        match self.tokens[at].kind {
            TokenKind::Word | TokenKind::Quote | TokenKind::Back => {
                self.open.get_or_insert(at);
            }
            TokenKind::Bracket => self.bracket(at),
            TokenKind::Of => self.of(at),
            TokenKind::Within | TokenKind::Space => {}
            TokenKind::Link => return self.link(at),
            TokenKind::Conjunction(join) => self.conjunction(at, join),
            TokenKind::Adverb { .. } => self.adverb(at),
            TokenKind::Marker(marker) => self.marker(at, marker),
            TokenKind::Comma => self.comma(at),
            TokenKind::Verb { sense, ending, noun } => return self.verb(at, sense, ending, noun),
            TokenKind::Auxiliary(..) | TokenKind::Together | TokenKind::Stop => {}
        }
        at + 1
    }

    fn bracket(&mut self, at: usize) {
        if self.open.is_some() {
            return;
        }
        match (self.stack.is_empty(), self.clauses.last_mut()) {
            (true, Some(clause)) if clause.tokens.end == at => {
                clause.tokens.end = at + 1;
                clause.brackets.push(at);
            }
            _ => self.open = Some(at),
        }
    }

    /// 「課長が不在のとき」: a noun of an event is a predicate in front of an occasion.
    fn of(&mut self, at: usize) {
        let (Some(open), true) = (self.open, at > 0) else { return };
        // 「欠けたときの職務代理者」: the occasion stands by itself.
        let substitute = self.kind(at + 1) == Some(TokenKind::Word)
            && ["代理者", "代決者", "代行者"].iter().any(|end| self.words(at + 1).ends_with(end));
        if substitute && self.ends_in_occasion(at) {
            self.close(at, Marker::plain(Case::None), self.tokens[at].span);
            return;
        }
        let event = open + 1 == at && is_event(self.words(at - 1));
        if event && self.is_occasion(at + 1) {
            self.open = None;
            self.modify(at - 1, at + 1);
        }
    }

    /// Whether a token is とき, 場合 …
    pub(super) fn is_occasion(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
            && (classify(self.words(at)) == WordClass::Occasion || self.words(at).ends_with("場合"))
    }

    /// 「…による。」 at the end is a predicate.
    fn link(&mut self, at: usize) -> usize {
        let ends = matches!(self.kind(at + 1), None | Some(TokenKind::Stop | TokenKind::Together));
        if !ends {
            return at + 1;
        }
        if self.open.is_some() {
            self.close(at, Marker::plain(Case::Dative), Span::default());
        }
        let sense = if self.words(at) == "による" { Sense::Refer } else { Sense::Plain };
        self.end_clause(at, at + 1, sense, Ending::FINAL, None);
        at + 1
    }

    fn conjunction(&mut self, at: usize, join: Join) {
        match self.open {
            Some(_) if self.ends_in_occasion(at) => {
                self.close(at, Marker::plain(Case::None), Span::default());
                self.stack.last_mut().expect("just closed").joined = true;
            }
            Some(_) => {}
            None if matches!(join, Join::Rest | Join::Such) => self.open = Some(at),
            None => match self.stack.last_mut() {
                Some(last) if last.marker.case == Case::None => last.joined = true,
                Some(_) => {}
                None => {
                    if let Some(clause) = self.clauses.last_mut() {
                        clause.joined = Some(join);
                    }
                }
            },
        }
    }

    fn adverb(&mut self, at: usize) {
        if self.open.is_none() {
            let tokens = at..at + 1;
            self.stack.push(Phrase {
                tokens,
                marker: Marker::plain(Case::None),
                marker_span: Span::default(),
                comma: false,
                relatives: Vec::new(),
                joined: false,
            });
        }
    }

    fn marker(&mut self, at: usize, marker: Marker) {
        if self.open.is_some() {
            self.close(at, marker, self.tokens[at].span);
        } else if let Some(last) =
            self.stack.last_mut().filter(|last| last.marker_span.end == self.tokens[at].span.start)
        {
            // からは, までは.
            last.marker.topic |= marker.topic;
            last.marker.also |= marker.also;
            last.marker_span = last.marker_span.to(self.tokens[at].span);
        }
    }

    fn comma(&mut self, at: usize) {
        if self.open.is_some() {
            if self.ends_in_occasion(at) {
                self.close(at, Marker::plain(Case::None), Span::default());
                self.stack.last_mut().expect("just closed").comma = true;
            }
        } else if let Some(last) = self.stack.last_mut() {
            last.comma = true;
        }
    }

    /// Whether the open phrase, which ends here, ends in とき, 場合 …
    fn ends_in_occasion(&self, at: usize) -> bool {
        let last = (self.open.unwrap_or(at)..at).rev().find(|at| self.tokens[*at].kind != TokenKind::Bracket);
        last.is_some_and(|last| {
            self.tokens[last].kind == TokenKind::Word
                && (classify(self.words(last)) == WordClass::Occasion || self.words(last).ends_with("場合"))
        })
    }

    /// Closes the open phrase in front of a token.
    pub(super) fn close(&mut self, at: usize, marker: Marker, marker_span: Span) {
        let Some(start) = self.open.take() else { return };
        // 「会長の指名する」: の in front of a predicate marks its subject.
        let of = marker.case == Case::None
            && at > start + 1
            && self.tokens[at - 1].kind == TokenKind::Of
            && matches!(self.kind(at), Some(TokenKind::Verb { .. }));
        let (at, marker, marker_span) = if of {
            (at - 1, Marker::plain(Case::Subject), self.tokens[at - 1].span)
        } else {
            (at, marker, marker_span)
        };
        let relatives = std::mem::take(&mut self.relatives);
        self.stack.push(Phrase { tokens: start..at, marker, marker_span, comma: false, relatives, joined: false });
    }

    fn verb(&mut self, at: usize, sense: Sense, ending: Ending, noun: bool) -> usize {
        let (behind, auxiliary) = self.auxiliaries(at + 1);
        let form = auxiliary.map_or(ending.form, |(_, form)| form);
        let modality = auxiliary.map(|(modality, _)| modality);
        match form {
            Form::Final => self.final_form(at, behind, (sense, ending, modality)),
            Form::Continuative | Form::Te | Form::If => {
                if noun && self.open.is_some() && auxiliary.is_none() && !self.ends_in_marker(at) {
                    return at + 1;
                }
                if form == Form::If {
                    return self.proviso(at, behind);
                }
                self.close(at, Marker::plain(Case::None), Span::default());
                self.end_clause(at, behind, sense, ending, modality)
            }
        }
    }

    /// Whether the token in front is no part of a noun phrase.
    fn ends_in_marker(&self, at: usize) -> bool {
        at == 0 || matches!(self.tokens[at - 1].kind, TokenKind::Marker(_) | TokenKind::Adverb { .. })
    }

    /// The auxiliaries from a place on: the first place behind them, and what the last says.
    fn auxiliaries(&self, from: usize) -> (usize, Option<(Modality, Form)>) {
        let (mut at, mut found) = (from, None);
        while let Some(TokenKind::Auxiliary(modality, form)) = self.kind(at) {
            // 「することができるものとする」: the first says how it is meant.
            let said = found.map_or(modality, |(before, _)| if before == Modality::Does { modality } else { before });
            found = Some((said, form));
            at += 1;
        }
        (at, found)
    }

    fn final_form(
        &mut self,
        at: usize,
        behind: usize,
        (sense, ending, modality): (Sense, Ending, Option<Modality>),
    ) -> usize {
        let mut next = behind;
        while self.kind(next) == Some(TokenKind::Bracket) {
            next += 1;
        }
        match self.kind(next) {
            Some(kind) if kind.is_nominal() => self.modify(at, behind),
            Some(
                TokenKind::Conjunction(_)
                | TokenKind::Adverb { .. }
                | TokenKind::Of
                | TokenKind::Within
                | TokenKind::Link,
            ) => self.modify(at, behind),
            Some(TokenKind::Marker(marker))
                if marker == Marker::plain(Case::Subject) && self.kind(next + 1) == Some(TokenKind::Comma) =>
            {
                self.close(at, Marker::plain(Case::None), Span::default());
                self.end_clause(at, next + 1, sense, ending, modality);
            }
            // A final form in front of a comma still belongs to the noun behind it.
            Some(TokenKind::Marker(_) | TokenKind::Comma) => self.modify(at, behind),
            Some(TokenKind::Verb { .. }) if behind == at + 1 => self.modify(at, behind),
            _ => {
                self.close(at, Marker::plain(Case::None), Span::default());
                return self.end_clause(at, behind, sense, ending, modality);
            }
        }
        behind
    }

    /// Ends a clause with the predicate at a token; returns the next place.
    fn end_clause(
        &mut self,
        at: usize,
        behind: usize,
        sense: Sense,
        ending: Ending,
        modality: Option<Modality>,
    ) -> usize {
        let auxiliary = if behind > at + 1 && matches!(self.tokens[at + 1].kind, TokenKind::Auxiliary(..)) {
            self.tokens[at + 1].span.to(self.tokens[behind - 1].span)
        } else {
            Span::default()
        };
        let (_, last) = self.auxiliaries(at + 1);
        let predicate = Predicate {
            span: self.tokens[at].span,
            auxiliary,
            sense,
            voice: ending.voice,
            negative: ending.negative && !matches!(modality, Some(Modality::Must)),
            modality: modality.unwrap_or(if ending.may { Modality::May } else { Modality::Does }),
            form: last.map_or(ending.form, |(_, form)| form),
            token: at,
        };
        let phrases = std::mem::take(&mut self.stack);
        let mut tokens = self.from..behind;
        let mut next = behind;
        if matches!(self.kind(next), Some(TokenKind::Comma)) {
            next += 1;
        }
        let together = matches!(self.kind(next), Some(TokenKind::Together));
        if together {
            next += 1;
            if matches!(self.kind(next), Some(TokenKind::Comma)) {
                next += 1;
            }
        }
        if next > behind {
            tokens.end = next;
        }
        self.clauses.push(Clause { phrases, predicate, joined: None, together, tokens, brackets: Vec::new() });
        self.from = next;
        next
    }
}
