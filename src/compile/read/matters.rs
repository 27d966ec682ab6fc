//! Work as it is written: its words stay verbatim; what is read of it are the operations on it, the clauses that it refers to,
//! and whether it says more than whose work it is (`reading.md` §4, Own).

use std::ops::Range;

use super::operators;
use super::phrase::{Axis, Hole, Np, NpForm, Op, OpKind, Quant};
use super::phrases::{self, Stretch};
use super::references;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::{WordClass, classify, generic_matter};

/// Reads a stretch of tokens as work.
pub(crate) fn read(words: &Words<'_>, tokens: &Range<usize>, relatives: &[Range<usize>]) -> Np {
    let stretch = Stretch { tokens: tokens.clone(), relatives };
    // 「次に掲げる事務」 is left open; everything else is words.
    let whole = phrases::read(words, &stretch);
    if whole.hole().is_some() {
        return whole;
    }
    let span = words.span(tokens);
    let generic = is_generic(words, tokens);
    let cites = if points(&whole) { references::in_tokens(words, tokens) } else { Vec::new() };
    let mut np = Np::plain(NpForm::Matter { generic, cites }, span);
    np.quant = Quant::One;
    let mut from = tokens.start;
    for at in tokens.clone() {
        match words.tokens[at].kind {
            TokenKind::Bracket => {
                np.ops.extend(operators::read(words, words.tokens[at].span, touched(words, tokens, at)))
            }
            TokenKind::Within => {
                let touches = words.span(&(at + 1..tokens.end));
                np.ops.push(Op {
                    kind: OpKind::Within(words.span(&(from..at))),
                    span: words.span(&(from..at + 1)),
                    touches,
                });
            }
            TokenKind::Comma | TokenKind::Conjunction(_)
                if !relatives.iter().any(|relative| relative.contains(&at))
                    && at > tokens.start
                    && ends_work(words, at - 1) =>
            {
                // A conjunction within the whole of a のうち (総務課及び税務課の事務のうち) ends no work.
                from = at + 1;
            }
            _ => {}
        }
    }
    // 「委員会の所掌事務に係る次に掲げる事務」: items fill a part of the words.
    match inner_hole(words, tokens, relatives) {
        Some(axis) => Np::plain(NpForm::Hole(Box::new(Hole { axis, head: np, count: None })), span),
        None => np,
    }
}

/// What fills a hole inside the words of a matter.
fn inner_hole(words: &Words<'_>, tokens: &Range<usize>, relatives: &[Range<usize>]) -> Option<Axis> {
    let within = |relative: &&Range<usize>| tokens.start <= relative.start && relative.end <= tokens.end;
    relatives.iter().filter(within).find_map(|relative| phrases::hole_axis(words, relative)).or_else(|| {
        let starts =
            |at: &usize| *at == tokens.start || !matches!(words.tokens[at - 1].kind, TokenKind::Of | TokenKind::Word);
        let of = tokens.clone().filter(starts).find(|at| {
            words.written(*at) == "次" && words.tokens.get(at + 1).is_some_and(|token| token.kind == TokenKind::Of)
        });
        of.map(|_| Axis::Items)
    })
}

/// Whether a token ends the words of a work: 事務, こと, もの, a bracket behind them.
fn ends_work(words: &Words<'_>, at: usize) -> bool {
    let at = if words.tokens[at].kind == TokenKind::Bracket && at > 0 { at - 1 } else { at };
    classify(words.written(at)) == WordClass::Matter
}

/// Whether a phrase is one of clauses: 前項各号に掲げる事務.
fn points(np: &Np) -> bool {
    match &np.form {
        NpForm::Point { .. } => true,
        NpForm::Matter { cites, .. } => !cites.is_empty(),
        NpForm::List { members, .. } => members.iter().any(points),
        NpForm::Of { whole, part } => points(whole) || points(part),
        _ => false,
    }
}

fn touched(words: &Words<'_>, tokens: &Range<usize>, at: usize) -> super::account::Span {
    let separates = |token: &usize| {
        matches!(words.tokens[*token].kind, TokenKind::Comma | TokenKind::Conjunction(_) | TokenKind::Within)
    };
    let start = (tokens.start..at).rev().find(separates).map_or(tokens.start, |start| start + 1);
    words.span(&(start..at))
}

/// Words between the parts of a matter that say nothing of what it is about.
const PLAIN_WORDS: &[&str] = &[
    "分掌",
    "所掌",
    "所管",
    "担任",
    "担当",
    "主管",
    "専門",
    "特定",
    "一般",
    "上司",
    "全般",
    "所属",
    "所轄",
    "固有",
    "通常",
    "特別",
    "属",
    "分担",
    "専任",
    "事務局",
];
const PLAIN_VERBS: &[&str] = &[
    "命ずる",
    "命じる",
    "命じた",
    "命ぜられた",
    "命じられた",
    "命ぜられる",
    "指示する",
    "指示した",
    "定める",
    "定めた",
    "分担する",
    "担任する",
    "担当する",
    "所掌する",
    "所管する",
    "分掌する",
    "属する",
    "指定する",
    "指定された",
    "掌理する",
    "つかさどる",
    "特に命ずる",
    "特に命ぜられた",
    "命じられる",
    "属した",
    "与えられた",
    "指示された",
    "命令する",
    "命令した",
    "命",
    "処理する",
];

/// Whether the words of a matter say only whose work it is: 課の事務, 担任の事務, 上司の命ずる事務.
fn is_generic(words: &Words<'_>, tokens: &Range<usize>) -> bool {
    let Some(head) = tokens.clone().rev().find(|at| words.tokens[*at].kind == TokenKind::Word) else { return false };
    let written = words.written(head);
    let Some(matter) = generic_matter(written) else { return false };
    let stem = &written[..written.len() - matter.len()];
    let plain = |word: &str| {
        word.is_empty()
            || PLAIN_WORDS.contains(&word)
            || word.split("所").all(|part| PLAIN_WORDS.contains(&part))
            || matches!(
                classify(word),
                WordClass::Kind | WordClass::Unit { .. } | WordClass::Title { .. } | WordClass::Staff
            )
            || generic_matter(word) == Some(word)
            || ["各", "当該", "同", "その"].iter().any(|prefix| {
                word.strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || classify(rest) != WordClass::Other)
            })
            || words.terms.sort_of(word).is_some()
    };
    plain(stem)
        && tokens.clone().filter(|at| *at != head).all(|at| match words.tokens[at].kind {
            TokenKind::Word => plain(words.written(at)),
            TokenKind::Verb { .. } => PLAIN_VERBS.contains(&words.written(at)),
            TokenKind::Link | TokenKind::Within => false,
            TokenKind::Bracket => true,
            _ => true,
        })
}
