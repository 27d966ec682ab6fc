//! Exclusions: duties that give way to other units, by a bracketed （Xの所掌に属するものを除く。） or as residual duties.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::NoticeKind;
use super::kinds::NameClass;
use super::register::{DutyRecord, Owner, Proof, Register};
use super::resolve::UnitName;
use super::units::{body, notice};
use crate::graph::{Basis, DutyKind, ExclusionForm, Relation, Rule, Status};
use crate::regulation::{Text, find_brackets, outermost_brackets};

/// Enters the exclusions of all duties.
pub(crate) fn compile(register: &mut Register<'_>) {
    let duties: Vec<DutyRecord> = register.duties.clone();
    for duty in &duties {
        bracketed(register, duty);
        if duty.kind == DutyKind::Residual {
            residual(register, duty);
        }
    }
}

/// The unit from which a duty speaks.
fn unit_of(register: &Register<'_>, duty: &DutyRecord) -> usize {
    match duty.owner {
        Owner::Unit(unit) => unit,
        Owner::Post(post) => register.posts[post].unit,
    }
}

/// （Xの所掌に属するものを除く。） A topic (国有地を除く) gives no edge.
fn bracketed(register: &mut Register<'_>, duty: &DutyRecord) {
    static EXCEPT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(.+)の(?:所掌|所管|主管|分掌|担任)(?:事務)?に(?:属|係)する(?:もの|事務|こと)?を除く。?$")
            .expect("valid pattern")
    });
    let text = &register.sentence(duty.sentence).text;
    let normal = text.normal();
    for bracket in find_brackets(normal).into_iter().filter(|bracket| bracket.opening == '(') {
        let inside = text.slice(bracket.inside());
        let bare = inside.without(&outermost_brackets(inside.normal()));
        let Some(found) = EXCEPT.captures(bare.normal()) else { continue };
        let names = found.get(1).expect("in every match").range();
        let words = register.proof(duty.sentence, text, bracket.inside());
        give_way(register, duty, &bare, names, ExclusionForm::Exclusion, &words);
    }
}

/// 「他の部及び課並びに監査室の所掌に属さない事務」
fn residual(register: &mut Register<'_>, duty: &DutyRecord) {
    static RESIDUAL: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.+?)の(?:所掌|所管|主管|分掌|担任)(?:事務)?に(?:属|係)(?:さ|し)ない").expect("valid pattern")
    });
    let bare = &register.sentence(duty.sentence).bare;
    // The names stand between the last 「において」 or comma clause and 「の所掌に属さない」.
    let normal = bare.normal();
    let Some(end) = RESIDUAL.captures_iter(normal).last().map(|found| found.get(1).expect("in every match").end())
    else {
        return;
    };
    let end = normal.rfind("に属さない").or_else(|| normal.rfind("に属しない")).map_or(end, |at| {
        ["の所掌", "の所管", "の主管", "の分掌", "の担任"]
            .iter()
            .filter_map(|noun| normal[..at].rfind(noun))
            .max()
            .unwrap_or(end)
    });
    let openers = ["において", "のうち", "もののほか、", "事務で", "業務で", "ものを除くほか、", "関し"];
    let start =
        openers.iter().filter_map(|mark| normal[..end].rfind(mark).map(|at| at + mark.len())).max().unwrap_or(0);
    let proof = register.proof(duty.sentence, bare, start..normal.trim_end_matches('。').len());
    give_way(register, duty, bare, start..end, ExclusionForm::Residual, &proof);
}

/// Enters an edge from a duty to every unit of a list of names.
fn give_way(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    text: &Text,
    names: Range<usize>,
    form: ExclusionForm,
    words: &Proof,
) {
    let own = unit_of(register, duty);
    let normal = &text.normal()[names.clone()];
    let (members, _) = register.split_units(normal);
    let mut unknown: Vec<(&str, Range<usize>)> = Vec::new();
    let mut neighbour = None;
    let mut others_of_kinds = false;
    for (position, member) in members.iter().enumerate() {
        let name = &normal[member.clone()];
        let range = names.start + member.start..names.start + member.end;
        if let Some(kind) = name.strip_prefix('他').map(|rest| rest.trim_start_matches('の')) {
            others_of_kinds = register.kinds.is_kind(kind);
            others(register, duty, own, name, kind, form, words);
            continue;
        }
        // 「他の部及び課」: the second kind word is under the same 「他の」.
        if others_of_kinds && register.kinds.is_kind(name) {
            others(register, duty, own, "他の", name, form, words);
            continue;
        }
        match longest_unit(register, name, own, position == 0) {
            UnitName::Units(units) => {
                for unit in units {
                    neighbour = neighbour.or(Some(unit));
                    exclude(register, duty, unit, form, Basis::Stated, words);
                }
            }
            UnitName::Ambiguous(_) => {
                let proof = register.proof(duty.sentence, text, range);
                notice(register, NoticeKind::AmbiguousUnit, duty.sentence, &proof);
            }
            UnitName::Unknown => unknown.push((name, range)),
        }
    }
    for (name, range) in unknown {
        let name_start = ["において", "のうち", "であって", "関する事務", "は"]
            .iter()
            .filter_map(|m| name.rfind(m).map(|at| at + m.len()))
            .max();
        let range = range.start + name_start.unwrap_or(0)..range.end;
        let name = &text.normal()[range.clone()];
        if register.kinds.class_of(name) == Some(NameClass::Unit) && !register.kinds.is_kind(name) {
            let proof = register.proof(duty.sentence, text, range);
            let unit = unknown_unit(register, duty.sentence, name, neighbour, proof);
            exclude(register, duty, unit, form, Basis::Stated, words);
        }
    }
}

/// The unit that a member of a list means. In front of the first member other words may stand: the longest ending that names
/// a unit counts.
fn longest_unit(register: &Register<'_>, name: &str, own: usize, first: bool) -> UnitName {
    let whole = register.resolve_unit(name, Some(own));
    if whole != UnitName::Unknown || !first {
        return whole;
    }
    register
        .possible_names(name)
        .map(|ending| register.resolve_unit(ending, Some(own)))
        .find(|found| *found != UnitName::Unknown)
        .unwrap_or(UnitName::Unknown)
}

/// 「他の部」: every other unit of that kind in the body, those above the duty's own unit aside. 「他課」, 「他の所掌」: the
/// units beside it.
fn others(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    own: usize,
    name: &str,
    kind: &str,
    form: ExclusionForm,
    words: &Proof,
) {
    let above = register.path_up(own);
    let (units, rule): (Vec<usize>, Rule) = if kind.is_empty() {
        ((0..register.units.len()).collect(), Rule::OtherUnits)
    } else {
        (register.units_of_kind(kind), Rule::OtherUnitsOfKind)
    };
    let whole_body = name.starts_with("他の") && !kind.is_empty();
    let beside = |unit: &usize| whole_body || register.units[*unit].parent == register.units[own].parent;
    let units: Vec<usize> = units
        .into_iter()
        .filter(|unit| !above.contains(unit) && beside(unit) && !register.units[*unit].unit.council)
        .filter(|unit| register.units[*unit].unit.status == Status::Established)
        .collect();
    for unit in units {
        exclude(register, duty, unit, form, Basis::Derived { rule }, words);
    }
}

fn exclude(
    register: &mut Register<'_>,
    duty: &DutyRecord,
    unit: usize,
    form: ExclusionForm,
    basis: Basis,
    words: &Proof,
) {
    let to = register.units[unit].id.clone();
    register.add_edge(duty.id.clone(), to, Relation::DutyExcludedBy { form }, basis, words.clone());
}

/// Enters a unit that a list of exclusions names and nothing establishes: beside its neighbours in the list. A ministry or
/// agency is another body.
fn unknown_unit(
    register: &mut Register<'_>,
    sentence: usize,
    name: &str,
    neighbour: Option<usize>,
    proof: Proof,
) -> usize {
    let rank = register.kinds.kind_of(name).and_then(|kind| register.kinds.rank_of(kind));
    if rank == Some(0) {
        return register.add_unit(name, None, Status::Elsewhere, proof);
    }
    let parent = neighbour.and_then(|unit| register.units[unit].parent).or_else(|| body(register));
    let unit = register.add_unit(name, parent, Status::Unknown, proof.clone());
    if let Some(parent) = parent {
        let (from, to) = (register.units[unit].id.clone(), register.units[parent].id.clone());
        let basis = Basis::Derived { rule: Rule::PlacedWithNeighbours };
        register.add_edge(from, to, Relation::BelongsTo, basis, proof.clone());
    }
    notice(register, NoticeKind::UnknownUnit, sentence, &proof);
    unit
}
