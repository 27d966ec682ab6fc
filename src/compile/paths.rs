//! Names that are paths of names: 「甲局の総務課」, 「甲局総務部庶務課」.

use std::collections::HashSet;

use super::classes::is_one_of;
use super::kinds::{Kinds, NameClass};
use super::organs;
use super::outline::{Outline, SentenceKind, Zone};
use super::register::{Proof, Register};
use super::resolve::UnitName;
use crate::graph::{Basis, Rule, Status, Unit};

/// Words that begin with what ends in a kind word: the 部門 of 国際部門室 is no 部.
const JOINTS: [&str; 26] = [
    "部門", "部隊", "部品", "部会", "部員", "部分", "部材", "部落", "課題", "課程", "課税", "係争", "係数", "局所",
    "局地", "局面", "室内", "所管", "所得", "所有", "院内", "校務", "園芸", "館内", "場内", "隊員",
];

/// What a name is made of where it is a path.
pub(super) struct Path<'n> {
    /// The name of the unit above, itself a path perhaps.
    pub front: &'n str,
    /// The name below that one.
    pub own: &'n str,
}

/// Where a unit is put of which the text does not say where it belongs, its name there, and how that is known: 「甲局の総務課」
/// below 甲局, else the whole name below the unit that the chapter is about. A 甲局 that nothing establishes either is entered
/// first.
pub(crate) fn above_and_own<'n>(
    register: &mut Register<'_>,
    name: &'n str,
    (body, article): (usize, usize),
    proof: &Proof,
) -> (usize, &'n str, Basis) {
    let mut own = name;
    let mut above: Option<usize> = None;
    while let Some(Path { front, own: below }) = split(register, own) {
        // What the first name means the text around says; what the next one means, the unit before it.
        let found = match above {
            None => register.resolve_unit_in_text(front, body, article),
            Some(above) => below_named(register, front, above),
        };
        let unit = match (found, above) {
            (UnitName::Units(units), _) if units.len() == 1 => units[0],
            (UnitName::Unknown, Some(above)) => {
                register.place_unit(front, above, Status::Elsewhere, Basis::Stated, proof.clone())
            }
            (UnitName::Unknown, None) => {
                let (unsaid, rule) = register.where_unsaid(front, article, body);
                register.place_unit(front, unsaid, Status::Elsewhere, Basis::Derived { rule }, proof.clone())
            }
            _ => break,
        };
        (above, own) = (Some(unit), below);
    }
    match above {
        Some(above) => (above, own, Basis::Stated),
        None => {
            if let Some(organ) = organs::enter(register, own, article, body) {
                return (organ, own, Basis::Derived { rule: Rule::OrganSpokenOf });
            }
            let (unsaid, rule) = register.where_unsaid(own, article, body);
            (unsaid, own, Basis::Derived { rule })
        }
    }
}

/// The unit of a name below another one.
fn below_named(register: &Register<'_>, name: &str, above: usize) -> UnitName {
    let below: Vec<usize> = register
        .units_named(name)
        .iter()
        .copied()
        .filter(|unit| *unit != above && register.is_within(*unit, above))
        .collect();
    match below.len() {
        0 => UnitName::Unknown,
        1 => UnitName::Units(below),
        _ => UnitName::Ambiguous(below),
    }
}

/// Cuts a path behind its first name.
fn split<'n>(register: &Register<'_>, name: &'n str) -> Option<Path<'n>> {
    let is_unit = |word: &str| {
        register.kinds.class_of(word) == Some(NameClass::Unit)
            && !register.kinds.is_kind(word)
            && register.split_units(word).0.len() == 1
    };
    if let Some((front, own)) = name.split_once('の') {
        let known = !register.units_named(front).is_empty();
        if register.kinds.class_of(own) == Some(NameClass::Unit) && (known || is_unit(front)) {
            return Some(Path { front, own });
        }
    }
    // Without a particle only where the front is a name that the text also uses alone.
    let cuts: Vec<usize> = name.char_indices().skip(1).map(|(at, _)| at).collect();
    cuts.into_iter().rev().find_map(|at| {
        let (front, rest) = name.split_at(at);
        let own = ["の", "に置かれる", "に置く"].iter().find_map(|joint| rest.strip_prefix(joint)).unwrap_or(rest);
        let joint: String = front.chars().next_back().into_iter().chain(own.chars().next()).collect();
        let is_path = is_unit(front)
            && is_unit(own)
            && !own.starts_with(|c| matches!(c, 'ぁ'..='ゖ'))
            && (own.len() < rest.len() || !JOINTS.contains(&joint.as_str()))
            && may_lie_in(&register.kinds, own, front)
            && match register.kinds.kind_of(front).and_then(|kind| register.kinds.rank_of(kind)) {
                Some(10..=40) => {
                    !register.units_named(front).is_empty()
                        || register.spoken().contains(front)
                        || !register.units_named(own).is_empty() && is_of_known_class(register, front)
                }
                // 検疫所業務室 may be a 室 for all 検疫所.
                _ => register.units_named(front).iter().any(|unit| !register.headings.has_entered(*unit)),
            };
        is_path.then_some(Path { front, own })
    })
}

/// Whether the kinds of two names allow one to lie in the other: a 課 in a 局, no 局 in a 局, no 所 in a 所.
pub(super) fn may_lie_in(kinds: &Kinds, name: &str, above: &str) -> bool {
    let rank = |name: &str| kinds.kind_of(name).and_then(|kind| kinds.rank_of(kind));
    match (rank(name), rank(above)) {
        (Some(own), Some(above)) => own > above,
        (None, None) => is_inner_kind(kinds, name) || is_branch(kinds, name) && !is_branch(kinds, above),
        _ => true,
    }
}

/// Whether a name is that of a branch of another unit: 南支所.
fn is_branch(kinds: &Kinds, name: &str) -> bool {
    matches!(kinds.kind_of(name), Some("支所" | "支局" | "支部" | "出張所" | "分所" | "分校")) && !kinds.is_kind(name)
}

/// Whether a name is that of one of a class that the text knows: 東運河局 where it speaks of 地方運河局.
fn is_of_known_class(register: &Register<'_>, name: &str) -> bool {
    let kind = register.kinds.kind_of(name).unwrap_or_default();
    let is_class = |class: &Unit| class.kind == kind && class.name != kind && is_one_of(name, &class.name);
    register.units.iter().any(|record| is_class(&record.unit))
}

/// Whether a name is one that units within others have: 部, 課, 係, 室.
pub(super) fn is_inner_kind(kinds: &Kinds, name: &str) -> bool {
    const UNRANKED: [&str; 11] =
        ["室", "分室", "科", "群", "グループ", "チーム", "ユニット", "担当", "領域", "部門", "分野"];
    let kind = kinds.kind_of(name).unwrap_or_default();
    UNRANKED.contains(&kind) || kinds.rank_of(kind).is_some_and(|rank| rank >= 30)
}

/// The names of units that a document uses alone: where a sentence begins (総務部は), as a line of a list, as a heading.
pub(super) fn spoken<'d>(outline: &'d Outline<'d>, kinds: &Kinds) -> HashSet<&'d str> {
    let mut names: HashSet<&str> = outline.document.divisions.iter().map(|division| division.title.as_str()).collect();
    for sentence in outline.sentences.iter().filter(|sentence| sentence.zone == Zone::Main) {
        let bare = sentence.bare.normal();
        match sentence.kind {
            SentenceKind::Lead => {
                let end = bare.find(|c: char| matches!(c, 'ぁ'..='ゖ' | '、')).unwrap_or(0);
                if ["は", "に", "の"].iter().any(|particle| bare[end..].starts_with(particle)) {
                    names.insert(&bare[..end]);
                }
            }
            SentenceKind::Item | SentenceKind::Entry => {
                names.insert(bare.trim_end_matches('。').trim());
            }
            SentenceKind::Row => names.extend(sentence.cells.iter().map(|cell| cell.normal().trim())),
        }
    }
    names.retain(|name| kinds.class_of(name) == Some(NameClass::Unit));
    names
}
