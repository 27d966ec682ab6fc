//! What a sentence does not say, from the nearest text around it in a fixed order (C8, `reading.md` §5.5).

use super::complete::{Reader, topic_of_reading};
use super::condition::{Cond, CondKind};
use super::frame::{Filled, Frame, LeadKind};
use super::parse::Parsed;
use super::phrase::{Np, NpForm, Sort};
use super::sentence::Words;
use crate::compile::lexicon::{Role, Sense};
use crate::compile::outline::SentenceKind;
use crate::regulation::find_brackets;

/// Fills the roles that the frames of a sentence need and do not have.
pub(crate) fn fill(reader: &Reader<'_, '_>, index: usize, parsed: &mut Parsed<'_>) {
    for at in 0..parsed.frames.len() {
        let missing = parsed.frames[at].missing();
        if missing.contains(&Role::Principal) {
            principal(reader, index, &mut parsed.frames[at]);
        }
        for role in missing {
            if let Some((np, filled)) = offered(reader, index, &parsed.frames[at], role) {
                parsed.frames[at].fill(role, np, Some(filled));
            }
        }
        if parsed.frames[at].sense == Sense::Act {
            states_before(reader, index, &mut parsed.frames[at]);
        }
        let frame = &parsed.frames[at];
        if matches!(frame.sense, Sense::Under | Sense::Arrange | Sense::TakePart)
            && frame.arg(Role::Agent).is_none()
            && let Some((np, filled)) = offered(reader, index, frame, Role::Agent)
        {
            parsed.frames[at].fill(Role::Agent, np, Some(filled));
        }
        let frame = &parsed.frames[at];
        if frame.sense == Sense::Put
            && frame.arg(Role::Place).is_none()
            && frame.arg(Role::Authority).is_none()
            && let Some((np, filled)) = place_before(reader, index)
        {
            parsed.frames[at].fill(Role::Place, np, Some(filled));
        }
    }
}

/// In a fallback (「課長補佐を置かない課にあっては」) the occasion is that of the sentence before.
fn states_before(reader: &Reader<'_, '_>, index: usize, frame: &mut Frame) {
    let state = |cond: &&Cond| matches!(cond.kind, CondKind::State { .. });
    let falls_back = frame.when.iter().any(|cond| matches!(cond.kind, CondKind::NotPut { .. }));
    let place = reader.place(index);
    let before =
        index.checked_sub(1).filter(|at| reader.place(*at).clause == place.clause && place.kind == SentenceKind::Lead);
    let Some(before) = before.filter(|_| falls_back && !frame.when.iter().any(|cond| state(&cond))) else { return };
    let Some(reading) = reader.reading(before) else { return };
    if let Some(lead) = reading.frames.iter().rev().find(|lead| lead.sense == Sense::Act) {
        let own = |cond: &Cond| Cond { written_in: cond.written_in.or(Some(before as u32)), ..cond.clone() };
        frame.when.extend(lead.when.iter().filter(state).map(own));
    }
}

/// For whom somebody acts: who was named before, else the one who is absent too.
fn principal(reader: &Reader<'_, '_>, index: usize, frame: &mut Frame) {
    if let Some((np, filled)) = offered(reader, index, frame, Role::Principal) {
        frame.fill(Role::Principal, np, Some(filled));
        return;
    }
    let absent = frame.when.iter().filter(|cond| cond.written_in.is_none()).find_map(|cond| match &cond.kind {
        CondKind::State { of, .. } => of.clone(),
        _ => None,
    });
    if let Some(np) = absent {
        frame.fill(Role::Principal, *np, None);
    }
}

/// The nearest phrase of the wanted kind.
fn offered(reader: &Reader<'_, '_>, index: usize, frame: &Frame, role: Role) -> Option<(Np, Filled)> {
    let wanted: &[Sort] = match role {
        Role::Agent | Role::Member => &[Sort::Unit, Sort::Post, Sort::Any, Sort::Staff],
        Role::Principal => &[Sort::Post, Sort::Any, Sort::Staff],
        Role::Theme if frame.sense == Sense::Fill => &[Sort::Post],
        _ => return None,
    };
    let fits = |np: &Np| wanted.contains(&np.sort()) && np.hole().is_none();
    if let Some(found) = previous(reader, index, role).filter(|(np, _)| fits(np)) {
        return Some(found);
    }
    if let Some(np) = caption(reader, index, role).filter(&fits) {
        return Some((
            np,
            Filled { lead: LeadKind::Caption, sentence: Filled::CAPTION | reader.place(index).article as u32 },
        ));
    }
    only_post_put(reader, index).filter(|(np, _)| fits(np))
}

/// The sentence before in the same paragraph: for whom somebody acts its principal, else its topic.
fn previous(reader: &Reader<'_, '_>, index: usize, role: Role) -> Option<(Np, Filled)> {
    let place = reader.place(index);
    let mut at = if place.kind == SentenceKind::Lead { index.checked_sub(1)? } else { place.chapeau? };
    for _ in 0..6 {
        let before = reader.place(at);
        if at < reader.range.start || before.clause != place.clause && place.kind == SentenceKind::Lead {
            return None;
        }
        let reading = reader.reading(at)?;
        let own = at as u32;
        let found = match role {
            Role::Principal => reading.frames.iter().rev().find_map(|frame| frame.offer(Role::Principal, own)),
            Role::Theme => reading
                .frames
                .iter()
                .rev()
                .find(|frame| frame.sense == Sense::Put)
                .and_then(|frame| frame.offer(Role::Theme, own)),
            _ => topic_of_reading(reading, own),
        };
        if let Some((np, sentence)) = found {
            let lead = if place.kind == SentenceKind::Lead { LeadKind::Previous } else { LeadKind::Chapeau };
            return Some((np, Filled { lead, sentence }));
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// The unit or post that the caption of the article names: 「(課長の職務)」.
fn caption(reader: &Reader<'_, '_>, index: usize, role: Role) -> Option<Np> {
    let text = reader.outline.caption(reader.place(index).article)?;
    let brackets = find_brackets(text);
    let words = Words::new(text, &brackets, reader.terms);
    let np = words.inner(super::account::Span::new(0..text.len()));
    let NpForm::Of { whole, .. } = np.form else { return None };
    (role != Role::Principal || whole.sort() == Sort::Post).then_some(*whole)
}

/// The only post that the article puts.
fn only_post_put(reader: &Reader<'_, '_>, index: usize) -> Option<(Np, Filled)> {
    let put = (reader.range.start..index).flat_map(|at| {
        reader.reading(at).into_iter().flat_map(move |reading| reading.frames.iter().map(move |frame| (at, frame)))
    });
    let mut posts = put
        .filter(|(_, frame)| frame.sense == Sense::Put)
        .filter_map(|(at, frame)| frame.offer(Role::Theme, at as u32));
    let (np, sentence) = posts.next()?;
    (posts.next().is_none() && np.sort() == Sort::Post).then_some((np, Filled { lead: LeadKind::Previous, sentence }))
}

/// Where the last Put of the article puts something.
fn place_before(reader: &Reader<'_, '_>, index: usize) -> Option<(Np, Filled)> {
    for at in (reader.range.start..index).rev() {
        let frames = &reader.reading(at)?.frames;
        if let Some((np, sentence)) = frames
            .iter()
            .rev()
            .find(|frame| frame.sense == Sense::Put)
            .and_then(|frame| frame.offer(Role::Place, at as u32))
        {
            return np.hole().is_none().then_some((np, Filled { lead: LeadKind::Previous, sentence }));
        }
    }
    None
}
