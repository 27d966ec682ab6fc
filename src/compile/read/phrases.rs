//! Noun phrases: lists, modifiers, heads, numbers (`reading.md` §5.1, §5.2, §3.4 to §3.6). One reader for all roles of actors.

use std::ops::Range;

use super::account::Span;
use super::operators;
use super::phrase::{Axis, By, Column, Hole, Np, NpForm, Number, Op, OpKind, Quant, Sort};
use super::references;
use super::sentence::Words;
use super::tokens::{TokenKind, is_numeral};
use crate::compile::lexicon::{CRITERIA, Join, WordClass, classify};
use crate::regulation::parse_number;

/// A stretch of tokens to be read as a noun phrase, with the clauses in it that stand in front of a noun.
#[derive(Clone)]
pub(crate) struct Stretch<'r> {
    pub tokens: Range<usize>,
    pub relatives: &'r [Range<usize>],
}

impl Stretch<'_> {
    fn at(&self, tokens: Range<usize>) -> Self {
        Self { tokens, relatives: self.relatives }
    }

    fn in_relative(&self, at: usize) -> bool {
        self.relatives.iter().any(|relative| relative.contains(&at))
    }
}

/// Reads a phrase as what it names.
pub(crate) fn read(words: &Words<'_>, stretch: &Stretch<'_>) -> Np {
    let stretch = trim(words, stretch);
    if stretch.tokens.is_empty() {
        return Np::plain(NpForm::Words, Span::default());
    }
    let span = words.span(&stretch.tokens);
    if let Some(at) = top_level(words, &stretch, |kind| kind == TokenKind::Within).next() {
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
    let of = top_level(words, &stretch, |kind| matches!(kind, TokenKind::Of | TokenKind::Link))
        .filter(|at| *at < head)
        .last();
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

/// Bounds that may stand behind a bracket.
const BOUNDS: [&str; 3] = ["以内", "以上", "程度"];

/// The word that a phrase is about: the last outside clauses in front of it, numbers that stand alone aside.
fn head_token(words: &Words<'_>, stretch: &Stretch<'_>) -> Option<usize> {
    let content = |at: &usize| matches!(words.tokens[*at].kind, TokenKind::Word | TokenKind::Quote | TokenKind::Back);
    let is_number = |at: usize| {
        let written = words.tokens[at].span.of(words.text);
        BOUNDS.contains(&written) || count_of(written).is_some_and(|(length, _)| length == 0)
    };
    let mut found = stretch.tokens.clone().filter(|at| content(at) && !stretch.in_relative(*at)).collect::<Vec<_>>();
    let modified = |at: usize| at > 0 && words.tokens[at - 1].kind == TokenKind::Of;
    while found.len() > 1 && is_number(*found.last()?) && !modified(*found.last()?) {
        found.pop();
    }
    found.pop()
}

/// 「監査官 それぞれ 二人」: a number behind the head as a word of its own.
fn number_alone(words: &Words<'_>, behind: Range<usize>, np: &mut Np) {
    for at in behind {
        if words.tokens[at].kind != TokenKind::Word {
            continue;
        }
        let written = words.tokens[at].span.of(words.text);
        // 「監査官十一人（うち四人は…）以内」.
        np.number = match (count_of(written), np.number, written) {
            (Some((0, number)), _, _) => Some(number),
            (_, Some(Number::Exact(count)), "以内") => Some(Number::AtMost(count)),
            (_, Some(Number::Exact(count)), "以上") => Some(Number::AtLeast(count)),
            (_, number, _) => number,
        };
    }
}

/// What a word is by itself.
fn head_word(words: &Words<'_>, at: usize) -> Np {
    let token = words.tokens[at];
    let span = token.span;
    match token.kind {
        TokenKind::Back => return Np::plain(NpForm::Back { kind: None }, span),
        TokenKind::Quote => return Np::plain(NpForm::Words, span),
        _ => {}
    }
    let written = span.of(words.text);
    if matches!(written, "これ" | "これら" | "それ" | "それら" | "両者" | "本人" | "自己") {
        return Np::plain(NpForm::Back { kind: None }, span);
    }
    if let Some((0 | 6, number)) = count_of(written).filter(|(length, _)| *length == 0 || written.starts_with("うち"))
    {
        return Np { number: Some(number), ..Np::plain(NpForm::Back { kind: Some(Sort::Post) }, span) };
    }
    let (length, number) = count_of(written).map_or((written.len(), None), |(length, number)| (length, Some(number)));
    let mut np = word(words, Span::new(span.start as usize..span.start as usize + length));
    np.number = number.or(np.number);
    np.span = span;
    np
}

/// What a run of content is, prefixes taken off.
fn word(words: &Words<'_>, span: Span) -> Np {
    let written = span.of(words.text);
    let behind = |prefix: &str| Span { start: span.start + prefix.len() as u32, end: span.end };
    for (prefix, quant) in [("各", Quant::Each), ("毎", Quant::Each), ("全", Quant::All), ("他", Quant::Other)] {
        if written.len() > prefix.len() && written.starts_with(prefix) && known(words, behind(prefix)) {
            return Np { quant, span, ..plain_word(words, behind(prefix)) };
        }
    }
    let whole = classify(written);
    for prefix in ["当該", "同", "本", "両", "前記", "上記", "右"] {
        let own = matches!(prefix, "本" | "両" | "右")
            && matches!(whole, WordClass::Kind | WordClass::Title { .. } | WordClass::Staff);
        if written.len() > prefix.len() && written.starts_with(prefix) && !own && words.terms.sort_of(written).is_none()
        {
            let rest = plain_word(words, behind(prefix));
            if !matches!(rest.form, NpForm::Words) || prefix == "当該" || prefix == "同" {
                return Np::plain(NpForm::Back { kind: Some(rest.sort()) }, span);
            }
        }
    }
    // 三課: how many of a kind.
    let digits = written.find(|c| !is_numeral(c)).unwrap_or(0);
    if digits > 0 && classify(&written[digits..]) == WordClass::Kind {
        let mut np = plain_word(words, behind(&written[..digits]));
        np.number = parse_number(&written[..digits]).map(Number::Exact);
        return Np { span, ..np };
    }
    plain_word(words, span)
}

/// Whether a run is of a class.
fn known(words: &Words<'_>, span: Span) -> bool {
    !matches!(plain_word(words, span).form, NpForm::Words)
}

/// What a run of content is.
fn plain_word(words: &Words<'_>, span: Span) -> Np {
    let written = span.of(words.text);
    let whole = |form: NpForm| Np::plain(form, span);
    if let Some(sort) = words.terms.sort_of(written) {
        return whole(NpForm::Term { sort });
    }
    for (ending, rest) in [
        ("等", true),
        ("以外", false),
        ("以上", false),
        ("以下", false),
        ("相互", false),
        ("全体", false),
        ("全員", false),
    ] {
        if let Some(stem) = written.strip_suffix(ending).filter(|stem| !stem.is_empty()) {
            let member = plain_word(words, Span { start: span.start, end: span.start + stem.len() as u32 });
            if member.form != NpForm::Words && rest {
                return whole(NpForm::List { join: Join::Comma, members: vec![member], rest });
            }
            if member.form != NpForm::Words {
                return Np { span, ..member };
            }
        }
    }
    if references::is_address(written) {
        return whole(NpForm::Point { cites: vec![span], head: Box::new(whole(NpForm::Back { kind: None })) });
    }
    // 主管課長 is whoever has the matter, no post of that name.
    for word in ["主務", "主管", "所管"] {
        if let Some(title) =
            written.strip_prefix(word).filter(|title| matches!(classify(title), WordClass::Title { .. }))
        {
            let by = Span { start: span.start, end: span.end - title.len() as u32 };
            let head = plain_word(words, Span { start: by.end, end: span.end });
            return whole(NpForm::Such { head: Box::new(head), by: By::Word(by) });
        }
    }
    whole(match classify(written) {
        WordClass::Kind => NpForm::Bare { kind: span },
        WordClass::Unit { kind } => NpForm::Named { kind: Span { start: span.start + kind as u32, end: span.end } },
        WordClass::Title { title } => {
            NpForm::Title { of: (title > 0).then(|| Span { start: span.start, end: span.start + title as u32 }) }
        }
        WordClass::Staff => NpForm::Staff,
        WordClass::Matter => NpForm::Matter { generic: false, cites: Vec::new() },
        WordClass::Occasion | WordClass::Other => NpForm::Words,
    })
}

/// A number of people at the end of a word: where it starts, how many. 課長二人以内 gives the length of 課長.
pub(crate) fn count_of(written: &str) -> Option<(usize, Number)> {
    let (body, bound) = ["以内", "以上", "程度"]
        .iter()
        .find_map(|bound| written.strip_suffix(bound).map(|body| (body, *bound)))
        .unwrap_or((written, ""));
    let body = body.strip_suffix(['人', '名'])?;
    if let Some(stem) = body.strip_suffix("若干") {
        return Some((stem.len(), Number::Some));
    }
    let start = body.char_indices().rev().take_while(|(_, c)| is_numeral(*c)).last()?.0;
    let count = parse_number(&body[start..])?;
    let number = match bound {
        "以内" => Number::AtMost(count),
        "以上" => Number::AtLeast(count),
        _ => Number::Exact(count),
    };
    Some((start, number))
}

/// A head with a clause in front of it: 町長が指定する職員, 次に掲げる事務, 第三条に規定する部長.
fn such(words: &Words<'_>, stretch: &Stretch<'_>, relative: &Range<usize>, np: &mut Np) {
    let start = relative.start.max(stretch.tokens.start);
    let modifier = words.span(&(start..relative.end));
    if let Some(axis) = hole_axis(words, &(start..relative.end)) {
        let count = count_in(np);
        let head = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
        np.form = NpForm::Hole(Box::new(Hole { axis, head, count }));
        return;
    }
    if let Some(post) = held_post(words, &(start..relative.end), np) {
        *np = post;
        return;
    }
    let cites = references::in_tokens(words, &(start..relative.end));
    let points = ["掲げる", "規定する", "定める", "規定された", "いう"]
        .iter()
        .any(|verb| modifier.of(words.text).ends_with(verb));
    let head = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
    np.number = head.number;
    np.quant = head.quant;
    if points && !cites.is_empty() {
        np.form = match head.form {
            NpForm::Matter { generic, .. } => NpForm::Matter { generic, cites },
            _ => NpForm::Point { cites, head: Box::new(head) },
        };
        return;
    }
    if matches!(head.form, NpForm::Words) {
        return;
    }
    // 「部に置かれる部長」 names the post; what only some have makes a criterion.
    let written = modifier.of(words.text);
    let placed = ["置かれる", "置かれた", "属する", "所属する"].iter().any(|verb| written.ends_with(verb))
        || written.ends_with("に置く");
    if ["必要な", "所要の"].iter().any(|word| written.ends_with(word))
        && matches!(head.form, NpForm::Staff | NpForm::Title { .. })
    {
        np.quant = Quant::Open;
        np.form = head.form;
        return;
    }
    if placed || matches!(head.form, NpForm::Matter { .. }) {
        np.form = head.form;
        np.ops = head.ops;
        return;
    }
    let by = words.relative_frame(start..relative.end).map_or(By::Word(modifier), |frame| By::Clause(Box::new(frame)));
    np.form = NpForm::Such { head: Box::new(head), by };
}

/// 「教育長の職にある者」 is the 教育長.
fn held_post(words: &Words<'_>, relative: &Range<usize>, head: &Np) -> Option<Np> {
    let written = words.span(relative).of(words.text);
    let held = ["の職にある", "の職に在る", "の職を占める"].iter().any(|end| written.ends_with(end));
    if !held || !matches!(head.form, NpForm::Staff) {
        return None;
    }
    let of = relative.clone().rfind(|at| words.tokens[*at].kind == TokenKind::Of)?;
    let np = read(words, &Stretch { tokens: relative.start..of, relatives: &[] });
    (np.sort() == Sort::Post).then_some(np)
}

fn count_in(np: &Np) -> Option<u32> {
    match np.number {
        Some(Number::Exact(count)) => Some(count),
        _ => None,
    }
}

/// A head with の in front of it: 課の係長, 主務の課長, 次の三課, 前項の職員, 他の課.
fn belonging(words: &Words<'_>, stretch: &Stretch<'_>, of: usize, np: &mut Np) {
    let front = stretch.at(stretch.tokens.start..of);
    let modifier = words.span(&front.tokens);
    let written = modifier.of(words.text);
    let bare = written.rsplit(['、', ' ']).next().unwrap_or(written);
    let is_link = words.tokens[of].kind == TokenKind::Link;
    if !is_link && let Some(axis) = hole_words(bare) {
        let head = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
        let count = count_in(&head);
        np.form = NpForm::Hole(Box::new(Hole { axis, head, count }));
        return;
    }
    let quant = match bare {
        "他" | "その他" => Some(Quant::Other),
        "すべて" | "全て" | "全部" | "いずれか" | "いずれ" => Some(Quant::All),
        "所要" | "必要" | "若干" => Some(Quant::Open),
        "各" | "それぞれ" => Some(Quant::Each),
        _ => None,
    };
    if let Some(quant) = quant {
        np.quant = quant;
        return;
    }
    if matches!(np.form, NpForm::Words | NpForm::Staff) && !CRITERIA.contains(&bare) {
        return;
    }
    if is_link {
        return;
    }
    let last = bare.rsplit('の').next().unwrap_or(bare);
    let criterion = CRITERIA.contains(&last) && !matches!(np.form, NpForm::Matter { .. });
    if criterion {
        let head = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
        np.number = head.number;
        np.form = NpForm::Such { head: Box::new(head), by: By::Word(modifier) };
        return;
    }
    let whole = read(words, &front);
    match whole.form {
        NpForm::Point { ref cites, .. } if !matches!(np.form, NpForm::Back { .. }) => {
            let head = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
            np.form = NpForm::Point { cites: cites.clone(), head: Box::new(head) };
        }
        NpForm::Words => {}
        _ => {
            let part = std::mem::replace(np, Np::plain(NpForm::Words, modifier));
            np.number = part.number;
            np.form = NpForm::Of { whole: Box::new(whole), part: Box::new(part) };
        }
    }
}

/// What fills the hole that a clause in front of a noun leaves: 次に掲げる, 別表の左欄に掲げる.
pub(crate) fn hole_axis(words: &Words<'_>, tokens: &Range<usize>) -> Option<Axis> {
    let written = words.span(tokens).of(words.text);
    let front = ["に掲げる", "に定める", "に規定する", "に示す", "にかかげる", "に記載する", "に記載された"]
        .iter()
        .find_map(|verb| written.strip_suffix(verb))?;
    let front = front.rsplit('、').next().unwrap_or(front).trim_start_matches("それぞれ");
    // 「第三条に定めるもののほか次に掲げる」: only the end counts.
    hole_words(front).or_else(|| front.ends_with('次').then_some(Axis::Items))
}

/// 次, 左, 別表第一, 同表の右欄, 次の各号 …
fn hole_words(written: &str) -> Option<Axis> {
    let written = written.trim_end_matches('、');
    for (words, column) in [
        ("左欄", Column::First),
        ("上欄", Column::First),
        ("中欄", Column::Middle),
        ("右欄", Column::Last),
        ("下欄", Column::Last),
    ] {
        if written.ends_with(words) {
            return Some(Axis::Column(column));
        }
    }
    let end =
        |endings: &[&str]| endings.iter().any(|ending| written == *ending || written.ends_with(&format!("の{ending}")));
    if written.ends_with('図') && (written.starts_with("次") || written.starts_with("別")) {
        return Some(Axis::Figure);
    }
    if written.contains("別表")
        || end(&["次表", "下表", "左表", "次の表", "表", "別記", "別紙", "別に掲げる表"]) && !written.starts_with("同")
    {
        return Some(Axis::Table);
    }
    if written == "同表" {
        return Some(Axis::Table);
    }
    let items = [
        "次",
        "左",
        "左記",
        "下記",
        "次の各号",
        "次の号",
        "次の各項",
        "左の各号",
        "下の各号",
        "当該各号",
        "次の区分",
        "次条各号",
    ];
    (items.contains(&written) || ["次の各号", "当該各号", "左の各号"].iter().any(|ending| written.ends_with(ending)))
        .then_some(Axis::Items)
}

/// What sort a phrase is of in the role of an actor; used where only that counts.
pub(crate) fn sort_of(words: &Words<'_>, stretch: &Stretch<'_>) -> Sort {
    read(words, stretch).sort()
}
