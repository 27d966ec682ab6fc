//! Who has, leads, directs, helps with which work (`reading.md` §3.2 Own to Assist).

use super::clause_frames::Slots;
use super::clauses::Predicate;
use super::frame::Adjunct;
use super::phrase::Sort;
use super::roles::topic;
use crate::compile::lexicon::{Case, Role, Sense, Voice};

/// Own, Lead, Arrange, Decide: somebody has a matter.
pub(super) fn own(slots: &mut Slots<'_, '_>, predicate: &Predicate, sense: Sense) {
    if predicate.voice == Voice::Causative {
        let others = [topic(slots), slots.case(Case::Subject)];
        if let Some(at) = slots.find(|phrase| phrase.marker.case == Case::Dative) {
            slots.actor(Role::Agent, at);
        }
        for at in others.into_iter().flatten() {
            slots.actor(Role::Authority, at);
        }
    }
    if predicate.voice == Voice::Passive
        && let Some(at) = topic(slots).or(slots.case(Case::Subject))
    {
        slots.matter(at);
    }
    owner(slots, sense);
    owned(slots, sense);
}

/// Who has the matter; a topic beside somebody who has it is the matter.
fn owner(slots: &mut Slots<'_, '_>, sense: Sense) {
    let has_object = slots.case(Case::Object).is_some();
    let place =
        slots.find(|phrase| phrase.marker.case == Case::At || phrase.marker.case == Case::By && phrase.marker.topic);
    let place = place.or(slots.find(|phrase| phrase.marker.case == Case::By));
    if let Some(at) = slots.case(Case::Subject) {
        slots.actor(Role::Agent, at);
    }
    if let Some(at) = topic(slots) {
        let beside = place.is_some() || slots.has(Role::Agent);
        let sort = slots.sort(at);
        let is_matter = !has_object && sort != Sort::Post && (beside || sense == Sense::Decide && sort == Sort::Matter);
        if is_matter { slots.matter(at) } else { slots.actor(Role::Agent, at) }
    }
    // 「副町長は、緊急の事務は、専決する」: the second は sets the matter apart.
    if !has_object
        && slots.has(Role::Agent)
        && let Some(at) = topic(slots).filter(|at| slots.sort(*at) == Sort::Matter)
    {
        slots.matter(at);
    }
    let names = |at: &usize| slots.is_left(*at) && matches!(slots.sort(*at), Sort::Unit | Sort::Post | Sort::Any);
    if let Some(at) = place.filter(|_| !slots.has(Role::Agent)).filter(names) {
        slots.actor(Role::Agent, at);
    }
}

/// The matter: を, に, について, or what stands without a marker.
fn owned(slots: &mut Slots<'_, '_>, sense: Sense) {
    if let Some(at) = slots.case(Case::Object) {
        let people = sense == Sense::Lead && slots.sort(at) == Sort::Staff;
        if people { slots.actor(Role::Object, at) } else { slots.wide_matter(at) }
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
