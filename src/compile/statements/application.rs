//! Rules that are applied to what they were not made for (準用): 「前条の規定は、支所について準用する。」 Which edges would follow from them
//! there is left to people: the words are kept with the clauses that they mean.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::draft::{Draft, circumstance, limit_of, named, part};
use crate::compile::register::Register;
use crate::graph::{NodeId, PartRole, RelationType, StatementKind, StatementPart};
use crate::regulation::Text;

/// Reads a sentence on 準用.
pub(super) fn read(register: &Register<'_>, index: usize) -> Vec<Draft> {
    /// 「(前条)の規定は、(支所)について(これを)準用する」
    static RULES_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)(?:の規定)?は、(.+?)(?:に(?:ついて|関して|対して)?)(?:、)?(?:これを)?準用する$")
            .expect("valid pattern")
    });
    /// 「(支所)については、(前条の規定)を準用する」
    static TARGET_FIRST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)(?:に(?:ついて|関して)|の場合に|には|に)は?、(.+?)(?:の規定)?(?:を準用する|の例による)$")
            .expect("valid pattern")
    });
    let bare = &register.sentence(index).bare;
    let core = &bare.normal()[..register.sentence(index).words_end()];
    if !core.ends_with("準用する") && !core.ends_with("の例による") {
        return Vec::new();
    }
    let start = circumstance(core);
    let words = &core[start..];
    let group = |found: &regex::Captures<'_>, group: usize| {
        let range = found.get(group).expect("in every match").range();
        start + range.start..start + range.end
    };
    let (rules, target) = match (RULES_FIRST.captures(words), TARGET_FIRST.captures(words)) {
        (Some(found), _) => (group(&found, 1), group(&found, 2)),
        (None, Some(found)) => (group(&found, 2), group(&found, 1)),
        (None, None) => return Vec::new(),
    };
    let target = named(register, PartRole::Target, index, bare, target);
    let mut parts = vec![rule(register, index, bare, rules), target];
    parts.extend(limit_of(register, bare, 0..start));
    vec![Draft::new(register, StatementKind::Application, index, parts)]
}

/// The words for rules, with the clauses of this text that they mean.
pub(super) fn rule(register: &Register<'_>, index: usize, text: &Text, words: Range<usize>) -> StatementPart {
    let part = part(register, PartRole::Rule, text, words);
    let meaning = referred(register, index, |reference| part.words.contains(reference));
    StatementPart { meaning, ..part }
}

/// The clauses to which a sentence refers in certain words, in the order of its words.
pub(super) fn referred(register: &Register<'_>, index: usize, is_meant: impl Fn(&str) -> bool) -> Vec<NodeId> {
    let mut clauses: Vec<NodeId> = Vec::new();
    for edge in &register.edges {
        let refers = edge.data.relation.relation_type() == RelationType::RefersTo;
        if refers
            && edge.proof.sentences.contains(&index)
            && is_meant(&edge.proof.provenance.first().words)
            && !clauses.contains(&edge.to)
        {
            clauses.push(edge.to.clone());
        }
    }
    clauses
}
