//! One sentence being read: its words, brackets and tokens, with the defined terms in force.

use std::ops::Range;

use super::account::{Account, Span, Use};
use super::clauses::{Phrase, cut};
use super::frame::Frame;
use super::phrase::{Np, NpForm, OpKind, Then};
use super::phrases::{self, Stretch};
use super::terms::Terms;
use super::tokens::{Token, TokenKind, tokenize};
use super::{clause_frames, matters};
use crate::regulation::Bracket;

/// How many predicates a clause in front of a noun may have to be read as a frame.
const MOST_RELATIVES: usize = 32;

/// A sentence, or a part of one, as tokens.
pub(crate) struct Words<'t> {
    /// The normalised text of the whole sentence.
    pub text: &'t str,
    /// All its brackets.
    pub brackets: &'t [Bracket],
    /// The tokens of the part that is being read.
    pub tokens: Vec<Token>,
    /// The defined terms in force.
    pub terms: &'t Terms,
}

impl<'t> Words<'t> {
    /// The whole of a sentence.
    pub(crate) fn new(text: &'t str, brackets: &'t [Bracket], terms: &'t Terms) -> Self {
        Self { text, brackets, tokens: tokenize(text, 0..text.len(), brackets), terms }
    }

    /// A part of it, read by itself.
    pub(crate) fn within(&self, range: Range<usize>) -> Words<'t> {
        let tokens = tokenize(self.text, range, self.brackets);
        Words { text: self.text, brackets: self.brackets, tokens, terms: self.terms }
    }

    /// The words of some tokens.
    pub(crate) fn span(&self, tokens: &Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.to(last.span),
            (Some(first), _) => Span { start: first.span.start, end: first.span.start },
            _ => Span::default(),
        }
    }

    /// The words of one token.
    pub(crate) fn written(&self, token: usize) -> &'t str {
        self.tokens[token].span.of(self.text)
    }

    /// A phrase as what it names.
    pub(crate) fn np(&self, phrase: &Phrase) -> Np {
        phrases::read(self, &Stretch { tokens: phrase.tokens.clone(), relatives: &phrase.relatives })
    }

    /// A phrase as work.
    pub(crate) fn matter(&self, phrase: &Phrase) -> Np {
        matters::read(self, &phrase.tokens, &phrase.relatives)
    }

    /// The frame of a clause in front of a noun.
    pub(crate) fn relative_frame(&self, tokens: Range<usize>) -> Option<Frame> {
        // Each is read with those in front of it: nobody writes as many.
        let verbs = self.tokens[tokens.clone()].iter().filter(|token| matches!(token.kind, TokenKind::Verb { .. }));
        if verbs.count() > MOST_RELATIVES {
            return None;
        }
        let part =
            Words { text: self.text, brackets: self.brackets, tokens: self.tokens[tokens].to_vec(), terms: self.terms };
        let cut = cut(part.text, &part.tokens);
        let clause = cut.clauses.last()?;
        let mut account = Account::open(self.text.len());
        clause_frames::read(&part, clause, &mut account).into_iter().next()
    }

    /// Takes the tokens of a stretch into the account; what brackets say that nobody read stays open.
    pub(crate) fn take(&self, account: &mut Account, tokens: &Range<usize>, np: Option<&Np>, used: Use) {
        let mut open = Vec::new();
        if let Some(np) = np {
            unread(np, &mut open);
        }
        for token in &self.tokens[tokens.clone()] {
            let role = match token.kind {
                TokenKind::Comma | TokenKind::Stop | TokenKind::Space => Use::Punctuation,
                TokenKind::Bracket => Use::Operator,
                TokenKind::Conjunction(_) if used == Use::Phrase => Use::Conjunction,
                TokenKind::Quote => Use::Quote,
                _ => used,
            };
            account.take_open(token.span, role);
        }
        for span in open {
            account.release(span);
        }
    }
}

/// The spans of operations that nobody read, wherever in a phrase they stand.
pub(crate) fn unread(np: &Np, found: &mut Vec<Span>) {
    np.ops.iter().for_each(|op| unread_op(&op.kind, op.span, found));
    match &np.form {
        NpForm::Of { whole, part } => {
            unread(whole, found);
            unread(part, found);
        }
        NpForm::List { members, .. } => members.iter().for_each(|member| unread(member, found)),
        NpForm::Such { head, .. } | NpForm::Point { head, .. } => unread(head, found),
        NpForm::Hole(hole) => unread(&hole.head, found),
        _ => {}
    }
}

fn unread_op(kind: &OpKind, span: Span, found: &mut Vec<Span>) {
    match kind {
        OpKind::Unread => found.push(span),
        OpKind::Without(np) | OpKind::Only(np) | OpKind::Includes(np) => unread(np, found),
        OpKind::Case { member, then } => {
            unread(member, found);
            match then {
                Then::Phrase(np) => unread(np, found),
                Then::Op(kind) => unread_op(kind, span, found),
                Then::Number(_) => {}
            }
        }
        _ => {}
    }
}
