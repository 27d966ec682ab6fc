//! What items, lines and cells put into the hole of the sentence above them (C5, `reading.md` §1.3).

use super::account::Use;
use super::complete::{Reader, applied, takes_matter};
use super::condition::{Cond, CondKind};
use super::frame::{Arg, Filled, Frame, LeadKind, Link};
use super::matters;
use super::parse::{Parsed, actor_of};
use super::phrase::{Np, NpForm, Sort};
use super::phrases::{self, Stretch};
use super::references;
use crate::compile::lexicon::{Case, Modality, Role, Sense, Voice};
use crate::compile::outline::{SentenceKind, Zone};

/// The tail of a sentence as what it names.
pub(crate) fn tail_np(parsed: &Parsed<'_>) -> Np {
    let relatives = parsed.tail_relatives();
    phrases::read(&parsed.words, &Stretch { tokens: parsed.tail_tokens(), relatives: &relatives })
}

/// The tail of a sentence as work.
fn tail_matter(parsed: &Parsed<'_>) -> Np {
    matters::read(&parsed.words, &parsed.tail_tokens(), &parsed.tail_relatives())
}

/// The frame above a list that a child is put into: that of the nearest sentence above that has one with a hole.
fn lead_frame(reader: &mut Reader<'_, '_>, index: usize) -> Option<(usize, Frame)> {
    let mut at = reader.place(index).chapeau;
    for _ in 0..8 {
        let Some(sentence) = at else { break };
        let reading = reader.reading(sentence)?;
        let fits = |frame: &&Frame| !frame.missing().is_empty() && frame.sense != Sense::Plain;
        let frames = || reading.frames.iter().rev();
        // Of several holes the first is for the items, the next for what stands in them.
        let found = reading
            .frames
            .iter()
            .find(|frame| frame.hole().is_some())
            .or_else(|| frames().find(|frame| cites_item(reader, sentence, index, frame)));
        if let Some(frame) = found.or_else(|| frames().find(fits)) {
            return Some((sentence, frame.clone()));
        }
        at = reader.place(sentence).chapeau;
    }
    if let Some(sentence) = reader.hole.filter(|hole| *hole < index)
        && let Some(frame) = reader
            .reading(sentence)
            .and_then(|reading| reading.frames.iter().rev().find(|frame| frame.hole().is_some()))
    {
        return Some((sentence, frame.clone()));
    }
    let place = &reader.outline.articles[reader.place(index).article];
    let heading = place.part.filter(|_| place.zone == Zone::Appendix)?;
    super::tables::appendix_lead(reader, heading.normal())
}

/// Whether a frame names an item below its own sentence by its number: 「第一号に掲げる事務を分掌し」.
fn cites_item(reader: &Reader<'_, '_>, sentence: usize, index: usize, frame: &Frame) -> bool {
    let Some(NpForm::Matter { cites, .. }) = frame.arg(Role::Matter).map(|np| &np.form) else { return false };
    let text = reader.place(sentence).text.normal();
    let number = reader.place(index).item.as_ref().map_or("", |item| item.number.as_str());
    reader.place(sentence).kind == SentenceKind::Lead
        && frame.arg(Role::Matter).is_some()
        && frame.written_in.is_none()
        && cites.iter().any(|cite| references::covers_item(cite.of(text), number))
}

/// The unit or post that the heading line above a child names.
fn heading(reader: &Reader<'_, '_>, index: usize) -> Option<(usize, Np)> {
    if let Some(heading) = reader.place(index).heading {
        return name_of(reader, heading).map(|np| (heading, np));
    }
    line_name(reader, index)
}

/// Puts an item or line into the frame above it.
pub(crate) fn fill(reader: &mut Reader<'_, '_>, index: usize, parsed: &mut Parsed<'_>) {
    let lead = lead_frame(reader, index);
    let headed = heading(reader, index);
    if let Some(found) = ordered(reader, index, parsed, lead.as_ref()) {
        let np = found.arg(Role::Agent).cloned();
        let tokens = 0..parsed.words.tokens.len();
        parsed.words.take(&mut parsed.account, &tokens, np.as_ref(), Use::Phrase);
        parsed.frames = vec![found];
        return;
    }
    if let Some((at, frame)) = &lead
        && ends_in_occasion(parsed)
        && !wants_work(frame)
    {
        occasion(parsed, *at as u32, frame);
        return;
    }
    if lead.as_ref().is_some_and(|(_, frame)| wants_work(frame)) && ends_in_work(parsed) {
        // 「業務を登録し、これを監督すること」: the predicates are parts of the work.
        parsed.frames.clear();
        parsed.account = super::account::Account::open(parsed.words.text.len());
        parsed.cut.tail = vec![whole_phrase(parsed)];
    }
    if parsed.frames.is_empty() {
        bare(reader, index, parsed, lead.as_ref(), headed.as_ref());
    } else {
        own_clause(parsed, lead.as_ref(), headed.as_ref());
    }
}

/// Whether a list below a frame is one of works.
fn wants_work(frame: &Frame) -> bool {
    match frame.hole() {
        Some((role, _)) => role == Role::Matter,
        None => takes_matter(frame.sense),
    }
}

/// Whether a sentence with predicates ends in こと, もの, 事務 …
fn ends_in_work(parsed: &Parsed<'_>) -> bool {
    !parsed.frames.is_empty() && !parsed.cut.tail.is_empty() && tail_np(parsed).sort() == Sort::Matter
}

/// All of a sentence as one phrase.
fn whole_phrase(parsed: &Parsed<'_>) -> super::clauses::Phrase {
    let last = parsed.last_phrase().expect("a tail was found").clone();
    let relatives = std::iter::once(0..last.tokens.end.saturating_sub(1)).collect();
    super::clauses::Phrase { tokens: 0..last.tokens.end, relatives, ..last }
}

/// Whether a child is an occasion: 「…とき。」.
fn ends_in_occasion(parsed: &Parsed<'_>) -> bool {
    parsed
        .last_phrase()
        .is_some_and(|last| last.marker.case == Case::None && super::occasions::is_occasion(&parsed.words, last))
}

/// A case in which the sentence above holds.
fn occasion(parsed: &mut Parsed<'_>, at: u32, lead: &Frame) {
    let nothing = Np::plain(NpForm::Words, super::account::Span::default());
    let mut frame = applied(lead, at, LeadKind::Chapeau, Role::Limit, nothing);
    frame.args.retain(|arg| arg.role != Role::Limit);
    let tokens = 0..parsed.words.tokens.len();
    frame.when.push(Cond::new(CondKind::Case, parsed.words.span(&tokens)));
    parsed.frames = vec![frame];
    parsed.account = super::account::Account::open(parsed.words.text.len());
    parsed.words.take(&mut parsed.account, &tokens, None, Use::Condition);
}

/// 「第1順位　副町長」 below a sentence on acting: who, in which order, for the one named in the line above.
fn ordered(reader: &Reader<'_, '_>, index: usize, parsed: &Parsed<'_>, lead: Option<&(usize, Frame)>) -> Option<Frame> {
    let (at, lead) = lead.filter(|(_, frame)| frame.sense == Sense::Act)?;
    let text = parsed.words.text;
    let end = super::lines::order_of(text)?;
    let agent = parsed.words.inner(super::account::Span::new(end + 1..text.len()));
    if agent.is_opaque() {
        return None;
    }
    let mut frame = applied(lead, *at as u32, LeadKind::Chapeau, Role::Agent, agent);
    frame.args.retain(|arg| arg.role != Role::Order);
    let order = Np::plain(NpForm::Words, super::account::Span::new(0..end));
    frame.args.push(Arg { role: Role::Order, np: order, filled: None, topic: false });
    if let Some((sentence, np)) = line_name(reader, index) {
        frame.args.retain(|arg| arg.role != Role::Principal && arg.role != Role::Matter);
        let filled = Some(Filled { lead: LeadKind::Heading, sentence: sentence as u32 });
        frame.args.push(Arg { role: Role::Principal, np, filled, topic: false });
    }
    frame.args.sort_by_key(|arg| arg.role);
    Some(frame)
}

/// The name in the line that stands over lines without marks.
fn line_name(reader: &Reader<'_, '_>, index: usize) -> Option<(usize, Np)> {
    let line = reader.line.filter(|line| *line < index)?;
    name_of(reader, line).map(|np| (line, np))
}

/// A line as a name.
fn name_of(reader: &Reader<'_, '_>, line: usize) -> Option<Np> {
    let text = reader.place(line).text.normal();
    let brackets = crate::regulation::find_brackets(text);
    let words = super::sentence::Words::new(text, &brackets, reader.terms);
    let np = path(text, words.inner(super::account::Span::new(0..text.len())));
    matches!(np.sort(), Sort::Unit | Sort::Post).then_some(np)
}

/// 「税務課　賦課係」: names of different kinds with a space between them are a way down, no list.
fn path(text: &str, np: Np) -> Np {
    let NpForm::List { members, rest: false, .. } = &np.form else { return np };
    let kind = |member: &Np| match member.form {
        NpForm::Named { kind } | NpForm::Bare { kind } => Some(kind.of(text).to_owned()),
        _ => None,
    };
    match &members[..] {
        [whole, part]
            if !text.contains('、') && kind(whole).is_some() && kind(part).is_some() && kind(whole) != kind(part) =>
        {
            let form = NpForm::Of { whole: Box::new(whole.clone()), part: Box::new(part.clone()) };
            Np::plain(form, np.span)
        }
        _ => np,
    }
}

/// A child without a predicate.
fn bare(
    reader: &mut Reader<'_, '_>,
    index: usize,
    parsed: &mut Parsed<'_>,
    lead: Option<&(usize, Frame)>,
    headed: Option<&(usize, Np)>,
) {
    if parsed.cut.tail.is_empty() {
        return;
    }
    let frame = match lead {
        Some((at, frame)) => child(parsed, *at as u32, frame, headed),
        None => {
            headed.map(|(at, np)| under_heading(parsed, *at as u32, np)).or_else(|| item_above(reader, index, parsed))
        }
    };
    if let Some((frame, np)) = frame {
        let tokens = 0..parsed.words.tokens.len();
        parsed.words.take(&mut parsed.account, &tokens, Some(&np), Use::Phrase);
        parsed.frames = super::nesting::place(reader, index, vec![frame]);
    }
}

/// The frame with a child in its hole, and the child.
fn child(parsed: &Parsed<'_>, at: u32, lead: &Frame, headed: Option<&(usize, Np)>) -> Option<(Frame, Np)> {
    if let Some(found) = placed(parsed, at, lead) {
        return Some(found);
    }
    if let Some(found) = pair(parsed, at, lead) {
        return Some(found);
    }
    let role = match lead.hole() {
        Some((role, _)) => role,
        None => *lead.missing().first()?,
    };
    let is_occasion = parsed.last_phrase().is_some_and(|last| super::occasions::is_occasion(&parsed.words, last));
    if is_occasion && role != Role::Matter {
        let mut frame =
            applied(lead, at, LeadKind::Chapeau, role, Np::plain(NpForm::Words, super::account::Span::default()));
        frame.args.retain(|arg| arg.role != role);
        let span = parsed.words.span(&parsed.tail_tokens());
        frame.when.push(Cond::new(CondKind::Case, span));
        return Some((frame, Np::plain(NpForm::Words, span)));
    }
    let np = if role == Role::Matter || takes_matter(lead.sense) && role != Role::Agent {
        tail_matter(parsed)
    } else {
        tail_np(parsed)
    };
    if np.is_opaque() && role != Role::Matter {
        return None;
    }
    let mut frame = applied(lead, at, LeadKind::Chapeau, role, np.clone());
    if let Some((heading, unit)) = headed
        && role == Role::Matter
    {
        frame.args.retain(|arg| arg.role != Role::Agent);
        let filled = Some(Filled { lead: LeadKind::Heading, sentence: *heading as u32 });
        frame.args.push(Arg { role: Role::Agent, np: unit.clone(), filled, topic: false });
        frame.args.sort_by_key(|arg| arg.role);
    }
    Some((frame, np))
}

/// 「企画部　計画課」 below a sentence with two holes: left of the space the first, right of it the second.
fn pair(parsed: &Parsed<'_>, at: u32, lead: &Frame) -> Option<(Frame, Np)> {
    let mut holes: Vec<&Arg> = lead.args.iter().filter(|arg| arg.np.hole().is_some()).collect();
    holes.sort_by_key(|arg| arg.np.span.start);
    let [first, second] = holes[..] else { return None };
    let text = parsed.words.text;
    let space = text.find(' ')?;
    let side = |range: std::ops::Range<usize>, role: Role| {
        let span = super::account::Span::new(range);
        if role == Role::Matter { parsed.words.inner_matter(span) } else { parsed.words.inner(span) }
    };
    let (left, right) = (side(0..space, first.role), side(space + 1..text.len(), second.role));
    if left.is_opaque() || right.is_opaque() {
        return None;
    }
    let mut frame = applied(lead, at, LeadKind::Chapeau, second.role, right.clone());
    frame.args.retain(|arg| arg.role != first.role);
    frame.args.push(Arg { role: first.role, np: left, filled: None, topic: false });
    frame.args.sort_by_key(|arg| arg.role);
    Some((frame, right))
}

/// 「部に部長」: a child that says its own place.
fn placed(parsed: &Parsed<'_>, at: u32, lead: &Frame) -> Option<(Frame, Np)> {
    if lead.sense != Sense::Put || parsed.cut.tail.len() < 2 {
        return None;
    }
    let words = &parsed.words;
    let place = parsed.cut.tail.iter().find(|phrase| matches!(phrase.marker.case, Case::Dative | Case::At))?;
    let theme = parsed.cut.tail.last().filter(|phrase| matches!(phrase.marker.case, Case::None | Case::Object))?;
    let (place, theme) = (words.np(place), words.np(theme));
    if place.is_opaque() || theme.is_opaque() {
        return None;
    }
    let mut frame = applied(lead, at, LeadKind::Chapeau, Role::Theme, theme.clone());
    frame.args.retain(|arg| arg.role != Role::Place);
    frame.args.push(Arg { role: Role::Place, np: place, filled: None, topic: false });
    frame.args.sort_by_key(|arg| arg.role);
    Some((frame, theme))
}

/// Work below a heading that no sentence introduces: the heading's unit has it (§1.3).
fn under_heading(parsed: &Parsed<'_>, at: u32, unit: &Np) -> (Frame, Np) {
    let np = tail_matter(parsed);
    let filled = Some(Filled { lead: LeadKind::Heading, sentence: at });
    (owning(np.clone(), Some(Arg { role: Role::Agent, np: unit.clone(), filled, topic: false })), np)
}

fn owning(matter: Np, agent: Option<Arg>) -> Frame {
    let mut args: Vec<Arg> = agent.into_iter().collect();
    args.push(Arg { role: Role::Matter, np: matter, filled: None, topic: false });
    args.sort_by_key(|arg| arg.role);
    Frame {
        sense: Sense::Own,
        verb: super::account::Span::default(),
        written_in: None,
        voice: Voice::Active,
        negative: false,
        modality: Modality::Does,
        args,
        open: Vec::new(),
        when: Vec::new(),
        adjuncts: Vec::new(),
        each: false,
        link: Link::Hole,
        light: None,
    }
}

/// An item below an item: a part of what that says.
fn item_above(reader: &Reader<'_, '_>, index: usize, parsed: &Parsed<'_>) -> Option<(Frame, Np)> {
    let above = reader.place(index).chapeau?;
    let lead = reader
        .reading(above)?
        .frames
        .iter()
        .rev()
        .find(|frame| takes_matter(frame.sense) && frame.link == Link::Hole)?;
    let np = tail_matter(parsed);
    let mut frame = lead.clone();
    frame.args.retain(|arg| arg.role != Role::Matter);
    Some((applied(&frame, above as u32, LeadKind::Item, Role::Matter, np.clone()), np))
}

/// A child that is a clause: roles that it lacks come from the heading and from the frame above.
fn own_clause(parsed: &mut Parsed<'_>, lead: Option<&(usize, Frame)>, headed: Option<&(usize, Np)>) {
    for frame in &mut parsed.frames {
        let role = actor_of(frame.sense);
        if frame.arg(role).is_none()
            && let Some((at, np)) = headed
        {
            frame.fill(role, np.clone(), Some(Filled { lead: LeadKind::Heading, sentence: *at as u32 }));
        }
        let Some((at, lead)) = lead else { continue };
        let mut roles = frame.missing();
        if frame.sense == Sense::Put {
            roles.push(Role::Place);
        }
        for role in roles {
            if let Some((np, sentence)) = lead.offer(role, *at as u32).filter(|(np, _)| np.hole().is_none()) {
                frame.fill(role, np, Some(Filled { lead: LeadKind::Chapeau, sentence }));
            }
        }
    }
}
