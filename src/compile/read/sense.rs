//! The sense of a predicate, which verb and phrases decide together (`reading.md` §3.2).

use super::account::Span;
use super::clause_frames::{Slots, is_back};
use super::clauses::Predicate;
use super::condition::CondKind;
use super::frame::Adjunct;
use super::orders::ORDERS;
use super::phrase::{By, Np, NpForm, Sort};
use super::phrases::{self, Stretch};
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Sense, Voice, lexicon};

/// The sense of a predicate with its phrases.
pub(super) fn sense_of(slots: &Slots<'_, '_>, predicate: &Predicate) -> (Sense, Option<Span>) {
    let words = slots.words;
    let verb = predicate.span.of(words.text);
    let object = slots.case(Case::Object);
    let head = |at: usize| slots.written(at).rsplit(['の', '、', 'び', 'は', ' ']).next().unwrap_or("");
    let with = slots.find(|phrase| phrase.marker.case == Case::With && !phrase.marker.topic);
    let light = ["する", "し", "した", "して", "なす", "する。"].contains(&verb);
    let noun_sense = |at: usize| {
        let sense = lexicon().sense_of_noun(head(at));
        (sense != Sense::Plain && !matches!(sense, Sense::Own | Sense::Refer)).then_some(sense)
    };
    match predicate.sense {
        Sense::Under => match object {
            Some(at) if ORDERS.iter().any(|order| head(at).ends_with(order)) => (Sense::Under, None),
            _ => (Sense::Plain, None),
        },
        Sense::Plain
            if (light
                || verb.starts_with("なる")
                || verb.starts_with("なり")
                || verb.starts_with("みなす")
                || verb.starts_with("いう")
                || verb.starts_with("ある"))
                && with.is_some() =>
        {
            let chairs = with.is_some_and(|at| ["議長", "座長"].iter().any(|title| slots.written(at).ends_with(title)))
                && verb.starts_with('な');
            if chairs { (Sense::Compose, None) } else { (Sense::Equate, None) }
        }
        Sense::Plain
            if ["でない", "ではない"].contains(&verb)
                && slots.find_last(|_| true).is_some_and(|at| slots.written(at) == "この限り") =>
        {
            (Sense::Refer, None)
        }
        Sense::Plain if ["である", "であり"].contains(&verb) => (Sense::Equate, None),
        Sense::Plain if verb.starts_with("いう") || verb.starts_with("いい") || verb.starts_with("称する") => {
            (Sense::Equate, None)
        }
        Sense::Plain if light => match object.and_then(|at| noun_sense(at).map(|sense| (sense, at))) {
            Some((sense, at)) => (sense, Some(slots.span(at))),
            None => (Sense::Plain, None),
        },
        Sense::Plain if ["当た", "あた", "当る", "当り", "当ら"].iter().any(|stem| verb.starts_with(stem)) => {
            match slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
                Some(at) if slots.written(at).ends_with("任") => (Sense::Fill, None),
                Some(at) => match noun_sense(at) {
                    Some(Sense::Arrange | Sense::Direct | Sense::TakePart) => {
                        (lexicon().sense_of_noun(head(at)), Some(slots.span(at)))
                    }
                    _ => (Sense::Own, None),
                },
                None => (Sense::Own, None),
            }
        }
        Sense::Plain if ["による", "よる", "よるものとする"].contains(&verb) => (Sense::Refer, None),
        Sense::Own if verb.starts_with('行') || verb.starts_with("おこな") || verb.starts_with("行な") => {
            let act =
                slots.case(Case::Bare).is_some_and(|at| ["代決", "代行", "代理", "専決"].contains(&slots.written(at)));
            if act {
                return (Sense::Refer, None);
            }
            let of_post = object
                .is_some_and(|at| ["職務", "その職務", "権限"].iter().any(|noun| slots.written(at).ends_with(noun)));
            let has_state = slots.conditions().iter().any(|cond| matches!(cond.kind, CondKind::State { .. }));
            let instead = slots.find(|phrase| phrase.marker.case == Case::Instead).is_some();
            if of_post && (has_state || instead) {
                return (Sense::Act, None);
            }
            // 「調査及び調整を行う」 is work of two sorts.
            let alone =
                |at: &usize| !slots.written(*at).trim_end_matches(head(*at)).ends_with(['び', '、', 'に', 'は']);
            match object.filter(alone).and_then(|at| noun_sense(at).map(|sense| (sense, at))) {
                Some((sense @ (Sense::Arrange | Sense::Direct | Sense::TakePart | Sense::Act), at))
                    if !agent_is_unit(slots) =>
                {
                    (sense, Some(slots.span(at)))
                }
                _ => (Sense::Own, None),
            }
        }
        Sense::Lead if object.is_none() && slots.find(|phrase| phrase.marker.case == Case::Bare).is_none() => {
            (Sense::Plain, None)
        }
        sense => (sense, None),
    }
}

pub(super) fn agent_is_unit(slots: &Slots<'_, '_>) -> bool {
    slots.case(Case::Bare).is_some_and(|at| slots.sort(at) == Sort::Unit)
}
