//! Under whose orders: 「部長の命を受け」, 「町長の監督の下に」 (`reading.md` §3.2, Under).

use super::account::Span;
use super::clause_frames::Slots;
use super::frame::Adjunct;
use super::phrases::{self, Stretch};
use super::roles::topic;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role};

/// Nouns in front of を受け that are orders.
pub(super) const ORDERS: &[&str] =
    &["命", "命令", "指揮", "監督", "指揮監督", "指示", "指導監督", "指揮命令", "指導", "統括", "総括", "旨", "特命"];

/// 「部長の命を受け」: the orders are a part of the phrase, whose they are another.
pub(super) fn under(slots: &mut Slots<'_, '_>) {
    if let Some(at) = topic(slots) {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    let objects: Vec<usize> =
        (0..slots.count()).filter(|at| slots.is_left(*at) && slots.phrase(*at).marker.case == Case::Object).collect();
    for at in objects {
        source(slots, at);
    }
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative && phrase.marker.topic) {
        slots.actor(Role::Agent, at);
    }
}

/// Takes 「部長の命」 with 部長 as the source.
pub(super) fn source(slots: &mut Slots<'_, '_>, at: usize) {
    let words = slots.words;
    let phrase = slots.phrase(at);
    let outside = |token: &usize| !phrase.relatives.iter().any(|relative| relative.contains(token));
    let of = phrase.tokens.clone().filter(outside).rfind(|token| words.tokens[*token].kind == TokenKind::Of);
    let ends_in_order = ORDERS.iter().any(|order| slots.written(at).ends_with(order));
    let front = match of {
        Some(of) if ends_in_order => phrase.tokens.start..of,
        None if ends_in_order => phrase.tokens.start..phrase.tokens.start,
        // 「課長は部長の、係長は課長の命を」: the order is left out.
        _ => phrase.tokens.clone(),
    };
    if front.is_empty() {
        slots.words_only(at, Adjunct::Manner);
        return;
    }
    let np = phrases::read(words, &Stretch { tokens: front, relatives: &phrase.relatives });
    slots.put(Role::Source, at, np);
}

/// 「町長の監督の下に」: under whose orders, beside what else the clause says.
pub(super) fn under_supervision(slots: &mut Slots<'_, '_>) {
    for at in 0..slots.count() {
        if !slots.is_left(at) || !matches!(slots.phrase(at).marker.case, Case::Dative | Case::By) {
            continue;
        }
        let span = slots.span(at);
        let written = span.of(slots.words.text);
        let Some(front) = ["の下", "のもと"].iter().find_map(|end| written.strip_suffix(end)) else { continue };
        let Some(whose) = ORDERS.iter().filter_map(|order| front.strip_suffix(order)).min_by_key(|front| front.len())
        else {
            continue;
        };
        let whose = whose.trim_end_matches('の');
        let source = slots.words.inner(Span { start: span.start, end: span.start + whose.len() as u32 });
        if !whose.is_empty() && !source.is_opaque() {
            slots.source(at, source);
        }
    }
}
