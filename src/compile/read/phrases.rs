//! Noun phrases: lists, modifiers, heads, numbers (`reading.md` §5.1, §5.2, §3.4 to §3.6). One reader for all roles of actors.

use super::account::Span;
pub(crate) use super::heads::count_of;
use super::heads::{head_token, head_word, number_alone};
pub(crate) use super::modifiers::hole_axis;
use super::modifiers::{belonging, such};
use super::operators;
use super::phrase::{Np, NpForm, Number, Op, OpKind, Quant};
use super::sentence::Words;
use super::tokens::{TokenKind, is_numeral};
use crate::compile::lexicon::{Join, WordClass, classify};
use std::ops::Range;

/// A stretch of tokens to be read as a noun phrase, with the clauses in it that stand in front of a noun.
#[derive(Clone)]
pub(crate) struct Stretch<'r> {
    pub tokens: Range<usize>,
    pub relatives: &'r [Range<usize>],
}

impl Stretch<'_> {
    pub(super) fn at(&self, tokens: Range<usize>) -> Self {
        Self { tokens, relatives: self.relatives }
    }

    pub(super) fn in_relative(&self, at: usize) -> bool {
        self.relatives.iter().any(|relative| relative.contains(&at))
    }
}

/// How many の or のうち may stand in one phrase: nobody writes as many, and each is read inside the next.
const LONGEST: usize = 32;

/// Reads a phrase as what it names.
pub(crate) fn read(words: &Words<'_>, stretch: &Stretch<'_>) -> Np {
    let stretch = trim(words, stretch);
    if stretch.tokens.is_empty() {
        return Np::plain(NpForm::Words, Span::default());
    }
    let span = words.span(&stretch.tokens);
    let mut within = top_level(words, &stretch, |kind| kind == TokenKind::Within);
    if let Some(at) = within.next() {
        if within.nth(LONGEST).is_some() {
            return Np::plain(NpForm::Words, span);
        }
        let mut part = read(words, &stretch.at(at + 1..stretch.tokens.end));
        let whole = words.span(&(stretch.tokens.start..at));
        // 「参事官のうち一人」: some of those in front.
        if is_number_alone(words, &part) {
            let of = read(words, &stretch.at(stretch.tokens.start..at));
            return Np { quant: Quant::Some, number: part.number, span, ..of };
        }
        part.ops.push(Op {
            kind: OpKind::Within(whole),
            span: words.span(&(stretch.tokens.start..at + 1)),
            touches: part.span,
        });
        part.span = span;
        return part;
    }
    let wide = |kind: TokenKind| matches!(kind, TokenKind::Conjunction(Join::AndWide));
    let has_narrow_or =
        top_level(words, &stretch, |kind| kind == TokenKind::Conjunction(Join::Or)).any(|at| is_moshiku(words, at));
    let or_wide = |at: usize| words.tokens[at].kind == TokenKind::Conjunction(Join::Or) && !is_moshiku(words, at);
    let mut breaks: Vec<usize> = top_level(words, &stretch, wide).collect();
    let mut join = Join::AndWide;
    if breaks.is_empty() && has_narrow_or {
        breaks = top_level(words, &stretch, |kind| matches!(kind, TokenKind::Conjunction(_)))
            .filter(|at| or_wide(*at))
            .collect();
        join = Join::OrWide;
    }
    if breaks.is_empty() {
        return list(words, &stretch, span);
    }
    let members = parts(&stretch.tokens, &breaks).into_iter().map(|part| {
        let part = trim(words, &stretch.at(part));
        list(words, &part, words.span(&part.tokens))
    });
    let members: Vec<Np> = members.filter(|member| !member.span.is_empty()).collect();
    joined(members, join, false, span)
}

fn joined(mut members: Vec<Np>, join: Join, rest: bool, span: Span) -> Np {
    match (members.len(), rest) {
        (1, false) => members.remove(0),
        _ => Np::plain(NpForm::List { join, members, rest }, span),
    }
}

fn is_moshiku(words: &Words<'_>, at: usize) -> bool {
    let written = words.tokens[at].span.of(words.text);
    written.starts_with("若し") || written.starts_with("もし") || written.starts_with("若く")
}

/// Takes what belongs to no phrase from both ends: commas, spaces.
fn trim<'r>(words: &Words<'_>, stretch: &Stretch<'r>) -> Stretch<'r> {
    let idle = |at: usize| matches!(words.tokens[at].kind, TokenKind::Comma | TokenKind::Space | TokenKind::Stop);
    let mut tokens = stretch.tokens.clone();
    while tokens.start < tokens.end && idle(tokens.start) {
        tokens.start += 1;
    }
    while tokens.start < tokens.end && idle(tokens.end - 1) {
        tokens.end -= 1;
    }
    Stretch { tokens, relatives: stretch.relatives }
}

/// The tokens of a kind outside the clauses in front of nouns.
fn top_level<'s>(
    words: &'s Words<'_>,
    stretch: &'s Stretch<'_>,
    test: impl Fn(TokenKind) -> bool + 's,
) -> impl Iterator<Item = usize> + 's {
    stretch.tokens.clone().filter(move |at| test(words.tokens[*at].kind) && !stretch.in_relative(*at))
}

/// The stretches between breaks.
fn parts(tokens: &Range<usize>, breaks: &[usize]) -> Vec<Range<usize>> {
    let mut from = tokens.start;
    let mut found = Vec::with_capacity(breaks.len() + 1);
    for at in breaks {
        found.push(from..*at);
        from = at + 1;
    }
    found.push(from..tokens.end);
    found
}

/// A list without 並びに.
fn list(words: &Words<'_>, stretch: &Stretch<'_>, span: Span) -> Np {
    let separates = |kind: TokenKind| matches!(kind, TokenKind::Conjunction(_) | TokenKind::Comma | TokenKind::Space);
    let breaks: Vec<usize> =
        top_level(words, stretch, separates).filter(|at| !is_kept_space(words, stretch, *at)).collect();
    if breaks.is_empty() {
        return member(words, stretch);
    }
    let mut join = Join::Comma;
    let mut rest = false;
    for at in &breaks {
        match words.tokens[*at].kind {
            TokenKind::Conjunction(found @ (Join::Rest | Join::Such)) => {
                rest = rest || found == Join::Such || *at + 1 == stretch.tokens.end
            }
            TokenKind::Conjunction(found) => join = found,
            _ => {}
        }
    }
    let members = parts(&stretch.tokens, &breaks).into_iter().map(|part| trim(words, &stretch.at(part)));
    let mut members: Vec<Np> =
        members.filter(|part| !part.tokens.is_empty()).map(|part| member(words, &part)).collect();
    // 「第1順位　会計課長、第2順位　出納係長」: the order is told by the place in the list.
    if members.len() > 1 {
        members.retain(|member| !is_order(member.span.of(words.text)));
    }
    each_so_many(&mut members);
    share_head(words, &mut members);
    spread_whole(words, &mut members);
    // A number that stands alone belongs to the member in front of it: 「課長 一人」.
    fold_numbers(words, &mut members);
    joined(members, join, rest, span)
}

/// 第1順位.
fn is_order(written: &str) -> bool {
    matches!(crate::compile::lexicon::column(written), Some(crate::compile::lexicon::Column::Order(_)))
}

/// 「次長 一人」: the space in front of a number separates no member.
fn is_kept_space(words: &Words<'_>, stretch: &Stretch<'_>, at: usize) -> bool {
    words.tokens[at].kind == TokenKind::Space
        && at + 1 < stretch.tokens.end
        && count_of(words.tokens[at + 1].span.of(words.text)).is_some_and(|(length, _)| length == 0)
}

/// 「第一、第二及び第三係」: members that are an ordinal or place alone take the kind of the last.
fn share_head(words: &Words<'_>, members: &mut [Np]) {
    let count = members.len() as u32;
    let Some((last, front)) = members.split_last_mut() else { return };
    // 「総務、人事及び法規の三課」: so many names of one kind.
    let stems = front.iter().all(|member| member.form == NpForm::Words && member.number.is_none());
    if let (NpForm::Bare { kind }, Some(Number::Exact(number))) = (&last.form, last.number)
        && number == count
        && stems
    {
        let kind = *kind;
        last.number = None;
        last.form = NpForm::Named { kind };
        front.iter_mut().for_each(|member| member.form = NpForm::Named { kind });
        return;
    }
    let NpForm::Named { kind } = last.form else { return };
    for member in front.iter_mut().filter(|member| matches!(member.form, NpForm::Words) && member.ops.is_empty()) {
        let written = member.span.of(words.text);
        let ordinal = written.starts_with('第') && written[3..].chars().all(is_numeral);
        if ordinal || written.chars().count() == 1 {
            member.form = NpForm::Named { kind };
        }
    }
}

/// 「調整官及び監査官それぞれ一人」: the number is that of each.
fn each_so_many(members: &mut [Np]) {
    let Some(last) = members.last_mut().filter(|last| last.quant == Quant::Each && last.number.is_some()) else {
        return;
    };
    last.quant = Quant::One;
    let number = last.number;
    members.iter_mut().filter(|member| member.number.is_none()).for_each(|member| member.number = number);
}

/// 「課の課長及び係長」: the whole of the first reaches bare titles and kinds behind it.
fn spread_whole(words: &Words<'_>, members: &mut [Np]) {
    let Some((first, behind)) = members.split_first_mut() else { return };
    let NpForm::Of { whole, .. } = &first.form else { return };
    let bare = |member: &&mut Np| match member.form {
        NpForm::Bare { .. } | NpForm::Title { of: None } => true,
        // 係長 is made of a kind, 総務部長 of a unit of its own.
        NpForm::Title { of: Some(of) } => classify(of.of(words.text)) == WordClass::Kind,
        _ => false,
    };
    for member in behind.iter_mut().filter(bare) {
        let part = std::mem::replace(member, Np::plain(NpForm::Words, Span::default()));
        let span = part.span;
        *member = Np::plain(NpForm::Of { whole: whole.clone(), part: Box::new(part) }, span);
    }
}

fn fold_numbers(words: &Words<'_>, members: &mut Vec<Np>) {
    let mut at = 1;
    while at < members.len() {
        if is_number_alone(words, &members[at]) && members[at - 1].number.is_none() {
            let number = members.remove(at);
            members[at - 1].number = number.number;
            members[at - 1].span = members[at - 1].span.to(number.span);
        } else {
            at += 1;
        }
    }
}

/// Whether a phrase is a number of people and nothing else: 一人, 他の一人.
fn is_number_alone(words: &Words<'_>, np: &Np) -> bool {
    let written = np.span.of(words.text);
    matches!(np.form, NpForm::Back { .. })
        && count_of(written).is_some_and(|(length, _)| ["", "他の", "うち", "そのうち"].contains(&&written[..length]))
}

/// One member of a list: modifiers, a head, brackets, a number.
fn member(words: &Words<'_>, stretch: &Stretch<'_>) -> Np {
    let stretch = trim(words, stretch);
    let span = words.span(&stretch.tokens);
    let Some(head) = head_token(words, &stretch) else {
        return Np::plain(NpForm::Words, span);
    };
    let relative = stretch
        .relatives
        .iter()
        .filter(|relative| relative.end <= head && relative.start >= stretch.tokens.start)
        .max_by_key(|relative| relative.end);
    let of: Vec<usize> = top_level(words, &stretch, |kind| matches!(kind, TokenKind::Of | TokenKind::Link))
        .filter(|at| *at < head)
        .collect();
    let of = of.last().copied().filter(|_| of.len() <= LONGEST);
    let mut np = head_word(words, head);
    // 「本科又は研究科のいずれか」: those in front.
    if let Some(of) = of
        && ["いずれか", "いずれ", "全部", "すべて", "全て", "双方", "両方"].contains(&words.written(head))
        && words.tokens[of].kind == TokenKind::Of
    {
        let front = read(words, &stretch.at(stretch.tokens.start..of));
        return Np { quant: Quant::All, span, ..front };
    }
    match (relative, of) {
        (Some(relative), of) if of.is_none_or(|of| of < relative.end) => such(words, &stretch, relative, &mut np),
        (_, Some(of)) => belonging(words, &stretch, of, &mut np),
        _ => {}
    }
    if stretch.tokens.clone().skip_while(|at| *at <= head).any(|at| words.written(at) == "それぞれ") {
        np.quant = Quant::Each;
    }
    operators::attach(words, &stretch.tokens, head, &mut np);
    number_alone(words, head + 1..stretch.tokens.end, &mut np);
    np.span = span;
    np
}
