//! From the names of an exclusion to its edges: names, kinds, 「他の部」, units that nothing establishes.

use std::ops::Range;

use super::{Exclusion, last_word, unit_of};
use crate::compile::NoticeKind;
use crate::compile::kinds::NameClass;
use crate::compile::organs::region_of;
use crate::compile::register::{Owner, Proof, Register};
use crate::compile::resolve::UnitName;
use crate::compile::units::{body, notice};
use crate::graph::{Basis, NodeId, Relation, Rule, Status};
use crate::regulation::Text;

/// Enters an edge from a duty to every unit of a list of names, in the sentence of `words`: its own, the chapeau or the item before.
pub(super) fn give_way(register: &mut Register<'_>, exclusion: Exclusion<'_>, text: &Text, names: Range<usize>) {
    let own = unit_of(register, exclusion.duty);
    let spoken = exclusion.words.sentences.first().copied().unwrap_or(exclusion.duty.sentence);
    let normal = &text.normal()[names.clone()];
    let (members, _) = register.split_units(normal);
    let mut unknown: Vec<(&str, Range<usize>)> = Vec::new();
    let mut neighbour = None;
    // 「課内の他の係及び室」: where the words look for others, once they do: in the 課 above the duty.
    let mut others_around: Option<Option<usize>> = None;
    for (position, member) in members.iter().enumerate() {
        let name = &normal[member.clone()];
        let split = name.rfind("内の他").map(|at| (Some(&name[..at]), &name[at + "内の".len()..]));
        let (around, name) = split.unwrap_or((None, name));
        let range = names.start + member.start..names.start + member.end;
        if let Some(kind) = name.strip_prefix('他').map(|rest| rest.trim_start_matches('の')) {
            let around = around.map(|words| register.unit_above_named(own, words));
            if around == Some(None) {
                let proof = register.proof(spoken, text, range);
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
                continue;
            }
            others_around = register.kinds.is_kind(kind).then_some(around.flatten());
            others(register, exclusion, around.flatten(), name, kind);
            continue;
        }
        // 「他の部及び課」: the second kind word is under the same 「他の」.
        if let Some(around) = others_around.filter(|_| register.kinds.is_kind(name)) {
            others(register, exclusion, around, "他の", name);
            continue;
        }
        // In front of the first name may stand other words; 北審査課 alone is not the 審査課.
        let is_name = position > 0 || last_word(name) == name;
        let meant =
            if is_name { register.resolve_unit(name, Some(own)) } else { register.resolve_last_name(name, own) };
        match meant {
            UnitName::Units(units) => {
                for unit in units {
                    // A duty does not give way to the unit that it belongs to: another one is meant.
                    if register.path_up(own).contains(&unit) {
                        let proof = register.proof(spoken, text, range.clone());
                        notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
                        continue;
                    }
                    neighbour = neighbour.or(Some(unit));
                    exclude(register, exclusion, unit, Basis::Stated);
                }
            }
            UnitName::Ambiguous(_) => {
                let proof = register.proof(spoken, text, range);
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
            }
            UnitName::Unknown => unknown.push((name, range)),
        }
    }
    for (name, range) in unknown {
        let name_start = ["において", "のうち", "であって", "関する事務", "その他", "は"]
            .iter()
            .filter_map(|m| name.rfind(m).map(|at| at + m.len()))
            .max();
        let range = range.start + name_start.unwrap_or(0)..range.end;
        let name = &text.normal()[range.clone()];
        let named = matches!(register.kinds.class_of(name), Some(NameClass::Unit | NameClass::Council));
        let proof = register.proof(spoken, text, range);
        if named && (!register.kinds.is_kind(name) || is_only_one(register, name)) {
            let unit = unknown_unit(register, (spoken, own), name, neighbour, proof);
            exclude(register, exclusion, unit, Basis::Stated);
        } else if register.kinds.class_of(name) == Some(NameClass::Post) {
            // A duty gives way to units only.
            notice(register, NoticeKind::LeftToPost, spoken, &proof);
        } else if register.kinds.is_kind(name) {
            let units = register.units_of_kind(name);
            // 「課の所掌に属するものを除く」 in a 係 may mean the 課 above it or every one.
            if register.path_up(own).iter().any(|unit| units.contains(unit)) {
                notice(register, NoticeKind::AmbiguousUnit, spoken, &proof);
            } else {
                let words = proof.and(exclusion.words);
                others(register, Exclusion { words: &words, ..exclusion }, None, "他の", name);
            }
        }
    }
}

/// 「他の部」: every other unit of that kind in the body, those above the duty's own unit aside, or in the unit around which the
/// words draw the line (局内の他の部). 「他課」, 「他の所掌」: the units beside it.
fn others(register: &mut Register<'_>, exclusion: Exclusion<'_>, around: Option<usize>, name: &str, kind: &str) {
    let own = unit_of(register, exclusion.duty);
    let above = register.path_up(own);
    let (units, rule): (Vec<usize>, Rule) = if kind.is_empty() {
        ((0..register.units.len()).collect(), Rule::OtherUnits)
    } else {
        (register.units_of_kind(kind), Rule::OtherUnitsOfKind)
    };
    let other = |unit: &usize| {
        let record = &register.units[*unit].unit;
        let inside = around.is_none_or(|around| register.is_within(*unit, around));
        inside && !above.contains(unit) && !record.council
    };
    let is_established = |unit: &usize| register.units[*unit].unit.status == Status::Established;
    // 他局 of a bureau of the headquarters are no regional bureaux.
    let region = region_of(register, own);
    let alike = |unit: &usize| kind.is_empty() || region_of(register, *unit) == region;
    let others: Vec<usize> = units.into_iter().filter(other).filter(alike).collect();
    // 「他課」: the nearest of that kind beside the path up. A post speaks from inside its unit.
    let inside = matches!(exclusion.duty.owner, Owner::Post(_)).then_some(own);
    let mut levels = inside.into_iter().chain(above.iter().filter_map(|unit| register.units[*unit].parent));
    let beside = |level: usize| -> Vec<usize> {
        let there = || others.iter().copied().filter(|unit| register.units[*unit].parent == Some(level));
        let established: Vec<usize> = there().filter(is_established).collect();
        // Where all of them are units of another instrument: 「総務部は」, 「経理部は」 in the rules about the two.
        let is_placed = |unit: &usize| !kind.is_empty() && is_placed_beside(register, *unit, &above, level);
        if established.is_empty() { there().filter(is_placed).collect() } else { established }
    };
    let nearest = levels.find_map(|level| Some(beside(level)).filter(|found| !found.is_empty())).unwrap_or_default();
    let units: Vec<usize> = if name.starts_with("他の") && !kind.is_empty() {
        others.iter().copied().filter(|unit| is_established(unit) || nearest.contains(unit)).collect()
    } else {
        nearest
    };
    if units.is_empty() {
        notice(register, NoticeKind::UnknownUnit, exclusion.duty.sentence, exclusion.words);
    }
    for unit in units {
        exclude(register, exclusion, unit, Basis::Derived { rule });
    }
}

/// Whether a unit of another instrument stands beside one of its kind on the path up, right below a level, as far as the text
/// tells. With a rank between, a 課 that seems to be right below the 省 may be in any of its 局; 東管区局 and 管区局 are no 局 like
/// the others.
pub(super) fn is_placed_beside(register: &Register<'_>, unit: usize, path: &[usize], level: usize) -> bool {
    let record = |unit: usize| &register.units[unit];
    let rank = |unit: usize| register.kinds.rank_of(&record(unit).unit.kind);
    let beside = |unit: usize| {
        let parent = record(unit).parent;
        (0..register.units.len()).filter(move |other| *other != unit && record(*other).parent == parent)
    };
    let is_clear = |unit: usize| {
        let (Some(above), Some(own)) = (record(unit).parent.and_then(rank), rank(unit)) else { return false };
        above < own && !beside(unit).filter_map(rank).any(|rank| above < rank && rank < own)
    };
    let name = &record(unit).unit.name;
    let is_like = |other: usize| {
        let other = &record(other).unit.name;
        other.ends_with(name.as_str()) || name.ends_with(other.as_str())
    };
    let (own, below): (Vec<usize>, Vec<usize>) =
        path.iter().take_while(|above| **above != level).partition(|above| record(**above).parent == Some(level));
    record(unit).unit.status == Status::Elsewhere
        && own.iter().any(|own| record(*own).unit.kind == record(unit).unit.kind)
        && own
            .into_iter()
            .chain(below)
            .chain([unit])
            .all(|unit| record(unit).unit.status == Status::Established || is_clear(unit))
        && !beside(unit).any(is_like)
}

/// Whether a kind word is at the same time the name of the only unit there is of that kind, and none is known: 官房, 事務局.
fn is_only_one(register: &Register<'_>, kind: &str) -> bool {
    register.kinds.is_kind_of_one(kind) && register.units_of_kind(kind).is_empty()
}

/// Enters the edge.
pub(super) fn exclude(register: &mut Register<'_>, exclusion: Exclusion<'_>, unit: usize, basis: Basis) {
    let Exclusion { duty, form, cases, words } = exclusion;
    let to = register.units[unit].id.clone();
    let mut cases: Vec<NodeId> = cases.iter().map(|case| register.units[*case].id.clone()).collect();
    cases.sort();
    cases.dedup();
    register.add_edge(duty.id.clone(), to, Relation::DutyExcludedBy { form, cases }, basis, words.clone());
}

/// Where a unit of a rank lies that one unit speaks of without saying where: what the unit of that rank on the path up lies in, else
/// the nearest one of a higher rank.
fn beside_own(register: &Register<'_>, own: usize, rank: u32) -> Option<usize> {
    let path = register.path_up(own);
    let rank_of = |unit: &usize| register.kinds.rank_of(&register.units[*unit].unit.kind);
    let alike = path.iter().find(|unit| rank_of(unit) == Some(rank)).and_then(|unit| register.units[*unit].parent);
    alike.or_else(|| path.iter().copied().find(|unit| rank_of(unit).is_some_and(|above| above < rank)))
}

/// Enters a unit that a list of exclusions names and nothing establishes: beside its neighbours in the list, else beside the one
/// of its kind that speaks of it, or that it lies in. A ministry or agency is another body.
fn unknown_unit(
    register: &mut Register<'_>,
    (sentence, own): (usize, usize),
    name: &str,
    neighbour: Option<usize>,
    proof: Proof,
) -> usize {
    let rank = register.kinds.kind_of(name).and_then(|kind| register.kinds.rank_of(kind));
    if rank == Some(0) {
        return register.add_unit(name, None, Status::Elsewhere, proof);
    }
    let listed = neighbour.and_then(|unit| register.units[unit].parent);
    let parent = listed.or_else(|| rank.and_then(|rank| beside_own(register, own, rank))).or_else(|| body(register));
    let unit = match parent {
        Some(parent) => {
            let basis = Basis::Derived { rule: Rule::PlacedWithNeighbours };
            register.place_unit(name, parent, Status::Unknown, basis, proof.clone())
        }
        None => register.add_unit(name, None, Status::Unknown, proof.clone()),
    };
    notice(register, NoticeKind::UnknownUnit, sentence, &proof);
    unit
}
