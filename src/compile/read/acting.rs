//! Who acts for whom, and what is handed on (`reading.md` §3.2 Act and Delegate, §4.1).

use super::account::Span;
use super::clause_frames::{Slots, is_back};
use super::clauses::Predicate;
use super::condition::CondKind;
use super::phrase::{Np, NpForm, Sort};
use super::phrases::{self, Stretch};
use super::roles::topic;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Voice};

/// Somebody acts for another: who that is stands in the work (Xの職務), in the occasion, or in the sentences before (§4.1).
pub(super) fn act(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let object = slots.case(Case::Object);
    let topic_at = topic(slots);
    if predicate.voice == Voice::Causative {
        if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative) {
            slots.actor(Role::Agent, at);
        }
        for at in [topic_at, slots.case(Case::Subject)].into_iter().flatten() {
            slots.actor(Role::Authority, at);
        }
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = topic_at.filter(|at| slots.is_left(*at)) {
        match slots.has(Role::Agent) && object.is_none() {
            true => principal_of_matter(slots, at),
            false => slots.actor(Role::Agent, at),
        }
    }
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::At && phrase.marker.topic)
        && !slots.has(Role::Agent)
    {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object.filter(|at| slots.is_left(*at)) {
        principal_of_matter(slots, at);
    }
    if !slots.has(Role::Agent) {
        by_order(slots);
    }
    if !slots.has(Role::Principal) {
        // 「副町長も不在のとき」: one who is absent too is not the one acted for.
        let state = slots.conditions().iter().find_map(|cond| match &cond.kind {
            CondKind::State { of: Some(of), joint, also: false, .. } => Some(match (&of.form, joint) {
                // Of those absent together the first.
                (NpForm::List { members, .. }, true) => members[0].clone(),
                _ => (**of).clone(),
            }),
            _ => None,
        });
        if let Some(np) = state {
            slots.push_arg(Role::Principal, np);
        }
    }
}

/// 「A、Bの順序により、その職務を代理する」: those in the order act.
pub(super) fn by_order(slots: &mut Slots<'_, '_>) {
    let Some(at) = slots.case(Case::Basis) else { return };
    let span = slots.span(at);
    let written = span.of(slots.words.text);
    let Some(front) = ["の順序", "の順位", "の順"].iter().find_map(|end| written.strip_suffix(end)) else {
        return;
    };
    let np = slots.words.inner(Span { start: span.start, end: span.start + front.len() as u32 });
    if np.sort() == Sort::Post && !np.is_opaque() {
        slots.push_arg(Role::Order, Np::plain(NpForm::Words, span));
        slots.put(Role::Agent, at, np);
    }
}

/// 「部長の職務を」: 部長 is the one acted for; 「その職務を」 leaves it to the occasion.
pub(super) fn principal_of_matter(slots: &mut Slots<'_, '_>, at: usize) {
    let words = slots.words;
    let phrase = slots.phrase(at);
    let np = slots.np(at);
    if let Some(principal) = behind_hole(slots, at) {
        slots.matter(at);
        slots.push_arg(Role::Principal, principal);
        return;
    }
    if let Some(whole) = whole_of_job(&np) {
        let back = matches!(whole.form, NpForm::Back { .. });
        slots.matter(at);
        if !back {
            slots.push_arg(Role::Principal, whole);
        }
        return;
    }
    if is_back(&np) {
        slots.matter(at);
        return;
    }
    let of = phrase.tokens.clone().find(|token| words.tokens[*token].kind == TokenKind::Of);
    if np.sort() == Sort::Post {
        slots.push_arg(Role::Principal, np.clone());
        slots.put(Role::Matter, at, np);
        return;
    }
    if let Some(of) = of {
        let front = phrases::read(words, &Stretch { tokens: phrase.tokens.start..of, relatives: &phrase.relatives });
        if front.sort() == Sort::Post && !front.is_opaque() {
            slots.push_arg(Role::Principal, front);
        }
    }
    slots.matter(at);
}

/// 副村長 of 「別表に掲げる副村長の専決事項」: the table is one of matters, not of those acted for.
fn behind_hole(slots: &Slots<'_, '_>, at: usize) -> Option<Np> {
    let words = slots.words;
    let phrase = slots.phrase(at);
    let hole = phrase.relatives.iter().find(|relative| phrases::hole_axis(words, relative).is_some())?;
    let of = (hole.end..phrase.tokens.end).rfind(|token| words.tokens[*token].kind == TokenKind::Of)?;
    let np = phrases::read(words, &Stretch { tokens: hole.end..of, relatives: &[] });
    let work = phrases::read(words, &Stretch { tokens: of + 1..phrase.tokens.end, relatives: &[] });
    (np.sort() == Sort::Post
        && !np.is_opaque()
        && work.sort() == Sort::Matter
        && words.written(phrase.tokens.end - 1).len() > 6)
        .then_some(np)
}

/// X of 「Xの職務」, 「Xの権限」, 「Xの事務」.
pub(super) fn whole_of_job(np: &Np) -> Option<Np> {
    match &np.form {
        NpForm::Of { whole, part } if matches!(part.form, NpForm::Matter { .. }) => Some((**whole).clone()),
        _ => None,
    }
}

pub(super) fn delegate(slots: &mut Slots<'_, '_>) {
    if let Some(at) = slots.case(Case::Object) {
        slots.wide_matter(at);
    }
    if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
        slots.actor(Role::Object, at);
    }
    if let Some(at) = topic(slots) {
        let is_matter = !slots.has(Role::Matter) && matches!(slots.sort(at), Sort::Matter | Sort::Words);
        if is_matter { slots.matter(at) } else { slots.actor(Role::Authority, at) }
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Authority, at);
    }
}
