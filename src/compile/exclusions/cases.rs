//! Exclusions that hold for some units only: 「甲支局にあっては、A課の所掌に属するものを除く」 among the duties of every 支局.

use std::ops::Range;

use super::names::give_way;
use super::{Exclusion, unit_of};
use crate::compile::NoticeKind;
use crate::compile::belonging::{self, find_belongings};
use crate::compile::classes::is_one_of;
use crate::compile::kinds::NameClass;
use crate::compile::places::add_unestablished;
use crate::compile::register::{Proof, Register};
use crate::compile::resolve::UnitName;
use crate::compile::units::{body, notice};
use crate::graph::Status;
use crate::regulation::Text;

/// Whether an exclusion speaks of some units apart. A topic in their place (飼料にあっては) does not count.
pub(super) fn depends_on_the_unit(register: &Register<'_>, text: &str) -> bool {
    // The kind of a list of names is that of its last one.
    let is_unit = |case: &str| register.kinds.class_of(case) == Some(NameClass::Unit);
    belonging::cases(text).any(is_unit) && !find_belongings(text).is_empty()
}

/// Enters an exclusion that speaks of some units apart, each part with the units for which it holds. `false`, and nothing is
/// entered, where a part is not understood.
pub(super) fn by_case(
    register: &mut Register<'_>,
    exclusion: Exclusion<'_>,
    bare: &Text,
    statement: Range<usize>,
) -> bool {
    let Some(parts) = belonging::parts_by_case(&bare.normal()[statement.clone()]) else { return false };
    let range = |part: &Range<usize>| statement.start + part.start..statement.start + part.end;
    let mut read = Vec::new();
    for part in &parts {
        let cases = match &part.case {
            Some(case) => match units_of_case(register, exclusion, bare, range(case)) {
                Some(units) => units,
                None => return false,
            },
            None => Vec::new(),
        };
        read.push((cases, range(&part.names)));
    }
    for (cases, names) in read {
        let cases: Vec<usize> = cases.into_iter().map(|case| case.enter(register, exclusion)).collect();
        match reach(register, exclusion, &cases) {
            Reach::Always => give_way(register, exclusion, bare, names),
            Reach::InCases => give_way(register, Exclusion { cases: &cases, ..exclusion }, bare, names),
            Reach::Never => {}
        }
    }
    true
}

/// How far a part of an exclusion reaches for one duty.
enum Reach {
    Always,
    InCases,
    Never,
}

/// A duty that one 支局 alone has is in its case or is not; one of every 支局 gives way in some.
fn reach(register: &Register<'_>, exclusion: Exclusion<'_>, cases: &[usize]) -> Reach {
    let path = register.path_up(unit_of(register, exclusion.duty));
    let differ = |unit: usize, case: usize| {
        let is_below = register.is_within(case, unit);
        let (unit, case) = (&register.units[unit].unit, &register.units[case].unit);
        // 東支局 is one of those that the rules about 「支局」 speak of.
        unit.kind == case.kind && !is_below && !is_one_of(&case.name, &unit.name)
    };
    // The 教務科 of 東学校 is another one than that of 西学校.
    let is_another = |unit: usize, case: usize| {
        register.path_up(case).into_iter().filter(|above| !path.contains(above)).any(|above| differ(unit, above))
    };
    if cases.is_empty() || cases.iter().any(|case| path.contains(case)) {
        Reach::Always
    } else if path.iter().any(|unit| cases.iter().all(|case| is_another(*unit, *case))) {
        Reach::Never
    } else {
        Reach::InCases
    }
}

/// A unit of a case.
enum Case {
    /// One that is known.
    Known(usize),
    /// One that is named only here, with its name and words.
    New(String, Proof),
}

impl Case {
    /// The unit, entered as created nowhere if need be.
    fn enter(self, register: &mut Register<'_>, exclusion: Exclusion<'_>) -> usize {
        match self {
            Case::Known(unit) => unit,
            Case::New(name, proof) => {
                let spoken = proof.sentences.first().copied().unwrap_or(exclusion.duty.sentence);
                notice(register, NoticeKind::UnknownUnit, spoken, &proof);
                let body = body(register).unwrap_or_default();
                add_unestablished(register, spoken, &name, body, Status::Unknown, proof)
            }
        }
    }
}

/// The units of 「甲支局及び乙支局にあっては」. `None` where one of them is not certain: several of that name, a kind alone, or
/// words that describe units (調査課を置く支局).
fn units_of_case(
    register: &Register<'_>,
    exclusion: Exclusion<'_>,
    bare: &Text,
    case: Range<usize>,
) -> Option<Vec<Case>> {
    let own = unit_of(register, exclusion.duty);
    let spoken = exclusion.words.sentences.first().copied().unwrap_or(exclusion.duty.sentence);
    let words = &bare.normal()[case.clone()];
    let (members, _) = register.split_units(words);
    let mut units = Vec::new();
    for member in members {
        let name = &words[member.clone()];
        match register.resolve_unit(name, Some(own)) {
            UnitName::Units(found) => units.extend(found.into_iter().map(Case::Known)),
            UnitName::Ambiguous(_) => return None,
            UnitName::Unknown => {
                let is_name = register.kinds.class_of(name) == Some(NameClass::Unit)
                    && !register.kinds.is_kind(name)
                    && !name.contains(|c: char| matches!(c, 'ぁ'..='ん'))
                    && !name.starts_with(['他', '各']);
                if !is_name {
                    return None;
                }
                let proof = register.proof(spoken, bare, case.start + member.start..case.start + member.end);
                units.push(Case::New(name.to_owned(), proof));
            }
        }
    }
    Some(units).filter(|units| !units.is_empty())
}
