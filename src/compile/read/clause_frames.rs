//! From a clause to its frames: the sense of its predicate, the role of each phrase (C1, `reading.md` §3.2).

use super::account::{Account, Use};
use super::clauses::Clause;
use super::frame::{Frame, Link};
use super::gapping;
use super::phrase::{Np, NpForm};
use super::sentence::Words;
pub(crate) use super::slots::Slots;
use super::tokens::TokenKind;

/// Reads the frames of a clause and takes what they use.
pub(crate) fn read(words: &Words<'_>, clause: &Clause, account: &mut Account) -> Vec<Frame> {
    let mut frames = Vec::new();
    // From the last on, which stands with the predicate and tells its sense for all.
    let mut predicate = clause.predicate;
    for phrases in gapping::split(words, &clause.phrases).into_iter().rev() {
        let mut slots = Slots::new(words, &phrases, account);
        let frame = slots.frame(&predicate, !frames.is_empty());
        predicate.sense = frame.sense;
        let under = slots.under(&frame);
        frames.push(frame);
        frames.extend(under);
    }
    frames.reverse();
    frames.iter_mut().skip(1).for_each(|frame| frame.link = Link::Gapped);
    account.take_open(clause.predicate.span, Use::Sense);
    account.take_open(clause.predicate.auxiliary, Use::Ending);
    for at in clause.tokens.clone() {
        let Some(token) = words.tokens.get(at) else { continue };
        let role = match token.kind {
            TokenKind::Comma | TokenKind::Stop | TokenKind::Space => Use::Punctuation,
            TokenKind::Together => Use::Conjunction,
            TokenKind::Marker(_) if at > clause.predicate.token => Use::Marker,
            TokenKind::Conjunction(_) if clause.tokens.start == at => Use::Conjunction,
            _ => continue,
        };
        account.take_open(token.span, role);
    }
    frames
}

/// Whether a phrase is その, これ or the like with or without a noun.
pub(crate) fn is_back(np: &Np) -> bool {
    match &np.form {
        NpForm::Back { .. } => true,
        NpForm::Of { whole, .. } => matches!(whole.form, NpForm::Back { .. }),
        _ => false,
    }
}
