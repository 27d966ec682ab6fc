//! The word that a noun phrase is about, and what it is by its form: prefixes, numbers, titles, kinds (`reading.md` §3.4, §3.5).

use super::account::Span;
use super::phrase::{By, Np, NpForm, Number, Quant, Sort};
use super::phrases::Stretch;
use super::references;
use super::sentence::Words;
use super::tokens::{TokenKind, is_numeral};
use crate::compile::lexicon::{Join, WordClass, classify};
use crate::regulation::parse_number;
use std::ops::Range;

/// Bounds that may stand behind a bracket.
pub(super) const BOUNDS: [&str; 3] = ["以内", "以上", "程度"];

/// The word that a phrase is about: the last outside clauses in front of it, numbers that stand alone aside.
pub(super) fn head_token(words: &Words<'_>, stretch: &Stretch<'_>) -> Option<usize> {
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
pub(super) fn number_alone(words: &Words<'_>, behind: Range<usize>, np: &mut Np) {
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
pub(super) fn head_word(words: &Words<'_>, at: usize) -> Np {
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
pub(super) fn word(words: &Words<'_>, span: Span) -> Np {
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
        let bare = |prefix: &str| classify(&written[prefix.len()..]) == WordClass::Kind;
        let own = own || matches!(prefix, "本" | "両" | "右") && written.starts_with(prefix) && !bare(prefix);
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
pub(super) fn known(words: &Words<'_>, span: Span) -> bool {
    !matches!(plain_word(words, span).form, NpForm::Words)
}

/// How many bytes a word may have from whose end 等 is taken, one after the other.
const LONGEST: usize = 600;

/// What a run of content is.
pub(super) fn plain_word(words: &Words<'_>, span: Span) -> Np {
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
        if let Some(stem) = written.strip_suffix(ending).filter(|stem| (1..LONGEST).contains(&stem.len())) {
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
