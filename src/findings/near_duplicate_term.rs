//! # Spelling one character off a defined term
//!
//! ## What it finds
//! Words that differ from a defined term in one character, and that are neither defined nor the name of a unit
//! themselves.
//!
//! ## Why it matters
//! Either it is a slip, or it means something else; a reader cannot tell which, and a search for the term does not find
//! it.
//!
//! ## Example
//! 「住民情報基盤」 is defined; an item speaks of 「住民情報基板」.
//!
//! ## Basis
//! One substituted, missing or added character inside the term; numerals, hiragana and punctuation aside, for these
//! make other words.
//!
//! # 定義語と一字違いの語
//!
//! ## 見つけるもの
//! 定義した用語と一字だけ違い、それ自体は定義も組織の名でもない語。
//!
//! ## なぜ大切か
//! 誤記か、別のものかが読む者に分からない。用語で検索しても見つからない。
//!
//! ## 例
//! 「住民情報基盤」が定義され、ある号に「住民情報基板」とある。
//!
//! ## 根拠
//! 用語の中の一字が違い、抜け、又は余るもの。数字、平仮名及び句読点の違いは別の語になるので除く。

use std::collections::HashSet;

use super::review::Review;
use super::texts::provenance;
use super::{Finding, Severity, finding};
use crate::graph::{Label, RemarkKind, fold_name};

/// A shorter term has other words one character away.
const SHORTEST_TERM: usize = 5;

/// The subject is the clause. Arguments: `found`, the words; `suggestion`, the defined term.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let names = graph.nodes().filter(|node| matches!(node.label(), Label::Unit | Label::Post));
    let mut known: HashSet<String> = names.map(|node| fold_name(node.name()).into_owned()).collect();
    let definitions: Vec<_> = graph.annotations().remarks_of(RemarkKind::Definition).collect();
    known.extend(definitions.iter().map(|remark| fold_name(&remark.subject).into_owned()));
    known.extend(definitions.iter().map(|remark| fold_name(&remark.detail).into_owned()));
    let mut found = Vec::new();
    let mut said: HashSet<String> = HashSet::new();
    for definition in &definitions {
        let term: Vec<char> = fold_name(&definition.subject).chars().collect();
        if term.len() < SHORTEST_TERM {
            continue;
        }
        for text in &review.texts().clauses {
            for near in near(&text.folded, &term) {
                // A longer name that holds the words is a name of its own.
                let is_known = known.iter().any(|name| name.contains(&near));
                if is_known || !said.insert(near.clone()) {
                    continue;
                }
                let Some(evidence) = provenance([text.evidence(&near)]) else { continue };
                found.push(
                    finding("near-duplicate-term", Severity::Warning, &near, vec![text.node.id.clone()], evidence)
                        .with("found", near.as_str())
                        .with("suggestion", definition.subject.as_str()),
                );
            }
        }
    }
    found
}

/// The words of a text that differ from a term in one character inside it. One half of the term stands there as it is: each
/// place of a half is looked at, so the text is read twice, whatever its length.
fn near(text: &str, term: &[char]) -> Vec<String> {
    let (first, second) = term.split_at(term.len() / 2);
    let whole: String = term.iter().collect();
    let halves = [(first.iter().collect::<String>(), true), (second.iter().collect::<String>(), false)];
    let mut found = Vec::new();
    for (half, is_first) in &halves {
        for (at, _) in text.match_indices(half.as_str()) {
            let (before, behind) = (&text[..at], &text[at + half.len()..]);
            let other: Vec<char> = if *is_first { second.to_vec() } else { first.iter().rev().copied().collect() };
            let around: Vec<char> = if *is_first {
                behind.chars().take(other.len() + 1).collect()
            } else {
                before.chars().rev().take(other.len() + 1).collect()
            };
            let Some(length) = one_off(&other, &around) else { continue };
            let words: String = if *is_first {
                half.chars().chain(around[..length].iter().copied()).collect()
            } else {
                around[..length].iter().rev().copied().chain(half.chars()).collect()
            };
            if words != whole && !found.contains(&words) {
                found.push(words);
            }
        }
    }
    found
}

/// How many characters of `around` spell `wanted` with one character wrong, missing or too much, the last of them right.
fn one_off(wanted: &[char], around: &[char]) -> Option<usize> {
    let same = wanted.iter().zip(around).take_while(|(a, b)| a == b).count();
    let (wanted, rest) = (&wanted[same..], &around[same..]);
    let is_plain = |c: &char| {
        c.is_alphabetic()
            && !matches!(
                c,
                'ぁ'
                    ..='ゖ'
                        | '等'
                        | '各'
                        | '法'
                        | '令'
                        | '一'
                        | '二'
                        | '三'
                        | '四'
                        | '五'
                        | '六'
                        | '七'
                        | '八'
                        | '九'
                        | '十'
            )
    };
    if wanted.len() < 2 {
        return None;
    }
    // The next characters are right again, so that the end of another word is not taken for the term.
    let (substituted, missing, added) =
        (rest.get(1..wanted.len()), rest.get(..wanted.len() - 1), rest.get(1..=wanted.len()));
    if substituted == Some(&wanted[1..]) && rest.first().is_some_and(is_plain) && is_plain(&wanted[0]) {
        return Some(same + wanted.len());
    }
    if missing == Some(&wanted[1..]) && is_plain(&wanted[0]) {
        return Some(same + wanted.len() - 1);
    }
    if added == Some(wanted) && rest.first().is_some_and(is_plain) {
        return Some(same + wanted.len() + 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn one_character_inside_the_term() {
        let term: Vec<char> = "住民情報基盤課題".chars().collect();
        for (text, expected) in [
            ("住民情報基板課題の管理", &["住民情報基板課題"][..]),
            ("住民報基盤課題の管理", &["住民報基盤課題"]),
            ("住民情報新基盤課題", &["住民情報新基盤課題"]),
            ("住民情報基盤課題", &[]),
            ("住民情報の基盤課題", &[]),
            ("住民情報基盤の課題", &[]),
            ("市民情報", &[]),
        ] {
            assert_eq!(near(text, &term), expected, "{text}");
        }
    }
}
