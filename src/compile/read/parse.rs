//! The first pass: one sentence, its words alone, to frames with holes and the account of its characters (`reading.md` §0).

use super::account::{Account, Use};
use super::clause_frames;
use super::clauses::{Cut, Phrase, cut};
use super::clefts;
use super::condition::CondKind;
use super::frame::{Filled, Frame, LeadKind, Link};
use super::phrase::{Np, NpForm};
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{Join, Role, Sense};

/// A sentence after the first pass.
pub(crate) struct Parsed<'t> {
    /// Its words.
    pub words: Words<'t>,
    /// How it was cut.
    pub cut: Cut,
    /// Its frames, in the order of the text.
    pub frames: Vec<Frame>,
    /// What was used.
    pub account: Account,
}

impl Parsed<'_> {
    /// The tokens behind the last predicate; all of a sentence without one.
    pub(crate) fn tail_tokens(&self) -> std::ops::Range<usize> {
        match (self.cut.tail.first(), self.cut.tail.last()) {
            (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    /// The clauses in front of nouns in the tail.
    pub(crate) fn tail_relatives(&self) -> Vec<std::ops::Range<usize>> {
        self.cut.tail.iter().flat_map(|phrase| phrase.relatives.clone()).collect()
    }

    /// The last phrase of the tail.
    pub(crate) fn last_phrase(&self) -> Option<&Phrase> {
        self.cut.tail.last()
    }
}

/// Reads a sentence by itself.
pub(crate) fn parse<'t>(words: Words<'t>, sentence: u32) -> Parsed<'t> {
    let cut = cut(words.text, &words.tokens);
    let mut account = Account::open(words.text.len());
    let mut frames: Vec<Frame> = Vec::new();
    // The frames in front of which a conjunction stands.
    let mut joined = Vec::new();
    let mut join: Option<Join> = None;
    let mut together = false;
    for clause in &cut.clauses {
        let first = frames.len();
        frames.extend(clause_frames::read(&words, clause, &mut account));
        if let Some(frame) = frames.get_mut(first)
            && first > 0
        {
            frame.link = match join {
                Some(Join::Or | Join::OrWide) => Link::Or,
                Some(_) => Link::And,
                None if together => Link::And,
                None => Link::Then,
            };
            if join.is_some() {
                joined.push(first);
            }
        }
        (join, together) = (clause.joined, clause.together);
        if join.is_some() {
            take_conjunctions(&words, clause.tokens.end, &mut account);
        }
    }
    for token in &words.tokens {
        match token.kind {
            TokenKind::Stop | TokenKind::Space => account.take_open(token.span, Use::Punctuation),
            TokenKind::Conjunction(_)
                if cut
                    .clauses
                    .iter()
                    .any(|clause| words.tokens.get(clause.tokens.end).is_some_and(|at| at.span == token.span)) =>
            {
                account.take_open(token.span, Use::Conjunction);
            }
            _ => {}
        }
    }
    take_leading(&words, &mut account);
    brackets_behind(&words, &cut, &mut account);
    carry(&mut frames, sentence);
    clefts::turn(&words, &mut frames);
    reach_back(&mut frames, &joined);
    let frames = each_his_own(frames);
    Parsed { words, cut, frames, account }
}

fn take_conjunctions(words: &Words<'_>, from: usize, account: &mut Account) {
    for token in words.tokens[from..]
        .iter()
        .take_while(|token| matches!(token.kind, TokenKind::Conjunction(_) | TokenKind::Comma))
    {
        let used = if token.kind == TokenKind::Comma { Use::Punctuation } else { Use::Conjunction };
        account.take_open(token.span, used);
    }
}

/// Commas and adverbs in front of the first phrase: 「ただし、」.
fn take_leading(words: &Words<'_>, account: &mut Account) {
    for token in &words.tokens {
        match token.kind {
            TokenKind::Adverb { .. } => account.take_open(token.span, Use::Adverb),
            TokenKind::Comma => account.take_open(token.span, Use::Punctuation),
            _ => break,
        }
    }
}

/// Brackets behind a predicate: what they do is done to the clause.
fn brackets_behind(words: &Words<'_>, cut: &Cut, account: &mut Account) {
    for bracket in cut.clauses.iter().flat_map(|clause| &clause.brackets) {
        let span = words.tokens[*bracket].span;
        let ops = super::operators::read(words, span, span);
        let np = Np { ops, ..Np::plain(super::phrase::NpForm::Words, span) };
        words.take(account, &(*bracket..*bracket + 1), Some(&np), Use::Operator);
    }
}

/// 「部長又は次長に事故があるとき」: the clause of each of those acted for.
fn each_his_own(frames: Vec<Frame>) -> Vec<Frame> {
    let mut found = Vec::with_capacity(frames.len());
    for frame in frames {
        let members = match frame.arg(Role::Principal).map(|np| &np.form) {
            Some(NpForm::List { join: Join::Or | Join::OrWide, members, rest: false }) if frame.sense == Sense::Act => {
                members.clone()
            }
            _ => {
                found.push(frame);
                continue;
            }
        };
        for member in members {
            let mut own = frame.clone();
            for arg in own.args.iter_mut().filter(|arg| arg.role == Role::Principal) {
                arg.np = member.clone();
            }
            for cond in &mut own.when {
                if let CondKind::State { of: Some(of), .. } = &mut cond.kind
                    && of.members().contains(&member)
                {
                    **of = member.clone();
                }
            }
            found.push(own);
        }
    }
    found
}

/// What a clause does not say and the one before it says: the topic; of a Put its theme (C2).
fn carry(frames: &mut [Frame], sentence: u32) {
    let filled = Some(Filled { lead: LeadKind::Chain, sentence });
    for at in 1..frames.len() {
        let (before, behind) = frames.split_at_mut(at);
        let frame = &mut behind[0];
        match frame.sense {
            Sense::Plain | Sense::Refer | Sense::Equate | Sense::Belong => continue,
            Sense::Put => {
                let by = frame.arg(Role::Authority).is_some();
                let lead = before.iter().rev().find(|lead| lead.sense == Sense::Put);
                if let Some(np) = lead.and_then(|lead| lead.arg(Role::Place)).filter(|_| !by) {
                    frame.fill(Role::Place, np.clone(), filled);
                }
                continue;
            }
            Sense::Compose => carry_council(before, frame, filled),
            Sense::Act => carry_principal(before, frame, filled),
            _ => {}
        }
        let topic = all_gapped(before, frame)
            .or_else(|| before.iter().find_map(marked_topic))
            .or_else(|| before.iter().rev().find_map(topic_of));
        if let Some(np) = topic {
            frame.fill(actor_of(frame.sense), np, filled);
        }
        if matches!(frame.link, Link::Or | Link::And) {
            share(&before[at - 1], frame, filled);
        }
    }
    back_over_or(frames, sentence);
}

/// Of a council: who does something in it, and which it is.
fn carry_council(before: &[Frame], frame: &mut Frame, filled: Option<Filled>) {
    if frame.arg(Role::Theme).is_some_and(|np| matches!(np.form, NpForm::Back { .. }))
        && let Some(np) = before.iter().rev().find_map(|lead| lead.arg(Role::Member))
    {
        frame.fill(Role::Member, np.clone(), filled);
    }
    let council = before.iter().rev().find_map(|lead| match lead.sense {
        Sense::Compose => lead.arg(Role::Agent).or(lead.arg(Role::Theme)),
        Sense::Put => lead.arg(Role::Theme),
        _ => None,
    });
    if let Some(np) = council.filter(|_| frame.arg(Role::Agent).is_none()) {
        frame.fill(Role::Theme, np.clone(), filled);
    }
}

/// For whom somebody acts: whom he helps, or for whom the clause before has somebody act.
fn carry_principal(before: &[Frame], frame: &mut Frame, filled: Option<Filled>) {
    let of =
        |sense: Sense, role: Role| before.iter().rev().find(|lead| lead.sense == sense).and_then(|lead| lead.arg(role));
    if let Some(np) = of(Sense::Assist, Role::Object).or_else(|| of(Sense::Act, Role::Principal)) {
        frame.fill(Role::Principal, np.clone(), filled);
    }
}

/// 「代決し、又は代行する」: what the first acts on and when.
fn share(lead: &Frame, frame: &mut Frame, filled: Option<Filled>) {
    if frame.when.is_empty() && lead.sense == frame.sense {
        frame.when.clone_from(&lead.when);
    }
    let lacks = frame.missing().iter().any(|role| matches!(role, Role::Matter | Role::Object));
    let bare = frame.arg(Role::Matter).is_none() && frame.arg(Role::Object).is_none();
    if bare && (lacks || lead.sense == frame.sense) {
        for role in [Role::Matter, Role::Object] {
            if let Some(np) = lead.arg(role) {
                frame.fill(role, np.clone(), filled);
            }
        }
    }
}

/// 「指揮し、又は監督する」: the object of the last is the object of the first that has none.
fn back_over_or(frames: &mut [Frame], sentence: u32) {
    let filled = Some(Filled { lead: LeadKind::Chain, sentence });
    for at in (1..frames.len()).rev() {
        let (before, behind) = frames.split_at_mut(at);
        let (lead, frame) = (&mut before[at - 1], &behind[0]);
        if !matches!(frame.link, Link::Or | Link::And | Link::Then) || lead.sense == Sense::Plain {
            continue;
        }
        for role in lead.missing() {
            if let Some(np) = frame.arg(role).cloned().filter(|_| role != Role::Agent) {
                lead.fill(role, np, filled);
            }
        }
    }
}

/// The role of whom a sense is about.
pub(crate) fn actor_of(sense: Sense) -> Role {
    match sense {
        Sense::Compose => Role::Member,
        Sense::Fill => Role::Theme,
        Sense::Delegate => Role::Authority,
        _ => Role::Agent,
    }
}

/// Whom a clause speaks of, for those behind it; of a Put what it puts.
fn topic_of(frame: &Frame) -> Option<Np> {
    topic_roles(frame.sense).iter().find_map(|role| frame.arg(*role).cloned())
}

/// 「課長は部長の、係長は課長の命を受け、それぞれ…」: all of whom the clauses with one predicate speak.
fn all_gapped(before: &[Frame], frame: &Frame) -> Option<Np> {
    let last = before.last().filter(|last| last.link == Link::Gapped && frame.each)?;
    let first = before.iter().rposition(|lead| lead.link != Link::Gapped)?;
    let members: Vec<Np> = before[first..].iter().filter_map(topic_of).collect();
    let span = members.first()?.span.to(topic_of(last)?.span);
    Some(Np::plain(NpForm::List { join: Join::And, members, rest: false }, span))
}

/// Whom a clause speaks of with は.
fn marked_topic(frame: &Frame) -> Option<Np> {
    let roles = topic_roles(frame.sense);
    frame.args.iter().find(|arg| arg.topic && roles.contains(&arg.role)).map(|arg| arg.np.clone())
}

/// The roles in which stands what a clause of a sense speaks of.
pub(crate) fn topic_roles(sense: Sense) -> &'static [Role] {
    match sense {
        Sense::Put | Sense::Fill | Sense::Belong => &[Role::Theme],
        Sense::Compose => &[Role::Member, Role::Agent],
        Sense::Equate | Sense::Refer => &[],
        Sense::Delegate => &[Role::Authority],
        _ => &[Role::Agent],
    }
}

/// Modality of the last predicate reaches back over those joined by 又は or 及び and over gapped ones (§5.6).
fn reach_back(frames: &mut [Frame], joined: &[usize]) {
    for at in (1..frames.len()).rev() {
        if joined.contains(&at) {
            let (modality, negative) = (frames[at].modality, frames[at].negative);
            frames[at - 1].modality = modality;
            frames[at - 1].negative = negative;
        }
    }
}
