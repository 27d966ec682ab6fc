//! # Defined term spelled out again
//!
//! ## What it finds
//! A clause that writes a name out in full after the regulation has defined a short name for it.
//!
//! ## Why it matters
//! A reader asks whether the full name means something else than the short one. Often it is older text that an
//! amendment forgot.
//!
//! ## Example
//! "地域情報システム（以下「地域システム」という。）" in one item, and "地域情報システムの運用" in a later one.
//!
//! ## Basis
//! A defined short name stands for the full one from its definition on; drafting rules ask for one term for one thing.
//!
//! # 定義した略称を使わない条文
//!
//! ## 見つけるもの
//! 略称を定義した後で、略称を使わずに元の名称を書いている条文。
//!
//! ## なぜ大切か
//! 元の名称が略称と別のものを指すのかと読む者が迷う。改正で直し忘れた古い文言であることが多い。
//!
//! ## 例
//! 「地域情報システム（以下「地域システム」という。）」とした後の号に「地域情報システムの運用」とある。
//!
//! ## 根拠
//! 定義した略称は、その後の条文で元の名称に代わる。一つのものには一つの用語を使うのが立法の原則である。

use super::review::Review;
use super::texts::{provenance, without};
use super::{Finding, Severity, finding};
use crate::graph::{Label, Node, RemarkKind, fold_name};

/// A name is at most so long; what is longer describes.
const LONGEST_NAME: usize = 40;

/// The subjects are the clauses that spell the name out. Arguments: `term`, the short name; `long`, the full one; `count`.
pub(super) fn find(review: &Review<'_>) -> Vec<Finding> {
    let graph = review.graph;
    let definitions: Vec<_> = graph.annotations().remarks_of(RemarkKind::Definition).collect();
    let units = graph.nodes_with(Label::Unit).filter_map(Node::as_unit).map(|unit| fold_name(&unit.name).into_owned());
    let terms = definitions.iter().flat_map(|remark| [&remark.subject, &remark.detail]);
    let names: Vec<String> = units.chain(terms.map(|name| fold_name(name).into_owned())).collect();
    let texts = &review.texts().clauses;
    let mut found = Vec::new();
    for definition in &definitions {
        let (term, long) = (fold_name(&definition.subject), fold_name(&definition.detail));
        let is_name = long.chars().count() <= LONGEST_NAME && !long.contains(['、', '。', '（', '(', '「']);
        // One name for several things (と総称する), or one that holds in this article only, leaves their own names in use.
        let is_shared = definitions.iter().filter(|other| other.subject == definition.subject).count() > 1;
        let defining = graph.node(&definition.provenance.first().clause).and_then(Node::as_clause);
        let limited = [
            format!("この条において「{0}」", definition.subject),
            format!("この項において「{0}」", definition.subject),
            format!("この号において「{0}」", definition.subject),
            format!("「{0}」と総称", definition.subject),
        ];
        let is_limited =
            defining.is_some_and(|clause| limited.iter().any(|words| clause.text.contains(words.as_str())));
        if is_shared || is_limited || long.starts_with(['次', '前']) || long.contains("及び") {
            continue;
        }
        if !is_name || long.chars().count() <= term.chars().count() || long.is_empty() {
            continue;
        }
        let Some(at) = texts.iter().position(|text| text.node.id == definition.provenance.first().clause) else {
            continue;
        };
        let mut longer: Vec<&str> = names
            .iter()
            .filter(|name| name.len() > long.len() && name.contains(&*long) && name.chars().count() <= LONGEST_NAME)
            .map(String::as_str)
            .collect();
        longer.sort_unstable_by_key(|name| std::cmp::Reverse(name.len()));
        let spelled: Vec<_> = texts[at + 1..]
            .iter()
            .filter(|text| text.folded.contains(&*long) && stands_alone(&without(&text.folded, &longer), &long))
            .filter(|text| !text.node.id.as_str().contains("附則"))
            // A clause that defines a name of its own for it has to write it out.
            .filter(|text| {
                !text.folded.contains(&format!("{long}(以下")) && !text.folded.contains(&format!("{long}（以下"))
            })
            .collect();
        let Some(evidence) = provenance(spelled.iter().map(|text| text.evidence(&definition.detail))) else { continue };
        let subjects = spelled.iter().map(|text| text.node.id.clone()).collect();
        found.push(
            finding("definition-spelled-out", Severity::Note, &term, subjects, evidence)
                .with("term", definition.subject.as_str())
                .with("long", definition.detail.as_str())
                .with("count", spelled.len()),
        );
    }
    found
}

/// Whether a name stands in a text other than as the beginning of a longer one (甲機構 in 甲機構給与規程).
fn stands_alone(text: &str, name: &str) -> bool {
    let goes_on =
        |next: char| matches!(next, '一'..='鿿' | 'ァ'..='ヺ' | 'ー' | 'a'..='z') && !"及並又若等内外中".contains(next);
    text.match_indices(name).any(|(at, _)| !text[at + name.len()..].chars().next().is_some_and(goes_on))
}
