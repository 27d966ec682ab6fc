//! References to clauses as they are written: 第三条第二項各号, 前項, 第一号から第三号まで (`reading.md` §5.7).

use std::ops::Range;

use super::account::Span;
use super::sentence::Words;
use super::tokens::{TokenKind, is_numeral};
use crate::regulation::parse_number;

/// Levels of clauses.
const LEVELS: [&str; 16] =
    ["条", "項", "号", "章", "節", "款", "目", "編", "表", "欄", "図", "附則", "本文", "ただし書", "前段", "後段"];

/// Whether a run of content is an address and nothing else: 前項, 第三条第一項各号, 地方自治法第百五十二条, 同表.
pub(crate) fn is_address(written: &str) -> bool {
    let written = written.trim_end_matches("まで");
    if [
        "本文",
        "ただし書",
        "但書",
        "前段",
        "後段",
        "附則",
        "別表",
        "次表",
        "同表",
        "本条",
        "本項",
        "法",
        "令",
        "規則",
        "条例",
    ]
    .contains(&written)
    {
        return true;
    }
    let Some(level) = LEVELS.iter().find(|level| written.ends_with(**level)) else { return ends_in_branch(written) };
    let front = &written[..written.len() - level.len()];
    match front.chars().next_back() {
        Some(c) if is_numeral(c) => {
            front.contains('第')
                || front.contains('前')
                || front.contains('別')
                || front.contains('次')
                || front.contains('の')
        }
        Some('前' | '次' | '同' | '各' | '本' | 'の') => true,
        Some('別') => true,
        Some(_) => ["本文", "ただし書", "前段", "後段", "附則"].contains(level) || front.ends_with("第"),
        None => false,
    }
}

/// 第六条の二, 別表第一.
fn ends_in_branch(written: &str) -> bool {
    written.ends_with(is_numeral)
        && ((written.contains('第') && written.contains('の')) || written.starts_with("別表第"))
}

/// Whether a reference to items of its own paragraph (第二号, 第二号から第四号まで) names the item with a number as ids have it (3, 3の2).
pub(crate) fn covers_item(cite: &str, number: &str) -> bool {
    let item = |written: &str| {
        let written = written.trim_end_matches("まで").strip_prefix('第')?;
        let (front, branch) = written.split_once('号')?;
        let first = parse_number(front)?;
        Some((first, branch.strip_prefix('の').and_then(parse_number).unwrap_or(0)))
    };
    let mut parts = number.split('の').map(parse_number);
    let wanted = (parts.next().flatten().unwrap_or(0), parts.next().flatten().unwrap_or(0));
    match cite.split_once("から") {
        Some((from, to)) => matches!((item(from), item(to)), (Some(from), Some(to)) if from <= wanted && wanted <= to),
        None => item(cite) == Some(wanted),
    }
}

/// The addresses among tokens.
pub(crate) fn in_tokens(words: &Words<'_>, tokens: &Range<usize>) -> Vec<Span> {
    let is_cite =
        |at: &usize| words.tokens[*at].kind == TokenKind::Word && is_address(words.tokens[*at].span.of(words.text));
    tokens.clone().filter(is_cite).map(|at| words.tokens[at].span).collect()
}
