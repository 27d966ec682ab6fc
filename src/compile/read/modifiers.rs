//! What stands in front of the head of a noun phrase: clauses, 「課の」, 「主務の」, holes (`reading.md` §5.1, §5.2).

use super::phrase::{Axis, By, Column, Hole, Np, NpForm, Number, Quant, Sort};
use super::phrases::{Stretch, read};
use super::references;
use super::sentence::Words;
use super::tokens::TokenKind;
use crate::compile::lexicon::is_criterion;
use std::ops::Range;

/// A head with a clause in front of it: 町長が指定する職員, 次に掲げる事務, 第三条に規定する部長.
pub(super) fn such(words: &Words<'_>, stretch: &Stretch<'_>, relative: &Range<usize>, np: &mut Np) {
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
pub(super) fn held_post(words: &Words<'_>, relative: &Range<usize>, head: &Np) -> Option<Np> {
    let written = words.span(relative).of(words.text);
    let held = ["の職にある", "の職に在る", "の職を占める"].iter().any(|end| written.ends_with(end));
    if !held || !matches!(head.form, NpForm::Staff) {
        return None;
    }
    let of = relative.clone().rfind(|at| words.tokens[*at].kind == TokenKind::Of)?;
    let np = read(words, &Stretch { tokens: relative.start..of, relatives: &[] });
    (np.sort() == Sort::Post).then_some(np)
}

pub(super) fn count_in(np: &Np) -> Option<u32> {
    match np.number {
        Some(Number::Exact(count)) => Some(count),
        _ => None,
    }
}

/// A head with の in front of it: 課の係長, 主務の課長, 次の三課, 前項の職員, 他の課.
pub(super) fn belonging(words: &Words<'_>, stretch: &Stretch<'_>, of: usize, np: &mut Np) {
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
    if matches!(np.form, NpForm::Words | NpForm::Staff) && !is_criterion(bare) {
        return;
    }
    if is_link {
        return;
    }
    let last = bare.rsplit('の').next().unwrap_or(bare);
    let criterion = is_criterion(last) && !matches!(np.form, NpForm::Matter { .. });
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
pub(super) fn hole_words(written: &str) -> Option<Axis> {
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
