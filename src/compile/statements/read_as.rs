//! Rules that are read with other words (読替え): 「前条中「部長」とあるのは、「所長」と読み替えるものとする。」 A second, virtual set of rules: the first
//! one is not changed, and [`Statement::wording`](crate::graph::Statement::wording) gives the second.

use std::sync::LazyLock;

use regex::Regex;

use super::application::{referred, rule};
use super::draft::Draft;
use crate::compile::outline::SentenceKind;
use crate::compile::register::Register;
use crate::graph::{NodeId, PartRole, StatementKind, StatementPart};

/// Reads a sentence on 読替え. Nothing unless every word in it that is replaced is understood.
pub(super) fn read(register: &Register<'_>, index: usize) -> Vec<Draft> {
    static PAIR: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("「([^「」]+)」(?:とあるのは、?|を)「([^「」]+)」と").expect("valid pattern"));
    let text = &register.sentence(index).text;
    let normal = text.normal();
    if !normal.contains("とあるのは") && !normal.contains("読み替え") && !normal.contains("読みかえ") {
        return Vec::new();
    }
    let core = normal.trim_end_matches('。');
    let replaces = [
        "読み替えるものとする",
        "読み替える",
        "読みかえるものとする",
        "読みかえる",
        "読替えるものとする",
        "とする",
        "」とする",
    ];
    if !replaces.iter().any(|end| core.ends_with(end)) {
        return Vec::new();
    }
    let mut parts: Vec<StatementPart> = Vec::new();
    let mut last = 0;
    for found in PAIR.captures_iter(core) {
        let [whole, replaced, read_as] = [0, 1, 2].map(|group| found.get(group).expect("in every match").range());
        // 「この場合において、前条中」
        let front = &core[last..whole.start];
        let words = front.trim_start_matches(['と', '、']).trim_start_matches("この場合において、");
        if !words.is_empty() {
            let start = whole.start - words.len();
            let mut part = rule(register, index, text, start..whole.start);
            if part.meaning.is_empty() && same_rules(words) {
                part.meaning = rules_before(register, index);
            }
            parts.push(part);
        }
        let quote = |range| register.outline.document.quote(text.source_range(range)).to_owned();
        parts.push(StatementPart {
            role: PartRole::Replaced,
            words: quote(replaced),
            meaning: Vec::new(),
            read_as: Some(quote(read_as)),
        });
        last = whole.end;
    }
    let pairs = parts.iter().filter(|part| part.role == PartRole::Replaced).count();
    let rest = &core[last..];
    let is_whole = pairs > 0
        && core.matches('「').count() == 2 * pairs
        && parts[0].role == PartRole::Rule
        && !rest.contains(['「', '」'])
        && rest.chars().count() <= "、それぞれ読み替えるものとする".chars().count();
    if !is_whole {
        return Vec::new();
    }
    vec![Draft::new(register, StatementKind::ReadAs, index, parts)]
}

/// Whether words mean rules that were named before: 同条, これらの規定.
fn same_rules(words: &str) -> bool {
    ["同条", "同項", "これらの規定", "当該規定", "同号"].iter().any(|mark| words.contains(mark))
}

/// The rules that the sentence before this one in the same paragraph names.
fn rules_before(register: &Register<'_>, index: usize) -> Vec<NodeId> {
    let Some(before) = index.checked_sub(1) else { return Vec::new() };
    let (own, other) = (register.sentence(index), register.sentence(before));
    let is_near = other.clause == own.clause && other.kind == SentenceKind::Lead;
    if is_near { referred(register, before, |_| true) } else { Vec::new() }
}
