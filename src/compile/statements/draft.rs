//! A statement while it is read, and the parts that all constructs share: holders, matters with the list below, limits.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::compile::outline::SentenceKind;
use crate::compile::register::{Proof, Register};
use crate::compile::resolve::UnitName;
use crate::compile::roles::subject_posts;
use crate::graph::{NodeId, PartRole, Statement, StatementKind, StatementPart};
use crate::regulation::{Text, outermost_brackets};

/// A statement with the sentences that it was read from.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// What sort of thing is said.
    pub kind: StatementKind,
    /// Its parts in order.
    pub parts: Vec<StatementPart>,
    /// Where it comes from.
    pub proof: Proof,
    /// Index of the sentence, item or row that it stands in.
    pub at: usize,
    /// Whether the sentences are understood by it. One on how long something holds says nothing of what that is.
    pub explains: bool,
}

impl Draft {
    /// A statement of one sentence.
    pub(super) fn new(register: &Register<'_>, kind: StatementKind, index: usize, parts: Vec<StatementPart>) -> Self {
        Self { kind, parts, proof: register.whole_proof(index), at: index, explains: true }
    }

    /// The statement as the graph keeps it.
    pub(crate) fn finish(self, register: &Register<'_>) -> Statement {
        let start = register.sentence(self.at).text.span().start;
        Statement {
            kind: self.kind,
            parts: self.parts,
            line: register.outline.document.line_of(start),
            provenance: self.proof.provenance,
        }
    }
}

/// A part by the words of a range of a text.
pub(super) fn part(register: &Register<'_>, role: PartRole, text: &Text, range: Range<usize>) -> StatementPart {
    let words = register.outline.document.quote(text.source_range(range)).trim().to_owned();
    StatementPart { role, words, meaning: Vec::new(), read_as: None }
}

/// A part that names posts or units, with those that its words surely mean.
pub(super) fn named(
    register: &Register<'_>,
    role: PartRole,
    index: usize,
    text: &Text,
    range: Range<usize>,
) -> StatementPart {
    let words = &text.normal()[range.clone()];
    let meaning = meant(register, index, words);
    StatementPart { meaning, ..part(register, role, text, range) }
}

/// The posts, else the units, that all members of a list of names mean; nothing if one of them is not known.
fn meant(register: &Register<'_>, index: usize, words: &str) -> Vec<NodeId> {
    let posts = subject_posts(register, index, words);
    if !posts.is_empty() {
        return posts.into_iter().map(|post| register.posts[post].id.clone()).collect();
    }
    let (members, _) = register.split_units(words);
    let mut units = Vec::new();
    for member in members {
        let UnitName::Units(found) = register.resolve_unit(words[member].trim(), None) else { return Vec::new() };
        units.extend(found.into_iter().map(|unit| register.units[unit].id.clone()));
    }
    units
}

/// The same statement once for each thing that it is about: the items below its sentence where it speaks of them, else its own
/// words. Each matter is followed by its limits; a proviso limits all of them.
pub(super) fn for_each_matter(
    register: &Register<'_>,
    statement: &Draft,
    (index, text): (usize, &Text),
    what: Range<usize>,
) -> Vec<Draft> {
    let with = |parts: Vec<StatementPart>, at: usize| {
        let mut draft = Draft { at, ..statement.clone() };
        draft.parts.extend(parts);
        if at != index {
            draft.proof.add(&register.whole_proof(at));
        }
        draft
    };
    let mut listed = Vec::new();
    if is_of_list(&text.normal()[what.clone()]) {
        list_below(register, index, &mut listed);
    }
    let (provisos, items): (Vec<usize>, Vec<usize>) =
        listed.into_iter().partition(|item| register.sentence(*item).text.normal().starts_with("ただし"));
    let whole = |role, item: &usize| {
        let words = &register.sentence(*item).text;
        part(register, role, words, 0..words.normal().len())
    };
    let mut drafts: Vec<Draft> = Vec::new();
    for item in items.iter().filter(|item| !register.sentence(**item).text.is_empty()) {
        let mut parts = vec![whole(PartRole::Matter, item)];
        parts.extend(limits(register, &register.sentence(*item).text));
        drafts.push(with(parts, *item));
    }
    if drafts.is_empty() {
        let mut parts = vec![part(register, PartRole::Matter, text, what.clone())];
        parts.extend(limits(register, &text.slice(what)));
        drafts.push(with(parts, index));
    }
    for proviso in provisos {
        for draft in &mut drafts {
            draft.parts.push(whole(PartRole::Limit, &proviso));
            draft.proof.add(&register.whole_proof(proviso));
        }
    }
    drafts
}

/// Whether words speak of the list below: 次に掲げる事項, 次の各号のいずれかに該当する事項.
pub(super) fn is_of_list(words: &str) -> bool {
    ["次に", "次の", "各号", "左の", "下記"].iter().any(|mark| words.contains(mark))
}

/// The provisos behind a sentence and the sentences of the list below it, what is nested in it included.
fn list_below(register: &Register<'_>, index: usize, found: &mut Vec<usize>) {
    let clause = register.sentence(index).clause;
    // Only what narrows it may stand between a sentence and its list.
    let behind = (index + 1..register.outline.sentences.len()).take_while(|next| {
        let next = register.sentence(*next);
        next.clause == clause && next.kind == SentenceKind::Lead && next.text.normal().starts_with("ただし")
    });
    found.extend(behind);
    let chapeau = found.last().copied().unwrap_or(index);
    add_below(register, chapeau, found);
}

fn add_below(register: &Register<'_>, chapeau: usize, found: &mut Vec<usize>) {
    for kind in [SentenceKind::Item, SentenceKind::Entry] {
        for index in register.outline.below(chapeau, kind) {
            found.push(index);
            add_below(register, index, found);
        }
    }
}

/// How far something may be decided: amounts of money, and what brackets leave out or confine it to.
fn limits(register: &Register<'_>, text: &Text) -> Vec<StatementPart> {
    static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?:(?:予定価格|設計金額|設計額|契約金額|見積金額|見積価格|評価額|価額|金額|総額|年額|月額)(?:が|の)?)?",
            r"(?:(?:1|一|壱)(?:件|回|人|口|品)(?:に?つき)?(?:の?金額が?)?(?:、)?)?",
            r"[0-9〇一二三四五六七八九十百千万億,.]+円(?:を超え(?:る|ない)?|以上|以下|未満|以内)?",
            r"(?:、?[0-9〇一二三四五六七八九十百千万億,.]+円(?:以下|未満|以内))?",
        ))
        .expect("valid pattern")
    });
    let normal = text.normal();
    let amounts: Vec<Range<usize>> = match normal.contains('円') {
        true => AMOUNT.find_iter(normal).map(|found| found.range()).collect(),
        false => Vec::new(),
    };
    let inner = |bracket: Range<usize>| {
        let range = bracket.start + 1..bracket.end - 1;
        let words = normal[range.clone()].trim_end_matches('。');
        (words.ends_with("を除く") || words.ends_with("に限る")).then_some(range)
    };
    let mut ranges: Vec<Range<usize>> = outermost_brackets(normal).into_iter().filter_map(inner).collect();
    let bracketed =
        |amount: &Range<usize>| ranges.iter().any(|range| range.start <= amount.start && amount.end <= range.end);
    let amounts: Vec<Range<usize>> = amounts.into_iter().filter(|amount| !bracketed(amount)).collect();
    ranges.extend(amounts);
    ranges.sort_by_key(|range| range.start);
    ranges.into_iter().map(|range| part(register, PartRole::Limit, text, range)).collect()
}

/// What stands in front of a subject: 「前条の規定にかかわらず、」, 「市長が不在の場合においては、」. Where it ends.
pub(super) fn circumstance(words: &str) -> usize {
    const ENDS: [&str; 14] = [
        "かかわらず、",
        "場合において、",
        "場合においては、",
        "場合は、",
        "場合には、",
        "ときは、",
        "もののほか、",
        "もののほかは、",
        "を除くほか、",
        "を除き、",
        "に基づき、",
        "により、",
        "ところにより、",
        "当分の間、",
    ];
    ENDS.iter().filter_map(|end| words.rfind(end).map(|at| at + end.len())).max().unwrap_or(0)
}

/// A circumstance as a limit; nothing for what only sets another rule aside.
pub(super) fn limit_of(register: &Register<'_>, text: &Text, circumstance: Range<usize>) -> Option<StatementPart> {
    let words = text.normal()[circumstance.clone()].trim_end_matches('、');
    let end = circumstance.start + words.len();
    let sets_aside = ["かかわらず", "もののほか", "もののほかは", "除くほか"].iter().any(|end| words.ends_with(end));
    (!words.is_empty() && !sets_aside).then(|| part(register, PartRole::Limit, text, circumstance.start..end))
}
