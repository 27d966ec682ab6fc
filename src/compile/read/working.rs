//! Who has, leads, directs, helps with which work (`reading.md` §3.2 Own to Assist).

use super::account::Span;
use super::clause_frames::{Slots, is_back};
use super::clauses::Predicate;
use super::condition::CondKind;
use super::frame::Adjunct;
use super::phrase::{By, Np, NpForm, Sort};
use super::phrases::{self, Stretch};
use super::roles::topic;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Case, Role, Sense, Voice, lexicon};

/// Own, Lead, Arrange, Decide: somebody has a matter.
pub(super) fn own(slots: &mut Slots<'_, '_>, predicate: &Predicate, sense: Sense) {
    let causative = predicate.voice == Voice::Causative;
    let object = slots.case(Case::Object);
    let topic_at = topic(slots);
    if causative {
        if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative) {
            slots.actor(Role::Agent, at);
        }
        for at in [topic_at, slots.case(Case::Subject)].into_iter().flatten() {
            slots.actor(Role::Authority, at);
        }
    }
    if predicate.voice == Voice::Passive
        && let Some(at) = topic_at.or(slots.case(Case::Subject))
    {
        slots.matter(at);
    }
    let place =
        slots.find(|phrase| phrase.marker.case == Case::At || phrase.marker.case == Case::By && phrase.marker.topic);
    let by = slots.find(|phrase| phrase.marker.case == Case::By);
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    match topic_at.filter(|at| slots.is_left(*at)) {
        Some(at)
            if object.is_none()
                && (place.is_some()
                    || by.is_some()
                    || slots.has(Role::Agent)
                    || sense == Sense::Decide && slots.sort(at) == Sort::Matter)
                && slots.sort(at) != Sort::Post =>
        {
            slots.matter(at)
        }
        Some(at) => slots.actor(Role::Agent, at),
        None => {}
    }
    // 「副町長は、緊急の事務は、専決する」: the second は sets the matter apart.
    if object.is_none()
        && slots.has(Role::Agent)
        && let Some(at) = topic(slots).filter(|at| slots.sort(*at) == Sort::Matter)
    {
        slots.matter(at);
    }
    if !slots.has(Role::Agent)
        && let Some(at) = place
            .or(by)
            .filter(|at| slots.is_left(*at) && matches!(slots.sort(*at), Sort::Unit | Sort::Post | Sort::Any))
    {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object.filter(|at| slots.is_left(*at)) {
        if sense == Sense::Lead && matches!(slots.sort(at), Sort::Staff) {
            slots.actor(Role::Object, at);
        } else {
            slots.wide_matter(at);
        }
    } else if let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::Dative && !phrase.marker.topic) {
        slots.wide_matter(at);
    }
    if !slots.has(Role::Agent)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative && phrase.marker.topic)
    {
        slots.actor(Role::Agent, at);
    }
    // 「…については、総務課が行う」: the matter is what it speaks of.
    if !slots.has(Role::Matter)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::About)
    {
        slots.matter(at);
    }
    if !slots.has(Role::Matter)
        && let Some(at) = slots.find_last(|phrase| phrase.marker.case == Case::None)
    {
        slots.wide_matter(at);
    }
}

pub(super) fn direct(slots: &mut Slots<'_, '_>, predicate: &Predicate) {
    let object = slots.case(Case::Object);
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object {
        match slots.sort(at) {
            Sort::Staff | Sort::Post | Sort::Unit | Sort::Any => slots.actor(Role::Object, at),
            Sort::Matter | Sort::Words => slots.wide_matter(at),
        }
    }
    if predicate.voice == Voice::Passive
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Basis)
    {
        slots.words_only(at, Adjunct::Basis);
    }
    if !slots.has(Role::Object)
        && let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative)
    {
        slots.wide_matter(at);
    }
}

pub(super) fn take_part(slots: &mut Slots<'_, '_>) {
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = slots.find_last(|phrase| matches!(phrase.marker.case, Case::Dative | Case::Object)) {
        slots.wide_matter(at);
    }
}

pub(super) fn assist(slots: &mut Slots<'_, '_>) {
    let object = slots.case(Case::Object);
    for at in [topic(slots), slots.case(Case::Subject)].into_iter().flatten() {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = object {
        match slots.sort(at) {
            Sort::Post | Sort::Unit | Sort::Any | Sort::Staff => slots.actor(Role::Object, at),
            // One word that no class knows is rather somebody than work.
            Sort::Words if slots.phrase(at).tokens.len() == 1 => slots.actor(Role::Object, at),
            Sort::Matter | Sort::Words => slots.wide_matter(at),
        }
    }
}
