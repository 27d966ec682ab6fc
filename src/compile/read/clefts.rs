//! Clefts (C4): 「[what names a role]は、Xとする」 is the clause of that sense with X in that role (`reading.md` §3.6).

use super::account::Span;
use super::frame::{Adjoined, Adjunct, Frame, Link};
use super::phrase::{Np, NpForm, Sort};
use super::sentence::Words;
use crate::compile::lexicon::{ROLE_NOUNS, Role, RoleNoun, Sense};

/// Turns the clefts of a sentence around.
pub(crate) fn turn(words: &Words<'_>, frames: &mut [Frame]) {
    for frame in frames.iter_mut().filter(|frame| matches!(frame.sense, Sense::Equate)) {
        if let Some(turned) = turned(words, frame) {
            *frame = turned;
        }
    }
}

fn turned(words: &Words<'_>, frame: &Frame) -> Option<Frame> {
    let complement = frame.arg(Role::Holder)?;
    if let Some(found) = named_from_among(frame, complement) {
        return Some(found);
    }
    let theme = frame.arg(Role::Theme)?;
    if matches!(frame.verb.of(words.text), "いう" | "いい" | "みなす") || frame.negative {
        return None;
    }
    if let Some(found) = lead_clause(words, theme).and_then(|clause| by_clause(words, frame, clause, complement)) {
        return Some(found);
    }
    if let Some((noun, whole)) = role_noun(words, theme) {
        return by_noun(words, frame, noun, whole, complement);
    }
    let staff = matches!(complement.sort(), Sort::Post | Sort::Staff);
    if theme.sort() == Sort::Post && (staff || complement.hole().is_some()) {
        let mut found = with_sense(frame, Sense::Fill);
        found.fill(Role::Theme, theme.clone(), None);
        found.fill(Role::Holder, complement.clone(), None);
        return Some(found);
    }
    None
}

/// 「専門官のうちから大臣が指名する者を首席専門官とする」: the 首席専門官 is put, filled from among those.
fn named_from_among(frame: &Frame, complement: &Np) -> Option<Frame> {
    let chosen = frame.arg(Role::Object)?;
    if complement.sort() != Sort::Post || !matches!(chosen.form, NpForm::Such { .. }) {
        return None;
    }
    let mut found = with_sense(frame, Sense::Put);
    let mut theme = complement.clone();
    theme.number = theme.number.or(chosen.number);
    found.fill(Role::Theme, theme, None);
    found.adjuncts.push(Adjoined { kind: Adjunct::From, np: chosen.clone(), written_in: None });
    Some(found)
}

/// A frame of another sense in the place of the equation, with its conditions.
fn with_sense(frame: &Frame, sense: Sense) -> Frame {
    Frame {
        sense,
        args: Vec::new(),
        open: Vec::new(),
        link: if frame.link == Link::First { Link::Cleft } else { frame.link },
        ..frame.clone()
    }
}

/// The clause in front of the noun as a frame of its own, with the modality and conditions of the equation.
fn with_roles(clause: Frame, frame: &Frame) -> Frame {
    let mut when = frame.when.clone();
    when.extend(clause.when.clone());
    Frame { when, modality: frame.modality, adjuncts: frame.adjuncts.clone(), link: Link::Cleft, ..clause }
}

/// The role noun that a phrase ends in, and what stands in front of it: 総務課|の|分掌事務.
fn role_noun(words: &Words<'_>, np: &Np) -> Option<(RoleNoun, Option<Np>)> {
    let written = np.span.of(words.text);
    let (noun, kind) =
        ROLE_NOUNS.iter().filter(|(noun, _)| written.ends_with(noun)).max_by_key(|(noun, _)| noun.len())?;
    let front = written[..written.len() - noun.len()].trim_end_matches(['の', 'が']);
    if *kind == RoleNoun::None {
        return None;
    }
    let span = Span { start: np.span.start, end: np.span.start + front.len() as u32 };
    let whole = (!front.is_empty()).then(|| words.inner(span)).filter(|whole| !whole.is_opaque());
    match (whole, kind) {
        // 「委員は」 alone is a post; 「業務は」 alone says nothing of whose it is.
        (None, RoleNoun::Members) => None,
        (whole, kind) => Some((*kind, whole)),
    }
}

fn by_noun(words: &Words<'_>, frame: &Frame, noun: RoleNoun, whole: Option<Np>, complement: &Np) -> Option<Frame> {
    let make = |sense: Sense, first: Role, second: Role| {
        let mut found = with_sense(frame, sense);
        if let Some(whole) = whole.clone() {
            found.fill(first, whole, None);
        }
        found.fill(second, complement.clone(), None);
        Some(found)
    };
    match noun {
        RoleNoun::Duties => make(Sense::Own, Role::Agent, Role::Matter).map(|found| as_work(words, found)),
        RoleNoun::Parts => make(Sense::Put, Role::Place, Role::Theme),
        RoleNoun::Substitute => {
            let mut found = make(Sense::Act, Role::Principal, Role::Agent)?;
            // 「課長の職務を代理する者」: whose work it is.
            if let Some(principal) = found.arg(Role::Principal).and_then(of_job) {
                found.args.retain(|arg| arg.role != Role::Principal);
                found.fill(Role::Principal, principal, None);
            }
            Some(found)
        }
        RoleNoun::SubstituteOrder => {
            let mut found = with_sense(frame, Sense::Act);
            found.fill(Role::Order, complement.clone(), None);
            if complement.hole().is_some() {
                found.fill(Role::Agent, complement.clone(), None);
            }
            if let Some(whole) = whole {
                let whole = of_job(&whole).unwrap_or(whole);
                found.fill(Role::Principal, whole, None);
            }
            Some(found)
        }
        RoleNoun::Decisions => make(Sense::Decide, Role::Agent, Role::Matter).map(|found| as_work(words, found)),
        RoleNoun::Members => make(Sense::Compose, Role::Agent, Role::Member),
        RoleNoun::Number => {
            let mut found = with_sense(frame, Sense::Put);
            let mut theme = whole?;
            theme.number = complement.number.or_else(|| {
                super::phrases::count_of(complement.span.of(words.text))
                    .filter(|(at, _)| *at == 0)
                    .map(|(_, number)| number)
            });
            theme.number?;
            found.fill(Role::Theme, theme, None);
            Some(found)
        }
        RoleNoun::None => None,
    }
}

/// What stands in the role of the work is read as work, its words as one.
fn as_work(words: &Words<'_>, mut frame: Frame) -> Frame {
    for arg in frame.args.iter_mut().filter(|arg| arg.role == Role::Matter && arg.np.hole().is_none()) {
        arg.np = words.inner_matter(arg.np.span);
    }
    frame
}

/// The clause that stands in front of the noun of a phrase: 「支所長に委任する」 of 「支所長に委任する事務」.
fn lead_clause(words: &Words<'_>, np: &Np) -> Option<Frame> {
    let inner = words.within(np.span.range());
    let cut = super::clauses::cut(inner.text, &inner.tokens);
    let phrase = cut.tail.last().filter(|_| cut.clauses.is_empty() && cut.tail.len() == 1)?;
    let relative = phrase
        .relatives
        .iter()
        .filter(|relative| relative.start == phrase.tokens.start)
        .max_by_key(|relative| relative.end)?;
    // Only where nothing but the noun stands behind it.
    (relative.end + 1 == phrase.tokens.end).then(|| inner.relative_frame(relative.clone())).flatten()
}

/// 「部に置く課は」, 「代理する職員は」: the clause with what the sentence names in the role that it leaves open.
fn by_clause(words: &Words<'_>, frame: &Frame, clause: Frame, complement: &Np) -> Option<Frame> {
    let role = match clause.sense {
        Sense::Put => Role::Theme,
        Sense::Fill => Role::Holder,
        Sense::Act => Role::Agent,
        Sense::Own | Sense::Lead if clause.arg(Role::Agent).is_none() => Role::Agent,
        Sense::Own | Sense::Lead | Sense::Decide | Sense::Delegate => Role::Matter,
        _ => return None,
    };
    // 「町長が指定する者は」 names nobody's office.
    if clause.args.is_empty()
        || clause.arg(role).is_some()
        || clause.sense == Sense::Fill && clause.arg(Role::Theme).is_none()
    {
        return None;
    }
    let mut found = with_roles(clause, frame);
    (found.voice, found.verb) = (frame.voice, if found.sense == Sense::Act { found.verb } else { frame.verb });
    found.fill(role, complement.clone(), None);
    Some(as_work(words, found))
}

fn of_job(np: &Np) -> Option<Np> {
    match &np.form {
        NpForm::Of { whole, part } if part.sort() == Sort::Matter => Some((**whole).clone()),
        _ => None,
    }
}
