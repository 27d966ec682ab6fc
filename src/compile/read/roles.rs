//! Which phrase has which role of a predicate: by its marker, the sense, and what sort of thing it names (`reading.md` §3.2).

use super::account::Span;
use super::acting::{act, delegate};
use super::clause_frames::Slots;
use super::clauses::Predicate;
use super::frame::Adjunct;
use super::orders::{under, under_supervision};
use super::phrase::{Np, NpForm, Sort};
use super::sense::sense_of;
use super::working::{assist, direct, own, take_part};
use crate::compile::lexicon::{Case, Role, Sense};

/// Assigns the roles; returns the sense, which verb and phrases decide together, and the words of a light verb's noun.
/// `told`: the sense is that of the clause that this one shares its predicate with.
pub(crate) fn assign(slots: &mut Slots<'_, '_>, predicate: &Predicate, told: bool) -> (Sense, Option<Span>) {
    under_supervision(slots);
    let (sense, light) = if told { (predicate.sense, None) } else { sense_of(slots, predicate) };
    match sense {
        Sense::Put => put(slots),
        Sense::Fill => fill(slots, predicate),
        Sense::Own | Sense::Lead | Sense::Arrange | Sense::Decide => own(slots, predicate, sense),
        Sense::Direct => direct(slots, predicate),
        Sense::TakePart => take_part(slots),
        Sense::Under => under(slots),
        Sense::Assist => assist(slots),
        Sense::Act => act(slots, predicate),
        Sense::Delegate => delegate(slots),
        Sense::Compose => compose(slots, predicate),
        Sense::Belong => belong(slots),
        Sense::Equate => equate(slots),
        Sense::Refer | Sense::Plain => plain(slots),
    }

    (sense, light)
}

pub(super) fn topic(slots: &Slots<'_, '_>) -> Option<usize> {
    slots.case(Case::Bare)
}

fn put(slots: &mut Slots<'_, '_>) {
    let object = slots.case(Case::Object);
    if let Some(at) = object {
        slots.actor(Role::Theme, at);
    }
    for at in 0..slots.count() {
        let places = slots.is_left(at) && matches!(slots.phrase(at).marker.case, Case::Dative | Case::At);
        if places && !slots.has(Role::Place) && place_below(slots, at) {
            continue;
        }
        if places && !slots.has(Role::Place) && matches!(slots.sort(at), Sort::Unit | Sort::Any | Sort::Post) {
            slots.actor(Role::Place, at);
        }
    }
    let by_whom = if object.is_some() { Role::Authority } else { Role::Theme };
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(by_whom, at);
    }
    if let Some(at) = topic(slots) {
        let is_place = object.is_some() && slots.sort(at) == Sort::Unit && !slots.has(Role::Place);
        let role = if is_place { Role::Place } else { by_whom };
        slots.actor(role, at);
    }
    // A theme without を: 「次のとおり置く」.
    if !slots.has(Role::Theme)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::None)
    {
        slots.actor(Role::Theme, at);
    }
    number_of_theme(slots);
}

/// 「保健所の下に支所を置く」: the place is the 保健所.
fn place_below(slots: &mut Slots<'_, '_>, at: usize) -> bool {
    let span = slots.span(at);
    let written = span.of(slots.words.text);
    let Some(front) = ["の下", "のもと"].iter().find_map(|end| written.strip_suffix(end)) else { return false };
    let np = slots.words.inner(Span { start: span.start, end: span.start + front.len() as u32 });
    let is_unit = np.sort() == Sort::Unit;
    if is_unit {
        slots.put(Role::Place, at, np);
    }
    is_unit
}

/// 「四支所を通じて六人」: the number is that of all of them together.
fn number_of_theme(slots: &mut Slots<'_, '_>) {
    if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Throughout) {
        slots.words_only(at, Adjunct::Throughout);
        slots.number_in_all(Role::Theme);
    }
}

fn fill(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let verb = predicate.span.of(slots.words.text);
    let by = slots.find(|phrase| phrase.marker.case == Case::By);
    let object = slots.case(Case::Object);
    let subject = slots.case(Case::Subject);
    let dative = slots.find_last(|phrase| phrase.marker.case == Case::Dative);
    let appoints =
        ["任", "委嘱", "嘱託", "命", "補", "選", "互選", "指", "推薦"].iter().any(|stem| verb.starts_with(stem));
    if let Some(at) = by.filter(|_| !appoints) {
        slots.actor(Role::Holder, at);
        if let Some(at) = object.or(dative) {
            slots.actor(Role::Theme, at);
        }
    } else if appoints {
        if let Some(at) = subject {
            slots.actor(Role::Authority, at);
        }
        if let Some(at) = object {
            slots.actor(Role::Theme, at);
        }
        if let Some(at) = dative.filter(|at| slots.is_left(*at)) {
            slots.actor(if slots.has(Role::Theme) { Role::Holder } else { Role::Theme }, at);
        }
        if let Some(at) = by {
            slots.words_only(at, Adjunct::Manner);
        }
    } else if verb.starts_with("兼") || verb.starts_with("当") || verb.starts_with("あ") || verb.starts_with("併") {
        if let Some(at) = subject {
            slots.actor(Role::Holder, at);
        }
        if let Some(at) = object.or(dative) {
            let role_noun = slots.written(at).ends_with("任");
            if role_noun { slots.words_only(at, Adjunct::Manner) } else { slots.actor(Role::Theme, at) }
        }
    } else {
        if let Some(at) = object {
            slots.actor(Role::Holder, at);
        }
        if let Some(at) = dative {
            slots.actor(Role::Theme, at);
        }
        if let Some(at) = subject {
            slots.actor(Role::Authority, at);
        }
    }
    if let Some(at) = topic(slots) {
        let role = if !slots.has(Role::Theme) {
            Role::Theme
        } else if appoints {
            Role::Authority
        } else {
            Role::Holder
        };
        slots.actor(role, at);
    }
}

fn compose(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let verb = predicate.span.of(slots.words.text);
    let made_of = ["組織", "構成", "成"].iter().any(|stem| verb.starts_with(stem));
    let object = slots.case(Case::Object);
    if made_of {
        if let Some(at) = slots.find(|phrase| matches!(phrase.marker.case, Case::By | Case::From)) {
            slots.actor(Role::Member, at);
        }
        for at in [topic(slots), object].into_iter().flatten() {
            slots.actor(Role::Agent, at);
        }
        if let Some(at) = slots.case(Case::Subject) {
            slots.actor(Role::Member, at);
        }
        return;
    }
    if let Some(at) = object {
        slots.actor(Role::Theme, at);
    }
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Member, at);
    }
    if let Some(at) = slots.find(|phrase| matches!(phrase.marker.case, Case::Dative | Case::With)) {
        // 「会議の議長となる」: of which council.
        match slots.np(at).form {
            NpForm::Of { whole, .. } if slots.phrase(at).marker.case == Case::With => {
                slots.put(Role::Theme, at, *whole)
            }
            _ => slots.actor(Role::Place, at),
        }
    }
    if let Some(at) = topic(slots) {
        let unit = slots.sort(at) == Sort::Unit && !slots.has(Role::Theme);
        slots.actor(if unit { Role::Theme } else { Role::Member }, at);
    }
}

fn belong(slots: &mut Slots<'_, '_>) {
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        let np = slots.np(at);
        slots.put(Role::Theme, at, np);
    }
    if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative) {
        slots.actor(Role::Place, at);
    }
}

/// 「Xは、Yとする」: X and Y, to be turned around where X names a role (C4).
fn equate(slots: &mut Slots<'_, '_>) {
    let complement = slots
        .find_last(|phrase| phrase.marker.case == Case::With && !phrase.marker.topic)
        .or_else(|| slots.case(Case::Object));
    if let Some(at) = complement {
        let np = slots.np(at);
        put_any(slots, Role::Holder, at, np);
    }
    for at in [topic(slots), slots.case(Case::Subject), slots.find(|phrase| phrase.marker.case == Case::With)]
        .into_iter()
        .flatten()
    {
        if slots.is_left(at) && !slots.has(Role::Theme) {
            let np = slots.np(at);
            put_any(slots, Role::Theme, at, np);
        }
    }
    // 「…指名する者を首席専門官とする」.
    if slots.has(Role::Holder)
        && let Some(at) = slots.case(Case::Object)
    {
        let np = slots.np(at);
        put_any(slots, Role::Object, at, np);
    }
    if !slots.has(Role::Holder)
        && let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::None)
    {
        let np = slots.np(at);
        put_any(slots, Role::Holder, at, np);
    }
}

/// Puts a phrase into a role also where no class knows its words: what is equated may be anything.
fn put_any(slots: &mut Slots<'_, '_>, role: Role, at: usize, np: Np) {
    if !np.is_opaque() {
        slots.put(role, at, np);
        return;
    }
    let span = slots.span(at);
    slots.words_only(at, Adjunct::Manner);
    slots.push_arg(role, Np::plain(NpForm::Words, span));
}

fn plain(slots: &mut Slots<'_, '_>) {
    let pairs = [
        (Case::Bare, Role::Agent),
        (Case::Subject, Role::Agent),
        (Case::Object, Role::Matter),
        (Case::Dative, Role::Place),
    ];
    for (case, role) in pairs {
        while let Some(at) = slots.find(|phrase| phrase.marker.case == case) {
            let np = if role == Role::Matter { slots.words.matter(slots.phrase(at)) } else { slots.np(at) };
            if np.is_opaque() || slots.has(role) {
                slots.words_only(at, Adjunct::Manner)
            } else {
                slots.put(role, at, np)
            }
        }
    }
}
